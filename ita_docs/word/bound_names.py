"""The namespaces of papers that are bound into one document (ECMA-376 part 3)."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .bundle import Bundle

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Names:
    """Which prefixes papers have, and which of them an older Word may ignore."""

    def __init__(self) -> None:
        self._uris: dict[str, str] = {}
        self._ignorable: set[str] = set()

    def remember(self, root: Any) -> None:
        """Take in those of a paper's root."""
        self._uris |= {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
        self._ignorable |= {prefix for prefix in (root.get(MC + "Ignorable") or "").split() if prefix in root.nsmap}

    def declare(self, host: Bundle) -> None:
        """Say them at the root of the document."""
        if not self._ignorable:
            return
        old = host.tree(host.main)
        own = (old.get(MC + "Ignorable") or "").split()
        names = {**self._uris, "mc": MC[1:-1], **old.nsmap}
        usable = {prefix for prefix in self._ignorable if names.get(prefix) == self._uris[prefix]}
        new = etree.Element(old.tag, dict(old.attrib), nsmap=names)
        new.set(MC + "Ignorable", " ".join(sorted({*own, *usable})))
        new[:] = list(old)
        host.replace(host.main, new)
