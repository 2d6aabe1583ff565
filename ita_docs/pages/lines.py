"""A paragraph's pieces broken into lines, and each line's glyph runs placed.

All x are from the left edge of the column; indents, tab stops and the label are taken in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .dressing import Draw, dressed
from .flow import Drawing, Paragraph, ParagraphLook, TabStop
from .model import Line
from .pieces import ANCHOR, BREAK, DRAWING, MARK, TAB, TEXT, Piece
from .spreading import Spread, spread

TOLERANCE = 0.05
"""By how many points a line may be overfull: Word counts in twips."""
NARROWEST = 12.0
"""What is left of a line beside a float must be at least so wide, in points."""
Room = Callable[[float, float], tuple[float, float, float]]
"""(y, height) of a line in its paragraph → where it stands: y, left and right end of the room there."""


@dataclass(frozen=True, slots=True)
class SetLine:
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


@dataclass(slots=True)
class _Tabbed:
    """An open tab: where it starts and leads, its kind, and how wide the text after it is so far."""

    piece: int
    start: float
    stop: float
    kind: str
    used: float = 0.0
    pointed: bool = False

    @property
    def width(self) -> float:
        room = self.stop - self.start
        share = {"left": 0.0, "center": 0.5}.get(self.kind, 1.0)
        return max(0.0, room - self.used * share)


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
        self._default_tab = default_tab
        self._room = room
        self._grid = grid if paragraph.look.snap_to_grid else 0.0
        self._mark = mark
        self._draw = draw
        self._tab_widths: dict[int, float] = {}

    def lines(self) -> list[SetLine]:
        """The paragraph's lines; at least one."""
        lines: list[SetLine] = []
        at = 0
        y = 0.0
        while True:
            first = not lines
            left, right, down = self._bounds(first, y)
            start = at
            self._tab_widths.clear()
            end, next_at = self._fill(at, left, right, first)
            last = next_at >= len(self._pieces)
            line = self._set(start, end, left, right, last, first, down)
            lines.append(line)
            y += line.above + line.height
            at = next_at
            if last and not self._breaks_after(end):
                return lines

    def _breaks_after(self, end: int) -> bool:
        """Whether the paragraph ends with a line break: an empty line follows it."""
        if end and end <= len(self._pieces):
            piece = self._pieces[end - 1]
            if piece.kind == BREAK and piece.text == "line" and not getattr(piece, "done", False):
                self._pieces.append(_nothing(piece))
                return True
        return False

    def _bounds(self, first: bool, y: float) -> tuple[float, float, float]:
        """Left and right end of a line that begins at `y`, and how far down it must go to find them."""
        look = self._look
        left = look.left + (look.first if first else 0.0)
        right = self._width - look.right
        down = 0.0
        if self._room is not None:
            height = sum(self._mark) or 12.0
            found, low, high = self._room(y, height)
            down = max(0.0, found - y)
            left, right = max(left, low), min(right, high)
        return left, max(right, left + NARROWEST), down

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
        tab: _Tabbed | None = None
        limit = right + TOLERANCE
        good = -1
        inked = False
        index = at
        while index < len(pieces):
            piece = pieces[index]
            kind = piece.kind
            if kind == TEXT or kind == DRAWING:  # noqa: SIM109 - a membership test costs a tuple each time
                if tab is not None and not (piece.space and self._only_spaces(index)):
                    x = drawn = self._after_tab(tab, piece)
                    if x > limit and not piece.space:
                        x -= piece.width
                        return self._overflow(index, at, good, x, limit, inked)
                elif piece.space:
                    x += piece.fit
                    drawn += piece.width
                else:
                    if x + piece.fit > limit:
                        return self._overflow(index, at, good, x, limit, inked)
                    x += piece.fit
                    drawn += piece.width
                if not piece.space:
                    inked = True
                if piece.breakable:
                    good = index + 1
            elif kind == TAB:
                if tab is not None:
                    self._tab_widths[tab.piece] = tab.width
                stop, known = self._next_stop(drawn, right, piece)
                if stop > right + TOLERANCE and not known and inked:
                    return (good, good) if good > at else (index, index)
                self._tab_widths[index] = max(0.0, stop - drawn)
                tab = _Tabbed(index, drawn, stop, self._kind_of(drawn, right, piece))
                if tab.kind == "left":
                    x = drawn = max(drawn, stop)
                    tab = None
                if stop > right:
                    limit = max(limit, stop + TOLERANCE)
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

    def _after_tab(self, tab: _Tabbed, piece: Piece) -> float:
        """Where a line is after `piece`, which an open tab makes room for."""
        beyond = 0.0
        if tab.pointed:
            beyond = piece.width
        elif tab.kind == "decimal" and piece.kind == TEXT and "." in piece.text:
            beyond = piece.width - _width_until(piece, piece.text.index("."))
            tab.pointed = True
        tab.used += piece.width - beyond
        tab.start += beyond
        tab.stop += beyond
        self._tab_widths[tab.piece] = tab.width
        return tab.start + tab.width + tab.used

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
            if (cut := _cut(piece, room, force=not inked)) is not None:
                self._pieces[index : index + 1] = cut
                return index + 1, index + 1
        if index > at and inked:
            return index, index
        return index + 1, index + 1

    def _stops(self) -> list[TabStop]:
        look = self._look
        stops = [stop for stop in look.tabs if stop.kind != "bar"]
        if look.first < 0 and not any(abs(stop.position - look.left) < 0.1 for stop in stops):
            stops.append(TabStop(look.left))
            stops.sort(key=lambda stop: stop.position)
        return stops

    def _stop_after(self, x: float) -> TabStop | None:
        hanging = self._look.left if self._look.first < 0 else None
        for stop in self._stops():
            if stop.position > x + TOLERANCE:
                if (
                    hanging is not None
                    and stop.position == hanging
                    and any(x + TOLERANCE < item.position < hanging for item in self._look.tabs)
                ):
                    continue
                return stop
        return None

    def _next_stop(self, x: float, right: float, piece: Piece) -> tuple[float, bool]:
        """Where a tab at `x` leads, and whether a tab stop was set there."""
        if piece.tab.alignment:
            return {"left": self._look.left, "center": (right + self._look.left) / 2}.get(
                piece.tab.alignment, right
            ), True
        if (stop := self._stop_after(x)) is not None:
            return stop.position, True
        step = self._default_tab
        return (int((x + TOLERANCE) / step) + 1) * step if x >= 0 else 0.0, False

    def _kind_of(self, x: float, right: float, piece: Piece) -> str:
        if piece.tab.alignment:
            return piece.tab.alignment
        stop = self._stop_after(x)
        kind = "left" if stop is None else stop.kind
        return kind if kind in ("center", "right", "decimal") else "left"

    def leader(self, x: float, piece: Piece) -> str:
        """What fills the room of a tab that begins at `x`."""
        if piece.tab.alignment:
            return piece.tab.leader
        stop = self._stop_after(x)
        return "none" if stop is None else stop.leader

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
            pieces[shown - 1] = _hyphened(pieces[shown - 1])
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
        height, baseline = line_height(self._look, ascent, descent, self._grid)
        leaders = []
        at = x + offset
        for place, piece in enumerate(pieces[:shown]):
            if piece.kind == TAB:
                leaders.append(self.leader(at, piece))
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
        ascent = descent = 0.0
        for piece in pieces:
            if piece.ascent > ascent:
                ascent = piece.ascent
            if piece.descent > descent:
                descent = piece.descent
        if last or not ascent:
            ascent, descent = max(ascent, self._mark[0]), max(descent, self._mark[1])
        return ascent, descent


def line_height(look: ParagraphLook, ascent: float, descent: float, grid: float = 0.0) -> tuple[float, float]:
    """(height, baseline within it) of a line, by the paragraph's line spacing (§17.3.1.33).

    Word 2016 puts what a multiple adds below the text, and takes what one under 1 saves off its top (measured).
    """
    natural = ascent + descent
    if look.line_rule == "exact" and look.line > 0:
        return look.line, look.line - descent - (look.line - natural) * 0.2
    if look.line_rule == "atLeast":
        height = max(natural, look.line)
        return height, height - descent
    single = max(1, -(-natural // grid)) * grid if grid > 0 else natural
    height = single * look.line
    return height, min(ascent + (single - natural) / 2, height - descent)


def _width_until(piece: Piece, index: int) -> float:
    """How wide the text of `piece` before the character at `index` is."""
    shaped = piece.shaped
    units = sum(advance for start, advance in zip(shaped.starts, shaped.advances, strict=True) if start < index)
    gaps = len({start for start in shaped.starts if start < index})
    return units * piece.face.unit * piece.size * piece.look.stretch + gaps * piece.look.spacing


def _cut(piece: Piece, room: float, *, force: bool) -> tuple[Piece, Piece] | None:
    """`piece` in two at a cluster, the first no wider than `room`; None where not even one cluster fits.

    With `force` one cluster is taken in any case, so that a line is never empty.
    """
    shaped = piece.shaped
    starts = sorted(set(shaped.starts))
    if len(starts) < 2:
        return None
    unit = piece.face.unit * piece.size * piece.look.stretch
    total, end = 0.0, 0
    widths: dict[int, float] = {}
    for start, advance in zip(shaped.starts, shaped.advances, strict=True):
        widths[start] = (
            widths.get(start, piece.look.spacing) + advance * unit
            if start not in widths
            else widths[start] + advance * unit
        )
    for place, start in enumerate(starts):
        total += widths[start]
        if total > room:
            break
        end = place + 1
    if end == 0:
        if not force:
            return None
        end = 1
    if end >= len(starts):
        return None
    middle = starts[end]
    return _part(piece, piece.text[:middle], True), _part(piece, piece.text[middle:], piece.breakable)


def _part(piece: Piece, text: str, breakable: bool) -> Piece:
    part = Piece(TEXT, text)
    part.look, part.face, part.size, part.link, part.raised = (
        piece.look,
        piece.face,
        piece.size,
        piece.link,
        piece.raised,
    )
    part.ascent, part.descent, part.breakable = piece.ascent, piece.descent, breakable
    part.shaped = piece.face.shape(text)
    part.width = part.shaped.width * piece.face.unit * piece.size * piece.look.stretch
    part.width += piece.look.spacing * part.shaped.gaps
    part.fit, part.spreads = part.width, piece.spreads
    return part


def _hyphened(piece: Piece) -> Piece:
    """A piece that ends with a soft hyphen, which shows where the line is broken at it."""
    return _part(piece, piece.text.rstrip("\u00ad") + "-", piece.breakable)


def _nothing(piece: Piece) -> Piece:
    """What stands on the empty line after a line break: nothing, in the break's own size."""
    empty = Piece(MARK)
    empty.ascent, empty.descent = piece.ascent, piece.descent
    return empty


__all__ = ["LineSetter", "Room", "SetLine", "Spread", "line_height"]
