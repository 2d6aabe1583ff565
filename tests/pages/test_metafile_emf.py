"""Enhanced metafiles, played record by record."""

from __future__ import annotations

import struct

import pytest

from ita_docs.pages.metafile import played
from ita_docs.pages.metafile_sketch import Outline

from .metafile_samples import (
    BLUE_PEN,
    DIB_BITS,
    DIB_HEADER,
    EMF_HEADER,
    NO_BRUSH,
    NO_PEN,
    RED,
    RED_BRUSH,
    blit,
    dual,
    emf,
    ints,
    many,
    only,
    poly,
    record,
    sketch,
)  # fmt: skip

TRIANGLE = [(10, 10), (30, 10), (20, 40)]
DRAWN = (("m", 10.0, 10.0), ("l", 30.0, 10.0), ("l", 20.0, 40.0), ("z",))
BLACK = "000000"


def outline(*records: bytes) -> Outline:
    mark = only(emf(*records))
    assert isinstance(mark, Outline)
    return mark


def rounded(mark: Outline) -> list[tuple[str | float, ...]]:
    return [(step[0], *(round(float(value), 2) + 0.0 for value in step[1:])) for step in mark.path]


def test_the_frame_is_what_the_header_says() -> None:
    assert sketch(emf(poly(3, *TRIANGLE))).frame == (0.0, 0.0, 100.0, 50.0)


def test_a_polygon_in_a_brush_and_a_pen() -> None:
    expected = Outline(DRAWN, "FF0000", "0000FF", 2.0, "solid", even_odd=True)
    assert outline(RED_BRUSH, BLUE_PEN, poly(3, *TRIANGLE)) == expected
    assert outline(RED_BRUSH, BLUE_PEN, poly(86, *TRIANGLE, short=True)) == expected


def test_what_is_not_filled_or_not_stroked() -> None:
    assert outline(NO_PEN, RED_BRUSH, poly(3, *TRIANGLE)) == Outline(DRAWN, "FF0000", even_odd=True)
    assert outline(NO_BRUSH, poly(3, *TRIANGLE)) == Outline(DRAWN, None, BLACK, even_odd=True)
    assert played(emf(NO_BRUSH, NO_PEN, poly(3, *TRIANGLE)), "emf") is None


@pytest.mark.parametrize(("kind", "short"), [(4, False), (87, True)])
def test_a_polyline_is_open(kind: int, short: bool) -> None:
    assert outline(BLUE_PEN, poly(kind, *TRIANGLE, short=short)).path == DRAWN[:3]


@pytest.mark.parametrize(("kind", "short"), [(8, False), (91, True)])
def test_polygons_are_one_path(kind: int, short: bool) -> None:
    mark = outline(ints(19, 2), many(kind, TRIANGLE, [(1, 2), (3, 4)], short=short))
    assert mark.path == (*DRAWN, ("m", 1, 2), ("l", 3, 4), ("z",))
    assert not mark.even_odd


@pytest.mark.parametrize(("kind", "short"), [(7, False), (90, True)])
def test_polylines(kind: int, short: bool) -> None:
    mark = outline(many(kind, TRIANGLE, [(1, 2), (3, 4)], short=short))
    assert (mark.path, mark.fill) == ((*DRAWN[:3], ("m", 1, 2), ("l", 3, 4)), None)


@pytest.mark.parametrize(("kind", "short"), [(2, False), (85, True)])
def test_a_curve(kind: int, short: bool) -> None:
    assert outline(poly(kind, (0, 0), (1, 2), (3, 4), (5, 6), short=short)).path == (
        ("m", 0, 0),
        ("c", 1, 2, 3, 4, 5, 6),
    )


@pytest.mark.parametrize("short", [False, True])
def test_lines_and_curves_go_on_from_the_current_point(short: bool) -> None:
    line, curve = (89, 88) if short else (6, 5)
    mark = outline(
        ints(27, 5, 5),
        ints(54, 6, 7),
        poly(line, (8, 9), short=short),
        poly(curve, (1, 2), (3, 4), (5, 6), short=short),
    )
    assert mark.path == (("m", 5, 5), ("l", 6, 7), ("l", 8, 9), ("c", 1, 2, 3, 4, 5, 6))


def test_lines_in_another_pen_are_another_mark() -> None:
    first, second = sketch(emf(ints(27, 0, 0), ints(54, 9, 0), BLUE_PEN, ints(54, 9, 9))).marks
    assert isinstance(first, Outline)
    assert isinstance(second, Outline)
    assert (first.stroke, second.stroke, second.path) == (BLACK, "0000FF", (("m", 9, 0), ("l", 9, 9)))


def test_a_drawn_path_with_a_curve() -> None:
    points = struct.pack("<4iI8h", 0, 0, 0, 0, 4, 1, 1, 9, 1, 9, 9, 2, 2) + bytes((6, 4, 4, 5))
    path = outline(ints(59), record(92, points), ints(60), record(62, bytes(16))).path
    assert path == (("m", 1, 1), ("c", 9, 1, 9, 9, 2, 2), ("z",))


def test_a_pixel_and_a_region_in_colours_of_their_own() -> None:
    pixel = outline(ints(15, 5, 6, RED))
    assert (pixel.path[0], pixel.path[2], pixel.fill, pixel.stroke) == (("m", 5, 6), ("l", 6, 7), "FF0000", None)
    region = struct.pack("<4I4i4i", 32, 1, 1, 16, 1, 2, 3, 4, 1, 2, 3, 4)
    for kind, brush in ((71, struct.pack("<I", 1)), (74, b"")):
        mark = outline(RED_BRUSH, record(kind, struct.pack("<4iI", 0, 0, 0, 0, len(region)) + brush + region))
        assert (mark.path[0], mark.path[2], mark.fill) == (("m", 1, 2), ("l", 3, 4), "FF0000")


def test_a_gradient_is_its_mean_and_told() -> None:
    corners = struct.pack("<iiHHHHiiHHHH", 1, 2, 0xFF00, 0, 0, 0, 3, 4, 0, 0, 0xFF00, 0)
    made = sketch(emf(record(118, struct.pack("<4i3I", 0, 0, 0, 0, 2, 1, 0) + corners + struct.pack("<II", 0, 1))))
    assert isinstance(made.marks[0], Outline)
    assert (made.marks[0].path[2], made.marks[0].fill, made.lacks) == (("l", 3, 4), "7F007F", {"gradient"})


def test_what_has_no_area_is_not_filled() -> None:
    assert played(emf(blit(0x42, 5, 0, 0, 50)), "emf") is None
    assert outline(ints(43, 5, 0, 5, 50)).stroke == BLACK


def test_a_drawn_path_of_points_and_kinds() -> None:
    points = struct.pack("<4iI8i", 0, 0, 0, 0, 4, 1, 1, 9, 1, 9, 9, 2, 2) + bytes((6, 2, 3, 2))
    first = outline(record(56, points))
    assert first.path == (("m", 1, 1), ("l", 9, 1), ("l", 9, 9), ("l", 2, 2))


def test_rectangle_ellipse_and_rounded_rectangle() -> None:
    box = (10, 10, 30, 20)
    assert outline(ints(43, *box)).path == (("m", 10, 10), ("l", 30, 10), ("l", 30, 20), ("l", 10, 20), ("z",))
    ellipse = rounded(outline(ints(42, *box)))
    assert [step[-2:] for step in ellipse[:-1]] == [(30, 15), (20, 20), (10, 15), (20, 10), (30, 15)]
    assert ellipse[1] == ("c", 30, 17.76, 25.52, 20, 20, 20)
    corners = rounded(outline(ints(44, *box, 4, 4)))
    assert [step[-2:] for step in corners[:4]] == [(10, 12), (12, 10), (28, 10), (30, 12)]


@pytest.mark.parametrize(
    ("direction", "way"),
    [(1, [(20, 15), (15, 10), (10, 15), (15, 20)]), (2, [(20, 15), (15, 20)])],
)
def test_an_arc_turns_as_said(direction: int, way: list[tuple[int, int]]) -> None:
    # From the right of the circle to below it: counterclockwise over the top, clockwise at once.
    arc = rounded(outline(ints(57, direction), ints(45, 10, 10, 20, 20, 99, 15, 15, 99)))
    assert [step[-2:] for step in arc] == way


def test_chord_and_pie_are_closed() -> None:
    ends = (10, 10, 20, 20, 99, 15, 15, -99)
    assert rounded(outline(ints(46, *ends))) == [("m", 20, 15), ("c", 20, 12.24, 17.76, 10, 15, 10), ("z",)]
    pie = rounded(outline(ints(47, *ends)))
    assert pie == [("m", 20, 15), ("c", 20, 12.24, 17.76, 10, 15, 10), ("l", 15, 15), ("z",)]


def test_arcs_from_the_current_point() -> None:
    to = rounded(outline(ints(27, 0, 0), ints(55, 10, 10, 20, 20, 99, 15, 15, -99)))
    assert to == [("m", 0, 0), ("l", 20, 15), ("c", 20, 12.24, 17.76, 10, 15, 10)]
    angle = rounded(outline(ints(27, 0, 0), record(41, struct.pack("<iiIff", 15, 15, 5, 0.0, 90.0))))
    assert angle == to


# ---------------------------------------------------------------- paths


def bracket(*records: bytes) -> bytes:
    return ints(59) + b"".join(records) + ints(60)


OPEN = ints(27, 10, 10) + ints(54, 30, 10) + ints(54, 20, 40)


@pytest.mark.parametrize(
    ("kind", "fill", "stroke"), [(62, "FF0000", None), (63, "FF0000", "0000FF"), (64, None, "0000FF")]
)
def test_a_path_is_filled_or_stroked(kind: int, fill: str | None, stroke: str | None) -> None:
    mark = outline(RED_BRUSH, BLUE_PEN, bracket(OPEN, ints(61)), record(kind, bytes(16)))
    assert (mark.path, mark.fill, mark.stroke) == (DRAWN, fill, stroke)


def test_a_path_may_have_many_figures() -> None:
    mark = outline(bracket(OPEN, ints(61), ints(43, 1, 1, 2, 2)), record(62, bytes(16)))
    assert mark.path == (*DRAWN, ("m", 1, 1), ("l", 2, 1), ("l", 2, 2), ("l", 1, 2), ("z",))


def test_a_path_given_up_leaves_nothing() -> None:
    assert played(emf(ints(59), OPEN, ints(68), record(62, bytes(16))), "emf") is None


# ---------------------------------------------------------------- coordinates


def test_window_and_viewport() -> None:
    mapped = (ints(17, 8), ints(10, 100, 100), ints(9, 200, -400), ints(12, 5, 6), ints(11, 100, 100))
    assert outline(*mapped, poly(4, (100, 100), (120, 60))).path == (("m", 5, 6), ("l", 15, 16))
    isotropic = (ints(17, 7), *mapped[1:])
    assert outline(*isotropic, poly(4, (100, 100), (120, 60))).path == (("m", 5, 6), ("l", 10, 16))


def test_scaled_extents() -> None:
    scaled = (ints(17, 8), ints(9, 10, 10), ints(11, 10, 10), ints(32, 2, 1, 4, 1), ints(31, 3, 1, 1, 1))
    assert outline(*scaled, poly(4, (0, 0), (20, 40))).path == (("m", 0, 0), ("l", 30, 10))


def test_millimetres_count_upwards() -> None:
    # A tenth of a millimetre a unit, one pixel a millimetre.
    assert outline(ints(17, 2), ints(12, 0, 50), poly(4, (0, 0), (100, 100))).path == (("m", 0, 50), ("l", 10, 40))


def test_transformations_of_the_world() -> None:
    move, double = struct.pack("<6f", 1, 0, 0, 1, 7, 8), struct.pack("<6f", 2, 0, 0, 2, 0, 0)
    line = poly(4, (0, 0), (1, 1))
    assert outline(record(35, move), line).path == (("m", 7, 8), ("l", 8, 9))
    before = record(35, move) + record(36, double + struct.pack("<I", 2))
    assert outline(before, line).path == (("m", 7, 8), ("l", 9, 10))
    after = record(35, move) + record(36, double + struct.pack("<I", 3))
    assert outline(after, line).path == (("m", 14, 16), ("l", 16, 18))
    assert outline(after, record(36, double + struct.pack("<I", 1)), line).path == (("m", 0, 0), ("l", 1, 1))


def test_pens_are_scaled_with_the_drawing() -> None:
    double = record(35, struct.pack("<6f", 2, 0, 0, 8, 0, 0))
    assert outline(BLUE_PEN, double, poly(4, (0, 0), (1, 1))).width == 8.0


def test_what_is_saved_comes_back() -> None:
    line = poly(4, (0, 0), (1, 1))
    saved = (ints(33), BLUE_PEN, ints(10, 5, 5), ints(33), ints(12, 50, 50))
    back, further = sketch(emf(*saved, ints(34, -1), line, ints(34, 1), line)).marks
    assert isinstance(back, Outline)
    assert isinstance(further, Outline)
    assert (back.stroke, further.stroke) == ("0000FF", BLACK)
    assert outline(*saved, ints(34, -2), line) == further


# ---------------------------------------------------------------- objects


@pytest.mark.parametrize(
    ("style", "drawn"), [(0, "solid"), (1, "dashed"), (2, "dotted"), (3, "dashed"), (6, "solid"), (7, "dashed")]
)
def test_styles_of_pens(style: int, drawn: str) -> None:
    pen = ints(38, 1, style, 1, 0, RED) + ints(37, 1)
    extended = ints(95, 1, 0, 0, 0, 0, style | 0x10000, 3, 0, RED, 0, 0) + ints(37, 1)
    mark, wide = outline(pen, ints(43, 1, 1, 9, 9)), outline(extended, ints(43, 1, 1, 9, 9))
    assert (mark.stroke, mark.style, mark.width) == ("FF0000", drawn, 1.0)
    assert (wide.stroke, wide.style, wide.width) == ("FF0000", drawn, 3.0)


def test_a_cosmetic_pen_is_as_thin_as_can_be() -> None:
    assert outline(ints(95, 1, 0, 0, 0, 0, 0, 5, 0, RED, 0, 0), ints(37, 1), ints(43, 1, 1, 9, 9)).width == 0.0


def test_a_hatched_brush_is_a_tint_and_told() -> None:
    made = sketch(emf(ints(39, 1, 2, RED, 3), ints(37, 1), ints(43, 1, 1, 9, 9)))
    assert isinstance(made.marks[0], Outline)
    assert (made.marks[0].fill, made.lacks) == ("FFBFBF", {"hatch"})


def test_a_pattern_is_its_average_and_told() -> None:
    brush = struct.pack("<6I", 1, 0, 32, len(DIB_HEADER), 32 + len(DIB_HEADER), len(DIB_BITS)) + DIB_HEADER + DIB_BITS
    made = sketch(emf(record(94, brush), ints(37, 1), ints(43, 1, 1, 9, 9)))
    assert isinstance(made.marks[0], Outline)
    assert made.marks[0].fill == "800080"
    assert made.lacks == {"pattern"}


def test_a_deleted_object_cannot_be_selected() -> None:
    assert outline(BLUE_PEN, ints(37, 0x80000007), ints(40, 2), ints(37, 2), ints(43, 1, 1, 9, 9)).stroke == BLACK


def test_colours_are_mixed_as_if_on_paper() -> None:
    assert outline(BLUE_PEN, ints(20, 1), poly(4, (0, 0), (1, 1))).stroke == BLACK
    assert played(emf(ints(20, 11), poly(4, (0, 0), (1, 1))), "emf") is None


# ---------------------------------------------------------------- clips


def test_clips_by_rectangles_share_one() -> None:
    mark = outline(ints(30, 0, 0, 20, 20), ints(30, 10, 5, 40, 40), poly(3, *TRIANGLE))
    (clip,) = mark.clips
    assert clip.path == (("m", 10, 5), ("l", 20, 5), ("l", 20, 20), ("l", 10, 20), ("z",))


def test_a_clip_by_a_path_and_by_what_is_left_out() -> None:
    clipped = outline(bracket(OPEN, ints(61)), ints(67, 5), ints(43, 0, 0, 9, 9))
    assert [clip.path for clip in clipped.clips] == [DRAWN]
    hole = outline(ints(29, 1, 1, 2, 2), ints(43, 0, 0, 9, 9)).clips[0]
    assert hole.even_odd
    assert hole.path[5:] == (("m", 1, 1), ("l", 2, 1), ("l", 2, 2), ("l", 1, 2), ("z",))


def test_clips_that_are_joined_are_told_and_let_everything_through() -> None:
    region = struct.pack("<II4I4i4i", 48, 2, 32, 1, 1, 16, 1, 2, 3, 4, 1, 2, 3, 4)
    made = sketch(emf(ints(30, 8, 8, 9, 9), record(75, region), poly(3, *TRIANGLE)))
    assert (made.marks[0].clips, made.lacks) == ((), {"clip"})


def test_a_clip_that_leaves_nothing() -> None:
    assert outline(ints(30, 0, 0, 5, 5), ints(30, 6, 6, 9, 9), poly(3, *TRIANGLE)).clips[0].path[1] == ("l", 0, 0)


def test_a_clip_by_a_region_replaces_the_clip_and_none_ends_it() -> None:
    region = struct.pack("<II4I4i4i", 48, 5, 32, 1, 1, 16, 1, 2, 3, 4, 1, 2, 3, 4)
    clipped = outline(ints(30, 8, 8, 9, 9), record(75, region), ints(43, 0, 0, 9, 9))
    assert [clip.path[0] for clip in clipped.clips] == [("m", 1, 2)]
    assert outline(record(75, region), ints(75, 0, 5), ints(43, 0, 0, 9, 9)).clips == ()


# ---------------------------------------------------------------- EMF+


def test_plain_records_are_played_where_they_draw_everything() -> None:
    assert isinstance(only(emf(dual(1), poly(3, *TRIANGLE))), Outline)
    assert played(emf(dual(0), poly(3, *TRIANGLE)), "emf") is None


def test_a_header_without_a_frame_or_a_device() -> None:
    header = bytearray(emf(poly(3, *TRIANGLE)))
    header[24:40] = bytes(16)
    assert sketch(bytes(header)).frame == (0, 0, 99, 49)
    header[8:24] = bytes(16)
    assert sketch(bytes(header)).frame == (10, 10, 20, 30)
    header[72:88] = bytes(16)
    assert sketch(bytes(header)).frame == (10, 10, 20, 30)


def test_a_header_alone_draws_nothing() -> None:
    assert played(EMF_HEADER, "emf") is None
    assert played(emf(), "emf") is None
