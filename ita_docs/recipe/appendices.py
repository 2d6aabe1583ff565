"""The appendices of reports: files, and papers of other kinds that the same workbook holds, bound in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from ..assessment.appendices import Appendix
from ..assessment.deriving import read_derived
from ..kinds.catalogue import list_kinds
from ..kinds.model import Kind
from ..problems import Problem, TemplateError, problem
from ..records.context import told
from ..records.record import Outcome, Record
from ..settings import Settings
from ..sheets.model import Workbook
from ..thai.fault import Fault
from ..thai.near import nearest
from ..thai.text import heading_key
from ..word.binding import Bound, bound
from ..word.insertions import Insertion, insertion, paper
from .orders import Order, Setup, Workshop, produce, workshop

Papers = tuple[tuple[bytes, Order] | None, ...]
"""Of each appendix the order of its paper, with its packed setup; None for a file."""


def bound_in(docx: bytes, wanted: Sequence[Appendix], papers: Papers) -> Bound:
    """A report with its appendices. Raises: TemplateError for one that cannot be bound in, at its cell."""
    insertions = {item.key: _insertion(item, order) for item, order in zip(wanted, papers, strict=True)}
    return bound(docx, insertions)


def _insertion(appendix: Appendix, order: tuple[bytes, Order] | None) -> Insertion:
    if order is not None:
        return _paper(appendix, *order)
    assert appendix.file is not None
    name = " ".join(appendix.title) or appendix.file.name
    try:
        made = insertion(appendix.file, name)
    except OSError as error:
        raise TemplateError(problem("missing-file", appendix.cell, value=appendix.file.name)) from error
    if isinstance(made, Fault):
        raise TemplateError(problem(made.code, appendix.cell, **{"value": appendix.file.name, **made.detail}))
    return made


def _paper(appendix: Appendix, packed: bytes, order: Order) -> Insertion:
    """A paper of another kind, as it would be made by itself."""
    product = produce(packed, order)
    if isinstance(product.docx, TemplateError):
        raise product.docx
    made = paper(product.docx, order.name)
    if isinstance(made, Fault):
        raise TemplateError(problem(made.code, appendix.cell, **{"value": appendix.paper_ref, **made.detail}))
    return made


class _Shelf(NamedTuple):
    """A kind's papers in the workbook: what makes them, and what became of each row."""

    kind: Kind
    packed: bytes
    shop: Workshop
    outcomes: dict[str, Outcome]


class Shelves:
    """The papers that reports bind in, by kind; those of a kind are read when the first report asks for one.

    setup: what a run gives the papers of a kind.
    """

    def __init__(self, book: Workbook, settings: Settings, setup: Callable[[Kind], Setup]) -> None:
        self._book, self._settings, self._setup = book, settings, setup
        self._kinds: list[Kind] | None = None
        self._shelves: dict[str, _Shelf] = {}

    def papers(self, record: Record) -> tuple[Papers, tuple[Problem, ...]]:
        """The papers of a report, and what is to be said of them.

        Raises: TemplateError for one that cannot be had, at its cell.
        """
        wanted: Iterable[Appendix] = record.derived.get("bound_papers", ())
        said: list[Problem] = []
        orders = tuple(None if item.file is not None else self._order(item, said) for item in wanted)
        return orders, tuple(said)

    def _order(self, appendix: Appendix, said: list[Problem]) -> tuple[bytes, Order]:
        shelf = self._shelf(appendix)
        outcome = shelf.outcomes.get(appendix.paper_ref)
        if outcome is None or outcome.record is None:
            raise TemplateError(_unusable(appendix, *_why(appendix, shelf, outcome)))
        said += outcome.problems
        record = outcome.record
        return shelf.packed, Order(" ".join(appendix.title), told(record), shelf.shop.writer.numerals_of(record))

    def _shelf(self, appendix: Appendix) -> _Shelf:
        name = heading_key(appendix.paper_kind)
        if name not in self._shelves:
            kind = self._kind(appendix)
            setup = self._setup(kind)
            # without a limit of its own: it is made within its report's
            packed = replace(setup, prints=False, breaks=False, seconds=0.0).packed()
            outcomes: dict[str, Outcome] = {}
            for outcome in read_derived(kind, self._book, self._settings):
                if outcome.row is not None and outcome.ref:
                    outcomes.setdefault(outcome.ref, outcome)
            self._shelves[name] = _Shelf(kind, packed, workshop(packed), outcomes)
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
