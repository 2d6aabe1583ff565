"""What the head of a picture file says: its format, its size, how it is turned; read without decoding a pixel.

Sources: ITU-T T.81 annex B (JPEG), JFIF 1.02, Exif 2.3 §4.6 (orientation, resolution), ISO/IEC 15948 (PNG).
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Literal, NamedTuple

from ..thai.fault import Fault

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
OTHERS = (b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"RIFF")
PHONES = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
"""Brands of HEIF files (ISO/IEC 23008-12), which phones write and Pillow does not read."""
MOST_PIXELS = {"png": 100_000_000, "jpeg": 200_000_000, "other": 100_000_000}
USUAL_DPI = 72.0
ORIENTATION, ACROSS, DOWN, UNIT = 0x112, 0x11A, 0x11B, 0x128
START_OF_SCAN, END_OF_IMAGE = 0xDA, b"\xff\xd9"
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class PictureFacts(NamedTuple):
    """What a picture file is. width, height: pixels as they lie in the file; dpi: across, down, likewise.

    orientation: 1 to 8, Exif's; from 5 on width and height change places when it stands upright. channels: 1, 3, 4 of a
    JPEG, else 0. bare: a JPEG that holds nothing but JFIF's picture, neither Exif nor what an editor added.
    """

    format: Literal["png", "jpeg", "other"]
    width: int
    height: int
    dpi: tuple[float, float] = (USUAL_DPI, USUAL_DPI)
    orientation: int = 1
    channels: int = 0
    bare: bool = True

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height of the picture upright, at its own resolution."""
        wide, high = self.width / self.dpi[0], self.height / self.dpi[1]
        return (high, wide) if self.orientation >= 5 else (wide, high)


def picture_facts(path: Path) -> PictureFacts | Fault:
    """What a picture file is, or why it is none that can be used. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(16)
        if start.startswith(PNG):
            found = _png(file)
        elif start.startswith(JPEG):
            found = _jpeg(file)
        elif start.startswith(OTHERS):
            found = _other(file)
        elif start[4:8] == b"ftyp" and start[8:12] in PHONES:
            return Fault("heic-picture", {})
        else:
            return Fault("not-an-image", {})
    if found is None:
        return Fault("damaged-picture", {})
    if found.width * found.height > (most := MOST_PIXELS[found.format]):
        return Fault("picture-limit", {"width": found.width, "height": found.height, "limit": most // 1_000_000})
    return found


def segments(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG up to its pixels, each a marker and what it holds; the file then stands at the last."""
    file.seek(2)
    while True:
        at = file.tell()
        head = file.read(2)
        while head == b"\xff\xff":  # fill bytes
            head = b"\xff" + file.read(1)
        length = file.read(2)
        if len(head) + len(length) < 4 or head[0] != 0xFF or (size := int.from_bytes(length, "big")) < 2:
            return
        body = file.read(size - 2)
        if len(body) < size - 2:
            return
        yield head[1], body
        if head[1] == START_OF_SCAN:
            file.seek(at)
            return


def _jpeg(file: IO[bytes]) -> PictureFacts | None:
    exif: dict[int, float] = {}
    density: tuple[int, int, int] | None = None
    frame: tuple[int, int, int] | None = None
    bare, complete = True, False
    for count, (marker, body) in enumerate(segments(file)):
        if marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 12:
            density = struct.unpack_from(">BHH", body, 7)
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            exif = exif_values(body[6:]) | exif
        elif marker in FRAMES and len(body) >= 6:
            frame = struct.unpack_from(">HHB", body, 1)
        complete = marker == START_OF_SCAN
        bare = bare and (density is not None if count == 0 else not adds(marker, body))
    if frame is None or not complete or not all(frame) or frame[2] not in (1, 3, 4) or not _ends(file):
        return None
    if density is None:
        density = (round(exif.get(UNIT, 2)) - 1, round(exif.get(ACROSS, 0)), round(exif.get(DOWN, 0)))
    turned = round(exif.get(ORIENTATION, 1))
    return PictureFacts("jpeg", frame[1], frame[0], _dpi(*density), turned if 1 <= turned <= 8 else 1, frame[2], bare)


def adds(marker: int, body: bytes) -> bool:
    """Whether a segment of a JPEG only says something about it: Exif, XMP, an editor's notes, further pictures."""
    if marker == 0xE2:
        return not body.startswith(b"ICC_PROFILE\0")
    return marker == 0xFE or (0xE1 <= marker <= 0xEF and marker != 0xEE)


def _ends(file: IO[bytes]) -> bool:
    """Whether a JPEG has its end, which more may follow: phones add a film."""
    start = file.tell()
    size = file.seek(0, 2)
    file.seek(max(start, size - 4096))
    if END_OF_IMAGE in file.read():
        return True
    file.seek(start)
    return END_OF_IMAGE in file.read()


def _dpi(unit: int, across: float, down: float) -> tuple[float, float]:
    """Dots per inch; `unit`: 1 for dots per inch, 2 per centimetre, else the numbers are only a proportion."""
    factor = {1: 1.0, 2: 2.54}.get(unit, 0.0)
    return (round(across * factor) or USUAL_DPI, round(down * factor) or USUAL_DPI)


def exif_values(tiff: bytes) -> dict[int, float]:
    """Whole numbers and fractions of the first directory of Exif data, by tag; what is malformed is left out."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    found: dict[int, float] = {}
    if order is None:
        return found
    try:
        (at,) = struct.unpack_from(order + "L", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(order + "HH", tiff, entry)
            if kind == 3:
                (found[tag],) = struct.unpack_from(order + "H", tiff, entry + 8)
            elif kind == 5:
                (place,) = struct.unpack_from(order + "L", tiff, entry + 8)
                above, below = struct.unpack_from(order + "LL", tiff, place)
                found[tag] = above / below if below else 0.0
    except struct.error:
        pass
    return found


def _png(file: IO[bytes]) -> PictureFacts | None:
    file.seek(len(PNG))
    width = height = 0
    dpi = (USUAL_DPI, USUAL_DPI)
    while len(head := file.read(8)) == 8:
        length, kind = struct.unpack(">L4s", head)
        if kind == b"IEND":
            return PictureFacts("png", width, height, dpi) if width and height else None
        body = file.read(length) if kind in (b"IHDR", b"pHYs") else b""
        if kind == b"IHDR" and len(body) >= 8:
            width, height = struct.unpack_from(">LL", body)
        elif kind == b"pHYs" and len(body) == 9:
            across, down, unit = struct.unpack(">LLB", body)
            dpi = _dpi(unit, across * 0.0254, down * 0.0254)
        file.seek(length - len(body) + 4, 1)
    return None


def _other(file: IO[bytes]) -> PictureFacts | None:
    from PIL.Image import open as open_image

    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with open_image(file) as image:
                turned = image.getexif().get(ORIENTATION, 1)
                across, down = (round(float(value)) or USUAL_DPI for value in image.info.get("dpi", (0, 0)))
                facts = PictureFacts("other", image.width, image.height)
                if image.width * image.height <= MOST_PIXELS["other"]:
                    image.load()
    except Exception:
        # Pillow's decoders raise anything on a file that is broken: OSError, SyntaxError, struct.error, ValueError …
        return None
    turned = turned if turned in range(1, 9) else 1
    return facts._replace(dpi=(across, down) if min(across, down) > 0 else facts.dpi, orientation=turned)
