"""Lines of an official text as clauses: which of them are numbered, how deep, and with which number.

A number at the beginning of a line makes a clause only where it has a place: `๑.๒` after `๑.๑`, `(๑)` below anything,
but not the `๓.๕` of "๓.๕ ล้านบาท". What has no place stays text, number and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..thai.numerals import to_thai
from .clause_marks import Form, Mark, mark_of, written
from .emphasis import Emphasized, emphasized

LEVELS: tuple[tuple[Form, int], ...] = (("1.", 1), ("1.", 2), ("1.", 3), ("1)", 1), ("(1)", 1), ("ก.", 1), ("-", 0))
"""What the levels 1, 2, 3 … of a text in rows look like: a form, and how many numbers it shows (๑. ๑.๑ ๑.๑.๑ ๑) …)."""
PARAGRAPH, HEADING = 0, -1
"""The levels of a row that is no clause."""
_ARABIC = re.compile("[0-9]")


class Clause(NamedTuple):
    """A line of the text, without its mark. depth: from 1; 0 for a paragraph that is no clause. form: None for such.

    numbers: of its place, with those of the levels above where the form shows them; () for a bullet. typed: the numbers
    that were typed, where they are others. begins: its list begins here with a number of its own choice (mostly 1), as
    one that has a place already would not. arabic: its number was typed in Arabic digits.
    """

    text: Emphasized
    depth: int = 0
    form: Form | None = None
    numbers: tuple[int, ...] = ()
    typed: tuple[int, ...] | None = None
    begins: bool = False
    arabic: bool = False

    def __str__(self) -> str:
        return str(self.text)

    @property
    def heading(self) -> bool:
        """Whether all of it is bold: it heads what follows."""
        return self.text.bold


class _Level(NamedTuple):
    """An open list: its form, and the numbers of its last clause."""

    form: Form
    numbers: tuple[int, ...]


class Numbering:
    """The open lists of a text that is read line by line."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []

    def clause(self, line: Emphasized, level: int | None = None) -> Clause:
        """The next line. level: 1, 2, 3 … of `LEVELS` where the line is said to be one; else its mark tells."""
        text = line.trimmed()
        if level in (PARAGRAPH, HEADING):
            return Clause(text if level == PARAGRAPH else text.emboldened())
        mark = mark_of(text)
        if level is None:
            clause = None if mark is None else self._placed(mark, text.piece(mark.length))
        else:
            form, size = LEVELS[min(level, len(LEVELS)) - 1]
            said = mark if mark is not None and (mark.form, len(mark.numbers)) == (form, size) else None
            due = self._due(form, size)
            clause = self._placed(Mark(form, due, 0), text if said is None else text.piece(said.length))
            if clause is not None and said is not None and said.numbers != due:
                clause = clause._replace(typed=said.numbers)
            mark = said
        if clause is None:
            return Clause(text)
        return clause._replace(arabic=mark is not None and _ARABIC.search(text[: mark.length]) is not None)

    def _due(self, form: Form, size: int) -> tuple[int, ...]:
        """The numbers of the next clause of that form below the open lists."""
        if form == "-":
            return ()
        above: tuple[int, ...] = ()
        if size > 1:
            uppers = [level.numbers for level in self._levels if level.form == form and len(level.numbers) < size]
            above = uppers[-1] if uppers else ()
        same = (level for level in self._levels if level.form == form and level.numbers[:-1] == above)
        last = next(same, None)
        return (*above, 1 if last is None else last.numbers[-1] + 1)

    def _placed(self, mark: Mark, text: Emphasized) -> Clause | None:
        """The clause of a marked line, and the open lists as it leaves them; None where the mark has no place."""
        levels = self._levels
        at = next((index for index, level in enumerate(levels) if _same_list(level, mark)), None)
        if at is not None:
            last = levels[at].numbers
            place = _next(mark, last)
            if place is None:
                return None
            del levels[at:]
            begins = place == mark.numbers and mark.numbers[-1:] == (1,)
        else:
            above = len(mark.numbers) > 1
            parent = next((index for index, level in enumerate(levels) if level == ("1.", mark.numbers[:-1])), None)
            if above and parent is not None:
                del levels[parent + 1 :]
            starts = mark.form == "-" or mark.numbers[-1] == 1
            # the first list may go on from another text; below others, or by letters, a list begins at its beginning
            if not starts and (levels or "ก" in mark.form or above):
                return None
            if above and parent is None and levels:
                return None
            place, begins = mark.numbers, True
        levels.append(_Level(mark.form, place))
        typed = mark.numbers if mark.numbers != place else None
        return Clause(text, len(levels), mark.form, place, typed, begins)


def outline(lines: Iterable[str]) -> tuple[Clause, ...]:
    """The clauses of `lines`, one for each that is not blank."""
    numbering = Numbering()
    return tuple(numbering.clause(emphasized(line)) for line in lines if line.strip())


def mark_written(clause: Clause, numbers: tuple[int, ...] | None = None) -> str:
    """The mark of a clause, in the digits that were typed; with other `numbers` where given. "" for a paragraph."""
    if clause.form is None:
        return ""
    mark = written(clause.form, clause.numbers if numbers is None else numbers)
    return mark if clause.arabic else to_thai(mark)


def _same_list(level: _Level, mark: Mark) -> bool:
    """Whether a mark is one of an open list: written in the same way, below the same numbers."""
    return level.form == mark.form and level.numbers[:-1] == mark.numbers[:-1]


def _next(mark: Mark, last: tuple[int, ...]) -> tuple[int, ...] | None:
    """The numbers of the next clause of a list whose last one has `last`; None where the mark cannot be that.

    One number too few or too many is a slip, and 1 a list that begins anew; letters are seldom a slip, but often an
    abbreviation (ม. is มาตรา).
    """
    if mark.form == "-":
        return ()
    number, due = mark.numbers[-1], last[-1] + 1
    if number in (1, due):
        return mark.numbers
    if "ก" in mark.form or number not in (due - 1, due + 1):
        return None
    return (*last[:-1], due)
