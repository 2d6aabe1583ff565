"""Amounts of money: read exactly, written in figures and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from .fault import Fault
from .numbers import Number, number, parse_number, rounded
from .numerals import to_arabic
from .text import normal_form

AROUND = re.compile(r"^(?:฿|บาท|thb)?\s*(.*?)\s*(?:\.?\s*-)?\s*(?:บาท(?:ถ้วน)?|฿|thb)?\s*(?:\.?-)?$", re.IGNORECASE)
LONGEST = 100
"""Longest text that is read as money, in characters."""


def parse_money(text: str) -> Decimal | Fault:
    """The amount in baht that a text writes, at most two decimals, or the fault `not-money`."""
    found = AROUND.match(to_arabic(normal_form(text)).strip()) if len(text) <= LONGEST else None
    amount = parse_number(found[1]) if found else Fault("not-money")
    if isinstance(amount, Fault) or "%" in text or "ร้อยละ" in text or amount != rounded(amount, 2):
        return Fault("not-money")
    return amount


def baht(value: Number) -> str:
    """An amount in figures: `1,234.50 บาท`, whole baht without decimals: `15,000 บาท`. Satang are rounded half up."""
    amount = rounded(value, 2)
    whole = amount == amount.to_integral_value()
    return f"{number(amount, 0 if whole else 2)} บาท"


def baht_text(value: Number) -> str:
    """An amount in words: `หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์`, `หนึ่งหมื่นห้าพันบาทถ้วน`.

    Satang are rounded half up. A final one after any higher digit is เอ็ด (Royal Institute), in each group of millions.
    """
    amount = rounded(value, 2)
    satang = int(abs(amount) * 100)
    whole, part = divmod(satang, 100)
    words = "ลบ" if amount < 0 else ""
    if whole or not part:
        words += _words(whole) + "บาท"
    return words + (_words(part) + "สตางค์" if part else "ถ้วน")


def _words(count: int) -> str:
    """A whole number in words, by groups of six digits, each read by pythainlp."""
    higher, group = divmod(count, 1_000_000)
    said = "" if not group and higher else _group(group, bool(higher))
    return f"{_words(higher)}ล้าน{said}" if higher else said


def _group(group: int, follows: bool) -> str:
    from pythainlp.util import num_to_thaiword

    to_words: Any = num_to_thaiword
    said = str(to_words(group))
    if group % 10 == 1 and (group > 10 or follows) and said.endswith("หนึ่ง"):
        said = said.removesuffix("หนึ่ง") + "เอ็ด"
    return said
