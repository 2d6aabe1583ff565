"""The names of months and weekdays, in Thai and English, and the month or weekday that a written word means."""

from __future__ import annotations

import re

from .text import normal_form

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
"""Monday first, as `date.weekday()` counts."""
SHORT_WEEKDAYS = ("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา")
ENGLISH_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MISSPELT = {
    "กรกฏาคม": 7, "กรกฎคม": 7, "กุมภาพันธุ์": 2, "กุมภาพันธ": 2, "มิถุนายม": 6, "กันยานยน": 9, "พฤศจิกายม": 11,
    "พฤษจิกายน": 11, "พฤศภาคม": 5, "พฤษภาค": 5, "ธันวาคา": 12, "มกรา": 1, "กุมภา": 2, "มีนา": 3, "เมษา": 4, "พฤษภา": 5,
    "มิถุนา": 6, "กรกฎา": 7, "กรกฏา": 7, "สิงหา": 8, "กันยา": 9, "ตุลา": 10, "พฤศจิกา": 11, "ธันวา": 12, "sept": 9,
}  # fmt: skip
"""Common misspellings and everyday short forms that can mean one month only."""

_MONTH_OF: dict[str, int] = dict(MISSPELT)
for _number in range(1, 13):
    for _name in (MONTHS, SHORT_MONTHS, ENGLISH_MONTHS):
        _MONTH_OF[_name[_number - 1].replace(".", "")] = _number
    _MONTH_OF[ENGLISH_MONTHS[_number - 1][:3]] = _number

_WEEKDAY_OF: dict[str, int] = {"พฤหัส": 3, "พฤหัสฯ": 3}
for _number in range(7):
    for _day in (WEEKDAYS, SHORT_WEEKDAYS, ENGLISH_WEEKDAYS):
        _WEEKDAY_OF[_day[_number]] = _number
    _WEEKDAY_OF[ENGLISH_WEEKDAYS[_number][:3]] = _number


def month_of(word: str) -> int | None:
    """The number of the month that a word names (1 is January), or None. Dots and spaces in it do not matter."""
    return _MONTH_OF.get(re.sub(r"[.\s]", "", normal_form(word)).casefold())


def weekday_of(word: str) -> int | None:
    """The weekday that a word names, Monday is 0, or None; `วัน` before it and dots do not matter."""
    key = re.sub(r"[.\s]", "", normal_form(word)).casefold()
    return _WEEKDAY_OF.get(key.removeprefix("วัน") or key)
