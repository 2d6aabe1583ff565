"""A time of day: what a clerk means, and how a document writes it (`08.30 น.`)."""

from __future__ import annotations

import re
from datetime import time

from .fault import Fault
from .numerals import to_arabic
from .text import normal_form

SEPARATED = re.compile(r"(?:เวลา\s*)?(\d{1,2})\s*[.:]\s*(\d{2})(?::\d{2})?\s*(?:น\.?|นาฬิกา)?")
HOUR = re.compile(r"(?:เวลา\s*)?(\d{1,2})\s*(?:น\.?|นาฬิกา)")
HALVED = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})? ?([AP])M", re.IGNORECASE)
"""What other programs write in a text file for a time cell."""
COMPACT = re.compile(r"(?:เวลา\s*)?(\d{2})(\d{2})\s*(?:น\.?)")


def parse_time(text: str) -> time | Fault:
    """The time that a text names, to the minute, or the fault `not-a-time`."""
    tidy = re.sub(r"\s+", " ", to_arabic(normal_form(text))).strip()
    if halved := HALVED.fullmatch(tidy):
        hour, minute = int(halved[1]), int(halved[2])
        if not 1 <= hour <= 12 or minute > 59:
            return Fault("not-a-time")
        return time(hour % 12 + (12 if halved[3] in "Pp" else 0), minute)
    found = SEPARATED.fullmatch(tidy) or COMPACT.fullmatch(tidy) or HOUR.fullmatch(tidy)
    if found is None:
        return Fault("not-a-time")
    hour, minute = int(found[1]), int(found[2]) if found.re is not HOUR else 0
    return time(hour, minute) if hour < 24 and minute < 60 else Fault("not-a-time")


def thai_time(value: time) -> str:
    """A time as official documents write it, in Arabic digits: `08.30 น.`."""
    return f"{value.hour:02}.{value.minute:02} น."
