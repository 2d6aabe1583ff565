"""The processes of the sections `batch` and `curve`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from running import HERE, Run, ita_docs

PROCESSES = (1, 2)
PEER_AT_MOST = {"batch-reports": 40, "batch-awards": 100}
"""The peer is slow: it makes no more than so many documents, unless BENCH_FULL is set; its cost is told by document."""
PAGES = (26, 30)
"""Least and most of a report, ours and the peer's."""
TODAY = ("--today", "2026-11-21")
KINDS = {"documents": ("memo", "memos"), "rows": ("bench_memo", "rows")}
"""Kind and workbook of a curve; those not named are of reports."""


def peer_size(section: str, size: int) -> int:
    """How many documents the peer makes where we make `size`."""
    return size if os.environ.get("BENCH_FULL") else min(size, PEER_AT_MOST[section])


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
        yield from _printed(section, name, size, folder)


def _memos(size: int, folder: Path) -> Iterator[Run]:
    def command(count: int, *options: str) -> tuple[str, ...]:
        book = str(folder / f"memos_{count}.xlsx")
        return (*ita_docs(), "make", "memo", book, "-o", "{out}", *TODAY, "--quiet", *options)

    if size > 1000:
        yield Run("DOCX, of 1000", command(1000), 1000, family=True)
    yield Run("DOCX", command(size), size, again=True, family=True)
    yield Run("DOCX and PDF", command(size, "--pdf"), size, size, again=True, family=True)


def _printed(section: str, name: str, size: int, folder: Path) -> Iterator[Run]:
    """Ours and the peer's, each with every number of processes."""
    few = peer_size(section, size)
    kind = {"reports": "measure_report", "awards": "award"}[name]
    pages = PAGES if name == "reports" else (1, 1)
    for jobs in PROCESSES:
        given = (name, str(folder / f"{name}_{few}.xlsx"), str(folder / f"{name.removesuffix('s')}.docx"))
        if shutil.which("soffice"):
            command = (sys.executable, str(HERE / "batch_peer.py"), *given, str(folder), str(jobs), "{out}")
            yield Run(f"docxtpl + LibreOffice, {jobs}", command, few, few, pages=pages, family=True)
        book = str(folder / f"{name}_{size}.xlsx")
        command = (*ita_docs(), "make", kind, book, "-o", "{out}", *TODAY, "--quiet", "--pdf", "--jobs", str(jobs))
        yield Run(f"ita-docs, {jobs}", command, size, size, pages=pages, family=True)
