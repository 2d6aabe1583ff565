"""Floating drawings: where they stand, and how text keeps clear of them."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import Box, Group, Layout, Picture, TableBox

from .documents import LEFT, LINE, TOP, WIDTH, anchored, laid, line, lines, p, page_of, r, said, section, texts

SQUARE = "<wp:wrapSquare wrapText='{}'/>"
BELOW = "<wp:wrapTopAndBottom/>"
NONE = "<wp:wrapNone/>"
TEXT = r("การประชุมคณะกรรมการ " * 40)


def placed(layout: Layout, page: int = 0) -> list[tuple[float, float, float, float]]:
    """x, y, width and height of the pictures on a page."""
    found: list[tuple[float, float, float, float]] = []

    def look(box: Box, x: float, y: float) -> None:
        if isinstance(box, Picture):
            found.append((round(x + box.x, 2), round(y + box.y, 2), box.width, box.height))
        elif isinstance(box, Group):
            for inner in box.blocks:
                look(inner, x + box.x, y + box.y)

    for box in layout.pages[page].boxes:
        look(box, 0.0, 0.0)
    return found


# ---------------------------------------------------------------- where they stand


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        ("page:30", 30.0), ("margin:30", 80.0), ("column:30", 80.0), ("leftMargin:10", 10.0), ("rightMargin:10", 360.0),
        ("page:center", 180.0), ("page:right", 360.0), ("margin:center", 180.0), ("margin:right", 310.0),
        ("column:left", 50.0), ("margin:inside", 50.0), ("margin:outside", 310.0), ("column:-20", 30.0),
    ],
)  # fmt: skip
def test_horizontal_positions(x: str, expected: float) -> None:
    assert placed(laid(p(anchored(40, 20, NONE, x=x) + r("ก")))) == [(expected, TOP, 40.0, 20.0)]


@pytest.mark.parametrize(
    ("y", "expected"),
    [
        ("page:30", 30.0), ("margin:30", 80.0), ("paragraph:10", TOP + LINE + 10), ("line:10", TOP + LINE + 10),
        ("page:top", 0.0), ("page:bottom", 380.0), ("page:center", 190.0), ("margin:center", 190.0),
        ("margin:bottom", 330.0), ("topMargin:5", 5.0), ("bottomMargin:5", 355.0), ("paragraph:-10", TOP + LINE - 10),
    ],
)  # fmt: skip
def test_vertical_positions(y: str, expected: float) -> None:
    assert placed(laid(p("ก") + p(anchored(40, 20, NONE, y=y) + r("ข")))) == [
        (50.0, pytest.approx(expected), 40.0, 20.0)
    ]


def test_inside_and_outside_change_sides_on_even_pages() -> None:
    layout = laid(p("ก") + p('<w:r><w:br w:type="page"/></w:r>') + p(anchored(40, 20, NONE, x="margin:outside")))
    assert placed(layout, 1)[0][0] == 50.0


def test_positions_are_relative_to_the_column_of_the_anchor() -> None:
    end = section().replace("</w:sectPr>", '<w:cols w:num="2" w:space="400"/></w:sectPr>')
    body = p(r("ก") + '<w:r><w:br w:type="column"/></w:r>') + p(anchored(40, 20, NONE, x="column:10") + r("ข"))
    assert placed(laid(body, end=end))[0][0] == pytest.approx(220.0)


def test_a_float_that_hangs_from_a_paragraph_stays_on_the_page() -> None:
    body = "".join(p(f"แถว {i}") for i in range(15)) + p(anchored(40, 200) + r("ข"))
    assert placed(laid(body))[0][1] == pytest.approx(200.0)


def test_behind_the_text_is_painted_first() -> None:
    layout = laid(p("ก" + "ข") + p(anchored(400, 400, NONE, x="page:0", y="page:0", behind=True) + r("ค")))
    assert isinstance(layout.pages[0].boxes[0], Group)
    front = laid(p(anchored(400, 400, NONE, x="page:0", y="page:0") + r("ค")))
    assert isinstance(front.pages[0].boxes[-1], Group)


# ---------------------------------------------------------------- text beside them


def test_square_wrap_narrows_the_lines_beside_it() -> None:
    layout = laid(p(anchored(100, 40, gap=6) + TEXT, '<w:widowControl w:val="0"/>'))
    beside = [placed.x - LEFT for placed in lines(layout)]
    assert beside[:3] == [pytest.approx(106.0)] * 3
    assert set(beside[3:]) == {0.0}
    right = laid(p(anchored(100, 40, x="margin:right", gap=6) + TEXT))
    assert {placed.x for placed in lines(right)} == {LEFT}
    assert all(placed.line.width <= WIDTH - 106 + 4 for placed in lines(right)[:3])
    assert any(placed.line.width > WIDTH - 100 for placed in lines(right)[3:])


def test_text_stands_on_both_sides_or_where_it_is_told_to() -> None:
    for side, x in (("bothSides", 0.0), ("right", 190.0), ("left", 0.0), ("largest", 190.0)):
        layout = laid(p(anchored(100, 40, SQUARE.format(side), x="column:90") + TEXT))
        assert lines(layout)[0].x - LEFT == pytest.approx(x), side


def test_lines_that_have_no_room_beside_it_stand_below() -> None:
    layout = laid(p(anchored(260, 40) + TEXT))
    assert lines(layout)[0].y == pytest.approx(TOP + 40)


def test_top_and_bottom_moves_lines_below() -> None:
    layout = laid(p("ก") + p(anchored(20, 50, BELOW) + TEXT) + p("ท้าย"))
    first, second, *_ = lines(layout)
    assert first.y == TOP
    assert second.y == pytest.approx(TOP + LINE + 50)
    assert second.x == LEFT


def test_a_float_at_a_fixed_place_parts_later_paragraphs() -> None:
    body = p(anchored(100, 30, BELOW, y="margin:40") + r("หนึ่ง")) + p("สอง") + p("สาม")
    layout = laid(body)
    assert [line(layout, text).y for text in ("หนึ่ง", "สอง", "สาม")] == [
        TOP, pytest.approx(TOP + LINE), pytest.approx(TOP + 70),
    ]  # fmt: skip


def test_what_text_keeps_clear_of_is_painted_over_the_shading_beside_it() -> None:
    shade = '<w:shd w:val="clear" w:fill="DDDDDD"/>'
    layout = laid(p(anchored(40, 20, behind=True) + anchored(30, 20) + r("ก"), shade))
    assert [isinstance(box, Group) for box in layout.pages[0].boxes] == [False, True, True]
    assert [box.width for box in layout.pages[0].boxes[1:]] == [40.0, 30.0]


@pytest.mark.parametrize("behind", [True, False])
def test_no_wrap_leaves_the_text_where_it_is(behind: bool) -> None:
    with_it = laid(p(anchored(200, 100, NONE, behind=behind) + TEXT))
    without = laid(p(TEXT))
    assert [(placed.x, placed.y) for placed in lines(with_it)] == [(placed.x, placed.y) for placed in lines(without)]


def test_floats_go_with_the_line_they_hang_from() -> None:
    body = "".join(p(f"แถว{i}") for i in range(16)) + p(anchored(100, 40, gap=6) + TEXT)
    layout = laid(body)
    assert placed(layout, 0) == []
    assert placed(layout, 1) == [(50.0, TOP, 100.0, 40.0)]
    assert lines(layout, 1)[0].x - LEFT == pytest.approx(106.0)


def test_lines_that_go_to_the_next_page_are_as_wide_as_it() -> None:
    body = "".join(p(f"แถว{i}") for i in range(12)) + p(anchored(100, 120, gap=6) + TEXT, '<w:widowControl w:val="0"/>')
    layout = laid(body)
    assert all(placed.x - LEFT == pytest.approx(106.0) for placed in lines(layout) if "แถว" not in placed.line.text)
    assert {placed.x for placed in lines(layout, 1)} == {LEFT}
    assert lines(layout, 1)[0].y == TOP


def test_what_a_float_keeps_from_the_rest_of_the_page_goes_to_the_top_of_the_next() -> None:
    layout = laid(p(anchored(300, 280, BELOW, y="margin:30") + r("ก")) + p("ข") + p("ค"))
    assert [(page_of(layout, text), line(layout, text).y) for text in "กข"] == [(0, TOP), (1, TOP)]


def test_tables_keep_clear_of_floats() -> None:
    table = f'<w:tbl><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>{p("ช่อง")}</w:tc></w:tr></w:tbl>'
    layout = laid(p(anchored(100, 60, BELOW, y="paragraph:18.08") + r("ก")) + table + p("ข"))
    assert line(layout, "ช่อง").y >= TOP + LINE + 60 - 0.1
    assert any(isinstance(box, TableBox) for box in layout.pages[0].boxes)
    assert line(layout, "ข").y > line(layout, "ช่อง").y


# ---------------------------------------------------------------- what has no end


@pytest.mark.parametrize("wrap", [SQUARE.format("bothSides"), BELOW, NONE])
@pytest.mark.parametrize("size", [(100.0, 300.0), (400.0, 390.0), (2000.0, 2000.0), (0.0, 0.0)])
def test_a_float_as_high_as_the_page_in_every_paragraph(wrap: str, size: tuple[float, float]) -> None:
    layout = laid((p(anchored(*size, wrap) + r("ก")) + p("ข")) * 50)
    assert len(layout.pages) <= 101
    assert "".join(texts(layout)) == "กข" * 50


def test_a_float_that_pushes_its_own_line() -> None:
    for y in ("line:-30", "line:0", "paragraph:-200", "page:0", "margin:0"):
        layout = laid(p(TEXT + anchored(300, 300, y=y) + TEXT))
        assert len(layout.pages) < 20
        assert len("".join(texts(layout)).split()) == 80


def test_many_floats_in_one_paragraph() -> None:
    layout = laid(p("".join(anchored(30, 20, x=f"column:{i % 300}", y=f"paragraph:{i}") for i in range(200)) + TEXT))
    assert len("".join(texts(layout)).split()) == 40


# ---------------------------------------------------------------- frames


def framed(attributes: str) -> str:
    return f"<w:framePr {attributes}/>"


def test_a_framed_paragraph_stands_at_its_place_and_out_of_the_text() -> None:
    place = framed(
        'w:w="2000" w:h="800" w:hRule="exact" w:wrap="around" w:hAnchor="page" w:vAnchor="page" w:x="4000" w:y="5000"'
    )
    layout = laid(p("กรอบ", place) + p("ขข"))
    inside = line(layout, "กรอบ")
    assert (inside.x, inside.y) == (200.0, 250.0)
    assert line(layout, "ขข").y == TOP


def test_paragraphs_of_one_frame_share_it_and_text_keeps_clear() -> None:
    place = framed('w:w="2000" w:hSpace="100" w:wrap="around" w:hAnchor="margin" w:vAnchor="text" w:x="1" w:y="1"')
    layout = laid(p("หนึ่ง", place) + p("สอง", place) + p(TEXT))
    assert line(layout, "สอง").y == pytest.approx(line(layout, "หนึ่ง").y + LINE)
    beside = [placed.x - LEFT for placed in lines(layout) if "การ" in placed.line.text]
    assert beside[0] == pytest.approx(105.05)
    assert beside[-1] == 0.0


def test_a_page_number_in_a_frame_of_a_header_is_as_wide_as_its_text() -> None:
    place = framed('w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"')
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    end = section('<w:headerReference w:type="default" r:id="header1"/>')
    layout = laid(p("ก"), end=end, parts={"header1": p(number, place) + p("บน")})
    inside = line(layout, "1")
    assert inside.x + inside.line.width / 2 == pytest.approx(200.0, abs=0.5)
    assert inside.y == pytest.approx(20.0, abs=0.1)
    assert line(layout, "บน").y == pytest.approx(20.0)


def test_a_frame_that_nothing_follows_is_kept() -> None:
    place = framed('w:w="2000" w:wrap="none" w:hAnchor="page" w:vAnchor="page" w:x="400" w:y="400"')
    table = f"<w:tbl><w:tr><w:tc>{p('ช่อง')}</w:tc></w:tr></w:tbl>"
    for body in (p("กรอบ", place), p("กรอบ", place) + table + p()):
        layout = laid(body)
        assert (line(layout, "กรอบ").x, line(layout, "กรอบ").y) == (20.0, 20.0)


def test_text_runs_on_under_a_frame_without_wrapping() -> None:
    place = framed('w:w="2000" w:h="800" w:hRule="exact" w:wrap="none" w:vAnchor="text" w:x="1" w:y="1"')
    assert line(laid(p("กรอบ", place) + p("ขข")), "ขข").y == TOP


def test_a_frame_in_a_cell_is_its_table_s_own() -> None:
    place = framed('w:hSpace="141" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="2266"')
    table = f"<w:tbl>{''.join(f'<w:tr><w:tc>{p(name, place)}</w:tc></w:tr>' for name in ('หนึ่ง', 'สอง'))}</w:tbl>"
    layout = laid(table + p())
    assert line(layout, "หนึ่ง").y == pytest.approx(TOP)
    assert line(layout, "สอง").y == pytest.approx(TOP + LINE)


def test_drop_caps_are_reported() -> None:
    layout = laid(p("ก", framed('w:dropCap="drop" w:lines="2"')) + p("ข"))
    assert said(layout) == {"drop caps"}
    assert texts(layout) == ["ก", "ข"]


def test_text_boxes_keep_their_text() -> None:
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor behindDoc="0" distL="0" distR="0" distT="0"'
        ' distB="0" relativeHeight="1"><wp:positionH relativeFrom="page"><wp:posOffset>1270000</wp:posOffset>'
        "</wp:positionH>"
        '<wp:positionV relativeFrom="page"><wp:posOffset>2540000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1270000" cy="635000"/><wp:wrapNone/><wp:docPr id="1" name="t"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1270000" cy="635000"/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom>"
        f"</wps:spPr><wps:txbx><w:txbxContent>{p('ในกล่อง')}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
    layout = laid(p(r("นอก") + box))
    inside = line(layout, "ในกล่อง")
    assert (inside.x, inside.y) == (pytest.approx(100 + 7.2), pytest.approx(200 + 3.6))
    assert not said(layout)
