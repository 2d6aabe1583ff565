"""A report by python-docx: contents, headings, lists, tables over pages, pictures, header and page numbers."""

from __future__ import annotations

import io
import random
from pathlib import Path
from typing import Any

from pdf_typst import COLUMNS, FAMILY, PARAGRAPHS

WIDTHS = (1.5, 8, 2, 4.5)
"""Of the columns, in cm."""


def picture() -> bytes:
    """A JPEG of some 150 KB."""
    from PIL import Image

    small = Image.frombytes("RGB", (160, 120), random.Random(1).randbytes(160 * 120 * 3))
    file = io.BytesIO()
    small.resize((1280, 960), Image.Resampling.BICUBIC).save(file, "JPEG", quality=60)
    return file.getvalue()


def paper(*sizes: tuple[str, float]) -> Any:
    """An empty A4 document; `sizes`: its styles and their points."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    for name, size in sizes:
        dress(document.styles[name], size)
    spacing = document.styles["Normal"].paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(4), 1.0
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(2), Cm(2.5), Cm(2)
    return document


def report(path: Path, chapters: list[dict[str, Any]], photo: bytes) -> None:
    """A report by python-docx: contents, headings, lists, tables over pages, pictures, header and page numbers."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    document = paper(("Normal", 16), ("Title", 24), ("Heading 1", 20), ("Heading 2", 18))
    section = document.sections[0]
    section.header.paragraphs[0].text = "รายงานผลการประเมินคุณธรรมและความโปร่งใส"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field(foot, "PAGE", "1")
    document.add_heading("รายงานผลการประเมิน", 0)
    for at, chapter in enumerate(chapters):
        entry = document.add_paragraph(chapter["title"] + "\t")
        entry.paragraph_format.tab_stops.add_tab_stop(Cm(15.5), *_right_with_dots())
        field(entry, f"PAGEREF _Toc{at} \\h", "1")
    document.add_page_break()
    for at, chapter in enumerate(chapters):
        _bookmark(document.add_heading(chapter["title"], 1), at)
        for place, text in enumerate(chapter["paragraphs"]):
            if place in (0, PARAGRAPHS // 2):
                document.add_heading(chapter["parts"][bool(place)], 2)
            paragraph = document.add_paragraph(text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(2.5)
        for text in chapter["list"]:
            document.add_paragraph(text, style="List Number")
        if chapter["picture"]:
            document.add_picture(io.BytesIO(photo), width=Cm(12))
        if chapter["table"]:
            _table(document, chapter["table"])
    document.save(str(path))


def dress(style: Any, size: int) -> None:
    """Give a style the font that every program has, in `size` points."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.color.rgb = FAMILY, Pt(size), RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for side in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        properties.rFonts.attrib.pop(qn(f"w:{side}"), None)
    for side in ("hAnsi", "cs", "eastAsia"):
        properties.rFonts.set(qn(f"w:{side}"), FAMILY)
    for found in properties.findall(qn("w:szCs")):
        properties.remove(found)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(2 * size))
    properties.find(qn("w:sz")).addnext(complex_size)


def _right_with_dots() -> tuple[Any, Any]:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

    return WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """Add a field to a paragraph, with what it shows until it is worked out."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", None, "separate", "", "end"):
        run = paragraph.add_run(shown if kind == "" else None)
        if kind is None:
            said = OxmlElement("w:instrText")
            said.text = f" {instruction} "
            run._r.append(said)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _bookmark(paragraph: Any, number: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"_Toc{number}")
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def _table(document: Any, rows: list[tuple[str, ...]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1 + len(rows), cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, texts in zip(table.rows, (COLUMNS, *rows), strict=True):
        for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
            cell.width, cell.text = Cm(width), text
