"""What each field type is called and what may be typed for it: for the instruction sheet and the reference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..kinds.model import FieldType


class TypeWords(NamedTuple):
    """A field type in Thai and English: its name, and what a cell may hold."""

    th: str
    th_forms: str
    en: str
    en_forms: str
    example: str


FIELD_TYPES: Mapping[FieldType, TypeWords] = {
    "text": TypeWords(
        *("ข้อความ", "พิมพ์ได้ทุกอย่าง ช่องวันที่อ่านเป็นวันที่แบบไทย"),
        *("text", "anything; a date cell becomes a Thai long date", "ข้อความตัวอย่าง"),
    ),
    "lines": TypeWords(
        *("ข้อความหลายบรรทัด", "ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"),
        *("lines", "one line a line of the cell (Alt+Enter)", "บรรทัดที่หนึ่ง\nบรรทัดที่สอง"),
    ),
    "paragraphs": TypeWords(
        *("ย่อหน้า", "บรรทัดละหนึ่งย่อหน้า (Alt+Enter)"),
        *("paragraphs", "one paragraph a line of the cell (Alt+Enter)", "ย่อหน้าตัวอย่าง"),
    ),
    "structured": TypeWords(
        *("เนื้อความ", "บรรทัดละหนึ่งย่อหน้าหรือหนึ่งข้อ พิมพ์เลขข้อนำหน้าได้ ๑. ๑.๑ ๑) (๑) ก. - มีตัวหนา ตาราง และรูปได้"),
        *(
            "structured text",
            "a paragraph or a clause a line: 1. 1.1 1) (1) ก. -; bold, tables, pictures",
            "1. ข้อแรก\n2. ข้อที่สอง",
        ),
    ),
    "level": TypeWords(
        *("ระดับ", "1 2 3 … หรือเลขข้อตัวอย่าง ๑. ๑.๑ ๑) (๑) ก. - หรือ ย่อหน้า หัวข้อ เว้นว่างให้ดูจากเลขข้อที่พิมพ์"),
        *("level of a clause", "1 2 3 …, or such a clause's mark ๑.๑ ๑) ก. -, or ย่อหน้า, หัวข้อ", "1"),
    ),
    "list": TypeWords(
        *("รายการ", "บรรทัดละหนึ่งรายการ (Alt+Enter) เลขข้อหรือขีดนำหน้าจะถูกตัดออก"),
        *("list", "one item a line; leading bullets and numbering are taken off", "รายการที่หนึ่ง\nรายการที่สอง"),
    ),
    "person": TypeWords(
        *("ชื่อบุคคล", "คำนำหน้า ชื่อ และนามสกุล"),
        *("person", "title, first name, last name", "นางสาวตัวอย่าง ใจดี"),
    ),
    "date": TypeWords(
        *("วันที่", "26/6/2567, 26 มิ.ย. 67, ๒๖ มิถุนายน ๒๕๖๗, 2024-06-26 หรือช่องวันที่ของ Excel"),
        *("date", "a date cell, 26/6/2567, ๒๖ มิถุนายน ๒๕๖๗, 2024-06-26", "26 มิถุนายน 2567"),
    ),
    "date_range": TypeWords(
        *("ช่วงวันที่", "๒๑-๓๐ มิถุนายน ๒๕๖๖ หรือ ๒๐ ธันวาคม ๒๕๖๔ - ๒๐ กรกฎาคม ๒๕๖๕"),
        *("range of dates", "๒๑-๓๐ มิถุนายน ๒๕๖๖; ๒๐ ธันวาคม ๒๕๖๔ - ๒๐ กรกฎาคม ๒๕๖๕", "21-30 มิถุนายน 2566"),
    ),
    "time": TypeWords(
        *("เวลา", "08.30, ๐๘.๓๐ น. หรือช่องเวลาของ Excel"),
        *("time", "a time cell, 08.30, ๐๘.๓๐ น.", "08.30 น."),
    ),
    "number": TypeWords(
        *("ตัวเลข", "1,250.5 หรือ ๑,๒๕๐.๕"),
        *("number", "1,250.5 or ๑,๒๕๐.๕; exact (Decimal)", "1"),
    ),
    "integer": TypeWords(
        *("จำนวนเต็ม", "1,250 หรือ ๑,๒๕๐"),
        *("whole number", "1,250 or ๑,๒๕๐", "1"),
    ),
    "year": TypeWords(
        *("ปี พ.ศ.", "2566, ๒๕๖๖, พ.ศ. 2566 หรือ 66"),
        *("Buddhist year", "2566, ๒๕๖๖, พ.ศ. 2566 or 66; a whole number", "2566"),
    ),
    "score": TypeWords(
        *("คะแนน", "0 ถึง 100 เช่น 98.72 หรือ ๙๘.๗๒ (- คือไม่มีคะแนน)"),
        *("score", "0 to 100, like 98.72 or ๙๘.๗๒; exact (Decimal); - is none", "98.72"),
    ),
    "money": TypeWords(
        *("จำนวนเงิน", "1,250.50 (ไม่เกิน 2 ตำแหน่งทศนิยม)"),
        *("amount of money", "1,250.50, at most two decimals; exact (Decimal)", "1250.50"),
    ),
    "phone": TypeWords(
        *("โทรศัพท์", "9 หรือ 10 หลัก คั่นอย่างไรก็ได้ มีเบอร์ต่อได้: ต่อ 12"),
        *("telephone", "9 or 10 digits, any separators, an extension: ต่อ 12", "0 2000 0000"),
    ),
    "choice": TypeWords(
        *("ตัวเลือก", "เลือกจากรายการในช่อง"),
        *("choice", "one of the field's choices", ""),
    ),
    "document_number": TypeWords(
        *("เลขที่หนังสือ", "ศธ ๐๔๓๐๕/๑๒๓, ศธ ๐๔๓๐๕/ว ๑๒๓ หรือเว้นเลขไว้: ศธ ๐๔๓๐๕/"),
        *("document number", "ศธ ๐๔๓๐๕/๑๒๓, ศธ ๐๔๓๐๕/ว ๑๒๓, or open: ศธ ๐๔๓๐๕/", "ศธ ๐๔๓๐๕/๑๒๓"),
    ),
    "year_number": TypeWords(
        *("เลขที่ทับปี", "๑๒๐/๒๕๖๕ หรือเว้นเลขไว้: /๒๕๖๕ (จัดรูปแบบช่องเป็นข้อความ Excel จึงไม่เปลี่ยนเป็นวันที่)"),
        *("number over a year", "๑๒๐/๒๕๖๕, or open: /๒๕๖๕; in a text cell, or Excel makes it a date", "1/2567"),
    ),
    "addressee": TypeWords(
        *("ผู้รับหนังสือ", "ตำแหน่งหรือชื่อผู้รับ ไม่ต้องพิมพ์คำขึ้นต้น (เรียน กราบเรียน นมัสการ) โปรแกรมใส่คำขึ้นต้นและคำลงท้ายให้"),
        *("addressee", "the post or name; the opening and closing words follow from it", "ผู้อำนวยการโรงเรียนตัวอย่าง"),
    ),
    "image": TypeWords(
        *("ไฟล์ภาพ", "ชื่อไฟล์ .png หรือ .jpg นับจากโฟลเดอร์ของสมุดงาน"),
        *("picture", "a .png or .jpg file, counted from the workbook's folder", ""),
    ),
    "file": TypeWords(
        *("ไฟล์", "ชื่อไฟล์ .docx .pdf .jpg หรือ .png นับจากโฟลเดอร์ของสมุดงาน"),
        *("file", "a .docx, .pdf, .jpg or .png file, counted from the workbook's folder", ""),
    ),
}
"""Every field type; `example` is used where a field gives none (empty: no example can be given)."""
