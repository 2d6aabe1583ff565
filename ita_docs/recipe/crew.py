"""Other processes that share the work of this one, once there is enough of it.

Each is a plain Python with a pipe of its own either way: if it is killed, whatever it was doing, that is an end of file
here, and the end of this process is an end of file there. The workers of a `ProcessPoolExecutor` share one pipe: where
one is killed while it answers, the caller waits for the rest of the answer for ever.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from queue import SimpleQueue
from time import perf_counter
from typing import IO, Any, TypeVar, TypeVarTuple

PATIENCE = 0.5
"""Seconds of work after which others are called: what takes less is done before they could help."""
AHEAD = 2
"""How many tasks a process is given at a time: it never waits for its next one."""
ON_THE_WAY = 4
"""How many tasks for each process may be begun before the first of them is taken: as many are in memory."""
PROGRAM = f"import sys; sys.path[:] = sys.argv[1:]; from {__name__} import serve; serve()"

R = TypeVar("R")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Crew:
    """This process and up to `jobs` − 1 others.

    prepare: what each of the others calls when it starts. patience: seconds of work in this process before they do.
    Until they have started this process goes on alone, and whatever goes wrong in one of them is done again in this.
    """

    def __init__(self, jobs: int, prepare: Callable[[], object], *, patience: float = PATIENCE) -> None:
        # a program frozen into one file has no Python to start
        startable = bool(sys.executable) and not getattr(sys, "frozen", False)
        self._most = max(0, jobs - 1) if startable else 0
        self._on_the_way = ON_THE_WAY * (self._most + 1)
        self._prepare = prepare
        self._patience = patience
        self._spent = 0.0
        self._helpers: list[_Helper] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for helper in self._helpers:
            helper.dismiss()

    def submit(self, function: Callable[[*Ts], R], *args: *Ts) -> Future[R]:
        """`function(*args)`, done by now or by one of the others; its result is to be asked for in this thread.

        The function and what it is given and gives must be picklable, else it is done here.
        """
        helper = self._free()
        if helper is not None and (task := helper.ask(function, args)) is not None:
            return task
        return self._done(function, args)

    def in_order(self, items: Iterable[T], task: Callable[[T], Future[Any] | None]) -> Iterator[T]:
        """Each of `items` when its task is done, if it has one; the next ones are begun meanwhile."""
        waiting: deque[T] = deque()

        def is_done(item: T) -> bool:
            future = task(item)
            return future is None or future.done()

        fault: Exception | None = None
        try:
            for item in items:
                waiting.append(item)
                while waiting and (len(waiting) > self._on_the_way or is_done(waiting[0])):
                    yield waiting.popleft()
        except Exception as error:
            # those before it come first, as they do where there is one process
            fault = error
        while waiting:
            yield waiting.popleft()
        if fault is not None:
            raise fault

    def _done(self, function: Callable[[*Ts], R], args: tuple[*Ts]) -> Future[R]:
        done: Future[R] = Future()
        started = perf_counter()
        try:
            done.set_result(function(*args))
        except Exception as error:
            done.set_exception(error)
        self._spent += perf_counter() - started
        return done

    def _free(self) -> _Helper | None:
        """Another process that has room for a task; None while this one had better do it."""
        if self._most == 0 or self._spent < self._patience:
            return None
        if any(helper.failed for helper in self._helpers):
            self._most = 0
            return None
        free = [helper for helper in self._helpers if helper.is_ready and helper.load < AHEAD]
        if free:
            return min(free, key=lambda helper: helper.load)
        if all(helper.is_ready for helper in self._helpers):
            # all are busy: twice as many, so that no more are started than this process can keep busy
            self._call(min(self._most - len(self._helpers), max(1, len(self._helpers))))
        return None

    def _call(self, count: int) -> None:
        try:
            for _ in range(count):
                self._helpers.append(_Helper(self._prepare))
        except OSError:
            # the system gives no more processes
            self._most = len(self._helpers)


class _Undone(Exception):
    """Another process did not do its task."""


class _Task(Future[R]):
    """A task in another process; if it is not done there it is done where its result is asked for."""

    def __init__(self, function: Callable[..., R], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._function = function
        self._args = args

    def result(self, timeout: float | None = None) -> R:
        """What the task gives. Raises: what it raises."""
        try:
            return super().result(timeout)
        except _Undone:
            return self._function(*self._args)


class _Helper:
    """Another process, and the tasks that it has not answered yet, in order. Raises OSError."""

    def __init__(self, prepare: Callable[[], object]) -> None:
        command = [sys.executable, "-c", PROGRAM, *sys.path]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_apart())
        self._asked: deque[_Task[Any]] = deque()
        self._lost = False
        self._lock = threading.Lock()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._ready = self.ask(prepare, ())

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def load(self) -> int:
        """How many tasks it has not answered."""
        return len(self._asked)

    @property
    def is_ready(self) -> bool:
        """Whether it has started."""
        return self._ready is not None and self._ready.done()

    @property
    def failed(self) -> bool:
        """Whether it is gone, or could not start."""
        if self._lost or self._ready is None:
            return True
        return self._ready.done() and self._ready.exception() is not None

    def ask(self, function: Callable[[*Ts], R], args: tuple[*Ts]) -> _Task[R] | None:
        """Give it a task; None if that cannot be."""
        try:
            data = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        except Exception:
            return None
        task = _Task(function, args)
        with self._lock:
            if self._lost:
                return None
            self._asked.append(task)
        # where it is gone the listener says so
        with suppress(OSError):
            self._in.write(data)
            self._in.flush()
        return task

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
                task = self._asked.popleft()
                if fine:
                    task.set_result(value)
                else:
                    task.set_exception(_Undone())
                # not kept until the next answer
                del task, value
        with self._lock:
            self._lost = True
        for task in self._asked:
            task.set_exception(_Undone())
        self._asked.clear()


def _apart() -> dict[str, Any]:
    """A process group of its own: Ctrl-C is for the process that the person started."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"process_group": 0}


def serve() -> None:
    """What another process does: the tasks of its standard input, answered on its standard output, until that ends."""
    gc.set_threshold(50_000)
    # a thread that is handed a document must not wait long for the one that lays the last one out
    sys.setswitchinterval(0.0005)
    answers = os.fdopen(os.dup(1), "wb")
    # what anybody prints must not come between
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    tasks: SimpleQueue[tuple[Callable[..., object], tuple[Any, ...]]] = SimpleQueue()
    done: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, tasks), daemon=True).start()
    threading.Thread(target=_send, args=(answers, done), daemon=True).start()
    while True:
        function, args = tasks.get()
        try:
            answer = pickle.dumps((True, function(*args)), pickle.HIGHEST_PROTOCOL)
        except Exception:
            answer = pickle.dumps((False, None))
        del function, args
        done.put(answer)


def _receive(given: IO[bytes], tasks: SimpleQueue[Any]) -> None:
    """Put what is given among the tasks; the end of it is the end of this process."""
    try:
        while True:
            tasks.put(pickle.load(given))
    finally:
        os._exit(0)


def _send(answers: IO[bytes], done: SimpleQueue[bytes]) -> None:
    """Send what is done; nobody to take it is the end of this process."""
    try:
        while True:
            answers.write(done.get())
            answers.flush()
    finally:
        os._exit(0)
