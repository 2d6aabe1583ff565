"""Page borders: their lines, where they stand, on which pages, and above or below what."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.model import Layout, ParagraphBox, Shape

from .documents import anchored, laid, p, said, section

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
NAMES = ("top", "left", "bottom", "right")
RED = "C00000"


def side(name: str, kind: str = "single", size: Any = 8, space: Any = 10, more: str = "") -> str:
    return f'<w:{name} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{RED}"{more}/>'


def box(kind: str = "single", size: Any = 8, space: Any = 10, more: str = "") -> str:
    return "".join(side(name, kind, size, space, more) for name in NAMES)


def bordered(
    sides: str, look: str = 'w:offsetFrom="page"', body: str = p("ก"), before: str = "", settings: str = "",
    parts: dict[str, str] | None = None,
) -> Layout:  # fmt: skip
    end = section(before).replace("</w:sectPr>", f"<w:pgBorders {look}>{sides}</w:pgBorders></w:sectPr>")
    return laid(body, end=end, settings=settings, parts=parts)


def shapes(layout: Layout, page: int = 0) -> list[Shape]:
    return [box for box in layout.pages[page].boxes if isinstance(box, Shape)]


def bands(layout: Layout, at: float, upright: bool = False) -> list[tuple[float, float]]:
    """What a straight line across the page, `at` points from its left or top edge, meets of the borders: from, to."""
    found = []
    for shape in shapes(layout):
        for start, end in _crossed(shape, at, upright):
            found.append((round(start, 2), round(end, 2)))
    return sorted(found)


def _crossed(shape: Shape, at: float, upright: bool) -> list[tuple[float, float]]:
    loops: list[list[tuple[float, float]]] = []
    for step in shape.path:
        if step[0] == "m":
            loops.append([])
        if step[0] != "z":
            x, y = float(step[1]) + shape.x, float(step[2]) + shape.y
            loops[-1].append((y, x) if upright else (x, y))
    meets = sorted(
        b1 + (b2 - b1) * (at - a1) / (a2 - a1)
        for loop in loops
        for (a1, b1), (a2, b2) in zip(loop, loop[1:] + loop[:1], strict=True)
        if (a1 < at) != (a2 < at)
    )
    return list(zip(meets[::2], meets[1::2], strict=True))


# ---------------------------------------------------------------- lines


@pytest.mark.parametrize(
    ("kind", "widths"),
    [
        ("single", [3]), ("double", [3, 3, 3]), ("triple", [3, 3, 3, 3, 3]),
        ("thinThickSmallGap", [3, 0.75, 0.75]), ("thickThinSmallGap", [0.75, 0.75, 3]),
        ("thinThickThinSmallGap", [0.75, 0.75, 3, 0.75, 0.75]), ("thinThickMediumGap", [3, 1.5, 1.5]),
        ("thickThinLargeGap", [0.75, 3, 1.5]), ("thinThickThinLargeGap", [0.75, 3, 1.5, 3, 0.75]),
    ],
)  # fmt: skip
def test_the_lines_of_a_border_from_the_top_and_from_the_left(kind: str, widths: list[float]) -> None:
    layout = bordered(box(kind, 24))
    total = sum(widths)
    lines, at = [], 0.0
    for index, width in enumerate(widths):
        if index % 2 == 0:
            lines.append((at, at + width))
        at += width
    wanted = [(10 + a, 10 + b) for a, b in lines] + [(390 - total + a, 390 - total + b) for a, b in lines]
    assert bands(layout, 200) == wanted
    assert bands(layout, 200, upright=True) == wanted
    assert {shape.fill for shape in shapes(layout)} == {RED}
    assert not said(layout)


def test_a_frame_as_word_makes_it_is_the_same_all_around() -> None:
    first, last = "thinThickSmallGap", "thickThinSmallGap"
    layout = bordered("".join(side(name, first if name in ("top", "left") else last, 24) for name in NAMES))
    assert bands(layout, 200) == [(10, 13), (13.75, 14.5), (385.5, 386.25), (387, 390)]
    assert len(shapes(layout)) == 2  # two rings: the corners are closed


def test_sides_that_differ_are_mitred() -> None:
    layout = bordered(side("top", "single", 32) + side("left", "double", 16) + side("bottom", "single", 8))
    # just inside of its upper left corner the thick upper border is as far cut as the left one is wide
    assert [shape.fill for shape in shapes(layout)] == [RED] * 4
    upper = shapes(layout)[0]
    assert (upper.x, upper.y, upper.height) == (10, 10, 4)
    assert [step[1:] for step in upper.path[:4]] == [(0, 0), (390, 0), (390, 4), (6, 4)]
    assert bands(layout, 300) == [(10, 14), (389, 390)]


@pytest.mark.parametrize(("kind", "style"), [("dotted", "dotted"), ("dashed", "dashed"), ("dotDash", "dashed")])
def test_broken_lines_are_strokes(kind: str, style: str) -> None:
    drawn = shapes(bordered(box(kind, 16)))
    assert [(shape.style, shape.stroke, shape.stroke_width, shape.fill) for shape in drawn] == [
        (style, RED, 2, None)
    ] * 4
    assert sorted((shape.x, shape.y, shape.width, shape.height) for shape in drawn) == [
        (11, 11, 0, 378), (11, 11, 378, 0), (11, 389, 378, 0), (389, 11, 0, 378),
    ]  # fmt: skip


def test_a_shadow_falls_to_the_right_and_down() -> None:
    layout = bordered(box(size=16, more=' w:shadow="1"'))
    assert bands(layout, 200) == [(10, 12), (388, 390), (390, 392)]
    assert bands(layout, 11) == [(10, 390)]


@pytest.mark.parametrize("kind", ["stars", "thaiBrush", "junk"])
def test_a_border_of_pictures_is_a_plain_line_and_told(kind: str) -> None:
    layout = bordered(box(kind, 20, 4))
    assert bands(layout, 200) == [(14, 15.5), (384.5, 386)]
    assert said(layout) == {"A page border of pictures"}


def test_waves_are_straight_and_told() -> None:
    layout = bordered(box("wave", 8))
    assert bands(layout, 200) == [(10, 11), (389, 390)]
    assert said(layout) == {"A page border of waves or strokes"}


@pytest.mark.parametrize("kind", ["nil", "none"])
def test_no_border(kind: str) -> None:
    assert not shapes(bordered(box(kind)))


# ---------------------------------------------------------------- places


def test_from_the_text_the_space_lies_inside() -> None:
    assert bands(bordered(box(), ""), 200) == [(39, 40), (360, 361)]
    assert bands(bordered(box(), 'w:offsetFrom="text"'), 200, upright=True) == [(39, 40), (360, 361)]


def test_borders_about_the_text_take_in_header_and_footer_unless_told_not_to() -> None:
    stories = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>'
    parts = {"header1": p("บน"), "footer1": p("ล่าง")}
    assert bands(bordered(box(), "", before=stories, parts=parts), 200) == [(9, 10), (390, 391)]
    settings = "<w:bordersDoNotSurroundHeader/>"
    assert bands(bordered(box(), "", before=stories, parts=parts, settings=settings), 200) == [(39, 40), (390, 391)]
    settings += '<w:bordersDoNotSurroundFooter w:val="true"/>'
    assert bands(bordered(box(), "", before=stories, parts=parts, settings=settings), 200) == [(39, 40), (360, 361)]


@pytest.mark.parametrize(
    ("display", "pages"),
    [("", [1, 1, 1]), ("allPages", [1, 1, 1]), ("firstPage", [1, 0, 0]), ("notFirstPage", [0, 1, 1])],
)
def test_the_pages_of_a_section_that_have_them(display: str, pages: list[int]) -> None:
    look = f'w:display="{display}"' if display else ""
    layout = bordered(box(), look, p("ก") + p(PAGE_BREAK) + p("ข") + p(PAGE_BREAK) + p("ค"))
    assert [len(shapes(layout, page)) for page in range(3)] == pages


def test_each_section_has_its_own() -> None:
    own = section().replace("</w:sectPr>", f'<w:pgBorders w:display="firstPage">{box()}</w:pgBorders></w:sectPr>')
    layout = laid(p("ก", own) + p("ข" * 400 + " " + "ข" * 900, own) + p("ค"))
    assert [len(shapes(layout, page)) for page in range(len(layout.pages))] == [1, 1, 0, 0]


@pytest.mark.parametrize(("order", "last"), [("", True), ('w:zOrder="front"', True), ('w:zOrder="back"', False)])
def test_they_lie_over_everything_or_under_everything(order: str, last: bool) -> None:
    body = p(anchored(400, 400, "<wp:wrapNone/>", "page:0", "page:0", behind=True)) + p("ก")
    boxes = bordered(box(), order, body).pages[0].boxes
    assert len(boxes) > 2
    assert isinstance(boxes[-1 if last else 0], Shape)
    assert not isinstance(boxes[0 if last else -1], (Shape, ParagraphBox) if last else Shape)


MARKS = st.sampled_from(["single", "double", "thinThickSmallGap", "dotted", "stars", "nil", "", "junk"])
NUMBERS = st.sampled_from(["4", "24", "0", "-3", "", "1e9", "junk", "96"])


@given(st.lists(st.tuples(st.sampled_from((*NAMES, "start", "end", "junk")), MARKS, NUMBERS, NUMBERS), max_size=5),
       st.sampled_from(["", 'w:offsetFrom="page"', 'w:offsetFrom="junk" w:display="junk"']))  # fmt: skip
def test_whatever_they_say_a_page_comes_out(sides: list[tuple[str, str, str, str]], look: str) -> None:
    layout = bordered("".join(side(*said) for said in sides), look)
    assert len(layout.pages) == 1
    for shape in shapes(layout):
        assert shape.width >= 0
        assert shape.height >= 0
