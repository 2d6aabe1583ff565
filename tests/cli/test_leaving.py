"""What a run leaves for people: report.xlsx, and the workbook with marks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .test_commands import SAMPLE, run


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook of memos in a folder of its own, whose fourth row has a date that is none."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "บันทึก.xlsx"
    shutil.copy(SAMPLE, path)
    opened = load_workbook(path)
    sheet = opened.worksheets[0]
    (column,) = [cell.column for row in sheet.iter_rows(max_row=12) for cell in row if cell.value == "วันที่"]
    (heading,) = [cell.row for row in sheet.iter_rows(max_row=12) for cell in row if cell.value == "วันที่"]
    sheet.cell(heading + 4, column).value = "31/2/2567"
    opened.save(path)
    return path


def test_the_report_and_the_marked_workbook(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "memo", str(book), "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["report"], said["marked"]) == ("report.xlsx", "บันทึก (ตรวจแล้ว).xlsx")
    report = load_workbook(Path("out", said["report"]))
    made = list(report["เอกสารที่สร้าง"].iter_rows(min_row=2, values_only=True))
    assert len(made) == len(said["made"])
    (refused,) = report["แถวที่ไม่ได้สร้าง"].iter_rows(min_row=2, values_only=True)
    assert "31/2/2567" in str(refused)
    marked = load_workbook(Path("out", said["marked"])).worksheets[0]
    (cell,) = [cell for row in marked.iter_rows() for cell in row if cell.value == "31/2/2567"]
    assert cell.comment is not None
    assert cell.fill.fgColor.rgb != load_workbook(book).worksheets[0][cell.coordinate].fill.fgColor.rgb


def test_corrected_in_the_marked_copy_and_made_of_it(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a person corrected there is not written over."""
    run("make", "memo", str(book))
    path = Path("out", "บันทึก (ตรวจแล้ว).xlsx")
    opened = load_workbook(path)
    (cell,) = [cell for row in opened.worksheets[0].iter_rows() for cell in row if cell.value == "31/2/2567"]
    cell.value = "29/2/2567"
    opened.save(path)
    corrected = path.read_bytes()
    run("make", "memo", str(book))
    assert path.read_bytes() == corrected
    assert Path("out", "บันทึก (ตรวจแล้ว) (ใหม่).xlsx").is_file()
    capsys.readouterr()
    assert run("make", "memo", str(path), "-o", "fixed", "--json") == 0
    assert "marked" not in json.loads(capsys.readouterr().out)


def test_one_document_needs_no_report(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("make", "memo", str(book), "--only", "เลขอ้างอิง=M-001", "--json") == 0
    assert json.loads(capsys.readouterr().out).keys() == {"made", "refused", "problems"}
    assert not Path("out", "report.xlsx").exists()


def test_a_report_of_somebody_else_stays(book: Path) -> None:
    Path("out").mkdir()
    Path("out", "report.xlsx").write_bytes(b"somebody's")
    run("make", "memo", str(book))
    assert Path("out", "report.xlsx").read_bytes() == b"somebody's"
    assert Path("out", "report (ใหม่).xlsx").is_file()
