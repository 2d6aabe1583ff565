"""Bold and underlined words of a text: `**หนา**`, `__ขีดเส้นใต้__`, or set in the cell itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

BOLD = re.compile(r"\*\*(?<!\*\*\*)(?![\s*])(?:[^*\n]|\*(?!\*))*+(?<![\s*])\*\*(?!\*)")
UNDERLINED = re.compile(r"__(?<![A-Za-z0-9_]__)(?![\s_])(?:[^_\n]|_(?!_))*+(?<![\s_])__(?![A-Za-z0-9_])")
"""Marks stand close around what they mark, on one line; `**` alone, `____` to write on and a__b stay text."""


class Span(NamedTuple):
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    underlined: bool = False


class Emphasized(str):
    """A text with its `spans`, which make it up; without marks it is one plain span."""

    spans: tuple[Span, ...]
    __slots__ = ("spans",)

    @staticmethod
    def of(spans: Iterable[Span]) -> Emphasized:
        """The text of `spans`; neighbours of one look are joined."""
        looks = groupby((span for span in spans if span.text), key=lambda span: span[1:])
        return made_of(tuple([Span("".join([span.text for span in same]), *look) for look, same in looks]))

    def __reduce__(self) -> tuple[Any, ...]:
        return made_of, (self.spans,)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.spans) and all(span.bold or not span.text.strip() for span in self.spans)

    def piece(self, start: int, end: int | None = None) -> Emphasized:
        """The characters from `start` to `end`, with their look."""
        stop = len(self) if end is None else end
        cut, at = [], 0
        for span in self.spans:
            cut.append(span._replace(text=span.text[max(0, start - at) : max(0, stop - at)]))
            at += len(span.text)
        return Emphasized.of(cut)

    def trimmed(self) -> Emphasized:
        """Without white space at its ends."""
        start = len(self) - len(self.lstrip())
        return self if len(self) == len(self.strip()) else self.piece(start, start + len(self.strip()))

    def emboldened(self) -> Emphasized:
        """All of it bold."""
        return Emphasized.of(span._replace(bold=True) for span in self.spans)

    def lines(self, ends: re.Pattern[str]) -> list[Emphasized]:
        """The pieces between the matches of `ends`."""
        if ends.search(self) is None:
            return [self]
        cuts = [0, *(at for found in ends.finditer(self) for at in found.span()), len(self)]
        return [self.piece(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=True)]


def made_of(spans: tuple[Span, ...]) -> Emphasized:
    """The text of `spans`, none of which is empty or of the look of its neighbour."""
    text = Emphasized("".join([span.text for span in spans]))
    text.spans = spans
    return text


def plain(text: str) -> Emphasized:
    """A text of one look."""
    return made_of((Span(text),) if text else ())


def emphasized(line: str) -> Emphasized:
    """A line with the words between its marks bold or underlined, and without these marks."""
    bold = [found.span() for found in BOLD.finditer(line)] if "**" in line else []
    underlined = [found.span() for found in UNDERLINED.finditer(line)] if "__" in line else []
    if not bold and not underlined:
        return plain(line)
    marks = [(at, True) for start, end in bold for at in (start, end - 2)]
    marks += [(at, False) for start, end in underlined for at in (start, end - 2)]
    spans, begin, is_bold, is_underlined = [], 0, False, False
    for at, marks_bold in (*sorted(marks), (len(line), True)):
        spans.append(Span(line[begin:at], is_bold, is_underlined))
        begin = at + 2
        is_bold, is_underlined = is_bold ^ marks_bold, is_underlined ^ (not marks_bold)
    return Emphasized.of(spans)
