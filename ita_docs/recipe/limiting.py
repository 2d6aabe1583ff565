"""How long one piece of work may take, and how much memory a process may."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

MEMORY = 3 << 30
"""Bytes of address space: a report of 28 pages with 20 photos takes a tenth of it."""


class TooSlow(BaseException):
    """Work took longer than it may; no Exception, so that nothing on its way takes it for a fault of its own."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(seconds)


class Lost(Exception):
    """A process ended in the middle of a task. slow: it was ended, because the task took too long."""

    def __init__(self, slow: bool = False) -> None:
        self.slow = slow
        super().__init__(slow)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlow in what is done here once it has taken `seconds`; 0 is no limit.

    The system's alarm clock does it. Where there is none (Windows), in a thread that is not the main one, and where the
    program has set that clock itself, a watch does: it ends what Python does, not what one call of a library does.
    """
    free = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not seconds:
        yield
        return
    if not free or signal.getitimer(signal.ITIMER_REAL)[0]:
        with _watched(seconds):
            yield
        return

    def ring(*_: object) -> None:
        raise TooSlow(seconds)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    import ctypes

    class Overdue(TooSlow):
        """What another thread can raise here, wherever this one is by then: it takes no arguments."""

        def __init__(self) -> None:
            super().__init__(seconds)

    thread = ctypes.c_ulong(threading.get_ident())
    interrupt = ctypes.pythonapi.PyThreadState_SetAsyncExc
    lock = threading.Lock()
    over = False

    def ring() -> None:
        with lock:
            if not over:
                interrupt(thread, ctypes.py_object(Overdue))

    watch = threading.Timer(seconds, ring)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        with lock:
            over = True
        watch.cancel()
        interrupt(thread, None)  # what has not been raised yet


def limit_memory() -> None:
    """Let this process have no more memory than `MEMORY`, where the system has such limits (Linux)."""
    try:
        import resource
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = min(limit for limit in (MEMORY, soft, hard) if limit != resource.RLIM_INFINITY)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
