"""The preset shapes of DrawingML (§20.1.10.56) that are block arrows, callouts, stars and banners."""

from __future__ import annotations

import math

from .drawing_geometry import Outline, Part
from .drawing_paths import Path, Pen
from .drawing_presets import Draw, Given, corner, filled, round_rect


def _across(path: Path, matrix: tuple[float, float, float, float, float, float]) -> Path:
    """A path under x' = ax + by + c, y' = dx + ey + f."""
    a, b, c, d, e, f = matrix
    made: list[tuple[str | float, ...]] = []
    for part in path:
        numbers = [float(value) for value in part[1:]]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        made.append((part[0], *(v for x, y in pairs for v in (a * x + b * y + c, d * x + e * y + f))))
    return tuple(made)


def _facing(g: Given, side: str, draw: Draw) -> Outline:
    """What `draw` draws facing right, facing `side`."""
    w, h = g.width, g.height
    upright = side in ("up", "down")
    made = draw(Given(h, w, g.adjusted) if upright else g)
    matrix = {
        "right": (1.0, 0.0, 0.0, 0.0, 1.0, 0.0), "left": (-1.0, 0.0, w, 0.0, 1.0, 0.0),
        "down": (0.0, 1.0, 0.0, 1.0, 0.0, 0.0), "up": (0.0, 1.0, 0.0, -1.0, 0.0, h),
    }[side]  # fmt: skip
    left, top, right, bottom = made.inset
    inset = {
        "right": made.inset, "left": (right, top, left, bottom), "down": (top, left, bottom, right),
        "up": (top, right, bottom, left),
    }[side]  # fmt: skip
    parts = tuple(Part(_across(part.path, matrix), part.fill, part.stroke, part.light) for part in made.parts)
    return Outline(parts, inset)


def _arrow(g: Given) -> Outline:
    w, h, head = g.width, g.height, g.of_least("adj2", 50000, g.width)
    y = h * (1 - g.share("adj1", 50000)) / 2
    inside = head * g.share("adj1", 50000)
    points = (0, y, w - head, y, w - head, 0, w, h / 2, w - head, h, w - head, h - y, 0, h - y)
    return filled(Pen().polygon(*points), inset=(0, y, head - inside, y))


def _double_arrow(g: Given) -> Outline:
    w, h, head = g.width, g.height, g.of_least("adj2", 50000, g.width, 50000)
    y = h * (1 - g.share("adj1", 50000)) / 2
    top = (0, h / 2, head, 0, head, y, w - head, y, w - head, 0, w, h / 2)
    bottom = (w - head, h, w - head, h - y, head, h - y, head, h)
    return filled(Pen().polygon(*top, *bottom), inset=(head / 2, y, head / 2, y))


def _notched(g: Given) -> Outline:
    w, h, head = g.width, g.height, g.of_least("adj2", 50000, g.width)
    share = g.share("adj1", 50000)
    y, notch = h * (1 - share) / 2, head * share
    points = (0, y, w - head, y, w - head, 0, w, h / 2, w - head, h, w - head, h - y, 0, h - y, notch, h / 2)
    return filled(Pen().polygon(*points), inset=(notch, y, head - notch, y))


def _striped(g: Given) -> Outline:
    w, h, s, head = g.width, g.height, g.least, g.of_least("adj2", 50000, g.width, 84375)
    y = h * (1 - g.share("adj1", 50000)) / 2
    pen = Pen().polygon(0, y, s / 32, y, s / 32, h - y, 0, h - y)
    pen.polygon(s / 16, y, s / 8, y, s / 8, h - y, s / 16, h - y)
    x = s * 5 / 32
    pen.polygon(x, y, w - head, y, w - head, 0, w, h / 2, w - head, h, w - head, h - y, x, h - y)
    return filled(pen, inset=(x, y, head / 2, y))


def _quad_arrow(g: Given) -> Outline:
    w, h, s = g.width, g.height, g.least
    head, wide = s * g.share("adj3", 22500, 50000), s * g.share("adj2", 22500, 50000)
    thick = min(s * g.share("adj1", 22500) / 2, wide)
    x, y = w / 2, h / 2
    points = (
        0, y, head, y - wide, head, y - thick, x - thick, y - thick, x - thick, head, x - wide, head, x, 0,
        x + wide, head, x + thick, head, x + thick, y - thick, w - head, y - thick, w - head, y - wide, w, y,
        w - head, y + wide, w - head, y + thick, x + thick, y + thick, x + thick, h - head, x + wide, h - head, x, h,
        x - wide, h - head, x - thick, h - head, x - thick, y + thick, head, y + thick, head, y + wide,
    )  # fmt: skip
    return filled(Pen().polygon(*points))


def _bent_arrow(g: Given) -> Outline:
    w, h, s = g.width, g.height, g.least
    thick, wide = s * g.share("adj1", 25000), s * g.share("adj2", 25000, 50000)
    head = s * g.share("adj3", 25000, 50000)
    thick = min(thick, 2 * wide)
    y = wide - thick / 2
    outer = min(s * g.share("adj4", 43750), w - head, h - y)
    inner = max(0.0, outer - thick)
    pen = Pen().move(0, h).line(0, y + outer).arc(outer, outer, 180, 90).line(w - head, y, w - head, 0, w, wide)
    pen.line(w - head, 2 * wide, w - head, y + thick, thick + inner, y + thick)
    return filled(pen.arc(inner, inner, 270, -90).line(thick, h).close())


def _bent_up(g: Given) -> Outline:
    w, h, s = g.width, g.height, g.least
    thick, wide = s * g.share("adj1", 25000, 50000), s * g.share("adj2", 25000, 50000)
    head = s * g.share("adj3", 25000, 50000)
    x = w - wide
    points = (
        0, h - thick, x - thick / 2, h - thick, x - thick / 2, head, w - 2 * wide, head, x, 0, w, head,
        x + thick / 2, head, x + thick / 2, h, 0, h,
    )  # fmt: skip
    return filled(Pen().polygon(*points))


def _arrow_callout(g: Given) -> Outline:
    w, h, s = g.width, g.height, g.least
    wide, head = s * g.share("adj2", 25000), s * g.share("adj3", 25000)
    thick = min(s * g.share("adj1", 25000) / 2, wide)
    x, y, neck = w * g.share("adj4", 64977), h / 2, w - head
    points = (
        0, 0, x, 0, x, y - thick, neck, y - thick, neck, y - wide, w, y, neck, y + wide, neck, y + thick,
        x, y + thick, x, h, 0, h,
    )  # fmt: skip
    return filled(Pen().polygon(*points), inset=(0, 0, w - x, 0))


# ---------------------------------------------------------------- callouts


def _tip(g: Given) -> tuple[float, float]:
    x = g.width / 2 + g.width * g.share("adj1", -20833, 1e7, -1e7)
    return x, g.height / 2 + g.height * g.share("adj2", 62500, 1e7, -1e7)


def _wedge(g: Given, r: float) -> Outline:
    """A box with a pointer: it leaves the side that the tip is off, from the half that the tip is nearer to."""
    w, h = g.width, g.height
    x, y = _tip(g)
    dx, dy = (x - w / 2) * h, (y - h / 2) * w
    side = ("left" if dx < 0 else "right") if abs(dx) > abs(dy) else ("top" if dy < 0 else "bottom")
    near, far = (w * 7 / 12, w * 10 / 12) if x > w / 2 else (w / 6, w * 5 / 12)
    high, low = (h * 7 / 12, h * 10 / 12) if y > h / 2 else (h / 6, h * 5 / 12)
    pen = Pen().move(0, r).arc(r, r, 180, 90)
    pen.line(*((near, 0, x, y, far, 0) if side == "top" else ()), w - r, 0).arc(r, r, 270, 90)
    pen.line(*((w, high, x, y, w, low) if side == "right" else ()), w, h - r).arc(r, r, 0, 90)
    pen.line(*((far, h, x, y, near, h) if side == "bottom" else ()), r, h).arc(r, r, 90, 90)
    pen.line(*((0, low, x, y, 0, high) if side == "left" else ()), 0, r).close()
    pull = r * 0.29289
    return filled(pen, inset=(pull, pull, pull, pull))


def _wedge_ellipse(g: Given) -> Outline:
    w, h = g.width, g.height
    x, y = _tip(g)
    rx, ry = w / 2, h / 2
    middle = math.atan2((y - ry) * w, (x - rx) * h)
    first, last = middle + math.radians(11), middle - math.radians(11)
    start = math.degrees(math.atan2(ry * math.sin(first), rx * math.cos(first)))
    end = math.degrees(math.atan2(ry * math.sin(last), rx * math.cos(last)))
    pen = Pen().move(rx + rx * math.cos(first), ry + ry * math.sin(first)).arc(rx, ry, start, (end - start) % 360)
    return filled(pen.line(x, y).close(), inset=(w * 0.146, h * 0.146, w * 0.146, h * 0.146))


def _cloud(g: Given) -> Outline:
    """Puffs around an ellipse: near to the preset, not the preset."""
    w, h, count = g.width, g.height, 11
    at = [
        (w / 2 + w * 0.42 * math.cos(i * math.tau / count), h / 2 + h * 0.40 * math.sin(i * math.tau / count))
        for i in range(count + 1)
    ]
    pen = Pen().move(*at[0])
    for i in range(count):
        out = (i + 0.5) * math.tau / count
        x, y = w / 2 + w * 0.64 * math.cos(out), h / 2 + h * 0.64 * math.sin(out)
        pen.curve((at[i][0] + x) / 2, (at[i][1] + y) / 2, (at[i + 1][0] + x) / 2, (at[i + 1][1] + y) / 2, *at[i + 1])
    return filled(pen.close(), inset=(w * 0.15, h * 0.18, w * 0.15, h * 0.18))


def _cloud_callout(g: Given) -> Outline:
    body, (x, y), w, h, s = _cloud(g), _tip(g), g.width, g.height, g.least
    dots = Pen()
    for step, part in ((0.62, 0.1), (0.82, 0.066), (1.0, 0.033)):
        r = s * part / 2 * 1.6
        cx, cy = w / 2 + (x - w / 2) * step, h / 2 + (y - h / 2) * step
        dots.ellipse(cx - r, cy - r, 2 * r, 2 * r)
    return Outline((*body.parts, Part(dots.path)), body.inset)


def _line_callout(g: Given, defaults: tuple[float, ...], border: bool) -> Outline:
    w, h = g.width, g.height
    at = [g.share(f"adj{i + 1}", value, 1e7, -1e7) * (w if i % 2 else h) for i, value in enumerate(defaults)]
    points = list(zip(at[1::2], at[::2], strict=True))
    pen = Pen().move(*points[0])
    for point in points[1:]:
        pen.line(*point)
    box = Part(Pen().polygon(0, 0, w, 0, w, h, 0, h).path, stroke=border)
    return Outline((box, Part(pen.path, fill=False)))


_LEADERS = {
    1: (18750.0, -8333.0, 112500.0, -38333.0),
    2: (18750.0, -8333.0, 18750.0, -16667.0, 112500.0, -46667.0),
    3: (18750.0, -8333.0, 18750.0, -16667.0, 100000.0, -16667.0, 112963.0, -8333.0),
}


# ---------------------------------------------------------------- stars and banners


def _star(g: Given, count: int, default: float) -> Outline:
    """A star over the whole box: `adj` is how far out its inner corners are, as a share of the sides."""
    rx, ry, inner = g.width / 2, g.height / 2, g.share("adj", default, 50000) * 2
    top = 1.0
    if count == 5:
        # Its feet stand on the bottom edge, so that the middle is lower than that of the box (hf, vf of the preset).
        top, wide = 2 / (1 + math.cos(math.pi / 5)), 1 / math.sin(math.tau / 5)
    else:
        wide = 1.0 if count % 4 == 0 else 1 / math.cos(math.pi / count / 1) if count in (6, 10) else 1.0
    points: list[float] = []
    for i in range(2 * count):
        angle, far = i * math.pi / count - math.pi / 2, inner if i % 2 else 1.0
        points += (rx + rx * wide * far * math.cos(angle), ry * top + ry * top * far * math.sin(angle))
    x, y = g.width / 4, g.height / 4
    return filled(Pen().polygon(*points), inset=(x, y, x, y))


def _wave(g: Given) -> Outline:
    w, h, y = g.width, g.height, g.share("adj1", 12500, 20000) * g.height
    pull = y * 10 / 3
    pen = Pen().move(0, y).curve(w / 3, y - pull, w * 2 / 3, y + pull, w, y).line(w, h - y)
    return filled(pen.curve(w * 2 / 3, h - y + pull, w / 3, h - y - pull, 0, h - y).close(), inset=(0, 2 * y, 0, 2 * y))


def _ribbon(g: Given, up: bool) -> Outline:
    w, h = g.width, g.height
    y, x = h * g.share("adj1", 16667, 33333), w * (1 - g.share("adj2", 50000, 75000, 25000)) / 2
    tails = Pen().polygon(0, y, x + w / 8, y, x + w / 8, h, 0, h, w / 8, (h + y) / 2)
    tails.polygon(w, y, w - x - w / 8, y, w - x - w / 8, h, w, h, w - w / 8, (h + y) / 2)
    middle = Pen().polygon(x, 0, w - x, 0, w - x, h - y, x, h - y)
    parts = (Part(tails.path), Part(middle.path))
    if up:
        parts = tuple(Part(_across(part.path, (1, 0, 0, 0, -1, h))) for part in parts)  # type: ignore[assignment]
    return Outline(parts, (x, y if up else 0, x, 0 if up else y))


def _scroll(g: Given) -> Outline:
    w, h, r = g.width, g.height, g.least * g.share("adj", 12500, 25000) / 2
    sheet = Pen().polygon(
        0, 2 * r, w - 2 * r, 2 * r, w - 2 * r, r, w, r, w, h - 2 * r, 2 * r, h - 2 * r, 2 * r, h - r, 0, h - r
    )
    rolls = Pen().ellipse(w - 2 * r, 0, 2 * r, 2 * r).ellipse(0, 2 * r, 2 * r, 2 * r)
    foot = Pen().move(2 * r, h - 2 * r).arc(r, r, 0, 180)
    return Outline((Part(sheet.path), Part(foot.path), Part(rolls.path)), (2 * r, 2 * r, 0, 2 * r))


ARROWS: dict[str, Draw] = {
    "bentArrow": _bent_arrow, "bentUpArrow": _bent_up, "notchedRightArrow": _notched, "stripedRightArrow": _striped,
    "quadArrow": _quad_arrow, "leftRightArrow": _double_arrow,
    "upDownArrow": lambda g: _facing(
        Given(g.width, g.height, {"adj2": g.adjusted.get("adj2", 50000), "adj1": g.adjusted.get("adj1", 50000)}),
        "down", _double_arrow,
    ),
    "wedgeRectCallout": lambda g: _wedge(g, 0.0),
    "wedgeRoundRectCallout": lambda g: _wedge(g, corner(g, "adj3", 16667)),
    "wedgeEllipseCallout": _wedge_ellipse, "cloudCallout": _cloud_callout, "cloud": _cloud,
    "star5": lambda g: _star(g, 5, 19098), "star4": lambda g: _star(g, 4, 12500), "star6": lambda g: _star(g, 6, 28868),
    "star7": lambda g: _star(g, 7, 34601), "star8": lambda g: _star(g, 8, 37500),
    "star10": lambda g: _star(g, 10, 42533), "star12": lambda g: _star(g, 12, 37500),
    "star16": lambda g: _star(g, 16, 37500), "star24": lambda g: _star(g, 24, 37500),
    "star32": lambda g: _star(g, 32, 37500), "wave": _wave,
    "ribbon": lambda g: _ribbon(g, False), "ribbon2": lambda g: _ribbon(g, True), "horizontalScroll": _scroll,
    "flowChartAlternateProcess": lambda g: round_rect(Given(g.width, g.height, {})),
}  # fmt: skip
for _side in ("right", "left", "up", "down"):
    ARROWS[f"{_side}Arrow"] = lambda g, side=_side: _facing(g, side, _arrow)  # type: ignore[misc]
    ARROWS[f"{_side}ArrowCallout"] = lambda g, side=_side: _facing(g, side, _arrow_callout)  # type: ignore[misc]
for _count, _leader in _LEADERS.items():
    ARROWS[f"borderCallout{_count}"] = lambda g, leader=_leader: _line_callout(g, leader, True)  # type: ignore[misc]
    ARROWS[f"callout{_count}"] = lambda g, leader=_leader: _line_callout(g, leader, False)  # type: ignore[misc]
