"""One row of the main sheet as a checked record, and what becomes of every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..kinds.model import FieldType, Kind
from ..problems import CellRef, Problem
from ..structured.text import StructuredText
from ..thai.addressees import Addressee
from ..thai.year_numbers import YearNumber

EMPTY: Mapping[FieldType, Any] = {
    **dict.fromkeys(("text", "person", "phone", "choice", "document_number"), ""),
    "year_number": YearNumber(none=True),
    "addressee": Addressee(),
    **dict.fromkeys(("lines", "paragraphs", "list"), ()),
    "structured": StructuredText(),
    **dict.fromkeys(("level", "date", "date_range", "time", "number", "integer", "year"), None),
    **dict.fromkeys(("score", "money", "image", "file"), None),
}
"""The value of an empty cell, by field type; all are false in a template."""


class ChildRow(dict[str, Any]):
    """A row of a child table: its values by field name, and where each stands."""

    __slots__ = ("_place",)

    def __init__(self, values: Mapping[str, Any], place: Callable[[str], CellRef]) -> None:
        super().__init__(values)
        self._place = place

    def cell(self, name: str) -> CellRef:
        """The cell of the field called `name`; the row's key where the sheet has no such column."""
        return self._place(name)

    def __reduce__(self) -> tuple[Any, ...]:
        # another process gets the values: where they stand is known where the sheet is
        return dict, (dict(self),)


@dataclass(frozen=True, slots=True)
class Record:
    """What one document is made from.

    `values` has every declared field by name, and every child table by name: a tuple of `ChildRow`, or a `FreeTable`.
    Of an `each` table it has one row's fields among its own. `source` is the cell of its key, `cell` gives that of any
    field; `row` is its row in the file, 1-based. `derived` has what the kind's derivation adds, by name.
    """

    kind: Kind
    ref: str
    values: Mapping[str, Any]
    sheet: str
    row: int
    source: CellRef
    derived: Mapping[str, Any] = field(default_factory=dict)
    place: Callable[[str], CellRef] | None = None

    def cell(self, name: str) -> CellRef:
        """The cell of the field called `name`; that of the key where the sheet has no such column."""
        return self.source if self.place is None else self.place(name)


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that makes no document: of the main sheet or an `each` table, or one of a child sheet that belongs to none.

    `ref` is its key as read (or what its document would have had), None where it has none.
    """

    ref: str | None
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one row: a record, or none if it is refused; and its problems.

    `row` is None for what concerns a sheet as a whole. `owner` is the key of the main row that a document is made of,
    None for what makes none; `common` what is said of that row, the same for all of its documents and to be told once.
    """

    ref: str | None
    sheet: str | None
    row: int | None
    record: Record | None
    problems: tuple[Problem, ...] = ()
    owner: str | None = None
    common: tuple[Problem, ...] = ()

    @property
    def refused(self) -> Refused | None:
        """The row as a refused one, or None."""
        if self.record is not None or self.sheet is None or self.row is None:
            return None
        return Refused(self.ref, self.sheet, self.row)


@dataclass(frozen=True, slots=True)
class Checked:
    """A whole workbook: the records that can be made, all problems in the order of sheet and row, the refused rows."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    refused: tuple[Refused, ...]
