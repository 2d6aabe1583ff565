"""Run the measurements in interleaved rounds, each in a process of its own, and append them to results.jsonl.

measure.py WORK SECTION ...   sections: fill write command memory start pdf, or one size of one: command:1000
`pdf` is pdf-memo, pdf-report, pdf-jobs and pdf-make; in the first two a size of 1 is a cold start, any other a batch.
Environment: BENCH_ROUNDS for other numbers of rounds; ITA_DOCS for another command (default: the one beside
this interpreter); NODE_PATH with easy-template-x in it, else that peer is left out and the table says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from memory import Watch

HERE = Path(__file__).resolve().parent
PLAN = {
    "fill": ((10, 5), (100, 5), (1000, 3)),
    "write": ((10, 5), (100, 5), (1000, 3)),
    "command": ((10, 5), (100, 5), (1000, 5)),
    "memory": ((10, 3), (100, 3), (1000, 3), (5000, 2)),
    "start": ((0, 15),),
    "pdf-memo": ((1, 9), (30, 5)),
    "pdf-report": ((1, 5), (5, 5)),
    "pdf-jobs": ((30, 5), (5, 5)),
    "pdf-make": ((30, 3), (245, 3), (1000, 1)),
}
"""Section → (size, rounds)."""


@dataclass(frozen=True, slots=True)
class Run:
    """One measured process: what it is called in the table, and its command; `{out}` is an empty folder."""

    label: str
    command: tuple[str, ...]
    documents: int = 0
    """How many DOCX it must leave in its folder."""
    pdfs: int = 0
    """How many PDF."""


def runs(section: str, size: int, inputs: Path) -> Iterator[Run]:
    """The processes of one round; the first is what the others are compared with."""
    python = sys.executable
    work = (python, str(HERE / "work.py"))
    given = (str(inputs), str(size), "{out}")
    if section == "start":
        yield Run("python", (python, "-c", "pass"))
        yield Run("ita-docs --help", (*ita_docs(), "--help"))
        return
    if section in ("fill", "write"):
        to_disk = size if section == "write" else 0
        yield Run(f"docxtpl-{section}", (*work, f"docxtpl-{section}", *given), to_disk)
        yield Run(f"ita-docs {section}", (*work, section, *given), to_disk)
        return
    if section.startswith("pdf-"):
        yield from pdf_runs(section.removeprefix("pdf-"), size, inputs / "pdf")
        return
    if section == "command":
        yield Run("docxtpl", (*work, "docxtpl", *given), size)
        if peer := easy_template_x(inputs, size):
            yield Run("easy-template-x", peer, size)
    book = str(inputs / f"memo_{size}.xlsx")
    options = ("--kinds", str(inputs / "kinds"), "--numerals", "as-typed", "--quiet")
    yield Run("ita-docs make", (*ita_docs(), "make", "bench_memo", book, "-o", "{out}", *options), size)


def pdf_runs(kind: str, size: int, inputs: Path) -> Iterator[Run]:
    """The processes of one round that make PDFs: of one file each, or of a batch."""
    if kind == "make":
        book = str(inputs / f"memo_{size}.xlsx")
        command = (*ita_docs(), "make", "memo", book, "-o", "{out}", "--today", "2026-11-21", "--quiet")
        yield Run("ita-docs make", command, size)
        yield Run("ita-docs make --pdf --jobs 1", (*command, "--pdf", "--jobs", "1"), size, size)
        yield Run("ita-docs make --pdf", (*command, "--pdf"), size, size)
        return
    if kind == "jobs":
        given = sorted((inputs / {30: "memo", 5: "report"}[size]).glob("*.docx"))
        command = (*ita_docs(), "pdf", *map(str, given), "-o", "{out}", "--quiet")
        yield Run("ita-docs pdf --jobs 1", (*command, "--jobs", "1"), pdfs=size)
        yield Run("ita-docs pdf", command, pdfs=size)
        return
    folder, first, office = inputs / kind, inputs / kind / "first", inputs / "office"
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation={office.as_uri()}"
        given = sorted((first if size == 1 else folder).glob("*.docx"))
        command = ("soffice", profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", "{out}")
        yield Run("LibreOffice", (*command, *map(str, given)), pdfs=size)
    work = (sys.executable, str(HERE / "pdf_work.py"))
    for name in (*(name for name in ("rdocx", "typst") if find_spec(name)), "ita-docs"):
        if size > 1:
            yield Run(name, (*work, name, str(inputs / "fonts"), str(folder), "{out}", str(first)), pdfs=size)
        elif name == "ita-docs":
            (file,) = first.glob("*.docx")
            yield Run(name, (*ita_docs(), "pdf", str(file), "-o", "{out}/made.pdf", "--quiet"), pdfs=1)
        else:
            yield Run(name, (*work, name, str(inputs / "fonts"), str(first), "{out}"), pdfs=1)


def ita_docs() -> tuple[str, ...]:
    """Our command."""
    given = os.environ.get("ITA_DOCS")
    return tuple(given.split()) if given else (str(Path(sys.executable).with_name("ita-docs")),)


def easy_template_x(inputs: Path, size: int) -> tuple[str, ...] | None:
    """The command of the peer from npm, None where it is not installed."""
    node, modules = shutil.which("node"), os.environ.get("NODE_PATH", "")
    if node is None or not (Path(modules) / "easy-template-x").is_dir():
        return None
    files = (str(inputs / "templates" / "memo_braces.docx"), str(inputs / f"memo_{size}.xlsx"))
    return (node, str(HERE / "node" / "easy_template_x.js"), *files, "{out}")


def measured(run: Run, out: Path) -> dict[str, object]:
    """What one process took: wall and processor seconds, peak memory in MB, and what it says of itself.

    rss_mb is the peak of the largest process; all_mb, where PDFs are made, the sum of the peaks of all that ran.
    On Linux a child's peak begins at its parent's size, so this process imports nothing large.
    Raises: SystemExit if it fails or leaves another number of documents.
    """
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    command = [word.replace("{out}", str(out)) for word in run.command]
    said = out.with_suffix(".log")
    with open(said, "w+b") as log:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=out.parent)
        with Watch(process.pid) if run.pdfs else nullcontext() as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    text = said.read_text(encoding="utf-8", errors="replace").strip()
    made, printed = (sum(1 for _ in out.glob(f"*.{ending}")) for ending in ("docx", "pdf"))
    if process.returncode or (made, printed) != (run.documents, run.pdfs):
        counts = f"{made} of {run.documents} DOCX, {printed} of {run.pdfs} PDF"
        sys.exit(f"{run.label}: status {process.returncode}, {counts}\n{text[-2000:]}")
    found: dict[str, object] = {
        "wall_s": wall,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "rss_mb": usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10),
    }
    if watch is not None and watch.peak is not None:
        found["all_mb"] = watch.peak
    if run.pdfs:
        found["pages"] = pages(min(out.glob("*.pdf")))
    last = text.rpartition("\n")[2]
    return found | json.loads(last) if last.startswith("{") else found


def pages(pdf: Path) -> int:
    """The number of pages of a PDF, counted by pdfium in a process of its own."""
    count = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"
    return int(subprocess.check_output([sys.executable, "-c", count, str(pdf)]))


def main(work: Path, sections: list[str]) -> None:
    """Measure and append, section by section; every other round runs backwards."""
    steps = [(name, *step) for given in sections for name, step in chosen(given)]
    inputs = work / "inputs"
    if easy_template_x(inputs, 10) is None and any(name == "command" for name, *_ in steps):
        print("easy-template-x: not installed, left out", flush=True)
    with open(work / "results.jsonl", "a", encoding="utf-8") as results:
        for section, size, rounds in steps:
            for number in range(int(os.environ.get("BENCH_ROUNDS", rounds))):
                order = list(runs(section, size, inputs))
                for run in order if number % 2 == 0 else reversed(order):
                    told = {"section": section, "size": size, "round": number, "label": run.label}
                    results.write(json.dumps(told | measured(run, work / "out")) + "\n")
                    results.flush()
            print(time.strftime("%H:%M:%S"), section, size or "", "done", flush=True)


def chosen(given: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The steps of the plan that `given` (`command`, `command:1000`, `pdf`) names. Raises SystemExit for none."""
    section, _, size = given.partition(":")
    named = [name for name in PLAN if name == section or name.startswith(f"{section}-")]
    steps = [(name, step) for name in named for step in PLAN[name] if size in ("", str(step[0]))]
    if not steps:
        sys.exit(__doc__)
    yield from steps


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
