"""The rows of a sheet, kept after their first complete reading when they are few."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing

from .model import Row

KEPT_CELLS = 150_000
"""Sheets with at most this many cells stay in memory; larger ones are read again each time."""


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
        cells = 0
        with closing(self._read()) as rows:
            for row in rows:
                if cells <= KEPT_CELLS:
                    cells += len(row.cells)
                    kept.append(row)
                    if cells > KEPT_CELLS:
                        kept.clear()
                yield row
        if cells > KEPT_CELLS:
            self._large = True
        else:
            self._kept = tuple(kept)
