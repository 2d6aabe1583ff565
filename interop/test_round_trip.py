"""A document saved by LibreOffice, as .odt or as .docx, says what it said; what it looked like goes by other tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import KINDS, opendocument
from .conftest import Run
from .documents import paragraphs, story_texts, texts
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
        assert opendocument.texts(odts[docx]) == texts(docx), docx.name


@pytest.mark.parametrize("kind", KINDS)
def test_to_docx_again(samples: dict[str, Run], office: Office, tmp_path: Path, kind: str) -> None:
    saved = office.convert(samples[kind].different.values(), "docx", tmp_path)
    for docx, again in saved.items():
        assert texts(again) == texts(docx), docx.name
        assert story_texts(again) == story_texts(docx), docx.name
        assert _in_tables(again) == _in_tables(docx), docx.name


def _in_tables(docx: Path) -> list[bool]:
    return [paragraph.in_table for paragraph in paragraphs(docx)]
