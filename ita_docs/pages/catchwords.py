"""Catchwords (คำต่อเนื่อง): the opening words of a page at the foot of the page before, after a slash.

Source: the correspondence regulation's explanation, annex on typing (item 10), and how offices print it: `/๓.๓
เจ้าหน้าที่...`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..thai.line_breaks import break_points
from .characters import Look, Text
from .flow import Paragraph, ParagraphLook
from .model import Page, PageStart
from .strips import Strip, boxes_of

if TYPE_CHECKING:
    from .blocks import Setter

RESERVE = 24.0
"""The room that pages leave for a catchword below their text, in points: a line of 20 pt."""
SHORTEST, LONGEST = 8, 24
"""How many characters of the next page are shown: whole words, as many as fit."""


class Opening(NamedTuple):
    """How the text of a page begins, and where a catchword stands on that page: the foot of its text column.

    start: where the page begins in the document, if it began because the one before was full; None for others.
    """

    text: str
    look: Look
    x: float
    width: float
    bottom: float
    start: PageStart | None = None


def opening(strips: Sequence[Strip], x: float, width: float, bottom: float, *, overflowed: bool = False) -> Opening:
    """The opening of a page whose first column holds `strips`."""
    for strip in strips:
        if strip.of is None or strip.line is None:
            continue
        text = strip.line.line.text
        if text.strip():
            looks = [item.look for item in strip.of.paragraph.inlines if isinstance(item, Text)]
            look = looks[0] if looks else strip.of.paragraph.mark
            start = _start(strip, words(text)) if overflowed and strip is strips[0] else None
            return Opening(words(text), look, x, width, bottom, start)
    return Opening("", Look(), x, width, bottom)


def _start(strip: Strip, text: str) -> PageStart | None:
    """Where in its paragraph a line begins."""
    whole = strip.of
    assert whole is not None
    paragraph = whole.paragraph
    before = sum(len(line.line.text) for line in whole.lines[: strip.index])
    if before and paragraph.label is not None:
        before -= len(paragraph.label.text) + (paragraph.label.suffix != "nothing")
    return PageStart(paragraph.number, before, text) if paragraph.number else None


def words(line: str) -> str:
    """The opening words of a line: a typed number and the word after it at least."""
    text = " ".join(line.split())
    end = 0
    for point in break_points(text):
        if point > LONGEST and end:
            break
        end = point
        if end >= SHORTEST:
            break
    return text[:end].rstrip(" /-–,;:(")


def with_catchwords(setter: Setter, pages: Sequence[Page], openings: Sequence[Opening]) -> list[Page]:
    """`pages`, each with the opening words of the next at its foot, on the right."""
    made = list(pages)
    for index in range(len(made) - 1):
        here, after = openings[index], openings[index + 1]
        if not after.text or not here.width:
            continue
        look = after.look._replace(bold=False, bold_cs=False, underline="", highlight=None, vertical="")
        paragraph = Paragraph(ParagraphLook(alignment="right"), (Text(f"/{after.text}...", look),), look)
        whole = setter.paragraph_set(paragraph, here.width)
        (box,) = boxes_of(
            [(Strip(whole.lines[0].height, of=whole, line=whole.lines[0], first=True), here.bottom)], here.x
        )
        made[index] = made[index]._replace(boxes=(*made[index].boxes, box))
    return made
