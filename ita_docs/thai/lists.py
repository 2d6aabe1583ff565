"""Items joined as a Thai sentence joins them."""

from __future__ import annotations

from collections.abc import Iterable


def join_thai(items: Iterable[object]) -> str:
    """`ก ข และ ค`; two items: `ก และ ข`; one: itself."""
    *first, last = [str(item) for item in items] or [""]
    return f"{' '.join(first)} และ {last}" if first else last
