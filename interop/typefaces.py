"""The bundled fonts as LibreOffice gets them: TH Sarabun New with TH SarabunPSK's line height, in a folder of its own.

The two families have the same advances; their vertical metrics differ (1.331 em against 1.130 em a line), so pages are
those of the font that the documents name only with the latter's metrics.
"""

from __future__ import annotations

import struct
from pathlib import Path

from . import ROOT

FAMILY = "TH Sarabun New"
EMBEDDED = "THSarabunNew"
"""How a PDF names the family."""
LINE = 1.130
"""Height of a line of TH SarabunPSK, in em."""
BOX = 1.301
"""Height of a word's box as poppler gives it, in em: the glyphs' own ascent and descent (844 + 457 of 1000)."""
ASCENT, DESCENT, GAP = 850, 250, 30
SYSTEM = Path("/usr/share/fonts")
"""Kept in view: a document that asks for another font must show it, not fall back on the only one there is."""


def install(folder: Path) -> Path:
    """Put the bundled fonts into `folder` and return a fontconfig file that knows them and the system's fonts."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for file in sorted((ROOT / "fonts").glob("*.ttf")):
        (fonts / file.name).write_bytes(with_line_height(file.read_bytes()))
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{fonts}</dir><dir>{SYSTEM}</dir><cachedir>{folder / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return config


def with_line_height(font: bytes) -> bytes:
    """The TrueType `font` with TH SarabunPSK's vertical metrics in `hhea` and `OS/2`; glyphs and names as they were."""
    data = bytearray(font)
    tables = {}
    for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, at)
        tables[tag] = offset
    struct.pack_into(">hhh", data, tables[b"hhea"] + 4, ASCENT, -DESCENT, GAP)
    struct.pack_into(">hhhHH", data, tables[b"OS/2"] + 68, ASCENT, -DESCENT, GAP, ASCENT, DESCENT)
    return bytes(data)
