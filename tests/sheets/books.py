"""Small workbooks written by hand, so that a test shows the very XML it is about."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from ita_docs.sheets import Row, Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts; the same bytes whenever it is made: they name tests."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def relationships(items: list[tuple[str, str, str]], base: str = RELATIONS) -> str:
    """A relationships part of (id, sort, target)."""
    body = "".join(f'<Relationship Id="{id_}" Type="{base}/{sort}" Target="{target}"/>' for id_, sort, target in items)
    return f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def styles(*codes: str) -> str:
    """A styles part whose cell style n + 1 has number format code n; style 0 is General."""
    declared = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for at, code in enumerate(codes)
    )
    used = "".join(f'<xf numFmtId="{164 + at}"/>' for at in range(len(codes)))
    formats = f'<numFmts>{declared}</numFmts><cellXfs><xf numFmtId="0"/>{used}</cellXfs>'
    return f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>'


def shared(*items: str) -> str:
    """A shared strings part of these `si` contents."""
    return f'<sst xmlns="{MAIN}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"


def xlsx(
    sheet_data: str = "",
    after: str = "",
    *,
    strings: str | None = None,
    style: str | None = None,
    properties: str = "",
    sheet: str | bytes | None = None,
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """A workbook of one sheet, `บันทึก`: the rows in `sheet_data`, and what comes `after` them."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>'
        '<sheet name="บันทึก" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            [
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "styles", "styles.xml"),
                ("rId3", "sharedStrings", "sharedStrings.xml"),
            ]
        ),
        "xl/worksheets/sheet1.xml": sheet
        or f'<worksheet xmlns="{MAIN}"><sheetData>{sheet_data}</sheetData>{after}</worksheet>',
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = strings
    if style is not None:
        parts["xl/styles.xml"] = style
    return zipped({**parts, **(more or {})})


ODS_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(
    tables: str, automatic: str = "", manifest: str = "<manifest/>", more: dict[str, str | bytes] | None = None
) -> bytes:
    """An OpenDocument spreadsheet of these `table:table` elements."""
    content = (
        f"<office:document-content {ODS_NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {"mimetype": ODS_TYPE, "META-INF/manifest.xml": manifest, "content.xml": content}
    return zipped({**parts, **(more or {})})


def table(rows: str, name: str = "บันทึก", attributes: str = "") -> str:
    """One sheet of an OpenDocument spreadsheet."""
    return f'<table:table table:name="{name}" {attributes}>{rows}</table:table>'


def rows(book: Workbook, sheet: int = 0) -> list[Row]:
    """All rows of a sheet."""
    return list(book.sheets[sheet].rows())


def grid(book: Workbook, sheet: int = 0) -> dict[str, Any]:
    """Every cell of a sheet by its address."""
    found = book.sheets[sheet]
    return {str(found.ref(row, column).a1): value for row in found.rows() for column, value in row.cells.items()}
