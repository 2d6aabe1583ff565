"""A zip package written anew with some parts changed; the others are copied still compressed, never inflated.

Source of the layout: PKWARE APPNOTE 4.3 (local header, central directory, end record). No ZIP64: a workbook is not read
from more than 1 GiB (`sheets.limits`).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from ..sheets.package import CHUNK
from ..sheets.refusals import refusing
from ..sheets.source import Source

Content = Callable[[], Iterable[bytes]]
"""A part's bytes, piece by piece."""

EPOCH = (1980, 1, 1, 0, 0, 0)
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_UTF_8 = 0x800
_KEPT_FLAGS = 0x6 | _UTF_8
"""How well it was compressed, and that its name is UTF-8 (APPNOTE 4.4.4); sizes now stand in the local header."""
_ENCRYPTED = 0x41
_DEFLATED = 8
_MOST = 0xFFFFFFFF
_MOST_PARTS = 0xFFFF
LEVEL = 5
"""How hard changed parts are compressed: as small as by default, in little more than half the time."""


def part_key(name: str) -> str:
    """A part's name as packages compare it: without regard to case (OPC, ECMA-376 part 2, 6.2.2)."""
    return name.replace("\\", "/").lstrip("/").casefold()


def repack(source: Source, out: BinaryIO, changed: Mapping[str, Content]) -> None:
    """Write the package `source` to `out` with the `changed` parts in place of its own; new ones come last.

    Raises: WorkbookError for a damaged package; OSError of `out`.
    """
    left = {part_key(name): (name, content) for name, content in changed.items()}
    replaced = frozenset(left)
    with source.open() as file:
        with refusing(source.name, source.path):
            infos = _infos(file)
        writing = ZipWriting(out)
        for info in infos:
            key = part_key(info.filename)
            if key not in replaced:
                with refusing(source.name, source.path):
                    _find_data(file, info)
                writing.copy(info, file, source)
            elif key in left:
                writing.compress(info, left.pop(key)[1])
        for name, content in left.values():
            writing.compress(ZipInfo(name, EPOCH), content)
        writing.finish()


def _infos(file: BinaryIO) -> list[ZipInfo]:
    """The entries, if they can be copied: plain, and together not more than the file that they are in."""
    with ZipFile(file) as archive:
        infos = archive.infolist()
    size = file.seek(0, 2)
    if sum(info.compress_size for info in infos) > size or len(infos) > _MOST_PARTS // 2:
        raise BadZipFile("entries overlap")
    if any(info.flag_bits & _ENCRYPTED or info.file_size > _MOST for info in infos):
        raise BadZipFile("an entry is encrypted, or too large")
    return infos


def _find_data(file: BinaryIO, info: ZipInfo) -> None:
    """Go to where an entry's compressed data begin."""
    file.seek(info.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(b"PK\3\4"):
        raise BadZipFile("no local header")
    file.seek(sum(struct.unpack("<HH", header[-4:])), 1)


class ZipWriting:
    """A zip being written, to a file that can be gone back in."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._directory: list[bytes] = []

    def copy(self, info: ZipInfo, file: BinaryIO, source: Source) -> None:
        """An entry as it is, its compressed data read from `file`."""
        at = self._out.tell()
        self._out.write(_local(info, info.compress_type, info.CRC, info.compress_size, info.file_size))
        left = info.compress_size
        while left:
            with refusing(source.name, source.path):
                chunk = file.read(min(left, CHUNK))
                if not chunk:
                    raise BadZipFile("an entry ends too early")
            self._out.write(chunk)
            left -= len(chunk)
        self._note(info, info.compress_type, info.CRC, info.compress_size, info.file_size, at)

    def compress(self, info: ZipInfo, content: Content) -> None:
        """An entry that has the name and the date of `info`, and other content."""
        out = self._out
        at = out.tell()
        out.write(_local(info, _DEFLATED, 0, 0, 0))
        begun = out.tell()
        press = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
        crc = size = 0
        for chunk in content():
            crc = zlib.crc32(chunk, crc)
            size += len(chunk)
            out.write(press.compress(chunk))
        out.write(press.flush())
        end = out.tell()
        out.seek(at)
        out.write(_local(info, _DEFLATED, crc, end - begun, size))
        out.seek(end)
        self._note(info, _DEFLATED, crc, end - begun, size, at)

    def finish(self) -> None:
        """Write the central directory."""
        at = self._out.tell()
        directory = b"".join(self._directory)
        count = len(self._directory)
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), at, 0)
        self._out.write(directory + end)

    def _note(self, info: ZipInfo, method: int, crc: int, packed: int, size: int, at: int) -> None:
        name, flags = _name(info)
        needs, made = 20, (info.create_system << 8) | 20
        stamp = _stamp(info)
        sizes = (crc, packed, size, len(name), 0, 0, 0, info.internal_attr & 0xFFFF, info.external_attr & _MOST, at)
        self._directory.append(_CENTRAL.pack(b"PK\1\2", made, needs, flags, method, *stamp, *sizes) + name)


def _local(info: ZipInfo, method: int, crc: int, packed: int, size: int) -> bytes:
    name, flags = _name(info)
    return _LOCAL.pack(b"PK\3\4", 20, flags, method, *_stamp(info), crc, packed, size, len(name), 0) + name


def _name(info: ZipInfo) -> tuple[bytes, int]:
    """The entry's name as bytes, and its flags."""
    flags = info.flag_bits & _KEPT_FLAGS
    if info.orig_filename.isascii():
        return info.orig_filename.encode(), flags
    if flags & _UTF_8:
        return info.orig_filename.encode("utf-8", "replace"), flags
    return info.orig_filename.encode("cp437", "replace"), flags


def _stamp(info: ZipInfo) -> tuple[int, int]:
    """Time and date as DOS writes them (APPNOTE 4.4.6)."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
