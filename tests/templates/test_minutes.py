"""The report of a meeting against the regulation's parts and measures (saraban-spec §2, §10), as our pages have it."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any
from zipfile import ZipFile

import pandas
import pytest

import ita_docs
from ita_docs.pages.model import Page, PlacedLine
from ita_docs.records.record import Checked

from .test_every_kind import package, sample

CM = 72 / 2.54
MM = CM / 10
LEFT, INDENT, MIDDLE = 3 * CM, 5.5 * CM, 11 * CM
HEIGHT = 16 * 1.13
MEETING = {
    "เลขอ้างอิง": "R",
    "คณะที่ประชุม": "คณะทำงาน",
    "วันที่": "26/6/2567",
    "เริ่มประชุมเวลา": "09.00",
    "เลิกประชุมเวลา": "10.00",
    "สถานที่": "ห้องประชุม",
    "ผู้จดรายงานการประชุม": "นายทดสอบ ระบบดี",
}


def checked(
    people: list[dict[str, Any]] | None = None, agenda: list[dict[str, Any]] | None = None, **values: Any
) -> Checked:
    book = {"รายงานการประชุม": pandas.DataFrame([{**MEETING, **values}])}
    for sheet, rows in (("ผู้เข้าประชุม", people), ("ระเบียบวาระ", agenda or [{"วาระที่": 1, "ข้อความ": "ก"}])):
        if rows:
            book[sheet] = pandas.DataFrame([{"เลขอ้างอิง": "R", **row} for row in rows])
    return ita_docs.check(ita_docs.load_kind("minutes"), book)


def said(*told: Any, **values: Any) -> list[str]:
    """What the report of a meeting says, line by line of its first page."""
    found = checked(*told, **values)
    assert [problem for problem in found.problems if problem.severity == "error"] == []
    [record] = found.records
    pages = ita_docs.lay_out(ita_docs.fill(record.kind, record)).pages
    placed = [one for page in pages for one in sorted(page.lines(), key=lambda one: (round(one.baseline), one.x))]
    return [" ".join(one.line.text.split()) for one in placed if one.line.text.strip()]


@cache
def pages(ref: str) -> tuple[Page, ...]:
    [record] = [record for record in sample("minutes").records if record.ref == ref]
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind("minutes"), record)).pages


def line(ref: str, begins: str, page: int = 0) -> PlacedLine:
    return next(one for one in pages(ref)[page].lines() if one.line.text.strip().startswith(begins))


def start(placed: PlacedLine) -> float:
    """Where the first letter of a line stands, in points from the paper's left edge."""
    return placed.x + min(run.x for run in placed.line.runs)


# ---------------------------------------------------------------- measures


def test_no_emblem_and_the_text_begins_two_and_a_half_centimetres_down() -> None:
    printed = [one for one in pages("R-001")[0].lines() if one.line.runs]
    first = min(printed, key=lambda one: one.baseline)
    assert first.line.text.startswith("รายงานการประชุมคณะกรรมการ")
    assert 2.5 * CM < first.baseline < 2.5 * CM + HEIGHT
    assert [picture for page in pages("R-001") for one in page.lines() for picture in one.line.pictures] == []


@pytest.mark.parametrize("begins", ["รายงานการประชุม", "ครั้งที่", "เมื่อวันที่", "ณ "])
def test_the_head_is_centred_line_by_line(begins: str) -> None:
    placed = line("R-001", begins)
    assert start(placed) - LEFT == pytest.approx(19 * CM - start(placed) - width(placed), abs=MM)


def width(placed: PlacedLine) -> float:
    """From the first letter of a line to the end of its last."""
    runs = placed.line.runs
    return max(run.x + run.width for run in runs) - min(run.x for run in runs)


def test_headings_at_the_margin_texts_two_and_a_half_centimetres_in() -> None:
    for begins in ("ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม", "เริ่มประชุมเวลา", "ระเบียบวาระที่ ๑"):
        assert start(line("R-001", begins)) == pytest.approx(LEFT, abs=MM)
    for begins in ("เมื่อผู้มา", "ประธานแจ้ง", "มติที่ประชุม"):
        assert start(line("R-001", begins)) == pytest.approx(INDENT, abs=MM)


def test_three_lines_to_sign_in() -> None:
    ended, name, post = (line("R-004", begins).baseline for begins in ("เลิกประชุม", "(นาง", "นักวิชาการเงิน"))
    assert name - ended == pytest.approx(4 * HEIGHT, abs=1)
    assert post - name == pytest.approx(HEIGHT, abs=0.5)


def test_later_pages_are_numbered_between_hyphens() -> None:
    tops = [min(page.lines(), key=lambda one: one.baseline).line.text.strip() for page in pages("R-002")]
    assert tops[1:] == ["- ๒ -", "- ๓ -", "- ๔ -", "- ๕ -"]


# ---------------------------------------------------------------- who was there


def test_lists_are_there_only_with_people_and_who_has_no_status_came() -> None:
    people = [
        {"ชื่อ-นามสกุล": "นายหนึ่ง ดี", "ตำแหน่ง": "ครู", "หน้าที่ในที่ประชุม": "ประธาน", "สถานะ": None},
        {"ชื่อ-นามสกุล": "นางสอง ดี", "สถานะ": "ผู้ไม่มาประชุม", "หน้าที่ในที่ประชุม": "กรรมการ", "เหตุที่ไม่มา": "ติดราชการ"},
        {"ชื่อ-นามสกุล": "นายสาม ดี", "สถานะ": "ผู้มาประชุม", "แทน": "แทน ผู้อำนวยการ"},
    ]
    lines = said(people)
    assert lines[3:10] == ["ผู้มาประชุม", "๑.", "นายหนึ่ง ดี", "ครู", "ประธาน", "๒.", "นายสาม ดี"]
    assert lines[10:16] == ["แทน ผู้อำนวยการ", "ผู้ไม่มาประชุม", "๑.", "นางสอง ดี", "กรรมการ", "ติดราชการ"]
    assert "ผู้เข้าร่วมประชุม" not in lines
    assert said()[3] == "เริ่มประชุมเวลา ๐๙.๐๐ น."


def test_forty_five_people_over_two_pages() -> None:
    numbers = [
        one.line.text.strip()
        for page in pages("R-002")[:2]
        for one in sorted(page.lines(), key=lambda one: one.baseline)
        if re.fullmatch(r"[๐-๙]+\.", one.line.text.strip()) and start(one) == pytest.approx(LEFT, abs=MM)
    ]
    assert len(numbers) == 45
    assert (numbers[0], numbers[-1]) == ("๑.", "๔๕.")


# ---------------------------------------------------------------- the agenda


def test_items_come_in_order_of_their_number_and_matters_are_counted_where_there_are_several() -> None:
    lines = said(
        None,
        [
            {"วาระที่": 2, "เรื่อง": "ข", "มติที่ประชุม": "มติที่ประชุม รับทราบ"},
            {"วาระที่": 1, "เรื่อง": "ก"},
            {"วาระที่": 2, "วาระ": "เรื่องสืบเนื่อง", "เรื่อง": "ค", "มติที่ประชุม": "เห็นชอบ\nและให้แจ้งเวียน"},
        ],
    )
    assert lines[4:-3] == [
        "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ก",
        "ระเบียบวาระที่ ๒ เรื่องสืบเนื่อง",
        "๒.๑ ข",
        "มติที่ประชุม รับทราบ",
        "๒.๒ ค",
        "มติที่ประชุม เห็นชอบ",
        "และให้แจ้งเวียน",
    ]


def test_what_nobody_names_is_called_as_in_the_form() -> None:
    lines = said(None, [{"วาระที่": number, "ข้อความ": "ก"} for number in range(1, 7)])
    assert [one for one in lines if one.startswith("ระเบียบวาระ")] == [
        "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ ๒ เรื่องรับรองรายงานการประชุม",
        "ระเบียบวาระที่ ๓ เรื่องที่เสนอให้ที่ประชุมทราบ",
        "ระเบียบวาระที่ ๔ เรื่องที่เสนอให้ที่ประชุมพิจารณา",
        "ระเบียบวาระที่ ๕ เรื่องอื่น ๆ",
        "ระเบียบวาระที่ ๖",
    ]


def test_a_number_that_is_left_out_stays_left_out() -> None:
    lines = said(None, [{"วาระที่": number, "เรื่อง": matter} for number in (1, 3) for matter in "กข"])
    assert lines[4:10] == [
        *("ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "๑.๑ ก", "๑.๒ ข"),
        *("ระเบียบวาระที่ ๓ เรื่องที่เสนอให้ที่ประชุมทราบ", "๓.๑ ก", "๓.๒ ข"),
    ]


def test_word_counts_the_items() -> None:
    parts = package("minutes")
    levels = re.findall('w:lvlText w:val="([^"]*)"', parts["word/numbering.xml"].decode())
    assert levels == ["ระเบียบวาระที่ %1", "%1.%2"]
    [record] = [record for record in sample("minutes").records if record.ref == "R-002"]
    with ZipFile(io.BytesIO(ita_docs.fill(record.kind, record))) as made:
        body = made.read("word/document.xml").decode()
    assert body.count('<w:pStyle w:val="AgendaNumbered"/>') == 5
    assert body.count('<w:pStyle w:val="ItemNumbered"/>') == 4
    assert 'AgendaHeading"' not in body


def test_a_heading_never_ends_a_page() -> None:
    for ref in ("R-001", "R-002"):
        for page in pages(ref)[:-1]:
            last = max(page.lines(), key=lambda one: one.baseline).line.text
            assert not re.match(r"ระเบียบวาระที่|[๐-๙]+\.[๐-๙] ", last.strip())


# ---------------------------------------------------------------- the end


def test_the_signatures_stay_with_each_other_and_with_the_end_of_the_text() -> None:
    words = ("เลิกประชุม", "(นาง", "ผู้จดรายงานการประชุม", "(นาย", "ผู้ตรวจรายงานการประชุม")
    text = "ประธานแจ้งให้ที่ประชุมทราบ"
    for count in range(14, 34):
        agenda = [{"วาระที่": 1, "ข้อความ": "\n".join([text] * count)}]
        found = checked(None, agenda, **{"ผู้จดรายงานการประชุม": "นางจด ดี", "ผู้ตรวจรายงานการประชุม": "นายตรวจ ดี"})
        [record] = found.records
        last = ita_docs.lay_out(ita_docs.fill(record.kind, record)).pages[-1]
        lines = [one.line.text.strip() for one in last.lines()]
        assert all(any(one.startswith(word) for one in lines) for word in words), count
        assert text in lines


def test_labels_typed_with_their_values_are_not_doubled() -> None:
    lines = said(**{"คณะที่ประชุม": "รายงานการประชุมคณะทำงาน", "สถานที่": "ณ ห้องประชุม ณ อาคาร ๑"})
    assert lines[:3] == [
        "รายงานการประชุมคณะทำงาน",
        "เมื่อวันที่ ๒๖ มิถุนายน ๒๕๖๗ เวลา ๐๙.๐๐ น.",
        "ณ ห้องประชุม ณ อาคาร ๑",
    ]


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"เริ่มประชุมเวลา": "9:30", "เลิกประชุมเวลา": "10:00น."}, []),
        ({"เลิกประชุมเวลา": "08.59"}, ["not-after"]),
        ({"เลิกประชุมเวลา": None}, ["missing-value"]),
        ({"ครั้งที่": "1/2566"}, ["number-year-mismatch"]),
        ({"ปฏิบัติราชการแทน/รักษาการ (ผู้จดรายงานการประชุม)": "รักษาการแทน"}, ["missing-companion"]),
    ],
)
def test_what_is_told(values: dict[str, Any], codes: list[str]) -> None:
    assert [problem.code for problem in checked(**values).problems] == codes


def test_without_an_agenda_the_text_is_what_was_said() -> None:
    kind = ita_docs.load_kind("minutes")
    bare = ita_docs.check(kind, {"รายงานการประชุม": pandas.DataFrame([MEETING])})
    assert [problem.code for problem in bare.problems] == ["missing-value"]
    told = ita_docs.check(kind, {"รายงานการประชุม": pandas.DataFrame([{**MEETING, "ข้อความเปิดประชุม": "ก"}])})
    assert told.problems == ()
