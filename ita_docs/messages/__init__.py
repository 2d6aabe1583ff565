"""Problem code → severity, and the sentence and hint in Thai and in English.

A sentence may name any fact of its problem (`sheet`, `cell`, `column`, `value`, …) and any detail given with it; a fact
that is missing prints as `–`. Two details are clauses of their own, empty where not given: `near` (what was probably
meant) and `example`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from . import attachments, cells, files, frameworks, kinds, pages, reports, workbooks
from .entry import Entry

CODES: dict[str, Entry] = {
    **workbooks.CODES,
    **cells.CODES,
    **attachments.CODES,
    **kinds.CODES,
    **frameworks.CODES,
    **reports.CODES,
    **files.CODES,
    **pages.CODES,
}
"""Every problem code, in the order of the reference."""

LANGUAGES = ("th", "en")


CLAUSES = {
    "th": {"near": " หมายถึง “{}” หรือไม่", "example": " เช่น {}"},
    "en": {"near": " Did you mean “{}”?", "example": " For example: {}"},
}


class Wording(NamedTuple):
    """What is wrong, and what to do about it (empty where nothing needs doing)."""

    message: str
    hint: str


class _Facts(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "–"


def _in(lang: str, value: Any) -> Any:
    """A detail that is itself a phrase comes as `{"th": …, "en": …}`."""
    return value[lang] if isinstance(value, Mapping) and "th" in value else value


def severity_of(code: str) -> Literal["error", "warning", "info"]:
    """How serious a problem of `code` is unless said otherwise. Raises KeyError for an unknown code."""
    return CODES[code].severity


def word(code: str, facts: Mapping[str, Any], lang: str = "th") -> Wording:
    """The sentence and hint of `code` in `lang`, filled with `facts`. Raises KeyError for an unknown code."""
    entry = CODES[code]
    message, hint = (entry.en, entry.en_hint) if lang == "en" else (entry.th, entry.th_hint)
    lang = "en" if lang == "en" else "th"
    known = _Facts({key: _in(lang, value) for key, value in facts.items() if value is not None})
    for key, clause in CLAUSES[lang].items():
        known[key] = clause.format(known[key]) if known.get(key) else ""
    return Wording(message.format_map(known), hint.format_map(known))
