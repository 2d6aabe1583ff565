"""Paragraphs set beside what floats on their page, and floats hung where their paragraph comes to stand (§20.4.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .characters import Bookmark
from .columns import Column
from .drawn import Drawing
from .floats import position
from .flow import Paragraph
from .lines import SetLine
from .model import Element
from .sheets import SLACK, Sheets
from .strips import Strip
from .wrapping import Answer, Beside, Key, Obstacle, floats_of, obstacle


class Hanging(Sheets):
    """Pages on which text stands beside floats."""

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
                paragraph, column.width, before, following, after, self.root, room, element
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
                whole.paragraph, column.width, before, following, after, self.root, room, whole.element
            )

        return self._beside(make, start, top, own, known, [key for key, _ in floats])

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
