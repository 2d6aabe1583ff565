"""Catchwords: the opening words of a page at the foot of the page before."""

from __future__ import annotations

import pytest

from ita_docs.pages.catchwords import LONGEST, RESERVE, words
from ita_docs.pages.laying import LayoutOptions, lay_out
from ita_docs.pages.model import Layout

from .documents import LINE, TOP, docx, p, r


def laid(body: str, *, catchwords: bool = True) -> Layout:
    return lay_out(docx(body), LayoutOptions(catchwords=catchwords))


def last_lines(layout: Layout) -> list[str]:
    return [list(page.lines())[-1].line.text for page in layout.pages]


def test_each_page_but_the_last_ends_with_how_the_next_begins() -> None:
    body = "".join(p(f"{number}. เรื่องที่พิจารณา") for number in range(1, 40))
    layout = laid(body)
    first = [next(iter(page.lines())).line.text for page in layout.pages]
    assert len(layout.pages) == 3
    for shown, opening in zip(last_lines(layout), first[1:], strict=False):
        assert shown.startswith("/")
        assert shown.endswith("...")
        assert opening.startswith(shown[1:-3])
    assert not last_lines(layout)[-1].startswith("/")


def test_it_stands_at_the_right_in_room_that_the_text_leaves() -> None:
    caught = laid("".join(p("ก" * 20) for _ in range(20)))
    assert [len(list(page.lines())) for page in caught.pages] == [16, 5]
    catchword = list(caught.pages[0].lines())[-1]
    assert catchword.y == pytest.approx(350.0 - RESERVE)
    assert catchword.y > TOP + 15 * LINE
    assert catchword.x + catchword.line.width == pytest.approx(350.0, abs=0.5)


def test_where_pages_begin_that_nothing_but_their_fullness_began() -> None:
    long = "กขคง " * 300
    body = p("ก") * 15 + p("ข") + p(long) + p(r("ท้าย", "")) + p("หน้าใหม่", "<w:pageBreakBefore/>")
    layout = laid(body)
    assert [start.paragraph for start in layout.starts] == [16, 17]
    first, second = layout.starts
    assert first == (16, 0, "ข")
    before = [line.line.text for line in layout.pages[1].lines()][1:-1]
    assert second.offset == len("".join(before))
    assert long[second.offset :].startswith(second.words)


def test_it_is_plain_where_the_next_page_begins_underlined() -> None:
    body = "".join(p("ก") for _ in range(15)) + p(r("หัวข้อใหม่", '<w:u w:val="single"/>'))
    catchword = list(laid(body).pages[0].lines())[-1]
    assert catchword.line.text == "/หัวข้อใหม่..."
    assert not catchword.line.after


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("๓.๓ เจ้าหน้าที่ผู้รับผิดชอบต้องรายงาน", "๓.๓ เจ้าหน้าที่"),
        ("\t๑) หน่วยงาน", "๑) หน่วยงาน"),
        ("ที่", "ที่"),
        ("", ""),
    ],
)
def test_whole_words(line: str, expected: str) -> None:
    assert words(line) == expected


def test_a_word_longer_than_a_catchword_stands_whole() -> None:
    assert words("A" * (LONGEST + 10) + " ข") == "A" * (LONGEST + 10)
