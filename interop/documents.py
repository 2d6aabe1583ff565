"""A DOCX as python-docx and lxml read it, and the copy of it that LibreOffice lays out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from .numbering import NUMBERING, STYLES, Numbering, arabic
from .pages import squeezed
from .typefaces import FAMILY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GROUP = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
FIELD = "\ufffc"
"""Stands for a field, whose value only the layout knows."""
NUMBER = r"(?:\d+|[ก-ฮ])"
"""What a PAGE field may show; front matter has letters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, in document order: its text, its style's id, whether it lies in a table.

    label: its automatic number, as Word writes it before the text; "" without one. counted: its text as LibreOffice,
    which has no Thai numbers for captions, prints it. cells: of the first one in a row of a table, what LibreOffice
    prints in each cell.
    """

    text: str
    style: str
    in_table: bool
    label: str = ""
    counted: str = ""
    cells: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Label and text."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def printed(self) -> str:
        """Label and text, without spaces, as LibreOffice prints them."""
        return squeezed(arabic(self.label) + self.counted)


def paragraphs(docx: Path | bytes) -> list[Paragraph]:
    """Every paragraph of the body that is shown, those in tables included, those of drawings not."""
    body = _open(docx).element.body
    numbering = Numbering(_parts(docx))
    found = []
    rows: dict[Any, dict[Any, str]] = {}
    begins: dict[Any, int] = {}
    for paragraph in _paragraphs(body):
        cell = paragraph._p.getparent()
        in_table = cell.tag == f"{W}tc"
        found.append(
            Paragraph(paragraph.text, _style(paragraph), in_table, numbering.label(paragraph._p), _counted(paragraph))
        )
        if in_table:
            row = cell.getparent()
            begins.setdefault(row, len(found) - 1)
            cells = rows.setdefault(row, {})
            cells[cell] = cells.get(cell, "") + found[-1].printed
    for row, place in begins.items():
        found[place] = replace(found[place], cells=tuple(rows[row].values()))
    return found


def texts(docx: Path | bytes) -> list[str]:
    """The text of every paragraph of the body, then that of its drawings."""
    return [paragraph.text for paragraph in paragraphs(docx)] + [text for one in drawings(docx) for text in one]


def counted(docx: Path | bytes) -> list[str]:
    """The same as LibreOffice counts captions."""
    return [paragraph.counted for paragraph in paragraphs(docx)] + [text for one in drawings(docx) for text in one]


def drawings(docx: Path | bytes) -> list[list[str]]:
    """For each group of shapes with text, that of its text boxes: a chart's labels."""
    from docx.text.paragraph import Paragraph as Found

    groups = [list(group.iter(f"{W}p")) for group in _open(docx).element.body.iter(GROUP)]
    found = [[Found(one, None).text for one in group] for group in groups]  # type: ignore[arg-type]
    return [group for group in found if group]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A section's headers and footers as patterns without spaces: those of its first page, then of its later ones.

    opening: what its first page begins with under the header, without spaces: its first text up to a tab. A PAGE field
    matches any `NUMBER`.
    """

    opening: str
    heads: tuple[list[str], list[str]]
    feet: tuple[list[str], list[str]]


def story_texts(docx: Path | bytes) -> dict[str, list[str]]:
    """The paragraphs that hold text in each section's headers and footers (`1 first_header`, `2 default_footer`, …).

    `FIELD` stands for what a field shows.
    """
    found = {}
    for number, section in enumerate(_open(docx).sections, start=1):
        found[f"{number} first_header"] = _shown(section.first_page_header)
        found[f"{number} default_header"] = _shown(section.header)
        found[f"{number} first_footer"] = _shown(section.first_page_footer)
        found[f"{number} default_footer"] = _shown(section.footer)
    return found


def furniture(docx: Path) -> list[Furniture]:
    """The headers and footers of each section; each section begins on a page of its own."""
    document = _open(docx)
    openings = _openings(document.element.body, Numbering(_parts(docx)))
    found = []
    for section, opening in zip(document.sections, openings, strict=True):
        first = section.different_first_page_header_footer
        heads, feet = _patterns(section.header), _patterns(section.footer)
        found.append(
            Furniture(
                opening,
                (_patterns(section.first_page_header) if first else heads, heads),
                (_patterns(section.first_page_footer) if first else feet, feet),
            )
        )
    return found


def repeated_headings(docx: Path) -> list[str]:
    """Of every table with rows that are repeated on each page, the text of these."""
    found = []
    for table in _open(docx).element.body.iter(f"{W}tbl"):
        rows = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
        found += ["".join(text for row in rows for text in row.itertext(f"{W}t"))] if rows else []
    return found


def margins(docx: Path) -> list[tuple[float, float]]:
    """The left and the right margin of each section, in points."""
    return [(section.left_margin.pt, section.right_margin.pt) for section in _open(docx).sections]


def for_libreoffice(docx: Path, folder: Path) -> Path:
    """A copy of `docx` in `folder` that names the bundled family and plain justification.

    TH SarabunPSK is not there to be had, and LibreOffice does not know `thaiDistribute`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / docx.name
    with zipfile.ZipFile(docx) as given, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as taken:
        for name in given.namelist():
            data = given.read(name)
            if name.endswith(".xml"):
                data = data.replace(b'"TH SarabunPSK"', f'"{FAMILY}"'.encode())
                data = data.replace(b'w:val="thaiDistribute"', b'w:val="both"')
            taken.writestr(name, data)
    return copy


def _open(docx: Path | bytes) -> Any:
    from docx import Document

    return Document(BytesIO(docx) if isinstance(docx, bytes) else str(docx))


def _parts(docx: Path | bytes) -> dict[str, Any]:
    with zipfile.ZipFile(BytesIO(docx) if isinstance(docx, bytes) else docx) as package:
        wanted = {NUMBERING, STYLES} & set(package.namelist())
        return {name: etree.fromstring(package.read(name)) for name in wanted}


def _paragraphs(element: Any) -> Iterator[Any]:
    """All but the empty ones that a cell must hold where it goes on from the one above: nobody shows or keeps them."""
    from docx.text.paragraph import Paragraph as Found

    drawn = {inner for kind in (GROUP, FALLBACK) for outer in element.iter(kind) for inner in outer.iter(f"{W}p")}
    for found in element.iter(f"{W}p"):
        if found in drawn:
            continue
        paragraph = Found(found, None)  # type: ignore[arg-type]
        if paragraph.text or not _is_merged(found.getparent()):
            yield paragraph


def _is_merged(cell: Any) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _openings(body: Any, numbering: Numbering) -> list[str]:
    """For each section, its first text with its label, up to a tab, without spaces."""
    found = [""]
    for paragraph in _paragraphs(body):
        label = numbering.label(paragraph._p)
        text = "".join(f"{label}{paragraph.text}".partition("\t")[0].split())
        found[-1] = found[-1] or text
        if paragraph._p.find(f"{W}pPr/{W}sectPr") is not None:
            found.append("")
    return found


def _counted(paragraph: Any) -> str:
    """The text, the digits of SEQ fields Arabic."""
    text, inside = "", ""
    runs = (run for run in paragraph._p.iter(f"{W}r") if next(run.iterancestors(f"{W}p")) is paragraph._p)
    for node in (node for run in runs for node in run if node.tag != f"{W}rPr"):
        if node.tag == f"{W}instrText":
            inside += node.text or ""
        elif node.tag == f"{W}fldChar":
            inside = "" if node.get(f"{W}fldCharType") != "separate" else inside
        elif node.tag in (f"{W}tab", f"{W}br"):
            text += "\t" if node.tag == f"{W}tab" else "\n"
        elif node.tag == f"{W}t":
            text += arabic(node.text or "") if inside.split()[:1] == ["SEQ"] else node.text or ""
    return text


def _style(paragraph: Any) -> str:
    style = paragraph._p.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _patterns(story: Any) -> list[str]:
    return [re.escape("".join(text.split())).replace(FIELD, NUMBER) for text in _shown(story)]


def _shown(story: Any) -> list[str]:
    found = []
    for paragraph in story._element.iter(f"{W}p"):
        text = ""
        depth = 0
        for node in paragraph.iter(f"{W}t", f"{W}fldChar"):
            if node.tag == f"{W}t":
                text += "" if depth else node.text or ""
            elif node.get(f"{W}fldCharType") == "begin":
                depth += 1
                text += FIELD
            elif node.get(f"{W}fldCharType") == "end":
                depth -= 1
        if text.strip():
            found.append(text)
    return found
