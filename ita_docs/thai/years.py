"""Buddhist years as people type them: `2566`, `ปีงบประมาณ พ.ศ. ๒๕๖๖`, `66`."""

from __future__ import annotations

import re
from typing import NamedTuple

from .dates import BUDDHIST, FIRST_BUDDHIST, FIRST_CHRISTIAN, LAST_BUDDHIST
from .fault import Fault
from .numerals import to_arabic
from .text import normal_form

WRITTEN = re.compile(r"(?:ประจำ)?(?:ปี)?\s*(?:งบประมาณ|การประเมิน)?\s*(?:พ\s?\.?\s?ศ\s?\.?)?\s*(\d{4}|\d{2})")
LONGEST = 60
"""Longest text that is read as a year, in characters."""


class YearReading(NamedTuple):
    """A Buddhist year as meant, and what is to be said of how it was typed."""

    value: int
    faults: tuple[Fault, ...] = ()


def parse_year(text: str) -> YearReading | Fault:
    """The Buddhist year that a text writes, or the fault `not-a-year`."""
    found = WRITTEN.fullmatch(to_arabic(normal_form(text)).strip()) if len(text) <= LONGEST else None
    return Fault("not-a-year") if found is None else buddhist_year(found[1])


def buddhist_year(digits: str) -> YearReading | Fault:
    """The year of two or four Arabic digits, or the fault `not-a-year`.

    Two digits, 50–99, are 25xx (`year-completed`); a Christian year becomes Buddhist (`christian-year`). Two digits
    below 50 can be either era.
    """
    typed = int(digits)
    if len(digits) == 2 and typed >= 50:
        return YearReading(2500 + typed, (Fault("year-completed", {"typed": digits, "meant": 2500 + typed}),))
    if FIRST_BUDDHIST <= typed <= LAST_BUDDHIST:
        return YearReading(typed)
    if FIRST_CHRISTIAN <= typed < FIRST_BUDDHIST and typed + BUDDHIST <= LAST_BUDDHIST:
        return YearReading(typed + BUDDHIST, (Fault("christian-year", {"typed": digits, "meant": typed + BUDDHIST}),))
    return Fault("not-a-year")
