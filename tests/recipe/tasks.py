"""What the tests of the crew let other processes do; it imports little, as each of them does."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from pathlib import Path


def square(number: int, pause: float = 0.0) -> tuple[int, int]:
    """The square, and who said it."""
    time.sleep(pause)
    return number * number, os.getpid()


def ends(caller: int, how: str) -> int:
    """Ends a process that is not the caller, and is done there."""
    if os.getpid() != caller:
        if how == "exit":
            os._exit(3)
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def ends_while_it_answers(caller: int) -> int:
    """Leaves half an answer behind."""
    if os.getpid() != caller:
        for file in range(3, 32):
            with suppress(OSError):
                os.write(file, b"\x80\x05\x95\xff\xff")
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def raises(caller: int) -> None:
    """Fails everywhere, and says where."""
    raise ValueError("there" if os.getpid() != caller else "here")


def prints(text: str) -> str:
    """Writes where answers go."""
    print(text, flush=True)
    os.write(1, text.encode())
    return text


def unpicklable() -> object:
    """What cannot be sent."""
    return lambda: None


def notes(path: Path, seconds: float) -> None:
    """Says who works, and works on, with the processor busy."""
    path.write_text(str(os.getpid()), encoding="ascii")
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
