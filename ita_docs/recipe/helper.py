"""Another process that does tasks for this one.

It is a plain Python with a pipe of its own either way: if it is killed, whatever it was doing, that is an end of file
here, and the end of this process is an end of file there. The workers of a `ProcessPoolExecutor` share one pipe: where
one is killed while it answers, the caller waits for the rest of the answer for ever.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from time import monotonic
from typing import IO, Any, TypeVar, TypeVarTuple, cast

from .limiting import Lost

PROGRAM = f"import sys; sys.path[:] = sys.argv[1:]; from {__package__}.serving import serve; serve()"
"""The paths are set first: nothing is imported from the folder that the person happens to be in."""
GRACE = 5.0
"""Seconds that a process has, once its task has taken too long, to say so itself."""

R = TypeVar("R")
Ts = TypeVarTuple("Ts")


class Undone(Exception):
    """Another process ended before it began a task."""


class Task(Future[R]):
    """A task in another process.

    If that ends before it begins the task, it is done where its result is asked for; if it ends in the middle of it,
    the task may be the reason: it is tried once more, alone in a fresh process.
    """

    def __init__(self, helper: Helper, function: Callable[..., R], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._helper = helper
        self._function = function
        self._args = args

    def result(self, timeout: float | None = None) -> R:
        """What the task gives. Raises: what it raises; Lost if its process ends with it, twice."""
        try:
            return self._awaited(timeout)
        except Undone:
            return self._function(*self._args)
        except Lost as lost:
            if lost.slow:
                raise
            return alone(self._function, self._args, self._helper.seconds)

    def _awaited(self, timeout: float | None) -> R:
        while timeout is None and self._helper.seconds:
            try:
                return super().result(self._helper.patience)
            except TimeoutError:
                self._helper.end_if_slow()
        return super().result(timeout)

    def do(self) -> None:
        """Do it here and now, whatever the other process makes of it."""
        try:
            self.settle(self._function(*self._args), None)
        except Exception as error:
            self.settle(None, error)

    def settle(self, value: Any, fault: Exception | None) -> None:
        """Note how it ended; the first to say so is believed."""
        with suppress(InvalidStateError):
            if fault is None:
                self.set_result(value)
            else:
                self.set_exception(fault)


class Helper:
    """Another process, and the tasks that it has not answered yet, in order; the first makes it ready.

    seconds: how long a task may take before the process is ended, 0 for as long as it takes.
    Raises: OSError where it cannot be started.
    """

    def __init__(self, function: Callable[..., object], args: tuple[Any, ...], seconds: float = 0.0) -> None:
        command = [sys.executable, "-c", PROGRAM, *(path for path in sys.path if isinstance(path, str))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_apart())
        self.seconds = seconds
        self._asked: deque[Task[Any]] = deque()
        self._since = monotonic()
        self._lost = self._slow = False
        self._lock = threading.Lock()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._ready = self.ask(function, args)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def load(self) -> int:
        """How many tasks it has not answered."""
        return len(self._asked)

    @property
    def queued(self) -> list[Task[Any]]:
        """The tasks that it has not begun."""
        return list(self._asked)[1:]

    @property
    def is_ready(self) -> bool:
        """Whether it has started, and done its first task."""
        return self._ready is not None and self._ready.done() and self._ready.exception() is None

    @property
    def is_lost(self) -> bool:
        """Whether it is gone, or cannot be given anything."""
        return self._lost or self._ready is None

    @property
    def patience(self) -> float:
        """How many seconds from now its task may still take."""
        return max(0.1, self._since + self.seconds + GRACE - monotonic())

    def end_if_slow(self) -> None:
        """End the process if its task takes longer than it may."""
        with self._lock:
            self._slow = bool(self._asked) and monotonic() > self._since + self.seconds + GRACE
            if self._slow:
                self._process.kill()

    def ask(self, function: Callable[[*Ts], R], args: tuple[*Ts]) -> Task[R] | None:
        """Give it a task; None if that cannot be."""
        try:
            data = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        except Exception:
            return None
        task = Task(self, function, args)
        with self._lock:
            if self._lost:
                return None
            if not self._asked:
                self._since = monotonic()
            self._asked.append(task)
        # where it is gone the listener says so
        with suppress(OSError):
            self._in.write(data)
            self._in.flush()
        return task

    def first(self) -> object:
        """What its first task gives. Raises: what that raises; Lost, Undone if the process ends before it answers."""
        if self._ready is None:
            raise Lost
        return self._ready._awaited(None)

    def dismiss(self) -> None:
        """End the process, whatever it is doing."""
        with suppress(OSError):
            self._in.close()
        self._process.kill()
        self._process.wait()
        self._listener.join()
        self._out.close()

    @property
    def _in(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _out(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def _listen(self) -> None:
        """Take the answers until there are no more."""
        # however an answer is cut short: the process is gone
        with suppress(Exception):
            while True:
                fine, value = pickle.load(self._out)
                with self._lock:
                    task = self._asked.popleft()
                    self._since = monotonic()
                task.settle(value, None if fine else Undone())
                # not kept until the next answer
                del task, value
        with self._lock:
            self._lost = True
        fault: Exception = Lost(self._slow)
        for task in self._asked:
            task.settle(None, fault)
            fault = Undone()
        self._asked.clear()


def alone(function: Callable[..., R], args: tuple[Any, ...], seconds: float) -> R:
    """`function(*args)`, done by a process of its own.

    Raises: Lost if that does not survive it.
    """
    helper = Helper(function, args, seconds)
    try:
        return cast(R, helper.first())
    except Undone:
        raise Lost from None
    finally:
        helper.dismiss()


def _apart() -> dict[str, Any]:
    """A process group of its own: Ctrl-C is for the process that the person started."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}
