"""A document as the manifest notes it, and the lines that the manifest is of."""

from __future__ import annotations

import json
from binascii import crc32
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path, PurePath
from typing import Any, NamedTuple, get_args

from ..problems import Problem, Severity

SAID = ("said", "printed", "written")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


class Stamp(NamedTuple):
    """A file as we left it: its name relative to the folder, the SHA-256 of its bytes, their number, its time (ns)."""

    name: str
    sha256: str
    size: int
    time: int


class Entry(NamedTuple):
    """A document that was made: of which kind and workbook, its reference, the name it was to have, the hash of all
    that it was made from, where the workbook lay (from the output folder); its files, the pages of its PDF, and what
    was said: of what is bound into it, of the layout of its PDF, and when its files were written.
    """

    kind: str
    book: str
    ref: str
    name: str
    key: str
    docx: Stamp
    pdf: Stamp | None = None
    pages: int | None = None
    said: tuple[Problem, ...] = ()
    printed: tuple[Problem, ...] = ()
    written: tuple[Problem, ...] = ()
    place: str = ""


def stamp_of(folder: Path, name: str, sha256: str) -> Stamp:
    """A file as it is now. Raises OSError."""
    now = (folder / name).stat()
    return Stamp(name, sha256, now.st_size, now.st_mtime_ns)


def line_of(said: Mapping[str, Any]) -> bytes:
    """A line that says something: a checksum (CRC-32), and JSON."""
    text = _JSON.encode(said).encode("utf-8", "replace")
    return b"%08x %s\n" % (crc32(text), text)


def parsed(line: bytes) -> Mapping[str, Any] | None:
    """What a line says; None for one that is not whole."""
    check, _, text = line.rstrip(b"\n").partition(b" ")
    try:
        if int(check, 16) != crc32(text):
            return None
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def told(entry: Entry) -> dict[str, Any]:
    """A document as a line says it."""
    return entry._asdict() | {name: [asdict(item) for item in getattr(entry, name)] for name in SAID}


def entry_of(made: Mapping[str, Any]) -> Entry:
    """What is `told` of a document. Raises: for what no run wrote, any of the errors that reading it may."""
    values = {name: made[name] for name in Entry._fields}
    values["docx"] = stamped(made["docx"])
    values["pdf"] = None if made["pdf"] is None else stamped(made["pdf"])
    for name in SAID:
        values[name] = tuple(map(_problem, made[name]))
    if not all(isinstance(values[name], str) for name in ("kind", "book", "ref", "name", "key", "place")):
        raise TypeError
    if not isinstance(values["pages"], int | None):
        raise TypeError
    return Entry(**values)


def stamped(value: Any) -> Stamp:
    """A file as a line says it. Raises: for what no run wrote, any of the errors that reading it may."""
    name, sha256, size, time = value
    if not (isinstance(sha256, str) and isinstance(size, int) and isinstance(time, int)):
        raise TypeError
    return Stamp(inside(name), sha256, size, time)


def inside(name: str) -> str:
    """The name of a file below the folder."""
    if PurePath(name).is_absolute() or ".." in PurePath(name).parts:
        raise ValueError
    return name


def _problem(item: Mapping[str, Any]) -> Problem:
    found = Problem(**item)
    found.to_json()  # one that cannot be told would end the run that tells it
    if found.severity not in get_args(Severity):
        raise ValueError
    return found
