"""The executor of a cluster without Dask: what a worker does, and what becomes of tasks that nobody does.

Real workers, killed and not, are in interop/test_cluster.py.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from ita_docs.recipe import cluster
from ita_docs.recipe.cluster import Cluster, alike, beside
from ita_docs.recipe.helper import Undone
from ita_docs.recipe.limiting import Lost

from . import tasks

HERE = os.getpid()


class There(Future[Any]):
    """A task as a client of Dask has it."""

    status = "pending"


class Client:
    """A scheduler's client: `workers` of one thread, which do nothing by themselves."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.counted = 0
        self.asked: list[There] = []
        self.is_closed = False

    def nthreads(self) -> dict[str, int]:
        self.counted += 1
        return {f"worker {number}": 1 for number in range(self.workers)}

    def submit(self, *_: object, pure: bool) -> There:
        if self.is_closed:
            raise RuntimeError("closed")
        assert not pure
        self.asked.append(There())
        return self.asked[-1]

    def run(self, function: Callable[[], str], on_error: str) -> dict[str, object]:
        return {"same": function(), "older": "ita-docs 0", "none": ModuleNotFoundError("ita_docs")}


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LOOK", 0.01)


def test_the_process_beside_a_worker_is_kept_and_replaced_when_it_ends() -> None:
    first, second = (beside(tasks.square, (number,), 0)[1] for number in (2, 3))
    assert first == second != HERE
    os.kill(first, signal.SIGKILL)
    assert beside(tasks.square, (4,), 0)[0] == 16
    again = beside(tasks.square, (5,), 0)
    assert again[0] == 25
    assert again[1] not in (first, HERE)


def test_what_ends_that_process_twice_is_lost_and_the_worker_goes_on() -> None:
    with pytest.raises(Lost):
        beside(tasks.ends, (HERE, "kill"), 0)
    assert beside(tasks.square, (6,), 0)[0] == 36


def test_a_task_is_waited_for_as_long_as_there_are_workers(impatient: None) -> None:
    client = Client(1)
    with Cluster(client) as workers:
        task = workers.submit(tasks.square, 7)
        (there,) = client.asked

        def nthreads() -> dict[str, int]:
            client.counted += 1
            if client.counted > 3 and not there.done():
                there.set_result((49, 1))
            return {"worker": 1}

        client.nthreads = nthreads  # type: ignore[method-assign]
        assert not task.done()
        assert task.result() == (49, 1)
        assert not workers.is_gone


def test_tasks_of_a_cluster_without_workers_are_undone_and_later_ones_done_here(impatient: None) -> None:
    client = Client(0)
    with Cluster(client) as workers:
        lost = [workers.submit(tasks.square, number) for number in (1, 2)]
        for task in lost:
            with pytest.raises(Undone):
                task.result()
        assert workers.is_gone
        assert client.counted == cluster.LOOKS
        assert workers.submit(tasks.square, 3).result() == (9, HERE)


def test_a_connection_that_is_closed_is_the_end_of_the_cluster() -> None:
    client = Client(2)
    client.is_closed = True
    with Cluster(client) as workers:
        assert workers.submit(tasks.square, 3).result() == (9, HERE)
        assert workers.is_gone


def test_workers_that_are_not_like_this_machine_are_named() -> None:
    with Cluster(Client(3)) as workers:
        assert set(workers.others()) == {"older", "none"}
        assert "ita_docs" in workers.others()["none"]
    assert "Python 3." in alike()
