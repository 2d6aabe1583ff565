"""Telephone numbers: read whatever the separators, written in the groups that official documents use.

Landline `0 4362 4093`, Bangkok `0 2280 2930`, mobile `08 1234 5678` (saraban-spec §11).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fault import Fault
from .numerals import to_arabic, to_thai
from .text import normal_form

LABEL = re.compile(r"^(?:โทร(?:ศัพท์|สาร)?\.?(?:\s*มือถือ)?|มือถือ|tel\.?|phone|fax\.?)\s*:?\s*", re.IGNORECASE)
EXTENSION = re.compile(r"\s*(?:ต่อ|ext\.?|#|x)\s*(\d{1,5}(?:\s*[-,/]\s*\d{1,5})*)$", re.IGNORECASE)
RANGE = re.compile(r"\s*(?:-|ถึง)\s*(\d{1,2})$")
BETWEEN = re.compile(r"\s*(?:[,;/\n]|\bและ\b|\sหรือ\s)\s*")
DASHES = re.compile("[\u2010-\u2015\u2212\uff0d\ufe58\ufe63]")
SEPARATORS = re.compile(r"[\s\-.()]+")
LONGEST = 300
"""Longest text that is read as telephone numbers, in characters."""
HOTLINE = re.compile(r"1\d{3}")


@dataclass(frozen=True, slots=True)
class Phone:
    """One or more telephone numbers, each grouped, with extensions and ranges; in the digits that were typed."""

    text: str

    def __str__(self) -> str:
        return self.text


def parse_phone(text: str, *, numeric: bool = False) -> Phone | Fault:
    """The telephone numbers that a text holds, or the fault `not-a-phone`.

    `numeric` says that it came from a number cell, where the spreadsheet drops the leading zero.
    """
    if len(text) > LONGEST:
        return Fault("not-a-phone")
    typed = DASHES.sub("-", normal_form(text)).strip(" '")
    arabic = to_arabic(typed)
    thai = typed == to_thai(arabic) != arabic
    grouped: list[str] = []
    for piece in BETWEEN.split(LABEL.sub("", arabic)):
        if not piece:
            continue
        one = _grouped(LABEL.sub("", piece), numeric)
        if one is None:
            if grouped and re.fullmatch(r"\d{1,4}", piece):
                grouped[-1] += f", {piece}"
                continue
            return Fault("not-a-phone")
        grouped.append(one)
    if not grouped:
        return Fault("not-a-phone")
    said = ", ".join(grouped)
    return Phone(to_thai(said) if thai else said)


def _grouped(text: str, numeric: bool) -> str | None:
    """One number in its groups, with its extension or range; None for what is no complete number."""
    extension = EXTENSION.search(text)
    main = text[: extension.start()] if extension else text
    until = RANGE.search(main)
    number = _digits(main[: until.start()]) if until else None
    if number is None or _groups(number, numeric) is None:
        until, number = None, _digits(main)
    groups = None if number is None else _groups(number, numeric)
    if groups is None:
        return None
    said = groups + (f"-{until[1]}" if until else "")
    if extension:
        said += " ต่อ " + re.sub(r"\s*([-,/])\s*", lambda found: ", " if found[1] == "," else found[1], extension[1])
    return said


def _digits(text: str) -> str | None:
    digits = SEPARATORS.sub("", text)
    if digits.startswith("+66"):
        digits = "0" + digits[3:].removeprefix("0")
    return digits if digits.isdecimal() else None


def _groups(digits: str, numeric: bool) -> str | None:
    if numeric and len(digits) in (8, 9) and digits[0] != "0":
        digits = "0" + digits
    if HOTLINE.fullmatch(digits):
        return digits
    if re.fullmatch(r"0[2-7]\d{7}", digits):
        return f"{digits[0]} {digits[1:5]} {digits[5:]}"
    if re.fullmatch(r"0[689]\d{8}", digits):
        return f"{digits[:2]} {digits[2:6]} {digits[6:]}"
    return None
