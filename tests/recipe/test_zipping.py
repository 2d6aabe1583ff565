"""All files in one ZIP, and all PDFs in one, also where an earlier run has made them."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind

from ..word.templates import paragraphs
from .small import codes, files, frames, remade, rows, slip, times

REFS = ("ก", "ข", "ค")


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("kinds") / "slip")


def held(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def run(kind: Kind, out: Path, *refs: str, **options: Any) -> ita_docs.Report:
    return ita_docs.make(kind, frames(rows(*(refs or REFS))), out, **{"zip": "all", **options})


def test_it_holds_exactly_the_files_of_the_run(kind: Kind, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = run(kind, out, pdf=True, merge="bound", name="ใบ/{เลข}")
    assert report.zip == "all.zip"
    assert report.to_json()["zip"] == "all.zip"
    there = files(out)
    packed = there.pop("all.zip")
    assert held(out / "all.zip") == there
    assert list(held(out / "all.zip"))[:2] == ["ใบ/ก.docx", "ใบ/ก.pdf"]
    when = times(out)
    again = run(kind, out, pdf=True, merge="bound", name="ใบ/{เลข}")
    assert (remade(again), times(out)) == ([], when)
    run(kind, tmp_path / "other", pdf=True, merge="bound", name="ใบ/{เลข}")
    assert (tmp_path / "other" / "all.zip").read_bytes() == packed


@pytest.mark.parametrize(
    ("asked", "name"),
    [("a", "a.zip"), ("a.ZIP", "a.ZIP"), ("ส่ง/ปี 2567.v1", "ส่ง/ปี 2567.v1.zip"), (Path("b.zip"), "b.zip")],
)
def test_its_name(kind: Kind, tmp_path: Path, asked: Any, name: str) -> None:
    assert run(kind, tmp_path / "out", "ก", zip=asked).zip == name
    assert list(held(tmp_path / "out" / name)) == ["ก.docx"]


def test_only_what_was_asked_for(kind: Kind, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(kind, out)
    report = run(kind, out, only=(("เลข", "ข"),))
    assert list(held(out / "all.zip")) == ["ข.docx"]
    assert codes(report) == []


def test_nothing_made_no_zip(kind: Kind, tmp_path: Path) -> None:
    report = ita_docs.make(kind, frames([("ก", "")]), tmp_path / "out", zip="all")
    assert (report.zip, files(tmp_path / "out")) == (None, {})
    assert "zip" not in report.to_json()


def test_a_zip_that_somebody_changed_is_kept(kind: Kind, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(kind, out)
    with zipfile.ZipFile(out / "all.zip", "a") as archive:
        archive.writestr("mine.txt", "x")
    report = run(kind, out)
    assert (report.zip, codes(report)) == ("all (ใหม่).zip", ["edited-since"])
    assert "mine.txt" in held(out / "all.zip")


@pytest.mark.parametrize(("day", "shown"), [((1900, 2, 3), 1980), ((2024, 2, 29), 2024), ((2567, 1, 1), 2107)])
def test_the_days_that_a_zip_knows(kind: Kind, tmp_path: Path, day: tuple[int, int, int], shown: int) -> None:
    run(kind, tmp_path, "ก", today=date(*day))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.infolist()[0].date_time[0] == shown


def test_merging_what_is_kept_gives_what_one_run_gives(kind: Kind, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole", tmp_path / "out"
    given: dict[str, Any] = {"pdf": True, "merge": "all.pdf", "zip": None}
    wanted = run(kind, whole, **given)
    run(kind, out, "ก", "ค", pdf=True, zip=None)
    report = run(kind, out, **given)
    assert remade(report) == ["ข"]
    assert report.merged == wanted.merged
    assert files(out) == files(whole)
    when = times(out)
    assert remade(run(kind, out, **given)) == []
    assert times(out) == when


def test_an_edited_pdf_is_not_bound_with_others(kind: Kind, tmp_path: Path) -> None:
    given: dict[str, Any] = {"pdf": True, "merge": "all.pdf", "zip": None}
    wanted = run(kind, tmp_path, **given)
    (tmp_path / "ข.pdf").write_bytes((tmp_path / "ก.pdf").read_bytes())
    report = run(kind, tmp_path, **given)
    assert report.merged == wanted.merged
    assert (report.made[1].pdf, "edited-since" in codes(report)) == ("ข (ใหม่).pdf", True)
    assert (tmp_path / "ข.pdf").read_bytes() == (tmp_path / "ก.pdf").read_bytes()


def test_merging_alone_keeps_no_pdfs(kind: Kind, tmp_path: Path) -> None:
    first, again = (run(kind, tmp_path / "out", merge="all", zip=None) for _ in range(2))
    assert first.merged == again.merged
    assert sorted(files(tmp_path / "out")) == ["all.pdf", "ก.docx", "ข.docx", "ค.docx"]


def test_an_edited_document_goes_into_the_zip_as_it_lies_there(kind: Kind, tmp_path: Path) -> None:
    run(kind, tmp_path)
    edited = paragraphs("แก้แล้ว")
    (tmp_path / "ข.docx").write_bytes(edited)
    run(kind, tmp_path)
    assert held(tmp_path / "all.zip")["ข.docx"] == edited
