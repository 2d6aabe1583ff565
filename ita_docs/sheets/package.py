"""A zip package (.xlsx, .ods) read part by part, within limits counted on the bytes that really come out."""

from __future__ import annotations

import posixpath
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .limits import Limits
from .refusals import encrypted, refusing, too_large, unreadable
from .source import Source

if TYPE_CHECKING:
    from zipfile import ZipInfo

CHUNK = 1 << 16
_ENCRYPTED = 0x1
"""Bit 0 of a zip entry's flags (APPNOTE 4.4.4)."""


class Package:
    """The parts of a zip by name; names are compared as OPC does, without regard to case."""

    __slots__ = ("_infos", "_read", "limits", "source")

    def __init__(self, source: Source, limits: Limits) -> None:
        """Raises WorkbookError for what is no sound zip."""
        from zipfile import ZipFile

        self.source = source
        self.limits = limits
        self._read: dict[str, int] = {}
        with refusing(source.name, source.path), _sound(), source.open() as file, ZipFile(file) as archive:
            self._infos: dict[str, ZipInfo] = {_key(info.filename): info for info in archive.infolist()}

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._infos

    def chunks(self, part: str) -> Generator[bytes, None, None]:
        """A part's bytes, uncompressed, piece by piece, through handles of its own. Raises WorkbookError."""
        from zipfile import ZipFile

        source = self.source
        info = self._infos.get(_key(part))
        if info is None:
            raise unreadable(source.name, f"ไม่มีส่วน {part} ในไฟล์")
        if info.flag_bits & _ENCRYPTED:
            raise encrypted(source.name)
        ceiling = self._ceiling(part, info.compress_size)
        size = 0
        with (
            refusing(source.name, source.path),
            _sound(),
            source.open() as file,
            ZipFile(file) as archive,
            archive.open(info) as stream,
        ):
            while chunk := stream.read(CHUNK):
                size += len(chunk)
                if size > ceiling:
                    raise self._excess(part, size)
                yield chunk
        self._read[part] = size

    def read(self, part: str) -> bytes:
        """A whole part. Raises WorkbookError."""
        return b"".join(self.chunks(part))

    def _ceiling(self, part: str, compressed: int) -> int:
        limits = self.limits
        others = sum(size for name, size in self._read.items() if name != part)
        expanded = max(limits.ratio_from, limits.ratio * compressed)
        return min(limits.part_bytes, limits.total_bytes - others, expanded)

    def _excess(self, part: str, size: int) -> Exception:
        limits = self.limits
        name = self.source.name
        if size > limits.part_bytes:
            return too_large(name, f"ขนาดของ {part} เมื่อคลายการบีบอัด (ไบต์)", limits.part_bytes)
        if size + sum(count for other, count in self._read.items() if other != part) > limits.total_bytes:
            return too_large(name, "ขนาดรวมเมื่อคลายการบีบอัด (ไบต์)", limits.total_bytes)
        return too_large(name, f"อัตราการบีบอัดของ {part} (เท่า)", limits.ratio)


@contextmanager
def _sound() -> Iterator[None]:
    """What zipfile's arithmetic comes to on a damaged archive, said as zipfile says it elsewhere."""
    from zipfile import BadZipFile

    try:
        yield
    except (ValueError, LookupError, OverflowError) as error:
        raise BadZipFile(str(error)) from error


def resolved(base: str, target: str) -> str:
    """The part that a relationship's `target` names from part `base`; it may be absolute (OPC part 2, 8.3)."""
    target = target.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").casefold()
