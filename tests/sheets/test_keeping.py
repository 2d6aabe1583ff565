"""Reading twice, at once, and only a little."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ita_docs.sheets import keeping, read_workbook
from ita_docs.sheets import source as sources

from .books import rows, xlsx

ROWS = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(1, 20_001))
NUMBERS = list(range(1, 20_001))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook that is too large to be taken into memory whole."""
    monkeypatch.setattr(sources, "SNAPSHOT", 100)
    found = tmp_path / "ก.xlsx"
    found.write_bytes(xlsx(ROWS))
    return found


def test_a_small_sheet_is_kept_after_its_first_complete_reading(path: Path) -> None:
    book = read_workbook(path)
    assert next(book.sheets[0].rows()).number == 1
    first = rows(book)
    path.unlink()
    assert rows(book) == first
    assert [row.number for row in first] == NUMBERS


def test_a_large_sheet_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "KEPT_CELLS", 10)
    book = read_workbook(path)
    for _ in range(3):
        assert [row.number for row in rows(book)] == NUMBERS


def test_threads_read_the_same_sheet_at_once(path: Path) -> None:
    book = read_workbook(path)
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: [row.number for row in book.sheets[0].rows()], range(4)):
            assert found == NUMBERS


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts the open files of this process")
def test_a_reader_that_stops_early_leaves_nothing_open(path: Path) -> None:
    book = read_workbook(path)
    gc.collect()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(5):
        reader = book.sheets[0].rows()
        next(reader)
        del reader
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_file_read_at_once_may_vanish(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(xlsx(ROWS))
    book = read_workbook(path)
    path.unlink()
    assert [row.number for row in rows(book)] == NUMBERS
