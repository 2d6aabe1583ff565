"""Sections of a document that others are bound into: where one ends, its headers, its page numbers (§17.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from .bound_styles import PARAGRAPH_ORDER, properties_of, put
from .bundle import OFFICE, Bundle, Relation
from .complex_script import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STORIES = ("header", "footer")
STORY_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
SMALLEST = {W + "before": "0", W + "after": "0", W + "line": "20", W + "lineRule": "exact"}
# fmt: off
SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
)
# fmt: on
"""Order of the children of w:sectPr (CT_SectPr)."""


def ends(body: Any) -> Iterator[Any]:
    """The `w:sectPr` of a body, in order."""
    for found in body.iter(W + "sectPr"):
        if found.getparent().tag in (W + "pPr", W + "body"):
            yield found


def ends_of(element: Any) -> Iterator[Any]:
    """The sections that end within an element of a body."""
    for found in element.iter(W + "sectPr"):
        if found.getparent().tag == W + "pPr":
            yield found


def closes(element: Any) -> bool:
    """Whether a section ends with `element`."""
    return element is not None and element.find(f"{W}pPr/{W}sectPr") is not None


def end_with(element: Any, section: Any) -> Any:
    """End a section with `element`, or with a paragraph of no height behind it, which is returned then."""
    section = as_part(section)
    if element.tag != W + "p":
        element.addnext(last := smallest())
        element = last
    properties = properties_of(element, "pPr")
    # LibreOffice would keep it with the first paragraph of the next section, which begins a page
    put(properties, etree.Element(W + "keepNext", {W + "val": "0"}), PARAGRAPH_ORDER)
    put(properties, section, PARAGRAPH_ORDER)
    return element


def as_part(section: Any) -> Any:
    """A `w:sectPr` without what only the last of a document may hold."""
    made = deepcopy(section)
    made.tail = None
    return made


def smallest() -> Any:
    """A paragraph that takes no room to speak of."""
    paragraph = etree.Element(W + "p")
    put(properties_of(paragraph, "pPr"), etree.Element(W + "spacing", SMALLEST), PARAGRAPH_ORDER)
    return paragraph


def is_empty(element: Any) -> bool:
    """Whether a paragraph holds nothing at all."""
    return element.tag == W + "p" and all(child.tag in (W + "pPr", W + "proofErr") for child in element)


def numbering(section: Any) -> Any:
    """The `w:pgNumType` of a section, a new one where there is none."""
    found = section.find(W + "pgNumType")
    return put(section, etree.Element(W + "pgNumType"), SECTION_ORDER) if found is None else found


def goes_on(section: Any) -> None:
    """A section that goes on with what another one began: on a new page, without a first page of its own."""
    found = section.find(W + "pgNumType")
    if found is not None:
        found.attrib.pop(W + "start", None)
    for name in ("type", "titlePg"):
        for element in section.findall(W + name):
            section.remove(element)


def begins_a_page(section: Any) -> None:
    """A section must not begin in the middle of a page."""
    found = section.find(W + "type")
    if found is not None and found.get(W + "val") in ("continuous", "nextColumn"):
        section.remove(found)


def references(section: Any) -> dict[tuple[str, str], str]:
    """What a section itself says of its headers and footers: (header or footer, type) → relationship."""
    return {
        (kind, item.get(W + "type") or "default"): item.get(R + "id") or ""
        for kind in STORIES
        for item in section.findall(f"{W}{kind}Reference")
    }


def refer(section: Any, key: tuple[str, str], identity: str) -> None:
    """Give a section a header or footer."""
    kind, which = key
    for old in section.findall(f"{W}{kind}Reference"):
        if (old.get(W + "type") or "default") == which:
            section.remove(old)
    section.insert(0, etree.Element(f"{W}{kind}Reference", {W + "type": which, R + "id": identity}))


def spell_out(body: Any) -> None:
    """Say at each section which headers and footers it has from those before it."""
    known: dict[tuple[str, str], str] = {}
    for section in ends(body):
        own = references(section)
        for key, identity in known.items():
            if key not in own:
                refer(section, key, identity)
        known |= own


class Blank:
    """Headers and footers that are empty, made where one is first asked for."""

    def __init__(self, host: Bundle) -> None:
        self._host = host
        self._made: dict[str, str] = {}

    def fill(self, section: Any, even: bool) -> None:
        """Give a section an empty header and footer where it would have those of the one before."""
        own = references(section)
        first = section.find(W + "titlePg") is not None
        for kind in STORIES:
            for which in ("default", *(("first",) if first else ()), *(("even",) if even else ())):
                if (kind, which) not in own:
                    refer(section, (kind, which), self._reference(kind))

    def _reference(self, kind: str) -> str:
        if kind not in self._made:
            part = self._host.free(f"word/{kind}-empty.xml")
            root = etree.Element(W + ("hdr" if kind == "header" else "ftr"), nsmap={"w": W[1:-1]})
            root.append(smallest())
            self._host.add(part, STORY_TYPE.format(kind), root)
            self._made[kind] = self._host.relate(self._host.main, Relation(OFFICE + kind, part, False))
        return self._made[kind]


def same_on_even(section: Any) -> None:
    """Let a section show on even pages what it shows on others."""
    for (kind, which), identity in references(section).items():
        if which == "default":
            refer(section, (kind, "even"), identity)


def sides(section: Any) -> tuple[dict[str, int], dict[str, int]]:
    """Page size and margins in twips; A4 and an inch where nothing is said."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")

    def read(element: Any, name: str, default: int) -> int:
        text = None if element is None else element.get(W + name)
        return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else default

    return (
        {"w": read(size, "w", 11906), "h": read(size, "h", 16838)},
        {name: abs(read(margins, name, 1440)) for name in ("top", "right", "bottom", "left")},
    )


def text_area(section: Any) -> tuple[float, float]:
    """Width and height of the text on a page, in points."""
    size, margins = sides(section)
    width = size["w"] - margins["left"] - margins["right"]
    height = size["h"] - margins["top"] - margins["bottom"]
    return max(36.0, width / 20), max(36.0, height / 20)


def turned(section: Any) -> Any:
    """A section whose pages are turned by a quarter, its margins with them."""
    made = as_part(section)
    size, margins = sides(section)
    sizes = {W + "w": str(size["h"]), W + "h": str(size["w"])}
    if size["h"] > size["w"]:
        sizes[W + "orient"] = "landscape"
    put(made, etree.Element(W + "pgSz", sizes), SECTION_ORDER)
    margin_of = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
    old = section.find(W + "pgMar")
    said = {W + "header": "709", W + "footer": "709", W + "gutter": "0"} if old is None else dict(old.attrib)
    said |= {W + new: str(margins[was]) for new, was in margin_of.items()}
    put(made, etree.Element(W + "pgMar", said), SECTION_ORDER)
    return made
