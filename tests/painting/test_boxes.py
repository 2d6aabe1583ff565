"""Boxes stand where the layout puts them."""

from __future__ import annotations

from typing import Any

import pytest
from PIL import ImageChops

from ita_docs.pages.model import Box, CellBox, Fill, Group, LinkArea, Rule, Shape, TableBox
from ita_docs.painting.painting import paint

from .layouts import A4, layout, line, page, paragraph, run, runs
from .reading import opened, picture, said

RED = (255, 0, 0)
SQUARE = Shape(0, 0, 20, 20, (), "FF0000")


def ink(*boxes: Box, colour: tuple[int, int, int] | None = None) -> tuple[float, float, float, float] | None:
    """The rectangle that holds what is painted (of a colour), in points from the top left of the page."""
    scale = 4
    image = picture(paint(layout(page(*boxes))), scale=scale)
    if colour is None:
        mask = image.convert("L").point(lambda level: 255 if level < 200 else 0)
    else:
        mask = image.convert("RGB").point(lambda level: level)
        bands = [
            band.point(lambda level, want=want: 255 if abs(level - want) < 60 else 0)
            for band, want in zip(mask.split(), colour, strict=True)
        ]
        mask = ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2])
    found = mask.getbbox()
    return None if found is None else tuple(edge / scale for edge in found)  # type: ignore[return-value]


def near(got: Any, wanted: tuple[float, ...], slack: float = 0.6) -> bool:
    return got is not None and all(abs(a - b) <= slack for a, b in zip(got, wanted, strict=True))


def test_boxes_stand_in_their_parents() -> None:
    cell = CellBox(30, 40, 100, 100, (Group(5, 6, 50, 50, (Shape(1, 2, 60, 60, (), None, None, blocks=(SQUARE,)),)),))
    assert near(ink(TableBox(100, 200, 300, 300, (cell,)), colour=RED), (136, 248, 156, 268))


@pytest.mark.parametrize(
    ("turn", "where"),
    # The square stands 10 right of and 4 below the top left corner of the turned frame.
    [(0, (110, 104, 130, 124)), (90, (176, 110, 196, 130)), (270, (104, 170, 124, 190))],
)
def test_a_turned_cell(turn: int, where: tuple[float, ...]) -> None:
    block = Group(10, 4, 50, 50, (SQUARE,))
    assert near(ink(TableBox(100, 100, 100, 100, (CellBox(0, 0, 100, 100, (block,), None, turn),)), colour=RED), where)


def test_a_turned_cell_reads_as_text_and_its_links_lie_over_it() -> None:
    text = paragraph([line(runs(["อ่านขึ้น"]), links=(LinkArea(0, 0, 40, 18, "https://example.org/"),))], x=0, y=0)
    pdf = paint(layout(page(TableBox(100, 100, 60, 80, (CellBox(0, 0, 60, 80, (text,), None, 270),)))))
    assert said(pdf) == "อ่านขึ้น"
    with opened(pdf) as document:
        rect = [float(corner) for corner in document.pages[0].Annots[0].Rect]
    assert near(rect, (100, A4[1] - 180, 118, A4[1] - 140))


@pytest.mark.parametrize("turn", [0, 90, 270])
def test_a_cell_of_exact_height_clips(turn: int) -> None:
    block = Shape(-50, -50, 500, 500, (), "FF0000")
    cell = CellBox(10, 10, 80, 30, (block,), None, turn, True)
    assert near(ink(TableBox(100, 100, 100, 50, (cell,)), colour=RED), (110, 110, 190, 140))


def test_what_follows_a_clipped_cell_is_not_clipped_and_keeps_its_colour() -> None:
    cells = (CellBox(0, 0, 10, 10, (SQUARE,), None, 0, True), CellBox(50, 0, 10, 10, (SQUARE,)))
    assert near(ink(TableBox(100, 100, 100, 50, cells), colour=RED), (100, 100, 170, 120))


@pytest.mark.parametrize(
    ("turn", "where"),
    [(90.0, (140, 90, 160, 170)), (180.0, (110, 120, 190, 140)), (45.0, (114.6, 94.6, 185.4, 165.4))],
)
def test_a_turned_shape(turn: float, where: tuple[float, ...]) -> None:
    shape = Shape(
        110, 120, 80, 20, (("m", 0, 0), ("l", 80, 0), ("l", 80, 20), ("l", 0, 20), ("z",)), "FF0000", turn=turn
    )
    assert near(ink(shape, colour=RED), where)


def test_the_blocks_of_a_turned_shape_turn_with_it() -> None:
    shape = Shape(100, 100, 80, 40, (), None, None, turn=90.0, blocks=(SQUARE,))
    # Its frame's top left corner is at the top right of where it stands now: (160, 80).
    assert near(ink(shape, colour=RED), (140, 80, 160, 100))


def test_a_curve_and_its_stroke() -> None:
    path = (("m", 0.0, 50.0), ("c", 0.0, -16.6, 100.0, -16.6, 100.0, 50.0))
    assert near(ink(Shape(100, 100, 100, 50, path, None, "FF0000", 2.0), colour=RED), (99, 99, 201, 150), 1.2)


@pytest.mark.parametrize("style", ["solid", "dotted", "dashed", "double"])
@pytest.mark.parametrize("upright", [False, True])
def test_rules(style: str, upright: bool) -> None:
    rule = Rule(10, 5, 10, 45, 6, "FF0000", style) if upright else Rule(10, 5, 50, 5, 6, "FF0000", style)
    box = TableBox(100, 100, 60, 60, (), (), (rule,))
    wanted = (107, 105, 113, 145) if upright else (110, 102, 150, 108)
    assert near(ink(box, colour=RED), wanted, {"dotted": 7, "dashed": 18}.get(style, 0.6))
    image = picture(paint(layout(page(box))), scale=4)
    along = [image.getpixel((440, 420 + at) if upright else (440 + at, 420)) for at in range(0, 150)]
    across = [image.getpixel((428 + at, 440) if upright else (440, 408 + at)) for at in range(0, 24)]
    gaps = along if style in ("dotted", "dashed") else across
    assert ((255, 255, 255) in gaps) == (style != "solid")


def test_fills_lie_under_text_and_rules_over_it() -> None:
    laid = line(
        (run("■", size=40.0),), before=(Fill(0, -40, 60, 80, "FF0000"),), after=(Rule(0, 0, 60, 0, 4, "0000FF"),)
    )
    pdf = paint(layout(page(paragraph([laid], behind=(Fill(-10, -60, 100, 120, "00FF00"),)))))
    image = picture(pdf)
    assert image.getpixel((66, 30)) == (0, 255, 0)
    assert image.getpixel((128, 50)) == (255, 0, 0)
    assert image.getpixel((100, 72)) == (0, 0, 255)


def test_a_colour_that_is_none_is_black() -> None:
    assert ink(Shape(10, 10, 10, 10, (), "auto"), colour=(0, 0, 0)) is not None
