"""Records of Windows metafiles that make objects, clip, and lay bitmaps ([MS-WMF] 2.3.1, 2.3.4)."""

from __future__ import annotations

import struct

from . import metafile_state as states
from .metafile_bitmaps import average
from .metafile_blits import bitmap_of, blit, fill
from .metafile_canvas import Canvas
from .metafile_clips import Rectangle
from .metafile_emf_objects import decoded
from .metafile_sketch import Font
from .metafile_state import Brush, Region, Thing

_U = struct.Struct("<H").unpack_from
_HH = struct.Struct("<hh").unpack_from
_FOUR = struct.Struct("<4h").unpack_from


def font(canvas: Canvas, data: bytes) -> None:
    height, width, turn, _, weight = struct.unpack_from("<5h", data, 0)
    italic, underlined, struck, charset = data[10:14]
    family = decoded(data[18:50].partition(b"\0")[0], Font(charset=charset))
    made = Font(
        family, height, weight > 500, bool(italic), bool(underlined), bool(struck), -turn / 10, charset, abs(width)
    )
    canvas.device.add(made)


def pen(canvas: Canvas, data: bytes) -> None:
    style, width, _, value = struct.unpack_from("<HhhI", data, 0)
    canvas.device.add(states.pen(style, width, value))


def brush(canvas: Canvas, data: bytes) -> None:
    style, value = struct.unpack_from("<HI", data, 0)
    canvas.device.add(states.brush(style, value))


def pattern_brush(canvas: Canvas, data: bytes) -> None:
    bitmap = bitmap_of(canvas, data[4:])
    canvas.device.add(Brush((bitmap and average(bitmap)) or "808080", "pattern"))


def region(canvas: Canvas, data: bytes) -> None:
    """A Region object (2.2.1.5), as the rectangle about it."""
    canvas.device.add(Region((_FOUR(data, 14),)))


def other(canvas: Canvas, data: bytes) -> None:
    canvas.device.add(None)


def drop(canvas: Canvas, data: bytes) -> None:
    canvas.device.drop(_U(data, 0)[0])


def _thing(canvas: Canvas, data: bytes) -> Thing:
    return canvas.device.things.get(_U(data, 0)[0])


def select(canvas: Canvas, data: bytes) -> None:
    thing = _thing(canvas, data)
    if isinstance(thing, Region):
        canvas.clip_rectangles(thing.rectangles, 5, True)
    else:
        canvas.device.select(thing)


def clip_region(canvas: Canvas, data: bytes) -> None:
    thing = _thing(canvas, data)
    if isinstance(thing, Region):
        canvas.clip_rectangles(thing.rectangles, 5, True)
    else:
        canvas.clip(None, 5)


def fill_region(canvas: Canvas, data: bytes) -> None:
    region, brush = _thing(canvas, data), _thing(canvas, data[2:] if len(data) > 2 else b"\xff\xff")
    if len(data) <= 2:
        brush = canvas.device.state.brush
    if isinstance(region, Region) and isinstance(brush, Brush) and brush.colour is not None:
        for box in region.rectangles:
            canvas.filled(box, brush.colour)


# ---------------------------------------------------------------- bitmaps


def transfer(canvas: Canvas, data: bytes, stretched: bool, function: int) -> None:
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
    blit(canvas, operation, bitmap_of(canvas, data[at + 12 :]), box, source)


def stretch(canvas: Canvas, data: bytes) -> None:
    """META_STRETCHDIB (2.3.1.6), whose part is counted from below."""
    (operation,) = struct.unpack_from("<I", data, 0)
    down, across, low, left = _FOUR(data, 6)
    height, width, y, x = _FOUR(data, 14)
    _from_below(canvas, operation, data[22:], (x, y, x + width, y + height), (left, low, across, down))


def set_to_device(canvas: Canvas, data: bytes) -> None:
    """META_SETDIBTODEV (2.3.1.5)."""
    low, left, height, width = _FOUR(data, 6)
    y, x = _HH(data, 14)
    _from_below(canvas, 0xCC0020, data[18:], (x, y, x + width, y + height), (left, low, width, height))


def _from_below(canvas: Canvas, operation: int, raw: bytes, box: Rectangle, source: Rectangle) -> None:
    bitmap = bitmap_of(canvas, raw)
    left, low, across, down = source
    top = (0 if bitmap is None else bitmap.height) - low - abs(down)
    blit(canvas, operation, bitmap, box, (left, top, left + abs(across), top + abs(down)))


def fill_box(canvas: Canvas, data: bytes) -> None:
    height, width, y, x = _FOUR(data, 4)
    fill(canvas, struct.unpack_from("<I", data, 0)[0], (x, y, x + width, y + height))
