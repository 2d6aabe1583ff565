"""Where in a worksheet part the cells are that get a mark, and what to change there (ECMA-376 part 1, 18.3.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from xml.parsers.expat import ExpatError

from ..problems import column_letters
from ..sheets.markup import new_parser
from ..sheets.xlsx_lexer import UTF_16, pieces
from ..sheets.xlsx_rows import DIGITS, column_number, row_of
from .geometry import Grid
from .namespaces import MAIN
from .splicing import Edit

T = TypeVar("T")
Painting = Callable[[int, list[T]], int]
"""The cell style to put in place of a given one for what is said of the cell."""

WHOLE_ROW = 0
"""The column that stands for a row as a whole: its first cell in use is meant."""
_ROW = re.compile(rb'<row r="([0-9]{1,15})"')
_IN_VIEW = 16
"""So many rows under a marked one may lie behind its comment: their heights are noted."""
_CONTENT = ("v", "f", "is")
_BEHIND = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
)
"""What comes behind `legacyDrawing` in a worksheet (CT_Worksheet)."""


@dataclass(slots=True)
class Found(Generic[T]):
    """A surveyed worksheet: the edits that mark its cells, what is said of each (row, column), where comments go.

    drawing: the relationship id of its `legacyDrawing`; without one, `add_drawing` puts it where it belongs.
    """

    cells: dict[tuple[int, int], list[T]] = field(default_factory=dict)
    edits: dict[int, Edit] = field(default_factory=dict)
    grid: Grid = field(default_factory=Grid)
    drawing: str | None = None
    prefix: str = ""
    behind: int | None = None
    end: int = 0

    def edit(self, at: int) -> Edit:
        """What changes at the tag with offset `at`."""
        return self.edits.setdefault(at, Edit())

    def add_drawing(self, relationship: str, namespace: str) -> None:
        """Name the drawing of the comments (18.3.1.53)."""
        tag = f'<{self.prefix}legacyDrawing xmlns:r="{namespace}" r:id="{relationship}"/>'
        self.edit(self.end if self.behind is None else self.behind).before += tag.encode()


def find_cells(
    chunks: Iterable[bytes], wanted: Mapping[int, Mapping[int, list[T]]], paint: Painting[T]
) -> Found[T] | None:
    """Survey a worksheet for what is said of it: row → column → what is said there.

    Runs of plain rows in which nothing is wanted are not parsed. None for a part that is not what Excel writes: another
    namespace (strict), UTF-16, no cells at all.

    Raises: ExpatError, WorkbookError.
    """
    scan = _Scan(wanted, paint)
    for piece, whole_rows in pieces(chunks):
        if not whole_rows and scan.fed == 0 and piece.startswith(UTF_16):
            return None
        if whole_rows and scan.in_data and scan.passes(piece):
            continue
        scan.feed(piece)
        if scan.foreign:
            return None
    scan.close()
    return scan.found if scan.has_data else None


@dataclass(slots=True)
class _Row:
    """A row in which something is wanted: its tag, its cells as (column, offset, style), and its first one in use."""

    at: int
    attributes: dict[str, str]
    cells: list[tuple[int, int, int]] = field(default_factory=list)
    used: int = 0


class _Scan(Generic[T]):
    def __init__(self, wanted: Mapping[int, Mapping[int, list[T]]], paint: Painting[T]) -> None:
        self.found = Found[T]()
        self.left = dict(wanted)
        self.ahead = sorted(wanted, reverse=True)
        self.paint = paint
        self.fed = self.skipped = 0
        self.foreign = self.in_data = self.has_data = self.entered = False
        self.prefix = self.row_tag = ""
        self.path: list[str] = []
        self.part_at = self.data_at = 0
        self.in_view = self.number = self.column = 0
        self.current: _Row | None = None
        self.opened = _Row(0, {})
        self.before: dict[int, int] = {}
        self.parser = new_parser()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end

    def feed(self, piece: bytes) -> None:
        self.parser.Parse(piece)
        self.fed += len(piece)

    def close(self) -> None:
        self.parser.Parse(b"", True)

    def passes(self, piece: bytes) -> bool:
        """Whether nothing in a run of whole rows is wanted; then it counts as seen."""
        numbers = list(map(int, _ROW.findall(piece)))
        if not numbers or len(numbers) != piece.count(b"row") - piece.count(b"/row>"):
            return False
        if min(numbers) <= self.in_view or (self.ahead and self.ahead[-1] <= max(numbers)):
            return False
        if not self.left.keys().isdisjoint(numbers):
            return False
        self.number = numbers[-1]
        self.skipped += len(piece)
        return True

    @property
    def at(self) -> int:
        return self.parser.CurrentByteIndex + self.skipped

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        path = self.path
        if self.in_data and self.current is None and self.entered and tag != self.row_tag:
            path.append("")
            return
        name = tag.removeprefix(self.prefix)
        path.append(name)
        if not self.in_data:
            self.around(tag, name, attributes)
        elif name == "row":
            self.open_row(attributes)
        elif name == "c" and len(path) == 4:
            self.open_cell(attributes)
        elif self.current is not None and name in _CONTENT and not self.current.used:
            self.current.used = self.column

    def end(self, tag: str) -> None:
        name = self.path.pop()
        if self.in_data:
            if name == "row":
                self.close_row()
            elif name == "sheetData":
                self.close_data()
        elif not self.path:
            self.found.end = self.at

    def around(self, tag: str, name: str, attributes: dict[str, str]) -> None:
        """What stands before and behind the cells."""
        path = self.path
        if len(path) == 1:
            self.prefix = tag.removesuffix(tag.rpartition(":")[2])
            self.found.prefix = self.prefix
            self.row_tag = self.prefix + "row"
            space = attributes.get(f"xmlns:{self.prefix[:-1]}" if self.prefix else "xmlns")
            self.foreign = space != MAIN or tag != self.prefix + "worksheet"
            path[0] = "worksheet"
            return
        if len(path) == 2:
            self.part_at = self.at
        if name == "sheetData" and len(path) == 2:
            self.in_data = self.has_data = True
            self.data_at = self.at
        elif name == "sheetFormatPr":
            self.found.grid.set_defaults(attributes)
        elif name == "col":
            self.found.grid.add_columns(attributes)
        elif name == "legacyDrawing":
            ids = [value for key, value in attributes.items() if key.endswith(":id")]
            self.found.drawing = ids[0] if ids else ""
        elif name in _BEHIND and self.has_data and self.found.behind is None and self.is_part():
            self.found.behind = self.part_at

    def is_part(self) -> bool:
        """Whether the element just begun is a part of the worksheet itself, also as one of alternatives."""
        return len(self.path) == 2 or self.path[1].rpartition(":")[2] == "AlternateContent"

    def open_row(self, attributes: dict[str, str]) -> None:
        self.column = 0
        self.opened = _Row(self.at, attributes)
        self.current = None
        given = attributes.get("r", "")
        self.entered = given.isdecimal() and len(given) < 16
        if self.entered:
            self.enter(int(given))

    def enter(self, number: int) -> None:
        """Rows count from 1; one without a number is told by its first cell, or follows the one before."""
        self.entered = True
        self.number = number
        while self.ahead and self.ahead[-1] <= number:
            passed = self.ahead.pop()
            if passed < number:
                self.before[passed] = self.opened.at
        if number in self.left:
            self.current = self.opened
            self.in_view = max(self.in_view, number + _IN_VIEW)
        if number <= self.in_view:
            self.found.grid.add_row(number, self.opened.attributes)

    def open_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r", "")
        if not self.entered:
            self.enter(row_of(reference) or self.number + 1)
        self.column = column_number(reference.rstrip(DIGITS)) or self.column + 1
        if self.current is not None:
            self.current.cells.append((self.column, self.at, _index(attributes.get("s"))))

    def close_row(self) -> None:
        if not self.entered:
            self.enter(self.number + 1)
        row, self.current = self.current, None
        if row is None:
            return
        end = self.at
        there = {column: (at, style) for column, at, style in reversed(row.cells)}
        for column, said in sorted(self.resolved(self.left.pop(self.number), row).items()):
            self.found.cells[self.number, column] = said
            if column in there:
                at, style = there[column]
                self.found.edit(at).attributes[b"s"] = b"%d" % self.paint(style, said)
                continue
            cell = self.cell(column, said, row.attributes)
            behind = next((at for other, at, _ in row.cells if other > column), end)
            if row.cells:
                self.found.edit(behind).before += cell
            else:
                self.found.edit(row.at).inside += cell
            if "spans" in row.attributes:
                self.found.edit(row.at).attributes[b"spans"] = None

    def resolved(self, wanted: Mapping[int, list[T]], row: _Row) -> dict[int, list[T]]:
        """What is said by column, that of the whole row at its first cell in use, before what is said there."""
        said = {column: items for column, items in wanted.items() if column != WHOLE_ROW}
        if WHOLE_ROW in wanted:
            first = row.used or (row.cells[0][0] if row.cells else 1)
            said[first] = [*wanted[WHOLE_ROW], *said.get(first, [])]
        return said

    def cell(self, column: int, said: list[T], row: Mapping[str, str]) -> bytes:
        """A cell that was not there, in the style of its row or column."""
        base = self.found.grid.style(column)
        if row.get("customFormat") in ("1", "true"):
            base = _index(row.get("s"))
        return f'<{self.prefix}c r="{column_letters(column)}{self.number}" s="{self.paint(base, said)}"/>'.encode()

    def close_data(self) -> None:
        self.in_data = False
        end = self.at
        empty = self.number == 0
        for number in sorted(self.left):
            self.number = number
            said = self.resolved(self.left.pop(number), _Row(0, {}))
            cells = b"".join(self.cell(column, said[column], {}) for column in sorted(said))
            row = f'<{self.prefix}row r="{number}">'.encode() + cells + f"</{self.prefix}row>".encode()
            self.found.cells.update({(number, column): items for column, items in said.items()})
            if empty:
                self.found.edit(self.data_at).inside += row
            else:
                self.found.edit(self.before.get(number, end)).before += row


def _index(given: str | None) -> int:
    """A cell style's number. Raises ExpatError for what is none."""
    if given is None:
        return 0
    if not given.isdecimal() or len(given) > 9:
        raise ExpatError("a cell style that is no number")
    return int(given)
