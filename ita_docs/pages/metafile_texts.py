"""The texts of metafiles as lines of glyph runs, each word as wide as the metafile says."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Generator, Iterator
from itertools import accumulate, groupby, pairwise

from .drawing_paths import within
from .metafile_sketch import Words
from .model import Box, Fill, GlyphRun, Line, ParagraphBox, Rule, Shape
from .symbols import to_unicode
from .typecase import Typecase
from .typefaces import Shaped, Typeface

_LARGEST = 2000.0
_PARTS = re.compile(r"\s+|\S+")
_LOOSE = 0.02
"""A word that is wider or narrower by this share than told is left as it is."""
_LEAST, _MOST = 0.6, 1.25
"""How much a word may be narrowed or widened; beyond that its letters are placed one by one."""
_OPERATORS = dict.fromkeys("+−=<>±≤≥×÷≠≡≈∼∝", 0.549) | dict.fromkeys("∈∉⊂⊃⊆⊇⊄", 0.713) | dict.fromkeys("∪∩⊕⊗", 0.768)
"""What the font Symbol advances by, as shares of the size, where its stand-in is half as wide again."""


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
    told = [advance * along for advance in advances]
    operators = not told and font.family.casefold() == "symbol" and _OPERATORS.keys() >= set(text)
    if operators:
        told = [_OPERATORS[char] * points for char in text]
    runs = tuple(_runs(text, face, points, words.colour, told, operators, typecase))
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
    text: str, face: Typeface, points: float, colour: str, advances: list[float], exact: bool, typecase: Typecase
) -> Iterator[GlyphRun]:
    """The runs of a text, word by word; a word begins where the advances before it end. exact: the last one counts."""
    x = 0.0
    for match in _PARTS.finditer(text):
        told = advances[match.start() : match.end()]
        parts = _by_face(match[0], face, typecase)
        x = yield from _word(parts, x, told, points, colour, not exact and match.end() == len(text))


def _word(
    parts: list[tuple[Typeface, Shaped]], x: float, told: list[float], points: float, colour: str, last: bool
) -> Generator[GlyphRun, None, float]:
    """The runs of a word as wide as told, and where it ends; letters that are spread far stand each at its place."""
    natural = sum(shaped.width * face.unit * points for face, shaped in parts)
    stretch = 1.0
    if told and natural > 0:
        stretch = sum(told) / natural
        if last:
            # Nothing stands after the last letter: what is told of it may be anything.
            face, shaped = parts[-1]
            start = shaped.starts[-1] if shaped.starts else 0
            before = natural - sum(shaped.advances[bisect_left(shaped.starts, start) :]) * face.unit * points
            start += len(told) - len(shaped.text)
            stretch = sum(told[:start]) / before if start > 0 and before > 0 else 1.0
        if not _LEAST <= stretch <= _MOST:
            yield from _spread(parts, x, told, points, colour)
            return x + sum(told)
    if abs(stretch - 1) < _LOOSE:
        stretch = 1.0
    at = x
    for face, shaped in parts:
        width = shaped.width * face.unit * points * stretch
        yield GlyphRun(within(at), width, face, points, shaped, colour, stretch=stretch)
        at += width
    return x + sum(told) if told else at


def _spread(
    parts: list[tuple[Typeface, Shaped]], x: float, told: list[float], points: float, colour: str
) -> Iterator[GlyphRun]:
    """Each grapheme cluster in a run of its own, where the advances before it end."""
    first, ends = 0, list(accumulate(told, initial=x))
    for face, shaped in parts:
        for start, end in pairwise((*dict.fromkeys(shaped.starts), len(shaped.text))):
            one = face.shape(shaped.text[start:end])
            yield GlyphRun(within(ends[first + start]), one.width * face.unit * points, face, points, one, colour)
        first += len(shaped.text)


def _by_face(word: str, face: Typeface, typecase: Typecase) -> list[tuple[Typeface, Shaped]]:
    """A word shaped, cut where another typeface must draw its characters."""
    if face.covers(word):
        return [(face, face.shape(word))]
    drawn = [(typecase.for_text(face, char), char) for char in word]
    cut = [(font, "".join(char for _, char in part)) for font, part in groupby(drawn, lambda one: one[0])]
    return [(font, font.shape(part)) for font, part in cut]
