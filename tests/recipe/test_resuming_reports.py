"""Reports are made again when what they take from other sheets, files and offices changes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import ita_docs

from ..templates import ita_books
from .small import remade
from .test_appendices import PAPER, workbook

ROOT = Path(__file__).parents[2]
APPENDICES = (("แฟ้ม", "scan.pdf", None, None), ("บันทึก", None, "บันทึกข้อความ", "M-001"))


def test_what_is_bound_in(tmp_path: Path) -> None:
    kind = ita_docs.load_kind("measure_report")
    book = workbook(tmp_path, *APPENDICES)
    run: Callable[[], list[str]] = lambda: remade(ita_docs.make(kind, book, tmp_path / "out"))  # noqa: E731
    assert [run(), run()] == [["A"], []]
    Image.new("L", (620, 877), 100).save(tmp_path / "scan.pdf")
    assert run() == ["A"]
    scan = (tmp_path / "scan.pdf").read_bytes()
    workbook(tmp_path, *APPENDICES, memo=(*PAPER[:4], "ข้อความอื่น", *PAPER[5:]))
    (tmp_path / "scan.pdf").write_bytes(scan)
    assert [run(), run()] == [["A"], []]


@pytest.fixture(scope="module")
def sheets() -> dict[str, Any]:
    return ita_books.book()


def test_the_scores_of_another_office_where_they_change_the_rank(sheets: dict[str, Any], tmp_path: Path) -> None:
    kind = ita_docs.load_kind("measure_report")
    only = (("รหัส", "MUE"),)
    run: Callable[..., list[str]] = lambda book: remade(ita_docs.make(kind, book, tmp_path, only=only))  # noqa: E731
    assert [run(sheets), run(sheets)] == [["MUE"], []]

    def scored(code: str, score: float) -> dict[str, Any]:
        scores = sheets["คะแนนตัวชี้วัด"].copy()
        columns = [name for name in scores.columns if name.startswith("ตัวชี้วัด")]
        scores.loc[scores["รหัส"] == code, columns] = score
        return {**sheets, "คะแนนตัวชี้วัด": scores}

    assert run(scored("PRA", 100.0)) == ["MUE"]


def test_a_photo_of_the_sample(tmp_path: Path) -> None:
    """The shipped workbook, moved to another folder, with another picture under a name that it gives."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(ROOT / "samples" / "ita_reports.xlsx", home)
    for name in ("ita_files", "ita_photos"):
        shutil.copytree(ROOT / "samples" / name, home / name)
    kind = ita_docs.load_kind("measure_report")

    def run() -> list[str]:
        book = home / "ita_reports.xlsx"
        return remade(ita_docs.make(kind, book, tmp_path / "out", only=(("รหัส", "KKNM"),)))

    assert [run(), run()] == [["KKNM"], []]
    home.rename(tmp_path / "moved")
    home = tmp_path / "moved"
    assert run() == []
    Image.new("RGB", (40, 30), "red").save(home / "ita_photos" / "cover.jpg")
    assert run() == ["KKNM"]
