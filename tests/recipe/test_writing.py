"""Files appear whole, and what a person edited is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ita_docs.problems import OutputError
from ita_docs.recipe.files import make_folder, write_whole
from ita_docs.recipe.manifest import FILE_NAME, Manifest
from ita_docs.recipe.writing import write_document


def write(folder: Path, data: bytes, *, force: bool = False):
    with Manifest(folder) as manifest:
        return write_document(folder, "M-003.docx", data, manifest, force=force)


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    written = write(tmp_path, b"two")
    assert (written.name, written.problems) == ("M-003.docx", ())
    assert (tmp_path / "M-003.docx").read_bytes() == b"two"


def test_an_edited_file_is_kept_and_the_new_one_goes_beside_it(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / "M-003.docx").write_bytes(b"edited by hand")
    written = write(tmp_path, b"two")
    assert written.name == "M-003 (ใหม่).docx"
    assert [item.code for item in written.problems] == ["edited-since"]
    assert (tmp_path / "M-003.docx").read_bytes() == b"edited by hand"
    assert (tmp_path / "M-003 (ใหม่).docx").read_bytes() == b"two"
    assert write(tmp_path, b"three").name == "M-003 (ใหม่).docx"
    (tmp_path / "M-003 (ใหม่).docx").write_bytes(b"edited too")
    assert write(tmp_path, b"four").name == "M-003 (ใหม่ 2).docx"


def test_a_file_that_was_never_ours_is_kept(tmp_path: Path) -> None:
    (tmp_path / "M-003.docx").write_bytes(b"somebody's")
    assert write(tmp_path, b"one").name == "M-003 (ใหม่).docx"


def test_force_replaces(tmp_path: Path) -> None:
    (tmp_path / "M-003.docx").write_bytes(b"somebody's")
    assert write(tmp_path, b"one", force=True).name == "M-003.docx"
    assert (tmp_path / "M-003.docx").read_bytes() == b"one"


def test_the_same_bytes_are_ours_even_without_a_manifest(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    (tmp_path / FILE_NAME).unlink()
    assert write(tmp_path, b"one").name == "M-003.docx"
    assert write(tmp_path, b"two").name == "M-003.docx"


def test_a_manifest_cut_short_by_a_crash_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    write(tmp_path, b"one")
    with open(tmp_path / FILE_NAME, "a", encoding="utf-8") as manifest:
        manifest.write('0a1b2c3d {"file": "M-0')
    assert write(tmp_path, b"two").name == "M-003.docx"
    write(tmp_path, b"three")
    assert write(tmp_path, b"four").name == "M-003.docx"


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    write_whole(path, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OutputError) as raised:
        write_whole(path, b"new")
    assert raised.value.problems[0].code == "folder-lost"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_elsewhere_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, b"one")

    def locked(*_: object) -> None:
        raise PermissionError(13, "used by another process")

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(OutputError) as raised:
        write(tmp_path, b"two")
    assert raised.value.problems[0].code == "file-in-use"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        make_folder(tmp_path / "file" / "out")
