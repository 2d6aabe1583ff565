"""The path language of VML, and its formulas (ECMA-376 part 4, §14.2.1.6, §14.1.2.6)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from .drawing_geometry import Outline, Part, tamed
from .drawing_paths import Pen
from .properties import number
from .vml_style import Sources, V, pair

_COMMAND = re.compile(r"(nf|ns|ae|al|at|ar|wa|wr|qx|qy|qb|h[a-i]|[mlcxetrv])([^a-z]*)")
_ARGUMENT = re.compile(r"[@#]\d+|-?\d*\.?\d+|,")
_MOST = 4000
_PULL = 0.5522847
"""How far the control points of a quarter circle are out, as a share of its radius."""


def _radians(angle: float) -> float:
    return math.radians(angle / 65536)


class Formulas:
    """The values that a path may name: adjustments (`#0`), formulas (`@0`) and the size of the coordinate space."""

    def __init__(self, shape: Sources, width: float, height: float) -> None:
        self._adjusted = _adjustments(shape)
        self._known = {
            "width": width, "height": height, "xcenter": width / 2, "ycenter": height / 2, "xlimo": 0.0, "ylimo": 0.0,
            "pixelwidth": width, "pixelheight": height, "emuwidth": width * 12700, "emuheight": height * 12700,
            "linedrawn": 1.0, "hasfill": 1.0, "hasstroke": 1.0,
        }  # fmt: skip
        self._values: list[float] = []
        listed = shape.find(V + "formulas")
        for formula in () if listed is None else list(listed)[:_MOST]:
            self._values.append(self._worked_out((formula.get("eqn") or "").split()))

    def value(self, word: str) -> float:
        """What an argument stands for."""
        if word[:1] in ("@", "#"):
            index = int(word[1:]) if word[1:].isdigit() and len(word) < 6 else -1
            listed = self._values if word[0] == "@" else self._adjusted
            return listed[index] if 0 <= index < len(listed) else 0.0
        known = self._known.get(word.lower())
        return number(word) if known is None else known

    def _worked_out(self, words: list[str]) -> float:
        if not words:
            return 0.0
        a, b, c = (self.value(word) for word in [*words[1:4], "0", "0", "0"][:3])
        kind = words[0]
        if kind == "sum":
            value = a + b - c
        elif kind in ("prod", "product"):
            value = a * b / c if c else 0.0
        elif kind == "mid":
            value = (a + b) / 2
        elif kind == "abs":
            value = abs(a)
        elif kind in ("min", "max"):
            value = min(a, b) if kind == "min" else max(a, b)
        elif kind == "if":
            value = b if a > 0 else c
        elif kind == "mod":
            value = math.sqrt(a * a + b * b + c * c)
        elif kind == "atan2":
            value = math.degrees(math.atan2(b, a)) * 65536
        elif kind in ("sin", "cos", "tan"):
            value = a * getattr(math, kind)(_radians(b))
        elif kind in ("cosatan2", "sinatan2"):
            value = a * getattr(math, kind[:3])(math.atan2(c, b))
        elif kind == "sqrt":
            value = math.sqrt(abs(a))
        elif kind == "sumangle":
            value = a + b * 65536 - c * 65536
        elif kind == "ellipse":
            value = c * math.sqrt(max(0.0, 1 - (a / b) ** 2)) if b and abs(a) <= abs(b) else 0.0
        else:
            value = a
        return tamed(value)


def _adjustments(shape: Sources) -> list[float]:
    """The `adj` values; those left out are the shape type's."""
    own = (shape.element.get("adj") or "").split(",")
    other = ((shape.kind.get("adj") if shape.kind is not None else None) or "").split(",")
    count = max(len(own), len(other))
    own, other = own + [""] * (count - len(own)), other + [""] * (count - len(other))
    return [number(first, number(second)) for first, second in zip(own, other, strict=True)][:_MOST]


def _arguments(text: str, formulas: Formulas) -> list[float]:
    values: list[float] = []
    waiting = True
    for count, word in enumerate(_ARGUMENT.findall(text)):
        if count > _MOST:
            break
        if word == ",":
            if waiting:
                values.append(0.0)
            waiting = True
        else:
            values.append(formulas.value(word))
            waiting = False
    if waiting and values:
        values.append(0.0)
    elif waiting and "," in text:
        values += (0.0, 0.0)
    return values


def _sets(values: Sequence[float], size: int) -> list[Sequence[float]]:
    """`values` in groups of `size`; what lacks at the end is 0."""
    padded = [*values, *(0.0,) * (-len(values) % size)]
    return [padded[i : i + size] for i in range(0, len(padded), size)]


def outline(path: str, shape: Sources, width: float, height: float) -> Outline:
    """The outline that a VML path draws in a box of `width` × `height` points."""
    across, down = pair(shape.get("coordsize"), (1000.0, 1000.0))
    left, top = pair(shape.get("coordorigin"), (0.0, 0.0))
    across, down = abs(across) or 1000.0, abs(down) or 1000.0
    formulas = Formulas(shape, across, down)
    sx, sy = width / across, height / down
    parts: list[Part] = []
    pen, fill, stroke = _Pen(sx, sy, left, top), True, True
    for count, (command, text) in enumerate(_COMMAND.findall(path[:100000].lower())):
        if count > _MOST:
            break
        if command == "e":
            parts.append(Part(pen.path, fill, stroke))
            pen, fill, stroke = _Pen(sx, sy, left, top), True, True
        elif command == "nf":
            fill = False
        elif command == "ns":
            stroke = False
        elif command == "x":
            pen.close()
        else:
            _draw(pen, command, _arguments(text, formulas))
    if pen.path:
        parts.append(Part(pen.path, fill, stroke))
    return Outline(tuple(part for part in parts if part.path), _text_box(shape, formulas, width, height, across, down))


class _Pen(Pen):
    """A pen whose coordinates begin at an origin."""

    __slots__ = ("left", "top")

    def __init__(self, sx: float, sy: float, left: float, top: float) -> None:
        super().__init__(sx, sy)
        self.left, self.top = left, top

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return super()._at(x - self.left, y - self.top)


def _draw(pen: Pen, command: str, values: list[float]) -> None:
    if command == "m" and values:
        pen.move(values[0], (*values, 0.0)[1])
    elif command == "t":
        x, y = (*values, 0.0, 0.0)[:2]
        pen.move(pen.x + x, pen.y + y)
    elif command in "lr":
        for x, y in _sets(values, 2):
            pen.line(*((x, y) if command == "l" else (pen.x + x, pen.y + y)))
    elif command in "cv":
        for points in _sets(values, 6):
            x, y = (0.0, 0.0) if command == "c" else (pen.x, pen.y)
            pen.curve(*(value + (y if i % 2 else x) for i, value in enumerate(points)))
    elif command in ("qx", "qy"):
        flat = command == "qx"
        for x, y in _sets(values, 2):
            a, b = pen.x, pen.y
            if flat:
                pen.curve(a + (x - a) * _PULL, b, x, y - (y - b) * _PULL, x, y)
            else:
                pen.curve(a, b + (y - b) * _PULL, x - (x - a) * _PULL, y, x, y)
            flat = not flat
    elif command == "qb":
        pairs = _sets(values, 2)
        for first, last in zip(pairs[::2], pairs[1::2], strict=False):
            pen.quad(first[0], first[1], last[0], last[1])
    elif command in ("ae", "al"):
        for x, y, rx, ry, start, sweep in _sets(values, 6):
            _arc(pen, x, y, rx, ry, -_radians(start), math.degrees(-_radians(sweep)), command == "al")
    elif command in ("at", "ar", "wa", "wr"):
        for x1, y1, x2, y2, from_x, from_y, to_x, to_y in _sets(values, 8):
            x, y, rx, ry = (x1 + x2) / 2, (y1 + y2) / 2, abs(x2 - x1) / 2, abs(y2 - y1) / 2
            start, end = (
                math.atan2((b - y) * (rx or 1.0), (a - x) * (ry or 1.0)) for a, b in ((from_x, from_y), (to_x, to_y))
            )
            clockwise = command[0] == "w"
            sweep = math.degrees(end - start) % 360 or 360.0
            _arc(pen, x, y, rx, ry, start, sweep if clockwise else (sweep - 360 or -360.0), command in ("ar", "wr"))


def _arc(pen: Pen, x: float, y: float, rx: float, ry: float, start: float, sweep: float, moved: bool) -> None:
    """Part of an ellipse round x, y; `start` is its parameter, in radians."""
    at = x + rx * math.cos(start), y + ry * math.sin(start)
    if moved or not pen.path:
        pen.move(*at)
    else:
        pen.line(*at)
    sweep = max(-360.0, min(360.0, sweep))
    end = start + math.radians(sweep)
    seen, last = (math.degrees(math.atan2(ry * math.sin(angle), rx * math.cos(angle))) for angle in (start, end))
    turned = (last - seen) % 360
    pen.arc(rx, ry, seen, sweep if abs(sweep) >= 359.99 else turned if sweep > 0 else turned - 360)


def _text_box(
    shape: Sources, formulas: Formulas, width: float, height: float, across: float, down: float
) -> tuple[float, float, float, float]:
    """How much less than the box the text of a shape has: `textboxrect` of its `v:path`."""
    found: Any = shape.find(V + "path")
    box = _arguments((found.get("textboxrect") or "").partition(";")[0], formulas) if found is not None else []
    if len(box) != 4:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = box
    if not (0 <= left < right <= across and 0 <= top < bottom <= down):
        return 0.0, 0.0, 0.0, 0.0
    sx, sy = width / across, height / down
    return left * sx, top * sy, (across - right) * sx, (down - bottom) * sy
