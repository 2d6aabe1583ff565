"""Layouts made by hand, of the bundled fonts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from ita_docs.pages.model import Element, GlyphRun, Layout, Line, Page, ParagraphBox
from ita_docs.pages.typefaces import Typeface
from ita_docs.resources import fonts_folder

SIZE = 16.0
HEIGHT = 18.08
A4 = (595.3, 841.9)


@cache
def face(file: str = "THSarabunNew.ttf", **how: Any) -> Typeface:
    """A typeface of a bundled font."""
    return Typeface(fonts_folder() / file, how.pop("family", "TH SarabunPSK"), **how)


def run(text: str, x: float = 0.0, **how: Any) -> GlyphRun:
    """`text` as one run; its width follows from the font."""
    typeface = how.pop("face", None) or face()
    size = how.pop("size", SIZE)
    shaped = typeface.shape(text)
    width = shaped.width * typeface.scale * size * how.get("stretch", 1.0) / typeface.units
    width += how.get("letter", 0.0) * shaped.gaps + how.get("word", 0.0) * shaped.spaces
    return GlyphRun(x, width, typeface, size, shaped, **how)


def runs(texts: Iterable[str], **how: Any) -> tuple[GlyphRun, ...]:
    """Runs that follow one another."""
    made: list[GlyphRun] = []
    x = 0.0
    for text in texts:
        made.append(run(text, x, **how))
        x += made[-1].width
    return tuple(made)


def line(runs: tuple[GlyphRun, ...], y: float = 0.0, **how: Any) -> Line:
    """A line of `runs` at `y` in its paragraph."""
    width = max((each.x + each.width for each in runs), default=0.0)
    text = "".join(each.shaped.text for each in runs)
    return Line(0.0, y, width, HEIGHT, 13.6, runs, text=text, **how)


def paragraph(lines: Iterable[Line], x: float = 72.0, y: float = 72.0, **how: Any) -> ParagraphBox:
    """A paragraph of `lines`, each below the last."""
    lines = tuple(lines)
    return ParagraphBox(x, y, 451.0, HEIGHT * len(lines), lines, **how)


def written(texts: Iterable[str], **how: Any) -> ParagraphBox:
    """A paragraph of lines of one run each."""
    lines = [line((run(text, **how),), HEIGHT * index) for index, text in enumerate(texts)]
    return paragraph(lines)


def page(*boxes: Any, label: str = "") -> Page:
    """An A4 page."""
    return Page(*A4, boxes, label)


def layout(*pages: Page, root: Element | None = None, **how: Any) -> Layout:
    """A layout of `pages`."""
    return Layout(pages, root or Element("Document"), **how)
