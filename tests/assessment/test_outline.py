"""The parts of a report: which there are, what they are called, where they stand."""

from __future__ import annotations

from typing import Any

import pytest

from ita_docs.assessment.blocks import BLOCKS, block_named
from ita_docs.assessment.outline import Arranged, Asked, arranged, asked_of
from ita_docs.assessment.photos import photo_pages
from ita_docs.structured.emphasis import emphasized
from ita_docs.structured.text import structured

from .books import KIND, OWN, checked, scored

PRESENT = {block.key for block in BLOCKS}


def text(part: str, heading: str = "") -> dict[str, Any]:
    return {"part": part, "heading": heading, "text": structured([emphasized("ข้อความ")])}


def photo(part: str, file: str = "a.png") -> dict[str, Any]:
    return {"part": part, "file": file, "caption": ()}


def made(*names: str | Asked, texts: list[Any] = [], photos: list[Any] = [], present: set[str] = PRESENT) -> Arranged:  # noqa: B006
    asked = [name if isinstance(name, Asked) else Asked(name) for name in names]
    return arranged(asked, present, texts, photos, 4)


def heads(found: Arranged) -> list[str]:
    return [f"{part.number} {part.title}".strip() for part in found.parts]


def test_parts_are_numbered_below_the_headings_over_them() -> None:
    found = made("ปก", "คำนำ", "ส่วนที่ 1: ผล", "ภาพรวม", "รายข้อ", "ส่วนที่ 2 มาตรการ", "มาตรการ", "คณะผู้จัดทำ")
    assert heads(found) == [
        "",
        "คำนำ",
        "ส่วนที่ 1 ผล",
        "1.1 ภาพรวมผลการประเมิน",
        "1.2 ผลการประเมินรายข้อ",
        "ส่วนที่ 2 มาตรการ",
        "2.1 มาตรการและแนวทางการพัฒนา",
        "คณะผู้จัดทำ",
    ]
    assert [part.level for part in found.parts] == [0, 1, 1, 2, 2, 1, 2, 1]


def test_other_words_for_a_part_and_none() -> None:
    assert heads(made("บทที่ ๑ ผล", "ภาพรวม", "บทที่ ๒", "รายข้อ"))[0::2] == ["บทที่ 1 ผล", "บทที่ 2"]
    assert heads(made("ภาพรวม", "รายข้อ", Asked("สารบัญ", "สารบัญรวม"))) == [
        "1. ภาพรวมผลการประเมิน",
        "2. ผลการประเมินรายข้อ",
        "สารบัญรวม",
    ]


@pytest.mark.parametrize("dash", "-–—")
def test_a_dash_for_no_heading(dash: str) -> None:
    assert heads(made(Asked("ภาพรวม", dash), Asked("รายข้อ", "ข้อ"))) == ["", "1. ข้อ"]


def test_what_has_nothing_to_show_is_left_out() -> None:
    found = made("ส่วนที่ 1", "ภาพรวม", "ส่วนที่ 2", "รายข้อ", "ข้อเสนอแนะ", present={"items"})
    assert heads(found) == ["ส่วนที่ 1", "1.1 ผลการประเมินรายข้อ"]
    assert found.empty == ("ภาพรวม", "ข้อเสนอแนะ")


def test_texts_make_a_part_and_those_nobody_asked_for_come_last_before_the_back() -> None:
    texts = [text("ข้อเสนอแนะ"), text("ภาพรวม", "หัวข้อ"), text("บทสรุป")]
    found = made("ภาพรวม", "ข้อเสนอแนะ", "ผู้จัดทำ", texts=texts, present={"editors"})
    assert heads(found) == ["1. ภาพรวมผลการประเมิน", "2. ข้อเสนอแนะ", "3. บทสรุป", "คณะผู้จัดทำ"]
    assert (found.added, [placed.heading for placed in found.parts[0].texts]) == (("บทสรุป",), ["หัวข้อ"])


def test_a_section_ends_where_the_paper_changes() -> None:
    found = made("ปก", "คำนำ", "สารบัญ", "ส่วนที่ 1", "ภาพรวม", "มาตรการ", "ผลการดำเนินงาน", "ปกหลัง")
    assert [(part.kind, part.ends) for part in found.parts if part.ends] == [
        ("cover", "cover"),
        ("contents", "front_first"),
        ("overview", "body_first"),
        ("measures", "wide"),
        ("results", "body"),
        ("back_cover", "cover"),
    ]


def test_photos_stand_in_their_part_or_among_the_photos() -> None:
    photos = [photo("อบรม"), photo("ภาพรวม"), photo("อบรม"), photo("ประชุม")]
    overview, pictures = made("ภาพรวม", "ภาพกิจกรรม", photos=photos, present={"overview"}).parts
    assert [(page.title, page.first) for page in overview.photos] == [("", True)]
    assert [(page.title, len(page.rows[0])) for page in pictures.photos] == [("อบรม", 2), ("ประชุม", 1)]


@pytest.mark.parametrize(("per_page", "shape"), {1: [1] * 7, 2: [2, 2, 2, 1], 4: [4, 3], 6: [6, 1]}.items())
def test_so_many_photos_stand_on_a_page(per_page: int, shape: list[int]) -> None:
    pages = photo_pages([photo("อบรม", f"{n}.png") for n in range(7)], per_page, True)
    assert [sum(map(len, page.rows)) for page in pages] == shape
    assert [page.first for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [str(one.file) for page in pages for row in page.rows for one in row] == [f"{n}.png" for n in range(7)]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.key)
def test_every_block_goes_by_all_of_its_names(block: Any) -> None:
    assert {block_named(name) for name in (block.key, f" {block.title}", *block.aliases)} == {block}


def test_the_usual_outline_and_one_s_own() -> None:
    usual = asked_of([], KIND.derivation.outline if KIND.derivation else (), {"year": 2565, "assessed": 2564})
    assert Asked("ส่วนที่ 1", "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2564") in usual
    parts = scored().records[0].derived["parts"]
    assert [part.kind for part in parts][:2] == ["cover", "foreword"]
    own = scored(โครงรายงาน=[{"ส่วน": "ปก"}, {"ส่วน": "รายข้อ", "หัวข้อ": "คะแนน ปี {assessed} {อื่น}"}])
    assert [(part.kind, part.title) for part in own.records[0].derived["parts"]] == [
        ("cover", ""),
        ("items", "คะแนน ปี 2564 {อื่น}"),
    ]


def test_what_is_left_out_or_added_is_told() -> None:
    found = checked([OWN], เนื้อหา=[{"ส่วน": "บทสรุป", "ข้อความ": "ก"}], โครงรายงาน=[{"ส่วน": "ปก"}, {"ส่วน": "รายข้อ"}])
    assert [(item.code, item.severity) for item in found.problems if item.code.startswith("part-")] == [
        ("part-left-out", "info"),
        ("part-added", "info"),
    ]
