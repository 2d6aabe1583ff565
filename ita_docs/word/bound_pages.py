"""Pages shown as pictures, one to a page: of a PDF, or a picture file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

from ..problems import TemplateError, problem
from .complex_script import W
from .insertions import Leaf, LeavesInsertion
from .photos import ready

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
QUALITY = 80
EMU_IN_POINT = 12_700
SLACK = 8.0
"""Points that a picture leaves free at the foot of its page: the line that it stands on is a little higher than it."""

LEAF = (
    '<w:p xmlns:w="{w}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<w:pPr>{broken}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/>'
    '</w:rPr></w:pPr><w:r><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr><w:drawing>'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name}" descr="{said}"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="{name}" descr="{said}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
"""A page's picture in a paragraph."""


class Shown(NamedTuple):
    """A page as a picture: its bytes, the ending of its file's name, its size in EMU, what is read out in its place."""

    data: bytes
    ending: str
    width: int
    height: int
    description: str
    leaf: Leaf


def shown(insertion: LeavesInsertion, rooms: list[tuple[float, float]]) -> Iterator[Shown]:
    """Each page fitted to its room (width, height; points), one in memory at a time. Raises TemplateError."""
    if not insertion.is_pdf:
        (leaf,), (room,) = insertion.leaves, rooms
        width, height = _fitted(leaf, room)
        data, name = ready(insertion.path, width, height)
        yield Shown(data, name.rpartition(".")[2], width, height, insertion.name, leaf)
        return
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(insertion.path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise _damaged(insertion.path) from error
    try:
        for leaf, room in zip(insertion.leaves, rooms, strict=True):
            width, height = _fitted(leaf, room)
            scale = width / EMU_IN_POINT / leaf.width * DPI / 72
            try:
                page = document[leaf.number]
                image = page.render(scale=scale, may_draw_forms=True).to_pil()
            except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
                raise _damaged(insertion.path) from error
            data, ending = packed(image)
            said = f"{insertion.name} หน้า {leaf.number + 1}"
            yield Shown(data, ending, width, height, said, leaf)
    finally:
        document.close()


def _damaged(path: Path) -> TemplateError:
    reason = {"th": "เป็น PDF ที่เสียหายหรือไม่ครบ", "en": "it is a damaged PDF"}
    return TemplateError(problem("appendix-unusable", value=path.name, reason=reason))


def _fitted(leaf: Leaf, room: tuple[float, float]) -> tuple[int, int]:
    scale = min(room[0] / leaf.width, (room[1] - SLACK) / leaf.height)
    return max(1, int(leaf.width * scale * EMU_IN_POINT)), max(1, int(leaf.height * scale * EMU_IN_POINT))


def packed(image: Image) -> tuple[bytes, str]:
    """A page's picture as JPEG or PNG, whichever is smaller; in grey where it has no colour."""
    from PIL import ImageChops

    image = image.convert("RGB")
    red, green, blue = image.split()
    if not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(green, blue).getbbox():
        image = green
    photo, drawing = io.BytesIO(), io.BytesIO()
    image.save(photo, "JPEG", quality=QUALITY, optimize=True, dpi=(DPI, DPI))
    image.save(drawing, "PNG", optimize=False, compress_level=6, dpi=(DPI, DPI))
    if len(drawing.getvalue()) <= len(photo.getvalue()):
        return drawing.getvalue(), "png"
    return photo.getvalue(), "jpg"


def paragraph(page: Shown, identity: int, relation: str, *, broken: bool) -> Any:
    """The paragraph that shows a page; broken: it begins a new one. identity: of the drawing; relation: its picture."""
    return etree.fromstring(
        LEAF.format(
            w=W[1:-1],
            broken="<w:pageBreakBefore/>" if broken else "",
            cx=page.width,
            cy=page.height,
            id=identity,
            name=f"Page {page.leaf.number + 1}",
            said=escape(page.description),
            relation=relation,
        )
    )
