"""The content of a DrawingML graphic: pictures, shapes, text boxes, and groups of them, as pieces in points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .drawing_choice import choose
from .drawing_paths import Group, Place, arrow_head, ends, flipped, rectangle
from .drawing_source import Source, cropped, frame, picture_or_frame
from .drawing_styles import Stroke, fill_of, lighter, note_effects, stroke_of
from .drawing_texts import note_text, text_piece, tinted
from .drawn import PicturePiece, ShapePiece
from .package import MC, A, R, W
from .properties import number

if TYPE_CHECKING:
    from .drawing_geometry import Outline, Part

WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
DEEPEST = 40
"""How many groups may stand in each other."""
Piece = PicturePiece | ShapePiece
_NONE = (0.0, 0.0, 0.0, 0.0)


def is_on(text: str | None) -> bool:
    """An XML boolean."""
    return text in ("1", "true", "on")


def graphic(content: Any, box: tuple[float, float, float, float], source: Source) -> Iterator[Piece]:
    """The pieces of an `a:graphic` in a box: x, y, width, height in points."""
    data = content.find(A + "graphicData")
    drawn = False
    for child in () if data is None else data:
        if child.tag in (PIC + "pic", WPS + "wsp", WPG + "wgp", WPC + "wpc", MC + "AlternateContent"):
            drawn = True
            yield from _outermost(child, box, source)
    if not drawn:
        uri = "" if data is None else data.get("uri") or ""
        if uri.endswith("/chart") or "chartex" in uri:
            source.unsupported("แผนภูมิ", "a chart")
        elif uri.endswith("/diagram"):
            source.unsupported("SmartArt", "SmartArt")
        else:
            source.unsupported("วัตถุวาด", "a drawn object of an unknown kind")
        yield frame(*box)


def _outermost(element: Any, box: tuple[float, float, float, float], source: Source) -> Iterator[Piece]:
    if element.tag == MC + "AlternateContent":
        for child in choose(element) or ():
            yield from _outermost(child, box, source)
        return
    x, y, width, height = box
    if element.tag == WPC + "wpc":
        yield from _canvas(element, Place(x, y, width, height), source)
        return
    properties = _properties(element)
    turn, flip = _turned(None if properties is None else properties.find(A + "xfrm"))
    if 45 <= turn % 180 < 135 and _lies_on_its_side(properties, width, height):
        x, y, width, height = x + (width - height) / 2, y + (height - width) / 2, height, width
    yield from _placed(element, Place(x, y, width, height, turn, flip), source, None, 0)


def _lies_on_its_side(properties: Any, width: float, height: float) -> bool:
    """Whether the box given is that of the turned shape, its own width being the box's height."""
    extent = properties.find(f"{A}xfrm/{A}ext")
    across, down = (
        (0.0, 0.0) if extent is None else (number(extent.get("cx")) / 12700, number(extent.get("cy")) / 12700)
    )
    return abs(width - height) > 1 and abs(across - height) < 1 and abs(down - width) < 1


def _properties(element: Any) -> Any:
    for name in (WPS + "spPr", PIC + "spPr", WPG + "grpSpPr"):
        if (found := element.find(name)) is not None:
            return found
    return None


def _turned(transform: Any) -> tuple[float, tuple[bool, bool]]:
    if transform is None:
        return 0.0, (False, False)
    flip = is_on(transform.get("flipH")), is_on(transform.get("flipV"))
    return number(transform.get("rot")) / 60000, flip


def _pair(element: Any, first: str, second: str) -> tuple[float, float]:
    return (0.0, 0.0) if element is None else (number(element.get(first)), number(element.get(second)))


def _placed(element: Any, place: Place, source: Source, group_fill: str | None, depth: int) -> Iterator[Piece]:
    tag = element.tag
    if tag in (WPG + "wgp", WPG + "grpSp"):
        yield from _group(element, place, source, group_fill, depth)
    elif tag == PIC + "pic":
        yield from _picture(element, place.drawn, source)
    elif tag == WPS + "wsp":
        yield from _shape(element, place.drawn, source, group_fill)
    elif tag == WPG + "graphicFrame":
        at = place.drawn
        if (content := element.find(A + "graphic")) is not None:
            yield from graphic(content, (at.x, at.y, at.width, at.height), source)


def _group(element: Any, place: Place, source: Source, group_fill: str | None, depth: int) -> Iterator[Piece]:
    properties = element.find(WPG + "grpSpPr")
    transform = None if properties is None else properties.find(A + "xfrm")
    x, y = _pair(None if transform is None else transform.find(A + "chOff"), "x", "y")
    width, height = _pair(None if transform is None else transform.find(A + "chExt"), "cx", "cy")
    if (own := fill_of(properties, None, source, group_fill)) is not None:
        group_fill = own
    yield from _children(element, Group.of(place, x, y, width, height), source, group_fill, depth)


def _children(element: Any, group: Group, source: Source, group_fill: str | None, depth: int) -> Iterator[Piece]:
    if depth >= DEEPEST:
        source.unsupported("กลุ่มรูปร่างที่ซ้อนกันลึกเกินไป", "groups nested too deep")
        return
    for child in element:
        if child.tag == MC + "AlternateContent":
            if (branch := choose(child)) is not None:
                yield from _children(branch, group, source, group_fill, depth + 1)
            continue
        properties = child.find(WPG + "xfrm") if child.tag == WPG + "graphicFrame" else _properties(child)
        if properties is None:
            continue
        transform = properties if child.tag == WPG + "graphicFrame" else properties.find(A + "xfrm")
        turn, flip = _turned(transform)
        x, y = _pair(None if transform is None else transform.find(A + "off"), "x", "y")
        width, height = _pair(None if transform is None else transform.find(A + "ext"), "cx", "cy")
        yield from _placed(child, group.put(x, y, width, height, turn, flip), source, group_fill, depth + 1)


def _canvas(element: Any, place: Place, source: Source) -> Iterator[Piece]:
    at = place.drawn
    background, whole = element.find(WPC + "bg"), element.find(WPC + "whole")
    fill = fill_of(background, None, source)
    stroke = stroke_of(whole, None, source.theme)
    if fill is not None or stroke.colour is not None:
        outline = rectangle(at.width, at.height)
        yield ShapePiece(at.x, at.y, at.width, at.height, outline, fill, stroke.colour, stroke.width, stroke.style)
    yield from _children(element, Group(place), source, None, 0)


# ---------------------------------------------------------------- pictures


def _picture(element: Any, at: Place, source: Source) -> Iterator[Piece]:
    blip = element.find(f"{PIC}blipFill/{A}blip")
    relationship = None if blip is None else blip.get(R + "embed")
    properties = element.find(PIC + "spPr")
    note_effects(properties, blip, source)
    fill = fill_of(properties, None, source)
    box = rectangle(at.width, at.height)
    if fill is not None:
        yield ShapePiece(at.x, at.y, at.width, at.height, box, fill, turn=at.turn)
    if not relationship and blip is not None and blip.get(R + "link"):
        source.unsupported("รูปภาพที่อยู่นอกเอกสาร", "a picture that is linked, not embedded")
        yield frame(at.x, at.y, at.width, at.height, at.turn)
    else:
        crop = _crop(element.find(f"{PIC}blipFill/{A}srcRect"))
        x, y, width, height = at.x, at.y, at.width, at.height
        if (inner := element.find(f"{PIC}blipFill/{A}stretch/{A}fillRect")) is not None and len(inner.attrib):
            left, top, right, bottom = (max(-1.0, min(0.45, part)) for part in _shares(inner))
            x, y = x + width * left, y + height * top
            width, height = width * (1 - left - right), height * (1 - top - bottom)
        yield picture_or_frame(source, relationship, (x, y, width, height), crop, at.turn, at.flip)
    stroke = stroke_of(properties, None, source.theme)
    if stroke.colour is not None:
        outline = _outline(properties, at, source)
        for part in outline.parts:
            yield _stroked(at, part, stroke)


def _shares(element: Any) -> tuple[float, ...]:
    def share(text: str | None) -> float:
        return number(text[:-1]) / 100 if text and text.endswith("%") else number(text) / 100000

    return tuple(share(element.get(side)) for side in ("l", "t", "r", "b"))


def _crop(element: Any) -> tuple[float, float, float, float]:
    if element is None or not len(element.attrib):
        return _NONE
    left, top, right, bottom = _shares(element)
    return cropped(left, top, right, bottom)


# ---------------------------------------------------------------- shapes


def _outline(properties: Any, at: Place, source: Source) -> Outline:
    # Loaded when the first shape is met: most documents have pictures only, and start faster without.
    from .drawing_flowcharts import preset
    from .drawing_geometry import Outline, Part, adjustments, custom

    geometry = None if properties is None else properties.find(A + "prstGeom")
    if geometry is not None:
        name = geometry.get("prst") or "rect"
        if (found := preset(name, at.width, at.height, adjustments(geometry))) is not None:
            return found
        source.unsupported(f"รูปร่าง {name}", f"the shape {name}")
    elif properties is not None and (geometry := properties.find(A + "custGeom")) is not None:
        return custom(geometry, at.width, at.height)
    return Outline((Part(rectangle(at.width, at.height)),))


def _stroked(at: Place, part: Part, stroke: Stroke, fill: str | None = None) -> ShapePiece:
    colour = stroke.colour if part.stroke else None
    path = flipped(part.path, at.width, at.height, at.flip)
    return ShapePiece(at.x, at.y, at.width, at.height, path, fill, colour, stroke.width, stroke.style, at.turn)


def heads(at: Place, parts: tuple[Part, ...], stroke: Stroke) -> Iterator[ShapePiece]:
    """The arrow heads on the open lines of an outline."""
    if stroke.colour is None or (stroke.head[0], stroke.tail[0]) in (("", ""), ("none", "none")):
        return
    for part in parts:
        if not part.stroke or (both := ends(flipped(part.path, at.width, at.height, at.flip))) is None:
            continue
        for end, (kind, width, length) in zip(both, (stroke.head, stroke.tail), strict=True):
            if (made := arrow_head(end, kind, stroke.width, width, length)) is not None:
                path, solid = made
                box = (at.x, at.y, at.width, at.height)
                line = None if solid else stroke.colour
                inside = stroke.colour if solid else None
                yield ShapePiece(*box, path, inside, line, stroke.width, "solid", at.turn)


def _shape(element: Any, at: Place, source: Source, group_fill: str | None) -> Iterator[Piece]:
    properties, style = element.find(WPS + "spPr"), element.find(WPS + "style")
    outline = _outline(properties, at, source)
    fill = fill_of(properties, style, source, group_fill)
    stroke = stroke_of(properties, style, source.theme)
    note_effects(properties, None, source)
    if element.find(WPS + "linkedTxbx") is not None:
        source.unsupported("กล่องข้อความที่เชื่อมต่อกัน", "linked text boxes")
    written = element.find(f"{WPS}txbx/{W}txbxContent")
    if written is not None:
        note_text(element.find(WPS + "bodyPr"), source)
    text = (
        None
        if written is None
        else text_piece(element.find(WPS + "bodyPr"), at, tinted(written, style, source), outline)
    )
    for part in outline.parts:
        piece = _stroked(at, part, stroke, lighter(fill, part.light) if part.fill else None)
        if not piece.path or (piece.fill is None and piece.stroke is None):
            continue
        if text is not None and len(outline.parts) == 1 and text.turn == piece.turn and text.width == piece.width:
            # One piece, so that an outline that follows its text can grow with it.
            piece = piece._replace(text=text.text, insets=text.insets, anchor=text.anchor, grows=text.grows)
            text = None
        yield piece
    yield from heads(at, outline.parts, stroke)
    if text is not None:
        yield text
