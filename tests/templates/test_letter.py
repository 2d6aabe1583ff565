"""The letter on paper against the regulation's measures (saraban-spec §2, §3, §5, §16), as our pages have it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import ita_docs
from ita_docs.pages.model import Page, PlacedLine

from .test_every_kind import sample

CM = 72 / 2.54
CENTRE, LEFT, INDENT = 10.5 * CM, 3 * CM, 5.5 * CM
MM = CM / 10


@cache
def pages(ref: str) -> tuple[Page, ...]:
    [record] = [record for record in sample("letter").records if record.ref == ref]
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind("letter"), record)).pages


def line(ref: str, begins: str, page: int = 0) -> PlacedLine:
    return next(one for one in pages(ref)[page].lines() if one.line.text.strip().startswith(begins))


def start(placed: PlacedLine) -> float:
    """Where the first letter of a line stands, in points from the paper's left edge."""
    return placed.x + min(run.x for run in placed.line.runs)


def emblem() -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the only picture on a letter."""
    [(at, picture)] = [(one, picture) for one in pages("L-001")[0].lines() for picture in one.line.pictures]
    left, top = at.x + picture.x, at.y + picture.y
    return left, top, left + picture.width, top + picture.height


def test_the_emblem_is_three_centimetres_in_the_middle_of_the_paper() -> None:
    left, top, right, bottom = emblem()
    assert bottom - top == pytest.approx(3 * CM, abs=0.2)
    assert (left + right) / 2 == pytest.approx(CENTRE, abs=MM)
    assert top == pytest.approx(1.5 * CM, abs=MM)


def test_number_and_sender_stand_level_with_the_emblems_feet() -> None:
    number, sender = line("L-001", "ที่ ศธ"), line("L-001", "สำนักงานเขต")
    assert number.baseline == pytest.approx(sender.baseline, abs=0.1)
    assert emblem()[3] == pytest.approx(number.baseline, abs=2 * MM)
    assert start(number) == pytest.approx(LEFT, abs=MM)
    assert start(sender) > CENTRE


@pytest.mark.parametrize(
    ("ref", "begins"), [("L-001", "๓ มิถุนายน"), ("L-001", "ขอแสดงความนับถือ"), ("L-003", "ขอแสดงความนับถืออย่างยิ่ง")]
)
def test_date_and_closing_begin_at_the_papers_centre_line(ref: str, begins: str) -> None:
    assert start(line(ref, begins)) == pytest.approx(CENTRE, abs=MM)


def test_the_gaps() -> None:
    """6 pt above every part, 12 pt above the closing, three lines for the signature (§2)."""
    height = 16 * 1.13
    parts = ["เรื่อง", "เรียน", "สิ่งที่ส่งมาด้วย"]
    baselines = [line("L-001", part).baseline for part in parts]
    assert [below - above for above, below in pairwise(baselines)] == pytest.approx([height + 6] * 2, abs=0.5)
    conclusion, closing, name, post, unit = (
        line("L-001", begins).baseline for begins in ("จึงเรียน", "ขอแสดง", "(นาย", "ผู้อำนวยการสำนักงานเขต", "กลุ่มกฎหมาย")
    )
    assert closing - conclusion == pytest.approx(height + 12, abs=0.5)
    assert name - closing == pytest.approx(4 * height, abs=1)
    assert post - name == pytest.approx(height, abs=0.5)
    assert unit - post == pytest.approx(4 * height, abs=1)
    assert start(line("L-001", "กลุ่มกฎหมาย")) == pytest.approx(LEFT, abs=MM)


def test_paragraphs_begin_two_and_a_half_centimetres_in() -> None:
    for begins in ("ด้วยสำนักงาน", "ในการนี้", "จึงเรียน"):
        assert start(line("L-001", begins)) == pytest.approx(INDENT, abs=MM)


def test_the_addressee_decides_the_words() -> None:
    said = {
        record.ref: (
            record.values["opening"] or record.values["to"].opening,
            record.values["closing"] or record.values["to"].closing,
        )
        for record in sample("letter").records
    }
    assert said["L-001"] == ("เรียน", "ขอแสดงความนับถือ")
    assert said["L-003"] == ("กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง")
    assert said["L-004"] == ("นมัสการ", "ขอนมัสการด้วยความเคารพ")
    assert line("L-004", "นมัสการ")
    assert line("L-004", "ขอนมัสการด้วยความเคารพ")


def test_one_letter_to_sixty_two_addressees() -> None:
    sent = [record for record in sample("letter").records if record.ref.startswith("L-005")]
    assert [record.ref for record in sent] == [f"L-005-{number:02}" for number in range(1, 63)]
    assert len({record.values["to"] for record in sent}) == 62
    assert {record.values["subject"] for record in sent} == {sent[0].values["subject"]}
    assert str(sent[0].values["number"]) != str(sent[-1].values["number"])
    assert [len(record.values["enclosures"]) for record in (sent[0], sent[-1])] == [1, 2]


def test_a_royal_addressee_is_refused(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    values = {
        "เลขอ้างอิง": "L",
        "ส่วนราชการเจ้าของหนังสือ": "ก",
        "เรื่อง": "ข",
        "ข้อความ": "ค",
        "ผู้ลงนาม": "นายก ข",
        "ตำแหน่ง": "ง",
    }
    frame = pandas.DataFrame([{**values, "เรียน": "สมเด็จพระเทพรัตนราชสุดาฯ สยามบรมราชกุมารี"}])
    checked = ita_docs.check(ita_docs.load_kind("letter"), {"หนังสือภายนอก": frame})
    assert [item.code for item in checked.problems] == ["royal-addressee"]
    assert not checked.records
