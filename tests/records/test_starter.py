"""The workbook to fill in: it opens, explains itself, and its example is a right record."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ita_docs import check, starter
from ita_docs.kinds import Constraints, Field, Kind, Table, list_kinds
from ita_docs.kinds.schema import TYPES
from ita_docs.problems import KindError, OutputError
from ita_docs.records.examples import EXAMPLE_KEY, EXAMPLE_PICTURE
from ita_docs.records.field_types import FIELD_TYPES
from ita_docs.records.guide import GUIDE
from ita_docs.records.starter import CHOICES, ROWS, starter_bytes

from .tables import kind

MANY = tuple(f"ตัวเลือกที่มีชื่อยาวพอสมควรลำดับที่ {n}, ฉบับ" for n in range(1, 30))


def every_type(required: bool) -> Kind:
    fields = tuple(
        Field(
            f"f_{type_}",
            f"ช่อง {type_}",
            type_,  # type: ignore[arg-type]
            constraints=Constraints(required=required, enum=MANY if type_ == "choice" else ()),
        )
        for type_ in TYPES
    )
    rows = Table("rows", "แถวย่อย", "ref", (Field("ref", "เลขอ้างอิง"), *fields), order="f_integer")
    grid = Table("grid", "ตาราง", "ref", (Field("ref", "เลขอ้างอิง"),), free=True)
    return kind(*fields, children=(rows, grid))


BOUNDED = kind(
    Field(
        "n", "จำนวน", "integer", example="ไม่ใช่ตัวเลข", constraints=Constraints(required=True, minimum="10", maximum="20")
    ),
    Field("d", "วันที่", "date", constraints=Constraints(required=True, minimum="2030-01-01")),
    Field("e", "สูตร", example="=1+1"),
    Field("p", "รหัส", constraints=Constraints(pattern="[0-9]{3}")),
    Field("s", "ระดับ", "choice", constraints=Constraints(enum=("ก", "ข"))),
    Field("body", "ข้อความ", "paragraphs", constraints=Constraints(required_unless=("facts",))),
    Field("facts", "ข้อเท็จจริง", "paragraphs", example="ทางเลือก"),
)
MERGED = kind(
    Field("to", "เรียน", "addressee", constraints=Constraints(required=True)),
    Field("date", "วันที่", "date", example="26 มิถุนายน 2567"),
    Field("start", "เริ่ม", "time"),
    Field("end", "เลิก", "time", constraints=Constraints(after="start")),
    Field("close", "ปิด", "time", example="16.30 น.", constraints=Constraints(after="start", required=True)),
    Field("acting", "การแทน", example="แทน", constraints=Constraints(requires=("post",))),
    Field("post", "ตำแหน่งที่แทน", example="ครู"),
    Field("body", "ข้อความ", "paragraphs", constraints=Constraints(required_unless=("people", "post"))),
    children=(
        Table(
            "people",
            "ผู้รับ",
            "ref",
            (
                Field("ref", "เลขอ้างอิง"),
                Field("to", "เรียน", "addressee", constraints=Constraints(required=True)),
                Field("number", "เลขที่", "year_number", example="3/2569", constraints=Constraints(year_of="date")),
                Field("copy", "สำเนาที่", "year_number", constraints=Constraints(year_of="date")),
            ),
            each=True,
        ),
    ),
)
KINDS = {
    **{item.name: item for item in list_kinds()},
    "every type": every_type(False),
    "every type required": every_type(True),
    "bounded": BOUNDED,
    "merged": MERGED,
}


@pytest.mark.parametrize("name", KINDS)
def test_the_example_row_is_a_right_record(name: str, tmp_path: Path) -> None:
    path = starter(KINDS[name], tmp_path / "starter.xlsx")
    checked = check(KINDS[name], path)
    assert [item.to_json("en") for item in checked.problems if item.severity != "info"] == []
    (record,) = checked.records
    assert record.ref == (EXAMPLE_KEY if KINDS[name].each is None else f"{EXAMPLE_KEY}-1")
    for child in KINDS[name].children:
        assert child.each or record.values[child.name]


def test_examples_that_disagree_with_others_are_left_out(tmp_path: Path) -> None:
    (record,) = check(MERGED, starter(MERGED, tmp_path / "starter.xlsx")).records
    assert (record.values["end"], record.values["number"], record.values["copy"]) == (None, "", "1/2567")
    assert (record.values["acting"], record.values["post"]) == ("แทน", "ครู")
    must = Field("end", "เลิก", "time", constraints=Constraints(after="start", required=True))
    with pytest.raises(KindError, match="เลิก"):
        starter_bytes(kind(Field("start", "เริ่ม", "time"), must))


def test_the_starter_says_what_fields_demand_of_each_other(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(starter(MERGED, tmp_path / "starter.xlsx"))
    hints = {cell.value: cell.comment.text for cell in book["ข้อมูล"][1] if cell.comment}
    assert "ต้องอยู่หลัง: เริ่ม" in hints["ปิด *"]
    assert "ต้องกรอกด้วย: ตำแหน่งที่แทน" in hints["การแทน"]
    assert "เว้นแต่กรอก: แผ่นงาน “ผู้รับ”, ตำแหน่งที่แทน" in hints["ข้อความ"]
    assert "ในแผ่นงาน “ผู้รับ”" in hints["เรียน"]
    below = {cell.value: cell.comment.text for cell in book["ผู้รับ"][1] if cell.comment}
    assert "ในแผ่นงาน “ข้อมูล”" in below["เรียน"]
    assert "ปีต้องตรงกับ: วันที่" in below["เลขที่"]
    assert book["ผู้รับ"]["C2"].number_format == "@"
    lines = [str(row[0].value) for row in book[GUIDE].iter_rows()]
    assert any("หนึ่งแถวคือหนึ่งเอกสาร" in line and "“ผู้รับ”" in line for line in lines)


def test_a_required_picture_is_put_beside_the_workbook(tmp_path: Path) -> None:
    starter(KINDS["every type required"], tmp_path / "a.xlsx")
    assert (tmp_path / EXAMPLE_PICTURE).read_bytes().startswith(b"\x89PNG")
    starter(BOUNDED, tmp_path / "b.xlsx")
    assert {path.name for path in tmp_path.iterdir()} == {"a.xlsx", "b.xlsx", EXAMPLE_PICTURE}


def test_examples_that_break_the_rules_are_not_used(tmp_path: Path) -> None:
    (record,) = check(BOUNDED, starter(BOUNDED, tmp_path / "a.xlsx")).records
    assert (record.values["n"], record.values["d"].year, record.values["e"]) == (10, 2030, "=1+1")
    assert (record.values["p"], record.values["facts"]) == ("", ())


def test_a_required_field_that_nothing_can_fill(tmp_path: Path) -> None:
    hopeless = kind(Field("p", "รหัส", constraints=Constraints(required=True, pattern="[0-9]{3}")))
    with pytest.raises(KindError, match="รหัส"):
        starter(hopeless, tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


class TestWorkbook:
    def opened(self, name: str = "bounded") -> Any:
        return openpyxl.load_workbook(io.BytesIO(starter_bytes(KINDS[name])))

    def test_sheets(self) -> None:
        book = self.opened("memo")
        assert book.sheetnames[0] == KINDS["memo"].table.sheet
        assert book.sheetnames[-1] == GUIDE
        assert book.active.title == KINDS["memo"].table.sheet

    def test_headings_hints_and_formats(self) -> None:
        sheet = self.opened()["ข้อมูล"]
        assert [cell.value for cell in sheet[1]] == [
            "เลขอ้างอิง *",
            "จำนวน *",
            "วันที่ *",
            "สูตร",
            "รหัส",
            "ระดับ",
            "ข้อความ",
            "ข้อเท็จจริง",
        ]
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
        assert sheet.column_dimensions["A"].number_format == "@"
        assert sheet.column_dimensions["C"].number_format == "@"
        assert sheet.column_dimensions["B"].number_format == "#,##0"
        assert sheet.freeze_panes == "B2"
        assert sheet["A2"].font.italic
        assert sheet["A1"].font.name == "TH Sarabun New"
        assert sheet["D2"].data_type == "s"

    def test_drop_downs(self) -> None:
        (rule,) = self.opened()["ข้อมูล"].data_validations.dataValidation
        assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"ก,ข"', f"F2:F{ROWS + 1}")

    def test_long_choices_get_a_sheet(self) -> None:
        book = self.opened("every type")
        (rule,) = book["ข้อมูล"].data_validations.dataValidation
        assert rule.formula1 == f"'{CHOICES}'!$A$1:$A${len(MANY)}"
        assert book[CHOICES].sheet_state == "hidden"
        assert [cell.value for cell in book[CHOICES]["A"]] == list(MANY)

    def test_the_guide_names_every_column(self) -> None:
        guide = self.opened("memo")[GUIDE]
        texts = {cell.value for row in guide.iter_rows() for cell in row}
        assert {field.title for table in KINDS["memo"].tables for field in table.fields} <= texts

    def test_same_kind_same_bytes(self) -> None:
        first = starter_bytes(BOUNDED)
        assert first == starter_bytes(BOUNDED)
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"2024-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_a_workbook_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "memo.xlsx"
    path.write_bytes(b"ours")
    with pytest.raises(OutputError) as caught:
        starter(BOUNDED, path)
    assert caught.value.problems[0].code == "file-exists"
    assert path.read_bytes() == b"ours"
    starter(BOUNDED, path, force=True)
    assert path.read_bytes() != b"ours"
    assert os.listdir(tmp_path) == ["memo.xlsx"]


def test_a_folder_gets_a_file_of_the_kind(tmp_path: Path) -> None:
    assert starter(BOUNDED, tmp_path) == tmp_path / "trial.xlsx"


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        starter(BOUNDED, tmp_path / "nowhere" / "a.xlsx")
    assert caught.value.problems[0].code == "cannot-write"


def test_every_type_is_described() -> None:
    assert set(FIELD_TYPES) == set(TYPES)
    assert all(words.th and words.en and words.th_forms and words.en_forms for words in FIELD_TYPES.values())
