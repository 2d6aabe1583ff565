"""The rows of one worksheet part of an .xlsx, streamed."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..problems import column_letters
from .limits import Limits
from .markup import new_parser
from .model import CellError, Row, Run, Value
from .number_formats import Clock
from .refusals import refusing, too_large
from .serials import iso_moment, number
from .xlsx_lexer import Moments, pieces, plain_rows
from .xlsx_strings import TEXT_OF_A_CELL, is_bold, is_underlined, rich_text, unescaped

DIGITS = "0123456789"
COLUMNS = {column_letters(column): column for column in range(1, 703)}
"""Letters → column number for A to ZZ; others are worked out when met."""
PATIENCE = 4
"""How many runs of rows may turn out not to be plain, beyond those that were, before that is no longer tried."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the cells of a workbook refer to: its shared strings, its date styles, its calendar."""

    book: str | None
    strings: list[str]
    clocks: dict[str, Clock]
    from_1904: bool
    limits: Limits


def column_number(letters: str) -> int:
    """The 1-based number of column `letters`, 0 for what is no column. `$` and case do not matter."""
    column = 0
    for letter in letters.replace("$", "").upper():
        if not "A" <= letter <= "Z" or column > 1_000_000:
            return 0
        column = column * 26 + ord(letter) - 64
    return column


def row_of(reference: str) -> int:
    """The row number that a cell's address ends with, 0 where there is none."""
    digits = reference[len(reference.rstrip(DIGITS)) :]
    return int(digits) if 0 < len(digits) < 16 else 0


def worksheet_rows(
    open_part: Callable[[], Generator[bytes, None, None]],
    look: Look,
    uncalculated: list[tuple[int, int]] | None = None,
) -> Generator[Row, None, None]:
    """Every row that has a value, in file order; rows and cells without `r` are counted.

    `uncalculated` receives (row, column) of each formula that was saved without its value.
    Raises WorkbookError: a damaged part, or one over the limits.
    """
    limits, strings, clocks, from_1904 = look.limits, look.strings, look.clocks, look.from_1904
    longest, widest = limits.text, limits.columns
    columns = {letters: column for letters, column in COLUMNS.items() if column <= widest}
    ready: list[Row] = []
    texts: list[str] = []
    inline: list[str] = []
    runs: list[Run] = []
    by_clock = {clock: Moments(clock, from_1904) for clock in set(clocks.values())}
    moments = {style: by_clock[clock] for style, clock in clocks.items()}
    cell: dict[str, str] = {}
    cells: dict[int, Value] = {}
    row_number = total = 0
    row_digits: int | None = None
    hidden = formula = guided = in_data = over = in_run = bold = underlined = False
    patience = PATIENCE
    t_row = t_cell = t_value = t_formula = t_inline = t_text = t_guide = t_data = t_run = t_bold = t_underline = ""

    def root(tag: str, attributes: dict[str, str]) -> None:
        nonlocal t_row, t_cell, t_value, t_formula, t_inline, t_text, t_guide, t_data, t_run, t_bold, t_underline
        prefix = tag.removesuffix(tag.rpartition(":")[2])
        names = ("row", "c", "v", "f", "is", "t", "rPh", "sheetData")
        t_row, t_cell, t_value, t_formula, t_inline, t_text, t_guide, t_data = (prefix + name for name in names)
        t_run, t_bold, t_underline = prefix + "r", prefix + "b", prefix + "u"
        parser.StartElementHandler = start

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal cell, cells, row_number, row_digits, hidden, formula, guided, in_data, in_run, bold, underlined
        if tag == t_value or tag == t_text:  # noqa: SIM109 - a membership test costs a tuple each time
            texts.clear()
        elif tag == t_cell:
            if "r" not in attributes:
                attributes["r"] = f"{column_letters(column_number(cell.get('r', '').rstrip(DIGITS)) + 1)}{row_number}"
            cell = attributes
        elif tag == t_row:
            given = attributes.get("r", "")
            row_number = (int(given) if given.isdecimal() and len(given) < 16 else 0) or row_number + 1
            row_digits = -len(given) or None
            hidden = attributes.get("hidden") in ("1", "true") or attributes.get("ht") in ("0", "0.0")
            cell = {}
            cells = {}
            texts.clear()
        elif tag == t_formula:
            formula = True
        elif tag == t_inline:
            inline.clear()
        elif tag == t_guide:
            guided = True
        elif tag == t_data:
            in_data = True
        elif tag == t_run:
            in_run, bold, underlined = True, False, False
        elif tag == t_bold:
            bold = is_bold(attributes)
        elif tag == t_underline:
            underlined = is_underlined(attributes)

    def end(tag: str) -> None:
        nonlocal formula, guided, over, in_run
        if tag == t_value:
            text = texts[0] if len(texts) == 1 else "".join(texts)
            get = cell.get
            kind = get("t")
            column = columns.get(get("r", "")[:row_digits]) or where()
            if kind == "s":
                try:
                    value = strings[int(text)]
                except (ValueError, IndexError):
                    cells[column] = CellError("#REF!")
                else:
                    if value:
                        cells[column] = value
            elif kind is None or kind == "n":
                style = get("s")
                if style in moments:
                    if text and not text.isspace():
                        cells[column] = moments[style][text]
                elif text.isdecimal() and len(text) < 16:
                    cells[column] = int(text)
                elif text and not text.isspace():
                    cells[column] = number(text)
            else:
                put_other(column, kind, text)
        elif tag == t_cell:
            if formula:
                formula = False
                if uncalculated is not None and cell.get("t", "n") == "n" and (column := where()) not in cells:
                    uncalculated.append((row_number, column))
        elif tag == t_text:
            if not guided:
                inline.extend(texts)
                if in_run:
                    runs.append(Run("".join(texts), bold, underlined))
        elif tag == t_inline:
            column = columns.get(cell.get("r", "")[:row_digits]) or where()
            text = inline[0] if len(inline) == 1 else "".join(inline)
            put_text(column, text)
            if runs:
                if text:
                    cells[column] = rich_text(text, runs)
                runs.clear()
        elif tag == t_row:
            if cells:
                finish_row()
        elif tag == t_guide:
            guided = False
        elif tag == t_run:
            in_run = False
        elif tag == t_data:
            over = True
            parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None

    def where() -> int:
        column = column_number(cell.get("r", "").rstrip(DIGITS)) or max(cells, default=0) + 1
        if column > widest:
            raise too_large(look.book, "จำนวนคอลัมน์", widest)
        return column

    def put_text(column: int, text: str) -> None:
        if len(text) > longest:
            raise too_large(look.book, TEXT_OF_A_CELL, longest)
        if text:
            cells[column] = unescaped(text) if "_x" in text else text

    def put_other(column: int, kind: str, text: str) -> None:
        plain = text.strip()
        if kind == "b" and plain:
            cells[column] = plain in ("1", "true")
        elif kind == "e":
            cells[column] = CellError(plain)
        elif kind == "d" and plain:
            cells[column] = iso_moment(plain)
        else:
            put_text(column, text)

    def finish_row() -> None:
        nonlocal row_number
        if row_digits is None:
            row_number = row_of(cell.get("r", "")) or row_number
        put_row(row_number, cells, hidden)

    def put_row(row_number: int, cells: dict[int, Value], hidden: bool) -> None:
        nonlocal total
        if row_number > limits.rows:
            raise too_large(look.book, "จำนวนแถว", limits.rows)
        total += len(cells)
        if total > limits.cells:
            raise too_large(look.book, "จำนวนช่องที่มีข้อมูลในแผ่นงานเดียว", limits.cells)
        ready.append(Row(row_number, cells, hidden))

    def is_tired() -> bool:
        return patience == 0

    parser: Any = new_parser()
    parser.StartElementHandler = root
    parser.EndElementHandler = end
    parser.CharacterDataHandler = texts.append
    with refusing(look.book), closing(open_part()) as chunks:
        for piece, whole_rows in pieces(chunks, is_tired):
            plain = None
            if whole_rows and in_data and t_row == "row" and patience:
                plain = plain_rows(piece.decode(), columns, strings, moments, longest)
                patience += -1 if plain is None else 1
            if plain is None:
                parser.Parse(piece)
            else:
                for row_number, cells, hidden in plain:
                    if cells:
                        put_row(row_number, cells, hidden)
            yield from ready
            ready.clear()
            if over:
                return
            if len(texts) > 64 and sum(map(len, texts)) > longest:
                raise too_large(look.book, TEXT_OF_A_CELL, longest)
        parser.Parse(b"", True)
        yield from ready
