"""What `w:pict` and `w:object` mean: VML shapes with their places, in points (ECMA-376 part 4, §14)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .drawing_choice import choose
from .drawing_paths import Place, rectangle, size
from .drawing_source import Source, frame
from .drawn import Anchor, Drawing, ShapePiece
from .package import MC, W
from .properties import number
from .vml_shapes import SHAPES, box_of, kind_of, pieces_of, turned
from .vml_style import W10, O, Sources, V, fill_of, is_true, length, style_of

_FROM_X = {
    "page": "page", "margin": "margin", "text": "column", "char": "character", "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin", "inner-margin-area": "insideMargin", "outer-margin-area": "outsideMargin",
}  # fmt: skip
_FROM_Y = {
    "page": "page", "margin": "margin", "text": "paragraph", "line": "line", "top-margin-area": "topMargin",
    "bottom-margin-area": "bottomMargin", "inner-margin-area": "topMargin", "outer-margin-area": "bottomMargin",
}  # fmt: skip
_ALIGN_X = frozenset(("left", "center", "right", "inside", "outside"))
_ALIGN_Y = frozenset(("top", "center", "bottom", "inside", "outside"))
_WRAPS = {"square": "square", "tight": "tight", "through": "tight", "topandbottom": "topAndBottom"}
_SIDES = {"both": "bothSides", "left": "left", "right": "right", "largest": "largest"}
_TEXT_WIDTH = 453.5
"""How wide a rule across the text is until the column's width is known: 16 cm."""


def read_vml(element: Any, source: Source) -> tuple[Drawing, ...]:
    """The drawings of a `w:pict` or `w:object`, one a shape or group that stands by itself."""
    made = tuple(_drawings(element, source))
    if not made and element.tag == W + "object":
        source.unsupported("วัตถุ OLE ที่ไม่มีรูปแทน", "an OLE object without a picture")
        width, height = (size(number(element.get(W + name)) / 20) for name in ("dxaOrig", "dyaOrig"))
        if width and height:
            return (Drawing(width, height, (frame(0.0, 0.0, width, height),)),)
    return made


def _drawings(element: Any, source: Source) -> Iterator[Drawing]:
    for child in element:
        if child.tag in SHAPES or child.tag == V + "group":
            style = style_of(child)
            if style.get("visibility") != "hidden" and style.get("display") != "none":
                yield _drawing(child, style, source)
        elif child.tag == MC + "AlternateContent" and (branch := choose(child)) is not None:
            yield from _drawings(branch, source)
        elif child.tag == O + "OLEObject" and child.get("Type") == "Link":
            continue


def _drawing(element: Any, style: dict[str, str], source: Source) -> Drawing:
    x, y, width, height = box_of(element, style, 0.75)
    if is_true(element.get(O + "hr"), False) and (width <= 0 or number(element.get(O + "hrpct"))):
        return _across(element, size(height, 0.75))
    width, height = size(width), size(height)
    turn, flip = turned(style)
    pieces = tuple(pieces_of(element, Place(0.0, 0.0, width, height, turn, flip), source, 0.75))
    alt = (element.get("alt") or "").strip()
    href = (element.get("href") or "").strip() or None
    floating = style.get("position") in ("absolute", "relative")
    return Drawing(width, height, pieces, _anchor(element, style, x, y) if floating else None, alt, link=href)


def _anchor(element: Any, style: dict[str, str], x: float, y: float) -> Anchor:
    wrap = element.find(W10 + "wrap")
    from_x = style.get("mso-position-horizontal-relative", "text")
    from_y = style.get("mso-position-vertical-relative", "text")
    kind, side = "none", "bothSides"
    if wrap is not None:
        # the areas beside the margins have no word here: Word writes the nearest that there is
        from_x = from_x if from_x.endswith("-area") else wrap.get("anchorx") or from_x
        from_y = from_y if from_y.endswith("-area") else wrap.get("anchory") or from_y
        kind = _WRAPS.get((wrap.get("type") or "").lower(), "none")
        side = _SIDES.get((wrap.get("side") or "").lower(), "bothSides")
    align_x, align_y = style.get("mso-position-horizontal", ""), style.get("mso-position-vertical", "")
    left, top, right, bottom = (
        size(length(style.get(f"mso-wrap-distance-{name}"), default))
        for name, default in (("left", 9.0), ("top", 0.0), ("right", 9.0), ("bottom", 0.0))
    )
    order = int(number(style.get("z-index")))
    return Anchor(
        _FROM_X.get(from_x, "column"),
        _FROM_Y.get(from_y, "paragraph"),
        align_x if align_x in _ALIGN_X else "",
        align_y if align_y in _ALIGN_Y else "",
        0.0 if align_x in _ALIGN_X else x,
        0.0 if align_y in _ALIGN_Y else y,
        kind,
        side,
        (left, top, right, bottom),
        order < 0,
        order,
        _share(style, "width"),
        _share(style, "height"),
    )


def _share(style: dict[str, str], side: str) -> tuple[str, float] | None:
    """(relativeFrom, share) of `mso-width-percent` or `mso-height-percent`, which count in thousandths."""
    share = number(style.get(f"mso-{side}-percent")) / 1000
    if share <= 0:
        return None
    names = _FROM_X if side == "width" else _FROM_Y
    start = names.get(style.get(f"mso-{side}-relative", "margin"), "margin")
    return start if start not in ("column", "paragraph") else "margin", min(share, 10.0)


def _across(element: Any, height: float) -> Drawing:
    """A horizontal rule (`o:hr`): as wide as the text, or a share of it in thousandths."""
    share = number(element.get(O + "hrpct")) / 1000
    share = share if 0 < share <= 1 else 1.0
    width = _TEXT_WIDTH * share
    align = element.get(O + "hralign") or "left"
    colour = fill_of(Sources(element, kind_of(element)[1]), True) or "A0A0A0"
    piece = ShapePiece(0.0, 0.0, width, height, rectangle(width, height), colour)
    # Word stands the rule in the middle of its line; six points is about that for text of 10 to 12 points.
    place = Anchor("column", "line", align if align in _ALIGN_X else "left", y=6.0, width_share=("margin", share))
    return Drawing(width, height, (piece,), place)
