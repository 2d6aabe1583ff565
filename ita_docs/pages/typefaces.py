"""Typefaces: a font file with the metrics of the family that a document names, and the text it shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

from . import font_measures
from .tone_marks import Lowered, lowered, settled

REMEMBERED = 50_000
"""How many shaped words a typeface keeps: a batch says the same words again and again."""
# Word applies no optional ligature unless a run asks for one (w14:ligatures); but Thai fonts place marks with `liga`.
_PLAIN = {"kern": False, "liga": False, "clig": False, "calt": False}
_FEATURES = {
    (True, False): _PLAIN,
    (True, True): {**_PLAIN, "kern": True},
    (False, False): {"kern": False},
    (False, True): {"kern": True},
}
OUTLINES = frozenset(("glyf", "CFF ", "CFF2"))
"""The tables of which a font has one, unless it is made of bitmaps or colour layers only."""
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb]")
_UNSEEN = re.compile(
    _CONTROLS.pattern[:-1] + "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that never need a glyph: the controls, and Default_Ignorable_Code_Point (Unicode)."""
_HYPHENS = ("\u2010", "\u2011")
_SARA_AM = ("\u0e33", "\u0eb3")
_JOINED = frozenset(map(chr, (0xE31, *range(0xE33, 0xE3B), *range(0xE47, 0xE4F), 0xEB1, *range(0xEB3, 0xEBD))))
_JOINED |= frozenset(map(chr, range(0xEC8, 0xECF)))
"""Thai and Lao marks, and sara am, which belongs to its consonant's grapheme cluster (UAX 29, SpacingMark)."""
_ALIKE = {0x00A0: 0x20, 0x202F: 0x20, 0x2010: 0x2D, 0x2011: 0x2D}
"""What is drawn in place of a character that only differs in where a line may break."""


class Shaped(NamedTuple):
    """A word shaped in one typeface: glyphs in the order of drawing, lengths in the font's units, y upwards.

    offsets: (dx, dy) a glyph, or empty where no glyph is moved. starts: for each glyph, the index in `text` at which
    its cluster begins (never falling). gaps: the number of clusters that have a glyph, which are the grapheme clusters
    of `text`. spaces: how many of them are spaces (U+0020, U+00A0). Characters that are never seen (U+200B, U+00AD,
    controls, …) have no glyph: their text belongs to the cluster before them.
    """

    text: str
    glyphs: tuple[int, ...]
    advances: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    width: int
    gaps: int
    spaces: int


class Typeface:
    """One style of a family, as a document names it, drawn with the glyphs of one font file.

    family: as the document names it; drawn: the family that the file itself names. ascent, descent and gap are those of
    the named family, as shares of the size, positive. scale: how much larger the glyphs are drawn than their size says
    (for a stand-in of another build). bold, slanted: must be made by the painter, the file has no such style.
    thai_digits: ASCII digits are drawn as Thai ones (TH SarabunIT๙), the text stays. advances: character → the named
    family's advance in thousandths of the size, where the file's are not to be used.
    """

    def __init__(
        self,
        path: Path,
        family: str,
        *,
        number: int = 0,
        drawn: str = "",
        ascent: float | None = None,
        descent: float | None = None,
        gap: float | None = None,
        scale: float = 1.0,
        bold: bool = False,
        slanted: bool = False,
        thai_digits: bool = False,
        advances: Mapping[str, int] | None = None,
        data: bytes | None = None,
    ) -> None:
        self.path = path
        self.family = family
        self.number = number
        self.drawn = drawn or family
        self.scale = scale
        self.bold = bold
        self.slanted = slanted
        self.thai_digits = thai_digits
        self._advances = advances
        self._data = data
        self._shaped: dict[tuple[str, bool], Shaped] = {}
        self._covered: set[str] = set()
        if ascent is None or descent is None or gap is None:
            own = self._own_metrics
            ascent = own[0] if ascent is None else ascent
            descent = own[1] if descent is None else descent
            gap = own[2] if gap is None else gap
        self.ascent = ascent
        self.descent = descent
        self.gap = gap

    @cached_property
    def data(self) -> bytes:
        """The bytes of the font file."""
        return self._data if self._data is not None else self.path.read_bytes()

    @cached_property
    def face(self) -> Any:
        """HarfBuzz's face."""
        return hb.Face(hb.Blob(self.data), self.number)

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font, in units of the face."""
        return hb.Font(self.face)

    @cached_property
    def units(self) -> int:
        """Units per em."""
        return int(self.face.upem)

    @cached_property
    def unit(self) -> float:
        """The font's unit as a share of the size, `scale` taken in: points = units * unit * size."""
        return self.scale / self.units

    @cached_property
    def characters(self) -> frozenset[int]:
        """The code points that the font can draw."""
        return frozenset(self.face.unicodes)

    @cached_property
    def usable(self) -> bool:
        """Whether the file is a font that can be drawn: it has outlines, and characters that lead to them."""
        tags = set(self.face.table_tags)
        return bool(self.face.glyph_count) and "cmap" in tags and not tags.isdisjoint(OUTLINES)

    def covers(self, text: str) -> bool:
        """Whether the font can draw every character of `text`."""
        if self._covered.issuperset(text):
            return True
        return all(self._draws(char) for char in text)

    def _draws(self, char: str) -> bool:
        if char in self._covered:
            return True
        code = ord(char)
        digits = self.thai_digits and "0" <= char <= "9"
        glyph = self.font.get_nominal_glyph(code + 0x0E50 - 0x30 if digits else code)
        if not glyph and code in _ALIKE:
            glyph = self.font.get_nominal_glyph(_ALIKE[code])
        if not glyph and not _UNSEEN.match(char):
            return False
        self._covered.add(char)
        return True

    def shape(self, text: str, kern: bool = False) -> Shaped:
        """`text` in this typeface, from left to right. Characters that the font lacks give its .notdef glyph."""
        shaped = self._shaped.get((text, kern))
        if shaped is None:
            if len(self._shaped) >= REMEMBERED:
                self._shaped.clear()
            shaped = self._shaped[text, kern] = self._shape(text, kern)
        return shaped

    def _shape(self, text: str, kern: bool) -> Shaped:
        drawn = text.translate(_THAI_DIGITS) if self.thai_digits else text
        for hyphen in _HYPHENS:
            if hyphen in drawn and not self.font.get_nominal_glyph(ord(hyphen)):
                drawn = drawn.replace(hyphen, "-")
        if not drawn.isprintable():
            drawn = _CONTROLS.sub("\u200b", drawn)
        buffer = hb.Buffer()
        buffer.add_str(drawn)
        buffer.direction = "ltr"
        buffer.language = "th"
        buffer.guess_segment_properties()
        buffer.flags = _FLAGS
        hb.shape(self.font, buffer, _FEATURES[drawn.isascii(), kern])
        glyphs, starts = [], []
        for info in buffer.glyph_infos:
            glyphs.append(info.codepoint)
            starts.append(info.cluster)
        if not glyphs:
            return Shaped(text, (), (), (), (), 0, 0, 0)
        advances, offsets, moved = [], [], False
        for position in buffer.glyph_positions:
            dx, dy, advance, _ = position.position
            advances.append(advance)
            offsets.append((dx, dy))
            if dx or dy:
                moved = True
        if self._advances is not None:
            moved = self._take_advances(drawn, starts, advances, offsets, self._advances) or moved
        if _SARA_AM[0] in drawn or _SARA_AM[1] in drawn:
            starts = _joined(drawn, starts)
        if not drawn.isascii() and self._low_tones:
            settled(drawn, glyphs, starts, self._low_tones)
        return Shaped(
            text,
            tuple(glyphs),
            tuple(advances),
            tuple(offsets) if moved else (),
            tuple(starts),
            sum(advances),
            len(set(starts)),
            text.count(" ") + text.count("\xa0"),
        )

    @cached_property
    def _low_tones(self) -> Lowered:
        return lowered(self.font)

    def _take_advances(
        self,
        text: str,
        starts: list[int],
        advances: list[int],
        offsets: list[tuple[int, int]],
        named: Mapping[str, int],
    ) -> bool:
        """Give each letter its advance in `named`; the marks stay over it."""
        shift, moved = 0, False
        # Moved glyphs cost the painter dear: only a letter that would stand far from the next comes into the middle.
        much = 0.05 / self.unit
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for index, (start, advance) in enumerate(zip(starts, advances, strict=True)):
            if advance:
                # A cluster is a letter with its marks, or letters that are drawn as one: ฤๅ.
                wanted = sum(named.get(char, 0) for char in text[start : ends[start]])
                more = round(wanted / 1000 / self.unit) - advance if wanted else 0
                advances[index] += more
                dx = more // 2 if more > much else 0
                shift = dx - more
            else:
                dx = shift
            if dx:
                offsets[index] = (offsets[index][0] + dx, offsets[index][1])
                moved = True
        return moved

    # ------------------------------------------------------------ measures, as shares of the size

    @cached_property
    def _own_metrics(self) -> tuple[float, float, float]:
        ascent, descent, gap = font_measures.line_measures(self.face)
        return ascent * self.unit, descent * self.unit, gap * self.unit

    @cached_property
    def underline(self) -> tuple[float, float]:
        """Where the top of an underline is, upwards from the baseline (mostly negative), and its thickness."""
        top, thickness = font_measures.underline(self.face)
        return top * self.unit, thickness * self.unit

    @cached_property
    def strikeout(self) -> tuple[float, float]:
        """Where the top of a strikethrough is, upwards from the baseline, and its thickness."""
        top, thickness = font_measures.strikeout(self.face)
        return top * self.unit, thickness * self.unit

    @cached_property
    def cap_height(self) -> float:
        """The height of a capital letter."""
        height = font_measures.cap_height(self.face)
        if height is None:
            glyph = self.font.get_nominal_glyph(ord("H"))
            extents = self.font.get_glyph_extents(glyph) if glyph else None
            height = extents.y_bearing if extents else 0.7 * self.units
        return float(height * self.unit)


def _joined(text: str, starts: list[int]) -> list[int]:
    """`starts` with each sara am taken to the consonant that it follows."""
    joined = []
    for start in starts:
        while start and text[start] in _JOINED:
            start -= 1
        joined.append(start)
    return joined
