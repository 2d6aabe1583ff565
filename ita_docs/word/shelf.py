"""Pictures that are ready for print, kept for the documents that follow: a logo or a photo of all is prepared once.

What was used last is kept in memory; the first ones also lie in a folder that the processes of a run share.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

IN_MEMORY = 16 << 20
"""Bytes of pictures that a process keeps."""
IN_FOLDER = 64 << 20
"""Bytes that a process puts into the folder: photos that each document has for itself must not pile up there."""


class Ready(NamedTuple):
    """A picture as a document takes it: its bytes, and the ending of its name (`.jpg`)."""

    data: bytes
    ending: str


class Shelf:
    """The pictures of a process. folder: where those of other processes are, and its own; None for nowhere."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._kept: OrderedDict[tuple[object, ...], Ready] = OrderedDict()
        self._bytes = self._put = 0
        self._lock = threading.Lock()

    def take(self, key: tuple[object, ...], make: Callable[[], Ready]) -> Ready:
        """The picture of a key, which tells the file, its state and its size on paper; made if it is nowhere yet."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        place = self._place(key)
        found = None if place is None else _read(place)
        if found is None:
            found = make()
            if place is not None and self._put + len(found.data) <= IN_FOLDER:
                self._put += len(found.data)
                _write(place, found)
        self._keep(key, found)
        return found

    def _place(self, key: tuple[object, ...]) -> Path | None:
        return None if self.folder is None else self.folder / blake2b(repr(key).encode(), digest_size=16).hexdigest()

    def _keep(self, key: tuple[object, ...], made: Ready) -> None:
        with self._lock:
            if key not in self._kept:
                self._bytes += len(made.data)
                self._kept[key] = made
            while self._bytes > IN_MEMORY:
                self._bytes -= len(self._kept.popitem(last=False)[1].data)


def _read(place: Path) -> Ready | None:
    """What another process has put somewhere, if it has; its ending stands on the first line."""
    try:
        ending, _, data = place.read_bytes().partition(b"\n")
    except OSError:
        return None
    return Ready(data, ending.decode())


def _write(place: Path, made: Ready) -> None:
    """Put a picture where the others find it, whole; one that cannot be put there is made again by who needs it."""
    beside = place.with_name(f"{place.name}.{os.getpid()}-{threading.get_ident()}")
    with suppress(OSError):
        beside.write_bytes(made.ending.encode() + b"\n" + made.data)
        os.replace(beside, place)


SHELF = Shelf()
"""That of this process."""
