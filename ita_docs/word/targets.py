"""Bookmarks round headings and captions, for tables of contents to lead to."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PREFIX = "_Toc"
"""What Word's own bookmarks of headings begin with; it hides names that begin with a line."""
FIRST = 100000001


class Targets:
    """The bookmarks of the paragraphs of a part, which are made where they are asked for."""

    def __init__(self, root: Any) -> None:
        self._paragraphs = list(root.iter(f"{W}p"))
        starts = list(root.iter(f"{W}bookmarkStart"))
        self._names = Counter((start.get(f"{W}name") or "").lower() for start in starts)
        ids = (start.get(f"{W}id") or "" for start in starts)
        self._id = max((int(id) for id in ids if id.isascii() and id.isdigit() and len(id) < 10), default=0)
        self._number = FIRST - 1
        self._known: dict[int, str] = {}

    def bookmark(self, place: int) -> str:
        """The name of the bookmark round a paragraph, by its place from 1; one of Word's own is kept."""
        known = self._known.get(place)
        if known is None:
            paragraph = self._paragraphs[place - 1]
            known = self._known[place] = self._own(paragraph) or self._put(paragraph)
        return known

    def _own(self, paragraph: Any) -> str:
        for start in paragraph.iterchildren(f"{W}bookmarkStart"):
            name = start.get(f"{W}name") or ""
            if name.startswith(PREFIX) and name[len(PREFIX) :].isalnum() and self._names[name.lower()] == 1:
                return name
        return ""

    def _put(self, paragraph: Any) -> str:
        """A new bookmark; in place of those that repeat another's name, as in paragraphs written many times."""
        for start in list(paragraph.iterchildren(f"{W}bookmarkStart")):
            if (start.get(f"{W}name") or "").startswith(PREFIX):
                self._remove(start)
        self._id += 1
        self._number += 1
        while self._names[f"{PREFIX}{self._number}".lower()]:
            self._number += 1
        name = f"{PREFIX}{self._number}"
        self._names[name.lower()] += 1
        start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(self._id), f"{W}name": name})
        self._first_text(paragraph).addprevious(start)
        etree.SubElement(paragraph, f"{W}bookmarkEnd", {f"{W}id": str(self._id)})
        return name

    def _remove(self, start: Any) -> None:
        """Take a bookmark out that ends in the paragraph in which it begins."""
        for end in start.itersiblings(f"{W}bookmarkEnd"):
            if end.get(f"{W}id") == start.get(f"{W}id"):
                self._names[(start.get(f"{W}name") or "").lower()] -= 1
                for mark in (start, end):
                    mark.getparent().remove(mark)
                return

    @staticmethod
    def _first_text(paragraph: Any) -> Any:
        """What holds the first text of a paragraph, so that no page break before it is taken for its place."""
        for child in paragraph:
            if child.tag != f"{W}pPr" and any(text.text for text in child.iter(f"{W}t")):
                return child
        return paragraph[-1]
