"""What goes wrong with one document refuses that one, and the run goes on, whoever makes the documents."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs.kinds.model import Kind
from ita_docs.recipe import helper, making, orders
from ita_docs.recipe.limiting import TooSlow, limited

from ..word.templates import paragraphs
from .small import TOML, codes, files, frames, plain, remade, rows, slip

REFS = ("ก", "ข", "ค")
LOOP = (
    "{% for a in range(9000) %}{% for b in range(9000) %}{% if a == -b - 1 %}{{ b }}{% endif %}{% endfor %}{% endfor %}"
)


@pytest.fixture(scope="module")
def kind(tmp_path_factory: pytest.TempPathFactory) -> Kind:
    return slip(tmp_path_factory.mktemp("slip"))


def run(kind: Kind, out: Path, **options: Any) -> ita_docs.Report:
    return ita_docs.make(kind, frames(rows(*REFS)), out, **{"pdf": True, **options})


def spoil(monkeypatch: pytest.MonkeyPatch, fault: Callable[[], None]) -> None:
    """Let the document of ข come to grief."""
    real = orders.Workshop.make

    def spoilt(shop: orders.Workshop, order: orders.Order) -> orders.Product:
        if order.name == "ข.docx":
            fault()
        return real(shop, order)

    monkeypatch.setattr(orders.Workshop, "make", spoilt)


def raising(error: BaseException) -> Callable[[], None]:
    def fault() -> None:
        raise error

    return fault


FAULTS: dict[str, tuple[Callable[[], None], str]] = {
    "memory": (raising(MemoryError()), "document-too-large"),
    "value": (raising(ValueError("ไม่ใช่")), "internal-error"),
    "key": (raising(KeyError("x")), "internal-error"),
    "recursion": (raising(RecursionError()), "internal-error"),
    "a file that is gone": (raising(FileNotFoundError(2, "no file", "x.jpg")), "internal-error"),
    "time": (lambda: time.sleep(20), "document-too-slow"),
    "time in a library that catches all": (lambda: swallowing(), "document-too-slow"),
}


def swallowing() -> None:
    """What many a library does."""
    for _ in range(200):
        try:
            time.sleep(0.1)
        except Exception:
            continue


@pytest.mark.parametrize("name", FAULTS)
def test_a_document_that_cannot_be_made(name: str, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault, code = FAULTS[name]
    with monkeypatch.context() as patched:
        spoil(patched, fault)
        report = run(kind, tmp_path, seconds=0.4)
    assert report.status == 1
    assert [item.ref for item in report.made] == ["ก", "ค"]
    assert [item.ref for item in report.refused] == ["ข"]
    [error] = [item for item in report.problems if item.severity == "error"]
    assert (error.code, error.sheet, error.row) == (code, "ใบ", 3)
    assert remade(run(kind, tmp_path)) == ["ข"]


@pytest.mark.parametrize("alarm", [True, False])
def test_a_template_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alarm: bool) -> None:
    if not alarm:  # as on Windows
        monkeypatch.delattr(signal, "setitimer")
    folder = tmp_path / "endless"
    folder.mkdir()
    (folder / "kind.toml").write_text(TOML.replace('"slip"', '"endless"'), encoding="utf-8")
    (folder / "template.docx").write_bytes(paragraphs("{% if ref == 'ข' %}" + LOOP + "{% endif %}{{ text }}"))
    report = run(ita_docs.load_kind(folder), tmp_path / "out", seconds=0.5)
    assert [item.ref for item in report.refused] == ["ข"]
    assert len(report.made) == 2


def busy(seconds: float) -> int:
    """Work in Python for so long; how often it went round."""
    count, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        count += 1
    return count


def test_threads_have_their_limits_too() -> None:
    def work(seconds: float) -> str:
        try:
            with limited(0.3):
                busy(seconds)
        except TooSlow:
            return "too slow"
        busy(0.4)  # nothing rings later
        return "done"

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, [0.01, 5, 0.01, 5])) == ["done", "too slow", "done", "too slow"]


def test_work_that_ends_as_it_is_rung_for_ends_well_or_is_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    ended = set()
    for _ in range(60):
        try:
            with limited(0.002):
                busy(0.002)
            ended.add("done")
        except TooSlow:
            ended.add("too slow")
        busy(0.001)
    assert ended <= {"done", "too slow"}


def test_the_alarm_is_put_back() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(TooSlow), limited(0.05):
        time.sleep(5)
    with limited(5):
        pass
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_of_the_program_itself_is_let_be() -> None:
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        with limited(5):
            pass
        with pytest.raises(TooSlow), limited(0.05):
            busy(5)
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 50
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


@pytest.mark.parametrize("executor", [threads, processes])
def test_an_executor_of_the_caller(executor: Callable[[], Executor], kind: Kind, tmp_path: Path) -> None:
    table = frames([*rows(*map(str, range(8))), ("ผิด", ""), ("a/b", "ยาว " * 3000)])
    alone = ita_docs.make(kind, table, tmp_path / "1", pdf=True, merge="all.pdf")
    with executor() as pool:
        for _ in range(2):
            shared = ita_docs.make(kind, table, tmp_path / "2", pdf=True, merge="all.pdf", executor=pool, jobs=2)
            assert plain(shared) == plain(alone)
        assert pool.submit(abs, -1).result() == 1  # it stays open
    assert remade(shared) == []
    assert files(tmp_path / "1") == files(tmp_path / "2")


class Faulty(Executor):
    """Loses what it is given, in one way or another."""

    def __init__(self, how: str) -> None:
        self.how = how
        self.given = 0

    def submit(self, function: Any, /, *args: Any, **options: Any) -> Future[Any]:
        self.given += 1
        if self.how == "shut":
            raise RuntimeError("cannot schedule new futures after shutdown")
        if self.how == "broken" and self.given > 1:
            raise BrokenProcessPool("a process ended")
        task: Future[Any] = Future()
        if self.how == "cancelled":
            task.cancel()
            task.set_running_or_notify_cancel()
        else:
            task.set_exception({"lost": CancelledError(), "broken": BrokenProcessPool()}.get(self.how, OSError(5, "x")))
        return task


@pytest.mark.parametrize("how", ["shut", "broken", "cancelled", "lost", "gone"])
def test_an_executor_that_loses_what_it_is_given(how: str, kind: Kind, tmp_path: Path) -> None:
    table = frames(rows("ก", "ข") if how in ("shut", "broken") else rows("ก"))
    wanted = ita_docs.make(kind, table, tmp_path / "1")
    report = ita_docs.make(kind, table, tmp_path / "2", executor=Faulty(how))
    assert report == wanted
    assert files(tmp_path / "1") == files(tmp_path / "2")


def test_what_nobody_survives_is_refused(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(*_: Any) -> None:
        raise helper.Lost

    monkeypatch.setattr(helper, "alone", ends)
    report = ita_docs.make(kind, frames(rows("ก")), tmp_path, executor=Faulty("lost"))
    assert codes(report) == ["document-ends-process"]
    assert [item.ref for item in report.refused] == ["ก"]


@pytest.mark.parametrize(("slow", "code"), [(True, "document-too-slow"), (False, "document-ends-process")])
def test_a_helper_that_ended(
    slow: bool, code: str, kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ends(making.Crew):
        def submit(self, function: Any, *args: Any) -> Any:  # type: ignore[override]
            if args[1].name != "ข.docx":
                return super().submit(function, *args)
            task: Future[Any] = Future()
            task.set_exception(helper.Lost(slow))
            return task

    monkeypatch.setattr(making, "Crew", Ends)
    report = run(kind, tmp_path)
    assert [item.code for item in report.problems if item.severity == "error"] == [code]
    assert len(report.made) == 2
