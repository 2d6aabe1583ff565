"""A row of the main sheet and each of its rows in an `each` table as one record: the mail merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..kinds.model import Field, Kind
from ..problems import CellRef, Problem, problem
from .joining import ChildRows, in_order
from .record import EMPTY, Outcome, Record
from .row_rules import RowRules, companions, row_rules
from .rows import ReadRow, TableSheet


@dataclass(frozen=True, slots=True)
class Parent:
    """A row of the main sheet as read, with the values that its documents have in common.

    problems: all that is said of it and of its other child rows; bad: whether none of its documents can be made.
    """

    read: ReadRow
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]
    bad: bool


def judged_later(kind: Kind) -> frozenset[str]:
    """The main fields that cannot be judged without the row that the document is made for."""
    shared = kind.shared
    return frozenset(item.name for item in kind.table.fields if item.name in shared or companions(item) & shared)


class Each:
    """The `each` table of a kind being joined to its main sheet.

    A document's values are those of the main row, with what its own row fills in; what must be filled in, or agree, is
    judged of them together, and said at the cell of its own row.
    """

    def __init__(self, kind: Kind, main: TableSheet, rows: ChildRows) -> None:
        self.kind, self.main, self.rows, self.child = kind, main, rows, rows.opened
        later = judged_later(kind)
        missing = main.layout.missing  # said once, of the whole sheet
        self.later = tuple(item for item in kind.table.fields if item.name in later and item not in missing)

    @cached_property
    def alone(self) -> RowRules:
        """What a main row without rows of its own here is held to."""
        return row_rules(self.later, "", self.main.rules.titles)

    @cached_property
    def together(self) -> RowRules:
        """What a main row and one of its rows are held to."""
        own = [item for item in self.kind_fields if item not in self.child.layout.missing]
        return row_rules((*own, *self.later), "", {**self.main.rules.titles, **self.child.rules.titles})

    @property
    def kind_fields(self) -> tuple[Field, ...]:
        """The fields that a row here adds to its document."""
        return self.child.table.merged

    def outcomes(self, parent: Parent) -> Iterator[Outcome]:
        """What becomes of a main row: a record for each of its rows here, or one of its own where it has none."""
        count = self.rows.counts[parent.read.key] if parent.read.key else 0
        if not count:
            yield self._alone(parent)
            return
        for number, row in enumerate(in_order(self.child, self.rows.taken(parent.read.key)), 1):
            yield self._together(parent, row, f"{parent.read.key}-{number:0{len(str(count))}}")

    def _alone(self, parent: Parent) -> Outcome:
        row, values = parent.read.row, dict(parent.values)
        for item in self.kind_fields:
            if item.name not in values:
                given = self.child.fallback.get(item.name)
                values[item.name] = EMPTY[item.type] if given is None else given.value
        # one key twice: the rows are the first one's, and nothing is missing here
        repeated = any(item.code == "duplicate-key" for item in parent.problems)
        broken = () if repeated else self.alone.broken(values, parent.read.filled)
        found = [self.main.at(row, name, fault)[1] for name, fault in broken]
        problems = (*parent.problems, *found)
        key = parent.read.key or None
        if parent.bad or any(item.severity == "error" for item in found):
            return Outcome(key, self.main.sheet.name, row.number, None, problems, owner=key)
        source = self._source(self.main, parent.read)
        record = Record(self.kind, parent.read.key, values, self.main.sheet.name, row.number, source)
        return Outcome(key, self.main.sheet.name, row.number, record, problems, owner=key)

    def _together(self, parent: Parent, row: ReadRow, ref: str) -> Outcome:
        values = {**parent.values, self.kind.table.key: ref}
        for item in self.kind_fields:
            if item.name in row.filled or item.name not in parent.values:
                values[item.name] = row.values[item.name]
        found = [] if parent.bad or row.bad else self._broken(row, values, {*parent.read.filled, *row.filled})
        bad = parent.bad or row.bad or any(item.severity == "error" for item in found)
        hidden = [self.child.problem_at("hidden-row", row.row, self.child.key_column, row=row.row.number)]
        problems = (*(hidden if row.row.hidden and not bad else ()), *row.problems, *found)
        record = None
        sheet, number = self.child.sheet.name, row.row.number
        if not bad:
            record = Record(self.kind, ref, values, sheet, number, self._source(self.child, row))
        return Outcome(ref, sheet, number, record, problems, owner=parent.read.key, common=parent.problems)

    def _broken(self, row: ReadRow, values: Mapping[str, Any], filled: set[str]) -> list[Problem]:
        own = {item.name for item in self.child.table.fields}
        found: dict[tuple[str, str], Problem] = {}
        for name, fault in self.together.broken(values, filled):
            if name in own:
                item = self.child.at(row.row, name, fault)[1]
            else:
                ref = self.child.sheet.ref(row.row, None, self.main.rules.titles[name])
                item = problem(fault.code, ref, **fault.detail)
            found.setdefault((name, fault.code), item)
        return list(found.values())

    @staticmethod
    def _source(opened: TableSheet, read: ReadRow) -> CellRef:
        column = opened.key_column
        return opened.sheet.ref(read.row, column, opened.layout.headings.get(column or 0))
