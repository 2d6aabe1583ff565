"""What a run is to do with each row: the document that it makes, and whether an earlier run has made it already."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from os.path import relpath
from pathlib import Path, PurePath
from typing import Any

from ..assessment.deriving import read_derived
from ..kinds.model import Kind
from ..painting.pdf import check_options
from ..problems import Problem, TemplateError, problem
from ..records.context import told
from ..records.record import Outcome, Record
from ..sheets import read_workbook
from ..sheets.model import Workbook
from ..word.documents import Dress
from .entries import Entry
from .files import check_file_name
from .fingerprints import Fingerprints
from .manifest import Manifest
from .naming import Names, name_pattern, wanted_name
from .options import MakeOptions
from .orders import Order, Setup, workshop
from .selection import Selection
from .tally import Step


class Plan:
    """The rows of a workbook and what is to become of each in the output folder `folder`.

    Raises: KindError, TemplateError, SettingsError, OutputError or PdfError for what is wrong with the kind, its
    template or the options, before any row is read.
    """

    def __init__(self, kind: Kind, book: Any, options: MakeOptions, folder: Path) -> None:
        self.kind = kind
        self.folder = folder
        self.options = options
        check_file_name("--merge", options.merge)
        check_file_name("--zip", options.zip)
        if options.prints:
            check_options(options.pdf_options)
        self.packed = self._setup(kind).packed()
        self.writer = workshop(self.packed).writer
        self._pattern = name_pattern(kind, options.name)
        self._selection = Selection(kind, options.only)
        self._selected = False
        self._book = book
        self.has_names = False
        """Whether any row has a document, asked for or not."""
        self._unseen: set[str] = set()
        """The names of documents of earlier runs that no row has had so far."""
        self.unnamed: set[str] = set()
        """The references of refused rows: under which name their documents were made, nobody knows."""
        self.needs_pdfs = True
        """Whether a document that is there needs a PDF that is there too, where PDFs are asked for."""
        self.has_nameless = False
        """Whether a row was refused of which not even the reference is known."""

    @cached_property
    def book(self) -> Workbook:
        """The workbook, opened."""
        return self._book if isinstance(self._book, Workbook) else read_workbook(self._book)

    @property
    def source(self) -> tuple[str, str]:
        """The kind and the workbook that documents are noted by."""
        return self.kind.name + (f" ({self.options.copy})" if self.options.copy else ""), self.book.name or ""

    @property
    def place(self) -> str:
        """Where the workbook lies, from the output folder: another of the same name may lie elsewhere."""
        if self.book.folder is None:
            return ""
        path = self.book.folder.absolute()
        try:
            return Path(relpath(path, self.folder.absolute())).as_posix()
        except ValueError:  # on another drive
            return path.as_posix()

    def steps(self, manifest: Manifest) -> Iterator[Step]:
        """Each row that is asked for, in the order of the sheet, with its order or why there is none.

        `kept` of a step is what the manifest knows of a document that need not be made again.
        """
        self._unseen = manifest.names(*self.source)
        said_of_all: tuple[Problem, ...] = ()
        fingerprints = Fingerprints(manifest.digest)
        outcomes = read_derived(self.kind, self.book, self.options.settings, self.options.frameworks)
        number = 0
        for outcome, name, adjusted in self._named(outcomes):
            number += outcome.row is not None
            if outcome.row is not None and not self._selection.takes(outcome):
                continue
            self._selected = self._selected or outcome.row is not None
            # what documents share is said with the first
            common = () if outcome.common is said_of_all else outcome.common
            said_of_all = outcome.common
            step = Step(number, outcome, [*common, *outcome.problems], name)
            if outcome.record is not None:
                step.said += adjusted
                try:
                    step.order, said = self._order(name, outcome.record)
                    step.said += said
                except TemplateError as error:
                    step.fault = error
                else:
                    step.key = fingerprints.of(self.packed, step.order)
                    step.kept, step.edited = self._kept(manifest, name, step.key)
            yield step

    def unmet(self) -> list[Problem]:
        """What was asked for by `only` and not found, once all rows have been read."""
        asked = " ".join(f"{name}={value}" for name, value in self.options.only)
        if asked and not self._selected:
            return [problem("nothing-selected", option=asked)]
        return [problem("value-not-found", option=f"{name}={value}") for name, value in self._selection.unmet]

    def left_over(self, manifest: Manifest) -> list[Entry]:
        """The documents of this kind and workbook whose rows are gone, once all rows have been read.

        What was made of a workbook of the same name elsewhere may be another's.
        """
        place = self.place
        found = manifest.entries(*self.source, self._unseen) if self._unseen else ()
        return [entry for entry in found if entry.ref not in self.unnamed and entry.place == place]

    def _kept(self, manifest: Manifest, name: str, key: str) -> tuple[Entry | None, tuple[str, ...]]:
        """What was made under a name, if it is still what would be made, and its files that somebody changed."""
        entry = None if self.options.force else manifest.entry(*self.source, name)
        if entry is None or entry.key != key:
            return None, ()
        stamps = [entry.docx]
        if self.options.prints and self.needs_pdfs:
            if entry.pdf is None:
                return None, ()
            stamps.append(entry.pdf)
        states = [manifest.state(stamp, entry) for stamp in stamps]
        # a PDF that somebody changed is theirs to keep, but not ours to bind with others
        unbound = self.options.merge is not None and "edited" in states[1:]
        if unbound or "missing" in states or "other" in states:
            return None, ()
        return entry, tuple(stamp.name for stamp, state in zip(stamps, states, strict=True) if state == "edited")

    def _order(self, name: str, record: Record) -> tuple[Order, tuple[Problem, ...]]:
        order = Order(PurePath(name).name, told(record), self.writer.numerals_of(record))
        if not record.derived.get("bound_papers"):
            return order, ()
        papers, said = self._shelves.papers(record)
        return order._replace(papers=papers), said

    @cached_property
    def _shelves(self) -> Any:
        from .appendices import Shelves

        return Shelves(self.book, self.options.settings, self._setup)

    def _setup(self, kind: Kind) -> Setup:
        options = self.options
        given = (options.numerals, options.emblem, options.today)
        dress = Dress.of(kind, options.settings, *given, logo=options.logo, copy=options.copy)
        try:
            template = kind.template.read_bytes()
        except FileNotFoundError as error:
            raise TemplateError(problem("file-not-found", file=str(kind.template))) from error
        except OSError as error:
            raise TemplateError(problem("file-in-use", file=str(kind.template))) from error
        own = options.printing.engine == "own"
        breaks = own and options.pdf_options.catchwords
        return Setup(kind, dress, template, options.printing, own and options.prints, breaks, options.seconds)

    def _named(self, outcomes: Iterator[Outcome]) -> Iterator[tuple[Outcome, str, tuple[Problem, ...]]]:
        """Each outcome with its file's name; a copy has its original's, and says in brackets which copy it is.

        Rows that are not asked for, or refused, take their names too: a name never depends on which rows are made.
        """
        kind, names = self.kind, Names()
        suffix = f" ({self.options.copy})" if self.options.copy else ""
        for outcome in outcomes:
            record = outcome.record
            if record is None:
                if outcome.ref and outcome.owner is not None:
                    names.take(*wanted_name(self._pattern, {kind.table.key: outcome.ref}))
                if outcome.ref:
                    self.unnamed.add(outcome.ref)
                elif outcome.row is not None:
                    self.has_nameless = True
                yield outcome, "", ()
                continue
            parts = wanted_name(self._pattern, record.values)
            wanted, name = "/".join(parts), names.take(*parts)
            adjusted: tuple[Problem, ...] = ()
            if name != wanted:
                key = kind.table.field(kind.table.key).title
                item = problem(
                    "file-name-adjusted",
                    record.source,
                    column=key,
                    value=wanted,
                    before=wanted,
                    after=f"{name}{suffix}",
                )
                adjusted = (item,)
            full = f"{name}{suffix}.docx"
            self.has_names = True
            self._unseen.discard(full)
            yield outcome, full, adjusted
