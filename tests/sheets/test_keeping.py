"""Reading twice, at once, and only a little."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

import pytest

from ita_docs.sheets import copies, keeping, read_workbook, spool
from ita_docs.sheets import source as sources
from ita_docs.sheets.model import CellError, RichText, Row, Run
from ita_docs.sheets.spool import Spool

from .books import rows, xlsx

ROWS = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 20_001))
NUMBERS = list(range(1, 20_001))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook that is too large to be taken into memory, on a machine without room for a copy."""

    def no_room(file: object) -> NoReturn:
        raise OSError(28, "no space")

    monkeypatch.setattr(sources, "IN_MEMORY", 100)
    monkeypatch.setattr(copies, "FileCopy", no_room)
    found = tmp_path / "ก.xlsx"
    found.write_bytes(xlsx(ROWS))
    return found


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets of more than ten rows are no longer kept in memory."""
    monkeypatch.setattr(keeping, "KEPT_CELLS", 10)
    monkeypatch.setattr(spool, "BATCH", 1000)


def test_a_small_sheet_is_kept_after_its_first_complete_reading(path: Path) -> None:
    book = read_workbook(path)
    assert next(book.sheets[0].rows()).number == 1
    first = rows(book)
    path.unlink()
    assert rows(book) == first
    assert [row.number for row in first] == NUMBERS


def test_a_large_sheet_is_read_from_disk(path: Path, large: None) -> None:
    book = read_workbook(path)
    first = rows(book)
    path.unlink()
    assert rows(book) == first
    assert [row.number for row in first] == NUMBERS


@pytest.mark.parametrize("room", [0, 5000])
def test_a_large_sheet_is_read_again_where_the_disk_has_no_room(
    path: Path, large: None, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    monkeypatch.setattr(spool, "ROOM", room)
    book = read_workbook(path)
    for _ in range(3):
        assert [row.number for row in rows(book)] == NUMBERS


def test_a_row_is_read_from_disk_as_it_was() -> None:
    values = (
        *("ก", RichText([Run("ก", bold=True), Run("ข")]), "\ud800", 1, True, Decimal("0.10"), CellError("#REF!")),
        *(date(2026, 11, 21), datetime(2026, 11, 21, 9), time(9, 30), timedelta(hours=30)),
    )
    given = [Row(3, dict(enumerate(values, 1)), hidden=True), Row(7, {2: "ข"})]
    made = Spool()
    for row in given:
        made.add(row)
    made.end()
    again = list(made.rows())
    assert again == list(made.rows()) == given
    rich = again[0].cells[2]
    assert isinstance(rich, RichText)
    assert rich.runs == (Run("ก", bold=True), Run("ข"))


@pytest.mark.parametrize("readings", [0, 1])
def test_threads_read_the_same_sheet_at_once(path: Path, large: None, readings: int) -> None:
    book = read_workbook(path)
    for _ in range(readings):
        rows(book)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: [row.number for row in book.sheets[0].rows()], range(4)):
            assert found == NUMBERS


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts the open files of this process")
def test_readers_leave_nothing_open(path: Path, large: None) -> None:
    book = read_workbook(path)
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        reader = book.sheets[0].rows()
        next(reader)
        del reader
    for _ in range(2):
        rows(book)
    del book
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_file_read_at_once_may_vanish(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(xlsx(ROWS))
    book = read_workbook(path)
    path.unlink()
    assert [row.number for row in rows(book)] == NUMBERS
