"""Playing Windows metafiles ([MS-WMF] 2.3): what their window shows fills the picture, whatever the map mode."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable

from . import metafile_state as states
from .metafile_arcs import arc, between, draw_arc, rounded
from .metafile_bitmaps import average, dib
from .metafile_blits import blit, fill
from .metafile_canvas import Canvas, Rectangle
from .metafile_emf_objects import decoded
from .metafile_records import PLACEABLE, counts, points, wmf_records
from .metafile_sketch import Font
from .metafile_state import ANISOTROPIC, Brush, Device, Region, Thing

Handler = Callable[[Canvas, bytes], None]
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


# ---------------------------------------------------------------- objects


def _font(canvas: Canvas, data: bytes) -> None:
    height, _, turn, _, weight = struct.unpack_from("<5h", data, 0)
    italic, underlined, struck, charset = data[10:14]
    family = decoded(data[18:50].partition(b"\0")[0], Font(charset=charset))
    made = Font(family, height, weight > 500, bool(italic), bool(underlined), bool(struck), -turn / 10, charset)
    canvas.device.add(made)


def _pen(canvas: Canvas, data: bytes) -> None:
    style, width, _, value = struct.unpack_from("<HhhI", data, 0)
    canvas.device.add(states.pen(style, width, value))


def _brush(canvas: Canvas, data: bytes) -> None:
    style, value = struct.unpack_from("<HI", data, 0)
    canvas.device.add(states.brush(style, value))


def _pattern_brush(canvas: Canvas, data: bytes) -> None:
    bitmap = dib(data[4:])
    canvas.device.add(Brush((bitmap and average(bitmap)) or "808080", "pattern"))


def _region(canvas: Canvas, data: bytes) -> None:
    """A Region object (2.2.1.5), as the rectangle about it."""
    canvas.device.add(Region((_FOUR(data, 14),)))


def _other(canvas: Canvas, data: bytes) -> None:
    canvas.device.add(None)


def _drop(canvas: Canvas, data: bytes) -> None:
    canvas.device.drop(_U(data, 0)[0])


def _thing(canvas: Canvas, data: bytes) -> Thing:
    return canvas.device.things.get(_U(data, 0)[0])


def _select(canvas: Canvas, data: bytes) -> None:
    thing = _thing(canvas, data)
    if isinstance(thing, Region):
        canvas.clip_rectangles(thing.rectangles, 5, True)
    else:
        canvas.device.select(thing)


def _clip_region(canvas: Canvas, data: bytes) -> None:
    thing = _thing(canvas, data)
    if isinstance(thing, Region):
        canvas.clip_rectangles(thing.rectangles, 5, True)
    else:
        canvas.clip(None, 5)


def _fill_region(canvas: Canvas, data: bytes) -> None:
    region, brush = _thing(canvas, data), _thing(canvas, data[2:] if len(data) > 2 else b"\xff\xff")
    if len(data) <= 2:
        brush = canvas.device.state.brush
    if isinstance(region, Region) and isinstance(brush, Brush) and brush.colour is not None:
        for box in region.rectangles:
            canvas.filled(box, brush.colour)


# ---------------------------------------------------------------- bitmaps


def _transfer(canvas: Canvas, data: bytes, stretched: bool, function: int) -> None:
    """META_DIBBITBLT and META_DIBSTRETCHBLT; without a bitmap they are shorter by one (2.3.1.2, 2.3.1.3)."""
    (operation,) = struct.unpack_from("<I", data, 0)
    bare = len(data) // 2 == function >> 8
    down, across = _HH(data, 4) if stretched else (0, 0)
    at = 8 if stretched else 4
    top, left = _HH(data, at)
    height, width, y, x = _FOUR(data, at + (6 if bare else 4))
    box = (x, y, x + width, y + height)
    if bare:
        fill(canvas, operation, box)
        return
    if not stretched:
        across, down = width, height
    source = (left, top, left + abs(across), top + abs(down))
    blit(canvas, operation, dib(data[at + 12 :]), box, source)


def _stretch(canvas: Canvas, data: bytes) -> None:
    """META_STRETCHDIB (2.3.1.6), whose part is counted from below."""
    (operation,) = struct.unpack_from("<I", data, 0)
    down, across, low, left = _FOUR(data, 6)
    height, width, y, x = _FOUR(data, 14)
    _from_below(canvas, operation, data[22:], (x, y, x + width, y + height), (left, low, across, down))


def _set_to_device(canvas: Canvas, data: bytes) -> None:
    """META_SETDIBTODEV (2.3.1.5)."""
    low, left, height, width = _FOUR(data, 6)
    y, x = _HH(data, 14)
    _from_below(canvas, 0xCC0020, data[18:], (x, y, x + width, y + height), (left, low, width, height))


def _from_below(canvas: Canvas, operation: int, raw: bytes, box: Rectangle, source: Rectangle) -> None:
    bitmap = dib(raw)
    left, low, across, down = source
    top = (0 if bitmap is None else bitmap.height) - low - abs(down)
    blit(canvas, operation, bitmap, box, (left, top, left + abs(across), top + abs(down)))


def _fill(canvas: Canvas, data: bytes) -> None:
    height, width, y, x = _FOUR(data, 4)
    fill(canvas, struct.unpack_from("<I", data, 0)[0], (x, y, x + width, y + height))


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


def _set(name: str, read: Callable[[bytes], object]) -> Handler:
    def handler(canvas: Canvas, data: bytes) -> None:
        setattr(canvas.device.state, name, read(data))
        canvas.device.state.moved()

    return handler


def _offset_window(canvas: Canvas, data: bytes) -> None:
    state = canvas.device.state
    x, y = _point(data)
    state.window = (state.window[0] + x, state.window[1] + y)
    state.moved()


def _scale_window(canvas: Canvas, data: bytes) -> None:
    state = canvas.device.state
    low, high, under, up = _FOUR(data, 0)
    if under and low:
        state.window_size = (state.window_size[0] * up / under, state.window_size[1] * high / low)
        state.moved()


def _lacking(name: str) -> Handler:
    def handler(canvas: Canvas, data: bytes) -> None:
        canvas.lacks.add(name)

    return handler


def _colour(data: bytes) -> str:
    return states.colour(struct.unpack_from("<I", data, 0)[0])


HANDLERS: dict[int, Handler] = {
    0x001E: lambda c, d: c.device.save(),
    0x0102: _set("opaque", lambda d: _U(d, 0)[0] == 2),
    0x0104: _set("mixing", lambda d: _U(d, 0)[0]),
    0x0106: _set("even_odd", lambda d: _U(d, 0)[0] != 2),
    0x0127: lambda c, d: c.device.restore(_HH(d + b"\0\0", 0)[0]),
    0x012C: _clip_region,
    0x012D: _select,
    0x012E: _set("align", lambda d: _U(d, 0)[0]),
    0x01F0: _drop,
    0x0201: _set("ground", _colour),
    0x0209: _set("text_colour", _colour),
    0x020B: _set("window", _point),
    0x020C: _set("window_size", _point),
    0x020F: _offset_window,
    0x0410: _scale_window,
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
    0x00F7: _other,
    0x0142: _pattern_brush,
    0x01F9: _other,
    0x02FA: _pen,
    0x02FB: _font,
    0x02FC: _brush,
    0x06FF: _region,
    0x012B: _fill_region,
    0x0228: _fill_region,
    0x012A: _lacking("mixing"),
    0x0429: _lacking("region"),
    0x0220: _lacking("clip"),
    0x0419: _lacking("flood"),
    0x0548: _lacking("flood"),
    0x061D: _fill,
    0x0922: _lacking("bitmap"),
    0x0B23: _lacking("bitmap"),
    0x0940: lambda c, d: _transfer(c, d, False, 0x0940),
    0x0B41: lambda c, d: _transfer(c, d, True, 0x0B41),
    0x0D33: _set_to_device,
    0x0F43: _stretch,
}
"""Record function (2.1.1.1) → what it does; any other leaves no mark."""
