"""The axis of a chart: where it starts and stops, and the round numbers on it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ..thai.numbers import number

MOST_STEPS = 5
"""Six grid lines at most."""
ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
LEAST = Decimal("0.000001")
"""Figures that differ by less are the same on paper."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From `start` to `stop`, a number at each multiple of `step` between them."""

    start: Decimal
    stop: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The numbers on the axis, both ends included where they are multiples of `step`."""
        first = (self.start / self.step).to_integral_value(ROUND_CEILING)
        last = (self.stop / self.step).to_integral_value(ROUND_FLOOR)
        return tuple(self.step * (first + turn) for turn in range(int(last - first) + 1))

    def text(self, tick: Decimal) -> str:
        """A number on the axis as it is written there."""
        exponent = self.step.normalize().as_tuple().exponent
        return number(tick, max(0, -exponent) if isinstance(exponent, int) else 0)

    def share(self, value: Decimal) -> float:
        """How far along the axis a value is: 0 at the start, 1 at the stop."""
        return float((value - self.start) / (self.stop - self.start))


def nice_axis(low: Decimal, high: Decimal, lowest: Decimal | None = None, highest: Decimal | None = None) -> Axis:
    """An axis that holds `low` and `high`, of two to five round steps; `lowest` and `highest`: its ends where given.

    An end that is given moves out only where a figure lies beyond it.
    """
    low, high = min(low, high), max(low, high)
    if lowest is not None:
        low = min(low, lowest)
    if highest is not None:
        high = max(high, highest)
    if high - low < LEAST:
        low, high = low - (lowest is None), high + (highest is None or lowest is not None)
    step = _step(low, high)
    start = low if lowest is not None else _outward(low, step, ROUND_FLOOR)
    stop = high if highest is not None else _outward(high, step, ROUND_CEILING)
    return Axis(start, stop, step)


def _step(low: Decimal, high: Decimal) -> Decimal:
    """The smallest round step of which at most five go from below `low` to above `high`."""
    power = Decimal(1).scaleb(((high - low) / MOST_STEPS).adjusted())
    steps = (power * part for part in (*ROUND, Decimal(20), Decimal(50)))
    return next(step for step in steps if _steps(low, high, step) <= MOST_STEPS)


def _steps(low: Decimal, high: Decimal, step: Decimal) -> Decimal:
    return (high / step).to_integral_value(ROUND_CEILING) - (low / step).to_integral_value(ROUND_FLOOR)


def _outward(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step
