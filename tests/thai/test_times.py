"""Times of day."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai
from ita_docs.thai.times import parse_time, thai_time


@pytest.mark.parametrize(
    "text",
    [
        "8:30",
        "08:30",
        "08.30",
        "8.30 น.",
        "08.30 น",
        "08.30น.",
        "เวลา 08.30 น.",
        "08:30:00",
        "0830 น.",
        "08.30 นาฬิกา",
        " 8 : 30 ",
        "8:30 AM",
        "08:30:00 am",
    ],
)
def test_read(text: str) -> None:
    assert parse_time(text) == parse_time(to_thai(text)) == time(8, 30)


def test_the_halves_of_a_day() -> None:
    """As LibreOffice writes a time cell into a CSV file."""
    assert parse_time("12:05:00 AM") == time(0, 5)
    assert parse_time("12:05 PM") == time(12, 5)
    assert parse_time("01:30:00 PM") == time(13, 30)


def test_a_full_hour() -> None:
    assert parse_time("9 น.") == parse_time("๙ นาฬิกา") == time(9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "25:00",
        "08:60",
        "8",
        "0830",
        "8.5",
        "เช้า",
        "08.30-16.30 น.",
        "1" * 9,
        "26/6/2567",
        "13:00 PM",
        "0:30 AM",
        "8 AM",
    ],
)
def test_refused(text: str) -> None:
    assert parse_time(text) == Fault("not-a-time")


@given(st.times())
def test_a_written_time_is_read_back(value: time) -> None:
    assert parse_time(thai_time(value)) == parse_time(to_thai(thai_time(value))) == time(value.hour, value.minute)


@given(st.one_of(st.text(), st.text(st.sampled_from("0123๕:. น"))))
def test_any_text_is_a_time_or_a_fault(text: str) -> None:
    assert isinstance(parse_time(text), (time, Fault))


def test_a_long_text_is_refused_at_once() -> None:
    for evil in (" ", "1", ".", " ."):
        assert parse_time("เวลา" + evil * 500_000 + "x") == Fault("not-a-time")
