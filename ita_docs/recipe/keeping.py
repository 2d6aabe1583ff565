"""The files of a run's documents, in the order of the sheet: written, noted, or left as they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..painting.pdf import Pdf
from ..problems import ItaDocsError, PdfError, Problem, TemplateError, problem
from .entries import Entry, Stamp, stamp_of
from .files import worded
from .manifest import Manifest
from .orders import Product
from .printing import Printed, Printer
from .writing import Written, write_document

if TYPE_CHECKING:
    from .planning import Plan


class Kept(NamedTuple):
    """What became of a document. pdf: of its PDF, None where none was asked for or it is still to come.

    said: of what is bound into it. seconds: how long it took. again: it was made in an earlier run, and nothing was
    done now.
    """

    docx: Written
    pdf: Printed | ItaDocsError | None = None
    said: tuple[Problem, ...] = ()
    seconds: float | None = None
    again: bool = False


class Keeper:
    """Writes what a run makes into its folder, and notes it."""

    def __init__(self, folder: Path, manifest: Manifest, printer: Printer | None, plan: Plan) -> None:
        self._folder = folder
        self._manifest = manifest
        self._printer = printer
        self._source, self._place = plan.source, plan.place
        self._force = plan.options.force
        self._prints = plan.options.prints

    def keep(self, ref: str, name: str, key: str, product: Product) -> Kept:
        """Write a document that was made, and its PDF. Raises: TemplateError for one that was not; OutputError."""
        if isinstance(product.docx, TemplateError):
            raise product.docx
        written = write_document(self._folder, name, product.docx, self._manifest, force=self._force)
        before = None if self._printer is not None else self._manifest.entry(*self._source, name)
        written = self._with_older(written, before)
        entry = Entry(
            *self._source,
            ref,
            name,
            key,
            self._stamp(written),
            said=product.said,
            written=written.problems,
            place=self._place,
        )
        if before is not None and before.key == key:
            # its PDF is none of this run's business, and still right
            entry = entry._replace(pdf=before.pdf, pages=before.pages, printed=before.printed)
        pdf: Printed | ItaDocsError | None = None
        if isinstance(product.pdf, PdfError):
            pdf = product.pdf
        elif product.pdf is not None and self._printer is not None:
            entry, pdf = self._printed(entry, product.pdf)
        self._manifest.made(entry)
        return Kept(written, pdf, product.said, product.seconds)

    def leave(self, entry: Entry, edited: tuple[str, ...]) -> Kept:
        """A document that is still as it would be made; `edited` are its files that somebody changed."""
        pdf = None
        if self._printer is not None and entry.pdf is not None:
            pdf = self._printer.leave(entry.ref, entry.docx.name, entry.pdf, entry.pages or 0, entry.printed)
        elif self._prints and entry.pages is not None:
            pdf = Printed(None, entry.pages, entry.printed)
        said = (*entry.written, *(problem("edited-kept", file=name) for name in edited))
        return Kept(Written(entry.docx.name, entry.docx.sha256, said), pdf, entry.said, again=True)

    def add_pdf(self, name: str, pdf: Pdf) -> Printed:
        """Write the PDF of a document that was kept in this run, and is noted by `name`. Raises OutputError."""
        entry = self._manifest.entry(*self._source, name)
        assert entry is not None
        entry, printed = self._printed(entry, pdf)
        if isinstance(printed, ItaDocsError):
            raise printed
        self._manifest.made(entry)
        return printed

    def _printed(self, entry: Entry, pdf: Pdf) -> tuple[Entry, Printed | ItaDocsError]:
        assert self._printer is not None
        try:
            printed, written = self._printer.put(entry.ref, entry.docx.name, pdf)
            stamp = None if written is None else self._stamp(written)
        except ItaDocsError as error:
            return entry, error
        both = (*entry.written, *printed.written)
        return entry._replace(pdf=stamp, pages=pdf.pages, printed=printed.said, written=both), printed

    def _with_older(self, written: Written, before: Entry | None) -> Written:
        """What is to be said of a document that goes beside a PDF of what it was before."""
        if before is None or before.pdf is None or before.docx.sha256 == written.sha256:
            return written
        if self._manifest.state(before.pdf, before) == "missing":
            return written
        said = problem("pdf-is-older", file=before.pdf.name)
        return written._replace(problems=(*written.problems, said))

    def _stamp(self, written: Written) -> Stamp:
        with worded(self._folder / written.name):
            return stamp_of(self._folder, written.name, written.sha256)
