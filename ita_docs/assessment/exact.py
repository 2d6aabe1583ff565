"""A score without rounding, and how far figures that were printed with two decimals may have moved it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

HALF = Fraction(1, 200)
"""Half of the last of two decimals: a printed figure stands for anything so near."""


class Exact(NamedTuple):
    """A score: the true one is at most `slack` away from `value`."""

    value: Fraction
    slack: Fraction = Fraction(0)

    @property
    def rounded(self) -> Decimal:
        """To two decimals, half-up."""
        return half_up(self.value)

    def contradicts(self, printed: Decimal) -> bool:
        """Whether no rounding explains that `printed` is another figure."""
        return abs(Fraction(printed) - self.value) > HALF + self.slack


def as_printed(figure: Decimal) -> Exact:
    """The score that a printed figure stands for."""
    return Exact(Fraction(figure), HALF)


def weighted(scores: Sequence[Exact], weights: Sequence[Fraction | int]) -> Exact:
    """The sum of the scores, each times its weight."""
    pairs = list(zip(scores, weights, strict=True))
    return Exact(
        sum((score.value * weight for score, weight in pairs), Fraction(0)),
        sum((score.slack * weight for score, weight in pairs), Fraction(0)),
    )


def mean(scores: Sequence[Exact]) -> Exact:
    """The plain mean of at least one score."""
    return weighted(scores, [Fraction(1, len(scores))] * len(scores))


def half_up(value: Fraction) -> Decimal:
    """A score of two decimals, rounded half-up."""
    return Decimal(math.floor(value * 100 + Fraction(1, 2))).scaleb(-2)
