"""Papers bound into a report, in LibreOffice: the same lines on as many pages as in the paper alone.

Where a page ends may differ by a heading: LibreOffice lets one stand alone at a page's foot where all that follows to
the end of the document keeps together, and not where more follows.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from ita_docs.painting.pdf import Pdf, PdfOptions, to_pdfs
from ita_docs.word.binding import bound
from ita_docs.word.insertions import PaperInsertion
from tests.word.test_binding import report, scanned

from . import KINDS, sample
from .conftest import command
from .office import run


def pages(pdf: object, path: Path) -> list[list[str]]:
    """The words of each line of each page."""
    assert isinstance(pdf, Pdf)
    path.write_bytes(pdf.data)
    printed = run(["pdftotext", "-layout", str(path), "-"]).split("\f")[:-1]
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in printed]


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_prints_as_it_does_alone(kind: str, tmp_path: Path) -> None:
    papers = list(command(kind, sample(kind), folder=tmp_path).different.values())[:4]
    insertions = {f"p{place}": PaperInsertion(path.name, path.read_bytes()) for place, path in enumerate(papers)}
    filled = report(*(text for key in insertions for text in (f"ภาคผนวก {key}", f"[{key}]")), "จบ")
    documents = [*papers, bound(filled, insertions).docx]
    *alone, together = (
        pages(pdf, tmp_path / f"{place}.pdf")
        for place, pdf in enumerate(to_pdfs(documents, PdfOptions(engine="libreoffice")))
    )
    at = 0
    for place, paper in enumerate(alone):
        assert f"ภาคผนวก p{place}" in together[at]
        assert sorted(chain(*together[at + 1 : at + 1 + len(paper)])) == sorted(chain(*paper))
        at += 1 + len(paper)
    assert "จบ" in together[at]
    assert len(together) == at + 1


def test_pages_of_a_pdf_take_a_page_each(tmp_path: Path) -> None:
    from ita_docs.word.insertions import insertion

    (tmp_path / "a.pdf").write_bytes(scanned(3, wide=True))
    made = bound(report("ก", "[a]", "ข"), {"a": insertion(tmp_path / "a.pdf")}).docx
    (pdf,) = to_pdfs([made], PdfOptions(engine="libreoffice"))
    assert [page[0] for page in pages(pdf, tmp_path / "all.pdf")] == ["หัวรายงาน"] * 5
