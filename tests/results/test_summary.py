"""report.xlsx tells a run to somebody who opens it in Excel."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_docs.problems import CellRef, OutputError, problem
from ita_docs.records.record import Refused
from ita_docs.report import Made, Merged, Report
from ita_docs.results import sheet_writing
from ita_docs.results.cell_text import LONGEST, cell_text
from ita_docs.results.summary import About, write_summary

SHEET = "บันทึก"
ABOUT = About("บันทึกข้อความ", "ข้อมูล.xlsx", when="21 พฤศจิกายน 2569 22:30 น.", seconds=61.25)


def at(row: int, column: int | None, sheet: str = SHEET, **detail: Any) -> Any:
    return problem("missing-value", CellRef("ข้อมูล.xlsx", sheet, row, column), column="เรื่อง", **detail)


REPORT = Report(
    made=(
        Made("M-1", "กลุ่ม 1/M-1 100%.docx", "a", "กลุ่ม 1/M-1 100%.pdf", 3),
        Made("M-2", "M-2.docx", "b", None, None, kept=True),
    ),
    refused=(Refused("M-3", SHEET, 4), Refused("M-4", SHEET, 5)),
    problems=(
        at(4, 2),
        problem("not-a-date", CellRef("ข้อมูล.xlsx", SHEET, 4, 3), column="วันที่", value="=1+1"),
        at(4, 5, severity="warning"),
        at(9, 2, "ผู้รับ"),
        problem("missing-value", place={"file": "M-1.docx", "documents": 3}, severity="warning", column="ก"),
    ),
    pdf=True,
    merged=Merged("ทั้งหมด.pdf", 3, "c"),
    seconds=(1.234, None),
)


def written(tmp_path: Path, report: Report = REPORT, about: About = ABOUT) -> Any:
    write_summary(tmp_path / "report.xlsx", report, about)
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
    return load_workbook(tmp_path / "report.xlsx")


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=2, values_only=True))


def test_the_summary_counts(tmp_path: Path) -> None:
    told = dict(row for row in rows(written(tmp_path)["สรุป"]) if row[0])
    assert told == {
        "ชนิดเอกสาร": "บันทึกข้อความ",
        "สมุดงาน": "ข้อมูล.xlsx",
        "สร้างเมื่อ": "21 พฤศจิกายน 2569 22:30 น.",
        "สร้างใหม่ (ฉบับ)": 1,
        "ใช้ฉบับเดิม (ฉบับ)": 1,
        "ไม่ได้สร้าง (แถว)": 2,
        "จำนวนหน้า PDF รวม": 3,
        "PDF รวมเล่ม": "ทั้งหมด.pdf",
        "ข้อผิดพลาด": 3,
        "คำเตือน": 2,
        "ข้อมูลเพิ่มเติม": 0,
        "เวลาทั้งหมด": "61.2 วินาที",
    }


def test_what_is_not_known_is_not_told(tmp_path: Path) -> None:
    told = dict(row for row in rows(written(tmp_path, Report(), About("ก", "ข"))["สรุป"]) if row[0])
    assert {"สร้างเมื่อ", "จำนวนหน้า PDF รวม", "PDF รวมเล่ม", "เวลาทั้งหมด"}.isdisjoint(told)
    assert told["สร้างใหม่ (ฉบับ)"] == 0


def test_the_documents_are_listed_with_links_to_their_files(tmp_path: Path) -> None:
    sheet = written(tmp_path)["เอกสารที่สร้าง"]
    assert rows(sheet) == [
        (1, "M-1", "กลุ่ม 1/M-1 100%.docx", "กลุ่ม 1/M-1 100%.pdf", 3, 1.23, "สร้างใหม่"),
        (2, "M-2", "M-2.docx", None, None, None, "ใช้ฉบับเดิม"),
    ]
    assert sheet["C2"].hyperlink.target == "กลุ่ม%201/M-1%20100%25.docx"
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink] == ["C2", "D2", "C3"]


def test_a_refused_row_tells_each_of_its_errors_and_what_to_do(tmp_path: Path) -> None:
    found = rows(written(tmp_path)["แถวที่ไม่ได้สร้าง"])
    assert [row[:3] for row in found] == [(SHEET, 4, "M-3"), (SHEET, 4, "M-3"), (SHEET, 5, "M-4")]
    assert found[0][3:] == ("ยังไม่ได้กรอก “เรื่อง”", "กรอกข้อมูลในช่องนี้")
    assert found[1][3].startswith("“=1+1” ไม่ใช่วันที่")
    assert "ข้อสังเกต" in found[2][4]


def test_every_other_problem_is_a_remark(tmp_path: Path) -> None:
    found = rows(written(tmp_path)["ข้อสังเกต"])
    assert [(*row[:3], row[7]) for row in found] == [
        ("คำเตือน", SHEET, "E4", None),
        ("ข้อผิดพลาด", "ผู้รับ", "B9", None),
        ("คำเตือน", None, None, "M-1.docx (+2)"),
    ]


def test_it_speaks_english_too(tmp_path: Path) -> None:
    book = written(tmp_path, about=About("memo", "b.xlsx", lang="en"))
    assert book.sheetnames == ["Summary", "Documents", "Rows refused", "Remarks"]
    assert book["Rows refused"]["D2"].value == "“เรื่อง” is not filled in."


def test_it_is_ready_to_be_read_and_printed(tmp_path: Path) -> None:
    book = written(tmp_path)
    for sheet in book.worksheets[1:]:
        last = f"{chr(64 + sheet.max_column)}{sheet.max_row}"
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert {cell.font.name for row in sheet.iter_rows() for cell in row} == {"TH Sarabun New"}
        assert all(cell.alignment.wrap_text for cell in sheet[1])


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_is_written_as_that_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("report")
    report = Report((Made("=" + text, "@" + text, "a"),), problems=(at(1, 1, value=text),))
    sheet = written(folder, report, About(text, text))["เอกสารที่สร้าง"]
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].quotePrefix
    assert sheet["B2"].value.replace("_x005F_", "_") == cell_text("=" + text).replace("_x005F_", "_")


def test_text_that_a_cell_cannot_hold_is_cut_and_cleaned() -> None:
    assert cell_text("ก\x00ข\x1f\ud800\uffff\r\nค\td") == "กข\nค\td"
    assert cell_text("a_x000D_b") == "a_x005F_x000D_b"
    assert cell_text("ก" * LONGEST) == "ก" * LONGEST
    assert cell_text("ก" * (LONGEST + 1)) == "ก" * (LONGEST - 1) + "…"
    long = cell_text("😀" * LONGEST)
    assert long.endswith("😀…")
    assert len(long.encode("utf-16-le")) // 2 <= LONGEST


def test_rows_are_as_high_as_their_text(tmp_path: Path) -> None:
    long = at(1, 1, severity="warning", value="x")
    sheet = written(tmp_path, Report(problems=(long, replace(long, column="ยาว" * 60))))["ข้อสังเกต"]
    assert sheet.row_dimensions[2].height is None
    assert sheet.row_dimensions[3].height == 21 * 10


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    written(tmp_path)
    first = (tmp_path / "report.xlsx").read_bytes()
    written(tmp_path)
    assert (tmp_path / "report.xlsx").read_bytes() == first


def test_links_that_excel_would_not_open_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_writing, "MOST_LINKS", 3)
    sheet = written(tmp_path, Report(tuple(Made(str(n), f"{n}.docx", "", f"{n}.pdf") for n in range(4))))["เอกสารที่สร้าง"]
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.hyperlink] == ["C2", "D2", "C3"]
    assert sheet["C5"].value == "3.docx"


def test_rows_that_a_sheet_cannot_hold_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_writing, "MOST_ROWS", 3)
    sheet = written(tmp_path, Report(tuple(Made(str(n), f"{n}.docx", "") for n in range(4))))["เอกสารที่สร้าง"]
    assert sheet.max_row == 3


def test_what_cannot_be_written_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path)
    before = (tmp_path / "report.xlsx").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sheet_writing.ZipWriting, "finish", full)
    with pytest.raises(OutputError) as caught:
        write_summary(tmp_path / "report.xlsx", Report(), ABOUT)
    assert caught.value.problems[0].code == "cannot-write"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"report.xlsx": before}


def test_the_package_is_sound(tmp_path: Path) -> None:
    written(tmp_path)
    with zipfile.ZipFile(tmp_path / "report.xlsx") as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
