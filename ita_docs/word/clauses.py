"""The lists that number clauses in Word: one for each text, its levels as deep and written as theirs (ECMA-376
part 1, §17.9).

The numbers are never typed: who puts a clause in between sees the rest counted anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ..structured.clause_marks import Form
from ..structured.outline import Clause

MOST_LEVELS = 9
"""Of a list in Word; what would need more keeps its number as text."""
CLAUSE = "Clause{}"
"""The style of clauses by depth, from 1."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
NUMBERING_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="{_W}"></w:numbering>'
_CLOSED = re.compile(r"<w:numbering([^>]*?)\s*/>")
_AFTER_DEFINITIONS = re.compile("<w:num[ >]|<w:numIdMacAtCleanup|</w:numbering>")
_NUMBER = re.compile(r'<w:(abstractNum|num) [^>]*w:(?:abstractNumId|numId)="(\d+)"')


class _Level(NamedTuple):
    """A level of a list. chain: the levels whose numbers it shows, its own last; start: where it begins."""

    depth: int
    form: Form
    chain: tuple[int, ...]
    start: int = 1


class Lists:
    """The lists of one document, beside those that its template has: `xml` is its numbering part, or `EMPTY`.

    indents: the `w:ind` of the style of each depth, from 1. A level has that of its clauses: Word would keep it
    without, LibreOffice not.
    """

    def __init__(self, xml: str = EMPTY, indents: Mapping[int, str] = MappingProxyType({})) -> None:
        self._xml, self._indents = xml, indents
        found = _NUMBER.findall(xml)
        self._abstract = max((int(number) for kind, number in found if kind == "abstractNum"), default=-1)
        self._number = max((int(number) for kind, number in found if kind == "num"), default=0)
        self._abstracts: list[str] = []
        self._numbers: list[str] = []

    @property
    def grown(self) -> bool:
        """Whether there are lists that the template has not."""
        return bool(self._numbers)

    def xml(self) -> str:
        """The numbering part with all of them; in it every definition comes before every list (§17.9.17)."""
        xml = _CLOSED.sub(r"<w:numbering\1></w:numbering>", self._xml)
        found = _AFTER_DEFINITIONS.search(xml)
        at = len(xml) if found is None else found.start()
        return f"{xml[:at]}{''.join(self._abstracts)}{''.join(self._numbers)}{xml[at:]}"

    def numbered(self, clauses: Sequence[Clause], *, thai: bool = True) -> list[str]:
        """The `w:numPr` of each of `clauses`, all in one list; "" for a paragraph, and for what lies too deep.

        thai: with Thai digits.
        """
        levels, places = _levels(clauses)
        made = []
        if levels:
            self._abstract += 1
            self._abstracts.append(_definition(self._abstract, levels, self._indents, thai))
        number = 0
        counts: list[int | None] = [None] * len(levels)
        for clause, place in zip(clauses, places, strict=True):
            if place is None:
                made.append("")
                continue
            due = _count(counts, place, levels)
            wanted = clause.numbers[-1] if clause.numbers else due
            if number == 0 or wanted != due:
                counts[place] = wanted
                number = self._list(place, None if wanted == due else wanted)
            made.append(f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>')
        return made

    def _list(self, level: int, start: int | None) -> int:
        """A list of the last definition, its `level` beginning at `start`: its number."""
        self._number += 1
        override = ""
        if start is not None:
            override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self._numbers.append(
            f'<w:num w:numId="{self._number}"><w:abstractNumId w:val="{self._abstract}"/>{override}</w:num>'
        )
        return self._number


def _levels(clauses: Iterable[Clause]) -> tuple[list[_Level], list[int | None]]:
    """The levels that a list of the clauses needs, upper ones first, and the level of each clause."""
    found: list[tuple[int, Form, int]] = []
    for clause in clauses:
        if clause.form is None:
            continue
        size = len(clause.numbers)
        # numbers that are shown but have no clause of their own need a level too
        for part in range(1, size):
            if not any(kept[1:] == ("1.", part) and kept[0] < clause.depth for kept in found):
                found.append((-1, "1.", part))
        if (clause.depth, clause.form, size) not in found:
            found.append((clause.depth, clause.form, size))
    order = sorted(found, key=lambda key: (key[0], key[2]))[:MOST_LEVELS]
    starts = _starts(clauses)
    levels = []
    for place, (depth, form, size) in enumerate(order):
        upper = [at for at, key in enumerate(order[:place]) if key[1] == "1." and key[2] < size]
        chain = (*upper[-(size - 1) :], place) if form == "1." and size > 1 else (place,)
        levels.append(_Level(depth, form, chain, starts.get(size, 1) if depth < 0 else 1))
    index = {key: place for place, key in enumerate(order)}
    return levels, [None if one.form is None else index.get((one.depth, one.form, len(one.numbers))) for one in clauses]


def _starts(clauses: Iterable[Clause]) -> dict[int, int]:
    """The numbers that stand above the first chain, by how many of them there are."""
    first = next((clause.numbers for clause in clauses if clause.form == "1." and len(clause.numbers) > 1), ())
    return {size: first[size - 1] for size in range(1, len(first))}


def _count(counts: list[int | None], place: int, levels: Sequence[_Level]) -> int:
    """The next number of a level; those below it begin again."""
    last = counts[place]
    counts[place] = due = levels[place].start if last is None else last + 1
    for upper in range(place):
        if counts[upper] is None:
            counts[upper] = levels[upper].start
    counts[place + 1 :] = [None] * (len(counts) - place - 1)
    return due


def _definition(number: int, levels: Sequence[_Level], indents: Mapping[int, str], thai: bool) -> str:
    parts = []
    for place, level in enumerate(levels):
        own = f"%{place + 1}"
        if level.form == "-":
            kind, text = "bullet", "-"
        elif "ก" in level.form:
            kind, text = "thaiLetters", level.form.replace("ก", own)
        else:
            kind = "thaiNumbers" if thai else "decimal"
            chained = ".".join(f"%{upper + 1}" for upper in level.chain)
            text = chained if len(level.chain) > 1 else level.form.replace("1", own)
        parts.append(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="{level.start}"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{_indented(level, indents)}</w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(parts)}'
        "</w:abstractNum>"
    )


def _indented(level: _Level, indents: Mapping[int, str]) -> str:
    indent = indents.get(level.depth)
    return f"<w:pPr>{indent}</w:pPr>" if indent else ""
