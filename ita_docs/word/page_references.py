"""Page numbers written back into a document: what its PAGEREF fields (a table of contents) show before Word updates
them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from ..thai.numerals import to_thai
from .fields import fields, show
from .package import Entry, deflated, pack, unpack

BODY = "word/document.xml"
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


def with_page_numbers(docx: bytes, numbers: Mapping[str, str]) -> bytes:
    """`docx` with `numbers` (bookmark → page number as printed) in its PAGEREF fields; the same bytes if none changes.

    A field that shows Thai digits, or asks for them, gets Thai digits.
    """
    entries = unpack(docx)
    entry = entries.get(BODY)
    if entry is None or "PAGEREF" not in (text := entry.text()):
        return docx
    root = etree.fromstring(text.encode())
    changed = False
    for field in fields(root):
        found = _INSTRUCTION.match(field.instruction)
        number = numbers.get(found[1]) if found else None
        if number is None or not field.results:
            continue
        shown = "".join(item.text or "" for item in field.results)
        if _THAI_DIGIT.search(shown) or "THAIARABIC" in field.instruction.upper():
            number = to_thai(number)
        changed = show(field, number) or changed
    return rewritten(entries, root) if changed else docx


def rewritten(entries: Mapping[str, Entry], root: Any) -> bytes:
    """A document with `root` as its main part."""
    raw = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack([deflated(BODY, raw) if name == BODY else item for name, item in entries.items()])
