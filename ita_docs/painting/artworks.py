"""Pictures drawn with boxes, as form XObjects of one unit's width and height (ISO 32000-1, 8.10)."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from ..pages.artwork import Artwork
from .content import Content
from .objects import EFFORT, Body, Reference
from .words import number

REMEMBERED = 16
"""How many artworks are kept written, for the other documents of a batch: an emblem, a logo."""
_WRITTEN: dict[Artwork, bytes] = {}
"""Deflated streams of those that hold neither text nor pictures, which are objects of one file."""


class Artworks:
    """The artworks of one document; each is one object, however often it is shown."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._known: dict[Artwork, tuple[str, Reference]] = {}

    def named(self, artwork: Artwork, page: int, draw: Callable[[Content], None]) -> tuple[str, Reference]:
        """The name and the object of an artwork; `draw` paints its boxes, page: where it is met first."""
        known = self._known.get(artwork)
        if known is None:
            known = self._known[artwork] = (f"V{len(self._known) + 1}", self._write(artwork, page, draw))
        return known

    def _write(self, artwork: Artwork, page: int, draw: Callable[[Content], None]) -> Reference:
        width, height = number(artwork.width), number(artwork.height)
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {width} {height}]",
            "Matrix": f"[{1 / float(width):.8f} 0 0 {1 / float(height):.8f} 0 0]",
        }
        data = _WRITTEN.get(artwork) if self._body.compress else None
        resources = b"<<>>"
        if data is None:
            content = Content(page, None)
            # The pens of metafiles are round unless they say otherwise.
            content.parts.append("1 J 1 j")
            draw(content)
            data, resources = content.data(), content.resources()
            if not self._body.compress or content.fonts or content.pictures:
                return self._body.stream({**entries, "Resources": resources}, data)
            data = zlib.compress(data, EFFORT)
            while len(_WRITTEN) >= REMEMBERED:
                del _WRITTEN[next(iter(_WRITTEN))]
            _WRITTEN[artwork] = data
        deflated = {**entries, "Resources": resources, "Filter": "/FlateDecode"}
        return self._body.stream(deflated, data, compress=False)
