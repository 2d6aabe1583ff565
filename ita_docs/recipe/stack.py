"""The PDFs that go into one: kept on disk until then, so that memory holds none of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .files import worded

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from ..painting.pdf import PdfA


class Stack:
    """PDFs in the order in which they are to be bound, each with the title of its bookmark."""

    def __init__(self) -> None:
        self._loose: TemporaryDirectory[str] | None = None
        self._parts: list[tuple[str, Path]] = []
        self.pages = 0

    def __enter__(self) -> Stack:
        return self

    def __exit__(self, *_: object) -> None:
        if self._loose is not None:
            self._loose.cleanup()

    def __len__(self) -> int:
        return len(self._parts)

    def add(self, title: str, data: bytes, pages: int) -> None:
        """Put a PDF on the stack. Raises OutputError."""
        path = self._folder() / f"{len(self._parts):06}.pdf"
        with worded(path):
            path.write_bytes(data)
        self._parts.append((title, path))
        self.pages += pages

    def add_file(self, title: str, path: Path, pages: int) -> None:
        """Put a PDF on the stack that stays where it lies until the stack is bound."""
        self._parts.append((title, path))
        self.pages += pages

    def _folder(self) -> Path:
        """Where the PDFs wait; made when the first comes."""
        if self._loose is None:
            from tempfile import TemporaryDirectory

            self._loose = TemporaryDirectory(prefix="ita-docs-")
        return Path(self._loose.name)

    def bound(self, pdfa: PdfA | None) -> Path:
        """One PDF of all, a file that is gone when the stack is. pdfa: the level that they all have.

        Raises OutputError.
        """
        from ..painting.merging import merge

        path = self._folder() / "bound.pdf"
        with worded(path):
            merge(self._parts, path, pdfa=pdfa)
        return path


def title_of(ref: str, stem: str) -> str:
    """What the bookmark of a document says: its reference and its file's stem, once where one holds the other."""
    return stem if ref in stem else f"{ref} · {stem}"
