"""What a spreadsheet says, cell by cell, each with its address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, Self

from ..problems import CellRef, Problem


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell whose formula failed, as the file says it: `#REF!`, `#N/A`, …"""

    code: str


class Run(NamedTuple):
    """A piece of a cell's text of one look."""

    text: str
    bold: bool = False
    underlined: bool = False


class RichText(str):
    """A text of which the clerk set pieces bold or underlined, inside its cell: a str as any other, and its `runs`.

    A cell that is bold as a whole by its cell style is a plain str. Whatever is done to a RichText gives a plain str.
    """

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, runs: Iterable[Run]) -> Self:
        given = tuple(runs)
        made = super().__new__(cls, "".join([run.text for run in given]))
        made.runs = given
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self.runs,)


def marked_text(runs: Iterable[Run]) -> str:
    """The text of `runs`, neighbours of one look joined: a RichText where any is bold or underlined, else a str."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1][1:] == run[1:]:
            joined[-1] = run._replace(text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    if any(run.bold or run.underlined for run in joined):
        return RichText(joined)
    return "".join([run.text for run in joined])


Value = str | int | Decimal | bool | date | datetime | time | timedelta | CellError | None
"""What a cell holds; None is an empty cell. Text is as typed (nothing repaired), a RichText where pieces of it are
marked; numbers are exact.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number in the file (1-based) and its cells by 1-based column; empty cells are absent."""

    number: int
    cells: dict[int, Value]
    hidden: bool = False
    index: Any = None
    """A DataFrame row's index label; None for a file."""


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `rows()` reads it from its beginning each time it is called, in file order, empty rows left out."""

    name: str
    rows: Callable[[], Iterator[Row]]
    merged: tuple[Span, ...] = ()
    book: str | None = None
    frame: bool = False
    """Whether it is a pandas DataFrame, whose cells have no address; row 1 holds its column labels."""
    hidden: bool = False

    def ref(self, row: Row, column: int | None, label: str | None = None) -> CellRef:
        """The address of a cell of this sheet; `label` is the heading of its column."""
        if self.frame:
            return CellRef(self.book, self.name, row.number, column, self.name, row.index, label)
        return CellRef(self.book, self.name, row.number, column, None, None, label)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: its file name (None for DataFrames), its sheets in order, and what reading it revealed."""

    name: str | None
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = field(default=())
    single: bool = False
    """Whether the format knows no sheet names (CSV, one DataFrame): its only sheet is whichever is asked for."""
    folder: Path | None = None
    """Where the file lies: file names in cells are counted from there. None for bytes and DataFrames."""
