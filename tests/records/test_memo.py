"""The memo workbook of the contract, as a clerk makes it: files, not values in memory."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ita_docs import check
from ita_docs.kinds import FreeTable, load_kind
from ita_docs.problems import WorkbookError
from ita_docs.records import Checked, Record, context, tags
from ita_docs.settings import Settings

KIND = load_kind("memo")
HEADINGS = [
    *("เลขอ้างอิง", "ส่วนราชการ", "โทรศัพท์", "ที่", "วันที่", "เรื่อง", "เรียน", "ชั้นความเร็ว", "ชั้นความลับ"),
    *("สิ่งที่ส่งมาด้วย", "ข้อความ", "เรื่องเดิม", "ข้อเท็จจริง", "ข้อกฎหมาย/ระเบียบ", "ข้อพิจารณา", "ข้อเสนอ", "ลงท้าย"),
    *("ผู้ลงนาม", "ตำแหน่ง"),
]
PLAIN: dict[str, Any] = {
    "เลขอ้างอิง": "M-001",
    "ส่วนราชการ": "กลุ่มอำนวยการ",
    "เรื่อง": "ขออนุมัติจัดประชุม",
    "เรียน": "ผู้อำนวยการ",
    "ข้อความ": "ด้วยกลุ่มอำนวยการ\nจึงขออนุมัติ",
    "ผู้ลงนาม": "นางสาวสุดารัตน์ ใจดี",
    "ตำแหน่ง": "ผู้อำนวยการกลุ่มอำนวยการ\nปฏิบัติราชการแทน",
}


def saved(
    folder: Path,
    *memos: dict[str, Any],
    headings: list[str] = HEADINGS,
    opinions: list[list[Any]] | None = None,
    grid: list[list[Any]] | None = None,
    corner: tuple[int, int] = (1, 1),
) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "บันทึกข้อความ"
    top, left = corner
    for column, heading in enumerate(headings):
        sheet.cell(top, left + column, heading)
        for row, memo in enumerate(memos, top + 1):
            sheet.cell(row, left + column, memo.get(heading))
    for name, lines in (("ความเห็น", opinions), ("ตาราง", grid)):
        if lines:
            child = book.create_sheet(name)
            for line in lines:
                child.append(line)
    path = folder / "memo.xlsx"
    book.save(path)
    return path


def only(checked: Checked) -> Record:
    assert not [item.message for item in checked.problems if item.severity == "error"]
    (record,) = checked.records
    return record


def test_a_plain_memo(tmp_path: Path) -> None:
    record = only(check(KIND, saved(tmp_path, PLAIN)))
    values = record.values
    assert list(map(str, values["body"])) == ["ด้วยกลุ่มอำนวยการ", "จึงขออนุมัติ"]
    assert values["position"] == ("ผู้อำนวยการกลุ่มอำนวยการ", "ปฏิบัติราชการแทน")
    assert (values["signatory"].title, values["signatory"].last) == ("นางสาว", "ใจดี")
    assert not any(
        values[name] for name in ("phone", "number", "date", "urgency", "attachments", "facts", "opinions", "table")
    )


def test_a_memo_with_everything(tmp_path: Path) -> None:
    memo = {
        **PLAIN,
        "โทรศัพท์": 43624093,
        "ที่": "ศธ ๐๔๓๐๕/ว ๑๒๓",
        "วันที่": datetime(2024, 6, 26),
        "ชั้นความเร็ว": "ด่วนที่สุด ",
        "ชั้นความลับ": "ลับ",
        "สิ่งที่ส่งมาด้วย": "๑. โครงการ\n๒. กำหนดการ",
        "ลงท้าย": "จึงเรียนมาเพื่อโปรดพิจารณา",
    }
    opinions = [
        ["เลขอ้างอิง", "ลำดับ", "ความเห็น", "ผู้ลงนาม", "ตำแหน่ง", "วันที่"],
        ["M-001", 2, "อนุมัติ", "นายประสิทธิ์ ศรีสมบูรณ์", "ผู้อำนวยการ", None],
        ["M-001", 1, "เพื่อโปรดพิจารณา", "นางมาลี ดีงาม", "รองผู้อำนวยการ", "27/6/2567"],
    ]
    grid = [["เลขอ้างอิง", "รายการ", "จำนวน", "หมายเหตุ"], ["M-001", "กระดาษ", 12, None], ["M-001", "หมึก", 3.5, None]]
    values = only(check(KIND, saved(tmp_path, memo, opinions=opinions, grid=grid))).values
    assert values["date"] == date(2024, 6, 26)
    assert (values["urgency"], values["secrecy"]) == ("ด่วนที่สุด", "ลับ")
    assert values["attachments"] == ("โครงการ", "กำหนดการ")
    assert [row["signatory"].first for row in values["opinions"]] == ["มาลี", "ประสิทธิ์"]
    assert values["opinions"][0]["date"] == date(2024, 6, 27)
    assert values["table"] == FreeTable(("รายการ", "จำนวน"), (("กระดาษ", "12"), ("หมึก", "3.5")))
    assert "43624093" in "".join(filter(str.isalnum, str(values["phone"])))
    assert values["number"].circular


@pytest.mark.parametrize(
    ("changes", "code", "column"),
    [
        ({"วันที่": "31 กุมภาพันธ์ 2567"}, "impossible-date", "วันที่"),
        ({"วันที่": "1/2/45"}, "ambiguous-date", "วันที่"),
        ({"วันที่": datetime(1967, 6, 26)}, "ambiguous-date", "วันที่"),
        ({"วันที่": "วันจันทร์ที่ ๒๖ มิถุนายน ๒๕๖๗"}, "weekday-mismatch", "วันที่"),
        ({"วันที่": "เร็ว ๆ นี้"}, "not-a-date", "วันที่"),
        ({"โทรศัพท์": "12"}, "not-a-phone", "โทรศัพท์"),
        ({"ชั้นความเร็ว": "เร็วมาก"}, "not-a-choice", "ชั้นความเร็ว"),
        ({"ที่": "ไม่ทราบ"}, "not-a-document-number", "ที่"),
        ({"เรื่อง": None}, "missing-value", "เรื่อง"),
        ({"ข้อความ": None}, "missing-value", "ข้อความ"),
        ({"ผู้ลงนาม": " "}, "missing-value", "ผู้ลงนาม"),
    ],
)
def test_what_refuses_a_memo(tmp_path: Path, changes: dict[str, Any], code: str, column: str) -> None:
    checked = check(KIND, saved(tmp_path, {**PLAIN, **changes}, corner=(5, 3)))
    (item,) = [item for item in checked.problems if item.severity == "error"]
    letter = openpyxl.utils.get_column_letter(HEADINGS.index(column) + 3)
    assert (item.code, item.book, item.sheet) == (code, "memo.xlsx", "บันทึกข้อความ")
    assert (item.cell, item.column) == (f"{letter}6", column)
    assert [(one.ref, one.sheet, one.row) for one in checked.refused] == [("M-001", "บันทึกข้อความ", 6)]


def test_a_headed_part_stands_for_the_body(tmp_path: Path) -> None:
    only(check(KIND, saved(tmp_path, {**PLAIN, "ข้อความ": None, "ข้อเสนอ": "เห็นควรอนุมัติ"})))


def test_a_buddhist_year_in_a_date_cell(tmp_path: Path) -> None:
    checked = check(KIND, saved(tmp_path, {**PLAIN, "วันที่": datetime(2567, 6, 26)}))
    assert only(checked).values["date"] == date(2024, 6, 26)
    (item,) = checked.problems
    assert (item.code, item.severity, item.cell) == ("buddhist-year-in-date-cell", "info", "E2")


def test_the_office_profile_stands_in(tmp_path: Path) -> None:
    left_out = ["ส่วนราชการ", "ผู้ลงนาม", "ตำแหน่ง"]
    headings = [heading for heading in HEADINGS if heading not in left_out]
    path = saved(tmp_path, PLAIN, headings=headings)
    checked = check(KIND, path)
    assert {item.column for item in checked.problems} == set(left_out)
    assert {item.code for item in checked.problems} == {"missing-column"}
    office = Settings(agency="สำนักงาน", signatory="นายสมชาย ตัวอย่างดี", position="ผู้อำนวยการ\nรักษาการ")
    values = only(check(KIND, path, office)).values
    assert values["agency"] == "สำนักงาน"
    assert values["signatory"].first == "สมชาย"
    assert values["position"] == ("ผู้อำนวยการ", "รักษาการ")


@pytest.mark.parametrize("typed", ["นายสมชาย ตัวอย่างดี", " นาย สมชาย  ตัวอย่างดี", "นายสมชาย\xa0ตัวอย่างดี"])
def test_whoever_the_office_profile_names_may_be_typed_with_other_spaces(tmp_path: Path, typed: str) -> None:
    headings = [heading for heading in HEADINGS if heading != "ตำแหน่ง"]
    path = saved(tmp_path, {**PLAIN, "ผู้ลงนาม": typed}, headings=headings)
    office = Settings(signatory="นายสมชาย ตัวอย่างดี", position="ผู้อำนวยการ")
    assert only(check(KIND, path, office)).values["position"] == ("ผู้อำนวยการ",)


def test_a_comma_separated_file(tmp_path: Path) -> None:
    lines = [",".join(HEADINGS), ",".join(f'"{PLAIN.get(heading, "")}"' for heading in HEADINGS)]
    for encoding in ("utf-8", "utf-8-sig", "cp874"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes("\r\n".join(lines).encode(encoding))
        assert str(only(check(KIND, path)).values["body"]) == "ด้วยกลุ่มอำนวยการ\nจึงขออนุมัติ"


def test_a_messy_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "บันทึกข้อความ "
    sheet["C2"] = "ทะเบียนบันทึกข้อความ"
    sheet.merge_cells("C2:K2")
    top = ["เลข\nอ้างอิง *", "ส่วนราชการ\xa0", "เรื่อง\u200b", "เรียน", "ข้อความ", "ผู้ลงนาม", None, "ชั้นความเรว", "วันที่"]
    for column, heading in enumerate(top, 3):
        sheet.cell(4, column, heading)
        if column not in (8, 9):
            sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet.merge_cells("H4:I4")
    sheet["H5"], sheet["I5"] = "ชื่อ", "ตำแหน่ง"
    common = ["กลุ่ม\ufeffอำนวยการ ", "ขออนุมัติ", "ผู้อำนวยการ", "ด้วย", "นางมาลี ดีงาม", "ครู", None]
    lines: list[list[Any]] = [
        ["M-1", *common, "26.6.67"],
        [None] * 9,
        [2, *common, "๒๖ มิถุนายน ๒๕๖๗"],
        ["M-3", *common, "#REF!"],
        ["M-4", *common, None],
    ]
    for row, line in enumerate(lines, 6):
        for column, value in enumerate(line, 3):
            sheet.cell(row, column, value)
    sheet["K9"].data_type = "e"
    sheet.row_dimensions[10].hidden = True
    book.create_sheet("หมายเหตุ")["A1"] = "ไม่เกี่ยว"
    book.save(tmp_path / "messy.xlsx")
    checked = check(KIND, tmp_path / "messy.xlsx")
    found = [(item.code, item.cell, item.row) for item in checked.problems if item.code != "repaired-text"]
    assert found == [
        ("unknown-column", "J4", 4),
        ("formula-error", "K9", 9),
        ("hidden-row", "C10", 10),
    ]
    assert "ชั้นความเร็ว" in checked.problems[0].hint
    assert [record.ref for record in checked.records] == ["M-1", "2", "M-4"]
    assert {record.values["agency"] for record in checked.records} == {"กลุ่มอำนวยการ"}
    assert [record.values["date"] for record in checked.records] == [date(2024, 6, 26), date(2024, 6, 26), None]
    assert checked.records[0].values["signatory"].first == "มาลี"


class TestDataFrames:
    def frame(self, *memos: dict[str, Any], **options: Any) -> Any:
        pandas = pytest.importorskip("pandas")
        return pandas.DataFrame(list(memos), **options)

    def test_a_frame_is_a_workbook(self) -> None:
        assert only(check(KIND, self.frame(PLAIN))).ref == "M-001"

    def test_places_are_the_frames_own(self) -> None:
        frame = self.frame({**PLAIN, "วันที่": "x"}, {**PLAIN, "เลขอ้างอิง": "M-002"}, index=["ก", "ข"])
        checked = check(KIND, {"บันทึกข้อความ": frame})
        (item,) = checked.problems
        assert (item.code, item.cell) == ("not-a-date", None)
        assert item.to_json()["place"] == {"frame": "บันทึกข้อความ", "index": "ก", "column": "วันที่"}
        assert [record.ref for record in checked.records] == ["M-002"]

    def test_frames_by_sheet_name(self) -> None:
        opinions = self.frame({"เลขอ้างอิง": "M-001", "ความเห็น": "อนุมัติ"}, {"เลขอ้างอิง": "M-9", "ความเห็น": "ก"})
        checked = check(KIND, {"บันทึกข้อความ": self.frame(PLAIN), "ความเห็น": opinions})
        assert [len(record.values["opinions"]) for record in checked.records] == [1]
        (item,) = checked.problems
        assert (item.code, item.place) == ("orphan-row", {"frame": "ความเห็น", "index": 1, "column": "เลขอ้างอิง"})

    def test_repeated_keys_are_named_by_index(self) -> None:
        checked = check(KIND, self.frame(PLAIN, PLAIN, index=[10, 20]))
        assert ["10, 20" in item.message for item in checked.problems] == [True, True]

    def test_a_missing_column(self) -> None:
        (item,) = check(KIND, self.frame({key: value for key, value in PLAIN.items() if key != "เรื่อง"})).problems
        assert (item.code, item.cell, item.column) == ("missing-column", None, "เรื่อง")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "memo.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(WorkbookError):
        check(KIND, tmp_path / "memo.xlsx")


def test_a_template_sees_both_spellings(tmp_path: Path) -> None:
    opinions = [["เลขอ้างอิง", "ความเห็น"], ["M-001", "อนุมัติ"]]
    record = only(check(KIND, saved(tmp_path, {**PLAIN, "ข้อกฎหมาย/ระเบียบ": "ระเบียบ"}, opinions=opinions)))
    names = context(record)
    assert names["เรื่อง"] == names["subject"] == "ขออนุมัติจัดประชุม"
    assert names["ข้อกฎหมาย_ระเบียบ"] == names["regulations"]
    assert names["ความเห็น"] is names["opinions"]
    row = names["opinions"][0]
    assert row["ความเห็น"] == row["opinion"]
    spelt = tags(KIND)
    assert spelt["regulations"] == ("regulations", "ข้อกฎหมาย_ระเบียบ")
    assert spelt["opinions[].order"] == ("order", "ลำดับ")
    top = {spelling for path, spellings in spelt.items() if "[]" not in path for spelling in spellings}
    assert top == set(names)
