"""What becomes of each row, told in the order of the sheet while documents are still on their way to disk."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from ..problems import ItaDocsError, Problem
from ..records.record import Outcome, Refused
from ..report import Made, Merged, Report
from .entries import Entry
from .keeping import Kept
from .notes import Notes
from .orders import Order, Product
from .printing import Printed

Place = tuple[str | None, str, int]
"""Book, sheet and row."""


@dataclass(slots=True)
class Step:
    """A row on its way: what is said of it so far, and its document being made, or why there is none.

    number: of the row in the sheet, from 1. name: of its document's file, empty where there is none. order: what it is
    made from, until it is made; key: the hash of that. kept: what an earlier run has left of the same; edited: its
    files that somebody changed since. fault: why it cannot be made. product: the document, being made; result: its
    files, being written.
    """

    number: int
    outcome: Outcome
    said: list[Problem]
    name: str
    order: Order | None = None
    key: str = ""
    kept: Entry | None = None
    edited: tuple[str, ...] = ()
    fault: ItaDocsError | None = None
    product: Future[Product] | None = None
    result: Future[Kept] | Kept | None = None


@dataclass(slots=True)
class Tally:
    """The report, growing."""

    prints: bool = False
    """Whether PDFs were asked for."""
    made: list[Made] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    printless: list[tuple[int, str, Place]] = field(default_factory=list)
    """The made documents whose PDFs are still to come: which of them, what it was to be called, where its row is."""
    seconds: list[float | None] = field(default_factory=list)
    is_lost: bool = False
    """Whether nothing can be written any more."""

    def settle(self, step: Step) -> None:
        """Wait for the row's document and note what became of it."""
        self.problems += step.said
        record = step.outcome.record
        if record is None:
            if step.outcome.refused is not None:
                self.refused.append(step.outcome.refused)
            return
        place = (record.source.book, record.sheet, record.row)
        try:
            if step.result is None:
                raise step.fault or AssertionError("a record without a document")
            kept = step.result.result() if isinstance(step.result, Future) else step.result
        except ItaDocsError as error:
            self.problems += [_at_row(place, item) for item in error.problems]
            self.refused.append(Refused(record.ref, record.sheet, record.row))
            self.note_loss(error)
            return
        written = kept.docx
        self.problems += [_at_row(place, item) for item in (*kept.said, *written.problems)]
        self.made.append(Made(record.ref, written.name, written.sha256, kept=kept.again))
        self.seconds.append(kept.seconds)
        if kept.pdf is not None:
            self.settle_pdf(len(self.made) - 1, place, kept.pdf)
        elif self.prints:
            self.printless.append((len(self.made) - 1, step.name, place))

    def note_loss(self, error: ItaDocsError) -> None:
        """Remember whether a fault is one after which nothing can be written."""
        self.is_lost = self.is_lost or any(item.code == "folder-lost" for item in error.problems)

    def settle_pdf(self, index: int, place: Place, printed: Printed | ItaDocsError) -> None:
        """Note what became of the PDF of the made document at `index`; without one the document is kept."""
        made = self.made[index]
        if isinstance(printed, ItaDocsError):
            self.note_loss(printed)
            self.problems += [_at_row(place, item) for item in printed.problems]
        else:
            self.problems += [_at_row(place, item) for item in printed.written]
            self.notes.add(made.docx, (_at_row(place, item) for item in printed.said))
            self.made[index] = made._replace(pdf=printed.name, pages=printed.pages)

    def report(self, merged: Merged | None = None) -> Report:
        """All of it."""
        problems = (*self.problems, *self.notes.problems())
        made, seconds = tuple(self.made), tuple(self.seconds)
        return Report(made, tuple(self.refused), problems, self.prints, merged, seconds=seconds)


def _at_row(place: Place, item: Problem) -> Problem:
    """A problem of a document, said of the row it was made from, unless it has a cell of its own."""
    if item.row is not None:
        return item
    book, sheet, row = place
    return replace(item, book=book, sheet=sheet, row=row)
