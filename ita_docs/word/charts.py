"""The filters that draw a chart of rows: bars, and a line through years."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jinja2 import Environment, pass_environment
from jinja2.filters import make_attrgetter

from ..thai.numbers import number
from .axes import Axis
from .chart_data import (
    MOST_DECIMALS,
    ChartData,
    Colours,
    Columns,
    Point,
    bar_axis,
    figure,
    line_axis,
    one_line,
    read_points,
)
from .lying_bars import lying_bars
from .pictures import MOST_HIGH, ShownDrawing
from .upright_charts import columns
from .upright_charts import line as line_marks

POINTS = 72 / 2.54
"""In a centimetre."""
LEAST_WIDE, MOST_WIDE, LEAST_HIGH = 5.0, 25.0, 3.0
LEAST_FONT, MOST_FONT = 7.0, 24.0
COLOUR = re.compile("[0-9A-Fa-f]{6}")
DIRECTIONS = ("rows", "columns")


@pass_environment
def bar_chart(
    environment: Environment,
    rows: Any,
    label: str,
    value: str,
    *,
    width: Any = 15,
    height: Any = None,
    lowest: Any = None,
    highest: Any = None,
    line: Any = None,
    line_label: str = "",
    highlight: str = "",
    direction: str = "rows",
    decimals: int | None = None,
    size: Any = 12,
    description: str = "",
    colours: Iterable[str] = (),
) -> ShownDrawing | str:
    """A chart of bars: the fields `label` and `value` of each row, `highlight` where a bar is darker. Width and height
    in centimetres; `line`: a threshold, bars below it in a warm colour; direction "rows" or "columns"; colours: plain,
    highlighted, low, low and highlighted.
    """
    if direction not in DIRECTIONS:
        raise ValueError(f"direction: {', '.join(DIRECTIONS)}")
    points = _points(environment, rows, label, value, highlight, decimals)
    figures = [point.value for point in points if point.value is not None]
    if not figures:
        return ""
    threshold = figure(line)
    axis = bar_axis(figures, figure(lowest), figure(highest), threshold)
    data = _data(points, axis, threshold, line_label, colours, size, width, height)
    upright = columns(data) if direction == "columns" else None
    return _shown("แผนภูมิแท่ง", description, data, upright or lying_bars(data, MOST_HIGH * POINTS))


@pass_environment
def line_chart(
    environment: Environment,
    rows: Any,
    label: str,
    value: str,
    *,
    width: Any = 15,
    height: Any = None,
    lowest: Any = None,
    highest: Any = None,
    line: Any = None,
    line_label: str = "",
    highlight: str = "",
    decimals: int | None = None,
    size: Any = 12,
    description: str = "",
    colours: Iterable[str] = (),
) -> ShownDrawing | str:
    """A line through the values of rows in order, as of years; takes what `bar_chart` takes but for the direction. Its
    axis begins at zero only where the figures are near it, or at `lowest`.
    """
    points = _points(environment, rows, label, value, highlight, decimals)
    figures = [point.value for point in points if point.value is not None]
    if not figures:
        return ""
    threshold = figure(line)
    axis = line_axis(figures, figure(lowest), figure(highest), threshold)
    data = _data(points, axis, threshold, line_label, colours, size, width, height)
    return _shown("แผนภูมิเส้น", description, data, line_marks(data))


def _points(
    environment: Environment, rows: Any, label: str, value: str, highlight: str, decimals: Any
) -> tuple[Point, ...]:
    if decimals is not None and (not isinstance(decimals, int) or not 0 <= decimals <= MOST_DECIMALS):
        raise ValueError(f"decimals: 0–{MOST_DECIMALS}")
    if rows is None or isinstance(rows, str):
        if rows and rows.strip():
            raise ValueError(f"“{rows}” ไม่ใช่ตาราง")
        return ()
    lit = make_attrgetter(environment, str(highlight)) if highlight else (lambda row: False)
    # the sandbox's own look-up: a name is never a way to Python's internals
    names = Columns(make_attrgetter(environment, str(label)), make_attrgetter(environment, str(value)), lit)
    return read_points(rows, names, decimals)


def _data(
    points: tuple[Point, ...],
    axis: Axis,
    threshold: Decimal | None,
    line_label: str,
    colours: Iterable[str],
    size: Any,
    width: Any,
    height: Any,
) -> ChartData:
    given = [str(colour) for colour in ([colours] if isinstance(colours, str) else colours)]
    if len(given) > 4 or not all(COLOUR.fullmatch(colour) for colour in given):
        raise ValueError('colours: ["1F3864", …] (RRGGBB)')
    return ChartData(
        points,
        axis,
        threshold,
        one_line(line_label) or ("" if threshold is None else number(threshold)),
        Colours(*given),
        _between("size", size, LEAST_FONT, MOST_FONT),
        _between("width", width, LEAST_WIDE, MOST_WIDE) * POINTS,
        None if height is None else _between("height", height, LEAST_HIGH, MOST_HIGH) * POINTS,
    )


def _between(name: str, value: Any, least: float, most: float) -> float:
    read = figure(value)
    if read is None or not least <= read <= most:
        raise ValueError(f"{name}: {least:g}–{most:g}")
    return float(read)


def _shown(name: str, description: Any, data: ChartData, drawn: tuple[float, tuple[Any, ...]]) -> ShownDrawing:
    height, marks = drawn
    said = ", ".join(f"{point.label} {point.shown or '–'}".strip() for point in data.points)
    threshold = "" if data.threshold is None else f" (เส้นเกณฑ์ {number(data.threshold)})"
    return ShownDrawing(name, one_line(description) or f"{name}{threshold}: {said}", data.width, height, marks)
