"""Runs that are killed again and again, at every place where they touch the disk or at any moment, and then go on.

    python -m tests.recipe.killing FOLDER steps|moments KILLS SEED

Each run is a fork of this process, which has everything loaded: a kill costs a fraction of a second. After each kill no
file may have a name of its own and not be what an uninterrupted run makes; and once a run comes to its end, all of them
must be there. Between runs the sheet is corrected, and back: what a killed run left must not pass for somebody's edit.
Prints how many runs were killed, and how many came to their end.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas

import ita_docs
from ita_docs.recipe import manifest

ROWS = 4
KIND = ita_docs.load_kind("memo")


def book(edition: int) -> ita_docs.Workbook:
    """A few memos, of one and of two pages; of two editions."""
    row = {field.title: field.example for field in KIND.table.fields}
    numbers = range(ROWS)
    texts = [
        {"เลขอ้างอิง": f"M-{n}", "ข้อความ": f"เรื่องที่ {n + edition * (n % 3)} " * (20 + 300 * (n % 2))} for n in numbers
    ]
    return ita_docs.read_workbook(pandas.DataFrame([row | text for text in texts]))


def run(out: Path, edition: int) -> None:
    """The run: documents, PDFs, one PDF and one ZIP of all."""
    ita_docs.make(KIND, book(edition), out, pdf=True, merge="all.pdf", zip="all.zip", name="{เลขอ้างอิง}/หนังสือ {เรื่อง}")


def forked(work: Callable[[], None]) -> int:
    """The number of a child that does `work`."""
    pid = os.fork()
    if pid:
        return pid
    try:
        work()
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def ended(pid: int) -> bool:
    """Wait for a child: whether it came to its end; one that failed ends this process too."""
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return False
    assert status == 0, f"a run failed: {status}"
    return True


def files(folder: Path) -> dict[str, str]:
    """The files that have a name of their own, and their hashes."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


def killed_at(step: int) -> Callable[..., None]:
    """What a child does before it works: it will be killed just before it touches the disk for the `step`th time."""
    left = [step]

    def hooked(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*given, **options)

        return call

    def prepare() -> None:
        manifest.EVERY = 0.0
        os.replace, os.write, os.open = hooked(os.replace), hooked(os.write), hooked(os.open)
        os.unlink, os.fsync, os.mkdir = hooked(os.unlink), hooked(os.fsync), hooked(os.mkdir)
        Path.write_bytes = hooked(Path.write_bytes)  # type: ignore[method-assign]

    return prepare


def half_written(real: Callable[..., Any]) -> Callable[..., Any]:
    """`os.write` of a child that writes half of a line, and is killed."""

    def call(file: int, data: bytes) -> int:
        if random.random() < 0.02:
            real(file, data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return int(real(file, data))

    return call


def main(folder: Path, how: str, kills: int, seed: int) -> None:
    dice = random.Random(seed)
    out = folder / "out"
    run(folder / "first", 0)  # what is loaded and learnt once is there for all
    editions = []
    started = time.monotonic()
    for edition in (0, 1):
        whole = folder / f"whole {edition}"
        assert ended(forked(lambda: run(whole, edition)))  # noqa: B023
        editions.append(files(whole))
        assert len(editions[-1]) == 2 * ROWS + 2
    takes = (time.monotonic() - started) / 2
    assert editions[0] != editions[1]
    assert editions[0].keys() == editions[1].keys()
    killed = finished = step = 0
    while killed < kills:
        step += 1
        edition = dice.randint(0, 1)
        wanted = editions[edition]
        if how == "steps":
            prepare = killed_at(step if finished == 0 else dice.randint(1, 60))
            child = forked(lambda: (prepare(), run(out, edition)))  # type: ignore[func-returns-value]  # noqa: B023
        else:
            torn = dice.random() < 0.2

            def work(torn: bool = torn, own: int = dice.getrandbits(32), edition: int = edition) -> None:
                random.seed(own)
                if torn:
                    os.write = half_written(os.write)
                run(out, edition)

            child = forked(work)
            time.sleep(dice.uniform(0, takes * 0.8))
            os.kill(child, signal.SIGKILL)
        done = ended(child)
        there = files(out) if out.exists() else {}
        strange = {name for name, digest in there.items() if digest not in (one.get(name) for one in editions)}
        assert strange == set(), strange
        if not done:
            killed += 1
            if dice.random() < 0.1 and there:
                (out / dice.choice(sorted(there))).unlink()  # somebody deletes a file meanwhile
            continue
        finished += 1
        assert there == wanted, wanted.keys() - there.keys()
        left = [path.name for path in out.rglob(".*") if path.name.endswith(".part")]
        assert left == [], left
        shutil.rmtree(out)
    if out.exists():
        assert ended(forked(lambda: run(out, 0)))
        assert files(out) == editions[0]
        finished += 1
    print(killed, finished)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
