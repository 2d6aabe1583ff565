"""Names of people: title, first name, last name (saraban-spec §4.3, §11)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fault import Fault
from .text import normal_form
from .titles import ABBREVIATIONS, ATTACHED, SPACED

TITLES = sorted({*ATTACHED, *SPACED, *ABBREVIATIONS}, key=len, reverse=True)
ATTACHABLE = frozenset(ATTACHED) | frozenset(ABBREVIATIONS)

UNMISTAKABLE = 8
"""A rank of so many letters is no beginning of a name, so it may be typed without its space."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person: `title` with every rank and post before the name, `first`, and `last` (with its particles)."""

    title: str
    first: str
    last: str

    def __str__(self) -> str:
        name = f"{self.first} {self.last}".strip()
        if not self.title:
            return name
        return f"{self.title}{' ' if self._spaced else ''}{name}"

    @property
    def _spaced(self) -> bool:
        """A rank stands apart from the name, นาย, นาง and นางสาว do not."""
        return self.title.rsplit(" ", 1)[-1] not in ATTACHED


def parse_person(text: str) -> Person | Fault:
    """The person that a text names, or the fault `not-a-person` for one without letters.

    Parentheses around the name are left out, abbreviated civil titles are written in full (น.ส. → นางสาว). A name
    without a known title is kept with an empty one.
    """
    rest = re.sub(r"\s+", " ", normal_form(text)).strip()
    while rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip()
    if not any(character.isalpha() for character in rest) or rest in TITLES:
        return Fault("not-a-person")
    titles: list[str] = []
    while (title := _title_of(rest)) is not None and len(titles) < 6:
        rest = rest[len(title) :].strip()
        titles.append(ABBREVIATIONS.get(title, title))
    first, _, last = rest.partition(" ")
    return Person(_joined(titles), first, last.strip())


def _title_of(text: str) -> str | None:
    """The longest title that `text` begins with, if a name follows it.

    A short title must not eat the beginning of a name: นาง of นางลักษณ์ is a title, พล of พลอย is not; so a title that
    is written apart needs a space after it.
    """
    for title in TITLES:
        if text.startswith(title) and len(text) > len(title):
            after = text[len(title)]
            attached = title in ATTACHABLE or len(title) >= UNMISTAKABLE
            if after == " " or title.endswith(".") or (attached and not _continues(after)):
                return title
    return None


def _continues(after: str) -> bool:
    """Whether the next character belongs to the same syllable, so that the title is only its beginning."""
    return after in "ะัาำิีึืฺุู็่้๊๋์ํๆฯ" or not after.isalpha()


def _joined(titles: list[str]) -> str:
    """Several titles as they are written: a space after a rank, none after ดร. or นาย."""
    said = ""
    for title in titles:
        said += title if not said or said.endswith(tuple(ATTACHED)) else f" {title}"
    return said
