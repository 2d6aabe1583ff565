"""Picture files made for the tests: four quarters, red, green, blue and white, from the top left."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

QUARTERS = {(0, 0): (255, 0, 0), (1, 0): (0, 128, 0), (0, 1): (0, 0, 255), (1, 1): (255, 255, 255)}


def image(mode: str = "RGB", side: int = 16) -> Image.Image:
    """The picture in a mode of Pillow's; where it has transparency, the right half is half transparent."""
    made = Image.new("RGB", (2 * side, 2 * side))
    for (column, row), colour in QUARTERS.items():
        made.paste(colour, (column * side, row * side, (column + 1) * side, (row + 1) * side))
    if mode in ("RGBA", "LA"):
        made.putalpha(255)
        made.paste((0, 128, 0, 128), (side, 0, 2 * side, side))
        return made if mode == "RGBA" else made.convert("LA")
    if mode == "I;16":
        grey = made.convert("L")
        return Image.frombytes(mode, grey.size, b"".join(bytes((level, level)) for level in grey.tobytes()))
    return made.convert(mode, palette=Image.Palette.ADAPTIVE) if mode == "P" else made.convert(mode)


def file(mode: str = "RGB", kind: str = "PNG", **how: Any) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image(mode).save(out, kind, **how)
    return out.getvalue()


def png(mode: str = "RGB") -> bytes:
    """The picture as PNG."""
    return file(mode)
