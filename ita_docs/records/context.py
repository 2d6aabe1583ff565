"""A record as a template sees it: every field under its name and under its heading's tag name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ..kinds.model import Kind, Table
from ..thai.text import tag_name
from .record import Record

_tag_name = lru_cache(maxsize=4096)(tag_name)


def tags(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The spellings of every tag of `kind`, in the order declared: its name and its heading's tag name.

    Keyed by path: `subject` → (`subject`, `เรื่อง`), a child table by its name, its fields by `table[].field`. The fields
    of an `each` table stand among those of the main table; one that both have may have two headings.
    """
    found: dict[str, tuple[str, ...]] = {item.name: (item.name, _tag_name(item.title)) for item in kind.table.fields}
    for child in kind.children:
        if child.into:
            continue
        if child.each:
            for item in child.merged:
                spellings = (*found.get(item.name, (item.name,)), _tag_name(item.title))
                found[item.name] = tuple(dict.fromkeys(spellings)) if item.name in found else spellings
            continue
        found[child.name] = (child.name, _tag_name(child.sheet))
        for item in child.fields:
            found[f"{child.name}[].{item.name}"] = (item.name, _tag_name(item.title))
    return found


def context(record: Record) -> dict[str, Any]:
    """The record's values by both spellings, those of its child rows too; a new dict each time."""
    return spelled(record.kind, told(record))


def told(record: Record) -> dict[str, Any]:
    """The record's values by name, with what its kind's derivation adds: all that its document is made from."""
    return {**record.values, **record.derived}


def spelled(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is `told` of a record of `kind`, by both spellings; a new dict each time."""
    tables = {child.name for child in kind.children}
    bound = {name: value for name, value in values.items() if name not in tables}
    bound.update(_row(kind.table, values))
    for child in kind.children:
        if child.into:
            continue
        if child.each:
            for item in child.merged:
                bound[item.name] = bound[_tag_name(item.title)] = values[item.name]
            continue
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
