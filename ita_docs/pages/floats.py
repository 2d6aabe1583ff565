"""Where floating drawings stand, and in what size (ECMA-376 part 1, §20.4.2, §20.4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .drawn import Drawing, PicturePiece, ShapePiece
from .flow import Section


class Ground(NamedTuple):
    """What positions are measured against, in the coordinates of the page: the page, its margins, the text column."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    column_x: float
    column_width: float
    odd: bool = True
    pinned: bool = True
    """Whether what text runs round stays within the height: a page cuts off what leaves it, a box does not."""

    @classmethod
    def of_box(cls, width: float, height: float) -> Ground:
        """The ground of a cell or a text box: its own frame stands for the page and for its margins."""
        return cls(width, height, 0.0, 0.0, width, height, 0.0, width, pinned=False)

    @classmethod
    def of_page(
        cls, section: Section, top: float, bottom: float, column: tuple[float, float], odd: bool, mirrored: bool = False
    ) -> Ground:
        """The ground of a page whose text stands between `top` and `bottom`; `mirrored`: its margins changed over."""
        left = section.right if mirrored else section.left + section.gutter
        width = section.width - section.left - section.right - section.gutter
        return cls(section.width, section.height, left, top, left + width, bottom, *column, odd)

    def across(self, name: str) -> tuple[float, float]:
        """The left and right end of what a horizontal position is relative to."""
        if name == "page":
            return 0.0, self.width
        if name in ("insideMargin", "outsideMargin"):
            name = "leftMargin" if (name == "insideMargin") == self.odd else "rightMargin"
        if name == "leftMargin":
            return 0.0, self.left
        if name == "rightMargin":
            return self.right, self.width
        if name == "margin":
            return self.left, self.right
        return self.column_x, self.column_x + self.column_width

    def down(self, name: str, paragraph: float, line: float) -> tuple[float, float]:
        """The upper and lower end of what a vertical position is relative to."""
        if name == "page":
            return 0.0, self.height
        if name in ("margin", "insideMargin", "outsideMargin"):
            return self.top, self.bottom
        if name == "topMargin":
            return 0.0, self.top
        if name == "bottomMargin":
            return self.bottom, self.height
        start = line if name == "line" else paragraph
        return start, start


def sized(drawing: Drawing, ground: Ground) -> Drawing:
    """`drawing` in the size that it takes as a share of the page or its margins (`wp14:sizeRelH`, `wp14:sizeRelV`)."""
    anchor = drawing.anchor
    if anchor is None or (anchor.width_share is None and anchor.height_share is None):
        return drawing
    across = down = 1.0
    if anchor.width_share is not None and drawing.width > 0:
        low, high = ground.across(anchor.width_share[0])
        across = (high - low) * anchor.width_share[1] / drawing.width
    if anchor.height_share is not None and drawing.height > 0:
        low, high = ground.down(anchor.height_share[0], 0.0, 0.0)
        down = (high - low) * anchor.height_share[1] / drawing.height
    if across <= 0 or down <= 0 or (across, down) == (1.0, 1.0):
        return drawing
    pieces: list[PicturePiece | ShapePiece] = []
    for piece in drawing.pieces:
        x, y, width, height = piece.x * across, piece.y * down, piece.width * across, piece.height * down
        piece = piece._replace(x=x, y=y, width=width, height=height)
        if isinstance(piece, ShapePiece):
            piece = piece._replace(path=_scaled(piece.path, across, down))
        pieces.append(piece)
    return drawing._replace(width=drawing.width * across, height=drawing.height * down, pieces=tuple(pieces))


def _scaled(path: Sequence[tuple[str | float, ...]], across: float, down: float) -> tuple[tuple[str | float, ...], ...]:
    return tuple(
        (step[0], *(float(value) * (down if index % 2 else across) for index, value in enumerate(step[1:])))
        for step in path
    )


def position(drawing: Drawing, ground: Ground, paragraph: float, line: float) -> tuple[float, float]:
    """Where a floating drawing's top left corner stands; `paragraph` and `line` are the y of its anchor's."""
    anchor = drawing.anchor
    assert anchor is not None
    low, high = ground.across(anchor.from_x)
    align = anchor.align_x
    if align in ("inside", "outside"):
        align = "left" if (align == "inside") == ground.odd else "right"
    x = _aligned(align, low, high, drawing.width, anchor.x)
    low, high = ground.down(anchor.from_y, paragraph, line)
    align = {"top": "left", "inside": "left", "center": "center", "bottom": "right", "outside": "right"}.get(
        anchor.align_y, ""
    )
    y = _aligned(align, low, high, drawing.height, anchor.y)
    if ground.pinned and anchor.wrap != "none" and anchor.from_y in ("paragraph", "line"):
        # Word keeps what text runs round on the page, and lets anything else leave it
        y = max(0.0, min(y, ground.height - drawing.height))
    return x, y


def _aligned(align: str, low: float, high: float, size: float, offset: float) -> float:
    if align == "left":
        return low
    if align == "center":
        return (low + high - size) / 2
    if align == "right":
        return high - size
    return low + offset
