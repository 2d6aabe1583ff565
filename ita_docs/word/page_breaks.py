"""Explicit page breaks, each with its catchword above it: a document that keeps the pages of its layout in Word."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from lxml import etree

from .main_part import MainPart

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEFT_OUT = frozenset(W + name for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "sdtPr"))


PageStart = tuple[int, int, str]
"""Where a page begins: its paragraph's place among the `w:p` of the main part, from 1; how many of its characters stand
on the pages before; and how the page begins."""


def break_pages(part: MainPart, starts: Iterable[PageStart]) -> None:
    """Write a page break where each of `starts` says, and the page's opening words above it on the right.

    A start inside a table is left as it is: a row takes no page break.
    Source of the catchword: the correspondence regulation's explanation, annex on typing (item 10).
    """
    paragraphs = [] if part.root is None else list(part.root.iter(W + "p"))
    # from the end, so that what stands before keeps its place
    for number, offset, words in sorted(starts, reverse=True):
        if not 1 <= number <= len(paragraphs):
            continue
        paragraph = paragraphs[number - 1]
        if next(paragraph.iterancestors(W + "tc", W + "txbxContent"), None) is None:
            part.changed |= _broken(paragraph, offset, words)


def _broken(paragraph: Any, offset: int, words: str) -> bool:
    if offset <= 0:
        looks = next(paragraph.iter(W + "rPr"), None)
        above = etree.Element(W + "p")
        properties = etree.SubElement(above, W + "pPr")
        etree.SubElement(properties, W + "spacing", {W + "before": "0", W + "after": "0"})
        etree.SubElement(properties, W + "ind", {W + "left": "0", W + "right": "0", W + "firstLine": "0"})
        etree.SubElement(properties, W + "jc", {W + "val": "right"})
        above.append(_caught(words, looks, within=False))
        paragraph.addprevious(above)
        return True
    place = _place(paragraph, offset)
    if place is None:
        return False
    text, at = place
    run = text.getparent()
    rest = _rest_of(run, text, at)
    caught = _caught(words, run.find(W + "rPr"), within=True)
    run.addnext(caught)
    if len(rest) > (rest.find(W + "rPr") is not None):
        caught.addnext(rest)
    return True


def _place(paragraph: Any, offset: int) -> tuple[Any, int] | None:
    """The `w:t` in which the character at `offset` stands, and its place there; None where a field hides it."""
    seen = 0
    for element in _shown(paragraph):
        tag = element.tag
        if tag in (W + "fldChar", W + "fldSimple", W + "instrText"):
            return None
        if tag == W + "t":
            length = len(element.text or "")
            if seen + length > offset:
                return element, offset - seen
            seen += length
        elif tag in (W + "tab", W + "noBreakHyphen", W + "softHyphen", W + "sym"):
            seen += 1
    return None


def _shown(element: Any) -> Iterable[Any]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        yield child
        yield from _shown(child)


def _rest_of(run: Any, text: Any, at: int) -> Any:
    """A run with what follows character `at` of `text` in `run`, which loses it."""
    rest = etree.Element(W + "r")
    if (looks := run.find(W + "rPr")) is not None:
        rest.append(deepcopy(looks))
    whole = text.text or ""
    after = list(text.itersiblings())
    if whole[at:]:
        tail = etree.SubElement(rest, W + "t", {SPACE: "preserve"})
        tail.text = whole[at:]
    text.text = whole[:at]
    text.set(SPACE, "preserve")
    rest.extend(after)
    return rest


def _caught(words: str, looks: Any, *, within: bool) -> Any:
    """The run of a catchword and the page break after it; `within` a paragraph it begins a line of its own.

    The line before stays spread: Word spreads a justified line that a line break ends, but not a paragraph's last.
    """
    run = etree.Element(W + "r")
    if looks is not None:
        run.append(deepcopy(looks))
        for name in ("u", "highlight", "vertAlign"):
            for plain in list(run.iter(W + name)):
                run[0].remove(plain)
    if within:
        etree.SubElement(run, W + "br")
        etree.SubElement(run, W + "ptab", {W + "relativeTo": "margin", W + "alignment": "right", W + "leader": "none"})
    text = etree.SubElement(run, W + "t", {SPACE: "preserve"})
    text.text = f"/{words}..."
    etree.SubElement(run, W + "br", {W + "type": "page"})
    return run
