"""What was typed, as the values that the library takes."""

from __future__ import annotations

import os
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import OutputError, problem

if TYPE_CHECKING:
    from ..painting.pdf import PdfOptions
    from ..settings import Settings

MOST_JOBS = 8
"""How many processes share a run where nobody says how many: each takes some 60 MB."""


def pdf_options(arguments: Namespace) -> PdfOptions:
    """How PDFs are to be made."""
    from ..painting.pdf import PdfOptions

    return PdfOptions(
        engine=arguments.engine,
        font_dirs=tuple(map(Path, arguments.font_dir)),
        today=today(arguments.today),
        pdfa=arguments.pdfa,
        catchwords=arguments.catchwords,
    )


def usual_jobs() -> int:
    """How many processes share a run where nobody says: one for each processor that this one may use, `MOST_JOBS` at
    most.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_JOBS)


def settings(arguments: Namespace) -> Settings:
    """The office profile: that which was named, or the one of the folder; raises SettingsError."""
    from ..settings import Settings, load_settings

    path = getattr(arguments, "settings", None)
    if path is None and Path("ita-docs.toml").is_file():
        path = "ita-docs.toml"
    return Settings() if path is None else load_settings(path)


def pair(text: str) -> tuple[str, str]:
    """NAME=VALUE in two. Raises OutputError."""
    name, equals, value = text.partition("=")
    if not equals:
        raise OutputError(problem("bad-option", option=f"--only {text}", reason="เลขอ้างอิง=M-003"))
    return name, value


def today(text: str | None) -> date:
    """The date of the run. Raises OutputError for one that cannot be read."""
    if text is None:
        return date.today()
    from ..thai.dates import parse_date
    from ..thai.fault import Fault

    found = parse_date(text)
    if isinstance(found, Fault):
        raise OutputError(problem("bad-option", option=f"--today {text}", reason="2024-06-26"))
    return found
