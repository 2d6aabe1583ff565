"""Pictures made ready for print: upright, no finer than paper shows, in a format that every Word opens.

What needs no change keeps its bytes, save that a JPEG loses what its camera noted about it (place, time, a small copy):
a published document must not say where somebody lives.
"""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import TemplateError, problem
from ..records.picture_files import PictureFacts, adds, picture_facts, segments
from ..thai.fault import Fault
from .shelf import SHELF, Ready

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 220
"""As fine as a picture is kept, in pixels to the inch at the size that it is shown."""
SLACK = 1.25
"""A picture that is no more than so many times finer is not worth a loss."""
QUALITY = 85
LARGE_PNG = 1_000_000
"""A PNG of fewer bytes stays as it is."""
COLOURS = 4096
"""A picture with more colours is a photo."""
EMU_IN_INCH = 914_400


def facts_of(path: Path) -> PictureFacts:
    """What a picture file is. Raises TemplateError for one that cannot be used."""
    try:
        found: PictureFacts | Fault = picture_facts(path)
    except OSError:
        found = Fault("missing-file")
    if isinstance(found, Fault):
        raise TemplateError(problem(found.code, value=path.name, **found.detail))
    return found


def ready(path: Path, width: int, height: int) -> tuple[bytes, str]:
    """The picture to show `width` by `height` EMU large, and its name; prepared once for the same file and size.

    Raises: TemplateError for one that cannot be decoded.
    """
    try:
        state = path.stat()
        key = (str(path), state.st_mtime_ns, state.st_size, width, height)
        data, ending = SHELF.take(key, lambda: _ready(path, state.st_size, width, height))
    except OSError as error:
        raise TemplateError(problem("missing-file", value=path.name)) from error
    same = path.suffix == ending or (path.suffix == ".jpeg" and ending == ".jpg")
    return data, path.name if same else path.stem + ending


def _ready(path: Path, size: int, width: int, height: int) -> Ready:
    facts = facts_of(path)
    most = max(1, -(-width * DPI // EMU_IN_INCH)), max(1, -(-height * DPI // EMU_IN_INCH))
    across, down = most[::-1] if facts.orientation >= 5 else most
    fine = facts.width > SLACK * across and facts.height > SLACK * down
    if facts.format == "png" and not (fine and size > LARGE_PNG):
        return Ready(path.read_bytes(), ".png")
    if facts.format == "jpeg" and facts.orientation == 1 and facts.channels < 4 and not fine:
        data = path.read_bytes()
        return Ready(data if facts.bare else _bare(data, facts), ".jpg")
    return _redrawn(path, facts, most if fine else None)


def _bare(data: bytes, facts: PictureFacts) -> bytes:
    """A JPEG without what was noted about it, its pixels untouched; JFIF keeps its resolution."""
    file = io.BytesIO(data)
    density = struct.pack(">BHH", 1, *(min(65535, round(dpi)) for dpi in facts.dpi))
    parts = [b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x02", density, b"\0\0"]
    kept = [item for item in segments(file) if item[0] not in (0xE0, 0xDA) and not adds(*item)]
    parts += [struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body for marker, body in kept]
    return b"".join([*parts, file.read()])


def _redrawn(path: Path, facts: PictureFacts, most: tuple[int, int] | None) -> Ready:
    """The picture upright, at most so many pixels large."""
    from PIL import ImageOps
    from PIL.Image import Resampling
    from PIL.Image import open as open_image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with open_image(path) as opened:
                if most is not None:
                    # a JPEG is decoded at a half, a quarter or an eighth where that is fine enough still
                    opened.draft(None, most[::-1] if facts.orientation >= 5 else most)
                profile = opened.info.get("icc_profile") if opened.mode == "RGB" else None
                image = ImageOps.exif_transpose(_plain(opened))
            photo = facts.format == "jpeg" or (image.mode in ("RGB", "L") and image.getcolors(COLOURS) is None)
            if facts.format == "png" and not photo:
                return Ready(path.read_bytes(), ".png")
            if most is not None and (image.width > SLACK * most[0] or image.height > SLACK * most[1]):
                image = image.resize(most, Resampling.LANCZOS, reducing_gap=3.0)
            # nothing that the camera or an editor noted goes along
            image.info = {}
            wide, _ = facts.inches
            dpi = (DPI * image.width / most[0],) * 2 if most is not None else (image.width / wide,) * 2
            out = io.BytesIO()
            if photo:
                image.save(out, "JPEG", quality=QUALITY, icc_profile=profile, dpi=dpi)
            else:
                image.save(out, "PNG", dpi=dpi)
            return Ready(out.getvalue(), ".jpg" if photo else ".png")
    except Exception as error:
        # Pillow's decoders raise anything on a file that is broken: OSError, SyntaxError, struct.error, ValueError …
        raise TemplateError(problem("damaged-picture", value=path.name)) from error


def _plain(image: Image) -> Image:
    """The picture in grey, RGB or RGBA."""
    image.load()
    if image.mode.startswith("I") or image.mode == "F":
        return image.point(lambda value: value / 256).convert("L") if image.mode != "F" else image.convert("L")
    if image.mode in ("L", "RGB"):
        return image.convert("RGBA") if "transparency" in image.info else image
    if image.mode == "1":
        return image.convert("L")
    see_through = image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")
