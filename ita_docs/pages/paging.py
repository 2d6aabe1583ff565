"""Strips placed on pages: page and column breaks, headers and footers, floats (ECMA-376 part 1, §17.3.1, §17.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .blocks import Setter, space_after, space_before
from .catchwords import Opening, opening
from .floating_tables import float_table
from .floats import Ground, Obstacle, below, free_room, obstacle, position, sized
from .flow import Block, Drawing, Paragraph, Section, Table
from .frames import lifted
from .framing import page_frame
from .model import Box, Destination, Element, OutlineEntry, Page
from .number_formats import numbered
from .numbers_shown import HIDDEN
from .strips import Strip, boxes_of

MOST_PAGES = 5000
"""A document that needs more is not finished: something in it repeats without end."""
MOST_HEADERS = 0.75
"""The share of a page that repeated header rows may take."""
SLACK = 0.1
"""By how many points a page may be overfull: sums of lengths are rounded."""


@dataclass(slots=True)
class Column:
    """A text column of the page being filled: where it stands, and what stands in it."""

    x: float
    width: float
    placed: list[tuple[Strip, float]] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """The page being filled. top, bottom: of its text; fresh: nothing was placed since a forced break."""

    section: Section
    number: int
    top: float
    bottom: float
    frame: tuple[Box, ...]
    columns: list[Column]
    fresh: bool = True
    obstacles: list[Obstacle] = field(default_factory=list)
    under: list[Box] = field(default_factory=list)
    over: list[Box] = field(default_factory=list)
    finished: list[Column] = field(default_factory=list)


class Pager:
    """Fills the pages of one document."""

    def __init__(self, setter: Setter, root: Element, *, mirrored: bool = False) -> None:
        self._setter = setter
        self._root = root
        self._mirrored = mirrored
        self.pages: list[Page] = []
        self.openings: list[Opening] = []
        self.outline: list[OutlineEntry] = []
        self.destinations: dict[str, Destination] = {}
        self.numbers: dict[str, tuple[int, str]] = {}
        self.section_pages: dict[int, int] = {}
        self._sheet: Sheet | None = None
        self._column = 0
        self._y = 0.0
        self._number = 0
        self._section_index = 0
        self._first_of_section = True

    # ------------------------------------------------------------ sections and pages

    def run(self, sections: Sequence[Section]) -> None:
        """Place all `sections`."""
        for index, section in enumerate(sections):
            self._section_index = index
            self._setter.shown.section = index
            self._begin(section, index)
            self._blocks(section.blocks)
        self._close_page()

    def _begin(self, section: Section, index: int) -> None:
        sheet = self._sheet
        self._setter.grid = section.grid
        if (
            sheet is not None
            and section.start == "continuous"
            and (section.width, section.height) == (sheet.section.width, sheet.section.height)
        ):
            self._go_on(sheet, section)
            return
        if sheet is not None:
            self._close_page()
        self._first_of_section = True
        if section.number_start is not None:
            self._number = section.number_start - 1
        odd = (self._number + 1) % 2 == 1
        if (section.start == "evenPage" and odd) or (section.start == "oddPage" and not odd):
            if self.pages:
                self.pages.append(Page(section.width, section.height, (), ""))
                self.openings.append(opening((), 0.0, 0.0, 0.0))
            self._number += 1
        self._open_page(section)

    def _go_on(self, sheet: Sheet, section: Section) -> None:
        """A section that begins on the page where the one before ends: its columns stand below."""
        lowest = max((y + strip.height for column in sheet.columns for strip, y in column.placed), default=sheet.top)
        lowest = max(lowest, self._y if len(sheet.columns) == 1 else lowest)
        sheet.finished += sheet.columns
        sheet.section = section
        if section.number_start is not None:
            # Word counts from here on; the page's own header has been set
            self._number = sheet.number = section.number_start
        sheet.columns = self._columns(section, sheet.number)
        sheet.top = lowest
        self._column = 0
        self._y = lowest
        self._first_of_section = True

    def _columns(self, section: Section, number: int) -> list[Column]:
        left = section.left + section.gutter
        if self._mirrored and number % 2 == 0:
            left = section.right
        room = section.width - section.left - section.right - section.gutter
        if not section.columns:
            return [Column(left, room)]
        columns = []
        for width, space in section.columns:
            columns.append(Column(left, width))
            left += width + space
        return columns

    def _open_page(self, section: Section) -> None:
        if len(self.pages) >= MOST_PAGES:
            raise RecursionError("pages")
        self._number += 1
        self._setter.shown.page = self._number
        self._setter.shown.format = section.number_format
        first = self._first_of_section and section.first_differs
        self._first_of_section = False
        even = self._setter.flow.even_differs and self._number % 2 == 0
        kind = "first" if first else "even" if even else "default"
        frame, top, bottom = page_frame(self._setter, section, kind, mirrored=self._mirrored and self._number % 2 == 0)
        self._sheet = Sheet(section, self._number, top, bottom, frame, self._columns(section, self._number))
        self._column = 0
        self._y = top
        self.section_pages[self._section_index] = self.section_pages.get(self._section_index, 0) + 1

    def _close_page(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        boxes: list[Box] = []
        shift = self._aligned(sheet)
        ground = self._ground(sheet, sheet.columns[0])
        for column in (*sheet.finished, *sheet.columns):
            made = boxes_of(column.placed, column.x)
            ground = replace(ground, column_x=column.x, column_width=column.width)
            made = self._setter.with_floats(made, column.placed, ground)
            boxes += [replace(box, y=box.y + shift) for box in made] if shift else made
            self._note(column)
        first = (sheet.finished or sheet.columns)[0]
        strips = [strip for strip, _ in first.placed]
        self.openings.append(opening(strips, first.x, first.width, sheet.bottom))
        label = numbered(sheet.number, sheet.section.number_format)
        whole = (*sheet.frame, *sheet.under, *boxes, *sheet.over)
        self.pages.append(Page(sheet.section.width, sheet.section.height, whole, label))
        self._sheet = None

    def _aligned(self, sheet: Sheet) -> float:
        """How far down the text of a page moves, by the section's vertical alignment."""
        if sheet.section.align not in ("center", "bottom") or sheet.finished:
            return 0.0
        low = max((y + strip.height for column in sheet.columns for strip, y in column.placed), default=sheet.top)
        free = max(0.0, sheet.bottom - low)
        return free / 2 if sheet.section.align == "center" else free

    def _note(self, column: Column) -> None:
        """Bookmarks and headings that stand in a column."""
        page = len(self.pages)
        for strip, y in column.placed:
            if strip.line is not None and strip.of is not None:
                for name, x in strip.line.marks:
                    self._mark(name, page, column.x + x, y)
                outline = strip.of.paragraph.look.outline
                if strip.first and outline is not None:
                    title = " ".join("".join(line.line.text for line in strip.of.lines).split())
                    if title:
                        self.outline.append(OutlineEntry(outline + 1, title, Destination(page, column.x, y)))
            elif strip.row is not None:
                for part in strip.row.marks():
                    self._mark(part[0], page, column.x, y + part[1])

    def _mark(self, name: str, page: int, x: float, y: float) -> None:
        sheet = self._sheet
        if sheet is not None:
            self.numbers.setdefault(name, (sheet.number, sheet.section.number_format))
        if not name.startswith(HIDDEN):
            self.destinations.setdefault(name, Destination(page, x, y))
        elif sheet is not None and self._setter.shown.guessed.get(name) != sheet.number:
            self._setter.shown.asked = True

    def _next_column(self, *, page: bool = False, forced: bool = False) -> None:
        """Go to the next column, or page."""
        sheet = self._sheet
        assert sheet is not None
        if not page and self._column + 1 < len(sheet.columns):
            self._column += 1
            self._y = sheet.top
        else:
            section = sheet.section
            self._close_page()
            self._open_page(section)
        assert self._sheet is not None
        self._sheet.fresh = forced

    def _ground(self, sheet: Sheet, column: Column) -> Ground:
        return Ground.of_page(sheet.section, sheet.top, sheet.bottom, (column.x, column.width), sheet.number % 2 == 1)

    # ------------------------------------------------------------ blocks

    def _blocks(self, blocks: Sequence[Block]) -> None:
        blocks = lifted(blocks, self._setter, self._here()[1].width)
        after = 0.0
        before: Paragraph | None = None
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            following = following if isinstance(following, Paragraph) else None
            if isinstance(block, Table):
                if self._table(block, after):
                    after, before = 0.0, None
                continue
            self._paragraph(block, before, following, after)
            after = space_after(block.look, following, listed=block.label is not None)
            before = block

    def _here(self) -> tuple[Sheet, Column]:
        sheet = self._sheet
        assert sheet is not None
        return sheet, sheet.columns[self._column]

    def _table(self, table: Table, after: float) -> bool:
        """Place a table; whether it stands in the text."""
        sheet, column = self._here()
        strips = self._setter.tables.strips(table, column.width, self._root)
        if not strips:
            return True
        strips[0].before = after
        if table.floating is not None:
            floated = float_table(table, strips, self._ground(sheet, column), self._y + after, sheet.bottom)
            if floated is not None:
                sheet.over += floated[0]
                sheet.obstacles.append(floated[1])
                return False
        if sheet.obstacles and strips[0].row is not None:
            left, height = column.x + strips[0].row.table.x, strips[0].height
            right = left + strips[0].row.table.width
            before = after if column.placed or sheet.fresh else 0.0
            free = below(sheet.obstacles, left, right, self._y + before, height) - before
            if column.placed or free + height <= sheet.bottom:
                self._y = free
        for strip in strips:
            self._put(strip)
        return True

    def _paragraph(
        self, paragraph: Paragraph, before: Paragraph | None, following: Paragraph | None, after: float
    ) -> None:
        sheet, column = self._here()
        floating = [item for item in paragraph.inlines if isinstance(item, Drawing) and _in_the_way(item)]
        if paragraph.look.page_break_before and (column.placed or self._column):
            self._next_column(page=True, forced=True)
            sheet, column = self._here()
        room = None
        space = space_before(paragraph.look, before, listed=paragraph.label is not None)
        space = after + space if self._setter.flow.adds_spacing else max(after, space)
        if floating and column.placed:
            # floats go with the line they hang from: it must not come to stand on another page than they
            self._setter.parent = None
            first = self._setter.lines(paragraph, column.width)[0]
            if self._y + space + first.height > sheet.bottom + SLACK:
                self._break()
                sheet, column = self._here()
        gap = space if column.placed or sheet.fresh else 0.0
        if floating:
            self._hang(floating, self._y + gap)
        if any(item.bottom > self._y for item in sheet.obstacles):
            start = self._y + gap

            def room(y: float, height: float) -> tuple[float, float, float]:
                if start + y + height > sheet.bottom + SLACK:
                    return y, 0.0, column.width  # it goes to the next page, where nothing stands yet
                found, left, right = free_room(sheet.obstacles, column.x, column.width, start + y, height)
                if found + height > sheet.bottom + SLACK:
                    return max(y, sheet.bottom - start), 0.0, column.width
                return found - start, left, right

        strips = self._setter.paragraph_strips(paragraph, column.width, before, following, after, self._root, room)
        if paragraph.look.page_break_before:
            strips[0].forced = ""
        for strip in strips:
            self._put(strip)

    def _hang(self, drawings: Sequence[Drawing], y: float) -> None:
        """Keep free what the floats of a paragraph that begins at `y` take."""
        sheet, column = self._here()
        ground = self._ground(sheet, column)
        for drawing in drawings:
            drawing = sized(drawing, ground)
            left, top = position(drawing, ground, y, y)
            found = obstacle(drawing, left, top, None)
            if found is not None:
                sheet.obstacles.append(found)

    def _put(self, strip: Strip) -> None:
        """Place a strip below the last, or on a page further on."""
        sheet, column = self._here()
        if strip.row is not None:
            self._put_row(strip)
            return
        before = strip.before if column.placed or sheet.fresh else 0.0
        # what it is kept with may leave no room for it on the next page either
        while self._y + before + strip.height > sheet.bottom + SLACK and (column.placed or self._clear(sheet)):
            self._break()
            strip.lift()
            sheet, column = self._here()
            before = strip.before if column.placed or sheet.fresh else 0.0
        self._place(strip, before)
        if strip.then:
            self._next_column(page=strip.then == "page", forced=True)

    def _clear(self, sheet: Sheet) -> bool:
        """Whether a column without text is shorter than it can be: another page would have more room."""
        return bool(sheet.finished) or self._y > sheet.top + SLACK

    def _place(self, strip: Strip, before: float) -> None:
        sheet, column = self._here()
        y = self._y + before
        column.placed.append((strip, y))
        self._y = y + strip.height
        sheet.fresh = False

    def _break(self) -> None:
        """Go on in the next column: what must stay with what comes next goes there too."""
        _, column = self._here()
        cut = len(column.placed)
        while cut and column.placed[cut - 1][0].keep:
            cut -= 1
        if all(item.row is not None and item.row.header for item, _ in column.placed[:cut]):
            # nothing would stay but header rows, which are repeated on the next page: it would have no more room
            cut = len(column.placed)
        moved = [item for item, _ in column.placed[cut:]]
        del column.placed[cut:]
        self._next_column()
        for item in moved:
            if item.row is not None:
                self._repeat_headers(item)
                self._put_row(item)
            else:
                item.lift()
                sheet, column = self._here()
                self._place(item, item.before if column.placed or sheet.fresh else 0.0)

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
            self._break()
            self._repeat_headers(strip)

    def _repeat_headers(self, strip: Strip) -> None:
        row = strip.row
        sheet, column = self._here()
        if row is None or row.header or column.placed:
            return
        tall, room = sum(header.height for header in row.table.headers), sheet.bottom - self._y
        if tall > room * MOST_HEADERS or (not row.splits and room - tall < strip.height <= room):
            return
        for header in row.table.headers:
            self._place(Strip(header.height, row=header), 0.0)

    @staticmethod
    def _only_headers(column: Column) -> bool:
        return all(strip.row is not None and strip.row.element_free for strip, _ in column.placed)


def _in_the_way(drawing: Drawing) -> bool:
    return drawing.anchor is not None and drawing.anchor.wrap != "none"
