"""Write every sample workbook under `samples/`: `python tools/make_samples.py`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import sample_memos
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from package import WRITTEN, write_package

ROOT = Path(__file__).resolve().parent.parent
MEMO_HEADINGS = (
    *("เลขอ้างอิง", "ส่วนราชการ", "โทรศัพท์", "ที่", "วันที่", "เรื่อง", "เรียน", "ชั้นความเร็ว", "ชั้นความลับ"),
    *("สิ่งที่ส่งมาด้วย", "ข้อความ", "เรื่องเดิม", "ข้อเท็จจริง", "ข้อกฎหมาย/ระเบียบ", "ข้อพิจารณา", "ข้อเสนอ"),
    *("ลงท้าย", "ผู้ลงนาม", "ตำแหน่ง"),
)
OPINION_HEADINGS = ("เลขอ้างอิง", "ลำดับ", "ความเห็น", "ผู้ลงนาม", "ตำแหน่ง", "วันที่")
WIDTHS = {"เลขอ้างอิง": 12, "ลำดับ": 8, "โทรศัพท์": 18, "ที่": 18, "วันที่": 22, "ชั้นความเร็ว": 12, "ชั้นความลับ": 12}
"""Column widths in characters; text columns are wider."""
WIDE, TEXT = 60, 30
SHADE = PatternFill("solid", fgColor="DDEBF7")


def sheet_of(book: Workbook, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> Worksheet:
    """A sheet with its headings in the first row, kept in view, and text wrapped."""
    sheet = book.create_sheet(title)
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    for column, heading in enumerate(headings, 1):
        long = any("\n" in str(row[column - 1]) or len(str(row[column - 1])) > 80 for row in rows if len(row) >= column)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(heading, WIDE if long else TEXT)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.is_date:
                cell.number_format = "d/m/yyyy"
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), SHADE
    sheet.freeze_panes = "B2"
    return sheet


def memo_workbook() -> Workbook:
    """The memos, their endorsement chains and their tables."""
    book = Workbook()
    book.remove(book.active)
    memos = [[row.get(heading) for heading in MEMO_HEADINGS] for row in sample_memos.MEMOS]
    opinions = [[row.get(heading) for heading in OPINION_HEADINGS] for row in sample_memos.OPINIONS]
    sheet_of(book, "บันทึกข้อความ", MEMO_HEADINGS, memos)
    sheet_of(book, "ความเห็น", OPINION_HEADINGS, opinions)
    sheet_of(book, "ตาราง", sample_memos.TABLE_HEADINGS, sample_memos.TABLE_ROWS)
    return book


def save(book: Workbook, path: Path) -> None:
    """Write a workbook whose bytes do not depend on the day."""
    book.properties.creator = "ita-docs"
    book.properties.created = datetime.fromisoformat(WRITTEN.rstrip("Z"))
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    modified = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
    parts["docProps/core.xml"] = modified.sub(rb"\g<1>" + WRITTEN.encode(), parts["docProps/core.xml"])
    write_package(path, parts)


def main() -> None:
    """Write them all."""
    save(memo_workbook(), ROOT / "samples" / "memo.xlsx")


if __name__ == "__main__":
    main()
