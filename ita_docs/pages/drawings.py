"""What `w:drawing`, `w:pict` and `w:object` mean: pictures and shapes with their places, in points (§17.3.3, §20.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

from ..problems import Problem
from .drawing_choice import choose
from .drawing_paths import size, within
from .drawing_shapes import PIC, graphic, is_on
from .drawing_source import Source
from .drawn import Anchor, Drawing
from .package import MC, A, R, W
from .properties import number

__all__ = ["choose", "read_drawing"]

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WP14 = "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}"
_WRAPS = {
    "wrapNone": "none",
    "wrapSquare": "square",
    "wrapTight": "tight",
    "wrapThrough": "tight",
    "wrapTopAndBottom": "topAndBottom",
}
_SIDES = frozenset(("bothSides", "left", "right", "largest"))
_FROM_X = frozenset(
    ("page", "margin", "column", "character", "leftMargin", "rightMargin", "insideMargin", "outsideMargin")
)
_FROM_Y = frozenset(("page", "margin", "paragraph", "line", "topMargin", "bottomMargin"))
_ALIGN_X = frozenset(("left", "center", "right", "inside", "outside"))
_ALIGN_Y = frozenset(("top", "center", "bottom", "inside", "outside"))
_A4 = (595.3, 841.9)
_NOTHING = (0.0, 0.0, 0.0, 0.0)


def read_drawing(
    element: etree._Element,
    media: Callable[[str], bytes | None],
    theme: Mapping[str, str],
    report: Callable[[Problem], None],
    where: Mapping[str, str],
    link: Callable[[str], str | None] | None = None,
) -> tuple[Drawing, ...]:
    """The drawings of a `w:drawing`, `w:pict` or `w:object`, in order; an element of another name has none.

    media: the bytes of the part that a relationship id leads to; link: the URI that it leads to. theme: scheme colour
    names (accent1, dk1, tx1, …) → RRGGBB. where: the place that messages name, {"th": …, "en": …}.
    """
    source = Source(media, theme, report, where, link)
    if element.tag == W + "drawing":
        return tuple(_drawings(element, source))
    if element.tag in (W + "pict", W + "object"):
        # Loaded when first met: VML is in one document in ten.
        from .vml import read_vml

        inner = next(element.iterchildren(W + "drawing"), None)
        return read_vml(element, source) if inner is None else tuple(_drawings(inner, source))
    return ()


def _drawings(element: Any, source: Source) -> Iterator[Drawing]:
    for child in element:
        properties = child.find(WP + "docPr")
        if properties is not None and is_on(properties.get("hidden")):
            continue
        if child.tag == WP + "inline":
            yield _inline(child, source)
        elif child.tag == WP + "anchor":
            yield _floating(child, source)
        elif child.tag == MC + "AlternateContent" and (branch := choose(child)) is not None:
            yield from _drawings(branch, source)


def _points(text: str | None, default: float = 0.0) -> float:
    """A length in EMU as points."""
    return within(number(text, default * 12700) / 12700)


def _extent(element: Any) -> tuple[float, float]:
    extent = element.find(WP + "extent")
    if extent is None:
        return 0.1, 0.1
    return size(_points(extent.get("cx")), 0.0), size(_points(extent.get("cy")), 0.0)


def _effects(element: Any) -> tuple[float, float, float, float]:
    """How far the drawing's effects, lines and turned corners reach out of its extent."""
    effects = element.find(WP + "effectExtent")
    if effects is None:
        return _NOTHING
    left, top, right, bottom = (size(_points(effects.get(side))) for side in ("l", "t", "r", "b"))
    return left, top, right, bottom


def _said(element: Any, source: Source) -> tuple[str, str | None]:
    """The description and the link of a drawing."""
    properties = element.find(WP + "docPr")
    inner = element.find(f"{A}graphic/{A}graphicData/{PIC}pic/{PIC}nvPicPr/{PIC}cNvPr")
    alt, link = "", None
    for item in (properties, inner):
        if item is None:
            continue
        alt = alt or item.get("descr") or item.get("title") or ""
        click = item.find(A + "hlinkClick")
        if click is not None:
            link = link or source.link(click.get(R + "id"))
    return alt.strip(), link


def _inline(element: Any, source: Source) -> Drawing:
    width, height = _extent(element)
    left, top, right, bottom = _effects(element)
    alt, link = _said(element, source)
    pieces = tuple(_graphic(element, (left, top, width, height), source))
    return Drawing(size(width + left + right), size(height + top + bottom), pieces, None, alt, link=link)


def _graphic(element: Any, box: tuple[float, float, float, float], source: Source) -> Iterator[Any]:
    content = element.find(A + "graphic")
    if content is not None:
        yield from graphic(content, box, source)


def _floating(element: Any, source: Source) -> Drawing:
    width, height = _extent(element)
    alt, link = _said(element, source)
    pieces = tuple(_graphic(element, (0.0, 0.0, width, height), source))
    return Drawing(width, height, pieces, _anchor(element, source), alt, link=link)


def _anchor(element: Any, source: Source) -> Anchor:
    from_x, align_x, x = _position(element, "positionH", source)
    from_y, align_y, y = _position(element, "positionV", source)
    if is_on(element.get("simplePos")) and (place := element.find(WP + "simplePos")) is not None:
        from_x, align_x, x = "page", "", _points(place.get("x"))
        from_y, align_y, y = "page", "", _points(place.get("y"))
    wrap, side = "none", "bothSides"
    left, top, right, bottom = (size(_points(element.get(f"dist{letter}"))) for letter in "LTRB")
    for name, kind in _WRAPS.items():
        if (found := element.find(WP + name)) is not None:
            wrap = kind
            if (said := found.get("wrapText")) in _SIDES:
                side = said
            left, top, right, bottom = (
                size(_points(found.get(f"dist{letter}"), own))
                for letter, own in zip("LTRB", (left, top, right, bottom), strict=True)
            )
            break
    if wrap != "none":
        left, top, right, bottom = (
            own + more for own, more in zip((left, top, right, bottom), _effects(element), strict=True)
        )
    return Anchor(
        from_x if from_x in _FROM_X else "column",
        from_y if from_y in _FROM_Y else "margin" if from_y in ("insideMargin", "outsideMargin") else "paragraph",
        align_x if align_x in _ALIGN_X else "",
        align_y if align_y in _ALIGN_Y else "",
        x,
        y,
        wrap,
        side,
        (left, top, right, bottom),
        is_on(element.get("behindDoc")),
        _whole(element.get("relativeHeight")),
        _relative_size(element, "sizeRelH", "pctWidth"),
        _relative_size(element, "sizeRelV", "pctHeight"),
    )


def _whole(text: str | None) -> int:
    """An unsigned 32-bit number."""
    text = (text or "").strip()
    return min(int(text), 0xFFFFFFFF) if text.isascii() and text.isdigit() and len(text) <= 12 else 0


def _position(element: Any, name: str, source: Source) -> tuple[str, str, float]:
    """relativeFrom, alignment and offset of `wp:positionH` or `wp:positionV`."""
    found = element.find(WP + name)
    if found is None:
        for alternate in element.iterfind(MC + "AlternateContent"):
            branch = choose(alternate)
            if branch is not None and (found := branch.find(WP + name)) is not None:
                break
    if found is None:
        return "", "", 0.0
    start = found.get("relativeFrom") or ""
    align = found.find(WP + "align")
    if align is not None:
        return start, (align.text or "").strip(), 0.0
    if (offset := found.find(WP + "posOffset")) is not None:
        return start, "", _points((offset.text or "").strip())
    for letter, length in zip("HV", _A4, strict=True):
        if (share := found.find(f"{WP14}pctPos{letter}Offset")) is not None:
            source.unsupported("ตำแหน่งเป็นร้อยละของหน้า", "a position in percent of the page")
            return start, "", within(number((share.text or "").strip()) / 100000 * length)
    return start, "", 0.0


def _relative_size(element: Any, name: str, inner: str) -> tuple[str, float] | None:
    """(relativeFrom, share) of `wp14:sizeRelH` or `wp14:sizeRelV`; None for 0 %, which is how Word writes none."""
    found = element.find(WP14 + name)
    if found is None:
        return None
    value = found.find(WP14 + inner)
    share = 0.0 if value is None else number((value.text or "").strip()) / 100000
    return (found.get("relativeFrom") or "margin", min(share, 10.0)) if share > 0 else None
