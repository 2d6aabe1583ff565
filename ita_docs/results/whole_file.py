"""A file that appears whole or not at all, while something else writes it piece by piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..problems import OutputError, problem


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """The path to write to, beside `path`: it takes its place when the block ends well, and is gone when it does not.

    Raises: OutputError (`file-in-use`, `cannot-write`), also for what the block raises as OSError.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        yield beside
        os.replace(beside, path)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        if isinstance(error, PermissionError) and path.exists():
            raise OutputError(problem("file-in-use", file=path.name)) from error
        raise OutputError(problem("cannot-write", file=str(path), reason=error.strerror or str(error))) from error
