"""The fonts that LibreOffice is lent: those that are shipped, and stand-ins under the names that documents use."""

from __future__ import annotations

import shutil
import struct
from contextlib import suppress
from pathlib import Path

from ..pages.stand_ins import SARABUN, stand_in
from ..resources import family_key, fonts_folder, installed_fonts

ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
FAMILIES = ("TH SarabunPSK", "TH SarabunIT๙")
"""Stood in for by TH Sarabun New, whose advances are theirs; their line heights are not its."""


def stood_in_for(font_dirs: tuple[Path, ...]) -> dict[str, str]:
    """Those of `FAMILIES` that are neither installed nor in `font_dirs`, by key, with what is drawn instead."""
    there = installed_fonts(font_dirs)
    return {family_key(family): SARABUN.family for family in FAMILIES if not there.family(family)}


def lend(to: Path, font_dirs: tuple[Path, ...]) -> None:
    """Put the shipped fonts, those of `font_dirs` and the stand-ins into the folder `to`."""
    shipped = fonts_folder()
    for folder in (shipped, *font_dirs):
        for file in sorted(folder.rglob("*")):
            if file.suffix.lower() in ENDINGS:
                _put(file.resolve(), to / file.name)
    missing = stood_in_for(font_dirs)
    for number, family in enumerate(family for family in FAMILIES if family_key(family) in missing):
        for name in SARABUN[1:]:
            (to / f"stand-in-{number}-{name}").write_bytes(renamed((shipped / name).read_bytes(), family))


def _put(file: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    # a link where the system allows one: a folder of fonts may be large
    with suppress(OSError):
        to.symlink_to(file)
        return
    shutil.copyfile(file, to)


def renamed(font: bytes, family: str) -> bytes:
    """TH Sarabun New, as TrueType, under another name that is no longer, and with that family's metrics."""
    data = bytearray(font)
    tables = {}
    for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, at)
        tables[tag] = offset
    units = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    metrics = stand_in(family_key(family)).metrics or (0.0, 0.0, 0.0)
    ascent, descent, gap = (round(share * units) for share in metrics)
    struct.pack_into(">hhh", data, tables[b"hhea"] + 4, ascent, -descent, gap)
    struct.pack_into(">hhhHH", data, tables[b"OS/2"] + 68, ascent, -descent, gap, ascent, descent)
    names = tables[b"name"]
    count, strings = struct.unpack_from(">HH", font, names + 2)
    for at in range(names + 6, names + 6 + 12 * count, 12):
        platform, _, _, number, length, offset = struct.unpack_from(">6H", font, at)
        encoding = "latin-1" if platform == 1 else "utf-16-be"
        start = names + strings + offset
        said = font[start : start + length].decode(encoding, "replace")
        # a PostScript name, and a Macintosh's, has no Thai digit
        wanted = family.replace("๙", "9") if platform == 1 or number == 6 else family
        new = said.replace("TH Sarabun New", wanted).replace("THSarabunNew", wanted.replace(" ", ""))
        written = new.encode(encoding)
        if new != said and len(written) <= length:
            data[start : start + len(written)] = written
            struct.pack_into(">H", data, at + 8, len(written))
    return bytes(data)
