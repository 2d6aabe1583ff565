"""Pictures that several documents show are prepared once a run."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import ita_docs
from ita_docs.word import photos, shelf
from tests.photos import photo

from .small import book, files, slip


def several(folder: Path, count: int) -> tuple[ita_docs.Kind, Path]:
    """As many documents with a photo of their own, and behind each another one with a photo of all."""
    (folder / "all.jpg").write_bytes(photo(3000, 2000))
    table = []
    for number in range(count):
        (folder / f"{number}.jpg").write_bytes(photo(2000, 1000 + number))
        table += [(f"{number}", "ของตน", f"{number}.jpg"), (f"{number}-ก", "ของทุกคน", "all.jpg")]
    return slip(folder / "slip"), book(folder / "b.csv", table)


def test_a_photo_of_all_is_prepared_once_whatever_stands_between(tmp_path: Path) -> None:
    kind, path = several(tmp_path, 6)
    with (
        patch.object(shelf, "IN_MEMORY", 1),  # as if there were more than memory holds
        patch.object(photos, "_redrawn", side_effect=photos._redrawn) as made,
    ):
        report = ita_docs.make(kind, path, tmp_path / "out")
    assert len(report.made) == 12
    assert made.call_count == 7
    assert not (tmp_path / "out" / ".ita-docs.pictures").exists()


def test_what_a_killed_run_left_is_removed_and_a_folder_that_cannot_be_changes_nothing(tmp_path: Path) -> None:
    kind, path = several(tmp_path, 2)
    ita_docs.make(kind, path, tmp_path / "whole")
    place = tmp_path / "out" / ".ita-docs.pictures"
    place.mkdir(parents=True)
    (place / "left").write_bytes(b"")
    ita_docs.make(kind, path, tmp_path / "out")
    assert not place.exists()
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / ".ita-docs.pictures").write_bytes(b"")  # a file is in its way
    ita_docs.make(kind, path, tmp_path / "again")
    assert files(tmp_path / "again") == files(tmp_path / "out") == files(tmp_path / "whole")
