"""Pages filled: spacing between paragraphs, and what must stay together."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import Layout

from .documents import LINE, TOP, WIDTH, docx, inline_picture, laid, line, lines, p, page_of, r, style, texts

PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
FULL = 16
"""How many lines a page of 300 points holds."""


def filler(count: int, look: str = "") -> str:
    return "".join(p(f"แถว{i}", look) for i in range(count))


def long(count: int) -> str:
    """The content of a paragraph of `count` lines."""
    return "<w:r><w:br/></w:r>".join(r(f"บรรทัด{i}") for i in range(count))


def per_page(layout: Layout) -> list[int]:
    return [len(texts(layout, index)) for index in range(len(layout.pages))]


def gap(first: str, second: str, settings: str = "", styles: str = "") -> float:
    """The space between two paragraphs with the given properties."""
    one, two = lines(laid(p("ก", first) + p("ข", second), settings=settings, styles=styles))
    return two.y - one.y - LINE


# ---------------------------------------------------------------- space between paragraphs


def test_the_larger_of_two_spaces_holds_or_their_sum_where_the_settings_say_so() -> None:
    after, before = '<w:spacing w:after="200"/>', '<w:spacing w:before="300"/>'
    assert gap(after, before) == pytest.approx(15.0)
    assert gap(after, "") == pytest.approx(10.0)
    sums = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    assert gap(after, before, sums) == pytest.approx(25.0)


def test_contextual_spacing_drops_the_space_between_paragraphs_of_one_style() -> None:
    styles = style("A") + style("B")
    spaced = '<w:spacing w:before="100" w:after="200"/><w:contextualSpacing/>'
    one, other = (f'<w:pStyle w:val="{name}"/>{spaced}' for name in "AB")
    assert gap(one, one, styles=styles) == pytest.approx(0.0)
    assert gap(one, other, styles=styles) == pytest.approx(10.0)


def test_automatic_spacing_is_fourteen_points() -> None:
    automatic = '<w:spacing w:before="0" w:beforeAutospacing="1" w:after="0" w:afterAutospacing="1"/>'
    assert gap(automatic, automatic) == pytest.approx(14.0)
    assert gap(automatic, '<w:spacing w:before="400"/>') == pytest.approx(20.0)


def test_space_before_counts_on_the_first_page_and_after_a_forced_break_but_not_at_an_automatic_one() -> None:
    spaced = '<w:spacing w:before="400"/>'
    assert line(laid(p("ก", spaced)), "ก").y == pytest.approx(TOP + 20)
    forced = laid(p("ก") + p(PAGE_BREAK) + p("ข", spaced))
    assert line(forced, "ข").y == pytest.approx(TOP + 20)
    before = laid(p("ก") + p("ข", spaced + "<w:pageBreakBefore/>"))
    assert line(before, "ข").y == pytest.approx(TOP + 20)
    automatic = laid(filler(FULL) + p("ข", spaced))
    assert (page_of(automatic, "ข"), line(automatic, "ข").y) == (1, TOP)


def test_space_after_may_hang_out_of_the_page() -> None:
    layout = laid(filler(FULL - 1) + p("ก", '<w:spacing w:after="900"/>') + p("ข"))
    assert (page_of(layout, "ก"), page_of(layout, "ข"), line(layout, "ข").y) == (0, 1, TOP)


# ---------------------------------------------------------------- where pages end


def test_a_page_is_full_when_no_line_fits() -> None:
    assert per_page(laid(filler(40))) == [16, 16, 8]


def test_widows_and_orphans_do_not_stand_alone() -> None:
    assert per_page(laid(filler(FULL - 1) + p(long(4)))) == [15, 4]
    assert per_page(laid(filler(FULL - 2) + p(long(4)))) == [16, 2]
    assert per_page(laid(filler(FULL - 3) + p(long(4)))) == [15, 2]
    assert per_page(laid(filler(FULL - 2) + p(long(3)))) == [14, 3]
    assert per_page(laid(filler(FULL - 1) + p(long(2)))) == [15, 2]


def test_without_widow_control_lines_stand_alone() -> None:
    off = '<w:widowControl w:val="0"/>'
    assert per_page(laid(filler(FULL - 1) + p(long(4), off))) == [16, 3]
    assert per_page(laid(filler(FULL - 3) + p(long(4), off))) == [16, 1]


def test_lines_kept_together_go_to_the_next_page_whole() -> None:
    assert per_page(laid(filler(FULL - 4) + p(long(6), "<w:keepLines/>"))) == [12, 6]


def test_a_heading_stays_with_the_lines_that_follow() -> None:
    keep = "<w:keepNext/>"
    assert per_page(laid(filler(FULL - 1) + p("หัว", keep) + p("ตาม"))) == [15, 2]
    assert per_page(laid(filler(FULL - 2) + p("หัว", keep) + p(long(4)))) == [14, 5]
    assert per_page(laid(filler(FULL - 3) + p("หัว", keep) * 3 + p("ตาม"))) == [13, 4]


def test_what_can_not_be_kept_together_is_divided() -> None:
    assert per_page(laid(filler(40, "<w:keepNext/>"))) == [16, 16, 8]
    assert per_page(laid(p(long(40), "<w:keepLines/>"))) == [16, 16, 8]


def test_a_chain_over_fifty_pages_ends() -> None:
    layout = laid(filler(800, "<w:keepNext/><w:keepLines/>"))
    assert len(layout.pages) == 50


def test_a_page_break_before_at_the_top_of_a_page_makes_no_empty_page() -> None:
    layout = laid(p("ก", "<w:pageBreakBefore/>") + p("ข") + p("ค", "<w:pageBreakBefore/>"))
    assert [page_of(layout, text) for text in "กขค"] == [0, 0, 1]


def test_a_picture_larger_than_the_page_stands_on_one_of_its_own() -> None:
    layout = laid(p("ก") + p(inline_picture(900, 900)) + p("ข"))
    assert (page_of(layout, "ก"), page_of(layout, "ข"), len(layout.pages)) == (0, 2, 3)


def test_what_does_not_fit_beside_the_heading_it_is_kept_with_goes_further_on() -> None:
    layout = laid(filler(8) + p(inline_picture(100, 140), "<w:keepNext/>") + p(inline_picture(100, 200)))
    for page in layout.pages:
        for placed in page.lines():
            assert placed.y + placed.line.height <= 350.2


# ---------------------------------------------------------------- borders and shading


def test_borders_take_room_and_are_joined_between_like_paragraphs() -> None:
    box = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="4"/>' for side in ("top", "left", "bottom", "right"))
    bordered = f'<w:pBdr>{box}</w:pBdr><w:shd w:val="clear" w:fill="EEEEEE"/>'
    first, second, third = lines(laid(p("ก", bordered) + p("ข", bordered) + p("ค")))
    assert first.y == pytest.approx(TOP + 5)
    assert second.y - first.y == pytest.approx(LINE)
    assert third.y - second.y == pytest.approx(LINE + 5)


# ---------------------------------------------------------------- long documents


def test_long_documents_take_time_with_their_length() -> None:
    layout = laid(filler(4000))
    assert per_page(layout) == [16] * 250
    assert texts(layout)[-1] == "แถว3999"


def test_the_same_document_is_laid_out_the_same_every_time() -> None:
    data = docx(filler(30) + p(r("การประชุมคณะกรรมการ " * 30), '<w:jc w:val="thaiDistribute"/>'))
    from ita_docs.pages.laying import lay_out

    one, two = lay_out(data), lay_out(data)
    assert [(item.x, item.y, item.line.width, item.line.text) for page in one.pages for item in page.lines()] == [
        (item.x, item.y, item.line.width, item.line.text) for page in two.pages for item in page.lines()
    ]
    assert all(item.line.width <= WIDTH + 4 for page in one.pages for item in page.lines())
