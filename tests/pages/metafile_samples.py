"""Metafiles written record by record: 100 × 50 units, which are points in a drawing of that size."""

from __future__ import annotations

import gzip
import struct

from ita_docs.pages.metafile import played
from ita_docs.pages.metafile_sketch import Mark, Sketch

DIB_HEADER = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 24, 0, 8, 0, 0, 0, 0)
DIB_BITS = b"\0\0\xff\xff\0\0\0\0"
"""A red pixel and a blue one."""
DIB = DIB_HEADER + DIB_BITS
BMP = b"BM" + struct.pack("<IHHI", 14 + len(DIB), 0, 0, 54) + DIB
MASK_HEADER = struct.pack("<IiiHHIIiiII", 40, 2, 1, 1, 1, 0, 4, 0, 0, 2, 0) + b"\0\0\0\0\xff\xff\xff\0"
MASK_BITS = b"\x40\0\0\0"
"""One bit a pixel: the left one black (kept), the right one white (clear)."""
RED, BLUE = 0x0000FF, 0xFF0000
"""ColorRefs."""
COPY, AND, OR, XOR, PATTERN = 0xCC0020, 0x8800C6, 0xEE0086, 0x660046, 0xF00021


# ---------------------------------------------------------------- EMF


def record(kind: int, body: bytes = b"") -> bytes:
    body += bytes(-len(body) % 4)
    return struct.pack("<II", kind, 8 + len(body)) + body


def ints(kind: int, *values: int) -> bytes:
    """A record of 32-bit numbers, colours among them."""
    return record(kind, struct.pack(f"<{len(values)}I", *(value & 0xFFFFFFFF for value in values)))


def poly(kind: int, *points: tuple[int, int], short: bool = False) -> bytes:
    """A record of one series of points, with its bounds."""
    numbers = [value for point in points for value in point]
    return record(kind, struct.pack(f"<4iI{len(numbers)}{'h' if short else 'i'}", 0, 0, 0, 0, len(points), *numbers))


def many(kind: int, *series: list[tuple[int, int]], short: bool = False) -> bytes:
    """A record of several series of points."""
    sizes = [len(points) for points in series]
    numbers = [value for points in series for point in points for value in point]
    code = "h" if short else "i"
    return record(
        kind,
        struct.pack(f"<4iII{len(sizes)}I{len(numbers)}{code}", 0, 0, 0, 0, len(sizes), sum(sizes), *sizes, *numbers),
    )


def font(index: int, height: int, family: str = "Arial", turn: int = 0, weight: int = 400) -> bytes:
    fixed = struct.pack("<I5i8B", index, height, 0, turn, turn, weight, 1, 1, 0, 0, 0, 0, 0, 0)
    return record(82, fixed + family.encode("utf-16-le").ljust(64, b"\0"))


def text(
    said: str, x: int, y: int, advances: list[int], options: int = 0, box: tuple[int, ...] = (0, 0, 0, 0)
) -> bytes:
    raw = said.encode("utf-16-le")
    raw += bytes(-len(raw) % 4)
    head = struct.pack("<4iIff", 0, 0, 0, 0, 1, 1.0, 1.0)
    place = struct.pack("<iiIII4iI", x, y, len(said), 76, options, *box, 76 + len(raw) if advances else 0)
    return record(84, head + place + raw + struct.pack(f"<{len(advances)}i", *advances))


def blit(operation: int, x: int, y: int, width: int, height: int, header: bytes = b"", bits: bytes = b"") -> bytes:
    """EMR_STRETCHBLT; without a bitmap EMR_BITBLT."""
    start = struct.pack("<4i4iIii", 0, 0, 0, 0, x, y, width, height, operation, 0, 0)
    middle = struct.pack("<6fII", 1, 0, 0, 1, 0, 0, 0, 0)
    if not bits:
        return record(76, start + middle + struct.pack("<4I", 0, 0, 0, 0))
    offsets = struct.pack("<4Iii", 108, len(header), 108 + len(header), len(bits), 2, 1)
    return record(77, start + middle + offsets + header + bits)


def dual(flags: int) -> bytes:
    """The comment that says whether EMF+ is all there is."""
    return record(70, struct.pack("<I4sHHIIIII", 28, b"EMF+", 0x4001, flags, 28, 16, 0, 0, 0))


EMF_HEADER = record(
    1,
    # Bounds, then a frame of 100 × 50 pixels, of which the device has 100 in 100 mm.
    struct.pack(
        "<4i4i4sIIIHHIIIiiii",
        0,
        0,
        99,
        49,
        0,
        0,
        10000,
        5000,
        b" EMF",
        0x10000,
        0,
        0,
        9,
        0,
        0,
        0,
        0,
        100,
        100,
        100,
        100,
    ),
)
EMF_END = ints(14, 0, 16, 20)
RED_BRUSH = ints(39, 1, 0, RED, 0) + ints(37, 1)
BLUE_PEN = ints(38, 2, 0, 2, 0, BLUE) + ints(37, 2)
NO_PEN, NO_BRUSH = ints(37, 0x80000008), ints(37, 0x80000005)


def emf(*records: bytes) -> bytes:
    return EMF_HEADER + b"".join(records) + EMF_END


# ---------------------------------------------------------------- WMF


def function(kind: int, *values: int, more: bytes = b"") -> bytes:
    """A record of 16-bit numbers, then whatever."""
    body = struct.pack(f"<{len(values)}H", *(value & 0xFFFF for value in values)) + more
    body += bytes(len(body) % 2)
    return struct.pack("<IH", 3 + len(body) // 2, kind) + body


def colour(value: int) -> tuple[int, int]:
    return value & 0xFFFF, value >> 16


WMF_HEADER = struct.pack("<HHHIHIH", 1, 9, 0x300, 0, 9, 0, 0)
PLACEABLE = struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, 0, 0, 100, 50, 72, 0, 0)
WMF_END = function(0)
WINDOW = function(0x020B, 0, 0) + function(0x020C, 50, 100)
WMF_RED_BRUSH = function(0x02FC, 0, *colour(RED), 0) + function(0x012D, 0)
WMF_BLUE_PEN = function(0x02FA, 0, 2, 0, *colour(BLUE)) + function(0x012D, 1)


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    return (PLACEABLE if placeable else b"") + WMF_HEADER + b"".join(records) + WMF_END


def wmf_font(height: int, family: bytes = b"Arial", charset: int = 0) -> bytes:
    fixed = struct.pack("<5h8B", height, 0, 0, 0, 400, 0, 0, 0, charset, 0, 0, 0, 0)
    return function(0x02FB, more=fixed + family.ljust(32, b"\0"))


# ---------------------------------------------------------------- reading


def sketch(data: bytes) -> Sketch:
    """A metafile played, in which there is something."""
    made = played(data, "emf" if data[40:44] == b" EMF" else "wmf")
    assert made is not None
    return made


def only(data: bytes) -> Mark:
    """The one mark of a metafile that can be drawn in full."""
    made = sketch(data)
    assert not made.lacks
    (mark,) = made.marks
    return mark


def zipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
