"""What a field demands of its values, in Table Schema's words: length, pattern, range."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..kinds.model import Constraints, Field
from ..structured.text import StructuredText
from ..thai.date_forms import thai_date
from ..thai.fault import Fault


def broken(value: Any, field: Field) -> list[Fault]:
    """The constraints of `field` that `value`, typed and not empty, breaks."""
    rules = field.constraints
    faults: list[Fault] = []
    if rules.max_length is not None or rules.pattern is not None:
        lines = [str(item) for item in value] if isinstance(value, (tuple, StructuredText)) else [str(value)]
        length = len("\n".join(lines))
        if rules.max_length is not None and length > rules.max_length:
            faults.append(Fault("too-long", {"length": length, "limit": rules.max_length}))
        if rules.pattern is not None and not all(re.fullmatch(rules.pattern, line) for line in lines):
            faults.append(Fault("pattern-mismatch", {"example": field.example or None}))
    if rules.minimum is None and rules.maximum is None:
        return faults
    if field.type in ("date", "date_range"):
        first, last = _dates(rules)
        start, end = (value, value) if isinstance(value, date) else (value.start, value.end)
        if (first is not None and start < first) or (last is not None and end > last):
            faults.append(Fault("date-out-of-range", {"limits": _limits(_said(first), _said(last))}))
    elif isinstance(value, (int, Decimal)):
        low, high = rules.minimum, rules.maximum
        if (low is not None and value < Decimal(low)) or (high is not None and value > Decimal(high)):
            faults.append(Fault("number-out-of-range", {"limits": _limits(low, high)}))
    return faults


def earliest(field: Field) -> date | None:
    """The first day that a date field allows, or None."""
    return _dates(field.constraints)[0]


@lru_cache(maxsize=256)
def _dates(rules: Constraints) -> tuple[date | None, date | None]:
    low, high = rules.minimum, rules.maximum
    return (date.fromisoformat(low) if low else None, date.fromisoformat(high) if high else None)


def _said(day: date | None) -> str | None:
    return None if day is None else thai_date(day)


def _limits(low: str | None, high: str | None) -> str:
    if low is None:
        return f"≤ {high}"
    return f"≥ {low}" if high is None else f"{low} – {high}"
