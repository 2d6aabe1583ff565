"""Values, addresses and structure of .xls workbooks."""

from __future__ import annotations

import io
import struct
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
import xlwt

from ita_docs.problems import WorkbookError
from ita_docs.sheets import Limits, Span, read_workbook

from .books import grid, rows


def saved(book: Any) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def styled(code: str) -> Any:
    return xlwt.easyxf(num_format_str=code)


@pytest.fixture
def book() -> Any:
    return xlwt.Workbook(encoding="utf-8")


def test_values(book: Any) -> None:
    sheet = book.add_sheet("บันทึก")
    for column, (value, code) in enumerate(
        [
            ("  ก\nข ", "General"),
            (7, "General"),
            (2.675, "0.00"),
            (True, "General"),
            (45469, "d/m/yyyy"),
            (45469, "ว ดดดด ปปปป"),
            (45469, "bbbb"),
            (45469.25, "[$-107041E]d mmmm yyyy h:mm;@"),
            (0.3541666666666667, "h:mm"),
            (1.25, "[h]:mm"),
            (60, "d/m/yyyy"),
            (45469, '0" วัน"'),
            ("", "General"),
        ],
        start=2,
    ):
        sheet.write(4, column, value, styled(code))
    found = read_workbook(saved(book))
    assert grid(found) == {
        "C5": "  ก\nข ", "D5": 7, "E5": Decimal("2.675"), "F5": True, "G5": date(2024, 6, 26), "H5": date(2024, 6, 26),
        "I5": date(2024, 6, 26), "J5": datetime(2024, 6, 26, 6), "K5": time(8, 30), "L5": timedelta(hours=30),
        "M5": 60, "N5": 45469,
    }  # fmt: skip
    assert type(grid(found)["D5"]) is int


def test_hidden_rows_and_sheets_and_merged_ranges(book: Any) -> None:
    sheet = book.add_sheet("ก")
    sheet.write_merge(0, 1, 0, 3, "หัวเรื่อง")
    for at in range(2, 5):
        sheet.write(at, 0, at)
    sheet.row(3).hidden = True
    book.add_sheet("ข").visibility = 1
    found = read_workbook(saved(book))
    assert [(one.name, one.hidden) for one in found.sheets] == [("ก", False), ("ข", True)]
    assert found.sheets[0].merged == (Span(1, 1, 2, 4),)
    assert [(row.number, row.hidden) for row in rows(found)] == [(1, False), (3, False), (4, True), (5, False)]


def test_a_damaged_file_is_refused(book: Any) -> None:
    book.add_sheet("ก").write(0, 0, "ข")
    data = saved(book)
    for broken in (data[:600], data[:520] + b"\xff" * 300 + data[820:], data[:1024]):
        with pytest.raises(WorkbookError) as caught:
            rows(read_workbook(broken))
        assert [item.code for item in caught.value.problems] == ["workbook-unreadable"]


def test_limits(book: Any) -> None:
    sheet = book.add_sheet("ก")
    for at in range(5):
        sheet.write(at, at, at)
    data = saved(book)
    for limits in (Limits(rows=4), Limits(columns=4), Limits(cells=4), Limits(part_bytes=1000)):
        with pytest.raises(WorkbookError) as caught:
            rows(read_workbook(data, limits))
        assert [item.code for item in caught.value.problems] == ["workbook-too-large"]
    assert len(rows(read_workbook(data, Limits(rows=5, columns=5, cells=5)))) == 5


def test_a_password_is_refused() -> None:
    workbook_begins = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 1996, 0, 6)
    file_pass = struct.pack("<HHHHH", 0x2F, 6, 0, 1, 2)
    with pytest.raises(WorkbookError) as caught:
        read_workbook(workbook_begins + file_pass + struct.pack("<HH", 0x0A, 0))
    assert [item.code for item in caught.value.problems] == ["workbook-encrypted"]


def test_an_old_file_without_code_page_is_read_as_thai() -> None:
    data = (
        struct.pack("<HHHH", 0x209, 6, 0x300, 0x10)
        + b"\0\0"
        + struct.pack("<HHHHHH", 0x204, 8 + 3, 0, 0, 0, 3)
        + "กขค".encode("cp874")
        + struct.pack("<HH", 0x0A, 0)
    )
    assert grid(read_workbook(data)) == {"A1": "กขค"}
