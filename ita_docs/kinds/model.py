"""What a document kind is: its tables, their fields, and what may be said of a field.

The words are Table Schema's (`name, title, type, example, constraints`). A kind is data only: no expression, formula or
condition; variation belongs in the template, a new sort of value is a new field type.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Numerals = Literal["thai", "arabic", "as-typed"]
FieldType = Literal[
    "text",
    "lines",
    "paragraphs",
    "structured",
    "level",
    "list",
    "person",
    "date",
    "date_range",
    "time",
    "number",
    "integer",
    "year",
    "score",
    "money",
    "phone",
    "choice",
    "document_number",
    "year_number",
    "addressee",
    "image",
    "file",
]
"""The closed set of field types; `records.types` has one function for each."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a value must satisfy, in Table Schema's words.

    `required_unless` names other fields of the table: the value may be missing when one of them is filled in. In the
    main table it also names child tables: the value may be missing when one of them has rows for the record.
    `requires` names fields that must be filled in where this one is; `after` the time or date that must be earlier;
    `year_of` the date whose Buddhist calendar year the number's year should be.
    `minimum`, `maximum`: a number, or an ISO date for date fields. Lengths are in characters.
    """

    required: bool = False
    required_unless: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    after: str | None = None
    year_of: str | None = None
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: str | None = None
    maximum: str | None = None
    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `name` is its key in English, `title` its heading, `aliases` further headings that mean the same.

    `setting` is the key of the office profile that fills it when the sheet leaves it empty.
    """

    name: str
    title: str
    type: FieldType = "text"
    aliases: tuple[str, ...] = ()
    description: str = ""
    example: str = ""
    constraints: Constraints = Constraints()
    setting: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: `key` names the field that identifies a row; in a child table it names the parent's row.

    `free` tables take any further columns; their headings travel with the rows. Of an `each` table every row makes a
    document of its own: what is filled in there stands for the parent's fields of the same name.
    """

    name: str
    sheet: str
    key: str
    fields: tuple[Field, ...]
    free: bool = False
    order: str | None = None
    """The field that orders a child table's rows; file order where None or empty."""
    description: str = ""
    each: bool = False
    into: str | None = None
    """The structured field of the main table that the rows of this one go on with: a paragraph or a clause a row."""
    for_all: tuple[str, ...] = ()
    """What is typed for a key by rows that belong to every record; they come before a record's own."""

    def field(self, name: str) -> Field:
        """The field called `name`. Raises KeyError."""
        for item in self.fields:
            if item.name == name:
                return item
        raise KeyError(name)

    @property
    def merged(self) -> tuple[Field, ...]:
        """The fields of an `each` table that its documents get: all but its key, which only finds the parent."""
        return tuple(item for item in self.fields if item.name != self.key)


@dataclass(frozen=True, slots=True)
class Derivation:
    """What adds computed values to a kind's records: its name, and what this kind asks of it.

    title: the lines of a document's title. outline: its parts in order where a workbook names none. Both may hold
    fields in braces. needs: what a record must have something to show for; one without is refused. expects: what it
    should have something to show for; of one without that is said. main: whether it is the kind that rows are for
    which several kinds could be meant by.
    """

    name: str
    title: tuple[str, ...] = ()
    outline: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    expects: tuple[str, ...] = ()
    main: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A document kind: one main table (a row a document), child tables, a template, and how its files are named.

    `file_name` is a pattern of field names in braces, without extension: `{ref}`.
    `numerals_field` is the choice field that says a record's own digits.
    """

    name: str
    title: str
    table: Table
    template: Path
    children: tuple[Table, ...] = ()
    annex: str = ""
    description: str = ""
    file_name: str = "{ref}"
    numerals: Numerals = "thai"
    keep_digits: tuple[str, ...] = ()
    """Phrases whose digits stay Arabic, beside the shipped list."""
    emblem_cm: float | None = None
    """Height of the emblem that the template places as `{{ emblem }}`, in centimetres; None where it has none."""
    logo_cm: float | None = None
    """The same of the office's own logo, `{{ logo }}`."""
    numerals_field: str | None = None
    derivation: Derivation | None = None
    folder: Path = field(default=Path())

    @property
    def tables(self) -> tuple[Table, ...]:
        """The main table, then the children."""
        return (self.table, *self.children)

    @property
    def each(self) -> Table | None:
        """The child table that makes a document of each of its rows, or None."""
        return next((child for child in self.children if child.each), None)

    @property
    def shared(self) -> frozenset[str]:
        """The names of the fields that the main table and the `each` table both have; its key is none of them."""
        each = self.each
        if each is None:
            return frozenset()
        return frozenset(item.name for item in self.table.fields) & frozenset(item.name for item in each.merged)


@dataclass(frozen=True, slots=True)
class FreeTable:
    """The rows of a free table that belong to one record: headings in sheet order, empty columns left out."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __bool__(self) -> bool:
        return bool(self.rows)
