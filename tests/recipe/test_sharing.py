"""A run that several processes share leaves what one alone would: files, journal, report."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from fontTools.ttLib import TTFont

import ita_docs
from ita_docs.recipe import crew, making
from ita_docs.recipe.converting import ConvertOptions, convert
from ita_docs.recipe.crew import Crew
from ita_docs.resources import fonts_folder

from ..pages.documents import docx as document
from ..pages.documents import field, p, r
from ..word.templates import paragraphs
from ..word.test_page_references import KIND
from .test_making import frame

ROWS = [{"เลขอ้างอิง": f"M-{number}", "ข้อความ": "ข้อความ " * (1 + 400 * (number % 3))} for number in range(9)]
ROWS[4]["วันที่"] = "31/2/2567"
ROWS[6]["เลขอ้างอิง"] = "M/6"


class Eager(Crew):
    """A crew that waits for another process, and counts the tasks that it gives away."""

    given = 0

    def __init__(self, jobs: int, **options: Any) -> None:
        super().__init__(jobs, patience=0, **options)

    def submit(self, function: Any, *args: Any) -> Any:
        while self._most and self._last and not (self._helpers and self._helpers[0].is_ready):
            self._free()
        task = super().submit(function, *args)
        Eager.given += type(task).__name__ == "Task"
        return task


@pytest.fixture(autouse=True)
def _eager(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    Eager.given = 0
    monkeypatch.setattr(making, "Crew", Eager)
    monkeypatch.setattr(crew, "Crew", Eager)
    yield
    assert Eager.given > 2


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for those that say when they were made."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".ita-docs")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def same(run: Callable[[Path, int], Any], folder: Path) -> Any:
    """The report of a run by one process, which that by two equals."""
    alone, shared = run(folder / "1", 1), run(folder / "2", 2)
    assert json.dumps(alone.to_json()) == json.dumps(shared.to_json())
    assert alone == shared
    assert files(folder / "1") == files(folder / "2")
    return alone


def test_documents_with_catchwords_bound_into_one_with_a_row_refused(tmp_path: Path) -> None:
    kind = ita_docs.load_kind("memo")
    options = ita_docs.PdfOptions(catchwords=True)
    seen: dict[int, list[int]] = {1: [], 2: []}

    def run(out: Path, jobs: int) -> ita_docs.Report:
        given = {"pdf": True, "merge": "all.pdf", "pdf_options": options, "progress": seen[jobs].append}
        return ita_docs.make(kind, frame(*ROWS), out, jobs=jobs, **given)

    report = same(run, tmp_path)
    assert [item.ref for item in report.refused] == ["M-4"]
    assert len(report.made) == 8
    assert max(item.pages or 0 for item in report.made) > 1
    assert report.merged is not None
    assert "file-name-adjusted" in {item.code for item in report.problems}
    assert seen[1] == seen[2]


def test_page_numbers_of_a_table_of_contents_without_any_pdf(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="here"/>{}<w:bookmarkEnd w:id="1"/>'
    loop = p("{%p for line in lines %}") + p("{{ line }}") + p("{%p endfor %}")
    folder = tmp_path / "kinds" / "report"
    folder.mkdir(parents=True)
    template = p(field("PAGEREF here \\h", "๑")) + loop + p(mark.format(r("{{ ref }}")))
    (folder / "template.docx").write_bytes(document(template))
    (folder / "kind.toml").write_text(KIND, encoding="utf-8")
    kind = ita_docs.load_kind("report", [tmp_path / "kinds"])
    rows = pd.DataFrame([{"เลข": str(n), "เนื้อหา": "\n".join(["บรรทัด"] * 15 * n)} for n in range(1, 7)])
    report = same(lambda out, jobs: ita_docs.make(kind, rows, out, jobs=jobs), tmp_path / "out")
    assert len(report.made) == 6


@pytest.mark.parametrize("merge", [None, Path("all.pdf")])
def test_files_one_of_them_wrong(tmp_path: Path, merge: Path | None) -> None:
    given = [tmp_path / f"{number}.docx" for number in range(8)]
    for number, path in enumerate(given):
        path.write_bytes(paragraphs(*["ข้อความ"] * (1 + 30 * (number % 3))))
    given[3].write_text("hello")
    given[5].unlink()
    done = same(lambda out, jobs: convert(given, ConvertOptions(out=out, merge=merge, jobs=jobs)), tmp_path / "out")
    assert done.refused == ("3.docx", "5.docx")
    assert (done.merged is None) == (merge is None)


def test_each_process_looks_for_fonts_where_it_is_told(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    font = TTFont(fonts_folder() / "THSarabunNew.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 16):
            record.string = "Only Here"
    font.save(fonts / "only.ttf")
    given = [tmp_path / f"{number}.docx" for number in range(6)]
    for path in given:
        path.write_bytes(
            document(p(r("ข้อความ", '<w:rFonts w:ascii="Only Here" w:hAnsi="Only Here" w:cs="Only Here"/>')))
        )
    options = ita_docs.PdfOptions(font_dirs=(fonts,))
    done = same(lambda out, jobs: convert(given, ConvertOptions(out=out, pdf=options, jobs=jobs)), tmp_path / "out")
    assert "font-substituted" not in {item.code for item in done.problems}
    without = convert(given[:1], ConvertOptions(out=tmp_path / "without"))
    assert "font-substituted" in {item.code for item in without.problems}
