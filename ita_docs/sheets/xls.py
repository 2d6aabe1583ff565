"""An .xls workbook (BIFF), by xlrd."""

from __future__ import annotations

from collections.abc import Generator
from io import StringIO
from typing import Any

from .keeping import KeptRows
from .limits import Limits
from .model import CellError, Row, Run, Sheet, Span, Value, Workbook, marked_text
from .number_formats import BUILT_IN, Clock, clock_of
from .refusals import DAMAGED, encrypted, too_large, unreadable
from .serials import exact, shown
from .source import Source

THAI_CODEPAGE = "cp874"
"""Tried where an old file does not say in what code page its texts are."""
_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(1, 6)
"""xlrd's cell types."""
_UNICODE_SINCE = 80
"""BIFF 8."""
_BOLD = 600
"""The weight from which a font is bold; 400 is normal, 700 what Excel calls bold."""
_IDS_SINCE = 50
"""BIFF 5: before it a number format is known by its place in the file, not by a fixed id."""


def read_xls(source: Source, limits: Limits) -> Workbook:
    """The workbook of a BIFF file, Excel 2 to 2003. Raises WorkbookError."""
    data = source.read()
    if len(data) > limits.part_bytes:
        raise too_large(source.name, "ขนาดไฟล์ (ไบต์)", limits.part_bytes)
    book = _opened(data, source.name)
    clocks = [_clock(book, style.format_key) for style in book.xf_list]
    return Workbook(source.name, tuple(_sheet(sheet, book, clocks, source.name, limits) for sheet in book.sheets()))


def _opened(data: bytes, name: str | None) -> Any:
    import xlrd

    for encoding in (None, THAI_CODEPAGE):
        try:
            book = xlrd.open_workbook(
                file_contents=data, formatting_info=True, logfile=StringIO(), encoding_override=encoding
            )
            if encoding or book.codepage or book.biff_version >= _UNICODE_SINCE:
                return book
        except UnicodeError:
            continue
        except xlrd.XLRDError as error:
            raise (encrypted(name) if "encrypted" in str(error).lower() else unreadable(name, DAMAGED)) from error
        except Exception as error:  # xlrd answers damage with whatever its arithmetic comes to
            raise unreadable(name, DAMAGED) from error
    raise unreadable(name, DAMAGED)


def _clock(book: Any, key: int) -> Clock | None:
    declared = book.format_map.get(key)
    if book.biff_version >= _IDS_SINCE and key in BUILT_IN:
        return BUILT_IN[key]
    return clock_of(declared.format_str or "") if declared is not None else None


def _sheet(sheet: Any, book: Any, clocks: list[Clock | None], name: str | None, limits: Limits) -> Sheet:
    merged = tuple(Span(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells)
    rows = KeptRows(lambda: _rows(sheet, book, clocks, name, limits))
    return Sheet(sheet.name, rows, merged, name, hidden=sheet.visibility != 0)


def _rows(
    sheet: Any, book: Any, clocks: list[Clock | None], name: str | None, limits: Limits
) -> Generator[Row, None, None]:
    total = 0
    from_1904 = book.datemode == 1
    marked = sheet.rich_text_runlist_map
    for index in range(sheet.nrows):
        cells: dict[int, Value] = {}
        for column, cell in enumerate(sheet.row(index), start=1):
            value = _value(cell, from_1904, clocks)
            if value is not None:
                if marked and (changes := marked.get((index, column - 1))) and type(value) is str:
                    value = _marked(value, changes, book.font_list)
                cells[column] = value
        if not cells:
            continue
        total += len(cells)
        if index >= limits.rows:
            raise too_large(name, "จำนวนแถว", limits.rows)
        if max(cells) > limits.columns:
            raise too_large(name, "จำนวนคอลัมน์", limits.columns)
        if total > limits.cells:
            raise too_large(name, "จำนวนช่องที่มีข้อมูลในแผ่นงานเดียว", limits.cells)
        info = sheet.rowinfo_map.get(index)
        yield Row(index + 1, cells, bool(info is not None and info.hidden))


def _marked(text: str, changes: list[tuple[int, int]], fonts: list[Any]) -> str:
    """`text` with the looks of its pieces: from each offset on another font; before the first that of the cell."""
    units = text.encode("utf-16-le", "surrogatepass")
    places = [*(2 * offset for offset, _ in changes), len(units)]
    runs = [Run(units[: places[0]].decode("utf-16-le", "surrogatepass"))]
    for (_, key), start, end in zip(changes, places, places[1:], strict=False):
        font = fonts[key] if 0 <= key < len(fonts) else None
        bold, underlined = font is not None and font.weight >= _BOLD, font is not None and font.underline_type > 0
        runs.append(Run(units[start:end].decode("utf-16-le", "surrogatepass"), bold, underlined))
    made = marked_text(runs)
    return made if made == text else text  # offsets that do not ascend, in a damaged file


def _value(cell: Any, from_1904: bool, clocks: list[Clock | None]) -> Value:
    sort = cell.ctype
    if sort == _TEXT:
        return cell.value or None
    if sort in (_NUMBER, _DATE):
        style = cell.xf_index
        clock = clocks[style] if style is not None and 0 <= style < len(clocks) else None
        return exact(cell.value) if clock is None else shown(cell.value, clock, from_1904)
    if sort == _BOOLEAN:
        return bool(cell.value)
    if sort == _ERROR:
        import xlrd

        return CellError(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    return None
