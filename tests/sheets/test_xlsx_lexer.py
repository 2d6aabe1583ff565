"""The short cut for plain rows: the same cells as the XML parser gives, or none at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.sheets import CellError, read_workbook
from ita_docs.sheets import xlsx_rows as reader
from ita_docs.sheets.xlsx_lexer import Moments, pieces, plain_rows

from .books import grid, rows, shared, styles, xlsx

COLUMNS = {"A": 1, "B": 2, "C": 3}
STRINGS = ["ก", "", "ข ค"]


def lexed(text: str) -> Any:
    return plain_rows(text, COLUMNS, STRINGS, {"1": Moments("date", False)}, longest=10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<row r="3"><c r="A3"><v>5</v></c></row>', [(3, {1: 5}, False)]),
        (
            '<row r="3" spans="1:2" ht="15"><c r="B3" s="2" t="n"><v>2.50</v></c></row>',
            [(3, {2: Decimal("2.5")}, False)],
        ),
        ('<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>1</v></c></row>', [(3, {1: "ข ค"}, False)]),
        ('<row r="3"><c r="A3" s="1"><v>45469</v></c></row>', [(3, {1: date(2024, 6, 26)}, False)]),
        ('<row r="3"><c r="A3" t="b"><v>1</v></c></row>', [(3, {1: True}, False)]),
        ('<row r="3"><c r="A3" t="str"><f>B3&amp;"x"</f><v>x_x000D_</v></c></row>', [(3, {1: "x\r"}, False)]),
        ('<row r="3"><c r="A3" t="str"><f>B3</f><v></v></c></row>', [(3, {}, False)]),
        ('<row r="3"><c r="A3"><f t="shared" si="0"/><v>7</v></c></row>', [(3, {1: 7}, False)]),
        ('<row r="3" hidden="1"><c r="A3" s="9"/></row><row r="4"/>', [(3, {}, True), (4, {}, False)]),
        ('<row r="4" ht="0"></row>', [(4, {}, True)]),
    ],
)
def test_plain(text: str, expected: object) -> None:
    assert lexed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '<row r="3"><c><v>5</v></c></row>',
        '<row><c r="A3"><v>5</v></c></row>',
        '<row r="3"> <c r="A3"><v>5</v></c></row>',
        ' <row r="3"><c r="A3"><v>5</v></c></row>',
        '<row r="3"><c r="A3"><v>5</v></c></row>\n',
        '<row r="3"><c r="A3"><v>5</v></c></row></sheetData>',
        '<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>',
        '<row r="3"><c r="A3" t="inlineStr"><is><t>ก</t></is></c></row>',
        '<row r="3"><c r="A3" t="str"><v>a&amp;b</v></c></row>',
        '<row r="3"><c r="A3" t="str"><v>longer than ten</v></c></row>',
        '<row r="3"><c r="A3" t="s"><v>3</v></c></row>',
        '<row r="3"><c r="ZZ3"><v>5</v></c></row>',
        '<row r="3"><c r="A3"><f>B3</f></c></row>',
        '<row r="3"><c r="A3"><f>B3</f><v></v></c></row>',
        '<row r="3"><!-- <c r="A3"><v>5</v></c> --></row>',
        '<row r="3"><c r="A3" cm="1"><v>5</v></c></row>',
        '<row r="3"><c r="A3"><v>5</v><extLst/></c></row>',
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert lexed(text) is None


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<&>"), min_size=1, max_size=8)
FRAGMENTS: dict[str, st.SearchStrategy[str]] = {
    "number": st.floats(allow_nan=False, allow_infinity=False).map(
        lambda value: f'<c r="@" s="2"><v>{value!r}</v></c>'
    ),
    "whole": st.integers(-(10**18), 10**18).map(lambda value: f'<c r="@"><v>{value}</v></c>'),
    "shared": st.integers(0, 4).map(lambda value: f'<c r="@" t="s"><v>{value}</v></c>'),
    "date": st.integers(-2, 3_000_000).map(lambda value: f'<c r="@" s="1"><v>{value}</v></c>'),
    "text": TEXTS.map(lambda value: f'<c r="@" t="str"><f>A1</f><v>{value}</v></c>'),
    "escape": st.just('<c r="@" t="str"><v>a&amp;b&#3585;</v></c>'),
    "inline": TEXTS.map(lambda value: f'<c r="@" t="inlineStr"><is><t>{value}</t></is></c>'),
    "error": st.just('<c r="@" t="e"><v>#N/A</v></c>'),
    "bool": st.sampled_from(['<c r="@" t="b"><v>0</v></c>', '<c r="@" t="b"><v>1</v></c>']),
    "empty": st.sampled_from(
        ['<c r="@"/>', '<c r="@" s="1"/>', '<c r="@"><v></v></c>', '<c r="@"><f>A1</f></c>', "<c><v>1</v></c>"]
    ),
    "junk": st.sampled_from(["<!-- </row> -->", " ", "\n"]),
}


@st.composite
def sheet_data(draw: Callable[[Any], Any]) -> str:
    """Rows of every form, long enough to be cut into several pieces."""
    found = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        drawn = draw(st.lists(st.one_of(*FRAGMENTS.values()), max_size=4))
        cells = "".join(cell.replace("@", f"{'ABCD'[at]}{number}") for at, cell in enumerate(drawn))
        hidden = draw(st.sampled_from(["", ' hidden="1"']))
        found.append(f'<row r="{number}"{hidden}>{cells}</row>')
    return "".join(found)


@given(sheet_data(), st.integers(1, 40))
def test_with_and_without_the_short_cut_a_sheet_reads_the_same(data: str, size: int) -> None:
    sheet = f'<worksheet><sheetData><row r="999999"/>{data}</sheetData></worksheet>'.encode()
    chunks = [sheet[at : at + size] for at in range(0, len(sheet), size)]
    look = reader.Look(None, [*STRINGS, "R&D"], {"1": "date"}, False, reader.Limits())

    def read() -> Any:
        return list(reader.worksheet_rows(lambda: (chunk for chunk in chunks), look))

    quick = read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "PATIENCE", 0)
        assert quick == read()


@given(st.binary(max_size=300), st.integers(1, 20))
def test_pieces_lose_no_byte(data: bytes, size: int) -> None:
    data = data.replace(b"\x07", b"</row>")
    assert b"".join(piece for piece, _ in pieces(data[at : at + size] for at in range(0, len(data), size))) == data


def test_a_large_sheet_takes_the_short_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []

    def counted(*given: Any, **named: Any) -> Any:
        found = plain_rows(*given, **named)
        taken.append(len(found or ()))
        return found

    monkeypatch.setattr(reader, "plain_rows", counted)
    data = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c><c r="B{at}" s="1"><v>{40000 + at}</v></c></row>'
        for at in range(1, 5001)
    )
    book = read_workbook(xlsx(data, strings=shared("<t>ก</t>"), style=styles("d/m/yyyy")))
    found = rows(book)
    assert [row.number for row in found] == list(range(1, 5001))
    assert sum(taken) > 2500


def test_one_odd_row_in_a_large_sheet_is_read_too() -> None:
    def row(at: int) -> str:
        odd = f'<c r="A{at}" t="e"><v>#REF!</v></c>' if at == 4000 else f'<c r="A{at}"><v>{at}</v></c>'
        return f'<row r="{at}">{odd}</row>'

    found = grid(read_workbook(xlsx("".join(map(row, range(1, 8001))))))
    assert found["A4000"] == CellError("#REF!")
    assert len(found) == 8000
