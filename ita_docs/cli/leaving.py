"""What a run leaves for people beside the documents: `report.xlsx`, and the workbook with its bad cells marked."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from ..problems import ItaDocsError
from .words import say

if TYPE_CHECKING:
    from ..kinds.model import Kind
    from ..report import Report
    from .screen import Screen

REPORT = "report.xlsx"


class Leaving:
    """Puts both into the output folder where there is more to tell than of one document; `left` are their names.

    A file that somebody has edited since is kept, and ours goes beside it. What cannot be written is said.
    """

    def __init__(self, arguments: Namespace, kind: Kind, screen: Screen) -> None:
        self._book = Path(arguments.book)
        self._kind = kind
        self._screen = screen
        self._started = monotonic()
        self.left: dict[str, str] = {}

    def __call__(self, report: Report, put: Callable[[str, Path], str]) -> None:
        if len(report.made) < 2 and not report.refused:
            return
        from ..results.marking import mark_workbook
        from ..results.summary import About, write_summary

        book, lang = self._book, self._screen.lang
        try:
            with TemporaryDirectory(prefix="ita-docs-") as place:
                about = About(self._kind.title, book.name, lang, _now(lang), monotonic() - self._started)
                write_summary(Path(place, REPORT), report, about)
                self.left["report"] = put(REPORT, Path(place, REPORT))
                mark = say("marked", lang)
                name = f"{book.stem.removesuffix(mark)}{mark}{book.suffix}"
                if mark_workbook(book, report.problems, Path(place, name), lang):
                    self.left["marked"] = put(name, Path(place, name))
        except ItaDocsError as error:
            self._screen.failure(error)


def _now(lang: str) -> str:
    from ..thai.date_forms import thai_date

    now = datetime.now()
    return f"{thai_date(now.date())} {now:%H:%M} น." if lang == "th" else f"{now:%Y-%m-%d %H:%M}"
