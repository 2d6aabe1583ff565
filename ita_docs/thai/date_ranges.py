"""A run of days or months: what a clerk means by it, and how it is written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .date_forms import Form, thai_date
from .dates import MONTH_YEAR, NOT_A_DATE, Year, agreeing, parse_date, tidied, without_era, without_weekday, year_of
from .fault import Fault
from .months import MONTHS, SHORT_MONTHS, month_of

TO = re.compile(r"\s*(?:-|ถึง(?:วันที่)?|จนถึง(?:วันที่)?|\bto\b)\s*")
LEAD = re.compile(r"^(?:ระหว่าง|ตั้งแต่)?\s*(?:วันที่|เดือน)?\s*")
EN_DASH = "–"


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `start` to `end`, both included; with precision "month" they are the first and last day of months."""

    start: date
    end: date
    precision: Literal["day", "month"] = "day"

    def __str__(self) -> str:
        return date_range(self)


def parse_date_range(text: str) -> DateRange | Fault:
    """The range that a text names: `21-30 มิถุนายน 2566`, two dates, two months, or a single date or month.

    Faults: those of `parse_date`; `impossible-date` for a range that ends before it begins.
    """
    whole = LEAD.sub("", tidied(text))
    single = _side(whole, None)
    if isinstance(single, DateRange) or single.code != "not-a-date":
        return single
    found: DateRange | Fault = NOT_A_DATE
    for cut in TO.finditer(whole):
        found = _between(whole[: cut.start()], whole[cut.end() :])
        if isinstance(found, DateRange) or found.code != "not-a-date":
            return found
    return found


def _between(left: str, right: str) -> DateRange | Fault:
    end = _side(right, None)
    if isinstance(end, Fault):
        return end
    start = _side(left, end)
    if isinstance(start, Fault):
        return start
    if start.precision != end.precision:
        return NOT_A_DATE
    if start.start > end.end:
        return Fault("impossible-date")
    return DateRange(start.start, end.end, end.precision)


def _side(text: str, end: DateRange | None) -> DateRange | Fault:
    """One side of a range; what the left side leaves out (month, year) it takes from `end`."""
    text = re.sub(r"^(?:วันที่|เดือน)\s*", "", text.strip())
    day = parse_date(text)
    if isinstance(day, date):
        return DateRange(day, day)
    if day.code != "not-a-date":
        return day
    undated, era = without_era(text)
    if (found := MONTH_YEAR.fullmatch(undated)) and (month := month_of(found[1])):
        year = year_of(Year(found[2], era))
        return year if isinstance(year, Fault) else _month(year, month)
    if end is None:
        return NOT_A_DATE
    year = end.start.year
    if end.precision == "month":
        month = month_of(text)
        return NOT_A_DATE if month is None else _month(year, month)
    weekday, text = without_weekday(text)
    if re.fullmatch(r"\d{1,2}", text):
        return _day(year, end.start.month, int(text), weekday)
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})", text):
        return _day(year, int(found[2]), int(found[1]), weekday)
    if (found := re.fullmatch(r"(\d{1,2})[\s./]*([^\d].*?)", text)) and (month := month_of(found[2])):
        return _day(year, month, int(found[1]), weekday)
    return NOT_A_DATE


def _day(year: int, month: int, day: int, weekday: int | None) -> DateRange | Fault:
    try:
        start = agreeing(date(year, month, day), weekday)
    except ValueError:
        return Fault("impossible-date")
    return start if isinstance(start, Fault) else DateRange(start, start)


def _month(year: int, month: int) -> DateRange:
    return DateRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def date_range(value: DateRange, form: Form = "long") -> str:
    """A range as a document writes it, what both ends share once, in Arabic digits.

    `21–30 มิถุนายน 2566`, `20 ธันวาคม 2564 – 20 กรกฎาคม 2565`, `พฤษภาคม – มิถุนายน 2565`.
    """
    start, end = value.start, value.end
    same_month = (start.year, start.month) == (end.year, end.month)
    names = SHORT_MONTHS if form == "short" else MONTHS
    if value.precision == "month":
        last = thai_date(end, "month-year")
        if same_month:
            return last
        first = MONTHS[start.month - 1] if start.year == end.year else thai_date(start, "month-year")
        return f"{first} {EN_DASH} {last}"
    if start == end:
        return thai_date(start, form)
    if form != "weekday" and same_month:
        return f"{start.day}{EN_DASH}{thai_date(end, form)}"
    if form != "weekday" and start.year == end.year:
        return f"{start.day} {names[start.month - 1]} {EN_DASH} {thai_date(end, form)}"
    return f"{thai_date(start, form)} {EN_DASH} {thai_date(end, form)}"
