"""The empty frames that stand where an office's own emblem or logo belongs, whatever their height on the page."""

from __future__ import annotations

from pathlib import Path

GREY = 96
STROKE, DASH = 6, 21
"""Pixels."""
FRAMES = {"emblem-frame.png": ((368, 469), "ตราครุฑ", 104), "logo-frame.png": ((469, 469), "ตราหน่วยงาน", 96)}
"""File → width and height, what it says, and how high, in pixels.

The proportions of the emblem's are those of the ครุฑ, 251 : 320, so that it takes the emblem's own room.
"""
PHOTOGRAPHS = {"photo.png": ((480, 720), "รูปถ่าย", 96)}
"""What samples show where a photograph belongs."""


def draw(path: Path, font: Path) -> None:
    """Write the frame that `path` names as a small grey PNG with a dashed border."""
    from PIL import Image, ImageDraw, ImageFont

    (width, height), words, size = {**FRAMES, **PHOTOGRAPHS}[path.name]
    image = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(image)
    for start, end in dashes(width):
        for y in (0, height - STROKE):
            pen.rectangle((start, y, end, y + STROKE - 1), fill=GREY)
    for start, end in dashes(height):
        for x in (0, width - STROKE):
            pen.rectangle((x, start, x + STROKE - 1, end), fill=GREY)
    pen.text((width / 2, height / 2), words, fill=GREY, font=ImageFont.truetype(str(font), size), anchor="mm")
    image.quantize(16).save(path, optimize=True, dpi=(794, 794))


def dashes(length: int) -> list[tuple[int, int]]:
    """First and last pixel of every dash along a side, one at each end."""
    count = round((length / DASH + 1) / 2)
    step = (length - DASH) / (count - 1)
    return [(round(at * step), round(at * step) + DASH - 1) for at in range(count)]
