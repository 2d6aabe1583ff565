"""The preset shapes of DrawingML (§20.1.10.56) that are curves, brackets and lines."""

from __future__ import annotations

import math

from .drawing_geometry import Outline, Part
from .drawing_paths import Pen
from .drawing_presets import CORNER, Draw, Given, corner, filled, round_rect, stroked


def _moon(g: Given) -> Outline:
    w, h, x = g.width, g.height, g.share("adj", 50000, 87500) * g.width
    pen = Pen().move(w, h).arc(w, h / 2, 90, 180).curve(x * 0.9, h * 0.2, x * 0.9, h * 0.8, w, h).close()
    return filled(pen)


def _heart(g: Given) -> Outline:
    w, h = g.width, g.height
    pen = Pen().move(w / 2, h / 4).curve(w * 0.708, -h / 3, w * 1.52, h / 4, w / 2, h)
    return filled(
        pen.curve(-w * 0.52, h / 4, w * 0.292, -h / 3, w / 2, h / 4).close(), inset=(w / 6, h / 4, w / 6, h / 3)
    )


def _smiley(g: Given) -> Outline:
    w, h, rise = g.width, g.height, g.share("adj", 4653, 4653, -4653) * g.height
    face = Pen().ellipse(0, 0, w, h)
    eyes = Pen().ellipse(w * 0.285, h * 0.3, w * 0.105, h * 0.105).ellipse(w * 0.61, h * 0.3, w * 0.105, h * 0.105)
    mouth = Pen().move(w * 0.23, h * 0.7167 - rise).quad(w / 2, h * 0.7167 + 3 * rise, w * 0.77, h * 0.7167 - rise)
    return Outline((Part(face.path), Part(eyes.path, light=-0.2), Part(mouth.path, fill=False)))


def _slice(g: Given, kind: str, first: float, last: float) -> Outline:
    """A part of an ellipse between two angles: an arc, a chord or a pie."""
    start, end = g.angle("adj1", first), g.angle("adj2", last)
    sweep = (end - start) % 360 or 360.0
    rx, ry = g.width / 2, g.height / 2
    angle = math.radians(start)
    t = math.atan2(rx * math.sin(angle), ry * math.cos(angle))
    pen = Pen().move(rx + rx * math.cos(t), ry + ry * math.sin(t)).arc(rx, ry, start, sweep)
    if kind == "chord":
        return filled(pen.close())
    inside = Pen().move(pen.path[0][1], pen.path[0][2]).arc(rx, ry, start, sweep).line(rx, ry).close()  # type: ignore[arg-type]
    if kind == "pie":
        return filled(inside)
    return Outline((Part(inside.path, stroke=False), Part(pen.path, fill=False)))


def _block_arc(g: Given) -> Outline:
    w, h, thick = g.width, g.height, g.least * g.share("adj3", 25000, 50000)
    start, end = g.angle("adj1", 10800000), g.angle("adj2", 0)
    sweep = (end - start) % 360 or 360.0
    rx, ry = w / 2, h / 2

    def on(a: float, b: float, angle: float) -> tuple[float, float]:
        t = math.atan2(a * math.sin(math.radians(angle)), b * math.cos(math.radians(angle)))
        return rx + a * math.cos(t), ry + b * math.sin(t)

    pen = Pen().move(*on(rx, ry, start)).arc(rx, ry, start, sweep)
    pen.line(*on(rx - thick, ry - thick, start + sweep)).arc(rx - thick, ry - thick, start + sweep, -sweep)
    return filled(pen.close())


def _bracket(g: Given, left: bool) -> Outline:
    w, h, y = g.width, g.height, g.of_least("adj", 8333, g.height, 50000)
    pen = Pen()
    if left:
        pen.move(w, h).arc(w, y, 90, 90).line(0, y).arc(w, y, 180, 90)
    else:
        pen.move(0, 0).arc(w, y, 270, 90).line(w, h - y).arc(w, y, 0, 90)
    return Outline((Part(pen.path, stroke=False), Part(pen.path, fill=False)))


def _brace(g: Given, left: bool) -> Outline:
    w, h, middle = g.width, g.height, g.share("adj2", 50000) * g.height
    y = min(g.least * g.share("adj1", 8333), middle / 2, (h - middle) / 2)
    pen, x = Pen(), w / 2
    if left:
        pen.move(w, h).arc(x, y, 90, 90).line(x, middle + y).arc(x, y, 0, -90).arc(x, y, 90, -90).line(x, y)
        pen.arc(x, y, 180, 90)
    else:
        pen.move(0, 0).arc(x, y, 270, 90).line(x, middle - y).arc(x, y, 180, -90).arc(x, y, 270, -90).line(x, h - y)
        pen.arc(x, y, 0, 90)
    return Outline((Part(pen.path, stroke=False), Part(pen.path, fill=False)))


def _bracket_pair(g: Given) -> Outline:
    w, h, r = g.width, g.height, corner(g, "adj", 16667)
    left = Pen().move(r, h).arc(r, r, 90, 90).line(0, r).arc(r, r, 180, 90)
    right = Pen().move(w - r, 0).arc(r, r, 270, 90).line(w, h - r).arc(r, r, 0, 90)
    inside = round_rect(Given(w, h, {"adj": g.share("adj", 16667, 50000) * 100000})).parts[0].path
    lines = (Part(left.path, fill=False), Part(right.path, fill=False))
    return Outline((Part(inside, stroke=False), *lines), (r * CORNER,) * 4)


def _brace_pair(g: Given) -> Outline:
    w, h, r = g.width, g.height, g.least * g.share("adj", 8333, 25000)
    m = h / 2
    left = Pen().move(2 * r, h).arc(r, r, 90, 90).line(r, m + r).arc(r, r, 0, -90).arc(r, r, 90, -90).line(r, r)
    left.arc(r, r, 180, 90)
    right = Pen().move(w - 2 * r, 0).arc(r, r, 270, 90).line(w - r, m - r).arc(r, r, 180, -90).arc(r, r, 270, -90)
    right.line(w - r, h - r).arc(r, r, 0, 90)
    inside = Part((*left.path, ("l", w - 2 * r, 0.0), *right.path[1:], ("z",)), stroke=False)
    return Outline(
        (inside, Part(left.path, fill=False), Part(right.path, fill=False)),
        (r * 1.29, r * CORNER, r * 1.29, r * CORNER),
    )


def _line(g: Given) -> Outline:
    return stroked(Pen().move(0, 0).line(g.width, g.height))


def _bent(g: Given, count: int) -> Outline:
    w, h = g.width, g.height
    x1, y1, x2 = (g.share(name, 50000, 1e7, -1e7) * side for name, side in (("adj1", w), ("adj2", h), ("adj3", w)))
    if count == 2:
        return stroked(Pen().move(0, 0).line(w, 0, w, h))
    if count == 3:
        return stroked(Pen().move(0, 0).line(x1, 0, x1, h, w, h))
    if count == 4:
        return stroked(Pen().move(0, 0).line(x1, 0, x1, y1, w, y1, w, h))
    return stroked(Pen().move(0, 0).line(x1, 0, x1, y1, x2, y1, x2, h, w, h))


def _curved(g: Given, count: int) -> Outline:
    w, h, x = g.width, g.height, g.share("adj1", 50000, 1e7, -1e7) * g.width
    if count == 2:
        return stroked(Pen().move(0, 0).curve(w / 2, 0, w, h / 2, w, h))
    return stroked(Pen().move(0, 0).curve(x / 2, 0, x, h / 4, x, h / 2).curve(x, h * 3 / 4, (w + x) / 2, h, w, h))


CURVES: dict[str, Draw] = {
    "moon": _moon, "heart": _heart, "smileyFace": _smiley,
    "arc": lambda g: _slice(g, "arc", 16200000, 0), "chord": lambda g: _slice(g, "chord", 2700000, 16200000),
    "pie": lambda g: _slice(g, "pie", 0, 16200000), "blockArc": _block_arc,
    "leftBracket": lambda g: _bracket(g, True), "rightBracket": lambda g: _bracket(g, False),
    "leftBrace": lambda g: _brace(g, True), "rightBrace": lambda g: _brace(g, False),
    "bracketPair": _bracket_pair, "bracePair": _brace_pair, "line": _line, "straightConnector1": _line,
    "lineInv": lambda g: stroked(Pen().move(0, g.height).line(g.width, 0)),
    "bentConnector2": lambda g: _bent(g, 2), "bentConnector3": lambda g: _bent(g, 3),
    "bentConnector4": lambda g: _bent(g, 4), "bentConnector5": lambda g: _bent(g, 5),
    "curvedConnector2": lambda g: _curved(g, 2), "curvedConnector3": lambda g: _curved(g, 3),
}  # fmt: skip
