"""A piece of text divided where nothing else fits: between grapheme clusters."""

from __future__ import annotations

from .pieces import MARK, TEXT, Piece


def cut(piece: Piece, room: float, *, force: bool) -> tuple[Piece, Piece] | None:
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
    part.look, part.face, part.size, part.raised = piece.look, piece.face, piece.size, piece.raised
    part.link, part.marked = piece.link, piece.marked
    part.ascent, part.descent, part.breakable = piece.ascent, piece.descent, breakable
    part.shaped = piece.face.shape(text)
    part.width = part.shaped.width * piece.face.unit * piece.size * piece.look.stretch
    part.width += piece.look.spacing * part.shaped.gaps
    part.fit, part.spreads = part.width, piece.spreads
    return part


def hyphened(piece: Piece) -> Piece:
    """A piece that ends with a soft hyphen, which shows where the line is broken at it."""
    return _part(piece, piece.text.rstrip("\u00ad") + "-", piece.breakable)


def nothing(piece: Piece) -> Piece:
    """What stands on the empty line after a line break: nothing, in the break's own size."""
    empty = Piece(MARK)
    empty.ascent, empty.descent = piece.ascent, piece.descent
    return empty


def width_until(piece: Piece, index: int) -> float:
    """How wide the text of `piece` before the character at `index` is."""
    shaped = piece.shaped
    units = sum(advance for start, advance in zip(shaped.starts, shaped.advances, strict=True) if start < index)
    gaps = len({start for start in shaped.starts if start < index})
    return units * piece.face.unit * piece.size * piece.look.stretch + gaps * piece.look.spacing
