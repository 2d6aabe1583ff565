"""Papers bound into a report, in LibreOffice: the same lines on as many pages as in the paper alone.

Where a page ends may differ by a heading: LibreOffice lets one stand alone at a page's foot where all that follows to
the end of the document keeps together, and not where more follows.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from ita_docs.painting.pdf import Pdf, PdfOptions, to_pdf, to_pdfs
from ita_docs.word.binding import bound
from ita_docs.word.insertions import PaperInsertion, insertion
from tests.word.test_binding import report, scanned

from . import KINDS, chosen, sample
from .conftest import command
from .office import run
from .ooxml import faults
from .test_pdfa import faults as pdfa_faults

BOUND = ("measure_report", "measures", "oit_report")
"""Nobody binds a report into another: LibreOffice would count its captions on, and print its contents anew."""


def pages(pdf: object, path: Path) -> list[list[str]]:
    """The words of each line of each page."""
    assert isinstance(pdf, Pdf)
    path.write_bytes(pdf.data)
    printed = run(["pdftotext", "-layout", str(path), "-"]).split("\f")[:-1]
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in printed]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BOUND])
def test_a_paper_prints_as_it_does_alone(kind: str, tmp_path: Path) -> None:
    papers = list(command(kind, sample(kind), *chosen(kind), folder=tmp_path).different.values())[:4]
    insertions = {f"p{place}": PaperInsertion(path.name, path.read_bytes()) for place, path in enumerate(papers)}
    filled = report(*(text for key in insertions for text in (f"ภาคผนวก {key}", f"[{key}]")), "จบ")
    documents = [*papers, bound(filled, insertions).docx]
    (tmp_path / "bound.docx").write_bytes(documents[-1])
    assert faults(tmp_path / "bound.docx") == []
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
    (tmp_path / "a.pdf").write_bytes(scanned(3, wide=True))
    made = bound(report("ก", "[a]", "ข"), {"a": insertion(tmp_path / "a.pdf")})
    (tmp_path / "bound.docx").write_bytes(made.docx)
    assert faults(tmp_path / "bound.docx") == []
    (pdf,) = to_pdfs([made.docx], PdfOptions(engine="libreoffice"))
    assert [page[0] for page in pages(pdf, tmp_path / "all.pdf")] == ["หัวรายงาน"] * 5


def test_pages_of_a_pdf_stand_in_pdfa(tmp_path: Path) -> None:
    ours = to_pdf(report("หนังสือ"), pdfa="1b").data
    (tmp_path / "a.pdf").write_bytes(ours)
    made = bound(report("ก", "[a]", "ข"), {"a": insertion(tmp_path / "a.pdf")})
    pdf = to_pdf(made.docx, pdfa="1b", originals=made.originals)
    (tmp_path / "all.pdf").write_bytes(pdf.data)
    assert "appendix-differs" not in [item.code for item in pdf.problems]
    assert pdfa_faults(tmp_path / "all.pdf") == []
