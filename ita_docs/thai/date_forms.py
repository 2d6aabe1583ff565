"""How a date is written in a document."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from .dates import BUDDHIST
from .months import ENGLISH_MONTHS, MONTHS, SHORT_MONTHS, WEEKDAYS

Form = Literal["long", "official", "short", "weekday", "month-year"]
NBSP = "\u00a0"
PATTERNS: dict[str, str] = {
    "long": "{day} {month} {year}",
    "official": f"{{day}} {{month}} พ.ศ.{NBSP}{{year}}",
    "short": "{day} {short_month} {short_year:02}",
    "weekday": "วัน{weekday}ที่ {day} {month} {year}",
    "month-year": "{month} {year}",
}


@lru_cache(maxsize=4096)
def thai_date(value: date, form: Form = "long") -> str:
    """A date with its Thai month and Buddhist year, in Arabic digits (the numeral policy dresses them).

    long `26 มิถุนายน 2567`, official `26 มิถุนายน พ.ศ. 2567`, short `26 มิ.ย. 67`, weekday `วันพุธที่ 26 มิถุนายน 2567`,
    month-year `มิถุนายน 2567`.
    Raises: KeyError for an unknown form.
    """
    year = value.year + BUDDHIST
    return PATTERNS[form].format(
        day=value.day,
        weekday=WEEKDAYS[value.weekday()],
        month=MONTHS[value.month - 1],
        short_month=SHORT_MONTHS[value.month - 1],
        year=year,
        short_year=year % 100,
    )


def english_date(value: date) -> str:
    """A date in English with both eras: `26 June 2024 (B.E. 2567)`."""
    month = ENGLISH_MONTHS[value.month - 1].capitalize()
    return f"{value.day} {month} {value.year} (B.E.{NBSP}{value.year + BUDDHIST})"
