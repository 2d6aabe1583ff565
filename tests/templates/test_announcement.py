"""The announcement on paper (saraban-spec §9.2): its head, its schedule, how it closes, its page in English."""

from __future__ import annotations

from typing import Any

import pytest

from .papers import CENTRE, CM, LEFT, MM, RIGHT, checked, ends, line, made, middle, pages, pictures, texts

ANNOUNCEMENT = {
    **{"เลขอ้างอิง": "T", "ส่วนราชการ": "โรงเรียนทดสอบ", "เรื่อง": "ทดสอบ", "ข้อความ": "ด้วยเหตุ\nจึงกำหนด ดังนี้"},
    **{"วันที่": "26/6/2567", "ผู้ลงนาม": "นายก ข", "ตำแหน่ง": "ครู"},
}
ENGLISH = {
    **{"ชื่อประกาศภาษาอังกฤษ": "Announcement of School 5", "เรื่องภาษาอังกฤษ": "No Gift Policy 2024"},
    **{"ข้อความภาษาอังกฤษ": "# 1. Rule\nNo 3 gifts.", "ผู้ลงนามภาษาอังกฤษ": "Mr. Ko Kho", "ตำแหน่งภาษาอังกฤษ": "Teacher"},
}
FORMULA = "จึงประกาศให้ทราบโดยทั่วกัน"


def printed(values: dict[str, Any]) -> list[str]:
    """All lines of an announcement; values: what it says beside `ANNOUNCEMENT`."""
    return [text for page in made("announcement", [ANNOUNCEMENT | values]) for text in texts(page)]


def scheduled(*rows: dict[str, Any]) -> Any:
    """The only page of an announcement with a schedule."""
    [page] = made("announcement", [ANNOUNCEMENT], [{"เลขอ้างอิง": "T"} | row for row in rows])
    return page


def test_the_head_stands_in_the_middle_of_the_paper() -> None:
    page = pages("announcement", "A-001")[0]
    [(left, top, right, bottom)] = pictures(page)
    assert (bottom - top, top, (left + right) / 2) == pytest.approx((3 * CM, 1.5 * CM, CENTRE), abs=MM)
    for begins in ("ประกาศสำนักงาน", "เรื่อง มาตรการ", "ประถมศึกษาจันทบุรี"):
        assert middle(line(page, begins)) == pytest.approx(CENTRE, abs=MM)
    assert ends(line(page, "เพื่อให้ประชาชน"))[0] == pytest.approx(LEFT + 2.5 * CM, abs=MM)


def test_date_name_and_post_stand_under_each_other() -> None:
    page = pages("announcement", "A-001")[-1]
    placed = [line(page, begins) for begins in ("ประกาศ ณ วันที่ ๑ พฤษภาคม พ.ศ.", "(นาง", "ผู้อำนวยการ")]
    assert [middle(one) for one in placed] == pytest.approx([CENTRE + 2.2 * CM] * 3, abs=MM)


@pytest.mark.parametrize(
    ("values", "formulas"),
    [
        ({}, [FORMULA]),
        ({"ข้อความลงท้าย": "จึงประกาศมาเพื่อทราบ"}, ["จึงประกาศมาเพื่อทราบ"]),
        ({"ข้อความลงท้าย": "ไม่พิมพ์"}, []),
        ({"ข้อความ": "ด้วยเหตุ\nจึงประกาศให้ทราบ"}, ["จึงประกาศให้ทราบ"]),
    ],
)
def test_the_formula(values: dict[str, str], formulas: list[str]) -> None:
    assert [text for text in printed(values) if text.startswith("จึงประกาศ")] == formulas


def test_the_date_may_be_written_by_hand() -> None:
    assert "ประกาศ ณ วันที่ ............................ พ.ศ. .........." in printed({"วันที่": None})


def test_a_schedule_keeps_what_was_typed() -> None:
    page = scheduled(
        {"กรอบระยะเวลา": "23 - 31 พฤษภาคม 2565", "ขั้นตอน": "- ลงทะเบียน"},
        {"กรอบระยะเวลา": "ภายในวันที่ 1 มิ.ย. 65", "ขั้นตอน": "หัวข้อ\n1) หนึ่ง\n2) สอง"},
    )
    said = texts(page)
    at = said.index("กรอบระยะเวลา")
    assert said[at : at + 9] == [
        *("กรอบระยะเวลา", "ขั้นตอน", "๒๓ - ๓๑ พฤษภาคม ๒๕๖๕", "- ลงทะเบียน", "ภายในวันที่ ๑ มิ.ย. ๖๕"),
        *("หัวข้อ", "๑) หนึ่ง", "๒) สอง", FORMULA),
    ]


@pytest.mark.parametrize("timed", [False, True])
@pytest.mark.parametrize("detailed", [False, True])
@pytest.mark.parametrize("assigned", [False, True])
def test_columns_without_text_are_left_out_and_the_table_is_as_wide_as_the_text(
    timed: bool, detailed: bool, assigned: bool
) -> None:
    there = {"กรอบระยะเวลา": timed, "ขั้นตอน": True, "รายละเอียด": detailed, "ผู้รับผิดชอบ": assigned}
    full = {heading: f"ข้อความ{heading}" for heading, shown in there.items() if shown}
    page = scheduled({"ขั้นตอน": "ก"}, full)
    headings = [heading for heading in there if heading in texts(page)]
    assert headings == [heading for heading, shown in there.items() if shown]
    [table] = [box for box in page.boxes if hasattr(box, "cells")]
    assert (table.x, table.x + table.width) == pytest.approx((LEFT, RIGHT), abs=MM)


def test_the_heading_of_a_schedule_is_on_every_page() -> None:
    first, second = (texts(page) for page in pages("announcement", "A-003"))
    assert "กรอบระยะเวลา" in first
    assert second[1:3] == ["กรอบระยะเวลา", "ขั้นตอน"]


def test_english_begins_a_page_and_keeps_its_digits() -> None:
    first, second = made("announcement", [ANNOUNCEMENT | ENGLISH])
    assert texts(first)[-2:] == ["(นายก ข)", "ครู"]
    assert texts(second) == [
        *("Announcement of School 5", "No Gift Policy 2024", "1. Rule", "No 3 gifts."),
        *("Announced on 26 June 2024 (B.E.\u00a02567)", "(Mr. Ko Kho)", "Teacher"),
    ]
    assert len(list(pictures(second))) == 1


def test_english_pages_are_counted_by_themselves_in_arabic_digits() -> None:
    long = {"ข้อความ": "\n".join(["ก"] * 40), "ข้อความภาษาอังกฤษ": "\n".join(["Text 1"] * 40)}
    heads = [texts(page)[0] for page in made("announcement", [ANNOUNCEMENT | ENGLISH | long])]
    assert heads == ["ประกาศโรงเรียนทดสอบ", "- ๒ -", "Announcement of School 5", "- 2 -"]


def test_half_an_english_page_is_told() -> None:
    found = checked("announcement", [ANNOUNCEMENT | ENGLISH | {"ข้อความภาษาอังกฤษ": None}])
    assert {item.code for item in found.problems} == {"missing-companion"}
    found = checked("announcement", [ANNOUNCEMENT | {"ข้อความภาษาอังกฤษ": "Text"}])
    assert {item.code for item in found.problems} == {"missing-companion"}


def test_a_bold_heading_stays_with_its_text() -> None:
    lines = "\n".join(f"บรรทัดที่ {at}" for at in range(26))
    for more in range(4):
        found = made("announcement", [ANNOUNCEMENT | {"ข้อความ": lines + "\nก" * more + "\n# หัวข้อหนึ่ง\nตาม\nต่อ"}])
        assert all(texts(page)[-1] != "หัวข้อหนึ่ง" for page in found)
