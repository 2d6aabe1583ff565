"""Who writes what a run makes: the run itself while the disk is quick, else a thread, so that no disk is waited for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar, TypeVarTuple

from .crew import done_here

SLOW = 0.02
"""Seconds for one document after which others are not waited for."""
AT_ONCE = 16
"""How many documents the thread gets before the disk is tried again."""
R = TypeVar("R")
Ts = TypeVarTuple("Ts")


class Disk:
    """Does one thing after the other, in the order given.

    A thread that writes little takes turns with the one that computes at every call of the system: on a quick disk that
    costs more than the writing.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._last: Future[Any] | None = None
        self._left = 0

    def __enter__(self) -> Disk:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def submit(self, function: Callable[[*Ts], R], /, *args: *Ts) -> Future[R]:
        """`function(*args)`, done by now or after all that was given before."""
        if self._left <= 0 and (self._last is None or self._last.done()):
            return self._done(function, args)
        self._left -= 1
        done = self._thread.submit(function, *args)
        self._last = done
        return done

    def _done(self, function: Callable[[*Ts], R], args: tuple[*Ts]) -> Future[R]:
        done, seconds = done_here(function, args)
        if seconds > SLOW:
            self._left = AT_ONCE
        return done
