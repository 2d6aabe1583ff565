"""The words of `report.xlsx`, in Thai and English. Problems are worded by `messages`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Column(NamedTuple):
    """A column of a sheet: its heading, and its width in characters."""

    heading: str
    width: float


class Words(NamedTuple):
    """All that the report says of itself.

    facts: what “สรุป” tells, line by line. outcomes: made, kept. levels: of problems, by severity. elsewhere: cause and
    fix of a row that is refused for what stands in other rows.
    """

    sheets: tuple[str, str, str, str]
    facts: Mapping[str, str]
    made: tuple[Column, ...]
    refused: tuple[Column, ...]
    others: tuple[Column, ...]
    outcomes: tuple[str, str]
    levels: Mapping[str, str]
    elsewhere: tuple[str, str]
    seconds: str
    page: str


TH = Words(
    ("สรุป", "เอกสารที่สร้าง", "แถวที่ไม่ได้สร้าง", "ข้อสังเกต"),
    {
        "title": "ชนิดเอกสาร",
        "book": "สมุดงาน",
        "when": "สร้างเมื่อ",
        "made": "สร้างใหม่ (ฉบับ)",
        "kept": "ใช้ฉบับเดิม (ฉบับ)",
        "refused": "ไม่ได้สร้าง (แถว)",
        "pages": "จำนวนหน้า PDF รวม",
        "merged": "PDF รวมเล่ม",
        "errors": "ข้อผิดพลาด",
        "warnings": "คำเตือน",
        "infos": "ข้อมูลเพิ่มเติม",
        "seconds": "เวลาทั้งหมด",
    },
    (
        Column("ลำดับ", 8),
        Column("เลขอ้างอิง", 22),
        Column("ไฟล์ Word (DOCX)", 44),
        Column("ไฟล์ PDF", 44),
        Column("จำนวนหน้า", 12),
        Column("เวลา (วินาที)", 14),
        Column("ผล", 16),
    ),
    (
        Column("แผ่นงาน", 24),
        Column("แถว", 9),
        Column("เลขอ้างอิง", 22),
        Column("สาเหตุ", 62),
        Column("วิธีแก้", 56),
    ),
    (
        Column("ระดับ", 12),
        Column("แผ่นงาน", 18),
        Column("เซลล์", 9),
        Column("คอลัมน์", 18),
        Column("ค่า", 18),
        Column("ข้อความ", 46),
        Column("วิธีแก้", 38),
        Column("เอกสาร", 24),
    ),
    ("สร้างใหม่", "ใช้ฉบับเดิม"),
    {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "info": "ข้อมูล"},
    (
        "ข้อมูลที่เกี่ยวข้องในแถวหรือแผ่นงานอื่นมีข้อผิดพลาด",
        "ดูข้อผิดพลาดในแผ่น “ข้อสังเกต” แล้วแก้ที่เซลล์นั้น",
    ),
    "{} วินาที",
    "หน้า &P จาก &N",
)
EN = Words(
    ("Summary", "Documents", "Rows refused", "Remarks"),
    {
        "title": "Kind of document",
        "book": "Workbook",
        "when": "Made at",
        "made": "Documents made",
        "kept": "Kept as they were",
        "refused": "Rows refused",
        "pages": "PDF pages in all",
        "merged": "Bound PDF",
        "errors": "Errors",
        "warnings": "Warnings",
        "infos": "Notes",
        "seconds": "Time in all",
    },
    (
        Column("No.", 8),
        Column("Reference", 22),
        Column("Word file (DOCX)", 44),
        Column("PDF file", 44),
        Column("Pages", 12),
        Column("Seconds", 14),
        Column("Outcome", 16),
    ),
    (
        Column("Sheet", 24),
        Column("Row", 9),
        Column("Reference", 22),
        Column("Cause", 62),
        Column("What to do", 56),
    ),
    (
        Column("Level", 12),
        Column("Sheet", 18),
        Column("Cell", 9),
        Column("Column", 18),
        Column("Value", 18),
        Column("Message", 46),
        Column("What to do", 38),
        Column("Document", 24),
    ),
    ("made", "kept as it was"),
    {"error": "error", "warning": "warning", "info": "note"},
    ("There are errors in other rows or sheets that belong to it", "See the errors under “Remarks”"),
    "{} s",
    "Page &P of &N",
)


def words(lang: str) -> Words:
    """The words in `lang` ("th" or "en")."""
    return EN if lang == "en" else TH
