"""What a document's font table says: the class of each family, and the fonts that travel in the document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .package import Member, Package, R, W, parsed

_STYLES = {
    W + "embedRegular": (False, False),
    W + "embedBold": (True, False),
    W + "embedItalic": (False, True),
    W + "embedBoldItalic": (True, True),
}
_KEY = re.compile(r"\{?([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})\}?")
_FONT_MARKS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")


class FontTable(NamedTuple):
    """classes: family → `roman`, `swiss`, `modern`, `script`, `decorative`, where the document says so (ECMA-376
    §17.8.3.9). embedded: (family, bold, italic), the id of the relationship that leads to its file, and its key.
    """

    classes: dict[str, str]
    embedded: tuple[tuple[tuple[str, bool, bool], str, str], ...]


def font_table(package: Package) -> FontTable:
    """What the document's font table says; nothing where there is none."""
    return _read(package.member(package.related(package.main, "fontTable")))


@lru_cache(maxsize=8)
def _read(member: Member | None) -> FontTable:
    table = parsed(member)
    classes: dict[str, str] = {}
    embedded = []
    for font in () if table is None else table.iter(W + "font"):
        family = font.get(W + "name") or ""
        for said in font:
            if said.tag == W + "family":
                classes[family] = said.get(W + "val") or ""
            elif said.tag in _STYLES:
                bold, italic = _STYLES[said.tag]
                embedded.append(((family, bold, italic), said.get(R + "id") or "", said.get(W + "fontKey") or ""))
    return FontTable(classes, tuple(embedded))


def embedded_fonts(package: Package) -> dict[tuple[str, bool, bool], bytes]:
    """(family, bold, italic) → a font file, for the fonts in the package (ECMA-376 §17.8.1); damaged ones are left out.

    An embedded font may hold only the characters that the document had when it was saved.
    """
    fonts: dict[tuple[str, bool, bool], bytes] = {}
    part = package.related(package.main, "fontTable") or ""
    for face, identity, key in font_table(package).embedded:
        found = package.relationships(part).get(identity)
        data = None if found is None or found.external else package.data(found.target)
        if data is not None and (data := revealed(data, key))[:4] in _FONT_MARKS:
            fonts[face] = data
    return fonts


def revealed(data: bytes, key: str) -> bytes:
    """The font file in an obfuscated one, and the other way round (ECMA-376 §17.8.1).

    The first 32 bytes are XORed with the 16 of the GUID `key`, taken from its end. Without a key nothing changes.
    """
    match = _KEY.fullmatch(key.strip())
    if match is None or len(data) < 32:
        return data
    mask = bytes.fromhex("".join(match.groups()))[::-1] * 2
    return bytes(byte ^ other for byte, other in zip(data[:32], mask, strict=True)) + data[32:]
