"""Floats as Word has them: both sides, an inch at least, lines above them, cells, headers, and growing boxes."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import Box, CellBox, Group, Layout, ParagraphBox, Picture, Shape, TableBox
from ita_docs.pages.wrapping import Beside, Obstacle, free_room

from .documents import LEFT, LINE, TOP, WIDTH, anchored, field, laid, line, lines, p, page_of, r, section, texts

NONE = "<wp:wrapNone/>"
SQUARE = "<wp:wrapSquare wrapText='bothSides'/>"
BELOW = "<wp:wrapTopAndBottom/>"
TEXT = r("การประชุมคณะกรรมการ " * 40)
SHORT = r("การประชุมคณะกรรมการ " * 20)
BREAK = '<w:r><w:br w:type="page"/></w:r>'


def filler(count: int) -> str:
    return "".join(p(f"แถว{i}") for i in range(count))


def pictures(layout: Layout, page: int = 0) -> list[tuple[float, float]]:
    """x and y of the pictures on a page."""
    found: list[tuple[float, float]] = []

    def look(box: Box | CellBox, x: float, y: float) -> None:
        x, y = x + box.x, y + box.y
        if isinstance(box, Picture):
            found.append((round(x, 2), round(y, 2)))
        for inner in (*getattr(box, "blocks", ()), *getattr(box, "cells", ())):
            look(inner, x, y)

    for box in layout.pages[page].boxes:
        look(box, 0.0, 0.0)
    return found


def shapes(layout: Layout, page: int = 0) -> list[Shape]:
    """The shapes that float on a page."""
    groups = [box for box in layout.pages[page].boxes if isinstance(box, Group)]
    return [inner for group in groups for inner in group.blocks if isinstance(inner, Shape)]


def box(
    text: str, width: float, height: float, body: str, wrap: str = NONE,
    place: tuple[tuple[str, int], tuple[str, int]] = (("column", 0), ("paragraph", 0)),
) -> str:  # fmt: skip
    """A run with a text box, at its paragraph's top unless told otherwise; `body` is the rest of its wps:bodyPr."""
    size = f'cx="{round(width * 12700)}" cy="{round(height * 12700)}"'
    start = "".join(
        f'<wp:position{axis} relativeFrom="{name}"><wp:posOffset>{offset * 12700}</wp:posOffset></wp:position{axis}>'
        for axis, (name, offset) in zip("HV", place, strict=True)
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0" distL="0" distR="0"'
        f' distT="0" distB="0" relativeHeight="1">{start}<wp:extent {size}/>{wrap}<wp:docPr id="1" name="t"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr {body}</wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def floating(layout: Layout, page: int = 0) -> list[tuple[float, float]]:
    """x and y of what floats on a page."""
    return [(box.x, box.y) for box in layout.pages[page].boxes if isinstance(box, Group)]


# ---------------------------------------------------------------- room beside floats


def rectangle(left: float, top: float, right: float, bottom: float, side: str = "bothSides") -> Obstacle:
    return Obstacle(left, top, right, bottom, whole=False, side=side)


def test_text_stands_beside_a_float_where_an_inch_is_left() -> None:
    for gap, beside in ((71.9, False), (71.96, True), (72.0, True)):
        y, _ = free_room([rectangle(0, 0, 300 - gap, 50)], 0, 300, 0, 18)
        assert (y == 0) is beside, gap


def test_both_sides_are_gaps_of_one_line() -> None:
    assert free_room([rectangle(100, 0, 180, 50)], 0, 300, 0, 18) == (0, ((0, 100), (180, 300)))
    assert free_room([rectangle(100, 0, 240, 50)], 0, 300, 0, 18) == (0, ((0, 100),))
    for side, gaps in (("left", ((0, 100),)), ("right", ((180, 300),)), ("largest", ((180, 300),))):
        assert free_room([rectangle(100, 0, 180, 50, side)], 0, 300, 0, 18) == (0, gaps)


def test_a_line_pushed_down_goes_below_the_first_float_that_makes_room() -> None:
    low, high = rectangle(0, 0, 250, 90), rectangle(220, 0, 300, 40)
    assert free_room([low, high], 0, 300, 0, 18)[0] == 90
    assert free_room([rectangle(0, 0, 150, 90), rectangle(200, 0, 300, 40)], 0, 300, 0, 18) == (40, ((150, 300),))


def test_space_before_is_kept_by_a_line_that_a_float_pushes_down() -> None:
    band = Obstacle(0, 10, 300, 50, whole=True)
    assert free_room([band], 0, 300, 24, 18, lead=24)[0] == 74
    # the space alone meets the band
    assert free_room([Obstacle(0, 0, 300, 20, whole=True)], 0, 300, 24, 18, lead=24)[0] == 44


def test_lines_that_stand_already_keep_their_room() -> None:
    first = Beside([rectangle(0, 0, 100, 30)], (0, 300), 0, 0)
    assert [first(y, 18) for y in (0.0, 18.0, 36.0)] == [
        (0.0, ((100, 300),)), (18.0, ((100, 300),)), (36.0, ((0.0, 300),)),
    ]  # fmt: skip
    again = Beside([rectangle(200, 400, 300, 500)], (0, 300), 400, 0, known=first.answers[:2])
    assert [again(y, 18) for y in (0.0, 18.0, 36.0)] == [
        (0.0, ((100, 300),)), (18.0, ((100, 300),)), (36.0, ((0, 200),)),
    ]  # fmt: skip


# ---------------------------------------------------------------- lines in two parts


def test_a_line_goes_on_beyond_the_float_in_its_middle() -> None:
    layout = laid(p(anchored(60, 40, x="column:110", gap=4) + TEXT, '<w:widowControl w:val="0"/>'))
    first, *_ = lines(layout)
    ends = [(run.x, run.x + run.width) for run in first.line.runs]
    assert first.x == LEFT
    assert not [end for start, end in ends if start < 106 - 4 < end - 8]
    assert any(start == pytest.approx(174.0) for start, _ in ends)
    assert "".join(texts(layout)).split() == ["การประชุมคณะกรรมการ"] * 40
    assert all(placed.line.width > 250 for placed in lines(layout)[:2])


def test_a_paragraph_may_end_in_the_first_part_of_a_line() -> None:
    layout = laid(p(anchored(60, 100, x="column:110") + r("สั้น")) + p("ต่อไป"))
    assert [placed.x for placed in lines(layout)] == [LEFT, LEFT]
    assert lines(layout)[1].y == pytest.approx(TOP + LINE)


def test_justified_text_fills_each_part() -> None:
    layout = laid(p(anchored(60, 60, x="column:120") + TEXT, '<w:jc w:val="thaiDistribute"/>'))
    for placed in lines(layout)[:3]:
        ends = [run.x + run.width for run in placed.line.runs]
        left = max(end for end in ends if end < 130)
        assert left == pytest.approx(120.0, abs=5)
        assert max(ends) == pytest.approx(WIDTH, abs=5)


def test_indents_count_from_the_column_and_not_from_the_float() -> None:
    beside = anchored(100, 60)
    for indent, x in ((40, 100.0), (140, 140.0)):
        layout = laid(p(beside + TEXT, f'<w:ind w:firstLine="{indent * 20}"/>'))
        assert lines(layout)[0].x - LEFT == pytest.approx(x)


# ---------------------------------------------------------------- where floats stand


def test_a_paragraph_begins_with_the_space_above_it_for_what_hangs_from_it() -> None:
    spaced = '<w:spacing w:before="480"/>'
    layout = laid(p("ก", '<w:spacing w:after="200"/>') + p(anchored(20, 10, NONE, y="paragraph:0") + r("ข"), spaced))
    assert line(layout, "ข").y == pytest.approx(TOP + LINE + 24)
    assert pictures(layout) == [(LEFT, pytest.approx(TOP + LINE + 10))]


def test_space_before_is_spent_again_below_a_band() -> None:
    layout = laid(p("ก") + p(anchored(100, 40, BELOW, x="column:0") + r("ข"), '<w:spacing w:before="240"/>'))
    assert line(layout, "ข").y == pytest.approx(TOP + LINE + 40 + 12)


def test_what_text_runs_round_stays_on_the_page_and_nothing_else() -> None:
    for wrap, y in ((SQUARE, 300.0), (NONE, TOP + 14 * LINE)):
        layout = laid(filler(14) + p(anchored(40, 100, wrap, x="column:250") + r("ข")))
        assert pictures(layout) == [(300.0, pytest.approx(y, abs=0.01))]


def test_a_float_at_a_fixed_place_parts_the_lines_above_its_own() -> None:
    layout = laid(p(SHORT) + p(anchored(100, 50, x="margin:right", y="margin:0", gap=5) + r("ท้าย")))
    assert pictures(layout) == [(250.0, TOP)]
    assert [placed.line.width < 200 for placed in lines(layout)[:5]] == [True, True, True, True, False]


def test_a_float_above_its_paragraph_stays_where_it_stood_first() -> None:
    before = laid(p(SHORT) + p(r("ท้าย")))
    layout = laid(p(SHORT) + p(anchored(100, 60, x="column:200", y="paragraph:-72.32") + r("ท้าย")))
    assert pictures(layout) == [(250.0, pytest.approx(line(before, "ท้าย").y - 72.32, abs=0.01))]
    moved = line(layout, "ท้าย")
    assert moved.y > line(before, "ท้าย").y
    assert "".join(texts(layout)).split() == "".join(texts(before)).split()


def test_floats_go_with_what_is_kept_with_their_paragraph() -> None:
    heading = p(anchored(60, 60, x="margin:right") + r("หัว"), "<w:keepNext/>")
    layout = laid(filler(15) + heading + p(TEXT))
    assert (pictures(layout, 0), pictures(layout, 1)) == ([], [(290.0, TOP)])
    assert [placed.line.width < 240 for placed in lines(layout, 1)[1:5]] == [True, True, True, False]


def test_a_line_that_its_own_float_pushes_off_the_page_takes_it_along() -> None:
    layout = laid(filler(12) + p(anchored(300, 100, BELOW) + r("ภาพ")) + p("ต่อ"))
    assert (page_of(layout, "ภาพ"), pictures(layout, 0), pictures(layout, 1)) == (1, [], [(LEFT, TOP)])
    assert line(layout, "ภาพ").y == pytest.approx(TOP + 100)
    inside = laid(p(r("ต้น " * 8) + "<w:r><w:br/></w:r>" * 12 + anchored(300, 100, BELOW, y="line:0") + r("ภาพ")))
    assert (page_of(inside, "ภาพ"), pictures(inside, 0), pictures(inside, 1)) == (1, [], [(LEFT, TOP)])


def test_what_hangs_after_a_page_break_stands_on_the_next_page() -> None:
    layout = laid(p(r("ก") + BREAK + anchored(100, 60, y="paragraph:0") + TEXT) + p("ท้าย"))
    assert (pictures(layout, 0), pictures(layout, 1)) == ([], [(LEFT, TOP)])
    assert [placed.x - LEFT for placed in lines(layout, 1)[:5]] == [100.0] * 4 + [0.0]


# ---------------------------------------------------------------- cells, headers, boxes


def test_a_cell_holds_what_text_runs_round_and_nothing_else() -> None:
    heights = {}
    for name, wrap in (("none", NONE), ("below", BELOW), ("square", SQUARE)):
        cell = p(anchored(40, 90, wrap) + r("ข้อความ"))
        layout = laid(
            f"<w:tbl><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>" + p()
        )
        (table,) = [item for item in layout.pages[0].boxes if isinstance(item, TableBox)]
        heights[name] = table.height
    assert heights["none"] == pytest.approx(LINE)
    assert heights["square"] == pytest.approx(90.0)
    assert heights["below"] == pytest.approx(90.0 + LINE)


def header(content: str, body: str, more: str = "", **parts: str) -> Layout:
    end = section('<w:headerReference w:type="default" r:id="header1"/>' + more)
    return laid(body, end=end, parts={"header1": content, **parts})


def test_text_keeps_clear_of_what_floats_in_a_header() -> None:
    emblem = box(p(), 60, 80, "/>", SQUARE, (("margin", 0), ("page", 20)))
    layout = header(p(emblem + r("หัวกระดาษ")), p(TEXT))
    assert floating(layout) == [(LEFT, 20.0)]
    assert line(layout, "หัวกระดาษ").x == pytest.approx(LEFT + 60)
    body = [placed for placed in lines(layout) if "การ" in placed.line.text]
    assert [placed.x - LEFT for placed in body[:4]] == [60.0, 60.0, 60.0, 0.0]
    behind = header(p(box(p(), 400, 400, "/>").replace('behindDoc="0"', 'behindDoc="1"') + r("หัว")), p(TEXT))
    assert isinstance(behind.pages[0].boxes[0], Group)
    assert [placed.x for placed in lines(behind)[1:3]] == [LEFT, LEFT]


def test_a_band_in_a_header_makes_the_header_higher() -> None:
    layout = header(p(box(p(), 300, 50, "/>", BELOW) + r("หัว")), p("ก"))
    assert line(layout, "หัว").y == pytest.approx(20 + 50)
    assert line(layout, "ก").y == pytest.approx(20 + 50 + LINE)


def test_a_footer_is_set_where_it_stands() -> None:
    more = '<w:footerReference w:type="default" r:id="footer1"/>'
    square = box(p(), 40, 30, "/>", SQUARE)
    layout = header(p("บน"), p("ก"), more, footer1=p(square + r("ล่าง")) + p("สุด"))
    assert line(layout, "สุด").y == pytest.approx(380 - LINE)
    assert floating(layout) == [(LEFT, pytest.approx(line(layout, "ล่าง").y))]
    assert line(layout, "ล่าง").x == pytest.approx(LEFT + 40)


def test_headers_that_stay_the_same_are_set_once_and_numbers_on_every_page() -> None:
    body = (p("ก") + p(BREAK)) * 3 + p("ท้าย")
    same = header(p("บน"), body)
    frames = [next(item for item in page.boxes if isinstance(item, ParagraphBox)) for page in same.pages]
    assert [item.lines[0].text for item in frames] == ["บน"] * 4
    assert frames[0] is frames[2]
    numbers = header(p(field("PAGE")), body)
    assert [texts(numbers, page)[0] for page in range(4)] == ["1", "2", "3", "4"]


def test_a_box_grows_with_its_text_and_the_text_around_it_knows() -> None:
    inside = p("หนึ่ง") + p("สอง") + p("สาม")
    layout = laid(p(box(inside, 100, 20, "><a:spAutoFit/></wps:bodyPr>", SQUARE) + TEXT))
    (shape,) = shapes(layout)
    assert shape.height == pytest.approx(3 * LINE + 7.2)
    assert max(float(step[2]) for step in shape.path if step[0] == "l") == pytest.approx(shape.height)
    beside = [placed.x - LEFT for placed in lines(layout) if "การ" in placed.line.text]
    assert beside[:4] == [pytest.approx(100.0)] * 4
    assert beside[4] == 0.0
    (fixed,) = shapes(laid(p(box(inside, 100, 20, "/>") + r("ก"))))
    assert fixed.height == 20.0


def test_text_in_the_middle_of_a_box_is_what_can_be_seen_of_it() -> None:
    for body, y in (('anchor="ctr"/>', (100 - LINE) / 2), ('anchor="b"/>', 100 - 3.6 - LINE), ('anchor="t"/>', 3.6)):
        layout = laid(p(box(p("ใน") + p(), 100, 100, body) + r("ก")))
        assert line(layout, "ใน").y - TOP == pytest.approx(y), body
    crowded = laid(p(box(p("ใน") * 5, 100, 40, 'anchor="ctr"/>') + r("ก")))
    assert line(crowded, "ใน").y - TOP == pytest.approx(3.6)
