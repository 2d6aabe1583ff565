"""The appendices of reports: files, and papers of other kinds that the same workbook holds, bound in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from ..assessment.appendices import Appendix
from ..assessment.deriving import read_derived
from ..kinds.catalogue import list_kinds
from ..kinds.model import Kind
from ..painting.pdf import PdfOptions
from ..problems import Problem, TemplateError, problem
from ..records.record import Outcome, Record
from ..settings import Settings
from ..sheets.model import Workbook
from ..thai.fault import Fault
from ..thai.near import nearest
from ..thai.text import heading_key
from ..word.binding import Bound, bound
from ..word.documents import Dress, Writer
from ..word.insertions import Insertion, insertion, paper
from .finishing import Finish, finish


class _Shelf(NamedTuple):
    """A kind's papers in the workbook: what writes them, how they are finished, what became of each row."""

    kind: Kind
    writer: Writer
    wanted: Finish
    outcomes: dict[str, Outcome]


class Appendices:
    """What reports bind in; the papers of a kind are read when the first report asks for one.

    dress: what a run gives the papers of a kind. options: of the layouts that finish them.
    """

    def __init__(self, book: Workbook, settings: Settings, dress: Callable[[Kind], Dress], options: PdfOptions) -> None:
        self._book, self._settings, self._dress = book, settings, dress
        self._options = replace(options, originals=())
        self._kinds: list[Kind] | None = None
        self._shelves: dict[str, _Shelf] = {}

    def bound_in(self, record: Record, docx: bytes) -> Bound:
        """A report with its appendices. Raises: TemplateError for one that cannot be bound in, at its cell."""
        wanted: tuple[Appendix, ...] = record.derived.get("bound_papers", ())
        said: list[Problem] = []
        insertions = {item.key: self._insertion(item, said) for item in wanted}
        made = bound(docx, insertions)
        return replace(made, problems=(*said, *made.problems))

    def _insertion(self, appendix: Appendix, said: list[Problem]) -> Insertion:
        if appendix.file is None:
            return self._paper(appendix, said)
        name = " ".join(appendix.title) or appendix.file.name
        try:
            made = insertion(appendix.file, name)
        except OSError as error:
            raise TemplateError(problem("missing-file", appendix.cell, value=appendix.file.name)) from error
        if isinstance(made, Fault):
            raise TemplateError(problem(made.code, appendix.cell, **{"value": appendix.file.name, **made.detail}))
        return made

    def _paper(self, appendix: Appendix, said: list[Problem]) -> Insertion:
        """A paper of another kind, as it would be made by itself."""
        shelf = self._shelf(appendix)
        outcome = shelf.outcomes.get(appendix.paper_ref)
        if outcome is None or outcome.record is None:
            raise TemplateError(_unusable(appendix, *_why(appendix, shelf, outcome)))
        said += outcome.problems
        data = shelf.writer.write(outcome.record)
        name = " ".join(appendix.title)
        made = paper(finish(data, name, shelf.wanted).kept or data, name)
        if isinstance(made, Fault):
            raise TemplateError(problem(made.code, appendix.cell, **{"value": appendix.paper_ref, **made.detail}))
        return made

    def _shelf(self, appendix: Appendix) -> _Shelf:
        name = heading_key(appendix.paper_kind)
        if name not in self._shelves:
            kind = self._kind(appendix)
            writer = Writer(kind, self._dress(kind))
            wanted = Finish(writer.refers, False, False, self._options, writer.yielding, writer.contents)
            outcomes: dict[str, Outcome] = {}
            for outcome in read_derived(kind, self._book, self._settings):
                if outcome.row is not None and outcome.ref:
                    outcomes.setdefault(outcome.ref, outcome)
            self._shelves[name] = _Shelf(kind, writer, wanted, outcomes)
        return self._shelves[name]

    def _kind(self, appendix: Appendix) -> Kind:
        if self._kinds is None:
            self._kinds = list_kinds()
        names = {heading_key(name): kind for kind in self._kinds for name in (kind.name, kind.title, kind.table.sheet)}
        found = names.get(heading_key(appendix.paper_kind))
        if found is None or found.derivation is not None:
            known = [kind.title for kind in self._kinds if kind.derivation is None]
            near = nearest(appendix.paper_kind, known)
            meant = f" (หมายถึง {near} หรือไม่)" if near else ""
            thai = f"ไม่มีชนิดเอกสาร “{appendix.paper_kind}”{meant}"
            raise TemplateError(_unusable(appendix, thai, f"there is no kind “{appendix.paper_kind}”"))
        return found


def _why(appendix: Appendix, shelf: _Shelf, outcome: Outcome | None) -> tuple[str, str]:
    """Why a paper cannot be had, in Thai and English."""
    ref, sheet = appendix.paper_ref, shelf.kind.table.sheet
    if outcome is None:
        near = nearest(ref, shelf.outcomes)
        meant = f" (หมายถึง {near} หรือไม่)" if near else ""
        return f"ไม่มี {ref} ในแผ่นงาน {sheet}{meant}", f"the sheet {sheet} has no {ref}"
    errors = [item for item in outcome.problems if item.severity == "error"]
    thai = " ".join(f"{item.cell or ''} {item.worded('th').message}".strip() for item in errors)
    english = " ".join(f"{item.cell or ''} {item.worded('en').message}".strip() for item in errors)
    return f"แถว {ref} ในแผ่นงาน {sheet} ใช้ไม่ได้: {thai}", f"the row {ref} of the sheet {sheet} is refused: {english}"


def _unusable(appendix: Appendix, thai: str, english: str) -> Any:
    value = " ".join(part for part in (appendix.paper_kind, appendix.paper_ref) if part) or " ".join(appendix.title)
    return problem("appendix-unusable", appendix.cell, value=value, reason={"th": thai, "en": english})
