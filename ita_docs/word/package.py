"""A DOCX as ZIP entries: parts nobody touches are copied as compressed bytes, never inflated again.

Source of the layout: PKWARE APPNOTE 4.3 (local header, central directory, end record); no ZIP64, a DOCX here is small.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike, fspath
from pathlib import PurePath
from typing import IO

from ..problems import TemplateError, problem

DOS_DATE = struct.pack("<HH", 0, 0x21)
"""1 January 1980, 00:00: the same for every entry, so that the same input gives the same bytes."""
UTF8_NAME = 0x800
STORED, DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One ZIP entry, compressed: `size` and `crc` are of the data before compression."""

    name: str
    method: int
    crc: int
    size: int
    data: bytes

    def text(self) -> str:
        """The entry's text, inflated."""
        raw = zlib.decompress(self.data, -15) if self.method else self.data
        return raw.decode("utf-8-sig")


@lru_cache(maxsize=64)
def text_once(entry: Entry) -> str:
    """The text of a template's entry, inflated once for all documents made of it."""
    return entry.text()


def deflated(name: str, raw: bytes) -> Entry:
    """`raw` as a deflated entry."""
    press = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Entry(name, DEFLATED, zlib.crc32(raw), len(raw), press.compress(raw) + press.flush())


def stored(name: str, raw: bytes) -> Entry:
    """`raw` as a stored entry, for what is compressed already."""
    return Entry(name, STORED, zlib.crc32(raw), len(raw), raw)


def pack(entries: list[Entry]) -> bytes:
    """The bytes of a ZIP file that holds `entries` in order."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        name = entry.name.encode()
        flags = 0 if entry.name.isascii() else UTF8_NAME
        core = (
            struct.pack("<HHH", 20, flags, entry.method)
            + DOS_DATE
            + struct.pack("<LLLHH", entry.crc, len(entry.data), entry.size, len(name), 0)
        )
        chunks += (b"PK\3\4" + core + name, entry.data)
        directory.append(b"PK\1\2" + struct.pack("<H", 20) + core + struct.pack("<HHHLL", 0, 0, 0, 0, offset) + name)
        offset += 30 + len(name) + len(entry.data)
    central = b"".join(directory)
    end = struct.pack("<HHHHLLH", 0, 0, len(entries), len(entries), len(central), offset, 0)
    return b"".join([*chunks, central, b"PK\5\6" + end])


def unpack(data: bytes) -> dict[str, Entry]:
    """The entries of a ZIP file by name, still compressed. Raises zipfile.BadZipFile."""
    entries: dict[str, Entry] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            at = info.header_offset
            name_length, extra_length = struct.unpack("<HH", data[at + 26 : at + 30])
            start = at + 30 + name_length + extra_length
            raw = data[start : start + info.compress_size]
            if info.compress_type not in (STORED, DEFLATED):
                entries[info.filename] = deflated(info.filename, archive.read(info))
            else:
                entries[info.filename] = Entry(info.filename, info.compress_type, info.CRC, info.file_size, raw)
    return entries


def refuse_bombs(data: bytes, name: str, megabytes: int, ratio: int = 200) -> None:
    """Check, by inflating, that no part of a ZIP file grows beyond `megabytes` or beyond `ratio` times its size.

    Small parts (10 MB) may have any ratio. Sizes in the headers are not believed.
    Raises: TemplateError (`not-a-docx`, `template-limit`).
    """
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                size = 0
                with archive.open(info) as part:
                    while chunk := part.read(1 << 20):
                        size += len(chunk)
                        if total + size > megabytes << 20:
                            raise TemplateError(problem("template-limit", what=info.filename, limit=f"{megabytes} MB"))
                        if size > 10 << 20 and size > ratio * max(1, info.compress_size):
                            raise TemplateError(problem("template-limit", what=info.filename, limit=f"1:{ratio}"))
                total += size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise TemplateError(problem("not-a-docx", file=name, reason=str(error) or type(error).__name__)) from error


def read_source(source: str | PathLike[str] | bytes | IO[bytes]) -> tuple[bytes, str]:
    """The bytes of a template and its name. Raises TemplateError (`file-not-found`, `not-a-docx`)."""
    if isinstance(source, bytes):
        return source, "template.docx"
    if not isinstance(source, (str, PathLike)):
        return source.read(), PurePath(str(getattr(source, "name", "template.docx"))).name
    path = fspath(source)
    name = PurePath(path).name
    try:
        with open(path, "rb") as file:
            return file.read(), name
    except FileNotFoundError as error:
        raise TemplateError(problem("file-not-found", file=path)) from error
    except PermissionError as error:
        raise TemplateError(problem("file-in-use", file=path)) from error
    except OSError as error:
        raise TemplateError(problem("not-a-docx", file=path, reason=error.strerror or str(error))) from error
