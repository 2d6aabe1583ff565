"""The other end of a `Helper`: tasks come in pickled, answers go out pickled."""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import IO, Any

from .limiting import limit_memory


def serve() -> None:
    """What another process does: the tasks of its standard input, answered on its standard output, until that ends."""
    gc.set_threshold(50_000)
    limit_memory()
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
        except MemoryError:
            # what this process has kept is of no use any more, and its caller learns which task it was
            os._exit(1)
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
