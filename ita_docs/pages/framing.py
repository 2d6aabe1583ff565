"""What stands around the text of a page: its header and its footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .characters import Field
from .drawn import Drawing, ShapePiece
from .floating_tables import lifted_tables
from .floats import Ground
from .flow import Block, Paragraph, Section
from .model import Box
from .strips import boxes_of, stack
from .wrapping import Obstacle

if TYPE_CHECKING:
    from .blocks import Setter

LEAST_TEXT = 36.0
"""Headers and footers leave at least so much of a page to its text, in points."""


class PageFrame(NamedTuple):
    """The boxes around the text of a page, the y between which its text stands, and what it must keep clear of."""

    boxes: tuple[Box, ...]
    top: float
    bottom: float
    obstacles: tuple[Obstacle, ...] = ()


def page_frame(setter: Setter, section: Section, kind: str, *, mirrored: bool = False, odd: bool = True) -> PageFrame:
    """What stands around the text of a page; kind: first, even or default.

    A header or footer that is taller than the margin moves the text; a negative margin holds whatever they need. One
    that is the same on every page is set once.
    """
    key = (id(section), kind, mirrored, odd)
    known = setter.frames.get(key)
    if known is not None:
        return known
    stories = (section.headers.get(kind), section.footers.get(kind))
    made = _framed(setter, section, stories, mirrored, odd)
    if not any(_changes(blocks) for blocks in stories if blocks):
        setter.frames[key] = made
    return made


def _framed(
    setter: Setter, section: Section, stories: Sequence[tuple[Block, ...] | None], mirrored: bool, odd: bool
) -> PageFrame:
    header, footer = stories
    left = section.right if mirrored else section.left + section.gutter
    width = section.width - section.left - section.right - section.gutter
    top, bottom = abs(section.top), section.height - abs(section.bottom)
    ground = Ground.of_page(section, top, bottom, (left, width), odd, mirrored)
    under: list[Box] = []
    boxes: list[Box] = []
    over: list[Box] = []
    obstacles: list[Obstacle] = []
    for story, foot in ((header, False), (footer, True)):
        if not story:
            continue
        at = section.header
        blocks, tables, hung = lifted_tables(setter, story, width, ground, at)
        strips = setter.strips(blocks, width, None, ground, at, hung)
        placed, height = stack(strips)
        last = blocks[-1] if blocks else None
        height += last.look.after if isinstance(last, Paragraph) else 0.0
        if foot:
            at = section.height - section.footer - height
            if hung:
                # its floats stand elsewhere now, and with them what they leave free
                blocks, tables, hung = lifted_tables(setter, story, width, ground, at)
                placed, _ = stack(setter.strips(blocks, width, None, ground, at, hung))
        obstacles += hung
        boxes += tables
        moved = [(strip, y + at) for strip, y in placed]
        boxes += boxes_of(moved, left)
        fixed = {item.key: (item.x, item.y) for item in hung}
        for behind, _, box in sorted(setter.floating(moved, ground, fixed), key=lambda item: item[1]):
            (under if behind else over).append(box)
        if not foot and section.top >= 0:
            top = max(top, section.header + height)
        elif foot and section.bottom >= 0:
            bottom = min(bottom, at)
    if bottom - top < LEAST_TEXT:
        top = min(top, section.height / 2)
        bottom = max(bottom, top + LEAST_TEXT)
    return PageFrame((*under, *boxes, *over), top, bottom, tuple(obstacles))


def _changes(blocks: Sequence[Block]) -> bool:
    """Whether what `blocks` show may differ from page to page: a field stands in them."""
    for block in blocks:
        if isinstance(block, Paragraph):
            for item in block.inlines:
                if isinstance(item, Field):
                    return True
                if isinstance(item, Drawing) and any(
                    isinstance(piece, ShapePiece) and piece.text and _changes(piece.text) for piece in item.pieces
                ):
                    return True
        elif any(_changes(cell.blocks) for row in block.rows for cell in row.cells):
            return True
    return False
