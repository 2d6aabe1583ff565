"""Pages of strangers' PDFs in place of the pictures that show them: all that they draw with comes along."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from ita_docs.pages.model import Element, Picture
from ita_docs.painting.options import Conformance, PaintOptions
from ita_docs.painting.painting import paint
from ita_docs.problems import Problem

from .images import png
from .layouts import layout, page
from .reading import opened

FIGURE = Element("Figure", "หน้า 1")
BOX = Picture(100, 100, 200, 300, png(), element=FIGURE)
HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def written(folder: Path, draws: bytes, resources: Any = None, **how: Any) -> Path:
    """A PDF of one page of 200 by 300 points that draws so."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 300))
    pdf.pages[0].Resources = Dictionary() if resources is None else resources
    pdf.pages[0].Contents = pdf.make_stream(draws)
    for key, value in how.pop("entries", {}).items():
        pdf.pages[0][key] = value(pdf) if callable(value) else value
    pdf.save(folder / "a.pdf", **how)
    return folder / "a.pdf"


def painted(path: Path, pdfa: Conformance | None = None, number: int = 0) -> tuple[bytes, list[Problem]]:
    problems: list[Problem] = []
    originals = ((sha256(BOX.data).hexdigest(), path, number),)  # type: ignore[arg-type]
    root = Element("Document", children=[FIGURE])
    made = layout(page(BOX))._replace(root=root)
    return paint(made, PaintOptions(originals=originals, pdfa=pdfa), problems), problems


def is_page(data: bytes) -> bool:
    """Whether the page stands there; else the picture must."""
    with opened(data) as pdf:
        shown = [str(item.Subtype) for item in pdf.pages[0].Resources.XObject.values()]
    assert shown in (["/Form"], ["/Image"])
    return shown == ["/Form"]


def text_of(data: bytes) -> str:
    return str(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


def test_text_and_colours_stand_where_they_stood(tmp_path: Path) -> None:
    draws = b"1 0 0 rg 0 0 100 150 re f BT /F1 20 Tf 110 200 Td (Sawasdee) Tj ET"
    data, problems = painted(written(tmp_path, draws, Dictionary(Font=Dictionary(F1=HELVETICA))))
    assert is_page(data)
    assert problems == []
    assert "Sawasdee" in text_of(data)
    image = pypdfium2.PdfDocument(data)[0].render().to_pil()
    assert image.getpixel((150, 350)) == (255, 0, 0)
    assert image.getpixel((250, 350)) == (255, 255, 255)


def test_what_objects_share_is_copied_once_and_rings_end(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    ring = pdf.make_indirect(Dictionary(Type=Name("/Odd#20Name")))
    ring.Again = ring
    shared = pdf.make_stream(b"\1" * 30, Type=Name.XObject, Subtype=Name.Image, Width=30, Height=1)
    shared.ColorSpace, shared.BitsPerComponent = Name.DeviceGray, 8
    for _ in range(2):
        pdf.add_blank_page(page_size=(200, 300))
        pdf.pages[-1].Resources = Dictionary(XObject=Dictionary(A=shared, B=shared), Properties=Dictionary(R=ring))
        pdf.pages[-1].Contents = Array([pdf.make_stream(b"q 9 0 0 9 0 0 cm /A Do"), pdf.make_stream(b"/B Do Q")])
    pdf.save(tmp_path / "a.pdf")
    data, _ = painted(tmp_path / "a.pdf", number=1)
    assert is_page(data)
    with opened(data) as made:
        assert len([item for item in made.objects if isinstance(item, pikepdf.Stream) and "/Width" in item]) == 1
        (form,) = made.pages[0].Resources.XObject.values()
        assert b"/A Do\n/B Do" in form.read_bytes()


def test_an_owners_password_hides_nothing(tmp_path: Path) -> None:
    draws = b"BT /F1 20 Tf 20 200 Td (Sawasdee) Tj ET"
    fonts = Dictionary(Font=Dictionary(F1=HELVETICA))
    locked = pikepdf.Encryption(owner="x", user="")
    data, _ = painted(written(tmp_path, draws, fonts, encryption=locked))
    assert is_page(data)
    assert "Sawasdee" in text_of(data)


def test_a_stamp_over_a_page_is_part_of_it(tmp_path: Path) -> None:
    def stamp(pdf: pikepdf.Pdf) -> Array:
        look = pdf.make_stream(
            b"0 0 1 rg 0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 50])
        )
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 50, 50]), F=4, AP=Dictionary(N=look))
        return Array([pdf.make_indirect(note)])

    data, _ = painted(written(tmp_path, b"", entries={"/Annots": stamp}))
    assert pypdfium2.PdfDocument(data)[0].render().to_pil().getpixel((110, 390)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("entries", "number"),
    [({"/MediaBox": Array([0, 0, 0, 0])}, 0), ({"/Contents": Name.Odd}, 0), ({"/Rotate": Name.Odd}, 0), ({}, 7)],
)
def test_a_page_that_is_malformed_stays_a_picture_and_is_told(
    tmp_path: Path, entries: dict[str, Any], number: int
) -> None:
    data, problems = painted(written(tmp_path, b"", entries=entries), number=number)
    assert not is_page(data)
    assert [item.code for item in problems] == ["appendix-differs"]
    assert f"หน้า {number + 1}" in problems[0].message


def test_a_file_that_is_gone_stays_a_picture(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    for name in ("a.pdf", "b.pdf"):
        data, problems = painted(tmp_path / name)
        assert not is_page(data)
        assert [item.code for item in problems] == ["appendix-differs"]


FREE = Dictionary(ExtGState=Dictionary(G=Dictionary(Type=Name.ExtGState, ca=0.5)))


@pytest.mark.parametrize(
    ("draws", "resources", "allowed"),
    [
        (b"0.5 g 0 0 9 9 re f", Dictionary(), ("1b", "2b", "3b")),
        (b"/G gs 0 0 9 9 re f", FREE, ("2b", "3b")),
        (b"BT /F1 9 Tf (a) Tj ET", Dictionary(Font=Dictionary(F1=HELVETICA)), ()),
        (b"0 0 0 1 k 0 0 9 9 re f", Dictionary(), ()),
        (b"", Dictionary(ColorSpace=Dictionary(C=Name.DeviceCMYK)), ()),
        (b"", Dictionary(XObject=Dictionary(X=Dictionary(Subtype=Name.Form, OPI=Dictionary()))), ()),
        (b"", Dictionary(XObject=Dictionary(X=Dictionary(Subtype=Name.PS))), ()),
    ],
)
def test_in_pdfa_a_page_stands_only_where_it_may(
    tmp_path: Path, draws: bytes, resources: Any, allowed: tuple[str, ...]
) -> None:
    path = written(tmp_path, draws, resources)
    for level in ("1b", "2b", "3b"):
        data, problems = painted(path, level)
        assert is_page(data) == (level in allowed)
        assert bool(problems) == (level not in allowed)
