"""Buddhist years as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai
from ita_docs.thai.years import YearReading, parse_year


@pytest.mark.parametrize("text", ["2566", "๒๕๖๖", "พ.ศ. 2566", "พ.ศ.๒๕๖๖", "ปี 2566", "ปีงบประมาณ พ.ศ. 2566", " 2566 "])
def test_a_buddhist_year(text: str) -> None:
    assert parse_year(text) == YearReading(2566)


@pytest.mark.parametrize(
    ("text", "code"), [("66", "year-completed"), ("ปี ๖๖", "year-completed"), ("2023", "christian-year")]
)
def test_what_is_completed_is_said(text: str, code: str) -> None:
    found = parse_year(text)
    assert isinstance(found, YearReading)
    assert (found.value, [fault.code for fault in found.faults]) == (2566, [code])


@pytest.mark.parametrize("text", ["", "ปี", "25", "256", "25666", "2566-2567", "๒๕๖๖ ๒", "1566", "9999", "x" * 100_000])
def test_what_is_no_year(text: str) -> None:
    assert parse_year(text) == Fault("not-a-year")


@given(st.integers(2400, 2700))
def test_every_year_is_read_in_both_digits(year: int) -> None:
    for text in (str(year), to_thai(str(year))):
        assert parse_year(text) == YearReading(year)
