"""The blocks of the five seed reports: what tests/seeds/*.toml say of them, the cells, and the pages of our documents.

A *paper* is a document of a kind's own sample; its pages are named. A *block* stands in a report of the sample of the
annual reports; its page is where its phrases are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

import ita_docs
from ita_docs import resources
from ita_docs.pages.model import Layout
from tools.samples import sample_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "tests" / "seeds"
BLOCKS: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "blocks.toml").read_text(encoding="utf-8"))
PAPERS = sorted(path for path in FOLDER.glob("*.toml") if path.name not in ("blocks.toml", "slips.toml"))
REPORTS = sorted((FOLDER / "reports").glob("*.toml"))
CODE = "รหัส"
TODAY = date(2024, 6, 26)
EVERY = " *"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a report as its file says it: see the head of tests/seeds/reports/000.toml."""

    id: str
    title: str
    kind: str
    ref: str
    cells: tuple[str, ...]
    phrases: tuple[str, ...]
    nth: int
    remark: str
    later: str

    def __str__(self) -> str:
        return f"{self.id} {self.kind} {self.ref}"


def blocks(path: Path) -> Iterator[Block]:
    """The blocks of a report."""
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    for entry in said["block"]:
        yield block({"kind": said["kind"], "ref": said["ref"], **entry})


def block(entry: dict[str, Any]) -> Block:
    """An entry of a file; what it leaves out is empty."""
    later = entry.get("later", "")
    return Block(
        id=entry["id"],
        title=entry.get("title") or BLOCKS["wanted"].get(entry["id"], ""),
        kind="" if later else entry.get("kind", ""),
        ref="" if later else entry.get("ref", ""),
        cells=tuple(entry.get("cells", ())),
        phrases=tuple(entry.get("phrases", ())),
        nth=entry.get("nth", 0),
        remark=entry.get("remark", ""),
        later=later,
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a sample that has the structure of seed blocks, as its file says it. pages: number and phrase."""

    file: str
    kind: str
    ref: str
    ids: tuple[str, ...]
    cells: tuple[str, ...]
    pages: tuple[tuple[int, str], ...]

    def __str__(self) -> str:
        return f"{self.file}: {', '.join(self.ids)} ({self.ref})"


def papers(path: Path) -> Iterator[Paper]:
    """The papers that a file names."""
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["paper"]:
        yield paper(path.name, entry)


def paper(file: str, entry: dict[str, Any]) -> Paper:
    """An entry of a file; what it leaves out is empty."""
    ids = entry["ids"] if "ids" in entry else [entry["id"]] if "id" in entry else []
    said = tuple((page["number"], page["text"]) for page in entry.get("pages", ()))
    cells = tuple(entry.get("cells", ()))
    return Paper(file, entry.get("kind", ""), entry.get("ref", ""), tuple(ids), cells, said)


# ---------------------------------------------------------------- cells


@cache
def workbook(kind: str) -> openpyxl.Workbook:
    """The sample that serves a kind, as it stands in the file."""
    return openpyxl.load_workbook(ROOT / "samples" / f"{sample_of(kind)}.xlsx")


def ranges(one: Block, place: str) -> list[str]:
    """The cells that `place` means, as in `เนื้อหา!A2:E3`: rows that follow one another are one range."""
    sheet, _, text = place.removesuffix(EVERY).partition(": ")
    book = workbook(one.kind)
    if sheet not in book.sheetnames:
        return []
    heading, *rows = book[sheet].iter_rows(values_only=True)
    ref = one.ref if heading[0] == CODE else text
    found = [
        number
        for number, row in enumerate(rows, 2)
        if place.endswith(EVERY) or (row[0] == ref and any(str(value or "").startswith(text) for value in row))
    ]
    last = get_column_letter(len(heading))
    return [f"{sheet}!A{first}:{last}{end}" for first, end in _runs(found)]


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for at, number in enumerate(numbers):
        first = number if first is None else first
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            yield first, number
            first = None


# ---------------------------------------------------------------- pages


@contextmanager
def bundled_fonts() -> Iterator[None]:
    """Only the bundled fonts, whatever this machine has: pages end where they do on any other."""
    folders = resources.system_font_folders
    resources.system_font_folders = tuple  # type: ignore[assignment]
    resources.installed_fonts.cache_clear()
    try:
        yield
    finally:
        resources.system_font_folders = folders
        resources.installed_fonts.cache_clear()


@cache
def documents(kind: str) -> dict[str, bytes]:
    """The documents of the five offices, with tables of contents and appendices: office → DOCX."""
    refs = {one.ref for path in REPORTS for one in blocks(path) if one.kind == kind}
    loaded = ita_docs.load_kind(kind)
    with bundled_fonts(), TemporaryDirectory() as folder:
        book = ita_docs.read_workbook(ROOT / "samples" / f"{sample_of(kind)}.xlsx")
        only = tuple((CODE, ref) for ref in sorted(refs))
        report = ita_docs.make(loaded, book, folder, only=only, today=TODAY)
        return {made.ref: Path(folder, made.docx).read_bytes() for made in report.made}


@cache
def pages(kind: str, ref: str) -> tuple[str, ...]:
    """The text of every page of an office's document, without white space: a phrase may go over the end of a line."""
    if ref not in documents(kind):
        return ()
    with bundled_fonts():
        return tuple(map(spaceless, page_texts(ita_docs.lay_out(documents(kind)[ref]))))


def page_texts(layout: Layout) -> list[str]:
    """The lines of each page, from top to bottom and left to right."""
    made = []
    for page in layout.pages:
        placed = sorted(page.lines(), key=lambda line: (round(line.baseline), round(line.x)))
        made.append("\n".join(line.line.text.replace("\t", " → ").strip() for line in placed))
    return made


def spaceless(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def pages_of(one: Block, phrase: str) -> list[int]:
    """The pages that bear a phrase, numbered from 1; of a block that says which of them, that one."""
    found = [number for number, text in enumerate(pages(one.kind, one.ref), 1) if spaceless(phrase) in text]
    return found[one.nth - 1 : one.nth] if one.nth else found
