"""Thai list letters and numbers in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.counting import LETTERS, in_words, letters
from ita_docs.thai.money import baht_text


def test_the_letters_are_the_consonants_without_the_two_obsolete_ones_and_kho_rakhang() -> None:
    consonants = {chr(code) for code in range(0x0E01, 0x0E2F)} - {"ฤ", "ฦ"}
    assert set(LETTERS) == consonants - {"ฃ", "ฅ", "ฆ"}
    assert len(LETTERS) == 41
    assert list(LETTERS) == sorted(LETTERS)


@pytest.mark.parametrize(("value", "text"), [(1, "ก"), (4, "ง"), (5, "จ"), (41, "ฮ"), (42, "กก"), (83, "กกก")])
def test_letters(value: int, text: str) -> None:
    assert letters(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "ศูนย์"), (1, "หนึ่ง"), (10, "สิบ"), (11, "สิบเอ็ด"), (20, "ยี่สิบ"), (21, "ยี่สิบเอ็ด"), (101, "หนึ่งร้อยเอ็ด"),
        (1_000_001, "หนึ่งล้านเอ็ด"), (1_000_000_000_000, "หนึ่งล้านล้าน"), (-12, "ลบสิบสอง"),
    ],
)  # fmt: skip
def test_words(value: int, text: str) -> None:
    assert in_words(value) == text


@given(st.integers(0, 10**15))
def test_words_agree_with_those_of_money(value: int) -> None:
    assert f"{in_words(value)}บาทถ้วน" == baht_text(value)
