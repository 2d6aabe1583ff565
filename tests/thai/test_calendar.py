"""Months, weekdays, forms of a date, and the fiscal year."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import thai_strftime

from ita_docs.thai.date_forms import Form, thai_date
from ita_docs.thai.fiscal import fiscal_year, quarter
from ita_docs.thai.months import ENGLISH_MONTHS, ENGLISH_WEEKDAYS, MONTHS, SHORT_MONTHS, WEEKDAYS, month_of, weekday_of


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_by_each_of_its_names(number: int) -> None:
    english = ENGLISH_MONTHS[number - 1]
    short = SHORT_MONTHS[number - 1]
    for word in (
        MONTHS[number - 1],
        short,
        short.replace(".", ""),
        short.replace(".", ". "),
        english,
        english.upper(),
        english[:3],
    ):
        assert month_of(word) == number


@pytest.mark.parametrize(
    ("word", "number"), [("กรกฏาคม", 7), ("มีนา", 3), ("Sept.", 9), ("", None), ("มกร", None), ("ม", None)]
)
def test_a_month_misspelt(word: str, number: int | None) -> None:
    assert month_of(word) == number


@pytest.mark.parametrize("number", range(7))
def test_a_weekday_by_each_of_its_names(number: int) -> None:
    english = ENGLISH_WEEKDAYS[number]
    for word in (WEEKDAYS[number], f"วัน{WEEKDAYS[number]}", english.title(), english[:3]):
        assert weekday_of(word) == number
    assert weekday_of("วัน") is None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("long", "26 มิถุนายน 2567"),
        ("official", "26 มิถุนายน พ.ศ.\u00a02567"),
        ("short", "26 มิ.ย. 67"),
        ("weekday", "วันพุธที่ 26 มิถุนายน 2567"),
        ("month-year", "มิถุนายน 2567"),
    ],
)
def test_a_date_in_each_form(form: Form, text: str) -> None:
    assert thai_date(date(2024, 6, 26), form) == thai_date(datetime(2024, 6, 26, 8, 30), form) == text


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(KeyError):
        thai_date(date(2024, 6, 26), "roman")  # type: ignore[arg-type]


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_the_long_form_is_that_of_pythainlp(day: date) -> None:
    assert thai_date(day) == thai_strftime(datetime(day.year, day.month, day.day), "%-d %B %Y")
    assert thai_date(day) == f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


@pytest.mark.parametrize(
    ("day", "year", "part"),
    [
        (date(2023, 9, 30), 2566, 4),
        (date(2023, 10, 1), 2567, 1),
        (date(2023, 12, 31), 2567, 1),
        (date(2024, 1, 1), 2567, 2),
        (date(2024, 3, 31), 2567, 2),
        (date(2024, 4, 1), 2567, 3),
        (date(2024, 7, 1), 2567, 4),
        (date(2024, 10, 1), 2568, 1),
    ],
)
def test_fiscal_year_and_quarter(day: date, year: int, part: int) -> None:
    assert (fiscal_year(day), quarter(day)) == (year, part)
