"""Memos filled by docxtpl itself with the barest filters: what the template says, without our engine."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docxtpl import InlineImage
from lxml import etree

from ita_docs.structured.outline import outline
from ita_docs.structured.text import StructuredText
from ita_docs.word.template import Template

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates" / "memo"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


STRUCTURED = ("body", "background", "facts", "regulations", "considerations", "proposal")


class Rows:
    """A free table as a template sees it."""

    def __init__(self, *rows: tuple[str, ...], headings: tuple[str, ...] = ()) -> None:
        self.headings, self.rows = headings, rows

    def __bool__(self) -> bool:
        return bool(self.rows)


EMPTY: dict[str, Any] = {
    **dict.fromkeys(
        ("phone", "number", "urgency", "secrecy", "closing", "acting", "acting_for", "copy", "certifier"), ""
    ),
    **{name: StructuredText() for name in STRUCTURED},
    "attachments": [],
    "ref": "M-1",
    "agency": "กลุ่มอำนวยการ",
    "subject": "เรื่องทดสอบ R&D <b>",
    "to": "ผู้อำนวยการ",
    "signatory": "นายทดสอบ ระบบดี",
    "position": ["ครูชำนาญการ"],
    "certifier_position": [],
    "date": None,
    "opinions": [],
    "table": Rows(),
    "today": date(2024, 6, 26),
}
"""A memo with nothing but what is required, and no text at all."""


def filled(**values: Any) -> ZipFile:
    """The package of a memo with `values` over `EMPTY`, texts a line an item; an undeclared name in the template
    raises.
    """
    values |= {name: StructuredText(outline(values[name])) for name in STRUCTURED if name in values}
    short = {"thai_date": lambda day: f"{day.day}/{day.month}/{day.year + 543}"}
    template = Template(FOLDER / "template.docx", undefined="error", filters=short)
    emblem = InlineImage(None, str(FOLDER.parent / "emblem-frame.png"), height=540000)
    return ZipFile(io.BytesIO(template.fill({**EMPTY, "emblem": emblem, **values})))


def part(package: ZipFile, name: str = "word/document.xml") -> etree._Element:
    """A part of the package, parsed."""
    return etree.fromstring(package.read(name))


def text_of(element: etree._Element) -> str:
    """The text under an element, tabs and line breaks as such."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    runs = element.iter(f"{W}t", *(f"{W}{tag}" for tag in ("tab", "br")))
    return "".join(signs.get(node.tag, node.text or "") for node in runs if node.getparent().tag == f"{W}r")


def lines(package: ZipFile, name: str = "word/document.xml") -> list[tuple[str, str]]:
    """Style and text of every paragraph of a part."""
    found = []
    for paragraph in part(package, name).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        found.append((style.get(f"{W}val", ""), text_of(paragraph)))
    return found
