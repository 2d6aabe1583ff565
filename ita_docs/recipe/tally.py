"""What becomes of each row, told in the order of the sheet while documents are still on their way to disk."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from ..problems import ItaDocsError, Problem
from ..records.record import Outcome, Record, Refused
from ..report import Made, Report
from .writing import Written


@dataclass(slots=True)
class Step:
    """A row on its way: what is said of it so far, and its document being written, or why there is none."""

    outcome: Outcome
    said: list[Problem]
    document: Future[Written] | ItaDocsError | None = None


@dataclass(slots=True)
class Tally:
    """The report, growing."""

    made: list[Made] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def settle(self, step: Step) -> None:
        """Wait for the row's document and note what became of it."""
        self.problems += step.said
        record = step.outcome.record
        if record is None:
            if step.outcome.refused is not None:
                self.refused.append(step.outcome.refused)
            return
        try:
            if not isinstance(step.document, Future):
                raise step.document or AssertionError("a record without a document")
            written = step.document.result()
        except ItaDocsError as error:
            self.problems += [_at_row(record, item) for item in error.problems]
            self.refused.append(Refused(record.ref, record.sheet, record.row))
        else:
            self.problems += [_at_row(record, item) for item in written.problems]
            self.made.append(Made(record.ref, written.name, written.sha256))

    def report(self) -> Report:
        """All of it."""
        return Report(tuple(self.made), tuple(self.refused), tuple(self.problems))


def _at_row(record: Record, item: Problem) -> Problem:
    """A problem of a document, said of the row it was made from."""
    return replace(item, book=record.source.book, sheet=record.sheet, row=record.row)
