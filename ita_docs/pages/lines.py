"""A paragraph's pieces broken into lines, and each line's glyph runs placed.

All x are from the left edge of the column; indents, tab stops and the label are taken in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .cutting import cut, hyphened, nothing
from .drawn import Drawing
from .dressing import Draw, dressed
from .flow import Paragraph, ParagraphLook
from .joining import joined
from .model import Line
from .pieces import ANCHOR, BREAK, DRAWING, MARK, TAB, TEXT, Piece
from .spreading import JUSTIFIED, spread
from .tabbing import TOLERANCE, OpenTab, TabStops

NARROWEST = 12.0
"""What is left of a line beside a float must be at least so wide, in points."""
Room = Callable[[float, float], tuple[float, tuple[tuple[float, float], ...]]]
"""(y, height) of a line in its paragraph → where it stands: y, and the ends of the gaps between floats there."""


class SetLine(NamedTuple):
    """A line ready to be put on a page.

    line: at y = 0. above: room left free over it (beside a float there was none). ends: what comes after it: "", page
    or column. drawings: floating ones anchored in it; marks: (bookmark, x).
    """

    line: Line
    height: float
    above: float = 0.0
    ends: str = ""
    drawings: tuple[Drawing, ...] = ()
    marks: tuple[tuple[str, float], ...] = ()


class LineSetter:
    """Sets the lines of one paragraph in a column `width` points wide."""

    def __init__(
        self,
        paragraph: Paragraph,
        pieces: list[Piece],
        label: list[Piece],
        width: float,
        default_tab: float,
        room: Room | None = None,
        grid: float = 0.0,
        mark: tuple[float, float] = (0.0, 0.0),
        draw: Draw | None = None,
    ) -> None:
        self._paragraph = paragraph
        self._look = paragraph.look
        self._label = label
        self._pieces = [*label, *pieces]
        self._width = width
        self._stops = TabStops(paragraph.look, default_tab)
        self._room = room
        self._grid = grid if paragraph.look.snap_to_grid else 0.0
        self._mark = mark
        # beside floats a line asks for the room of the tallest text it may hold
        drawn = (piece.ascent + piece.descent for piece in pieces if piece.kind == TEXT and not piece.space)
        self._tallest = 0.0 if room is None else max(drawn, default=0.0)
        self._draw = draw
        self._drawn = self._look.line != 1.0 and any(piece.kind == DRAWING for piece in pieces)
        self._tab_widths: dict[int, float] = {}

    def lines(self) -> list[SetLine]:
        """The paragraph's lines; at least one."""
        lines: list[SetLine] = []
        at = 0
        y = 0.0
        while True:
            first = not lines
            gaps, down = self._bounds(first, y)
            parts: list[SetLine] = []
            for left, right in gaps:
                begins = first and not parts
                self._tab_widths.clear()
                end, next_at = self._fill(at, left, right, begins)
                last = next_at >= len(self._pieces)
                parts.append(self._set(at, end, left, right, last, begins, down))
                at = next_at
                if last or self._pieces[end - 1].kind == BREAK:
                    break
            line = _whole(parts)
            lines.append(line)
            y += line.above + line.height
            if last and not self._breaks_after(end):
                return lines

    def _breaks_after(self, end: int) -> bool:
        """Whether the paragraph ends with a line break: an empty line follows it."""
        if end and end <= len(self._pieces):
            piece = self._pieces[end - 1]
            if piece.kind == BREAK and piece.text == "line" and not getattr(piece, "done", False):
                self._pieces.append(nothing(piece))
                return True
        return False

    def _bounds(self, first: bool, y: float) -> tuple[Sequence[tuple[float, float]], float]:
        """Left and right ends of the parts of a line that begins at `y`, and how far down it goes to find them."""
        look = self._look
        left = look.left + (look.first if first else 0.0)
        right = self._width - look.right
        if self._room is None:
            return ((left, max(right, left + NARROWEST)),), 0.0
        tall = max(self._tallest, line_height(look, *self._mark, self._grid)[0]) or 12.0
        found, gaps = self._room(y, tall)
        # indents count from the column's edges, not from the float's: Word forgets those that end under it
        parts = [(max(left, low), min(right, high)) for low, high in gaps]
        wide = [(low, high) for low, high in parts if high - low >= NARROWEST]
        return wide or [(parts[0][0], max(parts[0][1], parts[0][0] + NARROWEST))], max(0.0, found - y)

    # ------------------------------------------------------------ breaking

    def _fill(self, at: int, left: float, right: float, first: bool) -> tuple[int, int]:
        """How far a line that begins with piece `at` reaches: (end of what it shows, where the next begins)."""
        pieces = self._pieces
        x = left
        if first and self._label and self._paragraph.label is not None:
            width = sum(piece.width for piece in self._label if piece.kind == TEXT)
            x -= {"right": width, "center": width / 2}.get(self._paragraph.label.alignment, 0.0)
        # tab stops are measured by the widths of what is drawn, the end of the line by what it counts for
        drawn = x
        squeezes = self._look.alignment in JUSTIFIED
        tab: OpenTab | None = None
        limit = right + TOLERANCE
        good = -1
        inked = False
        index = at
        while index < len(pieces):
            piece = pieces[index]
            kind = piece.kind
            if kind == TEXT or kind == DRAWING:  # noqa: SIM109 - a membership test costs a tuple each time
                if tab is not None and not (piece.space and self._only_spaces(index)):
                    x = drawn = tab.take(piece)
                    self._tab_widths[tab.piece] = tab.width
                    if x > limit and not piece.space:
                        x -= piece.width
                        return self._overflow(index, at, good, x, limit, inked)
                elif piece.space:
                    x += piece.fit if squeezes else piece.width
                    drawn += piece.width
                else:
                    fit = piece.fit if squeezes else piece.width
                    if x + fit > limit:
                        return self._overflow(index, at, good, x, limit, inked)
                    x += fit
                    drawn += piece.width
                if not piece.space:
                    inked = True
                if piece.breakable:
                    good = index + 1
            elif kind == TAB:
                if tab is not None:
                    self._tab_widths[tab.piece] = tab.width
                stop = self._stops.after(drawn, right, piece)
                if stop.position > right + TOLERANCE and not stop.known and inked:
                    return (good, good) if good > at else (index, index)
                self._tab_widths[index] = max(0.0, stop.position - drawn)
                tab = None if stop.kind == "left" else OpenTab(index, drawn, stop.position, stop.kind)
                # where the next tab counts from if no text comes before it
                x = drawn = max(drawn, stop.position)
                if stop.position > right:
                    limit = max(limit, stop.position + TOLERANCE)
                inked = True
                good = index + 1
            elif kind == BREAK:
                if tab is not None:
                    self._tab_widths[tab.piece] = tab.width
                return index + 1, index + 1
            index += 1
        if tab is not None:
            self._tab_widths[tab.piece] = tab.width
        return len(pieces), len(pieces)

    def _only_spaces(self, index: int) -> bool:
        """Whether nothing but spaces follows: they hang at the end of the line."""
        return all(piece.space or piece.kind in (ANCHOR, MARK) for piece in self._pieces[index:])

    def _overflow(self, index: int, at: int, good: int, x: float, limit: float, inked: bool) -> tuple[int, int]:
        """The end of a line in which the piece at `index` does not fit."""
        if good > at:
            return good, good
        piece = self._pieces[index]
        if piece.kind == TEXT and not piece.space:
            room = limit - x
            if (parts := cut(piece, room, force=not inked)) is not None:
                self._pieces[index : index + 1] = parts
                return index + 1, index + 1
        if index > at and inked:
            return index, index
        return index + 1, index + 1

    # ------------------------------------------------------------ setting

    def _set(self, start: int, end: int, left: float, right: float, last: bool, first: bool, down: float) -> SetLine:
        pieces = self._pieces[start:end]
        ended = ""
        broken = False
        if pieces and pieces[-1].kind == BREAK:
            ended = pieces[-1].text if pieces[-1].text != "line" else ""
            broken = pieces[-1].text == "line"
        shown = len(pieces)
        while shown and (pieces[shown - 1].space or pieces[shown - 1].kind in (BREAK, ANCHOR, MARK)):
            shown -= 1
        if shown and not last and pieces[shown - 1].kind == TEXT and pieces[shown - 1].text.endswith("\u00ad"):
            pieces[shown - 1] = hyphened(pieces[shown - 1])
        x = left
        if first and self._label and self._paragraph.label is not None:
            width = sum(piece.width for piece in self._label if piece.kind == TEXT)
            x -= {"right": width, "center": width / 2}.get(self._paragraph.label.alignment, 0.0)
        widths = [
            self._tab_widths.get(start + place, 0.0) if piece.kind == TAB else piece.width
            for place, piece in enumerate(pieces)
        ]
        slack = right - x - sum(widths[:shown])
        offset, how = spread(self._look.alignment, pieces[:shown], slack, ended=last or bool(ended), broken=broken)
        ascent, descent = self._heights(pieces, last)
        raised = 0.0
        if self._drawn:
            raised = ascent - self._heights([piece for piece in pieces if piece.kind != DRAWING], last)[0]
        height, baseline = line_height(self._look, ascent, descent, self._grid, raised)
        leaders = []
        at = x + offset
        for place, piece in enumerate(pieces[:shown]):
            if piece.kind == TAB:
                leaders.append(self._stops.after(at, right, piece).leader)
            at += widths[place]
        line = dressed(pieces, widths, x + offset, height, baseline, how, leaders, shown, self._draw, ended=last)
        return SetLine(
            line,
            height,
            down,
            ended,
            tuple(piece.drawing for piece in pieces if piece.kind == ANCHOR),
            tuple((piece.text, x + offset) for piece in pieces if piece.kind == MARK),
        )

    def _heights(self, pieces: Sequence[Piece], last: bool) -> tuple[float, float]:
        """Ascent and descent of a line; spaces and tabs count where there is nothing else."""
        ascent = descent = blank_ascent = blank_descent = 0.0
        for piece in pieces:
            if piece.space or piece.kind in (TAB, BREAK):
                blank_ascent, blank_descent = max(blank_ascent, piece.ascent), max(blank_descent, piece.descent)
                continue
            if piece.ascent > ascent:
                ascent = piece.ascent
            if piece.descent > descent:
                descent = piece.descent
        if not ascent and not descent:
            ascent, descent = blank_ascent, blank_descent
        if last or not ascent:
            ascent, descent = max(ascent, self._mark[0]), max(descent, self._mark[1])
        return ascent, descent


def _whole(parts: Sequence[SetLine]) -> SetLine:
    """The parts of a line that stand between floats as one line."""
    if len(parts) == 1:
        return parts[0]
    line = joined([part.line for part in parts])
    return SetLine(
        line,
        line.height,
        parts[0].above,
        parts[-1].ends,
        tuple(drawing for part in parts for drawing in part.drawings),
        tuple(mark for part in parts for mark in part.marks),
    )


EXACT = 0.8
"""Where the baseline of an exact line stands, as a share of its height: measured by others, in four fonts and sizes."""


def line_height(
    look: ParagraphLook, ascent: float, descent: float, grid: float = 0.0, raised: float = 0.0
) -> tuple[float, float]:
    """(height, baseline within it) of a line, by the paragraph's line spacing (§17.3.1.33).

    raised: how far a picture reaches over the text, which is not multiplied. Word 2016 puts what a multiple adds below
    the text, and takes what one under 1 saves off its top (measured). In an exact line the baseline stands where it
    does in any font and size.
    """
    natural = ascent + descent
    if look.line_rule == "exact" and look.line > 0:
        return look.line, look.line * EXACT
    if look.line_rule == "atLeast":
        height = max(natural, look.line)
        return height, height - descent
    single = max(1, -(-natural // grid)) * grid if grid > 0 else natural
    height = single + (single - raised) * (look.line - 1)
    return height, min(ascent + (single - natural) / 2, height - descent)
