"""People: title, first and last name, whatever way the title was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.people import Person, parse_person
from ita_docs.thai.titles import ABBREVIATIONS, ATTACHED, SPACED

READ = {
    "นายสมชาย ใจดี": ("นาย", "สมชาย", "ใจดี"),
    "นาย สมชาย   ใจดี": ("นาย", "สมชาย", "ใจดี"),
    "( นายสมชาย ใจดี )": ("นาย", "สมชาย", "ใจดี"),
    "นาย\u200bสมชาย\u00a0ใจดี": ("นาย", "สมชาย", "ใจดี"),
    "1. นายสมชาย ใจดี": ("นาย", "สมชาย", "ใจดี"),
    "๑.๒) นางสาวสมหญิง ใจดี": ("นางสาว", "สมหญิง", "ใจดี"),
    "น.ส.สมหญิง ใจดี": ("นางสาว", "สมหญิง", "ใจดี"),
    "นส. สมหญิง ใจดี": ("นางสาว", "สมหญิง", "ใจดี"),
    "นางสาวิตรี ใจดี": ("นาง", "สาวิตรี", "ใจดี"),
    "นางสาวสาวิตรี ใจดี": ("นางสาว", "สาวิตรี", "ใจดี"),
    "นายา ใจดี": ("", "นายา", "ใจดี"),
    "คุณากร ใจดี": ("", "คุณากร", "ใจดี"),
    "พลอย ใจดี": ("", "พลอย", "ใจดี"),
    "Missy Gray": ("", "Missy", "Gray"),
    "Miss Jane Gray": ("Miss", "Jane", "Gray"),
    "Mr.John Gray": ("Mr.", "John", "Gray"),
    "สมชาย ใจดี": ("", "สมชาย", "ใจดี"),
    "นายสมชาย": ("นาย", "สมชาย", ""),
    "นายสมชาย ณ อยุธยา": ("นาย", "สมชาย", "ณ อยุธยา"),
    "ดร. สมชาย ใจดี": ("ดร.", "สมชาย", "ใจดี"),
    "ผศ.ดร.สมชาย ใจดี": ("ผู้ช่วยศาสตราจารย์ ดร.", "สมชาย", "ใจดี"),
    "ผศ. ดร. สมชาย ใจดี": ("ผู้ช่วยศาสตราจารย์ ดร.", "สมชาย", "ใจดี"),
    "นพ.สมชาย ใจดี": ("นายแพทย์", "สมชาย", "ใจดี"),
    "ศาสตราจารย์ นายแพทย์สมชาย ใจดี": ("ศาสตราจารย์ นายแพทย์", "สมชาย", "ใจดี"),
    "พลเอกสมชาย ใจดี": ("พลเอก", "สมชาย", "ใจดี"),
    "พ.ต.อ.หญิง สมศรี ใจดี": ("พันตำรวจเอกหญิง", "สมศรี", "ใจดี"),
    "ส.ต.ท. สมชาย ใจดี": ("สิบตำรวจโท", "สมชาย", "ใจดี"),
    "ว่าที่ ร.ต.สมชาย ใจดี": ("ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
    "ว่าที่ ร้อยตรี สมชาย ใจดี": ("ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
    "ว่าที่ ร.ต. (หญิง) สมศรี ใจดี": ("ว่าที่ร้อยตรีหญิง", "สมศรี", "ใจดี"),
    "ว่าที่ร้อยตรีหญิงสมศรี ใจดี": ("ว่าที่ร้อยตรีหญิง", "สมศรี", "ใจดี"),
    "ว่าที่ พ.ต.สมชาย ใจดี": ("ว่าที่พันตรี", "สมชาย", "ใจดี"),
    "ม.ล.สมชาย ใจดี": ("หม่อมหลวง", "สมชาย", "ใจดี"),
    "พระมหาสมชาย ฐิตธมฺโม": ("พระมหา", "สมชาย", "ฐิตธมฺโม"),
}
WRITTEN = {
    ("นาย", "สมชาย", "ใจดี"): "นายสมชาย ใจดี",
    ("นางสาว", "สมหญิง", "ใจดี"): "นางสาวสมหญิง ใจดี",
    ("พันตำรวจเอก", "สมชาย", "ใจดี"): "พันตำรวจเอก สมชาย ใจดี",
    ("ว่าที่ร้อยตรี", "สมชาย", "ใจดี"): "ว่าที่ร้อยตรี สมชาย ใจดี",
    ("ดร.", "สมชาย", "ใจดี"): "ดร.สมชาย ใจดี",
    ("นายแพทย์", "สมชาย", "ใจดี"): "นายแพทย์สมชาย ใจดี",
    ("ผู้ช่วยศาสตราจารย์ ดร.", "สมชาย", "ใจดี"): "ผู้ช่วยศาสตราจารย์ ดร.สมชาย ใจดี",
    ("Mr.", "John", "Gray"): "Mr. John Gray",
    ("", "สมชาย", ""): "สมชาย",
}


@pytest.mark.parametrize(("text", "parts"), READ.items())
def test_read(text: str, parts: tuple[str, str, str]) -> None:
    assert parse_person(text) == Person(*parts)


@pytest.mark.parametrize(("parts", "text"), WRITTEN.items())
def test_written(parts: tuple[str, str, str], text: str) -> None:
    assert str(Person(*parts)) == text


@pytest.mark.parametrize("text", ["", "-", "123", "()", "นาย", "นางสาว", "(...)", "ว่าที่ร้อยตรี"])
def test_no_person(text: str) -> None:
    assert parse_person(text) == Fault("not-a-person")


@pytest.mark.parametrize(("short", "full"), ABBREVIATIONS.items())
def test_an_abbreviated_title_is_written_in_full(short: str, full: str) -> None:
    assert parse_person(f"{short} สมชาย ใจดี") == parse_person(f"{short}สมชาย ใจดี") == Person(full, "สมชาย", "ใจดี")


NAMES = st.sampled_from(
    ["สมชาย", "สมหญิง", "กานดา", "ประเสริฐ", "วิไล", "อำนวย", "ญาณี", "John", "แสงเดือน", "โกวิท", "ไพศาล"]
)


@given(
    st.sampled_from(["", *ATTACHED, *SPACED]),
    st.sampled_from(["", "ดร."]),
    NAMES,
    st.sampled_from(["", "ใจดี", "ณ ป่า", "Gray"]),
)
def test_a_written_person_is_read_back(title: str, degree: str, first: str, last: str) -> None:
    between = " " if title in SPACED and degree else ""
    person = Person(f"{title}{between}{degree}", first, last)
    read = parse_person(str(person))
    assert isinstance(read, Person)
    assert (read.first, read.last) == (first, last)
    assert str(read).replace(" ", "") == str(person).replace(" ", "")
    assert str(parse_person(str(read))) == str(read)


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(["นาย", "น.ส.", " ", "(", ")", "ก", "า", "ดร."]), max_size=12).map("".join)
    )
)
def test_any_text_is_a_person_or_a_fault(text: str) -> None:
    assert isinstance(parse_person(text), (Person, Fault))


@pytest.mark.parametrize("evil", ["นาย", "(", ")", "()", " ", "ดร.", "ก"])
def test_a_long_text_is_read_at_once(evil: str) -> None:
    assert isinstance(parse_person(evil * (300_000 // len(evil))), (Person, Fault))
    assert isinstance(parse_person("(" * 100_000 + "ก" + ")" * 100_000), (Person, Fault))
