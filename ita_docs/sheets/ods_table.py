"""A sheet of an .ods document while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .model import Row, Span, Value


@dataclass(slots=True)
class Table:
    """One sheet as far as it has been read."""

    name: str
    hidden: bool = False
    merged: list[Span] = field(default_factory=list)
    cells: int = 0
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    external: bool = False
    """Whether it only caches cells of another file."""


@dataclass(frozen=True, slots=True)
class Block:
    """A row, or several equal ones, of table number `table` (from 0)."""

    table: int
    first: int
    repeat: int
    cells: dict[int, Value]
    hidden: bool

    def rows(self) -> Iterator[Row]:
        """Its rows one by one."""
        for at in range(self.first, self.first + self.repeat):
            yield Row(at, self.cells if self.repeat == 1 else dict(self.cells), self.hidden)
