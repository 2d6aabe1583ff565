"""Words that are cut into pieces and shaped once, for the next time that they are met in the same look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .characters import Look
from .typefaces import Typeface

if TYPE_CHECKING:
    from .pieces import Piece

REMEMBERED = 300_000
"""How many characters are cut before the words that are kept for other documents are forgotten."""
Words = dict[tuple[str, bool], list["Piece"]]
"""Pieces by their text, and whether a line may end after it."""
Kept = dict[tuple[Any, ...], tuple[Look, Words]]


class Memory:
    """The words cut last, by their look, for the other documents of a batch: their looks are the same objects."""

    def __init__(self) -> None:
        self._kept: Kept = {}
        self._count = 0

    def words(self, look: Look, face: Typeface, size: float, link: str | None, more: int) -> Words:
        """The words of one look; `more` characters are about to be cut."""
        self._count += more
        if self._count > REMEMBERED:
            self._kept.clear()
            self._count = more
        return words_of(self._kept, look, face, size, link)


MEMORY = Memory()


def words_of(kept: Kept, look: Look, face: Typeface, size: float, link: str | None) -> Words:
    """The words of one look among those that are kept."""
    key = (id(look), face, size, link)
    known = kept.get(key)
    if known is None or known[0] is not look:
        known = kept[key] = (look, {})
    return known[1]
