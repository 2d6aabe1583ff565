"""Tone marks that a font leaves at their upper place where nothing stands between them and their consonant.

TH Sarabun New 1.3 lowers the mark of นู้ and ผู้, but that of กู้ and กุ้ง only where another consonant stands before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb

TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_ABOVE = frozenset("\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d")
"""Vowels and signs over which a tone mark keeps its upper place; sara am among them."""
_TALL = frozenset("ปฝฟฬ")
"""Consonants with an ascender, beside which a mark has a place of its own."""
Lowered = dict[int, int]
"""The glyph of a tone mark at its upper place → the same at its lower place."""


def lowered(font: Any) -> Lowered:
    """The glyphs that a font has for tone marks right over their consonant, as น่ น้ … show; none where they are the
    same.
    """
    found: Lowered = {}
    for tone in TONES:
        buffer = hb.Buffer()
        buffer.add_str("น" + tone)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {})
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        upper = font.get_nominal_glyph(ord(tone))
        if upper and len(glyphs) == 2 and glyphs[1] not in (0, upper):
            found[upper] = glyphs[1]
    return found


def settled(text: str, glyphs: list[int], starts: Sequence[int], low: Lowered) -> None:
    """Lower the tone marks of `glyphs` whose clusters of `text` have nothing above their consonant."""
    for index, glyph in enumerate(glyphs):
        if glyph not in low:
            continue
        start = starts[index]
        end = next((other for other in starts[index + 1 :] if other > start), len(text))
        cluster = text[start:end]
        if cluster[0] not in _TALL and _ABOVE.isdisjoint(cluster):
            glyphs[index] = low[glyph]
