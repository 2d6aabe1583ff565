"""Tables of contents whose page numbers are those of the layout."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pandas as pd
import pytest

import ita_docs
from ita_docs.pages.model import Layout
from ita_docs.word.documents import Dress, Writer

from ..pages.documents import texts
from ..templates.reports import write_report

PARTS = "\n".join(f"ส่วนที่ {number} ผลการประเมิน" for number in range(1, 17))


def frame(*parts: str) -> pd.DataFrame:
    return pd.DataFrame([{"เลข": str(number), "ส่วน": part} for number, part in enumerate(parts, 1)])


@pytest.fixture
def kind(tmp_path: Path) -> ita_docs.Kind:
    write_report(tmp_path / "kinds" / "report")
    return ita_docs.load_kind("report", [tmp_path / "kinds"])


def entries(layout: Layout) -> dict[str, str]:
    """Text → page number of the lines of the tables of contents."""
    shown = [line.partition("\t") for line in texts(layout)]
    return {text: number for text, tab, number in shown if tab}


def labels(layout: Layout) -> dict[str, str]:
    """Text → page number at the foot of its page, for every line that is no entry."""
    found = {}
    for page in range(len(layout.pages)):
        foot, *body = texts(layout, page)
        found.update({text: foot for text in body if "\t" not in text})
    return found


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_every_line_names_the_page_that_its_heading_stands_on(
    kind: ita_docs.Kind, tmp_path: Path, numerals: ita_docs.Numerals
) -> None:
    report = ita_docs.make(kind, frame(PARTS, ""), tmp_path / "out", pdf=True, numerals=numerals)
    assert report.status == 0, [item.message for item in report.problems]
    data = (tmp_path / "out" / "1.docx").read_bytes()
    layout = ita_docs.lay_out(data)
    where, listed = labels(layout), entries(layout)
    assert len(listed) == 3 * 16
    assert {text: where[text] for text in listed} == listed
    assert len(set(listed.values())) > 20
    front = [texts(layout, page)[0] for page in range(2)]
    assert front == ["ก", "ข"]
    first = "๑" if numerals == "thai" else "1"
    assert next(iter(listed.items())) == (f"ส่วนที่ {first} ผลการประเมิน", first)
    shown = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert all(f"{text}\t{number}" in shown for text, number in listed.items())


def test_a_report_without_parts_lists_nothing(kind: ita_docs.Kind, tmp_path: Path) -> None:
    ita_docs.make(kind, frame(""), tmp_path / "out")
    layout = ita_docs.lay_out((tmp_path / "out" / "1.docx").read_bytes())
    assert entries(layout) == {}


def test_the_same_document_twice_is_the_same(kind: ita_docs.Kind, tmp_path: Path) -> None:
    made = []
    for folder in ("a", "b"):
        ita_docs.make(kind, frame(PARTS), tmp_path / folder, jobs=2)
        made.append(zipfile.ZipFile(tmp_path / folder / "1.docx").read("word/document.xml"))
    assert made[0] == made[1]


@pytest.mark.parametrize("name", ["memo", "letter", "order"])
def test_kinds_without_such_fields_are_not_looked_through(name: str) -> None:
    kind = ita_docs.load_kind(name)
    assert Writer(kind, Dress.of(kind, ita_docs.Settings())).contents is None
