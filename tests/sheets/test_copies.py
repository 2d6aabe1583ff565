"""Files that are larger than what stays in memory: read from a copy, as they were at first."""

from __future__ import annotations

import io
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.sheets import read_workbook
from ita_docs.sheets import source as sources
from ita_docs.sheets.copies import FileCopy

from .books import rows, xlsx

DATA = bytes(range(256)) * 4
places = st.integers(-1100, 1100)
steps = st.one_of(
    st.tuples(st.just("read"), st.integers(-1, 700)),
    st.tuples(st.just("seek"), st.tuples(places, st.sampled_from((os.SEEK_SET, os.SEEK_CUR, os.SEEK_END)))),
)


@given(st.lists(steps, max_size=12))
def test_a_copy_is_read_like_the_bytes_themselves(said: list[tuple[str, object]]) -> None:
    copy, bytes_ = FileCopy(io.BytesIO(DATA)).open(), io.BytesIO(DATA)
    with copy:
        for step, what in said:
            if step == "read":
                assert copy.read(what) == bytes_.read(what)  # type: ignore[arg-type]
            else:
                offset, whence = what  # type: ignore[misc]
                start = {os.SEEK_SET: 0, os.SEEK_CUR: bytes_.tell(), os.SEEK_END: len(DATA)}[whence]
                wanted = max(0, start + offset)
                assert copy.seek(wanted) == bytes_.seek(wanted)
                assert copy.seek(-1, os.SEEK_END) == len(DATA) - 1
                assert copy.seek(wanted - len(DATA) + 1, os.SEEK_CUR) == wanted
            assert copy.tell() == bytes_.tell()


def test_many_read_one_copy(tmp_path: Path) -> None:
    data = os.urandom(3 << 20)
    copy = FileCopy(io.BytesIO(data))

    def whole(_: int) -> bytes:
        with copy.open() as file:
            return b"".join(iter(lambda: file.read(1000), b""))

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(whole, range(8))) == [data] * 8


def test_a_workbook_that_changes_while_it_is_read_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "IN_MEMORY", 100)
    path = tmp_path / "ก.xlsx"
    path.write_bytes(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    book = read_workbook(path)
    path.write_bytes(b"")
    assert [row.cells for row in rows(book)] == [{1: 1}]
