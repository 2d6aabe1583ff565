"""Documents that go into the output folder, and never replace what a person has edited."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..problems import Problem, problem
from .files import digest_of, is_torn, make_folder, worded, write_whole
from .manifest import Manifest


class Written(NamedTuple):
    """Where a document ended up, relative to the output folder, its SHA-256, and what is to be said of it."""

    name: str
    sha256: str
    problems: tuple[Problem, ...] = ()


def write_document(folder: Path, name: str, data: bytes | Path, manifest: Manifest, *, force: bool) -> Written:
    """Write a document called `name` (with extension, relative to `folder`), unless a person has edited the one there.

    data: its bytes, or the file that holds them.

    A file that holds neither these bytes nor any that we ever wrote there is kept, and the new one goes beside it as
    `name (ใหม่)`. With `force` it is replaced; so is what a power cut has left.
    Raises: OutputError.
    """
    digest = digest_of(data)
    target = name
    problems: tuple[Problem, ...] = ()
    count = 1
    while True:
        path = folder / target
        there = _digest_at(path)
        # noted before the file gets its name: killed in between, we still know these bytes for ours
        if there is None or force or manifest.is_ours(target, there):
            manifest.note(target, digest)
            if there != digest:
                if "/" in target:
                    make_folder(path.parent)
                write_whole(path, data)
            break
        if there == digest:
            manifest.note(target, digest)
            break
        stem, dot, suffix = name.rpartition(".")
        target = f"{stem} (ใหม่{'' if count == 1 else f' {count}'}){dot}{suffix}"
        count += 1
        problems = (problem("edited-since", file=name, beside=target),)
    return Written(target, digest, problems)


def _digest_at(path: Path) -> str | None:
    """The SHA-256 of a file; None where there is none, or nothing in it that anybody could want.

    Raises OutputError for what is not a readable file.
    """
    with worded(path):
        try:
            return None if is_torn(path) else digest_of(path)
        except FileNotFoundError:
            return None
