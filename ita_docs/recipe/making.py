"""Every row of a workbook to its document."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..assessment.deriving import read_derived
from ..kinds.model import Kind, Numerals
from ..painting.pdf import PdfOptions, check_options
from ..problems import OutputError, PdfError, Problem, TemplateError, problem
from ..records.record import Outcome
from ..report import Merged, Report
from ..settings import Settings
from ..sheets import read_workbook
from ..sheets.model import Workbook
from ..word.documents import Copy, Dress, Writer
from .crew import Crew
from .finishing import Finish, Finished, finish
from .journal import Journal
from .naming import Names, wanted_name
from .printing import Printer
from .selection import Selection
from .tally import Step, Tally
from .writing import Written, make_folder, write_document

if TYPE_CHECKING:
    from ..frameworks.model import Framework
    from .appendices import Appendices

ON_THE_WAY = 16
"""How many documents may wait to be written: as many are in memory."""
Progress = Callable[[int], None]
"""Called with the number of rows done so far."""


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """How a run goes.

    only: (heading or field name, value) pairs; a row must have one of the values of each name. numerals: the run's
    digits, None for the kind's own. emblem, logo: the picture files, None for the settings' or the marked frame. today:
    for templates that use it. copy: make copies, not originals; their files' names say which. force: replace documents
    that were edited since. pdf: a PDF beside every document. merge: one PDF of all documents, its path relative to the
    output folder, None for none. pdf_options: how PDFs are made; their `today` is the run's where they name none. jobs:
    how many processes share the layouts of a long run, this one among them; they need no guard in the script that calls
    `make`. frameworks: those of the assessment that the user brings, beside the shipped ones.
    """

    only: tuple[tuple[str, str], ...] = ()
    numerals: Numerals | None = None
    emblem: Path | None = None
    today: date | None = None
    settings: Settings = field(default_factory=Settings)
    force: bool = False
    pdf: bool = False
    merge: str | PathLike[str] | None = None
    pdf_options: PdfOptions = field(default_factory=PdfOptions)
    jobs: int = 1
    logo: Path | None = None
    copy: Copy = ""
    frameworks: tuple[Framework, ...] = ()

    @property
    def prints(self) -> bool:
        """Whether any PDF is asked for."""
        return self.pdf or self.merge is not None

    @property
    def printing(self) -> PdfOptions:
        """`pdf_options` with the run's date, where they name none."""
        own = self.pdf_options
        return own if own.today is not None else replace(own, today=self.today)


def make(
    kind: Kind,
    book: Any,
    out: str | PathLike[str],
    options: MakeOptions | None = None,
    *,
    progress: Progress | None = None,
    **changes: Any,
) -> Report:
    """Make the document of every row of `book` (a Workbook, a DataFrame, a dict of them, or a path) into `out`.

    `changes` are fields of `MakeOptions`. Rows with errors are refused and the others made; memory does not grow with
    the number of rows but for the report.

    Raises: KindError or TemplateError before any row is read, WorkbookError, OutputError if `out` cannot be made or the
    kind has no copies, PdfError for PDF options that cannot be used.
    """
    chosen = replace(options or MakeOptions(), **changes)
    folder = Path(out)
    writer = Writer(kind, _dress(kind, chosen))
    if chosen.prints:
        check_options(chosen.pdf_options)
    make_folder(folder)
    own = chosen.printing.engine == "own"
    catchwords = own and chosen.pdf_options.catchwords
    wanted = Finish(writer.refers, catchwords, own and chosen.prints, chosen.printing, writer.yielding, writer.contents)
    appendices = None
    if kind.derivation is not None:
        from .appendices import Appendices

        book = book if isinstance(book, Workbook) else read_workbook(book)
        appendices = Appendices(book, chosen.settings, partial(_dress, chosen=chosen), chosen.printing)
    tally = Tally()
    selection = Selection(kind, chosen.only)
    selected = False
    merged: Merged | None = None
    waiting: deque[Step] = deque()
    with (
        Journal(folder) as journal,
        _printer(folder, journal, chosen) as printer,
        # one thread writes while the next documents are made: a busy disk is not waited for
        ThreadPoolExecutor(1) as disk,
        Crew(chosen.jobs if own else 1) as crew,
    ):
        write = partial(write_document, folder, journal=journal, force=chosen.force)
        outcomes = read_derived(kind, book, chosen.settings, chosen.frameworks)
        rows = _filled(kind, outcomes, chosen, writer, selection, appendices)
        begun = (_begun(step, wanted, writer, crew) for step in rows)
        for step in crew.in_order(begun, lambda step: step.finished):
            selected = selected or step.outcome.row is not None
            if step.finished is not None:
                _submit(step, step.finished.result(), disk, write, printer)
            waiting.append(step)
            if len(waiting) > ON_THE_WAY:
                tally.settle(waiting.popleft())
            if progress is not None:
                progress(step.number)
        while waiting:
            tally.settle(waiting.popleft())
        if printer is not None:
            if not printer.at_once:
                _print_all(printer, tally)
            merged, said = printer.bind()
            tally.problems += said
    if chosen.only and not selected:
        asked = " ".join(f"{name}={value}" for name, value in chosen.only)
        tally.problems.append(problem("nothing-selected", option=asked))
    else:
        tally.problems += [problem("value-not-found", option=f"{name}={value}") for name, value in selection.unmet]
    return tally.report(pdf=chosen.prints, merged=merged)


def _dress(kind: Kind, chosen: MakeOptions) -> Dress:
    return Dress.of(
        kind, chosen.settings, chosen.numerals, chosen.emblem, chosen.today, logo=chosen.logo, copy=chosen.copy
    )


def _filled(
    kind: Kind,
    outcomes: Iterator[Outcome],
    chosen: MakeOptions,
    writer: Writer,
    selection: Selection,
    appendices: Appendices | None,
) -> Iterator[Step]:
    """Every row that is asked for with its document filled, or why there is none."""
    told: tuple[Problem, ...] = ()
    for number, (outcome, name, adjusted) in enumerate(_named(kind, outcomes, chosen.copy), 1):
        if outcome.row is not None and not selection.takes(outcome):
            continue
        common = () if outcome.common is told else outcome.common  # what its documents share is said with the first
        told = outcome.common
        step = Step(number, outcome, [*common, *outcome.problems], f"{name}.docx")
        if outcome.record is not None:
            step.said += adjusted
            try:
                data = writer.write(outcome.record)
                if appendices is not None:
                    bound = appendices.bound_in(outcome.record, data)
                    data, step.originals = bound.docx, bound.originals
                    step.said += bound.problems
                step.data = data
            except TemplateError as error:
                step.document = error
        yield step


def _begun(step: Step, wanted: Finish, writer: Writer, crew: Crew) -> Step:
    """The row, its document being finished."""
    if step.data is not None:
        if wanted.contents is not None and step.outcome.record is not None:
            record = step.outcome.record
            binds = bool(record.derived.get("bound_papers"))
            wanted = wanted._replace(contents=writer.numerals_of(record), binds=binds)
        if step.originals:
            wanted = wanted._replace(options=replace(wanted.options, originals=step.originals))
        if wanted.needed:
            step.finished = crew.submit(finish, step.data, step.name, wanted)
        else:
            step.finished = Future()
            step.finished.set_result(Finished())
    return step


def _submit(
    step: Step, finished: Finished, disk: ThreadPoolExecutor, write: Callable[..., Written], printer: Printer | None
) -> None:
    """Let the document of a row be written, and its PDF after it."""
    assert step.outcome.record is not None
    document = disk.submit(write, step.name, finished.kept or step.data)
    step.document = document
    step.data = step.finished = None
    if isinstance(finished.pdf, PdfError):
        step.pdf = finished.pdf
    elif printer is not None and finished.pdf is not None:
        step.pdf = disk.submit(printer.put, step.outcome.record.ref, document, finished.pdf)


@contextmanager
def _printer(folder: Path, journal: Journal, chosen: MakeOptions) -> Iterator[Printer | None]:
    if not chosen.prints:
        yield None
        return
    merge = None if chosen.merge is None else fspath(chosen.merge)
    with Printer(folder, journal, chosen.printing, keep=chosen.pdf, merge=merge, force=chosen.force) as printer:
        yield printer


def _print_all(printer: Printer, tally: Tally) -> None:
    """The PDFs of all made documents, in one go."""
    pdfs = printer.pdfs([item.docx for item in tally.made])
    for index, (made, pdf) in enumerate(zip(list(tally.made), pdfs, strict=True)):
        try:
            tally.settle_pdf(index, pdf if isinstance(pdf, PdfError) else printer.put(made.ref, made.docx, pdf))
        except OutputError as error:
            tally.settle_pdf(index, error)


def _named(kind: Kind, outcomes: Iterator[Outcome], copy: str) -> Iterator[tuple[Outcome, str, tuple[Problem, ...]]]:
    """Each outcome with its file's name; a copy has its original's, and says in brackets which copy it is.

    Rows that are not asked for, or refused, take their names too: a name never depends on which rows are made.
    """
    names = Names()
    suffix = f" ({copy})" if copy else ""
    for outcome in outcomes:
        record = outcome.record
        if record is None:
            if outcome.ref and outcome.owner is not None:
                names.take(wanted_name(kind.file_name, {kind.table.key: outcome.ref}))
            yield outcome, "", ()
            continue
        wanted = wanted_name(kind.file_name, record.values)
        name = names.take(wanted)
        adjusted: tuple[Problem, ...] = ()
        if name != wanted:
            key = kind.table.field(kind.table.key).title
            item = problem(
                "file-name-adjusted", record.source, column=key, value=wanted, before=wanted, after=f"{name}{suffix}"
            )
            adjusted = (item,)
        yield outcome, f"{name}{suffix}", adjusted
