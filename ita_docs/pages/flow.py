"""A DOCX as it is meant, before it has pages: sections of blocks with every property resolved. Lengths in points.

`reading` makes it from the package; `lines`, `tables` and `paging` lay it out. Names follow ECMA-376 part 1 (§17).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from .characters import Bookmark, Break, Field, Look, Tab, Text
from .drawn import Anchor, Drawing
from .facts import Facts
from .model import Colour

Inline = Text | Tab | Break | Field | Bookmark | Drawing


# ---------------------------------------------------------------- paragraphs


class TabStop(NamedTuple):
    """position in points from the left margin; kind: left, center, right, decimal, bar; leader: none, dot, hyphen, …"""

    position: float
    kind: str = "left"
    leader: str = "none"


class Edge(NamedTuple):
    """A border: width and the space to the text in points; style as a rule's (`none` for nothing to draw)."""

    style: str = "none"
    width: float = 0.0
    colour: Colour = "000000"
    space: float = 0.0


class Label(NamedTuple):
    """A paragraph's number or bullet, worked out. suffix: tab, space or nothing; alignment: left, center or right."""

    text: str
    look: Look
    suffix: str = "tab"
    alignment: str = "left"
    level: int = 0


class ParagraphLook(NamedTuple):
    """The resolved properties of a paragraph (§17.3.1).

    alignment: left, center, right, both, distribute or thaiDistribute. left, right: indents; first: of the first line,
    negative for a hanging one. before, after: spacing. line, line_rule: `auto` (a multiple, 1.0 = single), `exact` or
    `atLeast` (points). outline: 0–8, None for body text. borders: by side name (top, left, bottom, right, between).
    """

    style: str = ""
    alignment: str = "left"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    before_auto: bool = False
    after_auto: bool = False
    line: float = 1.0
    line_rule: str = "auto"
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    widow_control: bool = True
    snap_to_grid: bool = True
    outline: int | None = None
    tabs: tuple[TabStop, ...] = ()
    borders: tuple[tuple[str, Edge], ...] = ()
    shading: Colour | None = None


class Frame(NamedTuple):
    """`w:framePr`: a paragraph that stands in a frame of its own; width, height 0 for what its text needs."""

    width: float
    height: float
    exact: bool
    from_x: str
    from_y: str
    align_x: str
    align_y: str
    x: float
    y: float
    wrap: str
    distances: tuple[float, float]


class Paragraph(NamedTuple):
    """A paragraph. mark: the look of its paragraph mark, which gives an empty one its height."""

    look: ParagraphLook
    inlines: tuple[Inline, ...]
    mark: Look
    label: Label | None = None
    frame: Frame | None = None
    number: int = 0
    """Its place among the `w:p` of the main part, from 1; 0 for one of another part."""


# ---------------------------------------------------------------- tables


class Cell(NamedTuple):
    """A cell. width: preferred, with its kind (auto, dxa in points, pct as a share). span: grid columns.

    merge: "" , restart or continue (vMerge). edges: its own resolved borders by side (top, left, bottom, right; an
    absent side has none), table style and table borders already taken in; margins: left, top, right, bottom. align:
    top, center or bottom. direction: "", btLr or tbRl.
    """

    blocks: tuple[Block, ...]
    width: tuple[str, float] = ("auto", 0.0)
    span: int = 1
    merge: str = ""
    edges: tuple[tuple[str, Edge], ...] = ()
    shading: Colour | None = None
    margins: tuple[float, float, float, float] = (5.4, 0.0, 5.4, 0.0)
    align: str = "top"
    direction: str = ""
    no_wrap: bool = False


class Row(NamedTuple):
    """A row. height with its rule (auto, atLeast, exact); before, after: grid columns left out at its ends."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    rule: str = "auto"
    cant_split: bool = False
    header: bool = False
    before: int = 0
    after: int = 0
    spacing: float = 0.0


class Table(NamedTuple):
    """A table. width: (auto, dxa, pct) as a cell's; grid: column widths in the file; layout: autofit or fixed.

    floating: its position if `w:tblpPr` lifts it out of the text. cell_left, cell_right: the table's own cell margins.
    spacing: half of what cells stand apart (`w:tblCellSpacing`). saved: Word itself wrote all its rows.
    """

    rows: tuple[Row, ...]
    grid: tuple[float, ...]
    width: tuple[str, float] = ("auto", 0.0)
    layout: str = "autofit"
    alignment: str = "left"
    indent: float = 0.0
    cell_left: float = 5.4
    cell_right: float = 5.4
    spacing: float = 0.0
    floating: Anchor | None = None
    saved: bool = False


Block = Paragraph | Table


# ---------------------------------------------------------------- sections


class BorderLine(NamedTuple):
    """The border of one side of a page. widths: of its lines and the gaps between them, from the outside in; style:
    solid, dotted or dashed. space: to the edge of the page, or to its text. All in points.
    """

    widths: tuple[float, ...]
    style: str = "solid"
    colour: Colour = "000000"
    space: float = 0.0
    shadow: bool = False

    @property
    def width(self) -> float:
        """How far it reaches from its outer edge to its inner one."""
        return sum(self.widths)


class PageBorders(NamedTuple):
    """The borders of a section's pages, by side (§17.6.10). whence: text or page. display: allPages, firstPage or
    notFirstPage. front: over the text. headers: whether those around the text stand around its header, and footer.
    """

    lines: tuple[tuple[str, BorderLine], ...]
    whence: str = "text"
    display: str = "allPages"
    front: bool = True
    headers: tuple[bool, bool] = (True, True)


class Section(NamedTuple):
    """A section's page (§17.6): sizes and margins in points; columns: their widths and the space after each, `ruled` if
    a line stands between them.

    start: nextPage, continuous, evenPage, oddPage or nextColumn. headers, footers: by default, first and even,
    inherited ones included. first_differs: `w:titlePg`. number_format: of its page numbers; number_start: None to go
    on. grid: the line pitch where `w:docGrid` snaps lines, else 0. align: top, center, bottom or both.
    """

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    right: float = 72.0
    header: float = 36.0
    footer: float = 36.0
    gutter: float = 0.0
    columns: tuple[tuple[float, float], ...] = ()
    ruled: bool = False
    start: str = "nextPage"
    headers: Mapping[str, tuple[Block, ...]] = MappingProxyType({})
    footers: Mapping[str, tuple[Block, ...]] = MappingProxyType({})
    first_differs: bool = False
    number_format: str = "decimal"
    number_start: int | None = None
    grid: float = 0.0
    align: str = "top"
    borders: PageBorders | None = None
    blocks: tuple[Block, ...] = ()


class Flow(NamedTuple):
    """A document: its sections in order. mode: Word's compatibility mode (15 for 2013 and later). default_tab in
    points.

    even_differs: `w:evenAndOddHeaders`. mirror: `w:mirrorMargins`. adds_spacing: the space after a paragraph and that
    before the next are added, else the larger holds (`w:doNotUseHTMLParagraphAutoSpacing`).
    """

    sections: tuple[Section, ...]
    facts: Facts = Facts()
    default_tab: float = 36.0
    mode: int = 15
    even_differs: bool = False
    mirror: bool = False
    adds_spacing: bool = False
