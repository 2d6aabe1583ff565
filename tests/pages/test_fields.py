"""Field instructions, their number formats, and dates by a picture."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.fields import Switches, number_format, parse_field, shown_date

PARSED: dict[str, tuple[str, tuple[str, ...], Switches]] = {
    "PAGE": ("PAGE", (), {}),
    " page \\* THAIARABIC ": ("PAGE", (), {"*": "THAIARABIC"}),
    "PAGE \\* THAIARABIC \\* MERGEFORMAT": ("PAGE", (), {"*": "THAIARABIC MERGEFORMAT"}),
    "PAGE\\*Arabic": ("PAGE", (), {"*": "Arabic"}),
    "PAGEREF _Toc123 \\h": ("PAGEREF", ("_Toc123",), {"h": ""}),
    "PAGEREF \\h _Toc123": ("PAGEREF", ("_Toc123",), {"h": ""}),
    'DATE \\@ "d MMMM yyyy"': ("DATE", (), {"@": "d MMMM yyyy"}),
    "DATE \\@ “d MMMM bbbb”": ("DATE", (), {"@": "d MMMM bbbb"}),
    'TIME \\@"HH:mm"': ("TIME", (), {"@": "HH:mm"}),
    "REF name \\h": ("REF", ("name",), {"h": ""}),
    'STYLEREF "หัวเรื่อง 1"': ("STYLEREF", ("หัวเรื่อง 1",), {}),
    'TOC \\o "1-3" \\h \\z \\u': ("TOC", (), {"o": "1-3", "h": "", "z": "", "u": ""}),
    'HYPERLINK \\l "top" \\o "a \\"tip\\""': ("HYPERLINK", (), {"l": "top", "o": 'a "tip"'}),
    'INCLUDEPICTURE "C:\\\\a\\\\b.png" \\d': ("INCLUDEPICTURE", ("C:\\a\\b.png",), {"d": ""}),
    "= 1+2": ("=", ("1+2",), {}),
    '=SUM(ABOVE) \\# "#,##0"': ("=", ("SUM(ABOVE)",), {"#": "#,##0"}),
    'REF "open': ("REF", ("open",), {}),
    "REF a \\": ("REF", ("a",), {}),
    "PAGE \\*": ("PAGE", (), {"*": ""}),
    "": ("", (), {}),
}


@pytest.mark.parametrize("instruction", PARSED)
def test_instructions(instruction: str) -> None:
    assert parse_field(instruction) == PARSED[instruction]


@given(st.text(alphabet="PA \\*@h\"“”'=é๑", max_size=40))
def test_any_instruction_is_read(instruction: str) -> None:
    name, arguments, switches = parse_field(instruction)
    assert name == name.upper()
    assert sum(map(len, arguments)) + sum(map(len, switches.values())) <= len(instruction)


@pytest.mark.parametrize(
    ("asked", "format"),
    [
        ("THAIARABIC", "thaiNumbers"), ("thaiarabic", "thaiNumbers"), ("THAILETTER", "thaiLetters"),
        ("THAICARDTEXT", "thaiCounting"), ("BAHTTEXT", "bahtText"), ("ROMAN", "upperRoman"), ("Roman", "upperRoman"),
        ("roman", "lowerRoman"), ("ALPHABETIC", "upperLetter"), ("alphabetic", "lowerLetter"), ("Arabic", "decimal"),
        ("ArabicDash", "numberInDash"), ("MERGEFORMAT", ""), ("CHARFORMAT", ""), ("rOMAN", "upperRoman"), ("x", ""),
    ],
)  # fmt: skip
def test_number_formats(asked: str, format: str) -> None:
    assert number_format(parse_field(f"PAGE \\* {asked}")[2]) == format
    assert number_format(parse_field(f"PAGE \\* MERGEFORMAT \\* {asked}")[2]) == format


def test_no_switch_asks_for_no_format() -> None:
    assert number_format({}) == ""


MOMENT = datetime(2026, 8, 5, 15, 4, 9)


@pytest.mark.parametrize(
    ("picture", "text"),
    [
        ("d MMMM yyyy", "5 สิงหาคม 2569"), ("dd/MM/yy", "05/08/69"), ("d MMM bbbb", "5 ส.ค. 2569"), ("bb", "69"),
        ("วันddddที่ d", "วันพุธที่ 5"), ("ddd", "พ."), ("H:mm:ss", "15:04:09"), ("hh.mm am/pm", "03.04 pm"),
        ("h AM/PM", "3 PM"), ("'day' d", "day 5"), ("d 'of", "5 of"), ("", "5/8/2569"), ("M", "8"), ("''", ""),
    ],
)  # fmt: skip
def test_pictures_in_thai(picture: str, text: str) -> None:
    assert shown_date(MOMENT, picture, thai_calendar=True) == text


def test_pictures_in_english_and_the_gregorian_calendar() -> None:
    picture = "dddd, ddd d MMMM, MMM yyyy yy bbbb"
    shown = shown_date(MOMENT, picture, thai_calendar=False, thai_names=False)
    assert shown == "Wednesday, Wed 5 August, Aug 2026 26 2569"


def test_midnight_and_a_date_without_time() -> None:
    assert shown_date(date(2026, 1, 1), "h:mm am/pm", thai_calendar=False) == "12:00 am"


@given(st.datetimes(), st.text(alphabet="dMyYbhHmsaAP/p' .ก", max_size=30), st.booleans())
def test_any_picture_is_shown(moment: datetime, picture: str, thai: bool) -> None:
    assert isinstance(shown_date(moment, picture, thai), str)
