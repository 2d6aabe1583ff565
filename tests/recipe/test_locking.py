"""One run at a time in a folder."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import ita_docs
from ita_docs.cli import main
from ita_docs.problems import OutputError
from ita_docs.recipe.locking import locked

from .small import append, book, frames, rows, slip

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys
from pathlib import Path
from ita_docs.recipe.locking import locked
from ita_docs.recipe.manifest import Manifest
folder = Path(sys.argv[1])
with locked(folder), Manifest(folder) as manifest:
    manifest.begin({"source": ["slip", "a.csv"], "command": ["/"], "caller": "สมชาย@เครื่อง ๒"})
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The folder, held by another process."""
    folder.mkdir()
    given = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(given, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "held\n"
        try:
            yield running
        finally:
            running.kill()


def test_a_second_run_says_who_is_there_and_goes_when_nobody_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    slip(tmp_path / "kinds" / "slip")
    given = ["make", "slip", str(book(tmp_path / "a.csv", rows("ก"))), "--kinds", "kinds", "-o", "out"]
    with held(tmp_path / "out") as running:
        assert main(given) == 2
        said = capsys.readouterr().err
        assert "out" in said
        assert "สมชาย@เครื่อง ๒" in said
        assert not list((tmp_path / "out").glob("*.docx"))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert main(given) == 0
    assert len(list((tmp_path / "out").glob("*.docx"))) == 1


def test_two_threads_are_two_runs(tmp_path: Path) -> None:
    said: list[str] = []

    def second() -> None:
        try:
            ita_docs.make(slip(tmp_path / "slip"), frames(rows("ก")), tmp_path)
        except OutputError as error:
            said.extend(item.code for item in error.problems)

    with locked(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert said == ["folder-in-use"]
    second()
    assert said == ["folder-in-use"]


@pytest.mark.parametrize("caller", [None, 5, [], "", {"a": 1}])
def test_a_holder_who_says_nothing(tmp_path: Path, caller: object) -> None:
    append(tmp_path, {"run": {"source": ["a", "b"], "caller": caller}})
    with locked(tmp_path), pytest.raises(OutputError) as raised, locked(tmp_path):
        pass
    assert raised.value.problems[0].code == "folder-in-use"


def test_a_folder_that_may_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(OutputError) as raised:
        ita_docs.make(slip(tmp_path / "slip"), frames(rows("ก")), tmp_path)
    assert raised.value.problems[0].code == "cannot-write"


def test_a_run_that_fails_lets_go(tmp_path: Path) -> None:
    kind = slip(tmp_path / "slip")

    def broken(_: object) -> None:
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            ita_docs.make(kind, frames(rows("ก")), tmp_path / "out", progress=broken)
    assert ita_docs.make(kind, frames(rows("ก")), tmp_path / "out").status == 0
