"""A workbook held against its kind: records that can be made, and everything that is wrong.

Two passes: the first reads keys only (a key that comes twice refuses every row that has it), the second values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from ..kinds.model import Kind, Table
from ..problems import CellRef, Problem, problem
from ..settings import Settings
from ..sheets import read_workbook
from ..sheets.model import Row, Sheet, Workbook
from ..structured.text import StructuredText
from ..thai.near import nearest
from ..thai.text import heading_key
from .continuing import ALONE, continued
from .each import Each, Parent, judged_later
from .joining import ChildRows, joined, nothing, open_child
from .record import EMPTY, Checked, Outcome, Record
from .rows import ReadRow, TableSheet, open_table

SUGGESTED = 10
MOST_KEYS = 2000
"""How many orphan rows get a suggestion, and among how many keys: each is compared with all of them."""


def checked(outcomes: Iterable[Outcome]) -> Checked:
    """A whole workbook, from what became of each of its rows; problems in the order of sheets and rows."""
    outcomes = list(outcomes)
    whole = [item for outcome in outcomes if outcome.row is None for item in outcome.problems]
    found = [item for outcome in outcomes if outcome.row is not None for item in outcome.problems]
    shared = {id(outcome.common): outcome.common for outcome in outcomes}
    found += [item for common in shared.values() for item in common]
    names = (*(outcome.sheet for outcome in outcomes), *(item.sheet for item in found))
    rank = {name: place for place, name in enumerate(dict.fromkeys(names))}
    found.sort(key=lambda item: (rank[item.sheet], item.row or 0))
    refused = [item for item in (outcome.refused for outcome in outcomes) if item is not None]
    refused.sort(key=lambda item: (rank[item.sheet], item.row))
    return Checked(
        records=tuple(outcome.record for outcome in outcomes if outcome.record is not None),
        problems=(*whole, *found),
        refused=tuple(refused),
    )


def read_records(kind: Kind, book: Any, settings: Settings | None = None) -> Iterator[Outcome]:
    """What becomes of each row of `book`, in file order, as a stream: first the sheets as a whole, last the orphans.

    `book`: a `Workbook`, or whatever `read_workbook` takes. Never raises for wrong data.

    Raises: WorkbookError for a file that cannot be read at all.
    """
    if not isinstance(book, Workbook):
        book = read_workbook(book)
    settings = settings or Settings()
    if book.problems:
        yield Outcome(None, None, None, None, book.problems)
    sheet = _sheet(book, kind.table, main=True)
    if sheet is None:
        found = ", ".join(item.name for item in book.sheets) or "–"
        missing = problem("missing-sheet", CellRef(book.name, kind.table.sheet), found=found)
        yield Outcome(None, kind.table.sheet, None, None, (missing,))
        return
    opened = dict(_children(kind, book, sheet, settings))
    main = _main(kind, sheet, settings, book.folder, opened)
    survey = _Survey(main)
    yield Outcome(None, sheet.name, None, None, survey.problems)
    children: dict[str, ChildRows] = {}
    for name, table_sheet in opened.items():
        child = children[name] = open_child(table_sheet)
        if child.problems:
            yield Outcome(None, table_sheet.sheet.name, None, None, child.problems)
    each = Each(kind, main, children[kind.each.name]) if kind.each is not None and kind.each.name in children else None
    asked = _asked(kind, children)
    for row in main.rows():
        parent = _parent(kind, main, row, survey, children, asked)
        if each is None:
            yield _outcome(kind, main, parent)
        else:
            yield from each.outcomes(parent)
    suggestions = count()
    for child in children.values():
        for left in child.rest():
            yield _orphan(
                left, child.opened, main, survey, len(survey.keys) <= MOST_KEYS and next(suggestions) < SUGGESTED
            )


class _Survey:
    """The first pass over the main sheet: the keys, which values of unique fields repeat, columns without headings."""

    def __init__(self, main: TableSheet) -> None:
        self.unique = [
            (item.name, column)
            for item, column, _ in main.plan
            if column is not None and (item.constraints.unique or item.name == main.table.key)
        ]
        first: dict[str, dict[str, Any]] = {name: {} for name, _ in self.unique}
        self.repeats: dict[str, dict[str, list[Any]]] = {name: {} for name, _ in self.unique}
        untitled: list[Problem] = []
        seen: set[int] = set()
        empty = True
        for row in main.rows():
            empty = False
            untitled += main.untitled(row, seen)
            label = row.index if main.sheet.frame else row.number
            for name, column in self.unique:
                text = main.text_of(row, column)
                if not text:
                    continue
                if text in first[name]:
                    self.repeats[name].setdefault(text, [first[name][text]]).append(label)
                else:
                    first[name][text] = label
        self.keys: Mapping[str, Any] = first.get(main.table.key, {})
        found = [*main.layout.problems, *untitled]
        if empty and main.layout.columns:
            found.append(problem("empty-sheet", CellRef(main.sheet.book, main.sheet.name)))
        self.problems = tuple(found)

    def repeated(self, main: TableSheet, row: Row) -> Iterator[Problem]:
        """A `duplicate-key` for each unique field whose value another row has too."""
        for name, column in self.unique:
            text = main.text_of(row, column)
            if rows := self.repeats[name].get(text):
                yield main.problem_at("duplicate-key", row, column, value=text, rows=", ".join(map(str, rows)))


def _children(kind: Kind, book: Workbook, main: Sheet, settings: Settings) -> Iterator[tuple[str, TableSheet]]:
    """The child sheets that hold anything, opened, by the name of their table."""
    for table in kind.children:
        sheet = _sheet(book, table, main=False)
        if sheet is not None and sheet is not main and next(sheet.rows(), None) is not None:
            merged = frozenset(item.name for item in table.merged) if table.each else frozenset()
            yield table.name, open_table(table, sheet, settings, book.folder, kind.shared if table.each else (), merged)


def _main(
    kind: Kind, sheet: Sheet, settings: Settings, folder: Path | None, children: Mapping[str, TableSheet]
) -> TableSheet:
    if kind.each is None or kind.each.name not in children:
        return open_table(kind.table, sheet, settings, folder)
    given = {item.name for item in children[kind.each.name].layout.columns.values()}
    return open_table(kind.table, sheet, settings, folder, kind.shared & given, judged_later(kind))


def _asked(kind: Kind, children: Mapping[str, ChildRows]) -> tuple[tuple[str, ChildRows], ...]:
    """The child tables whose having rows for a record makes up for a value of it (`requiredUnless`)."""
    named = {name for item in kind.table.fields for name in item.constraints.required_unless}
    return tuple((name, child) for name, child in children.items() if name in named)


def _parent(
    kind: Kind,
    main: TableSheet,
    row: Row,
    survey: _Survey,
    children: Mapping[str, ChildRows],
    asked: tuple[tuple[str, ChildRows], ...],
) -> Parent:
    """A row of the main sheet, read, and its child rows with it."""
    key = main.key_of(row) if asked else ""
    read = main.read(row, [name for name, child in asked if key and child.counts[key]] if asked else ())
    repeated = list(survey.repeated(main, row))
    problems = [*repeated, *read.problems]
    bad = read.bad or bool(repeated)
    values = dict(read.values)
    for table in kind.children:
        if table.each:
            continue
        child = children.get(table.name)
        if child is None:
            values[table.name] = StructuredText() if table.into else nothing(table.free)
            continue
        rows = child.take(read.key) if read.key else []
        for item in rows:
            said = [one for one in item.problems if not table.into or one.code != ALONE]
            problems += [*_hidden(child.opened, item.row), *said]
            bad = bad or item.bad
        bad = bad or any(item.bad for item in child.common)
        if table.into:
            text, told = continued(child.opened, rows, values[table.into])
            values[table.name], values[table.into] = text, values[table.into].followed_by(text)
            problems += told
        else:
            values[table.name] = joined(child.opened, [*child.common, *rows])
    return Parent(read, values, (*(() if bad else _hidden(main, row)), *problems), bad)


def _outcome(kind: Kind, main: TableSheet, parent: Parent) -> Outcome:
    """The one document of a main row, or why there is none."""
    row, ref = parent.read.row, parent.read.key or None
    if parent.bad:
        return Outcome(ref, main.sheet.name, row.number, None, parent.problems, ref)
    values = parent.values
    if kind.each is not None:
        values = {**{item.name: EMPTY[item.type] for item in kind.each.merged}, **values}
    source = main.sheet.ref(row, main.key_column, main.layout.headings.get(main.key_column or 0))
    place = partial(main.cell, row)
    record = Record(kind, parent.read.key, values, main.sheet.name, row.number, source, place=place)
    return Outcome(ref, main.sheet.name, row.number, record, parent.problems, ref)


def _orphan(left: ReadRow, child: TableSheet, main: TableSheet, survey: _Survey, suggest: bool) -> Outcome:
    problems = list(left.problems)
    if left.key:
        near = nearest(left.key, survey.keys) if suggest else None
        facts = {"value": left.key, "parent": main.sheet.name, "near": near}
        problems.insert(0, child.problem_at("orphan-row", left.row, child.key_column, **facts))
    return Outcome(left.key or None, child.sheet.name, left.row.number, None, tuple(problems))


def _hidden(opened: TableSheet, row: Row) -> tuple[Problem, ...]:
    return (opened.problem_at("hidden-row", row, opened.key_column, row=row.number),) if row.hidden else ()


def _sheet(book: Workbook, table: Table, main: bool) -> Sheet | None:
    if book.single:
        return book.sheets[0] if main and book.sheets else None
    wanted = heading_key(table.sheet)
    return next((sheet for sheet in book.sheets if heading_key(sheet.name) == wanted), None)
