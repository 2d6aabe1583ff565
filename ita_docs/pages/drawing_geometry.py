"""Geometry of a DrawingML shape: its outline, from a preset's name or from `a:custGeom` (§20.1.9)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .drawing_paths import Path, Pen
from .package import A
from .properties import number

_LIMIT = 1e12
_MOST = 5000
"""How many formulas or path commands one shape may have."""


@dataclass(frozen=True, slots=True)
class Part:
    """One path of an outline, whether its inside is filled and its line drawn; light: how much lighter it is filled."""

    path: Path
    fill: bool = True
    stroke: bool = True
    light: float = 0.0


@dataclass(frozen=True, slots=True)
class Outline:
    """The paths of a shape in its box, in points. inset: how much less the text has: left, top, right, bottom."""

    parts: tuple[Part, ...]
    inset: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def tamed(value: float) -> float:
    """A number that can be reckoned on with: finite."""
    return max(-_LIMIT, min(_LIMIT, value)) if value == value else 0.0


def _over(x: float, y: float) -> float:
    return x / y if y else 0.0


def _sixtieths(angle: float) -> float:
    return math.radians(angle / 60000)


_FORMULAS: dict[str, Callable[[float, float, float], float]] = {
    "val": lambda x, y, z: x,
    "*/": lambda x, y, z: _over(x * y, z),
    "+-": lambda x, y, z: x + y - z,
    "+/": lambda x, y, z: _over(x + y, z),
    "?:": lambda x, y, z: y if x > 0 else z,
    "abs": lambda x, y, z: abs(x),
    "max": lambda x, y, z: max(x, y),
    "min": lambda x, y, z: min(x, y),
    "sin": lambda x, y, z: x * math.sin(_sixtieths(y)),
    "cos": lambda x, y, z: x * math.cos(_sixtieths(y)),
    "tan": lambda x, y, z: x * math.tan(_sixtieths(y)),
    "sqrt": lambda x, y, z: math.sqrt(abs(x)),
    "mod": lambda x, y, z: math.sqrt(x * x + y * y + z * z),
    "pin": lambda x, y, z: x if y < x else z if y > z else y,
    "at2": lambda x, y, z: math.degrees(math.atan2(y, x)) * 60000,
    "cat2": lambda x, y, z: x * math.cos(math.atan2(z, y)),
    "sat2": lambda x, y, z: x * math.sin(math.atan2(z, y)),
}
"""§20.1.9.11."""


def constants(width: float, height: float) -> dict[str, float]:
    """The names that formulas may use without defining them (§20.1.10.56)."""
    least, most = min(width, height), max(width, height)
    known = {
        "w": width, "h": height, "l": 0.0, "t": 0.0, "r": width, "b": height, "hc": width / 2, "vc": height / 2,
        "ss": least, "ls": most, "cd": 21600000.0, "cd2": 10800000.0, "cd3": 7200000.0, "cd4": 5400000.0,
        "cd8": 2700000.0, "3cd4": 16200000.0, "3cd8": 8100000.0, "5cd8": 13500000.0, "7cd8": 18900000.0,
    }  # fmt: skip
    for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        known[f"wd{part}"], known[f"hd{part}"], known[f"ssd{part}"] = width / part, height / part, least / part
    return known


def evaluate(formula: str, known: dict[str, float]) -> float:
    """What a guide's formula (`*/ w adj 100000`) gives; 0 for one that cannot be read."""
    words = formula.split()
    if not words:
        return 0.0
    if (function := _FORMULAS.get(words[0])) is None:
        return 0.0
    x, y, z = (value_of(word, known) for word in [*words[1:4], "0", "0", "0"][:3])
    return tamed(function(x, y, z))


def value_of(word: str | None, known: dict[str, float]) -> float:
    """A number, or what a name stands for."""
    found = known.get(word or "")
    return number(word) if found is None else found


def adjustments(geometry: Any) -> dict[str, float]:
    """The values of `a:avLst` by name."""
    found: dict[str, float] = {}
    for guide in geometry.iterfind(f"{A}avLst/{A}gd"):
        found[guide.get("name") or ""] = evaluate(guide.get("fmla") or "", {})
    return found


def custom(geometry: Any, width: float, height: float) -> Outline:
    """The outline that `a:custGeom` spells out, in a box of `width` × `height` points."""
    known = constants(width * 12700, height * 12700)
    for guide in list(geometry.iterfind(f"{A}avLst/{A}gd"))[:_MOST]:
        known[guide.get("name") or ""] = evaluate(guide.get("fmla") or "", known)
    for guide in list(geometry.iterfind(f"{A}gdLst/{A}gd"))[:_MOST]:
        known[guide.get("name") or ""] = evaluate(guide.get("fmla") or "", known)
    parts = []
    for path in geometry.iterfind(f"{A}pathLst/{A}path"):
        across, down = number(path.get("w")), number(path.get("h"))
        sx = width / across if across > 0 else 1 / 12700
        sy = height / down if down > 0 else 1 / 12700
        kind = path.get("fill") or "norm"
        light = _LIGHT.get(kind, 0.0)
        stroke = path.get("stroke") not in ("0", "false")
        parts.append(Part(_drawn(path, Pen(sx, sy), known), kind != "none", stroke, light))
    inset = (0.0, 0.0, 0.0, 0.0)
    if (box := geometry.find(f"{A}rect")) is not None and len(geometry.findall(f"{A}pathLst/{A}path")):
        left, top, right, bottom = (value_of(box.get(side), known) / 12700 for side in ("l", "t", "r", "b"))
        if 0 <= left < right <= width and 0 <= top < bottom <= height:
            inset = (left, top, width - right, height - bottom)
    return Outline(tuple(parts), inset)


_LIGHT = {"lighten": 0.4, "lightenLess": 0.2, "darken": -0.4, "darkenLess": -0.2}


def _drawn(path: Any, pen: Pen, known: dict[str, float]) -> Path:
    for count, command in enumerate(path):
        if count > _MOST:
            break
        kind = str(command.tag).rpartition("}")[2]
        points = [(value_of(at.get("x"), known), value_of(at.get("y"), known)) for at in command.iterfind(A + "pt")]
        if kind == "close":
            pen.close()
        elif kind == "arcTo":
            rx, ry = value_of(command.get("wR"), known), value_of(command.get("hR"), known)
            start, sweep = value_of(command.get("stAng"), known), value_of(command.get("swAng"), known)
            pen.arc(rx, ry, start / 60000, sweep / 60000)
        elif kind == "moveTo" and points:
            pen.move(*points[0])
        elif kind == "lnTo" and points:
            pen.line(*points[0])
        elif kind == "quadBezTo" and len(points) > 1:
            pen.quad(*points[0], *points[1])
        elif kind == "cubicBezTo" and len(points) > 2:
            pen.curve(*points[0], *points[1], *points[2])
    return pen.path
