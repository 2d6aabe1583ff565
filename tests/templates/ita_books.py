"""A workbook of annual reports, as dataframes: offices that have much to say, little, or but one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas

import ita_docs
from ita_docs.records.record import Checked

OBEC = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\nกระทรวงศึกษาธิการ"
REPORTS = tuple(kind.name for kind in ita_docs.list_kinds() if kind.derivation is not None)
"""The kinds that are made from this workbook."""
OFFICES = (
    ("MUE", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาเมืองสมมุติ", "สพม.เมืองสมมุติ", OBEC, 2565, "11", "นายทดสอบ ระบบดี"),
    ("PRA", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเมืองสมมุติ เขต 3", "สพป.เมืองสมมุติ เขต 3", OBEC, 2565, "11", ""),
    ("NEW", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเมืองใหม่ เขต 2", "", "สพฐ.", 2568, "", "นางสาวมะลิ ใจงาม"),
    ("OIT", "สำนักงานศึกษาธิการจังหวัดสมมุติ", "ศธจ.สมมุติ", "สำนักงานปลัดกระทรวงศึกษาธิการ", 2567, "", ""),
    ("HALF", "สำนักงานเขตพื้นที่การศึกษาที่มีเพียงคะแนน OIT", "", "สพฐ.", 2567, "", ""),
    ("BARE", "สำนักงานที่ไม่มีคะแนน", "", "สพฐ.", 2565, "", ""),
    ("LONE", "สำนักงานที่ไม่มีต้นสังกัด", "", "", 2565, "", "นายเดียว ดีงาม"),
)
INDICATORS: tuple[tuple[Any, ...], ...] = (
    ("MUE", 2564, 100, 99.76, 99.23, 98.80, 99.80, 100, 99.53, 99.78, None, None),
    ("PRA", 2564, 97.58, 93.53, 97.15, 97.47, 97.69, 99.41, 98.55, 99.26, 70.64, 93.75),
    ("LONE", 2564, *[90] * 8, None, None),
    ("NEW", 2567, 90.5, 91.25, 88, 79.99, 95, 92, 84.5, 100, None, None),
)
ITEMS = (
    ("MUE", 2564, 43, {1, 2, 6, 20, 23, 26, 30, 38, 40, 41, 42, 43}),
    ("NEW", 2567, 35, {9, 20, 31}),
    ("HALF", 2566, 43, {29, 36}),
    ("OIT", 2566, 43, {*range(15, 19), *range(21, 28), 29, *range(30, 44)}),
)
"""Office, year, how many items, which of them at 0."""
REMARKS = (("MUE", "O1", "ไม่ปรากฏผังโครงสร้าง", "กลุ่มอำนวยการ", "ควรเพิ่มผังโครงสร้าง"),)
MEASURES = (
    ("MUE", "9", "ข้อมูลไม่ครบ", "เผยแพร่ข้อมูลให้ครบ", "1. ประชุมชี้แจง\n2. เผยแพร่", "ตลอดปี", "กลุ่มอำนวยการ", "ทุก 6 เดือน"),
    ("*", "O42", "ไม่มีมาตรการ", "จัดทำมาตรการ", "1. ยกร่าง\n2. ประกาศ", "มกราคม", "กลุ่มกฎหมาย", "รายงานผล"),
)
RESULTS = (("MUE", "9", "อบรมสร้างความตระหนัก", "จัดอบรม 1 ครั้ง", "บุคลากรเข้าใจ", "3 เมษายน 2565", "ห้องประชุม", 62, 65),)
TASKS = ("ร้องเรียน/ตรวจสอบ", "ร้องทุกข์", "อุทธรณ์", "ละเมิด", "ป.ป.ช.", "คดีอาญา", "คดีแพ่ง", "คดีปกครอง", "วินัย")
COMPLAINTS: tuple[tuple[Any, ...], ...] = (
    *(("MUE", task, 9 - at if at % 3 else None, at, at // 2) for at, task in enumerate(TASKS)),
    *(("NEW", task, None, None, None) for task in TASKS[:3]),
)
TEXTS = (("MUE", "ความเป็นมา", "การประเมินจัดขึ้นทุกปี\n1. เพื่อทราบผล\n2. เพื่อปรับปรุง"),)
EDITORS = (("*", "ที่ปรึกษา", "นายทดสอบ ระบบดี", "ผู้อำนวยการ"), ("MUE", "คณะทำงาน", "นางสาวมะลิ ใจงาม", "นิติกร"))


def book() -> dict[str, pandas.DataFrame]:
    """The sheets by name."""
    return {
        "หน่วยงาน": _frame("รหัส ชื่อหน่วยงาน ชื่อย่อ ต้นสังกัด ปีงบประมาณ เขตตรวจราชการ ผู้อำนวยการ", OFFICES),
        "คะแนนตัวชี้วัด": _frame(["รหัส", "ปี", *(f"ตัวชี้วัด {n}" for n in range(1, 11))], INDICATORS),
        "คะแนน OIT": _items(),
        "มาตรการ": _frame("รหัส ตัวชี้วัด ประเด็น มาตรการ ขั้นตอน ระยะเวลา ผู้รับผิดชอบ การกำกับติดตาม", MEASURES),
        "ผลการดำเนินงาน": _frame("รหัส ตัวชี้วัด กิจกรรม สรุปผล ผลลัพธ์ วันที่ สถานที่ ผู้เข้าร่วม เป้าหมาย", RESULTS),
        "เรื่องร้องเรียน": _frame("รหัส ภารกิจ ยกมา รับใหม่ เสร็จสิ้น", COMPLAINTS),
        "เนื้อหา": _frame("รหัส ส่วน ข้อความ", TEXTS),
        "ผู้จัดทำ": _frame("รหัส กลุ่ม ชื่อ ตำแหน่ง", EDITORS),
    }


@cache
def read(kind: str) -> Checked:
    """What a kind makes of the workbook."""
    return ita_docs.check(ita_docs.load_kind(kind), book())


def _items() -> pandas.DataFrame:
    """Scores a row an office; remarks, who is responsible and states a row an item."""
    columns = ["รหัส", "ปี", *(f"O{n}" for n in range(1, 44)), "ข้อ", "ข้อเสนอแนะ", "ผู้รับผิดชอบ", "สถานะ"]
    wide = [
        (code, year, *((0 if n in zeros else 100) if n <= count else None for n in range(1, 44)), *[None] * 4)
        for code, year, count, zeros in ITEMS
    ]
    return _frame(columns, [*wide, *((code, None, *[None] * 43, *said) for code, *said in REMARKS)])


def _frame(columns: str | list[str], rows: Iterable[tuple[Any, ...]]) -> pandas.DataFrame:
    names = columns.split() if isinstance(columns, str) else columns
    return pandas.DataFrame([dict(zip(names, row, strict=True)) for row in rows], dtype=object)
