"""A record as a template sees it: every field under its name and under its heading's tag name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ..kinds.model import Field, Kind, Table
from ..thai.text import tag_name
from .record import Record

_tag_name = lru_cache(maxsize=4096)(tag_name)


@dataclass(frozen=True, slots=True)
class Tag:
    """One name that a template may use, in both spellings: `{{ subject }}` and `{{ เรื่อง }}`.

    `fields`: for a child table its rows' tags, by both spellings; `free` tables have `headings` and `rows` instead.
    """

    name: str
    thai: str
    title: str
    field: Field | None = None
    table: Table | None = None
    fields: Mapping[str, Tag] = field(default_factory=dict)

    @property
    def free(self) -> bool:
        """Whether it is a free table."""
        return self.table is not None and self.table.free


def tags(kind: Kind) -> dict[str, Tag]:
    """What a template of `kind` may use at its top level, by both spellings, in the order declared."""
    found = _field_tags(kind.table)
    for child in kind.children:
        tag = Tag(child.name, _tag_name(child.sheet), child.sheet, None, child, {} if child.free else _field_tags(child))
        found[tag.name] = found[tag.thai] = tag
    return found


def context(record: Record) -> dict[str, Any]:
    """The record's values by both spellings, those of its child rows too."""
    kind, values = record.kind, record.values
    bound = _row(kind.table, values)
    for child in kind.children:
        value = values[child.name]
        if not child.free:
            value = [_row(child, row) for row in value]
        bound[child.name] = bound[_tag_name(child.sheet)] = value
    return bound


def _row(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for item in table.fields:
        row[item.name] = row[_tag_name(item.title)] = values[item.name]
    return row


def _field_tags(table: Table) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for item in table.fields:
        tag = Tag(item.name, _tag_name(item.title), item.title, item)
        found[tag.name] = found[tag.thai] = tag
    return found
