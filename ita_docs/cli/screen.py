"""How a report is shown to a person, and how its JSON is printed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..problems import ItaDocsError, Problem
from .words import say

if TYPE_CHECKING:
    from ..recipe.options import Moment
    from ..report import Conversion, Merged, Report

FILES = 5
"""Of how many files the same is said before the rest are only counted."""
MARKS = {"error": ("✗", "bold red"), "warning": ("!", "yellow"), "info": ("·", "dim")}


class Screen:
    """Where a command prints: results to stdout, progress and failures to stderr."""

    def __init__(self, lang: str, quiet: bool = False, as_json: bool = False) -> None:
        self.lang = lang
        self.quiet = quiet
        self.as_json = as_json

    def say(self, key: str, **facts: object) -> None:
        """Print one of the command's own sentences."""
        if not self.as_json:
            print(say(key, self.lang, **facts))

    def json(self, value: Any) -> None:
        """Print `value` as JSON."""
        print(json.dumps(value, ensure_ascii=False, indent=2))

    def report(self, report: Report, *, folder: str | None, left: Mapping[str, str] = MappingProxyType({})) -> None:
        """Show a report: every problem with its fix, then the counts. `folder` is None for a check.

        left: what else was written for people, by what it is.
        """
        if self.as_json:
            self.json({**report.to_json(self.lang), **left})
            return
        self.problems(report.problems)
        line: list[str] = []
        if folder is not None:
            kept = sum(item.kept for item in report.made)
            line.append(say("made", self.lang, count=len(report.made) - kept, folder=folder))
            line += [say("kept", self.lang, count=kept)] if kept else []
            line += [say("zipped", self.lang, file=report.zip)] if report.zip is not None else []
        line += self._printed([item.pages or 0 for item in report.made if item.pdf is not None], report.merged)
        print(" · ".join([*line, say("refused", self.lang, count=len(report.refused)), *self._counts(report)]))
        for what, name in left.items():
            print(say(f"left-{what}", self.lang, file=name))

    def conversion(self, done: Conversion) -> None:
        """Show what became of files: every problem with its fix, each PDF's path, then the counts."""
        if self.as_json:
            self.json(done.to_json(self.lang))
            return
        self.problems(done.problems)
        if not self.quiet:
            for item in done.made:
                if item.pdf is not None:
                    print(item.pdf)
        line = self._printed([item.pages for item in done.made if item.pdf is not None], done.merged)
        print(" · ".join([*line, say("refused-files", self.lang, count=len(done.refused)), *self._counts(done)]))

    def _printed(self, pages: list[int], merged: Merged | None) -> list[str]:
        line = [say("pdfs", self.lang, count=len(pages), pages=sum(pages))] if pages else []
        if merged is not None:
            line.append(say("merged", self.lang, file=merged.pdf, pages=merged.pages))
        return line

    def _counts(self, report: Report | Conversion) -> list[str]:
        names = {"errors": "error", "warnings": "warning", "infos": "info"}
        return [say(name, self.lang, count=report.count(severity)) for name, severity in names.items()]

    def problems(self, problems: Iterable[Problem]) -> None:
        """Show problems, a line each and the fix under it; notes are left out when quiet.

        What is said of many cells of a sheet in the same words is said once, at the first; what is said of many files,
        of the first `FILES`; errors always at each.
        """
        shown = _gathered((item for item in problems if not (self.quiet and item.severity == "info")), self.lang)
        if not shown:
            return
        if not sys.stdout.isatty():
            for item, others in shown:
                print("\n".join(_lines(item, self.lang, others)))
            return
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False)
        for item, others in shown:
            line, *hint = _lines(item, self.lang, others)
            console.print(Text(line, style=MARKS[item.severity][1]), *map(Text, hint), sep="\n")

    def failure(self, error: ItaDocsError) -> None:
        """Say on stderr why nothing could start."""
        print(error.worded(self.lang), file=sys.stderr)

    def table(self, headings: list[str], rows: Iterable[list[str]]) -> None:
        """Show a table: drawn on a terminal, tab-separated where another program reads."""
        if not sys.stdout.isatty():
            for row in [headings, *rows]:
                print("\t".join(row))
            return
        from rich.console import Console
        from rich.table import Table

        drawn = Table(*headings)
        for row in rows:
            drawn.add_row(*row)
        Console().print(drawn)

    @contextmanager
    def progress(self) -> Iterator[Callable[[Moment], None] | None]:
        """How far a run is, on a terminal's stderr: count, time left, document; nothing when piped or quiet."""
        if self.quiet or not sys.stderr.isatty():
            yield None
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        left = TextColumn(say("time-left", self.lang), style="dim")
        columns = (SpinnerColumn(), BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(), left)
        name = TextColumn("{task.description}", markup=False)
        with Progress(*columns, TimeRemainingColumn(), name, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(say("making", self.lang), total=None)

            def show(moment: Moment) -> None:
                total = None if moment.total is None else max(moment.total, moment.done)
                bar.update(task, completed=moment.done, total=total, description=moment.name)

            yield show


def _gathered(problems: Iterable[Problem], lang: str) -> list[tuple[Problem, int]]:
    """Each problem to be shown, and how many others of its sheet, or of other files, say the same."""
    found: dict[object, tuple[Problem, int]] = {}
    files: Counter[str] = Counter()
    for item in problems:
        key: object = object()
        if item.severity != "error" and item.row is not None:
            key = (item.code, item.sheet, item.worded(lang))
        elif item.severity != "error" and set(item.detail) == {"file"} and not item.place:
            files[item.code] += 1
            key = (item.code, min(files[item.code], FILES))
        first, others = found.get(key, (item, -1))
        found[key] = (first, others + 1)
    return list(found.values())


def place_of(item: Problem) -> str:
    """Where a problem is: its sheet and its cell, or its row; empty where it has neither."""
    return "!".join(filter(None, (item.sheet, item.cell or (f"{item.row}:{item.row}" if item.row else None))))


def _lines(item: Problem, lang: str, others: int = 0) -> list[str]:
    """A problem as text: mark, place and how many others there are, sentence; then the fix."""
    wording = item.worded(lang)
    place = place_of(item)
    place = f"{place} (+{others})" if place and others else place or _file(item)
    more = f" (+{others})" if others and not place else ""
    line = f"{MARKS[item.severity][0]} {place}{': ' if place else ''}{wording.message}{more}"
    return [line, f"    → {wording.hint.strip()}"] if wording.hint.strip() else [line]


def _file(item: Problem) -> str:
    """The document that a problem is said of, and how many others say the same; empty where the sentence names it."""
    place = item.place or {}
    if "file" not in place or "file" in item.detail or set(place) - {"file", "documents"}:
        return ""
    others = place.get("documents", 1) - 1
    return f"{place['file']} (+{others})" if others else str(place["file"])
