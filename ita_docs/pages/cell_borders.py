"""The borders and shading of table cells; where two cells meet, the wider border wins (ECMA-376 part 1, §17.4.66)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .flow import Cell, Edge, Table
from .model import Fill, Rule

if TYPE_CHECKING:
    from .tables import CellPart

_NONE = Edge()


def row_fills(parts: Sequence[CellPart], height: float) -> tuple[Fill, ...]:
    """The shading of a row's cells."""
    return tuple(
        Fill(part.x, 0.0, part.width, height, part.cell.shading) for part in parts if part.cell.shading is not None
    )


def row_rules(
    table: Table, index: int, parts: Sequence[CellPart], height: float, edges: Sequence[float]
) -> tuple[Rule, ...]:
    """The borders of a row, those it shares with the rows above and below included."""
    rules: list[Rule] = []
    if not any(part.cell.edges for part in parts) and not _meets(table, index):
        return ()
    columns = len(edges) - 1
    above = list(_by_column(table, index - 1, columns)) if index else [None] * columns
    here = list(_by_column(table, index, columns))
    below = list(_by_column(table, index + 1, columns)) if index + 1 < len(table.rows) else [None] * columns
    for y, upper, lower in ((0.0, above, here), (height, here, below)):
        _along(rules, edges, y, [_between(one, other) for one, other in zip(upper, lower, strict=True)])
    for column in range(columns + 1):
        left = here[column - 1] if column else None
        right = here[column] if column < columns else None
        if left is not None and right is not None and left is right:
            continue
        edge = _wider(_side(left, "right"), _side(right, "left"))
        if edge.style != "none":
            x = edges[column]
            rules.append(Rule(x, 0.0, x, height, edge.width, edge.colour, edge.style))
    for part in parts:
        sides = dict(part.cell.edges)
        for name, y1, y2 in (("tl2br", 0.0, height), ("tr2bl", height, 0.0)):
            edge = sides.get(name, _NONE)
            if edge.style != "none":
                rules.append(Rule(part.x, y1, part.x + part.width, y2, edge.width, edge.colour, edge.style))
    return tuple(rules)


def _meets(table: Table, index: int) -> bool:
    near = (row for at in (index - 1, index + 1) if 0 <= at < len(table.rows) for row in [table.rows[at]])
    return any(cell.edges for row in near for cell in row.cells)


def _by_column(table: Table, index: int, columns: int) -> Iterator[Cell | None]:
    """The cell that covers each grid column of a row."""
    row = table.rows[index]
    count = 0
    for cell in (*[None] * row.before, *(own for own in row.cells for _ in range(own.span))):
        if count < columns:
            yield cell
            count += 1
    for _ in range(columns - count):
        yield None


def _side(cell: Cell | None, name: str) -> Edge:
    if cell is None:
        return _NONE
    for side, edge in cell.edges:
        if side == name:
            return edge
    return _NONE


def _wider(one: Edge, other: Edge) -> Edge:
    if one.style == "none":
        return other
    return other if other.style != "none" and other.width > one.width else one


def _between(upper: Cell | None, lower: Cell | None) -> Edge:
    """The border between a cell and the one under it; none within a cell that is merged downwards."""
    if lower is not None and lower.merge == "continue" and upper is not None:
        return _NONE
    return _wider(_side(upper, "bottom"), _side(lower, "top"))


def _along(rules: list[Rule], edges: Sequence[float], y: float, borders: Sequence[Edge]) -> None:
    """Horizontal borders at `y`, side by side alike ones joined."""
    at = 0
    while at < len(borders):
        edge = borders[at]
        end = at + 1
        while end < len(borders) and borders[end] == edge:
            end += 1
        if edge.style != "none":
            rules.append(Rule(edges[at], y, edges[end], y, edge.width, edge.colour, edge.style))
        at = end
