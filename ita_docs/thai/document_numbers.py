"""The number of a letter or memo: `ศธ 04305/123`, circular `ศธ 04305/ว 123`, open `ศธ 04305/` (saraban-spec §6)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fault import Fault
from .text import normal_form

DIGIT = "[0-9๐-๙]"
NUMBER = re.compile(
    rf"(?:ที่\s*)?([ก-ฮ]{{1,4}}(?:\s?\([ก-ฮ]{{1,6}}\))?)\.?\s*({DIGIT}{{2,6}}(?:\s?\.\s?{DIGIT}{{1,5}})*)\s*/\s*"
    rf"(?:(\(?ว\)?\.?)\s*)?({DIGIT}{{0,7}})\s*[.…_\-\s]*"
)
LONGEST = 100
"""Longest text that is read as a document number, in characters."""
NONE = re.compile(r"[-–—.…\s]+|ที่\s*[-–—.…/\s]*")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`code` is the office's (`ศธ 04305`; empty for a document without a number), `number` the register's (may be
    empty: to be written by hand). Digits are as typed.
    """

    code: str
    circular: bool = False
    number: str = ""

    def __str__(self) -> str:
        if not self.code:
            return "-"
        return f"{self.code}/{'ว ' if self.circular else ''}{self.number}".rstrip(" ")


def parse_document_number(text: str) -> DocumentNumber | Fault:
    """The document number that a text writes, or the fault `not-a-document-number`; a dash means none."""
    tidy = re.sub(r"\s+", " ", normal_form(text).replace("\uff0f", "/")).strip()
    if NONE.fullmatch(tidy):
        return DocumentNumber("")
    found = NUMBER.fullmatch(tidy) if len(tidy) <= LONGEST else None
    if found is None:
        return Fault("not-a-document-number")
    letters, digits, circular, number = found.groups()
    return DocumentNumber(f"{letters} {re.sub(' ', '', digits)}", bool(circular), number)
