"""PDFs of a run: beside their documents, bound into one, and what becomes of them when something fails."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf
import pytest

import ita_docs
from ita_docs.pages.model import Layout
from ita_docs.painting import libreoffice
from ita_docs.painting.pdf import Pdf, PdfOptions
from ita_docs.problems import PdfError, problem
from ita_docs.recipe import finishing
from ita_docs.recipe.options import Moment

from .test_making import SAMPLE, frame

TWO = ({}, {"เลขอ้างอิง": "M-002", "เรื่อง": "ขออนุญาต"})


@pytest.fixture(scope="module")
def memo() -> ita_docs.Kind:
    return ita_docs.load_kind("memo")


def bookmarks(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        return [item.title for item in outline.root]


def test_every_document_has_its_pdf(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, SAMPLE, tmp_path, pdf=True)
    assert report.status == 0
    made = json.loads(json.dumps(report.to_json()))["made"]
    assert len(made) >= 12
    for item in made:
        assert set(item) == {"ref", "docx", "sha256", "pdf", "pages"}
        assert item["pdf"] == item["docx"].removesuffix("docx") + "pdf"
        with pikepdf.open(tmp_path / item["pdf"]) as pdf:
            assert len(pdf.pages) == item["pages"]


def test_the_pdf_is_that_of_the_document_on_disk(memo: ita_docs.Kind, tmp_path: Path) -> None:
    (made,) = ita_docs.make(memo, frame(), tmp_path, pdf=True).made
    assert (tmp_path / made.pdf).read_bytes() == ita_docs.to_pdf(tmp_path / made.docx).data


def test_what_all_documents_say_is_said_once_with_the_sum(memo: ita_docs.Kind, tmp_path: Path) -> None:
    one = ita_docs.make(memo, frame(), tmp_path / "1", pdf=True)
    (single,) = [item for item in one.problems if item.code == "font-substituted"]
    assert single.row is not None or single.place is None
    report = ita_docs.make(memo, frame(*({"เลขอ้างอิง": f"M-{n}"} for n in range(9))), tmp_path / "9", pdf=True)
    (found,) = [item for item in report.problems if item.code == "font-substituted"]
    assert found.place == {"file": "M-0.docx", "documents": 9}
    assert abs(found.detail["count"] / single.detail["count"] - 9) < 0.5


def test_a_pdf_that_fails_keeps_its_document(
    memo: ita_docs.Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = finishing.pdf_of

    def fails(data: bytes, name: str, options: PdfOptions, layout: Layout | None) -> Pdf:
        if name == "M-001.docx":
            raise PdfError(problem("pdf-failed", file=name, reason="…"))
        return real(data, name, options, layout)

    monkeypatch.setattr(finishing, "pdf_of", fails)
    report = ita_docs.make(memo, SAMPLE, tmp_path, pdf=True, only=(("เรียน", "ผู้อำนวยการสำนักงานเขตพื้นที่"),))
    assert report.status == 2
    report = ita_docs.make(memo, SAMPLE, tmp_path, pdf=True, merge="all.pdf")
    assert report.status == 1
    assert not report.refused
    first, second = report.made[:2]
    assert (first.ref, first.pdf, first.pages) == ("M-001", None, None)
    assert (tmp_path / first.docx).is_file()
    assert second.pdf == "M-002.pdf"
    (found,) = [item for item in report.problems if item.severity == "error"]
    assert (found.code, found.sheet) == ("pdf-failed", memo.table.sheet)
    assert found.row is not None
    assert len(bookmarks(tmp_path / "all.pdf")) == len(report.made) - 1


def test_an_edited_pdf_is_kept_and_the_names_of_a_pair_agree(memo: ita_docs.Kind, tmp_path: Path) -> None:
    ita_docs.make(memo, frame(), tmp_path, pdf=True)
    (tmp_path / "M-001.pdf").write_bytes(b"signed")
    report = ita_docs.make(memo, frame(), tmp_path, pdf=True)
    assert (report.made[0].pdf, report.made[0].kept) == ("M-001.pdf", True)
    assert "edited-kept" in [item.code for item in report.problems]
    report = ita_docs.make(memo, frame({"เรื่อง": "ขออนุญาต"}), tmp_path, pdf=True)
    assert (tmp_path / "M-001.pdf").read_bytes() == b"signed"
    assert report.made[0].pdf == "M-001 (ใหม่).pdf"
    assert "edited-since" in [item.code for item in report.problems]
    assert ita_docs.make(memo, frame(), tmp_path, pdf=True, force=True).made[0].pdf == "M-001.pdf"
    (tmp_path / "M-001.docx").write_bytes(b"edited")
    again = ita_docs.make(memo, frame({"เรื่อง": "ใหม่"}), tmp_path, pdf=True).made[0]
    assert (again.docx, again.pdf) == ("M-001 (ใหม่).docx", "M-001 (ใหม่).pdf")


def test_one_pdf_to_print_with_a_bookmark_for_each(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, frame(*TWO), tmp_path, merge="print/all")
    assert [(item.pdf, item.pages) for item in report.made] == [(None, 1), (None, 1)]
    assert report.merged is not None
    assert (report.merged.pdf, report.merged.pages) == ("print/all.pdf", 2)
    assert report.to_json()["merged"]["pdf"] == "print/all.pdf"
    assert sorted(path.name for path in tmp_path.rglob("*.pdf")) == ["all.pdf"]
    assert bookmarks(tmp_path / "print" / "all.pdf") == ["M-001", "M-002"]
    again = ita_docs.make(memo, frame(*TWO), tmp_path, merge="print/all", pdf=True)
    assert again.merged == report.merged
    assert [item.pdf for item in again.made] == ["M-001.pdf", "M-002.pdf"]


def test_the_merged_file_goes_where_it_is_told_and_never_over_a_document(memo: ita_docs.Kind, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "all.pdf"
    report = ita_docs.make(memo, frame(), tmp_path / "out", merge=elsewhere)
    assert report.merged is not None
    assert len(bookmarks(elsewhere)) == 1
    both = ita_docs.make(memo, frame(), tmp_path / "out", pdf=True, merge="m-001.pdf")
    assert both.merged is not None
    assert (both.made[0].pdf, both.merged.pdf) == ("M-001.pdf", "m-001 (2).pdf")


def test_a_merged_file_that_is_no_pdf_a_is_said(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, frame(), tmp_path, pdf=True, merge="all.pdf", pdf_options=PdfOptions(pdfa="1b"))
    assert b"pdfaid" in (tmp_path / "M-001.pdf").read_bytes()
    archival = b"pdfaid" in (tmp_path / "all.pdf").read_bytes()
    assert archival != ("unsupported-feature" in [item.code for item in report.problems])


def test_a_bookmark_says_reference_and_name_once() -> None:
    from ita_docs.recipe.stack import title_of

    assert title_of("M-001", "M-001 ขออนุมัติ") == "M-001 ขออนุมัติ"
    assert title_of("ก/1", "ก-1") == "ก/1 · ก-1"


def test_nothing_made_binds_nothing(memo: ita_docs.Kind, tmp_path: Path) -> None:
    report = ita_docs.make(memo, frame({"เรื่อง": None}), tmp_path, merge="all.pdf")
    assert report.merged is None
    assert not list(tmp_path.glob("*.pdf"))


def test_libreoffice_takes_all_documents_of_a_run_in_one_call(
    memo: ita_docs.Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def converts(documents: Sequence[Path], options: PdfOptions) -> Iterator[Pdf | PdfError]:
        files = list(documents)
        calls.append(len(files))
        for file in files:
            if file.name == "M-002.docx":
                yield PdfError(problem("pdf-failed", file=file.name, reason="…"))
            else:
                yield ita_docs.to_pdf(file, pdfa=options.pdfa)

    monkeypatch.setattr(libreoffice, "convert", converts)
    monkeypatch.setattr(libreoffice, "find", lambda: "soffice")
    options = PdfOptions(engine="libreoffice")
    rows = frame(*TWO, {"เลขอ้างอิง": "M-003", "เรื่อง": None}, {"เลขอ้างอิง": "M-004"})
    report = ita_docs.make(memo, rows, tmp_path, pdf=True, merge="all.pdf", pdf_options=options)
    assert calls == [3]
    assert [item.pdf for item in report.made] == ["M-001.pdf", None, "M-004.pdf"]
    assert [item.code for item in report.problems if item.severity == "error"] == ["missing-value", "pdf-failed"]
    assert bookmarks(tmp_path / "all.pdf") == ["M-001", "M-004"]


def test_options_that_cannot_be_used_stop_before_any_row(memo: ita_docs.Kind, tmp_path: Path) -> None:
    with pytest.raises(PdfError):
        ita_docs.make(memo, frame(), tmp_path / "out", pdf=True, pdf_options=PdfOptions(font_dirs=(tmp_path / "no",)))
    assert not (tmp_path / "out").exists()


def test_the_run_gives_its_day_to_the_pdf(memo: ita_docs.Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    seen = []

    def notes(data: bytes, name: str, options: PdfOptions, layout: Layout | None) -> Pdf:
        seen.append(options.today)
        return Pdf(b"%PDF", 1)

    monkeypatch.setattr(finishing, "pdf_of", notes)
    ita_docs.make(memo, frame(), tmp_path, pdf=True, today=date(2024, 6, 26))
    assert seen == [date(2024, 6, 26)]


def test_progress_counts_rows(memo: ita_docs.Kind, tmp_path: Path) -> None:
    seen: list[Moment] = []
    ita_docs.make(memo, frame(*TWO), tmp_path, pdf=True, merge="all.pdf", progress=seen.append)
    plain: list[Moment] = []
    ita_docs.make(memo, frame(*TWO), tmp_path, progress=plain.append)
    assert seen == plain
    assert len(seen) >= 2


def test_a_pdf_that_another_program_holds_open_is_an_error_of_its_row(
    memo: ita_docs.Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ita_docs.recipe import files

    real = files.os.replace

    def locked(source: Path, target: Path) -> None:
        if str(target).endswith(".pdf"):
            raise PermissionError(13, "locked")
        real(source, target)

    monkeypatch.setattr(files.os, "replace", locked)
    report = ita_docs.make(memo, frame(), tmp_path, pdf=True)
    assert report.status == 1
    assert [item.docx for item in report.made] == ["M-001.docx"]
    assert [item.severity for item in report.problems if item.code in ("file-in-use", "cannot-write")] == ["error"]
    assert [path.suffix for path in tmp_path.iterdir() if path.name.startswith(".M")] == []


def test_the_merged_file_holds_the_pages_in_the_order_of_the_sheet(memo: ita_docs.Kind, tmp_path: Path) -> None:
    import pypdfium2

    ita_docs.make(memo, frame(*TWO), tmp_path, merge="all.pdf")
    pdf = pypdfium2.PdfDocument(io.BytesIO((tmp_path / "all.pdf").read_bytes()))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    assert ["ขออนุมัติ" in text for text in texts] == [True, False]
    assert "ขออนุญาต" in texts[1]
