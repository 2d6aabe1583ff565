"""Playing Windows metafiles ([MS-WMF] 2.3): what their window shows fills the picture, whatever the map mode."""

from __future__ import annotations

import math
import struct

from . import metafile_state as states
from . import metafile_wmf_objects as objects
from .metafile_arcs import arc, between, draw_arc, rounded
from .metafile_canvas import Canvas
from .metafile_clips import Rectangle
from .metafile_emf_objects import decoded
from .metafile_handlers import Handler, lacking, scaling, setting
from .metafile_records import PLACEABLE, counts, points, wmf_records
from .metafile_state import ANISOTROPIC, Device

_U = struct.Struct("<H").unpack_from
_HH = struct.Struct("<hh").unpack_from
_FOUR = struct.Struct("<4h").unpack_from


def device_of(data: bytes) -> tuple[Device, Rectangle | None]:
    """The device of a metafile, and its frame: left, top, width, height. None: as far as it draws.

    The frame is the bounding box of a placeable file (2.3.2.3), else the window that is set first.

    Raises: struct.error where the header is too short.
    """
    left = top = width = height = 0
    if data.startswith(PLACEABLE):
        left, top, right, bottom = _FOUR(data, 6)
        left, width, top, height = min(left, right), abs(right - left), min(top, bottom), abs(bottom - top)
    else:
        width, height = _first_window(data)
    device = Device()
    state = device.state
    state.mode = ANISOTROPIC
    if not width or not height:
        return device, None
    state.window, state.window_size = (left, top), (width, height)
    state.viewport_size = (abs(width), abs(height))
    return device, (0.0, 0.0, abs(width), abs(height))


def _first_window(data: bytes) -> tuple[int, int]:
    for kind, body in wmf_records(data):
        if kind == 0x020C:
            height, width = _HH(body, 0)
            return width, height
    return 0, 0


def _box(data: bytes, at: int = 0) -> Rectangle:
    """A rectangle, whose sides stand from the bottom to the left."""
    bottom, right, top, left = _FOUR(data, at)
    return left, top, right, bottom


def _point(data: bytes, at: int = 0) -> tuple[int, int]:
    y, x = _HH(data, at)
    return x, y


def _polygons(canvas: Canvas, data: bytes) -> None:
    (number,) = _U(data, 0)
    sizes = counts(data, 2, number, True)
    every = points(data, 2 + 2 * number, sum(sizes), True)
    path, at = [], 0
    for size in sizes:
        path += canvas.lines(every[at : at + size], True)
        at += size
    canvas.paint(path, fill=True, stroke=True)


def _arc(canvas: Canvas, data: bytes, kind: str) -> None:
    box = _box(data, 8)
    draw_arc(canvas, box, between(canvas, box, _point(data, 4), _point(data, 0)), kind)


def _rounded(canvas: Canvas, data: bytes) -> None:
    height, width = _HH(data, 0)
    canvas.paint(rounded(canvas, _box(data, 4), width, height), fill=True, stroke=True)


def _pixel(canvas: Canvas, data: bytes) -> None:
    (value,) = struct.unpack_from("<I", data, 0)
    x, y = _point(data, 4)
    canvas.filled((x, y, x + 1, y + 1), states.colour(value))


# ---------------------------------------------------------------- texts


def _text(canvas: Canvas, data: bytes) -> None:
    """META_TEXTOUT (2.3.3.20)."""
    (number,) = _U(data, 0)
    at = 2 + number + number % 2
    y, x = _HH(data, at)
    canvas.text(decoded(data[2 : 2 + number], canvas.device.state.font), x, y)


def _extended_text(canvas: Canvas, data: bytes) -> None:
    """META_EXTTEXTOUT (2.3.3.5)."""
    y, x, number, options = struct.unpack_from("<hhHH", data, 0)
    at, box = 8, None
    if options & 6:
        box, at = _FOUR(data, 8), 16
    if at + number > len(data):
        raise struct.error("a text's length")
    said = decoded(data[at : at + number], canvas.device.state.font)
    at += number + number % 2
    held = (len(data) - at) // 2
    advances = struct.unpack_from(f"<{number}h", data, at) if held >= number == len(said) else ()
    if options & 0x10:
        canvas.lacks.add("text")
        said = ""
    canvas.text(said, x, y, advances if said else (), options, box)


# ---------------------------------------------------------------- coordinates


def _offset_window(canvas: Canvas, data: bytes) -> None:
    state = canvas.device.state
    x, y = _point(data)
    state.window = (state.window[0] + x, state.window[1] + y)
    state.moved()


def _colour(data: bytes) -> str:
    return states.colour(struct.unpack_from("<I", data, 0)[0])


HANDLERS: dict[int, Handler] = {
    0x001E: lambda c, d: c.device.save(),
    0x0102: setting("opaque", lambda d: _U(d, 0)[0] == 2),
    0x0104: setting("mixing", lambda d: _U(d, 0)[0]),
    0x0106: setting("even_odd", lambda d: _U(d, 0)[0] != 2),
    0x0127: lambda c, d: c.device.restore(_HH(d + b"\0\0", 0)[0]),
    0x012C: objects.clip_region,
    0x012D: objects.select,
    0x012E: setting("align", lambda d: _U(d, 0)[0]),
    0x01F0: objects.drop,
    0x0201: setting("ground", _colour),
    0x0209: setting("text_colour", _colour),
    0x020B: setting("window", _point),
    0x020C: setting("window_size", _point),
    0x020F: _offset_window,
    0x0410: scaling("window_size", lambda d: _FOUR(d, 0)[::-1]),
    0x0213: lambda c, d: c.line((_point(d),)),
    0x0214: lambda c, d: c.move(*_point(d)),
    0x0415: lambda c, d: c.clip_rectangles((_box(d),), 4, False),
    0x0416: lambda c, d: c.clip_rectangles((_box(d),), 1, False),
    0x0418: lambda c, d: c.paint(c.curves(arc(_box(d), 0.0, math.tau), True), fill=True, stroke=True),
    0x041B: lambda c, d: c.paint(c.rectangle(*_box(d)), fill=True, stroke=True),
    0x041F: _pixel,
    0x061C: _rounded,
    0x0817: lambda c, d: _arc(c, d, "arc"),
    0x081A: lambda c, d: _arc(c, d, "pie"),
    0x0830: lambda c, d: _arc(c, d, "chord"),
    0x0324: lambda c, d: c.paint(c.lines(points(d, 2, _U(d, 0)[0], True), True), fill=True, stroke=True),
    0x0325: lambda c, d: c.paint(c.lines(points(d, 2, _U(d, 0)[0], True)), stroke=True),
    0x0538: _polygons,
    0x0521: _text,
    0x0A32: _extended_text,
    0x00F7: objects.other,
    0x0142: objects.pattern_brush,
    0x01F9: objects.other,
    0x02FA: objects.pen,
    0x02FB: objects.font,
    0x02FC: objects.brush,
    0x06FF: objects.region,
    0x012B: objects.fill_region,
    0x0228: objects.fill_region,
    0x012A: lacking("mixing"),
    0x0429: lacking("region"),
    0x0220: lacking("clip"),
    0x0419: lacking("flood"),
    0x0548: lacking("flood"),
    0x061D: objects.fill_box,
    0x0922: lacking("bitmap"),
    0x0B23: lacking("bitmap"),
    0x0940: lambda c, d: objects.transfer(c, d, False, 0x0940),
    0x0B41: lambda c, d: objects.transfer(c, d, True, 0x0B41),
    0x0D33: objects.set_to_device,
    0x0F43: objects.stretch,
}
"""Record function (2.1.1.1) → what it does; any other leaves no mark."""
