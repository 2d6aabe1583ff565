"""A package read: what is a document, what of it is shown, what is reported, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from ita_docs.pages.laying import lay_out
from ita_docs.problems import PdfError

from .documents import LINE, SPACES, TOP, docx, laid, line, lines, p, r, said, section, style, texts

NAMED = "not-a-docx"


def with_part(name: str, data: str | bytes) -> bytes:
    """A document of one paragraph with one part replaced."""
    source = zipfile.ZipFile(io.BytesIO(docx(p("ก"))))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in source.namelist():
            archive.writestr(item, data if item == name else source.read(item))
    return held.getvalue()


def refused(data: bytes) -> str:
    """The code of the problem for which a document is refused."""
    with pytest.raises(PdfError) as caught:
        lay_out(data, name="บันทึก.docx")
    (found,) = caught.value.problems
    assert "บันทึก.docx" in found.message
    return found.code


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04junk", b"%PDF-1.7", docx(p("ก"))[:200]])
def test_what_is_no_package_is_refused(data: bytes) -> None:
    assert refused(data) == NAMED


def test_a_package_without_a_document_is_refused() -> None:
    held = io.BytesIO()
    zipfile.ZipFile(held, "w").writestr("xl/workbook.xml", "<a/>")
    held.seek(0)
    assert refused(held.getvalue()) == NAMED


def test_a_document_that_cannot_be_unpacked_is_refused() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive, zipfile.ZipFile(io.BytesIO(docx(p("ก")))) as source:
        for item in source.namelist():
            archive.writestr(item, source.read(item))
    data = stored.getvalue()
    assert refused(data.replace(b"<w:body>", b"<w:bodi>")) == NAMED


def test_xml_that_is_not_well_formed_is_refused_in_the_document_and_passed_over_elsewhere() -> None:
    assert refused(with_part("word/document.xml", "<w:document>")) == NAMED
    assert texts(lay_out(with_part("word/styles.xml", "<w:styles>"))) == ["ก"]
    assert texts(lay_out(with_part("word/settings.xml", b"\xff\xfe\x00"))) == ["ก"]
    assert texts(lay_out(with_part("word/_rels/document.xml.rels", ""))) == ["ก"]


def test_a_document_type_is_refused_before_its_entities_are_read() -> None:
    entities = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(12))
    kind = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{entities}]>'
    for inner in (p("&e12;"), '<w:p><w:pPr><w:pStyle w:val="&e12;"/></w:pPr></w:p>', p("ก")):
        body = f"<w:document {SPACES}><w:body>{inner}</w:body></w:document>".replace("&amp;", "&")
        assert refused(with_part("word/document.xml", kind + body)) == NAMED
    assert texts(laid(p("ก"), core='<!DOCTYPE x [<!ENTITY a "b">]><c>&a;<title>&a;</title></c>')) == ["ก"]


def test_an_external_entity_is_not_read() -> None:
    kind = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    body = f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
    assert refused(with_part("word/document.xml", kind + body)) == NAMED


def test_a_package_that_unpacks_to_too_much_is_refused_unread() -> None:
    assert refused(with_part("word/document.xml", b"<a>" + b" " * (401 << 20) + b"</a>")) == "docx-limit"


def test_too_many_pages_are_refused() -> None:
    assert refused(docx(p('<w:r><w:br w:type="page"/></w:r>' * 5001))) == "docx-limit"


# ---------------------------------------------------------------- what is shown


def test_an_empty_document_is_one_page() -> None:
    for body in ("", p()):
        layout = laid(body)
        assert len(layout.pages) == 1
        assert "".join(texts(layout)) == ""


def test_a_document_of_another_root_is_one_empty_page() -> None:
    assert len(lay_out(with_part("word/document.xml", "<a/>")).pages) == 1


def test_strict_documents_are_read() -> None:
    strict = docx(p("ก", '<w:ind w:left="400"/>'))
    source = zipfile.ZipFile(io.BytesIO(strict)).read("word/document.xml")
    changed = source.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    placed = lines(lay_out(with_part("word/document.xml", changed)))[0]
    assert (placed.x, placed.line.text) == (70.0, "ก")


def test_hidden_text_is_not_shown() -> None:
    assert texts(laid(p(r("กา") + r("ซ่อน", "<w:vanish/>") + r("ขา")))) == ["กาขา"]
    styles = style("S", run="<w:vanish/>", kind="character")
    assert texts(laid(p(r("ซ่อน", '<w:rStyle w:val="S"/>') + r("ขา")), styles=styles)) == ["ขา"]


def test_a_paragraph_hidden_with_its_mark_takes_no_room() -> None:
    hidden = p(r("ซ่อน", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert line(laid(hidden + p("ข")), "ข").y == TOP


def test_insertions_are_shown_and_deletions_are_not() -> None:
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>ลบ</w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="2">{r("ย้าย")}</w:moveFrom>'
    inserted = f'<w:ins w:id="3" w:author="x">{r("เพิ่ม")}</w:ins><w:moveTo w:id="4">{r("มา")}</w:moveTo>'
    assert texts(laid(p(r("กา") + deleted + moved + inserted))) == ["กาเพิ่มมา"]
    assert texts(laid(f'<w:ins w:id="5">{p("ทั้งย่อหน้า")}</w:ins>')) == ["ทั้งย่อหน้า"]


def test_content_controls_and_smart_tags_are_read_through() -> None:
    control = "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(p("หนึ่ง") + control.format(p(r("สอง") + control.format(r("สาม")))))
    assert texts(laid(body)) == ["หนึ่ง", "สองสาม"]
    assert texts(laid(p(f"<w:smartTag><w:customXml>{r('ก')}</w:customXml></w:smartTag>"))) == ["ก"]


def test_alternate_content_shows_one_branch() -> None:
    body = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{p("ใหม่")}</mc:Choice><mc:Fallback>{p("เก่า")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    assert len(texts(laid(body))) == 1


def test_deep_nesting_is_read_or_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 100 + p("ลึก") + "</w:sdtContent></w:sdt>" * 100
    assert texts(laid(deep)) == ["ลึก"]
    inline = "<w:sdt><w:sdtContent>" * 100 + r("ลึก") + "</w:sdtContent></w:sdt>" * 100
    assert texts(laid(p(inline))) == ["ลึก"]
    assert refused(docx("<w:sdt><w:sdtContent>" * 400 + p("x") + "</w:sdtContent></w:sdt>" * 400)) == NAMED


def test_tables_nested_too_deeply_are_reported() -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 70 + p("ลึก") + f"{p()}</w:tc></w:tr></w:tbl>" * 70
    assert said(laid(tables)) == {"tables or text boxes nested too deeply"}


def test_content_of_other_files_is_reported() -> None:
    assert said(laid(p("ก") + '<w:altChunk r:id="x"/>')) == {"content of another file (altChunk)"}


def test_line_numbers_and_phonetic_guides_are_reported() -> None:
    numbered = section('<w:lnNumType w:countBy="5"/>')
    guide = f"<w:r><w:ruby><w:rt>{r('กอ')}</w:rt><w:rubyBase>{r('ก')}</w:rubyBase></w:ruby></w:r>"
    layout = laid(p(guide), end=numbered)
    assert said(layout) == {"line numbers in the margin", "a phonetic guide above the text"}
    assert texts(layout) == ["ก"]
    assert not said(laid(p("ก"), end=section('<w:lnNumType w:countBy="0"/>')))


def test_notes_are_reported_and_their_text_is_kept() -> None:
    body = p(r("ก") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + p(
        r("ข") + '<w:r><w:endnoteReference w:id="3"/></w:r>'
    )
    parts = {
        "footnotes1": f'<w:footnote w:type="separator" w:id="0">{p("เส้น")}</w:footnote><w:footnote w:id="2">'
        f"{p('<w:r><w:footnoteRef/></w:r>' + r(' เชิงอรรถ'))}</w:footnote>",
        "endnotes1": f'<w:endnote w:id="3">{p("ท้ายเรื่อง")}</w:endnote>',
    }
    layout = laid(body, parts=parts)
    assert said(layout) == {"footnotes (printed at the end of the document)"}
    shown = texts(layout)
    assert shown[:2] == ["ก1", "ข2"]
    assert any("เชิงอรรถ" in text for text in shown)
    assert "ท้ายเรื่อง" in shown
    assert "เส้น" not in shown


def test_a_note_that_is_missing_leaves_its_number() -> None:
    assert texts(laid(p(r("ก") + '<w:r><w:footnoteReference w:id="junk"/></w:r>'))) == ["ก1"]


# ---------------------------------------------------------------- what the document says of itself


def test_facts_of_the_document() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title> ประกาศ </dc:title>'
        "<dc:creator>งานบุคคล"
        "</dc:creator><cp:keywords>ก ข</cp:keywords><dc:subject>เรื่อง</dc:subject><dcterms:created>2025-03-04T05:06:07Z"
        "</dcterms:created></cp:coreProperties>"
    )
    facts = laid(p(), core=core).facts
    assert (facts.title, facts.author, facts.subject, facts.keywords) == ("ประกาศ", "งานบุคคล", "เรื่อง", "ก ข")
    assert facts.created == datetime(2025, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert laid(p(), core=core.replace("2025-03-04T", "x")).facts.created is None
    assert laid(p()).facts.title == ""


def test_a_body_without_a_last_section_has_a_page() -> None:
    layout = laid(p("ก", section()) + p("ข"), end="")
    assert [(page.width, page.height) for page in layout.pages] == [(400.0, 400.0), (612.0, 792.0)]


def test_lines_of_a_paragraph_cut_into_runs_are_those_of_the_whole() -> None:
    text = "การประชุมคณะกรรมการบริหาร " * 12
    whole = texts(laid(p(text)))
    cut = texts(laid(p("".join(r(char) for char in text))))
    assert cut == whole
    assert len(whole) * LINE > 100
