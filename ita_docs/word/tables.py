"""Whether a finished body has a table whose grid disagrees with its cells, and docxtpl's repair of it.

docxtpl compares every table's `w:tblGrid` with its rows after each rendering, on a parsed tree. Most documents need no
repair, and that can be seen from the tags alone.
"""

from __future__ import annotations

import re

SPAN = re.compile(r'<w:gridSpan w:val="(\d+)"')
STRUCTURE = re.compile(r'<w:(tbl|tr|tc)[ >]|</w:(tbl|tr|tc)>|<w:(gridCol)\b|<w:gridSpan w:val="(\d+)"')


class _Row:
    __slots__ = ("cells", "width")

    def __init__(self) -> None:
        self.cells = 0
        self.width = 0


class _Table:
    __slots__ = ("columns", "most_cells", "widest")

    def __init__(self) -> None:
        self.columns = 0
        self.most_cells = 0
        self.widest = 0


def grids_agree(xml: str) -> bool:
    """Whether docxtpl's `fix_tables` would leave every table of `xml` as it is."""
    start = _next_table(xml, 0)
    while start >= 0:
        end = xml.find("</w:tbl>", start)
        following = _next_table(xml, start + 1)
        if 0 <= following < end:
            return _nested_grids_agree(xml)
        if not _grid_agrees(xml[start:end]):
            return False
        start = following
    return True


def _next_table(xml: str, start: int) -> int:
    found = [at for at in (xml.find("<w:tbl>", start), xml.find("<w:tbl ", start)) if at >= 0]
    return min(found, default=-1)


def _grid_agrees(table: str) -> bool:
    """The same of one table that holds no other."""
    columns = table.count("<w:gridCol ") + table.count("<w:gridCol/")
    widest = 0
    for row in table.split("</w:tr>")[:-1]:
        cells = row.count("<w:tc>") + row.count("<w:tc ")
        if cells > columns:
            return False
        spans = SPAN.findall(row) if "<w:gridSpan " in row else ()
        widest = max(widest, cells + sum(map(int, spans)) - len(spans))
    return widest >= columns


def _nested_grids_agree(xml: str) -> bool:
    """The same where tables lie in tables: a nested table's rows count for those around it too, as they do there."""
    tables: list[_Table] = []
    rows: list[_Row] = []
    for found in STRUCTURE.finditer(xml):
        opened, closed, grid, span = found.groups()
        if opened == "tc":
            if rows:
                rows[-1].cells += 1
                rows[-1].width += 1
        elif span:
            if rows:
                rows[-1].width += int(span) - 1
        elif grid:
            if tables:
                tables[-1].columns += 1
        elif opened == "tr":
            rows.append(_Row())
        elif closed == "tr" and rows:
            row = rows.pop()
            for table in tables:
                table.most_cells = max(table.most_cells, row.cells)
                table.widest = max(table.widest, row.width)
        elif opened == "tbl":
            tables.append(_Table())
        elif closed == "tbl" and tables:
            table = tables.pop()
            if table.most_cells > table.columns or table.widest < table.columns:
                return False
    return True
