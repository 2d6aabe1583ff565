"""The instruction sheet of a starter workbook: steps, columns, and what may be typed."""

from __future__ import annotations

import unicodedata
from typing import Any

from ..kinds.model import Field, Kind, Table
from .field_types import FIELD_TYPES

GUIDE = "คำแนะนำ"
STEPS = (
    "กรอกแถวละหนึ่งเอกสารในแผ่นงาน “{sheet}” แถวตัวเอียงสีเทาเป็นตัวอย่าง ลบหรือพิมพ์ทับได้",
    "หัวคอลัมน์ที่มี * ต้องกรอก คอลัมน์อื่นเว้นว่างได้ ชี้เมาส์ที่หัวคอลัมน์เพื่ออ่านคำอธิบาย",
    "ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter",
    "อย่าเปลี่ยนชื่อหัวคอลัมน์ สลับลำดับคอลัมน์ได้ และเว้นแถวว่างได้",
    "ตรวจก่อนสร้าง: ita-docs check {kind} ไฟล์นี้.xlsx",
    "สร้างเอกสาร: ita-docs make {kind} ไฟล์นี้.xlsx -o out/",
)
CHILD_STEP = "แผ่นงาน “{sheet}” กรอกกี่แถวก็ได้ต่อหนึ่งเอกสาร คอลัมน์ “{key}” ต้องตรงกับแผ่นงาน “{main}”"
EACH_STEP = (
    "แผ่นงาน “{sheet}” หนึ่งแถวคือหนึ่งเอกสาร: แถวเดียวใน “{main}” สร้างได้หลายฉบับ คอลัมน์ “{key}” ต้องตรงกัน "
    "ช่องที่กรอกในแผ่นงานนี้ใช้แทนช่องชื่อเดียวกันใน “{main}”"
)
FREE_STEP = "แผ่นงาน “{sheet}” ตั้งหัวคอลัมน์อื่นได้เองตามต้องการ หัวคอลัมน์จะเป็นหัวตารางในเอกสาร"
DATES = (
    ("26/6/2567", "วัน/เดือน/ปี พ.ศ. 4 หลัก (ใช้ - หรือ . คั่นก็ได้)"),
    ("26 มิ.ย. 67", "เดือนตัวย่อ ปี 2 หลัก (50–99)"),
    ("๒๖ มิถุนายน ๒๕๖๗", "เดือนตัวเต็ม"),
    ("วันพุธที่ ๒๖ มิถุนายน ๒๕๖๗", "มีชื่อวัน โปรแกรมตรวจให้ว่าตรงกับปฏิทิน"),
    ("2024-06-26", "ปี ค.ศ. แบบสากล"),
)
HEADINGS = ("แผ่นงาน", "หัวคอลัมน์", "จำเป็น", "ชนิด", "คำอธิบาย", "ตัวอย่าง", "พิมพ์ได้อย่างไร")
LINE = 20
"""Height of a line, in points."""
WIDTHS = (20, 24, 16, 18, 60, 36, 50)


def add_guide(book: Any, kind: Kind, font: str, size: int) -> None:
    """Add the instruction sheet for `kind` at the end of `book`, an openpyxl workbook."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    taken = {table.sheet for table in kind.tables}
    sheet = book.create_sheet(GUIDE if GUIDE not in taken else f"{GUIDE} (ita-docs)")

    def put(row: int, column: int, text: str, **style: Any) -> None:
        cell = sheet.cell(row, column, text)
        cell.data_type = "s"
        cell.font = Font(name=font, size=style.pop("size", size), **style)
        cell.alignment = Alignment(vertical="top", wrap_text=column > 1 or len(text) < 30)

    put(1, 1, f"วิธีกรอกสมุดงาน: {kind.title}", bold=True, size=size + 4)
    row = 2
    for number, step in enumerate(_steps(kind), 1):
        put(row, 1, f"{number}. {step}")
        row += 1
    row += 1
    for column, heading in enumerate(HEADINGS, 1):
        put(row, column, heading, bold=True)
        sheet.cell(row, column).fill = PatternFill("solid", fgColor="DDEBF7")
    for table in kind.tables:
        for field in table.fields:
            row += 1
            line = _line(kind, table, field)
            for column, text in enumerate(line, 1):
                put(row, column, text)
            sheet.row_dimensions[row].height = LINE * max(map(_lines, line, WIDTHS))
    row += 2
    put(row, 1, "รูปแบบวันที่ที่อ่านได้", bold=True)
    for text, meaning in DATES:
        row += 1
        put(row, 1, text)
        put(row, 2, meaning)
        sheet.cell(row, 2).alignment = Alignment(vertical="top", wrap_text=False)
    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def other_sheet(kind: Kind, table: Table, field: Field) -> str | None:
    """The sheet that may give a value of `field` instead of that of `table`, where rows make documents of their own."""
    if kind.each is None or field.name not in kind.shared:
        return None
    return {kind.table.name: kind.each.sheet, kind.each.name: kind.table.sheet}.get(table.name)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column so many characters wide; Thai marks take no width."""
    return max(1, -(-sum(unicodedata.category(character) != "Mn" for character in text) // width))


def _steps(kind: Kind) -> list[str]:
    steps = [step.format(sheet=kind.table.sheet, kind=kind.name) for step in STEPS]
    for child in kind.children:
        key = child.field(child.key).title
        step = EACH_STEP if child.each else CHILD_STEP
        steps.append(step.format(sheet=child.sheet, key=key, main=kind.table.sheet))
        if child.free:
            steps.append(FREE_STEP.format(sheet=child.sheet))
    return steps


def _line(kind: Kind, table: Table, field: Field) -> tuple[str, ...]:
    rules, words = field.constraints, FIELD_TYPES[field.type]
    needed = "จำเป็น" if rules.required or field.name == table.key else ""
    if rules.required_unless:
        needed = "จำเป็น เว้นแต่กรอกคอลัมน์อื่นแทน"
    elif needed and (other := other_sheet(kind, table, field)):
        needed = f"จำเป็น (ที่นี่หรือในแผ่นงาน “{other}”)"
    elif needed and field.setting:
        needed = "จำเป็น (หรือตั้งไว้ใน ita-docs.toml)"
    forms = ", ".join(rules.enum) if rules.enum else words.th_forms
    return (table.sheet, field.title, needed, words.th, field.description, field.example, forms)
