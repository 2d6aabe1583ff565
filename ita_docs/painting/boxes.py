"""Boxes of a page painted into its content: paragraphs, tables, pictures, shapes."""

from __future__ import annotations

import re
from math import cos, radians, sin
from typing import Any

from ..pages.artwork import Artwork
from ..pages.model import Box, CellBox, Group, Page, ParagraphBox, Picture, Shape, TableBox
from ..problems import Problem, problem
from .artworks import Artworks
from .content import Content, Matrix, place
from .lines import Texts
from .pictures import Pictures

PLACEHOLDER_FILL, PLACEHOLDER_STROKE = "EEEEEE", "999999"


class Painter:
    """Paints the pages of one document. Every (x, y) is the top left corner of the parent, in PDF's coordinates."""

    def __init__(self, texts: Texts, pictures: Pictures, artworks: Artworks, problems: list[Problem]) -> None:
        self._texts = texts
        self._pictures = pictures
        self._artworks = artworks
        self._problems = problems

    def paint(self, page: Page, content: Content) -> None:
        """Paint a page."""
        for box in page.boxes:
            self._box(content, box, 0.0, page.height)

    def _box(self, content: Content, box: Box, x: float, y: float) -> None:
        if isinstance(box, ParagraphBox):
            self._paragraph(content, box, x + box.x, y - box.y)
        elif isinstance(box, TableBox):
            self._table(content, box, x + box.x, y - box.y)
        elif isinstance(box, Picture):
            self._picture(content, box, x + box.x, y - box.y)
        elif isinstance(box, Shape):
            self._shape(content, box, x + box.x, y - box.y)
        elif isinstance(box, Group):
            self._group(content, box, x + box.x, y - box.y)

    def _group(self, content: Content, box: Group, x: float, y: float) -> None:
        if box.clip:
            content.save(None, _written_path(box.clip, x, y), "W*" if box.even_odd else "W")
        for block in box.blocks:
            self._box(content, block, x, y)
        if box.clip:
            content.restore()

    def _paragraph(self, content: Content, box: ParagraphBox, x: float, y: float) -> None:
        # What lies under the text and what lies over it goes in two lots: each change of mark costs bytes.
        under = [(item, x, y) for item in box.behind]
        over = []
        for line in box.lines:
            if line.before:
                under += [(item, x + line.x, y - line.y) for item in line.before]
            if line.after:
                over += [(item, x + line.x, y - line.y) for item in line.after]
        if under:
            content.mark(None)
            for item, left, top in under:
                content.draw(item, left, top)
        for line in box.lines:
            if line.runs or line.links:
                self._texts.show(content, line, x, y, box.element)
            for picture in line.pictures:
                self._box(content, picture, x + line.x, y - line.y)
        if over:
            content.mark(None)
            for rule, left, top in over:
                content.draw(rule, left, top)

    def _table(self, content: Content, box: TableBox, x: float, y: float) -> None:
        if box.fills:
            content.mark(None)
            for fill in box.fills:
                content.draw(fill, x, y)
        for cell in box.cells:
            self._cell(content, cell, x + cell.x, y - cell.y)
        if box.rules:
            content.mark(None)
            for rule in box.rules:
                content.draw(rule, x, y)

    def _cell(self, content: Content, cell: CellBox, x: float, y: float) -> None:
        if not cell.blocks:
            return
        framed = cell.clipped or cell.turn in (90, 270)
        if framed:
            clip = f"{place(x, y, cell.width, cell.height)} re" if cell.clipped else ""
            content.save(None, clip)
        if cell.turn == 90:
            content.save((0.0, -1.0, 1.0, 0.0, x + cell.width, y))
            x = y = 0.0
        elif cell.turn == 270:
            content.save((0.0, 1.0, -1.0, 0.0, x, y - cell.height))
            x = y = 0.0
        for block in cell.blocks:
            self._box(content, block, x, y)
        if cell.turn in (90, 270):
            content.restore()
        if framed:
            content.restore()

    def _picture(self, content: Content, picture: Picture, x: float, y: float) -> None:
        width, height = picture.width, picture.height
        if not width or not height:
            return
        named = self._named(content, picture.data)
        left, top, right, bottom = picture.crop
        across, down = 1 - left - right, 1 - top - bottom
        if named is None or across <= 0 or down <= 0:
            self._unreadable(content, picture, x, y)
            return
        content.figure(picture.element, x, y, width, height)
        name, at = named
        content.pictures[name] = at
        parts = ["q", _written(_about_middle(x, y, width, height, picture.turn, picture.flip))]
        if any(picture.crop):
            parts.append(f"{place(-width / 2, height / 2, width, height)} re W n")
        # The unit square, upright, about the middle of the box; what is cropped lies outside of the box.
        full_width, full_height = width / across, height / down
        at_left, at_bottom = -width / 2 - left * full_width, -height / 2 - bottom * full_height
        parts.append(_written((full_width, 0.0, 0.0, full_height, at_left, at_bottom)))
        parts.append(f"/{name} Do Q")
        content.parts.append(" ".join(parts))

    def _named(self, content: Content, data: bytes | Artwork) -> tuple[str, bytes] | None:
        """The name and the object of a picture, which fills the unit square."""
        if isinstance(data, bytes):
            return self._pictures.named(data)

        def draw(inner: Content) -> None:
            for box in data.boxes:
                self._box(inner, box, 0.0, data.height)

        return self._artworks.named(data, content.page, draw)

    def _unreadable(self, content: Content, picture: Picture, x: float, y: float) -> None:
        self._problems.append(
            problem(
                "unsupported-feature",
                what={"th": "รูปภาพที่อ่านไม่ได้หรือใหญ่เกินไป", "en": "A picture that cannot be read, or is too large,"},
                where={"th": f"หน้า {content.page + 1}", "en": f"page {content.page + 1}"},
            )
        )
        content.figure(picture.element, x, y, picture.width, picture.height)
        content.fill(PLACEHOLDER_FILL)
        content.pen(PLACEHOLDER_STROKE, 0.5, "solid")
        inside = place(x + 0.25, y - 0.25, max(picture.width - 0.5, 0.0), max(picture.height - 0.5, 0.0))
        content.parts.append(f"{inside} re B")

    def _shape(self, content: Content, shape: Shape, x: float, y: float) -> None:
        if shape.turn % 360:
            matrix = _about_middle(x, y, shape.width, shape.height, shape.turn, (False, False))
            content.save(matrix)
            x, y = -shape.width / 2, shape.height / 2
        if shape.fill is not None or shape.stroke is not None:
            content.figure(shape.element, x, y, shape.width, shape.height)
            self._outline(content, shape, x, y)
        else:
            content.framed(shape.element, x, y, shape.width, shape.height)
        for block in shape.blocks:
            self._box(content, block, x, y)
        if shape.turn % 360:
            content.restore()

    def _outline(self, content: Content, shape: Shape, x: float, y: float) -> None:
        path = _written_path(shape.path, x, y) or f"{place(x, y, shape.width, shape.height)} re"
        rule = "*" if shape.even_odd else ""
        if shape.fill is not None:
            content.fill(shape.fill)
        if shape.stroke is None:
            content.parts.append(f"{path} f{rule}")
            return
        double = shape.style == "double"
        content.pen(shape.stroke, shape.stroke_width, "solid" if double else shape.style)
        content.parts.append(f"{path} {'S' if shape.fill is None else f'B{rule}'}")
        if double:
            content.pen(shape.fill or "FFFFFF", shape.stroke_width / 3, "solid")
            content.parts.append(f"{path} S")


_HALF_ZERO = re.compile(r"(\.\d)0 ")


def _written_path(path: tuple[tuple[Any, ...], ...], x: float, y: float) -> str:
    """The operators of a path; as `number` writes them, but all at once: an emblem has ten thousand points."""
    parts = []
    for step in path:
        if len(step) == 3:
            parts.append(f"{x + step[1]:.2f} {y - step[2]:.2f} {step[0]}")
        elif len(step) == 7:
            _, a, b, c, d, e, f = step
            parts.append(f"{x + a:.2f} {y - b:.2f} {x + c:.2f} {y - d:.2f} {x + e:.2f} {y - f:.2f} c")
        else:
            parts.append("h")
    return _HALF_ZERO.sub(r"\1 ", " ".join(parts).replace(".00 ", " ")).replace("-0 ", "0 ")


def _about_middle(x: float, y: float, width: float, height: float, turn: float, flip: tuple[bool, bool]) -> Matrix:
    """The frame whose origin is a box's middle, turned clockwise by `turn` degrees and then seen mirrored inside."""
    angle = radians(-turn)
    across, up = -1.0 if flip[0] else 1.0, -1.0 if flip[1] else 1.0
    c, s = cos(angle), sin(angle)
    return (c * across, s * across, -s * up, c * up, x + width / 2, y - height / 2)


def _written(matrix: Matrix) -> str:
    return " ".join(f"{part:.5f}".rstrip("0").rstrip(".") for part in matrix) + " cm"
