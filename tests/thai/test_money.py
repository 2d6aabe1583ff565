"""Money: exact amounts, in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util import bahttext

from ita_docs.thai.fault import Fault
from ita_docs.thai.money import baht, baht_text, parse_money
from ita_docs.thai.numerals import to_thai

WORDS = {
    0: "ศูนย์บาทถ้วน",
    0.25: "ยี่สิบห้าสตางค์",
    0.5: "ห้าสิบสตางค์",
    0.01: "หนึ่งสตางค์",
    0.11: "สิบเอ็ดสตางค์",
    1: "หนึ่งบาทถ้วน",
    10: "สิบบาทถ้วน",
    11: "สิบเอ็ดบาทถ้วน",
    20: "ยี่สิบบาทถ้วน",
    21: "ยี่สิบเอ็ดบาทถ้วน",
    101: "หนึ่งร้อยเอ็ดบาทถ้วน",
    1001: "หนึ่งพันเอ็ดบาทถ้วน",
    1234.5: "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์",
    15000: "หนึ่งหมื่นห้าพันบาทถ้วน",
    1_000_000: "หนึ่งล้านบาทถ้วน",
    1_000_001: "หนึ่งล้านเอ็ดบาทถ้วน",
    11_000_000: "สิบเอ็ดล้านบาทถ้วน",
    21_000_001: "ยี่สิบเอ็ดล้านเอ็ดบาทถ้วน",
    101_000_101: "หนึ่งร้อยเอ็ดล้านหนึ่งร้อยเอ็ดบาทถ้วน",
    10**12: "หนึ่งล้านล้านบาทถ้วน",
    10**12 + 1: "หนึ่งล้านล้านเอ็ดบาทถ้วน",
    -1: "ลบหนึ่งบาทถ้วน",
    -0.25: "ลบยี่สิบห้าสตางค์",
    -21.21: "ลบยี่สิบเอ็ดบาทยี่สิบเอ็ดสตางค์",
    -0.001: "ศูนย์บาทถ้วน",
    2.675: "สองบาทหกสิบแปดสตางค์",
    1.005: "หนึ่งบาทหนึ่งสตางค์",
    0.995: "หนึ่งบาทถ้วน",
    Decimal("999999.995"): "หนึ่งล้านบาทถ้วน",
}
READ = {
    "1,250.50": "1250.50",
    "๑,๒๕๐.๕๐ บาท": "1250.50",
    "15,000 บาทถ้วน": "15000",
    "15,000.-": "15000",
    "15000.- บาท": "15000",
    "15,000-": "15000",
    "฿1,250": "1250",
    "THB 1,250": "1250",
    "1,250.50บาท": "1250.50",
    "-500": "-500",
    "(500)": "-500",
    "0": "0",
    "0.25": "0.25",
    "1250.500": "1250.5",
}
REFUSED = [
    "",
    "-",
    ".-",
    "บาท",
    "abc",
    "1,250.505",
    "12%",
    "ร้อยละ 5",
    "1 250",
    "5 บาท 50 สตางค์",
    "1,25",
    "ห้าบาท",
    "1234567890123456789012345678901.123",
]


@pytest.mark.parametrize(("amount", "words"), WORDS.items())
def test_in_words(amount: float, words: str) -> None:
    assert baht_text(amount) == words


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**13)))
def test_words_agree_with_pythainlp(amount: int) -> None:
    """pythainlp says หนึ่ง, not เอ็ด, for the one after a bare million; everything else is the same."""
    ours, theirs = baht_text(amount), bahttext(amount)
    assert ours.replace("ล้านเอ็ด", "ล้านหนึ่ง") == theirs.replace("ล้านเอ็ด", "ล้านหนึ่ง")


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        (1234.5, "1,234.50 บาท"),
        (15000, "15,000 บาท"),
        (2.675, "2.68 บาท"),
        (0, "0 บาท"),
        (-1.5, "-1.50 บาท"),
        (0.999, "1 บาท"),
    ],
)
def test_in_figures(amount: float, figures: str) -> None:
    assert baht(amount) == figures


@pytest.mark.parametrize(("text", "amount"), READ.items())
def test_read(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)
    assert parse_money(to_thai(text)) == Decimal(amount)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert parse_money(text) == Fault("not-money")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=2))
def test_written_money_is_read_back(amount: Decimal) -> None:
    assert parse_money(baht(amount)) == amount


@given(st.one_of(st.text(), st.text(st.sampled_from("0123๕,.-+() บาทถ้วน฿"))))
def test_any_text_is_money_or_a_fault(text: str) -> None:
    assert isinstance(parse_money(text), (Decimal, Fault))


def test_a_long_text_is_refused_at_once() -> None:
    for evil in (" ", "-", "1", "บาท", ".-"):
        assert parse_money("1" + evil * 500_000 + "x") == Fault("not-money")
