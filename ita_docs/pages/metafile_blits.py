"""Bit block transfers: rectangles of brush and bitmaps, as their raster operations say ([MS-WMF] 2.1.1.31)."""

from __future__ import annotations

from .metafile_bitmaps import Dib, dib, masked
from .metafile_canvas import Canvas, Rectangle
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

    A mask (`and`) and the picture that follows in the same place (`or`, `xor`) become one with clear parts.
    """
    operation &= 0xFFFFFF
    if operation in (_BLACKNESS, _WHITENESS, _KEEP):
        fill(canvas, operation, box)
        return
    if bitmap is None:
        canvas.lacks.add("bitmap")
        return
    if operation in (_OR, _XOR):
        canvas.flush()
        last = canvas.marks[-1] if canvas.marks else None
        canvas.bitmap(bitmap.data, box, part(bitmap, source))
        new = canvas.marks.pop()
        if isinstance(last, Bitmap) and isinstance(new, Bitmap) and last[1:5] == new[1:5] and last[6:] == new[6:]:
            joined = masked(bitmap.data, new.crop, last.data, last.crop)
            canvas.marks[-1] = last if joined is None else new._replace(data=joined, crop=(0.0, 0.0, 0.0, 0.0))
        else:
            canvas.lacks.add("mixing")
        return
    if operation not in (_COPY, _AND):
        canvas.lacks.add("mixing")
    canvas.bitmap(bitmap.data, box, part(bitmap, source))


def part(bitmap: Dib, source: Rectangle) -> Rectangle:
    """What is cut off a bitmap for a part of it to remain: shares at left, top, right and bottom."""
    left, top, right, bottom = source
    shares = (left / bitmap.width, top / bitmap.height, 1 - right / bitmap.width, 1 - bottom / bitmap.height)
    if any(share < 0 or share >= 1 for share in shares) or shares[0] + shares[2] >= 1 or shares[1] + shares[3] >= 1:
        return (0.0, 0.0, 0.0, 0.0)
    return shares
