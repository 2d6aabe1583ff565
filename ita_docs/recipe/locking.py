"""One run at a time in an output folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..problems import OutputError, problem
from .files import cannot_write, worded
from .manifest import Manifest

FILE_NAME = ".ita-docs.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for one run.

    The system lets go of it when the process ends, however that happens: a lock never outlives its run.
    Raises: OutputError (`folder-in-use`, with who holds it; `cannot-write`).
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / FILE_NAME, blocking=False)
    with worded(folder):
        try:
            lock.acquire()
        except Timeout:
            raise OutputError(problem("folder-in-use", folder=str(folder), holder=_holder(folder))) from None
        except PermissionError as error:
            raise OutputError(cannot_write(folder, error)) from error
    try:
        yield
    finally:
        lock.release()


def _holder(folder: Path) -> str:
    """Who holds a folder, in their own words."""
    try:
        with Manifest(folder) as manifest:
            header = manifest.last
    except OutputError:
        return "?"
    if header.get("ended"):
        return "?"
    return str(header.get("caller") or "?")
