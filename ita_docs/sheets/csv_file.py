"""A .csv, .tsv or .txt file: one sheet of texts, in UTF-8, UTF-16 or Windows-874."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Generator, Iterator
from io import TextIOWrapper

from .keeping import KeptRows
from .limits import Limits
from .model import CellError, Row, Sheet, Value, Workbook
from .refusals import refusing, too_large, unreadable
from .source import Source

DELIMITERS = ",;\t"
"""In order of preference where all fit alike."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GUESSES = ("utf-8", "cp874")
_CHUNK = 1 << 16
_SAMPLE = 1 << 16
"""How much of the text decides on the delimiter, in characters."""
_LINE = 1 << 26
"""Longest physical line, in characters."""
_QUOTED = re.compile(r'(?<![^,;\t\r\n])"[^"]*(?:""[^"]*)*(?:"|\Z)')
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3}")
"""What Excel and LibreOffice write for a cell whose formula failed: the file has no other way to say it."""
_DECLARED = re.compile(r"sep=(.)\s*$")
"""Excel's own first line that names the delimiter; it shows no such row."""


def read_csv(source: Source, limits: Limits) -> Workbook:
    """The only sheet of a text file, named for the file; a row's number is that of its record, as in a spreadsheet.

    Raises: WorkbookError for a text in no known encoding, or over the limits.
    """
    encoding = _encoding(source, limits)
    with refusing(source.name, source.path), source.open() as file:
        sample = TextIOWrapper(file, encoding, newline="").read(_SAMPLE)
    declared = _DECLARED.match(sample.splitlines()[0] if sample else "")
    delimiter = declared[1] if declared else _delimiter(sample)
    rows = KeptRows(lambda: _rows(source, encoding, delimiter, declared is not None, limits))
    return Workbook(source.name, (Sheet(source.stem or "CSV", rows, book=source.name),), single=True)


def _encoding(source: Source, limits: Limits) -> str:
    with refusing(source.name, source.path), source.open() as file:
        head = file.read(4)
    marked = next((encoding for bom, encoding in _BOMS if head.startswith(bom)), None)
    for encoding in (marked,) if marked else _GUESSES:
        if _decodes(source, encoding, limits):
            return encoding
    raise unreadable(source.name, "ไม่ใช่ข้อความ UTF-8 หรือ Windows-874")


def _decodes(source: Source, encoding: str, limits: Limits) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    size = 0
    with refusing(source.name, source.path), source.open() as file:
        while True:
            chunk = file.read(_CHUNK)
            size += len(chunk)
            if size > limits.part_bytes:
                raise too_large(source.name, "ขนาดไฟล์ (ไบต์)", limits.part_bytes)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                return False
            if "\0" in text:
                raise unreadable(source.name, "ไม่ใช่ไฟล์ข้อความ")
            if not chunk:
                return True


def _delimiter(sample: str) -> str:
    """The delimiter that most lines have equally often, outside quotes; then the one they have most often."""
    lines = [line for line in _QUOTED.sub("", sample).splitlines()[:50] if line.strip()]
    best, most = DELIMITERS[0], (0, 0)
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines if delimiter in line)
        score = max(((agreeing, count) for count, agreeing in counts.items()), default=(0, 0))
        if score > most:
            best, most = delimiter, score
    return best


def _rows(source: Source, encoding: str, delimiter: str, declared: bool, limits: Limits) -> Generator[Row, None, None]:
    if csv.field_size_limit() < limits.text + 1:
        csv.field_size_limit(limits.text + 1)
    total = 0
    with refusing(source.name, source.path), source.open() as file, TextIOWrapper(file, encoding, newline="") as text:
        lines = _lines(text, source.name)
        if declared:
            next(lines)
        records = csv.reader(lines, delimiter=delimiter)
        number = 0
        while True:
            try:
                record = next(records)
            except StopIteration:
                return
            except csv.Error as error:
                raise too_large(source.name, "จำนวนตัวอักษรในช่องเดียว", limits.text) from error
            number += 1
            cells: dict[int, Value] = {column: _value(field) for column, field in enumerate(record, start=1) if field}
            if not cells:
                continue
            total += len(cells)
            if number > limits.rows:
                raise too_large(source.name, "จำนวนแถว", limits.rows)
            if max(cells) > limits.columns:
                raise too_large(source.name, "จำนวนคอลัมน์", limits.columns)
            if total > limits.cells:
                raise too_large(source.name, "จำนวนช่องที่มีข้อมูลในแผ่นงานเดียว", limits.cells)
            if len(max(record, key=len)) > limits.text:
                raise too_large(source.name, "จำนวนตัวอักษรในช่องเดียว", limits.text)
            yield Row(number, cells)


def _value(field: str) -> Value:
    return CellError(field) if field[0] in "#E" and _ERROR.fullmatch(field) else field


def _lines(text: TextIOWrapper, name: str | None) -> Iterator[str]:
    while line := text.readline(_LINE):
        if len(line) == _LINE:
            raise too_large(name, "จำนวนตัวอักษรในบรรทัดเดียว", _LINE)
        yield line
