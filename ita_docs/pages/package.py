"""A DOCX package opened for reading: its parts as XML trees, and what they refer to."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from ..problems import PdfError, problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
LARGEST = 400 << 20
"""How many bytes a package may hold when unpacked."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""The namespaces of ISO/IEC 29500 Strict, and those that everybody writes."""
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relationship(NamedTuple):
    """Where a relationship leads: a part's name, or a URI outside the package. kind: the last word of its type."""

    target: str
    kind: str
    external: bool


class Package:
    """The parts of a DOCX by name. trees: parts that were read already, and may have been changed since.

    Raises: PdfError (`not-a-docx`, `docx-limit`) from the start.
    """

    def __init__(
        self, data: bytes, name: str = "document.docx", trees: Mapping[str, etree._Element] | None = None
    ) -> None:
        self.name = name
        self._trees = trees or {}
        try:
            infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise PdfError(problem("not-a-docx", file=name, reason=str(error))) from error
        if sum(info.file_size for info in infos) > LARGEST:
            limit = f"{LARGEST >> 20} MB"
            raise PdfError(problem("docx-limit", file=name, what={"th": "ขนาด", "en": "its size"}, limit=limit))
        self._data = data
        self._relationships: dict[str, Mapping[str, Relationship]] = {}
        self._names = {info.filename.replace("\\", "/").lower(): info for info in infos}
        self.main = next(
            (item.target for item in self.relationships("").values() if item.kind == "officeDocument"),
            "word/document.xml",
        )
        if self.main.lower() not in self._names:
            raise PdfError(problem("not-a-docx", file=name, reason="word/document.xml"))

    def member(self, name: str | None) -> Member | None:
        """A part as it is packed; None where there is none, or it is damaged."""
        info = None if name is None else self._names.get(name.lower())
        return None if info is None else packed(self._data, info)

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is no such part or it is damaged."""
        return unpacked(self.member(name))

    def tree(self, name: str) -> etree._Element | None:
        """A part as XML, None where there is none. Raises PdfError for XML that is not well formed."""
        if name in self._trees:
            return self._trees[name]
        data = self.data(name)
        try:
            return None if data is None else _tree(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise PdfError(problem("not-a-docx", file=self.name, reason=f"{name}: {error}")) from error

    def tree_or_none(self, name: str | None) -> etree._Element | None:
        """As `tree`, but None also for a part that is not well formed: for parts that a document can do without."""
        return parsed(self.member(name))

    def relationships(self, name: str) -> Mapping[str, Relationship]:
        """The relationships of a part (of the package for ""), by id."""
        known = self._relationships.get(name)
        if known is None:
            folder, _, leaf = name.rpartition("/")
            known = _relationships(self.member(f"{folder}/_rels/{leaf}.rels".lstrip("/")), folder)
            self._relationships[name] = known
        return known

    def related(self, name: str, kind: str) -> str | None:
        """The part that `name` refers to by a relationship of `kind`."""
        found = (item.target for item in self.relationships(name).values() if item.kind == kind and not item.external)
        return next(found, None)


class Member(NamedTuple):
    """A part as it is packed (APPNOTE 4.3.7): equal parts of many documents are unpacked and read once."""

    packed: bytes
    deflated: bool
    size: int
    crc: int


def packed(package: bytes, info: zipfile.ZipInfo) -> Member | None:
    """A member of a package; None for one that is cut short, encrypted or packed in a way that Word cannot read.

    `zipfile` takes five times as long to read one, for files that need not be in memory.
    """
    try:
        signature, flags, name, extra = struct.unpack_from("<4s2xH18xHH", package, info.header_offset)
    except struct.error:
        return None
    start = info.header_offset + 30 + name + extra
    inside = package[start : start + info.compress_size]
    deflated = info.compress_type == zipfile.ZIP_DEFLATED
    if signature != b"PK\x03\x04" or flags & 1 or len(inside) < info.compress_size:
        return None
    return Member(inside, deflated, info.file_size, info.CRC) if deflated or not info.compress_type else None


def unpacked(member: Member | None) -> bytes | None:
    """The bytes of a part, None for none and for a damaged one."""
    if member is None:
        return None
    data = member.packed
    if member.deflated:
        try:
            # no more than it says it holds, whatever it holds
            data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, member.size + 1)
        except zlib.error:
            return None
    return data if len(data) == member.size and zlib.crc32(data) == member.crc else None


def _tree(data: bytes) -> etree._Element:
    if b"purl.oclc.org" in data[:4000]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DOCTYPE")  # Word refuses it too
    return root


def parsed(member: Member | None) -> etree._Element | None:
    """A part as XML, None for none and for what is not well formed."""
    data = unpacked(member)
    try:
        return None if data is None else _tree(data)
    except (etree.XMLSyntaxError, ValueError):
        return None


@lru_cache(maxsize=64)
def _relationships(member: Member | None, folder: str) -> Mapping[str, Relationship]:
    """The relationships in a part of them, by id; `folder` is that of the part they belong to."""
    root = parsed(member)
    known = {}
    for item in () if root is None else root.iter(_RELATIONSHIP):
        target = item.get("Target") or ""
        external = item.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = (item.get("Type") or "").rpartition("/")[2]
        known[item.get("Id") or ""] = Relationship(target, kind, external)
    return known
