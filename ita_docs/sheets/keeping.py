"""The rows of a sheet, kept after their first complete reading: in memory when they are few, else on disk."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial

from .model import Row
from .spool import Spool

KEPT_CELLS = 60_000
KEPT_TEXT = 2_000_000
"""Sheets with at most so many cells, and characters in them, stay in memory."""


class KeptRows:
    """Calling it gives the rows from the first one on; safe in threads, and for readers that stop early."""

    __slots__ = ("_read", "_rows")

    def __init__(self, read: Callable[[], Generator[Row, None, None]]) -> None:
        self._read = read
        self._rows: Callable[[], Iterator[Row]] = self._keeping

    def __call__(self) -> Iterator[Row]:
        return self._rows()

    def _keeping(self) -> Generator[Row, None, None]:
        kept: list[Row] = []
        spool: Spool | None = None
        cells = characters = 0
        with closing(self._read()) as rows:
            for row in rows:
                if spool is not None:
                    spool.add(row)
                else:
                    cells += len(row.cells)
                    characters += sum(len(value) for value in row.cells.values() if isinstance(value, str))
                    kept.append(row)
                    if cells > KEPT_CELLS or characters > KEPT_TEXT:
                        spool = Spool()
                        for one in kept:
                            spool.add(one)
                        kept.clear()
                yield row
        if spool is None:
            self._rows = partial(iter, tuple(kept))
            return
        spool.end()
        self._rows = spool.rows if spool.holds else self._read
