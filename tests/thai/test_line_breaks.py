"""Where a line may break: the cases Word showed (docs/word-breaking.md) and what holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from ita_docs.thai.line_breaks import break_points

THAI = "กขคงจชดตทนบปผพมยรลวสหอะาิีึืุูัเแโใไ็่้์ำๆฯ"
STRANGE = "😀👨\u200d👩e\u0301\u0903\ud800\U0001f1f9\U0001f1ed\r\n\ufffc\u00a0\u200b\u11a8한"
texts = st.text(alphabet=THAI + " \t()[]“”\"'.,:;!?%/-_&=@|0123๑๒๓abcXYZ" + STRANGE, max_size=120) | st.text(
    max_size=60
)


def pieces(text: str) -> str:
    """The text with a bar where a line may break."""
    points = break_points(text)
    return "|".join(text[a:b] for a, b in zip((0, *points), points, strict=False))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("ประชาชน|ไป|ที่ทำการ", "words"),
        ("ฐานข้อมูล|ของ|เจ้าหน้าที่", "compounds that Word keeps"),
        ("นอกจากนี้|งานวิจัย|ลดลง", "compounds that Word keeps"),
        ("การ|แสดงผล|และ|การ|ดำเนินการ", "การ parts from its verb"),
        ("การศึกษา|และ|การเงิน", "but not where the two make a noun"),
        ("ความสัมพันธ์|มี|ประสิทธิภาพ", "a phrase is no compound"),
        ("การ|ใช้|งาน|ของ|พวก|เขา", "Word broke inside these"),
        ("จาก|อุปกรณ์|ใดๆ |ที่", "ๆ does not lead ICU astray"),
        ("ต่าง |ๆ |นานา", "Word breaks after any space, also before ๆ"),
        ("ต่างๆ |กัน", "but ๆ and its word are one"),
        ("(ต่างๆ) |เด็กๆ, |ใดๆ% |“อื่นๆ” |นั้นๆ: |สูงๆ|ต่ำๆ", "nor ๆ and what closes after it"),
        ("กรุงเทพฯ |ฯลฯ |พ.ศ. |๒๕๖๗", "ฯ and full stops stay with their word"),
        ("HTTP |Requests |, |Request", "a comma after a space"),
        ("วิทยาศาสตร์|(Scientific |Management) |คือ", "an opening bracket after a word"),
        ("ร้อยละ |๑๒,๕๐๐.๐๐ |บาท", "Thai digits"),
        ("ร้อยละ |12,500.00 |(ห้า)", "digits"),
        ("๑/๒๕๖๗", "a document's number"),
        ("และ/|หรือ", "a slash between Thai words"),
        ("I/O |input/output", "no break after a slash in Latin text"),
        ("ระบบ |Front-|End |และ |Non-|Blocking", "after a hyphen"),
        ("ปี |2566-2567", "not in a range of numbers"),
        ("10\u00a0บาท", "a no-break space"),
        ("ผู้อำนวยการฯ |และ|ข้าราชการฯ", "ICU takes words before ฯ apart"),
        ("ติดตาม|และ|ประเมินผลฯ|ให้", "a break after ฯ, never before"),
        ("ฯพณฯ |ท่าน", "an abbreviation that begins with ฯ"),
        ("สมัยใหม่PWA |สร้าง", "Thai and Latin run together"),
        ("“คำ|ว่า” |“App”", "quotation marks"),
        ("ก\t|ข", "a tab"),
        ("ก\n|ข", "a forced break"),
        ("😀 |ก", "characters outside the first plane"),
    ],
)
def test_cases(marked: str, why: str) -> None:
    assert pieces(marked.replace("|", "")) == marked, why


def test_an_address_breaks_only_when_no_line_holds_it() -> None:
    assert pieces("https://www.example.go.th/a/b") == "https://www.example.go.th/a/b"
    long = "https://www.example.go.th/portal/index.php?menu=12&type=news_2567-annual-report"
    assert max(map(len, pieces(long).split("|"))) < 12
    assert pieces(long).replace("|", "") == long
    assert all(piece[-1] in "/.-?&=_" for piece in pieces(long).split("|")[:-1])


def test_no_text_has_no_points() -> None:
    assert break_points("") == ()


@given(texts)
def test_points_increase_and_end_with_the_text(text: str) -> None:
    points = break_points(text)
    assert list(points) == sorted(set(points))
    if text:
        assert points[0] > 0
        assert points[-1] == len(text)


@given(texts)
def test_never_inside_a_grapheme_cluster(text: str) -> None:
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    at, clusters = 0, set()
    for start, end in CharacterBreaker(whole, "th").segments() if whole else ():
        at += len(whole.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le"))
        clusters.add(at)
    assert clusters.issuperset(break_points(text))


@given(st.text(alphabet=THAI, min_size=1, max_size=80), st.sampled_from("ๆฯ"))
def test_a_line_never_begins_with_what_follows_a_letter(text: str, sign: str) -> None:
    text = re.sub("[ๆฯ]+", sign, text)
    begins = {text[point] for point in break_points(text)[:-1]}
    assert begins.isdisjoint("ิีึืุูั็่้์ำๆฯ")


@given(st.text(alphabet=THAI + "abc019 ", min_size=1, max_size=60), st.sampled_from(")]},.:;!?%”"))
def test_closing_marks_stay_with_the_word_before(text: str, mark: str) -> None:
    word = re.sub("[ๆฯ]", "ก", text).rstrip()
    assert not word or len(word) not in break_points(word + mark + " ก")


@given(st.text(alphabet=THAI + "abc019", min_size=1, max_size=60), st.sampled_from("([{“"))
def test_opening_marks_stay_with_the_word_after(text: str, mark: str) -> None:
    assert 3 not in break_points("ก " + mark + text)


@given(st.text(alphabet=st.characters(min_codepoint=0x61, max_codepoint=0x7A), min_size=1, max_size=59))
def test_latin_words_are_whole(word: str) -> None:
    assert break_points(word + " " + word) == (len(word) + 1, 2 * len(word) + 1)
