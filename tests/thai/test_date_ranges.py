"""Ranges of dates: one month, two dates, two months, and what they share said once."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.date_forms import Form
from ita_docs.thai.date_ranges import DateRange, date_range, parse_date_range
from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai

JUNE = (date(2023, 6, 21), date(2023, 6, 30))
FISCAL = (date(2023, 10, 1), date(2024, 9, 30))
DAYS = {
    **dict.fromkeys(
        [
            "๒๑-๓๐ มิถุนายน ๒๕๖๖",
            "21–30 มิถุนายน ๒๕๖๖",
            "21 — 30 มิ.ย. 66",
            "21-30/6/2566",
            "21/6-30/6/2566",
            "21-30 June 2023",
            "21/6/2566-30/6/2566",
            "21-6-2566 - 30-6-2566",
            "21-6-2566-30-6-2566",
            "2023-06-21 - 2023-06-30",
            "วันที่ 21 ถึง 30 มิ.ย. 2566",
            "ระหว่างวันที่ 21-30 มิถุนายน 2566",
            "21 มิ.ย.66-30 มิ.ย.66",
            "21 มิ.ย. - 30 มิ.ย. 2566",
            "วันที่ 21 ถึงวันที่ 30 เดือน มิถุนายน พ.ศ. 2566",
            "วันพุธที่ 21 - วันศุกร์ที่ 30 มิถุนายน 2566",
        ],
        JUNE,
    ),
    "๒๐ ธันวาคม ๒๕๖๔ - ๒๐ กรกฎาคม ๒๕๖๕": (date(2021, 12, 20), date(2022, 7, 20)),
    "20ธ.ค.64-20ก.ค.65": (date(2021, 12, 20), date(2022, 7, 20)),
    "1 - 3 ก.ค. 67": (date(2024, 7, 1), date(2024, 7, 3)),
    "29 ก.พ. - 1 มี.ค. 2567": (date(2024, 2, 29), date(2024, 3, 1)),
    "ตั้งแต่วันที่ 1 ตุลาคม 2566 จนถึงวันที่ 30 กันยายน 2567": FISCAL,
    "26 มิถุนายน 2567": (date(2024, 6, 26), date(2024, 6, 26)),
}
MONTHS = {
    "พฤษภาคม - มิถุนายน ๒๕๖๕": (date(2022, 5, 1), date(2022, 6, 30)),
    "เดือน พฤษภาคม ถึงเดือน มิถุนายน พ.ศ. 2565": (date(2022, 5, 1), date(2022, 6, 30)),
    "June - July 2024": (date(2024, 6, 1), date(2024, 7, 31)),
    "ธ.ค. 2566 - ก.พ. 2567": (date(2023, 12, 1), date(2024, 2, 29)),
    "เดือนมิถุนายน 2567": (date(2024, 6, 1), date(2024, 6, 30)),
    "ส.ค. 2567": (date(2024, 8, 1), date(2024, 8, 31)),
    **dict.fromkeys(["ต.ค. 66 - ก.ย. 67", "ตค.66-กย.67", "ตุลาคม 2566 ถึง กันยายน 2567"], FISCAL),
}
REFUSED = {
    "30-21 มิถุนายน 2566": "impossible-date",
    "28 ธ.ค. - 2 ม.ค. 2567": "impossible-date",
    "31 - 32 มิ.ย. 2566": "impossible-date",
    "31 ก.พ. - 3 มี.ค. 67": "impossible-date",
    "26/6/24-27/6/24": "ambiguous-date",
    "มิ.ย. 24": "ambiguous-date",
    "วันพุธที่ 26 - วันพฤหัสบดีที่ 28 มิถุนายน 2567": "weekday-mismatch",
    "วันศุกร์ที่ 26 - วันศุกร์ที่ 28 มิถุนายน 2567": "weekday-mismatch",
    **dict.fromkeys(
        ["", "-", "2567", "2567-2570", "พ.ศ. 2567-2570", "ปีงบประมาณ 2567", "1-3 กรกฎาคม", "1 ก.ค. - ส.ค. 67"],
        "not-a-date",
    ),
}


@pytest.mark.parametrize(
    ("text", "ends", "precision"),
    [*((text, ends, "day") for text, ends in DAYS.items()), *((text, ends, "month") for text, ends in MONTHS.items())],
)
def test_understood(text: str, ends: tuple[date, date], precision: Literal["day", "month"]) -> None:
    assert parse_date_range(text) == DateRange(*ends, precision)
    assert parse_date_range(to_thai(text)) == DateRange(*ends, precision)


@pytest.mark.parametrize(("text", "code"), REFUSED.items())
def test_refused(text: str, code: str) -> None:
    found = parse_date_range(text)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (DateRange(*JUNE), "long", "21–30 มิถุนายน 2566"),
        (DateRange(*JUNE), "short", "21–30 มิ.ย. 66"),
        (DateRange(date(2023, 6, 21), date(2023, 7, 3)), "long", "21 มิถุนายน – 3 กรกฎาคม 2566"),
        (DateRange(date(2021, 12, 20), date(2022, 7, 20)), "long", "20 ธันวาคม 2564 – 20 กรกฎาคม 2565"),
        (DateRange(date(2022, 5, 1), date(2022, 6, 30), "month"), "long", "พฤษภาคม – มิถุนายน 2565"),
        (DateRange(*FISCAL, "month"), "long", "ตุลาคม 2566 – กันยายน 2567"),
        (DateRange(date(2024, 6, 1), date(2024, 6, 30), "month"), "long", "มิถุนายน 2567"),
        (DateRange(date(2024, 6, 26), date(2024, 6, 26)), "official", "26 มิถุนายน พ.ศ.\u00a02567"),
        (
            DateRange(date(2024, 6, 26), date(2024, 6, 28)),
            "weekday",
            "วันพุธที่ 26 มิถุนายน 2567 – วันศุกร์ที่ 28 มิถุนายน 2567",
        ),
    ],
)
def test_written(value: DateRange, form: Form, written: str) -> None:
    assert date_range(value, form) == written


DATES = st.dates(date(1912, 1, 1), date(2156, 12, 31))


@given(DATES, DATES, st.sampled_from(["long", "official", "weekday"]))
def test_a_written_range_is_read_back(one: date, other: date, form: Form) -> None:
    value = DateRange(min(one, other), max(one, other))
    assert parse_date_range(date_range(value, form)) == value


@given(DATES, st.integers(0, 40), st.sampled_from(["long", "official", "weekday"]))
def test_a_written_short_range_is_read_back(start: date, days: int, form: Form) -> None:
    value = DateRange(start, date.fromordinal(min(start.toordinal() + days, date(2156, 12, 31).toordinal())))
    assert parse_date_range(date_range(value, form)) == value


@given(DATES, DATES)
def test_written_months_are_read_back(one: date, other: date) -> None:
    start, end = min(one, other).replace(day=1), max(one, other)
    value = DateRange(start, end.replace(day=monthrange(end.year, end.month)[1]), "month")
    assert parse_date_range(str(value)) == value


PIECES = st.sampled_from([*"0123456789๒๕ ./-–", "มิ.ย.", "ถึง", "วันพุธที่", "พ.ศ.", "2567", " - ", "เดือน"])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=14).map("".join)))
def test_any_text_is_a_range_or_a_fault(text: str) -> None:
    assert isinstance(parse_date_range(text), (DateRange, Fault))


def test_a_long_text_is_refused_at_once() -> None:
    assert parse_date_range("1 - " * 500_000) == Fault("not-a-date")
