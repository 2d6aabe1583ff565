"""The numbered objects of a PDF file (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from hashlib import md5
from typing import Any

Reference = bytes
"""An indirect reference as it is written: `12 0 R`."""
EFFORT = 4
"""How hard streams are deflated: half the time of the usual 6, for 7 % more bytes of a page."""
_DELIMITER = re.compile(r"[\\()]")
# Bytes over 127 tell a program that copies files that this one is not text (7.5.2).
_HEADER = b"%%PDF-%d.%d\n%%\xe0\xb8\x81\xe0\xb8\xaa\n"


class Dictionary:
    """A dictionary, its keys sorted."""

    __slots__ = ("entries",)

    def __init__(self, entries: Mapping[str, Any]) -> None:
        self.entries = entries

    def written(self) -> bytes:
        """The object's bytes."""
        return b"<<%s>>" % b"".join(
            [b"/%s %s" % (key.encode(), _written(self.entries[key])) for key in sorted(self.entries)]
        )


class Array:
    """An array."""

    __slots__ = ("values",)

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = tuple(values)

    def written(self) -> bytes:
        """The object's bytes."""
        return b"[%s]" % b" ".join(map(_written, self.values))


class Stream:
    """A stream whose data is written as it is."""

    __slots__ = ("data", "entries")

    def __init__(self, entries: Mapping[str, Any], data: bytes) -> None:
        self.entries = entries
        self.data = data

    def written(self) -> bytes:
        """The object's bytes; an end-of-line stands before `endstream`, which PDF/A asks for (ISO 19005-1, 6.1.7)."""
        head = Dictionary({**self.entries, "Length": len(self.data)}).written()
        return b"".join((head, b"\nstream\n", self.data, b"\nendstream"))


def _written(value: Any) -> bytes:
    """A value's bytes: an object, bytes as they are, or what a name, a number or an operand is as text."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, (Dictionary, Array)):
        return value.written()
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").encode()
    return str(value).encode()


def text(value: str) -> bytes:
    """A text string: as it is in ASCII, else in UTF-16 (7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return b"(%s)" % _DELIMITER.sub(r"\\\g<0>", value).encode()
    return b"<FEFF%s>" % value.encode("utf-16-be", "replace").hex().upper().encode()


class Body:
    """The objects of one file, numbered in the order in which they are reserved."""

    def __init__(self, version: tuple[int, int], compress: bool) -> None:
        self.version = version
        self.compress = compress
        self._objects: list[Any] = []

    def reserve(self) -> Reference:
        """A number for an object that is given later."""
        self._objects.append(None)
        return b"%d 0 R" % len(self._objects)

    def put(self, at: Reference, value: Any) -> None:
        """Give the object of a reserved number: an object, a dict, or bytes as they are written."""
        number = int(at.split(b" ", 1)[0])
        self._objects[number - 1] = Dictionary(value) if isinstance(value, dict) else value

    def add(self, value: Any) -> Reference:
        """A new object."""
        at = self.reserve()
        self.put(at, value)
        return at

    def stream(self, entries: Mapping[str, Any], data: bytes, *, compress: bool | None = None) -> Reference:
        """A new stream; deflated unless the file, or `compress`, says otherwise."""
        if self.compress if compress is None else compress:
            return self.add(Stream({**entries, "Filter": "/FlateDecode"}, zlib.compress(data, EFFORT)))
        return self.add(Stream(entries, data))

    def file(self, root: Reference, info: Reference) -> bytes:
        """The whole file. Its identifier is a digest of its objects, so that equal documents are equal bytes."""
        parts = [_HEADER % self.version]
        at = len(parts[0])
        table = [b"0000000000 65535 f \n"]
        for number, value in enumerate(self._objects, 1):
            written = value if isinstance(value, bytes) else b"null" if value is None else value.written()
            whole = b"%d 0 obj\n%s\nendobj\n" % (number, written)
            table.append(b"%010d 00000 n \n" % at)
            at += len(whole)
            parts.append(whole)
        size = len(table)
        identifier = b"<%s>" % md5(b"".join(parts), usedforsecurity=False).hexdigest().encode()
        trailer = Dictionary({"Size": size, "Root": root, "Info": info, "ID": Array((identifier, identifier))})
        parts += (b"xref\n0 %d\n" % size, *table, b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer.written(), at))
        return b"".join(parts)


def array(values: Iterable[Any]) -> Array:
    """An array of `values`."""
    return Array(values)
