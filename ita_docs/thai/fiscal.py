"""The fiscal year: 1 October to 30 September, named by the Buddhist year it ends in (saraban-spec §11)."""

from __future__ import annotations

from datetime import date

from .dates import BUDDHIST


def fiscal_year(day: date) -> int:
    """The fiscal year of a day, as a Buddhist year: 1 October 2023 is in 2567."""
    return day.year + BUDDHIST + (day.month >= 10)


def quarter(day: date) -> int:
    """The quarter of the fiscal year, 1 to 4: October to December is 1."""
    return (day.month - 10) % 12 // 3 + 1
