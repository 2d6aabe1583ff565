"""Which conditions of a table's style hold for a cell, and the borders they give it (ECMA-376 part 1, §17.4.66,
§17.7.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .flow import Edge
from .package import W
from .properties import on
from .styles import TablePart

_LOOKS = (
    ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100), ("noHBand", 0x200),
    ("noVBand", 0x400),
)  # fmt: skip


def outer_edges(borders: dict[str, Edge], place: tuple[int, int, int, int]) -> dict[str, Edge]:
    """A cell's borders as the table's own give them: its outer ones at the edge, its inside ones within."""
    row, rows, column, columns = place
    names = {
        "top": "top" if row == 0 else "insideH",
        "bottom": "bottom" if row == rows - 1 else "insideH",
        "left": "left" if column == 0 else "insideV",
        "right": "right" if column == columns - 1 else "insideV",
    }
    return {side: borders[name] for side, name in names.items() if name in borders}


def region_edges(
    around: dict[str, Edge], name: str, place: tuple[int, int, int, int], bands: tuple[list[int], dict[str, bool]]
) -> dict[str, Edge]:
    """A cell's borders as a condition of the table's style gives them: its outer borders are those of the rows or
    columns that the condition holds for, its inside ones stand between their cells.
    """
    row, rows, column, columns = place
    (rows_in_band, columns_in_band, headings), look = bands
    first_row, last_row, first_column, last_column = row == 0, row == rows - 1, column == 0, column == columns - 1
    if name == "firstRow":
        last_row = row == headings - 1
    elif name.endswith("Row") or name.endswith("Cell"):
        first_row = last_row = True
    if name.endswith("Col") or name.endswith("Cell"):
        first_column = last_column = True
    if name.endswith("Horz"):
        at = row - look["firstRow"] * headings
        first_row, last_row = at % rows_in_band == 0, last_row or at % rows_in_band == rows_in_band - 1
    if name.endswith("Vert"):
        at = column - look["firstColumn"]
        first_column, last_column = at % columns_in_band == 0, last_column or (at + 1) % columns_in_band == 0
    names: dict[str, tuple[str, ...]] = {
        "top": ("top",) if first_row else ("insideH",),
        "bottom": ("bottom",) if last_row else ("insideH",),
        "left": ("left",) if first_column else ("insideV",),
        "right": ("right",) if last_column else ("insideV",),
    }
    if name.endswith("Horz"):
        # the rows of one band after the other stand one below the other: what is said of inside holds between bands too
        names["top"] += ("insideH",) if row else ()
        names["bottom"] += ("insideH",) if row < rows - 1 else ()
    found = {side: around[one] for side, ones in names.items() for one in reversed(ones) if one in around}
    return found | {side: around[side] for side in ("tl2br", "tr2bl") if side in around}


def band_sizes(parts: tuple[TablePart, ...]) -> tuple[Any, Any]:
    """The elements that give the height of a band of rows and the width of one of columns."""
    found: list[Any] = []
    for name in ("tblStyleRowBandSize", "tblStyleColBandSize"):
        sizes = [part.table.find(W + name) for part in parts if part.table is not None]
        found.append(next((size for size in reversed(sizes) if size is not None), None))
    return found[0], found[1]


def heading_rows(rows: Sequence[Any]) -> int:
    """How many of the first `rows` of a table are those that its style has for the first: 1, or all headings."""
    count = 0
    for row in rows:
        found = row.find(f"{W}trPr/{W}tblHeader")
        if found is None or not on(found):
            break
        count += 1
    return max(1, count)


def conditions_used(element: Any) -> dict[str, bool]:
    """Which conditions of its style a table uses (`w:tblLook`)."""
    if element is None:
        return {name: False for name, _ in _LOOKS}
    try:
        bits = int(element.get(W + "val") or "0", 16)
    except ValueError:
        bits = 0
    return {
        name: given not in ("0", "false", "off") if (given := element.get(W + name)) is not None else bool(bits & bit)
        for name, bit in _LOOKS
    }


def conditions_of(
    row: int, rows: int, column: int, columns: int, look: dict[str, bool], bands: list[int]
) -> tuple[str, ...]:
    """The conditions that hold for a cell, the weakest first (§17.7.6).

    bands: how many rows and columns a band has, and how many rows are headings: all of these are first rows, in Word.
    """
    first_row, last_row = look["firstRow"] and row < bands[2], look["lastRow"] and row == rows - 1 and rows > 1
    first, last = look["firstColumn"] and column == 0, look["lastColumn"] and column == columns - 1
    names = [""]
    if not look["noVBand"] and not first and not last:
        names.append(f"band{1 + (column - look['firstColumn']) // bands[1] % 2}Vert")
    if not look["noHBand"] and not first_row and not last_row:
        names.append(f"band{1 + (row - look['firstRow'] * bands[2]) // bands[0] % 2}Horz")
    for name, holds in (
        ("firstCol", first), ("lastCol", last), ("firstRow", first_row), ("lastRow", last_row),
        ("neCell", first_row and last), ("nwCell", first_row and first),
        ("seCell", last_row and last), ("swCell", last_row and first),
    ):  # fmt: skip
        if holds:
            names.append(name)
    return tuple(names)
