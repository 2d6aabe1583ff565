"""Values, addresses and structure of .xlsx workbooks."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ita_docs.problems import WorkbookError
from ita_docs.sheets import CellError, Span, read_workbook

from .books import (
    MAIN,
    RELATIONS,
    STRICT,
    STRICT_RELATIONS,
    grid,
    relationships,
    rows,
    shared,
    styles,
    xlsx,
    zipped,
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>5</v></c>', 5),
        ('<c r="A1" t="n"><v>-12.50</v></c>', Decimal("-12.5")),
        ('<c r="A1"><v> 7 </v></c>', 7),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="e"><v>#REF!</v></c>', CellError("#REF!")),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', CellError("#DIV/0!")),
        ('<c r="A1" t="str"><f>"ก"&amp;"ข"</f><v>กข</v></c>', "กข"),
        ('<c r="A1"><f>SUM(B1:B9)</f><v>12.25</v></c>', Decimal("12.25")),
        ('<c r="A1" t="d"><v>2024-06-26</v></c>', date(2024, 6, 26)),
        ('<c r="A1" t="inlineStr"><is><t>ก</t></is></c>', "ก"),
        ('<c r="A1" t="inlineStr"><is><r><t>ก</t></r><r><t xml:space="preserve"> ข</t></r></is></c>', "ก ข"),
        ('<c r="A1" t="inlineStr"><is><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></is></c>', "漢"),
        ('<c r="A1" t="str"><v>a_x000D_\nb_x005F_x000D_</v></c>', "a\r\nb_x000D_"),
        ('<c r="A1" t="str"><v>_xD83D__xDE00_ _xD83D_</v></c>', "😀 \ufffd"),
        ('<c r="A1" t="str"><v>  ช่องว่าง  </v></c>', "  ช่องว่าง  "),
        ('<c r="A1" t="str"><v>R&amp;D &lt;b&gt;&#3585;</v></c>', "R&D <b>ก"),
        ('<c r="A1" t="str"><v><![CDATA[<row r="9">]]></v></c>', '<row r="9">'),
        ('<c r="A1" t="s"><v>99</v></c>', CellError("#REF!")),
        ('<c r="A1"><v>1e999</v></c>', "1e999"),
    ],
)
def test_values(cell: str, value: object) -> None:
    found = grid(read_workbook(xlsx(f'<row r="1">{cell}</row>')))
    assert found == {"A1": value}
    assert type(found["A1"]) is type(value)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="0"/>',
        '<c r="A1"><v></v></c>',
        '<c r="A1" t="str"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t></t></is></c>',
        '<c r="A1" t="s"><v>0</v></c>',
        '<c r="A1"><f>B1</f></c>',
    ],
)
def test_empty_cells_and_rows_are_absent(cell: str) -> None:
    book = read_workbook(xlsx(f'<row r="1">{cell}</row><row r="2"/>', strings=shared("<t></t>")))
    assert rows(book) == []


def test_shared_strings_join_runs_and_leave_phonetics_out() -> None:
    strings = shared("<t>ก</t>", "<r><t>นาย</t></r><r><rPr><b/></rPr><t> สม</t></r>", "<t>漢</t><rPh><t>か</t></rPh>")
    cells = "".join(f'<c r="{column}3" t="s"><v>{at}</v></c>' for at, column in enumerate("BCD"))
    assert grid(read_workbook(xlsx(f'<row r="3">{cells}</row>', strings=strings))) == {
        "B3": "ก",
        "C3": "นาย สม",
        "D3": "漢",
    }


def test_rows_and_cells_without_address_are_counted() -> None:
    data = (
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
        '<row r="5"><c r="C5"><v>5</v></c><c><v>6</v></c><c r="AA5"/><c><v>7</v></c></row>'
        '<row><c r="B6"><v>8</v></c></row><row><c r="A9"><v>9</v></c></row><row><c><v>10</v></c></row>'
    )
    assert grid(read_workbook(xlsx(data))) == {
        "A1": 1, "C1": 3, "C5": 5, "D5": 6, "AB5": 7, "B6": 8, "A9": 9, "A10": 10,
    }  # fmt: skip


def test_a_sheet_that_begins_at_c5_keeps_its_addresses() -> None:
    assert grid(read_workbook(xlsx('<row r="5"><c r="C5"><v>1</v></c></row>'))) == {"C5": 1}


DATED = styles(
    "d/m/yyyy", "ว ดดดด ปปปป", "bbbb", "[$-th-TH,107041E]d mmmm yyyy;@", "h:mm", "[h]:mm", '0" d"', "d/m/yy h:mm"
)


def test_dates_follow_their_formats() -> None:
    cells = "".join(
        f'<c r="{column}1" s="{style}"><v>{serial}</v></c>'
        for column, style, serial in [
            ("A", 1, "45469"),
            ("B", 2, "45469"),
            ("C", 3, "45469"),
            ("D", 4, "45469.25"),
            ("E", 5, "0.3541666666666667"),
            ("F", 6, "1.25"),
            ("G", 7, "45469"),
            ("H", 0, "45469"),
            ("I", 8, "45469"),
            ("J", 1, "60"),
            ("K", 1, "99999999"),
            ("L", 1, "-3.5"),
            ("M", 77, "45469"),
        ]
    )
    assert grid(read_workbook(xlsx(f'<row r="1">{cells}</row>', style=DATED))) == {
        "A1": date(2024, 6, 26),
        "B1": date(2024, 6, 26),
        "C1": date(2024, 6, 26),
        "D1": datetime(2024, 6, 26, 6, 0),
        "E1": time(8, 30),
        "F1": timedelta(hours=30),
        "G1": 45469,
        "H1": 45469,
        "I1": datetime(2024, 6, 26),
        "J1": 60,
        "K1": 99999999,
        "L1": Decimal("-3.5"),
        "M1": 45469,
    }


def test_formats_of_differential_styles_do_not_count() -> None:
    style = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="164"/><xf numFmtId="71"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="164" formatCode="d/m/yyyy"/></dxf></dxfs></styleSheet>'
    )
    data = '<row r="1"><c r="A1" s="0"><v>45469</v></c><c r="B1" s="1"><v>45469</v></c></row>'
    assert grid(read_workbook(xlsx(data, style=style))) == {"A1": 45469, "B1": date(2024, 6, 26)}


def test_the_1904_calendar() -> None:
    data = '<row r="1"><c r="A1" s="1"><v>44007</v></c></row>'
    book = read_workbook(xlsx(data, style=DATED, properties='<workbookPr date1904="1"/>'))
    assert grid(book) == {"A1": date(2024, 6, 26)}


def test_hidden_rows() -> None:
    data = "".join(
        f'<row r="{at}" {given}><c r="A{at}"><v>{at}</v></c></row>'
        for at, given in enumerate(
            ['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"', 'hidden="0"', ""], start=1
        )
    )
    assert [row.hidden for row in rows(read_workbook(xlsx(data)))] == [True, True, True, False, False]


def test_merged_ranges_stand_after_the_data() -> None:
    after = '<autoFilter ref="A1:B2"/><mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="$B$3:$A$2"/>'
    after += '<mergeCell ref="oops"/></mergeCells>'
    book = read_workbook(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>', after))
    assert book.sheets[0].merged == (Span(1, 1, 1, 3), Span(2, 1, 3, 2))


@pytest.mark.parametrize("data", ["<sheetData/>", "<sheetData />", "", "<sheetData></sheetData >"])
def test_merged_ranges_of_a_sheet_without_rows(data: str) -> None:
    sheet = f'<worksheet xmlns="{MAIN}">{data}<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
    book = read_workbook(xlsx(sheet=sheet))
    assert book.sheets[0].merged == (Span(1, 1, 1, 2),)
    assert rows(book) == []


def test_merged_ranges_far_into_a_large_sheet() -> None:
    data = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 9000))
    book = read_workbook(xlsx(data, '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
    assert book.sheets[0].merged == (Span(1, 1, 1, 2),)
    assert len(rows(book)) == 8999


@pytest.mark.parametrize(
    ("namespace", "relations", "prefix"),
    [(MAIN, RELATIONS, ""), (MAIN, RELATIONS, "x:"), (STRICT, STRICT_RELATIONS, ""), (STRICT, STRICT_RELATIONS, "ss:")],
)
@pytest.mark.parametrize("target", ["worksheets/s.xml", "/xl/worksheets/s.xml", "../xl/worksheets/s.xml"])
def test_namespaces_prefixes_and_targets(namespace: str, relations: str, prefix: str, target: str) -> None:
    def tagged(text: str) -> str:
        return text.replace("</", "\0").replace("<", f"<{prefix}").replace("\0", f"</{prefix}")

    declared = f'xmlns{":" + prefix[:-1] if prefix else ""}="{namespace}"'
    data = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c><c r="B{at}" s="1"><v>45469</v></c></row>'
        for at in range(1, 2000)
    )
    parts = {
        "_rels/.rels": relationships([("rId9", "officeDocument", "xl/book.xml")], relations),
        "xl/book.xml": tagged(
            f'<workbook {declared} xmlns:q="{relations}"><sheets><sheet name="ก" q:id="a"/></sheets></workbook>'
        ),
        "xl/_rels/book.xml.rels": relationships(
            [("a", "worksheet", target), ("b", "styles", "st.xml"), ("c", "sharedStrings", "/xl/ss.xml")], relations
        ),
        "xl/worksheets/s.xml": tagged(
            f"<worksheet {declared}><sheetData>{data}</sheetData>"
            '<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
        ),
        "xl/ss.xml": tagged(f"<sst {declared}><si><t>ข</t></si></sst>"),
        "xl/st.xml": tagged(
            f'<styleSheet {declared}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
        ),
    }
    book = read_workbook(zipped(parts))
    assert book.sheets[0].merged == (Span(1, 1, 1, 2),)
    found = rows(book)
    assert len(found) == 1999
    assert all(row.cells == {1: "ข", 2: date(2024, 6, 26)} for row in found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "tis-620"])
def test_encodings_of_a_part(encoding: str) -> None:
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    sheet = (
        f'<?xml version="1.0" encoding="{declared}"?>\r\n<worksheet xmlns="{MAIN}"><sheetData>'
        + "".join(f'<row r="{at}"><c r="A{at}" t="str"><v>ก{at}</v></c></row>' for at in range(1, 3000))
        + '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
    )
    book = read_workbook(xlsx(sheet=sheet.encode(encoding)))
    assert [row.cells[1] for row in rows(book)] == [f"ก{at}" for at in range(1, 3000)]
    assert book.sheets[0].merged == (Span(1, 1, 1, 2),)


def test_sheets_in_order_hidden_flagged_charts_left_out() -> None:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}" {state}/>'
        for at, (name, state) in enumerate(
            [("ข", ""), ("กราฟ", ""), ("ก", 'state="hidden"'), ("ค", 'state="veryHidden"')], start=1
        )
    )
    one = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            [("rId4", "worksheet", "w4.xml"), ("rId2", "chartsheet", "c.xml"), ("rId1", "worksheet", "w1.xml"),
             ("rId3", "worksheet", "w3.xml")]
        ),
        "xl/w1.xml": one, "xl/w3.xml": one, "xl/w4.xml": one, "xl/c.xml": "<chartsheet/>",
    }  # fmt: skip
    book = read_workbook(zipped(parts))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("ข", False), ("ก", True), ("ค", True)]


def test_formulas_never_calculated_are_empty_and_reported() -> None:
    data = (
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2*2</f><v></v></c><c r="C2"><f t="shared" si="0"/></c>'
        '<c r="D2" t="str"><f>IF(A2=1,"",2)</f><v></v></c><c r="E2"><f>A2</f><v>1</v></c></row>'
    )
    book = read_workbook(xlsx(data))
    assert grid(book) == {"A2": 1, "E2": 1}
    (item,) = book.problems
    assert (item.code, item.sheet, item.cell, item.detail["count"]) == ("formula-not-calculated", "บันทึก", "B2", 2)
    assert "B2" in item.message


def test_a_workbook_of_openpyxl(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "ข้อมูล"
    given = [
        "ก\nข",
        " R&D <b> ",
        7,
        2.675,
        True,
        datetime(2024, 6, 26),
        datetime(2024, 6, 26, 8, 30),
        time(8, 30),
        "=1+1",
    ]
    for column, value in enumerate(given, start=3):
        sheet.cell(5, column, value)
    sheet.cell(6, 3, date(2567, 6, 26)).number_format = "[$-107041E]d mmmm yyyy"
    sheet.cell(6, 4, timedelta(hours=30)).number_format = "[h]:mm"
    sheet.row_dimensions[6].hidden = True
    sheet.merge_cells("C1:E1")
    sheet["C1"] = "หัวเรื่อง"
    path = tmp_path / "งาน.xlsx"
    book.save(path)
    read = read_workbook(path)
    assert read.name == "งาน.xlsx"
    assert not read.single
    assert grid(read) == {
        "C1": "หัวเรื่อง",
        "C5": "ก\nข", "D5": " R&D <b> ", "E5": 7, "F5": Decimal("2.675"), "G5": True,
        "H5": datetime(2024, 6, 26), "I5": datetime(2024, 6, 26, 8, 30), "J5": time(8, 30),
        "C6": date(2567, 6, 26), "D6": timedelta(hours=30),
    }  # fmt: skip
    assert [row.hidden for row in rows(read)] == [False, False, True]
    assert read.sheets[0].merged == (Span(1, 3, 1, 5),)
    assert [item.cell for item in read.problems] == ["K5"]
    assert grid(read_workbook(io.BytesIO(path.read_bytes()))) == grid(read)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("content", ["<broken", "", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'])
def test_damaged_parts_are_refused(part: str, content: str) -> None:
    with pytest.raises(WorkbookError) as caught:
        rows(read_workbook(xlsx(more={part: content}, strings=shared(), style=styles())))
    assert [item.code for item in caught.value.problems] == ["workbook-unreadable"]


def test_a_missing_sheet_part_is_refused() -> None:
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">'
        '<sheets><sheet name="ก" r:id="z"/></sheets></workbook>'
    }
    with pytest.raises(WorkbookError, match="ก"):
        read_workbook(zipped(parts))
