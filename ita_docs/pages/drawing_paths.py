"""Outlines in points: a pen that draws paths, the places that shapes take in groups, and arrow heads."""

from __future__ import annotations

import math
from typing import NamedTuple

Path = tuple[tuple[str | float, ...], ...]
"""As `model.Shape.path`: m, l, c, z; y downwards."""
FARTHEST = 14173.0
"""The longest length of a drawing, 5 m in points: what is beyond is damage."""


def within(value: float) -> float:
    """A length or place that can be drawn: at most `FARTHEST` either way, 0 for what is no number."""
    return max(-FARTHEST, min(FARTHEST, value)) if value == value else 0.0


def size(value: float, least: float = 0.0) -> float:
    """A width or height that can be drawn, `least` for a negative one."""
    return max(least, within(value))


class Pen:
    """Draws a path; keeps the current point, which arcs begin at. Coordinates are scaled by `sx`, `sy` when written."""

    __slots__ = ("_parts", "_start", "sx", "sy", "x", "y")

    def __init__(self, sx: float = 1.0, sy: float = 1.0) -> None:
        self.x = self.y = 0.0
        self.sx, self.sy = sx, sy
        self._start = (0.0, 0.0)
        self._parts: list[tuple[str | float, ...]] = []

    @property
    def path(self) -> Path:
        """What was drawn; a path that never moved anywhere is none."""
        return tuple(self._parts) if len(self._parts) > 1 else ()

    @property
    def points(self) -> list[tuple[float, float]]:
        """The points that the path goes through or is pulled by, in order."""
        found: list[tuple[float, float]] = []
        for part in self._parts:
            numbers = [float(value) for value in part[1:]]
            found.extend(zip(numbers[::2], numbers[1::2], strict=True))
        return found

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return within(x * self.sx), within(y * self.sy)

    def move(self, x: float, y: float) -> Pen:
        """Begin a new line at x, y."""
        self.x, self.y = self._start = x, y
        if self._parts and self._parts[-1][0] == "m":
            self._parts.pop()
        self._parts.append(("m", *self._at(x, y)))
        return self

    def _begun(self) -> None:
        if not self._parts or self._parts[-1][0] == "z":
            self._parts.append(("m", *self._at(self.x, self.y)))

    def line(self, *points: float) -> Pen:
        """Straight lines through x, y, x, y, …"""
        self._begun()
        for x, y in zip(points[::2], points[1::2], strict=True):
            self._parts.append(("l", *self._at(x, y)))
            self.x, self.y = x, y
        return self

    def polygon(self, *points: float) -> Pen:
        """A closed outline through x, y, x, y, …"""
        return self.move(points[0], points[1]).line(*points[2:]).close()

    def curve(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> Pen:
        """A cubic Bézier curve to x, y."""
        self._begun()
        self._parts.append(("c", *self._at(x1, y1), *self._at(x2, y2), *self._at(x, y)))
        self.x, self.y = x, y
        return self

    def quad(self, x1: float, y1: float, x: float, y: float) -> Pen:
        """A quadratic Bézier curve to x, y."""
        a, b = self.x, self.y
        return self.curve(a + (x1 - a) * 2 / 3, b + (y1 - b) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)

    def arc(self, rx: float, ry: float, start: float, sweep: float) -> Pen:
        """Part of an ellipse that the current point lies on at `start`; angles in degrees, clockwise, as seen.

        The angle of a point is that of the ray to it, not the ellipse's parameter (§20.1.9.4).
        """
        self._begun()
        rx, ry = abs(rx), abs(ry)
        if not (rx < 1e9 and ry < 1e9) or not math.isfinite(start) or not math.isfinite(sweep) or sweep == 0:
            return self
        sweep = max(-360.0, min(360.0, sweep))
        first = _parameter(start, rx, ry)
        last = first + math.copysign(math.tau, sweep) if abs(sweep) == 360 else _parameter(start + sweep, rx, ry)
        if sweep > 0 and last <= first:
            last += math.tau
        elif sweep < 0 and last >= first:
            last -= math.tau
        cx, cy = self.x - rx * math.cos(first), self.y - ry * math.sin(first)
        count = max(1, math.ceil(abs(last - first) / (math.pi / 2) - 1e-9))
        step = (last - first) / count
        pull = 4 / 3 * math.tan(step / 4)
        for i in range(count):
            a, b = first + i * step, first + (i + 1) * step
            self.curve(
                cx + rx * (math.cos(a) - pull * math.sin(a)),
                cy + ry * (math.sin(a) + pull * math.cos(a)),
                cx + rx * (math.cos(b) + pull * math.sin(b)),
                cy + ry * (math.sin(b) - pull * math.cos(b)),
                cx + rx * math.cos(b),
                cy + ry * math.sin(b),
            )
        return self

    def ellipse(self, x: float, y: float, width: float, height: float) -> Pen:
        """A closed ellipse in a box."""
        return self.move(x, y + height / 2).arc(width / 2, height / 2, 180, 360).close()

    def close(self) -> Pen:
        """Back to where the line began."""
        if self._parts and self._parts[-1][0] != "z":
            self._parts.append(("z",))
        self.x, self.y = self._start
        return self


def _parameter(angle: float, rx: float, ry: float) -> float:
    radians = math.radians(angle)
    if rx == ry or not rx or not ry:
        return radians % math.tau
    return math.atan2(rx * math.sin(radians), ry * math.cos(radians)) % math.tau


def rectangle(width: float, height: float) -> Path:
    """The outline of a box."""
    return Pen().polygon(0, 0, width, 0, width, height, 0, height).path


def flipped(path: Path, width: float, height: float, flip: tuple[bool, bool]) -> Path:
    """A path mirrored in its box."""
    if flip == (False, False):
        return path
    made: list[tuple[str | float, ...]] = []
    for part in path:
        values: list[str | float] = [part[0]]
        for index, value in enumerate(part[1:]):
            length = height if index % 2 else width
            values.append(length - float(value) if flip[index % 2] else value)
        made.append(tuple(values))
    return tuple(made)


class Place(NamedTuple):
    """A box before it is turned: its top left corner in the drawing; turn in degrees clockwise about its middle."""

    x: float
    y: float
    width: float
    height: float
    turn: float = 0.0
    flip: tuple[bool, bool] = (False, False)

    @property
    def drawn(self) -> Place:
        """The place with sizes and corner that can be drawn."""
        return self._replace(
            x=within(self.x),
            y=within(self.y),
            width=size(self.width),
            height=size(self.height),
            turn=self.turn % 360,
        )


class Group(NamedTuple):
    """The coordinates that the children of a group are in: (x, y) is the group's corner, sx, sy points a unit."""

    place: Place
    x: float = 0.0
    y: float = 0.0
    sx: float = 1 / 12700
    sy: float = 1 / 12700

    @classmethod
    def of(cls, place: Place, x: float, y: float, width: float, height: float, default: float = 1 / 12700) -> Group:
        """A group at `place` whose children count x … x + width across it; default: the scale where that is nothing."""
        sx = place.width / width if width > 0 else default
        sy = place.height / height if height > 0 else default
        return cls(place, x, y, sx, sy)

    def put(self, x: float, y: float, width: float, height: float, turn: float, flip: tuple[bool, bool]) -> Place:
        """Where a child stands in the drawing, as the group moves, turns and mirrors it."""
        sx, sy = self.sx, self.sy
        # A child lying on its side is scaled by what becomes its width and height.
        wide, high = (sy, sx) if 45 <= turn % 180 < 135 else (sx, sy)
        frame = self.place
        middle_x = frame.x + (x + width / 2 - self.x) * sx
        middle_y = frame.y + (y + height / 2 - self.y) * sy
        centre_x, centre_y = frame.x + frame.width / 2, frame.y + frame.height / 2
        if frame.flip[0]:
            middle_x = 2 * centre_x - middle_x
        if frame.flip[1]:
            middle_y = 2 * centre_y - middle_y
        if frame.flip[0] != frame.flip[1]:
            turn = -turn
        if frame.turn:
            angle = math.radians(frame.turn)
            dx, dy = middle_x - centre_x, middle_y - centre_y
            middle_x = centre_x + dx * math.cos(angle) - dy * math.sin(angle)
            middle_y = centre_y + dx * math.sin(angle) + dy * math.cos(angle)
        width, height = width * wide, height * high
        flip = (flip[0] != frame.flip[0], flip[1] != frame.flip[1])
        return Place(middle_x - width / 2, middle_y - height / 2, width, height, turn + frame.turn, flip)


_LENGTHS = {"sm": 2.0, "med": 3.0, "lg": 5.0, "short": 2.0, "medium": 3.0, "long": 5.0, "narrow": 2.0, "wide": 5.0}


def ends(path: Path) -> tuple[tuple[float, float, float], tuple[float, float, float]] | None:
    """The two ends of an open path: x, y and the direction, in degrees, in which the line runs out of it there."""
    if len(path) < 2 or path[-1][0] == "z":
        return None
    points: list[tuple[float, float]] = []
    for part in path:
        numbers = [float(value) for value in part[1:]]
        points.extend(zip(numbers[::2], numbers[1::2], strict=True))

    def leaving(order: list[tuple[float, float]]) -> tuple[float, float, float]:
        x, y = order[0]
        for other_x, other_y in order[1:]:
            if abs(other_x - x) + abs(other_y - y) > 0.01:
                return x, y, math.degrees(math.atan2(y - other_y, x - other_x))
        return x, y, 0.0

    return leaving(points), leaving(points[::-1])


def arrow_head(
    end: tuple[float, float, float], kind: str, stroke: float, width: str, length: str
) -> tuple[Path, bool] | None:
    """The outline of an arrow head at an end of a line, and whether it is filled; None for none.

    kind: triangle (block), stealth (classic), diamond, oval or arrow (open). stroke: the line's width in points.
    """
    if kind in ("", "none"):
        return None
    x, y, direction = end
    unit = max(stroke, 2.0)
    long, wide = unit * _LENGTHS.get(length, 3.0), unit * _LENGTHS.get(width, 3.0) / 2
    angle = math.radians(direction)
    cos, sin = math.cos(angle), math.sin(angle)

    def at(along: float, aside: float) -> tuple[float, float]:
        return x + along * cos - aside * sin, y + along * sin + aside * cos

    pen = Pen()
    if kind in ("arrow", "open"):
        return pen.move(*at(-long, wide)).line(x, y, *at(-long, -wide)).path, False
    if kind == "diamond":
        return pen.polygon(*at(long / 2, 0), *at(0, wide), *at(-long / 2, 0), *at(0, -wide)).path, True
    if kind == "oval":
        return pen.ellipse(x - wide, y - wide, 2 * wide, 2 * wide).path, True
    if kind in ("stealth", "classic"):
        return pen.polygon(x, y, *at(-long, wide), *at(-long * 0.6, 0), *at(-long, -wide)).path, True
    return pen.polygon(x, y, *at(-long, wide), *at(-long, -wide)).path, True
