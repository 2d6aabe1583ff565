"""Drawings of a DOCX as they are meant: pictures and shapes with their places (ECMA-376 part 1, §20.4; part 4, §19).

Lengths in points.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .characters import Look
from .model import Colour

if TYPE_CHECKING:
    from .metafile_sketch import Sketch


class PicturePiece(NamedTuple):
    """A picture in a drawing; x, y from the drawing's top left corner. As `model.Picture`; a metafile is a sketch."""

    x: float
    y: float
    width: float
    height: float
    data: bytes | Sketch
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    turn: float = 0.0
    flip: tuple[bool, bool] = (False, False)


class ShapePiece(NamedTuple):
    """A shape in a drawing, with the text in it. path, fill, stroke, …: as `model.Shape`.

    text: the `w:txbxContent` element (raw XML), None without text; insets: left, top, right, bottom; anchor: top,
    middle or bottom; grows: the shape's height follows its text (`a:spAutoFit`).
    """

    x: float
    y: float
    width: float
    height: float
    path: tuple[tuple[str | float, ...], ...] = ()
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.75
    style: str = "solid"
    turn: float = 0.0
    text: Any = None
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    anchor: str = "top"
    grows: bool = False


class Anchor(NamedTuple):
    """Where a floating drawing stands (§20.4.2).

    from_x: page, margin, column, character, leftMargin, rightMargin, insideMargin, outsideMargin. from_y: page, margin,
    paragraph, line, topMargin, bottomMargin. align_x: left, center, right, inside, outside or ""; align_y: top, center,
    bottom, inside, outside or "". x, y: offsets where there is no alignment. wrap: none, square, tight, topAndBottom.
    side: bothSides, left, right, largest. distances: left, top, right, bottom. behind: under the text. order: stacking.
    """

    from_x: str = "column"
    from_y: str = "paragraph"
    align_x: str = ""
    align_y: str = ""
    x: float = 0.0
    y: float = 0.0
    wrap: str = "none"
    side: str = "bothSides"
    distances: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    behind: bool = False
    order: int = 0
    width_share: tuple[str, float] | None = None
    height_share: tuple[str, float] | None = None
    """(relativeFrom, share) of `wp14:sizeRelH` and `wp14:sizeRelV`, where the size follows the page."""


class Drawing(NamedTuple):
    """A picture, shape or group; in the text line where `anchor` is None. alt: its description, for who cannot see
    it.
    """

    width: float
    height: float
    pieces: tuple[PicturePiece | ShapePiece, ...]
    anchor: Anchor | None = None
    alt: str = ""
    look: Look = Look()
    link: str | None = None
