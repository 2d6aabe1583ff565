"""Write `messy_memo.xlsx`, a clerk's workbook with everything wrong that the program must live with.

`python tests/data/make_messy.py`. The tables below say what each bad cell must give and which memos are made; they are
the test's source of truth, so change them together with the cells.
"""

from __future__ import annotations

import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FILE = HERE / "messy_memo.xlsx"
SHEET, OPINIONS, TABLE = "บันทึกข้อความ", "ความเห็น", "ตาราง"

HEADINGS = (
    "เรื่อง *",
    "เลขอ้างอิง\u00a0 ",
    "เ\u200bรียน",
    "ชั้น\nความเร็ว",
    "\ufeffที่",
    "วัน\nที่",
    "เบอร์โทร",
    "ชั้นความรับ",  # misspelt: ชั้นความลับ is meant
    "ข้อความ",
    "ลงท้าย",
    "สิ่งที่ส่ง\nมาด้วย",
    "ผู้พิมพ์",  # nothing of ours
    "ส่วนราชการ",
    "ชื่อผู้ลงนาม",
    "ตำแหน่ง",
)
"""From column C on: the last two in row 9 under a heading merged over both, the others merged over rows 8 and 9."""
FIRST_COLUMN, HEADING_ROW, FIRST_ROW = 3, 8, 10

OFFICE = "กลุ่มอำนวยการ สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"
GOOD: dict[str, Any] = {
    "เรื่อง": "ขออนุมัติเดินทางไปราชการ",
    "เรียน": "ผู้อำนวยการกลุ่มอำนวยการ",
    "ที่": "ศธ ๐๔๓๐๕/๑๒๓",
    "วันที่": date(2024, 6, 26),
    "เบอร์โทร": "0 4362 4093",
    "ข้อความ": "ด้วยข้าพเจ้าขออนุมัติเดินทางไปราชการ ณ จังหวัดร้อยเอ็ด",
    "ลงท้าย": "จึงเรียนมาเพื่อโปรดพิจารณา",
    "ส่วนราชการ": OFFICE,
    "ชื่อผู้ลงนาม": "นางสาวสุดารัตน์ ใจดี",
    "ตำแหน่ง": "นักจัดการงานทั่วไปปฏิบัติการ",
}
"""A memo with nothing wrong; each row below changes some of it."""

ROWS: list[tuple[int, str | int | None, dict[str, Any]]] = [
    (10, "M-101", {"เรียน": "  ผู้อำนวยการ\u00a0กลุ่มอำนวยการ  ", "เบอร์โทร": "0-4362-4093"}),
    (12, 102, {"เบอร์โทร": "(043) 624 093"}),  # a number for a reference; row 11 is blank
    (13, "M-103", {"วันที่": datetime(2567, 6, 26)}),
    (14, "M-104", {"วันที่": "ยังไม่กำหนด"}),
    (15, "M-105", {"วันที่": "31 กุมภาพันธ์ 2567"}),
    (16, "M-106", {"วันที่": "01/02/03"}),
    (17, "M-107", {"วันที่": "วันจันทร์ที่ ๒๖ มิถุนายน ๒๕๖๗"}),
    (18, "M-108", {"วันที่": date(1967, 6, 26)}),
    (19, "M-109", {}),
    (20, " M-109 ", {"เรื่อง": "เลขอ้างอิงซ้ำกับแถวก่อน"}),
    (21, "M-111", {"เรื่อง": "  \u200b "}),
    (22, "M-112", {"ชั้นความเร็ว": "ด่วนพิเศษ"}),
    (23, "M-113", {"เรื่อง": "=หาย!A1"}),
    (24, "M-114", {"เรื่อง": '="ขออนุมัติ"&"เดินทาง"', "วันที่": "=DATE(2024,6,26)"}),
    (25, "M-115", {"ชั้นความเร็ว": "ด่วน "}),
    (26, "M-116", {"เรื่อง": "แผนจัดการนํ้าและปรับปรุงเเหล่งเรียนรู้"}),
    (27, "M-117", {"ข้อความ": "ด้วยข้าพเจ้า_x0007_ขออนุมัติเดินทางไปราชการ"}),
    (28, "M-118", {"ที่": "๐๔๓๐๕ เลขที่เท่าไรไม่ทราบ"}),
    (29, "M-119", {"ชื่อผู้ลงนาม": "สมชาย ใจดี"}),
    (30, "M-120", {"ข้อความ": None}),
    (31, "M-121", {"เบอร์โทร": 43624}),
    (32, None, {}),  # a whole memo without its reference
    (33, "M-123", {"วันที่": "26/6/2567", "ที่": "ศธ 04305/ว 7"}),
    (34, "M-124", {"วันที่": "26-06-2567", "ที่": "ศธ ๐๔๓๐๕/"}),
    (35, "M-125", {"วันที่": "26.6.67", "ที่": None}),
    (36, "M-126", {"วันที่": "26 มิ.ย. 67"}),
    (37, "M-127", {"วันที่": "๒๖ มิถุนายน ๒๕๖๗"}),
    (38, "M-128", {"วันที่": "วันที่ ๒๖ เดือน มิถุนายน พ.ศ. ๒๕๖๗"}),
    (39, "M-129", {"วันที่": "วันพุธที่ ๒๖ มิถุนายน ๒๕๖๗"}),
    (40, "M-130", {"วันที่": "2024-06-26"}),
    (41, "M-131", {"วันที่": "26 June 2024", "สิ่งที่ส่งมาด้วย": "แผนที่ จำนวน 1 แผ่น\n\nกำหนดการ จำนวน 1 ฉบับ\n"}),
]
HIDDEN_ROW = 25
CACHED: dict[str, tuple[str, str]] = {
    "C23": ("e", "#REF!"),
    "C24": ("str", "ขออนุมัติเดินทาง"),
    "H24": ("n", str((date(2024, 6, 26) - date(1899, 12, 30)).days)),
}
"""What Excel had last computed: cell → type and value; openpyxl cannot write it."""

EXPECTED: list[tuple[str, str | None, str]] = [
    (SHEET, "J8", "unknown-column"),
    (SHEET, "N8", "unknown-column"),
    (SHEET, "H13", "buddhist-year-in-date-cell"),
    (SHEET, "H14", "not-a-date"),
    (SHEET, "H15", "impossible-date"),
    (SHEET, "H16", "ambiguous-date"),
    (SHEET, "H17", "weekday-mismatch"),
    (SHEET, "H18", "ambiguous-date"),
    (SHEET, "D19", "duplicate-key"),
    (SHEET, "D20", "duplicate-key"),
    (SHEET, "C21", "missing-value"),
    (SHEET, "F22", "not-a-choice"),
    (SHEET, "C23", "formula-error"),
    (SHEET, "D25", "hidden-row"),
    (SHEET, "C26", "repaired-text"),
    (SHEET, "K27", "control-characters-removed"),
    (SHEET, "G28", "not-a-document-number"),
    (SHEET, "P29", "person-without-title"),
    (SHEET, "K30", "missing-value"),
    (SHEET, "I31", "not-a-phone"),
    (SHEET, "D32", "missing-value"),
    (OPINIONS, "A5", "orphan-row"),
    (TABLE, "A4", "orphan-row"),
]
"""Sheet, cell (None where the problem has none), code. There may be further problems of severity info."""

REFUSED_ROWS = (14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 28, 30, 31, 32)
"""Rows of the main sheet that give no memo."""
MADE = ("M-101", "102", "M-103", *(f"M-{n}" for n in (114, 115, 116, 117, 119, *range(123, 132))))
"""References of the memos made; every one of them bears the date 2024-06-26."""


def write(path: Path = FILE) -> None:
    """Write the workbook, the same bytes every time."""
    sys.path.insert(0, str(HERE.parents[1]))
    from tools.samples.workbook import save

    save(_book(), path)
    _write_cached(path)


def _book() -> Any:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "อ่านก่อน"
    book.active["B2"] = "ทะเบียนบันทึกข้อความ กลุ่มอำนวยการ"
    _fill_memos(book.create_sheet(SHEET))
    opinions = book.create_sheet(OPINIONS)
    for values in (
        ["ความเห็นตามลำดับชั้น"],
        ["เลขอ้างอิง", "ตำแหน่ง ", "ความเห็น", "ผู้ลงนาม", "ลำดับ", "วันที่"],
        ["M-101", "ผู้อำนวยการ", "ทราบ", "นายวิทยา จันทรโชติกุล", "๒", None],
        ["M-101 ", "รองผู้อำนวยการ", "- เพื่อโปรดทราบ", "นายสมยศ บุญเลิศล้ำ", 1, "27 มิ.ย. 67"],
        ["M-999", "ผู้อำนวยการ", "ทราบ", "นายวิทยา จันทรโชติกุล", 1, None],
    ):
        opinions.append(values)
    table = book.create_sheet(TABLE)
    for values in (
        ["เลขอ้างอิง", "รายการ", "จำนวน", "หมายเหตุ"],
        ["M-101", "ค่าพาหนะ", 1250.5, None],
        ["M-101", "ค่าที่พัก", "๒,๔๐๐", None],
        ["M-998", "ไม่มีบันทึกฉบับนี้", 1, None],
    ):
        table.append(values)
    return book


def _fill_memos(sheet: Any) -> None:
    last = FIRST_COLUMN + len(HEADINGS) - 1
    sheet.cell(5, FIRST_COLUMN, "ทะเบียนบันทึกข้อความ ประจำปีงบประมาณ พ.ศ. 2567")
    sheet.merge_cells(start_row=5, end_row=5, start_column=FIRST_COLUMN, end_column=last)
    sheet.cell(6, FIRST_COLUMN, "ข้อมูล ณ วันที่ 30 มิถุนายน 2567")
    for at, heading in enumerate(HEADINGS):
        column = FIRST_COLUMN + at
        if heading in ("ชื่อผู้ลงนาม", "ตำแหน่ง"):
            sheet.cell(HEADING_ROW + 1, column, heading)
        else:
            sheet.cell(HEADING_ROW, column, heading)
            sheet.merge_cells(start_row=HEADING_ROW, end_row=HEADING_ROW + 1, start_column=column, end_column=column)
    sheet.cell(HEADING_ROW, last - 1, "ผู้รับผิดชอบลงนาม")
    sheet.merge_cells(start_row=HEADING_ROW, end_row=HEADING_ROW, start_column=last - 1, end_column=last)
    plain = [re.sub(r"[\s*\u00a0\u200b\ufeff]", "", heading) for heading in HEADINGS]
    for row, ref, changes in ROWS:
        values = {**GOOD, **changes, "เลขอ้างอิง": ref}
        for column, heading in enumerate(plain, FIRST_COLUMN):
            cell = sheet.cell(row, column, values.get(heading))
            if cell.is_date or (heading == "วันที่" and cell.data_type == "f"):
                cell.number_format = "d/m/yyyy"
    sheet.row_dimensions[HIDDEN_ROW].hidden = True


def _write_cached(path: Path) -> None:
    from tools.package import write_package

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    xml = parts[name].decode()
    for cell, (kind, value) in CACHED.items():
        pattern = re.compile(rf'<c r="{cell}"([^>]*?)(?: t="\w+")?><f>(.*?)</f><v ?/?>(?:</v>)?</c>')
        xml, count = pattern.subn(rf'<c r="{cell}"\1 t="{kind}"><f>\2</f><v>{value}</v></c>', xml)
        if count != 1:
            raise ValueError(f"{cell} is not a formula")
    parts[name] = xml.encode()
    write_package(path, parts)


if __name__ == "__main__":
    write()
