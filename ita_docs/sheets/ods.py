"""An .ods workbook: one part holds every sheet, so it is read once when opened; only large sheets are read again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from functools import partial

from ..problems import Problem
from .formulas import never_calculated
from .keeping import KEPT_CELLS
from .limits import Limits
from .markup import elements
from .model import Row, Sheet, Workbook
from .ods_content import ContentReader
from .ods_table import Block
from .package import Package
from .refusals import refusing
from .source import Source

CONTENT = "content.xml"
STYLES = "styles.xml"


def read_ods(source: Source, limits: Limits) -> Workbook:
    """The workbook of an OpenDocument spreadsheet. Raises WorkbookError."""
    package = Package(source, limits)
    kept: dict[int, list[Row]] = {}
    durations = _durations(package)
    reader = ContentReader(source.name, limits, durations)
    for block in _blocks(package, reader):
        if reader.tables[block.table].cells <= KEPT_CELLS:
            kept.setdefault(block.table, []).extend(block.rows())
        else:
            kept.pop(block.table, None)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for at, table in enumerate(reader.tables):
        if not table.external:
            rows = (
                _again(package, durations, at) if table.cells > KEPT_CELLS else partial(iter, tuple(kept.get(at, ())))
            )
            sheet = Sheet(table.name, rows, tuple(table.merged), source.name, hidden=table.hidden)
            sheets.append(sheet)
            problems.extend(never_calculated(sheet, table.uncalculated))
    return Workbook(source.name, tuple(sheets), tuple(problems))


def _blocks(package: Package, reader: ContentReader) -> Generator[Block, None, None]:
    with refusing(package.source.name), closing(package.chunks(CONTENT)) as chunks:
        for chunk in chunks:
            reader.feed(chunk)
            yield from reader.ready
            reader.ready.clear()
        reader.feed(b"", final=True)
        yield from reader.ready


def _durations(package: Package) -> frozenset[str]:
    """The names of the document's time styles that count past 24 hours."""
    if STYLES not in package:
        return frozenset()
    with refusing(package.source.name):
        return frozenset(
            attributes.get("name", "")
            for _, name, attributes in elements(package.chunks(STYLES))
            if name == "time-style" and attributes.get("truncate-on-overflow") == "false"
        )


def _again(package: Package, durations: frozenset[str], table: int) -> Callable[[], Iterator[Row]]:
    """Reads table number `table` from the file each time it is called, and no further."""

    def read() -> Generator[Row, None, None]:
        with closing(_blocks(package, ContentReader(package.source.name, package.limits, durations))) as blocks:
            for block in blocks:
                if block.table > table:
                    return
                if block.table == table:
                    yield from block.rows()

    return read
