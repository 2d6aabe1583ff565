"""What a run made, what it refused, and what is wrong: as values, and as the JSON that other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .problems import Problem
from .records.record import Refused

STOPPING = frozenset({"missing-sheet", "nothing-selected"})
"""Problems after which nothing could start."""


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made: its row's reference, its file relative to the output folder with `/`, its SHA-256."""

    ref: str
    docx: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run, in the order of the sheet."""

    made: tuple[Made, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def status(self) -> int:
        """The exit status: 0 everything made, 1 some rows refused, 2 nothing could start."""
        if any(item.code in STOPPING for item in self.problems):
            return 2
        return 1 if self.refused or self.count("error") else 0

    def count(self, severity: str) -> int:
        """How many problems of a severity there are."""
        return sum(item.severity == severity for item in self.problems)

    def to_json(self, lang: str = "th") -> dict[str, Any]:
        """The report as plain values for `json.dumps`; sentences in `lang`."""
        return {
            "made": [{"ref": item.ref, "docx": item.docx, "sha256": item.sha256} for item in self.made],
            "refused": [{"ref": item.ref, "sheet": item.sheet, "row": item.row} for item in self.refused],
            "problems": to_json(self.problems, lang),
        }


def to_json(problems: Iterable[Problem], lang: str = "th") -> list[dict[str, Any]]:
    """Problems as plain values for `json.dumps`."""
    return [item.to_json(lang) for item in problems]
