"""An .xlsx written row by row: what a table for people needs, and nothing held but its links (ECMA-376 part 1, 18).

openpyxl, the first choice, takes eight times as long, holds an object a link, and puts the time of day into the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from typing import BinaryIO, NamedTuple
from zipfile import ZipInfo

from ..problems import column_letters
from .cell_text import cell_text, lines_of, writable
from .namespaces import MAIN, OFFICE, PACKAGE
from .repacking import EPOCH, ZipWriting
from .sheet_styles import Look, Styles

MOST_LINKS = 65_530
"""Links that Excel opens on one sheet (Excel's specifications and limits); files after them are named only."""
MOST_ROWS = 1_048_576
CHUNK = 1 << 16
LINE = 21
_HIGHEST = 409
"""A line of text, and the highest row of Excel, in points."""
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a formula may begin with: such a text is marked to be taken as typed also when somebody edits its cell."""
_SPECIAL = re.compile('[ %#?"<>\\\\^`{|}]')
"""What means something else in the address of a link; Thai letters stay, as Excel writes them."""


class Cell(NamedTuple):
    """A cell: its value, the name of its look, its fill. A link leads to the file that it names, from the folder."""

    value: str | int | float | None
    look: Look = "text"
    fill: str = ""


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, the widths of its columns in characters, its rows, its footer.

    table: whether its first row is one of headings, which stay in sight, are printed on every page, and filter.
    """

    name: str
    widths: Sequence[float]
    rows: Iterable[Sequence[Cell]]
    footer: str = ""
    table: bool = True
    count: int = 0
    links: list[str] = field(default_factory=list)
    """The files that its links lead to."""
    linking: bytearray = field(default_factory=bytearray)
    """The elements that say which cells they lead from: a fifth of what their texts would take."""


def write_sheets(out: BinaryIO, title: str, sheets: Sequence[Sheet]) -> None:
    """Write a workbook of `sheets` to `out`; the same rows give the same bytes. Raises OSError."""
    writing = ZipWriting(out)
    styles = Styles()

    def put(name: str, content: str | Iterable[str]) -> None:
        texts = chain([_HEAD], [content] if isinstance(content, str) else content)
        writing.compress(ZipInfo(name, EPOCH), lambda: _pieces(texts))

    numbers = range(1, len(sheets) + 1)
    put("[Content_Types].xml", _content_types(numbers))
    main = (("rId1", "officeDocument", "xl/workbook.xml"),)
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    put("_rels/.rels", _relationships(main, (("rId2", core, "docProps/core.xml"),)))
    put("docProps/core.xml", _core(title))
    for number, sheet in zip(numbers, sheets, strict=True):
        put(f"xl/worksheets/sheet{number}.xml", _worksheet(sheet, styles))
        if sheet.links:
            links = ((f"rId{at}", "hyperlink", _target(file)) for at, file in enumerate(sheet.links, 1))
            put(f"xl/worksheets/_rels/sheet{number}.xml.rels", _relationships(links, external=True))
    put("xl/workbook.xml", _workbook(sheets))
    parts = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in numbers]
    put("xl/_rels/workbook.xml.rels", _relationships([*parts, (f"rId{len(sheets) + 1}", "styles", "styles.xml")]))
    put("xl/styles.xml", styles.xml())
    writing.finish()


def _worksheet(sheet: Sheet, styles: Styles) -> Iterator[str]:
    """A worksheet part (18.3.1.99); counts the sheet's rows and notes its links on the way."""
    frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' if sheet.table else ""
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>' for at, width in enumerate(sheet.widths, 1)
    )
    yield (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{LINE}"/><cols>{columns}</cols><sheetData>'
    )
    letters = [column_letters(at) for at in range(1, len(sheet.widths) + 1)]
    for number, row in enumerate(sheet.rows, 1):
        if number > MOST_ROWS:
            break
        sheet.count = number
        cells = [_cell(sheet, f"{letter}{number}", cell, styles) for letter, cell in zip(letters, row, strict=False)]
        yield f'<row r="{number}"{_height(row, sheet.widths)}>{"".join(cells)}</row>'
    yield "</sheetData>"
    if sheet.table:
        yield f'<autoFilter ref="A1:{letters[-1]}{sheet.count}"/>'
    if sheet.links:
        yield "<hyperlinks>"
        yield from (sheet.linking[at : at + CHUNK].decode() for at in range(0, len(sheet.linking), CHUNK))
        yield "</hyperlinks>"
    yield '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    yield '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    if sheet.footer:
        yield f"<headerFooter><oddFooter>&amp;C{escape(sheet.footer, quote=False)}</oddFooter></headerFooter>"
    yield "</worksheet>"


def _height(row: Sequence[Cell], widths: Sequence[float]) -> str:
    """The height of a row whose text is wrapped: LibreOffice does not work it out where a file does not say it."""
    lines = 1
    for (value, look, _), width in zip(row, widths, strict=False):
        if isinstance(value, str) and (len(value) > width or "\n" in value) and look != "title":
            lines = max(lines, lines_of(value, int(width)))
    return "" if lines == 1 else f' ht="{min(lines * LINE, _HIGHEST)}"'


def _cell(sheet: Sheet, place: str, cell: Cell, styles: Styles) -> str:
    value, look, fill = cell
    if not isinstance(value, str):
        style = styles.number(look, fill)
        return f'<c r="{place}" s="{style}"/>' if value is None else f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    text = cell_text(value)
    if look == "link":
        if len(sheet.links) < MOST_LINKS and text:
            sheet.links.append(value)
            sheet.linking += f'<hyperlink ref="{place}" r:id="rId{len(sheet.links)}"/>'.encode()
        else:
            look = "text"
    style = styles.number(look, fill, as_typed=value.startswith(_SIGNS))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text, quote=False)}</t></is></c>'
    )


def _target(file: str) -> str:
    """The address of a link to a file."""
    return _SPECIAL.sub(lambda sign: f"%{ord(sign[0]):02X}", writable(file))


def _pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """Text as UTF-8 in pieces worth compressing."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size > CHUNK:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join(held).encode()


def _workbook(sheets: Sequence[Sheet]) -> str:
    """The workbook part (18.2.27): the sheets, and the names that say what is printed on every page, and filtered."""
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{at}" r:id="rId{at}"/>' for at, sheet in enumerate(sheets, 1)
    )
    filters, titles = [], []
    for at, sheet in enumerate(sheets):
        if sheet.table:
            name = escape("'" + sheet.name.replace("'", "''") + "'", quote=False)
            area = f"{name}!$A$1:${column_letters(len(sheet.widths))}${sheet.count}"
            filters.append(f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">{area}')
            titles.append(f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{name}!$1:$1')
    names = "".join(f"{item}</definedName>" for item in (*filters, *titles))
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews><sheets>{listed}</sheets>'
        f"<definedNames>{names}</definedNames></workbook>"
    )


def _relationships(
    office: Iterable[tuple[str, str, str]], more: Iterable[tuple[str, str, str]] = (), *, external: bool = False
) -> Iterator[str]:
    mode = ' TargetMode="External"' if external else ""
    yield f'<Relationships xmlns="{PACKAGE}/relationships">'
    for name, sort, target in chain(((name, f"{OFFICE}/{sort}", target) for name, sort, target in office), more):
        yield f'<Relationship Id="{name}" Type="{sort}" Target="{escape(target)}"{mode}/>'
    yield "</Relationships>"


def _content_types(numbers: Iterable[int]) -> str:
    types = {
        "xl/workbook.xml": f"{_TYPE}.sheet.main+xml",
        "xl/styles.xml": f"{_TYPE}.styles+xml",
        **{f"xl/worksheets/sheet{number}.xml": f"{_TYPE}.worksheet+xml" for number in numbers},
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{sort}"/>' for part, sort in types.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(cell_text(title), quote=False)}</dc:title>'
        "<dc:creator>ita-docs</dc:creator></cp:coreProperties>"
    )
