"""What a run made, what it refused, and what is wrong: as values, and as the JSON that other programs read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from .problems import Problem

if TYPE_CHECKING:
    from .records.record import Refused

STOPPING = frozenset({"missing-sheet", "nothing-selected"})
"""Problems after which nothing could start."""


class Made(NamedTuple):
    """A document that was made: its row's reference, its file relative to the output folder with `/`, its SHA-256.

    Where PDFs were asked for, also `pdf`, its file in the same way (None if it was not made, or only merged), and
    `pages`, their number (None if it was not made). kept: unchanged since an earlier run, not made again; seconds: what
    making it took, where that was measured.
    """

    ref: str
    docx: str
    sha256: str
    pdf: str | None = None
    pages: int | None = None
    kept: bool = False
    seconds: float | None = None


class Converted(NamedTuple):
    """A document that became a PDF: its file's name, the PDF's path (None if it was only merged), pages, SHA-256."""

    ref: str
    pdf: str | None
    pages: int
    sha256: str


class Merged(NamedTuple):
    """One PDF of all documents: its path (in `make`, relative to the output folder), pages, SHA-256."""

    pdf: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run, in the order of the sheet. pdf: whether PDFs were asked for; merged: all of them in one."""

    made: tuple[Made, ...] = ()
    refused: tuple[Refused, ...] = ()
    problems: tuple[Problem, ...] = ()
    pdf: bool = False
    merged: Merged | None = None

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
        made: list[dict[str, Any]] = []
        for item in self.made:
            pdf = {"pdf": item.pdf, "pages": item.pages} if self.pdf else {}
            made.append({"ref": item.ref, "docx": item.docx, "sha256": item.sha256, **pdf})
        return {
            "made": made,
            "refused": [{"ref": item.ref, "sheet": item.sheet, "row": item.row} for item in self.refused],
            "problems": to_json(self.problems, lang),
            **_merged(self.merged),
        }


@dataclass(frozen=True, slots=True)
class Conversion:
    """The outcome of converting files, in their order; refused: the names of the files that made no PDF."""

    made: tuple[Converted, ...] = ()
    refused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    merged: Merged | None = None

    @property
    def status(self) -> int:
        """The exit status: 0 everything made, 1 some files refused."""
        return 1 if self.refused or self.count("error") else 0

    def count(self, severity: str) -> int:
        """How many problems of a severity there are."""
        return sum(item.severity == severity for item in self.problems)

    def to_json(self, lang: str = "th") -> dict[str, Any]:
        """The outcome as plain values for `json.dumps`; sentences in `lang`."""
        return {
            "made": [item._asdict() for item in self.made],
            "refused": [{"ref": name, "sheet": None, "row": None} for name in self.refused],
            "problems": to_json(self.problems, lang),
            **_merged(self.merged),
        }


def _merged(merged: Merged | None) -> dict[str, Any]:
    return {} if merged is None else {"merged": merged._asdict()}


def to_json(problems: Iterable[Problem], lang: str = "th") -> list[dict[str, Any]]:
    """Problems as plain values for `json.dumps`."""
    return [item.to_json(lang) for item in problems]
