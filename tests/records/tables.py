"""Sheets and kinds made in memory for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ita_docs.kinds import Constraints, Field, Kind, Table
from ita_docs.sheets import Row, Sheet, Span, Workbook


def sheet(
    *lines: Sequence[Any],
    name: str = "ข้อมูล",
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: Sequence[int] = (),
    top: int = 1,
    left: int = 1,
) -> Sheet:
    """A sheet of these lines, from row `top` and column `left` on; merged ranges as (top, left, bottom, right)."""
    rows = []
    for number, line in enumerate(lines, top):
        cells = {left + n: value for n, value in enumerate(line) if value is not None}
        if cells:
            rows.append(Row(number, cells, number in hidden))
    return Sheet(name, lambda: iter(rows), tuple(Span(*span) for span in merged), "ทดลอง.xlsx")


def book(*sheets: Sheet, single: bool = False) -> Workbook:
    return Workbook("ทดลอง.xlsx", sheets, single=single)


def key(name: str = "ref", title: str = "เลขอ้างอิง") -> Field:
    return Field(name, title, constraints=Constraints(required=True, unique=True))


def table(*fields: Field, free: bool = False, sheet: str = "ข้อมูล", order: str | None = None) -> Table:
    return Table("table", sheet, "ref", (key(), *fields), free, order)


def kind(*fields: Field, children: tuple[Table, ...] = (), folder: Path | None = None) -> Kind:
    return Kind("trial", "ทดลอง", table(*fields), Path("template.docx"), children, folder=folder or Path())
