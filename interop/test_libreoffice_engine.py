"""The real LibreOffice as our engine: `--engine libreoffice`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

import ita_docs
from ita_docs.painting import libreoffice
from ita_docs.painting.pdf import Pdf, PdfOptions, to_pdfs
from ita_docs.problems import PdfError

from . import ROOT, sample

OPTIONS = PdfOptions(engine="libreoffice")


@pytest.fixture(scope="module")
def memos(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("memos")
    report = ita_docs.make(ita_docs.load_kind("memo"), sample("memo"), folder)
    return [folder / item.docx for item in report.made]


def test_a_batch_is_one_call_and_what_is_no_document_is_named(
    memos: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    real = libreoffice._call

    def counted(program: str, folder: Path, wanted: list[int], options: PdfOptions, stall: float) -> bool:
        calls.append(len(wanted))
        return real(program, folder, wanted, options, stall)

    monkeypatch.setattr(libreoffice, "_call", counted)
    (tmp_path / "text.docx").write_text("hello")
    (tmp_path / "half.docx").write_bytes(memos[0].read_bytes()[:3000])
    found = list(to_pdfs([memos[0], tmp_path / "text.docx", tmp_path / "half.docx", *memos[1:]], OPTIONS))
    assert calls == [len(memos)]
    assert [type(item) for item in found[:4]] == [Pdf, PdfError, PdfError, Pdf]
    assert all(isinstance(item, Pdf) for item in found[3:])
    for item, name in zip(found[1:3], ("text.docx", "half.docx"), strict=True):
        assert name in str(item)


def test_the_bundled_font_reaches_it_and_the_missing_one_is_said(memos: list[Path]) -> None:
    found = list(to_pdfs(memos, OPTIONS))
    for item in found:
        assert isinstance(item, Pdf)
        (said,) = item.problems
        assert (said.code, said.value, said.detail["used"]) == ("font-substituted", "TH SarabunPSK", "TH Sarabun New")


def test_with_the_stand_in_its_pages_are_as_many_as_ours(memos: list[Path]) -> None:
    theirs = [item.pages for item in to_pdfs(memos, OPTIONS) if isinstance(item, Pdf)]
    assert theirs == [ita_docs.to_pdf(path).pages for path in memos]


def test_a_font_that_is_there_is_not_said_to_be_missing(tmp_path: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    document = docx.Document()
    run = document.add_paragraph().add_run("ด้วยสำนักงาน 2567 office")
    run.font.name = "TH Sarabun New"
    run.font.element.rPr.rFonts.set(qn("w:cs"), "TH Sarabun New")
    path = tmp_path / "named.docx"
    document.save(str(path))
    assert ita_docs.to_pdf(path, OPTIONS).problems == ()


@pytest.mark.parametrize(("level", "part"), [("1b", "1"), ("2b", "2")])
def test_pdf_a_is_asked_for_by_its_export_options(memos: list[Path], tmp_path: Path, level: str, part: str) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(ita_docs.to_pdf(memos[0], OPTIONS, pdfa=level).data)
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == part


def test_the_command_writes_what_it_says(memos: list[Path], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ita_docs", "pdf", str(memos[0]), str(memos[1]), "-o", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--engine", "libreoffice", "--merge", "all.pdf", "--json"],
        capture_output=True,
        cwd=ROOT,
        timeout=120,
        check=True,
    )
    value = json.loads(done.stdout)
    for item in [*value["made"], value["merged"]]:
        with pikepdf.open(tmp_path / "out" / item["pdf"]) as pdf:
            assert len(pdf.pages) == item["pages"]
