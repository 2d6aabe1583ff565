"""Percentages that a text works out of two numbers: `62 คน จาก 65 คน คิดเป็นร้อยละ 95.38`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from .exact import half_up
from .passages import Claim
from .phrases import mark

COUNT = r"(?<![\dA-Za-z.,/○-])(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?(?![\d/:]|[.,-]\d)"
FIGURE = r"(\d{1,3}(?:\.\d{1,3})?)"
PERCENT = rf"(?:ร้อยละ\s*(?:ของ)?\s*{FIGURE}|[(\s]{FIGURE}\s*(?:%|เปอร์เซ็นต์))(?![\d.]*\d)"
OF = re.compile(rf"{COUNT}([^\d\n]{{0,40}}?)จาก([^\d\n]{{0,40}}?){COUNT}([^\d\n]{{0,50}}?){PERCENT}")
"""`62 คน จาก 65 คน คิดเป็นร้อยละ 95.38`."""
BRACKETED = re.compile(
    rf"{PERCENT}\s*\(\s*(?:จำนวน\s*)?(\d{{1,7}})[^\d\n()]{{0,20}}?(?:จาก|/)[^\d\n()]{{0,20}}?(\d{{1,7}})[^\d\n()]{{0,20}}\)"
)
"""`ร้อยละ 98.41 (62 จาก 63)`."""
WHOLE = re.compile(
    rf"(?:ทั้งหมด|ทั้งสิ้น|เป้าหมาย)[^\d\n]{{0,20}}?{COUNT}([^\d\n]{{0,60}}?){COUNT}([^\d\n]{{0,50}}?){PERCENT}"
)
"""`ทั้งหมด 739 คน ผ่าน 505 คน คิดเป็นร้อยละ 68.34`."""
OTHER = re.compile("เพิ่ม|ลด|ต่าง|เกิน|กว่า|ปี|พ\\.ศ\\.|วันที่|ครั้งที่|ลำดับ|อันดับ|จากเดิม|เป็น [ก-ฮ]")
"""What is between two numbers that are not a part and its whole."""
ORDINAL = re.compile(r"(?:ที่|ปี|พ\.ศ\.|เวลา|เลข)\s*$")


class Share(NamedTuple):
    """A part of a whole, and the percentage that a text makes of them, all as printed; its words; where it begins.

    unsure: whether the percentage may be of something else.
    """

    part: str
    whole: str
    percent: str
    said: str
    start: int
    unsure: bool = False


def shares(text: str) -> Iterator[Share]:
    """The percentages of `text` beside which both numbers stand."""
    if "ร้อยละ" not in text and "%" not in text and "เปอร์เซ็นต์" not in text:
        return
    for found in OF.finditer(text):
        part, decimals, between, more, whole, fraction, after, *percents = found.groups()
        before = text[max(0, found.start() - 12) : found.start()]
        if not OTHER.search(between + more + after) and not ORDINAL.search(before):
            numbers = part + (decimals or ""), whole + (fraction or "")
            unsure = "เฉลี่ย" in after or ("คิดเป็น" not in after and len(after.split()) > 1)
            yield Share(*numbers, next(filter(None, percents)), found[0], found.start(), unsure)
    for found in BRACKETED.finditer(text):
        first, second, part, whole = found.groups()
        yield Share(part, whole, first or second, found[0], found.start())
    for found in WHOLE.finditer(text):
        whole, fraction, between, part, decimals, after, *percents = found.groups()
        if "จาก" not in between and "คิดเป็น" in after and not OTHER.search(between + after):
            numbers = part + (decimals or ""), whole + (fraction or "")
            yield Share(*numbers, next(filter(None, percents)), found[0], found.start(), "เฉลี่ย" in after)


def share_claims(text: str) -> Iterator[Claim]:
    """The percentages of `text` that their two numbers do not give, by more than the rounding of what is printed."""
    for share in shares(text):
        part, whole, percent = map(_number, (share.part, share.whole, share.percent))
        if whole <= 0 or part > whole:
            continue
        low, high = ((part + side * _half(share.part)) / whole * 100 for side in (-1, 1))
        slack = _half(share.percent) or Fraction(1, 2)
        if percent > high + slack or percent < low - slack:
            facts = {"part": share.part, "whole": share.whole, "given": share.percent}
            facts["computed"] = mark(half_up(part / whole * 100))
            yield Claim("percentage-claim", share.said, facts, share.unsure)


def _number(printed: str) -> Fraction:
    return Fraction(printed.replace(",", ""))


def _half(printed: str) -> Fraction:
    """Half of the last decimal of a printed figure; nothing for a count."""
    _, point, decimals = printed.partition(".")
    return Fraction(1, 2 * 10 ** len(decimals)) if point else Fraction(0)
