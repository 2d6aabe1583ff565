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

    asked: whether anything was asked for that only a whole pass can tell. guessed: by its mark, the page on which a
    PAGE field was thought to stand when its paragraph was set.
    """

    page: int = 1
    format: str = "decimal"
    section: int = 0
    pages: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    asked: bool = False
    guessed: dict[str, int] = field(default_factory=dict)

    def field(self, item: Field) -> str:
        """The text of a field on the page being set."""
        if item.kind == "PAGE":
            mark = mark_of(item)
            page, form = self.bookmarks.get(mark) or (self.page, self.format)
            self.guessed[mark] = page
            return numbered(page, item.format or form)
        self.asked = True
        if item.kind == "NUMPAGES":
            return numbered(self.pages, item.format) if self.pages else item.shown or "1"
        if item.kind == "SECTIONPAGES":
            count = self.sections.get(self.section)
            return numbered(count, item.format) if count else item.shown or "1"
        found = self.bookmarks.get(item.argument)
        if found is None:
            return item.shown
        text = numbered(found[0], item.format or found[1])
        return to_thai(text) if _THAI_DIGIT.search(item.shown) else text
