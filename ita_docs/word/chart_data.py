"""What a chart shows: its points, axis, threshold and colours, read from rows of data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any, NamedTuple

from ..thai.fault import Fault
from ..thai.numbers import exact, number, parse_number
from .axes import Axis, nice_axis

MOST_ROWS = 200
MOST_FIGURE = Decimal(10) ** 12
MOST_DECIMALS = 6
LONGEST = 120
"""The longest name, in characters; what is longer is cut."""
CRAMPED = "แผนภูมิเล็กเกินไปสำหรับข้อมูลนี้"
FEW_DECIMALS = 2
"""The most decimals of figures where none are asked for."""


class Point(NamedTuple):
    """A row of a chart: value None leaves a gap; shown: the value as it is written."""

    label: str
    value: Decimal | None
    shown: str
    highlighted: bool


class Colours(NamedTuple):
    """RRGGBB of bars, of highlighted ones, and of both below the threshold: told apart in grey print too."""

    plain: str = "9DB8DD"
    highlight: str = "1F3864"
    low: str = "C8702A"
    low_highlight: str = "7A2E0A"
    grid: str = "D0D0D0"
    axis: str = "7F7F7F"
    threshold: str = "404040"


class ChartData(NamedTuple):
    """A chart before its geometry. threshold: the dashed line; size: of its font; lengths in points."""

    points: tuple[Point, ...]
    axis: Axis
    threshold: Decimal | None
    threshold_label: str
    colours: Colours
    size: float
    width: float
    height: float | None

    def colour(self, point: Point) -> str:
        """The colour of a point's bar."""
        low = self.threshold is not None and point.value is not None and point.value < self.threshold
        plain, dark = self.colours.low if low else self.colours.plain, self.colours.highlight
        return (self.colours.low_highlight if low else dark) if point.highlighted else plain

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """The values that there are."""
        return tuple(point.value for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True)
class Columns:
    """How a row is read: what gives its label, its value, and whether it is highlighted."""

    label: Callable[[Any], Any]
    value: Callable[[Any], Any]
    highlight: Callable[[Any], Any]


def read_points(rows: Iterable[Any], columns: Columns, decimals: int | None) -> tuple[Point, ...]:
    """The points of `rows`; decimals: None for as many as the figures have, two at most.

    Raises: ValueError for more than 200 rows, or for a value that is no number.
    """
    taken = list(islice(rows, MOST_ROWS + 1))
    if len(taken) > MOST_ROWS:
        raise ValueError(f"แผนภูมิมีได้ไม่เกิน {MOST_ROWS} แถว")
    found = [
        (_cut(one_line(columns.label(row))), figure(columns.value(row)), bool(columns.highlight(row))) for row in taken
    ]
    places = _places(value for _, value, _ in found) if decimals is None else decimals
    return tuple(
        Point(label, value, "" if value is None else number(value, places), highlighted)
        for label, value, highlighted in found
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _places(values: Iterable[Decimal | None]) -> int:
    most = 0
    for value in values:
        exponent = 0 if value is None else value.normalize().as_tuple().exponent
        most = max(most, -exponent if isinstance(exponent, int) else 0)
    return min(most, FEW_DECIMALS)


def figure(value: Any) -> Decimal | None:
    """A value as a number; None for none. Raises ValueError for what is no number, or too large to draw."""
    if type(value).__module__ == "jinja2.runtime":
        value = str(value)  # a name without a value is nothing, or fails where the template is strict
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        if isinstance(value, str):
            read = parse_number(value)
        elif isinstance(value, Fraction):
            read = Decimal(value.numerator) / Decimal(value.denominator)
        else:
            read = exact(value)
    except (ValueError, ArithmeticError):
        read = Fault("not-a-number")
    if isinstance(read, Fault) or abs(read) > MOST_FIGURE:
        raise ValueError(f"“{value}” ไม่ใช่ตัวเลขที่วาดในแผนภูมิได้")
    return read


def one_line(value: Any) -> str:
    """A value as text on one line, without characters that XML does not have."""
    text = " ".join(("" if value is None else str(value)).split())
    return "".join(character for character in text if character.isprintable() or "\ufdd0" <= character <= "\ufdef")


def bar_axis(figures: Iterable[Decimal], lowest: Decimal | None, highest: Decimal | None, line: Decimal | None) -> Axis:
    """The axis of bars: it holds zero, unless `lowest` says otherwise."""
    held = [*figures, *(() if line is None else (line,)), *(() if lowest is not None else (Decimal(0),))]
    return nice_axis(min(held), max(held), lowest, highest)


def line_axis(
    figures: Iterable[Decimal], lowest: Decimal | None, highest: Decimal | None, line: Decimal | None
) -> Axis:
    """The axis of a line: it begins at zero only where the figures are near it; a little room below the lowest."""
    held = [*figures, *(() if line is None else (line,))]
    low, high = min(held), max(held)
    if low >= 0 and 2 * (high - low) > high:
        low = Decimal(0)
    elif low > 0:
        low = max(Decimal(0), low - (high - low) / 10)
    return nice_axis(low, high, lowest, highest)
