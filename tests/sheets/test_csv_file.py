"""Encodings, delimiters and row numbers of text files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.problems import WorkbookError
from ita_docs.sheets import Limits, read_workbook
from ita_docs.sheets.model import CellError

from .books import grid, rows

THAI = "เลขอ้างอิง,เรื่อง\r\nM-001,ขอเชิญประชุม\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "บันทึก.csv"
    path.write_bytes(THAI.encode(encoding))
    book = read_workbook(path)
    assert (book.name, book.single, [sheet.name for sheet in book.sheets]) == ("บันทึก.csv", True, ["บันทึก"])
    assert grid(book) == {"A1": "เลขอ้างอิง", "B1": "เรื่อง", "A2": "M-001", "B2": "ขอเชิญประชุม"}


def test_utf_16_of_either_order() -> None:
    for bom, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert grid(read_workbook(bom + "ก\tข\r\n".encode(encoding))) == {"A1": "ก", "B1": "ข"}


@pytest.mark.parametrize("data", [b"\xa1\x81\xff", b"\xfd\xfe", b"abc\0def", "ก,ข".encode("utf-16-le")])
def test_no_known_encoding_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(WorkbookError) as caught:
        rows(read_workbook(path))
    assert [item.code for item in caught.value.problems] == ["workbook-unreadable"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ก,ข,ค\n1,2,3\n", ["ก", "ข", "ค"]),
        ("ก;ข;ค\n1,5;2,5;3\n", ["ก", "ข", "ค"]),
        ("ก;ข;ค\nเอ, บี, ซี, ดี;2;3\nเอ, บี, ซี, ดี;2;3\n", ["ก", "ข", "ค"]),
        ("ก\tข\tค\nหนึ่ง, สอง\t2\t3\n", ["ก", "ข", "ค"]),
        ('"ก;ก;ก;ก",ข\n"1;2;3;4",2\n', ["ก;ก;ก;ก", "ข"]),
        ('"บรรทัด\n; ; ; ;\n",ข\n', ["บรรทัด\n; ; ; ;\n", "ข"]),
        ("รายชื่อ; ประจำปี\nก,ข,ค\n1,2,3\n4,5,6\n", ["รายชื่อ; ประจำปี"]),
        ("sep=;\r\nก;ข,ข,ข\r\n", ["ก", "ข,ข,ข"]),
        ("คอลัมน์เดียว\nก\n", ["คอลัมน์เดียว"]),
    ],
)
def test_delimiters(text: str, first: list[str]) -> None:
    row = rows(read_workbook(text.encode()))[0]
    assert (row.number, list(row.cells.values())) == (1, first)


def test_a_row_number_is_that_of_the_record() -> None:
    book = read_workbook('ก,ข\n\n"สอง\nบรรทัด",2\r\n,\r\n3,4'.encode())
    assert grid(book) == {"A1": "ก", "B1": "ข", "A3": "สอง\nบรรทัด", "B3": "2", "A5": "3", "B5": "4"}


def test_text_stays_as_typed() -> None:
    assert grid(read_workbook("  ก \u200b,007,=1+1,1e5\n".encode())) == {
        "A1": "  ก \u200b",
        "B1": "007",
        "C1": "=1+1",
        "D1": "1e5",
    }


def test_a_tab_separated_export_named_xls(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes("ก\tข\r\n1\t2\r\n".encode("cp874"))
    assert grid(read_workbook(path)) == {"A1": "ก", "B1": "ข", "A2": "1", "B2": "2"}


def test_long_cells_up_to_the_limit() -> None:
    data = ("ก" * 2_000_000 + ",ข\n").encode()
    assert len(grid(read_workbook(data))["A1"]) == 2_000_000
    for limits in (Limits(text=1_999_999), Limits(rows=0), Limits(columns=1), Limits(cells=1), Limits(part_bytes=100)):
        with pytest.raises(WorkbookError) as caught:
            rows(read_workbook(data, limits))
        assert [item.code for item in caught.value.problems] == ["workbook-too-large"]


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_a_csv_writer_writes_comes_back(given_rows: list[list[str]]) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([["ก", "ข"], *given_rows])
    found = {row.number: row.cells for row in rows(read_workbook(buffer.getvalue().encode("utf-8-sig")))}
    for number, record in enumerate(given_rows, start=2):
        assert found.get(number, {}) == {column: text for column, text in enumerate(record, start=1) if text}


@pytest.mark.parametrize("code", ["#REF!", "#N/A", "#NAME?", "#DIV/0!", "#VALUE!", "Err:502"])
def test_a_failed_formula_is_no_text(code: str) -> None:
    assert grid(read_workbook(f"ก,{code}\r\n#1,เรื่อง {code}\r\n".encode("utf-8-sig"))) == {
        "A1": "ก",
        "B1": CellError(code),
        "A2": "#1",
        "B2": f"เรื่อง {code}",
    }
