"""Page numbers written back into a document: what its PAGEREF fields (a table of contents) show before Word updates
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from ..thai.numerals import to_thai
from .package import deflated, pack, unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
_INSTRUCTION = re.compile(r"\s*PAGEREF\s+\"?([^\s\"\\\\]+)")
_THAI_DIGIT = re.compile("[๐-๙]")


def refers(document: str) -> bool:
    """Whether the XML of a document has fields that name pages."""
    return "PAGEREF" in document


def with_page_numbers(docx: bytes, numbers: Mapping[str, str]) -> bytes:
    """`docx` with `numbers` (bookmark → page number as printed) in its PAGEREF fields; the same bytes if none changes.

    A field that shows Thai digits, or asks for them, gets Thai digits.
    """
    entries = unpack(docx)
    entry = entries.get(BODY)
    if entry is None or not refers(text := entry.text()):
        return docx
    root = etree.fromstring(text.encode())
    changed = False
    for instruction, results in _fields(root):
        found = _INSTRUCTION.match(instruction)
        number = numbers.get(found[1]) if found else None
        shown = "".join(item.text or "" for item in results)
        if number is None or not results:
            continue
        if _THAI_DIGIT.search(shown) or "THAIARABIC" in instruction.upper():
            number = to_thai(number)
        if number != shown:
            results[0].text = number
            for item in results[1:]:
                item.text = ""
            changed = True
    if not changed:
        return docx
    raw = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return pack([deflated(BODY, raw) if name == BODY else item for name, item in entries.items()])


def _fields(root: Any) -> Iterator[tuple[str, list[Any]]]:
    """The instruction of each innermost field, and the `w:t` elements of its result (ECMA-376 part 1, §17.16.18)."""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr") or "", list(simple.iter(f"{W}t"))
    stack: list[tuple[list[str], list[Any], list[bool]]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                stack.append(([], [], [False]))
            elif kind == "separate" and stack:
                stack[-1][2][0] = True
            elif kind == "end" and stack:
                said, results, _ = stack.pop()
                yield "".join(said), results
        elif stack and element.tag == f"{W}instrText" and not stack[-1][2][0]:
            stack[-1][0].append(element.text or "")
        elif stack and element.tag == f"{W}t" and stack[-1][2][0]:
            stack[-1][1].append(element)
