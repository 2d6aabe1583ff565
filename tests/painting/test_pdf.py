"""A DOCX in, a PDF out: whatever form it comes in, and whatever is wrong with it."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

import ita_docs
from ita_docs.painting.pdf import PdfOptions, to_pdfs
from ita_docs.problems import PdfError

from ..word.templates import paragraphs

LETTER = paragraphs("เรียน ผู้อำนวยการ", "ด้วยสำนักงานจะจัดประชุม ณ ห้องประชุม ๑")


def text_of(data: bytes) -> str:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return text


def test_bytes_path_and_open_file_give_the_same_pages(tmp_path: Path) -> None:
    path = tmp_path / "จดหมาย.docx"
    path.write_bytes(LETTER)
    by_path = ita_docs.to_pdf(path)
    assert ita_docs.to_pdf(str(path)) == by_path
    with open(path, "rb") as file:
        assert ita_docs.to_pdf(file) == by_path
    assert by_path.pages == 1
    for found in (by_path, ita_docs.to_pdf(LETTER), ita_docs.to_pdf(io.BytesIO(LETTER))):
        assert "ด้วยสำนักงานจะจัดประชุม ณ ห้องประชุม ๑" in text_of(found.data)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert ita_docs.to_pdf(LETTER).data == ita_docs.to_pdf(LETTER).data


def test_a_document_without_a_title_gets_the_name_of_its_file(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "จดหมาย.docx"
    document = docx.Document()
    document.core_properties.title = ""
    document.save(str(path))
    titles = []
    for changes in ({}, {"title": "หนังสือเชิญ"}):
        with pikepdf.open(io.BytesIO(ita_docs.to_pdf(path, **changes).data)) as pdf:
            titles.append(str(pdf.docinfo["/Title"]))
    assert titles == ["จดหมาย", "หนังสือเชิญ"]


@pytest.mark.parametrize(("level", "part"), [("1b", "1"), ("2b", "2"), ("3b", "3")])
def test_pdf_a_names_its_level(level: str, part: str) -> None:
    data = ita_docs.to_pdf(LETTER, PdfOptions(pdfa=level)).data
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (part, "B")


def test_what_is_no_document_is_said_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "บันทึก.docx"
    path.write_bytes(b"nothing")
    with pytest.raises(PdfError) as raised:
        ita_docs.to_pdf(path)
    assert "บันทึก.docx" in str(raised.value)
    with pytest.raises(PdfError) as raised:
        ita_docs.to_pdf(tmp_path / "none.docx")
    assert [item.code for item in raised.value.problems] == ["file-not-found"]
    with pytest.raises(PdfError) as raised:
        ita_docs.to_pdf(tmp_path)
    assert [item.code for item in raised.value.problems] == ["pdf-failed"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"engine": "word"}, "bad-option"),
        ({"pdfa": "4"}, "bad-option"),
        ({"font_dirs": (Path("none"),)}, "file-not-found"),
    ],
)
def test_options_that_cannot_be_used(changes: dict[str, object], code: str) -> None:
    with pytest.raises(PdfError) as raised:
        ita_docs.to_pdf(LETTER, **changes)
    assert [item.code for item in raised.value.problems] == [code]


def test_a_failure_that_nobody_foresaw_costs_one_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from ita_docs.pages import laying

    real = laying.lay_out

    def fails(data: bytes, *rest: object, **named: object) -> object:
        if data == b"bad":
            raise KeyError("w:p")
        return real(data, *rest, **named)

    monkeypatch.setattr(laying, "lay_out", fails)
    (tmp_path / "bad.docx").write_bytes(b"bad")
    bad, good = to_pdfs([tmp_path / "bad.docx", LETTER], PdfOptions())
    assert isinstance(bad, PdfError)
    assert "bad.docx" in str(bad)
    assert isinstance(bad.__cause__, KeyError)
    assert good == ita_docs.to_pdf(LETTER)


def test_what_the_layout_says_comes_with_the_pdf() -> None:
    said = ita_docs.lay_out(LETTER).problems
    assert said
    assert ita_docs.to_pdf(LETTER).problems[: len(said)] == said
