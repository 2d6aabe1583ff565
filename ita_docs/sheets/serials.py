"""Numbers of a spreadsheet made exact, and serial numbers made dates, times and durations."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from .number_formats import Clock

_DAY_MS = 86_400_000
_BEFORE_PHANTOM = date(1899, 12, 31).toordinal()
_AFTER_PHANTOM = date(1899, 12, 30).toordinal()
_MAC = date(1904, 1, 1).toordinal()
_PHANTOM = 60
"""29 February 1900: a day of Excel's 1900 calendar that never was."""
_LAST = date.max.toordinal()
_LARGEST_INT = 10**21
_LONGEST_INT = 40
_FARTHEST = 1e8
"""In days: beyond it nothing is a date or a duration."""


def exact(value: float) -> int | Decimal:
    """A finite number as the clerk sees it: 15 significant digits, as Excel keeps; an int where nothing follows."""
    text = format(value, ".15g")
    if "." not in text and "e" not in text:
        return int(text)
    number = Decimal(text)
    return int(number) if "e" in text and number == int(number) and abs(number) < _LARGEST_INT else number


def number(text: str) -> int | Decimal | str:
    """The number that a file writes as `text`; whole numbers keep every digit. What is no number stays text."""
    try:
        value = float(text)
    except ValueError:
        return text
    if not isfinite(value):
        return text
    if value.is_integer() and len(text) < _LONGEST_INT:
        try:
            return int(text)
        except ValueError:
            pass
    return exact(value)


def moment(serial: float, clock: Clock, from_1904: bool) -> date | datetime | time | timedelta | None:
    """What `serial` days show in a format of `clock`, to the millisecond; None where no calendar has such a day.

    Below 1 it is a time of day. A whole day is a `date` unless the format shows a time as well.
    """
    if not isfinite(serial) or abs(serial) > _FARTHEST:
        return None
    milliseconds = round(serial * _DAY_MS)
    if clock == "elapsed":
        return timedelta(milliseconds=milliseconds)
    days, milliseconds = divmod(milliseconds, _DAY_MS)
    if days < 0:
        return None
    of_day = timedelta(milliseconds=milliseconds)
    if days == 0:
        return (datetime.min + of_day).time()
    if from_1904:
        ordinal = _MAC + days
    elif days == _PHANTOM:
        return None
    else:
        ordinal = (_BEFORE_PHANTOM if days < _PHANTOM else _AFTER_PHANTOM) + days
    if ordinal > _LAST:
        return None
    day = date.fromordinal(ordinal)
    return day if clock == "date" and not milliseconds else datetime.combine(day, time.min) + of_day


def shown(value: float, clock: Clock, from_1904: bool) -> int | Decimal | date | datetime | time | timedelta:
    """A cell's number in a format of `clock`: its moment, or the plain number where there is none."""
    at = moment(value, clock, from_1904)
    return exact(value) if at is None else at


def iso_moment(text: str) -> date | datetime | time | str:
    """An ISO 8601 date, date with time, or time of day, without zone; what is none stays text."""
    plain = text.strip().removesuffix("Z")
    try:
        return date.fromisoformat(plain) if ":" not in plain else datetime.fromisoformat(plain)
    except ValueError:
        pass
    try:
        return time.fromisoformat(plain) if ":" in plain else text
    except ValueError:
        return text
