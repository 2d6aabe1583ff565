"""Pictures that are drawn with boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import Box


class Artwork:
    """Boxes in a frame of their own (points); what lies outside of the frame is not seen.

    Wherever it is shown, the same object is the same picture, and is written once.
    """

    __slots__ = ("boxes", "height", "width")

    def __init__(self, width: float, height: float, boxes: tuple[Box, ...]) -> None:
        self.width, self.height, self.boxes = width, height, boxes
