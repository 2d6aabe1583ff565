"""Playing enhanced metafiles ([MS-EMF] 2.3); those for EMF+ too are played by their plain records."""

from __future__ import annotations

import math
import struct

from . import emf_objects as objects
from . import state as states
from .arcs import arc, between, draw_arc, rounded
from .canvas import Canvas
from .clips import Rectangle
from .handlers import Handler, lacking, scaling, setting
from .records import counts, points
from .state import Device

_I = struct.Struct("<i").unpack_from
_U = struct.Struct("<I").unpack_from
_II = struct.Struct("<ii").unpack_from
_FOUR = struct.Struct("<4i").unpack_from
_XFORM = struct.Struct("<6f").unpack_from


def device_of(header: bytes) -> tuple[Device, Rectangle | None]:
    """The device of a metafile, and its frame in the device's units: left, top, width, height (2.2.9).

    Raises: struct.error where the header is too short.
    """
    bounds, frame = _FOUR(header, 8), _FOUR(header, 24)
    pixels, millimetres = _II(header, 72), _II(header, 80)
    if min(*pixels, *millimetres) <= 0:
        pixels, millimetres = (96, 96), (25, 25)
    scale = pixels[0] / millimetres[0], pixels[1] / millimetres[1]
    left, top, right, bottom = frame
    if right > left and bottom > top:
        across, down = scale[0] / 100, scale[1] / 100
        return Device(scale), (left * across, top * down, (right - left) * across, (bottom - top) * down)
    left, top, right, bottom = bounds
    return Device(scale), (left, top, right - left, bottom - top) if right > left and bottom > top else None


# ---------------------------------------------------------------- outlines


def _points(data: bytes, short: bool) -> list[tuple[float, float]]:
    return points(data, 28, _I(data, 24)[0], short)


def _many(data: bytes, short: bool) -> list[list[tuple[float, float]]]:
    number, total = _II(data, 24)
    sizes = counts(data, 32, number, False)
    every = points(data, 32 + 4 * len(sizes), total, short)
    made, at = [], 0
    for size in sizes:
        made.append(every[at : at + size])
        at += size
    return made


def _polygons(canvas: Canvas, data: bytes, short: bool) -> None:
    path = [step for one in _many(data, short) for step in canvas.lines(one, True)]
    canvas.paint(path, fill=True, stroke=True)


def _polylines(canvas: Canvas, data: bytes, short: bool) -> None:
    canvas.paint([step for one in _many(data, short) for step in canvas.lines(one)], stroke=True)


def _draw(canvas: Canvas, data: bytes, short: bool) -> None:
    """EMR_POLYDRAW: points and, for each, what leads to it."""
    places = _points(data, short)
    kinds = data[28 + len(places) * (4 if short else 8) :][: len(places)]
    at = 0
    while at < len(kinds):
        kind = kinds[at] & 6
        if kind == 6:
            canvas.move(*places[at])
        elif kind == 2:
            canvas.line(places[at : at + 1])
        elif kind == 4 and at + 3 <= len(kinds):
            canvas.curve(places[at : at + 3])
            at += 2
        if kinds[at] & 1:
            canvas.close_figure()
        at += 1


def _arc(canvas: Canvas, data: bytes, kind: str) -> None:
    box = _FOUR(data, 8)
    draw_arc(canvas, box, between(canvas, box, _II(data, 24), _II(data, 32)), kind)


def _angle_arc(canvas: Canvas, data: bytes) -> None:
    x, y = _II(data, 8)
    (radius,) = _U(data, 16)
    start, sweep = struct.unpack_from("<ff", data, 20)
    if math.isfinite(start) and math.isfinite(sweep):
        curve = arc(
            (x - radius, y - radius, x + radius, y + radius),
            -math.radians(start % 360),
            -math.radians(max(-360.0, min(360.0, sweep))),
        )
        draw_arc(canvas, (0, 0, 0, 0), curve, "to")


def _rounded(canvas: Canvas, data: bytes) -> None:
    left, top, right, bottom, width, height = struct.unpack_from("<6i", data, 8)
    canvas.paint(rounded(canvas, (left, top, right, bottom), width, height), fill=True, stroke=True)


def _pixel(canvas: Canvas, data: bytes) -> None:
    x, y = _II(data, 8)
    canvas.filled((x, y, x + 1, y + 1), states.colour(_U(data, 16)[0]))


def _gradient(canvas: Canvas, data: bytes) -> None:
    """EMR_GRADIENTFILL: its rectangles and triangles, each in the mean of its corners' colours."""
    corners, meshes, mode = struct.unpack_from("<3I", data, 24)
    if corners * 16 > len(data):
        raise struct.error("a count of corners")
    places = [struct.unpack_from("<iiHHHH", data, 36 + at * 16) for at in range(corners)]
    size = 3 if mode == 2 else 2
    indexes = counts(data, 36 + corners * 16, meshes * size, False)
    for at in range(0, len(indexes), size):
        mesh = [places[index] for index in indexes[at : at + size]]
        mean = "".join(f"{sum(place[band] for place in mesh) // size >> 8:02X}" for band in (2, 3, 4))
        path = canvas.lines([place[:2] for place in mesh], True)
        canvas.outline(path if size == 3 else canvas.rectangle(*mesh[0][:2], *mesh[1][:2]), mean)
        canvas.lacks.add("gradient")


# ---------------------------------------------------------------- coordinates


def _pair(data: bytes) -> tuple[float, float]:
    return _II(data, 8)


def _offset_clip(canvas: Canvas, data: bytes) -> None:
    if canvas.device.state.clips:
        canvas.lacks.add("clip")


def _world(canvas: Canvas, data: bytes, mode: int) -> None:
    canvas.device.state.transform(_XFORM(data, 8), mode)


def _end_path(canvas: Canvas, data: bytes) -> None:
    canvas.open = False


def _abort(canvas: Canvas, data: bytes) -> None:
    canvas.bracket, canvas.open = None, False


def _comment(canvas: Canvas, data: bytes) -> None:
    """The header of EMF+ says whether the plain records draw everything as well ([MS-EMFPLUS] 2.3.3.3)."""
    if data[12:16] == b"EMF+" and len(data) >= 20:
        kind, flags = struct.unpack_from("<HH", data, 16)
        if kind == 0x4001 and not flags & 1:
            canvas.lacks.add("plus")


def _outlines(first: int, short: bool) -> dict[int, Handler]:
    """The seven records from EMR_POLYBEZIER on, or from EMR_POLYBEZIER16 on, whose points are `short`."""
    return {
        first: lambda c, d: c.paint(c.curves(_points(d, short)), stroke=True),
        first + 1: lambda c, d: c.paint(c.lines(_points(d, short), True), fill=True, stroke=True),
        first + 2: lambda c, d: c.paint(c.lines(_points(d, short)), stroke=True),
        first + 3: lambda c, d: c.curve(_points(d, short)),
        first + 4: lambda c, d: c.line(_points(d, short)),
        first + 5: lambda c, d: _polylines(c, d, short),
        first + 6: lambda c, d: _polygons(c, d, short),
    }


HANDLERS: dict[int, Handler] = {
    **_outlines(2, False),
    9: setting("window_size", _pair),
    10: setting("window", _pair),
    11: setting("viewport_size", _pair),
    12: setting("viewport", _pair),
    15: _pixel,
    17: setting("mode", lambda d: _U(d, 8)[0]),
    18: setting("opaque", lambda d: _U(d, 8)[0] == 2),
    19: setting("even_odd", lambda d: _U(d, 8)[0] != 2),
    20: setting("mixing", lambda d: _U(d, 8)[0]),
    22: setting("align", lambda d: _U(d, 8)[0]),
    24: setting("text_colour", lambda d: states.colour(_U(d, 8)[0])),
    25: setting("ground", lambda d: states.colour(_U(d, 8)[0])),
    26: _offset_clip,
    27: lambda c, d: c.move(*_II(d, 8)),
    29: lambda c, d: c.clip_rectangles((_FOUR(d, 8),), 4, False),
    30: lambda c, d: c.clip_rectangles((_FOUR(d, 8),), 1, False),
    31: scaling("viewport_size", lambda d: _FOUR(d, 8)),
    32: scaling("window_size", lambda d: _FOUR(d, 8)),
    33: lambda c, d: c.device.save(),
    34: lambda c, d: c.device.restore(_I(d, 8)[0]),
    35: lambda c, d: _world(c, d, 4),
    36: lambda c, d: _world(c, d, _U(d, 32)[0]),
    37: lambda c, d: c.device.select(objects.thing(c, _U(d, 8)[0])),
    38: lambda c, d: objects.make(c, d, states.pen(_U(d, 12)[0], _I(d, 16)[0], _U(d, 24)[0])),
    39: lambda c, d: objects.make(c, d, states.brush(_U(d, 12)[0], _U(d, 16)[0])),
    40: lambda c, d: c.device.drop(_U(d, 8)[0]),
    41: _angle_arc,
    42: lambda c, d: c.paint(c.curves(arc(_FOUR(d, 8), 0.0, math.tau), True), fill=True, stroke=True),
    43: lambda c, d: c.paint(c.rectangle(*_FOUR(d, 8)), fill=True, stroke=True),
    44: _rounded,
    45: lambda c, d: _arc(c, d, "arc"),
    46: lambda c, d: _arc(c, d, "chord"),
    47: lambda c, d: _arc(c, d, "pie"),
    53: lacking("flood"),
    54: lambda c, d: c.line((_II(d, 8),)),
    55: lambda c, d: _arc(c, d, "to"),
    56: lambda c, d: _draw(c, d, False),
    57: setting("clockwise", lambda d: _U(d, 8)[0] == 2),
    59: lambda c, d: c.begin(),
    60: _end_path,
    61: lambda c, d: c.close_figure(),
    62: lambda c, d: c.use(fill=True),
    63: lambda c, d: c.use(fill=True, stroke=True),
    64: lambda c, d: c.use(stroke=True),
    67: lambda c, d: c.clip_path(_U(d, 8)[0]),
    68: _abort,
    70: _comment,
    71: lambda c, d: objects.fill_region(c, d, 32, objects.thing(c, _U(d, 28)[0])),
    72: lacking("region"),
    73: lacking("mixing"),
    74: lambda c, d: objects.fill_region(c, d, 28, c.device.state.brush),
    75: objects.clip_region,
    76: lambda c, d: objects.blit_record(c, d, False),
    77: lambda c, d: objects.blit_record(c, d, True),
    78: lambda c, d: objects.blit_record(c, d, False),
    79: lacking("bitmap"),
    80: lambda c, d: objects.stretch_record(c, d, False),
    81: lambda c, d: objects.stretch_record(c, d, True),
    82: objects.font,
    83: lambda c, d: objects.text(c, d, False),
    84: lambda c, d: objects.text(c, d, True),
    **_outlines(85, True),
    92: lambda c, d: _draw(c, d, True),
    93: objects.pattern_brush,
    94: objects.pattern_brush,
    95: objects.extended_pen,
    96: lacking("text"),
    97: lacking("text"),
    108: objects.small_text,
    114: lambda c, d: objects.blit_record(c, d, True),
    116: lambda c, d: objects.blit_record(c, d, True),
    118: _gradient,
}
"""Record type (2.1.1) → what it does; any other leaves no mark."""
