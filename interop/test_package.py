"""Every document and template as a package: what Word refuses to open without saying why."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

import ita_docs

from . import KINDS
from .conftest import Run
from .ooxml import W, faults, order_faults


@pytest.mark.parametrize("kind", KINDS)
def test_documents(samples: dict[str, Run], kind: str) -> None:
    assert samples[kind].documents
    assert {docx.name: found for docx in samples[kind].documents if (found := faults(docx))} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_template(kind: str) -> None:
    assert faults(ita_docs.load_kind(kind).template) == []


BAD_ORDER = [
    ("<w:pPr><w:jc/><w:ind/></w:pPr>", "in w:pPr, w:ind comes after w:jc"),
    ("<w:rPr><w:b/><w:rFonts/></w:rPr>", "in w:rPr, w:rFonts comes after w:b"),
    ("<w:rPr><w:sz/><w:sz/></w:rPr>", "w:rPr holds w:sz twice"),
    ("<w:tcPr><w:vAlign/><w:tcW/></w:tcPr>", "in w:tcPr, w:tcW comes after w:vAlign"),
    ("<w:tblPr><w:tblLook/><w:tblW/></w:tblPr>", "in w:tblPr, w:tblW comes after w:tblLook"),
    ("<w:sectPr><w:cols/><w:pgSz/></w:sectPr>", "in w:sectPr, w:pgSz comes after w:cols"),
    ("<w:sectPr><w:titlePg/><w:headerReference/></w:sectPr>", "in w:sectPr, w:headerReference comes after w:titlePg"),
    ("<w:rPr><w:jc/></w:rPr>", "w:rPr may not hold w:jc"),
    ("<w:r><w:t/><w:rPr/></w:r>", "in w:r, w:rPr is child 2 of 2"),
    ("<w:body><w:sectPr/><w:p/></w:body>", "in w:body, w:sectPr is child 1 of 2"),
    ("<w:tbl><w:tblPr/></w:tbl>", "w:tbl lacks w:tblGrid"),
    ("<w:tc><w:p/><w:tbl><w:tblPr/><w:tblGrid/></w:tbl></w:tc>", "a w:tc does not end with a paragraph"),
]


@pytest.mark.parametrize(("xml", "fault"), BAD_ORDER)
def test_the_check_of_order_can_fail(xml: str, fault: str) -> None:
    assert list(order_faults(_tree(xml))) == [fault]


def test_header_and_footer_references_come_in_any_order() -> None:
    assert not list(order_faults(_tree("<w:sectPr><w:footerReference/><w:headerReference/><w:pgSz/></w:sectPr>")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_check_of_the_package_can_fail(tmp_path: Path, samples: dict[str, Run]) -> None:
    good, bad = samples["memo"].documents[0], tmp_path / "bad.docx"
    with zipfile.ZipFile(good) as given, zipfile.ZipFile(bad, "w") as taken:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                drawing = data[data.index(b"<w:drawing>") : data.index(b"</w:drawing>") + len(b"</w:drawing>")]
                data = data.replace(b"</w:drawing>", b"</w:drawing>" + drawing.replace(b'r:embed="', b'r:embed="x'), 1)
            if name != "word/footer1.xml":
                taken.writestr(name, data)
        taken.writestr("word/styles.xml", "<w:styles")
        taken.writestr("word/stray.bin", b"")
    said = "\n".join(faults(bad))
    for expected in (
        "word/styles.xml is there 2 times",
        "word/styles.xml is not well formed",
        "word/stray.bin has no content type",
        "content type for word/footer1.xml, which is not there",
        "leads to word/footer1.xml, which is not there",
        "which is no relationship",
        "wp:docPr id 1001 is given 2 times",
    ):
        assert expected in said


def test_the_check_of_lists_styles_and_grids_can_fail(tmp_path: Path, samples: dict[str, Run]) -> None:
    changes = {
        "word/document.xml": [
            (b'<w:numId w:val="1"/>', b'<w:numId w:val="77"/>'),
            (b'<w:pStyle w:val="Clause1"/>', b'<w:pStyle w:val="Clause77"/>'),
            (b"<w:gridCol ", b'<w:gridCol w:w="77"/><w:gridCol '),
        ],
        "word/numbering.xml": [
            (b'<w:num w:numId="1">', b'<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="1">'),
            (b'<w:lvl w:ilvl="1">', b'<w:lvl w:ilvl="0">'),
        ],
    }
    bad = tmp_path / "bad.docx"
    with zipfile.ZipFile(samples["letter"].different["L-006"]) as given, zipfile.ZipFile(bad, "w") as taken:
        for name in given.namelist():
            data = given.read(name)
            for old, new in changes.get(name, []):
                assert old in data
                data = data.replace(old, new, 1)
            taken.writestr(name, data)
    assert sorted(set(faults(bad))) == [
        "w:abstractNum gives level 0 2 times",
        "w:num 2 is of w:abstractNum 7, which is not there",
        "word/document.xml names list 77, which is not there",
        "word/document.xml names the paragraph style Clause77, which is not there",
        "word/document.xml: a row of 3 columns in a table of 4",
    ]


def _tree(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:x xmlns:w="{W.strip("{}")}">{xml}</w:x>')
