"""Items joined as a Thai sentence joins them, and the numbers that were typed before items."""

from __future__ import annotations

import re
from collections.abc import Iterable

_D = "[0-9๐-๙]{1,3}"
NUMBERED = re.compile(rf"\s*(?:{_D}(?:\.{_D})*[.)]|{_D}(?:\.{_D})+(?=\s)|\({_D}\))\s*(?=[^\s0-9๐-๙])")
"""`1.` `๑)` `(1)` `1.1` before a name."""


def unnumbered(text: str) -> str:
    """A name without the number that was typed before it."""
    found = NUMBERED.match(text)
    return text if found is None else text[found.end() :]


def join_thai(items: Iterable[object]) -> str:
    """`ก ข และ ค`; two items: `ก และ ข`; one: itself."""
    *first, last = [str(item) for item in items] or [""]
    return f"{' '.join(first)} และ {last}" if first else last
