"""The records of metafiles: bytes cut where their lengths say, never beyond the file ([MS-EMF] 2.3, [MS-WMF] 2.3)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

LARGEST = 64_000_000
"""A compressed metafile may unpack to so many bytes."""
MOST_RECORDS = 200_000
PLACEABLE = b"\xd7\xcd\xc6\x9a"


class Full(Exception):
    """More was drawn than is kept."""


def unpacked(data: bytes) -> bytes:
    """The metafile in a gzip file (.emz, .wmz), anything else as it is; what cannot be unpacked is cut short."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(31).decompress(data, LARGEST)
    except zlib.error:
        return b""


def emf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Type and bytes of each record of an EMF file, its eight bytes of header included.

    Raises: struct.error where a length leads out of the file; Full after `MOST_RECORDS`.
    """
    at = 0
    for _ in range(MOST_RECORDS):
        kind, length = struct.unpack_from("<II", data, at)
        if length < 8 or at + length > len(data):
            raise struct.error("a record's length")
        yield kind, data[at : at + length]
        at += length
        if kind == 14 or at == len(data):
            return
    raise Full


def wmf_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Function and parameters of each record of a WMF file.

    Raises: as `emf_records`.
    """
    at = 22 if data.startswith(PLACEABLE) else 0
    at += struct.unpack_from("<H", data, at + 2)[0] * 2
    for _ in range(MOST_RECORDS):
        words, kind = struct.unpack_from("<IH", data, at)
        if kind == 0:
            return
        length = words * 2
        if length < 6 or at + length > len(data):
            raise struct.error("a record's length")
        yield kind, data[at + 6 : at + length]
        at += length
        if at == len(data):
            return
    raise Full


def points(data: bytes, at: int, count: int, short: bool) -> list[tuple[float, float]]:
    """`count` points from `at` on, of 16 or 32 bits a number.

    Raises: struct.error where the record does not hold them.
    """
    size = 4 if short else 8
    if count < 0 or at + count * size > len(data):
        raise struct.error("a count of points")
    numbers = struct.unpack_from(f"<{2 * count}{'h' if short else 'i'}", data, at)
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def counts(data: bytes, at: int, count: int, short: bool) -> tuple[int, ...]:
    """`count` unsigned numbers from `at` on, of 16 or 32 bits.

    Raises: struct.error where the record does not hold them.
    """
    if count < 0 or at + count * (2 if short else 4) > len(data):
        raise struct.error("a count of numbers")
    return struct.unpack_from(f"<{count}{'H' if short else 'I'}", data, at)
