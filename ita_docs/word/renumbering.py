"""The page numbers of a report behind the papers bound into it: their pages count, whatever numbers they bear."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .binding import AFTER, BEFORE
from .bound_sections import ends, numbering
from .complex_script import W
from .main_part import MainPart


def renumber(part: MainPart, pages: Mapping[str, int], numbers: Mapping[str, str]) -> None:
    """Let the numbers of a document go on that `bound` made.

    pages, numbers: of each bookmark, the page that it stands on, from 0, and the number that this page prints; those of
    its layout. Where pages are not numbered in digits nothing is changed.
    """
    root = part.root
    if root is None:
        return
    sections = set(ends(root))
    own = {section for section in sections if _starts_with(section)}
    shift, begun = 0, ""
    before: tuple[int, int] | None = None
    for mark in root.iter(W + "bookmarkStart"):
        name = mark.get(W + "name") or ""
        number, section = numbers.get(name, ""), _section_of(mark, sections)
        if name not in pages or not number.isdecimal() or section is None:
            continue
        if name.startswith(BEFORE):
            begun = name.removeprefix(BEFORE)
            before = pages[name], int(number) + (0 if section in own else shift)
        elif name.startswith(AFTER) and before is not None and name.removeprefix(AFTER) == begun:
            begins = before[1] + pages[name] - before[0]
            shift = begins - int(number)
            part.changed |= _starts_with(section) != str(begins)
            numbering(section).set(W + "start", str(begins))


def _section_of(mark: etree._Element, sections: set[etree._Element]) -> etree._Element | None:
    """The properties of the section that a bookmark in a paragraph of the body stands in."""
    element = mark.getparent()
    while element is not None:
        found = next((item for item in element.iter(W + "sectPr") if item in sections), None)
        if found is not None:
            return found
        element = element.getnext()
    return None


def _starts_with(section: etree._Element) -> str:
    """The number that a section says it starts with."""
    found = section.find(W + "pgNumType")
    return "" if found is None else found.get(W + "start") or ""
