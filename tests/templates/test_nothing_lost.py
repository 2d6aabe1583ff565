"""What is typed into one optional cell of a bare row is on the paper, or the row is refused: no cell is lost."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest
from lxml import etree

import ita_docs
from ita_docs.kinds import Field, Kind, Table
from tools.templates import KINDS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARK = "เครื่องหมาย"
TYPED = {
    "person": (f"นาย{MARK} สกุล", MARK),
    "date": ("15/3/2560", "๒๕๖๐"),
    "date_range": ("15/3/2560", "๒๕๖๐"),
    "year_number": ("777/2560", "๗๗๗/๒๕๖๐"),
    "document_number": ("ศธ ๐๔๓๐๕/๗๗๗", "๗๗๗"),
    "phone": ("0 7777 7777", "๗๗๗๗"),
    "time": ("07.17", "๐๗.๑๗"),
}
"""What is typed into a field of a type, and what of it must be on the paper."""
UNPRINTED = {("announcement", "closing"): "ไม่พิมพ์"}
"""Choices that ask for nothing."""
PAPERS = [name for name in KINDS if ita_docs.load_kind(name).derivation is None]
"""The kinds that print whatever is typed; annual reports share their sheets, and each prints what is its own."""
CELLS = [
    (name, table.name, field.name)
    for name in PAPERS
    for table in ita_docs.load_kind(name).tables
    for field in table.fields
    if field.name != table.key and field.type not in ("image", "integer", "level")
]


@pytest.mark.parametrize(("kind", "table", "name"), CELLS)
def test_an_optional_cell_alone_is_printed_or_refused(kind: str, table: str, name: str) -> None:
    declared = ita_docs.load_kind(kind)
    own = next(one for one in declared.tables if one.name == table)
    field = own.field(name)
    typed, shown = TYPED.get(field.type, (MARK, MARK))
    if field.type == "choice":
        typed = shown = next(one for one in reversed(field.constraints.enum) if one != UNPRINTED.get((kind, name)))
    rows = {declared.table.sheet: bare(declared.table)}
    rows.setdefault(own.sheet, bare(own))[field.title] = typed
    checked = ita_docs.check(declared, {sheet: pd.DataFrame([row]) for sheet, row in rows.items()})
    papers = [paper(declared, record) for record in checked.records]
    assert all(shown in said for said in papers)
    assert papers or any(item.severity == "error" for item in checked.problems)


def bare(table: Table) -> dict[str, str]:
    """A row with nothing but what must be there, and texts that rows of other sheets may replace."""
    needed = (item for item in table.fields if item.constraints.required or item.constraints.required_unless)
    return {**{item.title: example(item) for item in needed}, table.field(table.key).title: "R-1"}


def example(field: Field) -> str:
    return field.constraints.enum[0] if field.type == "choice" else field.example or "ก"


def paper(kind: Kind, record: Any) -> str:
    with ZipFile(BytesIO(ita_docs.fill(kind, record))) as package:
        parts = [name for name in package.namelist() if name.startswith(("word/document", "word/header", "word/foot"))]
        return "".join("".join(etree.fromstring(package.read(name)).itertext(f"{W}t")) for name in parts)
