"""DOCX files, whoever wrote them, to PDF."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..painting.pdf import Pdf, PdfOptions, check_options, printed, to_pdfs
from ..problems import ItaDocsError, OutputError, PdfError, Problem, problem
from ..report import Conversion, Converted, Merged
from .files import check_file_name, digest_of, make_folder, write_whole
from .limiting import Lost
from .manifest import Manifest
from .notes import Notes
from .options import Moment, Progress
from .printing import merged_name
from .stack import Stack
from .writing import Written, write_document


@dataclass(frozen=True, slots=True)
class ConvertOptions:
    """How files are converted.

    out: the one file to write (`.pdf`), which is replaced, or a folder; None for beside each document. merge: one PDF
    of all, relative to the folder `out`; without `out` it is the only file written. force: replace PDFs that this
    program did not write. jobs: how many processes share a long run, this one among them.
    """

    out: Path | None = None
    merge: Path | None = None
    force: bool = False
    pdf: PdfOptions = field(default_factory=PdfOptions)
    jobs: int = 1


def convert(files: Sequence[Path], options: ConvertOptions, progress: Progress | None = None) -> Conversion:
    """Make the PDF of every file of `files`; one that fails is refused and the others made.

    Raises: PdfError if there is none of the files, or for options that cannot be used; OutputError.
    """
    check_options(options.pdf)
    check_file_name("--merge", options.merge)
    missing = [path for path in files if not path.exists()]
    if len(missing) == len(files):
        raise PdfError(*(problem("file-not-found", file=str(path)) for path in missing))
    if options.out is not None:
        make_folder(options.out.parent if is_file_name(options.out) else options.out)
    made: list[Converted] = []
    refused: list[str] = []
    problems: list[Problem] = []
    notes = Notes()
    with _Places(options) as places, Stack() as stack, _pdfs(files, options) as pdfs:
        for done, (path, pdf) in enumerate(zip(files, pdfs, strict=True), 1):
            try:
                if isinstance(pdf, PdfError):
                    raise pdf
                name, digest, said = places.put(path, pdf)
            except ItaDocsError as error:
                refused.append(path.name)
                problems += (_of_file(path, item) for item in error.problems)
            else:
                made.append(Converted(path.name, name, pdf.pages, digest))
                problems += (_of_file(path, item) for item in said)
                notes.add(path.name, (_of_file(path, item) for item in pdf.problems))
                if options.merge is not None:
                    stack.add(path.stem, pdf.data, pdf.pages)
            if progress is not None:
                progress(Moment(done, len(files), path.name))
        merged: Merged | None = None
        if options.merge is not None and len(stack):
            merged, said = places.bind(stack, options.merge)
            problems += said
    return Conversion(tuple(made), tuple(refused), (*problems, *notes.problems()), merged)


@contextmanager
def _pdfs(files: Sequence[Path], options: ConvertOptions) -> Iterator[Iterator[Pdf | PdfError]]:
    """The PDF of each file, in order, or why there is none."""
    if options.pdf.engine == "libreoffice" or options.jobs == 1 or len(files) == 1:
        yield to_pdfs(files, options.pdf)
        return
    from .crew import Crew, in_order

    with Crew(options.jobs) as crew:
        begun = (crew.submit(printed, path, options.pdf) for path in files)
        yield (_result(task) for task in in_order(crew, begun, lambda task: task, options.jobs))


def _result(task: Future[Pdf | PdfError]) -> Pdf | PdfError:
    """What became of a file; one that ends the process that lays it out, twice, has no PDF."""
    try:
        return task.result()
    except Lost:
        return PdfError(problem("document-ends-process"))


class _Places:
    """Where PDFs go, and the manifests of the folders they go to."""

    def __init__(self, options: ConvertOptions) -> None:
        self._options = options
        self._one = options.out is not None and is_file_name(options.out)
        self._open = ExitStack()
        self._manifests: dict[Path, Manifest] = {}
        self._taken: set[str] = set()

    def __enter__(self) -> _Places:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def put(self, path: Path, pdf: Pdf) -> tuple[str | None, str, tuple[Problem, ...]]:
        """Write the PDF of `path`: where it is now (in the output folder, if there is one), its SHA-256, and what is to
        be said.

        Raises: OutputError.
        """
        out = self._options.out
        if out is None and self._options.merge is not None:
            return None, digest_of(pdf.data), ()
        if out is not None and self._one:
            return self._replace(out, pdf.data)
        folder = path.parent if out is None else out
        return self._write(folder, self._free(folder, path.stem), pdf.data)

    def bind(self, stack: Stack, merge: Path) -> tuple[Merged, tuple[Problem, ...]]:
        """Write the one PDF of all. Raises OutputError."""
        out = self._options.out
        data = stack.bound(self._options.pdf.pdfa)
        if out is None:
            name, digest, said = self._replace(Path(merged_name(str(merge), set())), data)
        else:
            folder = out.parent if self._one else out
            path = folder / merged_name(str(merge), {Path(item).name for item in self._taken})
            name, digest, said = self._write(path.parent, path.name, data)
        return Merged(name, stack.pages, digest), said

    def _free(self, folder: Path, stem: str) -> str:
        """A name that no other PDF of this run has in `folder`."""
        name, count = f"{stem}.pdf", 1
        while str(folder / name).casefold() in self._taken:
            count += 1
            name = f"{stem} ({count}).pdf"
        self._taken.add(str(folder / name).casefold())
        return name

    def _write(self, folder: Path, name: str, data: bytes | Path) -> tuple[str, str, tuple[Problem, ...]]:
        if folder not in self._manifests:
            make_folder(folder)
            self._manifests[folder] = self._open.enter_context(Manifest(folder))
        written: Written = write_document(folder, name, data, self._manifests[folder], force=self._options.force)
        path = folder / written.name
        out = self._options.out
        if out is not None and not self._one and path.is_relative_to(out):
            path = path.relative_to(out)
        return path.as_posix(), written.sha256, written.problems

    def _replace(self, path: Path, data: bytes | Path) -> tuple[str, str, tuple[Problem, ...]]:
        make_folder(path.parent)
        write_whole(path, data)
        return path.as_posix(), digest_of(data), ()


def is_file_name(out: Path) -> bool:
    """Whether `-o` names one PDF, not a folder."""
    return out.suffix.lower() == ".pdf" and not out.is_dir()


def expanded(names: Sequence[str]) -> list[Path]:
    """The files that are meant: a pattern (`*.docx`) that no shell has filled in is filled in here, sorted."""
    return [path for name in names for path in _expanded(Path(name))]


def _expanded(path: Path) -> Iterator[Path]:
    if path.exists() or not any(mark in path.name for mark in "*?["):
        yield path
        return
    # Word's lock files (~$letter.docx) lie beside what they lock
    found = sorted(item for item in path.parent.glob(path.name) if not item.name.startswith("~$"))
    yield from found or [path]


def one_output(files: Sequence[Path], out: Path | None) -> None:
    """Raises: OutputError where several files would go into the one PDF `out`."""
    if out is not None and len(files) > 1 and is_file_name(out):
        reason = {"th": "มีหลายไฟล์ ใช้ --merge เพื่อรวมเป็นไฟล์เดียว", "en": "several files; --merge makes one PDF of them"}
        raise OutputError(problem("bad-option", option=f"-o {os.fspath(out)}", reason=reason))


def _of_file(path: Path, item: Problem) -> Problem:
    return replace(item, place={**(item.place or {}), "file": path.name})
