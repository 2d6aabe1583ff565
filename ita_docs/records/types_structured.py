"""Cells read as structured text: paragraphs, numbered clauses, tables, pictures."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from ..kinds.model import Field
from ..sheets.model import Value
from ..structured.clause_marks import mark_of
from ..structured.emphasis import Emphasized, emphasized
from ..structured.outline import HEADING, LEVELS, PARAGRAPH, Clause, mark_written
from ..structured.text import TextPicture, structured
from ..thai.fault import Fault
from ..thai.numerals import to_arabic
from .plain import plain_text
from .reading import Reading
from .types_files import picture_at
from .types_text import BREAK, cleaned, read_plain

LEVEL = re.compile(f"(?:ระดับ(?:ที่)?)?\\s*([0-{len(LEVELS)}])")
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
    """The lines of a cell, and what was done to it that a clerk should know."""
    text, said = read_plain(_with_tables(value) if type(value) is str else value)
    return [emphasized(line) for line in BREAK.split(text)], said


def _with_tables(text: str) -> str:
    """Lines that have cells apart by tabs, as pasted from a sheet, in the form of a table that is typed."""
    lines = BREAK.split(text)
    if "\t" not in text:
        return text
    made: list[str] = []
    for tabs, same in groupby(lines, key=lambda line: line.strip(" ").count("\t")):
        rows = list(same)
        if tabs and len(rows) > 1:
            rows = [
                "| " + " | ".join(cell.strip().replace("|", "\\|") for cell in row.split("\t")) + " |" for row in rows
            ]
        made += rows
    return "\n".join(made)
