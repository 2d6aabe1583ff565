"""How high the rows of a table are, and how far down merged cells reach (ECMA-376 part 1, §17.4.80, §17.4.84)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .flow import Table

if TYPE_CHECKING:
    from .tables import CellPart


def last_rows(rows: Sequence[Sequence[tuple[int, str]]]) -> list[dict[int, int]]:
    """For each row, by first column, the last row that a cell reaches down to; `rows`: (first column, merge) of each
    cell.
    """
    found: list[dict[int, int]] = []
    below: dict[int, int] = {}
    for index in range(len(rows) - 1, -1, -1):
        reach: dict[int, int] = {}
        going_on: dict[int, int] = {}
        for column, merge in rows[index]:
            reach[column] = below.get(column, index) if merge else index
            if merge == "continue":
                going_on[column] = reach[column]
        found.append(reach)
        below = going_on
    found.reverse()
    return found


def row_heights(table: Table, parts: Sequence[Sequence[CellPart]], bands: Sequence[float]) -> list[float]:
    """The height of each row: its upper border, and what its cells need or its rule says.

    A height given as least is one of the text, as Word has it: the border above and the largest cell margins come on
    top. An exact one is the whole row's, with only the lower margin added. What a merged cell needs beyond the rows it
    spans goes to the last of them that may grow.
    """
    heights: list[float] = []
    owed: dict[int, list[tuple[int, float]]] = {}
    for index, made in enumerate(parts):
        row = table.rows[index]
        band = bands[index]
        need = around = 0.0
        for part in made:
            around = part.insets[1] + part.insets[3]
            if part.first == part.last:
                need = max(need, part.height)
            elif part.cell.merge == "restart":
                grows = _grows(table, index, part.last)
                after = sum(_exact(table, parts, later) for later in range(grows + 1, part.last + 1))
                owed.setdefault(grows, []).append((index, part.height + band + around - after))
        if exact := _exact(table, parts, index):
            heights.append(exact)
            continue
        height = band + around + max(need, row.height)
        for first, wanted in owed.get(index, ()):
            height = max(height, wanted - sum(heights[first:index]))
        heights.append(height)
    return heights


def _exact(table: Table, parts: Sequence[Sequence[CellPart]], index: int) -> float:
    row = table.rows[index]
    if row.rule != "exact" or row.height <= 0:
        return 0.0
    return row.height + max((part.insets[3] for part in parts[index]), default=0.0)


def _grows(table: Table, first: int, last: int) -> int:
    """The last of these rows whose height is not exact; the last one where all are."""
    for index in range(last, first, -1):
        if table.rows[index].rule != "exact" or table.rows[index].height <= 0:
            return index
    return last
