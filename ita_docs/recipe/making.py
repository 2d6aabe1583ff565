"""Every row of a workbook to its document."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from shutil import rmtree
from typing import Any

from ..kinds.model import Kind
from ..problems import ItaDocsError, OutputError, PdfError, problem
from ..report import Merged, Report
from .clearing import clear
from .counting import counted
from .crew import Crew, done_here, in_order
from .disk import Disk
from .files import make_folder
from .keeping import Keeper
from .limiting import Lost
from .locking import locked
from .manifest import Manifest
from .options import MakeOptions, Moment, Progress
from .orders import Product, not_survived, produce, too_slow
from .planning import Plan
from .printing import Printed, Printer
from .rebinding import Binding, bound_before, note_bound
from .tally import Step, Tally
from .writing import write_document

Leave = Callable[[Report, Callable[[str, Path], str]], None]
PICTURES = ".ita-docs.pictures"
ON_THE_WAY = 16
"""How many documents may wait to be written: as many are in memory."""


def make(
    kind: Kind,
    book: Any,
    out: str | PathLike[str],
    options: MakeOptions | None = None,
    *,
    progress: Progress | None = None,
    leave: Leave | None = None,
    **changes: Any,
) -> Report:
    """Make the document of every row of `book` (a Workbook, a DataFrame, a dict of them, or a path) into `out`.

    What an earlier run made of the same is left as it is. leave: called at the end, while the folder is still ours,
    with the report and with what puts another file into it. `changes` are fields of `MakeOptions`. Rows with errors are
    refused and the others made; memory does not grow with the number of rows but for the report.

    Raises: KindError or TemplateError before any row is read, WorkbookError, OutputError if `out` cannot be made, is
    held by another run, or the kind has no copies, PdfError for PDF options that cannot be used.
    """
    chosen = replace(options or MakeOptions(), **changes)
    folder = Path(out)
    plan = Plan(kind, book, chosen, folder)
    make_folder(folder)
    total = None if progress is None else counted(kind, plan.book)
    tally = Tally(chosen.prints)
    with locked(folder), Manifest(folder) as manifest:
        manifest.begin(_header(plan))
        merged = bound_before(plan, manifest)
        binding = Binding()
        with _printer(folder, manifest, chosen if merged is None else replace(chosen, merge=None)) as printer:
            keeper = Keeper(folder, manifest, printer, plan)
            for step in _kept(plan, manifest, keeper):
                tally.settle(step)
                binding.add(step)
                if progress is not None and step.outcome.row is not None:
                    progress(Moment(step.number, total, step.name))
                if tally.is_lost:
                    return _stopped(tally)
            if printer is not None:
                merged = _bound(keeper, printer, tally)
                if tally.is_lost:
                    return _stopped(tally)
        tally.problems += plan.unmet()
        tally.problems += clear(plan, folder, manifest)
        report = tally.report(merged)
        try:
            note_bound(plan, manifest, binding, report)
            if chosen.zip is not None:
                from .zipping import with_zip

                report = with_zip(report, folder, manifest, chosen)
            if leave is not None:
                leave(report, lambda name, path: write_document(folder, name, path, manifest, force=False).name)
            manifest.end()
        except OutputError as error:
            # what was made is there, and is told
            report = replace(report, problems=(*report.problems, *error.problems))
    return report


def _stopped(tally: Tally) -> Report:
    """The report of a run whose folder is lost."""
    tally.problems.append(problem("run-stopped", count=len(tally.made)))
    return tally.report()


def _header(plan: Plan) -> dict[str, Any]:
    chosen = plan.options
    return {"source": plan.source, "command": chosen.command, "caller": chosen.caller}


def _kept(plan: Plan, manifest: Manifest, keeper: Keeper) -> Iterator[Step]:
    """Every row that is asked for, with what became of its document, in the order of the sheet."""
    chosen = plan.options
    waiting: deque[Step] = deque()
    with (
        Disk() as disk,
        _shelf(plan.folder) as shelf,
        _executor(chosen) as executor,
    ):
        begun = (_begun(step, (plan.packed, shelf), executor) for step in plan.steps(manifest))
        for step in in_order(executor, begun, lambda step: step.product, chosen.jobs):
            if step.kept is not None:
                # only what is bound must wait for its turn
                if chosen.merge is not None:
                    step.result = disk.submit(keeper.leave, step.kept, step.edited)
                else:
                    step.result = keeper.leave(step.kept, step.edited)
            elif step.product is not None:
                assert step.outcome.record is not None
                product = _product(step, (plan.packed, shelf), chosen.seconds)
                step.result = disk.submit(keeper.keep, step.outcome.record.ref, step.name, step.key, product)
                step.product = step.order = None
            waiting.append(step)
            if len(waiting) > ON_THE_WAY:
                yield waiting.popleft()
        yield from waiting


def _begun(step: Step, shared: tuple[bytes, str], executor: Executor) -> Step:
    """The row, its document being made if it must be.

    shared: the packed setup of all documents, and the folder of their pictures.
    """
    if step.kept is None and step.order is not None:
        try:
            step.product = executor.submit(produce, shared[0], step.order, shared[1])
        except RuntimeError:
            # the caller's executor has broken, or is shut: what is left is made here
            step.product, _ = done_here(produce, (shared[0], step.order, shared[1]))
    return step


def _product(step: Step, shared: tuple[bytes, str], seconds: float) -> Product:
    """What was made for a row, or why nothing could be.

    Where the executor has lost it (a worker ended, a machine is gone), it is tried once more by a process of its own.
    """
    assert step.product is not None
    try:
        return step.product.result()
    except Exception as error:
        from .helper import alone

        lost = error
        try:
            if not isinstance(error, Lost):
                return alone(produce, (shared[0], step.order, shared[1]), seconds)
        except Lost as again:
            lost = again
        slow = isinstance(lost, Lost) and lost.slow
        return Product(too_slow(seconds) if slow else not_survived())


@contextmanager
def _shelf(folder: Path) -> Iterator[str]:
    """Where pictures that are ready lie while the run lasts; what a killed run has left there is removed."""
    place = folder.absolute() / PICTURES
    rmtree(place, ignore_errors=True)
    try:
        with suppress(OSError):  # without it, each process keeps its own
            place.mkdir()
        yield str(place)
    finally:
        rmtree(place, ignore_errors=True)


@contextmanager
def _executor(chosen: MakeOptions) -> Iterator[Executor]:
    """What makes the documents: the caller's own executor, which stays open, or a crew of processes."""
    if chosen.executor is not None:
        yield chosen.executor
        return
    own = chosen.printing.engine == "own"
    with Crew(chosen.jobs if own else 1, seconds=chosen.seconds) as crew:
        yield crew


@contextmanager
def _printer(folder: Path, manifest: Manifest, chosen: MakeOptions) -> Iterator[Printer | None]:
    if not chosen.prints:
        yield None
        return
    merge = None if chosen.merge is None else fspath(chosen.merge)
    with Printer(folder, manifest, chosen.printing, keep=chosen.pdf, merge=merge, force=chosen.force) as printer:
        yield printer


def _bound(keeper: Keeper, printer: Printer, tally: Tally) -> Merged | None:
    """What is printed once all documents are there: the PDFs that are made in one go, and the one of all."""
    if not printer.at_once:
        _print_all(keeper, printer, tally)
    try:
        merged, said = printer.bind()
    except OutputError as error:
        tally.problems += error.problems
        tally.note_loss(error)
        return None
    tally.problems += said
    return merged


def _print_all(keeper: Keeper, printer: Printer, tally: Tally) -> None:
    """The PDFs of all documents made in this run, in one go."""
    wanted = tally.printless
    pdfs = printer.pdfs([tally.made[index].docx for index, *_ in wanted])
    for (index, name, place), pdf in zip(wanted, pdfs, strict=True):
        printed: Printed | ItaDocsError
        try:
            printed = pdf if isinstance(pdf, PdfError) else keeper.add_pdf(name, pdf)
        except OutputError as error:
            printed = error
        tally.settle_pdf(index, place, printed)
