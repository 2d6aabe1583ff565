"""The workbook that a clerk fills in: a sheet a table, hints, drop-downs, an example row, and instructions."""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path
from typing import Any

from ..kinds.model import Field, Kind, Table
from ..problems import OutputError, problem
from .examples import FREE_EXAMPLE, NUMERIC, example_row, wants_picture, write_picture
from .field_types import FIELD_TYPES
from .guide import GUIDE, add_guide, other_sheet

FONT = "TH Sarabun New"
SIZE = 14
ROWS = 2000
"""Rows that get a drop-down and a cell format."""
INLINE_CHOICES = 255
"""Longest list of choices, in characters, that a drop-down can hold itself; a longer one gets a sheet."""
CHOICES = "รายการเลือก"
EPOCH = (1980, 1, 1, 0, 0, 0)
STAMP = b"2024-01-01T00:00:00Z"
WIDE = frozenset({"paragraphs", "structured", "list", "lines"})


def starter(kind: Kind, path: str | Path, force: bool = False) -> Path:
    """Write a workbook to fill in for `kind`; its path. A folder gets `<kind>.xlsx`. Same kind, same bytes.

    Its example row is a valid record: checking or making the untouched workbook works.

    Raises: OutputError: `file-exists` unless `force`; `cannot-write`, `file-in-use`. KindError for an example that
    cannot be valid.
    """
    path = Path(path)
    if path.is_dir():
        path = path / f"{kind.name}.xlsx"
    if path.exists() and not force:
        raise OutputError(problem("file-exists", file=str(path)))
    content = starter_bytes(kind)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, path)
        if wants_picture(kind):
            write_picture(path.parent)
    except PermissionError as error:
        part.unlink(missing_ok=True)
        raise OutputError(problem("file-in-use", file=str(path))) from error
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(problem("cannot-write", file=str(path), reason=error.strerror or str(error))) from error
    return path


def starter_bytes(kind: Kind) -> bytes:
    """The workbook itself. Raises KindError for an example that cannot be valid."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    normal: Any = book._named_styles["Normal"]
    normal.font = Font(name=FONT, size=SIZE)
    book.remove(book.active)
    for table in kind.tables:
        _add_table(book, kind, table)
    add_guide(book, kind, FONT, SIZE)
    book.active = 0
    book.properties.creator = "ita-docs"
    book.properties.title = kind.title
    packed = io.BytesIO()
    book.save(packed)
    return _without_clock(packed.getvalue())


def _add_table(book: Any, kind: Kind, table: Table) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.sheet)
    line = Side(style="thin", color="808080")
    row = example_row(kind, table)
    columns: list[tuple[str, Field | None, Any]] = [
        (field.title + (" *" if _starred(kind, table, field) else ""), field, row.get(field.name))
        for field in table.fields
    ]
    if table.free:
        columns += [(heading, None, cell) for heading, cell in FREE_EXAMPLE.items()]
    for number, (heading, field, example) in enumerate(columns, 1):
        letter = get_column_letter(number)
        style = sheet.column_dimensions[letter]
        style.width = _width(heading, field)
        style.number_format = _format(field)
        style.font = Font(name=FONT, size=SIZE)
        style.alignment = Alignment(vertical="top", wrap_text=True)
        head = sheet.cell(1, number, heading)
        head.font = Font(name=FONT, size=SIZE, bold=True)
        head.fill = PatternFill("solid", fgColor="FCE4D6" if heading.endswith(" *") else "DDEBF7")
        head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        head.border = Border(left=line, right=line, top=line, bottom=line)
        if field is not None:
            head.comment = Comment(_hint(kind, table, field), "ita-docs", width=320, height=160)
            if field.type == "choice":
                _add_choices(book, sheet, letter, field)
        cell = sheet.cell(2, number, example)
        cell.font = Font(name=FONT, size=SIZE, italic=True, color="7F7F7F")
        cell.number_format = _format(field)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if isinstance(example, str):
            cell.data_type = "s"  # an example that begins with “=” is no formula
    sheet.row_dimensions[1].height = 42
    sheet.sheet_format.defaultRowHeight = 21
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"


def _starred(kind: Kind, table: Table, field: Field) -> bool:
    required = field.constraints.required and other_sheet(kind, table, field) is None
    return required or field.name == table.key


def _hint(kind: Kind, table: Table, field: Field) -> str:
    rules = field.constraints
    words = FIELD_TYPES[field.type]
    titles = {child.name: f"แผ่นงาน “{child.sheet}”" for child in kind.children}
    titles |= {item.name: item.title for item in (*kind.table.fields, *table.fields)}
    lines = [field.description or field.title]
    if rules.required_unless:
        lines.append(f"จำเป็น เว้นแต่กรอก: {', '.join(map(titles.__getitem__, rules.required_unless))}")
    elif _starred(kind, table, field):
        lines.append("จำเป็นต้องกรอก")
    elif rules.required:
        lines.append(f"จำเป็นต้องกรอกที่นี่ หรือในแผ่นงาน “{other_sheet(kind, table, field)}”")
    if rules.requires:
        lines.append(f"ถ้ากรอก ต้องกรอกด้วย: {', '.join(map(titles.__getitem__, rules.requires))}")
    if rules.after:
        lines.append(f"ต้องอยู่หลัง: {titles[rules.after]}")
    if rules.year_of:
        lines.append(f"ปีต้องตรงกับ: {titles[rules.year_of]}")
    choices = f"เลือกหนึ่งใน: {', '.join(rules.enum)}" if rules.enum else words.th_forms
    lines.append(f"{words.th}: {choices}")
    if rules.max_length:
        lines.append(f"ไม่เกิน {rules.max_length} ตัวอักษร")
    if field.example:
        lines.append(f"ตัวอย่าง: {field.example}")
    return "\n".join(lines)


def _add_choices(book: Any, sheet: Any, letter: str, field: Field) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    choices = field.constraints.enum
    listed = ",".join(choices)
    if len(listed) <= INLINE_CHOICES and not any(sign in choice for choice in choices for sign in ',"'):
        formula = f'"{listed}"'
    else:
        formula = _listed(book, choices)
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "ไม่อยู่ในรายการ", "เลือกค่าจากรายการในช่อง"
    rule.add(f"{letter}2:{letter}{ROWS + 1}")
    sheet.add_data_validation(rule)


def _listed(book: Any, choices: tuple[str, ...]) -> str:
    """Put long choices on a hidden sheet; the range that holds them."""
    from openpyxl.utils import get_column_letter

    if CHOICES not in book.sheetnames:
        book.create_sheet(CHOICES).sheet_state = "hidden"
    sheet = book[CHOICES]
    column = 1 if sheet["A1"].value is None else sheet.max_column + 1
    for number, choice in enumerate(choices, 1):
        sheet.cell(number, column, choice).data_type = "s"
    letter = get_column_letter(column)
    return f"'{CHOICES}'!${letter}$1:${letter}${len(choices)}"


def _width(heading: str, field: Field | None) -> float:
    if field is None:
        return 20
    if field.type in WIDE:
        return 48
    longest = max(len(heading) + 2, *(len(line) for line in field.example.splitlines()), 10)
    return min(longest * 1.1 + 1, 36)


def _format(field: Field | None) -> str:
    """Text, so that Excel neither eats zeros nor turns 26/6/67 into a date of 1967; numbers as numbers."""
    if field is None or field.type not in NUMERIC:
        return "@"
    return {"money": "#,##0.00", "integer": "#,##0"}.get(field.type, "General")


def _without_clock(content: bytes) -> bytes:
    """The same package with fixed dates instead of those of its making."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + STAMP, data)
            info = zipfile.ZipInfo(entry.filename, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return packed.getvalue()


__all__ = ["GUIDE", "starter", "starter_bytes"]
