"""The manifest: whatever crashes and tampering leave in it, the next run goes."""

from __future__ import annotations

import os
import threading
from binascii import crc32
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ita_docs
from ita_docs.problems import Problem, problem
from ita_docs.recipe import manifest as module
from ita_docs.recipe.entries import Entry, Stamp, stamp_of
from ita_docs.recipe.manifest import FILE_NAME, Manifest

from .small import append, codes, files, frames, lines, remade, rows, slip

SOURCE = ("slip", "a.xlsx")
STAMP = Stamp("ก.docx", "0" * 64, 3, 5)
PROBLEMS = (
    problem("edited-since", file="ก", beside="ข"),
    Problem("row-gone", "info", "สมุด", "แผ่น", "A1", "คอลัมน์", "ค่า", {"file": "ก", "documents": 2}, 4, {"n": [1, 2.5]}),
)


def entry(name: str = "ก.docx", key: str = "k", **more: Any) -> Entry:
    return Entry(*SOURCE, "ก", name, key, STAMP._replace(name=name), **more)


def written(folder: Path, count: int = 3) -> bytes:
    """A manifest of a few documents, as it is on the disk."""
    with Manifest(folder) as manifest:
        manifest.begin({"source": SOURCE, "command": ("make",), "caller": "ก"})
        for number in range(count):
            manifest.note(f"{number}.docx", f"{number}" * 64)
            manifest.made(entry(f"{number}.docx", key=str(number)))
        manifest.end()
    return (folder / FILE_NAME).read_bytes()


def known(folder: Path) -> dict[str, str]:
    with Manifest(folder) as manifest:
        return {item.name: item.key for item in manifest.entries(*SOURCE)}


@pytest.mark.parametrize("more", [{}, {"pdf": STAMP, "pages": 3, "said": PROBLEMS, "printed": PROBLEMS[:1]}])
def test_what_is_noted_is_read_as_it_was(tmp_path: Path, more: dict[str, Any]) -> None:
    noted = entry(written=PROBLEMS, **more)
    with Manifest(tmp_path) as manifest:
        manifest.made(noted)
        assert manifest.entry(*SOURCE, "ก.docx") == noted
    with Manifest(tmp_path) as manifest:
        assert list(manifest.entries(*SOURCE)) == [noted]
        assert manifest.sources() == [SOURCE]
        manifest.gone(noted)
    assert known(tmp_path) == {}


def test_the_last_word_on_a_document_is_believed(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:
        manifest.made(entry(key="old"))
        manifest.made(entry(key="new"))
        assert [item.key for item in manifest.entries(*SOURCE)] == ["new"]
    assert known(tmp_path) == {"ก.docx": "new"}


def test_a_last_line_torn_at_any_byte(tmp_path: Path) -> None:
    whole = written(tmp_path)
    last = whole.rstrip(b"\n").rpartition(b"\n")[0].rfind(b'{"made"') - 9
    assert whole[last - 1 : last] == b"\n"
    for cut in range(last, len(whole)):
        (tmp_path / FILE_NAME).write_bytes(whole[:cut])
        before = known(tmp_path)
        assert before.items() <= {"0.docx": "0", "1.docx": "1", "2.docx": "2"}.items()
        assert {"0.docx", "1.docx"} <= before.keys()
        with Manifest(tmp_path) as manifest:
            manifest.made(entry("next.docx", key="next"))
        assert known(tmp_path) == {**before, "next.docx": "next"}


@settings(max_examples=150)
@given(st.data())
def test_bytes_flipped_anywhere_never_make_a_line_say_something_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    whole = bytearray(written(folder))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    (folder / FILE_NAME).write_bytes(whole)
    assert known(folder).items() <= {"0.docx": "0", "1.docx": "1", "2.docx": "2"}.items()


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_junk_is_ignored(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    folder = tmp_path_factory.mktemp("junk")
    (folder / FILE_NAME).write_bytes(junk)
    with Manifest(folder) as manifest:
        manifest.made(entry())
    assert known(folder) == {"ก.docx": "k"}


LONG = "ก" * 5000
MADE: dict[str, Any] = {**entry()._asdict(), "kind": "slip", "book": "", "said": [], "printed": [], "written": []}
SHAPES: list[object] = [
    *(None, 5, [], {}, "made", {"made": None}, {"made": []}, {"made": {}}, {"file": []}, {"gone": 3}, {"gone": []}),
    *({"file": {}, "sha256": []}, {"file": 5, "sha256": 5}, {"file": "\0", "sha256": ""}, {"file": "", "sha256": "x"}),
    *({"file": "../../x", "sha256": "x"}, {"file": LONG, "sha256": "x"}, {"picture": 1}, {"picture": [1, 2, 3]}),
    *({"picture": ["a", {}, 3, 4]}, {"safe": None}, {"safe": 1e400}, {"safe": "x"}, {"safe": float("nan")}),
    *({"run": 1}, {"run": {}}, {"run": []}, {"run": {"source": 1}}, {"run": {"source": ["a"]}}, {"end": 1}),
    {"run": {"source": [{}, []]}},
    {"run": {"source": ["slip", ""], "command": 7}},
]
"""Lines with a right checksum that no run writes."""
ENTRIES: list[dict[str, Any]] = [
    *({"docx": value} for value in (None, 5, "x", [], [1, 2, 3, 4], ["a.docx"], ["\0", "", 0, 0], [LONG, "", 0, 0])),
    *({"docx": ["\ud800", "", 0, 0]}, {"docx": ["a.docx", 5, "x", None]}, {"docx": {"name": "a"}}),
    *({"pdf": value} for value in (5, "x", [], [None] * 4, ["\0", "", 0, 0])),
    *({"said": value} for value in (5, [5], [{}], [{"code": "none", "severity": "x"}], "x")),
    *({"written": [{"code": "edited-since", "severity": "warning", "detail": value}]} for value in (5, {}, None)),
    *({"pages": "x"}, {"ref": 5}, {"key": []}, {"kind": []}, {"name": {}}, {"book": None}),
]


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> ita_docs.Kind:
    return slip(tmp_path_factory.mktemp("kind"))


def test_lines_of_any_shape_stop_no_run(tmp_path: Path, kind: ita_docs.Kind) -> None:
    table = frames(rows("ก", "ข"))
    first = ita_docs.make(kind, table, tmp_path, pdf=True)
    append(tmp_path, *SHAPES, "[" * 100_000)
    deep = b"[" * 100_000
    with open(tmp_path / FILE_NAME, "ab") as file:
        file.write(b"%08x %s\n" % (crc32(deep), deep))
    again = ita_docs.make(kind, table, tmp_path, pdf=True)
    assert [item.kept for item in again.made] == [True, True]
    assert [item.sha256 for item in again.made] == [item.sha256 for item in first.made]


def test_entries_of_any_shape_stop_no_run(tmp_path: Path, kind: ita_docs.Kind) -> None:
    table = frames(rows("ก"))
    whole = ita_docs.make(kind, table, tmp_path, pdf=True)
    [right] = [line["made"] for line in lines(tmp_path) if "made" in line]
    wanted = files(tmp_path)
    for wrong in ENTRIES:
        append(tmp_path, {"made": {**right, **wrong}})
        again = ita_docs.make(kind, table, tmp_path, pdf=True)
        assert again.status == 0, wrong
        again.to_json("en")
        assert again.made[0][:5] == whole.made[0][:5], wrong
        assert files(tmp_path) == wanted, wrong


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    with Manifest(tmp_path / "none") as manifest:
        assert manifest.sources() == []
    assert not (tmp_path / "none").exists()


def test_what_came_after_the_last_marker_is_read_again(tmp_path: Path) -> None:
    """Other bytes of the same number and time, as a power cut may leave them, are found there, and only there."""
    stamps = []
    for name in ("before.docx", "after.docx"):
        (tmp_path / name).write_bytes(b"right")
        stamps.append(stamp_of(tmp_path, name, module.digest_of(b"right")))
    with Manifest(tmp_path) as manifest:
        noted = [entry(stamp.name)._replace(docx=stamp) for stamp in stamps]
        manifest.made(noted[0])
        manifest._append({"safe": (tmp_path / FILE_NAME).stat().st_size})
        manifest.made(noted[1])
        assert [manifest.state(item.docx, item) for item in noted] == ["same", "same"]
    for stamp in stamps:
        (tmp_path / stamp.name).write_bytes(b"wrong")
        os.utime(tmp_path / stamp.name, ns=(stamp.time, stamp.time))
    with Manifest(tmp_path) as manifest:
        assert manifest.state(noted[0].docx, noted[0]) == "same"
        assert manifest.state(noted[1].docx, noted[1]) != "same"


def test_a_run_says_what_is_safe(tmp_path: Path, kind: ita_docs.Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EVERY", 0.0)
    ita_docs.make(kind, frames(rows("ก", "ข", "ค")), tmp_path)
    said = lines(tmp_path)
    safe = [line["safe"] for line in said if "safe" in line]
    assert safe == sorted(safe)
    assert 0 < safe[-1] <= (tmp_path / FILE_NAME).stat().st_size
    with Manifest(tmp_path) as manifest:
        assert manifest._safe == safe[-1]


def test_two_threads_append_whole_lines(tmp_path: Path) -> None:
    with Manifest(tmp_path) as manifest:

        def note(who: int) -> None:
            for number in range(300):
                manifest.made(entry(f"{who}-{number}.docx", key=f"{who} {number}"))

        threads = [threading.Thread(target=note, args=(who,)) for who in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(list(manifest.entries(*SOURCE))) == 600
    assert known(tmp_path) == {f"{who}-{n}.docx": f"{who} {n}" for who in range(2) for n in range(300)}


def test_two_threads_read_what_they_ask_for(tmp_path: Path) -> None:
    written(tmp_path, 50)
    wrong: list[tuple[str, str]] = []
    with Manifest(tmp_path) as manifest:

        def read(step: int) -> None:
            for number in range(4000):
                name = str(number * step % 50)
                found = manifest.entry(*SOURCE, f"{name}.docx")
                if found is None or found.key != name:
                    wrong.append((name, "" if found is None else found.key))

        threads = [threading.Thread(target=read, args=(step,)) for step in (3, 7, 11)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_a_file_of_another_kind_under_the_same_name_is_no_edit(tmp_path: Path, kind: ita_docs.Kind) -> None:
    """Runs that share a folder and a name take turns; neither believes the other's bytes to be its own."""
    from dataclasses import replace

    other = replace(kind, name="other", numerals="arabic")
    mine, theirs = frames(rows("ก", ก="๒๕๖๗ ปี")), frames(rows("ก", ก="ปี 2567"))
    first = ita_docs.make(kind, mine, tmp_path)
    assert ita_docs.make(other, theirs, tmp_path).made[0].sha256 != first.made[0].sha256
    again = ita_docs.make(kind, mine, tmp_path)
    assert (remade(again), codes(again)) == (["ก"], [])
    assert module.digest_of(files(tmp_path)["ก.docx"]) == again.made[0].sha256 == first.made[0].sha256
