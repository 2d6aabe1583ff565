"""What offices' own texts say against their data. The slips are those of published reports."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from ita_docs.assessment.shares import share_claims
from ita_docs.assessment.wording import doubled, wording_claims

from .books import Rows, checked, office, scored
from .offices import NAKHON_PHANOM_ITEMS

CLAIMS = re.findall(
    r"[\w-]+",
    "percentage-claim level-claim figure-claim count-claim doubled-sign trend-claim range-claim item-name-claim "
    "year-claim doubled-words misspelt-term other-office",
)
PAST: Rows = [{"ปี": 2563, "คะแนน": 85.20}]
OTHERS = office(รหัส="B", ชื่อหน่วยงาน="โรงเรียนสาธิตแห่งที่หนึ่ง", ชื่อย่อ="โรงเรียนสาธิต")


def found(text: str, **sheets: Rows) -> list[tuple[str, str]]:
    """(code, severity) of what is said of a text of the office whose figures are known."""
    sheets = {"เนื้อหา": [{"ส่วน": "ภาพรวม", "ข้อความ": text}], "ผลย้อนหลัง": PAST, **sheets}
    return [(item.code, item.severity) for item in scored(**sheets).problems if item.code in CLAIMS]


SLIPS = {
    "ตัวชี้วัดที่ 9 ได้คะแนน 78.62 ซึ่งอยู่ในระดับ C": "level-claim",
    "๗๘.๖๒ คะแนน ระดับ ค หรือ ได้ ๗๘.๖๒ อยู่ในเกรด C": "level-claim",
    "ได้คะแนน 81.76 คะแนน จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ A": "level-claim",
    "อยู่ในระดับ AA (Very Good)": "level-claim",
    "ผู้เข้าร่วม ๖๒ คน จาก ๖๕ คน คิดเป็นร้อยละ ๙๖.๙๒": "percentage-claim",
    "จำนวน 20 ตัวชี้วัดย่อย จาก 33 ตัวชี้วัดย่อย คิดเป็นร้อยละ 60.60": "percentage-claim",
    "ผ่าน 505 จาก 739 คน คิดเป็นร้อยละ 74.33": "percentage-claim",
    "เข้าร่วมร้อยละ 98.42 (62 จาก 63)": "percentage-claim",
    "62 คน จาก 65 คน (96.92 %)": "percentage-claim",
    "ทั้งหมดจำนวน 739 คน ผ่านจำนวน 505 คน คิดเป็นร้อยละ 74.33": "percentage-claim",
    "เรื่องการเปิดเผยข้อมูล (คะแนน 76.62)": "figure-claim",
    "ตัวชี้วัดที่ ๙ ได้คะแนนร้อยละเฉลี่ย ๙๔.๖๔": "figure-claim",
    "ตัวชี้วัดย่อยที่ 9.3 การบริหารเงินงบประมาณ (คะแนน 85.71)": "figure-claim",
    "แบบ IIT มีค่าน้ำหนักคะแนน 29.19": "figure-claim",
    "ผลการประเมิน ITA ปี 2564 มีคะแนนรวม 85.30 คะแนน": "figure-claim",
    "ในปี 2563 ผลการประเมิน ITA คะแนนรวม 86.20": "figure-claim",
    "ตัวชี้วัดที่ 1-5 ได้คะแนนเท่ากับ 100 (เป็นคะแนนที่ได้ทำการคูณค่าน้ำหนักแล้ว)": "figure-claim",
    "เทียบกับปีที่ผ่านมา ลดลง -3.44 คะแนน": "doubled-sign",
    "คะแนนเพิ่มขึ้น 3.44 คะแนน": "trend-claim",
    "9.1 ข้อมูลพื้นฐาน (O1-O10)": "range-claim",
    "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (O๑ - O๓๐) และ ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต (O๓๑ - ๔๓)": "range-claim",
    "แบบวัด EIT ตัวชี้วัดที่ 1-5": "range-claim",
    "O11 รายงานผลการดำเนินงานประจำปี 2564": "item-name-claim",
    "๐๒๘ ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ": "item-name-claim",
    "เผยแพร่บนเว็บไซต์ของ สพป.สุรินทร์ เขต 3": "other-office",
    "บุคลากรของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาสุรินทร์": "other-office",
}


@pytest.mark.parametrize(("text", "code"), SLIPS.items())
def test_a_slip_is_told(text: str, code: str) -> None:
    assert {code} == {code for code, _ in found(text)}
    assert "warning" in [severity for _, severity in found(text)]


MAYBE = {
    "คิดเป็นผู้ผ่าน 505 คน จาก 739 คน คิดเป็นเฉลี่ยร้อยละ 74.33": "percentage-claim",
    "ในปีงบประมาณ พ.ศ. 2564 จะมีผลคะแนนที่เพิ่มขึ้นจากปัจจัยดังกล่าว": "trend-claim",
    "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (O1-O30)": "range-claim",
    "ศึกษาดูงาน ณ สพป.สุรินทร์ เขต 3": "other-office",
    "ได้แก่ สพม.สระบุรี สพม.ลพบุรี และ สพม.น่าน": "other-office",
    "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต ๒๒": "other-office",
    "ประกาศบนเว็บไซต์กรมฯ": "other-office",
    "มีรายละเอียดดังต่อไปนี้ ดังต่อไปนี้": "doubled-words",
    "หน้าที่ของของกลุ่ม": "doubled-words",
    "นางนางสาวสมศรี": "doubled-words",
    "นโยบาย No Give Policy": "misspelt-term",
    "ZORO Tolerance คนไทยไม่ทน": "misspelt-term",
}


@pytest.mark.parametrize(("text", "code"), MAYBE.items())
def test_what_may_be_right_is_only_noted(text: str, code: str) -> None:
    assert found(text) == [(code, "info")]


FINE = """
ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้คะแนน 78.62 ซึ่งอยู่ในระดับ B และตัวชี้วัดที่ 10 ได้ 31.25 อยู่ในระดับ F
มีคะแนนรวม 81.76 คะแนน จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ B ลดลง 3.44 คะแนน จากปีก่อน
คะแนน 85.00 - 94.99 อยู่ในระดับ A ต่ำกว่า 85 คะแนน อยู่ในระดับ B ลงไป
IIT 29.86 คะแนน อยู่ในระดับ AA
(2) เรื่องการป้องกันการทุจริต อยู่ในระดับ F
ครู 62 คน จาก 65 คน คิดเป็นร้อยละ 95.38 และ 95 หรือร้อยละ 95.4 (62/65)
ปี 2564 ลดลงจากปี 2563 ร้อยละ 4.04
บุคลากรทั้งหมด 65 คน ชาย 20 คน หญิง 45 คน คิดเป็นร้อยละ 69.23
ได้ 29.86 คะแนน จากคะแนนเต็ม 30 คะแนน คิดเป็นร้อยละ 99.52
แบบ IIT ได้ 29.86 คะแนน คิดเป็นร้อยละ 99.52
ตัวชี้วัดที่ 9 ตั้งเป้าหมายให้ได้คะแนน 90.00 ขึ้นไป เวลา 08.30 น.
ยกระดับตัวชี้วัดที่ 10 ให้ได้ร้อยละ 95.50
ในปี 2566 ตัวชี้วัดที่ 9 ได้คะแนน 88.88
ผู้เข้าอบรมมีความพึงพอใจในภาพรวม ร้อยละ 95.27
ในปีงบประมาณ พ.ศ. 2564 มีผลคะแนนลดลง
9.1 ข้อมูลพื้นฐาน (O1-O9) ตัวชี้วัดที่ 9 และตัวชี้วัดที่ 10 (O1-O43) ตัวชี้วัดที่ 9 ข้อ O1-O5 ยังไม่ครบ
ตัวชี้วัดที่ 1-5 (IIT) ตัวชี้วัดที่ 6-8 (EIT)
O12 รายงานผลการดำเนินงานประจำปี 2564 และ O1 โครงสร้างหน่วยงาน
สพม.นครพนม สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา นครพนม ได้ดำเนินการ ร่วมกับสำนักงานศึกษาธิการจังหวัดนครพนม
สำนักงานเขตพื้นที่การศึกษาประถมศึกษาและมัธยมศึกษา
นักเรียนเรียนรู้ในโรงเรียนเรียนรวม ต่าง ๆ และต่าง ๆ โครงการการจัดการเรียนรู้ เจ้าของของเดิม มาตรการการป้องกัน
ข้อ คะแนน ข้อ คะแนน ข้อ คะแนน
........................................ _______________ กกกกกกก 100 100 100 100
No Gift Policy และ Zero Tolerance
ได้คะแนนรวม 18.50 คะแนน จากคะแนนเต็ม 20 คะแนน คิดเป็นร้อยละ 92.50
คะแนนเฉลี่ย 4.51 อยู่ในระดับ A
ค่าเฉลี่ยของประเทศ ตัวชี้วัดที่ 9 เท่ากับ 88.70
ระดับ A คือ 85.00-94.99 คะแนน ระดับ B คือ 75.00 - 84.99 คะแนน ระดับ C
"""


@pytest.mark.parametrize("text", FINE.strip().splitlines())
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_every_text_of_a_report_is_read_and_told_at_its_cell() -> None:
    slip = "62 คน จาก 65 คน คิดเป็นร้อยละ 96.92"
    found = checked(
        [office(คำนำ=slip)],
        เนื้อหา=[{"ส่วน": "ความเป็นมา", "หัวข้อ": slip, "ข้อความ": f"| ก | ข |\n| {slip} | ค |"}],
        มาตรการ=[{"ตัวชี้วัด": 9, "มาตรการ": "ก", "ขั้นตอน": f"1. ก\n2. {slip}", "ประเด็น": slip}],
        ผลการดำเนินงาน=[{"กิจกรรม": "ก", "สรุปผล": slip, "ผลลัพธ์": slip}],
        คะแนน_OIT=[{"ข้อ": "O1", "คะแนน": 0, "ข้อเสนอแนะ": slip}],
    )
    at = [
        (item.place["frame"], item.column) for item in found.problems if item.code == "percentage-claim" and item.place
    ]
    assert sorted(at) == sorted(
        [
            ("หน่วยงาน", "คำนำ"),
            ("เนื้อหา", "หัวข้อ"),
            ("เนื้อหา", "ข้อความ"),
            ("มาตรการ", "ขั้นตอน"),
            ("มาตรการ", "ประเด็น"),
            ("ผลการดำเนินงาน", "สรุปผล"),
            ("ผลการดำเนินงาน", "ผลลัพธ์"),
            ("คะแนน OIT", "ข้อเสนอแนะ"),
        ]
    )


def test_a_text_of_all_offices_is_told_of_once() -> None:
    text = [{"รหัส": "*", "ส่วน": "ความเป็นมา", "ข้อความ": "62 จาก 65 คน คิดเป็นร้อยละ 96.92 ดังต่อไปนี้ดังต่อไปนี้"}]
    found = checked([office(), OTHERS], เนื้อหา=text)
    assert len(found.records) == 2
    assert [item.code for item in found.problems if item.code in CLAIMS] == ["doubled-words", "percentage-claim"]


def test_names_of_the_workbook_s_own_offices_are_known_whatever_they_are() -> None:
    text: Rows = [{"ส่วน": "ความเป็นมา", "ข้อความ": "ตามแผนของโรงเรียนสาธิตแห่งที่หนึ่ง"}]
    said = [item for item in checked([office(), OTHERS], เนื้อหา=text).problems if item.code == "other-office"]
    assert [(item.value, item.severity) for item in said] == [("โรงเรียนสาธิตแห่งที่หนึ่ง", "warning")]


def test_parts_about_ranks_may_name_other_offices() -> None:
    text = "สพป.สุรินทร์ เขต 3 ได้ลำดับแรก"
    assert found(text, เนื้อหา=[{"ส่วน": "อันดับ", "ข้อความ": text}]) == []


def test_a_figure_that_is_another_office_s_says_whose() -> None:
    both = [
        {f"ตัวชี้วัด {n}": 90 for n in range(1, 9)} | {"รหัส": ref, "ปี": 2564, "ตัวชี้วัด 9": nine}
        for ref, nine in (("A", 78.62), ("B", 94.64))
    ]
    text: Rows = [{"ส่วน": "ภาพรวม", "ข้อความ": "ตัวชี้วัดที่ 9 ได้ 94.64 คะแนน"}]
    (said,) = [p for p in checked([office(), OTHERS], คะแนนตัวชี้วัด=both, เนื้อหา=text).problems if p.code == "figure-claim"]
    assert "94.64 ซึ่งเป็นคะแนนของ โรงเรียนสาธิต" in said.message
    assert said.worded("en").message.endswith("not 94.64, which is “โรงเรียนสาธิต”'s.")


def test_years_of_measures_and_dates_of_results() -> None:
    plan: dict[str, Any] = {"ตัวชี้วัด": 9, "มาตรการ": "ก"}
    found = checked(
        [office(ปีงบประมาณ=2567)],
        มาตรการ=[
            {**plan, "ระยะเวลา": "1 ตุลาคม 2566 – 30 กันยายน 2567", "การกำกับติดตาม": "รายงานทุกไตรมาส ปีงบประมาณ พ.ศ. ๒๕๖๖"},
            {**plan, "ระยะเวลา": "มกราคม 2566", "การกำกับติดตาม": "ตามระเบียบฯ พ.ศ. 2526 ถึงปี 2568"},
        ],
        ผลการดำเนินงาน=[
            {"กิจกรรม": "ก", "วันที่": day} for day in ("19 มกราคม 2566", "1 ตุลาคม 2566", "30 กันยายน 2567", "1 ตุลาคม 2567")
        ],
    )
    said = [(item.value, item.severity) for item in found.problems if item.code == "year-claim"]
    assert said == [
        ("ปีงบประมาณ พ.ศ. 2566", "info"),
        ("มกราคม 2566", "info"),
        ("19 มกราคม 2566", "info"),
        ("1 ตุลาคม 2567", "info"),
    ]


def test_the_range_of_the_year_that_a_text_is_of() -> None:
    text = "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล (O๑ - O๓๓) มีข้อมูลสมบูรณ์"
    rows: Rows = [{"ส่วน": "ความเป็นมา", "ข้อความ": text}, {"ส่วน": "ความเป็นมา", "ข้อความ": f"ปี ๒๕๖๖ {text}"}]
    for assessed, codes in ((2565, ["range-claim"]), (2566, ["range-claim", "range-claim"])):
        problems = checked([office(ปีงบประมาณ=2566, ปีที่ประเมิน=assessed)], เนื้อหา=rows).problems
        assert [item.code for item in problems if item.code in CLAIMS] == codes


def test_how_many_are_complete_is_counted() -> None:
    states: Rows = [{"ปี": 2564, "ข้อ": f"O{n}", "สถานะ": "ข้อมูลสมบูรณ์" if n <= 26 else "ควรปรับปรุง"} for n in range(1, 44)]
    text = "ความพร้อมของข้อมูล จำนวน {} ตัวชี้วัดย่อย จาก 43 ตัวชี้วัด คิดเป็นร้อยละ {}"
    for count, percent, codes in ((26, "60.47", []), (27, "62.79", ["count-claim"])):
        rows: Rows = [{"ส่วน": "ความเป็นมา", "ข้อความ": text.format(count, percent)}]
        problems = checked(คะแนน_OIT=states, เนื้อหา=rows).problems
        assert [item.code for item in problems if item.code in CLAIMS] == codes


def test_an_office_without_a_framework_still_has_its_words_read() -> None:
    rows: Rows = [{"ส่วน": "ก", "ข้อความ": "ของของ 78.62 ระดับ C ตัวชี้วัดที่ 9 ได้คะแนน 12.34"}]
    problems = checked([office(ต้นสังกัด=None)], เนื้อหา=rows).problems
    assert "figure-claim" not in [item.code for item in problems]
    assert "doubled-words" in [item.code for item in problems]


@pytest.mark.parametrize(
    "piece", [".", "ก", "1 ", "ระดับ A ", "1 จาก 2 ร้อยละ ", "O1-", "ตัวชี้วัดที่ 9 ได้ 12.34 ", "กขคงจฉชซ", "และ ", " "]
)
def test_a_long_text_is_read_in_one_pass(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        for _ in (*wording_claims(text), *share_claims(text)):
            pass
        return time.process_time() - start

    assert seconds(200_000) < 20 * seconds(40_000) + 0.5


def test_phrases_that_are_typed_twice() -> None:
    assert list(doubled("บ่งชี้ให้เห็นว่าหน่วยงานบ่งชี้ให้เห็นว่าหน่วยงาน หน่วยงานยัง")) == ["บ่งชี้ให้เห็นว่าหน่วยงาน"]
    assert list(doubled("ตัวชี้วัด ตัวชี้วัดย่อย")) == []
    assert NAKHON_PHANOM_ITEMS[43] == 0
