"""A disk that is full, or gone, at any moment: the run stops and says so, and the next one completes it."""

from __future__ import annotations

import os
from collections.abc import Callable
from errno import EACCES, ENOSPC, EROFS
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind
from ita_docs.problems import OutputError
from ita_docs.recipe import manifest as module

from .small import codes, files, frames, remade, rows, slip

REFS = ("ก", "ข", "ค", "ง")


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("slip"))


def run(kind: Kind, out: Path) -> ita_docs.Report:
    return ita_docs.make(kind, frames(rows(*REFS)), out, pdf=True, merge="all.pdf", zip="all.zip")


@pytest.fixture(scope="module")
def whole(kind: Kind, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    run(kind, folder)
    return files(folder)


def failing(real: Callable[..., Any], at: int, number: int, *, for_good: bool) -> Callable[..., Any]:
    """A call of the system that fails at the `at`th time, and ever after or not."""
    calls = [0]

    def call(*given: Any, **options: Any) -> Any:
        calls[0] += 1
        if calls[0] == at or (for_good and calls[0] > at):
            raise OSError(number, os.strerror(number))
        return real(*given, **options)

    return call


PLACES: dict[str, tuple[object, str]] = {
    "replace": (os, "replace"),
    "write": (os, "write"),  # of lines of the manifest
    "write_bytes": (Path, "write_bytes"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("for_good", [True, False])
@pytest.mark.parametrize("at", [1, 4, 5, 8, 9, 10])
def test_no_room_at_any_moment(
    place: str, at: int, for_good: bool, kind: Kind, whole: dict[str, bytes], tmp_path: Path
) -> None:
    owner, name = PLACES[place]
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(owner, name, failing(getattr(owner, name), at, ENOSPC, for_good=for_good))
        try:
            report = run(kind, tmp_path)
        except OutputError as error:
            said = [item.code for item in error.problems]
        else:
            said = codes(report)
            assert report.status == 1
    assert "folder-lost" in said
    assert "internal-error" not in said
    there = files(tmp_path)
    assert there.items() <= whole.items()
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    again = run(kind, tmp_path)
    assert again.status == 0
    assert files(tmp_path) == whole


@pytest.mark.parametrize("at", [1, 3])
@pytest.mark.parametrize("number", [ENOSPC, EROFS])
def test_the_rest_is_not_tried(kind: Kind, tmp_path: Path, at: int, number: int) -> None:
    many = frames(rows(*map(str, range(60))))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", failing(os.replace, at, number, for_good=True))
        report = ita_docs.make(kind, many, tmp_path)
    assert codes(report) == ["folder-lost", "run-stopped"]
    assert len(report.made) == at - 1
    assert remade(ita_docs.make(kind, many, tmp_path)) == [str(item) for item in range(at - 1, 60)]


def test_a_file_that_may_not_be_written_is_refused_alone(kind: Kind, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", failing(os.replace, 2, EACCES, for_good=False))
        report = ita_docs.make(kind, frames(rows(*REFS)), tmp_path)
    assert [item.ref for item in report.refused] == ["ข"]
    assert "run-stopped" not in codes(report)
    assert remade(ita_docs.make(kind, frames(rows(*REFS)), tmp_path)) == ["ข"]


def test_half_a_line_is_all_that_went(kind: Kind, whole: dict[str, bytes], tmp_path: Path) -> None:
    """A disk takes the beginning of what is written, and no more."""
    real, left = os.write, [7]

    def write(file: int, data: bytes) -> int:
        left[0] -= 1
        return real(file, data if left[0] > 0 else data[: len(data) // 2 if left[0] == 0 else 0])

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "write", write)
        report = run(kind, tmp_path)
    assert [code for code in codes(report) if code != "font-substituted"] == ["folder-lost", "run-stopped"]
    assert run(kind, tmp_path).status == 0
    assert files(tmp_path) == whole


def test_no_room_for_what_waits_to_be_bound(kind: Kind, whole: dict[str, bytes], tmp_path: Path) -> None:
    real = Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        if path.name == "000001.pdf":
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        return real(path, data)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Path, "write_bytes", write)
        report = run(kind, tmp_path)
    assert "folder-lost" in codes(report)
    assert run(kind, tmp_path).status == 0
    assert files(tmp_path) == whole


def test_what_is_told_about_a_zip_that_cannot_be_written(kind: Kind, tmp_path: Path) -> None:
    (tmp_path / "all.zip").mkdir()
    report = run(kind, tmp_path)
    assert len(report.made) == len(REFS)
    assert (report.zip, report.status) == (None, 1)


def test_markers_of_what_is_safe_may_fail(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY", 0.0)
    monkeypatch.setattr(os, "fsync", failing(os.fsync, 1, ENOSPC, for_good=True))
    assert ita_docs.make(kind, frames(rows(*REFS)), tmp_path).status == 0
    assert remade(ita_docs.make(kind, frames(rows(*REFS)), tmp_path)) == []
