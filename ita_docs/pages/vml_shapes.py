"""The shapes of VML: outline, picture, text and WordArt of one, and groups of them, as pieces in points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import category

from .colours import vml_colour
from .drawing_choice import choose
from .drawing_flowcharts import preset
from .drawing_geometry import Outline, Part
from .drawing_paths import Group, Path, Pen, Place, flipped, rectangle
from .drawing_shapes import DEEPEST, Piece, heads
from .drawing_source import Source, cropped, picture_or_frame
from .drawing_texts import Insets, text_box
from .drawn import ShapePiece
from .package import MC, R, W
from .properties import number
from .vml_paths import outline as drawn_outline
from .vml_style import O, Sources, V, degrees, fill_of, is_true, length, pair, share, stroke_of, style_of

SHAPES = frozenset(
    V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "image", "arc", "curve")
)
_PRESETS = {
    1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 5: "triangle", 6: "rtTriangle", 7: "parallelogram",
    8: "flowChartManualOperation", 9: "hexagon", 10: "octagon", 11: "plus", 12: "star5", 13: "rightArrow",
    15: "homePlate", 16: "cube", 20: "line", 21: "plaque", 22: "can", 23: "donut", 32: "line",
    33: "bentConnector2", 34: "bentConnector3", 37: "curvedConnector2", 38: "curvedConnector3", 55: "chevron",
    56: "pentagon", 58: "star8", 59: "star16", 60: "star32", 61: "wedgeRectCallout", 62: "wedgeRoundRectCallout",
    63: "wedgeEllipseCallout", 64: "wave", 65: "foldedCorner", 66: "leftArrow", 67: "downArrow", 68: "upArrow",
    69: "leftRightArrow", 70: "upDownArrow", 73: "lightningBolt", 74: "heart", 75: "rect", 76: "quadArrow",
    84: "bevel", 85: "leftBracket", 86: "rightBracket", 87: "leftBrace", 88: "rightBrace", 92: "star24",
    95: "blockArc", 96: "smileyFace", 98: "horizontalScroll", 106: "cloudCallout", 109: "flowChartProcess",
    110: "flowChartDecision", 111: "flowChartInputOutput", 112: "flowChartPredefinedProcess",
    113: "flowChartInternalStorage", 114: "flowChartDocument", 115: "flowChartMultidocument",
    116: "flowChartTerminator", 117: "flowChartPreparation", 118: "flowChartManualInput",
    119: "flowChartManualOperation", 120: "flowChartConnector", 121: "flowChartPunchedCard",
    122: "flowChartPunchedTape", 123: "flowChartSummingJunction", 124: "flowChartOr", 125: "flowChartCollate",
    126: "flowChartSort", 127: "flowChartExtract", 128: "flowChartMerge", 130: "flowChartOnlineStorage",
    131: "flowChartMagneticTape", 132: "flowChartMagneticDisk", 133: "flowChartMagneticDrum",
    134: "flowChartDisplay", 135: "flowChartDelay", 176: "flowChartAlternateProcess",
    177: "flowChartOffpageConnector", 184: "moon", 185: "bracketPair", 186: "bracePair", 187: "star4",
    202: "rect",
}  # fmt: skip
"""The shapes that `#_x0000_t…` and `o:spt` number, where the document does not spell them out."""
_LINES = frozenset((20, 32, 33, 34, 37, 38))
_PICTURE = 75
_BROKEN = "-21474836"
"""What LibreOffice writes into paths in place of its own formulas' numbers: such a path says nothing."""
Box = tuple[float, float, float, float]


def kind_of(element: Any) -> tuple[int, Any]:
    """The number of a shape's type (0 for none), and the `v:shapetype` that it names, where the document has it."""
    name = (element.get("type") or "").lstrip("#")
    digits = name.rpartition("_t")[2]
    code = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0
    if not name:
        return int(max(0.0, min(999.0, number(element.get(O + "spt"))))), None
    found = None
    parent = element.getparent()
    for near in () if parent is None else parent.iterfind(V + "shapetype"):
        if near.get("id") == name:
            found = near
    if found is None and code not in _PRESETS:
        for far in element.getroottree().iter(V + "shapetype"):
            if far.get("id") == name:
                found = far
                break
    if found is not None and not code:
        code = int(max(0.0, min(999.0, number(found.get(O + "spt")))))
    return code, found


def box_of(element: Any, style: dict[str, str], bare: float) -> Box:
    """x, y, width, height as written; bare: what a number without a unit is worth."""
    x = length(style.get("left"), 0.0, bare) + length(style.get("margin-left"), 0.0, bare)
    y = length(style.get("top"), 0.0, bare) + length(style.get("margin-top"), 0.0, bare)
    if element.tag in (V + "line", V + "curve"):
        ends = [_point(element.get(name), bare) for name in ("from", "to")]
        (x1, y1), (x2, y2) = ends
        return x + min(x1, x2), y + min(y1, y2), abs(x2 - x1), abs(y2 - y1)
    if element.tag == V + "polyline" and (points := _points(element, bare)):
        xs, ys = [at[0] for at in points], [at[1] for at in points]
        return x + min(xs), y + min(ys), max(xs) - min(xs), max(ys) - min(ys)
    return x, y, length(style.get("width"), 0.0, bare), length(style.get("height"), 0.0, bare)


def _point(text: str | None, bare: float) -> tuple[float, float]:
    first, _, second = (text or "").partition(",")
    return length(first, 0.0, bare), length(second, 0.0, bare)


def _points(element: Any, bare: float) -> list[tuple[float, float]]:
    values = [length(word, 0.0, bare) for word in (element.get("points") or "").replace(",", " ").split()]
    return list(zip(values[::2], values[1::2], strict=False))


def turned(style: dict[str, str]) -> tuple[float, tuple[bool, bool]]:
    """Degrees clockwise, and whether mirrored horizontally, vertically."""
    flip = style.get("flip", "")
    return degrees(style.get("rotation")), ("x" in flip, "y" in flip)


def pieces_of(element: Any, place: Place, source: Source, bare: float, depth: int = 0) -> Iterator[Piece]:
    """The pieces of a shape or group that stands at `place`."""
    if element.tag == V + "group":
        if depth >= DEEPEST:
            source.unsupported("กลุ่มรูปร่างที่ซ้อนกันลึกเกินไป", "groups nested too deep")
            return
        width, height = pair(element.get("coordsize"), (1000.0, 1000.0))
        x, y = pair(element.get("coordorigin"), (0.0, 0.0))
        yield from _children(element, Group.of(place, x, y, width, height, 1.0), source, depth + 1)
    elif element.tag in SHAPES:
        yield from _shape(element, place.drawn, source, bare)


def _children(element: Any, group: Group, source: Source, depth: int) -> Iterator[Piece]:
    for child in element:
        if child.tag == MC + "AlternateContent" and depth < DEEPEST:
            if (branch := choose(child)) is not None:
                yield from _children(branch, group, source, depth + 1)
        elif child.tag in SHAPES or child.tag == V + "group":
            style = style_of(child)
            if style.get("visibility") == "hidden":
                continue
            turn, flip = turned(style)
            yield from pieces_of(child, group.put(*box_of(child, style, 1.0), turn, flip), source, 1.0, depth)


def _outline(element: Any, shape: Sources, code: int, at: Place, bare: float) -> Outline:
    kind, width, height = element.tag[len(V) :], at.width, at.height
    own = (None if shape.kind is None else shape.kind.get("path")) or element.get("path") or ""
    path = "" if _BROKEN in own else own
    if kind in ("line", "curve"):
        (x1, y1), (x2, y2) = (_point(element.get(name), bare) for name in ("from", "to"))
        left, right = (width, 0.0) if x1 > x2 else (0.0, width)
        top, bottom = (height, 0.0) if y1 > y2 else (0.0, height)
        pen = Pen().move(left, top)
        if kind == "curve" and element.get("control1") and element.get("control2"):
            x, y = min(x1, x2), min(y1, y2)
            (a, b), (c, d) = (_point(element.get(name), bare) for name in ("control1", "control2"))
            pen.curve(a - x, b - y, c - x, d - y, right, bottom)
        else:
            pen.line(right, bottom)
        return Outline((Part(pen.path, fill=kind == "curve"),))
    if kind == "polyline" and (points := _points(element, bare)):
        left, top = min(x for x, _ in points), min(y for _, y in points)
        right, bottom = max(x for x, _ in points), max(y for _, y in points)
        sx = width / (right - left) if right > left else 1.0
        sy = height / (bottom - top) if bottom > top else 1.0
        pen = Pen(sx, sy).move(points[0][0] - left, points[0][1] - top)
        for x, y in points[1:]:
            pen.line(x - left, y - top)
        return Outline((Part(pen.path, fill=points[0] == points[-1]),))
    if kind == "arc":
        start, end = degrees(element.get("startangle")), degrees(element.get("endangle") or "90")
        return _known("arc", width, height, {"adj1": (start - 90) * 60000, "adj2": (end - 90) * 60000})
    if kind == "oval":
        return _known("ellipse", width, height, {})
    if kind == "roundrect":
        return _known("roundRect", width, height, {"adj": share(element.get("arcsize"), 0.2) * 100000})
    if kind == "shape" and path and code != _PICTURE:
        return drawn_outline(path, shape, width, height)
    return _known(_PRESETS.get(code, "rect"), width, height, {})


def _known(name: str, width: float, height: float, adjusted: dict[str, float]) -> Outline:
    return preset(name, width, height, adjusted) or Outline((Part(rectangle(width, height)),))


def _shape(element: Any, at: Place, source: Source, bare: float) -> Iterator[Piece]:
    code, kind = kind_of(element)
    shape = Sources(element, kind)
    image = element.find(V + "imagedata")
    bare_picture = image is not None or code == _PICTURE
    stroke = stroke_of(shape, not bare_picture)
    fill = fill_of(shape, not bare_picture and code not in _LINES)
    string = element.find(V + "textpath")
    if string is not None and string.get("string") and is_true(string.get("on"), True):
        source.unsupported("อักษรศิลป์ (WordArt)", "WordArt (drawn as plain text)")
        yield _word_art(string, at, fill or stroke.colour or "000000")
        return
    outline = _outline(element, shape, code, at, bare)
    text = _text(element, at, outline)
    box = (at.x, at.y, at.width, at.height)
    for part in outline.parts:
        inside = fill if part.fill else None
        line = stroke.colour if part.stroke and image is None else None
        path: Path = flipped(part.path, at.width, at.height, at.flip)
        piece = ShapePiece(*box, path, inside, line, stroke.width, stroke.style, at.turn)
        if not path or (inside is None and line is None):
            continue
        if text is not None and len(outline.parts) == 1 and (text.turn, text.width) == (piece.turn, piece.width):
            piece = piece._replace(text=text.text, insets=text.insets, anchor=text.anchor, grows=text.grows)
            text = None
        yield piece
    if image is not None:
        crop = cropped(*(share(image.get(f"crop{side}")) for side in ("left", "top", "right", "bottom")))
        relationship = image.get(R + "id") or image.get(R + "pict") or image.get(O + "relid")
        yield picture_or_frame(source, relationship, box, crop, at.turn, at.flip)
        if stroke.colour is not None:
            yield ShapePiece(
                *box, rectangle(at.width, at.height), None, stroke.colour, stroke.width, stroke.style, at.turn
            )
    yield from heads(at, outline.parts, stroke)
    if text is not None:
        yield text


def _text(element: Any, at: Place, outline: Outline) -> ShapePiece | None:
    box = element.find(V + "textbox")
    content = None if box is None else box.find(W + "txbxContent")
    if content is None:
        return None
    style, own = style_of(box), style_of(element)
    words = (box.get("inset") or "").split(",")
    sides = []
    for word, inner, default in zip([*words, "", "", "", ""][:4], outline.inset, (7.2, 3.6, 7.2, 3.6), strict=True):
        sides.append(inner + min(1440.0, max(0.0, length(word, default, 1 / 12700))))
    insets: Insets = (sides[0], sides[1], sides[2], sides[3])
    direction = 0
    if "vertical" in style.get("layout-flow", ""):
        direction = 270 if style.get("mso-layout-flow-alt") == "bottom-to-top" else 90
    anchor = own.get("v-text-anchor", "top").partition("-")[0]
    grows = is_true(style.get("mso-fit-shape-to-text"), False)
    # VML text stays upright where its shape is turned.
    upright = Place(at.x, at.y, at.width, at.height)
    return text_box(upright, content, insets, anchor if anchor in ("middle", "bottom") else "top", grows, direction)


def _word_art(element: Any, at: Place, colour: str) -> ShapePiece:
    """A string as text of a size that about fills the box."""
    text = " ".join((element.get("string") or "").split())
    count = max(1, sum(1 for char in text if category(char) != "Mn"))
    points = max(1.0, min(at.height * 0.8, at.width / count / 0.5, 400.0))
    style = style_of(element)
    family = style.get("font-family", "").strip("\"' ")
    content = element.makeelement(W + "txbxContent", nsmap={"w": W[1:-1]})

    def add(parent: Any, name: str, **values: str) -> Any:
        child = parent.makeelement(W + name)
        for key, value in values.items():
            child.set(W + key, value)
        parent.append(child)
        return child

    paragraph = add(content, "p")
    properties = add(paragraph, "pPr")
    add(properties, "spacing", before="0", after="0", line="240", lineRule="auto")
    add(properties, "jc", val="center")
    run = add(paragraph, "r")
    looks = add(run, "rPr")
    if family:
        add(looks, "rFonts", ascii=family, hAnsi=family, cs=family)
    if style.get("font-weight") == "bold":
        add(looks, "b")
        add(looks, "bCs")
    add(looks, "color", val=vml_colour(colour) or "000000")
    add(looks, "sz", val=str(round(points * 2)))
    add(looks, "szCs", val=str(round(points * 2)))
    add(run, "t").text = text
    return ShapePiece(
        at.x, at.y, at.width, at.height, turn=at.turn, text=content, insets=(0.0, 0.0, 0.0, 0.0), anchor="middle"
    )
