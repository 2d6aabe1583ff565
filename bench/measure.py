"""Run the measurements in interleaved rounds, each in a process of its own, and append them to results.jsonl.

measure.py WORK SECTION ...   sections: fill write command memory start pdf batch curve, or one size: command:1000

`pdf` is pdf-memo, pdf-prose, pdf-report, pdf-jobs and pdf-make; in the first three a size of 1 is a cold start, any
other a batch. `batch` is batch-reports, batch-memos and batch-awards, which take any size; `curve` is curve-documents,
curve-pages, curve-photos and curve-rows.
Environment: BENCH_ROUNDS for other numbers of rounds; BENCH_FULL to let the peers of `batch` make as much as we do;
ITA_DOCS for another command (default: the one beside this interpreter); NODE_PATH with easy-template-x in it, else that
peer is left out and the table says so.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from batch import batch_runs
from running import HERE, Run, aside, ita_docs, measured

PLAN = {
    "fill": ((10, 5), (100, 5), (1000, 3)),
    "write": ((10, 5), (100, 5), (1000, 3)),
    "command": ((10, 5), (100, 5), (1000, 5)),
    "memory": ((10, 3), (100, 3), (1000, 3), (5000, 2)),
    "start": ((0, 15),),
    "pdf-memo": ((1, 9), (30, 5)),
    "pdf-prose": ((30, 5),),
    "pdf-report": ((1, 5), (5, 5)),
    "pdf-jobs": ((30, 5), (5, 5)),
    "pdf-make": ((30, 3), (245, 3), (1000, 1)),
    "batch-reports": ((245, 3),),
    "batch-memos": ((1000, 3), (10000, 3)),
    "batch-awards": ((100, 3), (1000, 3)),
    "curve-documents": ((1, 3), (10, 3), (100, 3), (1000, 3)),
    "curve-pages": ((2, 3), (7, 3), (14, 3), (28, 3), (56, 3)),
    "curve-photos": ((0, 3), (5, 3), (20, 3), (60, 3)),
    "curve-rows": ((10, 3), (100, 3), (1000, 3), (5000, 3)),
}
"""Section → (size, rounds)."""


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
    if section.startswith(("batch-", "curve-")):
        yield from batch_runs(section, size, inputs)
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


def easy_template_x(inputs: Path, size: int) -> tuple[str, ...] | None:
    """The command of the peer from npm, None where it is not installed."""
    node, modules = shutil.which("node"), os.environ.get("NODE_PATH", "")
    if node is None or not (Path(modules) / "easy-template-x").is_dir():
        return None
    files = (str(inputs / "templates" / "memo_braces.docx"), str(inputs / f"memo_{size}.xlsx"))
    return (node, str(HERE / "node" / "easy_template_x.js"), *files, "{out}")


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
                    for label, found in measured(run, work / "out"):
                        told = {"section": section, "size": size, "round": number, "label": label}
                        results.write(json.dumps(told | found) + "\n")
                        results.flush()
            print(time.strftime("%H:%M:%S"), section, size or "", "done", flush=True)
    shutil.rmtree(aside(work / "out"), ignore_errors=True)


def chosen(given: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The steps of the plan that `given` (`command`, `command:1000`, `pdf`) names. Raises SystemExit for none.

    A batch may have any size: `batch-reports:8` is one round of eight.
    """
    section, _, size = given.partition(":")
    named = [name for name in PLAN if name == section or name.startswith(f"{section}-")]
    steps = [(name, step) for name in named for step in PLAN[name] if size in ("", str(step[0]))]
    if not steps and size.isdecimal() and section.startswith("batch-") and section in PLAN:
        steps = [(section, (int(size), 1))]
    if not steps:
        sys.exit(__doc__)
    yield from steps


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2:])
