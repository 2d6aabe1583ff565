"""Where a sheet's headings are, and which column holds which field.

Headings may stand anywhere in the first rows, under titles, and over two or three rows: a merged parent above
sub-headings, a heading merged downwards, or one heading typed over two cells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..kinds.model import Field, Table
from ..problems import CellRef, Problem, column_letters, problem
from ..sheets.model import Row, Sheet, Span
from ..thai.near import nearest
from ..thai.text import clean
from ..thai.text import heading_key as _key_of
from .plain import plain_text, quoted_text

SCANNED_ROWS = 40
DEEPEST = 3
"""Most rows that headings may take."""
LONGEST_HEADING = 120
_remembered = lru_cache(maxsize=2048)(_key_of)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column (1-based) holds which field; headings as typed, of known and unknown columns alike.

    `first_row`: the number of the first row that may hold data. `missing`: required fields that neither the sheet nor
    the office profile gives; while there are any, no row can be used.
    """

    columns: Mapping[int, Field]
    headings: Mapping[int, str]
    first_row: int
    free: tuple[int, ...]
    missing: tuple[Field, ...]
    problems: tuple[Problem, ...]

    def column_of(self, name: str) -> int | None:
        """The column of the field called `name`, or None."""
        for column, field in self.columns.items():
            if field.name == name:
                return column
        return None


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a column's heading: its row, its text, whether the cell itself holds it, and its span."""

    row: int
    text: str
    own: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Match:
    """One reading of some rows as headings: per column its field (if any), its heading, and where that stands."""

    rows: tuple[Row, ...]
    fields: Mapping[int, Field]
    repeated: Mapping[int, Field]
    parts: Mapping[int, tuple[_Part, ...]]
    open_to: int
    """The last row that a matched heading of the first row is merged down to."""


def read_headings(table: Table, sheet: Sheet, given: Callable[[Field], bool] = lambda field: False) -> Layout:
    """The layout of `sheet` as one of `table`; `given` tells whether the office profile can fill a field."""
    rows = list(islice(sheet.rows(), SCANNED_ROWS))
    known = {key: field for field in reversed(table.fields) for key in _keys(field)}
    match = _best(rows, sheet.merged, known, table)
    if match is None:
        problems = list(_missing(table, sheet, {}, given, [text for row in rows for text in _texts(row)]))
        first = rows[-1].number + 1 if rows else 1
        return Layout({}, {}, first, (), tuple(field for field, _ in problems), tuple(item for _, item in problems))
    bottom = max(match.open_to, match.rows[-1].number)
    headings = {column: _shown(" ".join(part.text for part in parts)) for column, parts in match.parts.items()}
    others = [column for column in match.parts if column not in match.fields and column not in match.repeated]
    absent = _missing(table, sheet, match.fields, given, [headings[column] for column in others])
    found = [item for _, item in absent]
    row_of = {row.number: row for row in match.rows}

    def at(column: int) -> CellRef:
        own = [part.row for part in match.parts[column] if part.own]
        return sheet.ref(row_of[own[-1]], column, headings[column])

    for column, heading in headings.items():
        if column in match.repeated:
            found.append(problem("duplicate-column", at(column), value=heading))
        elif column in others and not table.free:
            found.append(problem("unknown-column", at(column), value=heading, near=_meant(heading, table, match)))
    return Layout(
        columns=dict(sorted(match.fields.items())),
        headings=headings,
        first_row=bottom + 1,
        free=tuple(others) if table.free else (),
        missing=tuple(field for field, _ in absent),
        problems=tuple(found),
    )


def _shown(text: str) -> str:
    """A heading on one line, as a message quotes it."""
    return " ".join(clean(text).text.split())


def heading_key(text: str) -> str:
    """The key of a heading, remembered: each of the first rows is tried alone and with its neighbours."""
    return _remembered(text) if len(text) <= LONGEST_HEADING else _key_of(text)


def untitled_column(sheet: Sheet, row: Row, column: int) -> Problem:
    """The warning for a column without a heading whose first data stands in `row`."""
    letters = column_letters(column)
    return problem("unknown-column", sheet.ref(row, column, letters), value=quoted_text(row.cells[column]))


def _keys(field: Field) -> set[str]:
    return {heading_key(text) for text in (field.title, *field.aliases, field.name)} - {""}


def _texts(row: Row) -> list[str]:
    return [value for value in row.cells.values() if isinstance(value, str) and len(value) <= LONGEST_HEADING]


def _best(rows: Sequence[Row], spans: Sequence[Span], known: Mapping[str, Field], table: Table) -> _Match | None:
    best, best_rank = None, (0, False, -99, 0)
    for index in range(len(rows)):
        for depth in range(1, DEEPEST + 1):
            block = tuple(rows[index : index + depth])
            if len(block) < depth or block[-1].number != block[0].number + depth - 1:
                break
            match = _match(block, spans, known, table.key)
            # Headings merged down to the next row make that one a row of sub-headings.
            cut = match.open_to > block[-1].number and _next_is(rows, index + depth, match.open_to)
            if depth > 1 and not _lower_rows_are_headings(match, known, table.key):
                continue
            keyed = any(field.name == table.key for field in match.fields.values())
            rank = (len(match.fields), keyed, -depth - DEEPEST * cut, -index)
            if match.fields and rank > best_rank:
                best, best_rank = match, rank
    return best


def _next_is(rows: Sequence[Row], index: int, last: int) -> bool:
    return index < len(rows) and rows[index].number <= last


def _match(rows: tuple[Row, ...], spans: Sequence[Span], known: Mapping[str, Field], key: str) -> _Match:
    top, bottom = rows[0].number, rows[-1].number
    near = [span for span in spans if span.top <= bottom and span.bottom >= top]
    first = {heading_key(text) for text in _texts(rows[0])}
    keyed = any(text in known and known[text].name == key for text in first)
    fields: dict[int, Field] = {}
    repeated: dict[int, Field] = {}
    parts_of: dict[int, tuple[_Part, ...]] = {}
    by_parent: list[tuple[int, Field]] = []
    taken: set[str] = set()
    for column in sorted({column for row in rows for column, value in row.cells.items() if value is not None}):
        parts = _parts(rows, near, column)
        if not any(part.own for part in parts):
            continue
        parts_of[column] = parts
        left = _filled(rows[0], column) if not spans and len(rows) > 1 else ""
        if field := _own_field([part.text for part in parts], known, left):
            (repeated if field.name in taken else fields)[column] = field
            taken.add(field.name)
        elif field := _parent_field(parts, known, keyed):
            by_parent.append((column, field))
    for column, field in by_parent:
        if field.name not in taken:
            fields[column] = field
            taken.add(field.name)
    spanned = (part.span.bottom for column in fields for part in parts_of[column] if part.span and part.row == top)
    open_to = max(spanned, default=0)
    return _Match(rows, fields, repeated, parts_of, open_to)


def _parts(rows: tuple[Row, ...], spans: Sequence[Span], column: int) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    by_number = {row.number: row for row in rows}
    for row in rows:
        span = _covering(spans, row.number, column)
        value = row.cells.get(column)
        own = value is not None
        if value is None and span is not None and span.top in by_number:
            value = by_number[span.top].cells.get(span.left)
        text = plain_text(value)
        if heading_key(text) and not (parts and span is not None and parts[-1].span == span):
            parts.append(_Part(row.number, text, own, span))
    return tuple(parts)


def _covering(spans: Sequence[Span], row: int, column: int) -> Span | None:
    for span in spans:
        if span.top <= row <= span.bottom and span.left <= column <= span.right:
            return span
    return None


def _own_field(texts: Sequence[str], known: Mapping[str, Field], left: str) -> Field | None:
    """The field that a heading means: its pieces together, in either order, or its lowest piece."""
    tries = ["".join(texts), "".join(reversed(texts))]
    if len(texts) > 2:
        tries += ["".join(texts[-2:]), texts[0] + texts[-1]]
    if left:
        tries += [left + texts[-1], texts[-1] + left]
    for text in (*tries, texts[-1]):
        if len(text) <= LONGEST_HEADING and (field := known.get(heading_key(text))):
            return field
    return None


def _parent_field(parts: Sequence[_Part], known: Mapping[str, Field], keyed: bool) -> Field | None:
    """The field that a column's parent heading means, where the parent surely is a heading and not a title."""
    for part in reversed(parts[:-1]):
        merged = part.span is not None and (part.span.right > part.span.left or part.span.bottom > part.span.top)
        if (merged or keyed) and (field := known.get(heading_key(part.text))):
            return field
    return None


def _filled(row: Row, column: int) -> str:
    """The parent's heading in a format that knows no merged cells: the nearest one to the left."""
    if row.cells.get(column) is not None:
        return ""
    left = [item for item in row.cells if item < column and row.cells[item] is not None]
    return plain_text(row.cells[max(left)]) if left else ""


def _lower_rows_are_headings(match: _Match, known: Mapping[str, Field], key: str) -> bool:
    """Whether the rows under the first can be headings: a data row has something under the key's own heading."""
    column = next((column for column, field in match.fields.items() if field.name == key), None)
    if column is None:
        return not match.rows[0].cells.keys() & match.rows[1].cells.keys()
    above = heading_key(plain_text(match.rows[0].cells.get(column)))
    if above in known and known[above].name == key:
        return all(row.cells.get(column) is None for row in match.rows[1:])
    return True


def _missing(
    table: Table, sheet: Sheet, fields: Mapping[int, Field], given: Callable[[Field], bool], texts: Sequence[str]
) -> list[tuple[Field, Problem]]:
    names = {field.name for field in fields.values()}
    found = []
    for field in table.fields:
        required = field.name == table.key or (field.constraints.required and not field.constraints.required_unless)
        if required and field.name not in names and not given(field):
            near = nearest(field.title, texts)
            where = CellRef(sheet.book, sheet.name, frame=sheet.name if sheet.frame else None)
            place = {"frame": sheet.name, "index": None, "column": field.title} if sheet.frame else None
            found.append((field, problem("missing-column", where, column=field.title, place=place, near=near)))
    return found


def _meant(heading: str, table: Table, match: _Match) -> str | None:
    taken = {field.name for field in match.fields.values()}
    free = [text for field in table.fields if field.name not in taken for text in (field.title, *field.aliases)]
    return nearest(heading, free)
