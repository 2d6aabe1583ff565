"""What becomes of each row, told in the order of the sheet while documents are still on their way to disk."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from ..painting.options import Original
from ..problems import ItaDocsError, PdfError, Problem
from ..records.record import Outcome, Refused
from ..report import Made, Merged, Report
from .finishing import Finished
from .notes import Notes
from .printing import Printed
from .writing import Written

Place = tuple[str | None, str, int]
"""Book, sheet and row."""


@dataclass(slots=True)
class Step:
    """A row on its way: what is said of it so far, and its document being written, or why there is none.

    number: of the row in the sheet, from 1. name: of its document's file; data: the document, until it is written.
    """

    number: int
    outcome: Outcome
    said: list[Problem]
    name: str
    data: bytes | None = None
    originals: tuple[Original, ...] = ()
    """The pages of PDFs that its pictures show."""
    finished: Future[Finished] | None = None
    """Its document with all that it still needs."""
    document: Future[Written] | ItaDocsError | None = None
    pdf: Future[Printed] | PdfError | None = None
    """Its PDF, where one was asked for and is made at once."""


@dataclass(slots=True)
class Tally:
    """The report, growing."""

    made: list[Made] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    places: list[Place] = field(default_factory=list)
    """Where the row of each made document is."""

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
            if not isinstance(step.document, Future):
                raise step.document or AssertionError("a record without a document")
            written = step.document.result()
        except ItaDocsError as error:
            self.problems += [_at_row(place, item) for item in error.problems]
            self.refused.append(Refused(record.ref, record.sheet, record.row))
        else:
            self.problems += [_at_row(place, item) for item in written.problems]
            self.made.append(Made(record.ref, written.name, written.sha256))
            self.places.append(place)
            if step.pdf is not None:
                self.settle_pdf(len(self.made) - 1, step.pdf)

    def settle_pdf(self, index: int, pdf: Future[Printed] | Printed | ItaDocsError) -> None:
        """Note what became of the PDF of the made document at `index`; without one the document is kept."""
        made, place = self.made[index], self.places[index]
        try:
            if isinstance(pdf, ItaDocsError):
                raise pdf
            printed = pdf.result() if isinstance(pdf, Future) else pdf
        except ItaDocsError as error:
            self.problems += [_at_row(place, item) for item in error.problems]
        else:
            self.problems += [_at_row(place, item) for item in printed.written]
            self.notes.add(made.docx, (_at_row(place, item) for item in printed.said))
            self.made[index] = made._replace(pdf=printed.name, pages=printed.pages)

    def report(self, *, pdf: bool = False, merged: Merged | None = None) -> Report:
        """All of it."""
        problems = (*self.problems, *self.notes.problems())
        return Report(tuple(self.made), tuple(self.refused), problems, pdf, merged)


def _at_row(place: Place, item: Problem) -> Problem:
    """A problem of a document, said of the row it was made from, unless it has a cell of its own."""
    if item.row is not None:
        return item
    book, sheet, row = place
    return replace(item, book=book, sheet=sheet, row=row)
