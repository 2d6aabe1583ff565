"""What a file is, told by its bytes first and by its name only where bytes cannot tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from .limits import Limits
from .refusals import encrypted, refusing, too_large, unreadable, unsupported
from .source import Source

if TYPE_CHECKING:
    from .package import Package

Format = Literal["xlsx", "ods", "xls", "csv"]

HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
"""A BOF record without an OLE container: Excel 2 to 5."""
_TEXT_SUFFIXES = (".csv", ".tsv", ".txt", "")
_BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".ods", ".ots")
_NOT_BOOKS = (
    (re.compile(rb"%PDF-"), "เป็นไฟล์ PDF"),
    (re.compile(rb"\{\\rtf"), "เป็นเอกสาร RTF"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8"), "เป็นรูปภาพ"),
    (re.compile(rb"MIME-Version:", re.IGNORECASE), "เป็นหน้าเว็บ (MHTML) ที่ตั้งชื่อเป็นไฟล์ Excel"),
)
_SPREADSHEET_ML = b"urn:schemas-microsoft-com:office:spreadsheet"
_FLAT_ODS = b"urn:oasis:names:tc:opendocument:xmlns:office"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|meta|table|style|body|div)\b", re.IGNORECASE)
_WORD = "เป็นเอกสาร Word ไม่ใช่สมุดงาน"


def format_of(source: Source, limits: Limits) -> Format:
    """The format to read `source` as. Raises WorkbookError for what is none, each with its reason."""
    with source.open() as file, refusing(source.name, source.path):
        head = file.read(HEAD)
    suffix = source.suffix
    if head.startswith(_ZIP):
        return _in_zip(source, limits)
    if head.startswith(_OLE):
        return _in_ole(source, limits)
    if _BIFF.match(head):
        return "xls"
    for start, reason in _NOT_BOOKS:
        if start.match(head):
            raise unreadable(source.name, reason)
    _refuse_markup(source, head)
    if suffix in _TEXT_SUFFIXES:
        return "csv"
    if suffix == ".xls" and b"\t" in head and b"\0" not in head:
        return "csv"
    if suffix in _BOOK_SUFFIXES:
        raise unreadable(source.name, f"ไม่ใช่ไฟล์ {suffix} หรือไฟล์เสียหาย")
    raise unsupported(source.name, suffix)


def _in_zip(source: Source, limits: Limits) -> Format:
    from .package import Package

    package = Package(source, limits)
    if "content.xml" in package:
        return _open_document(source, package)
    if "xl/workbook.bin" in package:
        raise unsupported(source.name, ".xlsb")
    if "word/document.xml" in package:
        raise unreadable(source.name, _WORD)
    if "ppt/presentation.xml" in package:
        raise unreadable(source.name, "เป็นงานนำเสนอ PowerPoint ไม่ใช่สมุดงาน")
    if any(part in package for part in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")):
        return "xlsx"
    raise unreadable(source.name, "เป็นไฟล์ zip ที่ไม่มีสมุดงานอยู่ข้างใน")


def _open_document(source: Source, package: Package) -> Format:
    kind, manifest = "mimetype", "META-INF/manifest.xml"
    with refusing(source.name, source.path):
        if kind in package and b"spreadsheet" not in package.read(kind):
            raise unreadable(source.name, "เป็นเอกสาร OpenDocument ชนิดอื่น ไม่ใช่ตารางคำนวณ")
        if manifest in package and b"encryption-data" in package.read(manifest):
            raise encrypted(source.name)
    return "ods"


def _in_ole(source: Source, limits: Limits) -> Format:
    """An .xls, or a password-protected .xlsx: an OLE file with the stream EncryptedPackage (MS-OFFCRYPTO 1.3)."""
    data = source.read()
    if len(data) > limits.part_bytes:
        raise too_large(source.name, "ขนาดไฟล์ (ไบต์)", limits.part_bytes)
    if _entry("Workbook") in data or _entry("Book") in data:
        return "xls"
    if _entry("EncryptedPackage") in data:
        raise encrypted(source.name)
    if _entry("WordDocument") in data:
        raise unreadable(source.name, _WORD)
    return "xls"


def _entry(name: str) -> bytes:
    """How a directory entry of an OLE file begins: its name padded to 64 bytes, and its length (MS-CFB 2.6.1)."""
    encoded = (name + "\0").encode("utf-16-le")
    return encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little")


def _refuse_markup(source: Source, head: bytes) -> None:
    start = head.replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    start = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not start.startswith(b"<"):
        return
    if _SPREADSHEET_ML in start:
        raise unreadable(source.name, "เป็น XML Spreadsheet 2003 ซึ่งไม่ใช่ไฟล์ Excel แบบปกติ")
    if _FLAT_ODS in start:
        raise unreadable(source.name, "เป็น OpenDocument แบบแฟ้มเดียว (.fods)")
    if _HTML.match(start) or (start.startswith((b"<?xml", b"<!--")) and _HTML.search(start)):
        raise unreadable(source.name, "เป็นหน้าเว็บ (HTML) ที่ตั้งชื่อเป็นไฟล์ Excel")
    if start.startswith(b"<?xml"):
        raise unreadable(source.name, "เป็นไฟล์ XML ไม่ใช่สมุดงาน")
