"""Pictures as image XObjects: JPEG as it is, anything else decoded once (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import io
import warnings
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from .objects import EFFORT, Body, Reference, array
from .originals import Originals
from .png import Rows, rows_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 100_000_000
"""A picture with more is not decoded."""
REMEMBERED = 32_000_000
"""How many bytes of pictures are kept for the other documents of a batch: an emblem, a signature."""


class Encoded(NamedTuple):
    """An image ready to be written: entries of its dictionary, its data, and its mask's (8 bits of grey), if any."""

    width: int
    height: int
    entries: tuple[tuple[str, Any], ...]
    data: bytes
    mask: bytes | None = None

    @property
    def size(self) -> int:
        """How many bytes it is."""
        return len(self.data) + len(self.mask or b"")


class _Memory:
    """The pictures encoded last, by their files."""

    def __init__(self) -> None:
        self._kept: dict[tuple[bytes, bool], Encoded | None] = {}
        self._size = 0

    def encoded(self, data: bytes, opaque: bool) -> Encoded | None:
        """As `encode`, which is asked only for what is not kept."""
        key = (data, opaque)
        if key in self._kept:
            image = self._kept.pop(key)
        else:
            image = encode(data, opaque)
            self._size += _weight(data, image)
        self._kept[key] = image
        while self._size > REMEMBERED:
            oldest = next(iter(self._kept))
            self._size -= _weight(oldest[0], self._kept.pop(oldest))
        return image


def _weight(data: bytes, image: Encoded | None) -> int:
    return len(data) + (0 if image is None else image.size)


_MEMORY = _Memory()


class Pictures:
    """The pictures of one document; the same bytes are one object, however often they are shown."""

    def __init__(self, body: Body, *, opaque: bool, originals: Originals) -> None:
        self._body = body
        self._originals = originals
        self._opaque = opaque
        self._known: dict[bytes, tuple[str, Reference] | None] = {}

    def named(self, data: bytes) -> tuple[str, Reference] | None:
        """The name and the object of a picture; None where it cannot be read."""
        if data not in self._known and (page := self._originals.named(data)) is not None:
            self._known[data] = page
        if data not in self._known:
            encoded = _MEMORY.encoded(data, self._opaque)
            self._known[data] = None if encoded is None else (f"I{len(self._known) + 1}", self._write(encoded))
        return self._known[data]

    def _write(self, image: Encoded) -> Reference:
        size: dict[str, Any] = {"Type": "/XObject", "Subtype": "/Image", "Width": image.width, "Height": image.height}
        entries = {**size, **{key: array(value) if isinstance(value, tuple) else value for key, value in image.entries}}
        if image.mask is not None:
            mask = {**size, "ColorSpace": "/DeviceGray", "BitsPerComponent": 8, "Filter": "/FlateDecode"}
            entries["SMask"] = self._body.stream(mask, image.mask, compress=False)
        return self._body.stream(entries, image.data, compress=False)


def encode(data: bytes, opaque: bool) -> Encoded | None:
    """The image in a file; `opaque`: transparent parts are laid on white, CMYK becomes RGB. None: it cannot be read."""
    if (rows := rows_of(data, MOST_PIXELS)) is not None:
        return _passed(rows)
    from PIL.Image import open as open_image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with open_image(io.BytesIO(data)) as image:
                if image.width * image.height > MOST_PIXELS:
                    return None
                if image.format == "JPEG" and (jpeg := _jpeg(image, data, opaque)) is not None:
                    return jpeg
                image.load()
                return _decoded(image, opaque)
    except Exception:
        # Pillow's decoders raise anything on a file that is broken: OSError, SyntaxError, struct.error, ValueError …
        return None


def _passed(rows: Rows) -> Encoded:
    space: Any = "/DeviceRGB" if rows.channels == 3 else "/DeviceGray"
    if rows.palette:
        space = ("/Indexed", "/DeviceRGB", len(rows.palette) // 3 - 1, f"<{rows.palette.hex()}>")
    parameters = f"<</Predictor 15/Colors {rows.channels}/BitsPerComponent {rows.bits}/Columns {rows.width}>>"
    entries = (
        ("ColorSpace", space),
        ("BitsPerComponent", rows.bits),
        ("Filter", "/FlateDecode"),
        ("DecodeParms", parameters),
    )
    return Encoded(rows.width, rows.height, entries, rows.data)


def _jpeg(image: Image, data: bytes, opaque: bool) -> Encoded | None:
    space = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}.get(image.mode)
    if space is None or (opaque and image.mode == "CMYK"):
        return None
    entries: list[tuple[str, Any]] = [("ColorSpace", space), ("BitsPerComponent", 8), ("Filter", "/DCTDecode")]
    if image.mode == "CMYK" and "adobe" in image.info:
        entries.append(("Decode", (1, 0) * 4))
    # A file cut short would show as nothing in some viewers: it must decode.
    image.load()
    return Encoded(image.width, image.height, tuple(entries), data)


def _decoded(image: Image, opaque: bool) -> Encoded:
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L") if image.mode != "F" else image.convert("L")
    mask: Image | None = None
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        full = image.convert("RGBA")
        mask = full.getchannel("A")
        image = full.convert("L" if image.mode in ("LA", "La") else "RGB")
        if mask.getextrema() == (255, 255):
            mask = None
        elif opaque:
            from PIL.Image import new as new_image

            ground = new_image(image.mode, image.size, "white")
            ground.paste(image, mask=mask)
            image, mask = ground, None
    if image.mode == "CMYK" and opaque:
        image = image.convert("RGB")
    bits, space = 8, {"1": "/DeviceGray", "L": "/DeviceGray", "CMYK": "/DeviceCMYK"}.get(image.mode, "/DeviceRGB")
    if image.mode == "1":
        bits = 1
    elif image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    entries = (("ColorSpace", space), ("BitsPerComponent", bits), ("Filter", "/FlateDecode"))
    return Encoded(
        image.width,
        image.height,
        entries,
        zlib.compress(image.tobytes(), EFFORT),
        None if mask is None else zlib.compress(mask.tobytes(), EFFORT),
    )
