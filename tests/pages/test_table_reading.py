"""Tables read: borders, styles and their conditions, merged cells, places."""

from __future__ import annotations

import pytest
from lxml import etree

from ita_docs.pages.flow import Cell, Edge, Table
from ita_docs.pages.table_reading import MOST_COLUMNS, floating_anchor

from .documents import NAMES, laid, p
from .table_samples import GOES_ON, HEADER, RESTART, around, borders, edge, height, margins, read, tables, tbl, tc, tr

LOOK = '<w:tblStyle w:val="S"/><w:tblLook {}/>'
ALL = 'w:firstRow="1" w:lastRow="1" w:firstColumn="1" w:lastColumn="1" w:noHBand="0" w:noVBand="1"'


def styled(*conditions: str, whole: str = "") -> str:
    """A table style; conditions: `name:content of its tcPr`."""
    parts = "".join(
        f'<w:tblStylePr w:type="{name}"><w:tcPr>{content}</w:tcPr></w:tblStylePr>'
        for name, _, content in (item.partition(":") for item in conditions)
    )
    return f'<w:style w:type="table" w:styleId="S"><w:name w:val="S"/><w:tblPr>{whole}</w:tblPr>{parts}</w:style>'


def fill(colour: str) -> str:
    return f'<w:shd w:val="clear" w:fill="{colour}"/>'


def square(size: int, look: str = "", styles: str = "", inside: str = "") -> Table:
    return read(tbl(*[tr(*[tc("ก", inside) for _ in range(size)]) for _ in range(size)], look=look), styles)


def side(cell: Cell, name: str) -> Edge | None:
    return dict(cell.edges).get(name)


def widths(table: Table, name: str) -> list[list[float]]:
    """The width of one border of every cell."""
    return [[found.width if (found := side(cell, name)) else 0.0 for cell in row.cells] for row in table.rows]


# ---------------------------------------------------------------- borders


def test_a_tables_borders_stand_around_it_and_its_inside_ones_within() -> None:
    look = f"<w:tblBorders>{edge('top', 24)}{edge('insideH', 4)}{edge('start', 16)}{edge('insideV', 8)}</w:tblBorders>"
    table = square(2, look)
    assert widths(table, "top") == [[3, 3], [0.5, 0.5]]
    assert widths(table, "bottom") == [[0.5, 0.5], [0, 0]]
    assert widths(table, "left") == [[2, 1], [2, 1]]
    assert widths(table, "right") == [[1, 0], [1, 0]]


def test_a_cells_own_borders_win_and_its_inside_ones_mean_nothing() -> None:
    table = square(1, borders(4), inside=around(edge("top", 16), edge("insideH", 24), edge("bottom", 0, "nil")))
    (cell,) = table.rows[0].cells
    assert [side(cell, name).width for name in ("top", "left")] == [2, 0.5]  # type: ignore[union-attr]
    assert side(cell, "bottom") == Edge("none", 0.0, "000000", 0.0)
    assert side(cell, "insideH") is None


def test_exceptions_of_a_row() -> None:
    exception = f"<w:tblPrEx>{borders(16)}{margins('tblCellMar', left=200)}</w:tblPrEx>"
    rows = (tr(tc("ก")), tr(tc("ข")).replace("<w:trPr>", exception + "<w:trPr>", 1))
    first, second = read(tbl(*rows, look=borders(4))).rows
    assert [side(row.cells[0], "left").width for row in (first, second)] == [0.5, 2]  # type: ignore[union-attr]
    assert [row.cells[0].margins[0] for row in (first, second)] == [5.4, 10]


# ---------------------------------------------------------------- styles


def test_conditions_of_a_style_the_stronger_over_the_weaker() -> None:
    names = ("band1Horz", "band2Horz", "firstCol", "lastCol", "firstRow", "lastRow", "nwCell")
    colours = dict(zip(names, "123456A", strict=True))
    style = styled(*[f"{name}:{fill(digit * 6)}" for name, digit in colours.items()])
    table = square(4, LOOK.format(ALL), style)
    assert [["-" if cell.shading is None else cell.shading[0] for cell in row.cells] for row in table.rows] == [
        ["A", "5", "5", "5"], ["3", "1", "1", "4"], ["3", "2", "2", "4"], ["6", "6", "6", "6"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "first"),
    [('w:val="0020"', "5"), ('w:val="0000"', "1"), ('w:val="0220"', "5"), ('w:val="zz"', "1"), ('w:firstRow="1"', "5")],
)
def test_which_conditions_a_table_uses(said: str, first: str) -> None:
    style = styled(f"firstRow:{fill('555555')}", f"band1Horz:{fill('111111')}")
    assert square(2, LOOK.format(said), style).rows[0].cells[0].shading == first * 6


def test_the_borders_of_a_condition_stand_around_its_rows() -> None:
    style = styled(f"firstRow:{around(edge('top', 16), edge('bottom', 16), edge('left', 16), edge('right', 16))}")
    table = square(3, LOOK.format('w:firstRow="1"') + borders(4), style)
    assert widths(table, "bottom")[0] == [2, 2, 2]
    assert widths(table, "left")[0] == [2, 0.5, 0.5]
    assert widths(table, "right")[0] == [0.5, 0.5, 2]


def test_all_heading_rows_are_first_rows_and_bands_begin_below_them() -> None:
    lines = around(edge("bottom", 16), edge("insideH", 24))
    style = styled(f"firstRow:{fill('555555')}{lines}", *[f"band{at}Horz:{fill(str(at) * 6)}" for at in (1, 2)])
    heads = [tr(tc("ก"), look=look) for look in (HEADER, HEADER, "", "", HEADER)]
    table = read(tbl(*heads, look=LOOK.format('w:firstRow="1" w:noVBand="1"') + borders(4)), style)
    assert [(row.cells[0].shading or "-")[0] for row in table.rows] == ["5", "5", "1", "2", "1"]
    assert [row[0] for row in widths(table, "bottom")] == [3, 2, 0.5, 0.5, 0.5]


def test_the_inside_borders_of_a_condition_stand_within_its_rows_or_columns() -> None:
    style = styled(f"firstRow:{around(edge('insideV', 16))}", f"firstCol:{around(edge('insideH', 24))}")
    table = square(3, LOOK.format('w:firstRow="1" w:firstColumn="1"') + borders(4), style)
    assert widths(table, "right")[0] == [2, 2, 0.5]
    assert [row[0] for row in widths(table, "bottom")] == [3, 3, 0.5]


def test_bands_without_lines_between_them() -> None:
    none = around(edge("insideH", 0, "nil"), edge("insideV", 0, "nil"))
    style = styled(f"band1Horz:{none}", f"band2Horz:{none}", whole=borders(8))
    table = square(3, LOOK.format('w:val="0400"'), style)
    assert widths(table, "top") == [[1, 1, 1], [0, 0, 0], [0, 0, 0]]
    assert widths(table, "bottom") == [[0, 0, 0], [0, 0, 0], [1, 1, 1]]
    assert widths(table, "left") == [[1, 0, 0]] * 3


def test_a_tables_own_settings_win_over_its_styles() -> None:
    whole = borders(24) + margins("tblCellMar", left=400, top=100) + '<w:jc w:val="center"/>'
    look = LOOK.format('w:val="0000"') + borders(4) + margins("tblCellMar", left=200)
    table = square(1, look, styled(whole=whole))
    assert table.alignment == "center"
    assert table.rows[0].cells[0].margins == (10, 5, 5.4, 0)
    assert (table.cell_left, table.cell_right) == (10, 5.4)
    assert widths(table, "top") == [[0.5]]


# ---------------------------------------------------------------- rows and cells


def test_cells_merged_across() -> None:
    merged, goes_on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    row = tr(tc("ก", merged), tc("", goes_on), tc("", goes_on + '<w:gridSpan w:val="2"/>'), tc("ข"))
    (found,) = read(tbl(row, look=borders(8))).rows
    assert [cell.span for cell in found.cells] == [4, 1]
    assert side(found.cells[0], "right") is not None
    (found,) = read(tbl(tr(tc("ก", goes_on), tc("ข")))).rows
    assert [cell.span for cell in found.cells] == [1, 1]


def test_a_cell_that_goes_on_from_nothing_begins_and_keeps_its_text() -> None:
    table = read(tbl(tr(tc("ก", GOES_ON), tc("ข")), tr(tc("ค", GOES_ON), tc("ง", GOES_ON))))
    assert [[cell.merge for cell in row.cells] for row in table.rows] == [["restart", ""], ["continue", "restart"]]
    assert [[len(cell.blocks) for cell in row.cells] for row in table.rows] == [[1, 1], [0, 1]]


def test_a_merge_is_over_where_a_row_between_does_not_go_on() -> None:
    table = read(tbl(tr(tc("ก", RESTART)), tr(tc("ข")), tr(tc("ค", GOES_ON))))
    assert [row.cells[0].merge for row in table.rows] == ["restart", "", "restart"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [(height(500), (25, "atLeast")), (height(500, "exact"), (25, "exact")), (height(500, "auto"), (25, "auto")),
     (height(-5), (0, "atLeast")), ("", (0, "auto"))],
)  # fmt: skip
def test_heights(said: str, expected: tuple[float, str]) -> None:
    (row,) = read(tbl(tr(tc("ก"), look=said))).rows
    assert (row.height, row.rule) == expected


def test_rows_and_cells_in_content_controls_and_hidden_rows() -> None:
    wrapped = f"<w:sdt><w:sdtContent>{tr(tc('ก'))}</w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{tc('ข')}</w:sdtContent></w:sdt></w:tr>"
    assert len(read(tbl(wrapped, cell, tr(tc("ค"), look="<w:hidden/>"))).rows) == 2


def test_how_many_columns_are_read() -> None:
    (row,) = read(tbl(tr(*[tc("ก", '<w:gridSpan w:val="90"/>') for _ in range(9)]))).rows
    assert sum(cell.span for cell in row.cells) == MOST_COLUMNS
    (row,) = read(tbl(tr(tc("ก"), look='<w:gridBefore w:val="99999"/>'))).rows
    assert row.before + sum(cell.span for cell in row.cells) == MOST_COLUMNS


def test_whether_word_wrote_a_table() -> None:
    by_word, other = tr(tc("ก"), said='w:rsidR="00AB12CD"'), tr(tc("ก"))
    assert [read(tbl(*rows)).saved for rows in ((by_word,), (other,), (by_word, other))] == [True, False, False]


# ---------------------------------------------------------------- floating


def anchor(**said: str) -> object:
    names = " ".join(f'w:{name}="{value}"' for name, value in said.items())
    return floating_anchor(etree.fromstring(f'<w:tblpPr xmlns:w="{NAMES["w"]}" {names}/>'))


def test_where_a_floating_table_stands() -> None:
    found = anchor(
        horzAnchor="page", vertAnchor="text", tblpX="200", tblpY="-100", leftFromText="180", tblpXSpec="center"
    )
    assert found is not None
    assert (found.from_x, found.from_y, found.align_x, found.x, found.y, found.distances[0]) == (  # type: ignore[attr-defined]
        "page", "paragraph", "center", 10, -5, 9,
    )  # fmt: skip


def test_where_word_does_not_let_a_table_float() -> None:
    assert anchor() is None
    assert anchor(vertAnchor="page", horzAnchor="text") is None
    assert anchor(leftFromText="180") is None
    assert anchor(vertAnchor="text") is not None
    assert anchor(vertAnchor="page", tblpYSpec="top") is not None


def test_a_table_without_cells_is_none() -> None:
    assert not tables(laid(tbl() + tbl(tr()) + p()))
    assert len(read(tbl(tr(), tr(tc("ก"))) + p()).rows) == 1
