"""Font files as they are embedded: their metrics, and subsets of their glyphs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import uharfbuzz as hb

from ..pages.typefaces import Typeface

KEPT_TABLES = frozenset(("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF "))
"""What a CIDFont needs of a font file (ISO 32000-1, 9.9): no layout, no names, no hints."""
REMEMBERED = 64
"""How many subsets are kept for the other documents of a batch."""
SARA_AM, SARA_AA, NIKHAHIT = 0x0E33, 0x0E32, 0x0E4D


class Subset(NamedTuple):
    """A font program with some of a font's glyphs, deflated; `length` before that. Glyph numbers are the font's own."""

    program: bytes
    length: int
    tag: str


class FontSource:
    """A font file, whoever names it: two typefaces of the same file share one."""

    def __init__(self, data: bytes, number: int, digest: str) -> None:
        self.face: Any = hb.Face(data, number)
        self.font: Any = hb.Font(self.face)
        self.units = int(self.face.upem) or 1000
        self.digest = digest
        self._widths: dict[int, int] = {}

    def width(self, glyph: int) -> int:
        """The advance of a glyph, in the font's units."""
        width = self._widths.get(glyph)
        if width is None:
            width = self._widths[glyph] = int(self.font.get_glyph_h_advance(glyph))
        return width

    def thousandths(self, length: float) -> float:
        """A length of the font as PDF counts: 1000 per em."""
        return round(length * 1000 / self.units, 2)

    @cached_property
    def compact(self) -> bool:
        """Whether the outlines are CFF rather than TrueType."""
        return "glyf" not in self.face.table_tags

    @cached_property
    def sara_am(self) -> tuple[int, int, int] | None:
        """The glyphs of nikhahit, sara aa, and the two in one, where the font has all three."""
        nikhahit, aa, am = (self.font.get_nominal_glyph(code) for code in (NIKHAHIT, SARA_AA, SARA_AM))
        return (nikhahit, aa, am) if nikhahit and aa and am else None

    @cached_property
    def name(self) -> str:
        """The PostScript name."""
        said = self.face.get_name(6) or self.face.get_name(4) or "Font"
        return "".join(letter for letter in said if letter.isascii() and (letter.isalnum() or letter in "-_")) or "Font"

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The metrics of a font descriptor (9.8)."""
        head, post = self._table("head"), self._table("post")
        box = tuple(self._signed(head, 36 + 2 * corner) for corner in range(4))
        extents = self.font.get_font_extents("ltr")
        cap = self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        return {
            "Flags": 4,
            "FontBBox": f"[{' '.join(str(round(self.thousandths(corner))) for corner in box)}]",
            "ItalicAngle": self._signed(post, 4),
            "Ascent": round(self.thousandths(extents.ascender)),
            "Descent": round(self.thousandths(extents.descender)),
            "CapHeight": round(self.thousandths(cap)),
            "StemV": 120 if self._signed(head, 44) & 1 else 80,
        }

    def _table(self, tag: str) -> bytes:
        return bytes(self.face.reference_table(tag).data)

    @staticmethod
    def _signed(table: bytes, at: int) -> int:
        return int.from_bytes(table[at : at + 2], "big", signed=True)

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """The font with these glyphs only."""
        return _subset(self, frozenset(glyphs))


@lru_cache(REMEMBERED)
def _subset(source: FontSource, glyphs: frozenset[int]) -> Subset:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs | {0})
    dropped = set(source.face.table_tags) - KEPT_TABLES
    flags = hb.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    if source.compact:
        wanted.flags |= flags.CFF_IDENTITY_CHARSET | flags.DESUBROUTINIZE
        if "CFF2" in source.face.table_tags:
            wanted.flags |= flags.DOWNGRADE_CFF2
            wanted.pin_all_axes_to_default(source.face)
            dropped.discard("CFF2")
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1"), "big") for tag in dropped)
    try:
        subset = hb.subset(source.face, wanted)
        program = bytes(subset.reference_table("CFF ").data) if source.compact else bytes(subset.blob.data)
    except RuntimeError:
        # A damaged table: what viewers make of the whole file is better than nothing.
        program = bytes(source.face.reference_table("CFF ").data) if source.compact else bytes(source.face.blob.data)
    named = sha256(f"{source.digest}{sorted(glyphs)}".encode()).digest()
    tag = "".join(chr(65 + byte % 26) for byte in named[:6])
    return Subset(zlib.compress(program, 6), len(program), tag)


_SOURCES: dict[tuple[str, int], FontSource] = {}
_OF_TYPEFACE: WeakKeyDictionary[Typeface, FontSource] = WeakKeyDictionary()


def source_of(face: Typeface) -> FontSource:
    """The font file that a typeface is drawn with."""
    source = _OF_TYPEFACE.get(face)
    if source is None:
        digest = sha256(face.data).hexdigest()
        source = _SOURCES.get((digest, face.number))
        if source is None:
            source = _SOURCES[digest, face.number] = FontSource(face.data, face.number, digest)
        _OF_TYPEFACE[face] = source
    return source
