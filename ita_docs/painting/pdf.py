"""A DOCX as PDF: by our own layout, or by LibreOffice."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from ..problems import PdfError, Problem, problem
from .options import Original

if TYPE_CHECKING:
    from ..pages.model import Layout

Engine = Literal["own", "libreoffice"]
ENGINES = ("own", "libreoffice")
PdfA = Literal["1b", "2b", "3b"]
PDFA = ("1b", "2b", "3b")
Docx = bytes | str | PathLike[str] | IO[bytes]
"""A document: its bytes, the path of its file, or the file opened for reading bytes."""
NAMELESS = "DOCX"
"""What problems call a document that came as bytes."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a DOCX becomes PDF; what is not said is None, empty or false.

    engine: `own` (default) or `libreoffice`. font_dirs: folders searched for fonts before those installed. today: the
    date of DATE fields; None leaves what the file holds (LibreOffice reads the clock). pdfa: `1b`, `2b` or `3b` for
    that level of PDF/A; None for plain PDF. catchwords: the opening words of the next page at the foot of each (own
    engine). title: of the PDF; empty for the document's own, else its file's name (own engine). originals: the pages of
    PDFs that pictures of the document show, to be drawn in their place (own engine).
    """

    engine: Engine = "own"
    font_dirs: tuple[Path, ...] = ()
    today: date | None = None
    pdfa: PdfA | None = None
    catchwords: bool = False
    title: str = ""
    originals: tuple[Original, ...] = ()


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF: its bytes, the number of its pages, and what is not as in Word."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


def to_pdf(docx: Docx, options: PdfOptions | None = None, **changes: Any) -> Pdf:
    """The PDF of a DOCX given as bytes, path or open file; `changes` are fields of `PdfOptions`.

    Raises: PdfError, with the file's name.
    """
    (made,) = to_pdfs([docx], replace(options or PdfOptions(), **changes))
    if isinstance(made, PdfError):
        raise made
    return made


def to_pdfs(documents: Iterable[Docx], options: PdfOptions) -> Iterator[Pdf | PdfError]:
    """The PDF of each document, in order, or why there is none; LibreOffice takes all of them in one call.

    Raises: PdfError for options that cannot be used (`bad-option`, `file-not-found`, `engine-missing`).
    """
    check_options(options)
    if options.engine == "libreoffice":
        from .libreoffice import convert

        yield from convert(documents, options)
        return
    for docx in documents:
        yield printed(docx, options)


def printed(docx: Docx, options: PdfOptions) -> Pdf | PdfError:
    """The PDF of a document by our own layout, or why there is none."""
    try:
        return pdf_of(*read(docx), options)
    except PdfError as error:
        return error


def check_options(options: PdfOptions) -> None:
    """Raises: PdfError for options that cannot be used (`bad-option`, `file-not-found`, `engine-missing`)."""
    for name, value, choices in (("engine", options.engine, ENGINES), ("pdfa", options.pdfa, (None, *PDFA))):
        if value not in choices:
            known = ", ".join(filter(None, choices))
            raise PdfError(problem("bad-option", option=f"--{name} {value}", reason=known))
    for folder in options.font_dirs:
        if not Path(folder).is_dir():
            raise PdfError(problem("file-not-found", file=str(folder)))
    if options.engine == "libreoffice":
        from .libreoffice import find

        find()


def read(docx: Docx) -> tuple[bytes, str]:
    """A document's bytes, and the name that problems give it. Raises PdfError (`file-not-found`, `pdf-failed`)."""
    if isinstance(docx, bytes):
        return docx, NAMELESS
    if isinstance(docx, (str, PathLike)):
        path = Path(fspath(docx))
        try:
            return path.read_bytes(), path.name
        except FileNotFoundError as error:
            raise PdfError(problem("file-not-found", file=str(path))) from error
        except OSError as error:
            raise PdfError(problem("pdf-failed", file=path.name, reason=error.strerror or str(error))) from error
    name = getattr(docx, "name", None)
    return docx.read(), Path(name).name if isinstance(name, str) else NAMELESS


def pdf_of(data: bytes, name: str, options: PdfOptions, layout: Layout | None = None) -> Pdf:
    """The PDF of the DOCX `data`, by our own layout; `name` is its file's. Raises PdfError, naming the file.

    layout: of `data` with these options, where it is there already.
    """
    # the layout is gone before garbage is collected again: its values need not be looked through
    with _uncollected():
        return _painted(laid_out(data, name, options) if layout is None else layout, name, options)


def laid_out(data: bytes, name: str, options: PdfOptions) -> Layout:
    """The layout of the DOCX `data` that its PDF is painted of. Raises PdfError, naming the file."""
    from ..pages.laying import LayoutOptions, lay_out

    wanted = LayoutOptions(tuple(map(Path, options.font_dirs)), options.today, options.catchwords)
    with _faults_of(name), _uncollected():
        return lay_out(data, wanted, name=name)


@contextmanager
def _faults_of(name: str) -> Iterator[None]:
    """Whatever goes wrong is a PdfError of the file `name`."""
    try:
        yield
    except PdfError as error:
        raise named(error, name) from error
    except Exception as error:
        # whatever a file from a stranger sets off is a fault of this file: the next of the batch goes on
        reason = f"{type(error).__name__}: {error}"
        raise PdfError(problem("pdf-failed", file=name, reason=reason)) from error


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without collecting garbage: a layout is some hundred thousand values, and none of them is garbage yet."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _painted(layout: Layout, name: str, options: PdfOptions) -> Pdf:
    from .painting import PaintOptions, paint

    title = options.title or layout.facts.title or ("" if name == NAMELESS else Path(name).stem)
    problems = list(layout.problems)
    with _faults_of(name):
        data = paint(
            layout, PaintOptions(title=title or None, pdfa=options.pdfa, originals=options.originals), problems
        )
    return Pdf(data, len(layout.pages), tuple(problems))


def named(error: PdfError, name: str) -> PdfError:
    """The same error, said of the file `name`: the layout sees bytes only."""
    return PdfError(*(replace(item, detail={**item.detail, "file": name}) for item in error.problems))
