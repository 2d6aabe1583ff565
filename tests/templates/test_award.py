"""The certificate: one page whatever it says, its name as large as it can be, a list of names made at once."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pandas
import pytest

import ita_docs
from ita_docs.pages.model import Layout
from ita_docs.records.record import Checked

from .test_every_kind import package, sample

CM = 72 / 2.54
NAME = "เด็กหญิงกัลยา ดอกไม้งาม"
OFFICE = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"
EVENT: dict[str, Any] = {
    "เลขอ้างอิง": "A",
    "หน่วยงาน": OFFICE,
    "ผู้รับ": NAME,
    "ข้อความ": "การประกวดโครงงานคุณธรรม",
    "ผู้ลงนาม": "นายทดสอบ ระบบดี",
    "ตำแหน่ง": f"ผู้อำนวยการ{OFFICE}",
}
WORDS = (
    *("สำนักงานเขตพื้นที่", "การศึกษา", "มัธยมศึกษา", "นครพนม ", "ผู้อำนวยการ", "โรงเรียน", "ประกวด", "โครงงาน", "คุณธรรม "),
    *("ประจำปี ", "ส่งเสริม", "กิจกรรม ", "กลุ่มนิเทศ ", "ติดตาม", "และ", "ประเมินผล", "ชนะเลิศ ", "เหรียญทอง", "อำเภอ", "บ้านแพง"),
)


def checked(*names: dict[str, Any], **values: Any) -> Checked:
    book = {"เกียรติบัตร": pandas.DataFrame([{**EVENT, **values}])}
    if names:
        book["รายชื่อ"] = pandas.DataFrame([{"เลขอ้างอิง": "A", **row} for row in names])
    return ita_docs.check(ita_docs.load_kind("award"), book)


def laid_out(**values: Any) -> Layout:
    found = checked(**values)
    assert found.problems == ()
    [record] = found.records
    return ita_docs.lay_out(ita_docs.fill(record.kind, record))


def said(layout: Layout) -> list[str]:
    lines = sorted(layout.pages[0].lines(), key=lambda one: (round(one.baseline), one.x))
    return [text for one in lines if (text := " ".join(one.line.text.split()))]


def text(length: int, choose: random.Random) -> str:
    """Words of an office, as many letters as asked for."""
    made = ""
    while len(made) < length:
        made += choose.choice(WORDS)
    return made[:length].strip().ljust(length, "ก")


@cache
def limits() -> dict[str, int]:
    return {item.title: item.constraints.max_length or 0 for item in ita_docs.load_kind("award").table.fields}


# ---------------------------------------------------------------- the page


def test_a4_on_its_side_with_a_border_and_the_logo_two_and_a_half_centimetres_high() -> None:
    layout = laid_out()
    [page] = layout.pages
    assert (page.width, page.height) == pytest.approx((29.7 * CM, 21 * CM), abs=0.5)
    [(at, logo)] = [(one, picture) for one in page.lines() for picture in one.line.pictures]
    assert logo.height == pytest.approx(2.5 * CM, abs=0.2)
    assert at.x + logo.x + logo.width / 2 == pytest.approx(14.85 * CM, abs=1)
    body = package("award")["word/document.xml"].decode()
    assert body.count('w:val="double"') == 4


def test_every_line_is_centred_but_the_number_in_its_corner() -> None:
    layout = laid_out(**{"เลขที่": "12/2567", "วันที่": "26/6/2567", "สังกัด": "โรงเรียน", "คำอวยพร": "ขอให้มีความสุข"})
    for one in layout.pages[0].lines():
        if one.line.runs:
            ends = min(run.x for run in one.line.runs), max(run.x + run.width for run in one.line.runs)
            middle = one.x + sum(ends) / 2
            if one.line.text.startswith("เลขที่"):
                assert one.x + ends[1] == pytest.approx(26.7 * CM, abs=1)
            else:
                assert middle == pytest.approx(14.85 * CM, abs=2), one.line.text


def test_what_is_left_empty_leaves_no_word() -> None:
    assert said(laid_out()) == [
        OFFICE,
        "มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า",
        NAME,
        "การประกวดโครงงานคุณธรรม",
        "(นายทดสอบ ระบบดี)",
        f"ผู้อำนวยการ{OFFICE}",
    ]


def test_date_and_signature_stand_where_they_do_on_any_other() -> None:
    places = []
    for values in ({}, {"สังกัด": "โรงเรียน", "รางวัล/ระดับ": "รางวัลชนะเลิศ", "คำอวยพร": "ขอให้มีความสุข"}):
        lines = laid_out(**{"วันที่": "26/6/2567", **values}).pages[0].lines()
        places.append([round(one.baseline, 1) for one in lines if one.line.text.startswith(("ให้ไว้", "(นาย"))])
    assert places[0] == places[1]


# ---------------------------------------------------------------- lengths


@pytest.mark.parametrize(
    ("letters", "points"), [(10, 40), (40, 40), (41, 34), (50, 34), (51, 28), (62, 28), (63, 25), (70, 25)]
)
def test_the_name_is_smaller_the_longer_it_is(letters: int, points: int) -> None:
    layout = laid_out(**{"ผู้รับ": text(letters, random.Random(letters))})
    sizes = {run.size for one in layout.pages[0].lines() for run in one.line.runs}
    assert points in sizes
    assert len(layout.pages) == 1


@pytest.mark.parametrize("signers", [1, 2, 3])
@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_within_the_limits_takes_one_page(signers: int, seed: int) -> None:
    choose = random.Random(seed * 10 + signers)
    values: dict[str, Any] = {"วันที่": "26/6/2567", "เลขที่": "12/2567"}
    for title in ("หน่วยงาน", "ข้อความนำ", "ผู้รับ", "สังกัด", "รางวัล/ระดับ", "ข้อความ", "คำอวยพร"):
        values[title] = text(limits()[title], choose)
    values["ข้อความ"] = "\n".join((values["ข้อความ"][:40], values["ข้อความ"][40:70], values["ข้อความ"][72:]))
    values["สังกัด"] = f"{values['สังกัด'][:20]}\n{values['สังกัด'][21:]}"
    for number in range(1, signers + 1):
        nth = "" if number == 1 else f" คนที่ {number}"
        values[f"ผู้ลงนาม{nth}"] = "นางสาวศศิกานต์ วงศ์ประเสริฐรัตนากร"
        for title in ("ตำแหน่ง", "ตำแหน่งที่แทน"):
            values[f"{title}{nth}"] = text(limits()[title], choose)
        values[f"ปฏิบัติราชการแทน/รักษาการ{nth}"] = "ปฏิบัติราชการแทน"
    layout = laid_out(**values)
    assert len(layout.pages) == 1
    shown = "".join("".join(said(layout)).split())
    for title in ("ผู้รับ", "สังกัด", "รางวัล/ระดับ", "ข้อความ", "คำอวยพร"):
        assert "".join(values[title].split()) in shown.replace("๒๕๖๗", "2567")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"ผู้รับ": "ก" * 81}, "too-long"),
        ({"ผู้รับ": "ก\nข\nค"}, "pattern-mismatch"),
        ({"สังกัด": "ก\nข\nค"}, "pattern-mismatch"),
        ({"ข้อความ": "ก" * 221}, "too-long"),
        ({"ข้อความ": "ก\nข\nค\nง"}, "pattern-mismatch"),
        ({"ตำแหน่ง": "ก" * 91}, "too-long"),
        ({"ผู้ลงนาม คนที่ 2": "นายก ข"}, "missing-companion"),
        ({"ผู้ลงนาม คนที่ 3": "นายก ข", "ตำแหน่ง คนที่ 3": "ครู"}, "missing-companion"),
    ],
)
def test_what_has_no_room_is_told_before_it_is_printed(values: dict[str, Any], code: str) -> None:
    found = checked(**values)
    assert [problem.code for problem in found.problems] == [code]
    assert found.records == ()


# ---------------------------------------------------------------- who signs, who is given


def test_two_and_three_sign_side_by_side() -> None:
    values = {"ผู้ลงนาม คนที่ 2": "นางสอง ดี", "ตำแหน่ง คนที่ 2": "ประธานกรรมการ"}
    more = {"ผู้ลงนาม คนที่ 3": "นายสาม ดี", "ตำแหน่ง คนที่ 3": "เลขานุการ"}
    for told, names in (
        (values, ["(นายทดสอบ ระบบดี)", "(นางสอง ดี)"]),
        ({**values, **more}, ["(นายทดสอบ ระบบดี)", "(นางสอง ดี)", "(นายสาม ดี)"]),
    ):
        lines = [one for one in laid_out(**told).pages[0].lines() if one.line.text.startswith("(")]
        assert [one.line.text for one in sorted(lines, key=lambda one: one.x)] == names
        assert len({round(one.baseline, 1) for one in lines}) == 1


def test_a_list_of_names_makes_one_each_and_loses_nothing() -> None:
    rows = [
        {"ผู้รับ": "พระมหาสมบูรณ์ สุทฺธิญาโณ", "เลขที่": "1/2567"},
        {"ผู้รับ": "  ทีมเยาวชนคนดี\u200b ", "สังกัด": "โรงเรียนริมโขง"},
        {"ผู้รับ": "Ms. Helen Marlowe"},
        {"ผู้รับ": "Ms. Helen Marlowe"},
    ]
    found = checked(*rows, **{"ผู้รับ": None, "สังกัด": "จังหวัดนครพนม"})
    assert [record.values["recipient"] for record in found.records] == [
        *("พระมหาสมบูรณ์ สุทฺธิญาโณ", "ทีมเยาวชนคนดี", "Ms. Helen Marlowe", "Ms. Helen Marlowe")
    ]
    assert [record.ref for record in found.records] == ["A-1", "A-2", "A-3", "A-4"]
    assert [str(record.values["affiliation"]) for record in found.records[:3]] == [
        *("จังหวัดนครพนม", "โรงเรียนริมโขง", "จังหวัดนครพนม")
    ]


def test_a_name_is_missed_only_where_nobody_gives_it() -> None:
    found = checked({"ผู้รับ": None, "สังกัด": "โรงเรียน"}, {"ผู้รับ": NAME}, **{"ผู้รับ": None})
    assert [problem.code for problem in found.problems] == ["missing-value"]
    assert [record.values["recipient"] for record in found.records] == [NAME]


def test_the_sample_has_recipients_of_many_kinds_on_one_page_each() -> None:
    records = sample("award").records
    assert len([record for record in records if record.ref.startswith("A-001-")]) == 12
    for record in records:
        assert len(ita_docs.lay_out(ita_docs.fill(record.kind, record)).pages) == 1
