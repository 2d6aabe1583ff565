"""Workbooks that LibreOffice Calc saved give the documents of the originals."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

import ita_docs

from . import KINDS, REFUSED, ROOT, chosen, sample, with_pictures
from .conftest import Run, command
from .documents import story_texts, texts
from .office import Office

FORMATS = ("xlsx", "ods", "xls")
CSV = {"utf-8": "44,34,76,1", "windows-874": "44,34,32,1"}
"""LibreOffice's tokens for a CSV export: comma, quote, its number of the character set, first row."""


def told(run: Run) -> list[tuple[object, ...]]:
    """The problems of a run, without the book's name."""
    return [tuple(item[name] for name in ("code", "severity", "sheet", "cell")) for item in run.report["problems"]]


def unequal(made: Run, original: Run) -> dict[str, Any]:
    """Reference → what two runs' documents say, where that differs, also where only one run has them."""
    ours, theirs = documents(made), documents(original)
    pairs = {}
    for ref in {**theirs, **ours}:
        one, other = ours.get(ref), theirs.get(ref)
        if one is None or other is None or one[0] != other[0]:
            pairs[ref] = (contents(one), contents(other))
    return {ref: pair for ref, pair in pairs.items() if pair[0] != pair[1]}


def documents(run: Run) -> dict[str, tuple[str, Path]]:
    """Reference → the document's checksum, and where it is."""
    made = zip(run.report["made"], run.documents, strict=True)
    return {str(item["ref"]): (str(item["sha256"]), docx) for item, docx in made}


def contents(document: tuple[str, Path] | None) -> Any:
    """A document's paragraphs, and those of its headers and footers."""
    return None if document is None else (texts(document[1]), story_texts(document[1]))


@pytest.fixture(scope="module")
def starters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The starter workbook of every kind, made by the command."""
    folder = tmp_path_factory.mktemp("starters")
    for kind in KINDS:
        arguments = ["starter", kind, "-o", str(folder / f"{kind}.xlsx"), "--quiet"]
        subprocess.run([sys.executable, "-m", "ita_docs", *arguments], cwd=ROOT, check=True, timeout=60)
    return {kind: folder / f"{kind}.xlsx" for kind in KINDS}


@pytest.fixture(scope="module")
def saved(
    starters: dict[str, Path], office: Office, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], tuple[Path, Path]]:
    """Kind and format → its sample and its starter workbook as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("saved")
    found = {}
    for suffix in FORMATS:
        samples = office.convert(sorted(set(map(sample, KINDS))), suffix, with_pictures(folder / f"samples-{suffix}"))
        others = office.convert(starters.values(), suffix, folder / f"starters-{suffix}")
        for picture in starters[KINDS[0]].parent.glob("*.png"):
            copy(picture, folder / f"starters-{suffix}")
        for kind in KINDS:
            found[kind, suffix] = samples[sample(kind)], others[starters[kind]]
    return found


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_sample(
    samples: dict[str, Run], saved: dict[tuple[str, str], tuple[Path, Path]], tmp_path: Path, kind: str, suffix: str
) -> None:
    made = command(kind, saved[kind, suffix][0], *chosen(kind), folder=tmp_path)
    assert (made.status, told(made)) == (samples[kind].status, told(samples[kind]))
    assert unequal(made, samples[kind]) == {}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_starter(
    starters: dict[str, Path], saved: dict[tuple[str, str], tuple[Path, Path]], tmp_path: Path, kind: str, suffix: str
) -> None:
    original = command(kind, starters[kind], folder=tmp_path / "original")
    made = command(kind, saved[kind, suffix][1], folder=tmp_path / "saved")
    assert (made.status, told(made)) == (original.status, told(original))
    assert unequal(made, original) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_starter_keeps_what_guides_the_clerk(
    starters: dict[str, Path], saved: dict[tuple[str, str], tuple[Path, Path]], kind: str
) -> None:
    """Headings, hints as comments, drop-downs with their choices: LibreOffice saw all of them."""
    before, after = _guidance(starters[kind]), _guidance(saved[kind, "xlsx"][1])
    fields = [field for table in ita_docs.load_kind(kind).tables for field in table.fields]
    assert before["comments"], kind
    assert len(before["choices"]) >= sum(field.type == "choice" for field in fields), kind
    assert after == before


def _guidance(book: Path) -> dict[str, Any]:
    from openpyxl import load_workbook

    opened = load_workbook(book)
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    return {
        "sheets": opened.sheetnames,
        "values": [(cell.parent.title, cell.coordinate, cell.value) for cell in cells if cell.value is not None],
        "comments": [
            (cell.parent.title, cell.coordinate, _plain(cell.comment.text))
            for cell in cells
            if cell.comment is not None
        ],
        "choices": sorted(
            (sheet.title, _plain(rule.formula1), str(rule.sqref).split(":")[0])
            for sheet in opened
            for rule in sheet.data_validations.dataValidation
            if rule.type == "list"
        ),
    }


def _plain(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.mark.parametrize("encoding", CSV)
@pytest.mark.parametrize("kind", KINDS)
def test_csv(office: Office, tmp_path: Path, kind: str, encoding: str) -> None:
    """The main sheet alone, as CSV holds it, gives the documents of a workbook of that sheet alone.

    Rows whose addressees or text stand in other sheets are not whole by themselves: both refuse them.
    """
    from openpyxl import load_workbook

    book = load_workbook(sample(kind))
    for name in book.sheetnames[1:]:
        del book[name]
    alone = with_pictures(tmp_path) / "alone.xlsx"
    book.save(alone)
    original = command(kind, alone, *chosen(kind), folder=tmp_path / "original")
    to = f"csv:Text - txt - csv (StarCalc):{CSV[encoding]}"
    csv = office.convert([alone], to, with_pictures(tmp_path / "csv"))[alone]
    assert csv.read_bytes().decode(encoding.replace("windows-", "cp")).count("\n") > len(original.documents)
    made = command(kind, csv, *chosen(kind), folder=tmp_path / "made")
    # what these show stands in the other sheets
    assert original.documents or kind in REFUSED, original.report["problems"]
    refused = {item["ref"] for item in original.report["refused"]}
    assert refused <= {*refs_elsewhere(kind), *REFUSED.get(kind, ())}, original.report["problems"]
    assert (made.status, [item[:2] + item[3:] for item in told(made)]) == (
        original.status,
        [item[:2] + item[3:] for item in told(original)],
    )
    assert {item["ref"] for item in made.report["refused"]} == refused
    assert unequal(made, original) == {}


def refs_elsewhere(kind: str) -> set[object]:
    """What the other sheets of a sample say of which row of the main one: the values of their key columns."""
    from openpyxl import load_workbook

    book = load_workbook(sample(kind), read_only=True)
    found: set[object] = set()
    for table in ita_docs.load_kind(kind).tables[1:]:
        rows = book[table.sheet].iter_rows(values_only=True)
        at = next(rows).index(table.field(table.key).title)
        found |= {row[at] for row in rows}
    return found
