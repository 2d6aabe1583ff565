"""Where a workbook's bytes come from: a path, bytes, or an open binary file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from .limits import MIB, Limits
from .refusals import in_use, not_found, refusing, too_large, unreadable

if TYPE_CHECKING:
    from .copies import FileCopy

IN_MEMORY = MIB
"""Files up to this size, in bytes, stay in memory, and larger ones are copied: later readings see the same file."""
_LOCKS = ("~$", ".~lock.")
"""How Excel and LibreOffice begin the names of the files that mark a workbook as open."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a workbook, to be opened as often as needed, by any number of threads."""

    name: str | None
    data: bytes | None = None
    path: Path | None = None
    copy: FileCopy | None = None

    @property
    def suffix(self) -> str:
        """The end of its name in small letters (`.xlsx`); empty where there is none."""
        return PurePath(self.name).suffix.lower() if self.name else ""

    @property
    def stem(self) -> str:
        """Its name without the suffix."""
        return PurePath(self.name).stem if self.name else ""

    def open(self) -> BinaryIO:
        """The bytes from their beginning; the caller closes it. Raises WorkbookError."""
        if self.data is not None:
            return BytesIO(self.data)
        if self.copy is not None:
            return self.copy.open()
        assert self.path is not None
        with refusing(self.name, self.path):
            return self.path.open("rb")

    def read(self) -> bytes:
        """All the bytes. Raises WorkbookError."""
        if self.data is not None:
            return self.data
        with self.open() as file, refusing(self.name, self.path):
            return file.read()


def source_of(given: str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO, limits: Limits) -> Source:
    """The source of what was given. Raises WorkbookError where there is nothing to read, or too much."""
    if isinstance(given, (bytes, bytearray, memoryview)):
        return _checked(Source(None, bytes(given)), limits)
    if not isinstance(given, (str, os.PathLike)):
        name = getattr(given, "name", None)
        label = PurePath(name).name if isinstance(name, str) else None
        with refusing(label):
            data = given.read(limits.total_bytes + 1)
        if not isinstance(data, bytes):
            raise TypeError("a workbook is read from a file opened in binary mode")
        return _checked(Source(label, data), limits)
    path = Path(given)
    if path.name.startswith(_LOCKS):
        raise in_use(path.name)
    with refusing(path.name, path):
        if path.is_dir():
            raise unreadable(path.name, "เป็นโฟลเดอร์ ไม่ใช่ไฟล์")
        if not path.exists():
            raise not_found(path)
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(0)
            if size > limits.total_bytes:
                raise too_large(path.name, "ขนาดไฟล์ (ไบต์)", limits.total_bytes)
            return _checked(_kept(path, file, size), limits)


def _kept(path: Path, file: BinaryIO, size: int) -> Source:
    """A file as it is now; only its path where there is no room for a copy."""
    if size <= IN_MEMORY:
        return Source(path.name, file.read())
    from .copies import FileCopy

    try:
        return Source(path.name, path=path, copy=FileCopy(file))
    except OSError:
        return Source(path.name, path=path)


def _checked(source: Source, limits: Limits) -> Source:
    if source.data is not None and not source.data:
        raise unreadable(source.name, "ไฟล์ว่างเปล่า ไม่มีข้อมูล")
    if source.data is not None and len(source.data) > limits.total_bytes:
        raise too_large(source.name, "ขนาดไฟล์ (ไบต์)", limits.total_bytes)
    return source
