"""The paper that kinds are typed on: sheet and margins, heads and feet, and the package around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from types import MappingProxyType

from tools.package import app_properties, content_types, core_properties, relationships, root_relationships

from .blocks import copy_word, tag
from .styles import FONT
from .wordml import Element, R, W, field, paragraph, serialized, text, w

Stories = Mapping[str, Element]
"""Heads and feet: the pages that one serves, as in `first header`, and its root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBorder:
    """A border around a page: the line's name (ECMA-376 part 1, §17.18.2), its size in eighths of a point, how far from
    the edge of the paper in points, its colour.
    """

    line: str
    size: int
    space: int
    color: str

    def element(self) -> Element:
        """`w:pgBorders`, the same on every side."""
        sides = ("top", "left", "bottom", "right")
        drawn = (w(side, val=self.line, sz=self.size, space=self.space, color=self.color) for side in sides)
        return w("pgBorders", *drawn, offsetFrom="page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet, its margins, in twips, and the border around it; head and foot are 0.5 cm from its edges."""

    width: int = 11906
    height: int = 16838
    top: int = 850
    right: int = 1134
    bottom: int = 1134
    left: int = 1701
    border: PageBorder | None = None

    @property
    def text_width(self) -> int:
        """From margin to margin."""
        return self.width - self.left - self.right


UPRIGHT = Sheet()
"""A4 upright; margins 1.5, 2, 2 and 3 cm."""
LANDSCAPE = Sheet(width=16838, height=11906, top=1134, right=1134, bottom=1134, left=1134)
"""A4 on its side; margins of 2 cm."""


def stories(*, secrecy: bool = True, copies: bool = True, english: str = "") -> Stories:
    """The heads and feet of official paper.

    On page 1 the word of a copy (the text does not move: a line of 16 pt has room above the margin), from page 2 on the
    number between hyphens. The secrecy mark stands above and below on every page; on page 1 the word of a copy is on
    its line, because two lines would push the text down.

    english: the condition under which they are of pages in English, without the word of a copy and with Arabic numbers.
    """
    return {
        "first header": _first_head(secrecy, copies, english),
        "default header": _later_head(secrecy, english),
        "first footer": _foot(secrecy),
        "default footer": _foot(secrecy),
    }


def _first_head(secrecy: bool, copies: bool, english: str) -> Element:
    unless = f" and not {english}" if english else ""
    choices: list[tuple[str, Element]] = []
    if secrecy and copies:
        both = paragraph("Secrecy", "{{ secrecy }}", text(f"  {copy_word()}", "CopyWord"))
        choices.append((f"secrecy and copy{unless}", both))
    if secrecy:
        choices.append(("secrecy", paragraph("Secrecy", "{{ secrecy }}")))
    if copies:
        choices.append((f"copy{unless}", paragraph("CopyMark", copy_word())))
    return w("hdr", *_one_of(choices, paragraph("Header")))


def _later_head(secrecy: bool, english: str) -> Element:
    number = [_number("PAGE")]
    if english:
        number = [tag(f"if {english}"), _number(r"PAGE \* Arabic"), tag("else"), *number, tag("endif")]
    mark = [tag("if secrecy"), paragraph("Secrecy", "{{ secrecy }}"), tag("endif")] if secrecy else []
    return w("hdr", *mark, *number)


def _number(instruction: str) -> Element:
    return paragraph("PageNumber", "- ", field(instruction, "2"), " -")


def _foot(secrecy: bool) -> Element:
    choices = [("secrecy", paragraph("Secrecy", "{{ secrecy }}"))] if secrecy else []
    return w("ftr", *_one_of(choices, paragraph("Footer")))


def _one_of(choices: Iterable[tuple[str, Element]], otherwise: Element) -> list[Element]:
    found: list[Element] = []
    for condition, choice in choices:
        found += [tag(f"{'elif' if found else 'if'} {condition}"), choice]
    return [*found, tag("else"), otherwise, tag("endif")] if found else [otherwise]


def package(
    body: Iterable[Element],
    styles: Element,
    *,
    title: str,
    creator: str,
    subject: str,
    sheet: Sheet = UPRIGHT,
    stories: Stories | None = None,
    last: Stories | None = None,
    lettered: bool = False,
    numbering: Element | None = None,
) -> dict[str, bytes]:
    """Every part of a template by name. title, creator (both may hold tags) and subject are the document's properties;
    `stories` are those of `stories()` where none are given. last: those of the last section, whose pages are numbered
    from 1, where the body has a `section_end`; lettered: those before it are numbered ก ข ค.
    """
    told = OFFICIAL if stories is None else stories
    parts: list[tuple[str, str, Element]] = [
        ("styles.xml", "styles", styles),
        ("settings.xml", "settings", _settings()),
        ("fontTable.xml", "fontTable", _font_table()),
    ]
    counts = {"header": 0, "footer": 0}
    sections = []
    for at, told_there in enumerate((told,) if last is None else (told, last)):
        references = []
        for served, root in told_there.items():
            pages, _, kind = served.partition(" ")
            counts[kind] += 1
            parts.append((f"{kind}{counts[kind]}.xml", kind, root))
            reference = w(f"{kind}Reference", type=pages)
            reference.set(f"{{{R}}}id", f"rId{len(parts)}")
            references.append(reference)
        another = "first header" in told_there or "first footer" in told_there
        sections.append(
            _section(sheet, references, another_first=another, start=1 if at else None, lettered=lettered and not at)
        )
    if numbering is not None:
        parts.append(("numbering.xml", "numbering", numbering))
    body = list(body)
    for element in body:
        for ended in element.iter(f"{{{W}}}sectPr"):
            ended.extend(sections[0])
    short = '|truncate(240, true, "…") }}'
    return {
        "[Content_Types].xml": content_types(
            [("document.xml", "document.main"), *((name, kind) for name, kind, _ in parts)]
        ),
        "_rels/.rels": root_relationships(),
        "docProps/core.xml": core_properties(
            title=title.replace(" }}", short), creator=creator.replace(" }}", short), subject=subject
        ),
        "docProps/app.xml": app_properties(),
        "word/document.xml": serialized(w("document", w("body", *body, sections[-1]))),
        "word/_rels/document.xml.rels": relationships(
            {f"rId{at}": (kind, name) for at, (name, kind, _) in enumerate(parts, 1)}
        ),
        **{f"word/{name}": serialized(root) for name, _, root in parts},
    }


def numbering(levels: Sequence[str], indents: Mapping[int, Mapping[str, int]] = MappingProxyType({})) -> Element:
    """`numbering.xml` with the template's own list: what each level shows, as in `%1.%2`; styles name their level.

    indents: the `w:ind` of levels, from 1, as their styles have it: Word would keep the style's, LibreOffice not.
    Behind the number of a level that hangs is a tab.
    """
    made = []
    for level, shown in enumerate(levels, 1):
        indent = indents.get(level, {})
        properties = [w("pPr", w("ind", **indent))] if indent else []
        made.append(
            w(
                "lvl",
                w("start", val=1),
                w("numFmt", val="bullet" if "%" not in shown else "thaiNumbers"),
                w("suff", val="tab" if "hanging" in indent else "space"),
                *(w("lvlText", val=shown), w("lvlJc", val="left"), *properties),
                ilvl=level - 1,
            )
        )
    definition = w("abstractNum", w("multiLevelType", val="multilevel"), *made, abstractNumId=0)
    return w("numbering", definition, w("num", w("abstractNumId", val=0), numId=1))


def section_end(last: Element) -> Element:
    """The same paragraph as the last one of a section."""
    ended = deepcopy(last)
    properties = ended.find(f"{{{W}}}pPr")
    assert properties is not None
    properties.append(w("sectPr"))
    return ended


def _section(
    sheet: Sheet, references: Iterable[Element], another_first: bool, start: int | None, lettered: bool
) -> Element:
    """The sheet, its margins, Thai page numbers or letters, and another head and foot on page 1."""
    margins = {"top": sheet.top, "right": sheet.right, "bottom": sheet.bottom, "left": sheet.left}
    lying = "landscape" if sheet.width > sheet.height else None
    return w(
        "sectPr",
        *references,
        w("pgSz", w=sheet.width, h=sheet.height, orient=lying),
        w("pgMar", **margins, header=284, footer=284, gutter=0),
        *([] if sheet.border is None else [sheet.border.element()]),
        w("pgNumType", fmt="thaiLetters" if lettered else "thaiNumbers", start=start),
        w("cols", space=708),
        *([w("titlePg")] if another_first else []),
    )


def _settings() -> Element:
    """Word 2013 layout and later, Thai as the document's language."""
    uri = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), w("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        w("themeFontLang", val="th-TH", bidi="th-TH"),
    )


def _font_table() -> Element:
    """The one font, with what to fall back on where it is not installed."""
    font = w("font", w("altName", val="TH Sarabun New"), w("charset", val="DE"), w("family", val="swiss"), name=FONT)
    return w("fonts", font)


OFFICIAL = stories()
