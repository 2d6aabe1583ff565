"""Device-independent bitmaps as picture files ([MS-WMF] 2.2.2.9, [MS-EMF] 2.3.1)."""

from __future__ import annotations

import io
import struct
import warnings
from typing import TYPE_CHECKING, NamedTuple

from .model import Colour

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 20_000_000
"""A larger picture is not looked into."""


Crop = tuple[float, float, float, float]
"""Shares cut off left, top, right and bottom."""


class Dib(NamedTuple):
    """A bitmap as a BMP file (or the JPEG or PNG that it wraps), and its size in pixels."""

    data: bytes
    width: int
    height: int


def dib(header: bytes, bits: bytes | None = None) -> Dib | None:
    """The bitmap of a header (with its colours) and its pixels; without `bits` they follow the header. None: no such.

    Refused: colours that are indexes into a palette, and compressions that no BMP file has.
    """
    data = header + (bits or b"")
    if len(data) < 16:
        return None
    (size,) = struct.unpack_from("<I", data, 0)
    if size == 12:
        width, height, _, depth = struct.unpack_from("<HHHH", data, 4)
        offset = size + (3 << depth if depth <= 8 else 0)
    else:
        if not 40 <= size <= len(data):
            return None
        width, height, _, depth, compression, _, _, _, used = struct.unpack_from("<iiHHIIiiI", data, 4)
        if compression in (4, 5) and width > 0 and height:
            return Dib(bits or data[size:], width, abs(height))
        if compression not in (0, 1, 2, 3):
            return None
        masks = 12 if compression == 3 and size == 40 else 0
        offset = size + masks + min(used or (1 << depth if depth <= 8 else 0), 256) * 4
    if bits is not None:
        offset = len(header)
    if depth not in (1, 4, 8, 16, 24, 32) or not width or not height or offset >= len(data):
        return None
    return Dib(struct.pack("<2sIHHI", b"BM", 14 + len(data), 0, 0, 14 + offset) + data, abs(width), abs(height))


def average(bitmap: Dib) -> Colour | None:
    """The colour that a bitmap gives from afar; None where it cannot be read."""
    if (image := _opened(bitmap.data)) is None:
        return None
    red, green, blue = image.convert("RGB").resize((1, 1), 4).getpixel((0, 0))  # type: ignore[misc]
    return f"{red:02X}{green:02X}{blue:02X}"


def masked(colours: bytes, crop: Crop, mask: bytes, mask_crop: Crop, white: bool) -> bytes | None:
    """The picture `colours` where the picture `mask` is white, or not, both cropped; None where one cannot be read."""
    image, over = _cropped(_opened(colours), crop), _cropped(_opened(mask), mask_crop)
    if image is None or over is None:
        return None
    image = image.convert("RGB")
    image.putalpha(over.convert("L").point(lambda value: 255 if (value > 127) == white else 0).resize(image.size, 0))
    return _png(image)


def translucent(bitmap: Dib, alpha: int, own: bool) -> bytes | None:
    """A picture blended over what is under it; alpha: 0–255 for all of it; own: each pixel has its own as well."""
    from PIL import Image

    if alpha == 255 and not own:
        return bitmap.data
    if (image := _opened(bitmap.data)) is None:
        return None
    (offset,) = struct.unpack_from("<I", bitmap.data, 10)
    (down,) = struct.unpack_from("<i", bitmap.data, 22)
    raw = bitmap.data[offset : offset + bitmap.width * bitmap.height * 4]
    if own and len(raw) == bitmap.width * bitmap.height * 4:
        order = 1 if down < 0 else -1
        whole = Image.frombytes("RGBa", (bitmap.width, bitmap.height), raw, "raw", "BGRa", 0, order)
        image = whole.convert("RGBA")
    else:
        image = image.convert("RGBA")
    if alpha != 255:
        image.putalpha(image.getchannel("A").point(lambda value: value * alpha / 255))
    return _png(image)


def keyed(bitmap: Dib, colour: Colour) -> bytes | None:
    """A picture of which one colour is left out."""
    if (image := _opened(bitmap.data)) is None:
        return None
    from PIL import ImageChops, ImageColor

    image = image.convert("RGB")
    bands = ImageChops.difference(image, _plain(image, ImageColor.getrgb(f"#{colour}"))).split()
    image.putalpha(
        ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2]).point(lambda value: 255 if value else 0)
    )
    return _png(image)


def _plain(image: Image, colour: tuple[int, ...]) -> Image:
    from PIL.Image import new

    return new("RGB", image.size, colour)


def _cropped(image: Image | None, crop: Crop) -> Image | None:
    if image is None or not any(crop):
        return image
    left, top, right, bottom = crop
    width, height = image.size
    edges = [round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height)]
    return image.crop((edges[0], edges[1], max(edges[0] + 1, edges[2]), max(edges[1] + 1, edges[3])))


def _opened(data: bytes) -> Image | None:
    from PIL.Image import open as open_image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = open_image(io.BytesIO(data))
            if image.width * image.height > MOST_PIXELS:
                return None
            image.load()
    except Exception:
        # Pillow's decoders raise anything on a file that is broken: OSError, SyntaxError, struct.error, ValueError …
        return None
    return image


def _png(image: Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=1)
    return file.getvalue()
