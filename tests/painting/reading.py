"""What readers of PDF make of ours."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

BREAK = "\r\n"


def said(pdf: bytes, page: int = 0) -> str:
    """The text of a page, as pdfium copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_range())
    finally:
        document.close()


def origins(pdf: bytes, page: int = 0) -> list[tuple[float, float]]:
    """Where pdfium says each character begins, in points from the page's lower left corner."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            x, y = pypdfium2.raw.c_double(), pypdfium2.raw.c_double()
            pypdfium2.raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
            found.append((x.value, y.value))
        text.close()
        return found


def picture(pdf: bytes, page: int = 0, scale: float = 1.0) -> Any:
    """A page as a Pillow image, `scale` pixels a point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF in pikepdf, its syntax sound."""
    document = pikepdf.open(BytesIO(pdf))
    assert document.check_pdf_syntax() == []
    return document


def operators(document: pikepdf.Pdf, page: int = 0) -> list[tuple[list[Any], str]]:
    """The operands and operators of a page's content."""
    parsed = pikepdf.parse_content_stream(document.pages[page])
    return [(list(each.operands), str(each.operator)) for each in parsed]


def tree(element: Any) -> Any:
    """An element of a structure tree as (role, kids): marked content by its number, links as `OBJR`."""
    kids = element.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return str(element.S)[1:], [_kid(kid) for kid in kids]


def _kid(kid: Any) -> Any:
    if isinstance(kid, int):
        return kid
    if kid.get("/Type") == pikepdf.Name.MCR:
        return "MCR", int(kid.MCID)
    if kid.get("/Type") == pikepdf.Name.OBJR:
        return "OBJR"
    return tree(kid)


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure tree."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        kids = element.get("/K", pikepdf.Array())
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                waiting.append(kid)
