"""Charts that stand on a level axis: columns, and a line through years. Lengths in points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from .chart_data import CRAMPED, ChartData, Point
from .drawingml import Dot, Label, Mark, Rectangle, Segment
from .label_sizes import LINE, SLACK, lines_of, longest_word, text_width

LEAST_SIZE = 7.0
HEIGHT = 200.0
"""Where none is asked for: 7 cm."""
COLUMN, WIDEST = 0.62, 42.0
"""A column's share of its place, and its most."""
LEAST_PLOT = 0.4
"""Of the height and of the width, what is left for the columns or the line."""
MOST_LINES = 4
NAMED = 0.2
"""The share of the width that the threshold's name may take."""
DOT, GAP = 2.6, 4.0


class _Frame(NamedTuple):
    """Where the chart is drawn: the plot, the place of each point, the size of the font, which points are named."""

    size: float
    left: float
    top: float
    width: float
    height: float
    place: float
    every: int
    below: float

    @property
    def line(self) -> float:
        return LINE * self.size

    def x(self, index: int) -> float:
        """The middle of a point's place: the first and the last name stay within the plot."""
        return self.left + (index + self.every / 2) * self.place

    @property
    def room(self) -> float:
        """The width that a name may take."""
        return self.place * self.every - self.size / 2

    def y(self, share: float) -> float:
        """How far down a share of the axis is."""
        return self.top + (1 - share) * self.height


def columns(data: ChartData) -> tuple[float, tuple[Mark, ...]] | None:
    """The height of the chart and its marks; None where the names do not fit below their columns."""
    height = data.height or HEIGHT
    frame = _fit(data, height, LEAST_SIZE, 1)
    return None if frame is None else (height, (*_grid(data, frame), *_columns(data, frame)))


def line(data: ChartData) -> tuple[float, tuple[Mark, ...]]:
    """The height of the chart and its marks; where names or figures would touch only each second, third … has them.

    Raises: ValueError where not even the last fits.
    """
    height = data.height or HEIGHT
    frame = _fit(data, height, max(LEAST_SIZE, data.size - 2), 1)
    for every in range(1, len(data.points) + 1):
        frame = frame or _fit(data, height, LEAST_SIZE, every)
    if frame is None:
        raise ValueError(CRAMPED)
    return height, (*_grid(data, frame), *_line(data, frame))


def _fit(data: ChartData, height: float, least: float, every: int) -> _Frame | None:
    """The frame with the largest font, down to `least`, in which no text touches another."""
    size = data.size
    while size >= least:
        frame = _frame(data, height, size, every)
        fits = all(
            longest_word(point.label, size) <= frame.room and text_width(point.shown, size) + SLACK <= frame.room
            for point in _named(data, every)
        )
        low = frame.height < LEAST_PLOT * height or frame.width < LEAST_PLOT * data.width
        if fits and not low and frame.below <= MOST_LINES * frame.line:
            return frame
        size -= 0.5
    return None


def _named(data: ChartData, every: int) -> list[Point]:
    """The points that have their name and figure written: the last, and each `every`-th before it."""
    return [point for index, point in enumerate(data.points) if _is_named(data, index, every)]


def _is_named(data: ChartData, index: int, every: int) -> bool:
    return (len(data.points) - 1 - index) % every == 0


def _frame(data: ChartData, height: float, size: float, every: int) -> _Frame:
    line = LINE * size
    ticks = max(text_width(data.axis.text(tick), size) for tick in data.axis.ticks)
    left = ticks + SLACK + GAP
    right = 1.0
    if data.threshold is not None:
        right = min(text_width(data.threshold_label, size) + SLACK, NAMED * data.width) + GAP
    width = max(1.0, data.width - left - right)
    place = width / (len(data.points) - 1 + every)
    room = place * every - size / 2
    below = max(lines_of(point.label, size, room) for point in _named(data, every)) * line
    # the figure of a column that hangs from its axis stands below it
    under = line if min(data.figures) < 0 else 0.0
    top = line + GAP
    return _Frame(size, left, top, width, height - top - below - under - GAP, place, every, below)


def _grid(data: ChartData, frame: _Frame) -> Iterator[Mark]:
    """Grid, axis numbers and the names of the points."""
    axis, right, size = data.axis, frame.left + frame.width, frame.size
    ticks = axis.ticks
    spacing = frame.height * (axis.share(ticks[1]) - axis.share(ticks[0])) if len(ticks) > 1 else frame.height
    every = max(1, -int(-frame.line // spacing))
    for index, tick in enumerate(ticks):
        y, text = frame.y(axis.share(tick)), axis.text(tick)
        yield Segment(frame.left, y, right, y, data.colours.grid, 0.5, name=f"เส้น {text}")
        if index % every == 0:
            box = (0.0, y - frame.line / 2, frame.left - GAP, frame.line)
            yield Label(*box, text, "right", size, name=f"แกน {text}")
    zero = frame.y(min(1.0, max(0.0, axis.share(axis.start * 0))))
    yield Segment(frame.left, zero, right, zero, data.colours.axis, 0.75, name="แกน")
    under = frame.line if min(data.figures) < 0 else 0.0
    wide = frame.room
    for index, point in enumerate(data.points):
        if point.label and _is_named(data, index, frame.every):
            y = frame.top + frame.height + under + GAP / 2
            box = (frame.x(index) - wide / 2, y, wide, lines_of(point.label, size, wide) * frame.line)
            name = f"ชื่อ {point.label}"
            yield Label(*box, point.label, size=size, bold=point.highlighted, name=name, anchor="t")


def _threshold(data: ChartData, frame: _Frame) -> Iterator[Mark]:
    if data.threshold is not None:
        y, right = frame.y(data.axis.share(data.threshold)), frame.left + frame.width
        yield Segment(frame.left, y, right, y, data.colours.threshold, 1.0, True, "เกณฑ์")
        wide = data.width - right - GAP / 2
        high = lines_of(data.threshold_label, frame.size, wide - SLACK) * frame.line
        box = (right + GAP / 2, max(0.0, y - high / 2), wide, high)
        yield Label(*box, data.threshold_label, "left", frame.size, name="ชื่อเกณฑ์")


def _columns(data: ChartData, frame: _Frame) -> Iterator[Mark]:
    axis = data.axis
    zero = frame.y(min(1.0, max(0.0, axis.share(axis.start * 0))))
    wide = min(WIDEST, COLUMN * frame.place)
    for index, point in enumerate(data.points):
        if point.value is not None:
            end = frame.y(axis.share(point.value))
            box = (frame.x(index) - wide / 2, min(zero, end), wide, abs(end - zero))
            yield Rectangle(*box, data.colour(point), f"แท่ง {point.label}")
    yield from _threshold(data, frame)

    def above(index: int, value_at: float) -> tuple[float, float]:
        figure = data.points[index].value
        hangs = figure is not None and figure < 0
        return frame.x(index), value_at + 1 if hangs else value_at - frame.line

    yield from _figures(data, frame, above)


def _line(data: ChartData, frame: _Frame) -> Iterator[Mark]:
    yield from _threshold(data, frame)
    heights = [None if point.value is None else frame.y(data.axis.share(point.value)) for point in data.points]

    def beside(index: int, at: float) -> tuple[float, float]:
        before = heights[index - 1] if index else None
        after = heights[index + 1] if index + 1 < len(heights) else None
        lower = [other is None or other < at - 1 for other in (before, after)]
        if all(lower) and (before, after) != (None, None) and at + DOT + frame.line <= frame.top + frame.height:
            return frame.x(index), at + DOT  # in a valley
        wide = text_width(data.points[index].shown, frame.size) + SLACK
        shift = 0.0
        if wide * 1.4 <= frame.place * frame.every:
            # where the line climbs past the figure, the figure gives way
            shift = 0.35 * wide * ((before is not None and before < at - 1) - (after is not None and after < at - 1))
        x = min(max(frame.left + wide / 2, frame.x(index) + shift), frame.left + frame.width - wide / 2)
        return x, at - DOT - frame.line

    yield from _figures(data, frame, beside)
    for index, (one, other) in enumerate(pairwise(heights)):
        if one is not None and other is not None:
            colour = data.colours.highlight
            yield Segment(frame.x(index), one, frame.x(index + 1), other, colour, 1.75, name="เส้นข้อมูล")
    for index, (point, at) in enumerate(zip(data.points, heights, strict=True)):
        if at is not None:
            yield Dot(frame.x(index), at, DOT, data.colour(point._replace(highlighted=True)), f"จุด {point.label}")


def _figures(data: ChartData, frame: _Frame, place: Callable[[int, float], tuple[float, float]]) -> Iterator[Mark]:
    """The figures; place: the middle and the top of one's box, from its index and how far down its value is."""
    # a figure is not struck through by the lines behind it
    crossed = [*data.axis.ticks, *(() if data.threshold is None else (data.threshold,))]
    levels = [frame.y(data.axis.share(level)) for level in crossed]
    for index, point in enumerate(data.points):
        if point.value is None or not _is_named(data, index, frame.every):
            continue
        x, y = place(index, frame.y(data.axis.share(point.value)))
        wide = min(text_width(point.shown, frame.size) + SLACK, frame.place * frame.every)
        fill = "FFFFFF" if any(y < level < y + frame.line for level in levels) else None
        box = (x - wide / 2, y, wide, frame.line)
        yield Label(*box, point.shown, size=frame.size, bold=point.highlighted, fill=fill, name=f"ค่า {point.label}")
