"""Form fields and buttons: what they show stands in their data or their instruction."""

from __future__ import annotations

import pytest

from .documents import field, laid, p, r, texts


def form(instruction: str, data: str, result: str = "") -> str:
    """A form field as Word writes it, with or without a result."""
    separated = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}' if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>{separated}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


ENTRIES = '<w:listEntry w:val="ชาย"/><w:listEntry w:val="หญิง"/>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (f"<w:ddList>{ENTRIES}</w:ddList>", "ชาย"),
        (f'<w:ddList><w:result w:val="1"/>{ENTRIES}</w:ddList>', "หญิง"),
        (f'<w:ddList><w:default w:val="1"/>{ENTRIES}</w:ddList>', "หญิง"),
        (f'<w:ddList><w:result w:val="7"/>{ENTRIES}</w:ddList>', ""),
        ("<w:ddList/>", ""),
    ],
)
@pytest.mark.parametrize("result", ["", "เก่า"])
def test_a_list_shows_what_is_chosen(data: str, shown: str, result: str) -> None:
    assert texts(laid(p(r("เพศ ") + form("FORMDROPDOWN", data, result) + r(" ครับ")))) == [f"เพศ {shown} ครับ"]


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ("<w:checkBox/>", "☐"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "☐"),
        ("<w:checkBox><w:checked/></w:checkBox>", "☒"),
        ("", "☐"),
    ],
)
def test_a_box_is_ticked_or_not(data: str, shown: str) -> None:
    assert texts(laid(p(form("FORMCHECKBOX", data) + r("เห็นชอบ")))) == [f"{shown}เห็นชอบ"]


def test_a_text_field_keeps_its_result() -> None:
    assert texts(laid(p(form("FORMTEXT", "<w:textInput/>", "สมชาย")))) == ["สมชาย"]
    assert texts(laid(p(field("FORMDROPDOWN", "ชาย")))) == ["ชาย"]


def test_a_button_shows_its_words() -> None:
    button = form("MACROBUTTON  NoMacro [กรอกชื่อ ที่นี่]", "")
    assert texts(laid(p(r("ชื่อ ") + button))) == ["ชื่อ [กรอกชื่อ ที่นี่] "]


def test_a_form_field_in_an_instruction_is_not_shown() -> None:
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + form("FORMCHECKBOX", "<w:checkBox/>")
        + form("FORMDROPDOWN", f"<w:ddList>{ENTRIES}</w:ddList>", "ชาย")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("ผล")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(laid(p(outer))) == ["ผล"]
