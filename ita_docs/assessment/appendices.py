"""A report's appendices: their letters, and what is bound in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problems import CellRef
from ..records.record import ChildRow
from ..thai.counting import letters

WORD = "ภาคผนวก"


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix: `heading` is the word and its letter, where there are several; `key` marks its place in the report.

    It is a file, or the paper of another kind in the same workbook: its kind's name or title, and its reference.
    """

    heading: str
    title: tuple[str, ...]
    key: str
    file: Path | None
    paper_kind: str
    paper_ref: str
    cell: CellRef


def appendices_of(rows: Sequence[ChildRow], ref: str) -> tuple[Appendix, ...]:
    """The appendices of the report `ref`, in the order of the sheet."""
    return tuple(
        Appendix(
            heading=f"{WORD} {letters(number)}" if len(rows) > 1 else WORD,
            title=row["title"],
            key=f"{ref}/{number}",
            file=row["file"],
            paper_kind=row["paper_kind"],
            paper_ref=row["paper_ref"],
            cell=row.cell("file" if row["file"] else "paper_ref" if row["paper_ref"] else "title"),
        )
        for number, row in enumerate(rows, 1)
    )
