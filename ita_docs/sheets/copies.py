"""A file's bytes as they were when it was first read, on disk and without a name."""

from __future__ import annotations

import os
from io import BufferedReader, RawIOBase
from typing import Any, BinaryIO

from .nameless import NamelessFile

STEP = 1 << 18


class FileCopy:
    """A copy of what is left of `file`, to be opened any number of times, by any number of threads.

    Raises: OSError where there is no room for it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._kept = NamelessFile()
        while data := file.read(STEP):
            self._kept.add(data)

    def open(self) -> BinaryIO:
        """The bytes from their beginning."""
        return BufferedReader(_View(self._kept), STEP)


class _View(RawIOBase):
    """A copy being read from a place of its own."""

    def __init__(self, kept: NamelessFile) -> None:
        self._kept = kept
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._kept.read(self._at, len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._kept.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at
