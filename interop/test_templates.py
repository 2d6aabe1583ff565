"""A template that an officer saved in LibreOffice still makes the same documents, of every kind that it prints."""

from __future__ import annotations

import shutil
import zipfile
from difflib import unified_diff
from pathlib import Path

import pytest

import ita_docs

from . import KINDS, REPORTS, ROOT, chosen, sample
from .conftest import Run, command
from .documents import story_texts, texts
from .office import Office

OWN = tuple(kind for kind in KINDS if ita_docs.load_kind(kind).template.parent.name == kind)
"""The kinds that have a template of their own."""


@pytest.fixture(scope="module")
def resaved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind's folder with its template saved by LibreOffice, in one call."""
    folder = tmp_path_factory.mktemp("resaved")
    given = {}
    for kind in KINDS:
        shutil.copytree(ROOT / "templates" / kind, folder / kind)
    for kind in OWN:
        given[kind] = folder / f"{kind}.docx"
        shutil.copy(folder / kind / _template(kind), given[kind])
    saved = office.convert(given.values(), "docx", folder / "saved")
    for kind in OWN:
        shutil.copy(saved[given[kind]], folder / kind / _template(kind))
    return {kind: folder / kind for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_resaved_template_fills_to_the_same_text(
    resaved: dict[str, Path], samples: dict[str, Run], tmp_path: Path, kind: str
) -> None:
    made = command(kind, sample(kind), *chosen(kind), "--kinds", resaved[kind], folder=tmp_path)
    original = samples[kind]
    assert made.status == original.status, made.report["problems"]
    # an empty paragraph more or less ends the sections of reports
    assert [item["ref"] for item in made.report["made"]] == [item["ref"] for item in original.report["made"]]
    differences = {
        before.name: found
        for before, after in zip(original.documents, made.documents, strict=True)
        if (found := [line for line in difference(before, after) if line not in ("+", "-") or kind not in REPORTS])
    }
    assert differences == {}


@pytest.mark.parametrize("kind", OWN)
def test_resaved_template_is_another_file_with_the_same_tags(resaved: dict[str, Path], kind: str) -> None:
    """LibreOffice did write it: its styles are its own; what the test above compares is not one file with itself."""
    with zipfile.ZipFile(resaved[kind] / _template(kind)) as package:
        assert b"LibreOffice" in package.read("docProps/app.xml")
        assert b"{%" in package.read("word/document.xml") or b"{{" in package.read("word/document.xml")


def difference(before: Path, after: Path) -> list[str]:
    """How the texts of two documents differ, paragraph by paragraph: body, then headers and footers."""
    found = []
    for old, new in ((texts(before), texts(after)), (_stories(before), _stories(after))):
        found += [
            line for line in unified_diff(old, new, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))
        ]
    return found


def _stories(docx: Path) -> list[str]:
    return [f"{name}: {text}" for name, found in story_texts(docx).items() for text in found]


def _template(kind: str) -> str:
    return ita_docs.load_kind(kind).template.name
