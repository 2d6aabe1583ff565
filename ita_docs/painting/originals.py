"""Pages of other PDFs in place of the pictures that stand for them, as form XObjects (ISO 32000-1, 8.10).

A page is copied with all that it draws with, so that it prints as sharp as in its own file and its text copies out. In
PDF/A a page that would not be allowed there stays a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..problems import Problem, problem
from .objects import Array, Body, Dictionary, Reference, Stream, array
from .options import Conformance, Original

if TYPE_CHECKING:
    import pikepdf

LEFT_OUT = frozenset({"/Length", "/StructParents", "/StructParent", "/Metadata", "/PieceInfo", "/LastModified"})
DEEPEST = 40
"""How many `/Parent` nodes of a page are asked."""


class Originals:
    """The pages that stand in for pictures of one document."""

    def __init__(
        self, body: Body, wanted: tuple[Original, ...], pdfa: Conformance | None, problems: list[Problem]
    ) -> None:
        self._body = body
        self._wanted = {digest: (path, page) for digest, path, page in wanted}
        self._pdfa = pdfa
        self._problems = problems
        self._files: dict[Path, pikepdf.Pdf | None] = {}
        self._copied: dict[tuple[Path, tuple[int, int]], Reference] = {}
        self._count = 0

    def named(self, data: bytes) -> tuple[str, Reference] | None:
        """The name and the object of the page that the picture `data` shows; None where the picture itself is shown."""
        if not self._wanted:
            return None
        wanted = self._wanted.get(sha256(data).hexdigest())
        if wanted is None:
            return None
        path, number = wanted
        pdf = self._opened(path)
        try:
            form = None if pdf is None else self._form(path, pdf, number)
        except Exception:
            # a page that pikepdf cannot take apart: qpdf and its own errors, values of any wrong type
            form = None
        if form is None:
            thai = f"หน้า {number + 1} เป็นภาพ เพราะหน้าเดิมใส่ใน PDF นี้ไม่ได้"
            english = f"page {number + 1} is a picture, as the page itself cannot be part of this PDF"
            self._problems.append(problem("appendix-differs", value=path.name, what={"th": thai, "en": english}))
            return None
        self._count += 1
        return f"P{self._count}", form

    def close(self) -> None:
        """Close the files."""
        for pdf in self._files.values():
            if pdf is not None:
                pdf.close()

    def _opened(self, path: Path) -> pikepdf.Pdf | None:
        if path not in self._files:
            import pikepdf

            try:
                pdf = self._files[path] = pikepdf.open(path)
                if any("/Annots" in page.obj for page in pdf.pages):
                    # stamps and signatures stand over a page, and are no part of it
                    pdf.flatten_annotations("print")
            except (pikepdf.PdfError, OSError, ValueError, RuntimeError):
                self._files[path] = None
        return self._files[path]

    def _form(self, path: Path, pdf: pikepdf.Pdf, number: int) -> Reference | None:
        page = pdf.pages[number].obj
        resources = _inherited(page, "/Resources")
        contents = b"\n".join(_streams(page.get("/Contents")))
        if self._pdfa is not None:
            from .archivable import archivable

            if not archivable(pdf, pdf.pages[number], resources, self._pdfa):
                return None
        left, bottom, right, top = _box(page)
        entries: dict[str, Any] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": array([left, bottom, right, top]),
            "Matrix": array(_upright((left, bottom, right, top), int(_inherited(page, "/Rotate") or 0) % 360)),
            "Resources": b"<<>>" if resources is None else self._written(path, resources, 0),
        }
        if "/Group" in page and self._pdfa != "1b":
            entries["Group"] = self._written(path, page["/Group"], 0)
        return self._body.stream(entries, contents, compress=True)

    def _written(self, path: Path, value: Any, depth: int) -> Any:
        """A value as an object of this file; what it refers to is copied too, once."""
        if depth > 200:
            raise RecursionError
        import pikepdf

        if not isinstance(value, pikepdf.Object):
            return _scalar(value)
        if value.is_indirect:
            key = path, value.objgen
            if key not in self._copied:
                # reserved before it is copied: objects may refer to each other in a ring
                at = self._copied[key] = self._body.reserve()
                self._body.put(at, self._direct(path, value, depth + 1))
            return self._copied[key]
        return self._direct(path, value, depth + 1)

    def _direct(self, path: Path, value: Any, depth: int) -> Any:
        import pikepdf

        if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
            entries = {
                _name(key): self._written(path, item, depth) for key, item in value.items() if key not in LEFT_OUT
            }
            if isinstance(value, pikepdf.Stream):
                return Stream(entries, value.read_raw_bytes())
            return Dictionary(entries)
        if isinstance(value, pikepdf.Array):
            return Array([self._written(path, item, depth) for item in value])
        return value.unparse(resolved=True)


def _name(key: str) -> str:
    """A key as it is written after its slash (7.3.5)."""
    import pikepdf

    return pikepdf.Name(key).unparse().decode("ascii")[1:]


def _scalar(value: Any) -> bytes:
    if value is None:
        return b"null"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return (f"{value:f}" if isinstance(value, (Decimal, float)) else str(value)).encode()


def _inherited(page: Any, key: str) -> Any:
    """An entry of a page, or of what it is a kid of (7.7.3.4)."""
    for _ in range(DEEPEST):
        if key in page:
            return page[key]
        if "/Parent" not in page:
            break
        page = page["/Parent"]
    return None


def _streams(contents: Any) -> Iterator[bytes]:
    import pikepdf

    if isinstance(contents, pikepdf.Stream):
        yield contents.read_bytes()
    elif contents is not None:
        for part in contents:
            yield part.read_bytes()


def _box(page: Any) -> tuple[float, float, float, float]:
    """What of a page is shown: left, bottom, right, top."""
    boxes = []
    for key in ("/MediaBox", "/CropBox"):
        said = _inherited(page, key)
        if said is not None:
            a, b, c, d = (float(number) for number in said)
            boxes.append((min(a, c), min(b, d), max(a, c), max(b, d)))
    media = boxes[0]
    crop = boxes[-1]
    shown = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return shown if shown[2] > shown[0] and shown[3] > shown[1] else media


def _upright(box: tuple[float, float, float, float], turn: int) -> list[float]:
    """The matrix from a page, seen turned clockwise by `turn` degrees, to the unit square."""
    left, bottom, right, top = box
    across, up = 1 / (right - left), 1 / (top - bottom)
    if turn == 90:
        return _exact(0, -across, up, 0, -bottom * up, right * across)
    if turn == 180:
        return _exact(-across, 0, 0, -up, right * across, top * up)
    if turn == 270:
        return _exact(0, across, -up, 0, top * up, -left * across)
    return _exact(across, 0, 0, up, -left * across, -bottom * up)


def _exact(*values: float) -> list[Any]:
    """Numbers with more places than coordinates need."""
    return [f"{value:.10f}" for value in values]
