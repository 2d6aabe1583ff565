"""Pictures that are prepared once for all the documents that show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs.word import shelf
from ita_docs.word.shelf import Ready, Shelf


class Maker:
    """Makes pictures of so many bytes, and counts them."""

    def __init__(self, size: int = 10) -> None:
        self.size, self.count = size, 0

    def __call__(self) -> Ready:
        self.count += 1
        return Ready(bytes(self.size), ".jpg")


def test_what_one_process_has_prepared_the_others_find(tmp_path: Path) -> None:
    one, other, make = Shelf(), Shelf(), Maker()
    one.folder = other.folder = tmp_path
    assert one.take(("a", 1), make) == other.take(("a", 1), make) == Ready(bytes(10), ".jpg")
    assert make.count == 1
    other.take(("a", 2), make)
    assert make.count == 2


def test_without_a_folder_each_keeps_its_own() -> None:
    one, make = Shelf(), Maker()
    assert one.take(("a",), make) == one.take(("a",), make)
    assert make.count == 1


def test_neither_memory_nor_the_folder_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "IN_MEMORY", 35)
    monkeypatch.setattr(shelf, "IN_FOLDER", 25)
    one, make = Shelf(), Maker()
    one.folder = tmp_path
    for name in "abcd":
        one.take((name,), make)
    assert len(list(tmp_path.iterdir())) == 2
    assert make.count == 4
    for name in "dcba":  # the last three are in memory, the first one in the folder
        one.take((name,), make)
    assert make.count == 4
    one.take(("d",), make)  # gone from memory, and the folder was full
    assert make.count == 5


def test_a_folder_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    one, make = Shelf(), Maker()
    one.folder = tmp_path / "gone"
    assert one.take(("a",), make).data == bytes(10)


def test_what_cannot_be_prepared_is_not_kept(tmp_path: Path) -> None:
    one = Shelf()
    one.folder = tmp_path

    def broken() -> Ready:
        raise LookupError

    with pytest.raises(LookupError):
        one.take(("a",), broken)
    assert one.take(("a",), Maker()).data == bytes(10)
