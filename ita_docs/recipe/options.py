"""What a run is asked for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..kinds.model import Numerals
from ..painting.pdf import PdfOptions
from ..settings import Settings
from ..word.documents import Copy

if TYPE_CHECKING:
    from ..frameworks.model import Framework

SECONDS = 300.0
"""How long one document may take."""


class Moment(NamedTuple):
    """How far a run is. done: the rows done so far; total: all of them, None while nobody knows; name: the document
    that was done last, empty for a row without one.
    """

    done: int
    total: int | None
    name: str


Progress = Callable[[Moment], None]


@dataclass(frozen=True, slots=True)
class MakeOptions:
    """How a run goes.

    only: (heading or field name, value) pairs; a row must have one of the values of each name. numerals: the run's
    digits, None for the kind's own. emblem, logo: the picture files, None for the settings' or the marked frame. today:
    for templates that use it. copy: make copies, not originals; their files' names say which. force: make everything
    again, and replace documents that were edited since. pdf: a PDF beside every document. merge: one PDF of all
    documents, its path relative to the output folder, None for none. pdf_options: how PDFs are made; their `today` is
    the run's where they name none. jobs: how many processes share a long run, this one among them; they need no guard
    in the script that calls `make`. executor: does the documents instead, wherever it is (`concurrent.futures`).
    frameworks: those of the assessment that the user brings, beside the shipped ones. name: a pattern of the documents'
    files, `{heading}` for what a row says and `/` for folders; empty for the kind's own. zip: one ZIP of all files, its
    path relative to the output folder, None for none. prune: delete the files of rows that are gone from the sheet.
    seconds: how long a document may take. command, caller: what the person typed, and who it is: kept beside the output
    for `status`, and for whoever wants the folder at the same time.
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
    executor: Executor | None = None
    name: str = ""
    zip: str | PathLike[str] | None = None
    prune: bool = False
    seconds: float = SECONDS
    command: tuple[str, ...] = ()
    caller: str = ""

    @property
    def prints(self) -> bool:
        """Whether any PDF is asked for."""
        return self.pdf or self.merge is not None

    @property
    def printing(self) -> PdfOptions:
        """`pdf_options` with the run's date, where they name none."""
        own = self.pdf_options
        return own if own.today is not None else replace(own, today=self.today)
