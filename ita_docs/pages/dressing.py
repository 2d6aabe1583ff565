"""A line's pieces placed: glyph runs, pictures in the line, underlines, highlights, leaders and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .drawn import Drawing
from .model import Box, Fill, GlyphRun, Group, Line, LinkArea, Rule
from .pieces import DRAWING, TAB, TEXT, Piece
from .spreading import NONE, Spread

_DOTS = {"dot": "leader", "middleDot": "leader", "heavy": "solid", "underscore": "solid", "hyphen": "dashed"}
_UNDERLINES = {
    "single": "solid", "words": "solid", "thick": "solid", "double": "double", "wavyDouble": "double",
    "dotted": "dotted", "dottedHeavy": "dotted",
}  # fmt: skip
Draw = Callable[[Drawing], tuple[Box, ...]]
"""The boxes of a drawing, from its own top left corner."""


class _Marks:
    """Rules, fills and links of a line, side by side ones joined."""

    def __init__(self) -> None:
        self.before: list[Fill | Rule] = []
        self.after: list[Rule] = []
        self.links: list[LinkArea] = []

    def rule(self, x1: float, x2: float, y: float, width: float, colour: str, style: str) -> None:
        if self.after:
            last = self.after[-1]
            same = (last.y1, last.colour, last.style) == (y, colour, style) and abs(last.x2 - x1) < 0.02
            if same and last.width == width:
                self.after[-1] = Rule(last.x1, y, x2, y, width, colour, style)
                return
        self.after.append(Rule(x1, y, x2, y, width, colour, style))

    def fill(self, x1: float, x2: float, top: float, bottom: float, colour: str) -> None:
        if self.before:
            last = self.before[-1]
            if (
                isinstance(last, Fill)
                and last.colour == colour
                and abs(last.x + last.width - x1) < 0.02
                and last.y == top
            ):
                self.before[-1] = Fill(last.x, top, x2 - last.x, max(last.height, bottom - top), colour)
                return
        self.before.append(Fill(x1, top, x2 - x1, bottom - top, colour))

    def link(self, x1: float, x2: float, height: float, target: str) -> None:
        if self.links:
            last = self.links[-1]
            if last.target == target and abs(last.x + last.width - x1) < 0.02:
                self.links[-1] = LinkArea(last.x, 0.0, x2 - last.x, height, target)
                return
        self.links.append(LinkArea(x1, 0.0, x2 - x1, height, target))


def dressed(
    pieces: Sequence[Piece],
    widths: Sequence[float],
    left: float,
    height: float,
    baseline: float,
    how: Spread,
    leaders: Sequence[str],
    shown: int,
    draw: Draw | None,
    *,
    ended: bool,
) -> Line:
    """The line of `pieces`, of which `shown` count for its width; it begins at `left` in its column."""
    runs: list[GlyphRun] = []
    boxes: list[Box] = []
    marks = _Marks()
    x = 0.0
    tabs = 0
    for index, piece in enumerate(pieces):
        kind = piece.kind
        if kind == TEXT:
            shaped, look = piece.shaped, piece.look
            width = widths[index]
            letter = word = 0.0
            if how is not NONE and how.start <= index < shown:
                letter, word = how.letter if piece.spreads else 0.0, how.word
                width += letter * shaped.gaps + word * shaped.spaces
            if shaped.glyphs or piece.text:
                runs.append(
                    GlyphRun(
                        x, width, piece.face, piece.size, shaped, look.colour,
                        letter + look.spacing, word, piece.raised, look.stretch,
                    )
                )  # fmt: skip
            if piece.marked:
                if look.decorated and (index < shown or ended):
                    _marked(piece, x, x + width, baseline, marks)
                if piece.link is not None and index < shown:
                    marks.link(x, x + width, height, piece.link)
        elif kind == TAB:
            width = widths[index]
            if index < shown or ended:
                _marked(piece, x, x + width, baseline, marks)
            if index < shown:
                leader = leaders[tabs] if tabs < len(leaders) else "none"
                tabs += 1
                _led(piece, leader, x, x + width, baseline, marks)
        elif kind == DRAWING:
            width = widths[index] + (how.letter if index >= how.start and index < shown else 0.0)
            if draw is not None:
                drawing = piece.drawing
                top = baseline - drawing.height
                boxes.append(Group(x, top, drawing.width, drawing.height, draw(drawing)))
            if piece.link is not None:
                marks.link(x, x + widths[index], height, piece.link)
        else:
            continue
        x += width
    text = "".join([piece.text for piece in pieces if piece.kind == TEXT or piece.kind == TAB])
    return Line(
        left, 0.0, x, height, baseline, tuple(runs), tuple(boxes), tuple(marks.before), tuple(marks.after),
        tuple(marks.links), text, ended,
    )  # fmt: skip


def _marked(piece: Piece, x1: float, x2: float, baseline: float, marks: _Marks) -> None:
    """The highlight, underline and strikes of a piece."""
    look = piece.look
    if look.highlight is not None:
        face, size = piece.face, piece.size
        marks.fill(x1, x2, baseline - (face.ascent + face.gap) * size, baseline + face.descent * size, look.highlight)
    if look.underline and not (look.underline == "words" and piece.space):
        top, thickness = piece.face.underline
        width = max(0.4, thickness * piece.size)
        style = _UNDERLINES.get(look.underline, "dashed" if "ash" in look.underline else "solid")
        if look.underline in ("thick", "dottedHeavy", "dashedHeavy"):
            width *= 1.8
        if style == "double":
            width *= 3
        y = baseline - top * piece.size + width / 2
        marks.rule(x1, x2, y, width, look.underline_colour or look.colour, style)
    if look.strike or look.double_strike:
        top, thickness = piece.face.strikeout
        width = max(0.4, thickness * piece.size) * (3 if look.double_strike else 1)
        y = baseline - piece.raised - (top - thickness / 2) * piece.size
        marks.rule(x1, x2, y, width, look.colour, "double" if look.double_strike else "solid")


def _led(piece: Piece, leader: str, x1: float, x2: float, baseline: float, marks: _Marks) -> None:
    """The leader that fills a tab's room."""
    style = _DOTS.get(leader)
    if style is None or x2 - x1 < 2:
        return
    width = max(0.5, piece.size * (0.055 if style == "leader" else 0.04))
    rise = piece.size * 0.25 if leader in ("middleDot", "hyphen") else width / 2 if style == "leader" else -width
    marks.rule(x1 + 1, x2 - 1, baseline - rise, width, piece.look.colour, style)
