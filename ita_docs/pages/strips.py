"""Strips: what a page, a cell or a text box is stacked from; each is a line or a table row that no page break
divides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .flow import Paragraph, Table
from .lines import SetLine
from .model import Box, CellBox, Element, Fill, Line, ParagraphBox, Rule, TableBox


@dataclass(slots=True, eq=False)
class ParagraphSet:
    """A paragraph set in its column: its lines, and what its borders and shading need.

    pad_top, pad_bottom: room for the borders, within the paragraph. element: its place in the structure tree, one for
    all its parts.
    """

    paragraph: Paragraph
    lines: list[SetLine]
    width: float
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    joined_above: bool = False
    joined_below: bool = False
    element: Element | None = None


@dataclass(slots=True, eq=False)
class RowSet:
    """A table row laid out: its cells' boxes from its own top left corner, those merged downwards left out.

    table: what all rows of one table share. rules: above it and in it. band: the height of the
    border above; floor: of the one below the table's last row; both are in height. cut: a page ends within it. merges:
    some of its cells are merged downwards. source: what it was made from, to divide it. headers: the rows repeated at
    the top of a page that it begins.
    """

    table: TableSet
    index: int
    height: float
    cells: tuple[CellBox, ...]
    fills: tuple[Fill, ...] = ()
    rules: tuple[Rule, ...] = ()
    header: bool = False
    splits: bool = True
    source: tuple[Table, Any, tuple[Any, ...]] | None = None
    band: float = 0.0
    floor: float = 0.0
    cut: bool = False
    merges: bool = False
    headers: Sequence[RowSet] = ()

    @property
    def element_free(self) -> bool:
        """Whether this is a header row repeated at the top of a page."""
        return self.header and self.table.element is not None and all(cell.element is None for cell in self.cells)

    def closing(self, above: int, below: int) -> list[Rule]:
        """The rules above and below it where it stands between other rows than in its table: `above` and `below` are
        the indexes of those, -1 for none.
        """
        if self.source is None:
            return []
        borders = self.source[1]
        rules: list[Rule] = [] if above == self.index - 1 else borders.opening(self.index, 0.0)
        if below != self.index + 1:
            rules += borders.below(self.index, self.height - (0.0 if self.cut else self.floor), cut=self.cut)
        return rules

    def marks(self) -> list[tuple[str, float]]:
        """(bookmark, y) of the bookmarks that begin in the row."""
        if self.source is None:
            return []
        return [
            (name, y)
            for part in self.source[2]
            for strip, y in part.placed
            if strip.line is not None
            for name, _ in strip.line.marks
        ]


@dataclass(slots=True, eq=False)
class TableSet:
    """What the rows of a table share: where it stands in its column, its element.

    merged: makes the cells that are merged downwards, for the rows of one page. carried: what is left of such a cell
    for the next page, by its first column.
    """

    x: float
    width: float
    element: Element | None = None
    merged: Callable[[Sequence[tuple[RowSet, float]]], list[CellBox]] | None = None
    carried: dict[int, Any] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Strip:
    """A line of a paragraph, or a row of a table.

    before: space above it, dropped at the top of a page; own: what of it its paragraph asks for itself. height: its
    own. keep: no page break after it. forced: "" or what must come before it: page, column. first, last: of its
    paragraph.
    """

    height: float
    before: float = 0.0
    own: float = 0.0
    keep: bool = False
    forced: str = ""
    then: str = ""
    of: ParagraphSet | None = None
    line: SetLine | None = None
    row: RowSet | None = None
    index: int = 0
    first: bool = False
    last: bool = False

    def lift(self) -> None:
        """Take away the room over a line that a float kept it from: it stands elsewhere now."""
        if self.line is not None and self.line.above:
            self.height -= self.line.above
            self.line = self.line._replace(above=0.0)


def stack(strips: Sequence[Strip]) -> tuple[list[tuple[Strip, float]], float]:
    """The strips with their y, one below the other, and where the last ends."""
    placed: list[tuple[Strip, float]] = []
    y = 0.0
    for strip in strips:
        y += strip.before
        placed.append((strip, y))
        y += strip.height
    return placed, y


def boxes_of(placed: list[tuple[Strip, float]], x: float = 0.0) -> tuple[Box, ...]:
    """The boxes of strips that stand at the given y: lines of one paragraph, and rows of one table, together again."""
    boxes: list[Box] = []
    at = 0
    while at < len(placed):
        strip = placed[at][0]
        end = at + 1
        if strip.of is not None:
            while end < len(placed) and placed[end][0].of is strip.of:
                end += 1
            boxes.append(_paragraph(placed[at:end], x))
        elif strip.row is not None:
            table = strip.row.table
            while end < len(placed) and (row := placed[end][0].row) is not None and row.table is table:
                end += 1
            boxes.append(_table(placed[at:end], x))
        at = end
    return tuple(boxes)


def _paragraph(placed: list[tuple[Strip, float]], x: float) -> ParagraphBox:
    whole = placed[0][0].of
    assert whole is not None
    top, (last, bottom) = placed[0][1], placed[-1]
    starts, ends = placed[0][0].first, last.last
    bottom += last.height
    lines: list[Line] = []
    for strip, y in placed:
        assert strip.line is not None
        shift = y - top + strip.line.above + (whole.pad_top if strip.first else 0.0)
        line = strip.line.line
        lines.append(line if line.y == shift else line._replace(y=shift))
    behind = _behind(whole, bottom - top, starts, ends)
    return ParagraphBox(x, top, whole.width, bottom - top, tuple(lines), behind, whole.element)


def _behind(whole: ParagraphSet, height: float, starts: bool, ends: bool) -> tuple[Fill | Rule, ...]:
    """The shading and borders of the part of a paragraph that is `height` points high."""
    look = whole.paragraph.look
    if look.shading is None and not look.borders:
        return ()
    sides = dict(look.borders)
    left = look.left + min(0.0, look.first)
    right = whole.width - look.right
    marks: list[Fill | Rule] = []
    out_left, out_right = (
        edge.space + edge.width / 2 if (edge := sides.get(side)) is not None and edge.style != "none" else 0.0
        for side in ("left", "right")
    )
    if look.shading is not None:
        marks.append(Fill(left - out_left, 0.0, right - left + out_left + out_right, height, look.shading))
    for side, (x1, y1, x2, y2) in {
        "top": (left - out_left, 0.0, right + out_right, 0.0),
        "bottom": (left - out_left, height, right + out_right, height),
        "left": (left - out_left, 0.0, left - out_left, height),
        "right": (right + out_right, 0.0, right + out_right, height),
    }.items():
        edge = sides.get(side)
        if side == "top" and whole.joined_above and starts:
            edge = sides.get("between")
        if side == "bottom" and whole.joined_below and ends:
            edge = None
        if edge is None or edge.style == "none":
            continue
        if (side == "top" and not starts) or (side == "bottom" and not ends):
            continue
        half = edge.width / 2
        shift = half if side == "top" else -half if side == "bottom" else 0.0
        marks.append(Rule(x1, y1 + shift, x2, y2 + shift, edge.width, edge.colour, edge.style))
    return tuple(marks)


def _table(placed: list[tuple[Strip, float]], x: float) -> TableBox:
    first = placed[0][0].row
    assert first is not None
    table = first.table
    top, (last, bottom) = placed[0][1], placed[-1]
    bottom += last.height
    rows = [(strip.row, y - top) for strip, y in placed if strip.row is not None]
    cells: list[CellBox] = []
    fills: list[Fill] = []
    rules: list[Rule] = []
    if table.merged is not None and any(row.merges for row, _ in rows):
        cells += table.merged(rows)
    for place, (row, down) in enumerate(rows):
        for cell in row.cells:
            y = cell.y + down
            cells.append(
                CellBox(cell.x, y, cell.width, cell.height, cell.blocks, cell.element, cell.turn, cell.clipped)
            )
        fills += [fill._replace(y=fill.y + down) for fill in row.fills]
        before = rows[place - 1][0].index if place else -1
        following = rows[place + 1][0].index if place + 1 < len(rows) else -1
        for rule in (*row.rules, *row.closing(before, following)):
            rules.append(rule._replace(y1=rule.y1 + down, y2=rule.y2 + down) if down else rule)
    return TableBox(
        x + table.x, top, table.width, bottom - top, tuple(cells), tuple(fills), tuple(rules), table.element
    )
