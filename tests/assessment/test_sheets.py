"""The sheets of scores as a workbook gives them: wide and long, every way to write an item, and what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ita_docs.assessment.figures import ItemNote, figures_of
from ita_docs.frameworks import load_framework

from .books import SURVEYED, Rows, checked, indicators, items, office, places, record, scored

CODES = ("O29", "029", "๐๒๙", "O๒๙", "○๒๙", "o 29", "ข้อ 29", "ข้อ O29", "29", "O29 ข้อมูลเชิงสถิติ")


@pytest.mark.parametrize("code", CODES)
def test_an_item_however_it_is_written(code: str) -> None:
    figures = figures_of(record(คะแนน_OIT=[{"ปี": 2564, "ข้อ": code, "คะแนน": 0, "ข้อเสนอแนะ": "ไม่ครบ"}]), 2564).years[
        2564
    ]
    assert (figures.items, figures.notes) == ({29: 0}, {29: ItemNote(("ไม่ครบ",))})


def test_wide_and_long_give_the_same() -> None:
    scores = {1: 100, 2: 0, 43: 100}
    long: Rows = [{"ปี": "๒๕๖๔", "ข้อ": f"O{n}", "คะแนน": score} for n, score in scores.items()]
    for rows in ([items(scores)], long, [items({1: "๑๐๐", 2: "○", 43: "100"})], [items({1: 100}), *long[1:]]):
        assert figures_of(record(คะแนน_OIT=rows), 2564).years[2564].items == scores


def test_rows_without_a_year_are_of_the_year_assessed() -> None:
    found = figures_of(record(คะแนนตัวชี้วัด=[indicators(ปี=None), indicators({1: 90}, ปี=2563)]), 2564)
    assert (found.years[2564].indicators[2], found.years[2563].indicators) == (Decimal("99.76"), {1: 90})


def test_what_is_given_twice_or_unknown_is_told_at_its_cell() -> None:
    again = checked(
        คะแนนตัวชี้วัด=[indicators(), indicators()],
        คะแนน_OIT=[items({1: 100}), {"ปี": 2564, "ข้อ": "O1", "คะแนน": 0}, {"ปี": 2564, "ข้อ": "ก", "คะแนน": 0}],
        ผลย้อนหลัง=[{"ปี": 2563, "คะแนน": 80}, {"ปี": 2563, "คะแนน": 81}],
    )
    assert not again.records
    assert places(again.problems, "year-repeated", "item-repeated", "unknown-item") == [
        ("year-repeated", "คะแนนตัวชี้วัด", "ปี"),
        ("item-repeated", "คะแนน OIT", "คะแนน"),
        ("unknown-item", "คะแนน OIT", "ข้อ"),
        ("year-repeated", "ผลย้อนหลัง", "ปี"),
    ]
    same = checked(คะแนน_OIT=[items({1: 100}), {"ปี": 2564, "ข้อ": "O1", "คะแนน": 100}])
    assert len(same.records) == 1


def test_a_mistyped_score_is_told_twice_at_its_cell() -> None:
    found = checked(คะแนนตัวชี้วัด=[indicators({**SURVEYED, 9: 76.62}, คะแนนรวม=85.30, ระดับ="ระดับ A")], คะแนน_OIT=[items()])
    assert places(found.problems, "score-mismatch", "unattainable-score", "level-mismatch") == [
        ("score-mismatch", "คะแนนตัวชี้วัด", "ตัวชี้วัด 9"),
        ("score-mismatch", "คะแนนตัวชี้วัด", "คะแนนรวม"),
        ("unattainable-score", "คะแนนตัวชี้วัด", "ตัวชี้วัด 9"),
        ("level-mismatch", "คะแนนตัวชี้วัด", "ระดับ"),
    ]
    card = found.records[0].derived["card"]
    assert (card.indicators[8].score, card.total, card.level) == (Decimal("78.62"), Decimal("81.76"), "B")
    assert found.records[0].derived["corrected"] == (
        "คะแนนตัวชี้วัดที่ 9 คำนวณจากคะแนนรายข้อ",
        "คะแนนรวมคำนวณจากคะแนนรายตัวชี้วัด",
    )


def test_what_agrees_is_not_told() -> None:
    right = indicators({**SURVEYED, 9: 78.62, 10: 31.25}, คะแนนรวม=81.76, ระดับ="b", IIT=29.86, EIT=29.93, OIT=21.97)
    found = checked(คะแนนตัวชี้วัด=[right], คะแนน_OIT=[items()], ผลย้อนหลัง=[{"ปี": 2564, "คะแนน": 81.76}])
    assert {item.code for item in found.problems} <= {"part-left-out"}


def test_a_published_total_that_the_scores_contradict() -> None:
    found = scored(ผลย้อนหลัง=[{"ปี": 2564, "คะแนน": 81.67}])
    assert places(found.problems, "score-mismatch") == [("score-mismatch", "ผลย้อนหลัง", "คะแนน")]


def test_items_that_cannot_be() -> None:
    rows: Rows = [items({**dict.fromkeys(range(1, 43), 100), 5: 50}), {"ปี": 2564, "ข้อ": "O44", "คะแนน": 0}]
    found = checked(คะแนน_OIT=[*rows, {"ปี": 2564, "ข้อ": "O1", "ข้อเสนอแนะ": "ลิงก์เสีย"}])
    assert sorted(
        places(found.problems, "unknown-item", "impossible-item-score", "items-missing", "remark-on-full-score")
    ) == [
        ("impossible-item-score", "คะแนน OIT", "O5"),
        ("items-missing", "หน่วยงาน", "รหัส"),
        ("remark-on-full-score", "คะแนน OIT", "ข้อเสนอแนะ"),
        ("unknown-item", "คะแนน OIT", "คะแนน"),
    ]
    (missing,) = [item for item in found.problems if item.code == "items-missing"]
    assert "O43" in missing.message


MOE = "สำนักงานปลัดกระทรวงศึกษาธิการ"
CHOSEN: dict[str, dict[str, Any]] = {
    "obec-2564": {},
    "obec-2566": {"ปีงบประมาณ": 2567},
    "moe-2566": {"ปีงบประมาณ": 2567, "ต้นสังกัด": MOE},
    "obec-2567": {"กรอบการประเมิน": "obec-2567"},
}


@pytest.mark.parametrize(("name", "more"), CHOSEN.items())
def test_the_framework_of_a_body_a_year_or_a_cell(name: str, more: dict[str, Any]) -> None:
    card = record([office(**more)], คะแนนตัวชี้วัด=[indicators({**SURVEYED, 9: 50}, ปี=None)]).derived["card"]
    assert card.framework == load_framework(name).title


def test_scores_that_the_framework_does_not_use_are_told() -> None:
    found = checked([office(**CHOSEN["moe-2566"])], คะแนนตัวชี้วัด=[indicators({**SURVEYED, 9: 50}, ปี=2566, IIT=29)])
    [told] = [item for item in found.problems if item.code == "unscored-node"]
    assert (told.sheet, told.column, told.severity) == ("คะแนนตัวชี้วัด", "ตัวชี้วัด 1", "warning")
    assert "ตัวชี้วัดที่ 1, 2, 3, 4, 5, 6, 7, 8, IIT" in told.message
    assert "indicator 1, 2, 3, 4, 5, 6, 7, 8, IIT" in told.worded("en").message


@pytest.mark.parametrize(("more", "column"), [({}, "ปีงบประมาณ"), ({"ปีที่ประเมิน": 2563}, "ปีที่ประเมิน")])
def test_scores_of_other_years_alone_are_told(more: dict[str, Any], column: str) -> None:
    found = checked([office(**more)], คะแนนตัวชี้วัด=[indicators(ปี=2565), indicators(ปี=2566)])
    assert places(found.problems, "scores-of-other-years") == [("scores-of-other-years", "หน่วยงาน", column)]
    assert "2565, 2566" in next(item for item in found.problems if item.code == "scores-of-other-years").message


@pytest.mark.parametrize("year", [2564, 2565])
def test_scores_of_the_year_assessed_are_enough(year: int) -> None:
    found = checked([office(ปีที่ประเมิน=year)], คะแนนตัวชี้วัด=[indicators(ปี=2564), indicators(ปี=2565)])
    assert places(found.problems, "scores-of-other-years") == []


def test_a_framework_that_stands_in_is_told_once() -> None:
    offices = [office(รหัส=ref, ปีงบประมาณ=2566) for ref in "ABC"]
    found = checked(offices, คะแนนตัวชี้วัด=[indicators(รหัส=ref, ปี=2565) for ref in "ABC"])
    assert [item.code for item in found.problems if "framework" in item.code] == ["framework-stands-in"]


def test_no_framework_asks_for_one() -> None:
    unknown = checked([office(ต้นสังกัด="องค์กรอื่น")], คะแนนตัวชี้วัด=[indicators()])
    assert [item.code for item in unknown.problems if item.severity == "error"] == ["unknown-framework"]
    assert "กรอบการประเมิน" in unknown.problems[0].hint
    misspelt = checked([office(กรอบการประเมิน="obec-2546")], คะแนนตัวชี้วัด=[indicators()])
    (wrong,) = [item for item in misspelt.problems if item.severity == "error"]
    assert (wrong.code, wrong.column, "obec-256" in wrong.hint + wrong.message) == (
        "unknown-framework",
        "กรอบการประเมิน",
        True,
    )
