"""PNG files whose rows go into a PDF as they are: both deflate rows that are filtered alike (ISO 32000-1, 7.4.4)."""

from __future__ import annotations

import zlib
from typing import NamedTuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1}
_CHANGES = (b"tRNS", b"acTL")
"""Chunks that say that the rows are not all there is: transparency, animation."""


class Rows(NamedTuple):
    """The rows of a picture, deflated. channels: 1 or 3; bits: of a channel; palette: RGB triples, empty for none."""

    width: int
    height: int
    channels: int
    bits: int
    palette: bytes
    data: bytes


def rows_of(file: bytes, most_pixels: int) -> Rows | None:
    """The rows of a PNG file that is opaque, not interlaced, of 8 bits a channel or fewer, and sound; else None."""
    if not file.startswith(SIGNATURE):
        return None
    at, head, palette, parts = len(SIGNATURE), b"", b"", []
    while at + 12 <= len(file):
        length = int.from_bytes(file[at : at + 4], "big")
        kind, data = file[at + 4 : at + 8], file[at + 8 : at + 8 + length]
        if len(data) < length or kind in _CHANGES:
            return None
        if kind == b"IHDR":
            head = data
        elif kind == b"PLTE":
            palette = data
        elif kind == b"IDAT":
            parts.append(data)
        elif kind == b"IEND":
            break
        at += 12 + length
    if len(head) != 13:
        return None
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    bits, colour, _, _, interlaced = head[8:]
    channels = _CHANNELS.get(colour)
    if channels is None or bits not in (1, 2, 4, 8) or interlaced or not 0 < width * height <= most_pixels:
        return None
    if colour == 3 and (not palette or len(palette) % 3 or len(palette) > 768):
        return None
    rows = b"".join(parts)
    if not _sound(rows, (width * channels * bits + 7) // 8 + 1, height):
        return None
    return Rows(width, height, channels, bits, palette if colour == 3 else b"", rows)


def _sound(rows: bytes, row: int, height: int) -> bool:
    """Whether the data is as many rows as it should be, each of a known filter."""
    try:
        plain = zlib.decompressobj().decompress(rows, row * height + 1)
    except zlib.error:
        return False
    return len(plain) == row * height and max(plain[::row]) <= 4
