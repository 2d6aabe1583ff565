"""The PDFs of a run: written beside their documents, bound into one, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..painting.pdf import Pdf, PdfOptions, check_options, to_pdfs
from ..problems import PdfError, Problem
from ..report import Merged
from .journal import Journal
from .stack import Stack, title_of
from .writing import Written, make_folder, write_document

if TYPE_CHECKING:
    from concurrent.futures import Future


class Printed(NamedTuple):
    """The PDF of a document. name: its file, None if it was only bound with others; said: by the layout."""

    name: str | None
    pages: int
    said: tuple[Problem, ...] = ()
    written: tuple[Problem, ...] = ()


class Printer:
    """Makes the PDFs of a run.

    keep: each goes beside its document. merge: the file that all are bound into, relative to the run's folder.
    Raises: PdfError, from the start, for options that cannot be used.
    """

    def __init__(
        self, folder: Path, journal: Journal, options: PdfOptions, *, keep: bool, merge: str | None, force: bool
    ) -> None:
        check_options(options)
        self._folder = folder
        self._journal = journal
        self._options = options
        self._keep = keep
        self._merge = merge
        self._force = force
        self._stack = Stack()
        self._kept: set[str] = set()

    def __enter__(self) -> Printer:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.__exit__()

    @property
    def at_once(self) -> bool:
        """Whether each PDF is made with its document, not all of them after the last."""
        return self._options.engine == "own"

    def pdfs(self, names: Iterable[str]) -> Iterator[Pdf | PdfError]:
        """The PDFs of documents in the run's folder, in order."""
        return to_pdfs((self._folder / name for name in names), self._options)

    def put(self, ref: str, document: Future[Written] | str, pdf: Pdf) -> Printed:
        """Keep a document's PDF, under the name that the document got. Raises OutputError."""
        docx = document if isinstance(document, str) else document.result().name
        stem = PurePath(docx).stem
        if self._merge is not None:
            self._stack.add(title_of(ref, stem), pdf.data, pdf.pages)
        if not self._keep:
            return Printed(None, pdf.pages, pdf.problems)
        written = write_document(self._folder, f"{stem}.pdf", pdf.data, self._journal, force=self._force)
        self._kept.add(written.name.casefold())
        return Printed(written.name, pdf.pages, pdf.problems, written.problems)

    def bind(self) -> tuple[Merged | None, tuple[Problem, ...]]:
        """The one PDF of all, if it was asked for and there is anything in it. Raises OutputError."""
        if self._merge is None or not len(self._stack):
            return None, ()
        name = merged_name(self._merge, self._kept)
        make_folder((self._folder / name).parent)
        data = self._stack.bound(self._options.pdfa)
        written = write_document(self._folder, name, data, self._journal, force=self._force)
        return Merged(written.name, self._stack.pages, written.sha256), written.problems


def merged_name(wanted: str, taken: set[str]) -> str:
    """The name of the merged file: with its extension, and not that of one of the PDFs in it."""
    path = PurePath(wanted)
    if path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    name, count = path, 1
    while name.as_posix().casefold() in taken:
        count += 1
        name = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return name.as_posix()
