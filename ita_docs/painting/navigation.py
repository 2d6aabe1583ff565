"""How a reader moves about in a PDF: destinations, the outline, page labels (ISO 32000-1, 12.3 and 12.4.2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..pages.model import Destination, OutlineEntry, Page
from .objects import Body, Reference, array, text
from .words import number


def place_of(at: Destination, pages: tuple[Page, ...], references: list[Reference]) -> bytes | None:
    """A destination as it is written; None where the layout has no such page."""
    if not 0 <= at.page < len(pages):
        return None
    top = number(pages[at.page].height - at.y)
    return b"[%s /XYZ %s %s null]" % (references[at.page], number(at.x).encode(), top.encode())


def write_destinations(
    body: Body, named: Mapping[str, Destination], pages: tuple[Page, ...], references: list[Reference]
) -> Reference | None:
    """The name tree of a layout's destinations."""
    entries = sorted((name.encode("utf-8", "replace"), place_of(at, pages, references)) for name, at in named.items())
    names = [part for name, at in entries if at is not None for part in (b"<%s>" % name.hex().encode(), at)]
    if not names:
        return None
    return body.add({"Dests": body.add({"Names": array(names)})})


@dataclass(slots=True)
class _Node:
    at: Reference
    level: int
    title: str
    place: bytes
    children: list[_Node] = field(default_factory=list)

    def ends(self) -> dict[str, Any]:
        """The entries that lead to the children, all of them open."""
        if not self.children:
            return {}
        total, waiting = 0, list(self.children)
        while waiting:
            node = waiting.pop()
            total += 1
            waiting += node.children
        return {"First": self.children[0].at, "Last": self.children[-1].at, "Count": total}


def write_outline(
    body: Body, entries: tuple[OutlineEntry, ...], pages: tuple[Page, ...], references: list[Reference]
) -> Reference | None:
    """The outline: an entry of a lower level stands below the last one of a higher."""
    if not entries:
        return None
    root = _Node(body.reserve(), 0, "", b"")
    body.put(root.at, b"null")
    path, nodes = [root], [root]
    for entry in entries:
        place = place_of(entry.at, pages, references)
        if place is None:
            continue
        while len(path) > 1 and path[-1].level >= entry.level:
            path.pop()
        node = _Node(body.reserve(), entry.level, entry.title, place)
        path[-1].children.append(node)
        path.append(node)
        nodes.append(node)
    if not root.children:
        return None
    body.put(root.at, {"Type": "/Outlines", **root.ends()})
    for parent in nodes:
        for index, child in enumerate(parent.children):
            around = {"Title": text(child.title), "Parent": parent.at, "Dest": child.place, **child.ends()}
            if index:
                around["Prev"] = parent.children[index - 1].at
            if index + 1 < len(parent.children):
                around["Next"] = parent.children[index + 1].at
            body.put(child.at, around)
    return root.at


def write_labels(body: Body, pages: tuple[Page, ...]) -> Reference | None:
    """The number tree of page labels; a page without a label counts as where it stands."""
    if not any(page.label for page in pages):
        return None
    nums: list[object] = []
    for index, page in enumerate(pages):
        nums.append(index)
        nums.append(b"<</P%s>>" % text(page.label) if page.label else b"<</S/D/St %d>>" % (index + 1))
    return body.add({"Nums": array(nums)})
