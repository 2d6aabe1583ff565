"""What a font file says of lines and strokes, in its own units, read from its tables (OpenType `OS/2`, `hhea`, `post`).

face: HarfBuzz's. A table that is missing or cut short gives harmless values.
"""

from __future__ import annotations

import struct
from typing import Any

_USE_TYPO_METRICS = 1 << 7


def _table(face: Any, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def line_measures(face: Any) -> tuple[float, float, float]:
    """Ascent, descent and gap by which Word on Windows sets lines: as GDI takes them."""
    hhea, os2 = _table(face, "hhea"), _table(face, "OS/2")
    ascent, descent, gap = struct.unpack(">hhh", hhea[4:10]) if len(hhea) >= 10 else (0, 0, 0)
    descent = -descent
    if len(os2) >= 78:
        above, below, leading, win_above, win_below = struct.unpack(">hhhHH", os2[68:78])
        if int.from_bytes(os2[62:64]) & _USE_TYPO_METRICS:
            ascent, descent, gap = above, -below, leading
        elif win_above or win_below:
            gap = max(0, gap - (win_above + win_below - ascent - descent))
            ascent, descent = win_above, win_below
    if ascent + descent <= 0:
        return 0.8 * face.upem, 0.2 * face.upem, 0.0
    return ascent, descent, max(0, gap)


def underline(face: Any) -> tuple[float, float]:
    """Top of an underline, upwards from the baseline (mostly negative), and its thickness."""
    post = _table(face, "post")
    top, thickness = struct.unpack(">hh", post[8:12]) if len(post) >= 12 else (0, 0)
    return (top, thickness) if thickness > 0 else (-0.1 * face.upem, 0.05 * face.upem)


def strikeout(face: Any) -> tuple[float, float]:
    """Top of a strikethrough, upwards from the baseline, and its thickness."""
    os2 = _table(face, "OS/2")
    thickness, top = struct.unpack(">hh", os2[26:30]) if len(os2) >= 30 else (0, 0)
    return (top, thickness) if thickness > 0 else (0.28 * face.upem, 0.05 * face.upem)


def cap_height(face: Any) -> float | None:
    """The height of a capital letter, None where the font does not say (`OS/2` before version 2)."""
    os2 = _table(face, "OS/2")
    height = int.from_bytes(os2[88:90], signed=True) if len(os2) >= 90 and int.from_bytes(os2[:2]) >= 2 else 0
    return height if height > 0 else None
