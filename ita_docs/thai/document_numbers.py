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
DASH = re.compile(r"(?:ที่\s*)?[-–—]+")
BLANK = re.compile(r"(?:ที่\s*)?[-–—.…/_\s]*")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """`code` is the office's (`ศธ 04305`), `number` the register's (may be empty: to be written by hand).

    What has no code is printed as `written`: `-` for no number, nothing for dots to write on, another office's own form
    as typed. Digits are as typed.
    """

    code: str
    circular: bool = False
    number: str = ""
    written: str = ""

    @property
    def usual(self) -> bool:
        """Whether the number has the regulation's form, or there is none."""
        return bool(self.code) or self.written in ("", "-")

    def __str__(self) -> str:
        if not self.code:
            return self.written
        return f"{self.code}/{'ว ' if self.circular else ''}{self.number}".rstrip(" ")


def parse_document_number(text: str) -> DocumentNumber | Fault:
    """The document number that a text writes, or the fault `not-a-document-number`.

    A dash means none, dots mean one to be written by hand. A number over a slash in another form is kept as typed.
    """
    tidy = re.sub(r"\s+", " ", normal_form(text).replace("\uff0f", "/")).strip()
    if len(tidy) > LONGEST:
        return Fault("not-a-document-number")
    if BLANK.fullmatch(tidy):
        return DocumentNumber("", written="-" if DASH.fullmatch(tidy) else "")
    found = NUMBER.fullmatch(tidy)
    if found is None:
        own = re.search(f"{DIGIT}\\s?/|/\\s?{DIGIT}", tidy)
        return DocumentNumber("", written=tidy) if own else Fault("not-a-document-number")
    letters, digits, circular, number = found.groups()
    return DocumentNumber(f"{letters} {re.sub(' ', '', digits)}", bool(circular), number)
