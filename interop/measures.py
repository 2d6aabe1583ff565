"""Measures on the pages that LibreOffice laid out, for kinds on official paper (saraban-spec §2, §7), in points."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .conftest import Laid
from .matching import Placed
from .pages import CM, Word, lines
from .typefaces import BOX, LINE

MM = CM / 10
PAPER_CENTRE = 10.5 * CM
LEFT, RIGHT = 3 * CM, 19 * CM
INDENT = 2.5 * CM
BODY = 16
BODY_LINE = BODY * LINE
BEFORE = 6
MARK = 32
JUSTIFIED = 2 * MM
"""How short of the margin LibreOffice may leave a justified line; beyond the margin nothing goes (`test_layout`)."""
MARKED = 3 * MM
"""How much lower a page begins under a mark of 32 pt, which needs 1.77 cm with the half centimetre above it."""
DESCENT = 457 / 1301
"""What of a word's box lies below its baseline."""


def styled(documents: list[Laid], *styles: str) -> Iterator[tuple[Laid, Placed]]:
    """The paragraphs of these styles that print something; there must be some."""
    found = [
        (item, one) for item in documents for one in item.matching.placed if one.paragraph.style in styles and one.words
    ]
    assert found, f"no document has {styles}"
    yield from found


def printed(item: Laid) -> list[Placed]:
    """The paragraphs that print something."""
    return [one for one in item.matching.placed if one.words]


def size(word: Word) -> float:
    """A word's type size in points."""
    return word.height / BOX


def sizes(words: list[Word]) -> set[int]:
    """The type sizes of words, in whole points."""
    return {round(size(word)) for word in words}


def baseline(word: Word) -> float:
    return word.bottom - DESCENT * word.height


def middle(words: list[Word]) -> float:
    return (min(word.left for word in words) + max(word.right for word in words)) / 2


def at(position: float, tolerance: float = MM) -> object:
    return pytest.approx(position, abs=tolerance)


def assert_a4_upright(documents: list[Laid]) -> None:
    for item in documents:
        for page in item.pages:
            assert (page.width, page.height) == (at(21 * CM), at(29.7 * CM)), item.ref


def assert_page_numbers(documents: list[Laid]) -> None:
    """`- n -` in the middle of the top from page 2, none on page 1.

    LibreOffice 7.4 knows no Thai page numbers and prints this digit as Arabic; Word prints the document's own.
    """
    later = 0
    for item in documents:
        for page in item.pages:
            text = "".join(word.text for word in item.matching.heads[page.number])
            if page.number == 1:
                assert "-" not in text, item.ref
                continue
            later += 1
            assert text.endswith((f"-{page.number}-", f"-{chr(0x0E50 + page.number)}-")), (item.ref, text)
            number = lines(item.matching.heads[page.number])[-1]
            assert middle(number) == at(PAPER_CENTRE, 2 * MM), item.ref
            assert number[0].bottom < 3.5 * CM, item.ref
    assert later


def assert_secrecy_marks(documents: list[Laid]) -> None:
    """At 32 pt in the middle of the top and bottom of every page, clear of the text."""
    secret = [item for item in documents if item.matching.feet[1]]
    assert secret
    for item in secret:
        for page in item.pages:
            top = lines(item.matching.heads[page.number])[0]
            bottom = lines(item.matching.feet[page.number])[-1]
            for mark in (top, bottom):
                assert middle(mark) == at(PAPER_CENTRE, 2 * MM), item.ref
                assert sizes(mark) == {MARK}, item.ref
            assert "".join(word.text for word in top) == "".join(word.text for word in bottom)
            body = [word for one in item.matching.placed for word in one.words if word.page == page.number]
            assert max(word.bottom for word in top) <= min(word.bottom for word in body), item.ref
            assert max(word.bottom for word in body) <= min(word.bottom for word in bottom), item.ref
