"""The guided way: kind, file, check, make, each asked in turn."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ..assessment.deriving import check
from ..kinds.catalogue import list_kinds
from ..kinds.model import Kind
from ..problems import ItaDocsError
from ..recipe.making import make
from ..recipe.options import MakeOptions
from ..records.starter import starter
from ..report import Report
from ..settings import Settings
from ..sheets.reading import read_workbook
from .given import usual_jobs
from .screen import Screen
from .words import say

YES = frozenset({"", "ต", "ตกลง", "y", "yes", "ใช่"})
NO = frozenset({"ม", "ไม่", "n", "no"})


def talk(screen: Screen, settings: Settings) -> int:
    """Ask what is needed, check, and make; the exit status is that of what was done."""
    kind = _choose(screen)
    book = _open(screen, kind)
    if book is None:
        return 0
    checked = check(kind, book, settings)
    screen.report(Report((), checked.refused, checked.problems), folder=None)
    if not checked.records:
        return 1
    if not _agree(screen, "ask-make", count=len(checked.records)):
        return 0
    pdf = _agree(screen, "ask-pdf")
    folder = input(f"{say('ask-folder', screen.lang)}: ").strip() or "out"
    with screen.progress() as progress:
        options = MakeOptions(settings=settings, today=date.today(), pdf=pdf, jobs=usual_jobs())
        report = make(kind, book, folder, options, progress=progress)
    screen.report(report, folder=folder)
    return report.status


def _choose(screen: Screen) -> Kind:
    kinds = list_kinds()
    for number, kind in enumerate(kinds, 1):
        print(f"  {number}. {kind.title} ({kind.name})")
    while True:
        answer = input(f"{say('ask-kind', screen.lang)}: ").strip()
        for number, kind in enumerate(kinds, 1):
            if answer in (str(number), kind.name, kind.title) or (answer.isdecimal() and int(answer) == number):
                return kind
        screen.say("again")


def _open(screen: Screen, kind: Kind) -> Any:
    """The workbook the user names; None after writing an empty one instead."""
    while True:
        answer = input(f"{say('ask-book', screen.lang)}: ").strip().strip("\"'")
        try:
            if answer:
                return read_workbook(answer)
            path = Path(f"{kind.name}.xlsx")
            starter(kind, path)
        except ItaDocsError as error:
            screen.failure(error)
            continue
        screen.say("fill-in", file=path)
        return None


def _agree(screen: Screen, question: str, **facts: object) -> bool:
    while True:
        answer = input(f"{say(question, screen.lang, **facts)}: ").strip().casefold()
        if answer in YES | NO:
            return answer in YES
        screen.say("again")
