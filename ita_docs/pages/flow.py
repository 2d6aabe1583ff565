"""A DOCX as it is meant, before it has pages: sections of blocks with every property resolved. Lengths in points.

`reading` makes it from the package; `lines`, `tables` and `paging` lay it out. Names follow ECMA-376 part 1 (§17).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .model import Colour, Facts

# ---------------------------------------------------------------- characters


@dataclass(frozen=True, slots=True)
class Look:
    """The resolved properties of a run (§17.3.2). Hashable: runs of one look share one value.

    ascii, hansi, cs, east_asia: family names, theme names resolved. size and size_cs in points; bold, italic for Latin,
    bold_cs, italic_cs for complex script. complex: the whole run is complex script (`w:cs`, `w:rtl`). hint: `w:hint` of
    rFonts. underline: `w:u`'s value, "" for none. vertical: "", "superscript" or "subscript". raised: points.
    highlight: what lies behind the text (highlight, else shading). spacing: points after every character. stretch: 1.0
    = 100 %. kern: the least size that is kerned, 0 for none. caps: "", "caps" or "small".
    """

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    cs: str = "Times New Roman"
    east_asia: str = "Times New Roman"
    size: float = 10.0
    size_cs: float = 10.0
    bold: bool = False
    bold_cs: bool = False
    italic: bool = False
    italic_cs: bool = False
    complex: bool = False
    hint: str = ""
    underline: str = ""
    underline_colour: Colour | None = None
    strike: bool = False
    double_strike: bool = False
    vertical: str = ""
    raised: float = 0.0
    colour: Colour = "000000"
    highlight: Colour | None = None
    spacing: float = 0.0
    stretch: float = 1.0
    kern: float = 0.0
    caps: str = ""
    hidden: bool = False


class Text(NamedTuple):
    """Characters of one look. link: a URI or `#bookmark`, where the run is in a hyperlink."""

    text: str
    look: Look
    link: str | None = None


class Tab(NamedTuple):
    """A tab character; a `ptab` has `alignment` (left, center, right) and `leader`, and is relative to the margins."""

    look: Look
    alignment: str = ""
    leader: str = "none"


class Break(NamedTuple):
    """kind: line, page or column."""

    look: Look
    kind: str = "line"


class Field(NamedTuple):
    """A field that the layout works out: PAGE, NUMPAGES, SECTIONPAGES or PAGEREF (`argument` is its bookmark).

    format: a value of ST_NumberFormat ("" for the section's own); shown: the result stored in the file.
    """

    kind: str
    look: Look
    shown: str = ""
    argument: str = ""
    format: str = ""
    link: str | None = None


class Bookmark(NamedTuple):
    """Where a bookmark begins."""

    name: str


# ---------------------------------------------------------------- drawings


@dataclass(frozen=True, slots=True)
class PicturePiece:
    """A picture in a drawing; x, y from the drawing's top left corner. As `model.Picture`."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turn: float = 0.0
    flip: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class ShapePiece:
    """A shape in a drawing, with the text in it. path, fill, stroke, …: as `model.Shape`.

    text: the `w:txbxContent` element (raw XML), None without text; insets: left, top, right, bottom; anchor: top,
    middle or bottom; grows: the shape's height follows its text (`a:spAutoFit`).
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
    text: Any = None
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    anchor: str = "top"
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a floating drawing stands (§20.4.2).

    from_x: page, margin, column, character, leftMargin, rightMargin, insideMargin, outsideMargin. from_y: page, margin,
    paragraph, line, topMargin, bottomMargin. align_x: left, center, right, inside, outside or ""; align_y: top, center,
    bottom, inside, outside or "". x, y: offsets where there is no alignment. wrap: none, square, tight, topAndBottom.
    side: bothSides, left, right, largest. distances: left, top, right, bottom. behind: under the text. order: stacking.
    """

    from_x: str = "column"
    from_y: str = "paragraph"
    align_x: str = ""
    align_y: str = ""
    x: float = 0.0
    y: float = 0.0
    wrap: str = "none"
    side: str = "bothSides"
    distances: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    behind: bool = False
    order: int = 0
    width_share: tuple[str, float] | None = None
    height_share: tuple[str, float] | None = None
    """(relativeFrom, share) of `wp14:sizeRelH` and `wp14:sizeRelV`, where the size follows the page."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, shape or group; in the text line where `anchor` is None. alt: its description, for who cannot see
    it.
    """

    width: float
    height: float
    pieces: tuple[PicturePiece | ShapePiece, ...]
    anchor: Anchor | None = None
    alt: str = ""
    look: Look = Look()
    link: str | None = None


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
    list_id: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphLook:
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


@dataclass(frozen=True, slots=True)
class Frame:
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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. mark: the look of its paragraph mark, which gives an empty one its height."""

    look: ParagraphLook
    inlines: tuple[Inline, ...]
    mark: Look
    label: Label | None = None
    frame: Frame | None = None
    number: int = 0
    """Its place among the `w:p` of the main part, from 1; 0 for one of another part."""


# ---------------------------------------------------------------- tables


@dataclass(frozen=True, slots=True)
class Cell:
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row. height with its rule (auto, atLeast, exact); before, after: grid columns left out at its ends."""

    cells: tuple[Cell, ...]
    height: float = 0.0
    rule: str = "auto"
    cant_split: bool = False
    header: bool = False
    before: int = 0
    after: int = 0
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
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


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page (§17.6): sizes and margins in points; columns: their widths and the space after each, `ruled` if
    a line stands between them.

    start: nextPage, continuous, evenPage, oddPage or nextColumn. headers, footers: by default, first and even,
    inherited ones included. first_differs: `w:titlePg`. number_format: of its page numbers; number_start: None to go
    on. grid: the line pitch where `w:docGrid` snaps lines, else 0. align: top, center, bottom or both. borders: of the
    page, by side, with `border_from` text or page.
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
    headers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    footers: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    first_differs: bool = False
    number_format: str = "decimal"
    number_start: int | None = None
    grid: float = 0.0
    align: str = "top"
    borders: tuple[tuple[str, Edge], ...] = ()
    border_from: str = "text"
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """A document: its sections in order. mode: Word's compatibility mode (15 for 2013 and later). default_tab in
    points.

    even_differs: `w:evenAndOddHeaders`. mirror: `w:mirrorMargins`. adds_spacing: the space after a paragraph and that
    before the next are added, else the larger holds (`w:doNotUseHTMLParagraphAutoSpacing`).
    """

    sections: tuple[Section, ...]
    facts: Facts = Facts()  # noqa: RUF009 - frozen
    default_tab: float = 36.0
    mode: int = 15
    even_differs: bool = False
    mirror: bool = False
    adds_spacing: bool = False
