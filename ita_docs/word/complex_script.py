"""The Thai side of run properties.

Word formats Thai by the complex-script properties alone: font `w:rFonts/@w:cs`, size `w:szCs`, bold `w:bCs`, italic
`w:iCs`, language `w:lang/@w:bidi` (ECMA-376 part 1, 17.3.2.26, 17.3.2.39, 17.3.2.2, 17.3.2.17, 17.3.2.20). What a
template sets on the Latin side only is mirrored here; what it sets on the Thai side stays.
"""

from __future__ import annotations

import re
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THAI = "th-TH"
MIRRORED = (("sz", "szCs"), ("b", "bCs"), ("i", "iCs"))
AFTER_LANG = frozenset({"eastAsianLayout", "specVanish", "oMath", "rPrChange"})
RUN_PROPERTIES = re.compile(r"<w:rPr>(.*?)</w:rPr>", re.DOTALL)
PROPERTY = re.compile(r"<w:(\w+)[^>]*/>")
# fmt: off
SCHEMA_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
)
# fmt: on
"""Order of the children of w:rPr (CT_RPr)."""
THAI_LETTER = re.compile("[\u0e01-\u0e5b]")
OPENING = re.compile(r"\{[{%#]")
CLOSING = re.compile(r"[}%#]\}")


def complete(tree: Any, *, is_styles: bool = False) -> None:
    """Give every `w:rPr` of a part the Thai side of what its Latin side says; `tree` is changed.

    In the styles part the document default language for Thai is set too.
    """
    for paragraph in tree.iter(f"{W}p"):
        _join_formatting(paragraph)
    for properties in tree.iter(f"{W}rPr"):
        _mirror(properties)
    if is_styles:
        _default_language(tree)


def _mirror(properties: Any) -> None:
    touched = False
    fonts = properties.find(f"{W}rFonts")
    if fonts is not None:
        touched = True
        if fonts.get(f"{W}cs") is None and fonts.get(f"{W}cstheme") is None:
            latin = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
            theme = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme")
            if latin is not None:
                fonts.set(f"{W}cs", latin)
            elif theme is not None:
                fonts.set(f"{W}cstheme", theme.replace("HAnsi", "Bidi").replace("Ascii", "Bidi"))
    for latin_name, thai_name in MIRRORED:
        latin = properties.find(f"{W}{latin_name}")
        if latin is None:
            continue
        touched = True
        if properties.find(f"{W}{thai_name}") is None:
            latin.addnext(latin.makeelement(f"{W}{thai_name}", dict(latin.attrib)))
    language = properties.find(f"{W}lang")
    if language is not None:
        if language.get(f"{W}bidi") is None:
            language.set(f"{W}bidi", THAI)
    elif touched:
        language = properties.makeelement(f"{W}lang", {f"{W}bidi": THAI})
        later = next((child for child in properties if child.tag.removeprefix(W) in AFTER_LANG), None)
        if later is None:
            properties.append(language)
        else:
            later.addprevious(language)


def _default_language(styles: Any) -> None:
    """`w:docDefaults` says Thai for complex script, unless it says otherwise already."""
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = styles.makeelement(f"{W}docDefaults")
        styles.insert(0, defaults)
    holder = defaults.find(f"{W}rPrDefault")
    if holder is None:
        holder = defaults.makeelement(f"{W}rPrDefault")
        defaults.insert(0, holder)
    properties = holder.find(f"{W}rPr")
    if properties is None:
        properties = holder.makeelement(f"{W}rPr")
        holder.append(properties)
    language = properties.find(f"{W}lang")
    if language is None:
        language = properties.makeelement(f"{W}lang")
        properties.append(language)
    if (language.get(f"{W}bidi") or "ar-SA") == "ar-SA":
        language.set(f"{W}bidi", THAI)


def _join_formatting(paragraph: Any) -> None:
    """Where a tag is spread over runs, its first run takes the Thai side of the run that holds its Thai letters.

    Word begins a new run wherever the script changes, so the `{{` of a Thai-named tag stands in a Latin run; docxtpl
    keeps that run's formatting for the value.
    """
    runs = [(run, "".join(text.text or "" for text in run.iter(f"{W}t"))) for run in paragraph.iter(f"{W}r")]
    whole = "".join(text for _, text in runs)
    if "{" not in whole or not THAI_LETTER.search(whole):
        return
    at = 0
    starts = []
    for _, text in runs:
        starts.append(at)
        at += len(text)
    for opening in OPENING.finditer(whole):
        closing = CLOSING.search(whole, opening.end())
        end = closing.end() if closing else len(whole)
        covered = [
            run
            for (run, text), start in zip(runs, starts, strict=True)
            if text and start < end and start + len(text) > opening.start()
        ]
        thai = next((run for run in covered[1:] if THAI_LETTER.search("".join(run.itertext()))), None)
        if thai is not None:
            _take_thai_side(covered[0], thai)


def _take_thai_side(run: Any, thai: Any) -> None:
    giver = thai.find(f"{W}rPr")
    if giver is None:
        return
    taker = run.find(f"{W}rPr")
    if taker is None:
        taker = run.makeelement(f"{W}rPr")
        run.insert(0, taker)
    font = giver.find(f"{W}rFonts")
    if font is not None and font.get(f"{W}cs") is not None:
        own = taker.find(f"{W}rFonts")
        if own is None:
            own = taker.makeelement(f"{W}rFonts")
            taker.insert(1 if len(taker) and taker[0].tag == f"{W}rStyle" else 0, own)
        if own.get(f"{W}cs") is None:
            own.set(f"{W}cs", font.get(f"{W}cs"))
    for name in ("bCs", "iCs", "szCs"):
        value = giver.find(f"{W}{name}")
        if value is not None and taker.find(f"{W}{name}") is None:
            _insert_in_order(taker, taker.makeelement(f"{W}{name}", dict(value.attrib)))


def _insert_in_order(properties: Any, child: Any) -> None:
    rank = SCHEMA_ORDER.index(child.tag.removeprefix(W))
    for other in properties:
        name = other.tag.removeprefix(W)
        if name not in SCHEMA_ORDER or SCHEMA_ORDER.index(name) > rank:
            other.addprevious(child)
            return
    properties.append(child)


def complete_rich_text(xml: str) -> str:
    """docxtpl's RichText with the Thai side of its properties, in the schema's order."""
    return RUN_PROPERTIES.sub(lambda found: f"<w:rPr>{_completed(found[1])}</w:rPr>", xml)


def _completed(properties: str) -> str:
    found = {match[1]: match[0] for match in PROPERTY.finditer(properties)}
    if "highlight" not in found and "shd" in found and "w:val=" not in found["shd"]:
        found["shd"] = found["shd"].replace("<w:shd ", '<w:shd w:val="clear" w:color="auto" ')
    for latin, thai in MIRRORED:
        if latin in found and thai not in found:
            found[thai] = found[latin].replace(f"<w:{latin}", f"<w:{thai}")
    language = found.get("lang", "<w:lang/>")
    if "w:bidi=" not in language:
        found["lang"] = language.replace("/>", f' w:bidi="{THAI}"/>')
    return "".join(found.pop(name) for name in SCHEMA_ORDER if name in found) + "".join(found.values())
