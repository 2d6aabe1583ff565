"""What a document numbers but once, whatever is bound into it."""

from __future__ import annotations

from .bound_lists import highest
from .bundle import Bundle
from .complex_script import W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Counters:
    """What a whole document numbers but once."""

    def __init__(self, host: Bundle) -> None:
        body = host.tree(host.main)
        self.bookmark = highest(body.iter(W + "bookmarkStart"), W + "id")
        self.drawing = max(2000, highest(body.iter(WP + "docPr"), "id"))
        self.names = {item.get(W + "name") or "" for item in body.iter(W + "bookmarkStart")}
        self.papers = 0
        self.prefixes: dict[bytes, str] = {}
        self.media: dict[bytes, str] = {}
