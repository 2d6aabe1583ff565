"""Strips placed on pages: page and column breaks, sections, rows divided (ECMA-376 part 1, §17.3.1, §17.6)."""

from __future__ import annotations

from collections.abc import Sequence

from .catchwords import opening
from .characters import Bookmark
from .columns import Column, even_out
from .floating_tables import float_table
from .flow import Block, Paragraph, Section, Table
from .frames import lifted
from .hanging import Hanging
from .model import Page
from .sheets import MOST_PAGES, SLACK, Sheet
from .spaces import space_after
from .strips import Strip
from .wrapping import below, floats_of

MOST_HEADERS = 0.75
"""The share of a page that repeated header rows may take."""


class Pager(Hanging):
    """Fills the pages of one document."""

    def run(self, sections: Sequence[Section]) -> None:
        """Place all `sections`."""
        last = len(sections) - 1
        for index, section in enumerate(sections):
            self._section_index = index
            self._setter.shown.section = index
            self._setter.grid = section.grid
            if not self._goes_on(section):
                self._close_page()
                if self.sections.taken_over(index, self):
                    self._setter.shown.tell_again(index)
                    return
                self._begin(section)
            self._blocks(section.blocks if index == last else _without_mark(section.blocks))
            if index < last and sections[index + 1].start not in ("continuous", "nextColumn"):
                # a page break before the mark that ends a section, and the section's end, are one break
                self._take_back()
        self._close_page()

    def _goes_on(self, section: Section) -> bool:
        """Let a section begin on the page where the one before ends, if that is where it begins."""
        sheet = self._sheet
        if sheet is None or (section.width, section.height) != (sheet.section.width, sheet.section.height):
            return False
        if section.start == "continuous":
            self._go_on(sheet, section)
        elif section.start == "nextColumn" and len(sheet.columns) == len(section.columns) > 1:
            self._next_column(forced=True)
            sheet, _ = self._here()
            sheet.section = section
        else:
            return False
        return True

    def _begin(self, section: Section) -> None:
        """Let a section begin on a page of its own."""
        self._first_of_section = True
        self._after, self._before = 0.0, None
        if section.number_start is not None:
            self.number = section.number_start - 1
        odd = (self.number + 1) % 2 == 1
        if (section.start == "evenPage" and odd) or (section.start == "oddPage" and not odd):
            if self.pages:
                self.pages.append(Page(section.width, section.height, (), ""))
                self.openings.append(opening((), 0.0, 0.0, 0.0))
            self.number += 1
        self._open_page(section)

    def _go_on(self, sheet: Sheet, section: Section) -> None:
        """A section that begins on the page where the one before ends: its columns stand below."""
        even_out(sheet.columns)
        lowest = max(column.low for column in sheet.columns)
        lowest = max(lowest, self._y if len(sheet.columns) == 1 else lowest)
        sheet.finished += sheet.columns
        sheet.section = section
        if section.number_start is not None:
            # Word counts from here on; the page's own header has been set
            self.number = sheet.number = section.number_start
        sheet.top = lowest
        sheet.columns = self._columns(section, sheet.number, lowest)
        self._column = 0
        self._y = lowest
        # this is its first page: the next one has not the header of a first page
        self._first_of_section = False
        sheet.fresh = True

    def _blocks(self, blocks: Sequence[Block]) -> None:
        blocks = lifted(blocks, self._setter, self._here()[1].width)
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            following = following if isinstance(following, Paragraph) else None
            if isinstance(block, Table):
                if self._table(block, self._after):
                    self._after, self._before = 0.0, None
                continue
            self._paragraph(block, self._before, following, self._after)
            self._after = space_after(block.look, following, listed=block.label is not None)
            self._before = block

    def _table(self, table: Table, after: float) -> bool:
        """Place a table; whether it stands in the text."""
        sheet, column = self._here()
        strips = self._setter.tables.strips(table, column.width, self.root)
        if not strips:
            return True
        strips[0].before = after
        if table.floating is not None:
            floated = float_table(table, strips, self._ground(sheet, column), self._y + after, sheet.bottom)
            if floated is not None:
                sheet.over += floated[0]
                self.tables += 1
                kept = floated[1]._replace(key=(-self.tables, 0))
                self._clear_of(kept, parts=table.floating.from_y != "paragraph")
                return False
        if sheet.obstacles and strips[0].row is not None:
            left, height = column.x + strips[0].row.table.x, strips[0].height
            right = left + strips[0].row.table.width
            before = after if column.placed or sheet.fresh else 0.0
            free = below(sheet.obstacles, left, right, self._y + before, height) - before
            if column.placed or free + height <= sheet.bottom:
                self._y = free
        for strip in strips:
            sheet, column = self._here()
            if strip.forced and (column.placed or self._column):
                self._next_column(page=True, forced=True)
                self._repeat_headers(strip)
            self._put(strip)
        return True

    def _paragraph(
        self, paragraph: Paragraph, before: Paragraph | None, following: Paragraph | None, after: float
    ) -> None:
        sheet, column = self._here()
        if paragraph.look.page_break_before and (column.placed or self._column):
            self._next_column(page=True, forced=True)
        floats = floats_of(paragraph)
        strips, room = self._set(paragraph, before, following, after, floats)
        sheet, column = self._here()
        space = strips[0].before
        if floats and column.placed and self._y + space + strips[0].height > sheet.bottom + SLACK:
            # floats go with the line they hang from, and a line that they push off its page takes them along
            whole = strips[0].of
            assert whole is not None
            self._unhang([key for key, _ in floats])
            self._break(strips[0])
            strips, room = self._set(paragraph, before, following, after, floats, whole.element)
        again: set[tuple[int, int]] = set()
        at = 0
        while at < len(strips):
            here = (len(self.pages), self._column)
            if strips[at].forced:
                self._next_column()
            else:
                self._put(strips[at])
                at += 1
            there = (len(self.pages), self._column)
            if there != here and there not in again:
                again.add(there)
                start = self._first_here(strips, at)
                if start < len(strips):
                    strips[start].forced = ""
                    made = self._set_again(strips, start, room, before, following, after)
                    if made is not None:
                        strips, room = made
                        at = start

    def _put(self, strip: Strip) -> None:
        """Place a strip below the last, or on a page further on."""
        sheet, column = self._here()
        if strip.row is not None:
            self._put_row(strip)
            return
        before = strip.before if column.placed or sheet.fresh else 0.0
        # what it is kept with may leave no room for it on the next page either
        while self._y + before + strip.height > sheet.bottom + SLACK and (column.placed or self._clear(sheet)):
            self._break(strip)
            strip.lift()
            sheet, column = self._here()
            before = strip.before if column.placed or sheet.fresh else 0.0
            self._rehang(strip, self._y + before)
        self._place(strip, before)
        if strip.then:
            self._next_column(page=strip.then == "page", forced=True)

    def _clear(self, sheet: Sheet) -> bool:
        """Whether a column without text is shorter than it can be: another page would have more room."""
        return bool(sheet.finished) or self._y > sheet.top + SLACK

    def _place(self, strip: Strip, before: float) -> None:
        sheet, column = self._here()
        y = self._y + before
        strip.own = min(strip.own, before)
        column.placed.append((strip, y))
        self._y = y + strip.height
        sheet.fresh = False

    def _break(self, strip: Strip) -> None:
        """Go on in the next column: what must stay with `strip`, which comes next, goes there too."""
        _, column = self._here()
        cut = len(column.placed)
        while cut and column.placed[cut - 1][0].keep:
            cut -= 1
        if all(item.row is not None and item.row.header for item, _ in column.placed[:cut]):
            # nothing would stay but header rows, which are repeated on the next page: it would have no more room
            cut = len(column.placed)
        moved = [item for item, _ in column.placed[cut:]]
        del column.placed[cut:]
        for item in (*moved, strip):
            if item.line is not None and item.line.drawings and item.of is not None:
                self._unhang([key for key, _ in floats_of(item.of.paragraph)])
        self._next_column()
        for item in moved:
            if item.row is not None:
                self._repeat_headers(item)
                self._put_row(item)
            else:
                item.lift()
                sheet, column = self._here()
                before = item.before if column.placed or sheet.fresh else 0.0
                self._rehang(item, self._y + before)
                self._place(item, before)

    def _put_row(self, strip: Strip) -> None:
        """Place a row, divided over pages where it must be."""
        for _ in range(MOST_PAGES):
            sheet, column = self._here()
            before = strip.before if column.placed or sheet.fresh else 0.0
            room = sheet.bottom - self._y - before
            if strip.height <= room + SLACK:
                self._place(strip, before)
                return
            alone = not column.placed or self._only_headers(column)
            divided = self._setter.tables.split(strip, room, forced=alone) if room > 0 else None
            if divided is not None:
                self._place(divided[0], before)
                strip = divided[1]
                self._next_column()
                self._repeat_headers(strip)
                continue
            if not column.placed or self._only_headers(column):
                self._place(strip, before)
                return
            self._break(strip)
            self._repeat_headers(strip)

    def _repeat_headers(self, strip: Strip) -> None:
        row = strip.row
        sheet, column = self._here()
        if row is None or row.header or column.placed:
            return
        tall, room = sum(header.height for header in row.headers), sheet.bottom - self._y
        if tall > room * MOST_HEADERS or (not row.splits and room - tall < strip.height <= room):
            return
        for header in row.headers:
            self._place(Strip(header.height, row=header), 0.0)

    @staticmethod
    def _only_headers(column: Column) -> bool:
        return all(strip.row is not None and strip.row.element_free for strip, _ in column.placed)


def _without_mark(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a section without the empty paragraph that only holds its end: Word gives it no line."""
    last = blocks[-1] if len(blocks) > 1 else None
    if not isinstance(last, Paragraph) or last.label is not None or last.frame is not None:
        return blocks
    if not last.inlines:
        return blocks[:-1]
    before = blocks[-2]
    if isinstance(before, Paragraph) and all(isinstance(item, Bookmark) for item in last.inlines):
        return [*blocks[:-2], before._replace(inlines=(*last.inlines, *before.inlines))]
    return blocks
