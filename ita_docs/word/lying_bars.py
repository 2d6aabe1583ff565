"""A chart of bars that lie under each other: name, bar, figure. Lengths in points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .chart_data import CRAMPED, LONGEST, ChartData
from .drawingml import Label, Mark, Rectangle, Segment
from .label_sizes import LINE, SLACK, lines_of, text_width

LEAST_SIZE = 7.0
SHARES = (0.25, 0.32, 0.4, 0.48, 0.55)
"""Of the width, what names may take."""
PITCH = 1.75
"""From bar to bar, in em, where the height is not asked for."""
BAR, THICKEST = 0.6, 24.0
"""A bar's share of its row, and its most."""
GAP = 4.0
LEAST_PLOT = 0.2
"""Of the width, what is left for the bars."""


class _Fit(NamedTuple):
    """What fits: the size of the font, the room of the names, the height of the whole and of a row."""

    size: float
    names: float
    height: float
    pitch: float


def lying_bars(data: ChartData, most_high: float) -> tuple[float, tuple[Mark, ...]]:
    """The height of the chart and its marks; higher than asked where its names would not fit, at most `most_high`.

    Raises: ValueError where not even that is enough.
    """
    fit = _fit(data, most_high)
    return fit.height, tuple(_marks(data, fit))


def _fit(data: ChartData, most_high: float) -> _Fit:
    if (found := _at(data, data.size, 1, data.height or most_high, SHARES[:3])) is not None:
        return found
    for most_lines in (2, 9):
        size = data.size
        while size >= LEAST_SIZE:
            if (found := _at(data, size, most_lines, data.height or most_high)) is not None:
                return found
            size -= 0.5
    if (found := _at(data, LEAST_SIZE, LONGEST, most_high, tight=True)) is not None:
        return found
    raise ValueError(CRAMPED)


def _at(
    data: ChartData,
    size: float,
    most_lines: int,
    most_high: float,
    shares: tuple[float, ...] = SHARES,
    *,
    tight: bool = False,
) -> _Fit | None:
    """How the chart fits with a font of `size` points and names of so many lines; None where it does not.

    tight: the rows as low as they may be, whatever height was asked for.
    """
    widest = max(text_width(point.label, size) for point in data.points) + SLACK
    line = LINE * size
    for share in shares:
        names = min(widest, share * data.width)
        lines = max(lines_of(point.label, size, names - SLACK) for point in data.points)
        if lines > most_lines:
            continue
        least = lines * line + 2
        if _plot(data, size, names)[1] < LEAST_PLOT * data.width:
            continue
        around = _above(data, size) + line + GAP
        if around + least * len(data.points) > most_high:
            continue
        if data.height is not None and not tight:
            return _Fit(size, names, data.height, (data.height - around) / len(data.points))
        pitch = least if tight else min(max(PITCH * size, least), (most_high - around) / len(data.points))
        return _Fit(size, names, around + pitch * len(data.points), pitch)
    return None


def _plot(data: ChartData, size: float, names: float) -> tuple[float, float]:
    """Where the bars' room begins, and its width."""
    figures = _widest(point.shown for point in data.points) * size + SLACK + GAP
    tick = _widest(map(data.axis.text, data.axis.ticks)) * size / 2 + SLACK
    left = max(names + GAP + (figures if min(data.figures) < 0 else 0.0), tick)
    return left, data.width - left - max(figures, tick)


def _widest(texts: Iterable[str]) -> float:
    """The width of the widest text, in em."""
    return max(text_width(text, 1.0) for text in texts)


def _above(data: ChartData, size: float) -> float:
    """The height over the bars: where the threshold is named."""
    return GAP if data.threshold is None else LINE * size + 2


def _marks(data: ChartData, fit: _Fit) -> Iterator[Mark]:
    size, line, axis = fit.size, LINE * fit.size, data.axis
    ticks = [(axis.share(tick), axis.text(tick)) for tick in axis.ticks]
    left, width = _plot(data, size, fit.names)
    top, bottom = _above(data, size), fit.height - line - GAP / 2
    every = 1
    widest = max(text_width(text, size) for _, text in ticks) + 2 * SLACK
    while every < len(ticks) and widest > width / max(1, len(ticks) - 1) * every:
        every += 1
    for index, (share, text) in enumerate(ticks):
        x = left + share * width
        yield Segment(x, top, x, bottom, data.colours.grid, 0.5, name=f"เส้น {text}")
        if index % every == 0:
            yield Label(x - widest / 2, bottom + 1, widest, line, text, size=size, name=f"แกน {text}")
    zero = left + min(1.0, max(0.0, axis.share(axis.start * 0))) * width
    thick = min(THICKEST, BAR * fit.pitch)
    for index, point in enumerate(data.points):
        if point.value is not None:
            middle = top + (index + 0.5) * fit.pitch
            end = left + axis.share(point.value) * width
            box = (min(zero, end), middle - thick / 2, abs(end - zero), thick)
            yield Rectangle(*box, data.colour(point), f"แท่ง {point.label}")
    yield Segment(zero, top, zero, bottom, data.colours.axis, 0.75, name="แกน")
    crossed = [left + share * width for share, _ in ticks]
    if data.threshold is not None:
        middle = left + axis.share(data.threshold) * width
        crossed.append(middle)
        yield Segment(middle, top, middle, bottom, data.colours.threshold, 1.0, True, "เกณฑ์")
        wide = text_width(data.threshold_label, size) + 2 * SLACK
        wide = min(wide, data.width)
        x = min(max(0.0, middle - wide / 2), data.width - wide)
        yield Label(x, 0.0, wide, line, data.threshold_label, size=size, name="ชื่อเกณฑ์")
    for index, point in enumerate(data.points):
        row = top + index * fit.pitch
        bold = point.highlighted
        if point.label:
            yield Label(0.0, row, fit.names, fit.pitch, point.label, "right", size, bold, name=f"ชื่อ {point.label}")
        if point.value is not None:
            end = left + axis.share(point.value) * width
            wide = text_width(point.shown, size) + SLACK
            x, align = (end - GAP / 2 - wide, "right") if point.value < 0 else (end + GAP / 2, "left")
            y = row + (fit.pitch - line) / 2
            # a figure is not struck through by the lines behind it
            fill = "FFFFFF" if any(x < line_at < x + wide for line_at in crossed) else None
            yield Label(x, y, wide, line, point.shown, align, size, bold, fill, f"ค่า {point.label}")
