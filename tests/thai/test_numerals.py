"""Numerals: the policy changes every number whole and leaves alone what Arabic digits belong to."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import arabic_digit_to_thai_digit, thai_digit_to_arabic_digit

from ita_docs.thai.numerals import KEEP_CLOSE, KEEP_OPEN, Policy, convert, keep, to_arabic, to_thai

POLICIES: tuple[Policy, ...] = ("thai", "arabic", "as-typed")

STAYS = [
    "https://ita2022.pracharath.ac.th",
    "ita2022.pracharath.ac.th",
    "http://www.obec.go.th:8080/ita/2567/index.php?id=66&page=2#5",
    "https://th.wikipedia.org/wiki/ประเทศไทย_2567?x=1",
    "https://x.go.th/ข่าว/2567/01",
    "bit.ly/25677",
    "a1@x.go.th",
    "ita.2567@obec.go.th,b2@x.go.th",
    "รายงาน2567.pdf",
    "แบบ01.docx",
    "งาน/2567/แบบ01.docx",
    "O43",
    "ITA2022",
    "COVID-19",
    "A4",
    "v1.2",
    "5G",
    "R2-D2",
    "HTML5",
    "CO2",
    "m2",
    "1st",
    "PM2.5",
    "PM 2.5",
    "O43/2567",
    "O1–O43",
    "ISO 9001",
    "ISO 9001:2015",
    "ISO/IEC 27001",
    "Windows 11",
    "Thailand 4.0",
    "26 June 2024",
    "21-30 June 2024",
    "No. 12",
    "192.168.1.1",
    "192.168.1.1/24",
    "10.0.0.1:8080",
    "192.168.1.1-192.168.1.20",
    "IP address 8.8.8.8",
]

CONVERTS = [
    "26 มิถุนายน 2567",
    "1,234.50 บาท",
    "2567",
    "50%",
    "3 G",
    "ม.3/1",
    "ป.6",
    "ศธ 0206.6/ว22",
    "ข้อ 1.2.3",
    "ข้อ 1.1.1.2",
    "10:30-12:00 น.",
    "08.30–16.30 น.",
    "พ.ศ.2567-2570",
    "26/06/2567",
    "2567(ITA)",
    "ITA(2567)",
    "ITA 2567",
    "1.ITA",
    "Tel.0 4362 4093",
    "LINE 5 ครั้ง",
    "Thailand 4 แห่ง",
    "กระทรวงฯ 3 แห่ง ต่าง ๆ 2",
]

MIXED = {
    "ตัวชี้วัด O43 จำนวน 43 ข้อ": "ตัวชี้วัด O43 จำนวน ๔๓ ข้อ",
    "ดูที่ www.obec.go.th/ita66 ข้อ 5": "ดูที่ www.obec.go.th/ita66 ข้อ ๕",
    "ดูที่www.obec.go.th/ita66และข้อ 5": "ดูที่www.obec.go.th/ita66และข้อ ๕",
    "ดูhttps://x.th/a1.pdf?id=2 หน้า 2": "ดูhttps://x.th/a1.pdf?id=2 หน้า ๒",
    "ita๒๐๒๒.pracharath.ac.th ปี ๒๕๖๗": "ita2022.pracharath.ac.th ปี ๒๕๖๗",
    "O๔๓ และ ๔๓": "O43 และ ๔๓",
    "๐๔2-513973": "๐๔๒-๕๑๓๙๗๓",
    "(O43) ภายใน 15 วัน": "(O43) ภายใน ๑๕ วัน",
    "192.168.1.1 จำนวน 2 เครื่อง": "192.168.1.1 จำนวน ๒ เครื่อง",
}


@pytest.mark.parametrize("text", STAYS)
def test_arabic_digits_stay(text: str) -> None:
    assert convert(text, "thai") == text
    assert convert(f"ปี 66 {text} ปี 67", "thai") == f"ปี ๖๖ {text} ปี ๖๗"
    assert convert(to_thai(text), "thai") == text


@pytest.mark.parametrize("text", CONVERTS)
def test_numbers_become_thai_and_come_back(text: str) -> None:
    assert convert(text, "thai") == to_thai(text)
    assert convert(to_thai(text), "arabic") == text


@pytest.mark.parametrize(("text", "thai"), MIXED.items())
def test_a_sentence_keeps_only_what_must_stay(text: str, thai: str) -> None:
    assert convert(text, "thai") == thai


@pytest.mark.parametrize(
    ("phrases", "text", "thai"),
    [
        (("แผน 5 ปี",), "แผน 5 ปี ใน 5 ปี", "แผน 5 ปี ใน ๕ ปี"),
        (("แผน 5 ปี",), "แผน  ๕ ปี", "แผน  5 ปี"),
        (("OBEC 2030",), "OBEC 2030 ปี 2030", "OBEC 2030 ปี ๒๐๓๐"),
        (("7 วัน",), "17 วัน 1.7 วัน 1-7 วัน 7 วัน", "๑๗ วัน ๑.๗ วัน ๑-๗ วัน 7 วัน"),
        (("มาตรา 7",), "มาตรา 77 มาตรา 7", "มาตรา ๗๗ มาตรา 7"),
        (("", " "), "ข้อ 5", "ข้อ ๕"),
        (("a(b 5",), "a(b 5 5", "a(b 5 ๕"),
    ],
)
def test_phrases_of_the_settings_stay_whole(phrases: tuple[str, ...], text: str, thai: str) -> None:
    assert convert(text, "thai", keep(phrases)) == thai


def test_marks_keep_digits_as_they_are() -> None:
    marked = f"5 {KEEP_OPEN}๒๕ of 25{KEEP_CLOSE} ๕"
    assert convert(marked, "thai") == f"๕ {KEEP_OPEN}๒๕ of 25{KEEP_CLOSE} ๕"
    assert convert(marked, "arabic") == f"5 {KEEP_OPEN}๒๕ of 25{KEEP_CLOSE} 5"
    assert convert(f"a{KEEP_OPEN}๒๕{KEEP_CLOSE}.pdf", "thai") == f"a{KEEP_OPEN}๒๕{KEEP_CLOSE}.pdf"


PIECES = st.sampled_from(
    [
        *"0123456789๐๒๕๙.,:/-–_@#%()[]\"' aAกข็\n",
        "O43",
        "www.",
        ".th",
        ".go.th",
        "https://",
        ".pdf",
        ".mp3",
        "ISO ",
        "Windows ",
        "June ",
        "IP ",
        "192.168.1.1",
        "1.1.1.1",
        "๒๕๖๗",
        "2567",
        "ปี",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text())
NUMBER = re.compile("[0-9๐-๙]+(?:[.,:/–-][0-9๐-๙]+)*")


@given(TEXTS, st.sampled_from(POLICIES))
def test_length_stays_and_twice_is_once(text: str, policy: Policy) -> None:
    once = convert(text, policy)
    assert len(once) == len(text)
    assert to_arabic(once) == to_arabic(text)
    assert convert(once, policy) == once


@given(TEXTS)
def test_no_number_is_half_converted(text: str) -> None:
    for number in NUMBER.findall(convert(text, "thai")):
        assert number in (to_thai(number), to_arabic(number))


@given(st.lists(PIECES, max_size=20).map("".join), st.lists(PIECES, min_size=1, max_size=4).map("".join))
def test_no_phrase_half_converts_a_number(text: str, phrase: str) -> None:
    for number in NUMBER.findall(convert(text + phrase + text, "thai", keep((phrase,)))):
        assert number in (to_thai(number), to_arabic(number))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_arabic_undoes_thai(text: str) -> None:
    assert convert(convert(text, "thai"), "arabic") == to_arabic(text) == convert(text, "arabic")


@given(TEXTS)
def test_as_typed_is_the_same(text: str) -> None:
    assert convert(text, "as-typed") is text


@given(st.text())
def test_digits_agree_with_pythainlp(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    if text:
        assert to_thai(text) == arabic_digit_to_thai_digit(text)
        assert to_arabic(text) == thai_digit_to_arabic_digit(text)


@pytest.mark.parametrize(
    "evil",
    [
        "a.",
        "1",
        "1,",
        "a1@",
        "1.1.1.",
        "a-1",
        "[1",
        "://",
        "ก1",
        "(",
        "x ",
        "https://x/ก",
        "ISO ",
        "26 ",
        ".pdf",
        "@",
        KEEP_OPEN,
    ],
)
@pytest.mark.parametrize("tail", ["", "a.docx", "@x"])
def test_long_text_takes_linear_time(evil: str, tail: str) -> None:
    started = time.perf_counter()
    convert(evil * (400_000 // len(evil)) + tail, "thai")
    assert time.perf_counter() - started < 5
