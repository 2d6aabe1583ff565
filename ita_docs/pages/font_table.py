"""What a document's font table says: the class of each family, and the fonts that travel in the document."""

from __future__ import annotations

import re

from .package import Package, R, W

_STYLES = {
    "embedRegular": (False, False),
    "embedBold": (True, False),
    "embedItalic": (False, True),
    "embedBoldItalic": (True, True),
}
_KEY = re.compile(r"\{?([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{12})\}?")
_FONT_MARKS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")


def font_classes(package: Package) -> dict[str, str]:
    """Family → `roman`, `swiss`, `modern`, `script`, `decorative`, where the document says so (ECMA-376 §17.8.3.9)."""
    table = package.tree_or_none(package.related(package.main, "fontTable"))
    classes = {}
    for font in () if table is None else table.iter(W + "font"):
        kind = font.find(W + "family")
        if kind is not None:
            classes[font.get(W + "name") or ""] = kind.get(W + "val") or ""
    return classes


def embedded_fonts(package: Package) -> dict[tuple[str, bool, bool], bytes]:
    """(family, bold, italic) → a font file, for the fonts in the package (ECMA-376 §17.8.1); damaged ones are left out.

    An embedded font may hold only the characters that the document had when it was saved.
    """
    part = package.related(package.main, "fontTable")
    table = package.tree_or_none(part)
    fonts: dict[tuple[str, bool, bool], bytes] = {}
    if part is None or table is None:
        return fonts
    relationships = package.relationships(part)
    for font in table.iter(W + "font"):
        for tag, style in _STYLES.items():
            embedded = font.find(W + tag)
            found = None if embedded is None else relationships.get(embedded.get(R + "id") or "")
            data = None if found is None or found.external else package.data(found.target)
            if embedded is not None and data is not None:
                data = revealed(data, embedded.get(W + "fontKey") or "")
                if data[:4] in _FONT_MARKS:
                    fonts[(font.get(W + "name") or "", *style)] = data
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
