"""Strips placed on pages: page and column breaks, headers and footers, floats (ECMA-376 part 1, §17.3.1, §17.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .blocks import Setter, space_after
from .catchwords import Opening, opening
from .columns import Column, even_out, rules_between
from .floating_tables import float_table
from .floats import Ground, position
from .flow import Block, Bookmark, Drawing, Paragraph, Section, Table
from .foreseen import Foreseen
from .frames import lifted
from .framing import page_frame
from .lines import SetLine
from .model import Box, Destination, Element, OutlineEntry, Page
from .number_formats import numbered
from .numbers_shown import HIDDEN
from .strips import Strip, boxes_of
from .wrapping import Answer, Beside, Key, Obstacle, below, floats_of, obstacle

MOST_PAGES = 5000
"""A document that needs more is not finished: something in it repeats without end."""
MOST_HEADERS = 0.75
"""The share of a page that repeated header rows may take."""
SLACK = 0.1
"""By how many points a page may be overfull: sums of lengths are rounded."""


@dataclass(slots=True)
class Sheet:
    """The page being filled. head: where its text begins, top: where its columns do, bottom: where both end.

    fresh: nothing was placed since a forced break. overflowed: the page began because the one before was full. fixed:
    where floats stand that were foreseen.
    """

    section: Section
    number: int
    head: float
    top: float
    bottom: float
    frame: tuple[Box, ...]
    columns: list[Column]
    fresh: bool = True
    overflowed: bool = False
    obstacles: list[Obstacle] = field(default_factory=list)
    fixed: dict[Key, tuple[float, float]] = field(default_factory=dict)
    over: list[Box] = field(default_factory=list)
    finished: list[Column] = field(default_factory=list)


class Pager:
    """Fills the pages of one document. reserve: points left free at the foot of each page, for a catchword."""

    def __init__(
        self,
        setter: Setter,
        root: Element,
        *,
        mirrored: bool = False,
        foreseen: Foreseen | None = None,
        reserve: float = 0.0,
    ) -> None:
        self._reserve = reserve
        self._setter = setter
        self._root = root
        self._mirrored = mirrored
        self._foreseen = Foreseen() if foreseen is None else foreseen
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
        self._after = 0.0
        self._before: Paragraph | None = None
        self._tables = 0

    # ------------------------------------------------------------ sections and pages

    def run(self, sections: Sequence[Section]) -> None:
        """Place all `sections`."""
        last = len(sections) - 1
        for index, section in enumerate(sections):
            self._section_index = index
            self._setter.shown.section = index
            self._begin(section)
            self._blocks(section.blocks if index == last else _without_mark(section.blocks))
        self._close_page()

    def _begin(self, section: Section) -> None:
        sheet = self._sheet
        self._setter.grid = section.grid
        if sheet is not None and (section.width, section.height) == (sheet.section.width, sheet.section.height):
            if section.start == "continuous":
                self._go_on(sheet, section)
                return
            if section.start == "nextColumn" and len(sheet.columns) == len(section.columns) > 1:
                self._next_column(forced=True)
                sheet, _ = self._here()
                sheet.section = section
                return
        if sheet is not None:
            self._close_page()
        self._first_of_section = True
        self._after, self._before = 0.0, None
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
        even_out(sheet.columns)
        lowest = max(column.low for column in sheet.columns)
        lowest = max(lowest, self._y if len(sheet.columns) == 1 else lowest)
        sheet.finished += sheet.columns
        sheet.section = section
        if section.number_start is not None:
            # Word counts from here on; the page's own header has been set
            self._number = sheet.number = section.number_start
        sheet.top = lowest
        sheet.columns = self._columns(section, sheet.number, lowest)
        self._column = 0
        self._y = lowest
        # this is its first page: the next one has not the header of a first page
        self._first_of_section = False
        sheet.fresh = True

    def _columns(self, section: Section, number: int, top: float) -> list[Column]:
        left = section.right if self._mirrored and number % 2 == 0 else section.left + section.gutter
        room = section.width - section.left - section.right - section.gutter
        columns = []
        for width, space in section.columns or ((room, 0.0),):
            columns.append(Column(left, width, section, top))
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
        odd = self._number % 2 == 1
        frame = page_frame(self._setter, section, kind, mirrored=self._mirrored and not odd, odd=odd)
        columns = self._columns(section, self._number, frame.top)
        bottom = frame.bottom - self._reserve
        sheet = Sheet(section, self._number, frame.top, frame.top, bottom, frame.boxes, columns)
        known = self._foreseen.on(len(self.pages))
        sheet.obstacles = [*frame.obstacles, *known]
        sheet.fixed = {item.key: (item.x, item.y) for item in known}
        self._sheet = sheet
        self._column = 0
        self._y = frame.top
        self.section_pages[self._section_index] = self.section_pages.get(self._section_index, 0) + 1

    def _close_page(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        shift = self._aligned(sheet)
        columns = [*sheet.finished, *sheet.columns]
        boxes: list[Box] = []
        floating: list[tuple[bool, int, Box]] = []
        # what was kept free for a float is where it stands, though its line may have made way for it
        fixed = sheet.fixed if shift else {item.key: (item.x, item.y) for item in sheet.obstacles}
        for column in columns:
            if shift:
                column.placed = [(strip, y + shift) for strip, y in column.placed]
            boxes += boxes_of(column.placed, column.x)
            floating += self._setter.floating(column.placed, self._ground(sheet, column), fixed)
            self._note(column)
        boxes += rules_between(columns)
        floating.sort(key=lambda item: item[1])
        under, over = ([box for behind, _, box in floating if behind is side] for side in (True, False))
        first = (sheet.finished or sheet.columns)[0]
        strips = [strip for strip, _ in first.placed]
        self.openings.append(opening(strips, first.x, first.width, sheet.bottom, overflowed=sheet.overflowed))
        label = numbered(sheet.number, sheet.section.number_format)
        whole = (*sheet.frame, *under, *boxes, *sheet.over, *over)
        self.pages.append(Page(sheet.section.width, sheet.section.height, whole, label))
        self._sheet = None

    def _aligned(self, sheet: Sheet) -> float:
        """How far down the text of a page moves, by the section's vertical alignment."""
        if sheet.section.align not in ("center", "bottom") or sheet.finished:
            return 0.0
        low = max(column.low for column in sheet.columns)
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
            self._sheet.overflowed = not forced
        assert self._sheet is not None
        self._sheet.fresh = forced

    def _ground(self, sheet: Sheet, column: Column) -> Ground:
        odd = sheet.number % 2 == 1
        mirrored = self._mirrored and not odd
        return Ground.of_page(column.section, sheet.head, sheet.bottom, (column.x, column.width), odd, mirrored)

    # ------------------------------------------------------------ blocks

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
                self._tables += 1
                kept = replace(floated[1], key=(-self._tables, 0))
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

    def _set(
        self,
        paragraph: Paragraph,
        before: Paragraph | None,
        following: Paragraph | None,
        after: float,
        floats: Sequence[tuple[Key, Drawing]],
        element: Element | None = None,
    ) -> tuple[list[Strip], Beside | None]:
        """The strips of a paragraph that begins here, beside what floats here."""
        sheet, column = self._here()
        counts = bool(column.placed) or sheet.fresh
        gap = self._setter.gap(paragraph, before, after) if counts else 0.0
        own = max(0.0, gap - after)
        line = self._y + gap
        if floats and not _leading(paragraph):
            # only what hangs from lines of this page floats on it
            self._setter.parent = None
            lines = self._setter.lines(paragraph, column.width)
            floats = self._hang_fitting(paragraph, lines, line - own, line)
        else:
            self._hang(floats, line - own, line)
        if element is not None:
            element.children.clear()

        def make(room: Beside | None) -> list[Strip]:
            nonlocal element
            strips = self._setter.paragraph_strips(
                paragraph, column.width, before, following, after, self._root, room, element
            )
            strips[0].forced = ""
            element = None if strips[0].of is None else strips[0].of.element
            return strips

        return self._beside(make, 0, line, own, (), [key for key, _ in floats])

    def _beside(
        self,
        make: Callable[[Beside | None], list[Strip]],
        start: int,
        top: float,
        own: float,
        known: Sequence[Answer],
        keys: Sequence[Key],
    ) -> tuple[list[Strip], Beside | None]:
        """The strips that `make` makes of a paragraph whose lines from `start` on stand at `top` and below here.

        keys: of its floats that hang here. A line that its own float would push off the page takes it to the next.
        """
        sheet, column = self._here()
        forced: list[int] = []
        while True:
            room = None
            if any(item.bottom > top - own for item in sheet.obstacles):
                room = Beside(sheet.obstacles, (column.x, column.width), top, own, sheet.bottom, known)
            strips = make(room)
            lost = _pushed_off(strips, start, top, sheet.bottom, keys) if room is not None and keys else None
            if lost is None:
                break
            forced.append(lost[0])
            self._unhang(lost[1])
            keys = [key for key in keys if key not in lost[1]]
        for index in forced:
            strips[min(index, len(strips) - 1)].forced = "column"
        return strips, room

    def _fitting(self, lines: Sequence[SetLine], y: float) -> Iterator[tuple[Drawing, float]]:
        """The drawings that hang from those of `lines`, from `y` downwards, that this page holds, each with its y."""
        sheet, _ = self._here()
        for line in lines:
            if y + line.height > sheet.bottom + SLACK:
                return
            for drawing in line.drawings:
                yield drawing, y
            y += line.height
            if line.ends:
                return

    def _hang_fitting(
        self, paragraph: Paragraph, lines: Sequence[SetLine], top: float, y: float
    ) -> list[tuple[Key, Drawing]]:
        """Hang what floats from those of a paragraph's `lines`, from `y` downwards, that this page holds."""
        hung = []
        floats = floats_of(paragraph)
        for drawing, at in self._fitting(lines, y):
            found = [item for item in floats if item[1] is drawing]
            self._hang(found, top, at)
            hung += found
        return hung

    def _first_here(self, strips: Sequence[Strip], at: int) -> int:
        """The index of the first strip of a paragraph that stands in the column being filled, or would be next."""
        _, column = self._here()
        whole = strips[0].of
        return at - sum(1 for strip, _ in column.placed if strip.of is whole)

    def _set_again(
        self,
        strips: Sequence[Strip],
        start: int,
        room: Beside | None,
        before: Paragraph | None,
        following: Paragraph | None,
        after: float,
    ) -> tuple[list[Strip], Beside | None] | None:
        """The strips of a paragraph whose lines from `start` on stand in a new column now, beside what floats there."""
        sheet, column = self._here()
        whole = strips[0].of
        assert whole is not None
        index = next((place for place, item in enumerate(column.placed) if item[0].of is whole), len(column.placed))
        base = sum(column.placed[index - 1][1:]) + column.placed[index - 1][0].height if index else sheet.top
        top = column.placed[index][1] if index < len(column.placed) else base
        own = strips[start].own if not start else 0.0
        rest = [strip.line for strip in strips[start:] if strip.line is not None]
        floats = self._hang_fitting(whole.paragraph, rest, top - own, top)
        if not any(item.bottom > top for item in sheet.obstacles):
            return None
        del column.placed[index:]
        self._y = base
        sheet.fresh = not index and top > base
        known = [(0.0, ((0.0, whole.width),))] * start if room is None else room.answers[:start]
        if not start and whole.element is not None:
            whole.element.children.clear()

        def make(room: Beside | None) -> list[Strip]:
            return self._setter.paragraph_strips(
                whole.paragraph, column.width, before, following, after, self._root, room, whole.element
            )

        return self._beside(make, start, top, own, known, [key for key, _ in floats])

    def _hang(self, floats: Sequence[tuple[Key, Drawing]], top: float, line: float) -> None:
        """Keep free what the floats of a paragraph take, whose top and first line are at the given y."""
        if not floats:
            return
        sheet, column = self._here()
        ground = self._ground(sheet, column)
        for key, drawing in floats:
            drawing = self._setter.fitted(drawing, ground)
            found = obstacle(drawing, *position(drawing, ground, top, line), key)
            if found is not None:
                self._clear_of(found)

    def _clear_of(self, item: Obstacle, *, parts: bool = True) -> None:
        """Keep lines clear of a float, those above its own too where it `parts` them."""
        sheet, _ = self._here()
        page = len(self.pages)
        known = next((other for other in sheet.obstacles if other.key == item.key), None)
        if item.key in sheet.fixed and known is not None:
            self._foreseen.meet(page, known)
            return
        if known is not None:
            sheet.obstacles.remove(known)
        sheet.obstacles.append(item)
        if parts and _parts_lines((*sheet.finished, *sheet.columns), item):
            self._foreseen.meet(page, item)

    def _unhang(self, keys: Sequence[Key]) -> None:
        """Give free again what floats took that go further on."""
        sheet, _ = self._here()
        for item in [item for item in sheet.obstacles if item.key in keys]:
            sheet.obstacles.remove(item)
            self._foreseen.forget(len(self.pages), item)

    def _rehang(self, strip: Strip, y: float) -> None:
        """Hang the floats of a strip that came to stand here."""
        if strip.line is not None and strip.line.drawings and strip.of is not None:
            floats = [item for item in floats_of(strip.of.paragraph) if item[1] in strip.line.drawings]
            self._hang(floats, y - min(strip.own, strip.before), y + strip.line.above)

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
        tall, room = sum(header.height for header in row.table.headers), sheet.bottom - self._y
        if tall > room * MOST_HEADERS or (not row.splits and room - tall < strip.height <= room):
            return
        for header in row.table.headers:
            self._place(Strip(header.height, row=header), 0.0)

    @staticmethod
    def _only_headers(column: Column) -> bool:
        return all(strip.row is not None and strip.row.element_free for strip, _ in column.placed)


def _without_mark(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a section without the empty paragraph that only holds its end: Word gives it no line."""
    last = blocks[-1] if len(blocks) > 1 else None
    bare = isinstance(last, Paragraph) and not last.inlines and last.label is None and last.frame is None
    return blocks[:-1] if bare else blocks


def _leading(paragraph: Paragraph) -> bool:
    """Whether all floats of a paragraph hang from its beginning."""
    shown = False
    for item in paragraph.inlines:
        if isinstance(item, Drawing) and item.anchor is not None:
            if shown:
                return False
        elif not isinstance(item, Bookmark):
            shown = True
    return True


def _pushed_off(
    strips: Sequence[Strip], start: int, y: float, bottom: float, keys: Sequence[Key]
) -> tuple[int, list[Key]] | None:
    """The first line after `start` that falls off the page and hangs one of `keys`, and which keys it and later do."""
    fits = True
    for index, strip in enumerate(strips[start:], start):
        y += strip.height
        fits = fits and y <= bottom + SLACK
        if fits or index == start or strip.line is None or not strip.line.drawings or strip.of is None:
            continue
        floats = floats_of(strip.of.paragraph)
        gone = [key for key, item in floats if key in keys and item in strip.line.drawings]
        if gone:
            return index, gone
    return None


def _parts_lines(columns: Sequence[Column], item: Obstacle) -> bool:
    """Whether lines stand already where a float keeps them away."""
    for column in columns:
        if column.x >= item.right or column.x + column.width <= item.left:
            continue
        for strip, y in reversed(column.placed):
            if y + strip.height <= (item.y if item.whole else item.top) + SLACK:
                break
            if strip.line is not None and y < item.bottom - SLACK:
                return True
    return False
