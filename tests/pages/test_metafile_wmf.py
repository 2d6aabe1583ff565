"""Windows metafiles, played record by record."""

from __future__ import annotations

import struct

import pytest

from ita_docs.pages.metafile import played
from ita_docs.pages.metafile_sketch import Bitmap, Outline, Words

from .metafile_samples import (
    AND,
    BLUE,
    BMP,
    COPY,
    DIB,
    MASK_BITS,
    MASK_HEADER,
    OR,
    PATTERN,
    RED,
    WINDOW,
    WMF_BLUE_PEN,
    WMF_RED_BRUSH,
    colour,
    function,
    only,
    sketch,
    wmf,
    wmf_font,
)

TRIANGLE = (10, 10, 30, 10, 20, 40)
DRAWN = (("m", 10.0, 10.0), ("l", 30.0, 10.0), ("l", 20.0, 40.0), ("z",))
POLYGON = function(0x0324, 3, *TRIANGLE)


def outline(*records: bytes) -> Outline:
    mark = only(wmf(*records))
    assert isinstance(mark, Outline)
    return mark


def ends(mark: Outline) -> list[tuple[float, ...]]:
    return [tuple(round(float(value), 2) for value in step[-2:]) for step in mark.path if len(step) > 1]


@pytest.mark.parametrize("placeable", [True, False])
def test_the_window_fills_the_frame(placeable: bool) -> None:
    made = sketch(wmf(WINDOW, POLYGON, placeable=placeable))
    assert made.frame == (0.0, 0.0, 100.0, 50.0)
    assert made.marks[0] == Outline(DRAWN, "FFFFFF", "000000", even_odd=True)


def test_a_window_of_another_size_fills_the_frame_of_a_placeable_file() -> None:
    window = function(0x020B, 0, 1000) + function(0x020C, 500, 1000)
    assert outline(window, function(0x0325, 2, 1000, 0, 1500, 250)).path == (("m", 0, 0), ("l", 50, 25))
    upwards = function(0x020B, 50, 0) + function(0x020C, -50, 100)
    assert outline(upwards, function(0x0325, 2, 0, 0, 10, 10)).path == (("m", 0, 50), ("l", 10, 40))


def test_without_a_window_the_frame_is_about_what_is_drawn() -> None:
    assert sketch(wmf(POLYGON, placeable=False)).frame == (10.0, 10.0, 20.0, 30.0)


def test_a_window_moved_and_scaled() -> None:
    line = function(0x0325, 2, 10, 10, 20, 20)
    assert outline(WINDOW, function(0x020F, 5, 10), line).path == (("m", 0, 5), ("l", 10, 15))
    assert outline(WINDOW, function(0x0410, 1, 2, 1, 4), line).path == (("m", 2.5, 5), ("l", 5, 10))


def test_objects_take_the_lowest_index_that_is_free() -> None:
    assert outline(WMF_RED_BRUSH, WMF_BLUE_PEN, POLYGON) == Outline(DRAWN, "FF0000", "0000FF", 2.0, even_odd=True)
    freed = (
        WMF_RED_BRUSH,
        WMF_BLUE_PEN,
        function(0x01F0, 0),
        function(0x02FC, 0, *colour(BLUE), 0),
        function(0x012D, 0),
    )
    assert outline(*freed, POLYGON).fill == "0000FF"


def test_palettes_and_bitmaps_take_indexes_too() -> None:
    palette, bitmap = function(0x00F7, 0x300, 0), function(0x01F9, 0)
    brush = function(0x02FC, 0, *colour(RED), 0) + function(0x012D, 2)
    assert outline(palette, bitmap, brush, POLYGON).fill == "FF0000"


def test_many_polygons_by_the_rule_in_force() -> None:
    many = function(0x0538, 2, 3, 2, *TRIANGLE, 1, 2, 3, 4)
    mark = outline(function(0x0106, 2), many)
    assert mark.path == (*DRAWN, ("m", 1, 2), ("l", 3, 4), ("z",))
    assert not mark.even_odd


def test_lines_from_point_to_point_are_one_mark() -> None:
    assert outline(function(0x0214, 2, 1), function(0x0213, 4, 3), function(0x0213, 6, 5)).path == (
        ("m", 1, 2),
        ("l", 3, 4),
        ("l", 5, 6),
    )


def test_boxes_are_told_from_bottom_to_left() -> None:
    box = (20, 30, 10, 12)
    assert ends(outline(function(0x041B, *box))) == [(12, 10), (30, 10), (30, 20), (12, 20)]
    assert ends(outline(function(0x0418, *box))) == [(30, 15), (21, 20), (12, 15), (21, 10), (30, 15)]
    assert ends(outline(function(0x061C, 4, 4, *box)))[:2] == [(12, 12), (14, 10)]


def test_arcs() -> None:
    # From the right of the circle to above it.
    told = (-99, 15, 15, 99, 20, 20, 10, 10)
    assert ends(outline(function(0x0817, *told))) == [(20, 15), (15, 10)]
    assert ends(outline(function(0x081A, *told))) == [(20, 15), (15, 10), (15, 15)]
    assert outline(function(0x0830, *told)).path[-1] == ("z",)


def test_a_pixel() -> None:
    mark = outline(function(0x041F, *colour(RED), 5, 6))
    assert (ends(mark)[0], mark.fill) == ((6, 5), "FF0000")


def test_clips() -> None:
    clipped = outline(function(0x0416, 20, 20, 0, 0), function(0x0416, 40, 40, 5, 10), POLYGON)
    assert [clip.path[:3] for clip in clipped.clips] == [(("m", 10, 5), ("l", 20, 5), ("l", 20, 20))]
    region = function(0x06FF, 0, 6, 0, 0, 20, 0, 0, 1, 2, 30, 40)
    assert outline(region, function(0x012C, 0), POLYGON).clips[0].path[2] == ("l", 30, 40)
    assert outline(function(0x001E), function(0x0416, 9, 9, 0, 0), function(0x0127, -1), POLYGON).clips == ()


def test_regions_are_filled() -> None:
    region = function(0x06FF, 0, 6, 0, 0, 20, 0, 0, 1, 2, 30, 40)
    brush = function(0x02FC, 0, *colour(RED), 0)
    for filled in (function(0x0228, 0, 1), function(0x012D, 1) + function(0x012B, 0)):
        mark = outline(region, brush, filled)
        assert (ends(mark)[0], ends(mark)[2], mark.fill) == ((1, 2), (30, 40), "FF0000")


def test_a_selected_region_clips_until_none_is() -> None:
    region = function(0x06FF, 0, 6, 0, 0, 20, 0, 0, 1, 2, 30, 40) + function(0x012D, 0)
    assert outline(region, POLYGON).clips[0].path[0] == ("m", 1, 2)
    assert outline(region, function(0x012C, 99), POLYGON).clips == ()


def test_pens_and_brushes_that_draw_nothing() -> None:
    empty = function(0x02FA, 5, 0, 0, 0, 0) + function(0x012D, 0) + function(0x02FC, 1, 0, 0, 0) + function(0x012D, 1)
    assert played(wmf(empty, POLYGON), "wmf") is None


def test_a_pattern_is_its_average_and_told() -> None:
    made = sketch(wmf(function(0x0142, 5, 0, more=DIB), function(0x012D, 0), POLYGON))
    assert isinstance(made.marks[0], Outline)
    assert (made.marks[0].fill, made.lacks) == ("800080", {"pattern"})


# ---------------------------------------------------------------- bitmaps


def test_bitmaps_in_their_boxes() -> None:
    expected = Bitmap(BMP, 10, 20, 30, 15)
    operation = colour(COPY)
    assert only(wmf(function(0x0F43, *operation, 0, 1, 2, 0, 0, 15, 30, 20, 10, more=DIB))) == expected
    assert only(wmf(function(0x0B41, *operation, 1, 2, 0, 0, 15, 30, 20, 10, more=DIB))) == expected
    small = Bitmap(BMP, 10, 20, 2, 1)
    assert only(wmf(function(0x0940, *operation, 0, 0, 1, 2, 20, 10, more=DIB))) == small
    assert only(wmf(function(0x0D33, 0, 1, 0, 0, 0, 1, 2, 20, 10, more=DIB))) == small


def test_a_mask_and_its_picture_become_one() -> None:
    mask = function(0x0B41, *colour(AND), 1, 2, 0, 0, 9, 9, 0, 0, more=MASK_HEADER + MASK_BITS)
    shown = function(0x0B41, *colour(OR), 1, 2, 0, 0, 9, 9, 0, 0, more=DIB)
    mark = only(wmf(mask, shown))
    assert isinstance(mark, Bitmap)
    assert mark.data.startswith(b"\x89PNG")


def test_rectangles_of_brush() -> None:
    filled = function(0x061D, *colour(PATTERN), 4, 3, 2, 1)
    bare = function(0x0940, *colour(PATTERN), 0, 0, 0, 4, 3, 2, 1)
    for one in (filled, bare):
        mark = outline(WMF_RED_BRUSH, one)
        assert (ends(mark)[0], ends(mark)[2], mark.fill) == ((1, 2), (4, 6), "FF0000")


def test_a_bitmap_with_the_oldest_header() -> None:
    core = struct.pack("<IHHHH", 12, 2, 1, 1, 24) + DIB[40:]
    mark = only(wmf(function(0x0B41, *colour(COPY), 1, 2, 0, 0, 15, 30, 20, 10, more=core)))
    assert isinstance(mark, Bitmap)
    assert mark.data == b"BM" + struct.pack("<IHHI", 14 + len(core), 0, 0, 26) + core


def test_a_bitmap_of_the_device_is_told() -> None:
    assert sketch(wmf(POLYGON, function(0x0922, *colour(COPY), 0, 0, 1, 1, 0, 0))).lacks == {"bitmap"}


# ---------------------------------------------------------------- texts


def test_a_thai_text_in_its_code_page() -> None:
    thai = "ครุฑ".encode("cp874")
    font = wmf_font(-16, b"AngsanaUPC", 222) + function(0x012D, 0)
    said = function(0x0A32, 20, 10, 4, 0, more=thai + struct.pack("<4h", 7, 8, 0, 9))
    mark = only(wmf(font, function(0x012E, 24), function(0x0209, *colour(RED)), said))
    assert isinstance(mark, Words)
    assert (mark.text, mark.x, mark.y, mark.colour) == ("ครุฑ", 10, 20, "FF0000")
    assert (mark.advances, mark.font.family, mark.font.height) == ((7, 8, 0, 9), "AngsanaUPC", -16)


def test_a_text_of_odd_length_is_padded() -> None:
    mark = only(wmf(function(0x0521, 3, more=b"abc\0" + struct.pack("<hh", 20, 10))))
    assert isinstance(mark, Words)
    assert (mark.text, mark.x, mark.y, mark.advances) == ("abc", 10, 20, ())


def test_text_of_glyph_numbers_is_left_out_and_told() -> None:
    assert sketch(wmf(POLYGON, function(0x0A32, 20, 10, 2, 0x10, more=b"ab"))).lacks == {"text"}


def test_a_text_clipped_by_its_box() -> None:
    mark = only(wmf(function(0x0A32, 20, 10, 1, 4, 1, 2, 30, 40, more=b"a\0")))
    assert isinstance(mark, Words)
    assert mark.clips[0].path[2] == ("l", 30, 40)


def test_what_cannot_be_played_is_told() -> None:
    told = {0x0419: "flood", 0x012A: "mixing", 0x0429: "region", 0x0220: "clip"}
    for kind, lacking in told.items():
        assert sketch(wmf(POLYGON, function(kind, 0, 0, 0, 0, 0))).lacks == {lacking}
    assert played(wmf(), "wmf") is None
