"""The plain rows of a worksheet, read without an XML parser: a subset that is recognised whole or not at all.

What Excel, LibreOffice and openpyxl write for numbers, dates and shared strings is one fixed form. A run of rows in
exactly this form gives the same cells as the parser would, in two thirds of its time; any other byte in it, and the
run goes to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from .model import Value
from .number_formats import Clock
from .serials import number, shown
from .xlsx_strings import unescaped

REMEMBERED = 4096
"""How many different dates a reading remembers: they repeat, and cost more to make than to look up."""
_FORMULA = r"(?:<f(?: [^<>]*)?(?:/>|>[^<]*</f>))?"
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="(s|n|b|str)")?'
    rf'(?:/>|>{_FORMULA}<v>([^<&]+)</v></c>|(?<=t="str")>{_FORMULA}<v></v></c>)|(.)'
)
"""Column, style, type, value; the fifth group catches what is not of this form."""
_ROW = re.compile(r'<row r="([1-9][0-9]{0,14})"([^<>]*)(?:/>|(?<!/)>(.*?)</row>)')
_ROW_END = b"</row>"
_LONGEST_ROW = 1 << 22
"""In bytes; what has no end of a row for so long is no plain sheet."""
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w-]+)""")
_UTF_8 = (b"utf-8", b"us-ascii", b"ascii")
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How a part in UTF-16 begins."""
_NOT_PLAIN = ("<!", "<?", "\r", "\n")
_HIDDEN = re.compile(r' (?:hidden="(?:1|true)"|ht="0(?:\.0)?")')

PlainRow = tuple[int, dict[int, Value], bool]
"""Row number, cells, whether hidden."""


def pieces(chunks: Iterable[bytes], enough: Callable[[], bool] = lambda: False) -> Iterator[tuple[bytes, bool]]:
    """The same bytes cut after a row wherever possible; True marks a piece that begins and ends so.

    The first piece never does, nor does any once there is a comment, a CDATA section or an encoding other than UTF-8,
    or once it is `enough`.
    """
    rest = b""
    first = True
    parts = iter(chunks)
    for chunk in parts:
        rest += chunk
        if first and (encoding := _ENCODING.search(rest[:200])) and encoding[1].lower() not in _UTF_8:
            break
        if rest.startswith(UTF_16) or b"<!" in rest or len(rest) > _LONGEST_ROW:
            break
        cut = rest.rfind(_ROW_END) + len(_ROW_END)
        if cut >= len(_ROW_END):
            yield rest[:cut], not first
            rest = rest[cut:]
            first = False
        if b"</sheetData" in rest or enough():
            break
    yield rest, False
    for chunk in parts:
        yield chunk, False


def plain_rows(
    text: str,
    columns: dict[str, int],
    strings: list[str],
    moment_of: Mapping[str, dict[str, Value]],
    longest: int,
) -> list[PlainRow] | None:
    """The rows of `text`, which is a run of whole `row` elements; None if it is not all of the plain form."""
    if any(mark in text for mark in _NOT_PLAIN):
        return None
    rows: list[PlainRow] = []
    at = 0
    try:
        for match in _ROW.finditer(text):
            if match.start() != at:
                return None
            at = match.end()
            given, attributes, inner = match.groups()
            cells: dict[int, Value] = {}
            for letters, style, kind, value, other in _CELL.findall(inner or ""):
                if kind == "s":
                    if value and (shared := strings[int(value)]):
                        cells[columns[letters]] = shared
                elif not value:
                    if other:
                        return None
                elif kind == "str":
                    if len(value) > longest:
                        return None
                    cells[columns[letters]] = unescaped(value) if "_x" in value else value
                elif kind == "b":
                    cells[columns[letters]] = value.strip() in ("1", "true")
                elif style in moment_of:
                    cells[columns[letters]] = moment_of[style][value]
                elif value.isdecimal() and len(value) < 16:
                    cells[columns[letters]] = int(value)
                elif not value.isspace():
                    cells[columns[letters]] = number(value)
            hidden = ("hidden" in attributes or " ht=" in attributes) and _HIDDEN.search(attributes) is not None
            rows.append((int(given), cells, hidden))
    except (KeyError, IndexError, ValueError):
        return None
    return rows if at == len(text) else None


class Moments(dict[str, Value]):
    """The moments that numbers, as written, show in formats of one clock; made when first asked for."""

    __slots__ = ("_clock", "_from_1904")

    def __init__(self, clock: Clock, from_1904: bool) -> None:
        super().__init__()
        self._clock = clock
        self._from_1904 = from_1904

    def __missing__(self, text: str) -> Value:
        plain = number(text)
        moment = plain if isinstance(plain, str) else shown(float(plain), self._clock, self._from_1904)
        if len(self) < REMEMBERED:
            self[text] = moment
        return moment
