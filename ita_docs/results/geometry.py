"""How wide the columns and how high the rows of a sheet are, as far as comments hang there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WIDTH = 64
HEIGHT = 20
"""A column and a row of a new workbook, in pixels."""
_DIGIT = 7
_PADDING = 5
"""Pixels of a digit of the default font, and around a cell's text (18.3.1.13)."""
_LAST_COLUMN = 16_384
_MOST = 40
"""A box lies over no more columns or rows than this: hidden ones have no width."""


@dataclass(slots=True)
class Grid:
    """The sizes of a sheet in pixels, 1-based; what is not noted has the default."""

    width: int = WIDTH
    height: int = HEIGHT
    columns: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First and last column, their style, their width (-1 for the default)."""
    rows: dict[int, int] = field(default_factory=dict)

    def set_defaults(self, attributes: Mapping[str, str]) -> None:
        """From `sheetFormatPr` (18.3.1.81)."""
        self.width = _pixels(attributes.get("defaultColWidth"), _DIGIT, _PADDING, WIDTH)
        self.height = _pixels(attributes.get("defaultRowHeight"), 4 / 3, 0, HEIGHT)

    def add_columns(self, attributes: Mapping[str, str]) -> None:
        """From a `col` (18.3.1.13)."""
        first, last, style = (_whole(attributes.get(name)) for name in ("min", "max", "style"))
        width = 0 if _true(attributes.get("hidden")) else _pixels(attributes.get("width"), _DIGIT, _PADDING, -1)
        self.columns.append((first, last, style, width))

    def add_row(self, number: int, attributes: Mapping[str, str]) -> None:
        """From a `row` (18.3.1.73)."""
        if _true(attributes.get("hidden")):
            self.rows[number] = 0
        elif "ht" in attributes:
            self.rows[number] = _pixels(attributes["ht"], 4 / 3, 0, self.height)

    def style(self, column: int) -> int:
        """The style of empty cells of a column."""
        return next((style for first, last, style, _ in self.columns if first <= column <= last), 0)

    def column_width(self, column: int) -> int:
        """A column's width."""
        given = next((width for first, last, _, width in self.columns if first <= column <= last), -1)
        return self.width if given < 0 else given

    def anchor(self, row: int, column: int, width: int, height: int) -> str:
        """A box of this size at the right of a cell: column, offset, row, offset of its corners, counted from 0.

        Source: [MS-OI29500] 2.1.1736, the Anchor of a comment's shape.
        """
        left = right = min(column + 1, _LAST_COLUMN)
        beyond = 12 + width
        while right < left + _MOST and beyond >= (wide := self.column_width(right)):
            beyond -= wide
            right += 1
        top = bottom = row
        below = 2 + height
        while bottom < top + _MOST and below >= (high := self.rows.get(bottom, self.height)):
            below -= high
            bottom += 1
        corners = (left - 1, 12, top - 1, 2, right - 1, beyond, bottom - 1, below)
        return ", ".join(map(str, corners))


def _pixels(given: str | None, each: float, more: int, default: int) -> int:
    try:
        size = int(float(given or "x") * each + more)
    except (ValueError, OverflowError):
        return default
    return size if 0 <= size <= 4000 else default


def _whole(given: str | None) -> int:
    return int(given) if given is not None and given.isdecimal() and len(given) < 8 else 0


def _true(given: str | None) -> bool:
    return given in ("1", "true")
