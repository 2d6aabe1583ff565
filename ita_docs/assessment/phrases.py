"""Pieces of written Thai: scores, lists, places; numbers in Arabic digits, which the numeral policy dresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ..thai.numbers import number

THAI = re.compile("[ก-ฺเ-ไ]")


def mark(score: Decimal | None) -> str:
    """A score as people print it: two decimals, full marks and nothing without, a dash for none."""
    if score is None:
        return "-"
    return f"{score:.0f}" if score in (0, 100) else number(score, 2)


def joined(items: Iterable[str]) -> str:
    """Things one after another: `ก`, `ก และข`, `ก ข และค`; a space after `และ` before what is not Thai."""
    listed = list(items)
    if len(listed) < 2:
        return "".join(listed)
    gap = "" if THAI.match(listed[-1]) else " "
    return f"{' '.join(listed[:-1])} และ{gap}{listed[-1]}"


def indicators(found: Sequence[tuple[int | str, str]]) -> str:
    """Indicators by number and name: `ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ และตัวชี้วัดที่ 6 …`."""
    return joined([f"ตัวชี้วัดที่ {code} {name}" for code, name in found])


def change(difference: Decimal, trend: str) -> str:
    """How a score went: `เพิ่มขึ้น 9.81 คะแนน`, `ลดลง 3.44 คะแนน`, `คงที่`: the word says the sign."""
    return trend if not difference else f"{trend} {number(abs(difference), 2)} คะแนน"
