"""A table row divided where a page ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .strips import Strip

if TYPE_CHECKING:
    from .tables import CellPart, TableSetter

Placed = tuple[tuple[Strip, float], ...]


def split_row(tables: TableSetter, strip: Strip, room: float, *, forced: bool = False) -> tuple[Strip, Strip] | None:
    """A row divided where `room` points are left: what stands there, and the rest; None where it cannot be.

    Every cell with text begins on the page: a row whose first lines do not all fit goes to the next one whole. forced:
    divide also a row that says it must not be, because no page holds it.
    """
    row = strip.row
    if row is None or row.source is None or not (row.splits or forced):
        return None
    parts: tuple[CellPart, ...] = row.source[2]
    heads: list[CellPart] = []
    tails: list[CellPart] = []
    around = row.band + max((part.insets[1] + part.insets[3] for part in parts), default=0.0)
    for part in parts:
        fit, rest = divided(tables, part.placed, room - around + 0.01, forced=forced)
        if part.placed and (not fit or (rest and part.cell.direction)):
            return None
        heads.append(replace(part, placed=fit, height=content_end(fit), down=0.0))
        tails.append(replace(part, placed=rest, height=content_end(rest)))
    if not any(part.placed for part in tails):
        return None
    alone = [part.height for part in heads if part.last <= row.index] or [part.height for part in heads]
    height = min(room, around + max(alone))
    tall = around + max(part.height for part in tails if part.last <= row.index or part.placed)
    head = tables.row_set(row, tuple(heads), height, cut=True)
    tail = tables.row_set(row, tuple(tails), tall + row.floor, cut=False)
    tail.splits = row.splits or forced
    return (
        Strip(head.height, before=strip.before, forced=strip.forced, row=head, index=strip.index),
        Strip(tail.height, keep=strip.keep, row=tail, index=strip.index),
    )


def divided(tables: TableSetter, placed: Placed, room: float, *, forced: bool = False) -> tuple[Placed, Placed]:
    """Strips of a cell that fit in `room`, and the rest, moved up to where it begins."""
    count = 0
    for strip, y in placed:
        if y + strip.height > room:
            break
        count += 1
    if count == len(placed):
        return placed, ()
    fit = list(placed[:count])
    rest = list(placed[count:])
    first, at = rest[0]
    if first.row is not None and (parted := split_row(tables, first, room - at, forced=forced)) is not None:
        fit.append((parted[0], at))
        rest[0] = (parted[1], at)
        gone = first.height - parted[1].height
        rest[1:] = [(strip, y - gone) for strip, y in rest[1:]]
    else:
        kept = count
        while kept and fit[kept - 1][0].keep:
            kept -= 1
        if kept or not forced:
            rest = [*fit[kept:], *rest]
            fit = fit[:kept]
    start = rest[0][1] if rest else 0.0
    return tuple(fit), tuple((strip, y - start) for strip, y in rest)


def content_end(placed: Sequence[tuple[Strip, float]]) -> float:
    """Where the lowest strip ends."""
    return max((y + strip.height for strip, y in placed), default=0.0)
