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
    """page, format: of the page being set; sheet: its index. pages, sections, bookmarks: as the pass before found them,
    and styled: the paragraphs of styles that fields name, as (sheet, style, text).

    named: these styles. told: what fields showed that only a whole pass can tell, with their sections and sheets.
    before: the same of the pass before. wrong: a PAGE field stands on another page than it showed. guessed: by its
    mark, the page on which a PAGE field was thought to stand when its paragraph was set.
    """

    page: int = 1
    format: str = "decimal"
    sheet: int = 0
    section: int = 0
    pages: int = 0
    sections: dict[int, int] = field(default_factory=dict)
    bookmarks: dict[str, tuple[int, str]] = field(default_factory=dict)
    styled: list[tuple[int, str, str]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    told: list[tuple[Field, int, int, str]] = field(default_factory=list)
    before: list[tuple[Field, int, int, str]] = field(default_factory=list)
    wrong: bool = False
    guessed: dict[str, int] = field(default_factory=dict)

    def field(self, item: Field) -> str:
        """The text of a field on the page being set."""
        if item.kind == "PAGE":
            mark = mark_of(item)
            page, form = self.bookmarks.get(mark) or (self.page, self.format)
            self.guessed[mark] = page
            return numbered(page, item.format or form)
        if item.kind == "STYLEREF" and item.argument:
            self.named.add(item.argument)
        text = self._text(item, self.section, self.sheet)
        self.told.append((item, self.section, self.sheet, text))
        return text

    def begin(self) -> None:
        """Begin a pass."""
        self.before, self.told = self.told, []
        self.wrong = False

    def tell_again(self, section: int) -> None:
        """Tell what was told in the pass before from a section on."""
        self.told += [told for told in self.before if told[1] >= section]

    def agreed_from(
        self,
        pages: int,
        sections: dict[int, int],
        bookmarks: dict[str, tuple[int, str]],
        styled: list[tuple[int, str, str]],
    ) -> int | None:
        """Take in what a pass found; the index of the first section from which on its fields showed just that.

        0 if all did; None where nobody can tell.
        """
        self.pages, self.sections, self.bookmarks, self.styled = pages, dict(sections), dict(bookmarks), styled
        differ = [at for item, at, sheet, text in self.told if self._text(item, at, sheet) != text]
        if self.wrong or (differ and self.named):
            return None
        return max(differ, default=-1) + 1

    def _text(self, item: Field, section: int, sheet: int) -> str:
        if item.kind == "STYLEREF" and item.argument:
            return self._of_style(item, sheet)
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

    def _of_style(self, item: Field, sheet: int) -> str:
        """The text of the style's paragraph on a page, else the last before it, else the first after (§17.16.5.59)."""
        found = [(at, text) for at, style, text in self.styled if style == item.argument]
        here = [text for at, text in found if at == sheet]
        if here:
            return here[-1] if item.format == "last" else here[0]
        before = [text for at, text in found if at < sheet]
        return before[-1] if before else found[0][1] if found else item.shown
