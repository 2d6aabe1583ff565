"""Appendices of reports: files and papers of other kinds bound in, page numbers that go on, and what cannot be."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pytest
from PIL import Image

import ita_docs
from ita_docs.report import Report

OFFICE = ("รหัส", "ชื่อหน่วยงาน", "ต้นสังกัด", "ปีงบประมาณ"), ("A", "สำนักงานทดลอง", "สพฐ.", 2567)
MEMO = ("เลขอ้างอิง", "ส่วนราชการ", "เรื่อง", "เรียน", "ข้อความ", "ผู้ลงนาม", "ตำแหน่ง")
PAPER = ("M-001", "กลุ่มทดลอง", "เรื่องที่ผนวก", "ผู้อำนวยการ", "ข้อความของบันทึกที่ผนวก", "นายทดสอบ ระบบดี", "นิติกร")


def workbook(folder: Path, *rows: tuple[Any, ...], memo: tuple[str, ...] = PAPER) -> Path:
    """A workbook of one office with a memo and these appendices: name, file, kind, reference."""
    book = openpyxl.Workbook()
    book.active.title = "หน่วยงาน"
    sheets = {"": OFFICE, "คะแนนตัวชี้วัด": (("รหัส", *(f"ตัวชี้วัด {n}" for n in range(1, 11))), ("A", *[100] * 10))}
    sheets["บันทึกข้อความ"] = (MEMO, memo)
    sheets["ภาคผนวก"] = (("รหัส", "ชื่อ", "แฟ้ม", "ชนิด", "เลขอ้างอิง"), *(("A", *row) for row in rows))
    for name, lines in sheets.items():
        sheet = book.create_sheet(name) if name else book.active
        for line in lines:
            sheet.append(line)
    book.save(folder / "ita.xlsx")
    Image.new("RGB", (600, 400), "navy").save(folder / "sign.jpg")
    Image.new("L", (620, 877), 200).save(folder / "scan.pdf", save_all=True, append_images=[Image.new("L", (620, 877))])
    return folder / "ita.xlsx"


def made(folder: Path, *rows: tuple[Any, ...], **more: Any) -> Report:
    book = workbook(folder, *rows, **more)
    return ita_docs.make(ita_docs.load_kind("measure_report"), book, folder / "out", pdf=True)


def pages(folder: Path) -> list[str]:
    """The text of each page of the one PDF, without spaces."""
    import pypdfium2

    [file] = (folder / "out").glob("*.pdf")
    with pypdfium2.PdfDocument(file) as pdf:
        return ["".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_files_and_papers_follow_their_title_pages(tmp_path: Path) -> None:
    report = made(
        tmp_path,
        ("คำสั่งที่สแกน", "scan.pdf", None, None),
        ("บันทึกที่ผนวก", None, "บันทึกข้อความ", "M-001"),
        ("ป้าย", "sign.jpg", None, None),
    )
    assert [item.message for item in report.problems if item.severity != "info"] == []
    texts = pages(tmp_path)
    [first] = (n for n, text in enumerate(texts) if text.endswith("ภาคผนวกกคำสั่งที่สแกน"))
    assert texts[first + 3].endswith("ภาคผนวกขบันทึกที่ผนวก")
    assert "ข้อความของบันทึกที่ผนวก" in texts[first + 4]
    assert texts[first + 5].endswith("ภาคผนวกคป้าย")
    counted = [number(texts[at]) for at in (first, first + 1, first + 3, first + 5, first + 6)]
    assert counted == [counted[0] + more for more in (0, 1, 3, 5, 6)]


def number(page: str) -> int:
    """The number at the foot of a page, which comes first in its text."""
    found = re.match(r"\d+", page)
    assert found is not None
    return int(found[0])


def test_the_contents_name_the_page_of_every_appendix(tmp_path: Path) -> None:
    made(tmp_path, ("บันทึกที่ผนวก", None, "memo", "M-001"), ("ป้าย", "sign.jpg", None, None))
    texts = pages(tmp_path)
    listed = next(text for text in texts if "สารบัญ" in text).replace(".", "")
    for title in ("ภาคผนวกกบันทึกที่ผนวก", "ภาคผนวกขป้าย"):
        page = next(text for text in texts if text.endswith(title))
        assert f"{title}{page.removesuffix(title)}" in listed


def test_the_page_of_a_pdf_itself_stands_in_the_pdf(tmp_path: Path) -> None:
    made(tmp_path, ("คำสั่งที่สแกน", "scan.pdf", None, None))
    [file] = (tmp_path / "out").glob("*.pdf")
    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        forms = [
            item
            for page in pdf.pages
            for item in page.resources.get("/XObject", {}).values()
            if item.get("/Subtype") == "/Form"
        ]
    assert len(forms) >= 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("ก", None, "บันทึกข้อความ", "M-009"), "M-009"),
        (("ก", None, "จดหมาย", "M-001"), "จดหมาย"),
        (("ก", None, None, None), "แฟ้ม"),
        (("ก", "none.pdf", None, None), "none.pdf"),
        (("ก", "ita.xlsx", None, None), "ita.xlsx"),
        (("ก", "../secret.pdf", None, None), "secret.pdf"),
    ],
)
def test_what_cannot_be_bound_in_refuses_the_report_at_its_cell(
    tmp_path: Path, row: tuple[Any, ...], said: str
) -> None:
    report = made(tmp_path, row)
    [error] = [item for item in report.problems if item.severity == "error"]
    assert (error.sheet, error.row) == ("ภาคผนวก", 2)
    assert said in error.message
    assert not list((tmp_path / "out").glob("*.docx"))


def test_a_paper_with_errors_says_them(tmp_path: Path) -> None:
    report = made(tmp_path, ("ก", None, "บันทึกข้อความ", "M-001"), memo=(*PAPER[:2], "", *PAPER[3:]))
    [error] = [item for item in report.problems if item.severity == "error"]
    assert "เรื่อง" in error.message
