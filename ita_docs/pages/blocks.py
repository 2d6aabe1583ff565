"""Blocks set into strips: paragraphs into lines, tables into rows, text boxes into boxes of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..problems import Problem
from .characters import Field
from .drawing_boxes import drawing_boxes, grown
from .drawn import Drawing
from .floats import Ground, position, sized
from .flow import Block, Flow, Paragraph, Table
from .frames import lifted
from .framing import PageFrame
from .lines import LineSetter, Room, SetLine
from .model import Box, Element, Group
from .numbers_shown import Shown
from .pieces import Piece, heights, label_pieces, pieces_of, standing
from .spaces import space_after, space_before
from .strips import ParagraphSet, Strip, boxes_of, stack
from .tables import TableSetter
from .typecase import Typecase
from .wrapping import Beside, Key, Obstacle, floats_of, obstacle

DEEPEST = 40
_UNDER = 1 << 33
"""What sets those behind the text below all others: places in the stack have 32 bits."""
NOWHERE: Mapping[Key, tuple[float, float]] = MappingProxyType({})


class Setter:
    """Sets the blocks of one document. shown: what its page number fields show. open_tables: tables in tables now."""

    def __init__(self, flow: Flow, typecase: Typecase, shown: Shown) -> None:
        self.flow = flow
        self.typecase = typecase
        self.shown = shown
        self.problems: list[Problem] = []
        self.open_tables = 0
        self.grid = 0.0
        self._pieces: dict[int, tuple[Paragraph, list[Piece], list[Piece], bool]] = {}
        self._lines: dict[tuple[int, float, float], list[SetLine]] = {}
        self._depth = 0
        self.parent: Element | None = None
        self.frames: dict[tuple[int, str, bool, bool], PageFrame] = {}

    @property
    def tables(self) -> TableSetter:
        """Sets its tables; made anew, for it refers to this one: a ring of references keeps a document in memory."""
        return TableSetter(self)

    # ------------------------------------------------------------ paragraphs

    def lines(self, paragraph: Paragraph, width: float, room: Room | None = None) -> list[SetLine]:
        """The lines of a paragraph in a column `width` points wide; `room` where floats stand in it."""
        key = (id(paragraph), width, self.grid)
        if room is None and (known := self._lines.get(key)) is not None:
            return known
        pieces, label, dynamic = self._cut(paragraph)
        face, size = standing(paragraph.mark, self.typecase)
        setter = LineSetter(
            paragraph,
            list(pieces),
            label,
            width,
            self.flow.default_tab,
            room,
            self.grid,
            heights(face, size),
            self.draw,
        )
        lines = setter.lines()
        if room is None and not dynamic:
            self._lines[key] = lines
        return lines

    def pieces(self, paragraph: Paragraph) -> list[Piece]:
        """What a paragraph is set from, cut once."""
        return self._cut(paragraph)[0]

    def _cut(self, paragraph: Paragraph) -> tuple[list[Piece], list[Piece], bool]:
        known = self._pieces.get(id(paragraph))
        if known is not None:
            return known[1:]
        # drawings have places in the structure tree, which is made anew in each pass
        dynamic = any(isinstance(item, (Field, Drawing)) for item in paragraph.inlines)
        pieces = pieces_of(paragraph.inlines, self.typecase, self.shown.field)
        label: list[Piece] = []
        if paragraph.label is not None:
            label = label_pieces(paragraph.label, self.typecase)
        if not dynamic:
            # the paragraph is kept too: an id is only good while its object lives
            self._pieces[id(paragraph)] = (paragraph, pieces, label, dynamic)
        return pieces, label, dynamic

    def paragraph_set(self, paragraph: Paragraph, width: float, room: Room | None = None) -> ParagraphSet:
        """A paragraph set on its own, with the room that its borders need."""
        whole = ParagraphSet(paragraph, self.lines(paragraph, width, room), width)
        sides = dict(paragraph.look.borders)
        for side in ("top", "bottom"):
            edge = sides.get(side)
            if edge is not None and edge.style != "none":
                setattr(whole, f"pad_{side}", edge.space + edge.width)
        return whole

    def strips(
        self,
        blocks: Sequence[Block],
        width: float,
        parent: Element | None,
        ground: Ground | None = None,
        y: float = 0.0,
        obstacles: list[Obstacle] | None = None,
    ) -> list[Strip]:
        """The strips of `blocks` in a column whose text begins at `y` on `ground`.

        obstacles: what floats keep free there; those of `blocks` are added. Without a ground the column is a box of its
        own, which holds the floats that text runs round.
        """
        blocks = lifted(blocks, self, width)
        strips: list[Strip] = []
        after = 0.0
        before: Paragraph | None = None
        hung: list[Obstacle] = [] if obstacles is None else obstacles
        here = Ground.of_box(width, 0.0) if ground is None else ground
        low = 0
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                made = self.tables.strips(block, width, parent)
                if made:
                    made[0].before = after
                strips += made
                after, before = 0.0, None
                continue
            following = following if isinstance(following, Paragraph) else None
            room: Beside | None = None
            floats = floats_of(block)
            if floats or hung:
                y += sum(strip.before + strip.height for strip in strips[low:])
                low = len(strips)
                gap = self.gap(block, before, after)
                line, own = y + gap, max(0.0, gap - after)
                for key, drawing in floats:
                    drawing = self.fitted(drawing, here)
                    found = obstacle(drawing, *position(drawing, here, line - own, line), key)
                    hung += [] if found is None else [found]
                room = Beside(hung, (here.column_x, width), line, own)
            strips += self.paragraph_strips(block, width, before, following, after, parent, room)
            after = space_after(block.look, following, listed=block.label is not None)
            before = block
        if ground is None and hung and strips:
            y += sum(strip.before + strip.height for strip in strips[low:])
            strips[-1].height += max(0.0, max(item.bottom for item in hung) - y)
        return strips

    def gap(self, paragraph: Paragraph, before: Paragraph | None, after: float) -> float:
        """The space above a paragraph, `after` being what the block before asks for below itself."""
        space = space_before(paragraph.look, before, listed=paragraph.label is not None)
        return after + space if self.flow.adds_spacing else max(after, space)

    def paragraph_strips(
        self,
        paragraph: Paragraph,
        width: float,
        before: Paragraph | None,
        following: Paragraph | None,
        after: float,
        parent: Element | None,
        room: Room | None = None,
        element: Element | None = None,
    ) -> list[Strip]:
        """The strips of one paragraph, `after` being the space that the block before asks for below itself.

        element: its place in the structure tree, where it has been set before.
        """
        look = paragraph.look
        if element is None:
            element = None if parent is None else element_of(paragraph, parent)
        self.parent = element
        whole = self.paragraph_set(paragraph, width, room)
        whole.element = element
        if look.borders:
            whole.joined_above = before is not None and _same_borders(before, paragraph)
            whole.joined_below = following is not None and _same_borders(paragraph, following)
            whole.pad_top = 0.0 if whole.joined_above and "between" not in dict(look.borders) else whole.pad_top
            whole.pad_bottom = 0.0 if whole.joined_below else whole.pad_bottom
        lines = whole.lines
        gap = self.gap(paragraph, before, after)
        strips: list[Strip] = []
        last = len(lines) - 1
        for index, line in enumerate(lines):
            strip = Strip(line.above + line.height, of=whole, line=line, index=index)
            if index == 0:
                strip.first = True
                strip.before = gap
                strip.own = max(0.0, gap - after)
                strip.height += whole.pad_top
                if look.page_break_before:
                    strip.forced = "page"
            if index == last:
                strip.last = True
                strip.height += whole.pad_bottom
                strip.keep = look.keep_next
            elif look.keep_lines:
                strip.keep = True
            elif look.widow_control and last > 0:
                strip.keep = index == 0 or index == last - 1
            strip.then = line.ends
            strips.append(strip)
        return strips

    # ------------------------------------------------------------ boxes of their own

    def stacked(self, blocks: Sequence[Block], width: float, parent: Element | None) -> tuple[tuple[Box, ...], float]:
        """The boxes of `blocks` one below the other, as in a header or a text box, and their height."""
        placed, height = stack(self.strips(blocks, width, parent))
        last = blocks[-1] if blocks else None
        if isinstance(last, Paragraph):
            height += last.look.after
        return self.with_floats(boxes_of(placed), placed, Ground.of_box(width, height)), height

    def with_floats(
        self,
        boxes: tuple[Box, ...],
        placed: Sequence[tuple[Strip, float]],
        ground: Ground,
    ) -> tuple[Box, ...]:
        """`boxes` with the drawings that float from their lines, under and over them."""
        floating = self.floating(placed, ground)
        if not floating:
            return boxes
        floating.sort(key=lambda item: item[1])
        under, over = ([box for below, _, box in floating if below is side] for side in (True, False))
        return (*under, *boxes, *over)

    def floating(
        self, placed: Sequence[tuple[Strip, float]], ground: Ground, fixed: Mapping[Key, tuple[float, float]] = NOWHERE
    ) -> list[tuple[bool, int, Box]]:
        """The drawings that float from lines, as (under the text, order, box); fixed: where some stand already."""
        found: list[tuple[bool, int, Box]] = []
        top, last = 0.0, None
        for strip, at in placed:
            if strip.of is not last:
                # Word measures from the top of a paragraph with the space above it
                top, last = at - min(strip.own, strip.before), strip.of
            if strip.line is None or not strip.line.drawings or strip.of is None:
                continue
            self.parent = strip.of.element
            for drawing in strip.line.drawings:
                anchor, place = drawing.anchor, None
                assert anchor is not None
                if fixed:
                    keys = [key for key, item in floats_of(strip.of.paragraph) if item is drawing]
                    place = fixed.get(keys[0]) if keys else None
                drawing = self.fitted(drawing, ground)
                x, y = place or position(drawing, ground, top, at + strip.line.above)
                box = Group(x, y, drawing.width, drawing.height, self.draw(drawing))
                # what text keeps clear of lies over the shading of its paragraphs, wherever it says it stands
                order = anchor.order - _UNDER if anchor.behind else anchor.order
                found.append((anchor.behind and anchor.wrap == "none", order, box))
        return found

    def fitted(self, drawing: Drawing, ground: Ground) -> Drawing:
        """A floating drawing in its size on `ground`, with the text in it."""
        return grown(self, sized(drawing, ground))

    def draw(self, drawing: Drawing) -> tuple[Box, ...]:
        """The boxes of a drawing, from its own top left corner."""
        self._depth += 1
        try:
            return () if self._depth > DEEPEST else drawing_boxes(self, drawing)
        finally:
            self._depth -= 1


def _same_borders(one: Paragraph, other: Paragraph) -> bool:
    return bool(one.look.borders) and (one.look.borders, one.look.left, one.look.right) == (
        other.look.borders, other.look.left, other.look.right,
    )  # fmt: skip


def element_of(paragraph: Paragraph, parent: Element) -> Element:
    """A paragraph's place in the structure tree."""
    outline = paragraph.look.outline
    role = "P" if outline is None else f"H{min(outline + 1, 6)}"
    if paragraph.label is not None and outline is None:
        item = parent.children[-1] if parent.children and parent.children[-1].role == "L" else parent.add("L")
        return item.add("LI").add("LBody")
    return parent.add(role)


__all__ = ["Setter", "element_of", "stack"]
