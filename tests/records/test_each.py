"""A child table that makes a document of each of its rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import check
from ita_docs.kinds import Constraints, Field, Table
from ita_docs.records import Checked, context, read_records, tags
from ita_docs.settings import Settings
from ita_docs.sheets import Row, Sheet

from .tables import book, kind, sheet

REQUIRED = Constraints(required=True)
TO = Field("to", "เรียน", "addressee", constraints=REQUIRED, setting="agency")
SUBJECT = Field("subject", "เรื่อง", constraints=REQUIRED)
DAY = Field("date", "วันที่", "date")
PEOPLE = Table(
    "people",
    "ผู้รับ",
    "ref",
    (
        Field("ref", "เลขอ้างอิง", constraints=REQUIRED),
        Field("order", "ลำดับ", "integer"),
        replace(TO, title="ผู้รับหนังสือ", constraints=Constraints()),
        Field("number", "เลขที่", "year_number", constraints=Constraints(year_of="date")),
    ),
    order="order",
    each=True,
)
NOTES = Table("notes", "หมายเหตุ", "ref", (Field("ref", "เลขอ้างอิง"), Field("note", "ข้อความ", "date")))
KIND = kind(TO, SUBJECT, DAY, children=(NOTES, PEOPLE))
HEAD = ["เลขอ้างอิง", "เรียน", "เรื่อง", "วันที่"]
CHILD = ["เลขอ้างอิง", "ลำดับ", "ผู้รับหนังสือ", "เลขที่"]


def checked(main: list[list[Any]], people: list[list[Any]], *more: Sheet, **profile: str) -> Checked:
    sheets = [sheet(HEAD, *main), sheet(CHILD, *people, name="ผู้รับ"), *more]
    return check(KIND, book(*sheets), Settings(**profile))


def said(found: Checked) -> list[tuple[str, str | None, str | None, int | None]]:
    return [(item.code, item.sheet, item.cell, item.row) for item in found.problems]


def test_each_row_makes_a_record_of_the_main_row_and_itself() -> None:
    found = checked(
        [["L-1", "ครู", "ประชุม", "26/6/2567"], ["L-2", "นายสมชาย ใจดี", "เชิญ"]],
        [["L-1", None, "ผู้อำนวยการโรงเรียนหนึ่ง", "5/2567"], ["L-1", None, None, None], ["L-1", None, "นายกรัฐมนตรี", None]],
    )
    assert not found.problems
    assert [record.ref for record in found.records] == ["L-1-1", "L-1-2", "L-1-3", "L-2"]
    first, second, third, alone = found.records
    assert first.values["ref"] == "L-1-1"
    assert [record.values["to"] for record in found.records] == [
        "ผู้อำนวยการโรงเรียนหนึ่ง",
        "ครู",
        "นายกรัฐมนตรี",
        "นายสมชาย ใจดี",
    ]
    assert third.values["to"].opening == "กราบเรียน"
    assert (first.values["number"], second.values["number"], alone.values["number"]) == ("5/2567", "", "")
    assert {record.values["subject"] for record in (first, second, third)} == {"ประชุม"}
    assert [(record.sheet, record.row, record.source.a1) for record in found.records] == [
        ("ผู้รับ", 2, "A2"),
        ("ผู้รับ", 3, "A3"),
        ("ผู้รับ", 4, "A4"),
        ("ข้อมูล", 3, "A3"),
    ]
    assert "people" not in first.values
    assert alone.values.keys() == first.values.keys()


def test_a_template_sees_the_merged_row_by_every_spelling() -> None:
    found = checked([["L-1", None, "ประชุม"]], [["L-1", 4, "ครู", "5/2567"]])
    (record,) = found.records
    names = context(record)
    assert names["to"] == names["เรียน"] == names["ผู้รับหนังสือ"] == "ครู"
    assert names["number"] == names["เลขที่"] == "5/2567"
    assert (names["ลำดับ"], names["ref"], names["เลขอ้างอิง"]) == (4, "L-1-1", "L-1-1")
    spelt = tags(KIND)
    assert spelt["to"] == ("to", "เรียน", "ผู้รับหนังสือ")
    assert spelt["number"] == ("number", "เลขที่")
    top = {spelling for path, spellings in spelt.items() if "[]" not in path for spelling in spellings}
    assert top == set(names)


@given(st.integers(1, 120), st.integers(0, 3))
def test_references_count_in_the_width_of_the_count(rows: int, others: int) -> None:
    people = [["L-9", None, "ก", None] for _ in range(rows)]
    found = checked([["L-9", None, "ก"], *([f"X{n}", "ข", "ก"] for n in range(others))], people)
    refs = [record.ref for record in found.records]
    assert refs == [f"L-9-{n:0{len(str(rows))}}" for n in range(1, rows + 1)] + [f"X{n}" for n in range(others)]
    assert [record.values["ref"] for record in found.records] == refs


def test_rows_count_by_their_order() -> None:
    found = checked([["A", None, "ก"]], [["A", 3, "สาม"], ["A", 1, "หนึ่ง"], ["A", None, "ไม่มีลำดับ"], ["A", 2, "สอง"]])
    made = [(record.ref, str(record.values["to"]), record.row) for record in found.records]
    assert made == [("A-1", "หนึ่ง", 3), ("A-2", "สอง", 5), ("A-3", "สาม", 2), ("A-4", "ไม่มีลำดับ", 4)]


def test_a_bad_row_refuses_only_its_own_document() -> None:
    people = [["A", None, f"คนที่ {n}", "5/2567"] for n in range(1, 11)]
    people[3][3] = "ไม่มี"
    people[6][2] = "พระบาทสมเด็จพระเจ้าอยู่หัว"
    found = checked([["A", None, "ก"]], people)
    assert said(found) == [("not-a-year-number", "ผู้รับ", "D5", 5), ("royal-addressee", "ผู้รับ", "C8", 8)]
    assert [(item.ref, item.sheet, item.row) for item in found.refused] == [("A-04", "ผู้รับ", 5), ("A-07", "ผู้รับ", 8)]
    assert [record.ref for record in found.records] == [f"A-{n:02}" for n in (1, 2, 3, 5, 6, 8, 9, 10)]


def test_a_bad_main_row_refuses_all_its_documents_and_is_told_once() -> None:
    found = checked(
        [["A", None, None, "31/2/2567"], ["B", None, "ก"]], [["A", None, "ก"], ["A", None, "ข"], ["B", None, "ค"]]
    )
    assert said(found) == [("missing-value", "ข้อมูล", "C2", 2), ("impossible-date", "ข้อมูล", "D2", 2)]
    assert [(item.ref, item.sheet, item.row) for item in found.refused] == [("A-1", "ผู้รับ", 2), ("A-2", "ผู้รับ", 3)]
    assert [record.ref for record in found.records] == ["B-1"]


def test_a_bad_row_of_another_child_sheet_refuses_all_too() -> None:
    notes = sheet(["เลขอ้างอิง", "ข้อความ"], ["A", "x"], name="หมายเหตุ")
    found = checked([["A", None, "ก"]], [["A", None, "ก"], ["A", None, "ข"]], notes)
    assert said(found) == [("not-a-date", "หมายเหตุ", "B2", 2)]
    assert len(found.refused) == 2


def test_what_is_required_is_judged_of_both_rows() -> None:
    found = checked(
        [["A", None, "ก"], ["B", "ครู", "ก"], ["C", None, "ก"]],
        [["A", None, "หนึ่ง"], ["A", None, None, "1/2567"], ["B", None, None, "1/2567"]],
    )
    assert said(found) == [("missing-value", "ข้อมูล", "B4", 4), ("missing-value", "ผู้รับ", "C3", 3)]
    assert [record.ref for record in found.records] == ["A-1", "B-1"]
    assert [(item.ref, item.row) for item in found.refused] == [("C", 4), ("A-2", 3)]


@pytest.mark.parametrize(("main", "people", "missing"), [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
def test_a_column_may_stand_on_either_sheet(main: int, people: int, missing: int) -> None:
    above = sheet(["เลขอ้างอิง", "เรื่อง", *["เรียน"] * main], ["A", "ก", *["ครู"] * main])
    below = sheet(["เลขอ้างอิง", *["เรียน"] * people], ["A", *["ครู"] * people], name="ผู้รับ")
    found = check(kind(TO, SUBJECT, children=(replace(PEOPLE, fields=(*PEOPLE.fields[:1], TO)),)), book(above, below))
    assert [item.code for item in found.problems] == ["missing-column"] * missing
    assert len(found.records) == 1 - missing
    assert len(found.refused) == missing


def test_the_office_profile_comes_after_what_the_main_row_says() -> None:
    below = [["A", None, None, "1/2567"], ["B", None, None, "2/2567"], ["B", None, "ของแถวนี้", None]]
    found = checked([["A", "ของแถวหลัก", "ก"], ["B", None, "ก"]], below, agency="ของสำนักงาน")
    assert [str(record.values["to"]) for record in found.records] == ["ของแถวหลัก", "ของสำนักงาน", "ของแถวนี้"]


def test_fields_agree_across_the_two_rows() -> None:
    found = checked([["A", "ครู", "ก", "26/6/2567"]], [["A", None, None, "1/2567"], ["A", None, None, "1/2566"]])
    assert said(found) == [("number-year-mismatch", "ผู้รับ", "D3", 3)]
    assert len(found.records) == 2


def test_a_companion_may_be_on_the_other_row() -> None:
    acting = Field("acting", "การแทน", constraints=Constraints(requires=("post",)))
    post = Field("post", "ตำแหน่ง")
    trial = kind(acting, post, children=(Table("rows", "แถว", "ref", (Field("ref", "เลขอ้างอิง"), post), each=True),))
    main = sheet(["เลขอ้างอิง", "การแทน", "ตำแหน่ง"], ["A", "แทน"], ["B", "แทน"])
    found = check(trial, book(main, sheet(["เลขอ้างอิง", "ตำแหน่ง"], ["A", "ครู"], ["A", None], name="แถว")))
    assert [record.ref for record in found.records] == ["A-1"]
    told = [(item.code, item.sheet, item.cell) for item in found.problems]
    assert told == [("missing-companion", "ข้อมูล", "C3"), ("missing-companion", "แถว", "B3")]


def test_what_only_the_main_row_can_give_is_said_of_the_documents_row() -> None:
    body = Field("body", "ข้อความ", constraints=Constraints(required_unless=("facts",)))
    facts = Field("facts", "ข้อเท็จจริง")
    trial = kind(body, facts, children=(Table("rows", "แถว", "ref", (Field("ref", "เลขอ้างอิง"), facts), each=True),))
    rows = sheet(["เลขอ้างอิง", "ข้อเท็จจริง"], ["A", "ก"], ["A", "-"], name="แถว")
    assert len(check(trial, book(sheet(["เลขอ้างอิง"], ["A"]), rows)).records) == 2
    rows = sheet(["เลขอ้างอิง", "ข้อเท็จจริง", "อื่น"], ["A", "ก"], ["A"], name="แถว")
    found = check(trial, book(sheet(["เลขอ้างอิง"], ["A"]), rows))
    assert [
        (item.code, item.sheet, item.cell, item.row, item.column) for item in found.problems if item.severity == "error"
    ] == [("missing-value", "แถว", None, 3, "ข้อความ")]


def test_without_the_sheet_every_row_is_a_document_of_its_own() -> None:
    found = check(KIND, book(sheet(HEAD, ["A", "ครู", "ก"], ["B", None, "ก"])))
    assert [record.ref for record in found.records] == ["A"]
    assert said(found) == [("missing-value", "ข้อมูล", "B3", 3)]
    assert found.records[0].values["number"] == ""
    assert context(found.records[0])["เลขที่"] == ""


def test_repeated_keys_and_orphans() -> None:
    found = checked([["A", None, "ก"], ["A", None, "ข"]], [["A", None, "ก"], ["Z", None, "ก"]])
    assert [item.code for item in found.problems] == ["duplicate-key", "duplicate-key", "orphan-row"]
    assert not found.records
    assert [(item.ref, item.row) for item in found.refused] == [("A", 3), ("A-1", 2), ("Z", 3)]


def test_hidden_rows_are_told() -> None:
    main, people = (
        sheet(HEAD, ["A", None, "ก"], hidden=[2]),
        sheet(CHILD, ["A", None, "ก"], ["A", None, "ข"], name="ผู้รับ", hidden=[3]),
    )
    found = check(KIND, book(main, people))
    assert said(found) == [("hidden-row", "ข้อมูล", "A2", 2), ("hidden-row", "ผู้รับ", "A3", 3)]
    assert len(found.records) == 2


def test_rows_are_read_as_they_are_needed() -> None:
    """One main row may have ten thousand: none waits in memory for the others."""
    read = []

    def rows() -> Any:
        for number in range(1, 5001):
            read.append(number)
            yield Row(number, {1: "เลขอ้างอิง", 2: "ผู้รับหนังสือ"} if number == 1 else {1: "A", 2: f"คนที่ {number}"})

    outcomes = read_records(KIND, book(sheet(HEAD, ["A", None, "ก"]), Sheet("ผู้รับ", rows)))
    made = (outcome for outcome in outcomes if outcome.record is not None)
    read.clear()
    next(made)
    counted = len(read)
    next(made)
    assert len(read) <= counted + 1
    assert sum(1 for _ in made) == 4997


CELLS = st.lists(
    st.tuples(st.sampled_from("ABZ"), st.one_of(st.none(), st.integers(0, 5)), st.sampled_from([None, "ก", "หม่อมเจ้าก"]))
)


@given(CELLS)
def test_every_row_is_a_record_or_refused(people: list[tuple[str, int | None, str | None]]) -> None:
    main = [["A", "ครู", "ก"], ["B", None, "ก"], ["C", "ครู", "ก"]]
    found = checked(main, [list(row) for row in people])
    made = {record.ref for record in found.records}
    refused = {item.ref for item in found.refused}
    for key in "ABC":
        rows = sum(1 for row in people if row[0] == key)
        refs = {f"{key}-{n:0{len(str(rows))}}" for n in range(1, rows + 1)} or {key}
        assert {ref for ref in made | refused if ref and ref[0] == key} == refs
    assert not made & refused
    assert len(found.records) + len(found.refused) == len(people) + sum(
        1 for key in "ABC" if all(row[0] != key for row in people)
    )
    assert bool(found.refused) == any(item.severity == "error" for item in found.problems)
