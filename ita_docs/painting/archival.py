"""What PDF/A asks for beyond PDF: the colours that are meant (ISO 19005-1, 6.2.2; ICC.1:2001-04 for the profile)."""

from __future__ import annotations

import struct
import zlib
from functools import cache

from .objects import Body, Reference

_WHITE = (0.9505, 1.0, 1.0891)
# sRGB's primaries adapted to D50 (IEC 61966-2-1).
_MEDIA = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
STEPS = 1024


def _fixed(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


@cache
def srgb_profile() -> bytes:
    """A display profile of version 2 for sRGB: matrix and tone curve."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + _fixed(*values)

    said = b"sRGB"
    description = b"desc\0\0\0\0" + struct.pack(">I", len(said) + 1) + said + b"\0" + bytes(4 + 4 + 2 + 1 + 67)
    levels = (round(_light(step / (STEPS - 1)) * 65535) for step in range(STEPS))
    curve = b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *levels)
    elements = {
        b"desc": description,
        b"cprt": b"text\0\0\0\0No copyright\0",
        b"wtpt": xyz(*_WHITE),
        b"rXYZ": xyz(*_RED),
        b"gXYZ": xyz(*_GREEN),
        b"bXYZ": xyz(*_BLUE),
        b"rTRC": curve,
    }
    start = 128 + 4 + 12 * (len(elements) + 2)
    table, data = [], bytearray()
    for tag, element in elements.items():
        place = struct.pack(">II", start + len(data), len(element))
        table += [same + place for same in ((tag, b"gTRC", b"bTRC") if tag == b"rTRC" else (tag,))]
        data += element + bytes(-len(element) % 4)
    size = start + len(data)
    head = struct.pack(">I4xI4s4s4s", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4) + _fixed(*_MEDIA)
    head += bytes(128 - len(head))
    return head + struct.pack(">I", len(table)) + b"".join(table) + bytes(data)


def output_intent(body: Body) -> Reference:
    """The output intent of a PDF/A file: its colours are sRGB."""
    profile = body.stream({"N": 3, "Filter": "/FlateDecode"}, zlib.compress(srgb_profile(), 9), compress=False)
    return body.add(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile %s>>" % profile
    )
