"""Where each paragraph of a document stands in its PDF: every one in order, and nothing else on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile

from .documents import Furniture, Paragraph
from .numbering import arabic
from .pages import Page, Word, squeezed

LEADER = re.compile(r"[.…]+")
OPENING = 40
"""How many characters of its first text, at most, say that a section begins on a page."""


@dataclass(slots=True)
class Placed:
    """A paragraph with the words that show it, and for each of its pieces between tabs those of the piece.

    label: the words of its automatic number, which are none of a piece.
    """

    paragraph: Paragraph
    words: list[Word] = field(default_factory=list)
    label: list[Word] = field(default_factory=list)
    pieces: list[list[Word]] = field(default_factory=list)

    @property
    def pages(self) -> set[int]:
        """The pages that it is on."""
        return {word.page for word in self.words}


@dataclass(slots=True)
class Matching:
    """What matching found: placed paragraphs, the words of each page's header and footer, and what did not fit.

    sections: for each page in order, the section that it is of, from 0. drawn: the words of each page's drawings.
    """

    placed: list[Placed]
    heads: dict[int, list[Word]]
    feet: dict[int, list[Word]]
    faults: list[str]
    sections: list[int] = field(default_factory=list)
    drawn: dict[int, list[Word]] = field(default_factory=dict)


def match(
    paragraphs: list[Paragraph],
    pages: list[Page],
    furniture: list[Furniture],
    repeated: list[str],
    drawings: Iterable[list[str]] = (),
) -> Matching:
    """Lay `paragraphs` along the words of `pages`.

    What is drawn on a page is painted behind all else, footer included, the last text of each drawing first.
    Between their pieces only leader dots may stand; at the top of a page also a `repeated` table heading.
    """
    stream = _Stream(pages)
    result = Matching([], {}, {}, [])
    wanted = [squeezed("".join(reversed(texts))) for texts in drawings]
    for page in pages:
        result.drawn[page.number] = stream.cut_drawings(page.number, wanted)
        last = result.sections[-1] if result.sections else -1
        begins = last < 0 or (last + 1 < len(furniture) and stream.begins(page.number, furniture[last + 1]))
        section = last + 1 if begins else last
        result.sections.append(section)
        which = 0 if begins else 1
        heads, feet = furniture[section].heads[which], furniture[section].feet[which]
        result.heads[page.number] = stream.cut(page.number, "".join(heads), at_top=True)
        result.feet[page.number] = stream.cut(page.number, "".join(feet), at_top=False)
        if heads and not result.heads[page.number]:
            result.faults.append(f"page {page.number} lacks its header {heads}")
        if feet and not result.feet[page.number]:
            result.faults.append(f"page {page.number} lacks its footer {feet}")
    if pages and (missing := len(furniture) - 1 - result.sections[-1]):
        result.faults.append(f"{missing} sections begin on no page of their own")
    result.faults += [f"drawn on no page: {text!r}" for text in wanted]
    stream.join()
    headings = [squeezed(text) for text in repeated]
    for paragraph in paragraphs:
        placed = Placed(paragraph)
        stream.mend(paragraph.cells, headings)
        if label := squeezed(paragraph.label):
            # LibreOffice has no Thai numbers for lists: digits of a label, and no others, may be Arabic
            words = stream.take(label, headings) or stream.take(arabic(label), headings)
            if words is None:
                result.faults.append(f"expected the number {label!r}, found {stream.rest(len(label) + 20)!r}")
                return result
            placed.words += words
            placed.label = words
        counted = paragraph.counted or paragraph.text
        for piece, printed in zip(
            *(map(squeezed, text.split("\t")) for text in (paragraph.text, counted)), strict=True
        ):
            if not piece:
                continue
            words = stream.take(piece, headings) or stream.take(printed, headings)
            if words is None:
                result.faults.append(f"expected {piece!r}, found {stream.rest(len(piece) + 20)!r}")
                return result
            placed.words += words
            placed.pieces.append(words)
        result.placed.append(placed)
    if left := LEADER.sub("", stream.rest(10_000)):
        result.faults.append(f"on the paper, but not in the document: {left!r}")
    return result


class _Stream:
    """The characters of the pages without white space, each with its word."""

    def __init__(self, pages: list[Page]) -> None:
        self._pages = {
            page.number: [(sign, word) for word in page.words for sign in squeezed(word.text)] for page in pages
        }
        self._text = ""
        self._words: list[Word] = []
        self._at = 0

    def begins(self, page: int, section: Furniture) -> bool:
        """Whether a page begins as the first page of a section does."""
        text = "".join(sign for sign, _ in self._pages[page])
        head = "".join(section.heads[0])
        openings = (section.opening[:OPENING], arabic(section.opening[:OPENING]))
        return any(re.match(head + re.escape(opening), text) for opening in openings)

    def cut(self, page: int, pattern: str, *, at_top: bool) -> list[Word]:
        """Take a header or footer out of a page; its words, none where it is not there."""
        signs = self._pages[page]
        text = "".join(sign for sign, _ in signs)
        found = re.match(pattern, text) if at_top else _last(pattern, text, signs)
        if not pattern or found is None:
            return []
        self._pages[page] = signs[found.end() :] if at_top else signs[: found.start()]
        return _distinct(word for _, word in signs[found.start() : found.end()])

    def cut_drawings(self, page: int, wanted: list[str]) -> list[Word]:
        """Take drawings out of the end of a page and out of `wanted`; their words."""
        signs, words = self._pages[page], []
        while text := next((text for text in wanted if "".join(sign for sign, _ in signs).endswith(text)), ""):
            words += [word for _, word in signs[-len(text) :]]
            signs = signs[: -len(text)]
            wanted.remove(text)
        self._pages[page] = signs
        return _distinct(words)

    def join(self) -> None:
        """Put the pages behind each other, once headers and footers are cut."""
        signs = [sign for page in sorted(self._pages) for sign in self._pages[page]]
        self._text = "".join(sign for sign, _ in signs)
        self._words = [word for _, word in signs]

    def take(self, piece: str, headings: list[str]) -> list[Word] | None:
        """The words of `piece`, which must come next."""
        if not self._text.startswith(piece, self._at):
            skipped = LEADER.match(self._text, self._at)
            at = skipped.end() if skipped else self._at
            for heading in headings:
                if self._text.startswith(heading + piece, at) and self._is_top(at):
                    at += len(heading)
                    break
            if not self._text.startswith(piece, at):
                return None
            self._at = at
        start, self._at = self._at, self._at + len(piece)
        return _distinct(self._words[start : self._at])

    def mend(self, cells: tuple[str, ...], headings: list[str]) -> None:
        """Put what follows of a table's row together, where it goes on on other pages: cell by cell."""
        if self._text.startswith("".join(cells), self._at):
            return
        for heading in ("", *headings):
            at = self._at + len(heading)
            if heading and not (self._text.startswith(heading, self._at) and self._is_top(self._at)):
                continue
            if found := self._parted(cells, at, headings):
                parts, end = found
                whole = [place for part in parts for place in part]
                self._text = self._text[:at] + "".join(self._text[place] for place in whole) + self._text[end:]
                self._words[at:end] = [self._words[place] for place in whole]
                return

    def _parted(self, cells: tuple[str, ...], at: int, headings: list[str]) -> tuple[list[list[int]], int] | None:
        """Where the letters of each cell stand from `at` on, and where the row ends; None where it is not there."""
        if self._text.startswith("".join(cells), at):
            starts = list(accumulate(map(len, cells), initial=at))
            return [list(range(*ends)) for ends in pairwise(starts)], starts[-1]
        if at >= len(self._words):
            return None
        page = self._words[at].page
        end = next((place for place in range(at, len(self._words)) if self._words[place].page != page), None)
        if end is None:
            return None
        for lengths in _beginnings(cells, self._text[at:end]):
            rests = tuple(cell[length:] for cell, length in zip(cells, lengths, strict=True))
            for heading in ("", *headings):
                if self._text.startswith(heading, end) and (found := self._parted(rests, end + len(heading), headings)):
                    first = [list(range(*ends)) for ends in pairwise(accumulate(lengths, initial=at))]
                    return [one + other for one, other in zip(first, found[0], strict=True)], found[1]
        return None

    def rest(self, most: int) -> str:
        """What comes next, at most so many characters."""
        return self._text[self._at : self._at + most]

    def _is_top(self, at: int) -> bool:
        return at == 0 or self._words[at].page != self._words[at - 1].page


def _last(pattern: str, text: str, signs: list[tuple[str, Word]]) -> re.Match[str] | None:
    """The shortest end of a text that is of a pattern and begins with a word."""
    starts = [at for at, (_, word) in enumerate(signs) if at == 0 or signs[at - 1][1] is not word]
    whole = re.compile(f"{pattern}$")
    return next(filter(None, (whole.match(text, at) for at in reversed(starts))), None)


def _beginnings(cells: tuple[str, ...], text: str) -> Iterator[tuple[int, ...]]:
    """How many letters each cell may give, from its beginning, to make `text`."""
    if not cells:
        if not text:
            yield ()
        return
    common = takewhile(lambda pair: pair[0] == pair[1], zip(cells[0], text, strict=False))
    for length in range(sum(1 for _ in common), -1, -1):
        for others in _beginnings(cells[1:], text[length:]):
            yield (length, *others)


def _distinct(words: object) -> list[Word]:
    return list(dict.fromkeys(words))  # type: ignore[call-overload]
