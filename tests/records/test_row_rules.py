"""What the fields of one row demand of each other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import check
from ita_docs.kinds import Constraints, Field, Table
from ita_docs.records import Checked

from .tables import book, kind, sheet

START = Field("start", "เริ่มประชุม", "time")
END = Field("end", "เลิกประชุม", "time", constraints=Constraints(after="start"))
NUMBER = Field("number", "เลขที่", "year_number", constraints=Constraints(year_of="date"))
DAY = Field("date", "วันที่", "date")
ACTING = Field("acting", "การแทน", constraints=Constraints(requires=("post",)))
POST = Field("post", "ตำแหน่งที่แทน")
KIND = kind(START, END, NUMBER, DAY, ACTING, POST)
HEAD = ["เลขอ้างอิง", "เริ่มประชุม", "เลิกประชุม", "เลขที่", "วันที่", "การแทน", "ตำแหน่งที่แทน"]
MEMBERS = Table("members", "กรรมการ", "ref", (Field("ref", "เลขอ้างอิง"), Field("name", "ชื่อ")))
GRID = Table("grid", "ตาราง", "ref", (Field("ref", "เลขอ้างอิง"),), free=True)


def row(**cells: object) -> Checked:
    names = ["ref", "start", "end", "number", "date", "acting", "post"]
    return check(KIND, book(sheet(HEAD, [{"ref": "A", **cells}.get(name) for name in names])))


def said(checked: Checked) -> list[tuple[str, str, str | None]]:
    return [(item.code, item.severity, item.cell) for item in checked.problems]


def test_a_meeting_ends_after_it_begins() -> None:
    assert not row(start="09.00", end="12.00").problems
    for end in ("08.00 น.", "09.00", time(8, 30)):
        checked = row(start="๐๙.๐๐ น.", end=end)
        assert said(checked) == [("not-after", "error", "C2")]
        assert "เริ่มประชุม" in checked.problems[0].message
        assert "09.00 น." in checked.problems[0].message
        assert not checked.records


@pytest.mark.parametrize("cells", [{"start": "09.00"}, {"end": "09.00"}, {}])
def test_one_of_two_times_is_enough(cells: dict[str, object]) -> None:
    assert len(row(**cells).records) == 1


def test_a_wrong_time_is_said_once() -> None:
    assert said(row(start="x", end="09.00")) == [("not-a-time", "error", "B2")]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_dates_are_compared_too(first: date, last: date) -> None:
    trial = kind(Field("a", "ก", "date"), Field("b", "ข", "date", constraints=Constraints(after="a")))
    checked = check(trial, book(sheet(["เลขอ้างอิง", "ก", "ข"], ["A", first, last])))
    assert bool(checked.records) == (last > first)


def test_a_number_of_another_year_is_a_warning() -> None:
    assert not row(number="120/2567", date="26 มิถุนายน 2567").problems
    checked = row(number="120/2566", date="26 มิถุนายน 2567")
    assert said(checked) == [("number-year-mismatch", "warning", "D2")]
    assert "2566" in checked.problems[0].message
    assert "2567" in checked.problems[0].message
    (record,) = checked.records
    assert (record.values["number"].number, record.values["number"].year) == ("120", 2566)
    assert not row(number="120/2566").problems
    assert not row(number="…./…..", date="26 มิถุนายน 2567").problems


@pytest.mark.parametrize("cell", [date(2026, 3, 1), datetime(1965, 12, 1), time(3, 0), timedelta(hours=3)])
def test_a_number_that_the_spreadsheet_made_a_date_of(cell: object) -> None:
    checked = row(number=cell)
    assert said(checked) == [("number-became-date", "error", "D2")]
    assert "Text" in checked.problems[0].hint


@pytest.mark.parametrize("cell", [120, Decimal("0.0012"), True, "120"])
def test_a_number_without_a_year(cell: object) -> None:
    assert said(row(number=cell)) == [("not-a-year-number", "error", "D2")]


def test_years_in_other_forms_are_told() -> None:
    assert said(row(number="12/65")) == [("year-completed", "info", "D2")]
    assert said(row(number="12/2022")) == [("christian-year", "warning", "D2")]
    assert row(number="ที่ ๑๒/๒๕๖๕").records[0].values["number"] == "12/2565"
    assert row(number="-").records[0].values["number"] == ""


def test_what_is_filled_in_asks_for_its_companion() -> None:
    assert not row(acting="ปฏิบัติราชการแทน", post="ผู้อำนวยการ").problems
    assert not row(post="ผู้อำนวยการ").problems
    checked = row(acting="ปฏิบัติราชการแทน")
    assert said(checked) == [("missing-companion", "error", "G2")]
    assert (checked.problems[0].column, checked.problems[0].value) == ("ตำแหน่งที่แทน", None)
    assert "“การแทน”" in checked.problems[0].message
    assert "การแทน" in checked.problems[0].worded("en").message


def test_a_companion_that_is_required_anyhow_is_said_once() -> None:
    trial = kind(ACTING, Field("post", "ตำแหน่งที่แทน", constraints=Constraints(required=True)))
    checked = check(trial, book(sheet(["เลขอ้างอิง", "การแทน", "ตำแหน่งที่แทน"], ["A", "แทน"])))
    assert said(checked) == [("missing-value", "error", "C2")]


def test_a_companion_without_a_column_is_said_of_the_row() -> None:
    (item,) = check(kind(ACTING, POST), book(sheet(["เลขอ้างอิง", "การแทน"], ["A", "แทน"]))).problems
    assert (item.code, item.cell, item.row, item.column) == ("missing-companion", None, 2, "ตำแหน่งที่แทน")


@pytest.mark.parametrize("child", [MEMBERS, GRID])
def test_rows_of_a_child_table_may_stand_for_a_value(child: Table) -> None:
    body = Field("body", "ข้อความ", constraints=Constraints(required_unless=(child.name,)))
    trial = kind(body, children=(child,))
    main = sheet(["เลขอ้างอิง", "ข้อความ"], ["A", None], ["B", None], ["C", "ก"])
    checked = check(trial, book(main, sheet(["เลขอ้างอิง", "ชื่อ"], ["A", "นายสมชาย ใจดี"], name=child.sheet)))
    assert said(checked) == [("missing-value", "error", "B3")]
    assert [record.ref for record in checked.records] == ["A", "C"]
    assert said(check(trial, book(main))) == [("missing-value", "error", "B2"), ("missing-value", "error", "B3")]
