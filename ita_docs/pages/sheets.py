"""The page being filled: opened with its header and footer, its columns, and closed with what floats on it (§17.6)."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Setter
from .catchwords import Opening, opening
from .columns import Column, rules_between, spread_out
from .floats import Ground
from .flow import Paragraph, Section
from .foreseen import Foreseen
from .framing import page_frame
from .model import Box, Destination, Element, OutlineEntry, Page
from .number_formats import numbered
from .numbers_shown import HIDDEN
from .page_borders import drawn_borders
from .passes import Sections
from .strips import boxes_of
from .wrapping import Key, Obstacle

MOST_PAGES = 5000
"""A document that needs more is not finished: something in it repeats without end."""
SLACK = 0.1
"""By how many points a page may be overfull: sums of lengths are rounded."""


class TooManyPages(Exception):
    """A document has more than `MOST_PAGES`."""


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
    borders: tuple[Box, ...] = ()


class Sheets:
    """The pages of one document, one of them being filled.

    reserve: points left free at the foot of each page, for a catchword. number: of the page that was opened last.
    tables: how many floated. sections: what may be taken over from another pass.
    """

    def __init__(
        self,
        setter: Setter,
        root: Element,
        mirrored: bool,
        foreseen: Foreseen,
        sections: Sections,
        reserve: float,
    ) -> None:
        self._reserve = reserve
        self._setter = setter
        self.root = root
        self._mirrored = mirrored
        self._foreseen = foreseen
        self.sections = sections
        self.pages: list[Page] = []
        self.openings: list[Opening] = []
        self.outline: list[OutlineEntry] = []
        self.destinations: dict[str, Destination] = {}
        self.numbers: dict[str, tuple[int, str]] = {}
        self.styled: list[tuple[int, str, str]] = []
        self.section_pages: dict[int, int] = {}
        self._sheet: Sheet | None = None
        self._column = 0
        self._y = 0.0
        self.number = 0
        self._section_index = 0
        self._first_of_section = True
        self._after = 0.0
        self._before: Paragraph | None = None
        self.tables = 0

    def _here(self) -> tuple[Sheet, Column]:
        sheet = self._sheet
        assert sheet is not None
        return sheet, sheet.columns[self._column]

    def _ground(self, sheet: Sheet, column: Column) -> Ground:
        odd = sheet.number % 2 == 1
        mirrored = self._mirrored and not odd
        return Ground.of_page(column.section, sheet.head, sheet.bottom, (column.x, column.width), odd, mirrored)

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
            raise TooManyPages
        self.number += 1
        self._setter.shown.page = self.number
        self._setter.shown.sheet = len(self.pages)
        self._setter.shown.format = section.number_format
        opening = self._first_of_section
        first = opening and section.first_differs
        self._first_of_section = False
        even = self._setter.flow.even_differs and self.number % 2 == 0
        kind = "first" if first else "even" if even else "default"
        odd = self.number % 2 == 1
        frame = page_frame(self._setter, section, kind, mirrored=self._mirrored and not odd, odd=odd)
        columns = self._columns(section, self.number, frame.top)
        bottom = frame.bottom - self._reserve
        sheet = Sheet(section, self.number, frame.top, frame.top, bottom, frame.boxes, columns)
        known = self._foreseen.on(len(self.pages))
        if section.borders is not None:
            text = columns[0].x, frame.top, columns[-1].x + columns[-1].width, frame.bottom
            sheet.borders = drawn_borders(section, text, opening=opening)
        sheet.obstacles = [*frame.obstacles, *known]
        sheet.fixed = {item.key: (item.x, item.y) for item in known}
        self._sheet = sheet
        self._column = 0
        self._y = frame.top
        self.section_pages[self._section_index] = self.section_pages.get(self._section_index, 0) + 1

    def _close_page(self, *, full: bool = False) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        shift = self._aligned(sheet)
        columns = [*sheet.finished, *sheet.columns]
        if full and sheet.section.align == "both" and not sheet.finished and not sheet.obstacles:
            for column in columns:
                column.placed = spread_out(column.placed, sheet.bottom)
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
        if sheet.borders and sheet.section.borders is not None:
            whole = (*whole, *sheet.borders) if sheet.section.borders.front else (*sheet.borders, *whole)
        self.pages.append(Page(sheet.section.width, sheet.section.height, whole, label))
        self._sheet = None

    def _take_back(self) -> None:
        """Leave out the page that a break has just opened, if nothing stands on it."""
        sheet = self._sheet
        if sheet is None or sheet.overflowed or sheet.finished or self.section_pages[self._section_index] < 2:
            return
        if any(column.placed for column in sheet.columns) or sheet.over:
            return
        self._sheet = None
        self.number -= 1
        self.section_pages[self._section_index] -= 1

    def _aligned(self, sheet: Sheet) -> float:
        """How far down the text of a page moves, by the section's vertical alignment."""
        align = sheet.section.align
        if align not in ("center", "bottom") or any(column.section.align != align for column in sheet.finished):
            return 0.0
        low = max(column.low for column in (*sheet.finished, *sheet.columns))
        free = max(0.0, sheet.bottom - low)
        return free / 2 if align == "center" else free

    def _note(self, column: Column) -> None:
        """Bookmarks and headings that stand in a column."""
        page = len(self.pages)
        for strip, y in column.placed:
            if strip.line is not None and strip.of is not None:
                for name, x in strip.line.marks:
                    self._mark(name, page, column.x + x, y)
                look = strip.of.paragraph.look
                named = look.style in self._setter.shown.named
                if strip.first and (look.outline is not None or named):
                    title = " ".join("".join(line.line.text for line in strip.of.lines).split())
                    if title and look.outline is not None:
                        self.outline.append(OutlineEntry(look.outline + 1, title, Destination(page, column.x, y)))
                    if title and named:
                        self.styled.append((page, look.style, title))
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
            self._setter.shown.wrong = True

    def _next_column(self, *, page: bool = False, forced: bool = False) -> None:
        """Go to the next column, or page."""
        sheet = self._sheet
        assert sheet is not None
        if not page and self._column + 1 < len(sheet.columns):
            self._column += 1
            self._y = sheet.top
        else:
            section = sheet.section
            self._close_page(full=not forced)
            self._open_page(section)
            assert self._sheet is not None
            self._sheet.overflowed = not forced
        assert self._sheet is not None
        self._sheet.fresh = forced
