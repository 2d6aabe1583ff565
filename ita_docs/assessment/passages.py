"""What an office writes in its own words, each text with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..problems import CellRef
from ..records.record import Record
from ..structured.outline import Clause, mark_written
from ..structured.text import Block, StructuredText
from ..thai.numerals import to_arabic
from .blocks import block_named

WRITTEN: Mapping[str, tuple[str, ...]] = {
    "texts": ("heading", "text"),
    "measures": ("issue", "measure", "steps", "period", "responsible", "monitoring"),
    "results": ("activity", "summary", "outcomes"),
    "item_scores": ("remark",),
    "photos": ("caption",),
}
"""The fields that hold running text, by child table."""
MAIN = ("paragraphs", "structured")
"""The types of field in the main table that do."""
MARKS = "".join(map(chr, (*range(0xE30, 0xE3B), 0xE45, *range(0xE47, 0xE4F))))
"""Vowels and marks of the letter before."""


class Passage(NamedTuple):
    """A text with Arabic digits and without marks of emphasis; its table and field, the key of the report's block it
    stands in (or empty), and its cell."""

    text: str
    table: str
    field: str
    block: str
    cell: CellRef


class Claim(NamedTuple):
    """Something a text says: the code of what is wrong with it, its words, and the facts that contradict it.

    unsure: whether it may well be right.
    """

    code: str
    said: str
    facts: Mapping[str, Any] = {}
    unsure: bool = False


def passages(record: Record) -> Iterator[Passage]:
    """Every text of a record that is not empty."""
    for field in record.kind.table.fields:
        if field.type in MAIN and (text := _plain(record.values.get(field.name))):
            yield Passage(text, "", field.name, "", record.cell(field.name))
    for table, names in WRITTEN.items():
        for row in record.values.get(table, ()):
            block = block_named(row["part"]) if table == "texts" else None
            for name in names:
                if text := _plain(row.get(name)):
                    yield Passage(text, table, name, "" if block is None else block.key, row.cell(name))


def lead(text: str, at: int, most: int) -> str:
    """What stands before `at` in its line, at most so many characters, from the beginning of a word where it is cut."""
    line = text[max(0, at - most - 1) : at].rpartition("\n")[2]
    return line if len(line) <= most else line.partition(" ")[2] or line.lstrip(MARKS)


def _plain(value: object) -> str:
    if isinstance(value, StructuredText):
        text = "\n".join(map(_block, value))
    elif isinstance(value, str):
        text = value
    else:
        text = "\n".join(map(str, value)) if isinstance(value, Iterable) else ""
    return to_arabic(text).replace("**", "").replace("\u00a0", " ")


def _block(block: Block) -> str:
    """A block as it is typed: a clause with its number, which may be that of an indicator."""
    if isinstance(block, Clause) and (mark := mark_written(block, block.typed)):
        return f"{mark} {block}"
    return str(block)
