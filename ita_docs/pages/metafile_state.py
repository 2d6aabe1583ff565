"""What a metafile is played on: objects, colours, coordinates ([MS-EMF] 3.1.1, [MS-WMF] 3.1)."""

from __future__ import annotations

import math
from copy import copy
from heapq import heappop, heappush
from typing import NamedTuple

from .metafile_sketch import IDENTITY, Clips, Font, Matrix, product
from .model import Colour

DEEPEST = 500
"""How many states may be saved upon each other."""
_FARTHEST = 1e15
ISOTROPIC, ANISOTROPIC = 7, 8
_UNITS = {2: 0.1, 3: 0.01, 4: 0.254, 5: 0.0254, 6: 25.4 / 1440}
"""Map mode → millimetres a unit; y goes upwards in these ([MS-EMF] 2.1.21)."""
_STYLES = {0: "solid", 1: "dashed", 2: "dotted", 3: "dashed", 4: "dashed", 6: "solid", 7: "dashed", 8: "dotted"}


class Pen(NamedTuple):
    """How lines are drawn; colour None: not at all. width in logical units, None for one unit of the device."""

    colour: Colour | None = "000000"
    width: float | None = None
    style: str = "solid"


class Brush(NamedTuple):
    """How insides are filled; colour None: not at all. lacks: in what way the colour is only near it, "" for none."""

    colour: Colour | None = "FFFFFF"
    lacks: str = ""


class Region(NamedTuple):
    """Rectangles to clip with: left, top, right, bottom."""

    rectangles: tuple[tuple[float, float, float, float], ...]


Thing = Pen | Brush | Font | Region | None
STOCK: dict[int, Thing] = {
    0: Brush("FFFFFF"), 1: Brush("C0C0C0"), 2: Brush("808080"), 3: Brush("404040"), 4: Brush("000000"), 5: Brush(None),
    6: Pen("FFFFFF"), 7: Pen("000000"), 8: Pen(None), 10: Font("Courier New"), 11: Font("Courier New"),
    12: Font("Arial"), 13: Font("Arial"), 14: Font("Arial"), 16: Font("Courier New"), 17: Font("Tahoma", -11.0),
    18: Brush("FFFFFF"), 19: Pen("000000"),
}  # fmt: skip
"""[MS-EMF] 2.1.31."""


def colour(value: int) -> Colour:
    """A ColorRef ([MS-EMF] 2.2.7 gives its bytes: red first)."""
    return f"{value & 0xFF:02X}{value >> 8 & 0xFF:02X}{value >> 16 & 0xFF:02X}"


def pen(style: int, width: float, value: int) -> Pen:
    """The pen of a LogPen or LogPenEx object (2.2.19, 2.2.20)."""
    if style & 0xF == 5:
        return Pen(None)
    return Pen(colour(value), abs(width) or None, _STYLES.get(style & 0xF, "solid"))


def brush(style: int, value: int) -> Brush:
    """The brush of a LogBrush object (2.2.12); a hatched one in the tint that its lines give from afar."""
    if style == 1:
        return Brush(None)
    if style == 2:
        return Brush(
            "".join(f"{round(255 - (255 - part) * 0.25):02X}" for part in bytes.fromhex(colour(value))), "hatch"
        )
    return Brush(colour(value))


class State:
    """What SaveDC saves."""

    def __init__(self, per_millimetre: tuple[float, float]) -> None:
        self.pen, self.brush, self.font = Pen(), Brush(), Font()
        self.text_colour, self.ground = "000000", "FFFFFF"
        self.opaque = True
        self.align = 0
        self.even_odd = True
        self.mixing = 13
        self.clockwise = False
        self.at = (0.0, 0.0)
        self.clips: Clips = ()
        self.mode = 1
        self.window, self.window_size = (0.0, 0.0), (1.0, 1.0)
        self.viewport, self.viewport_size = (0.0, 0.0), (1.0, 1.0)
        self.world = IDENTITY
        self._per_millimetre = per_millimetre
        self._matrix: Matrix | None = None

    def moved(self) -> None:
        """The coordinates have changed."""
        self._matrix = None

    @property
    def matrix(self) -> Matrix:
        """From logical coordinates to the device's."""
        if self._matrix is None:
            across, down = self._scales()
            x, y = self.window
            page = (across, 0.0, 0.0, down, self.viewport[0] - x * across, self.viewport[1] - y * down)
            found = product(self.world, page)
            # Beyond this even a sum of products is no number any more.
            self._matrix = found if all(abs(value) < _FARTHEST for value in found) else IDENTITY
        return self._matrix

    @property
    def scale(self) -> float:
        """How long a logical unit is on the device, on the average of all directions."""
        a, b, c, d, _, _ = self.matrix
        return math.sqrt(abs(a * d - b * c))

    def _scales(self) -> tuple[float, float]:
        if (millimetres := _UNITS.get(self.mode)) is not None:
            return self._per_millimetre[0] * millimetres, -self._per_millimetre[1] * millimetres
        if self.mode not in (ISOTROPIC, ANISOTROPIC):
            return 1.0, 1.0
        across, down = (own / (other or 1.0) for own, other in zip(self.viewport_size, self.window_size, strict=True))
        if self.mode == ISOTROPIC:
            least = min(abs(across), abs(down))
            return math.copysign(least, across), math.copysign(least, down)
        return across, down

    def transform(self, matrix: Matrix, mode: int) -> None:
        """Set or modify the world's transformation; modes: 1 identity, 2 before, 3 after, 4 set (2.1.24)."""
        if not all(math.isfinite(value) and abs(value) < 1e9 for value in matrix):
            return
        if mode == 1:
            self.world = IDENTITY
        elif mode == 2:
            self.world = product(matrix, self.world)
        elif mode == 3:
            self.world = product(self.world, matrix)
        elif mode == 4:
            self.world = matrix
        if not all(math.isfinite(value) and abs(value) < 1e12 for value in self.world):
            self.world = IDENTITY
        self.moved()


class Device:
    """The state in force, those saved, and the objects that were made."""

    def __init__(self, per_millimetre: tuple[float, float] = (96 / 25.4, 96 / 25.4)) -> None:
        self.state = State(per_millimetre)
        self.things: dict[int, Thing] = {}
        self._saved: list[State] = []
        self._freed: list[int] = []

    def save(self) -> None:
        """SaveDC."""
        if len(self._saved) < DEEPEST:
            self._saved.append(copy(self.state))

    def restore(self, which: int) -> None:
        """RestoreDC: a negative number counts from the state saved last (-1), a positive from the first (1)."""
        index = len(self._saved) + which if which < 0 else which - 1
        if 0 <= index < len(self._saved):
            self.state = self._saved[index]
            del self._saved[index:]

    def add(self, thing: Thing) -> None:
        """Give an object the lowest index that none has ([MS-WMF] 3.1.4.1)."""
        self.things[heappop(self._freed) if self._freed else len(self.things)] = thing

    def drop(self, index: int) -> None:
        """DeleteObject; the index is free for `add`."""
        if index in self.things:
            del self.things[index]
            heappush(self._freed, index)

    def select(self, thing: Thing) -> None:
        """SelectObject."""
        if isinstance(thing, Pen):
            self.state.pen = thing
        elif isinstance(thing, Brush):
            self.state.brush = thing
        elif isinstance(thing, Font):
            self.state.font = thing
