"""A file's bytes as they were when it was first read, on disk and without a name."""

from __future__ import annotations

import os
from io import BufferedReader, RawIOBase
from shutil import copyfileobj
from tempfile import TemporaryFile
from threading import Lock
from typing import Any, BinaryIO
from weakref import finalize

STEP = 1 << 18


class FileCopy:
    """A copy of what is left of `file`, to be opened any number of times, by any number of threads.

    size: in bytes. The disk has it back once nobody refers to the copy. Raises: OSError where there is no room for it.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = TemporaryFile()  # noqa: SIM115
        finalize(self, self._file.close)
        copyfileobj(file, self._file, STEP)
        self._file.flush()
        self._lock = Lock()
        self.size: int = self._file.tell()

    def open(self) -> BinaryIO:
        """The bytes from their beginning."""
        return BufferedReader(_View(self), STEP)

    def read(self, at: int, length: int) -> bytes:
        """At most `length` bytes from a place on."""
        with self._lock:
            self._file.seek(at)
            return bytes(self._file.read(length))


class _View(RawIOBase):
    """A copy being read from a place of its own."""

    def __init__(self, copy: FileCopy) -> None:
        self._copy = copy
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._copy.read(self._at, len(buffer))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._copy.size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def tell(self) -> int:
        return self._at
