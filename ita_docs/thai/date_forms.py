"""How a date is written in a document."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from .dates import BUDDHIST
from .months import ENGLISH_MONTHS

Form = Literal["long", "official", "short", "weekday", "month-year"]
NBSP = "\u00a0"
PATTERNS: dict[str, str] = {
    "long": "%-d %B %Y",
    "official": f"%-d %B พ.ศ.{NBSP}%Y",
    "short": "%-d %b %y",
    "weekday": "วัน%Aที่ %-d %B %Y",
    "month-year": "%B %Y",
}
"""Each form in pythainlp's directives; `%A` gives the weekday with `วัน` before it."""


@lru_cache(maxsize=4096)
def thai_date(value: date, form: Form = "long") -> str:
    """A date with its Thai month and Buddhist year, in Arabic digits (the numeral policy dresses them).

    long `26 มิถุนายน 2567`, official `26 มิถุนายน พ.ศ. 2567`, short `26 มิ.ย. 67`, weekday `วันพุธที่ 26 มิถุนายน 2567`,
    month-year `มิถุนายน 2567`.
    Raises: KeyError for an unknown form.
    """
    from datetime import datetime

    from pythainlp.util import thai_strftime

    pattern = PATTERNS[form].replace("วัน%A", "%A")
    text = str(thai_strftime(datetime(value.year, value.month, value.day), pattern))
    return text if form != "weekday" or text.startswith("วัน") else f"วัน{text}"


def english_date(value: date) -> str:
    """A date in English with both eras: `26 June 2024 (B.E. 2567)`."""
    month = ENGLISH_MONTHS[value.month - 1].capitalize()
    return f"{value.day} {month} {value.year} (B.E.{NBSP}{value.year + BUDDHIST})"
