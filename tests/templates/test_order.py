"""The order on paper (saraban-spec §9.1): its head, its committees over pages, from when it holds."""

from __future__ import annotations

import re
from typing import Any

import pytest

from .papers import CENTRE, CM, LEFT, MM, checked, ends, line, made, middle, pages, pictures, texts

INDENT = LEFT + 2.5 * CM
AXIS = CENTRE + 2.2 * CM
"""The middle of the signature."""
ORDER = {
    **{"เลขอ้างอิง": "T", "ส่วนราชการ": "โรงเรียนทดสอบ", "ที่": "7/2565", "เรื่อง": "แต่งตั้งคณะกรรมการ"},
    **{"ข้อความ": "ด้วยเหตุ\nจึงแต่งตั้ง ดังนี้", "วันที่": "5/4/2565", "ผู้ลงนาม": "นายก ข", "ตำแหน่ง": "ครู"},
}


def member(group: str | None, name: str, duties: str | None = None, post: str = "ครู") -> dict[str, Any]:
    return {"เลขอ้างอิง": "T", "คณะ": group, "ชื่อ": name, "ตำแหน่ง": post, "ตำแหน่งในคณะ": "กรรมการ", "หน้าที่": duties}


def printed(*members: dict[str, Any], order: dict[str, Any] | None = None) -> list[str]:
    """All lines of an order with these members; order: what it says beside `ORDER`."""
    return [text for page in made("order", [ORDER | (order or {})], members) for text in texts(page)]


def test_the_head_stands_in_the_middle_of_the_paper() -> None:
    page = pages("order", "O-001")[0]
    [(left, top, right, bottom)] = pictures(page)
    assert (bottom - top, top, (left + right) / 2) == pytest.approx((3 * CM, 1.5 * CM, CENTRE), abs=MM)
    for begins in ("คำสั่งสำนักงาน", "ที่ ๑๒๐/๒๕๖๕", "เรื่อง แต่งตั้ง", "ประจำปีงบประมาณ พ.ศ."):
        assert middle(line(page, begins)) == pytest.approx(CENTRE, abs=MM)
    assert ends(line(page, "ด้วยสำนักงาน"))[0] == pytest.approx(INDENT, abs=MM)


def test_date_name_and_post_stand_under_each_other() -> None:
    page = pages("order", "O-001")[-1]
    placed = [line(page, begins) for begins in ("สั่ง ณ วันที่ ๕ เมษายน พ.ศ.", "(นาย", "ผู้อำนวยการ")]
    assert [middle(one) for one in placed] == pytest.approx([AXIS] * 3, abs=MM)
    assert placed[1].baseline - placed[0].baseline == pytest.approx(4 * 16 * 1.13, abs=1)


def test_groups_come_together_with_their_numbers() -> None:
    said = printed(
        *(member("1. คณะหนึ่ง", "1. นายหนึ่ง ก", "1) ทำก่อน"), member(None, "2. นายสอง ก")),
        *(member("คณะสอง", "นายสาม ก", "ทำอย่างเดียว"), member("คณะหนึ่ง", "นายสี่ ก", "2) ทำหลัง")),
    )
    first = said.index("๑. คณะหนึ่ง")
    assert [text for text in said[first:] if text not in ("ครู", "กรรมการ")][:-3] == [
        *("๑. คณะหนึ่ง", "๑.๑\tนายหนึ่ง ก", "๑.๒\tนายสอง ก", "๑.๓\tนายสี่ ก"),
        *("มีหน้าที่ ดังนี้", "๑) ทำก่อน", "๒) ทำหลัง", "๒. คณะสอง", "๒.๑\tนายสาม ก", "มีหน้าที่ทำอย่างเดียว"),
    ]


def test_one_group_has_no_number_and_no_group_no_heading() -> None:
    assert {"คณะเดียว", "๑.\tนายหนึ่ง ก"} <= set(printed(member("คณะเดียว", "นายหนึ่ง ก")))
    said = printed(member(None, "นายหนึ่ง ก", "ก\nข"), member(None, "นายสอง ก"))
    at = said.index("จึงแต่งตั้ง ดังนี้")
    assert said[at + 1] == "๑.\tนายหนึ่ง ก"
    assert "๒.\tนายสอง ก" in said
    assert said[-5:-3] == ["๒) ข", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]


def test_a_post_alone_takes_the_place_of_a_name_and_nobody_is_appointed_without_either() -> None:
    post = "ผู้อำนวยการกลุ่มนิเทศ ติดตาม และประเมินผล"
    assert f"๑.\t{post}" in printed(member(None, "", post=post))
    found = checked("order", [ORDER], [member(None, "", post="")])
    assert [item.code for item in found.problems] == ["missing-value"]
    assert found.records == ()


def test_what_a_clerk_typed_is_not_said_twice() -> None:
    said = printed(
        member(None, "นายหนึ่ง ก", "มีหน้าที่ ดังนี้\nก\nข"),
        order={
            "ส่วนราชการ": "คำสั่งโรงเรียนทดสอบ",
            "ข้อความท้ายคำสั่ง": "ทั้งนี้ ตั้งแต่วันที่ 1 พฤษภาคม 2565 เป็นต้นไป",
        },
    )
    assert [text for text in said if "โรงเรียน" in text] == ["คำสั่งโรงเรียนทดสอบ"]
    assert [text for text in said if text.startswith("มีหน้าที่")] == ["มีหน้าที่ ดังนี้"]
    assert [text for text in said if text.startswith("ทั้งนี้")] == ["ทั้งนี้ ตั้งแต่วันที่ ๑ พฤษภาคม ๒๕๖๕ เป็นต้นไป"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
        ({"ตั้งแต่วันที่": "1/5/2565"}, "ทั้งนี้ ตั้งแต่วันที่ ๑ พฤษภาคม ๒๕๖๕ เป็นต้นไป"),
        ({"ตั้งแต่วันที่": "1/5/2565", "ถึงวันที่": "2/5/2565"}, "ทั้งนี้ ตั้งแต่วันที่ ๑ พฤษภาคม ๒๕๖๕ ถึงวันที่ ๒ พฤษภาคม ๒๕๖๕"),
        ({"คำสั่งเดิม": "คำสั่งเดิม"}, "นอกนั้นให้เป็นไปตามคำสั่งเดิมทุกประการ"),
        ({"คำสั่งเดิม": "โรงเรียนทดสอบ ที่ 1/2565"}, "นอกนั้นให้เป็นไปตามคำสั่งโรงเรียนทดสอบ ที่ ๑/๒๕๖๕ ทุกประการ"),
    ],
)
def test_from_when_and_what_stays(more: dict[str, str], said: str) -> None:
    assert said in printed(order=more)


@pytest.mark.parametrize(
    ("number", "day", "shown"),
    [
        ("/2565", "5/4/2565", "ที่ ........../๒๕๖๕"),
        (None, "5/4/2565", "ที่ ........../๒๕๖๕"),
        (None, None, "ที่ ........../.........."),
        ("คำสั่งที่ ๗/๖๕", None, "ที่ ๗/๒๕๖๕"),
    ],
)
def test_a_number_may_be_open(number: str | None, day: str | None, shown: str) -> None:
    assert shown in printed(order={"ที่": number, "วันที่": day})


def test_a_number_of_another_year_than_the_date_is_told() -> None:
    found = checked("order", [ORDER | {"ที่": "7/2564"}])
    assert [(item.code, item.severity) for item in found.problems] == [("number-year-mismatch", "warning")]


def test_sixty_members_over_pages() -> None:
    """Every one with the next number; no row parts, no heading stands alone, the signature keeps text above it."""
    names = [f"นายคนที่{'กขคงจฉชซฌญ'[at // 10]}{'ดตถทธนบปผฝ'[at % 10]} สกุล" for at in range(60)]
    long = "ผู้อำนวยการกลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"
    groups = ["คณะหนึ่ง", "คณะสอง", "คณะสาม"]
    rows = [
        member(groups[at // 20] if at % 20 == 0 else None, name, "ก\nข" if at % 20 == 3 else None, post=long)
        for at, name in enumerate(names)
    ]
    found = made("order", [ORDER], rows)
    assert len(found) >= 4
    said = [texts(page) for page in found]
    every = [text for page in said for text in page]
    numbered = [text for text in every if "\t" in text]
    assert numbered == [f"{thai(at // 20 + 1)}.{thai(at % 20 + 1)}\t{name}" for at, name in enumerate(names)]
    for page in said:
        assert not re.match("[๑๒๓]. คณะ|มีหน้าที่", page[-1])
        parts = [text for text in page if text.startswith(("ผู้อำนวยการกลุ่ม", "การศึกษาทางไกล", "สารสนเทศ"))]
        assert len(parts) % len([text for text in page if text.startswith("ผู้อำนวยการกลุ่ม")] or [1]) == 0
    assert len(said[-1]) >= 5


def thai(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
