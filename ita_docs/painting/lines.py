"""Lines of glyph runs as text objects (ISO 32000-1, 9.4)."""

from __future__ import annotations

from itertools import groupby

from ..pages.model import Element, GlyphRun, Line, LinkArea
from ..pages.typefaces import Shaped, Typeface
from .content import Content
from .embedding import EmbeddedFont
from .fonts import FontSource, source_of
from .objects import Body
from .words import Setting, Word, actual, number

SHEAR = 0.25
"""How far a slanted typeface leans: the tangent of 14°."""
EMBOLDENING = 1 / 30
"""The stroke of an emboldened typeface, as a share of its size."""
WIDE = 0.02
"""Letter spacing, as a share of the size, from which readers must be told that there is no space.

Measured at 16 points: poppler takes a gap of 0.031 for a space (its marks have none at all), pdfium one of 0.078.
"""
STEP = 10
"""Spread letters are widened in steps of so many thousandths of the size; the rest is a gap too small to matter."""
SLACK = 0.01
"""The shift that is not worth a number, in points."""


class Texts:
    """The text of one document: its fonts, and the words shown in them.

    widens: spread letters take their gaps into their own widths. PDF/A asks that widths are those of the font file;
    there a Span says what spread text is.
    """

    def __init__(self, body: Body, *, widens: bool = True) -> None:
        self._body = body
        self._widens = widens
        self._fonts: dict[FontSource, EmbeddedFont] = {}
        self._settings: dict[tuple[Typeface, float, float], Setting] = {}

    def embed(self, *, code_set: bool) -> None:
        """Write the fonts that were used."""
        for font in self._fonts.values():
            font.embed(self._body, code_set=code_set)

    def _setting(self, run: GlyphRun) -> Setting:
        setting = self._settings.get((run.face, run.size, run.rise))
        if setting is None:
            source = source_of(run.face)
            font = self._fonts.get(source)
            if font is None:
                font = self._fonts[source] = EmbeddedFont(source, f"F{len(self._fonts) + 1}", self._body.reserve())
            setting = Setting(font, run.size * run.face.scale, run.rise)
            self._settings[run.face, run.size, run.rise] = setting
        return setting

    def show(self, content: Content, line: Line, x: float, y: float, element: Element | None) -> None:
        """Show a line whose paragraph's top left corner is (x, y)."""
        x, y = x + line.x, y - line.y - line.baseline
        if not line.links:
            content.mark(element)
            self._object(content, line.runs, x, y)
            return
        of_link: dict[int, Element | None] = {}
        for area, runs in groupby(line.runs, lambda run: _link_at(line.links, run.x + run.width / 2)):
            shown = element
            if area is not None:
                shown = of_link[id(area)] = content.link(element, area.target)
            content.mark(shown)
            self._object(content, tuple(runs), x, y)
        for area in line.links:
            content.click(area, x, y + line.baseline, of_link.get(id(area)))

    def _object(self, content: Content, runs: tuple[GlyphRun, ...], x: float, y: float) -> None:
        if not runs:
            return
        pen = runs[0].x
        drawn: tuple[Typeface, float, str, float, float] | None = None
        scale = unit = letter = word_space = 0.0
        gap = wider = ""
        slanted = spread = wide = widened = False
        step = 0
        parts = [f"BT 1 0 0 1 {number(x + pen)} {number(y)} Tm["]
        span: _Span | None = None
        whole: dict[int, tuple[Shaped, str]] = {}
        for run in runs:
            left, _, face, size, shaped, colour, letters, spaces, rise, stretch = run
            if drawn != (face, size, colour, rise, stretch):
                drawn = (face, size, colour, rise, stretch)
                setting = self._setting(run)
                whole = setting.whole
                operators = self._look(content, run, setting)
                if face.slanted or slanted:
                    slanted, pen = face.slanted, left
                    operators += f" 1 0 {SHEAR if slanted else 0} 1 {number(x + pen)} {number(y)} Tm"
                if operators:
                    parts.append(f"]TJ {operators}[")
                scale = 1000 / (setting.size * stretch) if setting.size * stretch else 0.0
                unit = setting.size * stretch / setting.font.source.units
                letter = word_space = 0.0
                spread = False
            if letters != letter or spaces != word_space:
                letter, word_space = letters, spaces
                spread = letter != 0 or word_space != 0
                wide = letter > WIDE * size
                widened = wide and self._widens and setting.font.widens
                step = int(letter * scale / STEP) * STEP if widened else 0
                gap = number(step - letter * scale) if letter else ""
                wider = number(step - (letter + word_space) * scale)
            shift = left - pen
            if shift > SLACK or shift < -SLACK:
                parts.append(f" {number(-shift * scale)}")  # a gap may stand before it
                pen = left
            pen += shaped.width * unit
            if not spread or (letter == 0 and not shaped.spaces):
                if span is not None:
                    span.close(parts)
                    span = None
                known = whole.get(id(shaped))
                parts.append(setting.shown(shaped) if known is None else known[1])
                continue
            word = setting.word(shaped, step)
            pen += letter * len(word.clusters) + word_space * shaped.spaces
            if wide and not widened:
                span = _spread_wide(parts, span, word, gap, wider)
                continue
            if span is not None:
                span.close(parts)
                span = None
            if word.spaces is None:
                parts += (gap.join(word.shown), gap)
            else:
                for cluster, is_space in zip(word.shown, word.spaces, strict=True):
                    parts += (cluster, wider if is_space else gap)
        if span is not None:
            span.close(parts)
        parts.append("]TJ ET")
        content.parts.append("".join(parts).replace("><", "").replace("[]TJ", ""))

    def _look(self, content: Content, run: GlyphRun, setting: Setting) -> str:
        """The operators that differ from the look in force."""
        face, font = run.face, setting.font
        old = content.look
        bold = setting.size * EMBOLDENING if face.bold else 0.0
        new = (font.name, setting.size, run.rise, run.stretch, bold)
        operators = [content.filled(run.colour)]
        content.fonts[font.name] = font.at
        if old is None:
            old = ("", 0.0, 0.0, 1.0, 0.0)
        if new[:2] != old[:2]:
            operators.append(f"/{font.name} {number(setting.size)} Tf")
        if new[2] != old[2]:
            operators.append(f"{number(run.rise)} Ts")
        if new[3] != old[3]:
            operators.append(f"{number(run.stretch * 100)} Tz")
        if bold:
            operators.append(content.embolden(run.colour, bold))
        elif old[4]:
            operators.append("0 Tr")
        content.look = new
        return " ".join(filter(None, operators))


def _link_at(links: tuple[LinkArea, ...], x: float) -> LinkArea | None:
    return next((link for link in links if link.x <= x <= link.x + link.width), None)


class _Span:
    """Text that is spread so wide that readers would take the gaps for spaces: it says what it is as a whole."""

    def __init__(self, parts: list[str]) -> None:
        self._start = len(parts)
        self.said: list[str] = []
        parts.append("")

    def close(self, parts: list[str]) -> None:
        """Write the operators about it; the gap after its last cluster is one between words, and stays outside."""
        parts[self._start] = f"]TJ {actual(''.join(self.said))}["
        last = parts.pop()
        parts.append(f"]TJ EMC[{last}")


def _spread_wide(parts: list[str], span: _Span | None, word: Word, gap: str, wider: str) -> _Span | None:
    """The clusters of a word, spread wide; the Span that is open before and after. A space ends a Span, inside it."""
    if word.spaces is None:
        if span is None:
            span = _Span(parts)
        span.said += [cluster.text for cluster in word.clusters]
        parts += (gap.join(word.bare), gap)
        return span
    for inside, cluster, is_space in zip(word.bare, word.clusters, word.spaces, strict=True):
        if is_space:
            parts += (inside, wider)
            if span is not None:
                span.said.append(cluster.text)
                span.close(parts)
                span = None
            continue
        if span is None:
            span = _Span(parts)
        span.said.append(cluster.text)
        parts += (inside, gap)
    return span
