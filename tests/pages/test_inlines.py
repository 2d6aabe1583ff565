"""What stands in a paragraph: fields, links, bookmarks, symbols, breaks."""

from __future__ import annotations

from datetime import date

import pytest

from .documents import KO, LEFT, LINE, TOP, field, laid, line, lines, p, page_of, r, section, style, texts

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def simple(instruction: str, shown: str = "1") -> str:
    return f'<w:fldSimple w:instr="{instruction}">{r(shown)}</w:fldSimple>'


def bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="7" w:name="{name}"/><w:bookmarkEnd w:id="7"/>'


# ---------------------------------------------------------------- fields


@pytest.mark.parametrize("make", [field, simple])
def test_page_numbers_are_those_of_the_layout(make: object) -> None:
    assert callable(make)
    layout = laid(
        p(make("PAGE", "99")) + p(PAGE_BREAK + make(r"PAGE \* THAIARABIC", "99") + r("/") + make("NUMPAGES", "99"))
    )
    assert [text for text in texts(layout) if text] == ["1", "๒/2"]


def test_page_numbers_take_the_format_of_their_section() -> None:
    end = section().replace("</w:sectPr>", '<w:pgNumType w:fmt="thaiNumbers" w:start="9"/></w:sectPr>')
    layout = laid(p(field("PAGE")) + p(PAGE_BREAK + field("PAGE") + field(r"PAGE \* Arabic")), end=end)
    assert [text for text in texts(layout) if text] == ["๙", "๑๐10"]
    assert [page.label for page in layout.pages] == ["๙", "๑๐"]


def test_pages_of_the_section_are_counted() -> None:
    layout = laid(
        p(field("SECTIONPAGES") + PAGE_BREAK)
        + p("ข", section())
        + p(field("SECTIONPAGES") + r("/") + field("NUMPAGES"))
    )
    assert texts(layout, 0)[0] == "2"
    assert texts(layout, 2) == ["1/3"]


def test_page_references_ahead_and_behind() -> None:
    body = p(field(r"PAGEREF after \h", "?")) + p(bookmark("before") + r("ก"), "")
    body += p(PAGE_BREAK + bookmark("after") + r("ข")) + p(
        field("PAGEREF before", "?") + field("PAGEREF missing", "??")
    )
    layout = laid(body)
    assert texts(layout)[0] == "2"
    assert texts(layout)[-1] == "1??"
    assert layout.destinations["after"].page == 1
    (link,) = lines(layout)[0].line.links
    assert link.target == "#after"


def test_references_whose_length_moves_pages_settle() -> None:
    body = p(bookmark("b") + field("NUMPAGES", "x" * 400)) + "".join(p(f"ย่อหน้า {i}") for i in range(40))
    layout = laid(body)
    assert texts(layout)[0] == str(len(layout.pages))


def test_other_fields_keep_their_result() -> None:
    layout = laid(p(field("REF x \\h", "ผลลัพธ์") + simple("AUTHOR", "สมชาย") + field("MERGEFIELD a", "«a»")))
    assert texts(layout) == ["ผลลัพธ์สมชาย«a»"]


def test_the_date_is_that_of_today_where_it_is_given() -> None:
    body = p(field(r'DATE \@ "d MMMM bbbb"', "เก่า"))
    assert texts(laid(body)) == ["เก่า"]
    assert texts(laid(body, today=date(2025, 1, 9))) == ["9 มกราคม 2568"]
    for picture, stored, shown in (
        ("d MMMM yyyy", "1 มกราคม 2560", "9 มกราคม 2568"),
        ("d MMMM yyyy", "๑ มกราคม ๒๕๖๐", "๙ มกราคม ๒๕๖๘"),
        ("d MMMM yyyy", "1 March 2017", "9 January 2025"),
        ("d MMMM yyyy", "", "9 มกราคม 2025"),
    ):
        for said in (field(f'DATE \\@ "{picture}"', stored), simple(f"DATE \\@ &quot;{picture}&quot;", stored)):
            assert texts(laid(p(said), today=date(2025, 1, 9))) == [shown]
    assert texts(laid(p(field(r'CREATEDATE \@ "d"', "คงเดิม")), today=date(2025, 1, 9))) == ["คงเดิม"]


def test_nested_fields_and_instructions_are_not_shown() -> None:
    inner = field("DOCPROPERTY x", "ซ่อน")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = 1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r("เห็น ")}{field("PAGE", "9")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(laid(p(outer + r(" หลัง")))) == ["เห็น 1 หลัง"]


def test_fields_that_never_end_or_never_began_do_no_harm() -> None:
    assert texts(laid(p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("ก")))) == ["ก"]
    layout = laid(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>') + p("ข"))
    assert len(layout.pages) == 1


def test_a_table_of_contents_keeps_its_entries_and_gets_the_pages_of_this_layout() -> None:
    entry = '<w:hyperlink w:anchor="_Toc{0}">' + r("หัวข้อ {0}") + "<w:r><w:tab/></w:r>{1}</w:hyperlink>"
    look = '<w:pStyle w:val="TOC1"/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="6000"/></w:tabs>'
    first = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3" \\h</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    body = p(first + entry.format(1, field(r"PAGEREF _Toc1 \h", "77")), look)
    body += p(entry.format(2, field(r"PAGEREF _Toc2 \h", "77")), look)
    body += p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    for number in (1, 2):
        heading = f"{bookmark(f'_Toc{number}')}{r(f'เรื่องที่ {number}')}"
        body += p(heading, '<w:pageBreakBefore/><w:outlineLvl w:val="0"/>')
    layout = laid(body)
    assert texts(layout, 0)[:2] == ["หัวข้อ 1\t2", "หัวข้อ 2\t3"]
    assert {link.target for placed in lines(layout) for link in placed.line.links} == {"#_Toc1", "#_Toc2"}
    assert [(entry.title, entry.level, entry.at.page) for entry in layout.outline] == [
        ("เรื่องที่ 1", 1, 1),
        ("เรื่องที่ 2", 1, 2),
    ]


# ---------------------------------------------------------------- links, bookmarks, headings


def test_hyperlinks_lead_outside_and_inside() -> None:
    outside = f'<w:hyperlink r:id="link" w:anchor="top">{r("กก")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="here">{r("ขข")}</w:hyperlink>'
    layout = laid(p(r("ก") + outside + r("ค") + inside), links={"link": "https://example.go.th/"})
    first, second = lines(layout)[0].line.links
    assert (first.target, second.target) == ("https://example.go.th/#top", "#here")
    assert (first.x, first.width) == (pytest.approx(KO), pytest.approx(2 * KO))
    assert first.height == pytest.approx(LINE)


def test_a_hyperlink_field_leads_outside() -> None:
    layout = laid(p(field('HYPERLINK "https://example.go.th/a"', "ที่นี่")))
    assert [link.target for link in lines(layout)[0].line.links] == ["https://example.go.th/a"]
    layout = laid(p(field('HYPERLINK \\l "mark"', "ที่นี่")))
    assert [link.target for link in lines(layout)[0].line.links] == ["#mark"]


def test_a_hyperlink_that_leads_nowhere_is_text() -> None:
    layout = laid(p(f'<w:hyperlink r:id="missing">{r("ก")}</w:hyperlink>'))
    assert texts(layout) == ["ก"]
    assert lines(layout)[0].line.links == ()


def test_bookmarks_are_destinations() -> None:
    layout = laid(p("ก") + p(r("ขข") + bookmark("here") + r("ค")))
    found = layout.destinations["here"]
    assert (found.page, found.x, found.y) == (0, pytest.approx(LEFT + 0, abs=14), pytest.approx(TOP + LINE))


def test_headings_make_the_outline() -> None:
    styles = style("H1", '<w:outlineLvl w:val="0"/>') + style("H2", '<w:outlineLvl w:val="1"/>')
    body = p("บท ๑", '<w:pStyle w:val="H1"/>') + p("เนื้อหา") + p(PAGE_BREAK) + p("ข้อ  ๑.๑", '<w:pStyle w:val="H2"/>')
    body += p("", '<w:pStyle w:val="H1"/>') + p("ไม่ใช่", '<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>')
    layout = laid(body, styles=styles)
    assert [(item.level, item.title, item.at.page) for item in layout.outline] == [(1, "บท ๑", 0), (2, "ข้อ ๑.๑", 1)]
    roles = [item.role for item in layout.root.children]
    assert roles[:2] == ["H1", "P"]
    assert "H2" in roles


# ---------------------------------------------------------------- symbols and special characters


def test_symbols_are_shown_as_unicode() -> None:
    shown = texts(
        laid(
            p(
                '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r>'
                '<w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
            )
        )
    )
    assert len(shown[0]) == 2
    assert all(not 0xE000 <= ord(char) <= 0xF8FF for char in shown[0])
    assert texts(laid(p('<w:r><w:sym w:font="Wingdings" w:char="junk"/></w:r>' + r("ก")))) == ["ก"]
    assert texts(laid(p('<w:r><w:sym w:font="Arial" w:char="D800"/></w:r>'))) == ["\ufffd"]


def test_special_characters() -> None:
    assert texts(laid(p(f"{r('ก')}<w:r><w:noBreakHyphen/></w:r>{r('ข')}"))) == ["ก\u2011ข"]
    assert texts(laid(p("<w:r><w:t>\n  ก\tข  \n</w:t></w:r>"))) == ["ก ข"]


def test_runs_without_preserved_space_lose_it_at_their_ends() -> None:
    body = '<w:r><w:t>ก </w:t></w:r><w:r><w:t xml:space="preserve"> ข</w:t></w:r>'
    assert texts(laid(p(body))) == ["ก ข"]


# ---------------------------------------------------------------- breaks


def test_page_and_column_breaks() -> None:
    layout = laid(p(r("ก") + PAGE_BREAK + r("ข")) + p("ค"))
    assert [page_of(layout, text) for text in "กขค"] == [0, 1, 1]
    assert line(layout, "ข").y == TOP
    column = '<w:r><w:br w:type="column"/></w:r>'
    assert page_of(laid(p(r("ก") + column + r("ข"))), "ข") == 1
    columns = section().replace("</w:sectPr>", '<w:cols w:num="2" w:space="200"/></w:sectPr>')
    layout = laid(p(r("ก") + column + r("ข")), end=columns)
    assert (page_of(layout, "ข"), line(layout, "ข").x, line(layout, "ข").y) == (0, pytest.approx(205.0), TOP)


def test_a_bookmark_after_a_page_break_is_nothing_after_it() -> None:
    layout = laid(p(r("ก") + PAGE_BREAK + bookmark("ที่นี่")) + p("ข"))
    assert (texts(layout, 0), texts(layout, 1)) == (["ก"], ["ข"])
    assert "ที่นี่" in layout.destinations


def test_a_page_break_with_nothing_after_it_leaves_no_empty_line_on_the_next_page() -> None:
    layout = laid(p(r("ก") + PAGE_BREAK) + p("ข"))
    assert len(layout.pages) == 2
    assert line(layout, "ข").y == TOP
    layout = laid(p("ก") + p(PAGE_BREAK) + p("ข"))
    assert (page_of(layout, "ข"), line(layout, "ข").y) == (1, TOP)
