"""Text: one spelling for what looks the same, nothing visible lost, pieces as a reader sees them."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai import text as rules
from ita_docs.thai.text import Cleaned, clean, cut, graphemes, heading_key, normal_form, tag_name

REPAIRS = {
    "น\u0e4d\u0e49า": "น้ำ",
    "น\u0e49\u0e4dา": "น้ำ",
    "นำ\u0e49": "น้ำ",
    "ท\u0e4dา": "ทำ",
    "ค\u0e4dาส\u0e31\u0e48ง": "คำสั่ง",
    "เเผน": "แผน",
    "ที\u0e48\u0e48": "ที่",
    "ท\u0e48\u0e35": "ที่",
    "ก\u0e31\u0e31น": "กัน",
    "ผู\u0e39้": "ผู้",
    "พัน\u0e18\u0e4c\u0e38": "พัน\u0e18\u0e38\u0e4c",
    "การ\u200bประชุม": "การประชุม",
    "\ufeffเรื่อง": "เรื่อง",
    "ก\u200dข": "กข",
    "e\u0301": "é",
}
LEGAL = [
    "",
    "abc 123",
    "น้ำ",
    "คำสั่ง",
    "ที่ประชุมฯ ต่าง ๆ ฯลฯ",
    "แผน เเ".replace("เเ", "แ"),
    "สิทธิ์",
    "ฐิตธมฺโม",
    "ก์ ก็ กํ",
    "👨‍👩‍👧‍👦 👍🏽 🇹🇭 ❤️",
    "เกม 5\u00a0ข้อ",
    "พุทฺโธ",
    "ฤๅษี",
    "พ.ศ.\u00a0๒๕๖๗",
]
CLEANED = {
    "เรื่อง": Cleaned("เรื่อง", 0, False),
    "  a b  ": Cleaned("a b", 0, False),
    "ก\r\nข\rค\u2028ง\vจ": Cleaned("ก\nข\nค\nง\nจ", 0, False),
    "\n\n ก \n\n ข \n\n": Cleaned("ก\n\nข", 0, False),
    "ก\tข": Cleaned("ก ข", 0, False),
    "ก\x00ข\x07": Cleaned("กข", 2, False),
    "ก\ufdd0๒\ufdd1": Cleaned("ก๒", 2, False),
    "\u00a0ก\u00a0ข\u00a0": Cleaned("ก\u00a0ข", 0, False),
    "ก\u200bข": Cleaned("กข", 0, True),
    "น\u0e4d\u0e49า": Cleaned("น้ำ", 0, True),
    "e\u0301": Cleaned("é", 0, False),
    "👨‍👩‍👧": Cleaned("👨‍👩‍👧", 0, False),
}
MARKS = "ัิีึืฺุู็่้๊๋์ํๅำา"
THAI = st.text(st.sampled_from([*"กนทพเแ๑ ", *MARKS, "\u200b", "\u200c", "\u200d", "\ufeff", "e", "\u0301"]))
ANY = st.one_of(THAI, st.text())


@pytest.mark.parametrize(("typed", "normal"), REPAIRS.items())
def test_repairs(typed: str, normal: str) -> None:
    assert normal_form(typed) == normal


@pytest.mark.parametrize("text", LEGAL)
def test_legal_text_is_not_changed(text: str) -> None:
    assert normal_form(text) == text


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_not_changed(text: str) -> None:
    assert normal_form(text) == text


@given(ANY)
def test_normal_form_twice_is_once(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


@pytest.mark.parametrize(("typed", "cleaned"), CLEANED.items())
def test_cleaned(typed: str, cleaned: Cleaned) -> None:
    assert clean(typed) == cleaned


def letters(text: str) -> Counter[str]:
    """Every letter of a text, how often; sara am and sara ae counted as the two signs that look like them."""
    return Counter(c for c in normal_form(text).replace("แ", "เเ").replace("ำ", "ํา") if c.isalnum())


@given(ANY)
def test_clean_loses_no_letter(text: str) -> None:
    assert letters(clean(text).text) == letters(text)


@given(st.text(st.sampled_from("กข\n\r\t \x00\u00a0\u200b\ufdd0ำ่")))
def test_clean_twice_is_once(text: str) -> None:
    once = clean(text).text
    assert clean(once) == Cleaned(once, 0, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เรื่อง", " เรื่อง * "),
        ("วันที่", "วัน\u200bที่:"),
        ("เลขอ้างอิง", "เลข อ้างอิง (จำเป็น)"),
        ("Ref", "REF**"),
        ("น้ำ", "น\u0e4d\u0e49า"),
        ("ข้อ 1", "ข้อ ๑"),
        ("ที่", "ที่ (ถ้ามี) *:"),
    ],
)
def test_the_same_heading(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


def test_different_headings_stay_different() -> None:
    assert len({heading_key(name) for name in ("ที่", "วันที่", "เรื่อง", "เรียน", "งบ(บาท)", "งบ(ร้อยละ)", "*", "")}) == 7


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("ข้อกฎหมาย/ระเบียบ", "ข้อกฎหมาย_ระเบียบ"),
        ("เรื่อง", "เรื่อง"),
        ("ชื่อ-สกุล", "ชื่อ_สกุล"),
        ("งบ(บาท)", "งบ_บาท_"),
        ("1. ที่", "_1__ที่"),
        ("๑", "_๑"),
        ("คำสั่ง", "คำสั่ง"),
        ("ค\u0e4dาสั่ง", "คำสั่ง"),
        ("พ.ศ.", "พ_ศ_"),
        ("m²", "m_"),
        ("", "_"),
    ],
)
def test_tag_names(heading: str, name: str) -> None:
    assert tag_name(heading) == name


@given(ANY)
def test_a_tag_name_can_be_a_name(text: str) -> None:
    assert tag_name(text).isidentifier()
    assert tag_name(tag_name(text)) == tag_name(text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ที่นี่", ["ที่", "นี่"]),
        ("น้ำ", ["น้ำ"]),
        ("กำ", ["กำ"]),
        ("a1", ["a", "1"]),
        ("👨‍👩‍👧x", ["👨‍👩‍👧", "x"]),
        ("👍🏽", ["👍🏽"]),
        ("🇹🇭🇱🇦", ["🇹🇭", "🇱🇦"]),
        ("❤️", ["❤️"]),
        ("e\u0301", ["e\u0301"]),
        ("\r\n", ["\r\n"]),
        ("", []),
    ],
)
def test_graphemes(text: str, pieces: list[str]) -> None:
    assert graphemes(text) == pieces


@given(ANY, st.integers(0, 20))
def test_pieces_join_back_and_a_cut_is_a_beginning(text: str, length: int) -> None:
    assert "".join(graphemes(text)) == text
    short = cut(text, length)
    assert text.startswith(short)
    assert len(short) <= length or text == short
    assert graphemes(text)[: len(graphemes(short))] == graphemes(short)


@pytest.mark.parametrize(
    "evil", ["ก", "่", "ำ่้", "ํ่้", "เ", "ก่ิ", "\u200b", "\u200c", "ํ", "ิุ", "*", "👨‍", "\x00", "\n", "(ถ้ามี)"]
)
def test_long_text_takes_linear_time(evil: str) -> None:
    long = evil * (500_000 // len(evil)) + "x"
    normal_form(long), clean(long), graphemes(long), heading_key(long), heading_key(long[:-1])


@given(st.text(st.sampled_from([*"กนทพเแ๑ \na\u00a0é", *MARKS, "\u200b", "\u0301", "\x07", "\ufdd0", "\u0e3b", "ﷺ"])))
def test_text_that_is_not_suspect_needs_nothing(text: str) -> None:
    """The quick way out of `clean` and `normal_form` is taken only where the long way would change nothing."""
    if not rules.is_suspect(text):
        assert unicodedata.normalize("NFC", text) == text
        invisible = (rules.ZERO_WIDTH, rules.JOINERS, rules.CONTROL, rules.LINE_ENDS)
        assert not any(pattern.search(text) for pattern in invisible)
        assert all(pattern.sub(replacement, text) == text for pattern, replacement in rules.REPAIRS)
