"""The room that floating drawings leave to the text beside them (ECMA-376 part 1, §20.4.2.16–20).

Word's rules here are measured ones: an inch at least, text on both sides, space before kept by a line that is pushed
down, and what hangs from a later paragraph parts the lines above it too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .drawn import Anchor, Drawing
from .flow import Paragraph

NARROWEST = 72.0
"""Text stands beside a float only where at least so much room is left, in points: an inch, whatever the text, its size
and its spacing; a word that is longer is cut.
"""
ROUNDING = 0.05
"""A twip: lengths come in twips and in EMU."""
Key = tuple[int, int]


class Obstacle(NamedTuple):
    """Where text may not stand: a rectangle of the page; `whole` if nothing may stand beside it either.

    key: of the drawing that it belongs to: the number of its paragraph, and its place among that paragraph's floats.
    x, y: where that drawing stands.
    """

    left: float
    top: float
    right: float
    bottom: float
    whole: bool
    side: str = "bothSides"
    key: Key = (0, 0)
    x: float = 0.0
    y: float = 0.0


def obstacle(drawing: Drawing, x: float, y: float, key: Key = (0, 0)) -> Obstacle | None:
    """What a drawing at (x, y) keeps free of text; None for one that text runs over or under."""
    anchor: Anchor | None = drawing.anchor
    if anchor is None or anchor.wrap == "none":
        return None
    left, top, right, bottom = anchor.distances
    whole = anchor.wrap == "topAndBottom"
    ends = x + drawing.width + right, y + drawing.height + bottom
    return Obstacle(x - left, y - top, *ends, whole, anchor.side, key, x, y)


def floats_of(paragraph: Paragraph) -> list[tuple[Key, Drawing]]:
    """The drawings of a paragraph that text runs round, with their keys."""
    found = [item for item in paragraph.inlines if isinstance(item, Drawing) and item.anchor is not None]
    return [
        ((paragraph.number, index), item)
        for index, item in enumerate(found)
        if item.anchor is not None and item.anchor.wrap != "none"
    ]


Gap = tuple[float, float]
"""The ends of the room that a line has, from the left edge of its column."""
Answer = tuple[float, tuple[Gap, ...]]


def free_room(
    obstacles: Sequence[Obstacle],
    x: float,
    width: float,
    y: float,
    height: float,
    lead: float = 0.0,
) -> Answer:
    """(y, gaps) where a line `height` points high may stand in a column, at `y` or below.

    lead: the space before it, which it keeps with it when it is pushed down.
    """
    for _ in range(len(obstacles) + 1):
        met = _met(obstacles, x, x + width, y - lead, y + height)
        if not met:
            break
        if _gaps(met, x, width):
            beside = _met(met, x, x + width, y, y + height)
            return y, _gaps(beside, x, width) if beside else ((0.0, width),)
        y = min(item.bottom for item in met) + lead
    return y, ((0.0, width),)


def _gaps(obstacles: Sequence[Obstacle], x: float, width: float) -> tuple[Gap, ...]:
    """What is free beside `obstacles`: gaps that are wide enough, left to right."""
    gaps: list[Gap] = [(0.0, width)]
    for item in obstacles:
        if item.whole:
            return ()
        left, right, side = item.left - x, item.right - x, item.side
        if side == "largest":
            side = "left" if left >= width - right else "right"
        low, high = (0.0 if side == "right" else left), (width if side == "left" else right)
        if side == "right":
            low = min(low, left)
        parted: list[Gap] = []
        for start, end in gaps:
            if low < end and high > start:
                parted += [(start, min(end, low)), (max(start, high), end)]
            else:
                parted.append((start, end))
        gaps = [(start, end) for start, end in parted if end - start >= NARROWEST - ROUNDING]
    return tuple(gaps)


class Beside:
    """The room that the lines of one paragraph have beside floats, asked for line by line.

    start: the y of the first line asked for; lead: the space before it. bottom: where the page ends: what goes beyond
    it goes to the next page, where nothing stands yet. known: the answers for the lines before that one, which stand
    already. answers: what was said, as (how far a line moved down, its gaps).
    """

    def __init__(
        self,
        obstacles: Sequence[Obstacle],
        column: tuple[float, float],
        start: float,
        lead: float,
        bottom: float | None = None,
        known: Sequence[Answer] = (),
    ) -> None:
        self._obstacles = obstacles
        self._column = column
        self._start = start
        self._lead = lead
        self._bottom = bottom
        self._known = known
        self.answers: list[Answer] = []

    def __call__(self, y: float, height: float) -> Answer:
        """(y, gaps) for the next line, which would begin at `y` in its paragraph."""
        index = len(self.answers)
        if index < len(self._known):
            moved, gaps = self._known[index]
        else:
            if index == len(self._known):
                self._start -= y
            found, gaps = self._find(self._start + y, height, 0.0 if index else self._lead)
            moved = found - self._start - y
        self.answers.append((moved, gaps))
        return y + moved, gaps

    def _find(self, at: float, height: float, lead: float) -> Answer:
        whole = ((0.0, self._column[1]),)
        bottom = self._bottom
        if bottom is not None and at + height > bottom + 0.1:
            return at, whole
        found, gaps = free_room(self._obstacles, *self._column, at, height, lead)
        if bottom is not None and found + height > bottom + 0.1:
            return max(at, bottom), whole
        return found, gaps


def below(obstacles: Sequence[Obstacle], left: float, right: float, y: float, height: float) -> float:
    """The y, not above the given one, where a rectangle touches no obstacle: a table stands beside none."""
    for _ in obstacles:
        met = _met(obstacles, left + 1.0, right - 1.0, y + 1.0, y + height)
        if not met:
            break
        y = max(item.bottom for item in met)
    return y


def _met(obstacles: Iterable[Obstacle], left: float, right: float, top: float, bottom: float) -> list[Obstacle]:
    return [
        item
        for item in obstacles
        if item.top < bottom - 0.01 and item.bottom > top + 0.01 and item.left < right and item.right > left
    ]
