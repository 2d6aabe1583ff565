"""The matching of documents with pages can fail: what is missing, out of order or added is said."""

from __future__ import annotations

import pytest

from .documents import Furniture, Paragraph
from .matching import match
from .pages import Page, Word

HEAD = [r"\-\d+\-"]
PLAIN = Furniture("ที่", ([], HEAD), ([], []))


def page(number: int, *words: str) -> Page:
    return Page(number, 100, 100, tuple(Word(word, number, at, 0, at + 1, 1) for at, word in enumerate(words)))


def found(
    pages: list[Page], *texts: str, repeated: tuple[str, ...] = (), sections: tuple[Furniture, ...] = (PLAIN,)
) -> list[str]:
    return match([Paragraph(text, "", False) for text in texts], pages, list(sections), list(repeated)).faults


def test_leaders_page_numbers_and_repeated_headings_are_expected() -> None:
    pages = [page(1, "ที่", "ศธ/๑.....", "วันที่", "หัว", "ตา", "ราง", "ก"), page(2, "-", "2", "-", "หัวตาราง", "ข")]
    assert found(pages, "ที่\tศธ/๑\tวันที่", "หัวตาราง", "ก", "ข", repeated=("หัวตาราง",)) == []


@pytest.mark.parametrize(
    "texts",
    [("ก", "ข"), ("ข", "ก", "ค"), ("ก", "ข", "ค", "ง"), ("ก", "ขข", "ค")],
    ids=["less", "order", "more", "other"],
)
def test_any_difference_is_a_fault(texts: tuple[str, ...]) -> None:
    pages = [page(1, "ก", "ข", "ค")]
    assert found(pages, "ก", "ข", "ค") == []
    assert len(found(pages, *texts)) == 1


def test_a_page_without_its_number_is_a_fault() -> None:
    assert found([page(1, "ก"), page(2, "ข")], "ก", "ข") == [f"page 2 lacks its header {HEAD}"]


def test_a_section_begins_with_a_first_page_of_its_own() -> None:
    sections = (PLAIN, Furniture("Notice", (["Seal"], HEAD), ([], ["End"])))
    texts = ("ก", "ข", "Notice", "text", "more")
    pages = [page(1, "ก"), page(2, "-2-", "ข"), page(3, "Seal", "Notice", "text"), page(4, "-2-", "more", "End")]
    assert found(pages, *texts, sections=sections) == []
    bare = [*pages[:2], page(3, "Notice", "text"), pages[3]]
    assert found(bare, *texts, sections=sections)[0] == f"page 3 lacks its header {HEAD}"
    assert found([page(1, "ก")], "ก", sections=sections) == ["1 sections begin on no page of their own"]


def test_a_heading_is_repeated_only_at_the_top_of_a_page() -> None:
    assert found([page(1, "หัว", "ก", "หัว", "ข")], "หัว", "ก", "ข", repeated=("หัว",)) != []
