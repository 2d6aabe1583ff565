"""The borders and shading of table cells; where two cells meet, the wider border wins (ECMA-376 part 1, §17.4.66)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .flow import Cell, Edge, Table
from .model import Fill, Rule

if TYPE_CHECKING:
    from .tables import CellPart

_NONE = Edge()
_HEAVIEST = ("double", "solid", "dashed", "dotted")
_Columns = tuple[Cell | None, ...]


class TableBorders:
    """The borders of one table, settled where its cells meet.

    edges: the x of each column's left edge, and of the last's right one. bands: the height that the borders between
    two rows take, above each row and below the last: Word adds it to the rows' heights.
    """

    def __init__(self, table: Table, edges: Sequence[float]) -> None:
        self.edges = edges
        self._columns = len(edges) - 1
        self._nothing: _Columns = (None,) * self._columns
        self._rows = [self._by_column(table, index) for index in range(len(table.rows))]
        self._spaced = table.spacing > 0
        self._settled = [self._between(index) for index in range(len(table.rows) + 1)]
        self.bands = [0.0 if self._spaced else max(edge.width for edge in found) for found in self._settled]

    def _by_column(self, table: Table, index: int) -> _Columns:
        """The cell that covers each grid column of a row."""
        row = table.rows[index]
        found: list[Cell | None] = [None] * min(row.before, self._columns)
        for cell in row.cells:
            found += [cell] * min(cell.span, self._columns - len(found))
        return (*found, *self._nothing[len(found) :])

    def _row(self, index: int) -> _Columns:
        return self._rows[index] if 0 <= index < len(self._rows) else self._nothing

    def _between(self, index: int) -> list[Edge]:
        """The border above row `index`, column by column; none within a cell that is merged downwards."""
        found: list[Edge] = []
        last: tuple[Cell | None, Cell | None] | None = None
        for upper, lower in zip(self._row(index - 1), self._row(index), strict=True):
            if last is None or last[0] is not upper or last[1] is not lower:
                last = upper, lower
                if lower is not None and lower.merge == "continue" and upper is not None and upper.merge:
                    edge = _NONE
                else:
                    edge = heavier(_side(upper, "bottom"), _side(lower, "top"))
            found.append(edge)
        return found

    def above(self, index: int, y: float) -> list[Rule]:
        """The rules above row `index`, whose top is at `y`."""
        return self._along(self._settled[index], y + self.bands[index] / 2)

    def opening(self, index: int, y: float) -> list[Rule]:
        """The rules above the cells that go on from the row above `index`, where a page begins with it."""
        if self._spaced or not any(cell is not None and cell.merge == "continue" for cell in self._row(index)):
            return []
        borders = [
            heavier(_side(upper, "bottom"), _side(lower, "top"))
            if lower is not None and lower.merge == "continue"
            else _NONE
            for upper, lower in zip(self._row(index - 1), self._row(index), strict=True)
        ]
        return self._along(borders, y + self.bands[index] / 2)

    def below(self, index: int, y: float, *, cut: bool) -> list[Rule]:
        """The rules below row `index`, whose content ends at `y`, where a page or the table ends with it; cut: where a
        page ends within it.
        """
        if self._spaced:
            return []
        if cut:
            return self._along([heavier(_side(cell, "bottom"), _side(cell, "top")) for cell in self._row(index)], y)
        pairs = zip(self._row(index), self._row(index + 1), strict=True)
        borders = [heavier(_side(upper, "bottom"), _side(lower, "top")) for upper, lower in pairs]
        return self._along(borders, y + self.bands[index + 1] / 2)

    def beside(self, index: int, height: float) -> list[Rule]:
        """The rules between the cells of a row, and at its ends."""
        rules: list[Rule] = []
        here = self._row(index)
        for column in range(self._columns + 1):
            left = here[column - 1] if column else None
            right = here[column] if column < self._columns else None
            if left is right:
                continue
            edge = heavier(_side(left, "right"), _side(right, "left"))
            if edge.style != "none":
                x = self.edges[column]
                rules.append(Rule(x, 0.0, x, height, edge.width, edge.colour, edge.style))
        return rules

    def _along(self, borders: Sequence[Edge], y: float) -> list[Rule]:
        """Horizontal borders at `y`, side by side alike ones joined."""
        rules: list[Rule] = []
        at = 0
        while at < len(borders):
            edge = borders[at]
            end = at + 1
            while end < len(borders) and borders[end] == edge:
                end += 1
            if edge.style != "none":
                rules.append(Rule(self.edges[at], y, self.edges[end], y, edge.width, edge.colour, edge.style))
            at = end
        return rules


def row_fills(parts: Sequence[CellPart], height: float, spacing: float) -> tuple[Fill, ...]:
    """The shading of a row's cells; a merged cell has that of its first row throughout."""
    return tuple(
        Fill(part.x + spacing, spacing, part.width - 2 * spacing, height - 2 * spacing, part.shading)
        for part in parts
        if part.shading is not None
    )


def diagonals(parts: Sequence[CellPart], height: float) -> list[Rule]:
    """The rules across cells from corner to corner."""
    rules: list[Rule] = []
    for part in parts:
        for name, edge in part.cell.edges:
            if name in ("tl2br", "tr2bl") and edge.style != "none":
                low, high = (0.0, height + part.down) if name == "tl2br" else (height + part.down, 0.0)
                rules.append(Rule(part.x, low, part.x + part.width, high, edge.width, edge.colour, edge.style))
    return rules


def spaced_rules(parts: Sequence[CellPart], height: float, spacing: float) -> list[Rule]:
    """The borders of cells that stand apart: each has its own."""
    rules: list[Rule] = []
    for part in parts:
        left, right = part.x + spacing, part.x + part.width - spacing
        for name, (x1, y1, x2, y2) in {
            "top": (left, spacing, right, spacing), "bottom": (left, height - spacing, right, height - spacing),
            "left": (left, spacing, left, height - spacing), "right": (right, spacing, right, height - spacing),
        }.items():  # fmt: skip
            edge = _side(part.cell, name)
            if edge.style != "none":
                rules.append(Rule(x1, y1, x2, y2, edge.width, edge.colour, edge.style))
    return rules


def _side(cell: Cell | None, name: str) -> Edge:
    if cell is not None:
        for side, edge in cell.edges:
            if side == name:
                return edge
    return _NONE


def heavier(one: Edge, other: Edge) -> Edge:
    """Which of two borders is drawn where two cells meet: the wider, then the double, then the darker."""
    if one is other or other.style == "none":
        return one
    if one.style == "none":
        return other
    return max((one, other), key=_weight)


def _weight(edge: Edge) -> tuple[float, int, int]:
    style = _HEAVIEST.index(edge.style) if edge.style in _HEAVIEST else len(_HEAVIEST)
    red, green, blue = (int(edge.colour[at : at + 2], 16) for at in (0, 2, 4))
    return edge.width, -style, -(red + blue + 2 * green)
