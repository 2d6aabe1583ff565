"""Paragraphs that stand in frames (`w:framePr`) made drawings, which float from the paragraph after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .characters import Look
from .drawn import Anchor, Drawing, ShapePiece
from .flow import Block, Frame, Paragraph, ParagraphLook

if TYPE_CHECKING:
    from .blocks import Setter

_WRAPS = {"notBeside": "topAndBottom", "none": "none", "through": "none"}
_SPARE = 0.5
"""What a frame is wider than its longest line, so that it stays one line."""


def lifted(blocks: Sequence[Block], setter: Setter, width: float) -> Sequence[Block]:
    """`blocks`, which stand in a column `width` points wide, with those in frames as drawings (§17.3.1.11).

    Paragraphs of one frame that follow each other share it.
    """
    if not any(isinstance(block, Paragraph) and block.frame is not None for block in blocks):
        return blocks
    made: list[Block] = []
    drawings: list[Drawing] = []
    together: list[Paragraph] = []
    for block in (*blocks, None):
        frame = block.frame if isinstance(block, Paragraph) else None
        if together and frame != together[0].frame:
            drawings.append(_drawing(together, setter, width))
            together = []
        if isinstance(block, Paragraph) and frame is not None:
            together.append(block)
            continue
        if drawings and isinstance(block, Paragraph):
            block = block._replace(inlines=(*drawings, *block.inlines))
            drawings = []
        elif drawings:
            made.append(_holder(drawings))
            drawings = []
        if block is not None:
            made.append(block)
    return made


def _holder(drawings: Sequence[Drawing]) -> Paragraph:
    """A paragraph without height for frames that no paragraph follows."""
    look = Look(size=0.5, size_cs=0.5)
    return Paragraph(ParagraphLook(line=0.1, line_rule="exact"), tuple(drawings), look)


def _drawing(paragraphs: Sequence[Paragraph], setter: Setter, column: float) -> Drawing:
    frame = paragraphs[0].frame
    assert frame is not None
    blocks = tuple(paragraph._replace(frame=None) for paragraph in paragraphs)
    width = frame.width if frame.width > 0 else _natural_width(blocks, setter, column)
    height = max(frame.height, 0.0)
    if not frame.exact or height <= 0:
        _, needed = setter.stacked(blocks, width, None)
        height = max(height, needed)
    piece = ShapePiece(0.0, 0.0, width, height, text=blocks, insets=(0.0, 0.0, 0.0, 0.0))
    return Drawing(width, height, (piece,), _anchor(frame))


def _natural_width(paragraphs: Sequence[Paragraph], setter: Setter, column: float) -> float:
    """The width of the longest line, at most that of the column."""
    widest = 0.0
    for paragraph in paragraphs:
        look = paragraph.look
        for line in setter.lines(paragraph, column):
            widest = max(widest, line.line.width + max(0.0, look.left + look.first) + max(0.0, look.right))
    return min(column, widest + _SPARE)


def _anchor(frame: Frame) -> Anchor:
    across, down = frame.distances
    return Anchor(
        from_x="column" if frame.from_x == "text" else frame.from_x,
        from_y="paragraph" if frame.from_y == "text" else frame.from_y,
        align_x=frame.align_x,
        align_y="" if frame.align_y == "inline" else frame.align_y,
        x=frame.x,
        y=frame.y,
        wrap=_WRAPS.get(frame.wrap, "square"),
        distances=(across, down, across, down),
    )
