"""A sample workbook as an officer's: headings in view, text wrapped, dates in date cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from tools.package import WRITTEN, write_package

Row = Mapping[str, Any]
"""What a row says, by heading."""
WIDTHS = {
    **{"เลขอ้างอิง": 12, "ลำดับ": 8, "โทรศัพท์": 18, "โทรสาร": 18, "ที่": 18, "วันที่": 22},
    **{"ชั้นความเร็ว": 12, "ชั้นความลับ": 12},
}
"""Column widths in characters; text columns are wider."""
WIDE, TEXT = 60, 30
SHADE = PatternFill("solid", fgColor="DDEBF7")


def workbook(*sheets: tuple[str, Sequence[str], Sequence[Row | Sequence[Any]]]) -> Workbook:
    """A workbook of sheets: title, headings, rows by heading or cell by cell."""
    book = Workbook()
    book.remove(book.active)
    for title, headings, rows in sheets:
        listed = [[row.get(heading) for heading in headings] if isinstance(row, Mapping) else row for row in rows]
        add_sheet(book, title, headings, listed)
    return book


def add_sheet(book: Workbook, title: str, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
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
                cell.number_format = "hh:mm" if isinstance(cell.value, time) else "d/m/yyyy"
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), SHADE
    sheet.freeze_panes = "B2"


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
