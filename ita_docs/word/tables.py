"""Whether a finished body has a table whose grid disagrees with its cells, and docxtpl's repair of it.

docxtpl compares every table's `w:tblGrid` with its rows after each rendering, on a parsed tree. Most documents need no
repair, and that can be seen from the tags alone.
"""

from __future__ import annotations

import re

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
    """Whether docxtpl's `fix_tables` would leave every table of `xml` as it is.

    A nested table's rows count for the tables around it too, as they do there.
    """
    if "<w:tbl>" not in xml and "<w:tbl " not in xml:
        return True
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
