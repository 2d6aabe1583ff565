"""What date a clerk means by what was typed; nothing is guessed.

Order is day, month, year. A year from 2400 on is Buddhist (543 ahead); two digits 50–99 are 25xx, 00–49 can be either
era, so they are ambiguous.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from .fault import Fault
from .months import WEEKDAYS, month_of, weekday_of
from .numerals import to_arabic
from .text import normal_form

BUDDHIST = 543
"""How far the Buddhist era is ahead of the Christian."""
FIRST_BUDDHIST, LAST_BUDDHIST = 2400, 2700
FIRST_CHRISTIAN = 1800
NOT_A_DATE = Fault("not-a-date")
DASHES = re.compile("[\u2010-\u2015\u2212\uff0d\ufe58\ufe63]")
ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?"
)
NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{2}|\d{4})")
WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./\-]*(?:of\s)?([^\d\s/\-][^\d/\-]*?)[\s./\-,]*(\d{4}|\d{2})")
DAY_MONTH = re.compile(r"(\d{1,2})[\s./\-]*([^\d\s/\-][^\d/\-]*)")
ENGLISH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
MONTH_YEAR = re.compile(r"([^\d\s/\-][^\d/\-]*?)[\s./\-,]*(\d{4}|\d{2})")
BUDDHIST_ERA = re.compile(r"(?:พ\s*\.?\s*ศ\s*\.?|พุทธศักราช|\bb\.?e\.?)\s*(?=\d)|(?<=\d)\s*b\.?e\.?$")
CHRISTIAN_ERA = re.compile(
    r"(?:ค\s*\.?\s*ศ\s*\.?|คริสต์ศักราช|\b(?:a\.?d|c\.?e)\.?)\s*(?=\d)|(?<=\d)\s*(?:a\.?d|c\.?e)\.?$"
)
ERAS: tuple[tuple[re.Pattern[str], Literal["พ.ศ.", "ค.ศ."]], ...] = ((BUDDHIST_ERA, "พ.ศ."), (CHRISTIAN_ERA, "ค.ศ."))
WEEKDAY = re.compile(
    r"(?:วัน\s*)?(จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์|(?:จ|อา?|พฤ?|ศ|ส)\.(?=\s*(?:ที่\s*)?\d)"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)[\s,]*(?:ที่)?\s*"
)
CLOCK = re.compile(r"(?<=\d)\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*น\.?)?$")
LEAD = re.compile(r"^(?:(?:สั่ง|ประกาศ|ให้ไว้)?\s*ณ|ลง|เมื่อ)\s*(?=วัน)")
DAY_LABEL = re.compile(r"^(?:วันที่?|ที่)\s*")
LONGEST = 100
"""Longest text that is read as a date, in characters: what is longer is prose."""


class DateReading(NamedTuple):
    """A date cell as meant, and whether its year was a Buddhist one stored as Christian."""

    date: date
    buddhist: bool


class Year(NamedTuple):
    """A year as written, and the era that stood beside it."""

    digits: str
    era: Literal["พ.ศ.", "ค.ศ."] | None = None


class Weekday(NamedTuple):
    """A date without the weekday that it began with; Monday is 0."""

    number: int | None
    rest: str


def tidied(text: str) -> str:
    """A date as typed in one form: Arabic digits, plain hyphens and slashes, single spaces, lower case, `เดือน` gone.

    Empty for what is too long to be a date.
    """
    text = re.sub(r"\s+", " ", text).strip(" ,;'")
    if len(text) > LONGEST:
        return ""
    text = DASHES.sub("-", to_arabic(normal_form(text)).replace("\uff0f", "/")).casefold()
    text = CLOCK.sub("", text)
    text = re.sub(r"เดือน|ปี(?=\s*(?:พ|ค|\d))", " ", text)
    return re.sub(r"\s+", " ", text).strip(" ,;'").removesuffix(".")


def without_weekday(text: str) -> Weekday:
    """A tidied date without its weekday and the words before its day (`ลงวันที่`, `ณ วันที่`)."""
    rest = LEAD.sub("", text)
    found = WEEKDAY.match(rest)
    if found:
        rest = rest[found.end() :]
    return Weekday(weekday_of(found[1]) if found else None, DAY_LABEL.sub("", rest))


def parse_date(text: str) -> date | Fault:
    """The day that a text names, in the Gregorian calendar, or why it names none.

    Faults: `not-a-date`, `impossible-date`, `ambiguous-date`, `weekday-mismatch` (detail `actual`, the weekday's name).
    """
    weekday, rest = without_weekday(tidied(text))
    rest, era = without_era(rest)
    return agreeing(_day(rest, era), weekday)


def agreeing(day: date | Fault, weekday: int | None) -> date | Fault:
    """`day`, if it falls on the weekday that was written, if any was; else `weekday-mismatch`."""
    if weekday is None or isinstance(day, Fault) or day.weekday() == weekday:
        return day
    return Fault("weekday-mismatch", {"actual": WEEKDAYS[day.weekday()]})


def without_era(text: str) -> tuple[str, Literal["พ.ศ.", "ค.ศ."] | None]:
    """A tidied date without the name of its era, and the era."""
    for pattern, era in ERAS:
        rest, count = pattern.subn("", text)
        if count:
            return rest.strip(), era
    return text, None


def _day(text: str, era: Literal["พ.ศ.", "ค.ศ."] | None) -> date | Fault:
    if found := ISO.fullmatch(text):
        return made(int(found[3]), int(found[2]), Year(found[1], era))
    if found := NUMERIC.fullmatch(text):
        return made(int(found[1]), int(found[2]), Year(found[3], era))
    if (found := WORDED.fullmatch(text)) and (month := month_of(found[2])):
        return made(int(found[1]), month, Year(found[3], era))
    if (found := ENGLISH_FIRST.fullmatch(text)) and (month := month_of(found[1])):
        return made(int(found[2]), month, Year(found[3], era))
    if (found := DAY_MONTH.fullmatch(text)) and (month := month_of(found[2])) and not _possible(int(found[1]), month):
        return Fault("impossible-date")
    return NOT_A_DATE


def year_of(year: Year) -> int | Fault:
    """The Christian year that a written year means, or why it cannot be told."""
    number = int(year.digits)
    if len(year.digits) == 2:
        if year.era == "ค.ศ." or number < 50:
            return Fault("ambiguous-date")
        return 2500 + number - BUDDHIST
    if FIRST_BUDDHIST <= number <= LAST_BUDDHIST and year.era != "ค.ศ.":
        return number - BUDDHIST
    if FIRST_CHRISTIAN <= number < FIRST_BUDDHIST:
        return number if year.era != "พ.ศ." else Fault("ambiguous-date")
    return NOT_A_DATE


def made(day: int, month: int, written: Year) -> date | Fault:
    """The date of day, month and written year, or a Fault."""
    year = year_of(written)
    if isinstance(year, Fault):
        if year.code == "ambiguous-date" and not _possible(day, month):
            return Fault("impossible-date")
        return year
    try:
        return date(year, month, day)
    except ValueError:
        return Fault("impossible-date")


def _possible(day: int, month: int) -> bool:
    try:
        date(2000, month, day)
    except ValueError:
        return False
    return True


def read_date_cell(value: date, earliest: date | None = None) -> DateReading | Fault:
    """What a spreadsheet's real date cell means; `earliest` is the field's declared minimum.

    A year from 2400 on was typed as a Buddhist year and stored as a Christian one. 1950–1999 is what Excel makes of a
    two-digit year outside the Thai calendar (a typed 26/6/67 becomes 1967), so it is ambiguous unless the field allows
    such early dates. A year past `LAST_BUDDHIST` is no year of either era.
    """
    if value.year > LAST_BUDDHIST:
        return NOT_A_DATE
    if value.year >= FIRST_BUDDHIST:
        try:
            return DateReading(date(value.year - BUDDHIST, value.month, value.day), True)
        except ValueError:
            return Fault("impossible-date")
    if 1950 <= value.year <= 1999 and (earliest is None or earliest > value):
        return Fault("ambiguous-date")
    return DateReading(value, False)
