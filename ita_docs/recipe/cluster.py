"""The workers of a Dask cluster as an executor, and this machine once they are gone."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar, TypeVarTuple, cast

from .crew import Crew
from .helper import Helper, Undone

LOOK = 2.0
"""Seconds that a task is waited for before the workers are counted; twice as many each time, up to `LONGEST`."""
LONGEST = 60.0
LOOKS = 10
"""How often in a row there is nobody before none is waited for: a worker that is started anew is back by then."""
R = TypeVar("R")
Ts = TypeVarTuple("Ts")


class Cluster(Executor):
    """The workers that `client` (of `distributed`) speaks to; once none is left, this machine with `jobs` processes.

    Tasks that are lost with the last worker raise Undone. seconds: how long a task may take, 0 for as long as it takes.
    """

    def __init__(self, client: Any, jobs: int = 1, seconds: float = 0.0) -> None:
        self._client = client
        self._seconds = seconds
        self._crew = Crew(jobs, seconds=seconds)
        self.is_gone = False
        """Whether the work goes on without workers."""

    @property
    def threads(self) -> int:
        """How many tasks the workers do at a time."""
        try:
            return sum(self._client.nthreads().values())
        except Exception:
            # whatever is wrong with the connection: nobody is there
            return 0

    def others(self) -> dict[str, str]:
        """Workers whose documents could differ from those of this machine, and what they are."""
        said = self._client.run(alike, on_error="return")
        return {worker: str(what) for worker, what in said.items() if what != alike()}

    def submit(  # type: ignore[override]
        self, function: Callable[[*Ts], R], /, *args: *Ts
    ) -> Future[R]:
        """`function(*args)`, done by a worker."""
        if not self.is_gone:
            try:
                # not pure: what Dask would hash to find the same task again is large, and none comes twice
                return Remote(self, self._client.submit(beside, function, args, self._seconds, pure=False))
            except Exception:
                self.is_gone = True
        return self._crew.submit(function, *args)

    def awaited(self, there: Any) -> Any:
        """What a task of a worker gives, however long that takes. Raises: what it raises; Undone if all are gone."""
        wait, vain = LOOK, 0
        while not self.is_gone:
            try:
                return there.result(wait)
            except TimeoutError:
                if there.status == "error":
                    raise
                # a result that takes long to come over is asked for with more time
                wait, vain = (min(2 * wait, LONGEST), 0) if self.threads else (LOOK, vain + 1)
                self.is_gone = vain >= LOOKS
        raise Undone

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes of this machine; the client is its owner's to close."""
        self._crew.shutdown()


class Remote(Future[R]):
    """A task of a worker. Its result stays there until it is asked for: few are in memory here."""

    def __init__(self, cluster: Cluster, there: Any) -> None:
        super().__init__()
        self._cluster = cluster
        self._there = there

    def done(self) -> bool:
        """Whether its result can be had."""
        return bool(self._there.done())

    def result(self, timeout: float | None = None) -> R:
        """What the task gives. Raises: Lost as `beside` does; Undone, or what Dask raises, where that has lost it."""
        return cast(R, self._cluster.awaited(self._there))


_here = threading.local()


def beside(function: Callable[[*Ts], R], args: tuple[*Ts], seconds: float) -> R:
    """`function(*args)`, done by the process that this thread of a worker has beside it.

    There time and memory are limited as in any run, and what ends that process does not end the worker.
    Raises: Lost if it ends with the task, twice; Undone if it cannot be asked.
    """
    helper: Helper | None = getattr(_here, "helper", None)
    if helper is None or helper.is_lost:
        if helper is not None:
            helper.dismiss()
        helper = _here.helper = Helper(int, (), seconds)
    helper.seconds = seconds
    task = helper.ask(function, args)
    if task is None:
        raise Undone
    return task.result()


def alike() -> str:
    """What all machines must have in common, if documents are to be the same wherever they are made."""
    from .. import __version__

    major, minor, *_ = sys.version_info
    return f"ita-docs {__version__}, Python {major}.{minor}, {sys.platform}"
