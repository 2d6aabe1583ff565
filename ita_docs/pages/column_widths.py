"""How wide the columns of a table are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .flow import Block, Paragraph, Table
from .pieces import DRAWING, TEXT, pieces_of

if TYPE_CHECKING:
    from .blocks import Setter

SAME = 1.0
"""Widths that differ by less than this many points are the same."""
NARROWEST = 4.0


def column_widths(setter: Setter, table: Table, room: float) -> list[float]:
    """The width of each grid column in points.

    Word keeps in `w:tblGrid` what it last laid out, and that is taken, unless every column has a preferred width of its
    own that its words fit in; a table without either is laid out by its content.
    """
    count = max(row.before + row.after + sum(cell.span for cell in row.cells) for row in table.rows)
    grid = list(table.grid[:count])
    wished = _wished(table, count, room)
    known = len(grid) == count and all(width > 0 for width in grid)
    if known:
        if all(width is not None for width in wished):
            asked = [width or 0.0 for width in wished]
            differs = any(abs(one - other) > SAME for one, other in zip(asked, grid, strict=True))
            if differs and (table.layout == "fixed" or (sum(asked) <= room + SAME and _fits(setter, table, asked))):
                return asked
        return _scaled(table, grid, room)
    whole = _whole(table, room)
    if table.layout == "fixed" or all(width is not None for width in wished):
        rest = [width for width in wished if width is not None]
        left = max(0.0, (whole or room) - sum(rest))
        share = left / max(1, count - len(rest))
        return [max(NARROWEST, share if width is None else width) for width in wished]
    return _by_content(setter, table, count, wished, whole, room)


def _whole(table: Table, room: float) -> float:
    kind, amount = table.width
    return amount if kind == "dxa" else amount * room if kind == "pct" else 0.0


def _scaled(table: Table, grid: list[float], room: float) -> list[float]:
    """The grid, stretched where the table's preferred width says another sum."""
    kind, _ = table.width
    whole = _whole(table, room)
    total = sum(grid)
    if kind == "pct" and whole > 0 and abs(whole - total) > 0.02 * whole:
        return [width * whole / total for width in grid]
    return grid


def _wished(table: Table, count: int, room: float) -> list[float | None]:
    """The preferred width of each column, where cells of one column agree on one."""
    wished: list[float | None] = [None] * count
    open_to = [True] * count
    for row in table.rows:
        at = row.before
        for cell in row.cells:
            kind, amount = cell.width
            if cell.span == 1 and at < count and kind != "auto" and open_to[at]:
                width = amount if kind == "dxa" else amount * room
                if wished[at] is None:
                    wished[at] = width
                elif abs((wished[at] or 0.0) - width) > SAME:
                    wished[at] = max(wished[at] or 0.0, width)
            at += cell.span
    return wished


def _fits(setter: Setter, table: Table, widths: Sequence[float]) -> bool:
    """Whether the longest word of each cell fits in its column."""
    for row in table.rows[:50]:
        at = row.before
        for cell in row.cells:
            if cell.span == 1 and at < len(widths):
                margins = cell.margins[0] + cell.margins[2]
                if _extent(setter, cell.blocks)[0] + margins > widths[at] + SAME:
                    return False
            at += cell.span
    return True


def _extent(setter: Setter, blocks: Sequence[Block]) -> tuple[float, float]:
    """The least and the greatest width that blocks can use: their longest word, their longest paragraph."""
    least = most = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            widths = sum(block.grid) or 36.0
            least, most = max(least, widths), max(most, widths)
            continue
        line = word = 0.0
        for piece in pieces_of(block.inlines, setter.typecase, setter.shown.field):
            if piece.kind in (TEXT, DRAWING):
                line += piece.width
                if not piece.space:
                    word += piece.width
                if piece.breakable or piece.space:
                    least, word = max(least, word), 0.0
        indent = max(0.0, block.look.left) + max(0.0, block.look.right)
        least = max(least, word) + indent
        most = max(most, line + indent + max(0.0, block.look.first), least)
    return least, most


def _by_content(
    setter: Setter, table: Table, count: int, wished: Sequence[float | None], whole: float, room: float
) -> list[float]:
    """Widths between the longest word and the longest line of each column, that together fit `whole` or the room."""
    least, most = [NARROWEST] * count, [NARROWEST] * count
    for row in table.rows[:200]:
        at = row.before
        for cell in row.cells:
            low, high = _extent(setter, cell.blocks)
            margins = cell.margins[0] + cell.margins[2]
            end = min(count, at + cell.span)
            for column in range(at, end):
                least[column] = max(least[column], (low + margins) / (end - at))
                most[column] = max(most[column], (high + margins) / (end - at))
            at += cell.span
    most = [
        max(low, width) if width is not None else high for low, high, width in zip(least, most, wished, strict=True)
    ]
    target = whole or min(room, sum(most))
    if sum(most) <= target:
        extra = (target - sum(most)) / count if whole else 0.0
        return [width + extra for width in most]
    if sum(least) >= target:
        return [width * target / sum(least) for width in least]
    slack = sum(most) - sum(least)
    share = (target - sum(least)) / slack
    return [low + (high - low) * share for low, high in zip(least, most, strict=True)]
