"""A file without a name on disk: written once, read by anybody, gone with whoever refers to it."""

from __future__ import annotations

from tempfile import TemporaryFile
from threading import Lock
from weakref import finalize


class NamelessFile:
    """Bytes on disk. size: how many there are. Raises: OSError where there is no room."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115
        finalize(self, self._file.close)
        self._lock = Lock()
        self.size = 0

    def add(self, data: bytes) -> None:
        """Put bytes behind the others."""
        self._file.seek(self.size)
        self._file.write(data)
        self._file.flush()
        self.size += len(data)

    def read(self, at: int, length: int) -> bytes:
        """At most `length` bytes from a place on; safe in threads once all are there."""
        with self._lock:
            self._file.seek(at)
            return self._file.read(length)
