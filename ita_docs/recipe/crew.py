"""Other processes that share the work of this one, once there is enough of it."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from .helper import Helper

PATIENCE = 0.5
"""Seconds of work after which others are called: what takes less is done before they could help."""
AHEAD = 3
"""How many tasks a process is given at a time: it never waits for its next one."""
ON_THE_WAY = 4
"""How many tasks for each process may be begun before the first of them is taken: as many are in memory."""
R = TypeVar("R")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def in_order(
    executor: Executor, items: Iterable[T], task: Callable[[T], Future[Any] | None], workers: int = 1
) -> Iterator[T]:
    """Each of `items` when its task is done, if it has one; the next ones are begun meanwhile.

    workers: how many tasks the executor does at a time; begun are `ON_THE_WAY` for each.
    """
    waiting: deque[T] = deque()
    most = ON_THE_WAY * workers

    def is_done(item: T) -> bool:
        future = task(item)
        return future is None or future.done()

    fault: Exception | None = None
    try:
        for item in items:
            waiting.append(item)
            while waiting and (len(waiting) > most or is_done(waiting[0])):
                yield waiting.popleft()
    except Exception as error:
        # those before it come first, as they do where there is one process
        fault = error
    while waiting:
        if isinstance(executor, Crew):
            while not is_done(waiting[0]) and executor.take_back(map(task, reversed(waiting))):
                pass
        yield waiting.popleft()
    if fault is not None:
        raise fault


def done_here(function: Callable[[*Ts], R], args: tuple[*Ts]) -> tuple[Future[R], float]:
    """`function(*args)`, done in this thread: its future, and how many seconds it took."""
    done: Future[R] = Future()
    started = perf_counter()
    try:
        done.set_result(function(*args))
    except Exception as error:
        done.set_exception(error)
    return done, perf_counter() - started


class Crew(Executor):
    """This process and up to `jobs` − 1 others.

    patience: seconds of work in this process before others are called. Each begins with a task that is done already: it
    has loaded then what the next ones need, and until then this process goes on alone. What one of them has not begun
    when it ends is done again in this: tasks leave nothing behind but their result. seconds: how long a task may take
    in another process, 0 for as long as it takes.
    """

    def __init__(self, jobs: int, *, patience: float = PATIENCE, seconds: float = 0.0) -> None:
        # a program frozen into one file has no Python to start
        startable = bool(sys.executable) and not getattr(sys, "frozen", False)
        self._most = max(0, jobs - 1) if startable else 0
        self._patience = patience
        self._seconds = seconds
        self._spent = 0.0
        self._helpers: list[Helper] = []
        self._last: tuple[Callable[..., object], tuple[Any, ...]] | None = None

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the other processes, whatever they are doing."""
        for helper in self._helpers:
            helper.dismiss()

    def submit(  # type: ignore[override]
        self, function: Callable[[*Ts], R], /, *args: *Ts
    ) -> Future[R]:
        """`function(*args)`, done by now or by one of the others; its result is to be asked for in this thread.

        The function and what it is given and gives must be picklable, else it is done here.
        """
        helper = self._free()
        if helper is not None and (task := helper.ask(function, args)) is not None:
            return task
        return self._done(function, args)

    def take_back(self, tasks: Iterable[Future[Any] | None]) -> bool:
        """Do the first of `tasks` here that another process has, but has not begun; whether there was one."""
        queued = [item for helper in self._helpers for item in helper.queued]
        for task in tasks:
            for item in queued:
                if item is task:
                    item.do()
                    return True
        return False

    def _done(self, function: Callable[[*Ts], R], args: tuple[*Ts]) -> Future[R]:
        done, seconds = done_here(function, args)
        self._spent += seconds
        self._last = (function, args) if len(self._helpers) < self._most else None
        return done

    def _free(self) -> Helper | None:
        """Another process that has room for a task; None while this one had better do it."""
        if self._most == 0 or self._spent < self._patience or (self._last is None and not self._helpers):
            return None
        self._bury()
        if self._most == 0:
            return None
        free = [helper for helper in self._helpers if helper.is_ready and helper.load < AHEAD]
        if free:
            return min(free, key=lambda helper: helper.load)
        count = len(self._helpers)
        if self._last is not None and count < self._most and all(helper.is_ready for helper in self._helpers):
            # all are busy: twice as many, so that no more are started than this process can keep busy
            self._call(min(self._most - count, max(1, count)), *self._last)
        return None

    def _bury(self) -> None:
        """Take those that are gone off the list, so that others are called in their place.

        One that went before it was ready is no loss to make good: none can be started here.
        """
        for helper in [helper for helper in self._helpers if helper.is_lost]:
            if not helper.is_ready:
                self._most = 0
            self._helpers.remove(helper)
            helper.dismiss()

    def _call(self, count: int, function: Callable[..., object], args: tuple[Any, ...]) -> None:
        from .helper import Helper

        try:
            for _ in range(count):
                self._helpers.append(Helper(function, args, self._seconds))
        except OSError:
            # the system gives no more processes
            self._most = len(self._helpers)
