"""What a run leaves for people, opened in LibreOffice: the marked copy of a workbook, and report.xlsx."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ita_docs.problems import CellRef, Problem, problem
from ita_docs.records.record import Refused
from ita_docs.report import Made, Report
from ita_docs.results.fills import COLOURS
from ita_docs.results.marking import mark_workbook
from ita_docs.results.summary import About, write_summary
from ita_docs.sheets import read_workbook
from ita_docs.sheets.model import Row

from . import ROOT
from .office import Office

SAMPLES = sorted((ROOT / "samples").glob("*.xlsx"))
PLACES = ((1, 1), (2, 3), (3, 2), (40, 4))
"""Rows and columns that are marked on each sheet: headings, values, and a cell that is not there."""


def rows(book: Path) -> dict[str, list[Row]]:
    """Every row of every sheet."""
    return {sheet.name: list(sheet.rows()) for sheet in read_workbook(book).sheets}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as they are in `plain`, marked in `marked`; both as LibreOffice saves them beside."""
    folder = tmp_path_factory.mktemp("results")
    (folder / "marked").mkdir()
    for sample in SAMPLES:
        problems: list[Problem] = [
            problem("missing-value", CellRef(sample.name, sheet.name, row, column), column="เรื่อง")
            for sheet in read_workbook(sample).sheets
            for row, column in PLACES
        ]
        assert mark_workbook(sample, problems, folder / "marked" / sample.name) == len(problems)
    return folder


@pytest.fixture(scope="module")
def saved(folder: Path, office: Office) -> dict[Path, Path]:
    """The marked copies, as LibreOffice saves them again."""
    return office.convert(sorted((folder / "marked").glob("*.xlsx")), "xlsx", folder / "saved")


def test_the_marked_copy_holds_the_same_values(folder: Path, saved: dict[Path, Path], office: Office) -> None:
    plain = office.convert(SAMPLES, "xlsx", folder / "plain")
    for sample in SAMPLES:
        assert rows(saved[folder / "marked" / sample.name]) == rows(plain[sample])


def test_every_mark_is_seen(saved: dict[Path, Path]) -> None:
    wanted = {f"{get_column_letter(column)}{row}" for row, column in PLACES}
    for copy in saved.values():
        for sheet in load_workbook(copy):
            cells = [cell for row in sheet.iter_rows() for cell in row]
            red = {cell.coordinate for cell in cells if cell.fill.fgColor.rgb == COLOURS["error"]}
            said = {cell.coordinate for cell in cells if cell.comment and "ยังไม่ได้กรอก" in cell.comment.text}
            assert (red, said) == (wanted, wanted), sheet.title


def test_the_report_opens_with_its_rows_links_and_pages(tmp_path: Path, office: Office) -> None:
    made = tuple(Made(f"M-{n}", f"กลุ่ม {n}/M-{n}.docx", "", f"M-{n}.pdf", 2) for n in range(1, 90))
    refused = (Refused("=1+1", "บันทึก", 4),)
    found = (problem("missing-value", CellRef("ก.xlsx", "บันทึก", 4, 2), column="=2+2"),)
    report = Report(made, refused, found, True, seconds=tuple(n / 3 for n in range(1, 90)))
    path = tmp_path / "report.xlsx"
    write_summary(path, report, About("บันทึกข้อความ", "ก.xlsx"))
    out = tmp_path / "out"
    again = office.convert([path], "xlsx", out)[path]
    assert [[row.cells for row in sheet] for sheet in rows(again).values()] == [
        [row.cells for row in sheet] for sheet in rows(path).values()
    ]
    sheet = load_workbook(again).worksheets[1]
    links = [cell.hyperlink.target or "" for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 2 * len(made)
    assert sum(link.endswith(".docx") for link in links) == len(made)
    pdf = office.convert([path], "pdf", out)[path]
    assert pdf.stat().st_size > 10_000
