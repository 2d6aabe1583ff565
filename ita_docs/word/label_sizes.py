"""How much room a label takes in a drawing, roughly and on the safe side: Word shapes the text itself."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

from ..thai.line_breaks import break_points

LINE = 1.25
"""The height of a line, in em: Thai fonts have 1.13 to 1.2."""
LETTER = 0.46
"""The advance of a character, in em, in the Thai fonts of documents."""
ADVANCES = {"Mn": 0.0, "Nd": 0.5, "Lu": 0.62}
"""Of characters that are wider or narrower, by general category; combining marks have none."""
SLACK = 2.0
"""What a label's box is wider than its text, in points."""


def text_width(text: str, size: float) -> float:
    """The width of a text on one line, in points; size: of its font, in points."""
    return _ems(text) * size


@lru_cache(maxsize=2048)
def _ems(text: str) -> float:
    return sum(ADVANCES.get(unicodedata.category(character), LETTER) for character in text)


def lines_of(text: str, size: float, room: float) -> int:
    """How many lines a text takes in `room` points."""
    lines, used, room = 1, 0.0, room + 0.01  # what fits exactly fits
    for piece in _pieces(text):
        wide = text_width(piece.rstrip(), size)
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        if wide > room:
            # a word wider than its line is torn
            more = int(wide / room)
            lines, used = lines + more, wide - more * room
        else:
            used += text_width(piece, size)
    return lines


def longest_word(text: str, size: float) -> float:
    """The width of the widest piece of a text that no line break divides, in points."""
    return max((text_width(piece.rstrip(), size) for piece in _pieces(text)), default=0.0)


@lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in pairwise([0, *break_points(text)]))
