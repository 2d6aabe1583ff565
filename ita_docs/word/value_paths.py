"""What a template may ask of a value that is not a field: the attributes of its type, and of theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from ..structured.text import StructuredText
from .placeholders import EACH

TEXT_VIEWS = ("with_next", "as_typed", "with_next.as_typed", "as_typed.with_next", "as_list", "as_list.with_next")
"""What may be asked of a structured text."""


def value_paths(name: str, type_: Any) -> Iterator[str]:
    """Every path under `name`, for a value of that type: dataclasses, tuples of one type, and what may be None."""
    yield name
    if get_origin(type_) is UnionType:
        for part in get_args(type_):
            yield from list(value_paths(name, part))[1:]
    elif get_origin(type_) is tuple:
        item = get_args(type_)[0]
        yield from value_paths(f"{name}{EACH}", item)
    elif type_ is StructuredText:
        yield f"{name}{EACH}"
        yield from (f"{name}.{view}" for view in TEXT_VIEWS)
    elif isinstance(type_, type) and is_dataclass(type_):
        for part, hint in _hints(type_):
            yield from value_paths(f"{name}.{part}", hint)


@cache
def _hints(type_: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(type_)
    return tuple((item.name, hints[item.name]) for item in fields(type_))
