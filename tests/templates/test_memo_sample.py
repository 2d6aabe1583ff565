"""The sample workbook covers what the issue asks of it, and its children refer to memos that exist."""

from __future__ import annotations

import re
from typing import Any

import openpyxl

from ita_docs.thai.numerals import to_arabic

from .memo_pages import ROOT
from .test_memo_kind import FIELDS, KIND

BOOK = openpyxl.load_workbook(ROOT / "samples" / "memo.xlsx")


def rows(sheet: str) -> list[dict[str, Any]]:
    found = BOOK[sheet].iter_rows(values_only=True)
    headings = next(found)
    return [dict(zip(headings, row, strict=True)) for row in found]


MEMOS, OPINIONS, TABLE = rows("บันทึกข้อความ"), rows("ความเห็น"), rows("ตาราง")
REQUIRED = {"เลขอ้างอิง", "ส่วนราชการ", "เรื่อง", "เรียน", "ข้อความ", "ผู้ลงนาม", "ตำแหน่ง"}


def test_columns_are_the_kinds() -> None:
    assert set(MEMOS[0]) == {title for title, _, _ in FIELDS}
    assert set(OPINIONS[0]) == {field["title"] for field in KIND["children"][0]["fields"]}


def test_at_least_twelve_memos_and_no_loose_child() -> None:
    refs = [memo["เลขอ้างอิง"] for memo in MEMOS]
    assert len(refs) == len(set(refs)) >= 12
    assert {row["เลขอ้างอิง"] for row in (*OPINIONS, *TABLE)} <= set(refs)


def test_variety() -> None:
    def some(column: str, pattern: str) -> bool:
        return any(re.search(pattern, str(memo[column] or "")) for memo in MEMOS)

    assert some("ที่", r"/ว [๐-๙0-9]+$")
    assert some("ที่", r"/$")
    assert {memo["ชั้นความเร็ว"] for memo in MEMOS} == {None, "ด่วน", "ด่วนมาก", "ด่วนที่สุด"}
    assert some("ชั้นความลับ", "ลับ")
    assert some("ข้อความ", r"https://")
    assert some("ข้อความ", r"@")
    assert some("เรื่องเดิม", ".")
    assert some("สิ่งที่ส่งมาด้วย", r"^[^\n]+$")
    assert some("สิ่งที่ส่งมาด้วย", r"\n")
    assert some("ตำแหน่ง", r"รักษาราชการแทน\n")
    assert some("ปฏิบัติราชการแทน/รักษาการ", "^ปฏิบัติราชการแทน$")
    assert any(row["ตำแหน่งที่แทน"] for row in OPINIONS)
    chains = [row["เลขอ้างอิง"] for row in OPINIONS]
    assert max(map(chains.count, chains)) >= 3


def test_one_memo_is_full_and_one_is_bare() -> None:
    filled = [{column for column, value in memo.items() if value is not None} for memo in MEMOS]
    assert set(MEMOS[0]) in filled
    assert REQUIRED in filled


def test_frames_of_real_memos_are_there() -> None:
    texts = [str(memo["ข้อความ"] or "") for memo in MEMOS]
    assert any(re.search(r"^\*\*ภารกิจที่ต้องดำเนินการต่อไป\*\*$", text, re.M) for text in texts)
    assert any(re.search(r"^\*\*การดำเนินงาน\*\* .", text, re.M) for text in texts)
    assert any(memo["เรื่องเดิม"] and memo["ข้อเสนอ"] and not memo["ข้อความ"] for memo in MEMOS)


SHARE = re.compile(r"([0-9,]+) (?:คน|โรงเรียน|เรื่อง)?\s?จาก\S* ([0-9,]+) \S+ คิดเป็นร้อยละ ([0-9.]+)")


def test_percentages_are_those_of_their_counts() -> None:
    said = [found for memo in MEMOS for found in SHARE.findall(in_arabic(memo))]
    assert len(said) >= 4
    assert [one for one in said if round(100 * int(one[0]) / int(one[1]), 2) != float(one[2])] == []


def in_arabic(memo: dict[str, Any]) -> str:
    """Every text of a memo, its digits Arabic."""
    return to_arabic(" ".join(str(value) for value in memo.values() if value is not None))
