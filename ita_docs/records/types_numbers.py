"""Cells read as numbers and amounts of money; exact from the cell on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ..kinds.model import Field
from ..sheets.model import Value
from ..thai.fault import Fault
from ..thai.money import parse_money
from ..thai.numbers import parse_number
from .reading import Reading
from .types_text import cleaned

CIRCLES = frozenset("○◯⚪OoＯ๐")
"""What is typed, or read from a scan, for a score of nothing."""
FULL_MARKS = 100
FINE = Decimal("1e-6")
SATANG = Decimal("0.01")
NOISE = Decimal("1e-9")
"""What a spreadsheet's arithmetic may add to an amount of whole satang."""


def read_number(value: Value, field: Field) -> Reading:
    """A Decimal from a number or its text."""
    return _read(value, "not-a-number", parse_number, lambda number: number)


def read_integer(value: Value, field: Field) -> Reading:
    """An int from a whole number or its text."""
    number = read_number(value, field)
    if number.failed:
        return number
    whole = _whole(number.value)
    return (
        Reading(None, (*number.faults, Fault("not-a-whole-number", {})))
        if whole is None
        else Reading(whole, number.faults)
    )


def read_money(value: Value, field: Field) -> Reading:
    """A Decimal with two decimals; more are an error unless they are the noise of a spreadsheet's arithmetic."""
    return _read(value, "not-money", parse_money, _satang)


def read_score(value: Value, field: Field) -> Reading:
    """A Decimal from 0 to 100, without the noise of a spreadsheet's arithmetic; a circle or the letter O is 0."""
    if isinstance(value, str):
        value = "0" if value.strip() in CIRCLES else value.strip().removesuffix("คะแนน").strip()
    reading = read_number(value, field)
    if reading.failed:
        return reading
    if not 0 <= reading.value <= FULL_MARKS:
        return Reading(None, (*reading.faults, Fault("number-out-of-range", {"limits": "0 – 100"})))
    score = Decimal(f"{reading.value.quantize(FINE, ROUND_HALF_UP).normalize():f}")
    small = (Fault("small-score", {"percent": f"{score * 100:f}"}),) if 0 < score <= 1 else ()
    return Reading(score, (*reading.faults, *small))


def _read(value: Value, code: str, parse: Callable[[str], Any], settle: Callable[[Decimal], Any]) -> Reading:
    if isinstance(value, (bool, date, time, timedelta)):
        return Reading(None, (Fault(code, {}),))
    said: tuple[Fault, ...] = ()
    if isinstance(value, str):
        text, said = cleaned(value)
        number = parse(text)
        if isinstance(number, Fault):
            return Reading(None, (*said, number))
    else:
        number = Decimal(value)  # type: ignore[arg-type]
    settled = settle(number) if number.is_finite() else None
    return Reading(None, (*said, Fault(code, {}))) if settled is None else Reading(settled, said)


def _whole(number: Decimal) -> int | None:
    return int(number) if number == number.to_integral_value() else None


def _satang(number: Decimal) -> Decimal | None:
    rounded = number.quantize(SATANG, ROUND_HALF_UP) if abs(number) < Decimal(10) ** 24 else None
    return rounded if rounded is not None and abs(rounded - number) <= NOISE else None
