"""Whole documents: templates, options, problems, and the memory between passes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ita_docs.pages.laying import LayoutOptions, lay_out

from .documents import FONT, LINE, TOP, docx, field, laid, line, lines, p, page_of, r, section, texts

TEMPLATES = sorted((Path(__file__).parents[2] / "templates").glob("*/template.docx"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.parent.name)
def test_shipped_templates_are_laid_out_without_complaint(path: Path) -> None:
    layout = lay_out(path.read_bytes(), name=path.name)
    assert 1 <= len(layout.pages) <= 30
    assert not [item.worded("en").message for item in layout.problems if item.severity != "info"]
    assert "".join(texts(layout)).strip()
    for page in layout.pages:
        for placed in page.lines():
            assert placed.x >= 0  # on the right a row of tags may be wider than the table that it makes
            assert placed.y >= 0
            assert placed.y + placed.line.height <= page.height


def test_nothing_is_kept_from_one_document_to_the_next() -> None:
    one = docx(p(r("กา", '<w:szCs w:val="80"/>')))
    other = docx(p("กา"))
    first = lines(lay_out(one))[0].line.height
    assert lines(lay_out(other))[0].line.height == pytest.approx(LINE)
    assert lines(lay_out(one))[0].line.height == first == pytest.approx(40 * 1.13)


def test_fonts_that_are_missing_are_named_once_with_their_count() -> None:
    layout = laid(p(r("กขค", '<w:rFonts w:cs="ไม่มีแบบอักษรนี้"/>')) * 3)
    (found,) = [item for item in layout.problems if item.value == "ไม่มีแบบอักษรนี้"]
    assert found.code == "font-substituted"
    assert found.detail["count"] == 9


def test_passes_do_not_count_or_report_twice() -> None:
    body = p(r("กขค", '<w:rFonts w:cs="ไม่มีแบบอักษรนี้"/>') + field("NUMPAGES")) + '<w:altChunk r:id="x"/>'
    layout = laid(body + p('<w:r><w:br w:type="page"/></w:r>'))
    codes = [item.code for item in layout.problems]
    assert codes.count("unsupported-feature") == 1
    assert len({(item.code, item.value) for item in layout.problems}) == len(codes)


def test_the_structure_tree_is_that_of_the_last_pass() -> None:
    layout = laid(p(field("NUMPAGES")) + p("ก") + p('<w:r><w:br w:type="page"/></w:r>' + r("ข")))
    assert [item.role for item in layout.root.children] == ["P"] * 3


def test_page_numbers_in_the_text_are_those_of_their_page() -> None:
    body = "".join(p(f"แถว{i}") for i in range(16)) + p(field("PAGE", "?"))
    layout = laid(body)
    assert texts(layout, 1) == ["2"]
    table = f"<w:tbl><w:tr><w:tc>{p(field('PAGE', '?'))}</w:tc></w:tr></w:tbl>{p()}"
    assert texts(laid(body + table), 1)[1] == "2"
    assert all(not name.startswith("\0") for name in layout.destinations)


def test_today_is_an_option() -> None:
    data = docx(p(field(r'DATE \@ "yyyy"', "0")))
    assert texts(lay_out(data, LayoutOptions(today=date(2024, 5, 6)))) == ["2024"]


def test_a_header_row_taller_than_a_page_is_not_repeated() -> None:
    header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{p('หัว') * 15}</w:tc></w:tr>"
    rows = "".join(f"<w:tr><w:tc>{p(f'แถว{i}')}</w:tc></w:tr>" for i in range(40))
    layout = laid(f"<w:tbl>{header}{rows}</w:tbl>{p()}")
    assert texts(layout).count("หัว") == 15
    for page in layout.pages:
        assert all(placed.y + placed.line.height <= 350.2 for placed in page.lines())


def test_a_row_that_must_not_be_split_but_is_taller_than_a_page_is() -> None:
    table = f"<w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>{p('ก') * 40}</w:tc></w:tr></w:tbl>{p()}"
    layout = laid(p("ข") + table)
    assert "".join(texts(layout)).count("ก") == 40
    for page in layout.pages:
        assert all(placed.y + placed.line.height <= 350.2 for placed in page.lines())


def test_sections_and_pages_of_a_whole_letter() -> None:
    letter = (
        p("ที่ อว ๐๐๐๑/๒๕๖๘") + p("เรื่อง ขอเชิญประชุม", '<w:spacing w:before="120"/>')
        + p("ด้วยคณะกรรมการจะจัดประชุม " * 40, '<w:jc w:val="thaiDistribute"/><w:ind w:firstLine="1440"/>')
        + p("ขอแสดงความนับถือ", '<w:jc w:val="center"/><w:keepNext/><w:spacing w:before="240"/>') + p("(สมหญิง ใจดี)")
    )  # fmt: skip
    end = section('<w:headerReference w:type="default" r:id="header1"/>').replace(
        "</w:sectPr>", "<w:titlePg/></w:sectPr>"
    )
    number = p(r("- ") + field(r"PAGE \* THAIARABIC") + r(" -"), '<w:jc w:val="center"/>')
    layout = laid(letter, end=end, parts={"header1": number})
    assert lines(layout)[0].y == TOP
    assert texts(layout, 1)[0] == "- ๒ -"
    assert page_of(layout, "ขอแสดง") == page_of(layout, "สมหญิง") == len(layout.pages) - 1
    assert line(layout, "เรื่อง").y == pytest.approx(TOP + LINE + 6)
    assert {run.face.family for page in layout.pages for item in page.lines() for run in item.line.runs} == {FONT}
