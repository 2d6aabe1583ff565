"""A drawing's pieces as boxes: pictures, outlines, and the text that stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .artwork import Artwork
from .drawn import Drawing, PicturePiece, ShapePiece
from .model import Box, Element, ParagraphBox, Picture, Shape

if TYPE_CHECKING:
    from ..metafiles.sketch import Sketch
    from .blocks import Setter


NARROWEST = 4.0
"""The least width of a line in a text box, in points."""
TOLERANCE = 0.5
"""A box that follows its text grows where this many points are missing: the size that Word stored is a rounded one."""


def drawing_boxes(setter: Setter, drawing: Drawing) -> tuple[Box, ...]:
    """The boxes of `drawing`, from its own top left corner; a picture of it is a figure, with its description.

    So are shapes that are described together, as of a chart; the text in them is the figure's. A text box is its text.
    """
    figure: Element | None = None
    parent = setter.parent
    if parent is not None and _described(drawing):
        figure = setter.parent = parent.add("Figure", drawing.alt)
    boxes: list[Box] = []
    for piece in drawing.pieces:
        if isinstance(piece, PicturePiece):
            if figure is None and parent is not None:
                figure = parent.add("Figure", drawing.alt)
            data = piece.data if isinstance(piece.data, bytes) else _artwork(setter, piece.data, piece)
            boxes.append(
                Picture(piece.x, piece.y, piece.width, piece.height, data, piece.crop, piece.turn, piece.flip, figure)
            )
        else:
            boxes.append(_shape(setter, piece)._replace(element=figure if setter.parent is figure else None))
    setter.parent = parent
    return tuple(boxes)


def _described(drawing: Drawing) -> bool:
    """Whether a drawing is several shapes that have one description."""
    shapes = [piece for piece in drawing.pieces if isinstance(piece, ShapePiece)]
    return bool(drawing.alt) and len(shapes) > 1 and len(shapes) == len(drawing.pieces)


def _artwork(setter: Setter, sketch: Sketch, piece: PicturePiece) -> Artwork:
    from .sketch_boxes import artwork

    left, top, right, bottom = piece.crop
    return artwork(sketch, piece.width / (1 - left - right), piece.height / (1 - top - bottom), setter.typecase)


def grown(setter: Setter, drawing: Drawing) -> Drawing:
    """`drawing` as high as the text needs that its shapes follow (`a:spAutoFit`)."""
    if not any(isinstance(piece, ShapePiece) and piece.grows and piece.text for piece in drawing.pieces):
        return drawing
    parent, setter.parent = setter.parent, None
    height = drawing.height
    pieces: list[PicturePiece | ShapePiece] = []
    for piece in drawing.pieces:
        if isinstance(piece, ShapePiece) and piece.grows and piece.text:
            left, top, right, bottom = piece.insets
            _, used = setter.stacked(piece.text, max(NARROWEST, piece.width - left - right), None)
            piece = _stretched(piece, used + top + bottom)
            height = max(height, piece.y + piece.height)
        pieces.append(piece)
    setter.parent = parent
    return drawing._replace(height=height, pieces=tuple(pieces))


def _stretched(piece: ShapePiece, height: float) -> ShapePiece:
    """`piece` at least `height` points high, its outline with it."""
    if height <= piece.height + TOLERANCE or piece.height <= 0:
        return piece
    down = height / piece.height
    path = tuple(
        (step[0], *(float(value) * (down if index % 2 else 1.0) for index, value in enumerate(step[1:])))
        for step in piece.path
    )
    return piece._replace(height=height, path=path)


def _shape(setter: Setter, piece: ShapePiece) -> Shape:
    blocks: tuple[Box, ...] = ()
    if piece.text:
        left, top, right, bottom = piece.insets
        parent = setter.parent
        content, used = setter.stacked(piece.text, max(NARROWEST, piece.width - left - right), parent)
        setter.parent = parent
        if piece.grows:
            piece = _stretched(piece, used + top + bottom)
        # Word centres what can be seen: empty paragraphs at the end and the space after the last do not count
        free = piece.height - top - bottom - max((box.y + box.height for box in content if _seen(box)), default=used)
        shift = max(0.0, {"middle": free / 2, "bottom": free}.get(piece.anchor, 0.0))
        blocks = tuple(box._replace(x=box.x + left, y=box.y + top + shift) for box in content)
    return Shape(
        piece.x, piece.y, piece.width, piece.height, piece.path, piece.fill, piece.stroke, piece.stroke_width,
        piece.style, piece.turn, blocks,
    )  # fmt: skip


def _seen(box: Box) -> bool:
    """Whether a box shows anything."""
    if not isinstance(box, ParagraphBox):
        return True
    return bool(box.behind) or any(line.runs or line.pictures or line.after for line in box.lines)
