"""Bold and underlined words of a text: `**หนา**`, `__ขีดเส้นใต้__`, or set in the cell itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, pairwise
from typing import NamedTuple

BOLD = re.compile(r"(?<!\*)\*\*(?![\s*])(?:(?!\*\*).)*?(?<![\s*])\*\*(?!\*)")
UNDERLINED = re.compile(r"(?<![A-Za-z0-9_])__(?![\s_])(?:(?!__).)*?(?<![\s_])__(?![A-Za-z0-9_])")
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

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Emphasized:
        """The text of `spans`; neighbours of one look are joined."""
        looks = groupby((span for span in spans if span.text), key=lambda span: span[1:])
        joined = tuple(Span("".join(span.text for span in same), *look) for look, same in looks)
        text = cls("".join(span.text for span in joined))
        text.spans = joined
        return text

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


def plain(text: str) -> Emphasized:
    """A text of one look."""
    return Emphasized.of([Span(text)])


def emphasized(line: str) -> Emphasized:
    """A line with the words between its marks bold or underlined, and without these marks."""
    if "**" not in line and "__" not in line:
        return plain(line)
    bold = [found.span() for found in BOLD.finditer(line)]
    underlined = [found.span() for found in UNDERLINED.finditer(line)]
    marks = {at + step for span in (*bold, *underlined) for at in (span[0], span[1] - 2) for step in (0, 1)}
    cuts = sorted(
        {0, len(line), *(at for span in (*bold, *underlined) for at in span), *marks, *(at + 1 for at in marks)}
    )
    return Emphasized.of(
        Span(line[start:end], _within(start, bold), _within(start, underlined))
        for start, end in pairwise(cuts)
        if start not in marks
    )


def _within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
