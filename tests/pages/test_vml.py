"""VML read as pieces in points."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.pages.drawn import Anchor, Drawing, PicturePiece, ShapePiece
from ita_docs.pages.package import W
from ita_docs.pages.vml_style import degrees, length, pair, share

from .drawing_samples import BOX, PNG, TEXT, WILD, one, parsed, places, points, read, sound

SIZE = "width:100pt;height:50pt"
PICTURE_TYPE = '<v:shapetype id="_x0000_t75" o:spt="75" path="m@4@5l@4@11xe" filled="f" stroked="f"/>'


def pict(inside: str) -> str:
    return f"<w:pict>{inside}</w:pict>"


def piece(xml: str) -> ShapePiece:
    (found,) = one(pict(xml)).pieces
    assert isinstance(found, ShapePiece)
    return found


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12pt", 12), ("1in", 72), ("2.54cm", 72), ("25.4mm", 72), ("4px", 3), ("4", 3), ("", 9), (None, 9), ("x", 9),
        ("1e400pt", 9), ("99999in", 14173),
    ],
)  # fmt: skip
def test_lengths(text: str | None, expected: float) -> None:
    assert length(text, 9.0) == pytest.approx(expected)


def test_fractions_angles_and_pairs() -> None:
    assert (share("32768f"), share("25%"), share("0.1"), share("")) == (0.5, 0.25, 0.1, 0.0)
    assert (degrees("90"), degrees("-5898240fd")) == (90.0, -90.0)
    assert (pair("21600,10", (1, 1)), pair("5", (1, 1)), pair(None, (1, 2))) == ((21600, 10), (5, 0), (1, 2))


# ---------------------------------------------------------------- pictures and objects


def test_a_picture() -> None:
    image = '<v:imagedata r:id="rId1" cropleft="6554f" croptop="0.25" o:title=""/>'
    xml = f'{PICTURE_TYPE}<v:shape type="#_x0000_t75" style="{SIZE}" alt="ตรา">{image}</v:shape>'
    drawing = one(pict(xml))
    assert (drawing.width, drawing.height, drawing.anchor, drawing.alt) == (100.0, 50.0, None, "ตรา")
    (found,) = drawing.pieces
    assert isinstance(found, PicturePiece)
    assert (found.data, found.crop) == (PNG, pytest.approx((0.1, 0.25, 0, 0), abs=1e-4))


def test_an_object_is_its_picture() -> None:
    shape = (
        f'<v:shape type="#_x0000_t75" style="{SIZE}"><v:imagedata r:id="rId4"/></v:shape><o:OLEObject Type="Embed"/>'
    )
    (found,) = one(f'<w:object w:dxaOrig="2000" w:dyaOrig="1000">{shape}</w:object>').pieces
    assert isinstance(found, PicturePiece)


def test_an_object_without_a_picture_is_a_frame_of_its_size() -> None:
    (drawing,), problems = read('<w:object w:dxaOrig="2000" w:dyaOrig="1000"><o:OLEObject/></w:object>')
    assert places(drawing) == [(0, 0, 100, 50, 0)]
    assert "OLE" in problems[0].worded("en").message


def test_a_metafile_is_a_frame() -> None:
    (drawing,), problems = read(pict(f'<v:shape style="{SIZE}"><v:imagedata r:id="rId2"/></v:shape>'))
    assert isinstance(drawing.pieces[0], ShapePiece)
    assert "EMF" in problems[0].worded("en").message


# ---------------------------------------------------------------- places


def test_a_floating_shape() -> None:
    style = "position:absolute;left:0;margin-left:10pt;margin-top:-1in;width:100pt;height:50pt;z-index:-251658240"
    more = ";mso-position-horizontal-relative:page;mso-position-vertical-relative:margin;mso-wrap-distance-left:1pt"
    xml = f'<v:rect style="{style}{more}"><w10:wrap type="square" side="right" anchory="page"/></v:rect>'
    assert one(pict(xml)).anchor == Anchor(
        "page", "page", "", "", 10.0, -72.0, "square", "right", (1.0, 0.0, 9.0, 0.0), True, -251658240
    )


def test_an_aligned_shape() -> None:
    style = "position:absolute;margin-left:7pt;width:1pt;height:1pt;mso-position-horizontal:right;mso-width-percent:500"
    anchor = one(pict(f'<v:rect style="{style};mso-width-relative:page;mso-position-vertical:top"/>')).anchor
    assert anchor is not None
    assert (anchor.from_x, anchor.align_x, anchor.x, anchor.align_y) == ("column", "right", 0.0, "top")
    assert (anchor.width_share, anchor.height_share, anchor.wrap) == (("page", 0.5), None, "none")


def test_a_hidden_shape_is_not_drawn() -> None:
    assert read(pict(f'<v:rect style="{SIZE};visibility:hidden"/>')) == ((), [])


def test_a_rule_across_the_text() -> None:
    xml = (
        '<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" fillcolor="#123456" stroked="f"/>'
    )
    drawing = one(pict(xml))
    (rule,) = drawing.pieces
    assert isinstance(rule, ShapePiece)
    assert (rule.height, rule.fill, rule.stroke) == (1.5, "123456", None)
    assert drawing.anchor is not None
    assert (drawing.anchor.align_x, drawing.anchor.width_share) == ("center", ("margin", 1.0))


# ---------------------------------------------------------------- shapes


def test_what_a_shape_is_where_nothing_says_so() -> None:
    assert piece(f'<v:rect style="{SIZE}"/>') == ShapePiece(0.0, 0.0, 100.0, 50.0, BOX, "FFFFFF", "000000", 0.75)


def test_fill_and_stroke() -> None:
    found = piece(
        f'<v:rect style="{SIZE}" fillcolor="#4f81bd [3204]" strokecolor="red" strokeweight="2pt">'
        '<v:stroke dashstyle="shortDot"/></v:rect>'
    )
    assert (found.fill, found.stroke, found.stroke_width, found.style) == ("4F81BD", "FF0000", 2.0, "dotted")
    bare = one(pict(f'<v:rect style="{SIZE}" filled="f" stroked="f"/>'))
    assert bare.pieces == ()
    faint = piece(f'<v:rect style="{SIZE}" fillcolor="black" stroked="f"><v:fill opacity=".5"/></v:rect>')
    assert faint.fill == "808080"


def test_a_line_between_points() -> None:
    style = "position:absolute;z-index:1"
    drawing = one(
        pict(f'<v:line style="{style}" from="110pt,20pt" to="10pt,70pt"><v:stroke endarrow="block"/></v:line>')
    )
    line, head = drawing.pieces
    assert isinstance(line, ShapePiece)
    assert isinstance(head, ShapePiece)
    assert drawing.anchor is not None
    assert (drawing.anchor.x, drawing.anchor.y, drawing.width, drawing.height) == (10.0, 20.0, 100.0, 50.0)
    assert (points(line), line.fill) == ([(100, 0), (0, 50)], None)
    assert (points(head)[0], head.fill) == ((0, 50), "000000")


def test_shapes_by_their_names() -> None:
    curves = [step[0] for step in piece(f'<v:oval style="{SIZE}"/>').path]
    assert curves == ["m", "c", "c", "c", "c", "z"]
    rounded = piece(f'<v:roundrect style="{SIZE}" arcsize="13107f"/>')
    assert points(rounded)[0] == (0, 10)
    polyline = one(pict('<v:polyline points="10pt,10pt,60pt,10pt,60pt,40pt" filled="f"/>'))
    (found,) = polyline.pieces
    assert isinstance(found, ShapePiece)
    assert (polyline.width, polyline.height, points(found)) == (50.0, 30.0, [(0, 0), (50, 0), (50, 30)])


def test_a_type_that_the_document_does_not_spell_out() -> None:
    diamond = piece(f'<v:shape type="#_x0000_t4" style="{SIZE}"/>')
    assert points(diamond) == [(0, 25), (50, 0), (100, 25), (50, 50)]


def test_a_type_with_formulas() -> None:
    kind = (
        '<v:shapetype id="_x0000_t15" coordsize="21600,21600" adj="16200" path="m@0,l,,,21600@0,21600,21600,10800xe">'
        '<v:formulas><v:f eqn="val #0"/></v:formulas></v:shapetype>'
    )
    shape = f'{kind}<v:shape type="#_x0000_t15" style="{SIZE}" adj="10800"/>'
    assert points(piece(shape)) == [(50, 0), (0, 0), (0, 50), (50, 50), (100, 25)]
    assert points(piece(shape.replace(' adj="10800"/>', "/>")))[0] == (75, 0)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("m,l1000,500e", [(0, 0), (100, 25)]),
        ("m0,0r500,500,100,0xe", [(0, 0), (50, 25), (60, 25)]),
        ("m0,0c0,500,500,1000,1000,1000e", [(0, 0), (100, 50)]),
        ("m100,0qx0,100e", [(10, 0), (0, 5)]),
        ("m0,0qb500,0,1000,1000e", [(0, 0), (100, 50)]),
        ("wr0,0,1000,1000,1000,500,500,1000e", [(100, 25), (50, 50)]),
        ("m0,0t100,100l0,0e", [(10, 5), (0, 0)]),
    ],
)
def test_paths(path: str, expected: list[tuple[float, float]]) -> None:
    found = piece(f'<v:shape coordsize="1000,1000" path="{path}" style="{SIZE}" filled="f"/>')
    assert points(found) == expected


def test_turned_and_mirrored() -> None:
    found = piece(f'<v:shape type="#_x0000_t6" style="{SIZE};rotation:45;flip:x"/>')
    assert found.turn == 45.0
    assert points(found) == [(100, 50), (100, 0), (0, 50)]


# ---------------------------------------------------------------- text


def test_a_text_box() -> None:
    box = f'<v:textbox inset="0,1mm,,0" style="mso-fit-shape-to-text:t">{TEXT}</v:textbox>'
    found = piece(f'<v:shape type="#_x0000_t202" style="{SIZE};v-text-anchor:middle" stroked="f">{box}</v:shape>')
    assert found.text.tag == W + "txbxContent"
    assert found.insets == pytest.approx((0.0, 72 / 25.4, 7.2, 0.0))
    assert (found.anchor, found.grows, found.fill, found.stroke) == ("middle", True, "FFFFFF", None)


def test_text_that_runs_downwards() -> None:
    box = f'<v:textbox style="layout-flow:vertical">{TEXT}</v:textbox>'
    (_, text) = one(pict(f'<v:rect style="{SIZE}">{box}</v:rect>')).pieces
    assert isinstance(text, ShapePiece)
    assert (text.x, text.y, text.width, text.height, text.turn) == (25.0, -25.0, 50.0, 100.0, 90)


def test_word_art_keeps_its_words() -> None:
    string = '<v:textpath style="font-family:&quot;TH SarabunPSK&quot;" string="สำเนา"/>'
    xml = f'<v:shape type="#_x0000_t136" style="{SIZE};rotation:315" fillcolor="silver">{string}</v:shape>'
    (drawing,), problems = read(pict(xml))
    (found,) = drawing.pieces
    assert isinstance(found, ShapePiece)
    assert "".join(found.text.itertext()) == "สำเนา"
    assert (found.turn, found.anchor) == (315.0, "middle")
    assert next(found.text.iter(W + "color")).get(W + "val") == "C0C0C0"
    assert 20 <= float(next(found.text.iter(W + "sz")).get(W + "val")) / 2 <= 50
    assert "WordArt" in problems[0].worded("en").message


# ---------------------------------------------------------------- groups


def test_children_of_a_group_are_in_its_coordinates() -> None:
    child = '<v:rect style="position:absolute;left:1500;top:1000;width:500;height:500"/>'
    xml = f'<v:group style="{SIZE}" coordorigin="1000,1000" coordsize="1000,1000">{child}</v:group>'
    assert places(one(pict(xml))) == [(50, 0, 50, 25, 0)]


def test_a_group_in_a_group() -> None:
    child = '<v:line from="0,0" to="10,10"/>'
    inner = f'<v:group style="left:100;top:0;width:100;height:200" coordsize="10,10">{child}</v:group>'
    drawing = one(pict(f'<v:group style="{SIZE}" coordsize="200,200">{inner}</v:group>'))
    assert places(drawing) == [(50, 0, 50, 50, 0)]


# ---------------------------------------------------------------- damage

SAMPLES = [
    f'{PICTURE_TYPE}<v:shape type="#_x0000_t75" style="{SIZE}"><v:imagedata r:id="rId1" cropleft="6554f"/></v:shape>',
    '<v:shapetype id="_x0000_t15" coordsize="21600,21600" adj="16200" path="m@0,l,,,21600@0,21600,21600,10800xe">'
    '<v:formulas><v:f eqn="val #0"/><v:f eqn="ellipse 3 @0 width"/></v:formulas><v:path textboxrect="0,0,@0,9"/>'
    f'</v:shapetype><v:shape type="#_x0000_t15" style="{SIZE}" adj="10800"/>',
    f'<v:group style="{SIZE}" coordorigin="1,1" coordsize="9,9"><v:line from="0,0" to="10,10" strokeweight="1pt">'
    '<v:stroke endarrow="open" dashstyle="dash"/></v:line><v:oval style="left:1;width:2;height:3"/></v:group>',
    f'<v:roundrect style="{SIZE};position:absolute;z-index:3;rotation:9" arcsize=".2" fillcolor="red"><v:fill/>'
    f'<v:textbox inset="1mm,2mm">{TEXT}</v:textbox><w10:wrap type="square"/></v:roundrect>',
    f'<v:shape style="{SIZE}" path="m0,0wr0,0,9,9,1,1,2,2qx3,3at1,2,3,4,5,6,7,8ae1,2,3,4,5,6xe" coordsize="10,10"/>',
    '<v:polyline points="0,0,5pt,5pt" style="flip:y"/>',
    f'<v:shape type="#_x0000_t136" style="{SIZE}"><v:textpath string="ร่าง"/></v:shape>',
    '<v:rect style="width:0;height:1pt" o:hr="t" o:hrpct="500"/>',
]
WILD_STYLE = st.lists(
    st.tuples(
        st.sampled_from(["left", "margin-top", "width", "height", "rotation", "z-index", "flip", "mso-width-percent"]),
        st.sampled_from(["", "1e308pt", "-5in", "nan", "9e9fd", "x y", "0", "-2147483648", "5", "7cm"]),
    ),
    max_size=5,
).map(lambda items: ";".join(f"{name}:{value}" for name, value in items))
WILD_PATH = st.text("mlcxetrvnqabhwsf0123456789,@#- .", max_size=40)


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=400)
def test_no_attribute_breaks_a_shape(sample: str, data: st.DataObject) -> None:
    element = parsed(pict(sample))
    attributed = [item for item in element.iter() if item.attrib]
    for _ in range(data.draw(st.integers(1, 4))):
        item = data.draw(st.sampled_from(attributed))
        name = data.draw(st.sampled_from(sorted(item.attrib)))
        wild = {"style": WILD_STYLE, "path": WILD_PATH, "eqn": WILD_PATH}.get(str(name), WILD)
        item.set(name, data.draw(st.one_of(wild, WILD)))
    for drawing in read(element)[0]:
        sound(drawing)


@given(WILD_PATH, st.integers(-5, 5000), st.integers(-5, 5000))
def test_no_path_breaks_a_shape(path: str, across: int, down: int) -> None:
    found, _ = read(pict(f'<v:shape style="{SIZE}" coordsize="{across},{down}" path="{path}"/>'))
    assert [isinstance(drawing, Drawing) for drawing in found] == [True]
    sound(found[0])
