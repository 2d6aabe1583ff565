"""One measured piece of work, in a process of its own.

work.py NAME INPUTS N OUT

    fill       Template.fill to bytes                   docxtpl-fill   open, render(autoescape), save to memory
    write      a kind's document, everything on, to disk docxtpl-write  the same, save to disk
    docxtpl    the whole of what a docxtpl user runs: openpyxl reads, docxtpl makes (timed from outside)

All but the last print one line of JSON: `setup_ms` once, `ms` per document; reading the workbook is in neither.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    """The memos of a workbook with their items, read the plain way."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    memos = _rows(book["memo"])
    items: dict[Any, list[Row]] = {}
    for item in _rows(book["items"]):
        items.setdefault(item["doc"], []).append(item)
    return [{**memo, "items": items.get(memo["doc"], [])} for memo in memos]


def _rows(sheet: Any) -> list[Row]:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def timed(setup: Callable[[], Any], each: Callable[[Any, Any], Any], given: Sequence[Any]) -> None:
    """Print what `setup` took, and `each` of its result with each thing given, on average."""
    started = time.perf_counter()
    tool = setup()
    ready = time.perf_counter()
    for one in given:
        each(tool, one)
    done = time.perf_counter()
    print(json.dumps({"setup_ms": 1000 * (ready - started), "ms": 1000 * (done - ready) / len(given)}))


def fill(inputs: Path, count: int, out: Path) -> None:
    """Ours in memory: the template compiled once, filled for each row."""

    def setup() -> Any:
        from ita_docs import Template

        return Template(inputs / "templates" / "memo.docx")

    timed(setup, lambda template, row: template.fill(row), read(inputs / f"memo_{count}.xlsx"))


def docxtpl_fill(inputs: Path, count: int, out: Path) -> None:
    """docxtpl in memory, as documented: a fresh DocxTemplate for each document."""

    def each(docxtpl: Any, row: Row) -> None:
        document = docxtpl(inputs / "templates" / "memo.docx")
        document.render(row, autoescape=True)
        document.save(io.BytesIO())

    timed(_docxtpl, each, read(inputs / f"memo_{count}.xlsx"))


def write(inputs: Path, count: int, out: Path) -> None:
    """Ours to disk with everything on: strict names, Thai side of every run, Thai digits, the manifest, whole files."""
    from ita_docs import Settings, check, load_kind

    kind = load_kind("bench_memo", [inputs / "kinds"])
    checked = check(kind, inputs / f"memo_{count}.xlsx")

    def setup() -> Any:
        from ita_docs.recipe.manifest import Manifest
        from ita_docs.recipe.writing import write_document
        from ita_docs.word.documents import Dress, Writer

        return Writer(kind, Dress.of(kind, Settings(), "thai")), Manifest(out), write_document

    def each(tools: Any, record: Any) -> None:
        writer, manifest, write_document = tools
        write_document(out, f"{record.ref}.docx", writer.write(record), manifest, force=False)

    timed(setup, each, checked.records)


def docxtpl_write(inputs: Path, count: int, out: Path) -> None:
    """docxtpl to disk, as documented."""

    def each(docxtpl: Any, row: Row) -> None:
        document = docxtpl(inputs / "templates" / "memo.docx")
        document.render(row, autoescape=True)
        document.save(out / f"{row['doc']}.docx")

    timed(_docxtpl, each, read(inputs / f"memo_{count}.xlsx"))


def docxtpl(inputs: Path, count: int, out: Path) -> None:
    """The whole script of a docxtpl user."""
    from docxtpl import DocxTemplate

    for row in read(inputs / f"memo_{count}.xlsx"):
        document = DocxTemplate(inputs / "templates" / "memo.docx")
        document.render(row, autoescape=True)
        document.save(out / f"{row['doc']}.docx")


def _docxtpl() -> Any:
    from docxtpl import DocxTemplate

    return DocxTemplate


WORKS = {
    "fill": fill,
    "docxtpl-fill": docxtpl_fill,
    "write": write,
    "docxtpl-write": docxtpl_write,
    "docxtpl": docxtpl,
}

if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in WORKS:
        sys.exit(__doc__)
    WORKS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
