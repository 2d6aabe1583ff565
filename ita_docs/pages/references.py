"""What REF fields show: the text at their bookmarks (ECMA-376 part 1, §17.16.5.51)."""

from __future__ import annotations

from typing import Any

from .contents import text_within
from .field_places import PlacedField, placed_fields
from .package import Package, W

_PLAIN = frozenset("h*")
_KEEPS = frozenset(("mergeformat", "charformat"))


def reference_texts(package: Package) -> dict[int, str]:
    """The result of each REF field of the main part that shows text within a paragraph, by its place among the fields.

    Fields that ask for a number, a place or another writing are left out, as are those to no bookmark.

    Raises: PdfError (`not-a-docx`).
    """
    root = package.tree(package.main)
    wanted = [item for item in placed_fields(root) if _is_plain(item)]
    if root is None or not wanted:
        return {}
    starts: dict[str, Any] = {}
    for start in root.iter(W + "bookmarkStart"):
        starts.setdefault((start.get(W + "name") or "").lower(), start)
    found = {}
    for item in wanted:
        there = starts.get(item.arguments[0].lower())
        text = "" if there is None else _text(there)
        if text and "\n" not in text:
            found[item.place] = text
    return found


def _is_plain(item: PlacedField) -> bool:
    formats = item.switches.get("*", "").lower().split()
    return item.kind == "REF" and len(item.arguments) == 1 and item.switches.keys() <= _PLAIN and {*formats} <= _KEEPS


def _text(start: Any) -> str:
    """The text of a bookmark; "" where it goes beyond its paragraph."""
    inside: list[Any] = []
    for item in start.itersiblings():
        if item.tag == W + "bookmarkEnd" and item.get(W + "id") == start.get(W + "id"):
            return text_within(inside)
        inside.append(item)
    return ""
