"""docxtpl's Subdoc and links: the package they were built into becomes the base of the document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from .package import Entry, unpack


@dataclass(frozen=True, slots=True)
class Base:
    """A package that replaces the compiled template's own: its entries, and the part of each picture by SHA-1."""

    entries: Mapping[str, Entry]
    images: Mapping[str, str]


def picture_parts(document: Any) -> dict[str, str]:
    """The pictures of a python-docx document: SHA-1 → name of their part."""
    return {part.sha1: str(part.partname).lstrip("/") for part in reversed(list(document.part.package.image_parts))}


def base_of(docxtpl: Any) -> Base:
    """The package of a `docxtpl.DocxTemplate`, with the sub-documents and links built into it so far.

    One that was rendered already is taken as it is: docxtpl would open it anew, without them.
    """
    document = docxtpl.docx or docxtpl.get_docx()
    written = BytesIO()
    document.save(written)
    return Base(unpack(written.getvalue()), picture_parts(document))


class NeedsBase(Exception):
    """A sub-document was met that belongs to `docxtpl`, whose package is not the base of this filling."""

    def __init__(self, docxtpl: Any) -> None:
        super().__init__()
        self.docxtpl = docxtpl
