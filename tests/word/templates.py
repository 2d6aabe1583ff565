"""Small templates for the tests, built with python-docx."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn


def _png(width: int, height: int, grey: int) -> bytes:
    """A PNG of one shade of grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + bytes([grey]) * width) * height
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PICTURE = _png(4, 3, 128)
OTHER_PICTURE = _png(5, 5, 200)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraphs(*texts: str | Sequence[str]) -> bytes:
    """A paragraph for each text; a list of texts is a paragraph of that many runs."""
    document = docx.Document()
    for text in texts:
        paragraph = document.add_paragraph()
        for run in [text] if isinstance(text, str) else text:
            paragraph.add_run(run)
    return saved(document)


def table(rows: Iterable[Sequence[str]], columns: int) -> bytes:
    """A table with the text of each cell; short rows leave cells empty."""
    document = docx.Document()
    grid = document.add_table(rows=0, cols=columns)
    for row in rows:
        cells = grid.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    return saved(document)


def with_footnotes(text: str, note: str) -> bytes:
    """A document with one footnote; python-docx writes none, so the part is made by hand."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    paragraph = document.add_paragraph(text)
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(reference)
    xml = (
        f"<?xml version='1.0' encoding='UTF-8'?><w:footnotes {nsdecls('w')}>"
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        xml.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


def raw_body(xml: str) -> bytes:
    """A document whose body is `xml`, WordprocessingML with the prefix w."""
    document = docx.Document()
    body = document.element.body
    for element in parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>"):
        body.insert(len(body) - 1, element)
    return saved(document)
