"""Values, addresses and structure of .ods workbooks."""

from __future__ import annotations

import io
import time as clock
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from ita_docs.problems import WorkbookError
from ita_docs.sheets import CellError, Limits, Span, read_workbook

from .books import ODS_NAMESPACES, grid, ods, rows, table, zipped


def typed(kind: str, text: str = "", **given: str) -> str:
    """A cell of an office value type; `value="5"` stands for `office:value="5"`."""
    values = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in given.items())
    return f'<table:table-cell office:value-type="{kind}"{values}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (typed("float", "5", value="5"), 5),
        (typed("float", "๒.๖๗", value="2.675"), Decimal("2.675")),
        (typed("percentage", "97.71%", value="0.9771"), Decimal("0.9771")),
        (typed("currency", "฿1,250.50", value="1250.5"), Decimal("1250.5")),
        (typed("date", "26/6/67", date_value="2024-06-26"), date(2024, 6, 26)),
        (typed("date", "", date_value="2567-06-26T08:30:00"), datetime(2567, 6, 26, 8, 30)),
        (typed("date", "1 ม.ค. 10000", date_value="10000-01-01"), "10000-01-01"),
        (typed("time", "08:30", time_value="PT08H30M00S"), time(8, 30)),
        (typed("time", "30:00", time_value="PT30H00M00S"), timedelta(hours=30)),
        (typed("time", "-1:00", time_value="-PT01H00M00S"), timedelta(hours=-1)),
        (typed("time", "?", time_value="soon"), "?"),
        (typed("boolean", "จริง", boolean_value="true"), True),
        (typed("boolean", "เท็จ", boolean_value="false"), False),
        (typed("string", "ก"), "ก"),
        (typed("string", "", string_value="ก"), "ก"),
        ("<table:table-cell><text:p>ก</text:p></table:table-cell>", "ก"),
        (typed("string", 'ก<text:s text:c="3"/>ข<text:tab/>ค<text:line-break/>ง'), "ก   ข\tค\nง"),
        (typed("string", "สม<text:span>ห<text:span>ญิง</text:span></text:span> <text:a>ใจดี</text:a>"), "สมหญิง ใจดี"),
        (typed("string", "ก</text:p><text:p/><text:p>ข"), "ก\n\nข"),
        (typed("string", "\n  ก \n\t ข "), "ก ข "),
        (typed("string", "  ก  ข "), "  ก  ข "),
        (typed("string", 'ก<text:span>\n ข</text:span>'), "ก ข"),
        (typed("string", "R&amp;D &lt;b&gt;"), "R&D <b>"),
        (
            "<table:table-cell><office:annotation><text:p>หมายเหตุ</text:p></office:annotation><text:p>ก</text:p>"
            "<draw:frame><draw:text-box><text:p>รูป</text:p></draw:text-box></draw:frame></table:table-cell>",
            "ก",
        ),
        (
            '<table:table-cell table:formula="of:=X" office:value-type="string" calcext:value-type="error">'
            "<text:p>#NAME?</text:p></table:table-cell>",
            CellError("#NAME?"),
        ),
        (
            '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">'
            "<text:p>#DIV/0!</text:p></table:table-cell>",
            CellError("#DIV/0!"),
        ),
        (
            '<table:table-cell table:formula="of:=X" office:value-type="float" office:value="0">'
            "<text:p>Err:502</text:p></table:table-cell>",
            CellError("Err:502"),
        ),
        (
            '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2">'
            "<text:p>2</text:p></table:table-cell>",
            2,
        ),
        (typed("string", "#REF!"), "#REF!"),
    ],
)  # fmt: skip
def test_values(cell: str, value: object) -> None:
    found = grid(read_workbook(ods(table(f"<table:table-row>{cell}</table:table-row>"))))
    assert found == {"A1": value}
    assert type(found["A1"]) is type(value)


def test_repeated_covered_and_empty_cells_keep_their_places() -> None:
    book = read_workbook(
        ods(
            table(
                '<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'
                '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
                '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>ก</text:p>'
                "</table:table-cell><table:covered-table-cell><text:p>ซ่อน</text:p></table:covered-table-cell>"
                '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>'
                '<table:table-cell table:number-columns-repeated="16378"/></table:table-row>'
                '<table:table-row table:number-rows-repeated="2">'
                "<table:table-cell><text:p>ข</text:p></table:table-cell></table:table-row>"
                '<table:table-row table:number-rows-repeated="1048569">'
                '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
            )
        )
    )
    assert grid(book) == {"C5": "ก", "E5": 7, "F5": 7, "A6": "ข", "A7": "ข"}
    assert book.sheets[0].merged == (Span(5, 3, 6, 4),)


def test_huge_repeats_cost_nothing() -> None:
    started = clock.perf_counter()
    empty = '<table:table-row table:number-rows-repeated="99999999999"><table:table-cell/></table:table-row>'
    assert grid(read_workbook(ods(table(empty)))) == {}
    assert clock.perf_counter() - started < 1


@pytest.mark.parametrize(
    "row",
    [
        '<table:table-row table:number-rows-repeated="2000000"><table:table-cell><text:p>ก',
        '<table:table-row><table:table-cell table:number-columns-repeated="20000"><text:p>ก',
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="9000"><text:p>ก',
        "<table:table-row><table:table-cell><text:p>" + "ก" * 101,
        '<table:table-row><table:table-cell><text:p><text:s text:c="99999999999"/>',
    ],
)
def test_repeats_and_texts_have_limits(row: str) -> None:
    with pytest.raises(WorkbookError) as caught:
        read_workbook(ods(table(row + "</text:p></table:table-cell></table:table-row>")), Limits(text=100))
    assert [item.code for item in caught.value.problems] == ["workbook-too-large"]


def test_hidden_rows_groups_and_sheets() -> None:
    def row(attributes: str = "") -> str:
        return (
            f"<table:table-row {attributes}><table:table-cell><text:p>ก</text:p></table:table-cell></table:table-row>"
        )

    book = read_workbook(
        ods(
            table(
                row('table:visibility="collapse"')
                + row('table:visibility="filter"')
                + row('table:visibility="visible"')
                + f"<table:table-header-rows>{row()}</table:table-header-rows>"
                + f'<table:table-row-group table:display="false">{row()}</table:table-row-group>'
                + f"<table:table-row-group>{row()}</table:table-row-group>"
            )
            + table(row(), "ซ่อน", 'table:style-name="ta2"'),
            '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
            '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        )
    )  # fmt: skip
    assert [row.hidden for row in rows(book)] == [True, True, False, False, True, False]
    assert [sheet.hidden for sheet in book.sheets] == [False, True]


def test_a_format_that_counts_past_24_hours_is_a_duration() -> None:
    automatic = (
        '<number:time-style style:name="N1" number:truncate-on-overflow="false"><number:hours/></number:time-style>'
        '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
        '<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>'
    )
    cell = '<table:table-cell {} office:value-type="time" office:time-value="PT02H00M00S"/>'
    body = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="ce1"/>'
        '<table:table-row><table:table-cell/>{}{}{}</table:table-row>'
    ).format(*(cell.format(given) for given in ['table:style-name="ce1"', "", 'table:style-name="ce2"']))  # fmt: skip
    assert grid(read_workbook(ods(table(body), automatic))) == {
        "B1": timedelta(hours=2),
        "C1": timedelta(hours=2),
        "D1": time(2),
    }


def test_durations_declared_in_the_styles_part() -> None:
    automatic = '<style:style style:name="ce1" style:data-style-name="N1"/>'
    cell = '<table:table-cell table:style-name="ce1" office:value-type="time" office:time-value="PT02H00M00S"/>'
    styles = (
        f"<office:document-styles {ODS_NAMESPACES}>"
        '<number:time-style style:name="N1" number:truncate-on-overflow="false"/></office:document-styles>'
    )
    data = ods(table(f"<table:table-row>{cell}</table:table-row>"), automatic, more={"styles.xml": styles})
    assert grid(read_workbook(data)) == {"A1": timedelta(hours=2)}


def test_formulas_without_a_value_are_reported_unless_their_text_is_empty() -> None:
    row = (
        '<table:table-row><table:table-cell table:formula="of:=IF(1;&quot;&quot;)"><text:p/></table:table-cell>'
        '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
    )
    book = read_workbook(ods(table(row)))
    assert grid(book) == {}
    assert [(item.code, item.cell) for item in book.problems] == [("formula-not-calculated", "B1")]


def test_what_is_no_sheet_is_left_out() -> None:
    body = "<table:table-row><table:table-cell><text:p>ก</text:p></table:table-cell></table:table-row>"
    nested = f"<table:table-row><table:table-cell><text:p>ข</text:p>{table(body)}</table:table-cell></table:table-row>"
    book = read_workbook(
        ods(
            f"<table:tracked-changes>{table(body)}</table:tracked-changes>"
            + table(f"<table:shapes><draw:frame>{table(body)}</draw:frame></table:shapes>{nested}", "แผ่น")
            + table(f"<table:table-source/>{body}", "'file:///x.ods'#$ก")
            + f"<table:dde-links><table:dde-link>{table(body)}</table:dde-link></table:dde-links>"
        )
    )
    assert [sheet.name for sheet in book.sheets] == ["แผ่น"]
    assert grid(book) == {"A1": "ข"}


def test_other_prefixes() -> None:
    data = (
        '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<o:body><o:spreadsheet><t:table t:name="ก"><t:table-row><t:table-cell o:value-type="float" o:value="5"/>'
        "<t:table-cell><x:p>ข</x:p></t:table-cell></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"
    )
    assert grid(read_workbook(zipped({"content.xml": data}))) == {"A1": 5, "B1": "ข"}


def test_a_password_is_refused() -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    with pytest.raises(WorkbookError) as caught:
        read_workbook(ods("", manifest=manifest))
    assert [item.code for item in caught.value.problems] == ["workbook-encrypted"]


def test_large_sheets_are_read_again_and_others_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from ita_docs.sheets import ods as room

    monkeypatch.setattr(room, "KEPT_CELLS", 5)
    body = "".join(
        f'<table:table-row><table:table-cell office:value-type="float" office:value="{at}"/></table:table-row>'
        for at in range(9)
    )
    small = "<table:table-row><table:table-cell><text:p>ก</text:p></table:table-cell></table:table-row>"
    book = read_workbook(ods(table(small, "ก") + table(body, "ข") + table(small, "ค")))
    for _ in range(2):
        assert [row.cells for row in rows(book, 1)] == [{1: at} for at in range(9)]
        assert [row.cells for row in rows(book, 0)] == [row.cells for row in rows(book, 2)] == [{1: "ก"}]


def test_a_workbook_of_odfpy() -> None:
    from odf import opendocument, text
    from odf import table as odf_table

    document = opendocument.OpenDocumentSpreadsheet()
    sheet = odf_table.Table(name="บันทึก")
    line = odf_table.TableRow()
    for value in ("ส่วนราชการ", "เรื่อง"):
        cell = odf_table.TableCell(valuetype="string")
        cell.addElement(text.P(text=value))
        line.addElement(cell)
    line.addElement(odf_table.TableCell(valuetype="float", value="2.5"))
    sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    buffer = io.BytesIO()
    document.write(buffer)
    assert grid(read_workbook(buffer.getvalue())) == {"A1": "ส่วนราชการ", "B1": "เรื่อง", "C1": Decimal("2.5")}
