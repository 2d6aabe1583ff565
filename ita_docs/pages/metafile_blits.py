"""Bit block transfers: rectangles of brush and bitmaps, as their raster operations say ([MS-WMF] 2.1.1.31)."""

from __future__ import annotations

from .metafile_bitmaps import Dib, dib, masked
from .metafile_canvas import Canvas
from .metafile_clips import Rectangle
from .metafile_sketch import Bitmap

_BLACKNESS, _WHITENESS, _PATTERN, _AND_PATTERN = 0x000042, 0xFF0062, 0xF00021, 0xA000C9
_COPY, _AND, _OR, _XOR, _KEEP = 0xCC0020, 0x8800C6, 0xEE0086, 0x660046, 0xAA0029


def bitmap_of(canvas: Canvas, header: bytes, bits: bytes | None = None) -> Dib | None:
    """As `dib`; its pixels count among those that one metafile may have."""
    found = dib(header, bits)
    if found is not None:
        canvas.spend_pixels(found.width * found.height)
    return found


def fill(canvas: Canvas, operation: int, box: Rectangle) -> None:
    """A rectangle without a bitmap."""
    operation &= 0xFFFFFF
    if operation in (_BLACKNESS, _WHITENESS):
        canvas.filled(box, "000000" if operation == _BLACKNESS else "FFFFFF")
    elif operation in (_PATTERN, _AND_PATTERN):
        canvas.paint(canvas.rectangle(*box), fill=True)
    elif operation != _KEEP:
        canvas.lacks.add("mixing")


def blit(canvas: Canvas, operation: int, bitmap: Dib | None, box: Rectangle, source: Rectangle) -> None:
    """A part of a bitmap in a rectangle; source: the part, in pixels from the bitmap's top left corner.

    A mask (`and`) and the picture that follows in the same place (`or`, `xor`) become one with clear parts, as do a
    mask that whitens (`or`) and the picture that follows (`and`).
    """
    operation &= 0xFFFFFF
    if operation in (_BLACKNESS, _WHITENESS, _KEEP):
        fill(canvas, operation, box)
        return
    if bitmap is None:
        canvas.lacks.add("bitmap")
        return
    if operation not in (_COPY, _AND, _OR, _XOR):
        canvas.lacks.add("mixing")
    canvas.bitmap(bitmap.data, box, part(bitmap, source))
    if operation in (_AND, _OR, _XOR):
        _mix(canvas, operation)
    else:
        canvas.half = None


def _mix(canvas: Canvas, operation: int) -> None:
    """Join the bitmap laid last with the one before it, if the two are halves of one picture."""
    new, half = canvas.marks.pop(), canvas.half
    canvas.half = None
    assert isinstance(new, Bitmap)
    if half is not None and (half[0] == _AND) != (operation == _AND) and _at_one_place(half[1], new):
        joined = masked(new.data, new.crop, half[1].data, half[1].crop, half[0] != _AND)
        if joined is not None:
            if half[0] == _AND:
                canvas.marks.pop()
            canvas.marks.append(new._replace(data=joined, crop=(0.0, 0.0, 0.0, 0.0)))
            return
    if operation == _XOR:
        canvas.lacks.add("mixing")
        return
    # Alone, `or` leaves white paper white.
    if operation == _AND:
        canvas.marks.append(new)
    canvas.half = (operation, new)


def _at_one_place(one: Bitmap, other: Bitmap) -> bool:
    return one[1:5] == other[1:5] and one[6:] == other[6:]


def part(bitmap: Dib, source: Rectangle) -> Rectangle:
    """What is cut off a bitmap for a part of it to remain: shares at left, top, right and bottom."""
    left, top, right, bottom = source
    shares = (left / bitmap.width, top / bitmap.height, 1 - right / bitmap.width, 1 - bottom / bitmap.height)
    if any(share < 0 or share >= 1 for share in shares) or shares[0] + shares[2] >= 1 or shares[1] + shares[3] >= 1:
        return (0.0, 0.0, 0.0, 0.0)
    return shares
