"""A DOCX as python-docx and lxml read it, and the copy of it that LibreOffice lays out."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from .numbering import NUMBERING, STYLES, Numbering
from .typefaces import FAMILY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELD = "\ufffc"
"""Stands for a field, whose value only the layout knows."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, in document order: its text, its style's id, whether it lies in a table.

    label: its automatic number, as Word writes it before the text; "" without one.
    """

    text: str
    style: str
    in_table: bool
    label: str = ""

    @property
    def shown(self) -> str:
        """Label and text."""
        return f"{self.label} {self.text}" if self.label else self.text


def paragraphs(docx: Path | bytes) -> list[Paragraph]:
    """Every paragraph of the body that is shown, those in tables included."""
    body = _open(docx).element.body
    numbering = Numbering(_parts(docx))
    return [
        Paragraph(
            paragraph.text, _style(paragraph), paragraph._p.getparent().tag == f"{W}tc", numbering.label(paragraph._p)
        )
        for paragraph in _paragraphs(body)
    ]


def texts(docx: Path | bytes) -> list[str]:
    """The text of every paragraph of the body."""
    return [paragraph.text for paragraph in paragraphs(docx)]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A section's headers and footers as patterns without spaces: those of its first page, then of its later ones.

    opening: what its first page begins with under the header, without spaces: its first text up to a tab. A PAGE field
    matches any number.
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
    """The text of every table row that is repeated on each page."""
    rows = _open(docx).element.body.iter(f"{W}tr")
    return ["".join(row.itertext(f"{W}t")) for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]


def margins(docx: Path) -> tuple[float, float]:
    """The left and the right margin of the first section, in points."""
    section = _open(docx).sections[0]
    return section.left_margin.pt, section.right_margin.pt


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

    for found in element.iter(f"{W}p"):
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


def _style(paragraph: Any) -> str:
    style = paragraph._p.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _patterns(story: Any) -> list[str]:
    return [re.escape("".join(text.split())).replace(FIELD, r"\d+") for text in _shown(story)]


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
