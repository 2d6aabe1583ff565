"""One measured process: what it is, and what it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from memory import Watch

HERE = Path(__file__).resolve().parent
AGAIN = ", again"
"""What follows the label of a second run into the same folder."""
Measured = dict[str, object]


@dataclass(frozen=True, slots=True)
class Run:
    """One measured process: what it is called in the table, and its command; `{out}` is an empty folder."""

    label: str
    command: tuple[str, ...]
    documents: int = 0
    """How many DOCX it must leave in its folder."""
    pdfs: int = 0
    """How many PDF."""
    pages: tuple[int, int] | None = None
    """Least and most of every PDF, or it is said; None if they are not looked at."""
    again: bool = False
    """Whether it is run a second time, and measured, when everything is there."""
    family: bool = False
    """Whether the memory of the processes that it starts is told apart from its own."""


def ita_docs() -> tuple[str, ...]:
    """Our command."""
    given = os.environ.get("ITA_DOCS")
    return tuple(given.split()) if given else (str(Path(sys.executable).with_name("ita-docs")),)


def measured(run: Run, out: Path) -> Iterator[tuple[str, Measured]]:
    """The run's label with what it took; then the same of the second run into the same folder, if there is one."""
    set_aside(out)
    out.mkdir(parents=True)
    yield run.label, _measured(run, out)
    if run.again:
        yield run.label + AGAIN, _measured(run, out)


def set_aside(out: Path) -> None:
    """Make room for another run: what the last one wrote is emptied and kept until all are done.

    ext4 passes over each inode that was freed in the last minutes, one by one, whenever it makes a file: a thousand
    files deleted just before cost the next process half a millisecond for each of its own.
    """
    if not out.exists():
        return
    for path in out.rglob("*"):
        if path.is_file():
            os.truncate(path, 0)
    kept = aside(out)
    kept.mkdir(exist_ok=True)
    out.rename(kept / str(len(list(kept.iterdir()))))


def aside(out: Path) -> Path:
    """Where emptied folders are kept."""
    return out.with_name(f"{out.name}-emptied")


def _measured(run: Run, out: Path) -> Measured:
    """What one process took: wall and processor seconds, peak memory in MB, and what it says of itself.

    rss_mb is the peak of the largest process; all_mb, where PDFs are made, the sum of the peaks of all that ran.
    parent_mb and worker_mb: its own peak, and that of the largest which it started.
    On Linux a child's peak begins at its parent's size, so this process imports nothing large.
    Raises: SystemExit if it fails or leaves another number of documents.
    """
    command = [word.replace("{out}", str(out)) for word in run.command]
    said = out.with_suffix(".log")
    with open(said, "w+b") as log:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=out.parent)
        with Watch(process.pid) if run.pdfs or run.family else nullcontext() as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    text = said.read_text(encoding="utf-8", errors="replace").strip()
    made, printed = (sum(1 for _ in out.glob(f"*.{ending}")) for ending in ("docx", "pdf"))
    if process.returncode or (made, printed) != (run.documents, run.pdfs):
        counts = f"{made} of {run.documents} DOCX, {printed} of {run.pdfs} PDF"
        sys.exit(f"{run.label}: status {process.returncode}, {counts}\n{text[-2000:]}")
    found: Measured = {
        "documents": max(run.documents, run.pdfs, 1),
        "wall_s": wall,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "rss_mb": usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
    }
    if watch is not None and watch.peak is not None:
        found["all_mb"] = watch.peak
        if run.family:
            found |= {"parent_mb": watch.own, "worker_mb": watch.largest_child}
    if run.pdfs:
        listed = sorted(out.glob("*.pdf"))
        counts_of = pages(listed if run.pages else listed[:1])
        found["pages"] = counts_of[0]
        if run.pages is not None:
            found |= {"fewest_pages": min(counts_of), "most_pages": max(counts_of)}
            if min(counts_of) < run.pages[0] or max(counts_of) > run.pages[1]:
                meant = f"{run.pages[0]} to {run.pages[1]} are meant"
                print(f"{run.label}: {min(counts_of)} to {max(counts_of)} pages, {meant}", flush=True)
    last = text.rpartition("\n")[2]
    return found | json.loads(last) if last.startswith("{") else found


def pages(pdfs: Sequence[Path]) -> list[int]:
    """The number of pages of each PDF, counted by pdfium in a process of its own."""
    count = "import sys, pypdfium2\nfor name in sys.stdin.read().splitlines(): print(len(pypdfium2.PdfDocument(name)))"
    given = "\n".join(map(str, pdfs))
    said = subprocess.run([sys.executable, "-c", count], input=given, stdout=subprocess.PIPE, text=True, check=True)
    return [int(line) for line in said.stdout.split()]
