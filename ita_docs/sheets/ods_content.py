"""The content of an .ods document as events: its tables, their rows and the values of their cells."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any

from .limits import Limits
from .markup import new_parser
from .model import CellError, Span, Value, marked_text
from .ods_spans import NO_LOOK, Look, Said, look_of, runs_of, under
from .ods_table import Block, Table
from .refusals import too_large
from .serials import iso_moment, number

_URIS = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_BREAK = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
"""A line break of the file, which is a space of the text. Runs of spaces are kept: LibreOffice Calc writes them so."""
_ERROR = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+")
_DURATION = re.compile(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?)?")
_HIDDEN = ("collapse", "filter")
_DAY = timedelta(days=1)


class ContentReader:
    """Feed it `content.xml`; `tables` grows, and `ready` receives what rows were read, in document order.

    `durations` are the time styles declared elsewhere that count past 24 hours.

    Raises, while fed: WorkbookError over the limits, ExpatError for what is not well-formed.
    """

    def __init__(self, book: str | None, limits: Limits, durations: frozenset[str] = frozenset()) -> None:
        self.tables: list[Table] = []
        self.ready: list[Block] = []
        self._book = book
        self._limits = limits
        self._names: dict[str, str] = {}
        self._prefixes: dict[str, str] = {}
        self._usual = True
        """Whether the document uses the usual prefixes, as all known writers do."""
        self._inside = False
        """Whether a sheet is open; tables within its cells are skipped with what else is no text."""
        self._skipping = 0
        """How many elements are open since one whose content is no cell text: a comment, a drawing."""
        self._style = self._family = ""
        self._looks: dict[str, Said] = {}
        """Whether a style of text makes it bold and underlined; None where it does not say."""
        self._hidden_tables: set[str] = set()
        self._durations = set(durations)
        self._duration_styles: set[str] = set()
        self._hidden_groups: list[bool] = []
        self._row = self._column = 0
        self._row_attributes: dict[str, str] = {}
        self._row_cells: dict[int, Value] = {}
        self._column_styles: list[tuple[int, str]] = []
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[list[str]] = []
        self._spans: list[Look] = []
        """The looks of the spans that are open."""
        self._marked: dict[tuple[int, int], Look] = {}
        """The looks of the pieces of text that have one, by paragraph and place in it."""
        self._length = 0
        self._parser: Any = new_parser()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, final: bool = False) -> None:
        """The next bytes of the part."""
        self._parser.Parse(chunk, final)

    def _name(self, tag: str) -> str:
        """The tag or attribute with the usual prefix, whatever the document calls it."""
        prefix, colon, local = tag.partition(":")
        name = f"{self._prefixes.get(prefix, prefix)}:{local}" if colon else tag
        self._names[tag] = name
        return name

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if not self._names:
            self._prefixes = {
                key.removeprefix("xmlns:"): _URIS[uri]
                for key, uri in given.items()
                if key.startswith("xmlns:") and uri in _URIS
            }
            self._usual = all(prefix == usual for prefix, usual in self._prefixes.items())
        names = self._names
        name = names.get(tag) or self._name(tag)
        if self._skipping:
            self._skipping += 1
            return
        attributes = given
        if not self._usual:
            attributes = {names.get(key) or self._name(key): value for key, value in given.items()}
        if self._cell is not None:
            self._start_in_cell(name, attributes)
        elif self._inside:
            self._start_in_table(name, attributes)
        elif name == "table:table":
            self._open_table(attributes)
        else:
            self._start_outside(name, attributes)

    def _open_table(self, attributes: dict[str, str]) -> None:
        hidden = attributes.get("table:style-name", "") in self._hidden_tables
        self.tables.append(Table(attributes.get("table:name", ""), hidden))
        self._inside = True
        self._row = 0
        self._column_styles = []
        self._hidden_groups = []

    def _start_in_table(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-cell":
            self._cell = attributes
            self._paragraphs.clear()
            if self._marked:
                self._marked.clear()
            self._length = 0
        elif name == "table:covered-table-cell":
            self._column += _repeat(attributes, "table:number-columns-repeated")
            self._skipping = 1
        elif name == "table:table-row":
            self._row_attributes = attributes
            self._row_cells = {}
            self._column = 0
        elif name == "table:table-column":
            last = self._column_styles[-1][0] if self._column_styles else 0
            style = attributes.get("table:default-cell-style-name", "")
            self._column_styles.append((last + _repeat(attributes, "table:number-columns-repeated"), style))
        elif name == "table:table-row-group":
            self._hidden_groups.append(attributes.get("table:display") == "false")
        elif name == "table:table-source":
            self.tables[-1].external = True
        elif name in ("table:shapes", "office:forms", "table:table"):
            self._skipping = 1

    def _start_outside(self, name: str, attributes: dict[str, str]) -> None:
        """Which styles hide a table, and which show a time as a duration."""
        if name in ("table:dde-links", "table:tracked-changes"):
            self._skipping = 1
        elif name == "style:style":
            self._style, self._family = attributes.get("style:name", ""), attributes.get("style:family", "")
            if attributes.get("style:data-style-name") in self._durations:
                self._duration_styles.add(self._style)
        elif name == "style:table-properties":
            if attributes.get("table:display") == "false":
                self._hidden_tables.add(self._style)
        elif name == "style:text-properties":
            if self._family == "text":
                self._looks[self._style] = look_of(attributes)
        elif name == "number:time-style" and attributes.get("number:truncate-on-overflow") == "false":
            self._durations.add(attributes.get("style:name", ""))

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name == "text:p" or name == "text:h":
            self._paragraphs.append([])
        elif name == "text:span":
            said = self._looks.get(attributes.get("text:style-name", ""), (None, None))
            self._spans.append(under(self._spans[-1] if self._spans else NO_LOOK, said))
        elif name == "text:s":
            self._put(" " * min(_repeat(attributes, "text:c"), self._limits.text + 1), literal=True)
        elif name == "text:tab":
            self._put("\t", literal=True)
        elif name == "text:line-break":
            self._put("\n", literal=True)
        elif not name.startswith("text:") or name in ("text:ruby-text", "text:note"):
            self._skipping = 1

    def _text(self, text: str) -> None:
        if self._cell is not None and not self._skipping:
            self._put(text)

    def _put(self, text: str, literal: bool = False) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        if not literal and ("\n" in text or "\r" in text):
            text = _BREAK.sub(lambda found: " " if paragraph or found.start() else "", text)
        self._length += len(text)
        if self._length > self._limits.text:
            raise too_large(self._book, "จำนวนตัวอักษรในช่องเดียว", self._limits.text)
        if text:
            if self._spans and any(self._spans[-1]):
                self._marked[len(self._paragraphs) - 1, len(paragraph)] = self._spans[-1]
            paragraph.append(text)

    def _end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        name = self._names[tag]
        if self._cell is not None:
            if name == "table:table-cell":
                self._close_cell(self._cell)
                self._cell = None
            elif name == "text:span":
                self._spans.pop()
        elif not self._inside:
            return
        elif name == "table:table-row":
            self._close_row()
        elif name == "table:table-row-group":
            self._hidden_groups.pop()
        elif name == "table:table":
            self._inside = False

    def _close_cell(self, attributes: dict[str, str]) -> None:
        repeat = _repeat(attributes, "table:number-columns-repeated")
        first = self._column + 1
        self._column += repeat
        if "table:number-columns-spanned" in attributes or "table:number-rows-spanned" in attributes:
            columns = _repeat(attributes, "table:number-columns-spanned")
            rows = _repeat(attributes, "table:number-rows-spanned")
            if columns > 1 or rows > 1:
                self.tables[-1].merged.append(Span(self._row + 1, first, self._row + rows, first + columns - 1))
        value = self._value(attributes, first)
        if value is None or value == "":
            return
        if self._column > self._limits.columns:
            raise too_large(self._book, "จำนวนคอลัมน์", self._limits.columns)
        for column in range(first, first + repeat):
            self._row_cells[column] = value

    def _value(self, attributes: dict[str, str], column: int) -> Value:
        get = attributes.get
        kind = get("office:value-type")
        if kind == "float" and "table:formula" not in attributes and "office:value" in attributes:
            return number(attributes["office:value"])
        text = "\n".join(["".join(paragraph) for paragraph in self._paragraphs])
        if get("calcext:value-type") == "error" or ("table:formula" in attributes and _ERROR.fullmatch(text)):
            return CellError(text)
        if kind in ("float", "percentage", "currency"):
            return number(get("office:value", text))
        if kind == "date":
            return iso_moment(get("office:date-value", text))
        if kind == "time":
            return self._time(get("office:time-value", ""), get("table:style-name"), column, text)
        if kind == "boolean":
            return get("office:boolean-value") == "true"
        if kind is None and not self._paragraphs and "table:formula" in attributes:
            self.tables[-1].uncalculated.append((self._row + 1, column))
        if self._marked and text:
            return marked_text(runs_of(self._paragraphs, self._marked))
        return text or get("office:string-value")

    def _time(self, written: str, style: str | None, column: int, text: str) -> Value:
        match = _DURATION.fullmatch(written)
        if not match:
            return text
        sign, days, hours, minutes, seconds, fraction = match.groups()
        try:
            length = timedelta(int(days or 0), int(seconds or 0), 0, round(float(f"0.{fraction or 0}") * 1000))
            length += timedelta(minutes=int(minutes or 0), hours=int(hours or 0))
        except (OverflowError, ValueError):
            return text
        if style is None:
            style = next((style for last, style in self._column_styles if column <= last), "")
        if sign or length >= _DAY or style in self._duration_styles:
            return -length if sign else length
        return (datetime.combine(datetime.min, time.min) + length).time()

    def _close_row(self) -> None:
        repeat = _repeat(self._row_attributes, "table:number-rows-repeated")
        first = self._row + 1
        self._row += repeat
        cells = self._row_cells
        if not cells:
            return
        table = self.tables[-1]
        table.cells += len(cells) * repeat
        if self._row > self._limits.rows:
            raise too_large(self._book, "จำนวนแถว", self._limits.rows)
        if table.cells > self._limits.cells:
            raise too_large(self._book, "จำนวนช่องที่มีข้อมูลในแผ่นงานเดียว", self._limits.cells)
        hidden = self._row_attributes.get("table:visibility") in _HIDDEN or any(self._hidden_groups)
        self.ready.append(Block(len(self.tables) - 1, first, repeat, cells, hidden))


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name)
    if text is None:
        return 1
    return max(int(text), 1) if text.isdecimal() and len(text) < 16 else 1
