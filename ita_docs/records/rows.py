"""The rows of one table's sheet, read into typed values with their problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..kinds.model import Field, Table
from ..problems import CellRef, Problem, problem
from ..settings import Settings
from ..sheets.model import Row, Sheet, Value
from ..thai.fault import Fault
from ..thai.text import clean, sound
from .headings import Layout, read_headings, untitled_column
from .plain import plain_text, quoted_text
from .reading import Reading
from .record import EMPTY
from .row_rules import RowRules, row_rules
from .types import read_value

DASHED = frozenset(
    {"person", "phone", "choice", "date", "date_range", "time", "number", "integer", "year", "score", "money"}
    | {"image", "file", "year_number", "addressee"}
)
"""Field types in which a lone dash is no value."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as read: its key, its values by field name, the texts of its free columns, its problems by column."""

    row: Row
    key: str
    values: Mapping[str, Any]
    free: tuple[str, ...]
    problems: tuple[Problem, ...]
    bad: bool
    filled: Collection[str] = ()
    """The names of the fields that were filled in, or by the office profile."""


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet taken as one of a kind's tables; `fallback` holds what the office profile gives for its fields.

    `folder`: where file names in cells are counted from, None where the workbook has no folder.
    """

    table: Table
    sheet: Sheet
    layout: Layout
    fallback: Mapping[str, Reading]
    folder: Path | None
    rules: RowRules
    """What its rows are held to as wholes."""
    plan: tuple[tuple[Field, int | None, str], ...] = field(default=())
    """Each declared field, its column and its heading as typed (its title where the sheet has no such column)."""
    given: tuple[tuple[Field, int | None, str], ...] = field(default=())
    """Those of `plan` that a row can give a value: by its column, or the office profile."""
    nothing: Mapping[str, Any] = field(default_factory=dict)
    """The values of a row that gives none."""
    plain: frozenset[str] = frozenset()
    """The names of text fields without further rules: what is typed there is taken as it is."""
    key_column: int | None = None
    """The column of the table's key, or None."""
    signer: tuple[int, str] | None = None
    """The column of who signs, and whom the office profile names, without spaces; None without a name or column.

    Whoever else is typed there signs with a post of their own, not with the profile's.
    """
    known: dict[str, dict[str, Reading]] = field(default_factory=dict)
    """What texts of each field were read as: cells of a column often say the same."""

    def _is_signed_by_another(self, row: Row) -> bool:
        """Whether somebody else than the profile's signatory is typed; how the name is spaced says nothing."""
        if self.signer is None:
            return False
        return "".join(self.text_of(row, self.signer[0]).split()) not in ("", self.signer[1])

    def rows(self) -> Iterator[Row]:
        """The rows under the headings that hold data of known columns; merged cells give their value to each row."""
        used = (*self.layout.columns, *self.layout.free)
        starts = self._spans(used)
        open_spans: dict[int, tuple[int, Value]] = {}
        for row in self.sheet.rows() if used else ():
            if row.number < self.layout.first_row:
                continue
            if all(_is_blank(row.cells.get(column)) for column in used):
                continue
            if starts:
                row = _filled(row, starts, open_spans)
            yield row

    def untitled(self, row: Row, seen: set[int]) -> Iterator[Problem]:
        """The warnings for columns without a heading that `row` is the first to fill; `seen` remembers them."""
        for column in row.cells.keys() - self.layout.headings.keys() - seen:
            if not _is_blank(row.cells[column]):
                seen.add(column)
                yield untitled_column(self.sheet, row, column)

    def key_of(self, row: Row) -> str:
        """The row's key as it is compared."""
        return self.text_of(row, self.key_column)

    def text_of(self, row: Row, column: int | None) -> str:
        """The cleaned text of a cell on one line, as keys are compared; empty for an empty cell."""
        value = None if column is None else row.cells.get(column)
        return " ".join((_at_once(value) or clean(plain_text(value)).text).split())

    def problem_at(self, code: str, at: Row, column: int | None, **facts: Any) -> Problem:
        """A problem at a cell of this sheet, said with the column's heading as typed."""
        heading = None if column is None else self.layout.headings.get(column)
        return problem(code, self.sheet.ref(at, column, heading), **facts)

    def read(self, row: Row, present: Collection[str] = ()) -> ReadRow:
        """The row's typed values; every declared field has one.

        present: the names of the child tables that have rows for it, as far as `requiredUnless` names them.
        """
        values = dict(self.nothing)
        found: list[tuple[int, Problem]] = []
        filled: set[str] = set(present)
        other = self._is_signed_by_another(row)
        for item, column, heading in self.given:
            value = None if column is None else row.cells.get(column)
            if item.name in self.plain and (text := _at_once(value)):
                values[item.name] = text
                filled.add(item.name)
                continue
            none = _is_none(value, item)
            reading = None if none or _is_blank(value) else self._reading(value, item)
            if not none and (reading is None or reading.empty):
                reading, value = None if other and item.setting in SIGNER else self.fallback.get(item.name), None
            if reading is None or reading.empty:
                continue
            filled.add(item.name)
            values[item.name] = reading.value
            for fault in reading.faults:
                quote = fault.detail.get("value", quoted_text(value))
                ref = self.sheet.ref(row, column, heading)
                detail = {key: fact for key, fact in fault.detail.items() if key != "value"}
                found.append((column or 0, problem(fault.code, ref, value=quote, **detail)))
        for name, fault in self.rules.broken(values, filled):
            place, broken = self.at(row, name, fault)
            found.append((place or 0, broken))
        free = tuple(self._free(row, found))
        found.sort(key=lambda pair: pair[0])
        problems = tuple(item for _, item in found)
        bad = bool(self.layout.missing) or any(item.severity == "error" for item in problems)
        return ReadRow(row, self.key_of(row), values, free, problems, bad, filled)

    def _reading(self, value: Value, item: Field) -> Reading:
        if type(value) is not str or len(value) > LONG:
            return read_value(value, item, self.folder)
        known = self.known.setdefault(item.name, {})
        if value not in known:
            if len(known) == REMEMBERED:
                known.clear()
            known[value] = read_value(value, item, self.folder)
        return known[value]

    def cell(self, row: Row, name: str) -> CellRef:
        """The cell of a row's field called `name`; that of its key where the sheet has no such column."""
        column = self.layout.column_of(name) or self.key_column
        return self.sheet.ref(row, column, self.layout.headings.get(column or 0))

    def at(self, row: Row, name: str, fault: Fault) -> tuple[int | None, Problem]:
        """A fault of a row at the cell of its field called `name`, and that cell's column, None where it has none."""
        column = next(column for item, column, _ in self.plan if item.name == name)
        value = None if column is None else row.cells.get(column)
        ref = self.sheet.ref(row, column, self.rules.titles[name])
        return column, problem(fault.code, ref, value=None if _is_blank(value) else quoted_text(value), **fault.detail)

    def _free(self, row: Row, found: list[tuple[int, Problem]]) -> Iterator[str]:
        for column in self.layout.free:
            value = row.cells.get(column)
            if _is_blank(value):
                yield ""
                continue
            reading = read_value(value, FREE_CELL, self.folder)
            ref = self.sheet.ref(row, column, self.layout.headings[column])
            for fault in reading.faults:
                found.append((column, problem(fault.code, ref, value=quoted_text(value), **fault.detail)))
            yield reading.value

    def _spans(self, used: tuple[int, ...]) -> dict[int, list[tuple[int, int]]]:
        starts: dict[int, list[tuple[int, int]]] = {}
        for span in self.sheet.merged:
            if span.bottom > span.top >= self.layout.first_row and span.left in used:
                starts.setdefault(span.top, []).append((span.left, span.bottom))
        return starts


REMEMBERED, LONG = 1024, 4096
"""How many texts of a field are remembered, and from how many characters on none is."""
FREE_CELL = Field("cell", "cell")
"""What a cell of a free column is read as."""
SIGNER = ("position", "acting", "acting_for")
"""What the office profile says of the one who signs, beside the name."""
VISIBLE = re.compile("[0-9A-Za-z\u0e01-\u0e2e\u0e50-\u0e59]")
"""A character that surely is no blank: it saves cleaning a long text to learn that it is one."""


def open_table(
    table: Table,
    sheet: Sheet,
    settings: Settings,
    folder: Path | None,
    elsewhere: Collection[str] = (),
    later: Collection[str] = (),
) -> TableSheet:
    """`sheet` taken as `table`: its headings found, the office profile's values read.

    elsewhere: names of fields that this sheet need not have. later: names of fields whose being needed, and agreeing
    with others, the caller judges.
    """
    fallback: dict[str, Reading] = {}
    for item in table.fields:
        own = not (table.each and item.name in elsewhere)  # what the main row says goes before the office profile
        text = settings.get(item.setting) if item.setting and own else None
        if text:
            reading = read_value(text, item, folder)
            quote = {"value": text.replace("\n", " ")}
            faults = tuple(type(fault)(fault.code, {**fault.detail, **quote}) for fault in reading.faults)
            fallback[item.name] = Reading(reading.value, faults)
    layout = read_headings(table, sheet, lambda item: item.name in fallback or item.name in elsewhere)
    columns = {item.name: column for column, item in layout.columns.items()}
    heads = {name: layout.headings[column] for name, column in columns.items()}
    plan = tuple((item, columns.get(item.name), heads.get(item.name, item.title)) for item in table.fields)
    given = tuple(entry for entry in plan if entry[1] is not None or entry[0].name in fallback)
    nothing = {item.name: EMPTY[item.type] for item in table.fields}
    texts = (item for item in table.fields if item.type == "text")
    plain = frozenset(
        item.name for item in texts if item.constraints.max_length is None and item.constraints.pattern is None
    )
    judged = (item for item in table.fields if item.name not in later and item not in layout.missing)
    rules = row_rules(judged, table.key, {item.name: heading for item, _, heading in plan})
    signers = ((column, settings.signatory) for item, column, _ in plan if item.setting == "signatory")
    signer = next(((column, "".join(text.split())) for column, text in signers if column is not None and text), None)
    key_column = layout.column_of(table.key)
    return TableSheet(table, sheet, layout, fallback, folder, rules, plan, given, nothing, plain, key_column, signer)


def _at_once(value: Value) -> str:
    """What nearly every cell of a text field is, a sound text or a whole number, as text; empty for any other."""
    if type(value) is str:
        return sound(value)
    return str(value) if type(value) is int else ""


def _is_none(value: Value, item: Field) -> bool:
    """Whether a cell says "none": the dash that clerks type, where text could not be meant."""
    return isinstance(value, str) and item.type in DASHED and value.strip() in ("-", "–", "—")


def _is_blank(value: Value) -> bool:
    if not isinstance(value, str):
        return value is None
    return VISIBLE.search(value) is None and not clean(value).text


def _filled(row: Row, starts: Mapping[int, list[tuple[int, int]]], spans: dict[int, tuple[int, Value]]) -> Row:
    for column, bottom in starts.get(row.number, ()):
        spans[column] = (bottom, row.cells.get(column))
    given = {
        column: value
        for column, (bottom, value) in spans.items()
        if bottom >= row.number and value is not None and row.cells.get(column) is None
    }
    return Row(row.number, {**row.cells, **given}, row.hidden, row.index) if given else row
