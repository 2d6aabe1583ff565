"""Cells read as dates, ranges of dates, and times."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ..kinds.model import Field
from ..sheets.model import Value
from ..thai.date_ranges import DateRange, parse_date_range
from ..thai.dates import parse_date, read_date_cell
from ..thai.fault import Fault
from ..thai.times import parse_time
from ..thai.years import parse_year
from .constraints import earliest
from .plain import era_said, plain_text
from .reading import Reading
from .types_text import cleaned

DAY = timedelta(days=1)
ZERO_DAYS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)})
"""The day that a spreadsheet gives to a time without a date."""


def read_date(value: Value, field: Field) -> Reading:
    """A date, from a date cell or its text. A number is no date: nothing says that it is meant as one."""
    if isinstance(value, date):
        return _cell(value, field)
    if not isinstance(value, str):
        return Reading(None, (Fault("not-a-date", {}),))
    text, said = cleaned(value)
    day = parse_date(text)
    return Reading(None, (*said, day)) if isinstance(day, Fault) else Reading(day, said)


def read_range(value: Value, field: Field) -> Reading:
    """A range of dates, from its text; a date cell is a range of one day."""
    if isinstance(value, date):
        cell = _cell(value, field)
        return cell if cell.failed else Reading(DateRange(cell.value, cell.value), cell.faults)
    if not isinstance(value, str):
        return Reading(None, (Fault("not-a-date", {}),))
    text, said = cleaned(value)
    found = parse_date_range(text)
    return Reading(None, (*said, found)) if isinstance(found, Fault) else Reading(found, said)


def read_year(value: Value, field: Field) -> Reading:
    """A Buddhist year as an int, from a whole number or its text."""
    text, said = cleaned(value if isinstance(value, str) else plain_text(value))
    found = parse_year(text)
    return Reading(None, (*said, found)) if isinstance(found, Fault) else Reading(found.value, (*said, *found.faults))


def read_time(value: Value, field: Field) -> Reading:
    """A time of day, from a time cell, the fraction of a day, or its text."""
    said: tuple[Fault, ...] = ()
    found: time | Fault | None = None
    match value:
        case str():
            text, said = cleaned(value)
            found = parse_time(text)
        case datetime():
            found = _of_day(_since_midnight(value.time())) if value.date() in ZERO_DAYS else None
        case time():
            found = _of_day(_since_midnight(value))
        case timedelta():
            found = _of_day(value)
        case Decimal():
            found = _of_day(timedelta(milliseconds=round(value * 86_400_000))) if 0 < value < 1 else None
    if found is None:
        found = Fault("not-a-time", {})
    return Reading(None, (*said, found)) if isinstance(found, Fault) else Reading(found, said)


def _cell(value: date, field: Field) -> Reading:
    reading = read_date_cell(value.date() if isinstance(value, datetime) else value, earliest(field))
    if isinstance(reading, Fault):
        return Reading(None, (reading,))
    return Reading(reading.date, era_said(value))


def _since_midnight(value: time) -> timedelta:
    return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)


def _of_day(since_midnight: timedelta) -> time | None:
    """The time to the nearest second, as a spreadsheet shows it: 0.395833 of a day is 9.30."""
    if not timedelta() <= since_midnight < DAY:
        return None
    seconds = round(since_midnight.total_seconds())
    return time(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60)
