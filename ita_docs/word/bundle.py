"""A DOCX open for change: its parts, what they refer to, and what sort each is (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import Any, NamedTuple

from lxml import etree

from .package import Entry, deflated, pack, stored, unpack

CONTENT_TYPES = "[Content_Types].xml"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
COMPRESSED = (".png", ".jpg", ".jpeg", ".gif")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


class MalformedPart(Exception):
    """A part that is not there or is not well formed; its name."""


class Relation(NamedTuple):
    """What a part refers to: the type's URI, and a part's name or a URI outside the package."""

    kind: str
    target: str
    external: bool


def relations_of(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, _, leaf = part.rpartition("/")
    return f"{folder}/_rels/{leaf}.rels".lstrip("/")


class Bundle:
    """The parts of a DOCX by name. Raises MalformedPart from the start for what is no Word document."""

    def __init__(self, data: bytes) -> None:
        try:
            self._entries = unpack(data)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError) as error:
            raise MalformedPart(str(error)) from error
        self._trees: dict[str, Any] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._overrides: dict[str, str] = {}
        self._defaults: dict[str, str] = {}
        for item in self._parsed(CONTENT_TYPES):
            if item.tag == TYPES + "Override":
                self._overrides[(item.get("PartName") or "").lstrip("/")] = item.get("ContentType") or ""
            elif item.tag == TYPES + "Default":
                self._defaults[(item.get("Extension") or "").lower()] = item.get("ContentType") or ""
        self.main = self.related("", "officeDocument") or "word/document.xml"

    def __contains__(self, part: object) -> bool:
        return part in self._entries or part in self._trees

    def raw(self, part: str) -> bytes:
        """The bytes of a part. Raises MalformedPart."""
        entry = self._entries.get(part)
        if entry is None:
            raise MalformedPart(part)
        try:
            raw = zlib.decompress(entry.data, -15) if entry.method else entry.data
        except zlib.error as error:
            raise MalformedPart(part) from error
        if zlib.crc32(raw) != entry.crc:
            raise MalformedPart(part)
        return raw

    def _parsed(self, part: str) -> Any:
        try:
            root = etree.fromstring(self.raw(part), _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise MalformedPart(part) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise MalformedPart(part)
        return root

    def tree(self, part: str) -> Any:
        """A part as XML, which is written back as it is then. Raises MalformedPart."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def related_tree(self, kind: str) -> Any:
        """The XML of what the main part refers to by `kind`, None where there is none. Raises MalformedPart."""
        part = self.related(self.main, kind)
        return None if part is None or part not in self else self.tree(part)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part (the package for "") refers to, by id. Raises MalformedPart."""
        if part not in self._relations:
            known: dict[str, Relation] = {}
            name = relations_of(part)
            for item in self._parsed(name).iter(RELATIONS + "Relationship") if name in self._entries else ():
                target, external = item.get("Target") or "", item.get("TargetMode") == "External"
                if not external:
                    folder = part.rpartition("/")[0]
                    target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                known[item.get("Id") or ""] = Relation(item.get("Type") or "", target, external)
            self._relations[part] = known
        return self._relations[part]

    def related(self, part: str, kind: str) -> str | None:
        """The part that `part` refers to by a relationship whose type ends in `kind`."""
        found = self.relations(part).values()
        return next((item.target for item in found if item.kind.endswith("/" + kind) and not item.external), None)

    def content_type(self, part: str) -> str:
        """What sort of part it is."""
        return self._overrides.get(part) or self._defaults.get(part.rpartition(".")[2].lower(), "application/xml")

    # ------------------------------------------------------------ changes

    def relate(self, part: str, relation: Relation) -> str:
        """The id of a relationship of `part`, a new one where there is none yet."""
        known = self.relations(part)
        for identity, item in known.items():
            if item == relation:
                return identity
        new = next(name for n in range(1, len(known) + 2) if (name := f"rId{n}") not in known)
        known[new] = relation
        return new

    def free(self, name: str) -> str:
        """`name`, or one like it that no part has yet."""
        stem, dot, ending = name.rpartition(".")
        return next(
            tried
            for n in range(len(self._entries) + len(self._trees) + 1)
            if (tried := name if n == 0 else f"{stem}-{n}{dot}{ending}") not in self
        )

    def add(self, part: str, content_type: str, content: Any) -> None:
        """A new part: bytes, or XML that may still change."""
        self._overrides[part] = content_type
        if isinstance(content, bytes):
            make = stored if part.lower().endswith(COMPRESSED) else deflated
            self._entries[part] = make(part, content)
        else:
            self._trees[part] = content

    def replace(self, part: str, root: Any) -> None:
        """Give a part another root."""
        self._trees[part] = root

    def finished(self) -> bytes:
        """The package's bytes."""
        types = etree.Element(TYPES + "Types", nsmap={None: TYPES[1:-1]})  # type: ignore[dict-item]
        for ending, kind in self._defaults.items():
            etree.SubElement(types, TYPES + "Default", Extension=ending, ContentType=kind)
        for part, kind in self._overrides.items():
            etree.SubElement(types, TYPES + "Override", PartName="/" + part, ContentType=kind)
        written: dict[str, Entry] = dict(self._entries)
        for part, root in [(CONTENT_TYPES, types), *self._trees.items()]:
            written[part] = deflated(part, _serialized(root))
        for part, known in self._relations.items():
            if known:
                written[relations_of(part)] = deflated(relations_of(part), _serialized(_related(part, known)))
        return pack([written.pop(CONTENT_TYPES), *written.values()])


def _related(part: str, known: dict[str, Relation]) -> Any:
    root = etree.Element(RELATIONS + "Relationships", nsmap={None: RELATIONS[1:-1]})  # type: ignore[dict-item]
    folder = part.rpartition("/")[0]
    for identity, item in known.items():
        target = item.target if item.external else posixpath.relpath("/" + item.target, "/" + folder)
        attributes = {"Id": identity, "Type": item.kind, "Target": target}
        etree.SubElement(
            root, RELATIONS + "Relationship", attributes | ({"TargetMode": "External"} if item.external else {})
        )
    return root


def _serialized(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
