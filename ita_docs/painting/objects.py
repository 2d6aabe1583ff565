"""The numbered objects of a PDF file, written with reportlab's object classes (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from hashlib import md5
from typing import Any

from reportlab.pdfbase import pdfdoc

Reference = bytes
"""An indirect reference as it is written: `12 0 R`."""
EFFORT = 4
"""How hard streams are deflated: half the time of the usual 6, for 7 % more bytes of a page."""


class Dictionary(pdfdoc.PDFDictionary):  # type: ignore[misc]
    """A dictionary, its keys sorted, its layout whatever reportlab's settings say."""

    multiline = False


class Array(pdfdoc.PDFArray):  # type: ignore[misc]
    """An array."""

    multiline = False


class Stream(pdfdoc.PDFObject):  # type: ignore[misc]
    """A stream whose data is written as it is.

    Not reportlab's: that one puts no end-of-line before `endstream`, which PDF/A asks for (ISO 19005-1, 6.1.7).
    """

    def __init__(self, entries: Mapping[str, Any], data: bytes) -> None:
        self.entries = entries
        self.data = data

    def format(self, document: Any) -> bytes:
        """The object's bytes."""
        head: bytes = Dictionary({**self.entries, "Length": len(self.data)}).format(document)
        return b"".join((head, b"\nstream\n", self.data, b"\nendstream"))


def text(value: str) -> bytes:
    """A text string: as it is in ASCII, else in UTF-16 (7.9.2.2)."""
    if value.isascii() and value.isprintable():
        return bytes(pdfdoc.PDFString(value).format(Body))
    return b"<FEFF%s>" % value.encode("utf-16-be", "replace").hex().upper().encode()


class Body:
    """The objects of one file, numbered in the order in which they are reserved."""

    encrypt = pdfdoc.NoEncryption()

    def __init__(self, version: tuple[int, int], compress: bool) -> None:
        self.version = version
        self.compress = compress
        self._objects: list[Any] = []

    def reserve(self) -> Reference:
        """A number for an object that is given later."""
        self._objects.append(None)
        return b"%d 0 R" % len(self._objects)

    def put(self, at: Reference, value: Any) -> None:
        """Give the object of a reserved number: a pdfdoc object, a dict, or bytes as they are written."""
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
        file = pdfdoc.PDFFile(self.version)
        digest = md5(usedforsecurity=False)
        offsets = []
        for number, value in enumerate(self._objects, 1):
            written = value if isinstance(value, bytes) else b"null" if value is None else value.format(self)
            digest.update(written)
            offsets.append(file.add(b"".join((b"%d 0 obj\n" % number, written, b"\nendobj\n"))))
        size = len(offsets) + 1
        table = [b"xref\n0 %d\n0000000000 65535 f \n" % size, *(b"%010d 00000 n \n" % offset for offset in offsets)]
        start = file.add(b"".join(table))
        identifier = b"<%s>" % digest.hexdigest().encode()
        trailer = pdfdoc.PDFTrailer(start, Size=size, Root=root, Info=info, ID=Array((identifier, identifier)))
        file.add(trailer.format(self))
        return bytes(file.format(self))


def array(values: Iterable[Any]) -> Array:
    """An array of `values`."""
    return Array(values)
