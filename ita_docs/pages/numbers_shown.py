"""What page number fields show: they are known only when the pages are, so a layout is made again until they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..thai.numerals import to_thai
from .characters import Field
from .number_formats import numbered

_THAI_DIGIT = re.compile("[๐-๙]")


HIDDEN = "\0"
"""What the marks begin with that are no bookmarks."""


def mark_of(item: Field) -> str:
    """The mark by which the page is found on which a PAGE field comes to stand: breaks may come between."""
    return f"{HIDDEN}{id(item)}"


@dataclass(slots=True)
class Shown:
    """page, format: of the page being set. pages, sections, bookmarks: as the pass before found them.

    told: what fields showed that only a whole pass can tell, with their sections. wrong: a PAGE field stands on another
    page than it showed. guessed: by its mark, the page on which a PAGE field was thought to stand when its paragraph
    was set.
    """

    page: int = 1
    format: str = "decimal"
    section: int = 0
    pages: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    told: list[tuple[Field, int, str]] = field(default_factory=list)
    wrong: bool = False
    guessed: dict[str, int] = field(default_factory=dict)

    def field(self, item: Field) -> str:
        """The text of a field on the page being set."""
        if item.kind == "PAGE":
            mark = mark_of(item)
            page, form = self.bookmarks.get(mark) or (self.page, self.format)
            self.guessed[mark] = page
            return numbered(page, item.format or form)
        text = self._text(item, self.section)
        self.told.append((item, self.section, text))
        return text

    def begin(self) -> None:
        """Begin a pass."""
        self.told.clear()
        self.wrong = False

    def agrees(self, pages: int, sections: dict[int, int], bookmarks: dict[str, tuple[int, str]]) -> bool:
        """Take in what a pass found; whether its fields showed just that."""
        self.pages, self.sections, self.bookmarks = pages, dict(sections), dict(bookmarks)
        return not self.wrong and all(self._text(item, section) == text for item, section, text in self.told)

    def _text(self, item: Field, section: int) -> str:
        if item.kind == "NUMPAGES":
            return numbered(self.pages, item.format) if self.pages else item.shown or "1"
        if item.kind == "SECTIONPAGES":
            count = self.sections.get(section)
            return numbered(count, item.format) if count else item.shown or "1"
        found = self.bookmarks.get(item.argument)
        if found is None:
            return item.shown
        text = numbered(found[0], item.format or found[1])
        return to_thai(text) if _THAI_DIGIT.search(item.shown) else text
