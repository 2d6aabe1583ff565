"""The PDFs of a run: written beside their documents, bound into one, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from ..painting.pdf import Pdf, PdfOptions, check_options, to_pdfs
from ..problems import PdfError, Problem
from ..report import Merged
from .entries import Stamp
from .files import make_folder
from .manifest import Manifest
from .stack import Stack, title_of
from .writing import Written, write_document


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
        self, folder: Path, manifest: Manifest, options: PdfOptions, *, keep: bool, merge: str | None, force: bool
    ) -> None:
        check_options(options)
        self._folder = folder
        self._manifest = manifest
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

    def put(self, ref: str, docx: str, pdf: Pdf) -> tuple[Printed, Written | None]:
        """Keep the PDF of a document whose file is `docx`, under its name. Raises OutputError."""
        path = PurePath(docx)
        if self._merge is not None:
            self._stack.add(title_of(ref, path.stem), pdf.data, pdf.pages)
        if not self._keep:
            return Printed(None, pdf.pages, pdf.problems), None
        name = path.with_suffix(".pdf").as_posix()
        written = write_document(self._folder, name, pdf.data, self._manifest, force=self._force)
        if self._merge is not None:
            self._kept.add(written.name.casefold())
        return Printed(written.name, pdf.pages, pdf.problems, written.problems), written

    def leave(self, ref: str, docx: str, stamp: Stamp, pages: int, said: tuple[Problem, ...]) -> Printed:
        """Take a document's PDF as it lies in the folder."""
        if self._merge is not None:
            self._stack.add_file(title_of(ref, PurePath(docx).stem), self._folder / stamp.name, pages)
            self._kept.add(stamp.name.casefold())
        return Printed(stamp.name if self._keep else None, pages, said)

    def bind(self) -> tuple[Merged | None, tuple[Problem, ...]]:
        """The one PDF of all, if it was asked for and there is anything in it. Raises OutputError."""
        if self._merge is None or not len(self._stack):
            return None, ()
        name = merged_name(self._merge, self._kept)
        make_folder((self._folder / name).parent)
        data = self._stack.bound(self._options.pdfa)
        written = write_document(self._folder, name, data, self._manifest, force=self._force)
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
