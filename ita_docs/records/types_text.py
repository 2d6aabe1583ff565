"""Cells read as text: one text, lines, a list."""

from __future__ import annotations

import re

from ..kinds.model import Field
from ..sheets.model import Value
from ..structured.clause_marks import mark_of
from ..thai.fault import Fault
from ..thai.text import ZERO_WIDTH, clean
from .plain import era_said, plain_text
from .reading import Reading

BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
NUMBERED = ("1.", "1)", "(1)")
"""The marks that count a list."""
UNSEEN = "▯"
"""What an invisible character is shown as."""
SHOWN = 40
"""Longest piece of a repaired text that is shown, in characters."""


def cleaned(text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text in normal form, and what was done to it that a clerk should know."""
    result = clean(text)
    faults = []
    if result.removed:
        faults.append(Fault("control-characters-removed", {"count": result.removed}))
    if result.repaired:
        before, after = _changed(ZERO_WIDTH.sub(UNSEEN, text), result.text)
        faults.append(Fault("repaired-text", {"before": before, "after": after}))
    return result.text, tuple(faults)


def read_plain(value: Value) -> tuple[str, tuple[Fault, ...]]:
    """Any cell as text, and what is to be told of it."""
    text, said = cleaned(plain_text(value))
    return text, (*said, *era_said(value))


def read_text(value: Value, field: Field) -> Reading:
    """The cell's text, whatever it holds; line breaks in it stay."""
    return Reading(*read_plain(value))


def read_lines(value: Value, field: Field) -> Reading:
    """The lines of the cell that are not blank."""
    text, said = read_plain(value)
    return Reading(_lines(text), said)


def read_list(value: Value, field: Field) -> Reading:
    """The lines of the cell without bullets, and without numbering where it counts 1, 2, 3."""
    text, said = read_plain(value)
    lines = _lines(text)
    marks = [mark_of(line) for line in lines]
    numbers = [
        mark.numbers[0] for mark in marks if mark is not None and mark.form in NUMBERED and len(mark.numbers) == 1
    ]
    first = marks[0] if marks else None
    counted = first is not None and first.numbers == (1,) and numbers == list(range(1, len(numbers) + 1))
    taken = ("-", *NUMBERED) if counted else ("-",)
    texts = []
    for line, mark in zip(lines, marks, strict=True):
        off = mark is not None and mark.form in taken and len(mark.numbers) < 2
        texts.append(line[mark.length :] if mark is not None and off else line)
    return Reading(tuple(texts), said)


def _lines(text: str) -> tuple[str, ...]:
    return tuple([line.strip() for line in text.split("\n") if line.strip()])


def _changed(before: str, after: str) -> tuple[str, str]:
    """The words around the first and the last difference."""
    before, after = before.strip(), after.strip()
    limit = min(len(before), len(after))
    start = next((n for n in range(limit) if before[n] != after[n]), limit)
    end = next((n for n in range(limit - start) if before[-1 - n] != after[-1 - n]), limit - start)
    while start > 0 and not before[start - 1].isspace() and start > limit - end - SHOWN:
        start -= 1
    while end > 0 and not before[len(before) - end].isspace() and len(before) - end - start < SHOWN:
        end -= 1
    pieces = before[start : len(before) - end], after[start : len(after) - end]
    return " ".join(pieces[0].split()), " ".join(pieces[1].split())
