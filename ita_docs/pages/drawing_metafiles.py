"""Windows metafiles that merely wrap one bitmap: the bitmap taken out of them ([MS-EMF] 2.3.1.7, [MS-WMF] 2.3.1.6)."""

from __future__ import annotations

import struct

_MOST = 20000
_EMF_STRETCH = 81
_EMF_DRAWS = frozenset(
    (*range(2, 9), 15, *range(41, 48), *range(53, 57), *range(62, 65), *range(71, 75), *range(76, 82), *range(83, 93),
     96, 97, 114, 116, 118)
)  # fmt: skip
"""Records that leave marks on the paper; any but one of `_EMF_STRETCH` makes the file more than a wrapper."""
_WMF_STRETCH = {0x0F43: 22, 0x0B41: 20}
"""META_STRETCHDIB and META_DIBSTRETCHBLT, and how many bytes of the record come before the bitmap."""
_WMF_DRAWS = frozenset(
    (0x0213, 0x041B, 0x0418, 0x0325, 0x0324, 0x0538, 0x0521, 0x0A32, 0x061C, 0x0817, 0x081A, 0x0830, 0x061D, 0x0D33,
     0x0940, 0x0922, 0x0B23, 0x0F43, 0x0B41)
)  # fmt: skip


def bitmap_in(data: bytes, kind: str) -> bytes | None:
    """The one bitmap that an EMF or WMF file draws, as a BMP file; None where it draws anything else."""
    found = _in_emf(data) if kind == "emf" else _in_wmf(data)
    return None if found is None else _bmp(found)


def _in_emf(data: bytes) -> bytes | None:
    found: bytes | None = None
    at = 0
    for _ in range(_MOST):
        if at + 8 > len(data):
            break
        kind, length = struct.unpack_from("<II", data, at)
        if length < 8 or at + length > len(data) or kind == 14:
            break
        if kind == _EMF_STRETCH and length >= 80 and found is None:
            header, header_size, bits, bits_size = struct.unpack_from("<IIII", data, at + 48)
            if header + header_size > length or bits + bits_size > length:
                return None
            found = data[at + header : at + header + header_size] + data[at + bits : at + bits + bits_size]
        elif kind in _EMF_DRAWS:
            return None
        at += length
    return found


def _in_wmf(data: bytes) -> bytes | None:
    at = 22 + 18 if data.startswith(b"\xd7\xcd\xc6\x9a") else 18
    found: bytes | None = None
    for _ in range(_MOST):
        if at + 6 > len(data):
            break
        words, kind = struct.unpack_from("<IH", data, at)
        length = words * 2
        if length < 6 or at + length > len(data) or kind == 0:
            break
        if kind in _WMF_STRETCH and found is None:
            before = 6 + _WMF_STRETCH[kind]
            if length <= before + 40:
                return None
            found = data[at + before : at + length]
        elif kind in _WMF_DRAWS:
            return None
        at += length
    return found


def _bmp(dib: bytes) -> bytes | None:
    """A device-independent bitmap with the header of a BMP file before it."""
    if len(dib) < 40:
        return None
    header, _, _, _, depth, compression, _, _, _, used = struct.unpack_from("<IiiHHIIiiI", dib, 0)
    if not 40 <= header <= len(dib) or compression not in (0, 1, 2, 3) or depth not in (1, 4, 8, 16, 24, 32):
        return None
    colours = min(used or (1 << depth if depth <= 8 else 0), 256)
    masks = 12 if compression == 3 and header == 40 else 0
    offset = 14 + header + masks + colours * 4
    if offset - 14 > len(dib):
        return None
    return struct.pack("<2sIHHI", b"BM", 14 + len(dib), 0, 0, offset) + dib
