"""What a metafile draws, in the units of the device it was made for: outlines, texts and bitmaps, in order.

y goes downwards. A `Sketch` knows nothing of the size in which it will be shown, nor of fonts: `metafile_boxes` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .drawing_paths import Path
from .model import Colour

Matrix = tuple[float, float, float, float, float, float]
"""x' = a·x + c·y + e, y' = b·x + d·y + f."""
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Clip(NamedTuple):
    """An outline outside of which nothing is seen."""

    path: Path
    even_odd: bool = False


Clips = tuple[Clip, ...]
"""Only what lies inside of all of them is seen."""


class Outline(NamedTuple):
    """A filled or stroked path; width 0 is the thinnest line there is. style: as a rule's."""

    path: Path
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0
    style: str = "solid"
    even_odd: bool = False
    clips: Clips = ()


class Font(NamedTuple):
    """What text is set in. height: of the em where it is negative, else of the whole line; turn: degrees, clockwise.

    width: what its characters shall be wide on the average, 0 for as wide as they are.
    """

    family: str = "Arial"
    height: float = -12.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    turn: float = 0.0
    charset: int = 0
    width: float = 0.0


class Words(NamedTuple):
    """A text at a point. across: left, center or right of the text is at x; down: its top, baseline or bottom at y.

    font: its height and turn those of the device. advances: the width of each character, empty where the font's own
    are meant. ground: the colour of the box behind it, None for none.
    """

    text: str
    x: float
    y: float
    font: Font
    colour: Colour
    advances: tuple[float, ...] = ()
    across: str = "left"
    down: str = "baseline"
    ground: Colour | None = None
    clips: Clips = ()


class Bitmap(NamedTuple):
    """A picture file in a box, as `model.Picture`; turned about its middle after it is mirrored."""

    data: bytes
    x: float
    y: float
    width: float
    height: float
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turn: float = 0.0
    flip: tuple[bool, bool] = (False, False)
    clips: Clips = ()


Mark = Outline | Words | Bitmap


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A metafile played. frame: left, top, width and height of what is shown; lacks: what could not be drawn."""

    frame: tuple[float, float, float, float]
    marks: tuple[Mark, ...]
    lacks: frozenset[str] = frozenset()


def product(inner: Matrix, outer: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
