"""Photos made for the tests: four quarters, red, green, blue and white, as a phone would leave them."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from tests.painting.images import image

TURNS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How the pixels of a picture lie in a file that says this orientation."""


def photo(
    width: int = 60, height: int = 40, *, kind: str = "JPEG", mode: str = "RGB", orientation: int = 1, **how: Any
) -> bytes:
    """A photo of so many pixels, seen upright; its Exif says where it was taken."""
    made = image("RGB").resize((width, height), Image.Resampling.NEAREST).convert(mode)
    if (turn := TURNS[orientation]) is not None:
        made = made.transpose(turn)
    exif = Image.Exif()
    exif[0x112] = orientation
    exif[0x10F] = "Phone"
    out = io.BytesIO()
    made.save(out, kind, **({"exif": exif} if kind in ("JPEG", "TIFF", "WEBP") else {}), **how)
    return out.getvalue()
