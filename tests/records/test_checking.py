"""A workbook held against a kind: every wrong cell named, every right row made, nothing lost."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs import check
from ita_docs.kinds import Constraints, Field, FreeTable, Table
from ita_docs.problems import Problem
from ita_docs.records import Checked, read_records
from ita_docs.settings import Settings
from ita_docs.sheets import CellError, Row, Sheet, Workbook
from ita_docs.thai.text import clean

from .tables import book, key, kind, sheet
from .test_types import VALUES

REQUIRED = Constraints(required=True)
SUBJECT = Field("subject", "เรื่อง", example="ขออนุมัติ", constraints=REQUIRED)
AGENCY = Field("agency", "ส่วนราชการ", setting="agency", constraints=REQUIRED)
BODY = Field("body", "ข้อความ", "paragraphs", constraints=Constraints(required_unless=("facts",)))
FACTS = Field("facts", "ข้อเท็จจริง", "paragraphs")
DAY = Field("date", "วันที่", "date")
NOTES = Table(
    "notes",
    "ความเห็น",
    "ref",
    (Field("ref", "เลขอ้างอิง"), Field("order", "ลำดับ", "integer"), Field("note", "ความเห็น", constraints=REQUIRED)),
    order="order",
)
GRID = Table("grid", "ตาราง", "ref", (Field("ref", "เลขอ้างอิง"),), free=True)
KIND = kind(SUBJECT, DAY, children=(NOTES, GRID))
HEAD = ["เลขอ้างอิง", "เรื่อง", "วันที่"]


def said(checked: Checked) -> list[tuple[str, str | None, str | None]]:
    return [(item.code, item.sheet, item.cell) for item in checked.problems]


def refs(checked: Checked) -> list[str]:
    return [record.ref for record in checked.records]


def test_a_row_becomes_a_record_with_every_field() -> None:
    checked = check(KIND, book(sheet(HEAD, ["M-1", " ก ", date(2024, 6, 26)], ["M-2", "ข"])))
    first, second = checked.records
    assert first.values == {
        "ref": "M-1",
        "subject": "ก",
        "date": date(2024, 6, 26),
        "notes": (),
        "grid": FreeTable((), ()),
    }
    assert (first.ref, first.sheet, first.row, first.source.a1, first.kind) == ("M-1", "ข้อมูล", 2, "A2", KIND)
    assert second.values["date"] is None
    assert not checked.problems
    assert not checked.refused


def test_a_wrong_cell_refuses_its_row_and_no_other() -> None:
    checked = check(KIND, book(sheet(HEAD, ["M-1", "ก", "31/2/2567"], ["M-2", "ข"], top=4, left=3)))
    (item,) = checked.problems
    assert (item.code, item.severity, item.book, item.sheet) == ("impossible-date", "error", "ทดลอง.xlsx", "ข้อมูล")
    assert (item.cell, item.column, item.value, item.row) == ("E5", "วันที่", "31/2/2567", 5)
    assert [(one.ref, one.sheet, one.row) for one in checked.refused] == [("M-1", "ข้อมูล", 5)]
    assert refs(checked) == ["M-2"]


def test_all_problems_of_a_row_by_column() -> None:
    checked = check(KIND, book(sheet(["วันที่", "เรื่อง", "เลขอ้างอิง"], ["x", CellError("#REF!"), None])))
    assert said(checked) == [
        ("not-a-date", "ข้อมูล", "A2"),
        ("formula-error", "ข้อมูล", "B2"),
        ("missing-value", "ข้อมูล", "C2"),
    ]
    assert [item.value for item in checked.problems] == ["x", "#REF!", None]
    assert checked.refused[0].ref is None


def test_a_missing_value_is_at_its_own_empty_cell() -> None:
    checked = check(KIND, book(sheet(HEAD, ["M-1", " \u200b"], ["M-2", None, "1/1/2567"])))
    assert said(checked) == [("missing-value", "ข้อมูล", "B2"), ("missing-value", "ข้อมูล", "B3")]
    assert "ขออนุมัติ" in checked.problems[0].hint


def test_blank_rows_are_no_rows() -> None:
    checked = check(KIND, book(sheet(HEAD, [" ", "\u200b"], ["M-1", "ก"], ["", "\xa0", "\ufeff"], ["M-2", "ข"])))
    assert refs(checked) == ["M-1", "M-2"]
    assert not checked.problems


def test_every_row_of_a_repeated_key_is_refused() -> None:
    checked = check(KIND, book(sheet(HEAD, ["M-1", "ก"], ["M-2", "ข"], [" M-1\u200b", "ค"], ["M-1", None])))
    repeated = [item for item in checked.problems if item.code == "duplicate-key"]
    assert [item.cell for item in repeated] == ["A2", "A4", "A5"]
    assert all("2, 4, 5" in item.message for item in repeated)
    assert said(checked)[-1] == ("missing-value", "ข้อมูล", "B5")
    assert refs(checked) == ["M-2"]
    assert [item.row for item in checked.refused] == [2, 4, 5]


def test_numbers_and_their_texts_are_one_key() -> None:
    checked = check(KIND, book(sheet(HEAD, [1, "ก"], ["1", "ข"])))
    assert [item.code for item in checked.problems] == ["duplicate-key"] * 2


def test_other_unique_fields_may_not_repeat_either() -> None:
    unique = Field("code", "รหัส", constraints=Constraints(unique=True))
    checked = check(kind(unique), book(sheet(["เลขอ้างอิง", "รหัส"], ["1", "ก"], ["2", "ก"], ["3", None], ["4", None])))
    assert said(checked) == [("duplicate-key", "ข้อมูล", "B2"), ("duplicate-key", "ข้อมูล", "B3")]
    assert refs(checked) == ["3", "4"]


def test_the_office_profile_fills_what_is_empty() -> None:
    lines = [["เลขอ้างอิง", "ส่วนราชการ"], ["1", None], ["2", "ของแถวนี้"]]
    checked = check(kind(AGENCY), book(sheet(*lines)), Settings(agency="ของสำนักงาน"))
    assert [record.values["agency"] for record in checked.records] == ["ของสำนักงาน", "ของแถวนี้"]
    checked = check(kind(AGENCY), book(sheet(*lines)))
    assert said(checked) == [("missing-value", "ข้อมูล", "B2")]


def test_a_column_is_missing_unless_the_office_profile_has_its_value() -> None:
    lines = sheet(["เลขอ้างอิง"], ["1"], ["2"])
    assert len(check(kind(AGENCY), book(lines), Settings(agency="ก")).records) == 2
    checked = check(kind(AGENCY), book(lines))
    assert [(item.code, item.cell, item.column) for item in checked.problems] == [("missing-column", None, "ส่วนราชการ")]
    assert [item.ref for item in checked.refused] == ["1", "2"]


def test_a_wrong_value_of_the_office_profile_is_said_where_it_is_used() -> None:
    phone = Field("phone", "โทรศัพท์", "phone", setting="phone")
    checked = check(kind(phone), book(sheet(["เลขอ้างอิง", "โทรศัพท์"], ["1"], ["2", "0 4362 4093"])), Settings(phone="12"))
    (item,) = checked.problems
    assert (item.code, item.cell, item.value) == ("not-a-phone", "B2", "12")
    assert refs(checked) == ["2"]


def test_a_value_may_be_missing_when_its_alternative_is_there() -> None:
    lines = sheet(["เลขอ้างอิง", "ข้อความ", "ข้อเท็จจริง"], ["1", "ก", None], ["2", None, "ข"], ["3", None, None])
    checked = check(kind(BODY, FACTS), book(lines))
    assert refs(checked) == ["1", "2"]
    assert said(checked) == [("missing-value", "ข้อมูล", "B4")]
    checked = check(kind(BODY, FACTS), book(sheet(["เลขอ้างอิง", "ข้อเท็จจริง"], ["1", "ก"], ["2", None])))
    assert refs(checked) == ["1"]
    assert [(item.code, item.cell, item.row) for item in checked.problems] == [("missing-value", None, 3)]


def test_hidden_rows_are_made_with_a_note() -> None:
    lines = sheet(HEAD, ["M-1", "ก"], [" "], ["M-2", None], hidden=[2, 3, 4])
    checked = check(KIND, book(lines, sheet(["เลขอ้างอิง", "ความเห็น"], ["M-1", "ดี"], name="ความเห็น", hidden=[2])))
    assert refs(checked) == ["M-1"]
    assert [(item.code, item.sheet, item.row) for item in checked.problems] == [
        ("hidden-row", "ข้อมูล", 2),
        ("missing-value", "ข้อมูล", 4),
        ("hidden-row", "ความเห็น", 2),
    ]
    assert "แถว 2" in checked.problems[0].message


def test_merged_cells_give_their_value_to_every_row() -> None:
    notes = sheet(
        ["เลขอ้างอิง", "ความเห็น"], ["M-1", "ก"], [None, "ข"], ["M-2", "ค"], name="ความเห็น", merged=[(2, 1, 3, 1)]
    )
    checked = check(KIND, book(sheet(HEAD, ["M-1", "เดียวกัน"], ["M-2"], merged=[(2, 2, 3, 2)]), notes))
    assert [record.values["subject"] for record in checked.records] == ["เดียวกัน", "เดียวกัน"]
    assert [len(record.values["notes"]) for record in checked.records] == [2, 1]
    assert not checked.problems


class TestSheets:
    def test_names_are_matched_as_headings_are(self) -> None:
        assert refs(check(KIND, book(sheet(["ก"], name="อื่น"), sheet(HEAD, ["1", "ก"], name=" ข้อมูล\u200b ")))) == ["1"]

    def test_a_missing_sheet(self) -> None:
        checked = check(KIND, book(sheet(HEAD, ["1", "ก"], name="Sheet1")))
        (item,) = checked.problems
        assert (item.code, item.severity, item.book, item.sheet) == ("missing-sheet", "error", "ทดลอง.xlsx", "ข้อมูล")
        assert "Sheet1" in item.hint
        assert not checked.records
        assert check(KIND, Workbook(None, ())).problems[0].code == "missing-sheet"

    def test_a_format_without_sheet_names(self) -> None:
        assert refs(check(KIND, book(sheet(HEAD, ["1", "ก"], name="data"), single=True))) == ["1"]

    def test_what_reading_revealed_is_passed_on(self) -> None:
        item = Problem("workbook-unreadable", "info")
        assert check(KIND, Workbook("a.xlsx", (sheet(HEAD, ["1", "ก"]),), (item,))).problems == (item,)

    def test_no_rows(self) -> None:
        assert said(check(KIND, book(sheet(HEAD)))) == [("empty-sheet", "ข้อมูล", None)]

    def test_no_headings(self) -> None:
        checked = check(KIND, book(sheet(["ก"], ["ข"])))
        assert {item.code for item in checked.problems} == {"missing-column"}
        assert not checked.records

    def test_no_key_column(self) -> None:
        checked = check(KIND, book(sheet(["เรื่อง", "วันที่"], ["ก", "x"], ["ข"])))
        assert [item.code for item in checked.problems] == ["missing-column", "not-a-date"]
        assert [(item.ref, item.row) for item in checked.refused] == [(None, 2), (None, 3)]

    def test_an_empty_child_sheet_is_no_child_sheet(self) -> None:
        assert not check(KIND, book(sheet(HEAD, ["1", "ก"]), sheet(name="ความเห็น"))).problems

    def test_a_column_without_a_heading_is_named_once_if_it_holds_data(self) -> None:
        checked = check(
            KIND,
            book(sheet([*HEAD, None, None], ["1", "ก", None, None, " "], ["2", "ข", None, 7], ["3", "ค", None, 8])),
        )
        (item,) = checked.problems
        assert (item.code, item.cell, item.column, item.value) == ("unknown-column", "D3", "D", "7")
        assert len(checked.records) == 3

    def test_sheet_problems_come_first(self) -> None:
        notes = sheet(["เลขอ้างอิง", "ความเห็น", "x"], ["1", None], name="ความเห็น")
        checked = check(KIND, book(notes, sheet([*HEAD, "y"], ["1", None], ["2", None])))
        assert said(checked) == [
            ("unknown-column", "ข้อมูล", "D1"),
            ("unknown-column", "ความเห็น", "C1"),
            ("missing-value", "ข้อมูล", "B2"),
            ("missing-value", "ข้อมูล", "B3"),
            ("missing-value", "ความเห็น", "B2"),
        ]


class TestChildren:
    MAIN = sheet(HEAD, *[[f"M-{n}", "ก"] for n in range(1, 4)])

    def test_rows_join_in_their_order(self) -> None:
        lines = [["M-2", 2, "ข"], ["M-1", None, "ก"], ["M-2", 1, "ค"], ["M-2", None, "ง"]]
        checked = check(KIND, book(self.MAIN, sheet(["เลขอ้างอิง", "ลำดับ", "ความเห็น"], *lines, name="ความเห็น")))
        assert [[row["note"] for row in record.values["notes"]] for record in checked.records] == [
            ["ก"],
            ["ค", "ข", "ง"],
            [],
        ]
        assert checked.records[1].values["notes"][0] == {"ref": "M-2", "order": 1, "note": "ค"}

    @pytest.mark.parametrize("seed", range(5))
    def test_any_order_joins_as_file_order(self, seed: int) -> None:
        lines = [[f"M-{n % 3 + 1}", None, f"{n}"] for n in range(30)]
        random.Random(seed).shuffle(lines)
        checked = check(KIND, book(self.MAIN, sheet(["เลขอ้างอิง", "ลำดับ", "ความเห็น"], *lines, name="ความเห็น")))
        for record in checked.records:
            assert [row["note"] for row in record.values["notes"]] == [
                note for ref, _, note in lines if ref == record.ref
            ]

    def test_a_wrong_child_row_refuses_its_parent(self) -> None:
        lines = [["M-1", "x", "ก"], ["M-2", 1, None]]
        checked = check(KIND, book(self.MAIN, sheet(["เลขอ้างอิง", "ลำดับ", "ความเห็น"], *lines, name="ความเห็น")))
        assert said(checked) == [("not-a-number", "ความเห็น", "B2"), ("missing-value", "ความเห็น", "C3")]
        assert refs(checked) == ["M-3"]
        assert [(item.ref, item.sheet, item.row) for item in checked.refused] == [
            ("M-1", "ข้อมูล", 2),
            ("M-2", "ข้อมูล", 3),
        ]

    def test_an_orphan_is_refused_by_itself(self) -> None:
        lines = [["M-1", "ก"], ["M-01", None], [None, "ข"]]
        checked = check(KIND, book(self.MAIN, sheet(["เลขอ้างอิง", "ความเห็น"], *lines, name="ความเห็น")))
        assert said(checked) == [
            ("orphan-row", "ความเห็น", "A3"),
            ("missing-value", "ความเห็น", "B3"),
            ("missing-value", "ความเห็น", "A4"),
        ]
        assert checked.problems[0].value == "M-01"
        assert "M-1" in checked.problems[0].hint
        assert [(item.ref, item.sheet, item.row) for item in checked.refused] == [
            ("M-01", "ความเห็น", 3),
            (None, "ความเห็น", 4),
        ]
        assert len(checked.records) == 3

    def test_children_of_a_repeated_key_are_no_orphans_and_are_checked(self) -> None:
        main = sheet(HEAD, ["M-1", "ก"], ["M-1", "ข"])
        checked = check(KIND, book(main, sheet(["เลขอ้างอิง", "ความเห็น"], ["M-1", None], name="ความเห็น")))
        assert [item.code for item in checked.problems] == ["duplicate-key", "duplicate-key", "missing-value"]

    def test_a_missing_column_of_a_child_refuses_the_parents_that_have_rows(self) -> None:
        checked = check(KIND, book(self.MAIN, sheet(["เลขอ้างอิง", "ลำดับ"], ["M-2", 1], name="ความเห็น")))
        assert [item.code for item in checked.problems] == ["missing-column"]
        assert refs(checked) == ["M-1", "M-3"]

    def test_a_child_sheet_is_read_once_and_never_held_whole(self) -> None:
        passes, held, most = 0, 0, 0

        def rows() -> Any:
            nonlocal passes, held, most
            passes, held = passes + 1, 0
            yield Row(1, {1: "เลขอ้างอิง", 2: "ความเห็น"})
            for n in range(300):
                held += 1
                most = max(most, held if passes == 4 else 0)
                yield Row(n + 2, {1: f"M-{n // 3}", 2: "ดี"})

        main = sheet(HEAD, *[[f"M-{n}", "ก"] for n in range(100)])
        for outcome in read_records(KIND, book(main, Sheet("ความเห็น", rows))):
            if outcome.record:
                assert len(outcome.record.values["notes"]) == 3
                held = 0
        assert passes == 4  # is there anything, headings, keys, values
        assert most <= 4


class TestFreeTables:
    MAIN = sheet(HEAD, ["1", "ก"], ["2", "ข"], ["3", "ค"])

    def grids(self, *lines: list[Any]) -> dict[str, Any]:
        checked = check(KIND, book(self.MAIN, sheet(*lines, name="ตาราง")))
        assert not checked.problems
        return {record.ref: record.values["grid"] for record in checked.records}

    def test_columns_empty_for_a_record_are_left_out(self) -> None:
        grids = self.grids(
            ["ที่", "เลขอ้างอิง", "รายการ", "เงิน", "หมายเหตุ"],
            [1, "1", "ก", 1250, None],
            [2, "1", "ข", None, " "],
            [None, "2", "ค", None, "ดี"],
        )
        assert grids["1"] == FreeTable(("ที่", "รายการ", "เงิน"), (("1", "ก", "1250"), ("2", "ข", "")))
        assert grids["2"] == FreeTable(("รายการ", "หมายเหตุ"), (("ค", "ดี"),))
        assert not grids["3"]

    def test_a_column_without_a_heading_is_not_lost_silently(self) -> None:
        lines = sheet(["เลขอ้างอิง", "รายการ"], ["1", "ก", "ลืมหัว"], name="ตาราง")
        assert said(check(KIND, book(self.MAIN, lines))) == [("unknown-column", "ตาราง", "C2")]

    def test_a_bad_cell_is_named_by_its_heading(self) -> None:
        lines = sheet(["เลขอ้างอิง", "เงิน"], ["1", CellError("#N/A")], name="ตาราง")
        (item,) = check(KIND, book(self.MAIN, lines)).problems
        assert (item.code, item.cell, item.column, item.value) == ("formula-error", "B2", "เงิน", "#N/A")


def test_the_stream_and_the_whole_agree() -> None:
    lines = sheet([*HEAD, "y"], ["1", "ก"], ["2", None], ["1", "ค"], ["4", "ง", "31/2/2567"])
    given = book(lines, sheet(["เลขอ้างอิง", "ความเห็น"], ["9", "ก"], ["2", "ข"], name="ความเห็น"))
    outcomes = list(read_records(KIND, given))
    checked = check(KIND, given)
    assert tuple(item.record for item in outcomes if item.record) == checked.records
    assert {id(item.refused) is not None for item in outcomes}
    assert sorted(said(checked)) == sorted((p.code, p.sheet, p.cell) for item in outcomes for p in item.problems)
    assert [item.row for item in outcomes if item.sheet == "ข้อมูล" and item.row] == [2, 3, 4, 5]


ANY_KIND = kind(
    Field("t", "ข้อความ"),
    Field("d", "วันที่", "date"),
    Field("m", "เงิน", "money"),
    Field("p", "ผู้ลงนาม", "person"),
    Field("l", "รายการ", "list"),
    children=(NOTES, GRID),
)


@settings(max_examples=60)
@given(
    data=st.lists(st.lists(st.one_of(st.none(), VALUES), max_size=6), max_size=8),
    child=st.lists(st.lists(VALUES, max_size=4), max_size=4),
)
def test_check_never_raises(data: list[list[Any]], child: list[list[Any]]) -> None:
    head = ["เลขอ้างอิง", "ข้อความ", "วันที่", "เงิน", "ผู้ลงนาม", "รายการ"]
    for lines in ([head, *data], data):
        given = book(
            sheet(*lines), sheet(["เลขอ้างอิง", "ลำดับ", "ความเห็น"], *child, name="ความเห็น"), sheet(*child, name="ตาราง")
        )
        checked = check(ANY_KIND, given)
        for item in checked.problems:
            assert item.to_json()["message"]
        assert len(checked.records) + len([one for one in checked.refused if one.sheet == "ข้อมูล"]) <= len(lines)


@settings(max_examples=60)
@given(st.lists(st.text(), max_size=6))
def test_nothing_of_a_text_is_lost(texts: list[str]) -> None:
    lines = [[f"R{n}", text] for n, text in enumerate(texts)]
    checked = check(kind(Field("t", "ข้อความ")), book(sheet(["เลขอ้างอิง", "ข้อความ"], *lines)))
    assert [record.values["t"] for record in checked.records] == [clean(text).text for text in texts]


def test_values_are_plain_mappings() -> None:
    (record,) = check(KIND, book(sheet(HEAD, ["1", "ก"]))).records
    assert isinstance(record.values, Mapping)
    assert set(record.values) == {"ref", "subject", "date", "notes", "grid"}
    assert key().name in record.values


def test_a_dash_says_none_where_text_could_not_be_meant() -> None:
    phone = Field("phone", "โทรศัพท์", "phone", setting="phone")
    lines = sheet([*HEAD, "โทรศัพท์"], ["M-1", "-", "–", "-"], ["M-2", "ก", None, None])
    checked = check(kind(SUBJECT, DAY, phone), book(lines), Settings(phone="0 2000 0000"))
    assert not checked.problems
    assert [record.values["subject"] for record in checked.records] == ["-", "ก"]
    assert [record.values["date"] for record in checked.records] == [None, None]
    assert [str(record.values["phone"]) for record in checked.records] == ["", "0 2000 0000"]
