"""Numbers in the formats of ST_NumberFormat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.number_formats import LARGEST, numbered

FORMATS = {
    "decimal": {1: "1", 10: "10"},
    "decimalZero": {0: "00", 9: "09", 10: "10", 100: "100"},
    "decimalFullWidth": {12: "１２"},
    "upperRoman": {4: "IV", 9: "IX", 1994: "MCMXCIV", 3999: "MMMCMXCIX"},
    "lowerRoman": {1: "i", 14: "xiv", 40: "xl"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA"},
    "lowerLetter": {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa", 780: "z" * 30, 781: "a"},
    "ordinal": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 21: "21st", 111: "111th", 113: "113th"},
    "cardinalText": {1: "One", 21: "Twenty-one", 100: "One hundred", 342: "Three hundred forty-two"},
    "ordinalText": {1: "First", 12: "Twelfth", 20: "Twentieth", 21: "Twenty-first", 105: "One hundred fifth"},
    "hex": {9: "9", 10: "A", 255: "FF"},
    "chicago": {1: "*", 4: "§", 5: "**", 9: "***", 10: "†††"},
    "numberInDash": {1: "- 1 -"},
    "thaiNumbers": {1: "๑", 10: "๑๐", 2569: "๒๕๖๙"},
    "thaiLetters": {1: "ก", 3: "ค", 4: "ง", 33: "ล", 34: "ว", 42: "กก"},
    "thaiCounting": {1: "หนึ่ง", 11: "สิบเอ็ด", 20: "ยี่สิบ"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {1: "⑴", 20: "⒇", 21: "21"},
    "decimalEnclosedFullstop": {1: "⒈", 20: "⒛"},
    "bullet": {1: "", 0: ""},
    "none": {1: "", -3: ""},
    "bahtText": {7: "7"},
    "no such format": {7: "7"},
    "": {7: "7"},
    "custom:001, 002, 003, ...": {7: "007", 1234: "1234"},
    "custom:00001, 00002, 00003, ...": {7: "00007"},
    "custom:๑, ๒, ๓, ...": {7: "๗"},
    "custom:I, II": {7: "VII"},
    "custom:": {7: "7"},
}


@pytest.mark.parametrize(
    ("format", "value", "text"), [(format, *pair) for format, pairs in FORMATS.items() for pair in pairs.items()]
)
def test_formats(format: str, value: int, text: str) -> None:
    assert numbered(value, format) == text


@pytest.mark.parametrize(
    "format", ["upperRoman", "lowerLetter", "ordinal", "cardinalText", "hex", "chicago", "thaiLetters"]
)
@pytest.mark.parametrize("value", [0, -1, LARGEST + 1])
def test_what_a_format_cannot_write_is_in_digits(format: str, value: int) -> None:
    assert numbered(value, format) == str(value)


def test_thai_digits_write_zero_and_negative_numbers() -> None:
    assert [numbered(value, "thaiNumbers") for value in (0, -12)] == ["๐", "-๑๒"]


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(FORMATS)) | st.text(max_size=20))
def test_any_number_in_any_format_is_a_short_text(value: int, format: str) -> None:
    assert len(numbered(value, format)) <= 1000


@given(st.integers(1, LARGEST))
def test_roman_numerals_can_be_read_back(value: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    signs = [worth[sign] for sign in numbered(value, "upperRoman")]
    assert sum(-one if one < following else one for one, following in zip(signs, [*signs[1:], 0], strict=True)) == value
