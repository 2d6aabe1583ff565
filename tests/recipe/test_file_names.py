"""Files named as the person asks (`--name`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind
from ita_docs.problems import OutputError

from .small import book, codes, files, frames, rows, slip


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("kinds") / "slip")


def named(kind: Kind, folder: Path, pattern: str, *texts: str) -> list[str]:
    """The names of a document for each text, which all are inside the folder."""
    table = [(f"M-{number}", text) for number, text in enumerate(texts, 1)]
    report = ita_docs.make(kind, frames(table), folder / "out", name=pattern)
    assert report.status == 0
    assert {item.docx for item in report.made} == files(folder / "out").keys()
    assert sorted(path.name for path in folder.iterdir()) == ["out"]
    return [item.docx for item in report.made]


NAMES = {
    ("{เลข}-{ข้อความที่ว่า}", "เรื่องที่ ๑"): "M-1-เรื่องที่ ๑.docx",
    ("{ref} {text}", "ก"): "M-1 ก.docx",
    ("{ ข้อความที่ว่า }/{เลข}", "กลุ่ม"): "กลุ่ม/M-1.docx",
    ("ปี/{ข้อความที่ว่า}/หนังสือ/{เลข}", "๒๕๖๗"): "ปี/๒๕๖๗/หนังสือ/M-1.docx",
    ("{ข้อความที่ว่า}", "ก/ข\\ค:ง"): "ก-ข-ค-ง.docx",
    ("{ข้อความที่ว่า}/{เลข}", "../.."): "เอกสาร/M-1.docx",
    ("{ข้อความที่ว่า}/{เลข}", "/etc"): "etc/M-1.docx",
    ("../../{เลข}", "ก"): "เอกสาร/เอกสาร/M-1.docx",
    ("/{เลข}", "ก"): "เอกสาร/M-1.docx",
    ("{เลข}/", "ก"): "M-1/เอกสาร.docx",
    ("{ข้อความที่ว่า}/{ข้อความที่ว่า}", "con"): "_con/_con.docx",
    ("{ข้อความที่ว่า}", "NUL.txt"): "_NUL.txt.docx",
    ("{ข้อความที่ว่า}", "จบ..."): "จบ.docx",
    ("{ข้อความที่ว่า}/{เลข}", ".ซ่อน"): "ซ่อน/M-1.docx",
    ("{ที่ตั้ง}/{เลข}", "ก"): "เอกสาร/M-1.docx",
    ("{เลข}{", "ก"): "M-1{.docx",
}


@pytest.mark.parametrize(("pattern", "text"), NAMES)
def test_patterns(kind: Kind, tmp_path: Path, pattern: str, text: str) -> None:
    assert named(kind, tmp_path, pattern, text) == [NAMES[pattern, text]]


def test_long_values_are_cut(kind: Kind, tmp_path: Path) -> None:
    found = named(kind, tmp_path, "{ข้อความที่ว่า}/{ข้อความที่ว่า}", "ยาว" * 100, "ยาว" * 100)
    assert len(set(found)) == 2
    assert all(len(part.encode()) <= 180 for name in found for part in name.split("/"))


def test_names_that_collide_get_numbers(kind: Kind, tmp_path: Path) -> None:
    found = named(kind, tmp_path, "กลุ่ม/{ข้อความที่ว่า}", "a", "A", "a", "a:", "a (2)")
    assert found == [f"กลุ่ม/{name}.docx" for name in ("a", "A (2)", "a (3)", "a-", "a (2) (2)")]


def test_a_name_does_not_hang_on_which_rows_are_made(kind: Kind, tmp_path: Path) -> None:
    table = frames([("M-1", "ก"), ("M-2", "ก"), ("M-3", "ก")])
    report = ita_docs.make(kind, table, tmp_path / "out", name="{ข้อความที่ว่า}", only=(("เลข", "M-3"),))
    assert [item.docx for item in report.made] == ["ก (3).docx"]
    assert codes(report) == ["file-name-adjusted"]


@pytest.mark.parametrize("pattern", ["{ไม่มี}", "{เลข}{เรื่อง}", "ทุกฉบับ", "{}", "{", "{เลข"])
def test_a_pattern_that_cannot_be(kind: Kind, tmp_path: Path, pattern: str) -> None:
    with pytest.raises(OutputError) as raised:
        ita_docs.make(kind, frames(rows("ก")), tmp_path / "out", name=pattern)
    [said] = raised.value.problems
    assert said.code == "bad-option"
    assert pattern in said.message
    assert "{เลข}, {ข้อความที่ว่า}" in said.message
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("asked", ["", ".", "..", "a/.."])
@pytest.mark.parametrize("option", ["merge", "zip"])
def test_a_file_of_all_that_has_no_name(kind: Kind, tmp_path: Path, option: str, asked: str) -> None:
    options: dict[str, Any] = {option: asked}
    with pytest.raises(OutputError) as raised:
        ita_docs.make(kind, frames(rows("ก")), tmp_path / "out", **options)
    assert [said.code for said in raised.value.problems] == ["bad-option"]
    assert not (tmp_path / "out").exists()


def test_the_merged_file_where_a_folder_has_its_name(kind: Kind, tmp_path: Path) -> None:
    given = book(tmp_path / "a.csv", [("all.pdf", "ก")])
    report = ita_docs.make(kind, given, tmp_path / "out", name="{เลข}/{ข้อความที่ว่า}", merge="all.pdf", pdf=True)
    assert [item.severity for item in report.problems if item.severity == "error"] == ["error"]
    assert report.merged is None
    assert sorted(files(tmp_path / "out")) == ["all.pdf/ก.docx", "all.pdf/ก.pdf"]
