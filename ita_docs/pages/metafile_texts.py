"""The texts of metafiles as lines of glyph runs, each word as wide as the metafile says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import groupby

from .drawing_paths import within
from .metafile_sketch import Words
from .model import Box, Fill, GlyphRun, Line, ParagraphBox, Rule, Shape
from .symbols import to_unicode
from .typecase import Typecase
from .typefaces import Typeface

_LARGEST = 2000.0
_PARTS = re.compile(r"\s+|\S+")
_LOOSE = 0.02
"""A word that is wider or narrower by this share than told is left as it is."""
_LEAST, _MOST = 0.4, 2.5
"""How much a word may be narrowed or widened."""


def text_box(words: Words, at: tuple[float, float], across: float, down: float, typecase: Typecase) -> Box:
    """A text at a point in points; across, down: points a unit of the device."""
    font = words.font
    face = typecase.face(font.family, font.bold, font.italic)
    text = to_unicode(font.family, words.text) or words.text
    text = "".join(char if char.isprintable() else " " for char in text)
    ascent, descent = face.ascent, face.descent
    em = -font.height if font.height < 0 else font.height / ((ascent + descent) or 1.0)
    sideways = 45 <= font.turn % 180 < 135
    points = max(0.1, min(_LARGEST, em * (across if sideways else down)))
    along = down if sideways else across
    typecase.note(face, len(text))
    advances = words.advances if len(words.advances) == len(text) else ()
    runs = tuple(_runs(text, face, points, words.colour, [advance * along for advance in advances], typecase))
    width = runs[-1].x + runs[-1].width if runs else 0.0
    height = points * (ascent + descent)
    baseline = points * ascent
    # The point of the text that `at` is, from its top left corner; the box turns about its middle.
    px = {"left": 0.0, "center": width / 2, "right": width}[words.across]
    py = {"top": 0.0, "baseline": baseline, "bottom": height}[words.down]
    angle = math.radians(font.turn)
    dx, dy = px - width / 2, py - height / 2
    middle_x = at[0] - (dx * math.cos(angle) - dy * math.sin(angle))
    middle_y = at[1] - (dx * math.sin(angle) + dy * math.cos(angle))
    rules = []
    for drawn, (above, thick) in ((font.underlined, face.underline), (font.struck, face.strikeout)):
        if drawn and width:
            y = baseline - (above - thick / 2) * points
            rules.append(Rule(0.0, y, width, y, max(0.25, thick * points), words.colour))
    line = Line(0.0, 0.0, width, height, baseline, runs, after=tuple(rules), text=text, ended=True)
    behind = () if words.ground is None else (Fill(0.0, 0.0, width, height, words.ground),)
    paragraph = ParagraphBox(0.0, 0.0, width, height, (line,), behind)
    x, y = within(middle_x - width / 2), within(middle_y - height / 2)
    return Shape(x, y, width, height, turn=font.turn % 360, blocks=(paragraph,))


def _runs(
    text: str, face: Typeface, points: float, colour: str, advances: list[float], typecase: Typecase
) -> Iterator[GlyphRun]:
    """The runs of a text, word by word; a word begins where the advances before it end."""
    x = 0.0
    for match in _PARTS.finditer(text):
        parts = [(font, font.shape(part)) for font, part in _by_face(match[0], face, typecase)]
        natural = sum(shaped.width * font.unit * points for font, shaped in parts)
        told = sum(advances[match.start() : match.end()]) if advances else natural
        stretch = told / natural if natural > 0 and told > 0 else 1.0
        if abs(stretch - 1) < _LOOSE:
            stretch = 1.0
        stretch = max(_LEAST, min(_MOST, stretch))
        at = x
        for font, shaped in parts:
            width = shaped.width * font.unit * points * stretch
            yield GlyphRun(within(at), width, font, points, shaped, colour, stretch=stretch)
            at += width
        x += told


def _by_face(word: str, face: Typeface, typecase: Typecase) -> list[tuple[Typeface, str]]:
    """A word cut where another typeface must draw its characters."""
    if face.covers(word):
        return [(face, word)]
    drawn = [(typecase.for_text(face, char), char) for char in word]
    return [(font, "".join(char for _, char in part)) for font, part in groupby(drawn, lambda one: one[0])]
