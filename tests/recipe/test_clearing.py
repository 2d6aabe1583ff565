"""Documents of rows that are gone: told of, and deleted where that is asked for and certain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind

from ..word.templates import paragraphs
from .small import append, book, codes, files, lines, rows, slip


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("kinds") / "slip")


class Runs:
    """Runs of one workbook into one folder."""

    def __init__(self, kind: Kind, folder: Path) -> None:
        self.kind, self.path, self.out = kind, folder / "slips.csv", folder / "out"

    def __call__(self, *refs: str, table: list[Any] | None = None, **options: Any) -> ita_docs.Report:
        given = book(self.path, rows(*refs) if table is None else table)
        return ita_docs.make(self.kind, given, self.out, **options)

    @property
    def there(self) -> list[str]:
        return sorted(files(self.out))


@pytest.fixture
def run(kind: Kind, tmp_path: Path) -> Runs:
    made = Runs(kind, tmp_path)
    made("ก", "ข", "ค", pdf=True)
    return made


ALL = ["ก.docx", "ก.pdf", "ข.docx", "ข.pdf", "ค.docx", "ค.pdf"]


def test_told_until_they_are_deleted(run: Runs) -> None:
    for _ in range(2):
        report = run("ก", "ค")
        assert codes(report) == ["row-gone", "row-gone"]
        assert [item.detail["file"] for item in report.problems] == ["ข.docx", "ข.pdf"]
        assert report.status == 0
    assert run.there == ALL
    assert codes(run("ก", "ค", prune=True)) == ["row-gone-deleted", "row-gone-deleted"]
    assert run.there == ["ก.docx", "ก.pdf", "ค.docx", "ค.pdf"]
    assert codes(run("ก", "ค", prune=True)) == []
    assert len(run("ก", "ข", "ค").made) == 3


def test_deleted_by_hand_they_are_forgotten(run: Runs) -> None:
    for name in ("ข.docx", "ข.pdf"):
        (run.out / name).unlink()
    assert codes(run("ก", "ค")) == []


def test_a_row_that_is_not_asked_for_is_not_gone(run: Runs) -> None:
    assert codes(run("ก", "ข", "ค", only=(("เลข", "ก"),), prune=True)) == []
    assert run.there == ALL


def test_an_edited_file_is_not_deleted(run: Runs) -> None:
    edited = paragraphs("แก้แล้ว")
    (run.out / "ข.docx").write_bytes(edited)
    assert codes(run("ก", "ค", prune=True)) == ["edited-not-deleted", "row-gone-deleted"]
    assert (run.out / "ข.docx").read_bytes() == edited


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ([*rows("ก"), ("ข", ""), *rows("ค")], []),
        ([*rows("ก"), ("", "ไม่มีเลข"), *rows("ค")], ["row-gone", "row-gone"]),
        ([], []),
    ],
)
def test_a_row_that_cannot_be_read_may_be_the_one(run: Runs, table: list[Any], wanted: list[str]) -> None:
    report = run(table=table, prune=True)
    assert [code for code in codes(report) if "gone" in code] == wanted
    assert run.there == ALL


def test_a_sheet_that_is_missing_is_not_empty(kind: Kind, tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "slips.xlsx"
    for title in ("ใบ", "อื่น"):
        workbook = openpyxl.Workbook()
        workbook.active.title = title
        for line in (("เลข", "ข้อความที่ว่า"), ("ก", "ข้อความ")):
            workbook.active.append(line)
        workbook.save(path)
        report = ita_docs.make(kind, path, tmp_path / "out", prune=True)
    assert codes(report) == ["missing-sheet"]
    assert list(files(tmp_path / "out")) == ["ก.docx"]


def test_other_kinds_and_workbooks_are_let_be(run: Runs, tmp_path: Path) -> None:
    other = book(tmp_path / "other.csv", rows("ง"))
    assert codes(ita_docs.make(run.kind, other, run.out, prune=True)) == []
    assert codes(run("ก", "ข", "ค", prune=True, copy="")) == []
    assert run.there == sorted([*ALL, "ง.docx"])


def test_renamed_files_are_told_and_pruned_with_their_folders(run: Runs) -> None:
    named = run("ก", "ข", "ค", name="{เลข}/ส่วน/{ข้อความที่ว่า}")
    assert codes(named) == ["row-gone"] * 6
    assert codes(run("ก", "ข", "ค", prune=True)) == ["row-gone-deleted"] * 3
    assert run.there == ALL
    assert [path.name for path in run.out.iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("outside", ["../outside.docx", "a/../../outside.docx", "{absolute}"])
def test_nothing_outside_the_folder_is_deleted(run: Runs, tmp_path: Path, outside: str) -> None:
    """Whatever the manifest says."""
    victim = tmp_path / "outside.docx"
    victim.write_bytes((run.out / "ข.docx").read_bytes())
    name = outside.format(absolute=victim)
    [entry] = [line["made"] for line in lines(run.out) if "made" in line and line["made"]["ref"] == "ข"]
    text = json.loads(json.dumps(entry))
    text["docx"][0] = name
    (run.out / "a").mkdir()
    append(run.out, {"file": name, "sha256": text["docx"][1]}, {"made": text})
    run("ก", "ค", prune=True)
    assert victim.exists()


def test_nothing_is_deleted_through_a_link(run: Runs, tmp_path: Path) -> None:
    victim = tmp_path / "outside.docx"
    (run.out / "ข.docx").rename(victim)
    (run.out / "ข.docx").symlink_to(victim)
    run("ก", "ค", prune=True)
    assert victim.exists()


def test_a_file_that_cannot_be_deleted_is_told_and_tried_again(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:

        def unlink(path: Path, **_: Any) -> None:
            raise PermissionError(13, "used by another process", str(path))

        patched.setattr(Path, "unlink", unlink)
        report = run("ก", "ค", prune=True)
    assert codes(report) == ["file-in-use"]
    assert len(report.made) == 2
    assert codes(run("ก", "ค", prune=True)) == ["row-gone-deleted"] * 2


def test_a_workbook_of_the_same_name_elsewhere_is_another(kind: Kind, tmp_path: Path) -> None:
    """Its documents are not taken for those of rows that are gone, in whichever order both are made."""
    one, two, out = tmp_path / "one", tmp_path / "two", tmp_path / "out"
    for home, refs in ((one, "กข"), (two, "คง")):
        home.mkdir()
        ita_docs.make(kind, book(home / "slips.csv", [(ref, "ข้อความ", "") for ref in refs]), out)
    for home in (one, two, one):
        report = ita_docs.make(kind, home / "slips.csv", out, prune=True)
        assert codes(report) == []
    assert sorted(files(out)) == ["ก.docx", "ข.docx", "ค.docx", "ง.docx"]
