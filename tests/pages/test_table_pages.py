"""Tables and pages: rows divided or kept, headings repeated, merged cells that go on, floating tables."""

from __future__ import annotations

import pytest

from .documents import KO, LEFT, LINE, TOP, WIDTH, laid, line, lines, p, page_of, section, starts, texts
from .table_samples import CENTRE, GOES_ON, HEADER, MODERN, RESTART, WHOLE, borders, floating, tables, tbl, tc, tr

GRID = (2000, 2000)
ROOM = 300.0
"""The height of a page's text."""


def two(first: str = "ก", second: str = "ข", row: str = "") -> str:
    return tr(tc(first, "", 2000), tc(second, "", 2000), look=row)


# ---------------------------------------------------------------- page breaks


def numbered(count: int, **more: str) -> list[str]:
    return [two(f"แถว{index:03d}", **more) for index in range(count)]


def test_heading_rows_are_repeated_on_every_page_and_are_read_once() -> None:
    head = [two("หัว1", row=HEADER), two("หัว2", row=HEADER)]
    layout = laid(tbl(*head, *numbered(40), look=borders(8), grid=GRID) + p("ท้าย"))
    assert len(layout.pages) == 4
    for page in range(3):
        assert texts(layout, page)[0:3:2] == ["หัว1", "หัว2"]
    table = layout.root.children[0]
    assert [cell.role for row in table.children[:3] for cell in row.children] == ["TH"] * 4 + ["TD"] * 2
    assert len(table.children) == 42
    repeated = tables(layout, 1)[0].cells[:4]
    assert all(cell.element is None for cell in repeated)


def test_only_the_first_rows_of_a_table_are_headings() -> None:
    layout = laid(tbl(two(), two("หัว", row=HEADER), *numbered(30), grid=GRID))
    assert texts(layout).count("หัว") == 1


def test_a_table_of_headings_only_is_not_repeated() -> None:
    layout = laid(tbl(*numbered(30, row=HEADER), grid=GRID))
    assert [text for text in texts(layout) if text.startswith("แถว")] == [f"แถว{index:03d}" for index in range(30)]


def paragraphs(count: int, name: str = "บรรทัด", look: str = "") -> str:
    return "".join(p(f"{name}{index:02d}", look) for index in range(count))


def test_a_row_begins_a_page_where_its_first_paragraph_does() -> None:
    begins = "<w:pageBreakBefore/>"
    rows = [two("หัว", row=HEADER), two("ต้น"), tr(tc(p("ใหม่", begins)), tc("ข"))]
    layout = laid(p("ก") + tbl(*rows, grid=GRID))
    assert [page_of(layout, text) for text in ("ต้น", "ใหม่")] == [0, 1]
    assert texts(layout, 1)[0] == "หัว"
    assert len(laid(tbl(tr(tc(p("ก", begins)))) + p("ข")).pages) == 1


def test_a_row_is_divided_between_pages_and_may_not_be() -> None:
    tall = tr(tc("ซ้าย", "", 2000), tc(paragraphs(10), "", 2000))
    filler = paragraphs(12, "ก่อน")
    layout = laid(filler + tbl(tall, look=borders(8), grid=GRID))
    assert page_of(layout, "บรรทัด03") == 0
    assert page_of(layout, "บรรทัด04") == 1
    assert line(layout, "บรรทัด04").y == pytest.approx(TOP + 1)
    assert tables(layout, 0)[0].height == pytest.approx(1 + 4 * LINE)
    layout = laid(filler + tbl(tall.replace("<w:trPr>", "<w:trPr>" + WHOLE), grid=GRID))
    assert page_of(layout, "ซ้าย") == page_of(layout, "บรรทัด00") == 1


def test_a_row_goes_on_whole_where_a_cell_cannot_begin_on_the_page() -> None:
    big = '<w:spacing w:line="2000" w:lineRule="exact"/>'
    row = tr(tc(paragraphs(10), "", 2000), tc(p("สูง", big), "", 2000))
    layout = laid(paragraphs(12, "ก่อน") + tbl(row, grid=GRID))
    assert page_of(layout, "บรรทัด00") == page_of(layout, "สูง") == 1


def test_a_row_higher_than_a_page_is_divided_even_if_it_says_no() -> None:
    layout = laid(p("ก่อน") + tbl(tr(tc(paragraphs(40)), look=WHOLE), grid=(4000,)) + p("ท้าย"))
    assert page_of(layout, "บรรทัด00") == 1
    assert page_of(layout, "บรรทัด39") == 3
    assert page_of(layout, "ท้าย") == 3


def test_a_nested_row_is_divided_with_the_row_it_stands_in() -> None:
    inner = tbl(tr(tc(paragraphs(30))), look=borders(4), grid=(3000,))
    layout = laid(tbl(tr(tc(inner + p())), look=borders(8), grid=(4000,)) + p("ท้าย"))
    assert len(layout.pages) == 2
    assert [text for text in texts(layout) if text.startswith("บรรทัด")] == [f"บรรทัด{n:02d}" for n in range(30)]
    assert page_of(layout, "บรรทัด20") == 1


def test_rows_kept_with_the_next_move_together_and_take_the_headings_along() -> None:
    keep = "<w:keepNext/>"
    rows = [two(f"แถว{index:02d}", p("ค", keep if index < 5 else "")) for index in range(6)]
    rows = [
        row.replace("<w:p>", f"<w:p><w:pPr>{keep}</w:pPr>", 1) if index < 5 else row for index, row in enumerate(rows)
    ]
    layout = laid(paragraphs(9, "ก่อน") + tbl(two("หัว", row=HEADER), *numbered(3), *rows, grid=GRID))
    assert page_of(layout, "แถว002") == 0
    assert {page_of(layout, f"แถว{index:02d} ".strip()) for index in range(4, 6)} == {1}
    assert texts(layout, 1)[0] == "หัว"
    assert "แถว00" in texts(layout, 1)


def test_a_heading_row_may_stand_alone_at_the_foot_of_a_page() -> None:
    row = tr(tc(paragraphs(3)), look=WHOLE)
    layout = laid(paragraphs(15, "ก่อน") + tbl(tr(tc("หัว"), look=HEADER), row, grid=(4000,)))
    assert "หัว" in texts(layout, 0)
    assert texts(layout, 1)[:2] == ["หัว", "บรรทัด00"]


# ---------------------------------------------------------------- merged cells


def test_a_merged_cell_goes_on_on_the_next_page_and_each_part_is_aligned_by_itself() -> None:
    rows = [tr(tc("รวม", RESTART + CENTRE, 2000), tc("ก0", "", 2000))]
    rows += [tr(tc("", GOES_ON, 2000), tc(f"ก{index}", "", 2000)) for index in range(1, 24)]
    layout = laid(tbl(*rows, look=borders(8), grid=GRID))
    first, second = tables(layout, 0)[0], tables(layout, 1)[0]
    assert line(layout, "รวม").y == pytest.approx(first.y + first.height / 2 - LINE / 2, abs=1.1)
    assert [len([cell for cell in box.cells if cell.x == 0]) for box in (first, second)] == [1, 0]
    for box in (first, second):
        ends = [rule.y1 for rule in box.rules if rule.y1 == rule.y2 and rule.x1 == 0]
        assert [min(ends), max(ends)] == pytest.approx([0.5, box.height - 0.5], abs=1.1)


def test_the_text_of_a_merged_cell_is_divided_with_its_rows() -> None:
    tall = "".join(p(f"ย่อหน้า{index:02d}") for index in range(24))
    rows = [tr(tc(tall, RESTART, 2000), tc("ก0", "", 2000))]
    rows += [tr(tc("", GOES_ON, 2000), tc(f"ก{index}", "", 2000)) for index in range(1, 24)]
    layout = laid(tbl(*rows, grid=GRID))
    assert sorted(text for text in texts(layout) if text.startswith("ย่อ")) == [f"ย่อหน้า{n:02d}" for n in range(24)]
    for index, page in enumerate(layout.pages):
        low = max(placed.y + placed.line.height for placed in page.lines())
        assert low <= TOP + ROOM + 0.2, index
    assert page_of(layout, "ย่อหน้า15") == 0
    assert page_of(layout, "ย่อหน้า20") == 1


# ---------------------------------------------------------------- floating tables


def test_a_floating_table_stands_where_it_says_and_text_runs_beside_it() -> None:
    place = floating(vertAnchor="page", horzAnchor="page", tblpX="5000", tblpY="1000")
    layout = laid(tbl(two("ลอย"), look=place, grid=(1000, 1000)) + p("กก " * 60), settings=MODERN)
    assert (starts(layout, "ลอย"), line(layout, "ลอย").y) == (pytest.approx(255.4), pytest.approx(50))
    beside = [item for item in lines(layout) if "กก" in item.line.text]
    assert beside[0].y == pytest.approx(TOP)
    assert max(run.x + run.width for run in beside[0].line.runs) <= 200.0 + KO
    assert max(run.x + run.width for run in beside[2].line.runs) > 250


def test_a_floating_table_hangs_from_the_paragraph_after_it() -> None:
    place = floating(vertAnchor="text", horzAnchor="margin", tblpXSpec="right", tblpY="400")
    layout = laid(p("ก่อน") + tbl(two("ลอย"), look=place, grid=GRID) + p("ตาม"), settings=MODERN)
    assert line(layout, "ลอย").y == pytest.approx(TOP + LINE + 20)
    assert starts(layout, "ลอย") == pytest.approx(LEFT + WIDTH - 200 + 5.4)
    assert line(layout, "ตาม").y == pytest.approx(TOP + LINE)


def test_a_floating_table_too_high_for_the_page_runs_over_pages_in_its_place() -> None:
    place = floating(vertAnchor="text", horzAnchor="page", tblpX="2000", tblpY="200")
    layout = laid(p("ก่อน") + tbl(*numbered(20), look=place, grid=(1000, 1000)) + p("ตาม"), settings=MODERN)
    assert len(layout.pages) == 2
    assert line(layout, "แถว000").x == pytest.approx(100 + 5.4)
    assert line(layout, "แถว000").y == pytest.approx(TOP + LINE + 10)
    assert page_of(layout, "ตาม") == 1


def test_a_table_in_the_text_stands_below_one_that_floats() -> None:
    place = floating(vertAnchor="text", horzAnchor="margin", tblpY="1")
    first = tbl(two("ลอย"), look=place, grid=(5000, 1000))
    layout = laid(first + tbl(two("ใน"), grid=GRID), settings=MODERN)
    assert line(layout, "ใน").y >= line(layout, "ลอย").y + LINE - 0.1


def test_tables_float_in_headers_and_footers_too() -> None:
    place = floating(vertAnchor="page", horzAnchor="page", tblpX="4000", tblpY="5000")
    hangs = floating(vertAnchor="text", horzAnchor="margin", tblpY="-400")
    parts = {
        "header1": p("หัว") + tbl(two("ลอย"), look=place, grid=GRID) + p(),
        "footer1": tbl(two("ห้อย"), look=hangs, grid=GRID) + p("ท้าย"),
    }
    references = "".join(f'<w:{kind}Reference w:type="default" r:id="{kind}1"/>' for kind in ("header", "footer"))
    layout = laid(p("เนื้อ"), settings=MODERN, parts=parts, end=section(references))
    assert (starts(layout, "ลอย"), line(layout, "ลอย").y) == (pytest.approx(205.4), pytest.approx(250))
    assert line(layout, "เนื้อ").y == pytest.approx(20 + 2 * LINE)
    foot = line(layout, "ท้าย").y
    assert foot == pytest.approx(380 - LINE)
    assert line(layout, "ห้อย").y == pytest.approx(foot - 20)
