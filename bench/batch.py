"""The processes of the sections `batch` and `curve`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from running import HERE, Run, ita_docs

PROCESSES = (1, 2)
PEER_AT_MOST = {"reports": 40, "reports-as-taken": 8, "awards": 100}
"""The peer is slow: it makes no more than so many documents, unless BENCH_FULL is set; its cost is told by document."""
PAGES = (26, 30)
"""Least and most of a report, ours and the peer's."""
TODAY = ("--today", "2026-11-21")
KINDS = {"documents": ("memo", "memos"), "rows": ("bench_memo", "rows")}
"""Kind and workbook of a curve; those not named are of reports."""


def peer_size(name: str, size: int) -> int:
    """How many documents the peer makes where we make `size`."""
    return size if os.environ.get("BENCH_FULL") else min(size, PEER_AT_MOST[name])


def batch_runs(section: str, size: int, inputs: Path) -> Iterator[Run]:
    """The processes of one round of `batch-…` or `curve-…`."""
    folder = inputs / "batch"
    sort, _, name = section.partition("-")
    if sort == "curve":
        kind, stem = KINDS.get(name, ("measure_report", name))
        command = (sys.executable, str(HERE / "curve.py"), kind, str(folder / f"{stem}_{size}.xlsx"), "{out}")
        count = size if name == "documents" else 1
        yield Run("ita-docs", (*command, str(inputs / "kinds")), count, count)
    elif name == "memos":
        yield from _memos(size, folder)
    else:
        yield from _printed(name, size, folder)


def _memos(size: int, folder: Path) -> Iterator[Run]:
    """Ours, each with every number of processes: a second run is one process, however many the first had."""

    def command(count: int, jobs: int, *options: str) -> tuple[str, ...]:
        book = str(folder / f"memos_{count}.xlsx")
        return (*ita_docs(), "make", "memo", book, "-o", "{out}", *TODAY, "--quiet", "--jobs", str(jobs), *options)

    if size > 1000:
        yield Run("DOCX, 1, of 1000", command(1000, 1), 1000, family=True)
    for jobs in PROCESSES:
        yield Run(f"DOCX, {jobs}", command(size, jobs), size, again=True, family=True)
        yield Run(f"DOCX and PDF, {jobs}", command(size, jobs, "--pdf"), size, size, again=True, family=True)


def _printed(name: str, size: int, folder: Path) -> Iterator[Run]:
    """Ours and the peer's, each with every number of processes; the peer once more with photos as they were taken."""
    kind = {"reports": "measure_report", "awards": "award"}[name]
    pages = PAGES if name == "reports" else (1, 1)
    for jobs in PROCESSES:
        yield from _peer(name, name, size, folder, jobs, pages)
        if name == "reports" and jobs == 1:
            yield from _peer(name, f"{name}-as-taken", size, folder, jobs, None)
        book = str(folder / f"{name}_{size}.xlsx")
        command = (*ita_docs(), "make", kind, book, "-o", "{out}", *TODAY, "--quiet", "--pdf", "--jobs", str(jobs))
        yield Run(f"ita-docs, {jobs}", command, size, size, pages=pages, family=True)


def _peer(name: str, how: str, size: int, folder: Path, jobs: int, pages: tuple[int, int] | None) -> Iterator[Run]:
    """docxtpl and LibreOffice, if that is installed."""
    if not shutil.which("soffice"):
        return
    count = peer_size(how, size)
    given = (how, str(folder / f"{name}_{count}.xlsx"), str(folder / f"{name.removesuffix('s')}.docx"))
    command = (sys.executable, str(HERE / "batch_peer.py"), *given, str(folder), str(jobs), "{out}")
    label = f"docxtpl + LibreOffice, {jobs}{', photos as taken' if how != name else ''}"
    yield Run(label, command, count, count, pages=pages, family=True)
