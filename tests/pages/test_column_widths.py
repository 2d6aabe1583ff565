"""How wide the columns of a table are."""

from __future__ import annotations

import pytest

from .documents import KO, WIDTH, laid
from .table_samples import LEGACY, MODERN, RESTART, borders, margins, tables, tbl, tc, tr

FIXED = '<w:tblLayout w:type="fixed"/>'
BARE = margins("tblCellMar", left=0, right=0)
BY_WORD = 'w:rsidR="00AB12CD"'
LONG = "Supercalifragilisticexpialidocious"


def widths(xml: str, mode: str = MODERN) -> list[float]:
    """The widths of the cells of a document's one table, row by row."""
    return [round(cell.width, 2) for cell in tables(laid(xml, settings=mode))[0].cells]


def share(width: str) -> str:
    return f'<w:tblW w:w="{width}" w:type="pct"/>'


def test_the_cells_say_how_wide_they_are_where_the_grid_was_left_behind() -> None:
    row = tr(tc("ก", "", 1000), tc("ข", "", 2000), tc("ค", "", 3000))
    assert widths(tbl(row, grid=(2000, 2000, 2000))) == [50, 100, 150]
    assert widths(tbl(row, grid=(100, 100, 100))) == [50, 100, 150]
    assert widths(tbl(row)) == [50, 100, 150]
    assert widths(tbl(row, grid=(2000,))) == [50, 100, 150]


def test_what_word_laid_out_holds() -> None:
    row = tr(tc("ก", "", 1000), tc("ข", "", 2000), said=BY_WORD)
    assert widths(tbl(row, grid=(1500, 2500))) == [75, 125]
    assert widths(tbl(row, look=FIXED, grid=(1500, 2500))) == [75, 125]
    assert widths(tbl(row, look=share("5000"), grid=(1500, 2500))) == [112.5, 187.5]
    assert widths(tbl(tr(tc("ก"), tc(LONG), said=BY_WORD), grid=(1500, 900))) == [75, 45]


def test_the_grid_holds_where_it_sums_up_to_the_width_that_the_table_asks_for() -> None:
    row = tr(tc("ก", "", 1000), tc("ข", "", 1500))
    look = '<w:tblW w:w="4000" w:type="dxa"/>'
    assert widths(tbl(row, look=look, grid=(1800, 2200))) == [90, 110]
    assert widths(tbl(row, look=look, grid=(2000, 3000))) == [80, 120]


def test_the_widest_cell_of_a_column_holds() -> None:
    rows = (tr(tc("ก", "", 1000), tc("ข", "", 1000)), tr(tc("ก", "", 1400), tc("ข", "", 900)))
    assert widths(tbl(*rows)) == [70, 50, 70, 50]


def test_a_merged_cell_speaks_for_columns_of_which_no_other_does() -> None:
    rows = (tr(tc("ก", '<w:gridSpan w:val="2"/>', 3000), tc("ข", "", 1000)), tr(tc("ก", "", 1000), tc("ข"), tc("ค")))
    assert widths(tbl(*rows, look=FIXED)) == [150, 50, 50, 100, 50]


def test_shares_are_of_the_text_and_by_its_borders_since_word_2013() -> None:
    row = tr(tc("ก", "", "25%"), tc("ข", "", "75%"))
    assert widths(tbl(row, look=share("5000") + borders(8))) == [74.75, 224.25]
    assert widths(tbl(row, look=share("5000") + borders(8)), LEGACY) == [77.7, 233.1]
    assert widths(tbl(row, look=share("50%"))) == [37.5, 112.5]
    assert widths(tbl(row, look=share("2500"), grid=(1000, 1000))) == [37.5, 112.5]


def test_a_column_grows_to_its_longest_word_unless_it_is_fixed() -> None:
    row = tr(tc(LONG, "", 600), tc("ข", "", 2000))
    first, second = widths(tbl(row, look=BARE, grid=(600, 2000)))
    assert first > 80
    assert second == 100
    assert widths(tbl(row, look=BARE + FIXED, grid=(600, 2000))) == [30, 100]


def test_a_table_without_widths_is_as_wide_as_its_content() -> None:
    row = tr(tc("ก"), tc("กกกก"), tc("กก กก"))
    first, second, third = widths(tbl(row, look=BARE))
    assert (first, second) == pytest.approx((KO, 4 * KO), abs=0.02)
    assert 4 * KO < third < 5 * KO
    assert sum(widths(tbl(row, look=BARE + share("5000")))) == pytest.approx(WIDTH, abs=0.02)


def test_what_is_too_wide_is_taken_from_columns_in_proportion_to_their_slack() -> None:
    row = tr(tc("ก"), tc("กก " * 60), tc("กก " * 30))
    first, second, third = widths(tbl(row, look=BARE))
    assert first == pytest.approx(KO, abs=0.02)
    assert second + third == pytest.approx(WIDTH - KO, abs=0.05)
    assert (second - 2 * KO) / (third - 2 * KO) == pytest.approx(59 / 29, rel=0.03)


def test_cell_margins_count_where_widths_follow_the_content() -> None:
    assert widths(tbl(tr(tc("ก")), look=margins("tblCellMar", left=100, right=200))) == pytest.approx(
        [15 + KO], abs=0.02
    )


def test_a_fixed_table_may_be_wider_than_the_page() -> None:
    assert widths(tbl(tr(tc("ก", "", 9000)), look=FIXED, grid=(9000,))) == [450]


def test_a_fixed_table_without_a_grid_is_the_share_of_the_text_that_it_asks_for() -> None:
    row = tr(tc("ก", "", 80), tc("ข", "", 160))
    whole = WIDTH / 3
    assert widths(tbl(row, look=FIXED + share("5000"))) == pytest.approx([whole, 2 * whole], abs=0.01)
    assert widths(tbl(row, look=FIXED)) == [4.0, 8.0]


def test_a_fixed_table_without_widths_is_divided_evenly() -> None:
    assert widths(tbl(tr(tc("ก"), tc("ข")), look=FIXED)) == [150, 150]
    assert widths(tbl(tr(tc("ก", "", 1000), tc("ข")), look=FIXED)) == [50, 250]
    assert widths(tbl(tr(tc("ก"), tc("ข")), look=FIXED, grid=(700, 900))) == [35, 45]


def test_columns_of_no_width_are_widened_for_a_merged_cell() -> None:
    rows = (tr(tc("กกกกกกกกกก", '<w:gridSpan w:val="2"/>')), tr(tc("กก"), tc("กกกก")))
    whole, first, second = widths(tbl(*rows, look=BARE))
    assert whole == pytest.approx(10 * KO, abs=0.05)
    assert second == pytest.approx(2 * first, abs=0.05)


def test_turned_text_does_not_widen_a_column() -> None:
    row = tr(tc(LONG, '<w:textDirection w:val="btLr"/>', 600), tc("ข", RESTART, 600))
    assert widths(tbl(row, look=BARE)) == [30, 30]
