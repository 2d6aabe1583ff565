"""DrawingML shapes and the text in them read as pieces in points."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ita_docs.pages.drawing_flowcharts import known_presets, preset
from ita_docs.pages.drawing_geometry import constants, evaluate
from ita_docs.pages.drawn import ShapePiece
from ita_docs.pages.package import W

from .drawing_samples import (
    BOX,
    CUSTOM,
    SOLID,
    TEXT,
    inline,
    one,
    parsed,
    points,
    read,
    shape,
)

# ---------------------------------------------------------------- shapes


def test_fill_and_line() -> None:
    piece = one(inline(shape(more=f'{SOLID}<a:ln w="19050">{SOLID}<a:prstDash val="sysDot"/></a:ln>'))).pieces[0]
    assert piece == ShapePiece(0.0, 0.0, 100.0, 50.0, BOX, "FF0000", "FF0000", 1.5, "dotted")


def test_colours_of_the_style_where_the_shape_says_nothing() -> None:
    style = (
        '<wps:style><a:lnRef idx="2"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></a:lnRef>'
        '<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef></wps:style>'
    )
    piece = one(inline(shape(after=style))).pieces[0]
    assert isinstance(piece, ShapePiece)
    assert (piece.fill, piece.stroke, piece.stroke_width) == ("4472C4", "2F528F", 1.0)
    bare = one(inline(shape(more="<a:noFill/><a:ln><a:noFill/></a:ln>", after=style)))
    assert bare.pieces == ()


def test_a_gradient_is_the_mean_of_its_stops() -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
    piece = one(inline(shape(more=f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"))).pieces[0]
    assert isinstance(piece, ShapePiece)
    assert piece.fill == "808080"


def test_a_line_with_an_arrow() -> None:
    more = f'<a:ln w="25400">{SOLID}<a:tailEnd type="triangle"/></a:ln>'
    line, head = one(inline(shape("line", more, size=(1270000, 0)), cy=0)).pieces
    assert isinstance(line, ShapePiece)
    assert isinstance(head, ShapePiece)
    assert (points(line), line.fill) == ([(0, 0), (100, 0)], None)
    assert points(head) == [(100, 0), (94, 3), (94, -3)]
    assert (head.fill, head.stroke) == ("FF0000", None)


def test_a_flipped_line_runs_the_other_way() -> None:
    line = one(inline(shape("line", f"<a:ln>{SOLID}</a:ln>", 'flipV="1"'))).pieces[0]
    assert isinstance(line, ShapePiece)
    assert points(line) == [(0, 50), (100, 0)]


def test_adjustments_move_the_points() -> None:
    xml = inline(shape("rightArrow", SOLID)).replace(
        "<a:avLst/>", '<a:avLst><a:gd name="adj1" fmla="val 20000"/><a:gd name="adj2" fmla="val 100000"/></a:avLst>'
    )
    piece = one(xml).pieces[0]
    assert isinstance(piece, ShapePiece)
    assert points(piece) == [(0, 20), (50, 20), (50, 0), (100, 25), (50, 50), (50, 30), (0, 30)]


def test_an_unknown_shape_is_its_box_and_reported() -> None:
    (drawing,), problems = read(inline(shape("gear6", SOLID)))
    assert isinstance(drawing.pieces[0], ShapePiece)
    assert drawing.pieces[0].path == BOX
    assert "gear6" in problems[0].worded("en").message


@pytest.mark.parametrize("name", sorted(known_presets()))
def test_every_preset_stays_near_its_box(name: str) -> None:
    outline = preset(name, 80.0, 60.0, {})
    assert outline is not None
    assert any(part.path for part in outline.parts)
    for part in outline.parts:
        for step in part.path:
            for index, value in enumerate(step[1:]):
                length = (80.0, 60.0)[index % 2]
                assert -length * 0.6 <= float(value) <= length * 1.6
    assert sum(outline.inset[::2]) <= 80
    assert sum(outline.inset[1::2]) <= 60


@given(
    st.sampled_from(sorted(known_presets())),
    st.floats(0, 14000),
    st.floats(0, 14000),
    st.dictionaries(st.sampled_from(["adj", "adj1", "adj2", "adj3", "adj4", "adj5"]), st.floats(-1e9, 1e9)),
)
def test_no_adjustment_breaks_a_preset(name: str, width: float, height: float, adjusted: dict[str, float]) -> None:
    outline = preset(name, width, height, adjusted)
    assert outline is not None
    for part in outline.parts:
        assert all(math.isfinite(value) for step in part.path for value in step[1:])  # type: ignore[arg-type]


def test_custom_geometry() -> None:
    piece = one(inline(CUSTOM)).pieces[0]
    assert isinstance(piece, ShapePiece)
    assert [step[0] for step in piece.path] == ["m", "l", "c", "c", "z"]
    assert points(piece) == [(25, 0), (100, 35), (0, 50), (-25, 25)]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("val 7", 7), ("*/ 6 7 2", 21), ("+- 1 2 4", -1), ("+/ 4 6 5", 2), ("?: 1 5 6", 5), ("?: 0 5 6", 6),
        ("abs -3", 3), ("max 2 9", 9), ("min 2 9", 2), ("sin 10 5400000", 10),
        ("cos 10 10800000", -10), ("tan 10 2700000", 10),
        ("sqrt 16", 4), ("mod 3 4 12", 13), ("pin 2 1 5", 2), ("pin 2 9 5", 5), ("pin 2 3 5", 3), ("at2 1 1", 2700000),
        ("cat2 10 3 4", 6), ("sat2 10 3 4", 8), ("*/ w 1 0", 0), ("nonsense 1", 0), ("", 0), ("val hc", 50),
    ],
)  # fmt: skip
def test_formulas(formula: str, expected: float) -> None:
    assert evaluate(formula, constants(100, 50)) == pytest.approx(expected, abs=1e-9)


# ---------------------------------------------------------------- text


def test_text_in_a_shape() -> None:
    body = '<wps:bodyPr lIns="0" tIns="12700" rIns="25400" anchor="ctr"><a:spAutoFit/></wps:bodyPr>'
    (piece,) = one(inline(shape(more=SOLID, after=f"<wps:txbx>{TEXT}</wps:txbx>{body}"))).pieces
    assert isinstance(piece, ShapePiece)
    assert piece.text.tag == W + "txbxContent"
    assert (piece.insets, piece.anchor, piece.grows, piece.fill) == ((0.0, 1.0, 2.0, 3.6), "middle", True, "FF0000")


def test_text_in_an_ellipse_stays_inside_it() -> None:
    (piece,) = one(inline(shape("ellipse", SOLID, after=f"<wps:txbx>{TEXT}</wps:txbx><wps:bodyPr/>"))).pieces
    assert isinstance(piece, ShapePiece)
    assert piece.insets == pytest.approx((21.84, 10.92, 21.84, 10.92), abs=0.01)


def test_text_that_runs_upwards_is_a_turned_piece() -> None:
    body = '<wps:bodyPr vert="vert270" lIns="12700" tIns="25400" rIns="38100" bIns="50800"/>'
    outline, text = one(inline(shape(more=SOLID, after=f"<wps:txbx>{TEXT}</wps:txbx>{body}"))).pieces
    assert isinstance(outline, ShapePiece)
    assert isinstance(text, ShapePiece)
    assert (outline.text, outline.path) == (None, BOX)
    assert (text.x, text.y, text.width, text.height, text.turn) == (25.0, -25.0, 50.0, 100.0, 270)
    assert text.insets == (4.0, 1.0, 2.0, 3.0)


def test_the_text_colour_of_the_style_is_given_to_runs_that_have_none() -> None:
    style = '<wps:style><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></wps:style>'
    runs = "<w:r><w:t>ก</w:t></w:r><w:r><w:rPr><w:color w:val='123456'/></w:rPr><w:t>ข</w:t></w:r>"
    text = f"<wps:txbx><w:txbxContent><w:p>{runs}</w:p></w:txbxContent></wps:txbx>"
    element = parsed(inline(shape(more=SOLID, after=style + text)))
    before = etree.tostring(element)
    ((drawing,), _) = read(element)
    piece = drawing.pieces[0]
    assert isinstance(piece, ShapePiece)
    assert [item.get(W + "val") for item in piece.text.iter(W + "color")] == ["FFFFFF", "123456"]
    assert etree.tostring(element) == before


@pytest.mark.parametrize(
    ("more", "after", "word"),
    [
        ('<a:effectLst><a:outerShdw dist="9"/></a:effectLst>', "", "shadows"),
        ("<a:effectLst/>", "", ""),
        ("<a:solidFill><a:srgbClr val='FF0000'><a:alpha val='50000'/></a:srgbClr></a:solidFill>", "", "translucent"),
        ('<a:blipFill><a:blip r:embed="rId1"/></a:blipFill>', "", "filled with a picture"),
        ("", '<wps:linkedTxbx id="1" seq="1"/>', "linked"),
        ("", f'<wps:txbx>{TEXT}</wps:txbx><wps:bodyPr><a:prstTxWarp prst="textArchUp"/></wps:bodyPr>', "WordArt"),
        ("", f'<wps:txbx>{TEXT}</wps:txbx><wps:bodyPr numCol="2"/>', "columns"),
    ],
)
def test_what_is_not_drawn_is_reported(more: str, after: str, word: str) -> None:
    _, problems = read(inline(shape(more=more, after=after)))
    assert [word in item.worded("en").message for item in problems] == [True] * bool(word)
