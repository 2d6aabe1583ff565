"""Pictures that are drawn with boxes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.artwork import Artwork
from ita_docs.pages.model import Box, Element, Group, Picture, Shape
from ita_docs.painting.options import PaintOptions
from ita_docs.painting.painting import paint

from .layouts import A4, layout, line, page, paragraph, run
from .reading import opened, operators, picture, said, tree
from .test_boxes import ink, near

RED = (255, 0, 0)
HALF = Shape(0, 0, 0, 0, (("m", 0, 0), ("l", 50, 0), ("l", 50, 50), ("l", 0, 50), ("z",)), "FF0000")
"""The left half of a picture of 100 × 50."""


def artwork(*boxes: Box) -> Artwork:
    return Artwork(100.0, 50.0, boxes or (HALF,))


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({}, (50, 60, 150, 160)),
        ({"flip": (True, False)}, (150, 60, 250, 160)),
        ({"crop": (0.25, 0.0, 0.0, 0.5)}, (50, 60, 50 + 200 / 3, 160)),
        ({"turn": 180.0}, (150, 60, 250, 160)),
        ({"turn": 90.0}, (100, 10, 200, 110)),
    ],
)
def test_an_artwork_is_placed_as_any_picture(changes: dict[str, object], where: tuple[float, ...]) -> None:
    assert near(ink(Picture(50, 60, 200, 100, artwork(), **changes), colour=RED), where)  # type: ignore[arg-type]


def test_what_is_outside_of_its_frame_is_not_seen() -> None:
    wide = HALF._replace(path=(("m", -50, -50), ("l", 500, -50), ("l", 500, 500), ("l", -50, 500), ("z",)))
    assert near(ink(Picture(50, 60, 100, 50, artwork(wide)), colour=RED), (50, 60, 150, 110))


def test_a_hole_by_the_even_odd_rule() -> None:
    hole = (("m", 10, 10), ("l", 40, 10), ("l", 40, 40), ("l", 10, 40), ("z",))
    for even_odd, colour in ((True, (255, 255, 255)), (False, RED)):
        ring = HALF._replace(path=(*HALF.path, *hole), even_odd=even_odd)
        image = picture(paint(layout(page(Picture(0, 0, 100, 50, artwork(ring))))))
        assert image.getpixel((25, 25)) == colour
        assert image.getpixel((5, 5)) == RED


def test_a_group_is_clipped_by_its_path() -> None:
    clip = (("m", 10, 10), ("l", 20, 10), ("l", 20, 30), ("l", 10, 30), ("z",))
    assert near(ink(Group(100, 100, 100, 50, (HALF,), clip), colour=RED), (110, 110, 120, 130))
    around = (("m", 0, 0), ("l", 50, 0), ("l", 50, 50), ("l", 0, 50), ("z",), *clip)
    image = picture(paint(layout(page(Group(100, 100, 100, 50, (HALF,), around, even_odd=True)))))
    assert [image.getpixel((x, 115)) for x in (105, 115, 125)] == [RED, (255, 255, 255), RED]


@given(st.lists(st.floats(-2000, 2000), min_size=6, max_size=6))
def test_paths_are_written_in_hundredths(places: list[float]) -> None:
    a, b, c, d, e, f = places
    path = (("m", a, b), ("l", c, d), ("c", a, d, c, f, e, b), ("z",))
    pdf = paint(layout(page(Shape(0, 0, 0, 0, path, "FF0000"))))
    with opened(pdf) as document:
        found = [
            [float(value) for value in operands] for operands, operator in operators(document) if operator in "mlc"
        ]
    height = A4[1]
    expected = [[a, height - b], [c, height - d], [a, height - d, c, height - f, e, height - b]]
    assert found == [pytest.approx(numbers, abs=0.00501) for numbers in expected]


def test_one_artwork_is_one_object_wherever_it_is_shown() -> None:
    emblem = artwork()
    pages = [page(Picture(0, 0, 100, 50, emblem), Picture(0, 60, 10, 5, emblem)), page(Picture(9, 9, 9, 9, emblem))]
    with opened(paint(layout(*pages))) as document:
        forms = [at for at in document.objects if getattr(at, "Subtype", "") == "/Form"]
        assert len(forms) == 1
        names = [
            str(operands[0]) for each in (0, 1) for operands, operator in operators(document, each) if operator == "Do"
        ]
    assert names == ["/V1", "/V1", "/V1"]


@pytest.mark.parametrize("compress", [True, False])
def test_an_artwork_written_before_is_written_alike(compress: bool) -> None:
    drawn = layout(page(Picture(0, 0, 100, 50, artwork())))
    options = PaintOptions(compress=compress)
    first = paint(drawn, options)
    paint(drawn, PaintOptions(compress=not compress))
    assert paint(drawn, options) == first
    assert (b" re" in first or b"50 0 l" in first) == (not compress)


def test_text_in_an_artwork_can_be_copied() -> None:
    text = paragraph([line((run("ตราครุฑ"),))], x=5, y=5)
    box = Shape(0, 0, 100, 50, blocks=(text,))
    for level in (None, "1b", "2b"):
        pdf = paint(layout(page(Picture(50, 60, 100, 50, artwork(HALF, box)))), PaintOptions(pdfa=level))
        assert said(pdf) == "ตราครุฑ"


def test_an_artwork_is_one_figure() -> None:
    root = Element("Document")
    figure = root.add("Figure", "ครุฑ")
    with opened(
        paint(layout(page(Picture(50, 60, 100, 50, artwork(HALF, HALF), element=figure)), root=root))
    ) as document:
        assert tree(document.Root.StructTreeRoot.K[0]) == ("Document", [("Figure", [0])])
