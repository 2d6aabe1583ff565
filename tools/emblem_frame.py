"""The empty frame that stands where an office's own emblem belongs."""

from __future__ import annotations

from pathlib import Path

SIZE = (368, 469)
"""Pixels; the proportions of the ครุฑ, 251 : 320, so that the frame takes the emblem's own room."""
GREY = 96
STROKE, DASH = 6, 21
"""Pixels."""
LINES = (("ตราครุฑ", 104), ("๑.๕ ซม.", 88))
"""What it says, and how high, in pixels."""


def draw(path: Path, font: Path) -> None:
    """Write the frame as a small grey PNG with a dashed border."""
    from PIL import Image, ImageDraw, ImageFont

    width, height = SIZE
    image = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(image)
    for start, end in dashes(width):
        for y in (0, height - STROKE):
            pen.rectangle((start, y, end, y + STROKE - 1), fill=GREY)
    for start, end in dashes(height):
        for x in (0, width - STROKE):
            pen.rectangle((x, start, x + STROKE - 1, end), fill=GREY)
    for (words, size), y in zip(LINES, (height * 0.38, height * 0.64), strict=True):
        pen.text((width / 2, y), words, fill=GREY, font=ImageFont.truetype(str(font), size), anchor="mm")
    image.quantize(16).save(path, optimize=True, dpi=(794, 794))


def dashes(length: int) -> list[tuple[int, int]]:
    """First and last pixel of every dash along a side, one at each end."""
    count = round((length / DASH + 1) / 2)
    step = (length - DASH) / (count - 1)
    return [(round(at * step), round(at * step) + DASH - 1) for at in range(count)]
