"""A layout as a PDF file (ISO 32000-1)."""

from __future__ import annotations

from typing import Any

from ..pages.model import Layout
from ..problems import Problem
from .archival import output_intent
from .artworks import Artworks
from .boxes import Painter
from .content import Content, LinkOnPage
from .lines import Texts
from .metadata import clean, information, xmp
from .navigation import place_of, write_destinations, write_labels, write_outline
from .objects import Body, Reference, array, text
from .options import PaintOptions
from .originals import Originals
from .pictures import Pictures
from .structure import Structure
from .words import number

__all__ = ["PaintOptions", "paint"]

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%:/?#[]@!$&'*+,;=")


def paint(layout: Layout, options: PaintOptions | None = None, problems: list[Problem] | None = None) -> bytes:
    """The PDF of a layout. `problems` is given what could not be drawn: pictures that cannot be read.

    Equal layouts and options give equal bytes.
    """
    options = options or PaintOptions()
    first_part = options.pdfa == "1b"
    body = Body((1, 4) if first_part else (1, 7), options.compress)
    structure = Structure(layout.root, len(layout.pages)) if options.tagged else None
    texts = Texts(body, widens=options.pdfa is None)
    problems = [] if problems is None else problems
    originals = Originals(body, options.originals, options.pdfa, problems)
    painter = Painter(texts, Pictures(body, opaque=first_part, originals=originals), Artworks(body), problems)
    root, tree = body.reserve(), body.reserve()
    references = [body.reserve() for _ in layout.pages]
    annotations = _Annotations(body, layout, references, structure)
    for index, page in enumerate(layout.pages):
        content = Content(index, structure)
        painter.paint(page, content)
        entries: dict[str, Any] = {
            "Type": "/Page",
            "Parent": tree,
            "MediaBox": array([0, 0, number(page.width), number(page.height)]),
            "Contents": body.stream({}, content.data()),
            "Resources": content.resources(),
        }
        if structure is not None:
            entries |= {"StructParents": index, "Tabs": "/S"}
        if annots := annotations.of_page(content):
            entries["Annots"] = array(annots)
        body.put(references[index], entries)
    originals.close()
    texts.embed(code_set=first_part)
    body.put(tree, {"Type": "/Pages", "Kids": array(references), "Count": len(references)})
    language = options.language or layout.facts.language
    title = options.title if options.title is not None else layout.facts.title
    catalog: dict[str, Any] = {
        "Type": "/Catalog",
        "Pages": tree,
        "Lang": text(language),
        "Metadata": body.stream(
            {"Type": "/Metadata", "Subtype": "/XML"},
            xmp(layout.facts, title, language, options.pdfa),
            # A program that knows nothing of PDF must be able to find the packet (ISO 19005-1, 6.7.2).
            compress=False,
        ),
        "ViewerPreferences": b"<</DisplayDocTitle %s>>" % (b"true" if clean(title) else b"false"),
    }
    if structure is not None:
        catalog |= {"StructTreeRoot": structure.write(body, references), "MarkInfo": b"<</Marked true>>"}
    if options.pdfa is not None:
        catalog["OutputIntents"] = array([output_intent(body)])
    if outline := write_outline(body, layout.outline, layout.pages, references):
        catalog |= {"Outlines": outline, "PageMode": "/UseOutlines"}
    if names := write_destinations(body, layout.destinations, layout.pages, references):
        catalog["Names"] = names
    if labels := write_labels(body, layout.pages):
        catalog["PageLabels"] = labels
    body.put(root, catalog)
    return body.file(root, body.add(information(layout.facts, title)))


class _Annotations:
    """The link annotations of a document (12.5.6.5)."""

    def __init__(self, body: Body, layout: Layout, references: list[Reference], structure: Structure | None) -> None:
        self._body = body
        self._layout = layout
        self._references = references
        self._structure = structure

    def of_page(self, content: Content) -> list[Reference]:
        """The annotations of a page; a link that leads nowhere gives none."""
        written = []
        for link in content.links:
            action = self._action(link)
            if action is None:
                continue
            at = self._body.reserve()
            key = b""
            if self._structure is not None and link.element is not None:
                key = b"/StructParent %d" % self._structure.annotation(link.element, content.page, at)
            corners = " ".join(number(corner) for corner in link.bounds).encode()
            entry = b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]%s%s>>" % (corners, action, key)
            self._body.put(at, entry)
            written.append(at)
        return written

    def _action(self, link: LinkOnPage) -> bytes | None:
        if not link.target.startswith("#"):
            address = b"(%s)" % _address(link.target)
            return b"/A<</S/URI/URI%s>>" % address
        at = self._layout.destinations.get(link.target[1:])
        place = None if at is None else place_of(at, self._layout.pages, self._references)
        return None if place is None else b"/Dest%s" % place


def _address(target: str) -> bytes:
    """A URI in seven bits (12.6.4.7), the rest of its characters as `%XX`; brackets too, which end a string of PDF."""
    return "".join(
        chr(byte) if byte in _PLAIN else f"%{byte:02X}" for byte in target.encode("utf-8", "replace")
    ).encode()
