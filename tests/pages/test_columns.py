"""Text columns and continuous sections: evened out, ruled, broken, and what stands above and below them."""

from __future__ import annotations

import pytest

from ita_docs.pages.model import Layout, Shape

from .documents import LEFT, LINE, PAGE, TOP, anchored, laid, line, lines, p, page_of, r, section, texts

CONTINUOUS = '<w:type w:val="continuous"/>'
TWO = '<w:cols w:num="2" w:space="400"/>'
THREE = '<w:cols w:num="3" w:space="300"/>'
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
OFF = '<w:widowControl w:val="0"/>'


def ended(columns: str = "", start: str = CONTINUOUS) -> str:
    """The properties of a section with columns."""
    return section(start, PAGE + columns)


def rows(count: int) -> str:
    return "".join(p(f"แถว{i}") for i in range(count))


def standing(layout: Layout, page: int = 0) -> dict[float, list[str]]:
    """What stands in each column, by its x."""
    found: dict[float, list[str]] = {}
    for placed in lines(layout, page):
        if "แถว" in placed.line.text:
            found.setdefault(round(placed.x, 1), []).append(placed.line.text)
    return found


def counts(layout: Layout, page: int = 0) -> list[int]:
    return [len(items) for _, items in sorted(standing(layout, page).items())]


@pytest.mark.parametrize(("count", "parts"), [(1, [1]), (4, [2, 2]), (5, [3, 2]), (9, [5, 4]), (16, [8, 8])])
def test_columns_are_evened_out_before_a_continuous_section(count: int, parts: list[int]) -> None:
    layout = laid(p("หัว", section()) + rows(count) + p("", ended(TWO)) + p("ท้าย"), end=ended())
    assert counts(layout) == parts
    assert line(layout, "ท้าย").y == pytest.approx(TOP + LINE * (1 + max(parts)))


def test_three_columns_are_evened_out() -> None:
    layout = laid(p("หัว", section()) + rows(9) + p("", ended(THREE)) + p("ท้าย"), end=ended())
    assert counts(layout) == [3, 3, 3]


def test_the_last_section_is_filled_column_by_column() -> None:
    layout = laid(p("หัว", section()) + rows(9), end=ended(TWO))
    assert counts(layout) == [9]
    next_page = laid(rows(9) + p("", ended(TWO)) + p("ท้าย"), end=section())
    assert counts(next_page) == [9]
    assert page_of(next_page, "ท้าย") == 1


def test_the_last_page_of_columns_is_evened_out() -> None:
    layout = laid(rows(40) + p("", ended(TWO)) + p("ท้าย"), end=ended())
    assert (counts(layout, 0), counts(layout, 1)) == ([16, 16], [4, 4])


def test_lines_that_stay_together_do_in_columns_too() -> None:
    body = rows(3) + p("แถวหัว", "<w:keepNext/>") + p("แถวตาม")
    layout = laid(p("หัว", section()) + body + p("", ended(TWO)) + p("ท้าย"), end=ended())
    assert standing(layout)[210.0] == ["แถวหัว", "แถวตาม"]


def test_a_column_break_holds_what_stands_in_its_column() -> None:
    body = rows(2) + p(r("แถวปลาย") + COLUMN_BREAK) + p("แถวใหม่")
    layout = laid(p("หัว", section()) + body + p("", ended(TWO)) + p("ท้าย"), end=ended())
    assert counts(layout) == [3, 1]
    assert line(layout, "แถวใหม่").y == pytest.approx(TOP + LINE)
    assert line(layout, "ท้าย").y == pytest.approx(TOP + 4 * LINE)


def test_a_column_break_in_the_last_column_goes_to_the_next_page() -> None:
    body = p(r("แถว0") + COLUMN_BREAK) + p(r("แถว1") + COLUMN_BREAK) + p("แถว2")
    layout = laid(body, end=ended(TWO, ""))
    assert [page_of(layout, f"แถว{i}") for i in range(3)] == [0, 0, 1]


def test_spacing_goes_on_over_a_continuous_section() -> None:
    first, second = p("หนึ่ง", '<w:spacing w:after="200"/>' + section()), p("สอง", '<w:spacing w:before="300"/>')
    layout = laid(first + second, end=ended())
    assert line(layout, "สอง").y == pytest.approx(TOP + LINE + 15)
    lower = laid(first + p("สอง"), end=ended())
    assert line(lower, "สอง").y == pytest.approx(TOP + LINE + 10)


def test_the_empty_paragraph_that_ends_a_section_takes_no_line_unless_it_is_all_of_it() -> None:
    layout = laid(p("หนึ่ง") + p("", section()) + p("สอง"), end=ended())
    assert line(layout, "สอง").y == pytest.approx(TOP + LINE)
    alone = laid(p("หนึ่ง", section()) + p("", ended()) + p("สอง"), end=ended())
    assert line(alone, "สอง").y == pytest.approx(TOP + 2 * LINE)
    full = laid(rows(16) + p("", section()) + p("สอง"), end=section())
    assert (len(full.pages), page_of(full, "สอง")) == (2, 1)


def test_a_continuous_section_has_its_own_margins() -> None:
    narrow = PAGE.replace('w:left="1000"', 'w:left="2400"')
    layout = laid(
        p("หนึ่ง", section()) + p(anchored(20, 10, "<wp:wrapNone/>", x="margin:0") + r("สอง")),
        end=section(CONTINUOUS, narrow),
    )
    assert (line(layout, "หนึ่ง").x, line(layout, "สอง").x) == (LEFT, 120.0)
    assert line(layout, "สอง").y == pytest.approx(TOP + LINE)


def test_a_section_may_begin_in_the_next_column() -> None:
    body = p("หนึ่ง", ended(TWO, "")) + p("สอง", ended(TWO, '<w:type w:val="nextColumn"/>')) + p("สาม")
    layout = laid(body, end=ended(TWO, '<w:type w:val="nextColumn"/>'))
    assert [(page_of(layout, text), line(layout, text).x) for text in ("หนึ่ง", "สอง", "สาม")] == [
        (0, LEFT), (0, 210.0), (1, LEFT),
    ]  # fmt: skip


def test_a_first_page_that_began_further_up_leaves_no_header_of_its_kind() -> None:
    more = '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
    first = section(more)
    last = section(more + CONTINUOUS, PAGE + "<w:titlePg/>")
    body = p("หนึ่ง", first) + p("สอง") + p(PAGE_BREAK) + p("สาม")
    layout = laid(body, end=last, parts={"header1": p("ปกติ"), "header2": p("แรก")})
    assert [texts(layout, page)[0] for page in range(2)] == ["ปกติ", "ปกติ"]


def rules(layout: Layout) -> list[Shape]:
    return [box for box in layout.pages[0].boxes if isinstance(box, Shape)]


def test_a_line_stands_between_columns_as_long_as_the_longest() -> None:
    ruled = '<w:cols w:num="2" w:space="400" w:sep="1"/>'
    layout = laid(p("หัว", section()) + rows(5) + p("", ended(ruled)) + p("ท้าย"), end=ended())
    (rule,) = rules(layout)
    assert (rule.x, rule.y, rule.width, rule.height) == (200.0, pytest.approx(TOP + LINE), 0.0, pytest.approx(3 * LINE))
    assert not rules(laid(rows(5), end=ended(TWO)))
    assert not rules(laid(p("แถว"), end=ended(ruled)))


def test_what_hangs_from_a_paragraph_that_goes_to_the_next_column_goes_with_it() -> None:
    picture = anchored(40, 40, x="column:0")
    layout = laid(rows(16) + p(picture + r("ข้าง" * 12)) + p("ท้าย"), end=ended(TWO, ""))
    assert line(layout, "ข้าง").x == pytest.approx(210.0 + 40)
    assert line(layout, "แถว15").x == LEFT


def test_columns_beside_a_float_are_left_as_they_are() -> None:
    picture = anchored(40, 60, "<wp:wrapTopAndBottom/>", y="paragraph:20")
    body = p(picture + r("แถวแรก")) + rows(4)
    layout = laid(p("หัว", section()) + body + p("", ended(TWO)) + p("ท้าย"), end=ended())
    assert "".join(texts(layout)) == "หัวแถวแรกแถว0แถว1แถว2แถว3ท้าย"
    assert line(layout, "ท้าย").y > line(layout, "แถว3").y
