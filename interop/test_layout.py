"""Where things stand on the paper: facts that hold for every kind."""

from __future__ import annotations

import re
from itertools import pairwise
from unicodedata import combining

import pytest

from . import KINDS
from .conftest import Laid
from .documents import margins
from .matching import Placed
from .pages import CM

MM = CM / 10
IN_PARENTHESES = re.compile(r"\(.*\)")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_lies_outside_the_page(laid: dict[str, list[Laid]], kind: str) -> None:
    outside = [
        (item.ref, word)
        for item in laid[kind]
        for page in item.pages
        for word in page.words
        if word.left < 0 or word.top < 0 or word.right > page.width or word.bottom > page.height
    ]
    assert outside == []


@pytest.mark.parametrize("kind", KINDS)
def test_text_stays_between_the_margins(laid: dict[str, list[Laid]], kind: str) -> None:
    """But for marks without a letter, as LibreOffice sets them apart where it spreads a line of few words."""
    outside = []
    for item in laid[kind]:
        sections = margins(item.docx)
        for placed in item.matching.placed:
            for word in placed.words:
                page = item.pages[word.page - 1]
                left, right = sections[item.matching.sections[word.page - 1]]
                if all(map(combining, word.text)) and word.left == word.right:
                    continue
                if word.left < left - MM or word.right > page.width - right + MM:
                    outside.append((item.ref, word))
    assert outside == []


@pytest.mark.parametrize("kind", KINDS)
def test_words_do_not_overlap(laid: dict[str, list[Laid]], kind: str) -> None:
    """Lines of one paragraph, and paragraphs under each other, keep apart by at least half a line."""
    faults = []
    for item in laid[kind]:
        last: Placed | None = None
        for placed in item.matching.placed:
            if placed.paragraph.in_table or not placed.words:
                last = None
                continue
            if last is not None and last.words[-1].page == placed.words[0].page:
                step = placed.words[0].bottom - last.words[-1].bottom
                if step < min(placed.words[0].height, last.words[-1].height) / 2:
                    faults.append((item.ref, last.paragraph.text, placed.paragraph.text))
            last = placed
    assert faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_stands_on_one_page_with_the_post_below_it(laid: dict[str, list[Laid]], kind: str) -> None:
    """A paragraph that is all in parentheses is a signer's name; the next is the post."""
    split = []
    for item in laid[kind]:
        placed = [one for one in item.matching.placed if one.words]
        for name, post in pairwise(placed):
            if IN_PARENTHESES.fullmatch(name.paragraph.text) and len(name.pages | post.pages) > 1:
                split.append((item.ref, name.paragraph.text))
    assert split == []
