"""One line of the table of problem codes."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Entry(NamedTuple):
    """A problem code's severity and its wording; a hint may be empty."""

    severity: Literal["error", "warning", "info"]
    th: str
    th_hint: str
    en: str
    en_hint: str
