"""Columns that differ by a number only, declared once: `O{1..43}` stands for O1 to O43."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

RANGE = re.compile(r"\{(\d{1,3})\.\.(\d{1,3})\}")


def expanded(field: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The declarations that `field` stands for: itself, or one for each number of the range in its name.

    Wherever else the range is written in its texts, the same number stands there.
    """
    name = field.get("name")
    found = RANGE.search(name) if isinstance(name, str) else None
    if found is None:
        yield field
        return
    for number in range(int(found[1]), int(found[2]) + 1):
        yield {key: _numbered(value, found[0], str(number)) for key, value in field.items()}


def _numbered(value: Any, written: str, number: str) -> Any:
    if isinstance(value, str):
        return value.replace(written, number)
    return [_numbered(item, written, number) for item in value] if isinstance(value, list) else value
