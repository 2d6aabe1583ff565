"""Field instructions (ECMA-376 part 1 §17.16): their parts, the number format they ask for, and dates by a picture."""

from __future__ import annotations

import re
from datetime import date, datetime

Switches = dict[str, str]

_TOKEN = re.compile(r'\\(?P<switch>\S)|["“”](?P<quoted>(?:\\["“”\\]|[^"“”])*)["“”]?|(?P<bare>[^\s"“”\\]+)|\\')
_ESCAPED = re.compile(r'\\(["“”\\])')
_FLAGS = {
    "PAGEREF": "hp", "REF": "fhnprtw", "STYLEREF": "lnprtw", "TOC": "huwxz", "HYPERLINK": "mn", "SEQ": "chn",
    "DATE": "hls", "TIME": "hls", "CREATEDATE": "hs", "SAVEDATE": "hs", "PRINTDATE": "hs", "FILENAME": "p",
    "NOTEREF": "fhp", "INCLUDEPICTURE": "dxy", "MERGEFIELD": "mv",
}  # fmt: skip
"""Switches that take no argument, by field; any other takes the word that follows it."""
_NUMBER_FORMATS = {
    "Arabic": "decimal", "ROMAN": "upperRoman", "Roman": "upperRoman", "roman": "lowerRoman",
    "ALPHABETIC": "upperLetter", "Alphabetic": "upperLetter", "alphabetic": "lowerLetter",
}  # fmt: skip
_CASELESS_FORMATS = {
    "arabic": "decimal", "arabicdash": "numberInDash", "ordinal": "ordinal", "ordtext": "ordinalText",
    "cardtext": "cardinalText", "hex": "hex", "thaiarabic": "thaiNumbers", "thailetter": "thaiLetters",
    "thaicardtext": "thaiCounting", "bahttext": "bahtText", "circlenum": "decimalEnclosedCircle",
    "dbchar": "decimalFullWidth", "sbchar": "decimalHalfWidth", "gb1": "decimalEnclosedFullstop",
    "gb2": "decimalEnclosedParen", "gb3": "decimalEnclosedCircle",
}  # fmt: skip
_PICTURE = re.compile(
    r"'(?P<quoted>[^']*)'?|(?P<half>[aA][mM]/[pP][mM])|(?P<day>[dD]{1,4})|(?P<month>M{1,4})|(?P<year>[yY]{1,4})"
    r"|(?P<buddhist>[bB]{2,4})|(?P<hour12>h{1,2})|(?P<hour24>H{1,2})|(?P<minute>m{1,2})|(?P<second>[sS]{1,2})"
)
BUDDHIST = 543
"""What a year of the Buddhist era is ahead of the Gregorian one."""


def parse_field(instruction: str) -> tuple[str, tuple[str, ...], Switches]:
    r"""A field's name in capitals (`=` for a formula), its arguments, and its switches with their argument, "" without.

    `PAGEREF _Toc1 \h \* MERGEFORMAT` is ("PAGEREF", ("_Toc1",), {"h": "", "*": "MERGEFORMAT"}). A switch that comes
    twice has its arguments one after the other, with a space between. What is malformed gives what can be told of it.
    """
    text = instruction.strip()
    name = "="
    if text.startswith("="):
        text = text[1:]
    else:
        found = re.match(r'[^\s"“”\\]*', text)
        name = (found[0] if found else "").upper()
        text = text[len(name) :]
    flags = _FLAGS.get(name, "")
    arguments: list[str] = []
    switches: Switches = {}
    waiting = ""
    for token in _TOKEN.finditer(text):
        switch = token["switch"]
        if switch is not None:
            switch = switch.lower()
            switches.setdefault(switch, "")
            waiting = "" if switch in flags else switch
            continue
        quoted = token["quoted"]
        word = token["bare"] if quoted is None else _ESCAPED.sub(r"\1", quoted)
        if word is None:
            continue
        if waiting:
            switches[waiting] = f"{switches[waiting]} {word}" if switches[waiting] else word
            waiting = ""
        else:
            arguments.append(word)
    return name, tuple(arguments), switches


def number_format(switches: Switches) -> str:
    r"""The ST_NumberFormat that a field's `\*` switches ask for (§17.16.4.3.1), "" where they ask for none.

    MERGEFORMAT, CHARFORMAT and the switches for letter case are passed over.
    """
    for asked in switches.get("*", "").split():
        found = _NUMBER_FORMATS.get(asked) or _CASELESS_FORMATS.get(asked.lower())
        if found or asked.lower() in ("roman", "alphabetic"):
            return found or {"roman": "upperRoman", "alphabetic": "upperLetter"}[asked.lower()]
    return ""


def shown_date(moment: date, picture: str, thai_calendar: bool, thai_names: bool = True) -> str:
    r"""A date by a `\@` picture (§17.16.4.1), `d/M/yyyy` where it is empty; digits are Arabic.

    d, dd, ddd, dddd; M, MM, MMM, MMMM; yy, yyyy (of the Buddhist era with `thai_calendar`); bb, bbbb always of that
    era; h, hh, H, HH, m, mm, s, ss, am/pm; text between '. A `date` without time is midnight.
    """
    time = moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day)

    def shown(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        sign = found[0]
        if kind == "quoted":
            return found["quoted"]
        if kind == "half":
            half = "AM" if time.hour < 12 else "PM"
            return half if sign[0] == "A" else half.lower()
        if kind == "day" and len(sign) > 2:
            return _weekday(time.weekday(), len(sign) == 4, thai_names)
        if kind == "month" and len(sign) > 2:
            return _month(time.month, len(sign) == 4, thai_names)
        if kind in ("year", "buddhist"):
            year = time.year + (BUDDHIST if thai_calendar or kind == "buddhist" else 0)
            return str(year) if len(sign) > 2 else f"{year % 100:02d}"
        value = {
            "day": time.day, "month": time.month, "hour12": time.hour % 12 or 12, "hour24": time.hour,
            "minute": time.minute, "second": time.second,
        }[kind]  # fmt: skip
        return f"{value:0{len(sign)}d}"

    return _PICTURE.sub(shown, picture or "d/M/yyyy")


def _weekday(day: int, whole: bool, thai: bool) -> str:
    # few documents show the date: the others need not know the names of days and months
    from ..thai.months import ENGLISH_WEEKDAYS, SHORT_WEEKDAYS, WEEKDAYS

    if thai:
        return WEEKDAYS[day] if whole else f"{SHORT_WEEKDAYS[day]}."
    name = ENGLISH_WEEKDAYS[day].capitalize()
    return name if whole else name[:3]


def _month(month: int, whole: bool, thai: bool) -> str:
    from ..thai.months import ENGLISH_MONTHS, MONTHS, SHORT_MONTHS

    if thai:
        return (MONTHS if whole else SHORT_MONTHS)[month - 1]
    name = ENGLISH_MONTHS[month - 1].capitalize()
    return name if whole else name[:3]
