"""Tab characters: where each leads, and how the text after it stands there (ECMA-376 part 1, §17.3.1.37)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .cutting import width_until
from .flow import ParagraphLook, TabStop
from .pieces import TEXT, Piece

TOLERANCE = 0.05
"""Positions that differ by less than this many points are the same: Word counts in twips."""


@dataclass(slots=True)
class OpenTab:
    """A tab whose text is still being set: where it starts and leads, its kind, and how wide the text is so far.

    piece: its index in the paragraph. pointed: the decimal point of a `decimal` one has been met.
    """

    piece: int
    start: float
    stop: float
    kind: str
    used: float = 0.0
    pointed: bool = False

    @property
    def width(self) -> float:
        """The room the tab itself takes, in points."""
        share = {"left": 0.0, "center": 0.5}.get(self.kind, 1.0)
        return max(0.0, self.stop - self.start - self.used * share)

    def take(self, piece: Piece) -> float:
        """Take in the next piece of its text; where the line is after it."""
        beyond = 0.0
        if self.pointed:
            beyond = piece.width
        elif self.kind == "decimal" and piece.kind == TEXT and "." in piece.text:
            beyond = piece.width - width_until(piece, piece.text.index("."))
            self.pointed = True
        self.used += piece.width - beyond
        self.start += beyond
        self.stop += beyond
        return self.start + self.width + self.used


class Stop(NamedTuple):
    """Where a tab leads. known: a stop was set there, it is not one of the default ones."""

    position: float
    kind: str = "left"
    leader: str = "none"
    known: bool = True


class TabStops:
    """The tab stops of one paragraph; `default` is the distance of the default ones, in points."""

    def __init__(self, look: ParagraphLook, default: float) -> None:
        self._look = look
        self._default = default
        stops = [stop for stop in look.tabs if stop.kind != "bar"]
        # the left indent of a hanging paragraph is a stop of its own, behind those set in the hanging part
        if look.first < 0 and not any(abs(stop.position - look.left) < 0.1 for stop in stops):
            stops.append(TabStop(look.left))
            stops.sort(key=lambda stop: stop.position)
        self._stops = stops

    def after(self, x: float, right: float, piece: Piece) -> Stop:
        """Where the tab `piece` at `x` leads, in a line that ends at `right`."""
        alignment = piece.tab.alignment
        if alignment:
            left = self._look.left
            position = {"left": left, "center": (right + left) / 2}.get(alignment, right)
            return Stop(position, alignment if alignment in ("center", "right") else "left", piece.tab.leader)
        for stop in self._stops:
            if stop.position > x + TOLERANCE:
                kind = stop.kind if stop.kind in ("center", "right", "decimal") else "left"
                return Stop(stop.position, kind, stop.leader)
        step = self._default
        return Stop((int((x + TOLERANCE) / step) + 1) * step if x >= 0 else 0.0, known=False)
