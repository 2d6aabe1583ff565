"""Tables on the page: heights of rows, places of text and borders, page breaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_docs.pages.model import TableBox

from .documents import LEFT, LINE, TOP, WIDTH, laid, line, lines, p, section, starts, texts
from .table_samples import (
    CENTRE,
    GOES_ON,
    HEADER,
    LEGACY,
    MODERN,
    RESTART,
    WHOLE,
    across,
    around,
    borders,
    cells,
    edge,
    floating,
    group,
    height,
    margins,
    tables,
    tbl,
    tc,
    tr,
    upright,
)

GRID = (2000, 2000)


def two(first: str = "ก", second: str = "ข", look: str = "", row: str = "") -> str:
    return tr(tc(first, look, 2000), tc(second, look, 2000), look=row)


# ---------------------------------------------------------------- heights


@pytest.mark.parametrize("size", [4, 8, 24])
def test_the_border_above_adds_to_a_rows_height_and_the_last_one_below(size: int) -> None:
    layout = laid(tbl(two(), two(), two(), look=borders(size), grid=GRID) + p("ท้าย"), settings=MODERN)
    width = size / 8
    (box,) = tables(layout)
    assert across(box) == pytest.approx([TOP + width / 2 + row * (LINE + width) for row in range(4)], abs=1e-3)
    assert lines(layout)[0].y == pytest.approx(TOP + width)
    assert line(layout, "ท้าย").y == pytest.approx(TOP + 3 * LINE + 4 * width)


def test_the_widest_border_above_moves_the_text_of_the_whole_row() -> None:
    thick = tr(tc("ก", around(edge("top", 24)), 2000), tc("ข", around(edge("top", 4)), 2000))
    layout = laid(tbl(thick, grid=GRID), settings=MODERN)
    assert [item.y for item in lines(layout)] == pytest.approx([TOP + 3.0, TOP + 3.0])


def test_rows_without_borders_are_as_high_as_their_text() -> None:
    layout = laid(tbl(two("ก1"), two("ก2"), grid=GRID))
    assert line(layout, "ก2").y - line(layout, "ก1").y == pytest.approx(LINE)
    assert tables(layout)[0].rules == ()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("", 30.0 + 4 + 6 + 1), ("atLeast", 30.0 + 4 + 6 + 1), ("exact", 30.0 + 6)],
)
def test_a_least_height_is_the_texts_and_an_exact_one_the_rows(rule: str, expected: float) -> None:
    look = borders(8) + margins("tblCellMar", top=80, bottom=120)
    layout = laid(tbl(two(row=height(600, rule)), two("ก2", row=height(600, rule)), look=look, grid=GRID))
    first, second, _ = across(tables(layout)[0])
    assert second - first == pytest.approx(expected)


def test_an_exact_row_is_clipped_and_a_least_one_grows() -> None:
    layout = laid(tbl(two(row=height(200, "exact")), two(row=height(200, "atLeast")), grid=GRID))
    made = list(cells(layout))
    assert [item.height for item in made] == pytest.approx([10, 10, LINE, LINE])
    assert [item.clipped for item in made] == [True, True, False, False]


def test_the_largest_upper_margin_of_a_row_holds_for_all_its_cells() -> None:
    row = tr(tc("ก", margins("tcMar", top=200), 2000), tc("ข", margins("tcMar", bottom=100), 2000))
    layout = laid(tbl(row, grid=GRID) + p("ท้าย"))
    assert [item.y for item in lines(layout)[:2]] == pytest.approx([TOP + 10, TOP + 10])
    assert line(layout, "ท้าย").y == pytest.approx(TOP + 10 + LINE + 5)


def test_spacing_counts_above_the_first_and_below_the_last_paragraph_of_a_cell() -> None:
    spaced = p("ก", '<w:spacing w:before="240" w:after="120"/>')
    layout = laid(tbl(tr(tc(spaced)), grid=(4000,)) + p("ท้าย"))
    assert line(layout, "ก").y == pytest.approx(TOP + 12)
    assert line(layout, "ท้าย").y == pytest.approx(TOP + 12 + LINE + 6)


def test_automatic_spacing_at_the_ends_of_a_cell_is_none() -> None:
    spaced = p("ก", '<w:spacing w:beforeAutospacing="1" w:afterAutospacing="1"/>')
    layout = laid(tbl(tr(tc(spaced)), grid=(4000,)) + p("ท้าย"))
    assert [line(layout, text).y for text in ("ก", "ท้าย")] == pytest.approx([TOP, TOP + LINE])


def test_the_empty_paragraph_below_a_nested_table_takes_no_room() -> None:
    inner = tbl(two("ใน"), grid=GRID)
    layout = laid(tbl(tr(tc(inner + p())), grid=(5000,)) + p("ท้าย"))
    assert line(layout, "ท้าย").y == pytest.approx(TOP + LINE)
    layout = laid(tbl(tr(tc(inner + p("ข้อความ"))), grid=(5000,)) + p("ท้าย"))
    assert line(layout, "ท้าย").y == pytest.approx(TOP + 2 * LINE)


@pytest.mark.parametrize(("align", "share"), [("top", 0.0), ("center", 0.5), ("bottom", 1.0)])
def test_text_stands_high_in_the_middle_or_low(align: str, share: float) -> None:
    layout = laid(tbl(two(look=f'<w:vAlign w:val="{align}"/>', row=height(1000)), grid=GRID))
    assert lines(layout)[0].y == pytest.approx(TOP + share * (50 - LINE))


# ---------------------------------------------------------------- where a table stands


def test_before_word_2013_the_text_stands_at_the_margin_since_then_the_border() -> None:
    xml = tbl(two(), look=borders(8), grid=GRID)
    old, new = laid(xml, settings=LEGACY), laid(xml, settings=MODERN)
    assert upright(tables(old)[0])[0] == pytest.approx(LEFT - 5.4)
    assert starts(old, "ก") == pytest.approx(LEFT)
    assert upright(tables(new)[0])[0] == pytest.approx(LEFT + 0.5)
    assert starts(new, "ก") == pytest.approx(LEFT + 0.5 + 5.4)


@pytest.mark.parametrize("indent", [-500, 0, 720])
def test_an_indent_moves_the_table(indent: int) -> None:
    look = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' + margins("tblCellMar", left=60)
    assert starts(laid(tbl(two(), look=look, grid=GRID), settings=LEGACY), "ก") == pytest.approx(LEFT + indent / 20)
    assert tables(laid(tbl(two(), look=look, grid=GRID), settings=MODERN))[0].x == pytest.approx(LEFT + indent / 20)


def test_a_nested_table_stands_with_its_border_in_the_cell_in_every_mode() -> None:
    inner = tbl(two("ใน"), grid=(1000, 1000))
    layout = laid(tbl(tr(tc(inner + p())), grid=(5000,)), settings=LEGACY)
    assert starts(layout, "ใน") == pytest.approx(LEFT + 5.4)


@pytest.mark.parametrize(("where", "x"), [("center", LEFT + 50), ("right", LEFT + 100), ("end", LEFT + 100)])
def test_tables_in_the_middle_or_on_the_right(where: str, x: float) -> None:
    layout = laid(tbl(two(), look=f'<w:jc w:val="{where}"/><w:tblInd w:w="700" w:type="dxa"/>', grid=GRID))
    assert tables(layout)[0].x == pytest.approx(x)


@pytest.mark.parametrize(("mode", "width"), [(LEGACY, WIDTH + 10.8), (MODERN, WIDTH - 1.0)])
def test_a_full_width_table_fills_the_text_by_its_text_or_by_its_borders(mode: str, width: float) -> None:
    look = '<w:tblW w:w="5000" w:type="pct"/>' + borders(8)
    assert tables(laid(tbl(two(), look=look), settings=mode))[0].width == pytest.approx(width)


def test_columns_left_out_at_a_rows_ends() -> None:
    gap = tr(tc("ค", width=2000), look='<w:gridBefore w:val="1"/>')
    short = tr(tc("ง", width=2000), look='<w:gridAfter w:val="1"/>')
    layout = laid(tbl(two(), gap, short, look=borders(), grid=GRID), settings=LEGACY)
    assert starts(layout, "ค") == pytest.approx(LEFT + 100)
    assert starts(layout, "ง") == pytest.approx(LEFT)
    (box,) = tables(layout)
    beside = [rule for rule in box.rules if rule.x1 == rule.x2 and abs(rule.x1) < 0.01]
    assert len(beside) == 2


# ---------------------------------------------------------------- borders


def drawn(box: TableBox, x1: float, x2: float, style: str | None = None) -> list[float]:
    """The widths of the horizontal rules from x1 to x2 of a table, from the top."""
    found = [rule for rule in box.rules if rule.y1 == rule.y2 and (rule.x1, rule.x2) == pytest.approx((x1, x2))]
    return [rule.width for rule in sorted(found, key=lambda rule: rule.y1) if style in (None, rule.style)]


def test_the_wider_border_wins_where_two_cells_meet_and_none_never_hides_one() -> None:
    upper = tr(tc("ก", around(edge("bottom", 24)), 2000), tc("ข", around(edge("bottom", 0, "nil")), 2000))
    lower = tr(tc("ก", around(edge("top", 4)), 2000), tc("ข", around(edge("top", 4)), 2000))
    (box,) = tables(laid(tbl(upper, lower, grid=GRID), settings=MODERN))
    assert drawn(box, 0, 100) == [3.0]
    assert drawn(box, 100, 200) == [0.5]


def test_each_border_is_drawn_once() -> None:
    (box,) = tables(laid(tbl(*[two() for _ in range(5)], look=borders(), grid=GRID)))
    assert len([rule for rule in box.rules if rule.y1 == rule.y2]) == 6
    assert len([rule for rule in box.rules if rule.x1 == rule.x2]) == 15


def test_a_cell_merged_downwards_has_no_border_within() -> None:
    rows = (tr(tc("รวม", RESTART, 2000), tc("1", "", 2000)), tr(tc("", GOES_ON, 2000), tc("2", "", 2000)))
    (box,) = tables(laid(tbl(*rows, look=borders(8), grid=GRID)))
    assert drawn(box, 0, 200) == [1.0, 1.0]
    assert drawn(box, 100, 200) == [1.0]


def test_diagonal_borders_run_from_corner_to_corner() -> None:
    row = tr(tc("ก", around(edge("tl2br", 4)), 2000), tc("ข", around(edge("tr2bl", 4)), 2000))
    (box,) = tables(laid(tbl(row, grid=GRID)))
    assert {(rule.x1, rule.x2, round(rule.y2 - rule.y1, 2)) for rule in box.rules} == {
        (0, 100, LINE), (100, 200, -LINE),
    }  # fmt: skip


def test_cells_that_stand_apart_have_borders_of_their_own() -> None:
    look = '<w:tblCellSpacing w:w="60" w:type="dxa"/>' + borders(8)
    layout = laid(tbl(two(), two("ค"), look=look, grid=GRID), settings=MODERN)
    (box,) = tables(layout)
    assert upright(box) == pytest.approx([LEFT + 3, LEFT + 97, LEFT + 103, LEFT + 197])
    assert line(layout, "ค").y - line(layout, "ก").y == pytest.approx(LINE + 6)


def test_shading_lies_under_cells_and_under_all_of_a_merged_one() -> None:
    shade = '<w:shd w:val="clear" w:fill="D9E2F3"/>'
    rows = (tr(tc("รวม", RESTART + shade, 2000), tc("1", "", 2000)), tr(tc("", GOES_ON, 2000), tc("2", "", 2000)))
    (box,) = tables(laid(tbl(*rows, grid=GRID)))
    assert [(fill.x, fill.y, fill.height) for fill in box.fills] == [
        (0, 0, pytest.approx(LINE)), (0, pytest.approx(LINE), pytest.approx(LINE)),
    ]  # fmt: skip


# ---------------------------------------------------------------- merged cells


def test_what_a_merged_cell_needs_goes_to_the_last_row_that_may_grow() -> None:
    tall = "".join(p(f"ย่อหน้า {index}") for index in range(6))
    rows = [tr(tc(tall, RESTART, 2000), tc("1", "", 2000)), tr(tc("", GOES_ON, 2000), tc("2", "", 2000))]
    rows += [tr(tc("", GOES_ON, 2000), tc("3", "", 2000), look=height(400, "exact"))]
    (box,) = tables(laid(tbl(*rows, look=borders(8), grid=GRID)))
    first, second, third, fourth = across(box)
    assert second - first == pytest.approx(LINE + 1)
    assert third - second == pytest.approx(6 * LINE + 1 - (LINE + 1) - 20)
    assert fourth - third == pytest.approx(20)


def test_a_merged_cell_in_the_middle_of_its_rows() -> None:
    rows = [tr(tc("รวม", RESTART + CENTRE, 2000), tc("1", "", 2000))]
    rows += [tr(tc("", GOES_ON, 2000), tc(str(index), "", 2000)) for index in (2, 3)]
    layout = laid(tbl(*rows, grid=GRID))
    assert line(layout, "รวม").y == pytest.approx(line(layout, "2").y)


# ---------------------------------------------------------------- text that runs upwards or downwards


@pytest.mark.parametrize(("direction", "turn"), [("btLr", 270), ("tbRl", 90)])
def test_turned_text_has_lines_as_long_as_its_row_is_high(direction: str, turn: int) -> None:
    look = f'<w:textDirection w:val="{direction}"/>'
    words = "กก " * 18
    row = tr(tc(words, look, 2000), tc("ข", "", 2000), look=height(2000))
    (turned, _) = cells(laid(tbl(row, grid=GRID)))
    assert (turned.turn, turned.height) == (turn, pytest.approx(100))
    (paragraph,) = group(turned).blocks
    assert len(paragraph.lines) == 3  # type: ignore[union-attr]
    assert paragraph.width == pytest.approx(100)


def test_a_row_of_no_given_height_is_as_high_as_the_longest_turned_word() -> None:
    word = "Supercalifragilistic"
    row = tr(tc(f"{word} a", '<w:textDirection w:val="btLr"/>', 2000), tc("ข", "", 2000))
    layout = laid(p(word) + tbl(row, grid=GRID))
    width = sum(run.width for run in lines(layout)[0].line.runs)
    assert tables(layout)[0].cells[0].height == pytest.approx(width, abs=0.01)


def test_a_merged_turned_cell_runs_along_all_its_rows() -> None:
    look = RESTART + '<w:textDirection w:val="btLr"/>'
    rows = [tr(tc("กก กก กก", look, 1000), tc("1", "", 2000))]
    rows += [tr(tc("", GOES_ON, 1000), tc(str(index), "", 2000)) for index in (2, 3)]
    turned = next(cell for cell in cells(laid(tbl(*rows, grid=(1000, 2000)))) if cell.turn)
    assert turned.height == pytest.approx(3 * LINE)
    (paragraph,) = group(turned).blocks
    assert len(paragraph.lines) == 1  # type: ignore[union-attr]


# ---------------------------------------------------------------- other places


def test_a_table_in_a_header() -> None:
    end = section('<w:headerReference w:type="default" r:id="header1"/>')
    layout = laid(p("เนื้อ"), parts={"header1": tbl(two("หัวกระดาษ"), grid=GRID) + p()}, end=end)
    assert "หัวกระดาษ" in texts(layout)


def test_a_table_wider_than_the_page_is_not_cut() -> None:
    layout = laid(tbl(tr(*[tc(f"ช{index}", "", 3000) for index in range(8)]), grid=(3000,) * 8))
    assert tables(layout)[0].width == pytest.approx(1200)
    assert len(texts(layout)) == 8


# ---------------------------------------------------------------- size and nonsense


def test_two_thousand_rows_are_laid_out_in_time_with_their_number() -> None:
    def seconds(count: int) -> float:
        rows = [tr(tc(f"{n}"), tc("กก", RESTART if n % 10 == 0 else GOES_ON)) for n in range(count)]
        xml = tbl(two("หัว", row=HEADER), *rows, look=borders(4), grid=GRID)
        begun = time.perf_counter()
        laid(xml)
        return time.perf_counter() - begun

    seconds(20)
    assert seconds(1600) < 10 * seconds(400) + 0.5


@pytest.mark.parametrize(
    "xml",
    [
        tbl(),
        tbl(tr()),
        tbl(tr(), two()),
        tbl("<w:tr><w:tc/></w:tr>"),
        tbl(tr(tc("ก", '<w:gridSpan w:val="1000000000"/>')), two()),
        tbl(tr(tc("ก", '<w:gridSpan w:val="-3"/>')), grid=(-5, 0)),
        tbl(tr(tc("ก", '<w:gridSpan w:val="x"/><w:vMerge w:val="?"/>')), tr(tc("ข", GOES_ON))),
        tbl(tr(tc("ก"), look='<w:gridBefore w:val="999999999"/><w:gridAfter w:val="-1"/>')),
        tbl(tr(tc("ก"), look=height(-500, "exact")), grid=(10**9,)),
        tbl(tr(tc("ก"), look=height(999999999, "exact")), tr(tc("ข"))),
        tbl(tr(tc("ก", margins("tcMar", left=90000, top=90000)))),
        tbl(tr(tc("ก", '<w:textDirection w:val="btLr"/>'), look=height(1, "exact"))),
        tbl(two(), look='<w:tblW w:w="-100" w:type="pct"/><w:tblInd w:w="nan" w:type="dxa"/>'),
        tbl(two(), look='<w:tblCellSpacing w:w="99999" w:type="dxa"/>' + borders()),
        tbl(*[tr(tc("ก", GOES_ON)) for _ in range(3)], look=borders()),
        tbl(tr(*[tc("ก", "<w:hMerge/>") for _ in range(3)])),
        tbl(tr(*[tc(str(index)) for index in range(500)])),
    ],
)
def test_nonsense_is_laid_out(xml: str) -> None:
    for mode in (LEGACY, MODERN):
        layout = laid(xml + p("ท้าย"), settings=mode)
        assert "ท้าย" in texts(layout)
        assert len(layout.pages) <= 3


CELL = st.builds(
    lambda text, span, merge, width, align: tc(
        text, f'<w:gridSpan w:val="{span}"/>' * (span != 1) + merge + align, width
    ),
    st.sampled_from(["", "ก", "ขข ค", "ยาว " * 30]),
    st.sampled_from([1, 1, 1, 2, 5]),
    st.sampled_from(["", "", RESTART, GOES_ON]),
    st.sampled_from([None, 0, 500, 3000, "50%"]),
    st.sampled_from(["", CENTRE, '<w:textDirection w:val="btLr"/>', margins("tcMar", top=300)]),
)
ROW = st.builds(
    lambda made, look: tr(*made, look=look),
    st.lists(CELL, max_size=4),
    st.sampled_from(["", HEADER, WHOLE, height(400, "exact"), height(3000), '<w:gridBefore w:val="2"/>']),
)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(ROW, max_size=30), st.sampled_from(["", borders(12), floating(tblpX="900", horzAnchor="page")]))
def test_no_table_loses_a_word_that_no_exact_row_clips(rows: list[str], look: str) -> None:
    layout = laid(tbl(*rows, look=look) + p("ท้าย"))
    shown = "".join(texts(layout))
    xml = "".join(rows)
    if HEADER not in xml and "vMerge/" not in xml:
        assert shown.count("ยาว") == xml.count("ยาว")
    assert "ท้าย" in shown
