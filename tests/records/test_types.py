"""Each field type, from every sort of cell."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_docs.kinds import Constraints, Field
from ita_docs.kinds.schema import TYPES
from ita_docs.messages import CODES, word
from ita_docs.records.examples import write_picture
from ita_docs.records.record import EMPTY
from ita_docs.records.types import READERS, read_value
from ita_docs.sheets import CellError
from ita_docs.structured.outline import Clause, mark_written, outline
from ita_docs.structured.text import StructuredText
from ita_docs.thai.date_ranges import DateRange
from tests.photos import photo

D = Decimal
CHOICES = Constraints(enum=("ด่วน", "ด่วนมาก"))

READ: list[tuple[str, Any, Any]] = [
    ("text", "  ก ข ", "ก ข"),
    ("text", "ก\nข", "ก\nข"),
    ("text", 43624093, "43624093"),
    ("text", D("12.50"), "12.5"),
    ("text", D("1E+3"), "1000"),
    ("text", D("0.1"), "0.1"),
    ("text", True, "TRUE"),
    ("text", date(2024, 6, 26), "26 มิถุนายน 2567"),
    ("text", datetime(2024, 6, 26), "26 มิถุนายน 2567"),
    ("text", date(2567, 6, 26), "26 มิถุนายน 2567"),
    ("text", date(1967, 6, 26), "26 มิถุนายน 2510"),
    ("lines", datetime(2567, 6, 26, 8, 30), ("26 มิถุนายน 2567 08.30 น.",)),
    ("text", timedelta(hours=30, minutes=5), "30:05"),
    ("lines", "ก \n\n ข\r\nค", ("ก", "ข", "ค")),
    ("lines", 7, ("7",)),
    ("paragraphs", "ย่อหน้าหนึ่ง\n\u200b\nย่อหน้าสอง", ("ย่อหน้าหนึ่ง", "ย่อหน้าสอง")),
    ("structured", "นำ\n๑. ก\n\n๑.๑ ข", StructuredText(outline(["นำ", "๑. ก", "๑.๑ ข"]))),
    ("list", "- ก\n• ข\n-ค", ("ก", "ข", "ค")),
    ("list", "1. ก\n2) ข", ("ก", "ข")),
    ("list", "๑. ก\n๒. ข", ("ก", "ข")),
    ("list", "(1) ก\n(2) ข", ("ก", "ข")),
    ("list", "5. ก", ("5. ก",)),
    ("list", "1.5 ล้านบาท", ("1.5 ล้านบาท",)),
    ("list", "-5 องศา", ("-5 องศา",)),
    ("list", "-", ("-",)),
    ("list", "2567 แผน", ("2567 แผน",)),
    ("year", "ปีงบประมาณ พ.ศ. ๒๕๖๖", 2566),
    ("year", 2566, 2566),
    ("year", D("2566.0"), 2566),
    ("score", "๙๘.๗๒", D("98.72")),
    ("score", D("98.72999999999999"), D("98.73")),
    ("score", "ร้อยละ 95", D("95")),
    ("score", "81.76 คะแนน", D("81.76")),
    ("score", "○", D("0")),
    ("score", 100, D("100")),
    ("date", date(2024, 6, 26), date(2024, 6, 26)),
    ("date", datetime(2024, 6, 26, 8, 30), date(2024, 6, 26)),
    ("date", "26/6/2567", date(2024, 6, 26)),
    ("date_range", date(2024, 6, 26), DateRange(date(2024, 6, 26), date(2024, 6, 26))),
    ("time", time(8, 30), time(8, 30)),
    ("time", datetime(1899, 12, 31, 8, 30), time(8, 30)),
    ("time", D("0.354166666666667"), time(8, 30)),
    ("time", D("0.395833"), time(9, 30)),
    ("time", time(9, 29, 59, 971_000), time(9, 30)),
    ("time", datetime(1899, 12, 31, 9, 29, 59, 971_000), time(9, 30)),
    ("time", time(9, 29, 59), time(9, 29, 59)),
    ("time", timedelta(hours=8, minutes=30), time(8, 30)),
    ("time", "08.30", time(8, 30)),
    ("number", 5, D(5)),
    ("number", D("0.1"), D("0.1")),
    ("number", "1,250.5", D("1250.5")),
    ("integer", 5, 5),
    ("integer", D("5.0"), 5),
    ("integer", "1,250", 1250),
    ("money", 5, D("5.00")),
    ("money", D("1250.5"), D("1250.50")),
    ("money", D("0.3000000000000000444"), D("0.30")),
    ("money", "1,250.50", D("1250.50")),
    ("choice", " ด่วน มาก ", "ด่วนมาก"),
]


@pytest.mark.parametrize(("type_", "value", "expected"), READ)
def test_reads(type_: Any, value: Any, expected: Any) -> None:
    reading = read_value(value, Field("x", "ช่อง", type_, constraints=CHOICES if type_ == "choice" else Constraints()))
    assert reading.value == expected
    assert type(reading.value) is type(expected)
    assert not reading.failed


REFUSED: list[tuple[str, Any, str]] = [
    ("date", 45351, "not-a-date"),
    ("date", 2567, "not-a-date"),
    ("date", True, "not-a-date"),
    ("date", time(8), "not-a-date"),
    ("date", timedelta(1), "not-a-date"),
    ("date", "เมื่อวาน", "not-a-date"),
    ("date", date(1967, 6, 26), "ambiguous-date"),
    ("date_range", 45351, "not-a-date"),
    ("time", 8, "not-a-time"),
    ("time", D("8.3"), "not-a-time"),
    ("time", D("-0.5"), "not-a-time"),
    ("time", datetime(2024, 6, 26, 8, 30), "not-a-time"),
    ("time", timedelta(days=1), "not-a-time"),
    ("time", timedelta(hours=-1), "not-a-time"),
    ("number", "สิบ", "not-a-number"),
    ("number", True, "not-a-number"),
    ("number", date(2024, 6, 26), "not-a-number"),
    ("integer", "สิบ", "not-a-number"),
    ("integer", True, "not-a-number"),
    ("integer", D("5.5"), "not-a-whole-number"),
    ("integer", "5.5", "not-a-whole-number"),
    ("money", D("1.005"), "not-money"),
    ("money", "1.005", "not-money"),
    ("money", time(8), "not-money"),
    ("phone", "123", "not-a-phone"),
    ("choice", "ด่วนนมาก", "not-a-choice"),
    ("document_number", "ไม่มีเลข", "not-a-document-number"),
    ("image", "nowhere.png", "missing-file"),
]


@pytest.mark.parametrize(("type_", "value", "code"), REFUSED)
def test_refuses(type_: Any, value: Any, code: str, tmp_path: Path) -> None:
    field = Field("x", "ช่อง", type_, constraints=CHOICES if type_ == "choice" else Constraints())
    reading = read_value(value, field, tmp_path)
    assert [fault.code for fault in reading.faults] == [code]
    assert reading.failed
    assert reading.value == EMPTY[type_]


def test_a_buddhist_year_in_a_date_cell_is_read_as_meant() -> None:
    reading = read_value(date(2567, 6, 26), Field("x", "วันที่", "date"))
    assert reading.value == date(2024, 6, 26)
    (fault,) = reading.faults
    assert (fault.code, fault.detail["stored"]) == ("buddhist-year-in-date-cell", 2567)
    assert "26 มิถุนายน 2567" in word(fault.code, fault.detail).message


def test_an_early_date_cell_is_no_riddle_where_the_field_expects_it() -> None:
    field = Field("x", "วันเกิด", "date", constraints=Constraints(minimum="1930-01-01"))
    assert read_value(date(1967, 6, 26), field).value == date(1967, 6, 26)


def test_a_phone_typed_as_a_number_gets_its_zero_back() -> None:
    assert "43624093" in str(read_value(43624093, Field("x", "โทรศัพท์", "phone")).value).replace(" ", "")


def test_a_person_without_a_title_is_a_warning() -> None:
    field = Field("x", "ผู้ลงนาม", "person")
    reading = read_value("สุดารัตน์ ใจดี", field)
    assert [fault.code for fault in reading.faults] == ["person-without-title"]
    assert reading.value
    assert not read_value("นางสาวสุดารัตน์ ใจดี", field).faults


def test_a_choice_suggests() -> None:
    detail = read_value("ด่วนนมาก", Field("x", "ความเร็ว", "choice", constraints=CHOICES)).faults[0].detail
    assert (detail["choices"], detail["near"]) == ("ด่วน, ด่วนมาก", "ด่วนมาก")


BROKEN: list[tuple[str, Any, dict[str, Any], str]] = [
    ("text", "ก" * 6, {"max_length": 5}, "too-long"),
    ("paragraphs", "กก\nขข\nค", {"max_length": 5}, "too-long"),
    ("text", "ab", {"pattern": "[0-9]+"}, "pattern-mismatch"),
    ("text", "1a", {"pattern": "[0-9]+"}, "pattern-mismatch"),
    ("list", "1\nx", {"pattern": "[0-9]+"}, "pattern-mismatch"),
    ("number", 5, {"minimum": "6"}, "number-out-of-range"),
    ("money", D("100.01"), {"maximum": "100"}, "number-out-of-range"),
    ("date", date(2024, 6, 26), {"minimum": "2024-06-27"}, "date-out-of-range"),
    ("date", date(2024, 6, 26), {"maximum": "2024-06-25"}, "date-out-of-range"),
    ("date_range", date(2024, 6, 26), {"maximum": "2024-06-25"}, "date-out-of-range"),
]


@pytest.mark.parametrize(("type_", "value", "rules", "code"), BROKEN)
def test_constraints(type_: Any, value: Any, rules: dict[str, Any], code: str) -> None:
    reading = read_value(value, Field("x", "ช่อง", type_, constraints=Constraints(**rules)))
    assert [fault.code for fault in reading.faults] == [code]
    assert "–" not in word(code, {**reading.faults[0].detail, "value": "v", "column": "c"}).message.replace(" – ", "")


@pytest.mark.parametrize("type_", TYPES)
def test_an_error_cell_is_a_formula_error_for_every_type(type_: Any) -> None:
    reading = read_value(CellError("#REF!"), Field("x", "ช่อง", type_))
    assert [fault.code for fault in reading.faults] == ["formula-error"]


def test_what_was_done_to_a_text_is_said() -> None:
    field = Field("x", "ช่อง")
    reading = read_value("นํ้าดื่ม\x07 เเละของว่าง", field)
    assert reading.value == "น้ำดื่ม และของว่าง"
    said = {fault.code: fault.detail for fault in reading.faults}
    assert said["control-characters-removed"] == {"count": 1}
    assert "น้ำ" in said["repaired-text"]["after"]
    assert not reading.failed
    for silent in (" ก ข\xa0", "ก"):
        assert not read_value(silent, field).faults
    for unseen in ("\ufeffก ข", "ก ข\u200b", "ก\u2060 ข"):
        (said_of,) = read_value(unseen, field).faults
        assert said_of.code == "repaired-text"
        assert "▯" in said_of.detail["before"]


class TestImages:
    FIELD = Field("x", "ภาพ", "image")

    def test_a_picture_beside_the_workbook(self, tmp_path: Path) -> None:
        write_picture(tmp_path)
        (tmp_path / "ภาพ").mkdir()
        (tmp_path / "ภาพ" / "b.jpg").write_bytes(photo())
        assert read_value("ตัวอย่าง.png", self.FIELD, tmp_path).value == tmp_path / "ตัวอย่าง.png"
        assert read_value(" ภาพ\\b.jpg ", self.FIELD, tmp_path).value == tmp_path / "ภาพ" / "b.jpg"

    @pytest.mark.parametrize(
        "name", ["../out.png", "/etc/hostname", "in/../../out.png", "link.png", ".", "x" * 5000, "a\0b"]
    )
    def test_nothing_outside_the_folder_can_be_named(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "home").mkdir()
        (tmp_path / "out.png").write_bytes(b"\x89PNG\r\n\x1a\n")
        (tmp_path / "home" / "link.png").symlink_to(tmp_path / "out.png")
        codes = [fault.code for fault in read_value(name, self.FIELD, tmp_path / "home").faults]
        assert codes[-1] == "missing-file"

    def test_no_folder_no_file(self, tmp_path: Path) -> None:
        write_picture(tmp_path)
        assert read_value(str(tmp_path / "ตัวอย่าง.png"), self.FIELD, None).failed

    def test_other_files_are_no_pictures(self, tmp_path: Path) -> None:
        (tmp_path / "a.png").write_text("<svg/>")
        assert [fault.code for fault in read_value("a.png", self.FIELD, tmp_path).faults] == ["not-an-image"]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (photo()[:-300], "damaged-picture"),
            (b"\xff\xd8\xff\xe0", "damaged-picture"),
            (photo(kind="PNG")[:-12], "damaged-picture"),
            (photo(kind="WEBP")[:60], "damaged-picture"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic-picture"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\0\xff\xff" * 2 + bytes(9) + b"\0\0\0\0IEND", "picture-limit"),
        ],
    )
    def test_a_picture_that_cannot_be_used_says_why(self, tmp_path: Path, data: bytes, code: str) -> None:
        (tmp_path / "a.jpg").write_bytes(data)
        (fault,) = read_value("a.jpg", self.FIELD, tmp_path).faults
        assert fault.code == code
        assert "a.jpg" in word(code, {"value": "a.jpg", **fault.detail}).message

    @pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
    def test_pictures_of_many_formats(self, tmp_path: Path, kind: str) -> None:
        (tmp_path / "a").write_bytes(photo(kind=kind))
        assert read_value("a", self.FIELD, tmp_path).value == tmp_path / "a"

    @given(data=st.data())
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_damage_raises(self, tmp_path: Path, data: st.DataObject) -> None:
        whole = bytearray(photo(kind=data.draw(st.sampled_from(["JPEG", "PNG", "GIF", "TIFF", "WEBP"])), orientation=6))
        for _ in range(data.draw(st.integers(1, 9))):
            whole[data.draw(st.integers(0, min(400, len(whole) - 1)))] = data.draw(st.integers(0, 255))
        (tmp_path / "a.jpg").write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
        for fault in read_value("a.jpg", self.FIELD, tmp_path).faults:
            assert word(fault.code, {"value": "a.jpg", **fault.detail}).message


def test_every_type_has_a_reader_and_an_empty_value() -> None:
    assert set(READERS) == set(TYPES) == set(EMPTY)
    assert not any(EMPTY.values())


VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.builds(CellError, st.sampled_from(["#REF!", "#N/A"])),
    st.from_regex(r"[0-9๐-๙]{1,4}[/. :-][0-9๐-๙]{1,4}[/. -][0-9๐-๙]{0,6}", fullmatch=True),
)


@given(value=VALUES, type_=st.sampled_from(TYPES))
def test_no_cell_raises(value: Any, type_: Any) -> None:
    rules = Constraints(
        enum=("ก",), minimum="2000-01-01" if type_ in ("date", "date_range") else "1", max_length=9, pattern="a*"
    )
    reading = read_value(value, Field("x", "ช่อง", type_, constraints=rules), Path("/nowhere"))
    for fault in reading.faults:
        assert fault.code in CODES
        assert word(fault.code, {"value": "", "column": "", **fault.detail}).message


def test_a_clause_with_another_number_than_its_place_is_told() -> None:
    reading = read_value("1. ก\n2. ข\n2. ค", Field("x", "ช่อง", "structured"))
    assert not reading.failed
    assert [(fault.code, fault.detail) for fault in reading.faults] == [
        ("clause-renumbered", {"typed": "2.", "number": "3."})
    ]


def test_a_buddhist_year_in_a_date_cell_is_told_in_text_too() -> None:
    (fault,) = read_value(date(2567, 6, 26), Field("x", "ช่อง")).faults
    assert (fault.code, fault.detail) == (
        "buddhist-year-in-date-cell",
        {"stored": 2567, "meant": "26 มิถุนายน 2567"},
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1.\tก\n2.\tข", ["1. ก", "2. ข"]),
        ("๑.\tก\n\t๑.๑\tข\n\t๑.๒\tค\n๒.\tง", ["๑. ก", "๑.๑ ข", "๑.๒ ค", "๒. ง"]),
        ("-\tก\n-\tข", ["- ก", "- ข"]),
        ("\tก ข\n\tค ง", ["ก ข", "ค ง"]),
        ("1.\tก\nกลุ่ม\tจำนวน\nข\t๓", ["1. ก", "กลุ่ม\tจำนวน\nข\t๓"]),
        ("ที่\tชื่อ\n1.\tก\n2.\tข", ["ที่\tชื่อ\n1.\tก\n2.\tข"]),
        ("\tจำนวน\nก\t๓", ["\tจำนวน\nก\t๓"]),
    ],
)
def test_tabs_of_a_pasted_text_make_a_table_only_between_its_cells(typed: str, shown: list[str]) -> None:
    """A list and indented paragraphs copied from Word have tabs too."""
    value = read_value(typed, Field("x", "ช่อง", "structured")).value
    assert [f"{mark_written(one)} {one}".strip() if isinstance(one, Clause) else str(one) for one in value] == shown
