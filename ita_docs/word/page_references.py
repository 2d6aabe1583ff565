"""Page numbers written back into a document: what its PAGEREF fields (a table of contents) show before Word updates
them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ..thai.numerals import to_thai
from .fields import fields, show
from .main_part import MainPart

_INSTRUCTION = re.compile(r"\s*PAGEREF\s+\"?([^\s\"\\\\]+)")
_THAI_DIGIT = re.compile("[๐-๙]")
_LISTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_WORKED_OUT = re.compile(r"\s*(?:TOC|SEQ|REF)\b", re.IGNORECASE)


def refers(document: str) -> bool:
    """Whether the XML of a document has fields that name pages, or will have: tables of contents."""
    return "PAGEREF" in document or _has_field(document, _LISTS)


def has_results(document: str) -> bool:
    """Whether the XML of a document has fields whose results are worked out once it is filled: TOC, SEQ, REF."""
    return _has_field(document, _WORKED_OUT)


def _has_field(document: str, name: re.Pattern[str]) -> bool:
    if "instrText" not in document and "fldSimple" not in document:
        return False
    try:
        root = etree.fromstring(document.encode())
    except etree.XMLSyntaxError:
        return False
    return any(name.match(field.instruction) for field in fields(root))


def number_pages(part: MainPart, numbers: Mapping[str, str]) -> None:
    """Write `numbers` (bookmark → page number as printed) into the PAGEREF fields of a document.

    A field that shows Thai digits, or asks for them, gets Thai digits.
    """
    for field in () if part.root is None else fields(part.root):
        found = _INSTRUCTION.match(field.instruction)
        number = numbers.get(found[1]) if found else None
        if number is None or not field.results:
            continue
        shown = "".join(item.text or "" for item in field.results)
        if _THAI_DIGIT.search(shown) or "THAIARABIC" in field.instruction.upper():
            number = to_thai(number)
        part.changed |= show(field, number)
