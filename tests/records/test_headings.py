"""Where headings are found, however a clerk has laid them out."""

from __future__ import annotations

from typing import Any

import pytest

from ita_docs.kinds import Constraints, Field
from ita_docs.problems import Problem
from ita_docs.records.headings import Layout, read_headings

from .tables import sheet, table

FIELDS = (
    Field("subject", "เรื่อง", aliases=("ชื่อเรื่อง",), constraints=Constraints(required=True)),
    Field("rules", "ข้อกฎหมาย/ระเบียบ"),
    Field("attachments", "สิ่งที่ส่งมาด้วย"),
    Field("signatory", "ผู้ลงนาม"),
    Field("position", "ตำแหน่ง"),
    Field("date", "วันที่"),
)
TABLE = table(*FIELDS)


def columns(layout: Layout) -> dict[int, str]:
    return {column: field.name for column, field in layout.columns.items()}


def codes(layout: Layout) -> list[tuple[str, str | None, str | None]]:
    return [(item.code, item.cell, item.column) for item in layout.problems]


LAYOUTS: dict[str, tuple[dict[str, Any], dict[int, str], int]] = {
    "plain": ({"lines": [["เลขอ้างอิง", "เรื่อง"], ["1", "ก"]]}, {1: "ref", 2: "subject"}, 2),
    "any order, names, aliases, case": (
        {"lines": [["ชื่อเรื่อง", "POSITION", "Ref"]]},
        {1: "subject", 2: "position", 3: "ref"},
        2,
    ),
    "stars, spaces, invisible characters, line breaks": (
        {"lines": [["\ufeffเลข อ้างอิง *", " เรื่อง\u200b", "ข้อกฎหมาย/\nระเบียบ", "วันที่\xa0"]]},
        {1: "ref", 2: "subject", 3: "rules", 4: "date"},
        2,
    ),
    "titles above": (
        {"lines": [["ทะเบียนบันทึกข้อความ"], ["เรื่อง", "โครงการ"], [], ["เลขอ้างอิง", "เรื่อง", "วันที่"], ["1"]]},
        {1: "ref", 2: "subject", 3: "date"},
        5,
    ),
    "begins at C5": ({"lines": [["เลขอ้างอิง", "เรื่อง"], [1, 2]], "top": 5, "left": 3}, {3: "ref", 4: "subject"}, 6),
    "parent over sub-headings": (
        {
            "lines": [["เลขอ้างอิง", "เรื่อง", "ผู้ลงนาม"], [None, None, "ชื่อ-สกุล", "ตำแหน่ง"], ["1"]],
            "merged": [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)],
        },
        {1: "ref", 2: "subject", 3: "signatory", 4: "position"},
        3,
    ),
    "parent over sub-headings, no merged cells": (
        {"lines": [["เลขอ้างอิง", "เรื่อง", "ผู้ลงนาม"], [None, None, "ชื่อ-สกุล", "ตำแหน่ง"], ["1"]]},
        {1: "ref", 2: "subject", 3: "signatory", 4: "position"},
        3,
    ),
    "heading over two cells": (
        {"lines": [["เลข", "เรื่อง", "สิ่งที่ส่ง"], ["อ้างอิง", None, "มาด้วย"], ["1", "ก"]]},
        {1: "ref", 2: "subject", 3: "attachments"},
        3,
    ),
    "merged downwards": (
        {"lines": [["เลขอ้างอิง", "เรื่อง"], [], ["1", "ก"]], "merged": [(1, 1, 2, 1), (1, 2, 2, 2)]},
        {1: "ref", 2: "subject"},
        3,
    ),
    "a title merged over everything": (
        {"lines": [["ผู้ลงนาม"], ["หมายเหตุ", "เลขอ้างอิง", "เรื่อง", "ผู้ลงนาม"]], "merged": [(1, 1, 1, 4)]},
        {2: "ref", 3: "subject", 4: "signatory"},
        3,
    ),
    "data that looks like headings": (
        {"lines": [["เลขอ้างอิง", "เรื่อง", "หมายเหตุ"], ["M-1", "ตำแหน่ง", "วันที่"]]},
        {1: "ref", 2: "subject"},
        2,
    ),
    "lines above that look like headings": (
        {"lines": [["วันที่", "1/1/2567"], ["ลำดับ", "เลขอ้างอิง", "เรื่อง"], [1, "M-1", "ก"]]},
        {2: "ref", 3: "subject"},
        3,
    ),
    "three rows": (
        {
            "lines": [
                ["เลขอ้างอิง", "เรื่อง", "ส่วนท้าย"],
                [None, None, "ผู้ลงนาม"],
                [None, None, "ชื่อ", "ตำแหน่ง"],
                ["1"],
            ],
            "merged": [(1, 1, 3, 1), (1, 2, 3, 2), (1, 3, 1, 4), (2, 3, 2, 4)],
        },
        {1: "ref", 2: "subject", 3: "signatory", 4: "position"},
        4,
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    given, expected, first_row = LAYOUTS[name]
    given = dict(given)
    layout = read_headings(TABLE, sheet(*given.pop("lines"), **given))
    assert columns(layout) == expected
    assert layout.first_row == first_row
    assert not layout.missing


def test_a_parent_decides_what_its_sub_heading_means() -> None:
    of_checker = Field("checker_position", "ตำแหน่งผู้ตรวจ")
    layout = read_headings(
        table(*FIELDS, of_checker),
        sheet(
            ["เลขอ้างอิง", "เรื่อง", "ผู้ลงนาม", None, "ผู้ตรวจ"],
            [None, None, "ชื่อ", "ตำแหน่ง", "ชื่อ", "ตำแหน่ง"],
            merged=[(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)],
        ),
    )
    assert columns(layout) == {1: "ref", 2: "subject", 3: "signatory", 4: "position", 6: "checker_position"}
    assert codes(layout) == [("unknown-column", "E2", "ผู้ตรวจ ชื่อ")]


def test_unknown_columns_are_warnings_with_what_was_meant() -> None:
    layout = read_headings(TABLE, sheet(["เลขอ้างอิง", "เรื่อง", "ผู้ลงนามม ", "อื่น ๆ"]))
    first, second = layout.problems
    assert (first.code, first.severity, first.cell, first.column) == ("unknown-column", "warning", "C1", "ผู้ลงนามม")
    assert "“ผู้ลงนาม”" in first.hint
    assert "หรือไม่" not in second.hint


def test_the_first_of_two_columns_is_used() -> None:
    layout = read_headings(TABLE, sheet(["เลขอ้างอิง", "เรื่อง", "ชื่อเรื่อง"]))
    assert columns(layout) == {1: "ref", 2: "subject"}
    assert codes(layout) == [("duplicate-column", "C1", "ชื่อเรื่อง")]


def test_missing_columns() -> None:
    lines = sheet(["เลขอ้างอิง", "เรื่องง"], ["1", "2"])
    layout = read_headings(TABLE, lines)
    assert [field.name for field in layout.missing] == ["subject"]
    missing: Problem = next(item for item in layout.problems if item.code == "missing-column")
    assert (missing.severity, missing.sheet, missing.cell, missing.column) == ("error", "ข้อมูล", None, "เรื่อง")
    assert "เรื่องง" in missing.hint
    assert not read_headings(TABLE, lines, lambda field: field.name == "subject").missing


def test_a_field_with_an_alternative_is_not_missing() -> None:
    field = Field("body", "ข้อความ", constraints=Constraints(required_unless=("date",)))
    assert not read_headings(table(field, FIELDS[-1]), sheet(["เลขอ้างอิง"])).missing


@pytest.mark.parametrize("lines", [[], [["ก", "ข"], [1, 2]]])
def test_a_sheet_without_headings(lines: list[list[Any]]) -> None:
    layout = read_headings(TABLE, sheet(*lines))
    assert not layout.columns
    assert [item.code for item in layout.problems] == ["missing-column", "missing-column"]


def test_headings_deep_down_are_not_looked_for() -> None:
    found = read_headings(TABLE, sheet(*[["ก"]] * 39, ["เลขอ้างอิง", "เรื่อง"]))
    assert found.first_row == 41
    assert not read_headings(TABLE, sheet(*[["ก"]] * 40, ["เลขอ้างอิง", "เรื่อง"])).columns


def test_a_free_table_takes_every_heading() -> None:
    layout = read_headings(
        table(free=True),
        sheet(
            ["รายการ", "เลขอ้างอิง", 2567, "งบประมาณ"],
            [None, None, None, "ได้รับ", "ใช้ไป"],
            merged=[(1, 2, 2, 2), (1, 4, 1, 5)],
        ),
    )
    assert layout.free == (1, 3, 4, 5)
    assert [layout.headings[column] for column in layout.free] == ["รายการ", "2567", "งบประมาณ ได้รับ", "งบประมาณ ใช้ไป"]
    assert not layout.problems
