"""What TOC fields list: the headings or captions of a document (ECMA-376 part 1, §17.16.5.68)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from .body_paragraphs import BodyParagraph, body_paragraphs
from .field_places import PlacedField, placed_fields
from .fields import Switches
from .package import MC, Package, W
from .properties import on

LEVELS = 9
_SELECTING = frozenset("ouctanpbwxhz")
"""The switches that are understood; those that list TC fields or number pages by chapter are not."""
_RANGE = re.compile(r"\s*([1-9])(?:\s*-\s*([1-9]))?\s*")
_HEADING = re.compile("heading ([1-9])")
_NO_TEXT = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "del", "moveFrom", "sdtPr", "drawing", "pict", "object", "rt", "footnoteReference"),
        *("endnoteReference", "footnoteRef", "endnoteRef"),
    )
) | {MC + "Fallback"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = re.compile("[ \t\n]*[\t\n][ \t\n]*")


class Entry(NamedTuple):
    """A line of a table of contents. paragraph: what it leads to, by its place among the `w:p` of the main part, from
    1. text: with the automatic number, and a tab between where there is one. numbered: whether its page is named.
    """

    paragraph: int
    level: int
    text: str
    numbered: bool


class Contents(NamedTuple):
    """The lines of a table of contents. figures: it lists captions. links: its lines lead to what they list.

    separator: what stands before the page number, a tab where the field says nothing. width: of the column in which it
    stands, in twips.
    """

    entries: tuple[Entry, ...]
    figures: bool
    links: bool
    separator: str
    width: int


def tables_of_contents(package: Package) -> dict[int, Contents]:
    """The lines of each TOC field of the main part, by its place among the fields.

    Fields that are malformed, or ask for what is not known here, are left out.

    Raises: PdfError (`not-a-docx`).
    """
    root = package.tree(package.main)
    fields = placed_fields(root)
    tables = [item for item in fields if item.kind == "TOC" and not item.nested and not item.boxed]
    if not tables:
        return {}
    named = (style for item in tables for style in _styles(item.switches.get("t", "")))
    paragraphs = body_paragraphs(package, frozenset(named))
    listed = {at for item in tables for at in range(item.paragraph, max(item.paragraph + 1, item.last))}
    elements = dict(enumerate(root.iter(W + "p") if root is not None else (), 1))

    def text_of(at: int) -> str:
        return heading_text(elements[at]) if at in paragraphs and at not in listed else ""

    found = {}
    for item in tables:
        made = _entries(item, paragraphs, text_of, fields, root)
        there = paragraphs.get(item.paragraph)
        if made is None or there is None:
            continue
        switches = item.switches
        captions = bool(switches.keys() & {"c", "a"})
        separator = switches["p"] if switches.get("p") else "\t"
        found[item.place] = Contents(tuple(made), captions, "h" in switches, separator, there.width)
    return found


def heading_text(paragraph: Any) -> str:
    """The text of a `w:p` on one line, without its page breaks, notes, drawings and hidden text."""
    return _BLANKS.sub(" ", text_within(paragraph)).strip(" ")


def text_within(elements: Iterable[Any]) -> str:
    """The text of runs and what is around them; a line feed stands for a tab or line break."""
    return "".join(_shown(elements))


def _shown(elements: Iterable[Any]) -> Iterator[str]:
    for child in elements:
        tag = child.tag
        if tag in _NO_TEXT:
            continue
        if tag == W + "t":
            text = child.text or ""
            yield text if child.get(_SPACE) == "preserve" else text.strip()
        elif tag == W + "noBreakHyphen":
            yield "\u2011"
        elif tag in (W + "tab", W + "ptab", W + "cr"):
            yield "\n"
        elif tag == W + "br":
            yield "" if child.get(W + "type") in ("page", "column") else "\n"
        elif tag != W + "r" or (hidden := child.find(f"{W}rPr/{W}vanish")) is None or not on(hidden):
            yield from _shown(child)


# ---------------------------------------------------------------- what a field asks for


def _entries(
    item: PlacedField, paragraphs: dict[int, BodyParagraph], text_of: Callable[[int], str],
    fields: list[PlacedField], root: Any,
) -> list[Entry] | None:  # fmt: skip
    """The lines of a field; None for what is not known here."""
    switches = item.switches
    if item.arguments or not switches.keys() - {"*"} <= _SELECTING:
        return None
    within = _bookmarked(root, switches["b"]) if "b" in switches else None
    pageless = _range(switches["n"]) if "n" in switches else range(0)
    if switches.keys() & {"c", "a"}:
        labels = {switches[switch].lower() for switch in ("c", "a") if switches.get(switch)}
        captions = {one.paragraph: one for one in fields if one.kind == "SEQ" and _series(one) in labels}
        levels = dict.fromkeys(captions, 1)
    else:
        level_of = _levels(switches)
        levels = {at: level for at, one in paragraphs.items() if (level := level_of(one))}
    made = []
    for at, level in sorted(levels.items()):
        text = text_of(at) if within is None or at in within else ""
        if not text:
            continue
        shown = paragraphs[at].label + text
        if "a" in switches and "c" not in switches:
            shown = _without_label(text, captions[at].shown)
        made.append(Entry(at, level, shown, level not in pageless))
    return made


def _series(field: PlacedField) -> str:
    return field.arguments[0].lower() if field.arguments else ""


def _without_label(text: str, number: str) -> str:
    r"""A caption as `\a` lists it: without its word and number."""
    return text.partition(number)[2].lstrip(" :.") or text


def _levels(switches: Switches) -> Callable[[BodyParagraph], int]:
    """The level at which a paragraph is listed, 0 for not at all."""
    plain = not switches.keys() & {"o", "u", "t"}
    headings = _range(switches.get("o", "")) if "o" in switches or plain else range(0)
    outlines = (headings or _range("")) if "u" in switches else range(0)
    styles = _styles(switches.get("t", ""))

    def level(paragraph: BodyParagraph) -> int:
        found = styles.get(paragraph.style) or styles.get(paragraph.style_id)
        if found:
            return found
        heading = _HEADING.fullmatch(paragraph.style)
        if heading and int(heading[1]) in headings:
            return int(heading[1])
        return paragraph.outline if paragraph.outline in outlines else 0

    return level


def _range(text: str) -> range:
    """Levels as in `1-3`; all of them where nothing is said, or nothing that can be understood."""
    found = _RANGE.fullmatch(text)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, LEVELS)
    return range(first, last + 1)


def _styles(text: str) -> dict[str, int]:
    """The levels of styles as in `Style,1,Other style,2`; the list separator is that of who wrote it."""
    found: dict[str, int] = {}
    name = ""
    for part in map(str.strip, re.split("[,;]", text)):
        if name and re.fullmatch("[1-9]", part):
            found[name], name = int(part), ""
        else:
            if name:
                found[name] = 1
            name = part.lower()
    if name:
        found[name] = 1
    return found


def _bookmarked(root: Any, name: str) -> set[int]:
    """The paragraphs that a bookmark spans, by their places."""
    found: set[int] = set()
    at, identity = 0, None
    for element in root.iter(W + "p", W + "bookmarkStart", W + "bookmarkEnd"):
        if element.tag == W + "p":
            at += 1
            if identity is not None:
                found.add(at)
        elif element.tag == W + "bookmarkStart" and (element.get(W + "name") or "").lower() == name.lower():
            identity = element.get(W + "id")
            found.add(at)
        elif element.tag == W + "bookmarkEnd" and identity is not None and element.get(W + "id") == identity:
            break
    return found
