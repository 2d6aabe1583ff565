"""Numbers: exact from the text on, rounded half up, grouped by thousands."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal

from .fault import Fault
from .numerals import to_arabic
from .text import normal_form

Number = int | float | Decimal
WRITTEN = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?")
MINUS = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")
LONGEST = 40
"""Most digits of a number that is read; longer ones are text by mistake."""
WIDE = Context(prec=1000)
"""Rounds amounts of any size that is written; the default stops at 28 digits."""


def exact(value: Number) -> Decimal:
    """A number as the Decimal that it prints as: 2.675 is 2.675. Raises ValueError for what is not finite."""
    number = value if isinstance(value, Decimal) else Decimal("NaN" if isinstance(value, bool) else str(value))
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value}")
    return number


def parse_number(text: str) -> Decimal | Fault:
    """The number that a text writes, in Thai or Arabic digits, or the fault `not-a-number`.

    Commas stand only before groups of three. Parentheses make a number negative, a percent sign is left out.
    """
    tidy = MINUS.sub("-", to_arabic(normal_form(text))).strip()
    negative = tidy.startswith("(") and tidy.endswith(")")
    if negative:
        tidy = tidy[1:-1].strip()
    tidy = tidy.removeprefix("ร้อยละ").removesuffix("%").strip()
    found = WRITTEN.fullmatch(re.sub(r"^([+-])\s+", r"\1", tidy))
    if found is None or not (found[2] or found[3]) or len(tidy) > LONGEST or (negative and found[1]):
        return Fault("not-a-number")
    try:
        number = Decimal(tidy.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        return Fault("not-a-number")
    return -number if negative else number


def rounded(value: Number, places: int) -> Decimal:
    """`value` to so many decimals, half away from zero, never a negative zero."""
    result = exact(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
    return result if result else abs(result)


def number(value: Number, places: int | None = None) -> str:
    """A number with commas: `1,234.5`; with `places`, rounded to so many decimals."""
    if places is not None:
        return f"{rounded(value, places):,f}"
    decimal = exact(value)
    return f"{decimal:,f}" if decimal else "0"


def percent(value: Number, places: int = 2, form: Literal["words", "sign"] = "words") -> str:
    """A percentage as prose writes it, `ร้อยละ 39.53`, or with its sign, as tables do, `39.53%`."""
    shown = number(value, places)
    return f"{shown}%" if form == "sign" else f"ร้อยละ {shown}"


def score(value: Number) -> str:
    """A score on 100 as people print it: two decimals, but full marks and nothing without, `95.00`, `100`, `0`."""
    shown = number(value, 2)
    return shown.removesuffix(".00") if shown in ("100.00", "0.00") else shown


def signed(value: Number, places: int = 2) -> str:
    """A difference with its sign: `+9.81`, `-3.44`, `0.00`."""
    result = rounded(value, places)
    return f"{result:+,f}" if result else f"{result:,f}"
