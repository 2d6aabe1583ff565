"""Which bytes we wrote where: so that a file someone edited since is told from one we may replace.

A line of JSON a file, appended as soon as the file is in place; a line cut short by a crash is ignored.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import IO

FILE_NAME = ".ita-docs.jsonl"


class Journal:
    """The record of one output folder: path relative to it → SHA-256 of what we wrote there."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._known = _read(self._path)
        self._file: IO[str] | None = None

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def wrote(self, name: str) -> str | None:
        """The SHA-256 of what we last wrote to `name`; None if we never did."""
        return self._known.get(name)

    def note(self, name: str, sha256: str) -> None:
        """Remember that `name` now holds the bytes of `sha256`."""
        if self._known.get(name) == sha256:
            return
        if self._file is None:
            self._file = open(self._path, "a", encoding="utf-8", newline="\n", buffering=1)  # noqa: SIM115
            if self._file.tell():
                # a crash may have left half a line: end it, an empty line is ignored
                self._file.write("\n")
        self._known[name] = sha256
        self._file.write(json.dumps({"file": name, "sha256": sha256}, ensure_ascii=False) + "\n")


def _read(path: Path) -> dict[str, str]:
    known: dict[str, str] = {}
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return known
    for line in lines:
        try:
            said = json.loads(line)
            known[str(said["file"])] = str(said["sha256"])
        except (ValueError, TypeError, KeyError):
            continue
    return known
