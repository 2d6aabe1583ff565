"""How the slack of a line is spread: alignment and the three kinds of justification (ECMA-376 part 1, §17.18.44)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .pieces import DRAWING, TAB, TEXT, Piece


class Spread(NamedTuple):
    """letter: points after every grapheme cluster of what spreads, from piece `start` on; word: points after every
    space, besides.
    """

    letter: float = 0.0
    word: float = 0.0
    start: int = 0


NONE = Spread()
JUSTIFIED = ("both", "distribute", "thaiDistribute")
LEAST = 0.07
"""By how much of the size a space may shrink: a quarter of its width, as Word does."""


def spread(alignment: str, pieces: Sequence[Piece], slack: float, *, ended: bool, broken: bool) -> tuple[float, Spread]:
    """How far a line moves right, and how it is stretched, to stand as `alignment` asks.

    pieces: without the spaces at the end. ended: the paragraph ends here; broken: a line break does.
    """
    if alignment == "left" or slack == 0 or not pieces:
        return 0.0, NONE
    if alignment == "right":
        return slack, NONE
    if alignment == "center":
        return slack / 2, NONE
    start = 0
    for index, piece in enumerate(pieces):
        if piece.kind == TAB:
            start = index + 1
    texts = [piece for piece in pieces[start:] if piece.kind == TEXT]
    spaces = sum(piece.shaped.spaces for piece in texts)
    if slack < 0:
        # what counted for less than it takes when the line was filled: spaces give way
        return 0.0, Spread(0.0, max(slack / spaces, -LEAST * texts[-1].size), start) if spaces else NONE
    if ended and alignment != "distribute":
        return 0.0, NONE
    if alignment == "both":
        return 0.0, Spread(0.0, slack / spaces, start) if spaces else NONE
    gaps = sum(piece.shaped.gaps for piece in texts if piece.spreads)
    gaps += sum(1 for piece in pieces[start:] if piece.kind == DRAWING)
    if pieces[-1].kind == DRAWING or pieces[-1].spreads:
        gaps -= 1
    if gaps < 1:
        return 0.0, NONE
    return 0.0, Spread(slack / gaps, 0.0, start)
