"""Tables that stand where they say, the text running round them (`w:tblpPr`, ECMA-376 part 1, §17.4.57)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .drawn import Drawing
from .floats import Ground, position
from .flow import Block, Table
from .model import Box
from .strips import Strip, boxes_of, stack
from .wrapping import Obstacle, obstacle

if TYPE_CHECKING:
    from .blocks import Setter


def float_table(
    table: Table, strips: Sequence[Strip], ground: Ground, y: float, bottom: float
) -> tuple[list[Box], Obstacle] | None:
    """The boxes of a floating table on its page, and what they keep free; `y`: of the paragraph that it hangs from.

    None where it is too high for the page, whose text ends at `bottom`: then it belongs into the text, its rows divided
    over pages, and its strips are moved to where it stands sideways.
    """
    anchor, row = table.floating, strips[0].row if strips else None
    if anchor is None or row is None:
        return None
    height = sum(strip.height for strip in strips)
    shift = row.table.x
    frame = Drawing(row.table.width, height, (), anchor)
    x, top = position(frame, ground, y, y)
    hangs = anchor.from_y == "paragraph"
    if height > bottom - ground.top or (hangs and top + height > bottom):
        row.table.x = x - ground.column_x + (0.0 if anchor.align_x else shift)
        strips[0].before = max(strips[0].before, anchor.y if hangs else 0.0)
        return None
    x += 0.0 if anchor.align_x else shift
    top = max(0.0, min(top, ground.height - height))
    placed: list[tuple[Strip, float]] = []
    low = top
    for strip in strips:
        placed.append((strip, low))
        low += strip.height
    boxes = [box._replace(x=x) for box in boxes_of(placed)]
    kept = obstacle(frame, x, top)
    return None if kept is None else (list(boxes), kept)


def lifted_tables(
    setter: Setter, blocks: Sequence[Block], width: float, ground: Ground, y: float
) -> tuple[Sequence[Block], list[Box], list[Obstacle]]:
    """The blocks of a header or footer that begins at `y` without floating tables, those, and what they keep free."""
    if not any(isinstance(block, Table) and block.floating is not None for block in blocks):
        return blocks, [], []
    rest: list[Block] = []
    boxes: list[Box] = []
    kept: list[Obstacle] = []
    for block in blocks:
        if isinstance(block, Table) and block.floating is not None:
            above = stack(setter.strips(rest, width, None))[1]
            strips = setter.tables.strips(block, width, None)
            floated = float_table(block, strips, ground, y + above, ground.height)
            if floated is not None:
                boxes += floated[0]
                kept.append(floated[1]._replace(key=(-len(boxes), 1)))
                continue
        rest.append(block)
    return rest, boxes, kept
