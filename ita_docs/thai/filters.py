"""The filters that template authors use: what each prints, with an example.

All print Arabic digits; the numeral policy dresses the finished document. An empty value prints nothing. Text is read
first: `{{ "26/6/2567" | thai_date }}` works.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from . import date_forms, date_ranges, dates, fiscal, groups, lists, money, numbers, numerals, phones, times
from .fault import Fault


def _read(value: Any, parse: Callable[[str], Any], wanted: str) -> Any:
    """`value` itself, or what a text means. Raises ValueError for text that is no `wanted`."""
    if not isinstance(value, str):
        return value
    found = parse(value)
    if isinstance(found, Fault):
        raise ValueError(f"“{value}” ไม่ใช่{wanted}")
    return found


def _empty(value: Any) -> bool:
    """Whether there is nothing to print; a name without a value is empty, or fails where the template is strict."""
    if type(value).__module__ == "jinja2.runtime":
        value = str(value)
    return value is None or (isinstance(value, str) and not value.strip())


def _day(value: Any) -> date:
    day = _read(value, dates.parse_date, "วันที่")
    return day.date() if isinstance(day, datetime) else day


def _number(value: Any) -> Decimal | int | float:
    return _read(value, numbers.parse_number, "ตัวเลข")  # type: ignore[no-any-return]


def thai_date(value: Any, form: date_forms.Form = "long") -> str:
    """A date in Thai: forms long, official (พ.ศ.), short, weekday, month-year."""
    return "" if _empty(value) else date_forms.thai_date(_day(value), form)


def english_date(value: Any) -> str:
    """A date in English with both eras; its digits stay Arabic whatever the policy."""
    return "" if _empty(value) else keep_digits(date_forms.english_date(_day(value)))


def date_range(value: Any, form: date_forms.Form = "long") -> str:
    """A run of days or months, what both ends share written once."""
    if _empty(value):
        return ""
    found = _read(value, date_ranges.parse_date_range, "ช่วงวันที่")
    if isinstance(found, date):
        return date_forms.thai_date(_day(found), form)
    return date_ranges.date_range(found, form)


def thai_time(value: Any) -> str:
    """A time of day."""
    if _empty(value):
        return ""
    found = _read(value, times.parse_time, "เวลา")
    return times.thai_time(found.time() if isinstance(found, datetime) else found)


def baht(value: Any) -> str:
    """An amount of money in figures."""
    return "" if _empty(value) else money.baht(_read(value, money.parse_money, "จำนวนเงิน"))


def baht_text(value: Any) -> str:
    """An amount of money in words."""
    return "" if _empty(value) else money.baht_text(_read(value, money.parse_money, "จำนวนเงิน"))


def percent(value: Any, places: int = 2, form: Any = "words") -> str:
    """A percentage in words, or with its sign (form "sign")."""
    return "" if _empty(value) else numbers.percent(_number(value), places, form)


def signed(value: Any, places: int = 2) -> str:
    """A difference with its sign."""
    return "" if _empty(value) else numbers.signed(_number(value), places)


def score(value: Any) -> str:
    """A score on 100 with two decimals, full marks and nothing without."""
    return "" if _empty(value) else numbers.score(_number(value))


def number(value: Any, places: int | None = None) -> str:
    """A number with commas, rounded half up to so many decimals if given."""
    return "" if _empty(value) else numbers.number(_number(value), places)


def fiscal_year(value: Any) -> int | str:
    """The fiscal year of a date, Buddhist."""
    return "" if _empty(value) else fiscal.fiscal_year(_day(value))


def quarter(value: Any) -> int | str:
    """The quarter of the fiscal year of a date."""
    return "" if _empty(value) else fiscal.quarter(_day(value))


def phone(value: Any) -> str:
    """A telephone number in its official groups; what is no number stays as typed."""
    if _empty(value):
        return ""
    found = phones.parse_phone(str(value), numeric=not isinstance(value, str))
    return str(value) if isinstance(found, Fault) else str(found)


def thai_digits(value: Any) -> str:
    """Every digit as a Thai one (the run's policy still has the last word)."""
    return "" if _empty(value) else numerals.to_thai(str(value))


def arabic_digits(value: Any) -> str:
    """Every digit as an Arabic one, also under the policy "thai"."""
    return "" if _empty(value) else keep_digits(numerals.to_arabic(str(value)))


def keep_digits(value: Any) -> str:
    """Digits exactly as they are, whatever the policy."""
    if _empty(value):
        return ""
    # a line at a time, as the policy reads the document
    lines = re.split("([\n\t\a\f])", str(value))
    return "".join(f"{numerals.KEEP_OPEN}{line}{numerals.KEEP_CLOSE}" if line.strip() else line for line in lines)


def join_thai(items: Iterable[Any] | None) -> str:
    """Items as a Thai sentence lists them."""
    return "" if _empty(items) else items if isinstance(items, str) else lists.join_thai(items or ())


def grouped(rows: Any, by: str = "", *together: str, order: str = "") -> Any:
    """Rows of one group under each other, by the field `by`; the fields `together` gather what the group's rows say."""
    return "" if _empty(rows) else groups.grouped(rows, by, *together, order=order)


FILTERS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        thai_date, date_range, thai_time, baht, baht_text, percent, signed, fiscal_year, quarter, phone,
        thai_digits, arabic_digits, keep_digits, number, score, join_thai, english_date, grouped,
    )
}  # fmt: skip
"""Every filter by its name in a template."""

EXAMPLES: dict[str, tuple[str, str]] = {
    "thai_date": ('"26/6/2567" | thai_date("official")', "26 มิถุนายน พ.ศ.\u00a02567"),
    "date_range": ('"21-30 มิ.ย. 66" | date_range', "21–30 มิถุนายน 2566"),
    "thai_time": ('"8:30" | thai_time', "08.30 น."),
    "baht": ("1234.5 | baht", "1,234.50 บาท"),
    "baht_text": ("1234.5 | baht_text", "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์"),
    "percent": ("39.525 | percent", "ร้อยละ 39.53"),
    "signed": ("9.805 | signed", "+9.81"),
    "fiscal_year": ('"1/10/2566" | fiscal_year', "2567"),
    "quarter": ('"1/10/2566" | quarter', "1"),
    "phone": ('"043624093" | phone', "0 4362 4093"),
    "thai_digits": ("2567 | thai_digits", "๒๕๖๗"),
    "arabic_digits": ('"๒๕๖๗" | arabic_digits', "2567"),
    "keep_digits": ('"๒๕ of 25" | keep_digits', "๒๕ of 25"),
    "number": ("1234567.891 | number(2)", "1,234,567.89"),
    "score": ("94.999 | score", "95.00"),
    "english_date": ('"26/6/2567" | english_date', "26 June 2024 (B.E.\u00a02567)"),
    "grouped": (
        '[{"g": "ก", "n": 1}, {"g": "ข", "n": 2}, {"g": "ก", "n": 3}] | grouped("g") | join(" ", attribute="n")',
        "1 3 2",
    ),
    "join_thai": ('["ก", "ข", "ค"] | join_thai', "ก ข และ ค"),
}
"""What each filter prints: a template expression and its result, with the marks of keep_digits removed."""
