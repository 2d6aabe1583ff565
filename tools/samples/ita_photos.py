"""Pictures made for the sample of the annual ITA reports: simple scenes with a label, a mark, a cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

WIDE, TALL = (1600, 1200), (1200, 1600)
INK, PAPER, SKIN, WOOD = "#263238", "#ffffff", "#e0b48c", "#8d6e63"
SHIRTS = ("#37474f", "#6a1b9a", "#00695c", "#b71c1c", "#1565c0", "#f9a825")
QUALITY = 82
TURNED = 6
"""The EXIF orientation of a picture whose pixels lie on their side."""

Pen = Any
"""A PIL.ImageDraw.ImageDraw."""


def person(pen: Pen, x: int, y: int, size: int, shirt: str) -> None:
    """Head and shoulders, the neck at (x, y)."""
    pen.ellipse((x - size // 2, y - size, x + size // 2, y), fill=SKIN, outline=INK, width=3)
    pen.pieslice((x - size, y, x + size, y + 2 * size), 180, 360, fill=shirt, outline=INK, width=3)


def row_of(pen: Pen, count: int, y: int, size: int, width: int) -> None:
    """People side by side."""
    for at in range(count):
        person(pen, round((at + 0.5) * width / count), y, size, SHIRTS[at % len(SHIRTS)])


def meeting(pen: Pen) -> None:
    """A table, people around it, a screen."""
    pen.rectangle((500, 150, 1100, 520), fill=PAPER, outline=INK, width=8)
    for at, height in enumerate((120, 220, 160, 280)):
        pen.rectangle((590 + at * 110, 490 - height, 660 + at * 110, 490), fill=SHIRTS[at])
    row_of(pen, 6, 700, 90, 1600)
    pen.polygon(((150, 800), (1450, 800), (1600, 1200), (0, 1200)), fill=WOOD, outline=INK)


def signing(pen: Pen) -> None:
    """Two sign at a table, others stand behind them."""
    row_of(pen, 7, 480, 80, 1600)
    row_of(pen, 2, 700, 110, 1600)
    pen.rectangle((100, 820, 1500, 1200), fill=WOOD, outline=INK, width=6)
    for x in (300, 1100):
        pen.polygon(((x, 850), (x + 200, 850), (x + 240, 960), (x - 40, 960)), fill=PAPER, outline=INK, width=4)


def training(pen: Pen) -> None:
    """A speaker, a board, rows of people."""
    pen.rectangle((200, 140, 1100, 560), fill="#1b5e20", outline=WOOD, width=16)
    for y in (240, 330, 420):
        pen.line((280, y, 1000, y), fill=PAPER, width=8)
    person(pen, 1320, 400, 120, SHIRTS[4])
    row_of(pen, 8, 780, 80, 1600)
    row_of(pen, 6, 1000, 100, 1600)


def flag(pen: Pen) -> None:
    """A flag pole, people in a line."""
    pen.rectangle((0, 820, 1600, 1200), fill="#7cb342")
    pen.line((800, 820, 800, 120), fill=INK, width=12)
    bands = ("#c62828", PAPER, "#283593", "#283593", PAPER, "#c62828")
    for at, colour in enumerate(bands):
        pen.rectangle((806, 130 + at * 40, 1160, 170 + at * 40), fill=colour)
    row_of(pen, 9, 820, 75, 1600)


def volunteers(pen: Pen) -> None:
    """People with brooms before trees."""
    pen.rectangle((0, 760, 1600, 1200), fill="#aed581")
    for x in (200, 560, 1040, 1400):
        pen.rectangle((x - 20, 420, x + 20, 760), fill=WOOD)
        pen.ellipse((x - 150, 170, x + 150, 470), fill="#388e3c", outline=INK, width=3)
    row_of(pen, 5, 800, 95, 1600)
    for at in range(5):
        x = round((at + 0.5) * 320) + 100
        pen.line((x, 720, x + 60, 1050), fill=WOOD, width=12)


def website(pen: Pen) -> None:
    """A page of a website."""
    pen.rectangle((120, 120, 1480, 1010), fill=PAPER, outline=INK, width=6)
    pen.rectangle((120, 120, 1480, 240), fill=SHIRTS[4], outline=INK, width=6)
    for at in range(6):
        left, top = 180 + at % 3 * 430, 300 + at // 3 * 350
        pen.rectangle((left, top, left + 380, top + 200), fill=SHIRTS[at], outline=INK, width=3)
        pen.line((left, top + 240, left + 380, top + 240), fill=INK, width=8)
        pen.line((left, top + 280, left + 250, top + 280), fill=INK, width=8)


def sign(pen: Pen) -> None:
    """A board on two posts, upright."""
    pen.rectangle((0, 1150, 1200, 1600), fill="#9ccc65")
    for x in (260, 900):
        pen.rectangle((x, 900, x + 40, 1350), fill=WOOD, outline=INK, width=4)
    pen.rectangle((120, 220, 1080, 920), fill=PAPER, outline="#c62828", width=30)
    pen.ellipse((380, 320, 820, 760), outline="#c62828", width=50)
    pen.line((450, 400, 750, 690), fill="#c62828", width=50)


def counter(pen: Pen) -> None:
    """A service counter, upright; its pixels are stored on their side."""
    pen.rectangle((150, 180, 1050, 420), fill=SHIRTS[4], outline=INK, width=8)
    row_of(pen, 2, 760, 120, 1200)
    pen.rectangle((80, 880, 1120, 1400), fill=WOOD, outline=INK, width=8)
    pen.rectangle((760, 760, 960, 880), fill=PAPER, outline=INK, width=6)


def cover(pen: Pen) -> None:
    """A building with pillars."""
    pen.polygon(((200, 460), (800, 160), (1400, 460)), fill="#c62828", outline=INK, width=6)
    pen.rectangle((260, 460, 1340, 980), fill="#fff8e1", outline=INK, width=6)
    for x in range(340, 1300, 180):
        pen.rectangle((x, 520, x + 60, 980), fill=PAPER, outline=INK, width=4)
    pen.rectangle((120, 980, 1480, 1080), fill="#bcaaa4", outline=INK, width=6)


SCENES: dict[str, tuple[Callable[[Pen], None], tuple[int, int], str, str]] = {
    "meeting.jpg": (meeting, WIDE, "#cfd8dc", "ประชุมชี้แจงการประเมิน ITA"),
    "signing.jpg": (signing, WIDE, "#d7ccc8", "พิธีลงนามความร่วมมือ"),
    "training.jpg": (training, WIDE, "#ffe0b2", "อบรมสร้างความตระหนัก"),
    "flag.jpg": (flag, WIDE, "#bbdefb", "เคารพธงชาติทุกวันจันทร์"),
    "volunteers.jpg": (volunteers, WIDE, "#e1f5fe", "เขตสุจริต จิตอาสา"),
    "website.jpg": (website, WIDE, "#eceff1", "เว็บไซต์ของสำนักงาน"),
    "sign.jpg": (sign, TALL, "#b3e5fc", "ZERO Tolerance"),
    "counter.jpg": (counter, TALL, "#f1f8e9", "จุดรับเรื่องร้องเรียน"),
    "cover.jpg": (cover, WIDE, "#e3f2fd", "โปร่งใส ตรวจสอบได้"),
}
"""File → scene, size, background, label."""
MARK = "mark.png"
ON_ITS_SIDE = ("counter.jpg",)
NAMES: Sequence[str] = (*SCENES, MARK)


def draw(path: Path, font: Path) -> None:
    """Write the picture that `path` names."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.name == MARK:
        _mark(font).quantize(16).save(path, optimize=True)
        return
    from PIL import Image

    picture, exif = scene(path.name, font), Image.Exif()
    if path.name in ON_ITS_SIDE:
        exif[0x0112] = TURNED
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    picture.save(path, quality=QUALITY, optimize=True, exif=exif)


def scene(name: str, font: Path) -> Image:
    """A picture as it is to be seen."""
    from PIL import Image, ImageDraw, ImageFont

    drawn, (width, height), ground, label = SCENES[name]
    picture = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(picture)
    drawn(pen)
    pen.rectangle((0, height - 150, width, height), fill=INK)
    pen.text((width / 2, height - 75), label, fill=PAPER, font=ImageFont.truetype(str(font), 110), anchor="mm")
    return picture


def _mark(font: Path) -> Image:
    """A round mark with letters, as no office has it."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (600, 600), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.ellipse((20, 20, 580, 580), fill="#4a148c", outline="#ffb300", width=30)
    pen.ellipse((110, 110, 490, 490), fill=PAPER, outline="#ffb300", width=10)
    pen.text((300, 300), "ตราตัวอย่าง", fill="#4a148c", font=ImageFont.truetype(str(font), 110), anchor="mm")
    return picture
