"""Numbers over a year: orders, meetings, certificates; open ones to be numbered by hand."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.numerals import to_thai
from ita_docs.thai.year_numbers import YearNumber, YearNumberReading, parse_year_number

READ = {
    "120/2565": ("120", 2565),
    "๑๒๐/๒๕๖๕": ("120", 2565),
    " ๓ / ๒๕๖๙ ": ("3", 2569),
    "3／2569": ("3", 2569),
    "ที่ 120/2565": ("120", 2565),
    "ที่120/2565": ("120", 2565),
    "ครั้งที่ ๓/๒๕๖๙": ("3", 2569),
    "เลขที่ 333/2569": ("333", 2569),
    "เลขที่: 333/2569": ("333", 2569),
    "คำสั่งที่ ๑๒๐/๒๕๖๕": ("120", 2565),
    "คำสั่งสำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม ที่ ๑๒๐/๒๕๖๕": ("120", 2565),
    "คำสั่งสำนักงานเขตพื้นที่การศึกษาประถมศึกษานครพนม เขต 1 ที่ 120/2565": ("120", 2565),
    "การประชุมคณะกรรมการ ครั้งที่ 3/2569": ("3", 2569),
    "120/พ.ศ. 2565": ("120", 2565),
    "007/2565": ("007", 2565),
    "/2565": ("", 2565),
    "…./๒๕๖๕": ("", 2565),
    "ที่ ..... / 2565": ("", 2565),
    "......./.......": ("", None),
    "ครั้งที่ _____/2569": ("", 2569),
}


@pytest.mark.parametrize(("text", "parts"), READ.items())
def test_read(text: str, parts: tuple[str, int | None]) -> None:
    found = parse_year_number(text)
    assert isinstance(found, YearNumberReading)
    assert (found.value.number, found.value.year) == parts
    assert found.value == YearNumber(*parts)
    assert not found.faults


@pytest.mark.parametrize(
    ("text", "printed", "code"),
    [
        ("12/65", "12/2565", "year-completed"),
        ("๑๒/๖๕", "12/2565", "year-completed"),
        ("/65", "/2565", "year-completed"),
        ("120/2022", "120/2565", "christian-year"),
    ],
)
def test_other_years_are_read_and_told(text: str, printed: str, code: str) -> None:
    found = parse_year_number(text)
    assert isinstance(found, YearNumberReading)
    assert str(found.value) == printed
    assert [fault.code for fault in found.faults] == [code]
    assert found.faults[0].detail["meant"] == 2565


@pytest.mark.parametrize(
    "text",
    [
        "120",
        "2565",
        "120/",
        "12/45",
        "1/3/2569",
        "120/25655",
        "120/256",
        "120/3565",
        "120/1500",
        "ก/2565",
        "ไม่ทราบ",
        "-",
    ],
)
def test_refused(text: str) -> None:
    assert parse_year_number(text) == Fault("not-a-year-number")


NUMBERS = st.builds(YearNumber, st.text(st.sampled_from("0123456789"), max_size=7), st.integers(2400, 2700))


@given(NUMBERS, st.sampled_from(["", "ที่ ", "ครั้งที่ ", "เลขที่ ", "คำสั่งโรงเรียนตัวอย่าง ที่ "]), st.booleans())
def test_written_and_read_back(number: YearNumber, lead: str, thai: bool) -> None:
    written = lead + (to_thai(number) if thai else str(number))
    assert parse_year_number(written) == YearNumberReading(number)


@given(st.one_of(st.text(), st.text(st.sampled_from("ที่ครั้งเลข0123๐๔./ -…"))))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    found = parse_year_number(text)
    assert isinstance(found, Fault) or parse_year_number(str(found.value)) == YearNumberReading(found.value)


def test_it_is_a_text_that_keeps_its_parts() -> None:
    number = YearNumber("3", 2569)
    assert isinstance(number, str)
    assert f"{number}" == "3/2569"
    for one in (number, YearNumber(), YearNumber(none=True)):
        for same in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
            assert (type(same), same, same.number, same.year) == (YearNumber, str(one), one.number, one.year)
    assert not YearNumber(none=True)
    assert YearNumber() == "/"


def test_a_long_text_is_refused_at_once() -> None:
    for evil in ("0", ".", "0.", "ที่", "…", "/", "คำสั่งที่ "):
        assert parse_year_number("คำสั่ง" + evil * 200_000 + "x") == Fault("not-a-year-number")
        assert parse_year_number(("คำสั่ง" + evil * 200)[:199] + "x") == Fault("not-a-year-number")
