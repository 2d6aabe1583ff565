"""Sections: their pages, columns, headers and footers, and page numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from .documents import LINE, TOP, field, laid, line, lines, p, page_of, r, section, style, texts

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def sized(width: int, height: int, more: str = "", after: str = "", **margins: int) -> str:
    given = {"top": 1000, "right": 1000, "bottom": 1000, "left": 1000, "header": 400, "footer": 400, **margins}
    around = " ".join(f'w:{name}="{value}"' for name, value in given.items())
    return f'<w:sectPr>{more}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {around}/>{after}</w:sectPr>'


def kind(name: str) -> str:
    return f'<w:type w:val="{name}"/>'


def story(which: str, identity: str) -> str:
    return f'<w:{identity.rstrip("0123456789")}Reference w:type="{which}" r:id="{identity}"/>'


# ---------------------------------------------------------------- sizes


def test_each_section_has_its_own_page() -> None:
    landscape = '<w:sectPr><w:pgSz w:w="12000" w:h="8000" w:orient="landscape"/></w:sectPr>'
    layout = laid(p("ก", sized(6000, 7000, left=400)) + p("ข", landscape) + p("ค"))
    assert [(page.width, page.height) for page in layout.pages] == [(300.0, 350.0), (600.0, 400.0), (400.0, 400.0)]
    assert [lines(layout, index)[0].x for index in range(3)] == [20.0, 72.0, 50.0]


def test_the_gutter_is_added_to_the_left_margin() -> None:
    layout = laid(p("ก", '<w:jc w:val="right"/>') + p("ข"), end=sized(8000, 8000, gutter=600))
    assert line(layout, "ข").x == 80.0
    assert line(layout, "ก").x + line(layout, "ก").line.width == pytest.approx(350.0, abs=0.1)


def test_mirrored_margins_change_sides_on_even_pages() -> None:
    body = p("ก") + p(PAGE_BREAK) + p("ข")
    layout = laid(body, end=sized(8000, 8000, left=600, right=1600), settings="<w:mirrorMargins/>")
    assert (line(layout, "ก").x, line(layout, "ข").x) == (30.0, 80.0)


@pytest.mark.parametrize(
    "end",
    [
        '<w:sectPr><w:pgSz w:w="0" w:h="0"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="-5" w:h="junk"/></w:sectPr>',
        sized(2000, 2000, top=9000, bottom=9000, left=9000, right=9000, header=9000, footer=9000),
        sized(8000, 8000, left=-9000, right=-9000),
        sized(8000, 8000, top=-9000, bottom=-9000),
        sized(8000, 8000, after='<w:cols w:num="45" w:space="4000"/>'),
        sized(8000, 8000, after='<w:cols w:num="2" w:equalWidth="0"><w:col w:w="0"/><w:col w:w="-4"/></w:cols>'),
        sized(8000, 8000, after='<w:docGrid w:type="lines" w:linePitch="-4"/>'),
        sized(8000, 8000, after='<w:docGrid w:type="lines" w:linePitch="31680"/>'),
    ],
)
def test_sizes_that_leave_no_room_still_show_the_text(end: str) -> None:
    layout = laid("".join(p(f"ย่อหน้า {i}") for i in range(9)), end=end)
    shown = "".join("".join(texts(layout)).split())
    assert shown == "".join(f"ย่อหน้า{i}" for i in range(9))
    assert len(layout.pages) < 60


# ---------------------------------------------------------------- where sections start


def test_sections_start_on_a_new_page_unless_they_are_continuous() -> None:
    layout = laid(p("ก", section()) + p("ข", section(kind("continuous"))) + p("ค"), end=section(kind("continuous")))
    assert [page_of(layout, text) for text in "กขค"] == [0, 0, 0]
    layout = laid(p("ก", section()) + p("ข"))
    assert [page_of(layout, text) for text in "กข"] == [0, 1]


@pytest.mark.parametrize("start", ["nextPage", "oddPage"])
@pytest.mark.parametrize("mark", ["", '<w:bookmarkStart w:id="7" w:name="x"/>'])
def test_a_page_break_at_the_end_of_a_section_is_the_section_s_own_break(start: str, mark: str) -> None:
    ended = f"<w:p><w:pPr>{section()}</w:pPr>{mark}</w:p>"
    end = section(kind(start))
    layout = laid(p("ก") + p(PAGE_BREAK) + p(PAGE_BREAK) + ended + p(r("ข") + field("PAGE")), end=end)
    assert [page.label for page in layout.pages] == ["1", "2", "3"]
    assert texts(layout, 2) == ["ข3"]
    layout = laid(p("ก") + p(r("ค") + PAGE_BREAK) + p(r("ง") + PAGE_BREAK, section()) + p("ข"))
    assert [texts(layout, index)[-1] for index in range(3)] == ["ค", "ง", "ข"]
    assert len(laid(p("ก") + f"<w:p><w:pPr>{section()}</w:pPr></w:p>" * 2 + p("ข")).pages) == 3


def test_a_continuous_section_of_another_size_starts_a_page() -> None:
    layout = laid(p("ก", section()) + p("ข"), end=sized(9000, 9000, kind("continuous")))
    assert page_of(layout, "ข") == 1


def test_odd_and_even_sections_leave_a_page_blank() -> None:
    layout = laid(p("ก", section()) + p("ข"), end=section(kind("oddPage")))
    assert [len(texts(layout, index)) for index in range(3)] == [1, 0, 1]
    assert page_of(layout, "ข") == 2
    assert layout.pages[2].label == "3"
    layout = laid(p("ก", section()) + p("ข"), end=section(kind("evenPage")))
    assert (page_of(layout, "ข"), len(layout.pages)) == (1, 2)


def test_columns_are_filled_one_after_the_other() -> None:
    body = "".join(p(f"ย่อหน้า {i}") for i in range(24))
    layout = laid(body, end=section().replace("</w:sectPr>", '<w:cols w:num="2" w:space="400"/></w:sectPr>'))
    assert len(layout.pages) == 1
    assert {placed.x for placed in lines(layout)} == {50.0, 210.0}
    assert line(layout, "ย่อหน้า 16").y == TOP
    unequal = (
        '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="1000" w:space="600"/><w:col w:w="4400"/></w:cols></w:sectPr>'
    )
    layout = laid(body, end=section().replace("</w:sectPr>", unequal))
    assert {placed.x for placed in lines(layout)} == {50.0, 130.0}


def test_a_continuous_section_with_columns_stands_below_the_one_before() -> None:
    columns = section(kind("continuous")).replace("</w:sectPr>", '<w:cols w:num="2" w:space="400"/></w:sectPr>')
    layout = laid(p("หัว", section()) + "".join(p(f"ย่อหน้า {i}") for i in range(20)), end=columns)
    assert line(layout, "ย่อหน้า 0").y == pytest.approx(TOP + LINE)
    others = [placed for placed in lines(layout) if placed.x == 210.0]
    assert others
    assert others[0].y == pytest.approx(TOP + LINE)


def test_text_stands_in_the_middle_or_at_the_foot_of_its_page() -> None:
    for align, y in (("center", 200 - LINE / 2), ("bottom", 350 - LINE), ("top", TOP), ("junk", TOP)):
        end = section().replace("</w:sectPr>", f'<w:vAlign w:val="{align}"/></w:sectPr>')
        assert lines(laid(p("ก"), end=end))[0].y == pytest.approx(y)


def aligned(align: str, more: str = "") -> str:
    return section(more).replace("</w:sectPr>", f'<w:vAlign w:val="{align}"/></w:sectPr>')


def test_sections_on_one_page_are_aligned_only_if_they_agree() -> None:
    agreed = laid(p("ก", aligned("center")) + p("ข"), end=aligned("center", kind("continuous")))
    assert [placed.y for placed in lines(agreed)] == pytest.approx([200 - LINE, 200])
    for first, last in (("top", "center"), ("center", "bottom"), ("bottom", "top")):
        layout = laid(p("ก", aligned(first)) + p("ข"), end=aligned(last, kind("continuous")))
        assert [placed.y for placed in lines(layout)] == pytest.approx([TOP, TOP + LINE])


def test_a_full_page_is_spread_between_its_paragraphs() -> None:
    whole = p(" ".join(["กขค"] * 30), "<w:keepLines/>")
    layout = laid(whole * 9, end=aligned("both"))
    placed = lines(layout)
    assert placed[-1].y + LINE == pytest.approx(350, abs=0.1)
    assert placed[0].y == TOP
    steps = {round(b.y - a.y, 2) for a, b in pairwise(placed)}
    assert len(steps) == 2  # lines stay together, paragraphs move apart by the same
    assert min(steps) == pytest.approx(LINE, abs=0.01)
    assert lines(layout, 1)[0].y == TOP


@pytest.mark.parametrize("body", [p("ก") * 5, p("ก") * 4 + p(PAGE_BREAK) + p("ข") * 3])
def test_pages_that_are_not_full_are_not_spread(body: str) -> None:
    layout = laid(body, end=aligned("both"))
    for page in range(len(layout.pages)):
        found = lines(layout, page)
        assert [placed.y for placed in found] == pytest.approx([TOP + index * LINE for index in range(len(found))])


# ---------------------------------------------------------------- headers and footers


def test_headers_and_footers_stand_at_their_distances() -> None:
    end = section(story("default", "header1") + story("default", "footer1"))
    layout = laid(p("ก") + p(PAGE_BREAK) + p("ข"), end=end, parts={"header1": p("บน"), "footer1": p("ล่าง")})
    for page in (0, 1):
        found = {placed.line.text: placed for placed in lines(layout, page)}
        assert found["บน"].y == pytest.approx(20.0)
        assert found["ล่าง"].y + LINE == pytest.approx(380.0)
    assert line(layout, "ก").y == TOP


def test_a_header_taller_than_the_margin_pushes_the_text_down_and_a_footer_up() -> None:
    end = section(story("default", "header1") + story("default", "footer1"))
    layout = laid(
        "".join(p(f"ย่อหน้า {i}") for i in range(30)), end=end, parts={"header1": p("บน") * 4, "footer1": p("ล่าง") * 4}
    )
    assert line(layout, "ย่อหน้า 0").y == pytest.approx(20 + 4 * LINE)
    body = [placed for placed in lines(layout) if "ย่อหน้า" in placed.line.text]
    assert max(placed.y + LINE for placed in body) <= 380 - 4 * LINE + 0.2


def test_a_negative_margin_holds_whatever_the_header_needs() -> None:
    end = sized(8000, 8000, story("default", "header1"), top=-1000)
    layout = laid(p("ก"), end=end, parts={"header1": p("บน") * 4})
    assert line(layout, "ก").y == TOP


def test_a_header_taller_than_the_page_leaves_room_for_text() -> None:
    end = section(story("default", "header1"))
    layout = laid(p("ก") + p("ข"), end=end, parts={"header1": p("บน") * 60})
    assert len(layout.pages) < 5
    assert "ข" in "".join(texts(layout))


def test_first_even_and_default_headers() -> None:
    more = story("default", "header1") + story("first", "header2") + story("even", "header3")
    parts = {"header1": p("ปกติ"), "header2": p("หน้าแรก"), "header3": p("หน้าคู่")}
    body = p("ก") + p(PAGE_BREAK) + p("ข") + p(PAGE_BREAK) + p("ค")
    shown = {}
    for name, title, settings in (
        ("plain", "", ""), ("first", "<w:titlePg/>", ""), ("even", "", "<w:evenAndOddHeaders/>"),
    ):  # fmt: skip
        end = section(more).replace("</w:sectPr>", f"{title}</w:sectPr>")
        layout = laid(body, end=end, parts=parts, settings=settings)
        shown[name] = [lines(layout, page)[0].line.text for page in range(3)]
    assert shown["plain"] == ["ปกติ"] * 3
    assert shown["first"] == ["หน้าแรก", "ปกติ", "ปกติ"]
    assert shown["even"] == ["ปกติ", "หน้าคู่", "ปกติ"]


def test_a_header_says_which_heading_its_page_stands_under() -> None:
    heading = '<w:pStyle w:val="Chapter"/>'
    body = p("คำนำ")
    for number in (1, 2):
        body += p(f"บทที่ {number}", heading) + p(f"ตอนท้ายของบทที่ {number}", heading) + p("ก") + p(PAGE_BREAK)
        body += p("ข") + p(PAGE_BREAK)
    styles = style("Chapter")
    end = section(story("default", "header1") + story("default", "footer1"))
    parts = {
        "header1": p(field('STYLEREF "chapter"', "เก่า")),
        "footer1": p(field("STYLEREF Chapter \\l", "เก่า")) + p(field("STYLEREF Nowhere", "ที่เก็บไว้")),
    }
    layout = laid(body + p(field("STYLEREF Chapter", "ในเนื้อหา")), end=end, parts=parts, styles=styles)
    shown = [[placed.line.text for placed in lines(layout, page)] for page in range(len(layout.pages))]
    assert [page[0] for page in shown] == ["บทที่ 1", "ตอนท้ายของบทที่ 1", "บทที่ 2", "ตอนท้ายของบทที่ 2", "ตอนท้ายของบทที่ 2"]
    assert [page[1] for page in shown[:4]] == [f"ตอนท้ายของบทที่ {number}" for number in (1, 1, 2, 2)]
    assert {page[2] for page in shown} == {"ที่เก็บไว้"}
    assert shown[-1][3] == "ในเนื้อหา"


def test_headers_and_text_boxes_count_their_lists_by_themselves() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    box = (
        '<w:r><w:pict><v:rect style="position:absolute;width:90pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{p('กล่อง', listed)}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
    body = p("หนึ่ง", listed) + p(box) + p("สอง", listed) + p(box) + p(PAGE_BREAK) + p("สาม", listed)
    end = section(story("default", "header1"))
    layout = laid(body, end=end, parts={"header1": p("หัว", listed)}, numbering=numbering)
    shown = [placed.line.text.replace("\t", "") for page in range(2) for placed in lines(layout, page)]
    assert [text for text in shown if text.endswith("กล่อง")] == ["1.กล่อง", "2.กล่อง"]
    others = [text for text in shown if text and not text.endswith("กล่อง")]
    assert others == ["1.หัว", "1.หนึ่ง", "2.สอง", "1.หัว", "3.สาม"]


def test_a_first_page_without_a_header_of_its_own_has_none() -> None:
    end = section(story("default", "header1")).replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    layout = laid(p("ก") + p(PAGE_BREAK) + p("ข"), end=end, parts={"header1": p("ปกติ")})
    assert "ปกติ" not in texts(layout, 0)
    assert "ปกติ" in texts(layout, 1)


def test_sections_inherit_headers_until_they_have_their_own() -> None:
    parts = {"header1": p("หนึ่ง"), "header2": p("สอง")}
    body = p("ก", section(story("default", "header1"))) + p("ข", section()) + p("ค")
    layout = laid(body, end=section(story("default", "header2")), parts=parts)
    assert [lines(layout, page)[0].line.text for page in range(3)] == ["หนึ่ง", "หนึ่ง", "สอง"]


def test_a_header_that_is_missing_is_none() -> None:
    assert texts(laid(p("ก"), end=section(story("default", "header9")))) == ["ก"]


# ---------------------------------------------------------------- page numbers


def test_page_numbers_start_where_the_section_says_and_go_on_otherwise() -> None:
    number = p(field("PAGE", "?"))
    thai = section(story("default", "footer1")).replace("</w:sectPr>", '<w:pgNumType w:fmt="thaiNumbers"/></w:sectPr>')
    started = section().replace("</w:sectPr>", '<w:pgNumType w:start="9"/></w:sectPr>')
    layout = laid(p("ก", thai) + p("ข", section()) + p("ค", started) + p("ง"), parts={"footer1": number})
    assert [lines(layout, page)[0].line.text for page in range(4)] == ["๑", "2", "9", "10"]
    assert [page.label for page in layout.pages] == ["๑", "2", "9", "10"]


def test_numbers_that_are_none_do_no_harm() -> None:
    for start in ("-5", "0", "junk", "99999999999"):
        for shape in ("thaiNumbers", "upperRoman", "junk", "lowerLetter", "thaiCounting", "chicago", "ordinalText"):
            end = section(story("default", "footer1")).replace(
                "</w:sectPr>", f'<w:pgNumType w:fmt="{shape}" w:start="{start}"/></w:sectPr>'
            )
            assert len(laid(p("ก"), end=end, parts={"footer1": p(field("PAGE"))}).pages) == 1


def test_runs_in_a_header_take_its_own_relationships() -> None:
    layout = laid(p("ก"), end=section(story("default", "header1")), parts={"header1": p(r("บน") + r("สุด"))})
    assert texts(layout)[0] == "บนสุด"
