"""A metafile's sketch as boxes in points: its outlines, its texts in the document's typefaces, its bitmaps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from weakref import WeakKeyDictionary

from .artwork import Artwork
from .drawing_paths import Path, size, within
from .metafile_clips import edges
from .metafile_sketch import Bitmap, Clips, Mark, Outline, Sketch, Words
from .metafile_texts import text_box
from .model import Box, Group, Picture, Shape
from .typecase import Typecase

THINNEST = 0.25
"""The width of a line that should be as thin as a line can be, in points."""
_NARROWEST, _WIDEST = 0.1, 4000.0
_MADE: WeakKeyDictionary[Typecase, dict[tuple[Sketch, float, float], Artwork]] = WeakKeyDictionary()


def artwork(sketch: Sketch, width: float, height: float, typecase: Typecase) -> Artwork:
    """A sketch in a frame of a width and height in points; the same object for the same arguments."""
    width, height = (max(_NARROWEST, min(_WIDEST, length)) for length in (width, height))
    if not any(isinstance(mark, Words) for mark in sketch.marks):
        return _textless(sketch, width, height)
    known = _MADE.setdefault(typecase, {})
    made = known.get((sketch, width, height))
    if made is None:
        made = known[sketch, width, height] = Artwork(width, height, tuple(_boxes(sketch, width, height, typecase)))
    return made


@lru_cache(16)
def _textless(sketch: Sketch, width: float, height: float) -> Artwork:
    return Artwork(width, height, tuple(_boxes(sketch, width, height, None)))


def _boxes(sketch: Sketch, width: float, height: float, typecase: Typecase | None) -> Iterator[Box]:
    left, top, wide, high = sketch.frame
    fit = _Fit(left, top, width / wide, height / high)
    for clips, marks in groupby(sketch.marks, lambda mark: mark.clips):
        inside = tuple(_box(mark, fit, typecase) for mark in marks)
        yield from _clipped(inside, clips, fit, width, height)


def _clipped(inside: tuple[Box, ...], clips: Clips, fit: _Fit, width: float, height: float) -> tuple[Box, ...]:
    """Boxes in the groups that clip them, the first clip outermost."""
    for clip in reversed(clips):
        sides = edges(clip.path)
        if sides is not None:
            (left, top), (right, bottom) = fit.place(*sides[:2]), fit.place(*sides[2:])
            if left <= 0 and top <= 0 and right >= width and bottom >= height:
                continue  # the frame clips as well
        inside = (Group(0.0, 0.0, width, height, inside, fit.path(clip.path), clip.even_odd),)
    return inside


class _Fit:
    """From the device's units to points."""

    def __init__(self, left: float, top: float, across: float, down: float) -> None:
        self.left, self.top, self.across, self.down = left, top, across, down
        self.mean = math.sqrt(abs(across * down))

    def place(self, x: float, y: float) -> tuple[float, float]:
        return within((x - self.left) * self.across), within((y - self.top) * self.down)

    def path(self, path: Path) -> Path:
        """A path in points."""
        left, top, across, down = self.left, self.top, self.across, self.down
        made: list[tuple[str | float, ...]] = []
        for step in path:
            if len(step) == 3:
                kind, x, y = step
                made.append((kind, within((x - left) * across), within((y - top) * down)))  # type: ignore[operator]
            else:
                places = zip(step[1::2], step[2::2], strict=True)
                made.append((step[0], *(length for x, y in places for length in self.place(float(x), float(y)))))
        return tuple(made)


def _box(mark: Mark, fit: _Fit, typecase: Typecase | None) -> Box:
    if isinstance(mark, Outline):
        thick = max(THINNEST, min(_WIDEST, mark.width * fit.mean))
        # The edge of a shape in its own colour, drawn no thinner than can be, would make small shapes fat.
        stroke = None if mark.stroke == mark.fill and thick == THINNEST else mark.stroke
        # The ends of its lines are round, and would fill what is between the dots.
        style = "leader" if mark.style == "dotted" else mark.style
        path = fit.path(mark.path)
        return Shape(0.0, 0.0, 0.0, 0.0, path, mark.fill, stroke, thick, style, even_odd=mark.even_odd)
    if isinstance(mark, Bitmap):
        turned = 45 <= mark.turn % 180 < 135
        across, down = (fit.down, fit.across) if turned else (fit.across, fit.down)
        width, height = size(mark.width * across), size(mark.height * down)
        x, y = fit.place(mark.x + mark.width / 2, mark.y + mark.height / 2)
        return Picture(x - width / 2, y - height / 2, width, height, mark.data, mark.crop, mark.turn, mark.flip)
    assert typecase is not None
    return text_box(mark, fit.place(mark.x, mark.y), fit.across, fit.down, typecase)
