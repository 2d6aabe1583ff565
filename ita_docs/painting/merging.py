"""Many PDFs as one: a bookmark for each, their own outlines below it, their structure trees side by side."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from ..pages.facts import Facts
from .archival import srgb_profile
from .bookmarks import Bookmark, bookmarks_of, numbered, parts_of, resolve, write_bookmarks
from .metadata import xmp
from .pdf import PdfA

CHUNK = 100
"""How many files are open at once: memory and file handles stay flat, however many are merged."""
Source = bytes | Path


def merge(pdfs: Iterable[tuple[str, Source]], out: Path, *, pdfa: PdfA | None = None) -> int:
    """Write one PDF of many, in their order, and say how many pages it has. Each is a title and a file or its bytes.

    Links, page labels and structure trees stay as they are; equal pictures are kept once. Equal PDFs
    give equal bytes. pdfa: the level of PDF/A that all of them have, and the one PDF too.

    Raises: pikepdf.PdfError for what is no PDF; OSError.
    """
    with TemporaryDirectory() as folder:
        waiting = iter(pdfs)
        parts: list[tuple[str, Source]] = []
        while chunk := list(islice(waiting, CHUNK)):
            part = Path(folder) / f"{len(parts)}.pdf"
            _write(chunk, part, titled=True)
            parts.append(("", part))
        while len(parts) > CHUNK:
            joined = Path(folder) / f"joined-{len(parts)}.pdf"
            _write(parts[:CHUNK], joined, titled=False)
            parts[:CHUNK] = [("", joined)]
        return _write(parts, out, titled=False, pdfa=pdfa)


def _write(pdfs: list[tuple[str, Source]], out: Path, *, titled: bool, pdfa: PdfA | None = None) -> int:
    merger = _Merger()
    try:
        for title, source in pdfs:
            merger.add(title if titled else None, source)
        merger.save(out, pdfa)
        return len(merger.target.pages)
    finally:
        merger.close()


class _Merger:
    def __init__(self) -> None:
        self.target = Pdf.new()
        self._sources: list[Pdf] = []
        self._bookmarks: list[Bookmark] = []
        self._labels: list[Any] = []
        self._elements: list[Object] = []
        self._parents: list[Any] = []
        self._next_parent = 0
        self._roles: dict[str, Object] = {}
        self._language: str | None = None
        self._pictures: dict[bytes, Object] = {}

    def add(self, title: str | None, source: Source) -> None:
        pdf = pikepdf.open(BytesIO(source) if isinstance(source, bytes) else source)
        self._sources.append(pdf)
        first = len(self.target.pages)
        own = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        with warnings.catch_warnings():
            # pikepdf warns that links by name will lead nowhere: we lead them.
            warnings.simplefilter("ignore", UserWarning)
            self.target.pages.extend(pdf.pages)
        pages = [self.target.pages[index] for index in range(first, len(self.target.pages))]
        language = pdf.Root.get("/Lang")
        self._language = self._language or (None if language is None else str(language))
        for old, new in zip(pdf.pages, pages, strict=True):
            _lead(pdf, old, new, own, pages)
            self._share_pictures(new)
        kept = [mark.moved(pages) for mark in bookmarks_of(pdf, own)]
        if title is None:
            self._bookmarks += kept
        elif pages:
            self._bookmarks.append(Bookmark(title, Array([pages[0].obj, Name.Fit]), kept))
        self._label(pdf, first, len(pages))
        self._structure(pdf, pages)

    def _label(self, pdf: Pdf, first: int, count: int) -> None:
        labels = numbered(pdf.Root.get("/PageLabels"))
        if count and (not labels or labels[0][0] != 0):
            self._labels += [first, Dictionary(S=Name.D)]
        for index, label in labels:
            if index < count:
                self._labels += [first + index, _direct(label)]

    def _structure(self, pdf: Pdf, pages: list[pikepdf.Page]) -> None:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None:
            for page in pages:
                if "/StructParents" in page.obj:
                    del page.obj["/StructParents"]
            return
        copied = self.target.copy_foreign(root if root.is_indirect else pdf.make_indirect(root))
        # The parts of a merged file stand under one Document each: theirs are parts already.
        self._elements += [element for element in parts_of(copied) if isinstance(element, Dictionary)]
        for role, meaning in (copied.get("/RoleMap") or Dictionary()).items():
            self._roles.setdefault(role, meaning)
        keys = numbered(copied.get("/ParentTree"))
        base = self._next_parent
        for key, parent in keys:
            self._parents += [base + key, parent]
            self._next_parent = max(self._next_parent, base + key + 1)
        for page in pages:
            for holder, entry in _parented(page):
                holder[entry] = base + int(holder[entry])

    def _share_pictures(self, page: pikepdf.Page) -> None:
        pictures = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
        for name, picture in list(pictures.items()):
            if picture.get("/Subtype") == Name.Image:
                key = _digest(picture)
                pictures[name] = self._pictures.setdefault(key, picture)

    def save(self, out: Path, pdfa: PdfA | None) -> None:
        target = self.target
        write_bookmarks(target, self._bookmarks)
        if any(label != Dictionary(S=Name.D) for label in self._labels[1::2]):
            target.Root.PageLabels = Dictionary(Nums=Array(self._labels))
        if self._elements:
            self._write_structure(target)
        if self._language:
            target.Root.Lang = String(self._language)
        if pdfa is not None:
            _claim(target, pdfa)
        # PDF 1.4, which PDF/A-1 is, knows no object streams
        mode = pikepdf.ObjectStreamMode
        how = {"object_stream_mode": mode.disable, "force_version": "1.4"} if pdfa == "1b" else {}
        target.save(out, deterministic_id=True, **{"object_stream_mode": mode.generate, **how})

    def _write_structure(self, target: Pdf) -> None:
        tree = target.make_indirect(Dictionary(Nums=Array(self._parents)))
        root = target.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, ParentTree=tree, ParentTreeNextKey=self._next_parent)
        )
        if self._roles:
            root.RoleMap = Dictionary(self._roles)
        whole = Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(self._elements))
        root.K = target.make_indirect(whole)
        for element in self._elements:
            element.P = root.K
            if element.get("/S") == Name.Document:
                element.S = Name.Part
        target.Root.StructTreeRoot = root
        target.Root.MarkInfo = Dictionary(Marked=True)

    def close(self) -> None:
        self.target.close()
        for source in self._sources:
            source.close()


def _claim(target: Pdf, pdfa: PdfA) -> None:
    """Say that a file is PDF/A, and which colours it means."""
    profile = target.make_stream(srgb_profile(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=profile,
    )
    target.Root.OutputIntents = Array([target.make_indirect(intent)])
    packet = xmp(Facts(), "", "", pdfa)
    target.Root.Metadata = target.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)


def _direct(value: Object) -> Dictionary:
    """A page label without ties to its file."""
    return Dictionary({key: value[key] for key in ("/S", "/P", "/St") if key in value})


def _digest(stream: Object) -> bytes:
    """What a picture is, its mask included."""
    digest = sha256(stream.read_raw_bytes())
    for key, value in sorted(stream.items()):
        if key == "/SMask":
            digest.update(_digest(value))
        elif key != "/Length":
            said = value.unparse(resolved=True) if isinstance(value, Object) else repr(value).encode()
            digest.update(key.encode() + said)
    return digest.digest()


def _parented(page: pikepdf.Page) -> Iterator[tuple[Object, str]]:
    """What of a page has a key in the parent tree: the page, its annotations, its forms."""
    if "/StructParents" in page.obj:
        yield page.obj, "/StructParents"
    for annotation in page.obj.get("/Annots", ()):
        if "/StructParent" in annotation:
            yield annotation, "/StructParent"


def _lead(
    pdf: Pdf, old: pikepdf.Page, new: pikepdf.Page, own: dict[tuple[int, int], int], pages: list[pikepdf.Page]
) -> None:
    """Let the links of a page lead to the copies of the pages that they led to."""
    for before, after in zip(old.obj.get("/Annots", ()), new.obj.get("/Annots", ()), strict=True):
        found = resolve(pdf, before, own)
        if found is not None:
            index, rest = found
            if "/A" in after:
                del after["/A"]
            after["/Dest"] = Array([pages[index].obj, *rest])
