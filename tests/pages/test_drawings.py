"""DrawingML read as pieces in points: pictures, places, groups."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.pages.drawings import choose
from ita_docs.pages.drawn import Anchor, PicturePiece, ShapePiece

from .documents import laid
from .drawing_samples import (
    BOX,
    CUSTOM,
    NAMES,
    PNG,
    SOLID,
    TEXT,
    WILD,
    child,
    floating,
    group,
    inline,
    one,
    parsed,
    picture,
    places,
    read,
    shape,
    sound,
)

# ---------------------------------------------------------------- pictures


def test_a_picture_in_the_line() -> None:
    drawing = one(inline(picture(), more='<wp:docPr id="1" name="Picture 1" descr="ตราครุฑ"/>'))
    assert (drawing.width, drawing.height, drawing.anchor, drawing.alt) == (100.0, 50.0, None, "ตราครุฑ")
    assert drawing.pieces == (PicturePiece(0.0, 0.0, 100.0, 50.0, PNG),)


def test_effects_around_a_picture_in_the_line_make_room() -> None:
    drawing = one(inline(picture(), more='<wp:effectExtent l="12700" t="25400" r="38100" b="0"/>'))
    assert (drawing.width, drawing.height) == (104.0, 52.0)
    assert (drawing.pieces[0].x, drawing.pieces[0].y, drawing.pieces[0].width) == (1.0, 2.0, 100.0)


def test_a_link_on_a_picture() -> None:
    drawing = one(inline(picture(), more='<wp:docPr id="1" title="หน้าแรก"><a:hlinkClick r:id="rId9"/></wp:docPr>'))
    assert (drawing.link, drawing.alt) == ("https://example.go.th/", "หน้าแรก")


def test_crop_turn_and_flip() -> None:
    xml = inline(picture(fill='<a:srcRect l="10000" t="20000" r="5%" b="-3000"/><a:stretch/>'))
    turned = xml.replace("<a:xfrm>", '<a:xfrm rot="1800000" flipH="1">')
    piece = one(turned).pieces[0]
    assert isinstance(piece, PicturePiece)
    assert piece.crop == (0.1, 0.2, 0.05, 0.0)
    assert (piece.turn, piece.flip) == (30.0, (True, False))


def test_a_crop_that_leaves_nothing_is_none() -> None:
    piece = one(inline(picture(fill='<a:srcRect l="60000" r="60000"/>'))).pieces[0]
    assert isinstance(piece, PicturePiece)
    assert piece.crop == (0.0, 0.0, 0.0, 0.0)


def test_the_border_of_a_picture_is_a_shape_over_it() -> None:
    drawing = one(inline(picture(more=f'<a:ln w="25400">{SOLID}</a:ln>')))
    border = drawing.pieces[1]
    assert isinstance(border, ShapePiece)
    assert (border.path, border.fill, border.stroke, border.stroke_width) == (BOX, None, "FF0000", 2.0)


@pytest.mark.parametrize(("relationship", "word"), [("rId2", "EMF"), ("rId3", "SVG"), ("rId404", "missing")])
def test_a_picture_that_cannot_be_drawn_is_a_frame_of_its_size(relationship: str, word: str) -> None:
    (drawing,), problems = read(inline(picture(relationship)))
    frame = drawing.pieces[0]
    assert isinstance(frame, ShapePiece)
    assert (frame.path, frame.stroke, frame.fill) == (BOX, "808080", None)
    assert [item.code for item in problems] == ["unsupported-feature"]
    assert word in problems[0].worded("en").message
    assert "ย่อหน้า 1" in problems[0].message


def test_a_hidden_drawing_is_not_drawn() -> None:
    assert read(inline(picture(), more='<wp:docPr id="1" hidden="1"/>')) == ((), [])


def test_a_recoloured_picture_is_drawn_and_reported() -> None:
    (drawing,), problems = read(inline(picture()).replace('"rId1"/>', '"rId1"><a:grayscl/></a:blip>'))
    assert isinstance(drawing.pieces[0], PicturePiece)
    assert "recoloured" in problems[0].worded("en").message


def test_a_linked_picture_is_reported() -> None:
    xml = inline(picture()).replace("r:embed", "r:link")
    (drawing,), problems = read(xml)
    assert isinstance(drawing.pieces[0], ShapePiece)
    assert "linked" in problems[0].worded("en").message


@pytest.mark.parametrize(("uri", "word"), [(NAMES["c"], "chart"), ("http://x/diagram", "SmartArt"), ("y", "unknown")])
def test_what_has_no_picture_is_a_frame(uri: str, word: str) -> None:
    (drawing,), problems = read(inline('<c:chart r:id="rId1"/>', uri))
    assert (drawing.width, drawing.height, len(drawing.pieces)) == (100.0, 50.0, 1)
    assert word in problems[0].worded("en").message


# ---------------------------------------------------------------- places


def test_a_floating_drawing_with_offsets() -> None:
    anchor = one(
        floating(
            '<wp:positionH relativeFrom="page"><wp:posOffset>127000</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="topMargin"><wp:posOffset>-63500</wp:posOffset></wp:positionV>'
            '<wp:wrapSquare wrapText="left"/><wp:effectExtent l="12700" t="0" r="0" b="0"/>',
            attributes='distT="0" distB="12700" distL="114300" distR="0" behindDoc="1" relativeHeight="4294967295"',
        )
    ).anchor
    assert anchor == Anchor(
        "page", "topMargin", "", "", 10.0, -5.0, "square", "left", (10.0, 0.0, 0.0, 1.0), True, 4294967295
    )


def test_a_floating_drawing_with_alignments_and_relative_size() -> None:
    anchor = one(
        floating(
            '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
            '<wp:positionV relativeFrom="line"><wp:align>bottom</wp:align></wp:positionV>'
            '<wp:wrapTopAndBottom distT="6350"/>'
            '<wp14:sizeRelH relativeFrom="page"><wp14:pctWidth>50000</wp14:pctWidth></wp14:sizeRelH>'
            '<wp14:sizeRelV relativeFrom="page"><wp14:pctHeight>0</wp14:pctHeight></wp14:sizeRelV>'
        )
    ).anchor
    assert anchor is not None
    assert (anchor.from_x, anchor.align_x, anchor.from_y, anchor.align_y) == ("margin", "center", "line", "bottom")
    assert (anchor.wrap, anchor.distances) == ("topAndBottom", (0.0, 0.5, 0.0, 0.0))
    assert (anchor.width_share, anchor.height_share) == (("page", 0.5), None)


@pytest.mark.parametrize(
    ("name", "wrap"), [("wrapNone", "none"), ("wrapTight", "tight"), ("wrapThrough", "tight"), ("wrapSquare", "square")]
)
def test_wraps(name: str, wrap: str) -> None:
    anchor = one(floating(f"<wp:{name}/>")).anchor
    assert anchor is not None
    assert anchor.wrap == wrap


def test_simple_position() -> None:
    anchor = one(floating('<wp:simplePos x="12700" y="25400"/>', attributes='simplePos="1"')).anchor
    assert anchor is not None
    assert (anchor.from_x, anchor.x, anchor.from_y, anchor.y) == ("page", 1.0, "page", 2.0)


def test_a_position_in_percent_takes_the_fallback() -> None:
    anchor = one(
        floating(
            '<mc:AlternateContent><mc:Choice Requires="wp14"><wp:positionH relativeFrom="page">'
            "<wp14:pctPosHOffset>5000</wp14:pctPosHOffset></wp:positionH></mc:Choice><mc:Fallback>"
            '<wp:positionH relativeFrom="page"><wp:posOffset>508000</wp:posOffset></wp:positionH></mc:Fallback>'
            "</mc:AlternateContent>"
        )
    ).anchor
    assert anchor is not None
    assert (anchor.from_x, anchor.x) == ("page", 40.0)


def test_choose() -> None:
    def chosen(xml: str) -> str | None:
        found = choose(parsed(f"<mc:AlternateContent>{xml}</mc:AlternateContent>"))
        return None if found is None else found.get("id") or "fallback"

    both = '<mc:Choice Requires="{}" id="1"/><mc:Fallback/>'
    assert chosen(both.format("wps")) == "1"
    assert chosen(both.format("wpg wp14")) == "1"
    assert chosen(both.format("cx1")) == "fallback"
    assert chosen(both.format("wps am3d")) == "fallback"
    assert chosen(both.format("")) == "fallback"
    assert chosen('<mc:Choice Requires="cx1" id="1"/><mc:Choice Requires="wpc" id="2"/>') == "2"
    assert chosen('<mc:Choice Requires="cx1"/>') is None


# ---------------------------------------------------------------- groups


def test_children_of_a_group_are_scaled_to_it() -> None:
    drawing = one(inline(group(child(100, 50, 100, 50) + child(0, 0, 20, 10))))
    assert places(drawing) == [(50, 25, 50, 25, 0), (0, 0, 10, 5, 0)]


def test_groups_in_groups() -> None:
    inner = group(child(100, 0, 50, 50), name="grpSp", at=(100, 0, 100, 100))
    assert places(one(inline(group(inner)))) == [(50, 0, 25, 25, 0)]


def test_a_turned_group_turns_its_children() -> None:
    drawing = one(inline(group(child(0, 0, 100, 100), 'rot="10800000"')))
    assert places(drawing) == [(50, 0, 50, 50, 180)]
    flipped = one(inline(group(child(0, 0, 100, 100, 'rot="1800000"'), 'flipH="1"')))
    assert places(flipped) == [(50, 0, 50, 50, 330)]


def test_a_child_on_its_side_is_scaled_by_what_it_becomes() -> None:
    wide = group(child(0, 0, 100, 50, 'rot="5400000"'), at=(0, 0, 100, 100))
    assert places(one(inline(wide))) == [(25, -12.5, 50, 50, 90)]


def test_groups_nested_without_end_stop() -> None:
    inside = child(0, 0, 10, 10)
    for _ in range(60):
        inside = group(inside, name="grpSp")
    _, problems = read(inline(group(inside)))
    assert "deep" in problems[0].worded("en").message


def test_a_canvas() -> None:
    (drawing,), _ = read(inline(f"<wpc:wpc><wpc:bg>{SOLID}</wpc:bg>{child(127000, 0, 254000, 127000)}</wpc:wpc>"))
    assert places(drawing) == [(0, 0, 100, 50, 0), (10, 0, 20, 10, 0)]


# ---------------------------------------------------------------- damage

SAMPLES = [
    inline(picture(fill='<a:srcRect l="1"/>', more=f'<a:ln w="1">{SOLID}</a:ln>'),
           more='<wp:effectExtent l="1" t="0"/>'),
    inline(group(child(0, 0, 100, 50, 'rot="60000" flipV="1"') + group(child(1, 1, 1, 1), name="grpSp"))),
    inline(CUSTOM),
    inline(shape("roundRect", f'{SOLID}<a:ln w="3">{SOLID}<a:headEnd type="oval"/></a:ln>',
                 after=f"<wps:txbx>{TEXT}</wps:txbx>"
                 '<wps:bodyPr lIns="1" rot="0" vert="vert"/>')),
    floating('<wp:positionH relativeFrom="page"><wp:posOffset>1</wp:posOffset></wp:positionH><wp:wrapTight distL="1"/>',
             attributes='distT="1" relativeHeight="2"'),
]  # fmt: skip


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=300)
def test_no_attribute_breaks_a_drawing(sample: str, data: st.DataObject) -> None:
    element = parsed(sample)
    attributed = [item for item in element.iter() if item.attrib]
    for _ in range(data.draw(st.integers(1, 4))):
        item = data.draw(st.sampled_from(attributed))
        item.set(data.draw(st.sampled_from(sorted(item.attrib))), data.draw(WILD))
    for drawing in read(element)[0]:
        sound(drawing)


@given(st.sampled_from(SAMPLES), st.data())
@settings(max_examples=150)
def test_no_missing_element_breaks_a_drawing(sample: str, data: st.DataObject) -> None:
    element = parsed(sample)
    for _ in range(data.draw(st.integers(1, 3))):
        items = [item for item in element.iter() if item.getparent() is not None and item is not element]
        if not items:
            break
        item = data.draw(st.sampled_from(items))
        parent = item.getparent()
        assert parent is not None
        parent.remove(item)
    for drawing in read(element)[0]:
        sound(drawing)


def figures(content: str) -> list[tuple[str, list[str]]]:
    """The figures of a document whose one drawing is described, with what stands in each."""
    drawing = inline(content, more='<wp:docPr id="1" name="x" descr="คะแนน 3 ปี"/>')
    spaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    waiting = [laid(f"<w:p><w:r {spaces}>{drawing}</w:r></w:p>").root]
    found = []
    while waiting:
        element = waiting.pop()
        waiting += element.children
        if element.role == "Figure":
            found.append((element.alt, [child.role for child in element.children]))
    return found


def test_shapes_with_one_description_are_a_figure_and_a_text_box_is_its_text() -> None:
    box = shape(more=SOLID, after=f"<wps:txbx>{TEXT}</wps:txbx><wps:bodyPr/>")
    assert figures(group(child(0, 0, 200, 100) + box)) == [("คะแนน 3 ปี", ["P"])]
    assert figures(group(child(0, 0, 9, 9) + child(9, 9, 9, 9))) == [("คะแนน 3 ปี", [])]
    assert figures(box) == []
