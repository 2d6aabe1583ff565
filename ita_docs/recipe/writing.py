"""Files that appear whole or not at all, and that never replace what a person has edited."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from ..problems import OutputError, Problem, problem
from .journal import Journal


class Written(NamedTuple):
    """Where a document ended up, relative to the output folder, its SHA-256, and what is to be said of it."""

    name: str
    sha256: str
    problems: tuple[Problem, ...] = ()


def make_folder(folder: Path) -> None:
    """Make the output folder, with those above it. Raises OutputError (`cannot-write`)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(_cannot_write(folder, error)) from error


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        code = problem("file-in-use", file=path.name) if path.exists() else _cannot_write(path, error)
        raise OutputError(code) from error
    except OSError as error:
        raise OutputError(_cannot_write(path, error)) from error


def _cannot_write(path: Path, error: OSError) -> Problem:
    return problem("cannot-write", file=str(path), reason=error.strerror or str(error))


def write_whole(path: Path, data: bytes | Path) -> None:
    """Put `data` (bytes, or the file that holds them) at `path` in one step.

    A reader, or a crash, sees the old file or the new one, never a half.

    Raises: OutputError (`file-in-use`, `cannot-write`).
    """
    beside = path.with_name(f".{path.name}.part")
    with _worded(path):
        try:
            if isinstance(data, Path):
                copyfile(data, beside)
            else:
                beside.write_bytes(data)
            os.replace(beside, path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def write_document(folder: Path, name: str, data: bytes | Path, journal: Journal, *, force: bool) -> Written:
    """Write a document called `name` (with extension) into `folder`, unless a person has edited the one there.

    data: its bytes, or the file that holds them.

    A file that holds neither these bytes nor what the journal says we wrote is kept, and the new one goes beside it
    as `name (ใหม่)`. With `force` it is replaced.
    Raises: OutputError.
    """
    digest = digest_of(data)
    target = name
    problems: tuple[Problem, ...] = ()
    count = 1
    while True:
        path = folder / target
        there = _digest_at(path)
        if there is None or force or there == journal.wrote(target):
            if there != digest:
                write_whole(path, data)
            break
        if there == digest:
            break
        stem, dot, suffix = name.rpartition(".")
        target = f"{stem} (ใหม่{'' if count == 1 else f' {count}'}){dot}{suffix}"
        count += 1
        problems = (problem("edited-since", file=name, beside=target),)
    journal.note(target, digest)
    return Written(target, digest, problems)


def _digest_at(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none. Raises OutputError for what is not a readable file."""
    with _worded(path):
        try:
            return digest_of(path)
        except FileNotFoundError:
            return None


def digest_of(data: bytes | Path) -> str:
    """The SHA-256 of bytes, or of a file. Raises OSError."""
    if isinstance(data, bytes):
        return sha256(data).hexdigest()
    with open(data, "rb") as file:
        return file_digest(file, "sha256").hexdigest()
