"""The template of a docxtpl user for a certificate, by python-docx: a page on its side in a frame, with an emblem."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pdf_report import dress

LINES = (
    ("{{ agency }}", 20),
    ("มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า", 17),
    ("{{ recipient }}", 30),
    ("{{ affiliation }}", 17),
    ("{{ award }}", 20),
    ("{{ text }}", 17),
    ("{{ blessing }}", 17),
    ("ให้ไว้ ณ วันที่ {{ date }}", 17),
    ("", 17),
    ("({{ signatory }})", 17),
    ("{{ position }}", 17),
)
"""What stands on it, line by line, and its size in points."""


def template(path: Path, emblem: Path) -> None:
    """Write the template."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document = Document()
    dress(document.styles["Normal"], 17)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    _frame(section)
    number = document.add_paragraph("เลขที่ {{ number }}")
    number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_picture(str(emblem), height=Cm(2.5))
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, size in LINES:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _sized(paragraph.add_run(text), size)
    document.save(str(path))


def _sized(run: Any, size: int) -> None:
    """Thai takes the size of complex script."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.size = Pt(size)
    of_thai = OxmlElement("w:szCs")
    of_thai.set(qn("w:val"), str(2 * size))
    run._r.get_or_add_rPr().append(of_thai)


def _frame(section: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:pgBorders")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "double"), ("sz", "12"), ("space", "12"), ("color", "7F6000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    section._sectPr.find(qn("w:pgMar")).addnext(borders)
