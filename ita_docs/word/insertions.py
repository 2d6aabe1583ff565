"""What is bound into a report: another paper, the pages of a PDF, pictures; and the place where it goes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha1
from html import escape
from pathlib import Path
from typing import NamedTuple

from ..problems import TemplateError
from ..records.picture_files import PictureFacts, picture_facts
from ..thai.fault import Fault
from .bundle import Bundle, MalformedPart
from .complex_script import W
from .package import refuse_bombs

MARK = "_ita_insert_"
MOST_MEGABYTES = 200
MOST_PAGES = 500
MOST_INCHES = 200.0
"""Of a PDF page's sides (ISO 32000-1, annex C)."""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
Reason = Mapping[str, str]


class Insert:
    """The value of a tag that stands for its whole paragraph, `{{p part.file }}`: what `bound` is given for `key`.

    It fills in as an empty paragraph with a bookmark, so that a report that nobody binds anything into looks whole.
    """

    __slots__ = ("_mark",)

    def __init__(self, key: str) -> None:
        self._mark = mark_of(key)

    def __html__(self) -> str:
        name = escape(self._mark)
        return f'<w:p><w:bookmarkStart w:id="0" w:name="{name}"/><w:bookmarkEnd w:id="0"/></w:p>'


def mark_of(key: str) -> str:
    """The bookmark that stands for `key`."""
    return MARK + sha1(key.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class PaperInsertion:
    """A DOCX, bound in whole, in sections of its own."""

    name: str
    data: bytes


class Leaf(NamedTuple):
    """A page to be shown as a picture: its width and height, in points; its place in the file, from 0."""

    width: float
    height: float
    number: int


@dataclass(frozen=True, slots=True)
class LeavesInsertion:
    """Pages of a PDF, or a picture, each fitted to a page of the report. name: what they are described by."""

    name: str
    path: Path
    leaves: tuple[Leaf, ...]
    is_pdf: bool


Insertion = PaperInsertion | LeavesInsertion


def insertion(path: Path, name: str = "") -> Insertion | Fault:
    """What a file is bound in as, or why it cannot be; `name` describes its pages, its file's name by default.

    Raises OSError.
    """
    name = name or path.name
    with path.open("rb") as file:
        start = file.read(1024)
    if start.startswith(b"PK"):
        return paper(path.read_bytes(), name)
    if b"%PDF-" in start:
        return _pdf(path, name)
    if start.startswith(OLD_WORD):
        return _unusable(
            "เป็นไฟล์ Word รุ่นเก่า (.doc) หรือมีรหัสผ่าน ให้เปิดใน Word เอารหัสผ่านออก แล้วบันทึกเป็น .docx",
            "it is an old Word file (.doc) or has a password; save it in Word as .docx without one",
        )
    facts = picture_facts(path)
    if isinstance(facts, PictureFacts):
        wide, high = facts.inches
        return LeavesInsertion(name, path, (Leaf(72 * wide, 72 * high, 0),), is_pdf=False)
    if facts.code == "not-an-image":
        return _unusable("ใช้ได้เฉพาะ .docx .pdf .jpg .png", "only .docx, .pdf, .jpg and .png can be bound in")
    return facts


def paper(data: bytes, name: str) -> PaperInsertion | Fault:
    """A DOCX as it is bound in, or why it cannot be."""
    try:
        refuse_bombs(data, name, MOST_MEGABYTES)
        bundle = Bundle(data)
        if STRICT in bundle.raw(bundle.main)[:4000]:
            return _unusable(
                "เป็นแบบ Strict Open XML ให้บันทึกใหม่เป็น .docx ธรรมดา", "it is Strict Open XML; save it as .docx"
            )
        body = bundle.tree(bundle.main).find(W + "body")
        if body is None:
            raise MalformedPart(bundle.main)
        if next(body.iter(W + "altChunk"), None) is not None:
            return _unusable(
                "มีเนื้อหาของไฟล์อื่นฝังอยู่ (altChunk) ให้เปิดใน Word แล้วบันทึกใหม่",
                "it holds another file (altChunk); open it in Word and save it again",
            )
    except MalformedPart as error:
        return _unusable(f"ไม่ใช่เอกสาร Word หรือเสียหาย ({error})", f"it is no Word document, or damaged ({error})")
    except TemplateError as error:
        first = error.problems[0]
        return _unusable(first.worded("th").message, first.worded("en").message)
    except (zipfile.BadZipFile, RecursionError, ValueError) as error:
        return _unusable(f"เสียหาย ({error})", f"it is damaged ({error})")
    return PaperInsertion(name, data)


def _pdf(path: Path, name: str) -> LeavesInsertion | Fault:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return _unusable("มีรหัสผ่าน ให้เอารหัสผ่านออกก่อน", "it has a password; take that off first")
        return _unusable("เป็น PDF ที่เสียหายหรือไม่ครบ", "it is a damaged PDF")
    try:
        count = len(document)
        if not count:
            return _unusable("ไม่มีหน้า", "it has no pages")
        if count > MOST_PAGES:
            return _unusable(f"มี {count} หน้า เกิน {MOST_PAGES}", f"it has {count} pages, more than {MOST_PAGES}")
        sizes = [document.get_page_size(number) for number in range(count)]
    except pypdfium2.PdfiumError:
        return _unusable("เป็น PDF ที่เสียหายหรือไม่ครบ", "it is a damaged PDF")
    finally:
        document.close()
    if not all(1 <= side <= 72 * MOST_INCHES for size in sizes for side in size):
        return _unusable("มีหน้าที่ไม่มีขนาด", "it has a page without a size")
    return LeavesInsertion(name, path, tuple(Leaf(wide, high, n) for n, (wide, high) in enumerate(sizes)), is_pdf=True)


def _unusable(thai: str, english: str) -> Fault:
    return Fault("appendix-unusable", {"reason": {"th": thai, "en": english}})
