"""Lines of an official text as clauses: which of them are numbered, how deep, and with which number.

A number at the beginning of a line makes a clause only where it has a place: `๑.๒` after `๑.๑`, `(๑)` below anything,
but not the `๓.๕` of "๓.๕ ล้านบาท". What has no place stays text, number and all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from .clause_marks import Form, Mark, mark_of


class Clause(NamedTuple):
    """A line of the text, without its mark. depth: from 1; 0 for a paragraph that is no clause. form: None for such.

    numbers: of its place, with those of the levels above where the form shows them; () for a bullet. typed: the numbers
    that were typed, where they are others. begins: its list begins here with a number of its own choice (mostly 1), as
    one that has a place already would not.
    """

    text: str
    depth: int = 0
    form: Form | None = None
    numbers: tuple[int, ...] = ()
    typed: tuple[int, ...] | None = None
    begins: bool = False

    def __str__(self) -> str:
        return self.text


class Outline(tuple[Clause, ...]):
    """The clauses of a text, in order; what a template shows as numbered paragraphs."""

    __slots__ = ()


class _Level(NamedTuple):
    """An open list: its form, and the numbers of its last clause."""

    form: Form
    numbers: tuple[int, ...]


def outline(lines: Iterable[str]) -> Outline:
    """The clauses of `lines`, one for each that is not blank."""
    levels: list[_Level] = []
    made = []
    for line in lines:
        text = line.strip()
        if not text:
            continue
        mark = mark_of(text)
        clause = None if mark is None else _placed(mark, text[mark.length :], levels)
        made.append(clause or Clause(text))
    return Outline(made)


def _placed(mark: Mark, text: str, levels: list[_Level]) -> Clause | None:
    """The clause of a marked line, and the open lists as it leaves them; None where the mark has no place."""
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
