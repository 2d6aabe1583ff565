"""The example row of a starter workbook: what a field's declaration gives, or its type's own, if it is valid."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

from ..kinds.model import Field, Kind, Table
from ..problems import KindError, problem
from .field_types import FIELD_TYPES
from .record import EMPTY
from .row_rules import RowRules, looks_around
from .types import read_value

EXAMPLE_KEY = "ตัวอย่าง-001"
EXAMPLE_PICTURE = "ตัวอย่าง.png"
FREE_EXAMPLE = {"รายการ": "รายการตัวอย่าง", "จำนวน": "๑", "หมายเหตุ": "ลบแถวตัวอย่างนี้ได้"}
"""Headings and cells shown for the free columns of a free table."""
FILES = frozenset({"image", "file"})
NUMERIC = frozenset({"number", "integer", "year", "score", "money"})


def example_row(kind: Kind, table: Table) -> dict[str, Any]:
    """The example's cells by field name; fields that are alternatives of another are left empty, unless one needs them.

    Optional fields whose examples disagree with others are left empty too.

    Raises: KindError `bad-kind` for a required field whose example is invalid and that its type cannot supply.
    """
    key = _key(kind)
    alternatives = {name for field in table.fields for name in field.constraints.required_unless}
    alternatives -= {name for field in table.fields for name in field.constraints.requires}
    row: dict[str, Any] = {}
    for field in table.fields:
        if field.name == table.key:
            row[field.name] = key
        elif field.name not in alternatives or field.constraints.required:
            cell = example_cell(field)
            if cell is not None:
                row[field.name] = cell
            elif field.constraints.required or field.constraints.required_unless:
                raise KindError(_no_example(kind, field))
    while (odd := _odd(kind, table, row)) is not None:
        if odd.constraints.required:
            raise KindError(_no_example(kind, odd))
        del row[odd.name]
    return row


def _odd(kind: Kind, table: Table, row: dict[str, Any]) -> Field | None:
    """The first field of `table` whose example in `row` disagrees with those of others of its document."""
    looking = [field for field in table.fields if field.name in row and looks_around(field)]
    if not looking:
        return None
    above = example_row(kind, kind.table) if table.each else {}
    fields = {field.name: field for field in (*(kind.table.fields if table.each else ()), *table.fields)}
    cells = {**above, **row}
    values = {
        name: read_value(cells[name], field).value if name in cells and field.type not in FILES else EMPTY[field.type]
        for name, field in fields.items()
    }
    titles = {name: field.title for name, field in fields.items()}
    for field in looking:
        if any(RowRules("", titles, looking=(field,)).broken(values, cells)):
            return field
    return None


def example_cell(field: Field) -> Any:
    """What a cell of `field` may hold, as text or number; None if no valid example is known."""
    rules = field.constraints
    if field.type in FILES:
        return EXAMPLE_PICTURE if rules.required or rules.required_unless else None
    own = FIELD_TYPES[field.type].example
    for text in (field.example, own, *rules.enum, rules.minimum, rules.maximum):
        if text and not (reading := read_value(text, field)).failed:
            return reading.value if field.type in NUMERIC else text
    return None


def wants_picture(kind: Kind) -> bool:
    """Whether the example needs a picture file beside the workbook."""
    fields = (field for table in kind.tables for field in table.fields if field.type in FILES)
    return any(field.constraints.required or field.constraints.required_unless for field in fields)


def write_picture(folder: Path) -> None:
    """Put a small grey picture beside the workbook, unless a file of its name is there."""
    path = folder / EXAMPLE_PICTURE
    if not path.exists():
        path.write_bytes(_grey_png(64))


def _key(kind: Kind) -> str:
    field = kind.table.field(kind.table.key)
    return field.example if field.example and read_value(EXAMPLE_KEY, field).failed else EXAMPLE_KEY


def _no_example(kind: Kind, field: Field) -> Any:
    return problem(
        "bad-kind",
        file=str(kind.folder / "kind.toml"),
        reason={
            "th": f"ตัวอย่างของ “{field.title}” ({field.name}) ใช้ไม่ได้: “{field.example}”",
            "en": f"the example of “{field.title}” ({field.name}) is invalid: “{field.example}”",
        },
    )


def _grey_png(side: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\xc0" * side) * side, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
