"""Laid-out pages: pure values, in points (1/72 inch), y downwards.

A layout is a tree of boxes: page → blocks (paragraphs, tables, pictures, shapes) → lines → glyph runs. The place of a
box is that of its top left corner **in its parent**, so that a box laid out once can stand anywhere; `Page.lines()`
gives places on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from ..problems import Problem
from .artwork import Artwork
from .facts import Facts
from .typefaces import Shaped, Typeface

Colour = str
"""Six hexadecimal digits, RRGGBB."""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the document's structure tree: what a box is, for whoever cannot see it.

    role: a standard structure type of PDF (ISO 32000-1, 14.8.4): Document, Part, H1–H6, P, L, LI, Lbl, LBody, Table,
    TR, TH, TD, Figure, Link, Caption, TOC, TOCI, Span. alt: the text in place of a picture. columns, rows: cells that
    a TH or TD spans. Boxes that carry no element are artifacts: repeated headers, borders, page numbers.
    """

    role: str
    alt: str = ""
    columns: int = 1
    rows: int = 1
    children: list[Element] = field(default_factory=list)

    def add(self, role: str, alt: str = "") -> Element:
        """A new last child."""
        child = Element(role, alt)
        self.children.append(child)
        return child


class GlyphRun(NamedTuple):
    """Shaped text of one look on one line, from `x` (in its line) rightwards.

    size in points; rise: points above the baseline. letter: points added after every grapheme cluster; word: points
    added after every space, beyond that. stretch: horizontal scale, 1.0 = none. width: points from `x` to where the
    next run begins, everything included.
    """

    x: float
    width: float
    face: Typeface
    size: float
    shaped: Shaped
    colour: Colour = "000000"
    letter: float = 0.0
    word: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0


class Rule(NamedTuple):
    """A straight stroke; style: solid, dotted, dashed, leader (dots as far apart as full stops) or double (two)."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: Colour = "000000"
    style: str = "solid"


class Fill(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class LinkArea(NamedTuple):
    """Where a click leads: `target` is a URI, or `#name` for a destination of the layout."""

    x: float
    y: float
    width: float
    height: float
    target: str


class Picture(NamedTuple):
    """A picture. data: the bytes of a PNG, JPEG, GIF, BMP or TIFF file, as they lie in the document, or an artwork.

    crop: shares cut off left, top, right, bottom (0–1). turn: degrees clockwise about its middle. flip: mirrored
    horizontally, vertically. element: its Figure, None for decoration.
    """

    x: float
    y: float
    width: float
    height: float
    data: bytes | Artwork
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turn: float = 0.0
    flip: tuple[bool, bool] = (False, False)
    element: Element | None = None


class Line(NamedTuple):
    """One line of text: its top left corner in its paragraph, `baseline` measured down from its own top.

    before: fills and rules under the text (highlight, shading); after: rules over it (underline, strike). text: what a
    reader copies, spaces at the end included; `ended` is true where the paragraph, or a line break in it, ends here.
    """

    x: float
    y: float
    width: float
    height: float
    baseline: float
    runs: tuple[GlyphRun, ...]
    pictures: tuple[Box, ...] = ()
    before: tuple[Fill | Rule, ...] = ()
    after: tuple[Rule, ...] = ()
    links: tuple[LinkArea, ...] = ()
    text: str = ""
    ended: bool = False


class ParagraphBox(NamedTuple):
    """The lines of a paragraph that stand on one page, with its shading and borders (`behind`), and its label's
    element.

    A paragraph that runs over pages gives a box to each, with the same element.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    behind: tuple[Fill | Rule, ...] = ()
    element: Element | None = None


class CellBox(NamedTuple):
    """A cell of a table: its content, clipped at its bottom edge where the row's height is exact.

    turn: 0, 90 or 270 degrees clockwise: the direction of its text; its blocks are laid out in the turned frame.
    """

    x: float
    y: float
    width: float
    height: float
    blocks: tuple[Box, ...]
    element: Element | None = None
    turn: int = 0
    clipped: bool = False


class TableBox(NamedTuple):
    """The part of a table that stands on one page. fills lie under the cells, rules (borders) over them."""

    x: float
    y: float
    width: float
    height: float
    cells: tuple[CellBox, ...]
    fills: tuple[Fill, ...] = ()
    rules: tuple[Rule, ...] = ()
    element: Element | None = None


class Shape(NamedTuple):
    """A drawn outline, and the blocks that stand in it (a text box).

    path: `("m", x, y)`, `("l", x, y)`, `("c", x1, y1, x2, y2, x, y)`, `("z",)` in the shape's own coordinates. fill,
    stroke: None for none. stroke_width in points, style as a rule's. turn: degrees clockwise about its middle.
    even_odd: what the path winds around an even number of times is outside.
    """

    x: float
    y: float
    width: float
    height: float
    path: tuple[tuple[str | float, ...], ...] = ()
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.75
    style: str = "solid"
    turn: float = 0.0
    blocks: tuple[Box, ...] = ()
    element: Element | None = None
    even_odd: bool = False


class Group(NamedTuple):
    """Boxes that move together. clip: a path, as a shape's, outside of which nothing is seen; () for none."""

    x: float
    y: float
    width: float
    height: float
    blocks: tuple[Box, ...]
    clip: tuple[tuple[str | float, ...], ...] = ()
    even_odd: bool = False


Box = ParagraphBox | TableBox | Picture | Shape | Group


class PlacedLine(NamedTuple):
    """A line with the place of its top left corner on the page, and of its baseline."""

    x: float
    y: float
    baseline: float
    line: Line


class Page(NamedTuple):
    """One page: its boxes in the order of painting. label: its number as printed (`๒`), for the viewer's page list."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    label: str = ""

    def lines(self) -> Iterator[PlacedLine]:
        """Every line of text on the page, headers and footers included, in the order of painting."""
        for box in self.boxes:
            yield from _lines(box, 0.0, 0.0)


def _lines(box: Box, x: float, y: float) -> Iterator[PlacedLine]:
    x, y = x + box.x, y + box.y
    if isinstance(box, ParagraphBox):
        for line in box.lines:
            yield PlacedLine(x + line.x, y + line.y, y + line.y + line.baseline, line)
    elif isinstance(box, TableBox):
        for cell in box.cells:
            for block in cell.blocks:
                yield from _lines(block, x + cell.x, y + cell.y)
    elif isinstance(box, (Shape, Group)):
        for block in box.blocks:
            yield from _lines(block, x, y)


class Destination(NamedTuple):
    """A place that a link or a bookmark leads to: page (0-based index), and the point on it."""

    page: int
    x: float
    y: float


class OutlineEntry(NamedTuple):
    """A heading in the viewer's outline; level 1 is the highest."""

    level: int
    title: str
    at: Destination


class PageStart(NamedTuple):
    """Where a page begins that no break in the document begins.

    paragraph: its place among the `w:p` of the document's main part, from 1. offset: how many of its characters stand
    on the pages before. words: how the page begins.
    """

    paragraph: int
    offset: int
    words: str


class Layout(NamedTuple):
    """A document laid out. root: the structure tree; destinations by bookmark name, and the number of the page each
    stands on, as that page prints it; starts: of the pages that began because the one before was full; problems: what
    is not as in Word.
    """

    pages: tuple[Page, ...]
    root: Element
    facts: Facts = Facts()
    outline: tuple[OutlineEntry, ...] = ()
    destinations: Mapping[str, Destination] = MappingProxyType({})
    page_numbers: Mapping[str, str] = MappingProxyType({})
    starts: tuple[PageStart, ...] = ()
    problems: tuple[Problem, ...] = ()
