"""Text columns: evened out where a continuous section follows, and the lines between them (ECMA-376 part 1, §17.6.4).

Word starts the section after columns as high as it can (§17.18.77, note): the lowest height in which they hold all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .flow import Section
from .model import Box, Shape
from .strips import Strip

SLACK = 0.1
RULE = 0.5
"""The line between columns, in points."""
STEPS = 24
"""How often the height is halved: to a thousandth of a point."""
Placed = list[tuple[Strip, float]]


@dataclass(slots=True)
class Column:
    """A text column of the page being filled: where it stands, and what stands in it; top: where it begins."""

    x: float
    width: float
    section: Section
    top: float = 0.0
    placed: Placed = field(default_factory=list)

    @property
    def low(self) -> float:
        """Where its text ends."""
        return max((y + strip.height for strip, y in self.placed), default=self.top)


def spread_out(placed: Placed, bottom: float) -> Placed:
    """What stands in a column, with the room left above `bottom` shared out between its paragraphs and tables."""
    starts = [
        strip.first or (strip.row is not None and (before.row is None or strip.row.table is not before.row.table))
        for (before, _), (strip, _) in pairwise(placed)
    ]
    free = bottom - max((y + strip.height for strip, y in placed), default=bottom)
    if free <= 0 or not any(starts):
        return placed
    step = free / sum(starts)
    spread = placed[:1]
    shift = 0.0
    for (strip, y), start in zip(placed[1:], starts, strict=True):
        shift += step if start else 0.0
        spread.append((strip, y + shift))
    return spread


def even_out(columns: Sequence[Column]) -> None:
    """Part what stands in `columns` so that they are as low as can be.

    Columns stay as they are where a column break, a float or the header of a table holds something in its place.
    """
    strips = [strip for column in columns for strip, _ in column.placed]
    if len(columns) < 2 or not strips or len({round(column.width, 2) for column in columns}) > 1:
        return
    for strip in strips:
        held = strip.line is not None and strip.line.above
        if strip.then or held or (strip.row is not None and strip.row.element_free):
            return
    top = columns[0].top
    lead = columns[0].placed[0][1] - top if columns[0].placed else 0.0
    high = max(column.low for column in columns) - top
    low = sum(strip.height for strip in strips) / len(columns)
    best = None
    for _ in range(STEPS):
        middle = (low + high) / 2
        made = _filled(strips, len(columns), lead, middle)
        if made is None:
            low = middle
        else:
            best, high = made, middle
    if best is None:
        return
    for column, placed in zip(columns, best, strict=True):
        column.placed[:] = [(strip, column.top + y) for strip, y in placed]


def _filled(strips: Sequence[Strip], count: int, lead: float, height: float) -> list[Placed] | None:
    """`strips` in columns `height` points high; None where these do not hold them."""
    columns: list[Placed] = [[]]
    y = lead
    for strip in strips:
        column = columns[-1]
        before = strip.before if column else 0.0
        if column and y + before + strip.height > height + SLACK:
            cut = len(column)
            while cut and column[cut - 1][0].keep:
                cut -= 1
            cut = cut or len(column)
            moved = [item for item, _ in column[cut:]]
            del column[cut:]
            if len(columns) == count:
                return None
            column, y = [], 0.0
            columns.append(column)
            for item in moved:
                y += item.before if column else 0.0
                column.append((item, y))
                y += item.height
            before = strip.before if column else 0.0
        y += before
        column.append((strip, y))
        y += strip.height
        if y > height + SLACK:
            return None
    return columns + [[] for _ in range(count - len(columns))]


def rules_between(columns: Sequence[Column]) -> list[Box]:
    """The lines between columns that stand beside each other, as long as the longest of them."""
    made: list[Box] = []
    at = 0
    while at < len(columns):
        end = at + 1
        while (
            end < len(columns) and columns[end].section is columns[at].section and columns[end].top == columns[at].top
        ):
            end += 1
        group = columns[at:end]
        low, top = max(column.low for column in group), group[0].top
        if group[0].section.ruled and low > top:
            for left, right in pairwise(group):
                if right.placed:
                    x = (left.x + left.width + right.x) / 2
                    path = (("m", 0.0, 0.0), ("l", 0.0, low - top))
                    made.append(Shape(x, top, 0.0, low - top, path, None, "000000", RULE))
        at = end
    return made
