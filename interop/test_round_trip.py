"""A document saved by LibreOffice, as .odt or as .docx, says what it said; what it looked like goes by other tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import KINDS, REPORTS, opendocument
from .conftest import Laid, Run
from .documents import counted, paragraphs, story_texts, texts
from .office import Office


@pytest.fixture(scope="module")
def odts(samples: dict[str, Run], office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """Each document as an .odt; the documents themselves, not copies made for LibreOffice."""
    folder = tmp_path_factory.mktemp("odt")
    return {
        docx: odt
        for kind in KINDS
        for docx, odt in office.convert(samples[kind].different.values(), "odt", folder / kind).items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_to_odt(samples: dict[str, Run], odts: dict[Path, Path], kind: str) -> None:
    for docx in samples[kind].different.values():
        assert kept(kind, opendocument.texts(odts[docx])) == kept(kind, texts(docx)), docx.name


@pytest.mark.parametrize("kind", KINDS)
def test_to_docx_again(laid: dict[str, list[Laid]], office: Office, tmp_path: Path, kind: str) -> None:
    saved = office.convert([item.docx for item in laid[kind]], "docx", tmp_path)
    for item in laid[kind]:
        docx, again = item.docx, saved[item.docx]
        assert kept(kind, texts(again)) == kept(kind, counted(docx) if kind in REPORTS else texts(docx)), docx.name
        there = story_texts(again)
        # LibreOffice drops what stands on later pages of a section that has none, if another section follows it
        *followed, _ = sorted(item.matching.sections)
        short = {section + 1 for section in followed if item.matching.sections.count(section) == 1}
        unused = {f"{section} default_{end}" for section in short for end in ("header", "footer")}
        stories = story_texts(docx)
        assert {name: there[name] or stories[name] * (name in unused) for name in there} == stories, docx.name
        if kind not in REPORTS:
            assert _in_tables(again) == _in_tables(docx), docx.name


def kept(kind: str, said: list[str]) -> list[str]:
    """What LibreOffice keeps of texts: of reports no empty ones.

    It drops the paragraph that only ends a table of contents or a section, and each line of a chart gets one.
    """
    return list(filter(None, said)) if kind in REPORTS else said


def test_what_stands_on_later_pages_is_kept_where_there_are_such(
    samples: dict[str, Run], office: Office, tmp_path: Path
) -> None:
    """The first of several sections, with a paragraph put in between that begins a page."""
    different = (docx for kind in KINDS for docx in samples[kind].different.values())
    docx = next(docx for docx in different if "2 default_header" in story_texts(docx))
    longer = _with_a_page_more(docx, tmp_path / "longer.docx")
    assert any(story_texts(longer)["1 default_header"])
    saved = office.convert([longer], "docx", tmp_path / "saved")[longer]
    assert story_texts(saved) == story_texts(longer)


def _with_a_page_more(docx: Path, copy: Path) -> Path:
    from docx import Document

    document = Document(str(docx))
    document.paragraphs[0].insert_paragraph_before("ก")
    document.paragraphs[1].paragraph_format.page_break_before = True
    document.save(str(copy))
    return copy


def _in_tables(docx: Path) -> list[bool]:
    return [paragraph.in_table for paragraph in paragraphs(docx)]
