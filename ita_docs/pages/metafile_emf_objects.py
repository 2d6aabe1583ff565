"""Records of enhanced metafiles for objects, clipping, bitmaps and texts ([MS-EMF] 2.3.1, 2.3.2, 2.3.5, 2.3.7)."""

from __future__ import annotations

import struct

from . import metafile_state as states
from .metafile_bitmaps import average, keyed, translucent
from .metafile_blits import bitmap_of, blit, fill, part
from .metafile_canvas import Canvas
from .metafile_clips import Rectangle
from .metafile_records import counts
from .metafile_sketch import Font
from .metafile_state import Brush, Pen

_U = struct.Struct("<I").unpack_from
_II = struct.Struct("<ii").unpack_from
_FOUR = struct.Struct("<4i").unpack_from


def _rectangles(data: bytes, at: int) -> tuple[Rectangle, ...]:
    """The rectangles of a RegionData object (2.2.24)."""
    size, _, number = struct.unpack_from("<3I", data, at)
    numbers = counts(data, at + size, number * 4, False)
    signed = struct.unpack(f"<{len(numbers)}i", struct.pack(f"<{len(numbers)}I", *numbers))
    return tuple(zip(*(signed[side::4] for side in range(4)), strict=True))


def clip_region(canvas: Canvas, data: bytes) -> None:
    size, mode = struct.unpack_from("<II", data, 8)
    if size:
        canvas.clip_rectangles(_rectangles(data, 16), mode, True)
    else:
        canvas.clip(None, mode)


def fill_region(canvas: Canvas, data: bytes, at: int, brush: states.Thing) -> None:
    if isinstance(brush, Brush) and brush.colour is not None:
        for box in _rectangles(data, at):
            canvas.outline(canvas.rectangle(*box), brush.colour)


# ---------------------------------------------------------------- objects


def thing(canvas: Canvas, index: int) -> states.Thing:
    return states.STOCK.get(index & 0x7FFFFFFF) if index & 0x80000000 else canvas.device.things.get(index)


def make(canvas: Canvas, data: bytes, thing: states.Thing) -> None:
    canvas.device.things[_U(data, 8)[0]] = thing


def font(canvas: Canvas, data: bytes) -> None:
    height, width, turn, _, weight = struct.unpack_from("<5i", data, 12)
    italic, underlined, struck, charset = data[32:36]
    family = data[40:104].decode("utf-16-le", "replace").partition("\0")[0]
    made = Font(
        family, height, weight > 500, bool(italic), bool(underlined), bool(struck), -turn / 10, charset, abs(width)
    )
    make(canvas, data, made)


def extended_pen(canvas: Canvas, data: bytes) -> None:
    style, width, kind, value = struct.unpack_from("<IIII", data, 28)
    pen = states.pen(style, width if style & 0x10000 else 0, value)
    if kind == 1:
        pen = Pen(None)
    elif kind != 0:
        canvas.lacks.add("pattern")
    make(canvas, data, pen)


def pattern_brush(canvas: Canvas, data: bytes) -> None:
    _, header, size, bits, length = struct.unpack_from("<5I", data, 12)
    bitmap = bitmap_of(canvas, data[header : header + size], data[bits : bits + length])
    make(canvas, data, Brush((bitmap and average(bitmap)) or "808080", "pattern"))


# ---------------------------------------------------------------- bitmaps


def blit_record(canvas: Canvas, data: bytes, stretched: bool) -> None:
    """EMR_BITBLT, EMR_STRETCHBLT and those that are laid out alike."""
    x, y, width, height = _FOUR(data, 24)
    operation, left, top = struct.unpack_from("<Iii", data, 40)
    header, size, bits, length = struct.unpack_from("<4I", data, 84)
    box = (x, y, x + width, y + height)
    if not length:
        fill(canvas, operation, box)
        return
    across, down = _II(data, 100) if stretched else (width, height)
    bitmap = bitmap_of(canvas, data[header : header + size], data[bits : bits + length])
    source = (left, top, left + abs(across), top + abs(down))
    kind = _U(data, 0)[0]
    if kind in (114, 116) and bitmap is not None:
        if kind == 114:
            made = translucent(bitmap, operation >> 16 & 0xFF, bool(operation >> 24 & 1))
        else:
            made = keyed(bitmap, states.colour(operation))
        if made is not None:
            canvas.bitmap(made, box, part(bitmap, source))
            return
        bitmap = None
    blit(canvas, 0xCC0020 if kind in (78, 114, 116) else operation, bitmap, box, source)


def stretch_record(canvas: Canvas, data: bytes, stretched: bool) -> None:
    """EMR_STRETCHDIBITS and EMR_SETDIBITSTODEVICE, whose parts are counted from below."""
    x, y, left, low, across, down = struct.unpack_from("<6i", data, 24)
    header, size, bits, length = struct.unpack_from("<4I", data, 48)
    operation, width, height = 0xCC0020, across, down
    if stretched:
        operation, width, height = struct.unpack_from("<Iii", data, 68)
    bitmap = bitmap_of(canvas, data[header : header + size], data[bits : bits + length])
    tall = 0 if bitmap is None else bitmap.height
    source = (left, tall - low - abs(down), left + abs(across), tall - low)
    blit(canvas, operation, bitmap, (x, y, x + width, y + height), source)


# ---------------------------------------------------------------- texts


def text(canvas: Canvas, data: bytes, wide: bool, at: int = 36) -> None:
    """EMR_EXTTEXTOUTA and W: an EmrText object (2.2.5)."""
    x, y, number, start, options = struct.unpack_from("<iiIII", data, at)
    box, (gaps,) = _FOUR(data, at + 20), _U(data, at + 36)
    size = 2 if wide else 1
    if start + number * size > len(data):
        raise struct.error("a text's length")
    raw = data[start : start + number * size]
    said = raw.decode("utf-16-le", "replace") if wide else decoded(raw, canvas.device.state.font)
    step = 2 if options & 0x2000 else 1
    advances = struct.unpack_from(f"<{number * step}i", data, gaps)[::step] if gaps and number else ()
    if options & 0x10:
        canvas.lacks.add("text")
        said = ""
    known = advances if len(advances) == len(said) else ()
    canvas.text(said, x, y, known, options, box)


def decoded(raw: bytes, font: Font) -> str:
    """Text of 8-bit characters, in the code page of its font's character set ([MS-WMF] 2.1.1.5)."""
    return raw.decode(_PAGES.get(font.charset, "cp1252"), "replace")


_PAGES = {
    1: "cp874", 2: "latin-1", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip


def small_text(canvas: Canvas, data: bytes) -> None:
    x, y, number, options = struct.unpack_from("<iiII", data, 8)
    at = 36 if options & 0x100 else 52
    raw = data[at : at + number * (1 if options & 0x200 else 2)]
    said = raw.decode("latin-1") if options & 0x200 else raw.decode("utf-16-le", "replace")
    canvas.text(said, x, y, (), options, None if options & 0x100 else _FOUR(data, 36))
