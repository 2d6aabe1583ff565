"""What the drawing records of a metafile leave behind: marks in the device's units, the path bracket and the clip."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from .metafile_clips import NOTHING, Rectangle, narrowed, rectangle
from .metafile_records import Full
from .metafile_sketch import Bitmap, Clip, Clips, Mark, Outline, Words
from .metafile_state import Brush, Device, Pen
from .model import Colour

MOST_POINTS = 500_000
MOST_PIXELS = 100_000_000
"""Of all bitmaps together."""
Point = tuple[float, float]
Segments = list[tuple[str | float, ...]]
_FAR = 1e6
_ACROSS = {0: "left", 2: "right", 6: "center"}
_DOWN = {0: "top", 8: "bottom", 24: "baseline"}


class Canvas:
    """The marks of one metafile. Points given to it are logical, `marks` in the device's units."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self.marks: list[Mark] = []
        self.lacks: set[str] = set()
        self.bracket: Segments | None = None
        """The path between BeginPath and what uses it."""
        self.open = False
        """Whether the bracket is open: what is drawn goes into it."""
        self.half: tuple[int, Bitmap] | None = None
        """A mask, or its picture, that the bitmap laid next may belong to; and its raster operation."""
        self._thread: Segments = []
        self._thread_look: tuple[Pen, float, int, Clips] | None = None
        self._budget = MOST_POINTS
        self._pixels = MOST_PIXELS

    # ------------------------------------------------------------ outlines

    def placed(self, points: Iterable[Point]) -> list[Point]:
        """Points of the device."""
        a, b, c, d, e, f = self.device.state.matrix
        return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]

    def lines(self, points: Sequence[Point], closed: bool = False) -> Segments:
        """The straight lines through points."""
        placed = self.placed(points)
        made: Segments = [("m", *placed[0])] if placed else []
        made += [("l", *point) for point in placed[1:]]
        return [*made, ("z",)] if closed and made else made

    def curves(self, points: Sequence[Point], closed: bool = False) -> Segments:
        """The Bézier curves from the first point on, three points each."""
        placed = self.placed(points)
        made: Segments = [("m", *placed[0])] if placed else []
        made += [("c", *placed[at], *placed[at + 1], *placed[at + 2]) for at in range(1, len(placed) - 2, 3)]
        return [*made, ("z",)] if closed and made else made

    def rectangle(self, left: float, top: float, right: float, bottom: float) -> Segments:
        """A closed rectangle."""
        return self.lines(((left, top), (right, top), (right, bottom), (left, bottom)), True)

    def paint(self, path: Segments, *, fill: bool = False, stroke: bool = False) -> None:
        """Fill and stroke a path with brush and pen, or add it to the path bracket."""
        if self.open and self.bracket is not None:
            self._spend(len(path))
            self.bracket += path
            return
        state = self.device.state
        brush = state.brush if fill else Brush(None)
        pen = state.pen if stroke else Pen(None)
        if brush.lacks and brush.colour is not None:
            self.lacks.add(brush.lacks)
        self.outline(path, self._mixed(brush.colour), self._mixed(pen.colour), self._width(pen), pen.style)

    def outline(
        self, path: Segments, fill: Colour | None, stroke: Colour | None = None, width: float = 0, style: str = "solid"
    ) -> None:
        """A mark in colours of its own."""
        if stroke is None and _empty(path):
            fill = None
        if len(path) > 1 and (fill is not None or stroke is not None):
            state = self.device.state
            self._add(Outline(tuple(path), fill, stroke, width, style, state.even_odd, state.clips), len(path))

    def filled(self, box: Rectangle, colour: Colour) -> None:
        """A rectangle filled with a colour."""
        self.outline(self.rectangle(*box), colour)

    def _mixed(self, colour: Colour | None) -> Colour | None:
        """What a colour becomes under the binary raster operation in force ([MS-WMF] 2.1.1.2), on white paper."""
        mixing = self.device.state.mixing
        return colour if colour is None else {1: "000000", 11: None, 16: "FFFFFF"}.get(mixing, colour)

    def _width(self, pen: Pen) -> float:
        return 0.0 if pen.width is None else pen.width * self.device.state.scale

    # ------------------------------------------------------------ the current point

    def move(self, x: float, y: float) -> None:
        """MoveTo."""
        self.device.state.at = (x, y)
        if self.open and self.bracket is not None:
            self._spend(1)
            self.bracket += self.lines(((x, y),))

    def line(self, points: Sequence[Point]) -> None:
        """Straight lines from the current point; those of single records are joined."""
        self.onward(self.lines((self.device.state.at, *points)), points)

    def curve(self, points: Sequence[Point]) -> None:
        """Bézier curves from the current point."""
        self.onward(self.curves((self.device.state.at, *points)), points)

    def onward(self, path: Segments, points: Sequence[Point]) -> None:
        """Draw what begins at the current point, which becomes the last of `points`."""
        state = self.device.state
        if points:
            state.at = points[-1]
        if self.open and self.bracket is not None:
            self._spend(len(path))
            self.bracket += path[1:] if self.bracket and self.bracket[-1][0] != "z" else path
            return
        self.half = None
        look = (state.pen, state.scale, state.mixing, state.clips)
        self._spend(len(path))
        if self._thread and path and self._thread_look == look and self._thread[-1][-2:] == path[0][1:]:
            self._thread += path[1:]
            return
        self.flush()
        self._thread, self._thread_look = path, look

    def flush(self) -> None:
        """Make a mark of the lines that were joined."""
        if self._thread_look is not None:
            pen, scale, mixing, clips = self._thread_look
            path, self._thread, self._thread_look = self._thread, [], None
            stroke = None if mixing == 11 else pen.colour
            if len(path) > 1 and stroke is not None:
                self.marks.append(Outline(tuple(path), None, stroke, (pen.width or 0) * scale, pen.style, clips=clips))

    def _spend(self, points: int) -> None:
        self._budget -= points + 1
        if self._budget < 0:
            raise Full

    def spend_pixels(self, pixels: int) -> None:
        """Count the pixels of a bitmap.

        Raises: Full where they are too many.
        """
        self._pixels -= pixels
        if self._pixels < 0:
            raise Full

    def _add(self, mark: Mark, points: int) -> None:
        self.flush()
        if not isinstance(mark, Bitmap):
            self.half = None
        if not self.marks or self.marks[-1].clips is not mark.clips:
            points += sum(len(clip.path) for clip in mark.clips)
        self._spend(points)
        self.marks.append(mark)

    # ------------------------------------------------------------ the path bracket

    def begin(self) -> None:
        """BeginPath."""
        self.bracket, self.open = [], True

    def close_figure(self) -> None:
        """CloseFigure."""
        if self.open and self.bracket and self.bracket[-1][0] != "z":
            self.bracket.append(("z",))

    def use(self, *, fill: bool = False, stroke: bool = False) -> None:
        """FillPath, StrokePath, StrokeAndFillPath."""
        path, self.bracket, self.open = self.bracket, None, False
        if path:
            self.paint(path, fill=fill, stroke=stroke)

    def clip_path(self, mode: int) -> None:
        """SelectClipPath; modes as of `clip`."""
        path, self.bracket, self.open = self.bracket, None, False
        self.clip(Clip(tuple(path), self.device.state.even_odd) if path and len(path) > 2 else NOTHING, mode)

    # ------------------------------------------------------------ the clip

    def clip(self, clip: Clip | None, mode: int) -> None:
        """Combine the clip with another: 1 and, 2 or, 3 xor, 4 minus, 5 instead ([MS-EMF] 2.1.29). None: no clip."""
        state = self.device.state
        if mode == 5:
            state.clips = () if clip is None else (clip,)
        elif clip is None:
            return
        elif mode == 4:
            self._spend(len(clip.path))
            # By the even-odd rule what is inside of everything and of the outline is outside.
            everything = rectangle(-_FAR, -_FAR, _FAR, _FAR)
            state.clips = (*state.clips, Clip((*everything, *clip.path), True))
        elif mode == 1:
            state.clips = narrowed(state.clips, clip)
        else:
            state.clips = ()
            self.lacks.add("clip")
        if len(state.clips) > 32:
            raise Full

    def clip_rectangles(self, boxes: Sequence[Rectangle], mode: int, placed: bool) -> None:
        """Combine the clip with rectangles; placed: they are in the device's units."""
        path: Segments = []
        for box in boxes:
            path += rectangle(*box) if placed else self.rectangle(*box)
        self._spend(len(path))
        self.clip(Clip(tuple(path)) if path else NOTHING, mode)

    # ------------------------------------------------------------ texts and bitmaps

    def text(
        self,
        text: str,
        x: float,
        y: float,
        advances: Sequence[float] = (),
        options: int = 0,
        box: Rectangle | None = None,
    ) -> None:
        """A text at a point; options: 2 its box is filled, 4 clips it ([MS-EMF] 2.1.11)."""
        state = self.device.state
        if box is not None and options & 2:
            self.filled(box, state.ground)
        if self.open:
            self.lacks.add("text")
            return
        a, b, c, d, _, _ = state.matrix
        across, down = math.hypot(a, b), math.hypot(c, d)
        font = state.font
        if state.align & 1:
            x, y = state.at
            state.at = (x + (sum(advances) if advances else len(text) * abs(font.height) / 2), y)
        if not text.strip():
            return
        turn = math.degrees(math.atan2(b, a)) if b or a > 0 else 0.0
        ((x, y),) = self.placed(((x, y),))
        clips = state.clips
        if box is not None and options & 4:
            clips = narrowed(clips, Clip(tuple(self.rectangle(*box))))
        set_in = font._replace(height=(font.height or -12.0) * down, turn=font.turn + turn, width=font.width * across)
        widths = tuple(advance * across for advance in advances)
        # White behind text is on paper nothing, and would hide neighbours where our font is the larger.
        ground = state.ground if state.opaque and state.ground != "FFFFFF" else None
        place = _ACROSS.get(state.align & 6, "left"), _DOWN.get(state.align & 24, "top")
        self._add(Words(text, x, y, set_in, state.text_colour, widths, *place, ground, clips), len(text))

    def bitmap(self, data: bytes, box: Rectangle, crop: Rectangle = (0.0, 0.0, 0.0, 0.0)) -> None:
        """A picture file in a box, which may be mirrored or turned."""
        left, top, right, bottom = box
        (x, y), (ax, ay), (bx, by) = self.placed(((left, top), (right, top), (left, bottom)))
        width, height = math.hypot(ax - x, ay - y), math.hypot(bx - x, by - y)
        turn = math.degrees(math.atan2(ay - y, ax - x))
        mirrored = (ax - x) * (by - y) < (ay - y) * (bx - x)
        across = mirrored and abs(abs(turn) - 180) < 1e-6
        turn = 0.0 if across else turn
        x, y = (ax + bx) / 2 - width / 2, (ay + by) / 2 - height / 2
        flip = (across, mirrored and not across)
        self._add(Bitmap(data, x, y, width, height, crop, turn, flip, self.device.state.clips), 20)


def _empty(path: Segments) -> bool:
    """Whether a path of few lines has no area: a viewer of PDF would draw it as a hair's breadth."""
    if len(path) > 6 or any(step[0] == "c" for step in path):
        return False
    return any(len({step[index] for step in path if len(step) > 1}) < 2 for index in (1, 2))
