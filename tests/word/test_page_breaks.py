"""A document that breaks its pages where its layout does, with a catchword above each break."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest

import ita_docs
from ita_docs.pages.laying import LayoutOptions, lay_out
from ita_docs.word.page_breaks import break_pages

from ..pages.documents import docx, p, r
from .written import written

TAB = "<w:r><w:tab/></w:r>"

LONG = "".join(f"ข้อความที่ {number} ยาวพอสมควร " for number in range(120))
SAMPLE = Path(__file__).parents[2] / "samples" / "memo.xlsx"


def pages(data: bytes, *, catchwords: bool) -> list[list[str]]:
    """The lines of each page, spaces at their ends left out."""
    layout = lay_out(data, LayoutOptions(catchwords=catchwords))
    return [[line.line.text.strip() for line in page.lines() if line.line.text.strip()] for page in layout.pages]


def broken(data: bytes) -> bytes:
    return written(data, break_pages, lay_out(data, LayoutOptions(catchwords=True)).starts)


@pytest.mark.parametrize(
    "body",
    [
        "".join(p(f"ย่อหน้าที่ {number}") for number in range(50)),
        p(LONG),
        p(LONG, '<w:jc w:val="thaiDistribute"/><w:ind w:firstLine="700"/>'),
        p(r("ก") + TAB + r(LONG, '<w:b/><w:u w:val="single"/>') + r(LONG)),
        "".join(p(r("หัวข้อ ") + TAB + r(LONG[:200])) for _ in range(12)),
    ],
    ids=["paragraphs", "one paragraph", "spread", "runs", "tabs"],
)
def test_the_document_keeps_the_pages_of_the_layout_and_shows_its_catchwords(body: str) -> None:
    data = docx(body)
    assert len(pages(data, catchwords=True)) > 2
    assert pages(broken(data), catchwords=False) == pages(data, catchwords=True)


def test_no_word_is_lost_or_changed() -> None:
    data = docx(p(r(LONG) + r("ท้าย", "<w:i/>")))
    said = "".join(paragraph.text for paragraph in python_docx.Document(io.BytesIO(broken(data))).paragraphs)
    starts = lay_out(data, LayoutOptions(catchwords=True)).starts
    for start in starts:
        said = said.replace(f"/{start.words}...", "", 1)
    assert said.replace("\n", "").replace("\t", "") == LONG + "ท้าย"


def test_what_has_one_page_or_a_table_over_pages_stays_as_it_is() -> None:
    short = docx(p("ก"))
    assert broken(short) is short
    rows = "".join(f"<w:tr><w:tc>{p(f'แถว {number}')}</w:tc></w:tr>" for number in range(55))
    table = docx(f"<w:tbl>{rows}</w:tbl>" + p("ท้าย"))
    assert broken(table) is table
    assert written(short, break_pages, [(99, 0, "ก"), (0, 3, "ก")]) is short


def test_make_breaks_the_document_where_its_pdf_breaks(tmp_path: Path) -> None:
    kind, book = ita_docs.load_kind("memo"), ita_docs.read_workbook(SAMPLE)
    options = ita_docs.PdfOptions(catchwords=True)
    report = ita_docs.make(kind, book, tmp_path, pdf=True, pdf_options=options)
    several = [item for item in report.made if (item.pages or 0) > 1]
    caught = 0
    for item in several:
        data = (tmp_path / item.docx).read_bytes()
        laid = lay_out(data)
        assert len(laid.pages) == item.pages
        first = list(laid.pages[0].lines())[-1].line.text
        caught += first.strip().startswith("/")
        # a page that begins inside a table has no place for a break of its own
        assert first.strip().startswith("/") or python_docx.Document(io.BytesIO(data)).tables[1:]
    assert caught
