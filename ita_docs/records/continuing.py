"""Rows of a child sheet that go on with a text of their record: a paragraph or a clause a row, its level beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..kinds.model import Table
from ..problems import Problem
from ..structured.text import StructuredText, renumbered
from .joining import in_order
from .rows import ReadRow, TableSheet
from .types_structured import slips

ALONE = "clause-renumbered"


class Continued(NamedTuple):
    """A text in rows, and what is to be told of it."""

    text: StructuredText
    problems: tuple[Problem, ...]


def continued(child: TableSheet, rows: Sequence[ReadRow], before: StructuredText) -> Continued:
    """The text of `rows`, numbered as one with what stands `before`; a number that does not match its place is told at
    its cell.

    What was told of a row alone (`ALONE`) is not true of the whole.
    """
    text_field, level_field = text_fields(child.table)
    ordered = list(in_order(child, rows))
    parts = [(row.values[level_field] if level_field else None, row.values[text_field]) for row in ordered]
    _, *made = renumbered([(None, before), *parts])
    told = [
        child.at(row.row, text_field, fault)[1]
        for row, text in zip(ordered, made, strict=True)
        for fault in slips(text.clauses)
    ]
    return Continued(StructuredText(tuple(block for text in made for block in text.blocks)), tuple(told))


def text_fields(table: Table) -> tuple[str, str | None]:
    """The names of the fields of an `into` table that hold the text and, where there is one, its level."""
    text = next(item.name for item in table.fields if item.type == "structured")
    return text, next((item.name for item in table.fields if item.type == "level"), None)
