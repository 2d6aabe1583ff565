"""A DOCX package opened for reading: its parts as XML trees, and what they refer to."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a relationship leads: a part's name, or a URI outside the package. kind: the last word of its type."""

    target: str
    kind: str
    external: bool


class Package:
    """The parts of a DOCX by name. Raises PdfError (`not-a-docx`, `docx-limit`) from the start."""

    def __init__(self, data: bytes, name: str = "document.docx") -> None:
        self.name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise PdfError(problem("not-a-docx", file=name, reason=str(error))) from error
        if sum(info.file_size for info in infos) > LARGEST:
            limit = f"{LARGEST >> 20} MB"
            raise PdfError(problem("docx-limit", file=name, what={"th": "ขนาด", "en": "its size"}, limit=limit))
        self._names = {info.filename.replace("\\", "/").lower(): info for info in infos}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.main = next(
            (item.target for item in self.relationships("").values() if item.kind == "officeDocument"),
            "word/document.xml",
        )
        if self.main.lower() not in self._names:
            raise PdfError(problem("not-a-docx", file=name, reason="word/document.xml"))

    def data(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is no such part or it is damaged."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        try:
            return self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            return None

    def tree(self, name: str) -> etree._Element | None:
        """A part as XML, None where there is none. Raises PdfError for XML that is not well formed."""
        data = self.data(name)
        try:
            return None if data is None else _tree(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise PdfError(problem("not-a-docx", file=self.name, reason=f"{name}: {error}")) from error

    def data_of(self, name: str | None) -> bytes | None:
        """As `data`, for a part that there may not be."""
        return None if name is None else self.data(name)

    def tree_or_none(self, name: str | None) -> etree._Element | None:
        """As `tree`, but None also for a part that is not well formed: for parts that a document can do without."""
        try:
            return None if name is None else self.tree(name)
        except PdfError:
            return None

    def relationships(self, name: str) -> dict[str, Relationship]:
        """The relationships of a part (of the package for ""), by id."""
        known = self._relationships.get(name)
        if known is None:
            folder, _, leaf = name.rpartition("/")
            root = self.tree_or_none(f"{folder}/_rels/{leaf}.rels".lstrip("/"))
            known = self._relationships[name] = {}
            for item in () if root is None else root.iter(_RELATIONSHIP):
                target = item.get("Target") or ""
                external = item.get("TargetMode") == "External"
                if not external:
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kind = (item.get("Type") or "").rpartition("/")[2]
                known[item.get("Id") or ""] = Relationship(target, kind, external)
        return known

    def related(self, name: str, kind: str) -> str | None:
        """The part that `name` refers to by a relationship of `kind`."""
        found = (item.target for item in self.relationships(name).values() if item.kind == kind and not item.external)
        return next(found, None)


def _tree(data: bytes) -> etree._Element:
    if b"purl.oclc.org" in data[:4000]:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("DOCTYPE")  # Word refuses it too
    return root


def parsed(data: bytes | None) -> etree._Element | None:
    """A part's bytes as XML, None for none and for what is not well formed."""
    try:
        return None if data is None else _tree(data)
    except (etree.XMLSyntaxError, ValueError):
        return None
