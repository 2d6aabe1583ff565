"""The main part of a DOCX, opened once for all that is written into it after it was filled."""

from __future__ import annotations

import zlib
from functools import cached_property
from typing import Any

from lxml import etree

from .package import Entry, deflated, pack, unpack

BODY = "word/document.xml"


class MainPart:
    """The main part of `docx`. changed: whether its `root` was changed since the document was asked for.

    Raises: zipfile.BadZipFile, once something is asked of it, for what is no ZIP file.
    """

    def __init__(self, docx: bytes) -> None:
        self._docx = docx
        self.changed = False

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return unpack(self._docx)

    @cached_property
    def root(self) -> Any:
        """The part as XML; None where there is none, or it is not well formed."""
        return self.other(BODY)

    def other(self, name: str) -> Any:
        """Another part as XML, as it was; None where there is none, or it is not well formed."""
        entry = self._entries.get(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            return None if entry is None else etree.fromstring(entry.text().encode(), parser)
        except (etree.XMLSyntaxError, ValueError, zlib.error):
            return None

    def replace(self, name: str, root: Any) -> None:
        """Write another part; it is packed with the next change of `root`."""
        raw = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self._entries[name] = deflated(name, raw)

    def docx(self) -> bytes:
        """The document as it is now; the same bytes where nothing was changed."""
        if self.changed:
            self.replace(BODY, self.root)
            self._docx = pack(list(self._entries.values()))
            self.changed = False
        return self._docx
