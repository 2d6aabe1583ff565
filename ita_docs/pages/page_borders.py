"""The borders of a page: their lines one within the other, around its text or along its edge (§17.6.7, §17.6.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .flow import BorderLine, PageBorders
from .model import Box, Shape
from .package import W
from .properties import colour, edge, number

if TYPE_CHECKING:
    from .flow import Section
    from .reading import Reader

SIDES = ("top", "left", "bottom", "right")
THIN, THICK = 0.75, 1.5
"""Of borders of a thin and a thick line: the lines whose width is always the same, in points."""
PLAIN_ART = 1.5
"""The width of the line that stands for a border of pictures."""
LONGEST_SPACE = 31.0
_Place = tuple[float, float, float, float]


def read_borders(reader: Reader, element: Any) -> PageBorders | None:
    """What a `w:pgBorders` says; None where no side has a border. Pictures and waves become plain lines, and are told.

    Of borders of a thick and a thin line the name says which comes first from the top, or from the left: the second.
    """
    lines: dict[str, BorderLine] = {}
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        side = {"start": "left", "end": "right"}.get(name, name)
        if side in SIDES and (line := _line(reader, child, side)) is not None:
            lines[side] = line
    if not lines:
        return None
    headers = not reader.setting("bordersDoNotSurroundHeader"), not reader.setting("bordersDoNotSurroundFooter")
    return PageBorders(
        tuple(lines.items()),
        whence=element.get(W + "offsetFrom") or "text",
        display=element.get(W + "display") or "allPages",
        front=element.get(W + "zOrder") != "back",
        headers=headers,
    )


def _line(reader: Reader, element: Any, side: str) -> BorderLine | None:
    kind = element.get(W + "val") or "nil"
    if kind in ("nil", "none"):
        return None
    width = min(12.0, max(0.25, number(element.get(W + "sz"), 4) / 8))
    widths = _widths(kind, width)
    space = min(LONGEST_SPACE, max(0.0, number(element.get(W + "space"))))
    if widths is None:
        reader.unsupported("กรอบหน้ากระดาษแบบลวดลาย", "A page border of pictures")
        # the pictures are as large as the border says, in points; the line stands in their middle
        space += min(31.0, max(1.0, number(element.get(W + "sz"), 12))) / 2
        widths = (PLAIN_ART,)
    elif kind in ("wave", "doubleWave", "dashDotStroked"):
        reader.unsupported("กรอบหน้ากระดาษแบบเส้นคลื่นหรือเส้นเฉียง", "A page border of waves or strokes")
    if side in ("bottom", "right"):
        widths = widths[::-1]
    style = edge(element).style if len(widths) == 1 else "solid"
    shadow = element.get(W + "shadow") in ("1", "true", "on")
    return BorderLine(widths, style, colour(element.get(W + "color")) or "000000", space, shadow)


def _widths(kind: str, width: float) -> tuple[float, ...] | None:
    """The widths of lines and of the gaps between them, from the top or the left on; None for a border of pictures."""
    if kind in _SINGLE:
        return (width,)
    if kind in ("double", "doubleWave"):
        return (width,) * 3
    if kind == "triple":
        return (width,) * 5
    for start, build in _BUILT.items():
        if kind == start + "SmallGap":
            return build(width, THIN, THIN)
        if kind == start + "MediumGap":
            return build(width, width / 2, width / 2)
        if kind == start + "LargeGap":
            return build(THICK, THIN, width)
    return None


_SINGLE = (
    "single", "thick", "hairline", "dotted", "dashed", "dashSmallGap", "dotDash", "dotDotDash", "dashDotStroked",
    "wave", "threeDEmboss", "threeDEngrave", "inset", "outset",
)  # fmt: skip
_BUILT: Mapping[str, Callable[[float, float, float], tuple[float, ...]]] = {
    "thinThick": lambda thick, thin, gap: (thick, gap, thin),
    "thickThin": lambda thick, thin, gap: (thin, gap, thick),
    "thinThickThin": lambda thick, thin, gap: (thin, gap, thick, gap, thin),
}


def drawn_borders(section: Section, text: _Place, *, opening: bool) -> tuple[Box, ...]:
    """The borders of a page; text: left, top, right and bottom of what its text may fill. opening: whether it is the
    first page of its section.
    """
    borders = section.borders
    if borders is None or (borders.display == "firstPage" and not opening):
        return ()
    if borders.display == "notFirstPage" and opening:
        return ()
    sides = dict(borders.lines)
    outer = _outer(section, borders, sides, text)
    made = list(_shadow(sides, outer))
    first = sides.get("top")
    if first is not None and first.style == "solid" and len(sides) == 4:
        looks = {(line.widths, line.style, line.colour) for line in sides.values()}
        if len(looks) == 1:
            return (*made, *_rings(first, outer))
    for side, line in sides.items():
        made += _side(side, line, sides, outer)
    return tuple(made)


def _outer(section: Section, borders: PageBorders, sides: dict[str, BorderLine], text: _Place) -> _Place:
    """The outer edges of the borders: left, top, right, bottom."""

    def of(side: str) -> BorderLine:
        return sides.get(side, _NOTHING)

    if borders.whence == "page":
        return (
            of("left").space,
            of("top").space,
            section.width - of("right").space,
            section.height - of("bottom").space,
        )
    left, top, right, bottom = text
    if borders.headers[0] and any(section.headers.values()):
        top = min(top, section.header)
    if borders.headers[1] and any(section.footers.values()):
        bottom = max(bottom, section.height - section.footer)
    return (
        left - of("left").space - of("left").width,
        top - of("top").space - of("top").width,
        right + of("right").space + of("right").width,
        bottom + of("bottom").space + of("bottom").width,
    )


_NOTHING = BorderLine((), "none")


def _stripes(line: BorderLine) -> list[tuple[float, float]]:
    """Where each line of a border begins and ends, counted from its outer edge."""
    stripes = []
    at = 0.0
    for index, width in enumerate(line.widths):
        if index % 2 == 0:
            stripes.append((at, at + width))
        at += width
    return stripes


def _rings(line: BorderLine, outer: _Place) -> Iterator[Shape]:
    """Borders that are the same on all sides."""
    x1, y1, x2, y2 = outer
    for start, end in _stripes(line):
        width, height = x2 - x1 - 2 * start, y2 - y1 - 2 * start
        wide = end - start
        if width <= 2 * wide or height <= 2 * wide:
            continue
        path = _rectangle(0.0, 0.0, width, height) + _rectangle(wide, wide, width - wide, height - wide)
        yield Shape(x1 + start, y1 + start, width, height, path, line.colour, None, even_odd=True)


def _rectangle(x1: float, y1: float, x2: float, y2: float) -> tuple[tuple[str | float, ...], ...]:
    return (("m", x1, y1), ("l", x2, y1), ("l", x2, y2), ("l", x1, y2), ("z",))


def _side(side: str, line: BorderLine, sides: dict[str, BorderLine], outer: _Place) -> Iterator[Shape]:
    """The lines of one side, mitred where the next side has lines too."""
    x1, y1, x2, y2 = outer
    upright = side in ("left", "right")
    ends = ("top", "bottom") if upright else ("left", "right")
    low, high = (y1, y2) if upright else (x1, x2)
    stripes = _stripes(line)
    for index, (start, end) in enumerate(stripes):
        (low_out, low_in), (high_out, high_in) = (
            _mitre(sides.get(name, _NOTHING), line, len(stripes), index) for name in ends
        )
        if line.style != "solid":
            low_out = low_in = (low_out + low_in) / 2
            high_out = high_in = (high_out + high_in) / 2
        at = {"left": x1, "top": y1, "right": x2, "bottom": y2}[side]
        inwards = 1.0 if side in ("left", "top") else -1.0
        along = [(low + low_out, start), (high - high_out, start), (high - high_in, end), (low + low_in, end)]
        points = [(at + inwards * depth, place) for place, depth in along]
        if not upright:
            points = [(y, x) for x, y in points]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
        if line.style == "solid":
            (x, y), *rest = [(x - left, y - top) for x, y in points]
            path: tuple[tuple[str | float, ...], ...] = (("m", x, y), *(("l", x, y) for x, y in rest), ("z",))
            yield Shape(left, top, width, height, path, line.colour, None)
            continue
        middle = (end - start) / 2
        x, y = (left + middle, top) if upright else (left, top + middle)
        width, height = (0.0, height) if upright else (width, 0.0)
        path = (("m", 0.0, 0.0), ("l", width, height))
        yield Shape(x, y, width, height, path, None, line.colour, end - start, line.style)


def _mitre(beside: BorderLine, line: BorderLine, count: int, index: int) -> tuple[float, float]:
    """How far a line of a border ends before the outer edge of the side beside it, on its own outer and inner edge."""
    stripes = _stripes(beside)
    if len(stripes) == count:
        return stripes[index]
    start, end = _stripes(line)[index]
    share = beside.width / line.width
    return start * share, end * share


def _shadow(sides: dict[str, BorderLine], outer: _Place) -> Iterator[Shape]:
    """The shadow below and to the right of borders that ask for one, as wide as they are."""
    x1, y1, x2, y2 = outer
    right, bottom = sides.get("right", _NOTHING), sides.get("bottom", _NOTHING)
    if bottom.shadow:
        long = x2 - x1 - bottom.width + right.width
        yield Shape(
            x1 + bottom.width, y2, long, bottom.width, _rectangle(0.0, 0.0, long, bottom.width), bottom.colour, None
        )
    if right.shadow:
        long = y2 - y1 - right.width
        yield Shape(
            x2, y1 + right.width, right.width, long, _rectangle(0.0, 0.0, right.width, long), right.colour, None
        )
