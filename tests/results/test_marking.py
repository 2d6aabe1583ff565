"""The marked copy: its cells are coloured and commented, and all the rest is the workbook that was given."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from ita_docs.problems import CellRef, OutputError, Problem, problem
from ita_docs.results.fills import COLOURS
from ita_docs.results.marking import mark_workbook
from ita_docs.sheets import read_workbook

from ..sheets import books

ROOT = Path(__file__).parents[2]
NAME = "งาน.xlsx"
SHEET = "บันทึก"
RED, YELLOW = COLOURS["error"], COLOURS["warning"]
CHANGED = re.compile(r"xl/(styles|comments|drawings/.*vml|worksheets/).*|\[Content_Types\]\.xml|.*\.rels")


def plain(sheet_data: str = "", **given: Any) -> bytes:
    """A workbook written by hand that openpyxl opens."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    declared = (
        f'<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
    )
    return books.xlsx(sheet_data, more={"[Content_Types].xml": declared, **given.pop("more", {})}, **given)


def at(place: str, sheet: str = SHEET, severity: Any = None, **detail: Any) -> Problem:
    """A problem of a cell (`B3`) or of a row (`3`)."""
    letters, row = re.fullmatch(r"([A-Z]*)(\d+)", place).groups()  # type: ignore[union-attr]
    column = int(ord(letters) - 64) if letters else None
    return problem("missing-value", CellRef(NAME, sheet, int(row), column), column="เรื่อง", severity=severity, **detail)


def marked(tmp_path: Path, book: bytes, *problems: Problem, lang: str = "th") -> Any:
    """The copy as openpyxl reads it, of a book that has something to mark."""
    (tmp_path / NAME).write_bytes(book)
    assert mark_workbook(tmp_path / NAME, problems, tmp_path / "copy.xlsx", lang) > 0
    return load_workbook(tmp_path / "copy.xlsx", rich_text=True)


def fills(sheet: Any) -> dict[str, str]:
    """Cell → colour, of those that we filled."""
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return {cell.coordinate: cell.fill.fgColor.rgb for cell in cells if cell.fill.fgColor.rgb in (RED, YELLOW)}


@pytest.fixture(scope="module")
def rich() -> bytes:
    """A workbook with one of everything."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    for row in (("เลข", "เรื่อง", "วันที่", "ยอด"), ("1", "ก", "x", 2), ("2", "ข", "y", 3), ("3", None, "z", "=D2+D3")):
        sheet.append(row)
    sheet["D2"].number_format = "#,##0.00"
    sheet["B2"].font = Font(name="TH Sarabun New", size=16, bold=True)
    sheet["B2"].comment = Comment("คำเตือนของเจ้าหน้าที่", "สมชาย", width=200, height=90)
    sheet["A3"].fill = PatternFill("solid", fgColor="00FF00")
    sheet["C4"].hyperlink = "https://example.org/"
    sheet.merge_cells("A6:B8")
    sheet["A6"] = "รวมช่อง"
    sheet.column_dimensions["B"].width = 44
    sheet.conditional_formatting.add("D2:D4", CellIsRule("greaterThan", ["2"], font=Font(bold=True)))
    rule = DataValidation("list", formula1='"ก,ข"')
    rule.add("B2:B9")
    sheet.add_data_validation(rule)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "F2")
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "F20")
    other = book.create_sheet("ตาราง")
    for row in (("ก", "ข"), (1, 2), (3, 4)):
        other.append(row)
    other.add_table(Table(displayName="ตาราง1", ref="A1:B3"))
    book.create_sheet("ซ่อน").sheet_state = "hidden"
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_bad_cells_are_filled_and_say_why(tmp_path: Path, rich: bytes) -> None:
    book = marked(tmp_path, rich, at("B4"), at("D2", severity="warning"), at("C3", severity="info"), at("A2", "ตาราง"))
    assert fills(book[SHEET]) == {"B4": RED, "D2": YELLOW}
    assert fills(book["ตาราง"]) == {"A2": RED}
    assert book[SHEET]["B4"].comment.text == "ต้องแก้ไข: ยังไม่ได้กรอก “เรื่อง”\nวิธีแก้: กรอกข้อมูลในช่องนี้"
    assert book[SHEET]["D2"].comment.text.startswith("ควรตรวจสอบ: ")
    assert book[SHEET]["C3"].comment is None


def test_a_cell_with_several_problems_says_them_in_one_comment_errors_first(tmp_path: Path, rich: bytes) -> None:
    more = problem("not-a-date", CellRef(NAME, SHEET, 4, 2), value="๓๒ ก.พ.")
    book = marked(tmp_path, rich, at("B4", severity="warning"), more, more, lang="en")
    said = book[SHEET]["B4"].comment.text
    assert re.findall("To be corrected|Please check", said) == ["To be corrected", "Please check"]
    assert fills(book[SHEET]) == {"B4": RED}


def test_what_a_person_wrote_in_a_comment_stays_before_ours(tmp_path: Path, rich: bytes) -> None:
    book = marked(tmp_path, rich, at("B2"))
    assert book[SHEET]["B2"].comment.text.startswith("คำเตือนของเจ้าหน้าที่\n\nต้องแก้ไข: ")
    assert book[SHEET]["B2"].comment.author == "สมชาย"


def test_marking_a_marked_copy_again_does_not_repeat_itself(tmp_path: Path, rich: bytes) -> None:
    first = marked(tmp_path, rich, at("B2"), at("B4"))
    second = marked(tmp_path, (tmp_path / "copy.xlsx").read_bytes(), at("B2"), at("B4"))
    assert [second[SHEET][cell].comment.text for cell in ("B2", "B4")] == [
        first[SHEET][cell].comment.text for cell in ("B2", "B4")
    ]


def test_a_row_is_marked_at_its_first_cell_in_use(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="A2"/><c r="C2"><v>1</v></c></row><row r="4"/><row r="5"><c r="B5"/></row>'
    book = marked(tmp_path, plain(rows), at("2"), at("4"), at("5"), at("9"))
    assert fills(book[SHEET]) == {"C2": RED, "A4": RED, "B5": RED, "A9": RED}


def test_a_cell_inside_a_merged_range_is_marked_at_the_ranges_first(tmp_path: Path, rich: bytes) -> None:
    book = marked(tmp_path, rich, at("B7"), at("A6", severity="warning"))
    assert fills(book[SHEET]) == {"A6": RED}
    assert set(re.findall("ต้องแก้ไข|ควรตรวจสอบ", book[SHEET]["A6"].comment.text)) == {"ต้องแก้ไข", "ควรตรวจสอบ"}


def test_the_rest_of_the_workbook_is_as_it_was(tmp_path: Path, rich: bytes) -> None:
    problems = at("B2"), at("B4"), at("E9"), at("A3"), at("D4"), at("3"), at("A2", "ตาราง")
    copy = marked(tmp_path, rich, *problems)
    before = load_workbook(io.BytesIO(rich), rich_text=True)
    for sheet in before:
        for row in sheet.iter_rows():
            for cell in row:
                other = copy[sheet.title][cell.coordinate]
                looks = [
                    (one.value, one.number_format, one.font, one.border, one.alignment, one.protection, one.hyperlink)
                    for one in (cell, other)
                ]
                assert repr(looks[0]) == repr(looks[1])
        assert copy[sheet.title].column_dimensions["B"].width == sheet.column_dimensions["B"].width
        assert str(copy[sheet.title].merged_cells) == str(sheet.merged_cells)
        assert len(copy[sheet.title]._charts) == len(sheet._charts)
        assert len(copy[sheet.title]._images) == len(sheet._images)
        assert list(copy[sheet.title].tables) == list(sheet.tables)
    with zipfile.ZipFile(io.BytesIO(rich)) as old, zipfile.ZipFile(tmp_path / "copy.xlsx") as new:
        assert new.testzip() is None
        assert set(new.namelist()) >= set(old.namelist())
        same = [name for name in old.namelist() if not CHANGED.fullmatch(name)]
        assert {name: new.read(name) for name in same} == {name: old.read(name) for name in same}
        assert len(same) > 6


def test_only_what_is_marked_changes_in_a_worksheet(tmp_path: Path) -> None:
    sheet = (
        f'<?xml version="1.0"?>\r\n<x:worksheet xmlns:x="{books.MAIN}"\r\n xmlns:mc="urn:mc"><!-- a --><x:cols>'
        '<x:col min="3" max="4" width="9" style="1"/></x:cols><x:sheetData>'
        "<x:row><x:c><x:v>1</x:v></x:c><x:c\n t = 'str'><x:v>a &gt; b</x:v></x:c></x:row>"
        '<x:row r="3" spans="1:2" s="1" customFormat="1"><x:c r="B3" s=\'1\' t="n"><x:v>2</x:v></x:c></x:row>'
        '<x:row r="7"/></x:sheetData><mc:AlternateContent><mc:Choice><x:controls/></mc:Choice></mc:AlternateContent>'
        "<x:extLst><x:ext/></x:extLst></x:worksheet>"
    )
    given = plain(sheet=sheet, style=books.styles("0.00"))
    problems = [at(cell) for cell in ("B1", "C1", "B3", "A3", "D3", "C5", "A7", "B9")]
    (tmp_path / NAME).write_bytes(given)
    assert mark_workbook(tmp_path / NAME, problems, tmp_path / "copy.xlsx") == len(problems)
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as copy:
        said = copy.read("xl/worksheets/sheet1.xml").decode()
    for edit in (
        '<x:c r="C1" s="3"/>',
        '<x:c r="A3" s="3"/>',
        '<x:c r="D3" s="3"/>',
        '<x:row r="5"><x:c r="C5" s="3"/></x:row>',
        '<x:row r="9"><x:c r="B9" s="2"/></x:row>',
        f'<x:legacyDrawing xmlns:r="{books.RELATIONS}" r:id="rId2"/>',
    ):
        assert said.count(edit) == 1, edit
        said = said.replace(edit, "")
    changes = {
        "<x:c\n t = 'str' s=\"2\">": "<x:c\n t = 'str'>",
        '<x:row r="3" s="1" customFormat="1">': '<x:row r="3" spans="1:2" s="1" customFormat="1">',
        '<x:c r="B3" s="3" t="n">': '<x:c r="B3" s=\'1\' t="n">',
        '<x:row r="7"><x:c r="A7" s="2"/></x:row>': '<x:row r="7"/>',
    }
    for new, old in changes.items():
        assert said.count(new) == 1, (new, said)
        said = said.replace(new, old)
    assert said == sheet


def test_the_drawing_of_comments_stands_where_the_schema_wants_it(tmp_path: Path, rich: bytes) -> None:
    marked(tmp_path, rich, at("A2", "ตาราง"))
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as copy:
        assert re.search(rb"<legacyDrawing [^>]*/><tableParts", copy.read("xl/worksheets/sheet2.xml"))


def test_boxes_join_a_drawing_that_is_there(tmp_path: Path, rich: bytes) -> None:
    marked(tmp_path, rich, at("B2"), at("B4"), at("C4"))
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as copy:
        drawings = [copy.read(name) for name in copy.namelist() if name.endswith((".vml", "legacyDrawing1.vml"))]
    assert len(drawings) == 1
    numbers = re.findall(rb'id="(_x0000_s\d+)"', drawings[0])
    assert len(set(numbers)) == len(numbers) == 3
    assert len(re.findall(rb":shapetype [^>]*_x0000_t202", drawings[0])) == 1


@pytest.mark.parametrize("sheet", ["ไม่มี", None])
def test_nothing_to_mark_makes_no_file(tmp_path: Path, rich: bytes, sheet: str | None) -> None:
    (tmp_path / NAME).write_bytes(rich)
    others = (
        problem("missing-value", CellRef(NAME, sheet, 3, 2)),
        problem("missing-value", CellRef("อีกเล่ม.xlsx", SHEET, 3, 2)),
        problem("missing-value", CellRef(NAME, SHEET)),
        at("B2", severity="info"),
    )
    assert mark_workbook(tmp_path / NAME, others, tmp_path / "copy.xlsx") == 0
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


STRICT = books.xlsx(sheet=f'<worksheet xmlns="{books.STRICT}"><sheetData/></worksheet>')
BROKEN: dict[str, bytes] = {
    "csv": "เลข,เรื่อง\n1,ก\n".encode(),
    "ods": books.ods(books.table("")),
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "cut": books.xlsx('<row r="2"/>')[:-60],
    "empty": b"",
    "strict": STRICT,
    "utf-16": books.xlsx(sheet=f'<worksheet xmlns="{books.MAIN}"><sheetData/></worksheet>'.encode("utf-16")),
    "no cells": books.xlsx(sheet=f'<worksheet xmlns="{books.MAIN}"/>'),
    "not well-formed": books.xlsx('<row r="2"><c r="B2"></row>'),
    "sheet cut": books.xlsx(sheet=f'<worksheet xmlns="{books.MAIN}"><sheetData><row r="2">'),
    "doctype": books.xlsx(style='<!DOCTYPE a [<!ENTITY b "c">]><styleSheet>&b;</styleSheet>'),
    "styles": books.xlsx(style="<styleSheet"),
    "other styles": books.xlsx(style="<a/>"),
    "style number": books.xlsx('<row r="2"><c r="B2" s="-1"/></row>'),
    "bomb": books.xlsx(sheet=b"<worksheet>" + bytes(40_000_000)),
    "types": books.xlsx('<row r="2"/>', more={"[Content_Types].xml": "<Types"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_book_that_cannot_be_marked_makes_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / NAME).write_bytes(BROKEN[name])
    assert mark_workbook(tmp_path / NAME, [at("B2")], tmp_path / "copy.xlsx") == 0
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_missing_book_is_none_to_be_marked(tmp_path: Path) -> None:
    assert mark_workbook(tmp_path / NAME, [at("B2")], tmp_path / "copy.xlsx") == 0


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, rich: bytes) -> None:
    (tmp_path / NAME).write_bytes(rich)
    with pytest.raises(OutputError) as caught:
        mark_workbook(tmp_path / NAME, [at("B2")], tmp_path / "no" / "copy.xlsx")
    assert caught.value.problems[0].code == "cannot-write"


def test_macros_and_what_is_stored_travel_untouched(tmp_path: Path) -> None:
    macros = bytes(range(256)) * 40
    book = plain('<row r="2"/>', more={"xl/vbaProject.bin": macros, "xl/สื่อ.bin": b"x"})
    marked(tmp_path, book, at("B2"))
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as copy:
        assert copy.read("xl/vbaProject.bin") == macros
        assert copy.read("xl/สื่อ.bin") == b"x"


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.xlsx")), ids=lambda path: path.stem)
def test_the_samples_say_the_same_when_marked(tmp_path: Path, path: Path) -> None:
    before = read_workbook(path)
    problems = [
        problem("missing-value", CellRef(path.name, sheet.name, row, column))
        for sheet in before.sheets
        for row, column in ((1, 1), (2, 3), (3, None), (77, 2), (900, 40))
    ]
    assert mark_workbook(path, problems, tmp_path / "copy.xlsx") == 5 * len(before.sheets)
    after = read_workbook(tmp_path / "copy.xlsx")
    assert [sheet.name for sheet in after.sheets] == [sheet.name for sheet in before.sheets]
    for number in range(len(before.sheets)):
        assert books.rows(after, number) == books.rows(before, number)


CELL = st.tuples(st.integers(1, 6), st.booleans(), st.sampled_from(("", "<v>7</v>", "<f>1+1</f><v>2</v>")))
ROW = st.tuples(st.integers(1, 12), st.booleans(), st.lists(CELL, max_size=4, unique_by=lambda cell: cell[0]))


@given(
    st.lists(ROW, max_size=8, unique_by=lambda row: row[0]),
    st.sets(st.tuples(st.integers(1, 14), st.integers(0, 7)), min_size=1),
    st.sampled_from(("", " ", "<!-- x -->", "\n")),
)
def test_values_stay_and_every_bad_cell_is_marked(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Any], bad: set[tuple[int, int]], gap: str
) -> None:
    xml = ""
    number = 0
    for row, given_number, cells in sorted(rows):
        column = 0
        inner = ""
        for place, given_place, content in sorted(cells):
            named = given_place or place != column + 1
            reference = f' r="{chr(64 + place)}{row}"' if named else ""
            inner += f"<c{reference}>{content}</c>" if content else f"<c{reference}/>"
            column = place
        attribute = f' r="{row}"' if given_number or row != number + 1 else ""
        xml += f"<row{attribute}>{inner}</row>{gap}" if inner else f"<row{attribute}/>{gap}"
        number = row
    folder = tmp_path_factory.mktemp("book")
    book = plain(xml)
    (folder / NAME).write_bytes(book)
    problems = [at(f"{chr(64 + column) if column else ''}{row}") for row, column in bad]
    count = mark_workbook(folder / NAME, problems, folder / "copy.xlsx")
    assert books.grid(read_workbook(folder / "copy.xlsx")) == books.grid(read_workbook(book))
    sheet = load_workbook(folder / "copy.xlsx")[SHEET]
    wanted = {f"{chr(64 + column)}{row}" for row, column in bad if column}
    assert wanted <= set(fills(sheet))
    assert {row for row, column in bad} == {sheet[cell].row for cell in fills(sheet)}
    assert len(fills(sheet)) == count
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == set(fills(sheet))


def test_rows_that_are_passed_over_keep_every_place_right(tmp_path: Path) -> None:
    """A long sheet of plain rows is not parsed where nothing is wanted; edits stand where they belong all the same."""
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 30_001) if row % 1000)
    bad = ("A1", "B2", "A1000", "C17001", "B23000", "A29999", "B40000")
    book = plain(rows)
    sheet = marked(tmp_path, book, *map(at, bad))[SHEET]
    assert set(fills(sheet)) == set(bad)
    assert books.rows(read_workbook(tmp_path / "copy.xlsx")) == books.rows(read_workbook(book))
