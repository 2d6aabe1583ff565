"""`report.xlsx`: what a run made, what it did not make and why, for somebody who opens it in Excel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem
from ..report import Report
from .headings import Column, Words, words
from .sheet_writing import Cell, Sheet, write_sheets
from .whole_file import whole_file

Row = Sequence[Cell]
Causes = dict[tuple[str, int], list[Problem]]
"""The errors of each refused row, by sheet and row."""


@dataclass(frozen=True, slots=True)
class About:
    """What a report does not know of its run: the kind's title, the workbook's name, the language ("th" or "en").

    when: its time as shown, empty where it is not told. seconds: what the run took in all.
    """

    title: str
    book: str
    lang: str = "th"
    when: str = ""
    seconds: float | None = None


def write_summary(path: Path, report: Report, about: About) -> None:
    """Write the report as a workbook to `path`, in the folder that its file names are relative to.

    Sheets: a summary, the documents, the rows refused with why, and all other remarks. It appears whole or not at all.

    Raises: OutputError (`file-in-use`, `cannot-write`).
    """
    said = words(about.lang)
    causes, others = _sorted_out(report)
    sheets = [
        Sheet(said.sheets[0], (30, 90), _summary(report, about, said), table=False),
        _table(said.sheets[1], said.made, _made(report, said), said),
        _table(said.sheets[2], said.refused, _refused(report, causes, said, about.lang), said),
        _table(said.sheets[3], said.others, _others(others, said, about.lang), said),
    ]
    with whole_file(path) as beside, beside.open("wb") as out:
        write_sheets(out, about.title, sheets)


def _table(name: str, columns: Sequence[Column], rows: Iterable[Row], said: Words) -> Sheet:
    heads = [Cell(column.heading, "head", "head") for column in columns]

    def all_rows() -> Iterator[Row]:
        yield heads
        yield from rows

    return Sheet(name, [column.width for column in columns], all_rows(), said.page)


def _sorted_out(report: Report) -> tuple[Causes, list[Problem]]:
    """The errors of each refused row, and every other problem."""
    causes: Causes = {(item.sheet, item.row): [] for item in report.refused}
    others = []
    for item in report.problems:
        mine = causes.get((item.sheet, item.row)) if item.sheet is not None and item.row is not None else None
        if mine is not None and item.severity == "error":
            mine.append(item)
        else:
            others.append(item)
    return causes, others


def _summary(report: Report, about: About, said: Words) -> Iterator[Row]:
    kept = sum(item.kept for item in report.made)
    told: dict[str, str | int | None] = {
        "title": about.title,
        "book": about.book,
        "when": about.when or None,
        "made": len(report.made) - kept,
        "kept": kept,
        "refused": len(report.refused),
        "pages": sum(item.pages or 0 for item in report.made) if report.pdf else None,
        "merged": report.merged.pdf if report.merged else None,
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "seconds": None if about.seconds is None else said.seconds.format(f"{about.seconds:,.1f}"),
    }
    bad = {"refused": "error", "errors": "error", "warnings": "warning"}
    yield [Cell(said.sheets[0], "title")]
    yield []
    for name, value in told.items():
        if value is not None:
            yield [Cell(said.facts[name], "label", "head"), Cell(value, "fact", bad.get(name, "") if value else "")]


def _made(report: Report, said: Words) -> Iterator[Row]:
    took = report.seconds or (None,) * len(report.made)
    for number, (item, seconds) in enumerate(zip(report.made, took, strict=True), 1):
        outcome = Cell(said.outcomes[item.kept], "text", "kept" if item.kept else "")
        files = Cell(item.docx, "link"), Cell(item.pdf, "link")
        measures = Cell(item.pages, "whole"), Cell(None if seconds is None else round(seconds, 2), "decimal")
        yield Cell(number, "whole"), Cell(item.ref), *files, *measures, outcome


def _refused(report: Report, causes: Causes, said: Words, lang: str) -> Iterator[Row]:
    for item in report.refused:
        worded = [problem.worded(lang) for problem in causes[item.sheet, item.row]]
        for message, hint in worded or (said.elsewhere,):
            row = Cell(item.sheet), Cell(item.row, "whole"), Cell(item.ref)
            yield *row, Cell(message, "text", "error"), Cell(hint.strip())


def _others(problems: Iterable[Problem], said: Words, lang: str) -> Iterator[Row]:
    for item in problems:
        message, hint = item.worded(lang)
        level = Cell(said.levels[item.severity], "text", item.severity)
        cell = item.cell or (str(item.row) if item.row is not None else None)
        place = item.sheet, cell, item.column, item.value
        yield level, *map(Cell, (*place, message, hint.strip(), _document(item)))


def _document(item: Problem) -> str | None:
    """The document that a problem is said of, and how many others say the same."""
    place = item.place or {}
    if "file" not in place:
        return None
    others = int(place.get("documents", 1)) - 1
    return f"{place['file']} (+{others})" if others else str(place["file"])
