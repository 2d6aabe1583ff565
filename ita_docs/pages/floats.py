"""Where floating drawings stand, and the room they leave beside themselves (ECMA-376 part 1, §20.4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .flow import Anchor, Drawing, PicturePiece, Section, ShapePiece
from .strips import Strip

NARROWEST = 72.0
"""Text stands beside a float only where at least so much room is left, in points: Word asks for an inch."""


@dataclass(frozen=True, slots=True)
class Ground:
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

    @classmethod
    def of_box(cls, width: float, height: float) -> Ground:
        """The ground of a cell or a text box: its own frame stands for the page and for its margins."""
        return cls(width, height, 0.0, 0.0, width, height, 0.0, width)

    @classmethod
    def of_page(cls, section: Section, top: float, bottom: float, column: tuple[float, float], odd: bool) -> Ground:
        """The ground of a page whose text stands between `top` and `bottom`."""
        left = section.left + section.gutter
        return cls(section.width, section.height, left, top, section.width - section.right, bottom, *column, odd)

    def across(self, name: str) -> tuple[float, float]:
        """The left and right end of what a horizontal position is relative to."""
        if name == "page":
            return 0.0, self.width
        if name in ("leftMargin", "insideMargin"):
            return 0.0, self.left
        if name in ("rightMargin", "outsideMargin"):
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
        piece = replace(piece, x=x, y=y, width=width, height=height)
        if isinstance(piece, ShapePiece):
            piece = replace(piece, path=_scaled(piece.path, across, down))
        pieces.append(piece)
    return replace(drawing, width=drawing.width * across, height=drawing.height * down, pieces=tuple(pieces))


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
    if anchor.from_y in ("paragraph", "line"):
        # Word keeps what hangs from a paragraph on the page
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


@dataclass(frozen=True, slots=True, eq=False)
class Obstacle:
    """Where text may not stand: a rectangle of the page; `whole` if nothing may stand beside it either."""

    left: float
    top: float
    right: float
    bottom: float
    whole: bool
    side: str = "bothSides"
    strip: Strip | None = None


def obstacle(drawing: Drawing, x: float, y: float, strip: Strip | None) -> Obstacle | None:
    """What a drawing at (x, y) keeps free of text; None for one that text runs over or under."""
    anchor: Anchor | None = drawing.anchor
    if anchor is None or anchor.wrap == "none":
        return None
    left, top, right, bottom = anchor.distances
    whole = anchor.wrap == "topAndBottom"
    return Obstacle(
        x - left, y - top, x + drawing.width + right, y + drawing.height + bottom, whole, anchor.side, strip
    )


def free_room(
    obstacles: Sequence[Obstacle], x: float, width: float, y: float, height: float
) -> tuple[float, float, float]:
    """(y, left, right) where a line `height` points high may stand in a column, at `y` or below, the ends from `x`."""
    for _ in range(len(obstacles) + 1):
        low, high = x, x + width
        below = y
        for item in _met(obstacles, x, x + width, y, y + height):
            if item.whole:
                below = max(below, item.bottom)
                continue
            beside_left, beside_right = item.left - low, high - item.right
            if item.side == "left" or (item.side != "right" and beside_left >= beside_right):
                high = min(high, item.left)
            else:
                low = max(low, item.right)
            if high - low < NARROWEST:
                below = max(below, item.bottom)
        if below <= y:
            return y, low - x, high - x
        y = below
    return y, 0.0, width


def below(obstacles: Sequence[Obstacle], left: float, right: float, y: float, height: float) -> float:
    """The y, not above the given one, where a rectangle touches no obstacle: a table stands beside none."""
    for _ in obstacles:
        met = _met(obstacles, left + 1.0, right - 1.0, y + 1.0, y + height)
        if not met:
            break
        y = max(item.bottom for item in met)
    return y


def _met(obstacles: Iterable[Obstacle], left: float, right: float, top: float, bottom: float) -> list[Obstacle]:
    return [
        item
        for item in obstacles
        if item.top < bottom - 0.01 and item.bottom > top + 0.01 and item.left < right and item.right > left
    ]
