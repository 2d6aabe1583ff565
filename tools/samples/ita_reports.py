"""The sample of the annual ITA reports: one workbook for all their kinds.

Offices with published figures of the fiscal year 2564, and five whose reports are told in full, with the papers that
they bind in. All people invented.
"""

from __future__ import annotations

from types import ModuleType

from openpyxl import Workbook

from . import (
    ita_khon_kaen,
    ita_nakhon_phanom,
    ita_nakhon_phanom_texts,
    ita_narathiwat,
    ita_nong_khai,
    ita_papers,
    ita_roi_et,
)
from .ita_offices import AREAS, indicator_rows, office, past_rows
from .workbook import Row
from .workbook import workbook as written

CODE = "รหัส"
OFFICE_HEADINGS = (
    *(CODE, "ชื่อหน่วยงาน", "ชื่อย่อ", "ต้นสังกัด", "ปีงบประมาณ", "ปีที่ประเมิน", "กรอบการประเมิน", "เขตตรวจราชการ"),
    *("เกณฑ์จุดแข็ง", "ผู้ตอบ IIT", "ผู้ตอบ EIT", "ผู้อำนวยการ", "ตำแหน่ง", "คำนำ", "วันที่", "ที่อยู่", "โทรศัพท์", "เว็บไซต์"),
    *("ตรา", "ภาพปก", "ชื่อรายงาน", "เลข", "ภาพต่อหน้า"),
)
CHILDREN = {
    "คะแนนตัวชี้วัด": (
        "SCORES",
        ("ปี", *(f"ตัวชี้วัด {number}" for number in range(1, 11)), "IIT", "EIT", "OIT", "คะแนนรวม", "ระดับ"),
    ),
    "คะแนน OIT": (
        "ITEMS",
        ("ปี", "ข้อ", "คะแนน", "ข้อเสนอแนะ", "ผู้รับผิดชอบ", "สถานะ", *(f"O{number}" for number in range(1, 44))),
    ),
    "ผลย้อนหลัง": ("PAST", ("ปี", "คะแนน", "อันดับ", "จำนวนหน่วยงาน", "คะแนนเฉลี่ย")),
    "มาตรการ": (
        "MEASURES",
        ("ตัวชี้วัด", "ประเด็น", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "การกำกับติดตาม"),
    ),
    "ผลการดำเนินงาน": (
        "RESULTS",
        ("ตัวชี้วัด", "กิจกรรม", "สรุปผล", "ผลลัพธ์", "วันที่", "สถานที่", "ผู้เข้าร่วม", "เป้าหมาย"),
    ),
    "เรื่องร้องเรียน": ("COMPLAINTS", ("ภารกิจ", "ยกมา", "รับใหม่", "เสร็จสิ้น", "รวม", "คงค้าง")),
    "เนื้อหา": ("TEXTS", ("ส่วน", "ลำดับ", "หัวข้อ", "ข้อความ")),
    "ภาพ": ("PHOTOS", ("ส่วน", "แฟ้ม", "คำบรรยาย")),
    "ผู้จัดทำ": ("EDITORS", ("ลำดับ", "กลุ่ม", "ชื่อ", "ตำแหน่ง", "บทบาท")),
    "ภาคผนวก": ("APPENDICES", ("ลำดับ", "ชื่อ", "แฟ้ม", "ชนิด", "เลขอ้างอิง")),
    "โครงรายงาน": ("OUTLINE", ("ลำดับ", "ส่วน", "หัวข้อ")),
}
"""Sheet → the name of its rows in the modules of the reports, its headings after the office's code."""
REPORTS = (
    (ita_nakhon_phanom, ita_nakhon_phanom_texts),
    (ita_nong_khai,),
    (ita_roi_et,),
    (ita_khon_kaen,),
    (ita_narathiwat,),
)
"""The modules of each report that is told in full; the first has the office."""


def workbook() -> Workbook:
    """The workbook of all offices."""
    told: dict[str, Row] = {modules[0].CODE: modules[0].OFFICE for modules in REPORTS}
    areas = [told.get(code) or office(code) for code in AREAS]
    offices = [*areas, *(row for code, row in told.items() if code not in AREAS)]
    published = {"คะแนนตัวชี้วัด": indicator_rows(), "ผลย้อนหลัง": past_rows()}
    sheets = []
    for sheet, (name, headings) in CHILDREN.items():
        rows = [*published.get(sheet, ()), *(row for modules in REPORTS for row in _rows(modules, name))]
        sheets.append((sheet, (CODE, *headings), rows))
    refs = [str(row[-1]) for modules in REPORTS for row in _rows(modules, "APPENDICES") if row[-1]]
    return written(("หน่วยงาน", OFFICE_HEADINGS, offices), *sheets, *ita_papers.sheets(refs))


def _rows(modules: tuple[ModuleType, ...], name: str) -> list[tuple[object, ...]]:
    """An office's rows of a sheet, with its code; appendices and the parts of an outline are counted."""
    found = [row for module in modules for row in getattr(module, name, ())]
    if name in ("APPENDICES", "OUTLINE"):
        found = [(order, *row) for order, row in enumerate(found, 1)]
    return [(modules[0].CODE, *row) for row in found]
