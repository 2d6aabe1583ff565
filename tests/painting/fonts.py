"""Fonts made for the tests."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from ita_docs.pages.typefaces import Typeface


@cache
def compact_font(typeface: Typeface, characters: str) -> bytes:
    """Some characters of a TrueType font as an OpenType font of CFF outlines."""
    source = TTFont(BytesIO(typeface.data))
    drawn, names = source.getGlyphSet(), {ord(char): source.getBestCmap()[ord(char)] for char in characters}
    order = [".notdef", *names.values()]
    strings = {}
    for name in order:
        pen = T2CharStringPen(drawn[name].width, drawn)
        drawn[name].draw(pen)
        strings[name] = pen.getCharString()
    builder = FontBuilder(source["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupCFF("Compact-Regular", {"FullName": "Compact"}, strings, {})
    builder.setupHorizontalMetrics({name: (drawn[name].width, 0) for name in order})
    builder.setupHorizontalHeader(ascent=850, descent=-250)
    builder.setupNameTable({"familyName": "Compact", "styleName": "Regular", "psName": "Compact-Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()
