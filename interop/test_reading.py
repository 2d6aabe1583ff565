"""LibreOffice opens every document of every kind, and its PDF says what the document says: all of it, in order."""

from __future__ import annotations

import re
from unicodedata import category

import pytest

import ita_docs

from . import KINDS, REFUSED
from .conftest import Laid, Run
from .documents import paragraphs
from .numbering import arabic
from .office import run
from .pages import Word, fonts_of, layout_text, squeezed
from .typefaces import EMBEDDED

BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
PAGES = {"memo": {"M-001": {1}, "M-007": {1}, "M-009": {2, 3}, "M-011": {1}}}
"""Pages of documents whose length is known: plain ones fill one, the long report two or three."""


def test_every_kind_has_a_sample_that_is_made_whole(samples: dict[str, Run]) -> None:
    for kind in KINDS:
        refused = REFUSED.get(kind, ())
        assert samples[kind].status == bool(refused), (kind, samples[kind].report["problems"])
        assert {str(item["ref"]) for item in samples[kind].report["refused"]} == set(refused)
        assert len(samples[kind].documents) + len(refused) >= 5, kind


@pytest.mark.parametrize("kind", KINDS)
def test_pages_say_what_the_document_says(laid: dict[str, list[Laid]], kind: str) -> None:
    assert {item.ref: item.matching.faults for item in laid[kind] if item.matching.faults} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_text_as_it_stands_on_the_paper(laid: dict[str, list[Laid]], kind: str) -> None:
    """`pdftotext -layout`: each paragraph outside tables, in order, with nothing but leaders between its pieces.

    Marks are left out: poppler puts a leader's dot between a letter and its marks where they lie over each other.
    """
    faults = []
    for item in laid[kind]:
        heads, feet = (_words(words) for words in (item.matching.heads, item.matching.feet))
        text = unmarked(
            "".join(
                squeezed(page).removeprefix(heads[number]).removesuffix(feet[number])
                for number, page in enumerate(layout_text(item.pdf), start=1)
            )
        )
        at = 0
        for paragraph in paragraphs(item.docx):
            shown = [paragraph.text] if paragraph.counted == paragraph.text else [paragraph.text, paragraph.counted]
            pattern = "|".join("[.…]*".join(re.escape(piece) for piece in _pieces(text)) for text in shown)
            if label := unmarked(squeezed(paragraph.label)):
                pattern = f"(?:{re.escape(label)}|{re.escape(arabic(label))})(?:{pattern})"
            if paragraph.in_table or not pattern:
                continue
            found = re.compile(pattern).search(text, at)
            if found is None:
                faults.append((item.ref, paragraph.text))
            else:
                at = found.end()
    assert faults == []


def unmarked(text: str) -> str:
    """A text without the marks above and below its letters."""
    return "".join(sign for sign in text if category(sign) != "Mn")


def _pieces(text: str) -> list[str]:
    return [piece for piece in (unmarked(squeezed(part)) for part in text.split("\t")) if piece]


def _words(words: dict[int, list[Word]]) -> dict[int, str]:
    return {page: squeezed("".join(word.text for word in found)) for page, found in words.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_no_placeholder_is_left(laid: dict[str, list[Laid]], kind: str) -> None:
    for item in laid[kind]:
        text = "".join(word.text for page in item.pages for word in page.words)
        assert BRACES.search(text) is None, item.ref


@pytest.mark.parametrize("kind", KINDS)
def test_page_counts(laid: dict[str, list[Laid]], kind: str) -> None:
    counts = {item.ref: len(item.pages) for item in laid[kind]}
    fields = [field for table in ita_docs.load_kind(kind).tables for field in table.fields]
    if any(field.type == "structured" for field in fields):
        assert max(counts.values()) >= 2, "a kind's sample has one document longer than a page"
    expected = PAGES.get(kind, {})
    assert {ref: counts[ref] for ref in expected if counts[ref] not in expected[ref]} == {}
    for item in laid[kind]:
        for page in item.pages:
            ends = (item.matching.heads[page.number], item.matching.feet[page.number])
            assert set(page.words).difference(*ends) or page.number in pictures(item), (
                f"{item.ref}: page {page.number} holds nothing"
            )


def pictures(item: Laid) -> set[int]:
    """The pages that hold a picture."""
    listed = run(["pdfimages", "-list", str(item.pdf)]).splitlines()[2:]
    return {int(line.split()[0]) for line in listed}


@pytest.mark.parametrize("kind", KINDS)
def test_fonts_are_the_bundled_ones(laid: dict[str, list[Laid]], kind: str) -> None:
    for item in laid[kind]:
        fonts = fonts_of(item.pdf)
        assert fonts, item.ref
        strange = {name for name, embedded in fonts.items() if not name.startswith(EMBEDDED) or not embedded}
        assert strange == set(), item.ref
