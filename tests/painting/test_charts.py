"""A chart of a template in the PDF: its text stands in its frame and copies out, and it is one figure with an Alt."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal

import docx
from docx.oxml.ns import qn

from ita_docs import Template
from ita_docs.pages.laying import lay_out
from ita_docs.pages.model import Box, Group, ParagraphBox, Shape
from ita_docs.painting.painting import paint

from .reading import elements, opened, said

ROWS = [
    {"name": "การใช้ทรัพย์สินของราชการ", "score": Decimal("91.07")},
    {"name": "ที่ว่าการอำเภอกุ้งก้ามกราม น้ำใสสะอาดสำนักงานปศุสัตว์อำเภอ", "score": Decimal("79.5")},
    {"name": "การแก้ไขปัญหาการทุจริต", "score": Decimal(85)},
]
TAGS = (
    '{{ rows|bar_chart("name", "score", height=6, line=85) }}',
    '{{ rows|bar_chart("score", "score", direction="columns") }}',
    '{{ rows|line_chart("name", "score", line=85) }}',
)


def chart(tag: str) -> bytes:
    document = docx.Document()
    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), "TH Sarabun New")
    document.add_paragraph(tag)
    written = io.BytesIO()
    document.save(written)
    return Template(written.getvalue(), numerals="thai").fill({"rows": ROWS})


def texts(box: Box, x: float, y: float) -> Iterator[tuple[float, float, float, float]]:
    """The rectangles of the lines of text in a box, without the room above and below letters: left, top, right, …"""
    x, y = x + box.x, y + box.y
    if isinstance(box, ParagraphBox):
        for line in box.lines:
            if line.runs:
                baseline, start = y + line.y + line.baseline, x + line.x
                yield start, baseline - 9, start + max(run.x + run.width for run in line.runs), baseline + 2
            for picture in line.pictures:
                yield from texts(picture, x + line.x, y + line.y)
    elif isinstance(box, (Shape, Group)):
        for block in box.blocks:
            yield from texts(block, x, y)


def test_every_text_stands_apart_in_the_frame() -> None:
    for tag in TAGS:
        layout = lay_out(chart(tag))
        assert [item.code for item in layout.problems] == []
        (paragraph,) = layout.pages[0].boxes
        assert isinstance(paragraph, ParagraphBox)
        boxes = list(texts(paragraph, 0.0, 0.0))
        assert len(boxes) > 10
        assert min(box[0] for box in boxes) >= 72
        assert max(box[2] for box in boxes) <= 90 + 15 * 72 / 2.54
        for index, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[index + 1 :]:
                across = min(right, other[2]) - max(left, other[0])
                assert across <= 0 or min(bottom, other[3]) - max(top, other[1]) <= 0


def test_a_chart_is_one_figure() -> None:
    for tag in TAGS:
        made = paint(lay_out(chart(tag)))
        assert "๙๑.๐๗" in said(made)
        with opened(made) as document:
            (figure,) = [each for each in elements(document) if str(each.S) == "/Figure"]
            assert "79.50" in str(figure.Alt)
            left, bottom, right, top = map(float, figure.A.BBox)
            assert right - left > 0.8 * 15 * 72 / 2.54
            assert top - bottom > 140
            assert {str(kid.S) for kid in figure.K if not isinstance(kid, int)} == {"/P"}
