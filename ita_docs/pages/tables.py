"""Tables set into rows: column widths, cells, row heights, borders (ECMA-376 part 1, §17.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cell_borders import TableBorders, diagonals, row_fills, spaced_rules
from .column_widths import column_widths, extent
from .floats import Ground
from .flow import Block, Cell, Paragraph, Table
from .model import CellBox, Element, Group
from .row_heights import last_rows, row_heights
from .row_splitting import content_end, divided, split_row
from .strips import RowSet, Strip, TableSet, boxes_of, stack

if TYPE_CHECKING:
    from .blocks import Setter

DEEPEST = 20
"""How deep tables may stand in each other."""
SHORTEST = 20.0
"""The shortest line of text that runs upwards or downwards, in points."""


@dataclass(slots=True, eq=False)
class CellPart:
    """What of a cell's content stands in one part of its row: strips with their y, from where its content begins.

    x, width: of the whole cell in its row; first, last: the rows it spans. insets: left, top, right, bottom, from its
    edges to its content; in Word the upper and lower ones are the row's, the largest of its cells. height: of its
    content. down: the height of the rows below that it spans.
    """

    cell: Cell
    x: float
    width: float
    column: int
    first: int
    last: int
    insets: tuple[float, float, float, float]
    shading: str | None = None
    placed: tuple[tuple[Strip, float], ...] = ()
    height: float = 0.0
    element: Element | None = None
    down: float = 0.0


class TableSetter:
    """Sets the tables of one document."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter

    def strips(self, table: Table, room: float, parent: Element | None) -> list[Strip]:
        """A strip for each row of `table` in a column `room` points wide."""
        setter = self._setter
        if setter.open_tables > DEEPEST:
            return []
        legacy = setter.flow.mode < 15 and not setter.open_tables
        border = _left_border(table)
        # before Word 2013 a table's text stood at the margins, since then its outer borders do
        across = room + table.cell_left + table.cell_right if legacy else room - border
        widths = column_widths(setter, table, across)
        width = sum(widths)
        if table.floating is not None:
            x = -table.cell_left if legacy else 0.0
        elif table.alignment == "center":
            x = (room - width) / 2
        elif table.alignment == "right":
            x = room - width
        else:
            x = table.indent + (-table.cell_left if legacy else border / 2)
        element = None if parent is None else parent.add("Table")
        whole = TableSet(x, width, element, self.merged)
        edges = [0.0]
        for step in widths:
            edges.append(edges[-1] + step)
        borders = TableBorders(table, edges)
        setter.open_tables += 1
        rows = self._rows(table, borders, whole, element, len(table.rows))
        count = 0
        while count < len(table.rows) and table.rows[count].header:
            count += 1
        if 0 < count < len(rows):
            headers = self._rows(table, borders, whole, None, count)
            for row in rows:
                row.headers = headers
        setter.open_tables -= 1
        return [
            Strip(
                made.height,
                keep=_keeps_next(table, index),
                forced="page" if _breaks_before(table, index) else "",
                row=made,
                index=index,
            )
            for index, made in enumerate(rows)
        ]

    def _rows(
        self, table: Table, borders: TableBorders, whole: TableSet, element: Element | None, count: int
    ) -> list[RowSet]:
        parts = self._parts(table, borders.edges, element, count)
        heights = row_heights(table, parts, borders.bands)
        tops = [0.0]
        for height in heights:
            tops.append(tops[-1] + height)
        rows = []
        for index, made in enumerate(parts):
            row = table.rows[index]
            for part in made:
                part.down = tops[part.last + 1] - tops[index + 1]
                if part.cell.direction and part.cell.merge != "continue":
                    length = heights[index] + part.down - borders.bands[index] - part.insets[1] - part.insets[3]
                    self._fill(part, max(SHORTEST, length))
            floor = borders.bands[index + 1] if index + 1 == len(table.rows) else 0.0
            source = (table, borders, tuple(made))
            frame = RowSet(whole, index, 0.0, (), header=row.header, source=source)
            frame.band, frame.floor = borders.bands[index], floor
            frame.splits = not row.cant_split and row.rule != "exact"
            rows.append(self.row_set(frame, tuple(made), heights[index] + floor, cut=False))
        return rows

    def _parts(self, table: Table, edges: Sequence[float], element: Element | None, count: int) -> list[list[CellPart]]:
        columns = len(edges) - 1
        starts: list[list[tuple[int, Cell]]] = []
        for row in table.rows[:count]:
            at = row.before
            places: list[tuple[int, Cell]] = []
            for cell in row.cells:
                places.append((min(at, columns - 1), cell))
                at += cell.span
            starts.append(places)
        reach = last_rows([[(column, cell.merge) for column, cell in places] for places in starts])
        space = table.spacing
        shades: dict[int, str | None] = {}
        parts: list[list[CellPart]] = []
        for index, (row, places) in enumerate(zip(table.rows, starts, strict=False)):
            line = None if element is None else element.add("TR")
            made: list[CellPart] = []
            top = max((cell.margins[1] for cell in row.cells), default=0.0) + space
            bottom = max((cell.margins[3] for cell in row.cells), default=0.0) + space
            for column, cell in places:
                end = min(column + cell.span, columns)
                left, _, right, _ = cell.margins
                insets = (left + space, top, right + space, bottom)
                last = reach[index][column]
                part = CellPart(cell, edges[column], edges[end] - edges[column], column, index, last, insets)
                made.append(part)
                if cell.merge == "continue":
                    part.shading = shades.get(column)
                    continue
                part.shading = cell.shading
                if cell.merge:
                    shades[column] = cell.shading
                if line is not None:
                    part.element = line.add("TH" if row.header else "TD")
                    part.element.columns, part.element.rows = end - column, last - index + 1
                if cell.direction:
                    # its line is as long as the row is high, which its longest word must not exceed
                    part.height = extent(self._setter, cell.blocks)[0]
                else:
                    self._fill(part, part.width - insets[0] - insets[2])
            parts.append(made)
        return parts

    def _fill(self, part: CellPart, width: float) -> None:
        """Set a cell's content in lines `width` points long."""
        blocks = part.cell.blocks
        if len(blocks) > 1 and isinstance(blocks[-2], Table) and _empty(blocks[-1]):
            # the paragraph that must end a cell takes no room below a table, in Word
            blocks = blocks[:-1]
        strips = self._setter.strips(blocks, max(4.0, width), part.element)
        if strips and isinstance(blocks[0], Paragraph) and blocks[0].look.before_auto:
            strips[0].before = 0.0
        placed, part.height = stack(strips)
        part.placed = tuple(placed)
        last = blocks[-1] if blocks else None
        if isinstance(last, Paragraph) and not last.look.after_auto:
            part.height += last.look.after

    def split(self, strip: Strip, room: float, *, forced: bool = False) -> tuple[Strip, Strip] | None:
        """A row divided where `room` points are left: what stands there, and the rest; None where it cannot be."""
        return split_row(self, strip, room, forced=forced)

    def row_set(self, frame: RowSet, parts: tuple[CellPart, ...], height: float, *, cut: bool) -> RowSet:
        """The row of `frame`, or a part of it, with the content of `parts`; `height` with the border below the table.

        cut: a page ends within the row.
        """
        assert frame.source is not None
        table, borders, _ = frame.source
        index = frame.index
        floor = 0.0 if cut else frame.floor
        inner = height - floor
        rule = table.rows[index].rule
        plain = [part for part in parts if part.last == part.first == index and part.cell.merge != "continue"]
        row = RowSet(frame.table, index, height, tuple(self._box(part, inner, frame.band, rule) for part in plain))
        row.fills = row_fills(parts, inner, table.spacing)
        if table.spacing:
            row.rules = (*spaced_rules(parts, inner, table.spacing), *diagonals(parts, inner))
        else:
            row.rules = (*borders.above(index, 0.0), *borders.beside(index, inner + floor), *diagonals(parts, inner))
        row.header, row.splits, row.band, row.floor, row.cut = frame.header, frame.splits, frame.band, floor, cut
        row.source = (table, borders, parts)
        row.merges, row.headers = len(plain) < len(parts), frame.headers
        return row

    def _box(self, part: CellPart, whole: float, band: float, rule: str) -> CellBox:
        """The box of a cell `whole` points high, `band` of which is the border above."""
        left, top, right, bottom = part.insets
        top += band
        used = part.height
        if turn := {"btLr": 270, "tbRl": 90}.get(part.cell.direction, 0):
            free = max(0.0, part.width - left - right - used)
            shift = {"center": free / 2, "bottom": free}.get(part.cell.align, 0.0)
            x, y = (top, right + shift) if turn == 90 else (bottom, left + shift)
            inner = Group(x, y, whole, part.width, boxes_of(list(part.placed)))
            return CellBox(part.x, 0.0, part.width, whole, (inner,), part.element, turn)
        free = max(0.0, whole - top - bottom - used)
        down = top + {"center": free / 2, "bottom": free}.get(part.cell.align, 0.0)
        clipped = rule == "exact" and used + top > whole + 0.1
        if any(strip.line is not None and strip.line.drawings for strip, _ in part.placed):
            ground = Ground.of_box(part.width - left - right, whole - top - bottom)
            content = self._setter.with_floats(boxes_of(list(part.placed)), part.placed, ground)
            blocks = tuple(block._replace(x=block.x + left, y=block.y + down) for block in content)
        else:
            blocks = boxes_of([(strip, y + down) for strip, y in part.placed], left)
        return CellBox(part.x, 0.0, part.width, whole, blocks, part.element, 0, clipped)

    def merged(self, rows: Sequence[tuple[RowSet, float]]) -> list[CellBox]:
        """The cells merged downwards in the rows of a table that stand on one page, as (row, y).

        What does not fit in the rows on this page is kept for those on the next.
        """
        boxes: list[CellBox] = []
        for place, (row, y) in enumerate(rows):
            if not row.merges or row.source is None:
                continue
            table, _, parts = row.source
            carried = row.table.carried
            begins = place == 0 or rows[place - 1][0].index != row.index - 1
            for part in parts:
                if part.cell.merge == "continue":
                    if not begins or (kept := carried.pop(part.column, None)) is None:
                        continue
                    part = kept
                elif part.last == part.first == row.index:
                    continue
                end = place
                while end + 1 < len(rows) and rows[end + 1][0].index == rows[end][0].index + 1 <= part.last:
                    end += 1
                final, bottom = rows[end]
                whole = bottom + final.height - final.floor - y
                if final.index < part.last or final.cut:
                    limit = whole - row.band - part.insets[1] - part.insets[3]
                    part, rest = self._parted(part, limit)
                    if rest is not None:
                        carried[part.column] = rest
                box = self._box(part, whole, row.band, "" if table.rows[final.index].rule != "exact" else "exact")
                boxes.append(box._replace(y=y))
        return boxes

    def _parted(self, part: CellPart, room: float) -> tuple[CellPart, CellPart | None]:
        """A merged cell's content up to `room`, and the rest; all of it where that cannot be divided."""
        fit, rest = divided(self, part.placed, room + 0.01)
        if not rest or part.cell.direction:
            return part, None
        return replace(part, placed=fit, height=content_end(fit)), replace(part, placed=rest, height=content_end(rest))


def _empty(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.inlines and block.label is None


def _left_border(table: Table) -> float:
    """The width of the border at a table's left edge, by its first cell."""
    if table.rows and table.rows[0].cells and not table.spacing:
        for side, edge in table.rows[0].cells[0].edges:
            if side == "left":
                return edge.width
    return 0.0


def _breaks_before(table: Table, index: int) -> bool:
    """Whether a cell of a row begins with a paragraph that begins a page."""
    firsts = (cell.blocks[0] for cell in table.rows[index].cells if cell.blocks)
    return any(isinstance(first, Paragraph) and first.look.page_break_before for first in firsts)


def _keeps_next(table: Table, index: int) -> bool:
    """Whether a row stays with the next: the first paragraph of its first cell says so."""
    cells = table.rows[index].cells
    first = cells[0].blocks[0] if cells and cells[0].blocks else None
    return isinstance(first, Paragraph) and first.look.keep_next
