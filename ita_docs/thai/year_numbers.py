"""A number over a Buddhist year: an order's `120/2565`, a meeting's `3/2569`, a certificate's `333/2569`.

Orders and certificates count from 1 in each calendar year (saraban-spec §6), meetings by their body's own year.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .fault import Fault
from .numerals import to_arabic
from .text import normal_form
from .years import buddhist_year

LEAD = r"(?:(?:คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ|(?:รายงาน)?การประชุม)[^/]*?)?(?:(?:ครั้ง|เลข|ฉบับ)?ที่|หมายเลข)\s*:?\s*"
"""The words that stand before the number in a document, and are printed by it."""
BLANK = r"[.…_\-\s]*"
NUMBER = re.compile(rf"(?:{LEAD})?{BLANK}(\d{{0,7}}){BLANK}/{BLANK}(?:พ\s?\.?\s?ศ\s?\.?\s*)?(\d{{4}}|\d{{2}})?{BLANK}")
LONGEST = 200
"""Longest text that is read as a number over a year, in characters: the name of an office may stand before it."""


class YearNumber(str):
    """`number` over `year`, printed in Arabic digits: `120/2565`; `/2565` where the number is to be written by hand.

    number: its digits as typed, in Arabic, or nothing. year: Buddhist; None where it is to be written by hand too.
    With `none` there is no number at all, and nothing is printed.
    """

    __slots__ = ("number", "year")
    number: str
    year: int | None

    def __new__(cls, number: str = "", year: int | None = None, none: bool = False) -> YearNumber:
        made = super().__new__(cls, "" if none else f"{number}/{'' if year is None else year}")
        made.number, made.year = number, year
        return made

    def __getnewargs__(self) -> tuple[str, int | None, bool]:  # type: ignore[override]
        return (self.number, self.year, not self)


class YearNumberReading(NamedTuple):
    """A number over a year as meant, and what is to be said of how it was typed."""

    value: YearNumber
    faults: tuple[Fault, ...] = ()


def parse_year_number(text: str) -> YearNumberReading | Fault:
    """The number over a year that a text writes, or the fault `not-a-year-number`.

    A year of two digits, 50–99, is 25xx (`year-completed`); a Christian one becomes Buddhist (`christian-year`). Two
    digits below 50 can be either era, so they are refused.
    """
    if len(text) > LONGEST:
        return Fault("not-a-year-number")
    tidy = re.sub(r"\s+", " ", to_arabic(normal_form(text)).replace("\uff0f", "/")).strip()
    found = NUMBER.fullmatch(tidy)
    if found is None:
        return Fault("not-a-year-number")
    number, year = found.groups()
    if not year:
        return Fault("not-a-year-number") if number else YearNumberReading(YearNumber())
    meant = buddhist_year(year)
    if isinstance(meant, Fault):
        return Fault("not-a-year-number")
    return YearNumberReading(YearNumber(number, meant.value), meant.faults)
