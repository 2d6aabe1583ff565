"""What one pass of a layout leaves to the next: the sections that would come out the same are taken over.

The page numbers in a table of contents are known when everything is placed, and a second pass shows them. The sections
behind it begin on the same pages then and show what they showed: they are not set again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .sheets import Sheets


class Milestone(NamedTuple):
    """Where a pass stands as a section begins on a page of its own. number: of the page before it.

    The others are how many there are of each: pages, elements of the document in the structure tree, entries of the
    outline, and tables that float.
    """

    number: int
    pages: int
    elements: int
    outline: int
    tables: int


class Sections:
    """The sections of a pass by their indexes, and which of them are those of the pass before it.

    before: that pass; None for the first one, and for one that must set everything again. same_from: the index of the
    first section from which on its fields showed what they are to show.
    """

    def __init__(self, before: Sheets | None = None, same_from: int = 0) -> None:
        self._before: Sheets | None = before
        if before is not None:
            before.sections._before = None  # no more than two passes are kept in memory
        self._same_from = same_from
        self._reached: dict[int, Milestone] = {}

    def taken_over(self, index: int, now: Sheets) -> bool:
        """Whether the section that begins here, and all behind it, are those of the pass before, and have been added
        to this one.
        """
        elements = now.root.children
        here = Milestone(now.number, len(now.pages), len(elements), len(now.outline), now.tables)
        self._reached[index] = here
        before = self._before
        if before is None or index < self._same_from or before.sections._reached.get(index) != here:
            return False
        if elements and elements[-1].role == "L":  # the list may go on
            return False
        now.pages += before.pages[here.pages :]
        now.openings += before.openings[here.pages :]
        now.outline += before.outline[here.outline :]
        elements += before.root.children[here.elements :]
        now.numbers = before.numbers | now.numbers
        now.destinations = before.destinations | now.destinations
        now.section_pages |= {at: count for at, count in before.section_pages.items() if at >= index}
        return True
