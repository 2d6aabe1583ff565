"""Tasks done by several processes: real ones, also where one of them is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from ita_docs.problems import PdfError, problem
from ita_docs.recipe import helper
from ita_docs.recipe.crew import AHEAD, Crew, in_order
from ita_docs.recipe.limiting import Lost

from . import tasks

ROOT = Path(__file__).parents[2]
HERE = os.getpid()


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Whether something becomes true in time."""
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.005)
    return true()


def is_running(pid: int) -> bool:
    """Whether there is a process of that number that has not ended; one whose end nobody has asked for has."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text(encoding="ascii").split()[2] != "Z"


def called(crew: Crew) -> int:
    """The number of another process that is ready for tasks."""
    found: list[int] = []

    def answers() -> bool:
        found.append(crew.submit(tasks.square, 1).result()[1])
        return found[-1] != HERE

    assert until(answers)
    return found[-1]


@pytest.fixture
def crew() -> Iterator[Crew]:
    """Two processes, the other one ready."""
    with Crew(2, patience=0) as two:
        called(two)
        yield two


@pytest.mark.parametrize(("jobs", "patience"), [(1, 0.0), (4, 3600.0)])
def test_one_process_or_little_work_needs_no_other(jobs: int, patience: float) -> None:
    with Crew(jobs, patience=patience) as crew:
        done = [crew.submit(tasks.square, number) for number in range(5)]
        assert all(task.done() for task in done)
        assert [task.result() for task in done] == [(number * number, HERE) for number in range(5)]


def test_others_are_called_when_work_has_taken_long_enough() -> None:
    with Crew(2, patience=0.05) as crew:
        assert [crew.submit(tasks.square, 1, 0.02).result()[1] for _ in range(3)] == [HERE] * 3
        called(crew)


def test_work_is_shared_and_comes_back_in_order(crew: Crew) -> None:
    begun = (crew.submit(tasks.square, number, 0.02 if number % 5 == 0 else 0.002) for number in range(40))
    found = [task.result() for task in in_order(crew, begun, lambda task: task)]
    assert [square for square, _ in found] == [number * number for number in range(40)]
    assert len({pid for _, pid in found}) == 2


def test_no_more_is_begun_than_memory_should_hold(crew: Crew) -> None:
    counted: list[int] = []

    def begun() -> Iterator[Future[tuple[int, int]]]:
        for number in range(60):
            counted.append(number)
            yield crew.submit(tasks.square, number, 0.1 if number == 0 else 0)

    for at, task in enumerate(in_order(crew, begun(), lambda task: task)):
        task.result()
        assert len(counted) - at <= 10
    assert len(counted) == 60


def test_what_was_begun_comes_before_the_fault_of_what_begins_it(crew: Crew) -> None:
    def begun() -> Iterator[Future[tuple[int, int]]]:
        for number in range(3):
            yield crew.submit(tasks.square, number, 0.02)
        raise LookupError

    found = in_order(crew, begun(), lambda task: task)
    assert [next(found).result()[0] for _ in range(3)] == [0, 1, 4]
    with pytest.raises(LookupError):
        next(found)


def test_as_many_processes_as_there_is_work_for_and_not_one_more() -> None:
    with Crew(3, patience=0) as crew:
        pids: set[int] = set()
        until(lambda: pids.add(called(crew)) or len(pids) == 1, 0.2)
        assert len(pids) == 1
        many = (crew.submit(tasks.square, 2, 0.02) for _ in range(60))
        pids |= {task.result()[1] for task in in_order(crew, many, lambda task: task)}
        assert len(pids - {HERE}) == 2
    assert not any(map(is_running, pids - {HERE}))


@pytest.mark.parametrize("how", ["exit", "kill"])
def test_a_task_that_ends_its_process_is_lost_and_no_other_is(crew: Crew, how: str) -> None:
    """It is tried once more by a process of its own; this one goes on."""
    sent = [crew.submit(tasks.ends, HERE, how), *(crew.submit(tasks.square, number) for number in range(4))]
    with pytest.raises(Lost):
        sent[0].result()
    assert [task.result()[0] for task in sent[1:]] == [0, 1, 4, 9]
    assert called(crew) != HERE


def test_a_task_that_ends_its_process_while_it_answers(crew: Crew) -> None:
    sent = [crew.submit(tasks.ends_while_it_answers, HERE), crew.submit(tasks.ends_while_it_answers, HERE)]
    with pytest.raises(Lost):
        sent[0].result()
    assert sent[1].result() == HERE


def test_a_task_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper, "GRACE", 0.0)
    with Crew(2, patience=0, seconds=0.3) as crew:
        called(crew)
        sent = [crew.submit(tasks.square, 1, 60), crew.submit(tasks.square, 2)]
        with pytest.raises(Lost) as lost:
            sent[0].result()
        assert lost.value.slow
        assert sent[1].result() == (4, HERE)


def test_a_process_killed_from_outside(crew: Crew, tmp_path: Path) -> None:
    sent = crew.submit(tasks.notes, tmp_path / "pid", 0.3)
    assert until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text() != "")
    killed = int((tmp_path / "pid").read_text())
    os.kill(killed, signal.SIGKILL)
    sent.result()
    assert int((tmp_path / "pid").read_text()) not in (killed, HERE)


def test_a_process_that_cannot_be_made_ready_gets_no_task() -> None:
    with Crew(2, patience=0) as crew:
        assert crew.submit(tasks.ends, HERE, "exit").result() == HERE
        assert not until(lambda: crew.submit(tasks.square, 1).result()[1] != HERE, 0.3)


def test_at_the_end_nobody_waits_for_what_is_not_begun(crew: Crew) -> None:
    begun = [crew.submit(tasks.square, number, 0.2) for number in range(AHEAD)]
    assert not any(task.done() for task in begun)
    pids = [task.result()[1] for task in in_order(crew, begun, lambda task: task)]
    assert pids[0] != HERE
    assert pids[-1] == HERE


def test_a_system_without_more_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/python")
    with Crew(2, patience=0) as crew:
        assert [crew.submit(tasks.square, 3).result() for _ in range(3)] == [(9, HERE)] * 3


def test_what_fails_there_fails_here(crew: Crew) -> None:
    with pytest.raises(ValueError, match="here"):
        crew.submit(tasks.raises, HERE).result()
    assert called(crew) != HERE


def test_what_cannot_be_sent_is_done_here(crew: Crew) -> None:
    assert callable(crew.submit(tasks.unpicklable).result())
    here = crew.submit(lambda: os.getpid())
    assert here.result() == HERE


def test_what_is_printed_there_is_no_answer(crew: Crew, capfd: pytest.CaptureFixture[str]) -> None:
    assert crew.submit(tasks.prints, "text").result() == "text"
    assert called(crew) != HERE
    assert capfd.readouterr().out == ""


def test_large_documents_there_and_back(crew: Crew) -> None:
    data = bytes(5_000_000)
    begun = (crew.submit(bytes, data) for _ in range(12))
    assert all(task.result() == data for task in in_order(crew, begun, lambda task: task))


def test_problems_arrive_as_they_were(crew: Crew) -> None:
    what = {"th": "กรอบ", "en": "a frame"}
    said = problem("unsupported-feature", what=what, where="หน้า 2", place={"file": "ก.docx"}, value=3)
    error = crew.submit(PdfError, said, problem("pdf-failed", file="ก.docx", reason="…")).result()
    assert type(error) is PdfError
    assert error.problems[0] == said
    assert error.worded("en") == PdfError(said, problem("pdf-failed", file="ก.docx", reason="…")).worded("en")


def test_nothing_runs_on_when_the_crew_is_left(tmp_path: Path) -> None:
    started = time.monotonic()
    with Crew(2, patience=0) as crew:
        pid = called(crew)
        crew.submit(tasks.notes, tmp_path / "pid", 60)
        assert until(lambda: (tmp_path / "pid").exists())
    assert not is_running(pid)
    assert time.monotonic() - started < 20


def test_a_caller_that_is_killed_leaves_nobody_behind(tmp_path: Path) -> None:
    busy = tmp_path / "pid"
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom ita_docs.recipe.crew import Crew\n"
        "from tests.recipe import tasks\nfrom tests.recipe.test_crew import called\n"
        "with Crew(2, patience=0) as crew:\n"
        "    called(crew)\n    crew.submit(tasks.notes, Path(sys.argv[1]), 60).result()\n"
    )
    running = subprocess.Popen([sys.executable, "-c", program, str(busy)], cwd=ROOT)
    assert until(lambda: busy.exists() and busy.read_text() != "")
    pid = int(busy.read_text())
    assert pid != running.pid
    assert is_running(pid)
    running.kill()
    running.wait()
    assert until(lambda: not is_running(pid), 5)
