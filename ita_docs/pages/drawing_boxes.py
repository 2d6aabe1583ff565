"""A drawing's pieces as boxes: pictures, outlines, and the text that stands in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .flow import Drawing, PicturePiece, ShapePiece
from .model import Box, Element, Picture, Shape

if TYPE_CHECKING:
    from .blocks import Setter


def drawing_boxes(setter: Setter, drawing: Drawing) -> tuple[Box, ...]:
    """The boxes of `drawing`, from its own top left corner; a picture of it is a figure, with its description."""
    figure: Element | None = None
    boxes: list[Box] = []
    for piece in drawing.pieces:
        if isinstance(piece, PicturePiece):
            if figure is None and setter.parent is not None:
                figure = setter.parent.add("Figure", drawing.alt)
            boxes.append(
                Picture(
                    piece.x, piece.y, piece.width, piece.height, piece.data, piece.crop, piece.turn, piece.flip, figure
                )
            )
        else:
            boxes.append(_shape(setter, piece))
    return tuple(boxes)


def _shape(setter: Setter, piece: ShapePiece) -> Shape:
    blocks: tuple[Box, ...] = ()
    height = piece.height
    if piece.text:
        left, top, right, bottom = piece.insets
        parent = setter.parent
        content, used = setter.stacked(piece.text, max(4.0, piece.width - left - right), parent)
        setter.parent = parent
        if piece.grows:
            height = max(height, used + top + bottom)
        free = height - top - bottom - used
        shift = {"middle": free / 2, "bottom": free}.get(piece.anchor, 0.0)
        blocks = tuple(replace(box, x=box.x + left, y=box.y + top + shift) for box in content)
    return Shape(
        piece.x, piece.y, piece.width, height, piece.path, piece.fill, piece.stroke, piece.stroke_width, piece.style,
        piece.turn, blocks,
    )  # fmt: skip
