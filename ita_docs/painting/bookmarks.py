"""Outlines, destinations and number trees of finished PDFs (ISO 32000-1, 7.9, 12.3), read and written with pikepdf."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

DEEPEST = 50
"""How deep a tree of a file is followed."""
MOST = 100_000
"""How many entries of a tree are read: a damaged file may lead in circles."""


@dataclass(slots=True)
class Bookmark:
    """An entry of an outline: title, explicit destination (None for none), what stands below it."""

    title: str
    at: Array | None
    below: list[Bookmark]
    index: int = -1
    rest: tuple[Any, ...] = ()

    def moved(self, pages: list[pikepdf.Page]) -> Bookmark:
        """The same, leading to `pages`."""
        at = Array([pages[self.index].obj, *self.rest]) if 0 <= self.index < len(pages) else None
        return Bookmark(self.title, at, [mark.moved(pages) for mark in self.below])


def parts_of(root: Object) -> list[Object]:
    """The elements right below a structure tree's root, or the parts of the Document that is all of it."""
    kids = root.get("/K")
    found = [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]
    if len(found) == 1 and isinstance(found[0], Dictionary) and found[0].get("/S") == Name.Document:
        parts = found[0].get("/K")
        if isinstance(parts, Array) and len(parts) and all(_is_part(part) for part in parts):
            return list(parts)
    return found


def _is_part(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/S") == Name.Part


def numbered(tree: Any, depth: int = 0) -> list[tuple[int, Object]]:
    """The entries of a number tree, in order."""
    return [(int(key), value) for key, value in _entries(tree, "/Nums", depth)]


def _entries(tree: Any, leaves: str, depth: int = 0) -> list[tuple[Any, Object]]:
    if not isinstance(tree, Dictionary) or depth > DEEPEST:
        return []
    flat = list(tree.get(leaves, ()))
    found = list(zip(flat[::2], flat[1::2], strict=False))
    for kid in tree.get("/Kids", ()):
        found += _entries(kid, leaves, depth + 1)
    return found


def resolve(pdf: Pdf, holder: Object, own: dict[tuple[int, int], int]) -> tuple[int, tuple[Any, ...]] | None:
    """Where a link or a bookmark leads within its file: the index of the page, and the rest of the destination."""
    at = holder.get("/Dest")
    if at is None:
        action = holder.get("/A")
        if not isinstance(action, Dictionary) or action.get("/S") != Name.GoTo:
            return None
        at = action.get("/D")
    if isinstance(at, (String, Name)):
        at = _named(pdf, at)
    if isinstance(at, Dictionary):
        at = at.get("/D")
    if not isinstance(at, Array) or not len(at) or not isinstance(at[0], Dictionary):
        return None
    index = own.get(at[0].objgen)
    return None if index is None else (index, tuple(at[place] for place in range(1, len(at))))


def _named(pdf: Pdf, name: Object) -> Any:
    if isinstance(name, Name):
        return pdf.Root.get("/Dests", Dictionary()).get(str(name))
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests")
    wanted = bytes(name)
    return next((value for key, value in _entries(names, "/Names") if bytes(key) == wanted), None)


def bookmarks_of(pdf: Pdf, own: dict[tuple[int, int], int]) -> list[Bookmark]:
    """The outline of a file; `own`: the index of each of its pages."""
    left = [MOST]

    def level(entry: Any, depth: int) -> list[Bookmark]:
        found = []
        while isinstance(entry, Dictionary) and depth < DEEPEST and left[0]:
            left[0] -= 1
            index, rest = resolve(pdf, entry, own) or (-1, ())
            below = level(entry.get("/First"), depth + 1)
            found.append(Bookmark(str(entry.get("/Title", "")), None, below, index, rest))
            entry = entry.get("/Next")
        return found

    outlines = pdf.Root.get("/Outlines")
    return level(outlines.get("/First"), 0) if isinstance(outlines, Dictionary) else []


def write_bookmarks(pdf: Pdf, bookmarks: list[Bookmark]) -> None:
    """Give a file its outline: the first level open, what is below it closed."""
    if not bookmarks:
        return

    def level(marks: list[Bookmark], parent: Object) -> None:
        made = []
        for mark in marks:
            entry = pdf.make_indirect(Dictionary(Title=String(mark.title), Parent=parent))
            if mark.at is not None:
                entry.Dest = mark.at
            if mark.below:
                level(mark.below, entry)
                entry.Count = -len(mark.below)
            made.append(entry)
        for before, after in pairwise(made):
            before.Next, after.Prev = after, before
        parent.First, parent.Last = made[0], made[-1]

    root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=len(bookmarks)))
    level(bookmarks, root)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines
