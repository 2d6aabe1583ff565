"""What stands around the text of a page: its header, footer and page borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .floats import Ground
from .flow import Block, Section
from .model import Box, Shape
from .strips import boxes_of

if TYPE_CHECKING:
    from .blocks import Setter

LEAST_TEXT = 36.0
"""Headers and footers leave at least so much of a page to its text, in points."""


def page_frame(
    setter: Setter, section: Section, kind: str, *, mirrored: bool = False
) -> tuple[tuple[Box, ...], float, float]:
    """The boxes around the text of a page, and the y between which its text stands.

    kind: first, even or default. A header or footer that is taller than the margin moves the text; a negative margin
    holds whatever they need.
    """
    left = section.right if mirrored else section.left + section.gutter
    width = section.width - section.left - section.right - section.gutter
    boxes: list[Box] = []
    top, bottom = abs(section.top), section.height - abs(section.bottom)
    if header := section.headers.get(kind):
        made, height = _story(setter, section, header, left, width, section.header)
        boxes += made
        if section.top >= 0:
            top = max(top, section.header + height)
    if footer := section.footers.get(kind):
        _, height = _story(setter, section, footer, left, width, 0.0)
        at = section.height - section.footer - height
        made, _ = _story(setter, section, footer, left, width, at)
        boxes += made
        if section.bottom >= 0:
            bottom = min(bottom, at)
    if bottom - top < LEAST_TEXT:
        top = min(top, section.height / 2)
        bottom = max(bottom, top + LEAST_TEXT)
    boxes += _borders(section, left, width, top, bottom)
    return tuple(boxes), top, bottom


def _story(
    setter: Setter, section: Section, blocks: tuple[Block, ...], left: float, width: float, y: float
) -> tuple[tuple[Box, ...], float]:
    """The boxes of a header or footer whose first line begins at `y`, and its height; positions are the page's."""
    from .blocks import stack
    from .flow import Paragraph

    placed, height = stack(setter.strips(blocks, width, None))
    last = blocks[-1]
    if isinstance(last, Paragraph):
        height += last.look.after
    ground = Ground(
        section.width, section.height, left, section.top, left + width, section.height - section.bottom, left, width
    )
    moved = [(strip, at + y) for strip, at in placed]
    return setter.with_floats(boxes_of(moved, left), moved, ground), height


def _borders(section: Section, left: float, width: float, top: float, bottom: float) -> list[Box]:
    """The page borders, an offset from the page's edge or from its text."""
    sides = {side: edge for side, edge in section.borders if edge.style != "none"}
    if not sides:
        return []

    def space(side: str) -> float:
        return sides[side].space + sides[side].width / 2 if side in sides else 0.0

    if section.border_from == "page":
        x1, y1 = space("left"), space("top")
        x2, y2 = section.width - space("right"), section.height - space("bottom")
    else:
        x1, y1 = left - space("left"), top - space("top")
        x2, y2 = left + width + space("right"), bottom + space("bottom")
    ends = {"top": (x1, y1, x2, y1), "bottom": (x1, y2, x2, y2), "left": (x1, y1, x1, y2), "right": (x2, y1, x2, y2)}
    made: list[Box] = []
    for side, (ax, ay, bx, by) in ends.items():
        if side in sides:
            edge = sides[side]
            path = (("m", 0.0, 0.0), ("l", bx - ax, by - ay))
            made.append(Shape(ax, ay, bx - ax, by - ay, path, None, edge.colour, edge.width, edge.style))
    return made
