"""The rows of a sheet, kept after their first complete reading when they are few."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing

from .model import Row

KEPT_CELLS = 60_000
KEPT_TEXT = 2_000_000
"""Sheets with at most so many cells, and characters in them, stay in memory; larger ones are read again each time."""


class KeptRows:
    """Calling it gives the rows from the first one on; safe in threads, and for readers that stop early."""

    __slots__ = ("_kept", "_large", "_read")

    def __init__(self, read: Callable[[], Generator[Row, None, None]], kept: tuple[Row, ...] | None = None) -> None:
        self._read = read
        self._kept = kept
        self._large = False

    def __call__(self) -> Iterator[Row]:
        if self._kept is not None:
            return iter(self._kept)
        return self._read() if self._large else self._keeping()

    def _keeping(self) -> Generator[Row, None, None]:
        kept: list[Row] = []
        cells = characters = 0
        few = True
        with closing(self._read()) as rows:
            for row in rows:
                if few:
                    cells += len(row.cells)
                    characters += sum(len(value) for value in row.cells.values() if isinstance(value, str))
                    few = cells <= KEPT_CELLS and characters <= KEPT_TEXT
                    kept.append(row)
                    if not few:
                        kept.clear()
                yield row
        self._large = not few
        if few:
            self._kept = tuple(kept)
