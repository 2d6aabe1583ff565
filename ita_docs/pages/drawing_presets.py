"""The preset shapes of DrawingML (§20.1.10.56) as outlines in points: polygons and boxes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .drawing_geometry import Outline, Part
from .drawing_paths import Pen

CORNER = 0.29289
"""How far a quarter circle stays away from its corner: 1 - cos 45°."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a preset is drawn from: its box, and the adjustments that the document gives."""

    width: float
    height: float
    adjusted: Mapping[str, float]

    @property
    def least(self) -> float:
        """The shorter side."""
        return min(self.width, self.height)

    def share(self, name: str, default: float, most: float = 100000.0, least: float = 0.0) -> float:
        """An adjustment in 100000ths as a share, kept between `least` and `most`."""
        value = self.adjusted.get(name, default)
        return max(least, min(most, value)) / 100000

    def of_least(self, name: str, default: float, side: float, most: float = 100000.0) -> float:
        """An adjustment that is a share of the shorter side, at most `most` of `side`; as a length."""
        return min(self.least * self.share(name, default, 1e9), side * most / 100000)

    def angle(self, name: str, default: float) -> float:
        """An adjustment in 60000ths of a degree as degrees."""
        return self.adjusted.get(name, default) / 60000


Draw = Callable[[Given], Outline]


def filled(*pens: Pen, inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> Outline:
    """An outline of paths that are all filled and stroked."""
    return Outline(tuple(Part(pen.path) for pen in pens), inset)


def stroked(*pens: Pen) -> Outline:
    """An outline of lines."""
    return Outline(tuple(Part(pen.path, fill=False) for pen in pens))


def _rect(g: Given) -> Outline:
    return filled(Pen().polygon(0, 0, g.width, 0, g.width, g.height, 0, g.height))


def _corners(g: Given, round_: bool, *sizes: float) -> Outline:
    """A box whose corners (top left, then clockwise) are rounded or cut off."""
    w, h = g.width, g.height
    a, b, c, d = sizes
    pen = Pen().move(0, a)
    steps = ((a, a, 0, 180), (b, w, b, 270), (c, w - c, h, 0), (d, 0, h - d, 90))
    before = ((0, a), (w - b, 0), (w, h - c), (d, h))
    for (length, x, y, start), at in zip(steps, before, strict=True):
        pen.line(*at)
        if length > 0:
            if round_:
                pen.arc(length, length, start, 90)
            else:
                pen.line(x, y)
    pull = max(sizes) * (CORNER if round_ else 0.5)
    return filled(pen.close(), inset=(pull, pull, pull, pull))


def corner(g: Given, name: str, default: float) -> float:
    return g.least * g.share(name, default, 50000)


def round_rect(g: Given) -> Outline:
    r = corner(g, "adj", 16667)
    return _corners(g, True, r, r, r, r)


def _two(g: Given, round_: bool, same: bool, first: float, second: float) -> Outline:
    a, b = corner(g, "adj1", first), corner(g, "adj2", second)
    return _corners(g, round_, a, a, b, b) if same else _corners(g, round_, a, b, a, b)


def _ellipse(g: Given) -> Outline:
    x, y = g.width * (1 - math.sqrt(0.5)) / 2, g.height * (1 - math.sqrt(0.5)) / 2
    return filled(Pen().ellipse(0, 0, g.width, g.height), inset=(x, y, x, y))


def _triangle(g: Given) -> Outline:
    top = g.share("adj", 50000) * g.width
    return filled(
        Pen().polygon(0, g.height, top, 0, g.width, g.height), inset=(top / 2, g.height / 2, (g.width - top) / 2, 0)
    )


def _parallelogram(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 25000, g.width)
    return filled(Pen().polygon(0, h, x, 0, w, 0, w - x, h), inset=(x / 2, h / 12, x / 2, h / 12))


def _trapezoid(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 25000, g.width, 50000)
    return filled(
        Pen().polygon(0, h, x, 0, w - x, 0, w, h), inset=(x * 2 / 3, x * 2 / 3 * h / max(w, 0.1), x * 2 / 3, 0)
    )


def _home_plate(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 50000, g.width)
    return filled(Pen().polygon(0, 0, w - x, 0, w, h / 2, w - x, h, 0, h), inset=(0, 0, x / 2, 0))


def _chevron(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 50000, g.width)
    return filled(Pen().polygon(0, 0, w - x, 0, w, h / 2, w - x, h, 0, h, x, h / 2), inset=(x / 2, 0, x / 2, 0))


def _hexagon(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 25000, g.width, 50000)
    return filled(
        Pen().polygon(0, h / 2, x, 0, w - x, 0, w, h / 2, w - x, h, x, h), inset=(x / 2, h / 12, x / 2, h / 12)
    )


def _octagon(g: Given) -> Outline:
    x = corner(g, "adj", 29289)
    return _corners(g, False, x, x, x, x)


def _regular(g: Given, count: int) -> Outline:
    """A regular polygon with a corner at the top (at the sides for even counts), stretched over the box."""
    begin = -math.pi / 2 if count % 2 else math.pi / count
    at = [(math.cos(begin + i * math.tau / count), math.sin(begin + i * math.tau / count)) for i in range(count)]
    left, top = min(x for x, _ in at), min(y for _, y in at)
    wide, high = max(x for x, _ in at) - left, max(y for _, y in at) - top
    points = [v for x, y in at for v in ((x - left) / wide * g.width, (y - top) / high * g.height)]
    return filled(Pen().polygon(*points), inset=(g.width / 6, g.height / 6, g.width / 6, g.height / 6))


def _plus(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj", 25000)
    points = (0, x, x, x, x, 0, w - x, 0, w - x, x, w, x, w, h - x, w - x, h - x, w - x, h, x, h, x, h - x, 0, h - x)
    return filled(Pen().polygon(*points))


def _frame(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj1", 12500)
    pen = Pen().polygon(0, 0, w, 0, w, h, 0, h).polygon(x, x, x, h - x, w - x, h - x, w - x, x)
    return filled(pen, inset=(x, x, x, x))


def _donut(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj", 25000)
    pen = Pen().ellipse(0, 0, w, h).move(x, h / 2).arc(w / 2 - x, h / 2 - x, 180, -360).close()
    return filled(pen, inset=(w * 0.146, h * 0.146, w * 0.146, h * 0.146))


def _half_frame(g: Given) -> Outline:
    w, h = g.width, g.height
    x, y = g.of_least("adj2", 33333, w), g.of_least("adj1", 33333, h)
    slope = h / max(w, 0.01)
    return filled(Pen().polygon(0, 0, w, 0, w - y / max(slope, 0.01), y, x, y, x, h - x * slope, 0, h))


def _l_shape(g: Given) -> Outline:
    w, h, x, y = g.width, g.height, g.of_least("adj2", 50000, g.width), g.of_least("adj1", 50000, g.height)
    return filled(Pen().polygon(0, 0, x, 0, x, h - y, w, h - y, w, h, 0, h))


def _stripe(g: Given) -> Outline:
    w, h, s = g.width, g.height, g.share("adj", 50000)
    return filled(Pen().polygon(0, h * s, w * s, 0, w, 0, 0, h))


def _folded(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj", 16667)
    body = Pen().polygon(0, 0, w, 0, w, h - x, w - x, h, 0, h)
    fold = Pen().polygon(w - x, h, w - x * 0.8, h - x * 0.8, w, h - x)
    return Outline((Part(body.path), Part(fold.path, light=-0.2)), (0, 0, 0, x))


def _plaque(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj", 16667)
    pen = Pen().move(0, x).arc(x, x, 90, -90).line(w - x, 0).arc(x, x, 180, -90).line(w, h - x).arc(x, x, 270, -90)
    pen.line(x, h).arc(x, x, 0, -90).close()
    return filled(pen, inset=(x * 0.707, x * 0.707, x * 0.707, x * 0.707))


def _bevel(g: Given) -> Outline:
    w, h, x = g.width, g.height, corner(g, "adj", 12500)
    sides = (
        ((0, 0, w, 0, w - x, x, x, x), 0.2), ((0, 0, x, x, x, h - x, 0, h), 0.4),
        ((0, h, x, h - x, w - x, h - x, w, h), -0.2), ((w, 0, w, h, w - x, h - x, w - x, x), -0.4),
    )  # fmt: skip
    parts = [Part(Pen().polygon(*points).path, light=light) for points, light in sides]
    middle = Part(Pen().polygon(x, x, w - x, x, w - x, h - x, x, h - x).path)
    return Outline((middle, *parts), (x, x, x, x))


def _can(g: Given) -> Outline:
    w, h, y = g.width, g.height, g.of_least("adj", 25000, g.height, 50000) / 2
    body = Pen().move(0, y).arc(w / 2, y, 180, -180).line(w, h - y).arc(w / 2, y, 0, 180).close()
    lid = Pen().ellipse(0, 0, w, 2 * y)
    return Outline((Part(body.path), Part(lid.path, light=0.2)), (0, 2 * y, 0, y))


def _cube(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.of_least("adj", 25000, g.least)
    front = Pen().polygon(0, x, w - x, x, w - x, h, 0, h)
    top = Pen().polygon(0, x, x, 0, w, 0, w - x, x)
    side = Pen().polygon(w - x, x, w, 0, w, h - x, w - x, h)
    return Outline((Part(front.path), Part(top.path, light=0.2), Part(side.path, light=-0.2)), (0, x, x, 0))


POLYGONS: dict[str, Draw] = {
    "rect": _rect, "roundRect": round_rect, "ellipse": _ellipse, "triangle": _triangle, "plus": _plus, "frame": _frame,
    "round1Rect": lambda g: _corners(g, True, 0, corner(g, "adj", 16667), 0, 0),
    "snip1Rect": lambda g: _corners(g, False, 0, corner(g, "adj", 16667), 0, 0),
    "round2SameRect": lambda g: _two(g, True, True, 16667, 0),
    "snip2SameRect": lambda g: _two(g, False, True, 16667, 0),
    "round2DiagRect": lambda g: _two(g, True, False, 16667, 0),
    "snip2DiagRect": lambda g: _two(g, False, False, 0, 16667),
    "rtTriangle": lambda g: filled(
        Pen().polygon(0, g.height, 0, 0, g.width, g.height),
        inset=(g.width / 12, g.height * 7 / 12, g.width * 5 / 12, g.height / 12),
    ),
    "diamond": lambda g: filled(
        Pen().polygon(0, g.height / 2, g.width / 2, 0, g.width, g.height / 2, g.width / 2, g.height),
        inset=(g.width / 4, g.height / 4, g.width / 4, g.height / 4),
    ),
    "parallelogram": _parallelogram, "trapezoid": _trapezoid, "homePlate": _home_plate, "chevron": _chevron,
    "hexagon": _hexagon, "octagon": _octagon, "pentagon": lambda g: _regular(g, 5),
    "heptagon": lambda g: _regular(g, 7),
    "decagon": lambda g: _regular(g, 10), "dodecagon": lambda g: _regular(g, 12), "donut": _donut,
    "halfFrame": _half_frame, "corner": _l_shape, "diagStripe": _stripe, "foldedCorner": _folded, "plaque": _plaque,
    "bevel": _bevel, "can": _can, "cube": _cube,
}  # fmt: skip
