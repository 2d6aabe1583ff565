"""How wide the columns of a table are (ECMA-376 part 1, §17.18.87, where Word follows it)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .flow import Block, Cell, Paragraph, Table
from .pieces import DRAWING, TEXT

if TYPE_CHECKING:
    from .blocks import Setter

SAME = 1.0
"""Widths that differ by less than this many points are the same."""
NARROWEST = 4.0
WIDEST = 1584.0
"""22 inches: Word's widest table."""
READ = 200
"""So many rows at most are measured where widths follow the content."""

Extent = tuple[float, float]


def column_widths(setter: Setter, table: Table, room: float) -> list[float]:
    """The width of each grid column in points; `room`: what a table of 100 % takes.

    Where Word wrote a table, `w:tblGrid` is what it last laid out. Other programs leave it as it comes, and Word then
    goes by what the cells prefer; without fixed layout, their words must fit in, and columns of which no cell speaks
    follow their content.
    """
    count = column_count(table)
    grid = [min(width, WIDEST) for width in table.grid[:count]]
    known = len(grid) == count and all(width > 0 for width in grid)
    whole = _whole(table, room)
    agreed = table.layout != "fixed" and whole > 0 and abs(whole - sum(grid)) <= 0.02 * whole
    if known and (table.saved or agreed):
        # a share of the page is kept to; small differences are how Word rounds
        share = whole / sum(grid) if table.width[0] == "pct" and not agreed else 1.0
        return grid if abs(share - 1) <= 0.02 else [width * share for width in grid]
    wished = _wished(table, count, room)
    if table.layout == "fixed":
        fixed = _fixed(wished, grid if known else None, whole or room)
        # without a grid a table that is a share of the text is that, however little its cells ask for
        scale = whole / sum(fixed) if table.width[0] == "pct" and whole and not table.grid else 1.0
        return [width * scale for width in fixed]
    asked = [width for width in wished if width is not None]
    if len(asked) == count:
        if whole and abs(whole - sum(asked)) > SAME:
            asked = [width * whole / sum(asked) for width in asked]
        agreed = known and _same(asked, grid)
        if (agreed or sum(asked) <= room + SAME) and _fits(setter, table, asked):
            return asked
    elif known and _fits(setter, table, grid):
        return grid
    return _by_content(setter, table, wished, whole, room)


def column_count(table: Table) -> int:
    """How many grid columns the rows of a table reach over."""
    return max(1, *(row.before + row.after + sum(cell.span for cell in row.cells) for row in table.rows))


def _whole(table: Table, room: float) -> float:
    kind, amount = table.width
    return min(WIDEST, amount if kind == "dxa" else amount * room if kind == "pct" else 0.0)


def _same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(abs(a - b) <= SAME for a, b in zip(one, other, strict=True))


def _cells(table: Table, rows: int | None = None) -> Iterator[tuple[int, int, Cell]]:
    """(first column, column after the last, cell) of each cell."""
    for row in table.rows[:rows]:
        at = row.before
        for cell in row.cells:
            yield at, at + cell.span, cell
            at += cell.span


def _wished(table: Table, count: int, room: float) -> list[float | None]:
    """The preferred width of each column: the widest that a cell of this column alone asks for, and what merged cells
    leave for a column that no other cell speaks of.
    """
    wished: list[float | None] = [None] * count
    merged: dict[tuple[int, int], float] = {}
    for start, end, cell in _cells(table):
        kind, amount = cell.width
        if kind == "auto":
            continue
        width = amount if kind == "dxa" else amount * room
        if end - start == 1:
            wished[start] = max(wished[start] or 0.0, width)
        else:
            merged[start, end] = max(merged.get((start, end), 0.0), width)
    for (start, end), width in sorted(merged.items(), key=lambda item: item[0][1] - item[0][0]):
        open_columns = [column for column in range(start, end) if wished[column] is None]
        if open_columns:
            left = width - sum(wished[column] or 0.0 for column in range(start, end))
            for column in open_columns:
                wished[column] = max(NARROWEST, left / len(open_columns))
    return wished


def _fixed(wished: Sequence[float | None], grid: Sequence[float] | None, whole: float) -> list[float]:
    """Fixed layout: what the cells prefer, then the grid, then an equal share of what is left."""
    if grid is not None:
        return [stored if width is None else width for width, stored in zip(wished, grid, strict=True)]
    asked = [width for width in wished if width is not None]
    share = max(0.0, whole - sum(asked)) / max(1, len(wished) - len(asked))
    return [max(NARROWEST, share if width is None else width) for width in wished]


def _fits(setter: Setter, table: Table, widths: Sequence[float]) -> bool:
    """Whether the longest word of each cell fits in its column."""
    for start, end, cell in _cells(table, 50):
        if end - start == 1:
            margins = cell.margins[0] + cell.margins[2]
            if extent(setter, cell.blocks)[0] + margins > widths[start] + SAME and not cell.direction:
                return False
    return True


def extent(setter: Setter, blocks: Sequence[Block]) -> Extent:
    """The least and the greatest width that blocks can use: their longest word, their longest line."""
    least = most = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            widths = sum(block.grid) or 36.0
            least, most = max(least, widths), max(most, widths)
            continue
        line = word = longest = 0.0
        for piece in setter.pieces(block):
            if piece.kind in (TEXT, DRAWING):
                line += piece.width
                if not piece.space:
                    word += piece.width
            elif piece.text in ("line", "page", "column"):
                longest, line = max(longest, line), 0.0
            if piece.breakable or piece.space:
                least, word = max(least, word), 0.0
        indent = max(0.0, block.look.left) + max(0.0, block.look.right)
        least = max(least, word + indent)
        most = max(most, longest + indent, line + indent + max(0.0, block.look.first), least)
    return least, most


def _by_content(setter: Setter, table: Table, wished: Sequence[float | None], whole: float, room: float) -> list[float]:
    """Widths between the longest word and the longest line (or the preferred width) of each column, that together fit
    `whole` or the room: what is too much is taken from each column in proportion to its slack, as Word does.
    """
    count = len(wished)
    least, most = [NARROWEST] * count, [NARROWEST] * count
    merged: list[tuple[int, int, Extent]] = []
    for start, end, cell in _cells(table, READ):
        low, high = (NARROWEST, NARROWEST) if cell.direction else extent(setter, cell.blocks)
        margins = cell.margins[0] + cell.margins[2]
        if end - start == 1:
            least[start], most[start] = max(least[start], low + margins), max(most[start], high + margins)
        else:
            merged.append((start, end, (low + margins, high + margins)))
    most = [high if width is None else max(low, width) for low, high, width in zip(least, most, wished, strict=True)]
    for start, end, (low, high) in merged:
        _stretch(least, start, end, low)
        if all(width is None for width in wished[start:end]):
            _stretch(most, start, end, high)
    most = [max(pair) for pair in zip(least, most, strict=True)]
    target = whole or min(room, sum(most))
    if sum(most) <= target:
        return [width * target / sum(most) for width in most]
    if sum(least) >= target:
        return [width * target / sum(least) for width in least]
    share = (target - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, most, strict=True)]


def _stretch(widths: list[float], start: int, end: int, needed: float) -> None:
    """Widen the columns of a merged cell until it fits, each in proportion to its width."""
    total = sum(widths[start:end])
    if needed > total:
        for column in range(start, end):
            widths[column] *= needed / total
