"""Tables set into rows: column widths, cells, row heights, borders (ECMA-376 part 1, §17.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cell_borders import row_fills, row_rules
from .column_widths import column_widths
from .floats import Ground
from .flow import Cell, Table
from .model import CellBox, Element, Group
from .strips import RowSet, Strip, TableSet, boxes_of

if TYPE_CHECKING:
    from .blocks import Setter

MOST_CELLS = 200_000
"""Of one table; more than this is cut off with a problem."""


@dataclass(frozen=True, slots=True)
class CellPart:
    """What of a cell's content stands in one part of its row: strips with their y, from the cell's top left corner.

    x, width: of the whole cell in its row; column: the first of the grid columns it spans. height: of its content with
    its margins. down: the height of the rows below that it spans.
    """

    cell: Cell
    x: float
    width: float
    column: int
    placed: tuple[tuple[Strip, float], ...]
    height: float
    element: Element | None
    down: float = 0.0


class TableSetter:
    """Sets the tables of one document."""

    def __init__(self, setter: Setter) -> None:
        self._setter = setter
        self._level = 0

    def strips(self, table: Table, room: float, parent: Element | None) -> list[Strip]:
        """A strip for each row of `table` in a column `room` points wide."""
        if self._level > 20:
            return []
        widths = column_widths(self._setter, table, room)
        width = sum(widths)
        if table.alignment == "center":
            x = (room - width) / 2
        elif table.alignment == "right":
            x = room - width
        else:
            x = table.indent
            # before Word 2013 the text of the first column stood at the margin, since then the border does
            if self._setter.flow.mode < 15 and not self._level:
                x -= table.cell_left
        element = None if parent is None else parent.add("Table")
        whole = TableSet(x, width, [], element)
        rows = self._rows(table, widths, whole, element)
        count = 0
        for row in table.rows:
            if not row.header:
                break
            count += 1
        if 0 < count < len(rows):
            whole.headers = self._rows(replace(table, rows=table.rows[:count]), widths, whole, None)
        strips = []
        for index, made in enumerate(rows):
            keep = (index < count < len(rows)) or _keeps_next(table, index)
            strips.append(Strip(made.height, keep=keep and index < len(rows) - 1, row=made, index=index))
        return strips

    def _rows(self, table: Table, widths: Sequence[float], whole: TableSet, element: Element | None) -> list[RowSet]:
        edges = [0.0]
        for width in widths:
            edges.append(edges[-1] + width)
        parts: list[list[CellPart]] = []
        self._level += 1
        for row in table.rows:
            line = None if element is None else element.add("TR")
            at = row.before
            made: list[CellPart] = []
            for cell in row.cells:
                end = min(at + cell.span, len(widths))
                node = None
                if line is not None and cell.merge != "continue":
                    node = line.add("TH" if row.header else "TD")
                    node.columns = cell.span
                start = min(at, len(widths) - 1)
                x = edges[start]
                made.append(self._part(cell, x, max(1.0, edges[max(end, start + 1)] - x), at, row.height, node))
                at = end
            parts.append(made)
        self._level -= 1
        heights = _heights(table, parts)
        rows = []
        for index, (row, made) in enumerate(zip(table.rows, parts, strict=True)):
            spanned = []
            for part in made:
                last = _last_spanned(table, parts, index, part)
                down = sum(heights[index + 1 : last + 1])
                if part.element is not None:
                    part.element.rows = last - index + 1
                spanned.append(replace(part, down=down) if down else part)
            rows.append(
                self.row_set(
                    whole, index, tuple(spanned), heights[index], table, edges,
                    splits=not row.cant_split and row.rule != "exact", header=row.header,
                )
            )  # fmt: skip
        return rows

    def _part(
        self, cell: Cell, x: float, width: float, column: int, row_height: float, element: Element | None
    ) -> CellPart:
        left, top, right, bottom = cell.margins
        turned = max(20.0, (row_height or 72.0) - top - bottom)
        inner = turned if cell.direction else max(4.0, width - left - right)
        from .blocks import stack

        strips = self._setter.strips(cell.blocks, inner, element)
        placed, height = stack(strips)
        last = cell.blocks[-1] if cell.blocks else None
        if last is not None and not isinstance(last, Table):
            height += 0.0 if last.look.after_auto else last.look.after
        if cell.direction:
            height = row_height or inner
        return CellPart(cell, x, width, column, tuple(placed), height + top + bottom, element)

    def split(self, strip: Strip, room: float) -> tuple[Strip, Strip] | None:
        """A row divided where `room` points are left: what stands there, and the rest; None where it cannot be."""
        row = strip.row
        if row is None or not row.splits or row.source is None:
            return None
        table, edges, parts = row.source
        heads: list[CellPart] = []
        tails: list[CellPart] = []
        some = False
        for part in parts:
            _, top, _, bottom = part.cell.margins
            fit = [item for item in part.placed if item[1] + item[0].height <= room - top - bottom + 0.01]
            while fit and len(fit) < len(part.placed) and fit[-1][0].keep:
                fit.pop()
            rest = part.placed[len(fit) :]
            if part.cell.direction and rest:
                return None
            some = some or bool(fit)
            end = max((y + item.height for item, y in fit), default=0.0)
            heads.append(replace(part, placed=tuple(fit), height=end + top + bottom))
            start = rest[0][1] if rest else 0.0
            moved = tuple((item, y - start) for item, y in rest)
            end = max((y + item.height for item, y in moved), default=0.0)
            tails.append(replace(part, placed=moved, height=end + top + bottom))
        if not some or not any(part.placed for part in tails):
            return None
        tall = max(part.height for part in tails)
        head = self.row_set(row.table, row.index, tuple(heads), room, table, edges, splits=False, header=row.header)
        tail = self.row_set(row.table, row.index, tuple(tails), tall, table, edges, splits=True, header=row.header)
        return (
            Strip(head.height, strip.before, False, strip.forced, row=head, index=strip.index),
            Strip(tail.height, 0.0, strip.keep, row=tail, index=strip.index),
        )

    def row_set(
        self,
        whole: TableSet,
        index: int,
        parts: tuple[CellPart, ...],
        height: float,
        table: Table,
        edges: list[float],
        *,
        splits: bool,
        header: bool,
    ) -> RowSet:
        """The row of `parts`, `height` points high."""
        cells = tuple(
            self._box(part, height, table.rows[index].rule) for part in parts if part.cell.merge != "continue"
        )
        rules = row_rules(table, index, parts, height, edges)
        row = RowSet(whole, index, height, cells, row_fills(parts, height), rules, header, splits)
        row.source = (table, edges, parts)
        return row

    def _box(self, part: CellPart, height: float, rule: str) -> CellBox:
        cell = part.cell
        left, top, right, bottom = cell.margins
        whole = height + part.down
        content = boxes_of(list(part.placed))
        if not cell.direction:
            ground = Ground.of_box(part.width - left - right, whole - top - bottom)
            content = self._setter.with_floats(content, part.placed, ground)
        turn = {"btLr": 270, "tbRl": 90}.get(cell.direction, 0)
        if turn:
            used = max((y + strip.height for strip, y in part.placed), default=0.0)
            free = max(0.0, part.width - left - right - used)
            shift = {"center": free / 2, "bottom": free}.get(cell.align, 0.0)
            inner = Group(
                top if turn == 90 else bottom, (right if turn == 90 else left) + shift, whole, part.width, content
            )
            return CellBox(part.x, 0.0, part.width, whole, (inner,), part.element, turn)
        used = part.height - top - bottom
        free = max(0.0, whole - top - bottom - used)
        shift = {"center": free / 2, "bottom": free}.get(cell.align, 0.0)
        blocks = tuple(replace(block, x=block.x + left, y=block.y + top + shift) for block in content)
        return CellBox(
            part.x, 0.0, part.width, whole, blocks, part.element, 0, rule == "exact" and part.height > whole + 0.1
        )


def _keeps_next(table: Table, index: int) -> bool:
    """Whether a row stays with the next: every cell's first paragraph says so, as Word reads it."""
    cells = table.rows[index].cells
    for cell in cells:
        first = cell.blocks[0] if cell.blocks else None
        if first is not None and not isinstance(first, Table):
            return first.look.keep_next
    return False


def _last_spanned(table: Table, parts: list[list[CellPart]], index: int, part: CellPart) -> int:
    """The last row that a cell which begins in row `index` reaches down to."""
    if part.cell.merge != "restart":
        return index
    last = index
    for below in range(index + 1, len(parts)):
        if not any(other.column == part.column and other.cell.merge == "continue" for other in parts[below]):
            break
        last = below
    return last


def _heights(table: Table, parts: list[list[CellPart]]) -> list[float]:
    """The height of each row: what its cells need and its rule allows; a merged cell's need goes to its last row."""
    heights: list[float] = []
    owed: list[tuple[int, int, float]] = []
    for index, (row, made) in enumerate(zip(table.rows, parts, strict=True)):
        need = 0.0
        for part in made:
            last = _last_spanned(table, parts, index, part)
            if last > index:
                owed.append((index, last, part.height))
            elif part.cell.merge != "continue":
                need = max(need, part.height)
            elif not part.placed:
                need = max(need, part.cell.margins[1] + part.cell.margins[3])
        for first, last, height in owed:
            if last == index:
                need = max(need, height - sum(heights[first:index]))
        if row.rule == "exact" and row.height > 0:
            heights.append(row.height)
        else:
            heights.append(max(need, row.height))
    return heights
