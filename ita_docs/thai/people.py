"""Names of people: title, first name, last name (saraban-spec §4.3, §11)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .fault import Fault
from .lists import unnumbered
from .text import normal_form
from .titles import ATTACHED, SPACED, SPELLINGS

TITLES = frozenset({*ATTACHED, *SPACED, *SPELLINGS})
LONGEST_TITLE = max(map(len, TITLES))


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

    Parentheses around the name and the number before it in a list are left out,
    abbreviated civil titles are written in full (น.ส. → นางสาว). A name
    without a known title is kept with an empty one.
    """
    rest = unnumbered(re.sub(r"\s+", " ", normal_form(text)).strip())
    while rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip()
    if not any(character.isalpha() for character in rest) or rest in TITLES:
        return Fault("not-a-person")
    titles: list[str] = []
    while (title := _title_of(rest)) is not None and len(titles) < 6:
        rest = rest[len(title) :].strip()
        titles.append(SPELLINGS.get(title, title))
    first, _, last = rest.partition(" ")
    return Person(_joined(titles), first, last.strip())


def _title_of(text: str) -> str | None:
    """The longest title that `text` begins with, if a name follows it.

    A title must not eat the beginning of a name: นาง of นางลักษณ์ is a title, but not of นางา or Miss of Missy.
    """
    for length in range(min(LONGEST_TITLE, len(text) - 1), 0, -1):
        if (title := text[:length]) in TITLES:
            after = text[length]
            if after == " " or title.endswith(".") or not (title.isascii() or _continues(after)):
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
