"""What a run leaves for people beside the documents: `report.xlsx`, and the workbook with its bad cells marked."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..problems import ItaDocsError
from .words import say

if TYPE_CHECKING:
    from ..kinds.model import Kind
    from ..report import Report
    from .screen import Screen

REPORT = "report.xlsx"


def leave_results(arguments: Namespace, kind: Kind, report: Report, seconds: float, screen: Screen) -> dict[str, str]:
    """Write both into the output folder where there is more to tell than of one document; their names.

    A file that somebody has edited since is kept, and ours goes beside it. What cannot be written is said.
    """
    if len(report.made) + len(report.refused) < 2 and not report.refused:
        return {}
    from ..recipe.locking import locked
    from ..recipe.manifest import Manifest
    from ..recipe.writing import write_document
    from ..results.marking import mark_workbook
    from ..results.summary import About, write_summary

    folder, book = Path(arguments.out), Path(arguments.book)
    left: dict[str, str] = {}
    try:
        with TemporaryDirectory(prefix="ita-docs-") as place, locked(folder), Manifest(folder) as manifest:
            about = About(kind.title, book.name, screen.lang, _now(screen.lang), seconds)
            write_summary(Path(place, REPORT), report, about)
            left["report"] = write_document(folder, REPORT, Path(place, REPORT), manifest, force=False).name
            name = f"{book.stem.removesuffix(say('marked', screen.lang))}{say('marked', screen.lang)}{book.suffix}"
            if mark_workbook(book, report.problems, Path(place, name), screen.lang):
                left["marked"] = write_document(folder, name, Path(place, name), manifest, force=False).name
    except ItaDocsError as error:
        screen.failure(error)
    return left


def _now(lang: str) -> str:
    from ..thai.date_forms import thai_date

    now = datetime.now()
    return f"{thai_date(now.date())} {now:%H:%M} น." if lang == "th" else f"{now:%Y-%m-%d %H:%M}"
