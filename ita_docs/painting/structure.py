"""The structure tree of a PDF: what its content is, and in which order it is read (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator

from ..pages.model import Element
from .objects import Body, Reference, array, text

_STANDARD = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form
    """.split()  # noqa: SIM905 - one word a line would be forty lines
)
"""The standard structure types (14.8.4)."""
_KEPT_EMPTY = frozenset(("Document", "Table", "TR", "TH", "TD"))


_Kid = Element | tuple[int, int] | tuple[int, Reference]
"""An element, marked content (page, number), or an annotation (page, object)."""


class Structure:
    """Which marked content and which annotations belong to each element."""

    def __init__(self, root: Element, pages: int) -> None:
        self.root = root
        self._pages = pages
        self._kids: dict[int, list[tuple[int, _Kid]]] = {}
        self._parent: dict[int, Element] = {}
        self._elements: dict[int, Element] = {id(root): root}
        self._boxes: dict[int, tuple[int, tuple[float, float, float, float]]] = {}
        self._marked: dict[int, list[Element]] = {}
        self._annotated: list[Element] = []
        self._step = 0
        waiting = [root]
        while waiting:
            element = waiting.pop()
            for child in element.children:
                if id(child) not in self._elements:
                    self._elements[id(child)] = child
                    self._parent[id(child)] = element
                    waiting.append(child)

    def role(self, element: Element) -> str:
        """The element's structure type, a standard one."""
        return element.role if element.role in _STANDARD else "Span"

    def content(self, element: Element, page: int) -> int:
        """A new marked-content sequence of `element` on `page` (0-based): its number there."""
        marked = self._marked.setdefault(page, [])
        marked.append(element)
        self._note(element, (page, len(marked) - 1))
        return len(marked) - 1

    def child(self, parent: Element, role: str) -> Element:
        """A new element in `parent`, beside those that the layout knows."""
        element = Element(role)
        self._elements[id(element)] = element
        self._parent[id(element)] = parent
        return element

    def annotation(self, element: Element, page: int, at: Reference) -> int:
        """An annotation on `page` belongs to `element`; its key in the parent tree is returned."""
        self._annotated.append(element)
        self._note(element, (page, at))
        return self._pages + len(self._annotated) - 1

    def box(self, element: Element, page: int, bounds: tuple[float, float, float, float]) -> None:
        """Where on its page a figure is: around all that is painted of it on its first page."""
        known, (left, bottom, right, top) = self._boxes.setdefault(id(element), (page, bounds))
        if known == page:
            x, y, to_x, to_y = bounds
            self._boxes[id(element)] = (page, (min(left, x), min(bottom, y), max(right, to_x), max(top, to_y)))

    def _note(self, element: Element, kid: tuple[int, int] | tuple[int, Reference]) -> None:
        if id(element) not in self._elements:
            # An element that the layout's tree does not hold must not be lost to its readers.
            self._elements[id(element)] = element
            self._parent[id(element)] = self.root
        self._step += 1
        kids = self._kids.setdefault(id(element), [])
        kids.append((self._step, kid))
        # Its place among its parent's kids is where its first content is.
        while len(kids) == 1 and (parent := self._parent.get(id(element))) is not None:
            kids = self._kids.setdefault(id(parent), [])
            kids.append((self._step, element))
            element = parent

    def _ordered(self, element: Element) -> list[_Kid]:
        """The kids of an element: in the order of painting where content is among them, else as the layout has them."""
        noted = self._kids.get(id(element), [])
        own = [kid for _, kid in noted]
        if not element.children and own and not isinstance(own[0], Element):
            return own
        if all(isinstance(kid, Element) for kid in own):
            known = {id(child) for child in element.children}
            kept = [
                child
                for child in element.children
                if self._parent.get(id(child)) is element and (id(child) in self._kids or child.role in _KEPT_EMPTY)
            ]
            return [*kept, *(kid for kid in own if id(kid) not in known)]
        return own

    # ------------------------------------------------------------ objects

    def write(self, body: Body, pages: list[Reference]) -> Reference:
        """Write the tree: the reference of its root. The parent tree's keys are page indexes, then annotations."""
        at = body.reserve()
        walked = list(self._walk())
        places = {id(element): body.reserve() for element, _ in walked}
        for element, kids in walked:
            parent = self._parent.get(id(element))
            above = at if parent is None else places[id(parent)]
            body.put(places[id(element)], self._element(element, kids, above, places, pages))
        nums: list[object] = []
        for page, marked in sorted(self._marked.items()):
            nums += [page, body.add(array([places[id(element)] for element in marked]))]
        for key, element in enumerate(self._annotated, len(pages)):
            nums += [key, places[id(element)]]
        tree = body.add({"Nums": array(nums)})
        body.put(
            at,
            {
                "Type": "/StructTreeRoot",
                "K": array([places[id(self.root)]]),
                "ParentTree": tree,
                "ParentTreeNextKey": len(pages) + len(self._annotated),
            },
        )
        return at

    def _walk(self) -> Iterator[tuple[Element, list[_Kid]]]:
        """Every element with its kids, parents first."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            kids = self._ordered(element)
            yield element, kids
            waiting += [kid for kid in reversed(kids) if isinstance(kid, Element)]

    def _element(
        self,
        element: Element,
        kids: list[_Kid],
        parent: Reference,
        places: dict[int, Reference],
        pages: list[Reference],
    ) -> bytes:
        first = None
        written = []
        for kid in kids:
            if isinstance(kid, Element):
                written.append(places[id(kid)])
                continue
            if first is None:
                first = kid[0]
            if isinstance(kid[1], bytes):
                written.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[kid[0]], kid[1]))
            elif kid[0] == first:
                written.append(b"%d" % kid[1])
            else:
                written.append(b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[kid[0]], kid[1]))
        held = b"/K[%s]" % b" ".join(written) if len(written) > 1 else b"/K %s" % written[0] if written else b""
        page = b"" if first is None else b"/Pg %s" % pages[first]
        alt = b"/Alt%s" % text(element.alt) if element.alt else b""
        role = self.role(element).encode()
        return b"<</Type/StructElem/S/%s/P %s%s%s%s%s>>" % (role, parent, page, held, self._attributes(element), alt)

    def _attributes(self, element: Element) -> bytes:
        if element.role in ("TD", "TH"):
            entries = b""
            if element.role == "TH":
                entries += b"/Scope/Column"
            if element.columns > 1:
                entries += b"/ColSpan %d" % element.columns
            if element.rows > 1:
                entries += b"/RowSpan %d" % element.rows
            return b"/A<</O/Table%s>>" % entries if entries else b""
        if id(element) in self._boxes:
            _, bounds = self._boxes[id(element)]
            corners = " ".join(f"{corner:.2f}" for corner in bounds)
            return f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>".encode()
        return b""
