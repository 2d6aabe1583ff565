"""Small pictures of sheets and pages for the documents, drawn by our own layout: the text in them is set as in a PDF.

A sheet is laid out as a table with column letters and row numbers; a page is a page of a DOCX.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

import ita_docs
from tools.templates.paper import Sheet, package
from tools.templates.styles import PAPER, styles
from tools.templates.wordml import Element, half_points, w
from tools.templates.wordml import text as runs_of

if TYPE_CHECKING:
    from PIL.Image import Image

NUMBERS = 480
"""The width of the row numbers, in twips."""
CHARACTER = 100
"""The width of a character of a column's width, in twips."""
EDGE = 40
SIZE = 14
HEADS, HEADINGS, GRID = "E7E6E6", "DDEBF7", "BFBFBF"
COLOURS, MOST_BYTES = 32, 60_000
TYPED = "typed"
"""The word in a PNG under which stands what it was made from."""


def sheet_picture(sheet: Worksheet, area: str, *, width: int) -> Image:
    """The cells of a range as in `A1:B2`, its first row headings. width: in pixels."""
    return trimmed(page_picture(sheet_document(sheet, area), width=width))


def sheet_document(sheet: Worksheet, area: str) -> bytes:
    """A DOCX whose one page shows the cells of a range, with column letters and row numbers."""
    left, top, right, bottom = range_boundaries(area)
    columns = range(left, right + 1)
    widths = [NUMBERS, *(_width(sheet, column) for column in columns)]
    letters = [get_column_letter(column) for column in columns]
    heads = [_cell([_run(letter)], width, HEADS, "center") for letter, width in zip(letters, widths[1:], strict=True)]
    rows = [_row(heads, widths[0], "")]
    for number in range(top, bottom + 1):
        shade = HEADINGS if number == top else None
        cells = [
            _cell(_runs(sheet.cell(number, column).value, bold=number == top), width, shade)
            for column, width in zip(columns, widths[1:], strict=True)
        ]
        rows.append(_row(cells, widths[0], str(number)))
    paper = Sheet(width=sum(widths) + 2 * EDGE, height=31680, top=EDGE, bottom=EDGE, left=EDGE, right=EDGE)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    table = w("tbl", _table_properties(sum(widths)), grid, *rows)
    return packed(package([table, w("p")], styles(PAPER), title="", creator="", subject="", sheet=paper, stories={}))


def _width(sheet: Worksheet, column: int) -> int:
    return round(sheet.column_dimensions[get_column_letter(column)].width * CHARACTER)


def _table_properties(width: int) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = w("tblBorders", *(w(side, val="single", sz=4, space=0, color=GRID) for side in sides))
    return w("tblPr", w("tblW", w=width, type="dxa"), rules, w("tblLayout", type="fixed"))


def _row(cells: Iterable[Element], width: int, number: str) -> Element:
    return w("tr", _cell([_run(number)], width, HEADS, "center"), *cells)


def _cell(runs: Iterable[Element], width: int, shade: str | None, align: str = "left") -> Element:
    fill = [w("shd", val="clear", color="auto", fill=shade)] if shade else []
    paragraph = w("p", w("pPr", w("jc", val=align), _properties(False, False)), *runs)
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *fill), paragraph)


def _runs(value: Any, *, bold: bool) -> list[Element]:
    if isinstance(value, CellRichText):
        looks = [(part, False, False) if isinstance(part, str) else _look(part) for part in value]
        return [run for text, heavy, lined in looks for run in _styled(text, bold or heavy, lined)]
    return _styled(_shown(value), bold, False)


def _look(block: TextBlock) -> tuple[str, bool, bool]:
    return block.text, bool(block.font.b), bool(block.font.u)


def _styled(text: str, bold: bool, underlined: bool) -> list[Element]:
    made = runs_of(text)
    for run in made:
        run.insert(0, _properties(bold, underlined))
    return made


def _run(text: str) -> Element:
    return w("r", _properties(False, False), *(node for run in runs_of(text) for node in run))


def _properties(bold: bool, underlined: bool) -> Element:
    size = half_points(SIZE)
    own = [w("b"), w("bCs")] if bold else []
    own += [w("u", val="single")] if underlined else []
    return w("rPr", *own, w("sz", val=size), w("szCs", val=size))


def _shown(value: Any) -> str:
    """A value as Excel shows it."""
    if value is None:
        return ""
    if isinstance(value, (date, datetime)):
        return f"{value.day}/{value.month}/{value.year}"
    return str(value)


# ---------------------------------------------------------------- pages and files


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def page_picture(docx: bytes, *, width: int, page: int = 1) -> Image:
    """A page of a DOCX, numbered from 1. width: in pixels."""
    import pypdfium2

    with pypdfium2.PdfDocument(ita_docs.to_pdf(docx).data) as document:
        shown = document[page - 1]
        picture: Image = shown.render(scale=width / shown.get_width()).to_pil().convert("RGB")
    return picture


def trimmed(picture: Image, room: int = 0, *, sides: bool = False) -> Image:
    """A picture down to its last row that is not white, and so many pixels of white below; sides: beside it too."""
    from PIL import ImageChops

    box = ImageChops.invert(picture.convert("L")).getbbox()
    if box is None:
        return picture
    left, right = (box[0] - room, box[2] + room) if sides else (0, picture.width)
    return picture.crop((max(0, left), 0, min(picture.width, right), min(picture.height, box[3] + room)))


def framed(picture: Image) -> Image:
    """With a thin grey edge, as paper on white has none."""
    from PIL import ImageOps

    return ImageOps.expand(picture, 1, "#a6a6a6")


def save(picture: Image, path: Path, *, typed: str = "") -> None:
    """Write a PNG of few colours. typed: what it was made from.

    Raises ValueError for a file that would be larger than documents should carry.
    """
    from PIL.PngImagePlugin import PngInfo

    said = PngInfo()
    if typed:
        said.add_itxt(TYPED, typed)
    buffer = io.BytesIO()
    picture.quantize(COLOURS).save(buffer, "PNG", optimize=True, pnginfo=said)
    if len(buffer.getvalue()) > MOST_BYTES:
        raise ValueError(f"{path.name}: {len(buffer.getvalue())} bytes")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
