"""Which number formats show a number as a date, a time or a duration."""

from __future__ import annotations

import re
from typing import Literal

Clock = Literal["date", "moment", "elapsed"]
"""How a serial number is shown: as days only, with a time of day, or as a duration that may pass 24 hours."""

_IDS: dict[Clock, tuple[range | int, ...]] = {
    "date": (range(14, 18), range(27, 37), range(50, 59), range(71, 75), 81),
    "moment": (range(18, 23), 45, 47, range(75, 79), 80),
    "elapsed": (46, 79),
}
BUILT_IN: dict[int, Clock] = {
    number: clock
    for clock, ids in _IDS.items()
    for item in ids
    for number in ((item,) if isinstance(item, int) else item)
}
"""Number format ids that a file need not declare: ECMA-376 part 1, 18.8.30; 59–81 are those of Thai."""

_ELAPSED = re.compile(r"\[(?:h+|m+|s+|ช+|น+|ท+)\]", re.IGNORECASE)
_NOT_A_CODE = re.compile(r'"[^"]*"?|\\.?|[_*].?|\[[^\]]*\]?', re.DOTALL)
"""Literals, escapes, padding, fill, and brackets: colours, conditions, locales such as `[$-th-TH,107041E]`."""
_GENERAL = re.compile(r"general|standard", re.IGNORECASE)
_FRACTION = re.compile(r"(?<=[sSทมm])[.,]0+")
"""Fractions of a second, the only digits in a format of time."""
_DIGITS = re.compile(r"[0#?@]")
_MERIDIEM = re.compile(r"a/p|am/pm", re.IGNORECASE)
_THAI_WORD = re.compile(r"[\u0e00-\u0e7f]+")
_THAI_DAY = re.compile(r"ว{1,4}|ด{1,5}|ป{2}|ป{4}")
_THAI_TIME = re.compile(r"ช{1,2}|น{1,2}|ท{1,2}")
_DAY = re.compile(r"[dyb]", re.IGNORECASE)
_TIME = re.compile(r"[hs]", re.IGNORECASE)


def clock_of(code: str) -> Clock | None:
    """How a number format code shows a number, by its first section that shows anything; None: as a number or text.

    Understands Thai codes (`ว ดดดด ปปปป`, `ช:นน`) and Buddhist years (`bbbb`) beside the usual ones.
    """
    bare = _NOT_A_CODE.sub(lambda match: "\0" if _ELAPSED.fullmatch(match[0]) else " ", code)
    for section in bare.split(";"):
        if "\0" in section:
            return "elapsed"
        if _GENERAL.search(section) or _DIGITS.search(_FRACTION.sub("", section)):
            return None
        words = _THAI_WORD.findall(section)
        days = bool(_DAY.search(section)) or any(_THAI_DAY.fullmatch(word) for word in words)
        times = _TIME.search(section) or _MERIDIEM.search(section) or any(_THAI_TIME.fullmatch(word) for word in words)
        if times:
            return "moment"
        if days or "m" in section.lower():
            return "date"
    return None
