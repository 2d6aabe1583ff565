"""How a PDF is to be written."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

Conformance = Literal["1b", "2b", "3b"]
Original = tuple[str, Path, int]
"""A picture, by the SHA-256 of its file in hexadecimal, and the PDF and page (from 0) that it shows."""


class PaintOptions(NamedTuple):
    """How a PDF is to be written.

    tagged: write the structure tree (default true). title: shown in the viewer's title bar; None (default) for the
    document's own. language: of the document, a BCP 47 tag; None (default) for the document's own. compress: deflate
    page contents and maps of characters (default true; fonts and pictures always are). pdfa: the part and level of
    PDF/A to conform to, None (default) for none; "1b" flattens transparent pictures on white. originals: pages of PDFs
    to draw in place of the pictures that show them (default none).
    """

    tagged: bool = True
    title: str | None = None
    language: str | None = None
    compress: bool = True
    pdfa: Conformance | None = None
    originals: tuple[Original, ...] = ()
