"""Tables of contents: what their fields show before Word updates them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ita_docs.pages.contents import tables_of_contents
from ita_docs.pages.package import Package
from ita_docs.word.contents import write_contents

from ..pages.documents import NAMES, docx, field, p, r, section, style
from .written import written

W = f"{{{NAMES['w']}}}"
TOC = r'TOC \o "1-3" \h \z \u'
HEADINGS = "".join(
    style(f"H{level}", f'<w:outlineLvl w:val="{level - 1}"/>').replace(
        f'w:name w:val="H{level}"', f'w:name w:val="heading {level}"'
    )
    for level in (1, 2, 3, 4)
) + style("Mine")
BREAK = "<w:r><w:br/></w:r>"
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def heading(text: str, level: int = 1) -> str:
    return p(text, f'<w:pStyle w:val="H{level}"/>')


def filled(body: str, **more: Any) -> bytes:
    """A document with its tables of contents written."""
    data = docx(body, styles=HEADINGS, **more)
    return written(data, write_contents, tables_of_contents(Package(data)))


def part(data: bytes, name: str = "document") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def text_of(paragraph: Any) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    shown = (item for item in paragraph.iter(f"{W}t", *signs) if item.getparent().tag == f"{W}r")
    return "".join(signs.get(item.tag) or item.text or "" for item in shown)


def lines(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph that is in the style of a line."""
    found = []
    for paragraph in part(data).iter(f"{W}p"):
        said = paragraph.find(f"{W}pPr/{W}pStyle")
        if said is not None and said.get(f"{W}val").startswith(("TOC", "Table")):
            found.append((said.get(f"{W}val"), text_of(paragraph)))
    return found


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "บทนำ", "น้ำ ที่", "A & B"])), max_size=8))
def test_each_heading_has_its_line_and_its_own_bookmark(headings: list[tuple[int, str]]) -> None:
    made = filled(p(field(TOC, "เก่า")) + "".join(heading(text, level) for level, text in headings))
    listed = [(f"TOC{level}", f"{text}\t0") for level, text in headings if text and level < 4]
    assert lines(made) == listed
    root = part(made)
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names)) == len(listed)
    assert [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")] == names
    asked = [item.text for item in root.iter(f"{W}instrText")]
    assert asked == [TOC, *(f" PAGEREF {name} \\h " for name in names)]
    again = written(made, write_contents, tables_of_contents(Package(made)))
    assert etree.tostring(part(again)) == etree.tostring(part(made))
    assert etree.tostring(part(again, "styles")) == etree.tostring(part(made, "styles"))


BODY = (
    heading("ก", 1)
    + heading("ข", 2)
    + p("ค", '<w:outlineLvl w:val="1"/>')
    + p("ง", '<w:pStyle w:val="Mine"/>')
    + p(r("ตารางที่ ") + field("SEQ ตารางที่", "๗") + r(" จ"))
    + p('<w:bookmarkStart w:id="9" w:name="only"/>' + r("ฉ") + '<w:bookmarkEnd w:id="9"/>', '<w:pStyle w:val="H2"/>')
)


@pytest.mark.parametrize(
    ("instruction", "listed"),
    [
        ("TOC", ["1ก\t0", "2ข\t0", "2ฉ\t0"]),
        (r'TOC \o "1-1"', ["1ก\t0"]),
        (r'TOC \o "2-2" \n', ["2ข", "2ฉ"]),
        (r'TOC \o "1-2" \n "2-2" \p "…"', ["1ก…0", "2ข", "2ฉ"]),
        (r"TOC \u", ["1ก\t0", "2ข\t0", "2ค\t0", "2ฉ\t0"]),
        (r'TOC \t "mine,3;H1"', ["1ก\t0", "3ง\t0"]),
        (r'TOC \o "1-3" \b only', ["2ฉ\t0"]),
        (r'TOC \h \z \c "ตารางที่"', ["fตารางที่ ๗ จ\t0"]),
        (r'TOC \a "ตารางที่"', ["fจ\t0"]),
        (r'TOC \c "ภาพที่"', []),
    ],
)
def test_what_a_field_lists(instruction: str, listed: list[str]) -> None:
    levels = {"TOC1": "1", "TOC2": "2", "TOC3": "3", "TableofFigures": "f"}
    made = filled(p(field(instruction, "เก่า")) + BODY)
    assert [levels[look] + text for look, text in lines(made)] == listed
    assert "เก่า" not in "".join(part(made).itertext())
    assert [*part(made).iter(f"{W}hyperlink")] == [] or r"\h" in instruction


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ('<w:r><w:br w:type="page"/></w:r>' + r("บทที่ ๑") + BREAK + r("บทนำ"), "บทที่ ๑ บทนำ"),
        (r("ก") + "<w:r><w:tab/></w:r>" + r("ข"), "ก ข"),
        (r("ก") + r("ลับ", "<w:vanish/>") + r("ข", '<w:vanish w:val="0"/>'), "กข"),
        (r("ก") + "<w:del><w:r><w:delText>ข</w:delText></w:r></w:del><w:ins>" + r("ค") + "</w:ins>", "กค"),
        (r("ก ") + field("REF x", "ข") + field('XE "ดัชนี"', ""), "ก ข"),
        (r(" ก "), "ก"),
    ],
)
def test_the_text_of_a_line_is_that_of_the_heading_on_one_line(content: str, shown: str) -> None:
    made = filled(p(field(TOC)) + heading(content))
    assert lines(made) == [("TOC1", f"{shown}\t0")]
    start = next(part(made).iter(f"{W}bookmarkStart"))
    assert not [item for item in start.itersiblings() if item.find(f"{W}br[@{W}type]") is not None]


@pytest.mark.parametrize(("suffix", "label"), [("tab", "๑.\t"), ("space", "๑. "), ("nothing", "๑.")])
def test_an_automatic_number_comes_first(suffix: str, label: str) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    look = '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    made = filled(p(field(TOC)) + p("บทนำ", look), numbering=numbering)
    assert lines(made) == [("TOC1", f"{label}บทนำ\t0")]
    stops = [stop.get(f"{W}val") for stop in part(made).iter(f"{W}tab") if stop.get(f"{W}val")]
    assert stops == (["left", "right"] if suffix == "tab" else ["right"])


def test_headings_in_tables_count_and_those_in_text_boxes_do_not() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{heading('ในตาราง', 2)}</w:tc></w:tr></w:tbl>"
    box = f"<v:shape><v:textbox><w:txbxContent>{heading('ในกล่อง')}</w:txbxContent></v:textbox></v:shape>"
    assert lines(filled(p(field(TOC)) + cell + p(f"<w:r><w:pict>{box}</w:pict></w:r>"))) == [("TOC2", "ในตาราง\t0")]


def test_as_word_inserts_it_with_its_title_and_old_lines() -> None:
    old = '<w:hyperlink w:anchor="_Toc5">' + r("เก่า") + field("PAGEREF _Toc5 \\h", "9") + "</w:hyperlink>"
    begun = MARK.format("begin") + f"<w:r><w:instrText>{TOC}</w:instrText></w:r>" + MARK.format("separate")
    look = '<w:pStyle w:val="TOC1"/>'
    content = p("สารบัญ") + p(begun + old, look) + p(old, look) + p(MARK.format("end") + r("ท้าย"))
    sdt = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
    made = filled(sdt + heading("ก") + heading("ข") + heading("ค"))
    inside = next(part(made).iter(f"{W}sdtContent"))
    assert [text_of(paragraph) for paragraph in inside] == ["สารบัญ", "ก\t0", "ข\t0", "ค\t0", "ท้าย"]


def test_bookmarks_of_word_are_kept_and_those_that_repeat_one_are_not() -> None:
    marked = '<w:bookmarkStart w:id="3" w:name="_Toc7"/>' + r("ก") + '<w:bookmarkEnd w:id="3"/>'
    once = part(filled(p(field(TOC)) + heading(marked)))
    assert [mark.get(f"{W}name") for mark in once.iter(f"{W}bookmarkStart")] == ["_Toc7"]
    thrice = part(filled(p(field(TOC)) + heading(marked) * 3))
    names = [mark.get(f"{W}name") for mark in thrice.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names) == 3
    assert [link.get(f"{W}anchor") for link in thrice.iter(f"{W}hyperlink")] == names


def test_a_style_that_leads_to_the_number_needs_no_stop_and_one_that_is_not_there_is_made() -> None:
    leading = style("Inhalt", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="5000"/></w:tabs>')
    data = docx(
        p(field(TOC)) + heading("ก") + heading("ข", 2),
        styles=HEADINGS + leading.replace('w:val="Inhalt"', 'w:val="toc 1"'),
    )
    made = written(data, write_contents, tables_of_contents(Package(data)))
    first, second = list(part(made).iter(f"{W}p"))[:2]
    assert first.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Inhalt"
    assert first.find(f"{W}pPr/{W}tabs") is None
    assert [stop.get(f"{W}pos") for stop in second.iterfind(f"{W}pPr/{W}tabs/{W}tab")] == ["6000"]
    names = [item.get(f"{W}val") for item in part(made, "styles").iterfind(f"{W}style/{W}name")]
    assert names[-1] == "toc 2"


def test_a_field_in_one_run_and_a_simple_one() -> None:
    marks = '<w:fldChar w:fldCharType="{}"/>'
    run = f"<w:r>{marks.format('begin')}<w:instrText>TOC \\h</w:instrText>{marks.format('end')}<w:t>หลัง</w:t></w:r>"
    for content in (run, '<w:fldSimple w:instr="TOC \\h"><w:r><w:t>เก่า</w:t></w:r></w:fldSimple>' + r("หลัง")):
        made = filled(p(r("หน้า ") + content) + heading("ก") + heading("ข", 2))
        shown = [text_of(paragraph) for paragraph in part(made).iter(f"{W}p")]
        assert shown == ["หน้า ก\t0", "ข\t0", "หลัง", "ก", "ข"]


def test_the_end_of_a_section_stays_behind_the_lines_and_a_page_break_before_them() -> None:
    look = f"<w:pageBreakBefore/>{section()}"
    paragraphs = list(part(filled(p(field(TOC), look) + heading("ก") + heading("ข"))).iter(f"{W}p"))
    ends = [paragraph.find(f"{W}pPr/{W}sectPr") is not None for paragraph in paragraphs[:3]]
    breaks = [paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None for paragraph in paragraphs[:3]]
    assert (ends, breaks) == ([False, False, True], [True, False, False])


BEGUN = MARK.format("begin") + f"<w:r><w:instrText>{TOC}</w:instrText></w:r>" + MARK.format("separate")


@pytest.mark.parametrize(
    "body",
    [
        p(BEGUN),
        p(MARK.format("end") + r("ก") + MARK.format("separate")),
        p(BEGUN) + f"<w:tbl><w:tr><w:tc>{p(MARK.format('end'))}</w:tc></w:tr></w:tbl>",
        p(BEGUN) + p("", section()) + p(MARK.format("end")),
        p(f'<w:hyperlink w:anchor="a">{field(TOC)}</w:hyperlink>'),
        p(field(r"TOC \f a \l 1-2")),
        p(field(r"TOC คำเกิน")),
        p(field("TOC " * 3)),
        p(field("QUOTE x", "@").replace(r("@"), field(TOC))),
    ],
)
def test_what_is_not_as_word_writes_it_stays(body: str) -> None:
    data = docx(body + heading("ก"), styles=HEADINGS)
    assert written(data, write_contents, tables_of_contents(Package(data))) is data


PIECES = (
    *(MARK.format(kind) for kind in ("begin", "separate", "end", "x")),
    *(f"<w:r><w:instrText>{said}</w:instrText></w:r>" for said in (TOC, "TOC", r"TOC \b", r"PAGEREF a \h", "SEQ a")),
    *("</w:p><w:p>", r("ก"), '</w:p><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>', '<w:bookmarkStart w:id="x"/>'),
    *("<w:fldSimple/>", '<w:fldSimple w:instr="TOC"/>'),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_field_however_broken_does_harm(pieces: list[str]) -> None:
    made = filled(f"<w:p>{''.join(pieces)}</w:p>" + heading("ท้าย"))
    assert "ท้าย" in "".join(part(made).itertext())
    tables_of_contents(Package(made))


def test_nothing_to_list_leaves_a_field_that_shows_nothing() -> None:
    root = part(filled(p(field(TOC, "เก่า"))))
    assert [item.get(f"{W}fldCharType") for item in root.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert [text_of(paragraph) for paragraph in root.iter(f"{W}p")] == [""]
