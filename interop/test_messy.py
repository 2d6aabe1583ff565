"""The messy workbook saved by LibreOffice has the problems of the original, as far as each format can say them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from . import ROOT
from .conftest import Run, command
from .documents import texts
from .office import Office

MESSY = ROOT / "tests" / "data" / "messy_memo.xlsx"
SHEET, OPINIONS, TABLE = "บันทึกข้อความ", "ความเห็น", "ตาราง"
SHEET_NUMBER = 2
FORMATS = {
    "xlsx": "xlsx",
    "ods": "ods",
    "xls": "xls",
    "csv": f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{SHEET_NUMBER}",
}


@dataclass(frozen=True, slots=True)
class Excepted:
    """A problem of the original that a format cannot give, and why.

    `cell` is None for what is said of a whole row, wherever its address points; `ref` is the memo that is made for lack
    of the problem.
    """

    format: str
    code: str
    sheet: str
    cell: str | None
    reason: str
    ref: str | None = None

    def covers(self, code: str, sheet: str, cell: str) -> bool:
        """Whether it is about this problem."""
        return (code, sheet) == (self.code, self.sheet) and self.cell in (None, cell)


EXCEPTIONS = (
    Excepted(
        "ods",
        "control-characters-removed",
        SHEET,
        "K27",
        "XML 1.0 has no character 7; .xlsx writes it as _x0007_, .ods has no such way and LibreOffice drops it",
    ),
    Excepted("csv", "hidden-row", SHEET, None, "a text file has no hidden rows: the row is there like any other"),
    Excepted("csv", "orphan-row", OPINIONS, "A5", "a text file holds one sheet"),
    Excepted("csv", "orphan-row", TABLE, "A4", "a text file holds one sheet"),
    Excepted(
        "csv",
        "buddhist-year-in-date-cell",
        SHEET,
        "H13",
        "a text file has no date cells: 26/6/2567 is a date in the Buddhist era and nothing had to be reinterpreted",
    ),
    Excepted(
        "csv",
        "ambiguous-date",
        SHEET,
        "H18",
        "a text file has no date cells: the year 1967 is written in full, which is what the hint asks for",
        ref="M-108",
    ),
)
VALUES = {("formula-error", "C23"): {"#REF!", "#NAME?"}}
"""Where LibreOffice computes another value: a formula that names a sheet that is not there is #REF! to Excel."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return command("memo", MESSY, folder=tmp_path_factory.mktemp("original"))


@pytest.fixture(scope="module")
def saved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """What the command makes of the workbook as LibreOffice saves it, by format."""
    folder = tmp_path_factory.mktemp("messy")
    runs = {}
    for name, to in FORMATS.items():
        ending = f"-{SHEET}" if name == "csv" else ""
        book = office.convert([MESSY], to, folder / name, ending=ending)[MESSY]
        runs[name] = command("memo", book, folder=folder / name)
    return runs


def told(run: Run, sheet: str | None = None) -> list[tuple[str, str, str, str]]:
    """Code, severity, sheet and cell of every problem; `sheet` names the only one of a text file."""
    return sorted(
        (str(item["code"]), str(item["severity"]), sheet or str(item["sheet"]), str(item["cell"]))
        for item in run.report["problems"]
    )


@pytest.mark.parametrize("name", FORMATS)
def test_problems(original: Run, saved: dict[str, Run], name: str) -> None:
    known = [item for item in EXCEPTIONS if item.format == name]
    expected = [
        (code, severity, sheet, cell)
        for code, severity, sheet, cell in told(original)
        if not any(item.covers(code, sheet, cell) for item in known)
    ]
    assert told(saved[name], SHEET if name == "csv" else None) == expected
    assert saved[name].status == 1


def test_every_exception_is_one() -> None:
    """No exception without a reason, none for what the original does not say."""
    assert all(len(item.reason) > 20 for item in EXCEPTIONS)
    assert len({(item.format, item.code, item.cell) for item in EXCEPTIONS}) == len(EXCEPTIONS)


def test_exceptions_name_problems_of_the_original(original: Run) -> None:
    for item in EXCEPTIONS:
        covered = [cell for code, _, sheet, cell in told(original) if item.covers(code, sheet, cell)]
        assert len(covered) == 1, item


@pytest.mark.parametrize("name", FORMATS)
def test_values_quoted(original: Run, saved: dict[str, Run], name: str) -> None:
    """A problem quotes what the cell holds, whatever the file."""
    before = {(item["code"], item["sheet"], item["cell"]): item["value"] for item in original.report["problems"]}
    for item in saved[name].report["problems"]:
        key = (item["code"], SHEET if name == "csv" else item["sheet"], item["cell"])
        assert item["value"] in VALUES.get((str(item["code"]), str(item["cell"])), {before[key]}), key


@pytest.mark.parametrize("name", FORMATS)
def test_documents(original: Run, saved: dict[str, Run], name: str) -> None:
    extra = {item.ref for item in EXCEPTIONS if item.format == name and item.ref}
    before, after = _contents(original), _contents(saved[name])
    assert [ref for ref in after if ref not in extra] == list(before)
    assert set(after) - set(before) == extra
    alone = {"M-101"} if name == "csv" else set()  # its opinions and its table are on the other sheets
    assert {ref for ref in before if after[ref] != before[ref]} == alone


def _contents(run: Run) -> dict[str, list[str]]:
    pairs = zip(run.report["made"], run.documents, strict=True)
    return {str(item["ref"]): texts(docx) for item, docx in pairs}
