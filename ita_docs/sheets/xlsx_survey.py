"""What a worksheet says outside its cells, found without parsing them: merged ranges, whether to look closer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .markup import new_parser, parse
from .model import Span
from .xlsx_lexer import UTF_16
from .xlsx_rows import DIGITS, column_number, row_of

_OPENING = re.compile(rb"<((?:[\w.-]+:)?sheetData)(?=[\s/>])")
_NO_VALUE = re.compile(
    rb"(?:</(?:[\w.-]+:)?f>|<(?:[\w.-]+:)?f(?:\s[^<>]*)?/>)\s*"
    rb"(?:<(?:[\w.-]+:)?v\s*/>|<(?:[\w.-]+:)?v>\s*</(?:[\w.-]+:)?v>)?\s*</(?:[\w.-]+:)?c>"
)
"""A formula without a value, or with an empty text for value: a hint only, the reader decides."""
_END_OF_F = re.compile(rb"f[>\s/]")
"""What each of these has; most sheets have hardly the letter, and one letter is found fastest."""
_CARRY = 256


@dataclass(slots=True)
class Survey:
    """The merged ranges of a sheet, and whether it may hold formulas that were never calculated."""

    merged: list[Span] = field(default_factory=list)
    suspicious: bool = False


def survey(chunks: Iterable[bytes]) -> Survey:
    """Survey a worksheet part: it is uncompressed once, and only what surrounds its cells is parsed.

    Raises: ExpatError, WorkbookError.
    """
    found = Survey()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == "mergeCell" and (span := _span(attributes.get("ref", ""))):
            found.merged.append(span)

    parser = new_parser()
    parser.StartElementHandler = start
    parse(parser, _around_cells(chunks, found))
    return found


def _around_cells(chunks: Iterable[bytes], found: Survey) -> Iterator[bytes]:
    """The document with the content of its `sheetData` left out."""
    pieces = iter(chunks)
    head = b""
    for piece in pieces:
        head += piece
        if head.startswith(UTF_16):
            found.suspicious = True
            yield head
            yield from pieces
            return
        if opening := _OPENING.search(head):
            break
    else:
        yield head
        return
    while (gap := head.find(b">", opening.end())) < 0 and (piece := next(pieces, b"")):
        head += piece
    yield head[: gap + 1]
    rest = head[gap + 1 :]
    if head[gap - 1 : gap] != b"/":
        closing = b"</" + opening[1]
        while (at := rest.find(closing)) < 0:
            found.suspicious = found.suspicious or _lacks_value(rest)
            piece = next(pieces, b"")
            if not piece:
                return
            rest = rest[-_CARRY:] + piece
        found.suspicious = found.suspicious or _lacks_value(rest[:at])
        rest = rest[at:]
    yield rest
    yield from pieces


def _lacks_value(cells: bytes) -> bool:
    return _END_OF_F.search(cells) is not None and _NO_VALUE.search(cells) is not None


def _span(reference: str) -> Span | None:
    first, _, last = reference.replace("$", "").partition(":")
    corners = [(row_of(corner), column_number(corner.rstrip(DIGITS))) for corner in (first, last or first)]
    if any(row < 1 or column < 1 for row, column in corners):
        return None
    (top, left), (bottom, right) = corners
    return Span(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
