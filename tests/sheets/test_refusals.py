"""Files that are refused, each with its own sentence."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

import msoffcrypto.format.ooxml
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.problems import WorkbookError
from ita_docs.sheets import Limits, read_workbook
from ita_docs.sheets.limits import LIMITS

from .books import ods, relationships, rows, shared, table, xlsx, zipped

GOOD = xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')


def read_all(given: Any, limits: Limits = LIMITS) -> None:
    """Read every row of every sheet."""
    for sheet in read_workbook(given, limits).sheets:
        list(sheet.rows())


def refusal(given: Any, limits: Limits = LIMITS) -> Any:
    """The one problem that reading is refused with; its sentences name everything they should."""
    with pytest.raises(WorkbookError) as caught:
        read_all(given, limits)
    (item,) = caught.value.problems
    for lang in ("th", "en"):
        assert "–" not in item.worded(lang).message or not isinstance(given, Path)
    return item


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "code", "reason"),
    [
        ("a.xlsx", b"", "workbook-unreadable", "ว่างเปล่า"),
        ("a.csv", b"", "workbook-unreadable", "ว่างเปล่า"),
        ("a.xlsx", b"not a workbook", "workbook-unreadable", ".xlsx"),
        ("a.xls", b"not a workbook", "workbook-unreadable", ".xls"),
        ("a.ods", b"not a workbook", "workbook-unreadable", ".ods"),
        ("a.xlsx", GOOD[: len(GOOD) // 2], "workbook-unreadable", "ไม่สมบูรณ์"),
        ("a.xlsx", GOOD[:40], "workbook-unreadable", "ไม่สมบูรณ์"),
        ("a.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "workbook-unreadable", "HTML"),
        ("a.xls", b"\xef\xbb\xbf <!DOCTYPE html><html>", "workbook-unreadable", "HTML"),
        ("a.xls", "<html>".encode("utf-16"), "workbook-unreadable", "HTML"),
        ("a.csv", b"<html><head>", "workbook-unreadable", "HTML"),
        (
            "a.xls",
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "workbook-unreadable",
            "XML Spreadsheet 2003",
        ),
        ("a.xls", b"MIME-Version: 1.0\r\n", "workbook-unreadable", "MHTML"),
        ("a.xlsx", b"%PDF-1.7", "workbook-unreadable", "PDF"),
        ("a.xlsx", zipped({"word/document.xml": "", "[Content_Types].xml": ""}), "workbook-unreadable", "Word"),
        ("a.xlsx", zipped({"readme.txt": ""}), "workbook-unreadable", "zip"),
        ("a.ods", zipped({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.text"}),
         "workbook-unreadable", "OpenDocument"),
        ("a.xlsb", zipped({"xl/workbook.bin": "", "[Content_Types].xml": ""}), "unsupported-format", None),
        ("a.docm", b"text", "unsupported-format", None),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook-unreadable", "ไม่สมบูรณ์"),
    ],
)  # fmt: skip
def test_what_is_no_workbook(name: str, data: bytes, code: str, reason: str | None, tmp_path: Path) -> None:
    item = refusal(written(tmp_path / name, data))
    assert (item.code, item.book) == (code, name)
    assert name in item.message
    if reason:
        assert reason in item.detail["reason"]


@pytest.mark.parametrize("name", ["a.xls", "a.csv", "a.ods", "a", "a.dat"])
def test_content_decides_not_the_suffix(name: str, tmp_path: Path) -> None:
    assert rows(read_workbook(written(tmp_path / name, GOOD)))[0].cells == {1: 1}


def test_a_missing_file_suggests_the_nearest(tmp_path: Path) -> None:
    written(tmp_path / "บันทึกข้อความ.xlsx", GOOD)
    written(tmp_path / "~$บันทึกข้อความ.xlsx", b"")
    item = refusal(tmp_path / "บันทึกขอความ.xlsx")
    assert (item.code, item.detail["near"]) == ("file-not-found", "บันทึกข้อความ.xlsx")
    assert "บันทึกข้อความ.xlsx" in item.hint
    assert refusal(tmp_path / "อื่น" / "ก.xlsx").detail["near"] is None


def test_a_folder(tmp_path: Path) -> None:
    assert "โฟลเดอร์" in refusal(tmp_path).detail["reason"]


@pytest.mark.parametrize("name", ["~$memo.xlsx", ".~lock.memo.xlsx#"])
def test_the_file_that_marks_a_workbook_as_open(name: str, tmp_path: Path) -> None:
    assert refusal(written(tmp_path / name, b"somebody")).code == "file-in-use"


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(16, "busy")])
def test_a_file_that_another_program_holds(error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.xlsx", GOOD)

    def refuse(*given: Any, **named: Any) -> BinaryIO:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path).code == "file-in-use"


def test_passwords(tmp_path: Path) -> None:
    plain, secret = io.BytesIO(), io.BytesIO()
    openpyxl.Workbook().save(plain)
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("ลับ", secret)
    assert secret.getvalue().startswith(b"\xd0\xcf\x11\xe0")
    assert refusal(written(tmp_path / "a.xlsx", secret.getvalue())).code == "workbook-encrypted"


def test_an_encrypted_zip_entry() -> None:
    buffer = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := buffer.find(signature, at + 1)) >= 0:
            buffer[at + offset] |= 1
    assert refusal(bytes(buffer)).code == "workbook-encrypted"


ROWS = "".join(
    f'<row r="{at}"><c r="A{at}"><v>1</v></c><c r="B{at}" t="str"><v>กขคง</v></c></row>' for at in range(1, 4)
)
LARGE = [
    (xlsx(ROWS), Limits(rows=2)),
    (xlsx(ROWS), Limits(columns=1)),
    (xlsx(ROWS), Limits(cells=5)),
    (xlsx(ROWS), Limits(text=3)),
    (xlsx(ROWS), Limits(part_bytes=500)),
    (xlsx(ROWS), Limits(total_bytes=len(xlsx(ROWS)))),
    (xlsx(ROWS), Limits(total_bytes=10)),
    (xlsx(ROWS), Limits(ratio=1, ratio_from=100)),
    (xlsx(strings=shared("<t>กขคง</t>")), Limits(text=3)),
    (xlsx('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'), Limits()),
    (xlsx('<row r="1"><c r="XFE1"><v>1</v></c></row>'), Limits()),
    (ods(table("<table:table-row/>" * 100)), Limits(part_bytes=1000)),
]


@pytest.mark.parametrize(("data", "limits"), LARGE)
def test_limits_are_named(data: bytes, limits: Limits) -> None:
    item = refusal(data, limits)
    assert item.code == "workbook-too-large"
    assert item.detail["what"]
    assert item.detail["limit"].replace(",", "").isdecimal()


def test_the_very_limit_is_allowed() -> None:
    limits = Limits(rows=3, columns=2, cells=6, text=4)
    assert len(rows(read_workbook(xlsx(ROWS), limits))) == 3
    assert len(rows(read_workbook(xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))) == 1


def test_a_zip_bomb_is_stopped_while_it_unpacks() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (40 << 20))
        archive.writestr("_rels/.rels", relationships([("a", "officeDocument", "xl/workbook.xml")]))
    assert refusal(bomb.getvalue()).code == "workbook-too-large"


def test_a_header_that_lies_about_the_size() -> None:
    data = xlsx(ROWS * 400)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lied = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lied != data
    assert refusal(lied).code == "workbook-unreadable"


def test_a_cell_of_two_megabytes_is_read() -> None:
    text = "ก" * 2_000_000
    assert rows(read_workbook(xlsx(f'<row r="1"><c r="A1" t="str"><v>{text}</v></c></row>')))[0].cells == {1: text}
    strings = shared(f"<t>{text}</t>")
    assert rows(read_workbook(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)))[0].cells == {
        1: text
    }


@settings(max_examples=200)
@given(st.binary(max_size=200), st.sampled_from(["", ".xlsx", ".xls", ".ods", ".csv", ".bin"]))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes, suffix: str) -> None:
    file = io.BytesIO(data)
    file.name = f"a{suffix}"
    with contextlib.suppress(WorkbookError):
        read_all(file)


@settings(max_examples=200)
@given(st.data())
def test_damage_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from([GOOD, ods(table("<table:table-row/>"))]))
    broken = bytearray(base)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(base) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WorkbookError):
        read_all(bytes(broken))


def test_a_text_mode_file_is_a_type_error(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b"a,b")
    with path.open() as file, pytest.raises(TypeError):
        read_workbook(file)  # type: ignore[arg-type]
