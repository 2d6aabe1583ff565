"""The rows of a child sheet, handed to the rows of the main sheet that they belong to.

One pass, with a buffer for rows that come before their turn: a child sheet in the order of the main sheet is never held
whole, and any other order is joined as rightly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from ..kinds.model import FreeTable
from ..problems import Problem
from .record import ChildRow
from .rows import ReadRow, TableSheet


@dataclass(slots=True)
class ChildRows:
    """A child sheet being joined; `counts` says how many rows each key has, `common` are the rows of every record."""

    opened: TableSheet
    counts: Counter[str]
    problems: tuple[Problem, ...]
    common: tuple[ReadRow, ...] = ()
    _source: Iterator[ReadRow] = field(init=False)
    _buffer: dict[str, list[ReadRow]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.opened.rows()
        if common := self.opened.table.for_all:
            rows = (row for row in rows if self.opened.key_of(row) not in common)
        self._source = map(self.opened.read, rows)

    def take(self, key: str) -> list[ReadRow]:
        """The rows of `key`, in file order; each can be taken once."""
        return list(self.taken(key))

    def taken(self, key: str) -> Iterator[ReadRow]:
        """The rows of `key`, one after another, as they are asked for."""
        wanted = self.counts.pop(key, 0)
        for row in self._buffer.pop(key, []):
            yield row
            wanted -= 1
        while wanted > 0 and (read := next(self._source, None)) is not None:
            if read.key == key:
                yield read
                wanted -= 1
            else:
                self._buffer.setdefault(read.key, []).append(read)

    def rest(self) -> list[ReadRow]:
        """The rows that nobody took, in file order."""
        for row in self._source:
            self._buffer.setdefault(row.key, []).append(row)
        rows = [row for rows in self._buffer.values() for row in rows]
        self._buffer.clear()
        return sorted(rows, key=lambda row: row.row.number)


def open_child(opened: TableSheet) -> ChildRows:
    """A child sheet counted by key, ready to be joined."""
    counts: Counter[str] = Counter()
    untitled: list[Problem] = []
    common: list[ReadRow] = []
    seen: set[int] = set()
    for row in opened.rows():
        untitled += opened.untitled(row, seen)
        key = opened.key_of(row)
        if key in opened.table.for_all:
            common.append(opened.read(row))
        else:
            counts[key] += 1
    said = (item for row in common for item in row.problems)
    return ChildRows(opened, counts, (*opened.layout.problems, *untitled, *said), tuple(common))


def joined(child: TableSheet, rows: list[ReadRow]) -> Any:
    """What a record holds of a child table: its rows as a tuple of mappings, or a `FreeTable`; ordered by its order."""
    rows = list(in_order(child, rows))
    if not child.table.free:
        return tuple(ChildRow(row.values, partial(child.cell, row.row)) for row in rows)
    kept = [n for n in range(len(child.layout.free)) if any(row.free[n] for row in rows)]
    headings = tuple(child.layout.headings.get(child.layout.free[n], "") for n in kept)
    return FreeTable(headings, tuple(tuple(row.free[n] for n in kept) for row in rows))


def in_order(child: TableSheet, rows: Iterable[ReadRow]) -> Iterable[ReadRow]:
    """The rows by the table's `order`, where the sheet has its column; else as they come, and none is held."""
    order = child.table.order
    if not order or child.layout.column_of(order) is None:
        return rows
    return sorted(rows, key=lambda row: _rank(row.values.get(order)))


def nothing(free: bool) -> Any:
    """What a record holds of a child table that the workbook does not have."""
    return FreeTable((), ()) if free else ()


def _rank(value: Any) -> tuple[int, Any]:
    if value is None or value == "":
        return (2, 0)
    return (0, Decimal(value)) if isinstance(value, (int, Decimal)) else (1, str(value))
