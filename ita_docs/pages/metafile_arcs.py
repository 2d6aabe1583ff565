"""Ellipses and parts of them as Bézier curves, in logical coordinates; angles in radians, clockwise as y goes down."""

from __future__ import annotations

import math

from .metafile_canvas import Canvas, Point, Segments
from .metafile_clips import Rectangle


def arc(box: Rectangle, start: float, sweep: float) -> list[Point]:
    """Bézier curves along an ellipse in a box: the first point, then three a curve. Angles in radians, clockwise."""
    left, top, right, bottom = box
    x, y, across, down = (left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / count
    pull = 4 / 3 * math.tan(step / 4)
    made = [(x + across * math.cos(start), y + down * math.sin(start))]
    for turn in range(count):
        a, b = start + turn * step, start + (turn + 1) * step
        made += [
            (x + across * (math.cos(a) - pull * math.sin(a)), y + down * (math.sin(a) + pull * math.cos(a))),
            (x + across * (math.cos(b) + pull * math.sin(b)), y + down * (math.sin(b) - pull * math.cos(b))),
            (x + across * math.cos(b), y + down * math.sin(b)),
        ]
    return made


def between(canvas: Canvas, box: Rectangle, start: tuple[float, float], end: tuple[float, float]) -> list[Point]:
    """The arc between the rays from a box's middle to two points; a whole ellipse where they are one."""
    left, top, right, bottom = box
    across, down = (right - left) / 2 or 1, (bottom - top) / 2 or 1
    first, last = (
        math.atan2((y - (top + bottom) / 2) / down, (x - (left + right) / 2) / across) for x, y in (start, end)
    )
    if canvas.device.state.clockwise:
        return arc(box, first, (last - first) % math.tau or math.tau)
    return arc(box, first, -((first - last) % math.tau or math.tau))


def draw_arc(canvas: Canvas, box: Rectangle, curve: list[Point], kind: str) -> None:
    """An arc as a line ("arc"), joined to the current point ("to"), cut off ("chord") or as a piece of cake ("pie")."""
    if kind == "to":
        canvas.line(curve[:1])
        canvas.curve(curve[1:])
        return
    path = canvas.curves(curve, kind == "chord")
    if kind == "pie":
        path += [*canvas.lines((curve[0], ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)))[1:], ("z",)]
    canvas.paint(path, fill=kind != "arc", stroke=True)


def rounded(canvas: Canvas, box: Rectangle, width: float, height: float) -> Segments:
    """A rectangle whose corners are quarters of an ellipse of a width and height."""
    left, top, right, bottom = min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
    width, height = min(abs(width), right - left), min(abs(height), bottom - top)
    curve: list[Point] = []
    for corner, (x, y) in enumerate(
        ((left, top), (right - width, top), (right - width, bottom - height), (left, bottom - height))
    ):
        quarter = arc((x, y, x + width, y + height), math.pi + corner * math.pi / 2, math.pi / 2)
        # A side is a curve as well, one that runs straight.
        curve += quarter if not curve else [curve[-1], quarter[0], *quarter]
    return canvas.curves(curve, True)
