"""A document does not end in an empty section."""

from __future__ import annotations

from ita_docs.word.idle_sections import without_idle_section

PARAGRAPH = "<w:p><w:r><w:t>ก</w:t></w:r></w:p>"
UPRIGHT, WIDE = '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>', '<w:sectPr><w:pgSz w:w="16838"/></w:sectPr>'


def ended(section: str, text: str = "") -> str:
    return f"<w:p><w:pPr>{section}</w:pPr>{text}</w:p>"


def test_an_empty_last_section_gives_way_to_the_one_before() -> None:
    body = f"<w:body>{PARAGRAPH}{ended(WIDE)}{UPRIGHT}</w:body>"
    assert without_idle_section(body) == f"<w:body>{PARAGRAPH}{ended('')}{WIDE}</w:body>"


def test_only_the_last_goes() -> None:
    body = f"<w:body>{ended(UPRIGHT)}{ended(WIDE)}{UPRIGHT}</w:body>"
    assert without_idle_section(body) == f"<w:body>{ended(UPRIGHT)}{ended('')}{WIDE}</w:body>"


def test_a_section_with_content_stays() -> None:
    for last in (PARAGRAPH, ended("", "<w:r/>"), "<w:tbl></w:tbl>"):
        body = f"<w:body>{ended(WIDE)}{last}{UPRIGHT}</w:body>"
        assert without_idle_section(body) == body


def test_a_document_of_one_section_or_none_stays() -> None:
    for body in (f"<w:body>{PARAGRAPH}{UPRIGHT}</w:body>", f"<w:body>{PARAGRAPH}</w:body>", "<w:body/>", ""):
        assert without_idle_section(body) == body
