"""Other documents bound into a report: what was signed looks as it did, and the report goes on behind it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

import ita_docs
from ita_docs import Template
from ita_docs.pages.model import Layout, Page
from ita_docs.painting.pdf import to_pdf
from ita_docs.problems import PdfError, TemplateError, problem
from ita_docs.thai.fault import Fault
from ita_docs.word.binding import Bound, bound
from ita_docs.word.documents import Dress, Writer
from ita_docs.word.insertions import MOST_PAGES, Insert, Insertion, insertion, paper
from ita_docs.word.renumbering import renumber
from tests.photos import photo
from tests.templates.test_every_kind import sample
from tests.templates.test_golden import KINDS, TODAY, ends_of_series

from .templates import saved
from .written import written


def report(*texts: str, start: int | None = None) -> bytes:
    """A report whose look is nobody else's; `[a]` is where `a` is bound in."""
    document = docx.Document()
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    document.styles["Normal"].font.size = Pt(20)
    document.styles["Normal"].paragraph_format.line_spacing = 2
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "หัวรายงาน"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0].add_run("หน้า ")
    section.footer.paragraphs[0]._p.append(field)
    for text in texts:
        document.add_paragraph(f"{{{{p {text[1:-1]} }}}}" if text.startswith("[") else text)
    return Template(saved(document)).fill({text[1:-1]: Insert(text[1:-1]) for text in texts if text.startswith("[")})


def read(data: bytes) -> Insertion:
    found = paper(data, "a.docx")
    assert not isinstance(found, Fault), problem(found.code, **found.detail).message
    return found


def put(folder: Path, data: bytes, name: str) -> Insertion:
    (folder / name).write_bytes(data)
    found = insertion(folder / name)
    assert not isinstance(found, Fault), problem(found.code, **found.detail).message
    return found


def lines(page: Page) -> list[tuple[float, float, str]]:
    """The lines of a page: where they stand, and what they say."""
    said = [(round(line.x, 2), round(line.baseline, 2), line.line.text) for line in page.lines()]
    return [line for line in said if line[2].strip()]


def said(layout: Layout) -> list[list[str]]:
    """What the lines of each page say, from top to bottom."""
    return [[text.replace("\t", " ").strip() for *_, text in sorted(lines(page), key=_down)] for page in layout.pages]


def _down(line: tuple[float, float, str]) -> tuple[float, float]:
    return line[1], line[0]


def plain(*texts: str, change: Callable[[Any], None] = lambda document: None) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    change(document)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    return saved(document)


@pytest.mark.parametrize("name", KINDS)
def test_every_line_of_a_paper_stands_where_it_stood(name: str) -> None:
    kind = ita_docs.load_kind(name)
    checked = sample(name)
    writer = Writer(kind, Dress.of(kind, ita_docs.Settings(), today=TODAY))
    papers = [writer.write(record) for record in list(ends_of_series(checked.records))[:4]]
    insertions = {f"p{place}": read(data) for place, data in enumerate(papers)}
    filled = report(*(text for key in insertions for text in (f"ภาคผนวก {key}", f"[{key}]")), "จบ")
    together = ita_docs.lay_out(bound(filled, insertions).docx)
    at = 0
    for place, data in enumerate(papers):
        assert said(together)[at][1] == f"ภาคผนวก p{place}"
        for page in ita_docs.lay_out(data).pages:
            at += 1
            assert lines(together.pages[at]) == lines(page)
        at += 1
    assert said(together)[at][:2] == ["หัวรายงาน", "จบ"]
    assert len(together.pages) == at + 1


def dressed(document: Any) -> None:
    """An officer's document in Word's usual look: sizes by default, a table with a style, a list, a header."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")
    properties.append(parse_xml(f'<w:spacing {nsdecls("w")} w:after="240" w:line="300" w:lineRule="auto"/>'))
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    style = document.styles["Table Grid"].element
    style.append(parse_xml(f'<w:pPr {nsdecls("w")}><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'))
    for row in table.rows:
        for cell in row.cells:
            cell.text = "ช่อง"
    for text in ("หนึ่ง", "สอง"):
        document.add_paragraph(text, "List Number")
    document.add_heading("หัวข้อ")
    document.add_picture(io.BytesIO(photo()))
    document.sections[0].header.paragraphs[0].text = "หัวของภาคผนวก"


@pytest.mark.parametrize("change", [dressed, lambda document: document.add_paragraph("ก", "Title")])
def test_an_officers_paper_keeps_its_look(change: Callable[[Any], None]) -> None:
    data = plain("ย่อหน้าแรก", "ย่อหน้าที่สอง", change=change)
    together = ita_docs.lay_out(bound(report("ก", "[a]", "ข", "[b]"), {"a": read(data), "b": read(data)}).docx)
    (alone,) = ita_docs.lay_out(data).pages
    assert len(together.pages) == 4
    assert lines(together.pages[1]) == lines(together.pages[3]) == lines(alone)


def test_what_is_bound_in_twice_is_there_once_and_all_is_unique() -> None:
    data = plain("ย่อหน้าแรก", change=dressed)
    made = bound(report("ก", "[a]", "ข", "[b]"), {"a": read(data), "b": read(data)}).docx
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        body = package.read("word/document.xml").decode()
    assert len(set(names)) == len(names)
    assert len([name for name in names if name.endswith(".jpg")]) == 1
    opened = docx.Document(io.BytesIO(made))
    drawn = [item.get("id") for item in opened.element.body.iter(qn("wp:docPr"))]
    assert len(set(drawn)) == len(drawn) == 2
    marks = [item.get(qn("w:id")) for item in opened.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(marks)) == len(marks)
    assert "_ita_insert_" not in body
    styles = [style.style_id for style in opened.styles]
    assert len(set(styles)) == len(styles)
    used = {item.get(qn("w:val")) for item in opened.element.body.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= set(styles)


def test_lists_of_papers_count_for_themselves() -> None:
    data = plain(change=lambda document: [document.add_paragraph("ข้อ", "List Number") for _ in range(2)])
    filled = report("[a]", "ข", "[b]")
    pages = said(ita_docs.lay_out(bound(filled, {"a": read(data), "b": read(data)}).docx))
    assert pages[0] == pages[2] == ["1. ข้อ", "2. ข้อ"]


def test_links_bookmarks_and_notes_come_along() -> None:
    def change(document: Any) -> None:
        paragraph = document.add_paragraph("ดู ")
        link = document.part.relate_to("https://example.org/ก", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True)
        for xml in (
            f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name="here"/>',
            f'<w:bookmarkEnd {nsdecls("w")} w:id="0"/>',
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>เว็บ</w:t></w:r></w:hyperlink>',
            f'<w:hyperlink {nsdecls("w")} w:anchor="here"><w:r><w:t>ที่นี่</w:t></w:r></w:hyperlink>',
        ):
            paragraph._p.append(parse_xml(xml))

    data = plain(change=change)
    made = docx.Document(io.BytesIO(bound(report("[a]", "[b]"), {"a": read(data), "b": read(data)}).docx))
    names = [item.get(qn("w:name")) for item in made.element.body.iter(qn("w:bookmarkStart"))]
    anchors = [item.get(qn("w:anchor")) for item in made.element.body.iter(qn("w:hyperlink"))]
    assert names == ["here", "A2_here"]
    assert anchors == [None, "here", None, "A2_here"]
    links = [item.get(qn("r:id")) for item in made.element.body.iter(qn("w:hyperlink")) if item.get(qn("r:id"))]
    assert {made.part.rels[link].target_ref for link in links} == {"https://example.org/ก"}


def test_headers_of_a_paper_do_not_go_on_in_the_report_nor_its_own_in_a_paper() -> None:
    bare, headed = plain("ไม่มีหัว"), plain("มีหัว", change=dressed)
    pages = said(
        ita_docs.lay_out(bound(report("ก", "[a]", "ข", "[b]", "ค"), {"a": read(bare), "b": read(headed)}).docx)
    )
    assert [page[0] for page in pages] == ["หัวรายงาน", "ไม่มีหัว", "หัวรายงาน", "หัวของภาคผนวก", "หัวรายงาน"]


def test_a_paper_with_other_headers_on_even_pages_changes_no_other() -> None:
    def even(document: Any) -> None:
        document.settings.odd_and_even_pages_header_footer = True
        document.sections[0].header.paragraphs[0].text = "หัวหน้าคี่"
        document.sections[0].even_page_header.paragraphs[0].text = "หัวหน้าคู่"
        document.add_page_break()
        document.add_paragraph("ท้าย")

    insertions = {"a": read(plain("ก", change=even)), "b": read(plain("ไม่มีหัว"))}
    pages = said(ita_docs.lay_out(bound(report("ข", "[a]", "ง", "[b]"), insertions).docx))
    assert [page[0] for page in pages] == ["หัวรายงาน", "หัวหน้าคี่", "หัวหน้าคู่", "หัวรายงาน", "ไม่มีหัว"]


def test_numbers_go_on_behind_papers_as_if_their_pages_counted() -> None:
    long = plain("ก", change=lambda document: [document.add_page_break() for _ in range(2)])
    insertions = {"a": read(long), "b": read(plain("ง")), "c": read(plain("จ"))}
    made = bound(report("ก", "[a]", "ข", "[b]", "[c]", "ค"), insertions).docx
    layout = ita_docs.lay_out(made)
    places = {name: place.page for name, place in layout.destinations.items()}
    again = written(made, renumber, places, layout.page_numbers)
    layout = ita_docs.lay_out(again)
    feet = [page[-1] for page in said(layout) if page and page[-1].startswith("หน้า")]
    assert feet == ["หน้า 1", "หน้า 4", "หน้า 7"]
    places = {name: place.page for name, place in layout.destinations.items()}
    assert written(again, renumber, places, layout.page_numbers) is again


# ------------------------------------------------------------ pages of PDFs, pictures


def scanned(pages: int = 2, wide: bool = False) -> bytes:
    """A PDF whose pages are ours; the second is a wide one, if asked."""
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = Cm(21), Cm(29.7)
    for number in range(pages):
        if number == 1 and wide:
            section = document.add_section()
            section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
        elif number:
            document.add_page_break()
        document.add_paragraph(f"หนังสือฉบับที่ {number + 1}")
    return to_pdf(saved(document)).data


def with_pages(folder: Path, data: bytes) -> Bound:
    return bound(report("ภาคผนวก", "[a]", "จบ"), {"a": put(folder, data, "หนังสือ.pdf")})


def test_pages_of_a_pdf_are_pictures_on_pages_of_the_report(tmp_path: Path) -> None:
    made = with_pages(tmp_path, scanned(3, wide=True))
    layout = ita_docs.lay_out(made.docx)
    assert [page.width > page.height for page in layout.pages] == [False, False, True, True, False]
    assert [page[-1] for page in said(layout)] == [f"หน้า {number}" for number in range(1, 6)]
    told = [item.get("descr") for item in docx.Document(io.BytesIO(made.docx)).element.body.iter(qn("wp:docPr"))]
    assert told == [f"หนังสือ.pdf หน้า {number}" for number in (1, 2, 3)]
    assert [page for _, _, page in made.originals] == [0, 1, 2]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_in_our_pdf_the_page_itself_stands_in_its_place(tmp_path: Path, turn: int) -> None:
    import pypdfium2

    with pikepdf.open(io.BytesIO(scanned(1))) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.pages[0].CropBox = [50, 100, 500, 800]
        out = io.BytesIO()
        pdf.save(out)
    made = with_pages(tmp_path, out.getvalue())
    shown, page = to_pdf(made.docx), to_pdf(made.docx, originals=made.originals)
    one, other = (pypdfium2.PdfDocument(item.data)[1] for item in (shown, page))
    assert "หนังสือฉบับที่" not in one.get_textpage().get_text_range()
    assert "หนังสือฉบับที่" in other.get_textpage().get_text_range()
    dark = [item.render(scale=0.5).to_pil().convert("L").point(lambda value: 255 - value) for item in (one, other)]
    assert dark[0].getbbox() == pytest.approx(dark[1].getbbox(), abs=2)
    with pikepdf.open(io.BytesIO(page.data)) as pdf:
        assert pdf.check_pdf_syntax() == [] if hasattr(pdf, "check_pdf_syntax") else pdf.check() == []
        alts = [str(item.Alt) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
        assert alts == ["หนังสือ.pdf หน้า 1"]


def test_in_pdfa_a_page_with_a_font_that_is_not_there_stays_a_picture(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    pdf.pages[0].Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            F1=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
    )
    pdf.pages[0].Contents = pdf.make_stream(b"BT /F1 24 Tf 72 700 Td (Sawasdee) Tj ET")
    out = io.BytesIO()
    pdf.save(out)
    made = with_pages(tmp_path, out.getvalue())
    assert [item.code for item in to_pdf(made.docx, originals=made.originals, pdfa="2b").problems].count(
        "appendix-differs"
    ) == 1
    assert "appendix-differs" not in [item.code for item in to_pdf(made.docx, originals=made.originals).problems]
    ours = with_pages(tmp_path, scanned(1))
    assert "appendix-differs" not in [
        item.code for item in to_pdf(ours.docx, originals=ours.originals, pdfa="2b").problems
    ]


def test_pictures_are_pages_too(tmp_path: Path) -> None:
    made = bound(report("ก", "[a]"), {"a": put(tmp_path, photo(3000, 2000, orientation=6), "a.jpg")})
    assert len(ita_docs.lay_out(made.docx).pages) == 2
    assert made.originals == ()
    (shape,) = docx.Document(io.BytesIO(made.docx)).inline_shapes
    assert shape.width / shape.height == pytest.approx(1.5, abs=0.01)


# ------------------------------------------------------------ what cannot be bound in


def changed(data: bytes, part: str, new: bytes | None) -> bytes:
    """A package with one part replaced or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            if name != part:
                made.writestr(name, old.read(name))
            elif new is not None:
                made.writestr(name, new)
    return out.getvalue()


def encrypted() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scanned(1))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="ก", owner="ข"))
    return out.getvalue()


def pages(count: int) -> bytes:
    out = io.BytesIO()
    pdf = pikepdf.new()
    for _ in range(count):
        pdf.add_blank_page()
    pdf.save(out)
    return out.getvalue()


ALT = plain(change=lambda document: document.element.body.insert(0, OxmlElement("w:altChunk")))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"PK\3\4 nothing",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        changed(plain("ก"), "word/document.xml", None),
        changed(plain("ก"), "word/document.xml", b"<w:document"),
        changed(plain("ก"), "word/document.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        changed(plain("ก"), "[Content_Types].xml", None),
        ALT,
        b"%PDF-1.7 nothing",
        encrypted(),
        pages(0),
        pages(MOST_PAGES + 1),
        scanned(1)[:3000],
        photo()[:300],
    ],
)
def test_a_file_that_cannot_be_bound_in_says_why(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "แนบ.docx").write_bytes(data)
    fault = insertion(tmp_path / "แนบ.docx")
    assert isinstance(fault, Fault)
    found = problem(fault.code, value="แนบ.docx", **fault.detail)
    assert "แนบ.docx" in found.message
    assert "–" not in found.message + found.worded("en").message


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/theme/theme1.xml"]
)
def test_a_paper_without_a_part_is_bound_in_or_told(part: str) -> None:
    data = plain("ก", change=dressed)
    for made in (changed(data, part, None), changed(data, part, b"<broken")):
        found = paper(made, "a.docx")
        assert not isinstance(found, Fault)
        try:
            told = bound(report("[a]"), {"a": found}).docx
        except TemplateError as error:
            told = error
        assert "a.docx" in str(told) if isinstance(told, TemplateError) else ita_docs.lay_out(told).pages


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_to_a_paper_crashes(data: st.DataObject) -> None:
    whole = plain("ก", change=dressed)
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        part = data.draw(st.sampled_from([name for name in package.namelist() if name.startswith("word/")]))
        text = bytearray(package.read(part))
    at = data.draw(st.integers(0, len(text) - 1))
    text[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    found = paper(changed(whole, part, bytes(text)), "a.docx")
    if not isinstance(found, Fault):
        with suppress(TemplateError, PdfError):
            ita_docs.lay_out(bound(report("[a]"), {"a": found}).docx)


def test_changes_and_links_are_told() -> None:
    def change(document: Any) -> None:
        document.part.relate_to("file:///c:/a.png", docx.opc.constants.RELATIONSHIP_TYPE.IMAGE, True)
        tracked = f'<w:ins {nsdecls("w")} w:id="1" w:author="ก"><w:r><w:t>แทรก</w:t></w:r></w:ins>'
        document.add_paragraph("เดิม ")._p.append(parse_xml(tracked))

    made = bound(report("[a]"), {"a": read(plain(change=change))})
    assert [item.code for item in made.problems] == ["appendix-differs"] * 2
    assert "file:///" not in " ".join(rel.target_ref for rel in docx.Document(io.BytesIO(made.docx)).part.rels.values())


def test_a_mark_in_a_table_is_told_and_one_that_nobody_fills_is_an_empty_paragraph() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{{p a }}"
    filled = Template(saved(document)).fill({"a": Insert("a")})
    with pytest.raises(TemplateError, match="เนื้อความ"):
        bound(filled, {"a": read(plain("ก"))})
    left = report("ก", "[a]", "ข")
    assert bound(left, {}).docx == left
    assert said(ita_docs.lay_out(left))[0][1:3] == ["ก", "ข"]


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    insertions = {"a": read(plain("ก", change=dressed)), "b": put(tmp_path, scanned(2), "b.pdf")}
    filled = report("ก", "[a]", "[b]")
    assert bound(filled, insertions) == bound(filled, insertions)
    with zipfile.ZipFile(io.BytesIO(bound(filled, insertions).docx)) as package:
        (first, *_) = [name for name in package.namelist() if name.startswith("word/media/page")]
        with Image.open(package.open(first)) as image:
            assert image.mode == "L"
