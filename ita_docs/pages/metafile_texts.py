"""The texts of metafiles as lines of glyph runs, each word as wide as the metafile says."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Generator, Iterator
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from .drawing_paths import within
from .metafile_sketch import Words
from .model import Box, Colour, Fill, GlyphRun, Line, ParagraphBox, Rule, Shape
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


class _Look(NamedTuple):
    """How a text is set. stretch: how much wider its letters are than those of the typeface, if no advances are told.

    exact: the advance of the last letter counts too.
    """

    face: Typeface
    size: float
    colour: Colour
    stretch: float = 1.0
    exact: bool = False

    def run(self, x: float, face: Typeface, shaped: Shaped, stretch: float) -> GlyphRun:
        """A run at `x`."""
        width = shaped.width * face.unit * self.size * stretch
        return GlyphRun(within(x), width, face, self.size, shaped, self.colour, stretch=stretch)


def text_box(words: Words, at: tuple[float, float], across: float, down: float, typecase: Typecase) -> Box:
    """A text at a point in points; across, down: points a unit of the device."""
    font = words.font
    face = typecase.face(font.family, font.bold, font.italic)
    text = to_unicode(font.family, words.text) or words.text
    text = "".join(char if char.isprintable() else " " for char in text)
    typecase.note(face, len(text))
    along, up = (down, across) if 45 <= font.turn % 180 < 135 else (across, down)
    em = -font.height if font.height < 0 else font.height / ((face.ascent + face.descent) or 1.0)
    size = max(0.1, min(_LARGEST, em * up))
    narrowed = font.width / (_average(face) * em) if font.width and em else 1.0
    look = _Look(face, size, words.colour, max(0.1, min(10.0, along / up * narrowed)))
    told = [advance * along for advance in words.advances] if len(words.advances) == len(text) else []
    # One letter's own advance may be anything, as nothing follows it.
    if len(told) < 2 and font.family.casefold() == "symbol" and _OPERATORS.keys() >= set(text):
        told, look = [_OPERATORS[char] * size * look.stretch for char in text], look._replace(exact=True)
    runs = tuple(_runs(text, look, told, typecase))
    width = runs[-1].x + runs[-1].width if runs else 0.0
    height, baseline = size * (face.ascent + face.descent), size * face.ascent
    rules = []
    for drawn, (above, thick) in ((font.underlined, face.underline), (font.struck, face.strikeout)):
        if drawn and width:
            y = baseline - (above - thick / 2) * size
            rules.append(Rule(0.0, y, width, y, max(0.25, thick * size), words.colour))
    line = Line(0.0, 0.0, width, height, baseline, runs, after=tuple(rules), text=text, ended=True)
    behind = () if words.ground is None else (Fill(0.0, 0.0, width, height, words.ground),)
    # What of the text stands at the point, from the middle of its box, about which the box turns.
    dx = {"left": -width / 2, "center": 0.0, "right": width / 2}[words.across]
    dy = {"top": 0.0, "baseline": baseline, "bottom": height}[words.down] - height / 2
    angle = math.radians(font.turn)
    x = at[0] - (dx * math.cos(angle) - dy * math.sin(angle)) - width / 2
    y = at[1] - (dx * math.sin(angle) + dy * math.cos(angle)) - height / 2
    paragraph = ParagraphBox(0.0, 0.0, width, height, (line,), behind)
    return Shape(within(x), within(y), width, height, turn=font.turn % 360, blocks=(paragraph,))


def _average(face: Typeface) -> float:
    """How wide a typeface's characters are on the average, as a share of the size (xAvgCharWidth of OS/2)."""
    table = face.face.reference_table("OS/2").data
    average = int.from_bytes(table[2:4], "big", signed=True) if len(table) >= 4 else 0
    return float(average * face.unit) if average > 0 else 0.5


def _runs(text: str, look: _Look, advances: list[float], typecase: Typecase) -> Iterator[GlyphRun]:
    """The runs of a text, word by word; a word begins where the advances before it end."""
    x = 0.0
    for match in _PARTS.finditer(text):
        told = advances[match.start() : match.end()]
        parts = _by_face(match[0], look.face, typecase)
        x = yield from _word(parts, x, told, look, not look.exact and match.end() == len(text))


def _word(
    parts: list[tuple[Typeface, Shaped]], x: float, told: list[float], look: _Look, last: bool
) -> Generator[GlyphRun, None, float]:
    """The runs of a word as wide as told, and where it ends; letters that are spread far stand each at its place."""
    natural = sum(shaped.width * face.unit * look.size for face, shaped in parts)
    stretch = look.stretch
    if told and natural > 0:
        stretch = sum(told) / natural
        if last:
            # Nothing stands after the last letter: what is told of it may be anything.
            face, shaped = parts[-1]
            start = shaped.starts[-1] if shaped.starts else 0
            before = natural - sum(shaped.advances[bisect_left(shaped.starts, start) :]) * face.unit * look.size
            start += len(told) - len(shaped.text)
            stretch = sum(told[:start]) / before if start > 0 and before > 0 else look.stretch
        if not _LEAST <= stretch / look.stretch <= _MOST:
            yield from _spread(parts, x, told, look)
            return x + sum(told)
    if abs(stretch - 1) < _LOOSE:
        stretch = 1.0
    at = x
    for face, shaped in parts:
        run = look.run(at, face, shaped, stretch)
        yield run
        at += run.width
    return x + sum(told) if told else at


def _spread(parts: list[tuple[Typeface, Shaped]], x: float, told: list[float], look: _Look) -> Iterator[GlyphRun]:
    """Each grapheme cluster in a run of its own, where the advances before it end."""
    first, ends = 0, list(accumulate(told, initial=x))
    for face, shaped in parts:
        for start, end in pairwise((*dict.fromkeys(shaped.starts), len(shaped.text))):
            one = face.shape(shaped.text[start:end])
            yield look.run(ends[first + start], face, one, look.stretch)
        first += len(shaped.text)


def _by_face(word: str, face: Typeface, typecase: Typecase) -> list[tuple[Typeface, Shaped]]:
    """A word shaped, cut where another typeface must draw its characters."""
    if face.covers(word):
        return [(face, face.shape(word))]
    drawn = [(typecase.for_text(face, char), char) for char in word]
    cut = [(font, "".join(char for _, char in part)) for font, part in groupby(drawn, lambda one: one[0])]
    return [(font, font.shape(part)) for font, part in cut]
