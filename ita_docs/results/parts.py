"""The small parts of a workbook package as trees: read within limits, changed, and written again."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from ..sheets.limits import LIMITS, MIB
from ..sheets.package import Package, resolved
from ..sheets.refusals import DAMAGED, unreadable
from ..sheets.source import Source
from .namespaces import OFFICE, PACKAGE
from .repacking import Content, part_key

SMALL = replace(LIMITS, part_bytes=64 * MIB)
"""A part that is held as a tree takes ten times its size."""
_RELATIONSHIPS = f"{PACKAGE}/relationships"
_TYPES = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def namespace_of(element: etree._Element) -> str | None:
    """An element's namespace."""
    return etree.QName(element).namespace


def qualified(space: str | None, name: str) -> str:
    """`name` in a namespace, as lxml writes it."""
    return f"{{{space}}}{name}" if space else name


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to; `sort` is the last word of its type."""

    id: str
    sort: str
    part: str


@dataclass(slots=True)
class Parts:
    """A package whose parts are being changed: trees that were opened, and parts made anew."""

    source: Source
    package: Package = field(init=False)
    trees: dict[str, etree._Element] = field(default_factory=dict)
    made: dict[str, Content] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.package = Package(self.source, SMALL)

    def __contains__(self, part: str) -> bool:
        return part in self.package or part_key(part) in self.names

    def tree(self, part: str, make: Callable[[], etree._Element] | None = None) -> etree._Element:
        """The root of a part, made with `make` where the package has none. Raises WorkbookError."""
        key = part_key(part)
        if key not in self.trees:
            self.names[key] = part
            if make is not None and part not in self.package:
                self.trees[key] = make()
                self.touched.add(key)
            else:
                self.trees[key] = self._parsed(self.package.read(part))
        return self.trees[key]

    def changed_tree(self, part: str, make: Callable[[], etree._Element] | None = None) -> etree._Element:
        """The same, to be written again."""
        root = self.tree(part, make)
        self.touched.add(part_key(part))
        return root

    def put(self, part: str, content: Content) -> None:
        """Give a part new content."""
        self.names[part_key(part)] = part
        self.made[part] = content

    def changes(self) -> dict[str, Content]:
        """Every part that changed, by name."""
        trees = {self.names[key]: _written(self.trees[key]) for key in sorted(self.touched)}
        return {**trees, **self.made}

    def free_name(self, pattern: str) -> str:
        """A part's name that is not in use: `pattern` with a number for its `{}`."""
        number = 1
        while (name := pattern.format(number)) in self:
            number += 1
        self.names[part_key(name)] = name
        return name

    def related(self, base: str) -> Iterator[Relationship]:
        """What part `base` (the package itself for "") refers to inside the package."""
        part = _relationships_of(base)
        if part not in self:
            return
        for item in self.tree(part):
            if local_name(item) == "Relationship" and item.get("TargetMode") != "External":
                sort = item.get("Type", "").rpartition("/")[2]
                yield Relationship(item.get("Id", ""), sort, resolved(base, item.get("Target", "")))

    def relate(self, base: str, sort: str, target: str) -> str:
        """Let part `base` refer to `target`; the relationship's id."""
        root = self.changed_tree(
            _relationships_of(base), lambda: etree.Element(qualified(_RELATIONSHIPS, "Relationships"))
        )
        used = {item.get("Id") for item in root}
        number = len(used) + 1
        while (name := f"rId{number}") in used:
            number += 1
        attributes = {"Id": name, "Type": f"{OFFICE}/{sort}", "Target": f"/{target}"}
        etree.SubElement(root, qualified(namespace_of(root), "Relationship"), attributes)
        return name

    def declare(self, part: str, content_type: str) -> None:
        """Say what a new part is (OPC, ECMA-376 part 2, 7.2.3.2)."""
        root = self.changed_tree(_TYPES)
        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(root, qualified(namespace_of(root), "Override"), attributes)

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Say what parts with a suffix are, unless that is said."""
        root = self.tree(_TYPES)
        known = [item.get("Extension", "").lower() for item in root if local_name(item) == "Default"]
        if suffix not in known:
            attributes = {"Extension": suffix, "ContentType": content_type}
            item = etree.Element(qualified(namespace_of(root), "Default"), attributes)
            self.changed_tree(_TYPES).insert(0, item)

    def _parsed(self, data: bytes) -> etree._Element:
        """Raises WorkbookError."""
        try:
            root = etree.fromstring(data, _PARSER)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise unreadable(self.source.name, DAMAGED) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise unreadable(self.source.name, DAMAGED)
        return root


def _relationships_of(base: str) -> str:
    folder, name = posixpath.split(base)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _written(root: etree._Element) -> Content:
    return lambda: [etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)]
