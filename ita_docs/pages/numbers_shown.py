"""What page number fields show: they are known only when the pages are, so a layout is made again until they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..thai.numerals import to_thai
from .flow import Field
from .number_formats import numbered

_THAI_DIGIT = re.compile("[๐-๙]")


@dataclass(slots=True)
class Shown:
    """page, format: of the page being set. pages, sections, bookmarks: as the pass before found them.

    asked: whether anything was asked for that only a whole pass can tell.
    """

    page: int = 1
    format: str = "decimal"
    section: int = 0
    pages: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    asked: bool = False

    def field(self, item: Field) -> str:
        """The text of a field on the page being set."""
        if item.kind == "PAGE":
            return numbered(self.page, item.format or self.format)
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
