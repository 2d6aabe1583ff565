"""Cells read as structured text: paragraphs, numbered clauses, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from pathlib import Path

from ..kinds.model import Field
from ..sheets.model import RichText, Value
from ..structured.clause_marks import mark_of
from ..structured.emphasis import Emphasized, Span, emphasized, plain
from ..structured.outline import HEADING, LEVELS, PARAGRAPH, Clause, mark_written
from ..structured.text import TextPicture, structured
from ..thai.fault import Fault
from ..thai.numerals import to_arabic
from ..thai.text import mended
from .plain import plain_text
from .reading import Reading
from .types_files import picture_at
from .types_text import BREAK, cleaned, read_plain

LEVEL = re.compile(f"(?:ระดับ(?:ที่)?)?\\s*([0-{len(LEVELS)}])")
TAB = re.compile("\t")
WORDS = {"ย่อหน้า": PARAGRAPH, "ข้อความ": PARAGRAPH, "หัวข้อ": HEADING, "หัวเรื่อง": HEADING}


def read_structured(value: Value, field: Field, folder: Path | None) -> Reading:
    """The cell's text in blocks; a number that does not match its place is told, a missing picture refused."""
    lines, said = _lines(value)
    read = structured(lines)
    faults = [*said, *slips(read.clauses)]
    blocks = []
    for block in read.blocks:
        if isinstance(block, TextPicture):
            path, found = picture_at(block.file, folder)
            faults += [Fault(fault.code, {**fault.detail, "value": block.file}) for fault in found]
            block = block._replace(path=path)
        blocks.append(block)
    return Reading(replace(read, blocks=tuple(blocks)), tuple(faults))


def read_level(value: Value, field: Field) -> Reading:
    """The level of a row: 1, 2, 3 …, the mark that such a clause has (๑.๑), or a word for a paragraph or a heading."""
    text, said = cleaned(plain_text(value))
    typed = to_arabic(text).strip()
    if typed in WORDS:
        return Reading(WORDS[typed], said)
    if found := LEVEL.fullmatch(typed):
        return Reading(int(found[1]), said)
    mark = mark_of(f"{typed} ข้อ")
    shown = None if mark is None else (mark.form, len(mark.numbers))
    if shown in LEVELS:
        return Reading(LEVELS.index(shown) + 1, said)
    return Reading(None, (*said, Fault("not-a-level", {})))


def slips(clauses: tuple[Clause, ...]) -> list[Fault]:
    """What is to be told of clauses whose typed numbers do not match their places."""
    return [
        Fault("clause-renumbered", {"typed": mark_written(one, one.typed), "number": mark_written(one)})
        for one in clauses
        if one.typed is not None
    ]


def _lines(value: Value) -> tuple[list[Emphasized], tuple[Fault, ...]]:
    """The lines of a cell, and what was done to it that a clerk should know. Typed marks count where none are set."""
    text, said = read_plain(value)
    if isinstance(value, RichText):
        return _in_tables(_mended(Emphasized.of(Span(*run) for run in value.runs)).lines(BREAK)), said
    if isinstance(value, str) and "\t" in value:
        lines = _in_tables(_mended(plain(value)).lines(BREAK))
        return [emphasized(line) for line in lines], said
    return [emphasized(line) for line in text.split("\n")], said


def _mended(text: Emphasized) -> Emphasized:
    return Emphasized.of(span._replace(text=mended(span.text)) for span in text.spans)


def _in_tables(lines: Sequence[Emphasized]) -> list[Emphasized]:
    """Lines that have cells apart by tabs, as pasted from a sheet, in the form of a table that is typed.

    Clauses and paragraphs pasted from Word have tabs too: behind the mark, or before the text of every line.
    """
    made: list[Emphasized] = []
    for tabs, same in groupby(lines, key=lambda line: line.strip(" ").count("\t")):
        rows = list(same)
        clauses = len(list(takewhile(_is_clause, rows))) if tabs else 0
        cells = rows[clauses:]
        table = tabs and len(cells) > 1 and not all(map(_is_indented, cells))
        made += map(_spaced, rows[:clauses])
        made += map(_row if table else _spaced, cells)
    return made


def _is_clause(line: Emphasized) -> bool:
    """Whether the line's tabs all stand before its text, at least one of them around its mark."""
    mark = mark_of(line)
    return mark is not None and "\t" not in line[mark.length :].rstrip()


def _is_indented(line: Emphasized) -> bool:
    return "\t" not in line.strip()


def _spaced(line: Emphasized) -> Emphasized:
    return Emphasized.of(span._replace(text=span.text.replace("\t", " ")) for span in line.spans)


def _row(line: Emphasized) -> Emphasized:
    spans = [Span("|")]
    for cell in line.lines(TAB):
        spans += [span._replace(text=span.text.replace("|", "\\|")) for span in cell.spans]
        spans.append(Span("|"))
    return Emphasized.of(spans)
