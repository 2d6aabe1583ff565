"""Rows of a list by group: a committee's members, however its name was typed into their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import add
from typing import Any

from .lists import unnumbered

Row = dict[str, Any]


def grouped(rows: Iterable[Mapping[str, Any]], by: str, *together: str, order: str = "") -> list[Row]:
    """`rows` with those of a group under each other, the groups in order of first appearance.

    by: the field that names the group; a row without a name belongs to the group above it (a merged cell, or a name
    typed once), the rows before any name to a group "". A number before a name is left out. together: the fields that
    are of the whole group; each of its rows has all that its rows say there, nothing twice. order: the field that
    orders the rows of a group; as they come without it.
    """
    groups: dict[str, list[Row]] = {}
    name = ""
    for row in rows:
        name = unnumbered(str(row[by] or "")).strip() or name
        groups.setdefault(name, []).append({**row, by: name})
    made: list[Row] = []
    for members in groups.values():
        whole = {field: _together(row[field] for row in members) for field in together}
        if order:
            members.sort(key=lambda row: (1, 0) if row[order] in (None, "") else (0, row[order]))
        made += [{**row, **whole} for row in members]
    return made


def _together(values: Iterable[Any]) -> Any:
    """All that different values say; the last empty one where none says anything."""
    said: list[Any] = []
    nothing: Any = ""
    for value in values:
        if not value:
            nothing = value
        elif value not in said:
            said.append(value)
    if said and all(isinstance(value, str) for value in said):
        return "\n".join(said)
    return reduce(add, said) if said else nothing
