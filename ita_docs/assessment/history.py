"""An office's totals through the years, each with its difference to the year before."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from ..thai.numbers import rounded

Trend = Literal["เพิ่มขึ้น", "ลดลง", "คงที่"]


class Year(NamedTuple):
    """One fiscal year's total; without the year before there is neither difference nor trend."""

    year: int
    score: Decimal
    difference: Decimal | None
    trend: Trend | None


def yearly(totals: Mapping[int, Decimal]) -> tuple[Year, ...]:
    """The years in order; scores and differences have two decimals, a difference is that of the scores as shown."""
    scores = {year: rounded(totals[year], 2) for year in sorted(totals)}
    return tuple(_year(year, score, scores.get(year - 1)) for year, score in scores.items())


def trend_of(difference: Decimal) -> Trend:
    """The word for a difference."""
    if difference == 0:
        return "คงที่"
    return "เพิ่มขึ้น" if difference > 0 else "ลดลง"


def _year(year: int, score: Decimal, before: Decimal | None) -> Year:
    if before is None:
        return Year(year, score, None, None)
    return Year(year, score, score - before, trend_of(score - before))
