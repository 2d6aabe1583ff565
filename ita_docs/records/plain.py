"""Any cell as text: as a text field takes it, and as a problem quotes it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ..sheets.model import CellError, Value
from ..thai.date_forms import thai_date
from ..thai.dates import DateReading, read_date_cell
from ..thai.fault import Fault
from ..thai.times import thai_time


def plain_text(value: Value) -> str:
    """A cell's text: numbers without exponent or trailing zeros, dates as Thai long dates, times in the Thai way."""
    match value:
        case str():
            return value
        case None:
            return ""
        case datetime():
            day = _thai_day(value.date())
            return day if value.time() == time() else f"{day} {thai_time(value.time())}"
        case date():
            return _thai_day(value)
        case time():
            return thai_time(value)
    return quoted_text(value)


def era_said(value: Value) -> tuple[Fault, ...]:
    """What is to be told of a cell whose date was stored with a Buddhist year; nothing of any other."""
    day = value.date() if isinstance(value, datetime) else value
    meant = read_date_cell(day, date.min) if isinstance(day, date) else None
    if not isinstance(day, date) or not isinstance(meant, DateReading) or not meant.buddhist:
        return ()
    return (Fault("buddhist-year-in-date-cell", {"stored": day.year, "meant": thai_date(meant.date)}),)


def _thai_day(day: date) -> str:
    """A date cell as a Thai long date; its year may have been typed in either era, as in a date field."""
    meant = read_date_cell(day, date.min)
    return quoted_text(day) if isinstance(meant, Fault) else thai_date(meant.date)


def quoted_text(value: Value) -> str:
    """A cell as a problem shows it: as the spreadsheet does, days first."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return number_text(value)
        case datetime():
            day = quoted_text(value.date())
            return day if value.time() == time() else f"{day} {value:%H:%M}"
        case date():
            return f"{value.day}/{value.month}/{value.year}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
        case CellError():
            return value.code
    return str(value)


def number_text(value: Decimal) -> str:
    """A number in digits, without exponent and without zeros after its last decimal."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
