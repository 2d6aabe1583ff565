"""The text of a paragraph cut into shaped pieces, each in one typeface, with the places where a line may break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache

from ..thai.line_breaks import break_points
from .characters import Bookmark, Break, Field, Look, Tab, Text
from .drawn import Drawing
from .flow import Inline, Label
from .kept_words import MEMORY, words_of
from .numbers_shown import mark_of
from .typecase import Typecase
from .typefaces import Shaped, Typeface

TEXT, TAB, BREAK, DRAWING, ANCHOR, MARK = range(6)
"""Kinds of pieces; an anchor is a floating drawing, a mark a bookmark."""
SMALL_CAPS = 0.8
RAISED_SIZE, RAISED_BY, LOWERED_BY = 0.65, 0.35, 0.14
"""Superscripts and subscripts: their size, and how far from the baseline, as shares of the size."""
LONGEST_WORD = 500
"""Of more characters no piece is made, however long the word."""
NOT_THAI = 0.99
"""What Word counts text for that is not Thai when it fills a line: measured, docs/word-breaking.md."""
_THAI = re.compile("[\u0e01-\u0e5b]")
_COMPLEX = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff"
"""Scripts that Word sets with the complex-script side of a run (§17.3.2.26): Thai among them."""
_EAST_ASIAN = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_ALIKE = re.compile("[A-Za-z][^\u0e00-\u0e7f]*|[^A-Za-z]+")
_COMMON = re.compile(
    "(?P<cs>[\u0e00-\u0e7f]+)|(?P<ascii>[\x00-\x7f]+)|(?P<hansi>[\x80-\u024f\u2000-\u206f\u25a0-\u27bf]+)"
)
_UNCOMMON = re.compile("[^\x00-\u024f\u0e00-\u0e7f\u2000-\u206f\u25a0-\u27bf]")
_CHUNKS = re.compile(" +|[^ ]+")
_LOWER = re.compile("[^A-Z]+|[A-Z]+")


class Piece:
    """A part of a line that is not divided unless nothing else helps. Equal words share one: it is not changed.

    width in points, everything included; fit: what it counts for when a line is filled. spreads: its letters move apart
    where a line is spread over its clusters; Latin ones do not. breakable: a line may end after it. space: it is only
    spaces. marked: it is linked or decorated. raised: points above the baseline. ascent, descent: what it asks of its
    line. For a TAB: its `tab`; a BREAK: its `text`, the kind; a DRAWING or ANCHOR: its `drawing`; a MARK: its `text`,
    the bookmark's name.
    """

    __slots__ = (
        "ascent", "breakable", "descent", "drawing", "face", "fit", "kind", "link", "look", "marked", "raised",
        "shaped", "size", "space", "spreads", "tab", "text", "width",
    )  # fmt: skip

    kind: int
    text: str
    width: float
    fit: float
    spreads: bool
    breakable: bool
    space: bool
    marked: bool
    look: Look
    face: Typeface
    size: float
    shaped: Shaped
    raised: float
    ascent: float
    descent: float
    link: str | None
    tab: Tab
    drawing: Drawing

    def __init__(self, kind: int, text: str = "", width: float = 0.0, breakable: bool = False) -> None:
        self.kind = kind
        self.text = text
        self.width = self.fit = width
        self.spreads = False
        self.breakable = breakable
        self.space = self.marked = False
        self.ascent = self.descent = self.raised = 0.0
        self.link = None


Shows = Callable[[Field], str]
"""What a field shows where the paragraph stands."""


def pieces_of(inlines: Sequence[Inline], typecase: Typecase, shows: Shows) -> list[Piece]:
    """The pieces of a paragraph's inlines, in order."""
    parts: list[str] = []
    for item in inlines:
        if isinstance(item, Text):
            parts.append(item.text)
        elif isinstance(item, Tab):
            parts.append("\t")
        elif isinstance(item, Break):
            parts.append("\n")
        elif isinstance(item, Field):
            parts.append(shows(item))
        elif isinstance(item, Drawing) and item.anchor is None:
            parts.append("\ufffc")
        else:
            parts.append("")
    whole = "".join(parts)
    breaks = break_points(whole)
    pieces: list[Piece] = []
    at = 0
    for item, part in zip(inlines, parts, strict=True):
        end = at + len(part)
        if isinstance(item, (Text, Field)):
            if isinstance(item, Field) and item.kind == "PAGE":
                pieces.append(Piece(MARK, mark_of(item)))
            _text(part, item.look, item.link, at, breaks, typecase, pieces)
        else:
            pieces.append(_other(item, typecase, bool(end) and _among(breaks, end)))
        at = end
    return pieces


def _among(breaks: tuple[int, ...], index: int) -> bool:
    place = bisect_right(breaks, index)
    return place > 0 and breaks[place - 1] == index


def _other(item: Inline, typecase: Typecase, breakable: bool) -> Piece:
    if isinstance(item, (Tab, Break)):
        if isinstance(item, Tab):
            piece = Piece(TAB, "\t", 0.0, True)
            piece.tab = item
        else:
            piece = Piece(BREAK, item.kind, 0.0, True)
        piece.look = item.look
        piece.face, piece.size = standing(piece.look, typecase)
        piece.ascent, piece.descent = heights(piece.face, piece.size)
    elif isinstance(item, Drawing):
        piece = Piece(DRAWING if item.anchor is None else ANCHOR, "", item.width if item.anchor is None else 0.0)
        piece.drawing = item
        piece.look = item.look
        piece.link = item.link
        if item.anchor is None:
            piece.breakable = breakable
            piece.ascent = item.height
    else:
        assert isinstance(item, Bookmark)
        piece = Piece(MARK, item.name)
    return piece


def standing(look: Look, typecase: Typecase) -> tuple[Typeface, float]:
    """The typeface and size that a run without text stands in: of its complex-script side if it says so."""
    if look.complex or look.hint == "cs":
        return typecase.face(look.cs, look.bold_cs, look.italic_cs), look.size_cs
    return typecase.face(look.ascii, look.bold, look.italic), look.size


def heights(face: Typeface, size: float) -> tuple[float, float]:
    """Ascent and descent that text asks of its line, in points: the font's, its gap above."""
    return (face.ascent + face.gap) * size, face.descent * size


def label_pieces(label: Label, typecase: Typecase) -> list[Piece]:
    """The pieces of a paragraph's number or bullet and of what follows it, which no line breaks."""
    pieces: list[Piece] = []
    _text(label.text, label.look, None, 0, (), typecase, pieces)
    if label.suffix == "tab":
        tab = _other(Tab(label.look), typecase, False)
        tab.breakable = False
        pieces.append(tab)
    elif label.suffix == "space":
        _text(" ", label.look, None, 0, (), typecase, pieces)
    return pieces


@cache
def _every_script() -> re.Pattern[str]:
    # milliseconds to compile: for text that needs it
    others = f"[^{_COMPLEX}{_EAST_ASIAN}\x00-\x7f]"
    return re.compile(
        f"(?P<cs>[{_COMPLEX}]+)|(?P<east_asia>[{_EAST_ASIAN}]+)|(?P<ascii>[\x00-\x7f]+)|(?P<hansi>{others}+)"
    )


def _segments(text: str, look: Look) -> list[tuple[str, str | None]]:
    """The text cut by script, each part with the side of the run that it takes (§17.3.2.26)."""
    if look.complex:
        return [(part, "cs") for part in _ALIKE.findall(text)]
    if _UNCOMMON.search(text) is not None:
        return [(match[0], match.lastgroup) for match in _every_script().finditer(text)]
    one, other = (look.ascii, look.size, look.bold, look.italic), (look.cs, look.size_cs, look.bold_cs, look.italic_cs)
    if one == other and look.hansi == look.ascii:
        # both sides look the same: it is enough to part Latin letters from Thai ones, which are shaped differently
        return [(part, "cs") for part in _ALIKE.findall(text)]
    return [(match[0], match.lastgroup) for match in _COMMON.finditer(text)]


def _text(
    text: str, look: Look, link: str | None, at: int, breaks: tuple[int, ...], typecase: Typecase, pieces: list[Piece]
) -> None:
    for segment, side in _segments(text, look):
        if side == "cs":
            family, size, bold, italic = look.cs, look.size_cs, look.bold_cs, look.italic_cs
        else:
            family = look.ascii if side == "ascii" else look.hansi if side == "hansi" else look.east_asia
            size, bold, italic = look.size, look.bold, look.italic
        face = typecase.face(family, bold, italic)
        if look.caps:
            _capitals(segment, look, link, at, breaks, typecase, face, size, pieces)
        else:
            _segment(segment, segment, look, link, at, breaks, typecase, face, size, pieces)
        at += len(segment)


def _capitals(
    segment: str, look: Look, link: str | None, at: int, breaks: tuple[int, ...], typecase: Typecase, face: Typeface,
    size: float, pieces: list[Piece],
) -> None:  # fmt: skip
    for part in _LOWER.findall(segment) if look.caps == "small" else [segment]:
        upper = "".join(char.upper() if len(char.upper()) == 1 else char for char in part)
        smaller = size * SMALL_CAPS if look.caps == "small" and upper != part else size
        _segment(upper, part, look, link, at, breaks, typecase, face, smaller, pieces)
        at += len(part)


def _segment(
    segment: str, said: str, look: Look, link: str | None, at: int, breaks: tuple[int, ...], typecase: Typecase,
    face: Typeface, size: float, pieces: list[Piece],
) -> None:  # fmt: skip
    raised = look.raised
    ascent, descent = heights(face, size)
    if look.vertical == "superscript":
        raised += size * RAISED_BY
        size *= RAISED_SIZE
    elif look.vertical == "subscript":
        raised -= size * LOWERED_BY
        size *= RAISED_SIZE
    if look.raised:
        ascent, descent = ascent + max(0.0, look.raised), descent + max(0.0, -look.raised)
    kern = bool(look.kern) and size >= look.kern
    covered = face.covers(segment)
    typecase.note(face, len(segment))
    # what another typeface must draw depends on the document's fonts
    words = (
        MEMORY.words(look, face, size, link, len(segment))
        if covered
        else words_of(typecase.cut, look, face, size, link)
    )
    index = bisect_right(breaks, at)
    for chunk in _CHUNKS.findall(segment):
        end = at + len(chunk)
        while at < end:
            stop = breaks[index] if index < len(breaks) else end
            breakable = stop <= end and index < len(breaks)
            if stop > end:
                stop = end
            elif breakable:
                index += 1
            if stop - at > LONGEST_WORD:
                # where a word is cut at the end of a line, its rest is shaped again: each time the whole of it
                stop, index, breakable = at + LONGEST_WORD, index - breakable, False
            word = chunk[len(chunk) - (end - at) : len(chunk) - (end - stop)]
            at = stop
            known = words.get((word, breakable))
            if known is None:
                known = []
                parts = ((face, word),) if covered else _by_face(word, face, typecase)
                for place, (drawn, part) in enumerate(parts):
                    shaped = drawn.shape(part, kern)
                    piece = Piece(TEXT, part)
                    piece.breakable = breakable and place == len(parts) - 1
                    piece.space = part[0] == " "
                    piece.look, piece.face, piece.size, piece.shaped, piece.link = look, drawn, size, shaped, link
                    piece.marked = link is not None or look.decorated
                    piece.width = shaped.width * drawn.unit * size * look.stretch + look.spacing * shaped.gaps
                    piece.fit = piece.width if _THAI.search(part) else piece.width * NOT_THAI
                    piece.spreads = not part.isalpha() or not part.isascii()
                    piece.raised = raised
                    if shaped.glyphs:  # what is never seen (a byte order mark) asks for no room either
                        piece.ascent, piece.descent = (ascent, descent) if drawn is face else heights(drawn, size)
                    known.append(piece)
                words[word, breakable] = known
            pieces += known


def _by_face(word: str, face: Typeface, typecase: Typecase) -> list[tuple[Typeface, str]]:
    """`word` cut where characters must be drawn in another typeface; marks stay with their base."""
    parts: list[tuple[Typeface, str]] = []
    for char in word:
        drawn = face if face.covers(char) else typecase.for_text(face, char)
        if parts and (
            parts[-1][0] is drawn or (not char.isalnum() and not char.isspace() and parts[-1][0].covers(char))
        ):
            parts[-1] = (parts[-1][0], parts[-1][1] + char)
        else:
            parts.append((drawn, char))
    return parts
