"""Layouts that must become valid archival files; `interop/test_pdfa.py` validates them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pikepdf
import pytest

from ita_docs.pages.facts import Facts
from ita_docs.pages.model import (
    CellBox,
    Destination,
    Element,
    Fill,
    Layout,
    LinkArea,
    OutlineEntry,
    Picture,
    Rule,
    Shape,
    TableBox,
)
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .fonts import compact_font
from .images import file
from .layouts import face, layout, line, page, paragraph, run, runs, written
from .reading import opened, operators

FACTS = Facts("บันทึก <ก> & ข", "สมหญิง ใจดี", "เรื่องหนึ่ง", "คำ, สำคัญ", datetime(2024, 6, 26, 9, 30))


def text() -> Layout:
    """Words in every style, bold and slanted by the painter, spread, raised, marks moved."""
    root = Element("Document")
    looks = (
        {},
        {"face": face("THSarabunNew-BoldItalic.ttf")},
        {"face": face(bold=True, slanted=True)},
        {"letter": 2.0, "word": 3.0},
        {"rise": 4.0, "stretch": 0.8, "colour": "C00000"},
        {"face": face("LiberationSerif-Regular.ttf")},
        {"face": face("DejaVuSans.ttf")},
    )
    latin = ["Office ", "fi ", "A\u0301V"]
    lines = [line(runs(latin if at > 4 else ["น้ำ ", "ผู้", "ที่ ๑"], **look), 24.0 * at) for at, look in enumerate(looks)]
    return layout(page(paragraph(lines, element=root.add("P"))), root=root, facts=FACTS)


def compact() -> Layout:
    """A font of CFF outlines."""
    typeface = face("compact", family="Compact", data=compact_font(face(), "กขคa"))
    return layout(page(written(["กขคaก"], face=typeface)))


def pictures() -> Layout:
    """Pictures of every kind, one of them broken."""
    root = Element("Document")
    kinds = [
        ("RGB", "PNG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("P", "GIF"),
        ("1", "TIFF"),
        ("L", "BMP"),
        ("CMYK", "TIFF"),
    ]
    kinds += [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG")]
    data = [*(file(mode, kind) for mode, kind in kinds), b"garbage"]
    boxes = [
        Picture(60, 60 * at, 50, 50, each, (0.1, 0, 0, 0), 30.0, (True, False), root.add("Figure", "รูป"))
        for at, each in enumerate(data, 1)
    ]
    return layout(page(*boxes), root=root)


def boxes() -> Layout:
    """Tables, shapes, rules, links, outline, labels."""
    root = Element("Document")
    table = root.add("Table")
    cell = table.add("TR").add("TH")
    inside = paragraph([line(runs(["ช่อง"]))], x=0, y=0, element=cell.add("P"))
    links = (LinkArea(0, 0, 20, 18, "https://example.org/ก"), LinkArea(20, 0, 20, 18, "#ท้าย"))
    shape = Shape(300, 300, 50, 50, (("m", 0, 0), ("c", 10, 0, 20, 10, 50, 50)), "FFEEDD", "00AA00", 2, "double", 20.0)
    return layout(
        page(
            TableBox(
                72,
                200,
                100,
                50,
                (CellBox(0, 0, 100, 50, (inside,), cell, 90, True),),
                (Fill(0, 0, 100, 50, "DDEEFF"),),
                tuple(
                    Rule(0, 9 * at, 100, 9 * at, 1, "112233", style) for at, style in enumerate(("dotted", "dashed"))
                ),
                table,
            ),
            shape,
            paragraph([line((run("ดูที่"), run("นี่", 30)), links=links)], element=root.add("P")),
            label="ก",
        ),
        page(label="๒"),
        root=root,
        facts=FACTS,
        outline=(OutlineEntry(1, "หนึ่ง", Destination(0, 0, 0)), OutlineEntry(2, "สอง", Destination(1, 0, 0))),
        destinations={"ท้าย": Destination(1, 0, 0)},
    )


SAMPLES: dict[str, Callable[[], Layout]] = {"text": text, "compact": compact, "pictures": pictures, "boxes": boxes}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_nothing_in_them_is_transparent_or_of_another_colour_space(name: str) -> None:
    with opened(paint(SAMPLES[name](), PaintOptions(pdfa="1b"))) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream) and "/Width" in each:
                assert "/SMask" not in each
                assert str(each.ColorSpace) in ("/DeviceGray", "/DeviceRGB")
        for at in range(len(document.pages)):
            assert {name for _, name in operators(document, at)} & {"gs", "K", "k", "sh", "cs"} == set()


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_code_has_a_width_a_glyph_and_a_text(name: str) -> None:
    with opened(paint(SAMPLES[name](), PaintOptions(pdfa="1b"))) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == pikepdf.Name.CIDFontType2:
                codes = len(each.CIDToGIDMap.read_bytes()) // 2 - 1
                assert len(each.W[1]) == codes
                bits = int.from_bytes(each.FontDescriptor.CIDSet.read_bytes(), "big").bit_count()
                assert bits == codes + 1
