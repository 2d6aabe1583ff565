"""Photos as a phone takes them: six million pixels, about a megabyte, some of them turned."""

from __future__ import annotations

import io
import random
from pathlib import Path

from PIL import Image, ImageDraw

POOL = 60
"""Different ones; a document has none of them twice."""
SIZE = (3000, 2000)
TURNED = 5
"""Every so many-th stands upright, and says so in its EXIF data, as a phone's do."""
ORIENTATION = 0x0112
"""The EXIF tag."""


def write_photos(folder: Path, codes: list[str], count: int) -> None:
    """`count` photos for each code, `CODE-01.jpg` …, those that are not there yet; no two files are the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn: dict[int, bytes] = {}
    for at, code in enumerate(codes):
        for number in range(count):
            if (path := folder / name(code, number)).exists():
                continue
            which = (at * count + number) % POOL
            if which not in drawn:
                drawn[which] = photo(which)
            path.write_bytes(with_comment(drawn[which], path.name.encode()))


def name(code: str, number: int) -> str:
    """The file of photo `number` of an office."""
    return f"{code}-{number + 1:02}.jpg"


def photo(number: int) -> bytes:
    """A JPEG that a phone could have made, as hard to compress."""
    dice = random.Random(number)
    wide, high = SIZE
    grain = Image.frombytes("L", (wide // 3, high // 3), dice.randbytes((wide // 3) * (high // 3))).resize(SIZE)
    picture = Image.merge(
        "RGB", [grain.point(lambda value, base=base: base + value // 5) for base in dice.sample(range(40, 190), 3)]
    )
    draw = ImageDraw.Draw(picture)
    for _ in range(30):
        x, y, across = dice.randrange(wide), dice.randrange(high), dice.randrange(150, 900)
        draw.ellipse((x, y, x + across, y + across), fill=tuple(dice.randbytes(3)))
    exif = Image.Exif()
    exif[ORIENTATION] = 6 if number % TURNED == 0 else 1
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=88, exif=exif)
    return file.getvalue()


def with_comment(jpeg: bytes, comment: bytes) -> bytes:
    """The same picture with a comment in it, behind what its camera noted (ITU-T T.81, B.2.4.5)."""
    at = 2
    while jpeg[at] == 0xFF and 0xE0 <= jpeg[at + 1] <= 0xEF:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return b"".join([jpeg[:at], b"\xff\xfe", (len(comment) + 2).to_bytes(2, "big"), comment, jpeg[at:]])
