"""Documents that nobody would write: each is laid out or refused, in bounded time, and none loses its text."""

from __future__ import annotations

import io
import math
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ita_docs.pages.laying import lay_out
from ita_docs.pages.model import Element, Layout, Shaped
from ita_docs.pages.typefaces import Typeface
from ita_docs.problems import PdfError

from .documents import NAMES, anchored, docx, field, inline_picture, laid, p, page_of, r, section, style, texts

MEMO = (Path(__file__).parents[2] / "templates" / "memo" / "template.docx").read_bytes()
W = f"{{{NAMES['w']}}}"
CHECKED = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def numbers(value: Any) -> Iterator[float]:
    """Every number in a layout's boxes; glyphs are left out."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from numbers(item)
    elif is_dataclass(value) and not isinstance(value, (Element, Shaped, Typeface)):
        for item in fields(value):
            yield from numbers(getattr(value, item.name))


def sound(layout: Layout, most: int = 1500) -> Layout:
    """`layout`, which has pages, not too many, and only finite numbers."""
    assert 1 <= len(layout.pages) <= most
    assert all(
        math.isfinite(item) for item in numbers((layout.pages, layout.outline, list(layout.destinations.values())))
    )
    for item in layout.problems:
        assert item.worded("th").message
        assert item.worded("en").message
    return layout


def characters(items: list[str]) -> Counter[str]:
    return Counter(char for item in items for char in item.upper() if not char.isspace() and char != "\u00ad")


# ---------------------------------------------------------------- junk in a document

RICH = docx(
    p("หัวเรื่อง", '<w:pStyle w:val="H"/><w:outlineLvl w:val="0"/><w:keepNext/><w:spacing w:before="240" w:after="120"/>')
    + p(r("เรื่อง ") + "<w:r><w:tab/></w:r>" + r("ขอเชิญ", "<w:b/><w:bCs/><w:u w:val='single'/><w:spacing w:val='20'/>"),
        '<w:tabs><w:tab w:val="decimal" w:leader="dot" w:pos="3000"/></w:tabs><w:ind w:left="720" w:hanging="720"/>')
    + p("ตามที่ได้รับมอบหมาย " * 20, '<w:jc w:val="thaiDistribute"/><w:spacing w:line="360" w:lineRule="auto"/>')
    + p("ข้อหนึ่ง", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pBdr>'
    '<w:top w:val="single" w:sz="4"/></w:pBdr>')
    + p(anchored(80, 60, gap=4) + r("ข้างรูป " * 30) + inline_picture(40, 20))
    + p("กรอบ", '<w:framePr w:w="2000" w:h="600" w:hRule="exact" w:wrap="around"'
        ' w:hAnchor="page" w:vAnchor="page" w:x="1000" w:y="900"/>')
    + '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>'
    '<w:gridCol w:w="2000"/>'
      '<w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:trPr><w:tblHeader/>'
      '<w:trHeight w:val="400" w:hRule="atLeast"/></w:trPr>'
      f'<w:tc><w:tcPr><w:vMerge w:val="restart"/><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{p("ช่อง")}</w:tc>'
      f'<w:tc><w:tcPr><w:gridSpan w:val="1"/><w:vAlign w:val="center"/></w:tcPr>{p("ช่องขวา " * 9)}</w:tc></w:tr>'
      f'<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p()}</w:tc><w:tc>{p("ล่าง")}</w:tc></w:tr></w:tbl>'
    + p(field("PAGE \\* THAIARABIC") + field("PAGEREF b \\h") + '<w:bookmarkStart w:id="0" w:name="b"/>'
        + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:br w:type="page"/></w:r>' + r("หลัง"))
    + p("ตอน", section('<w:headerReference w:type="default" r:id="header1"/><w:titlePg/>'
    '<w:pgNumType w:fmt="thaiNumbers" w:start="3"/>'))
    + p("สองคอลัมน์ " * 40),
    end=section('<w:type w:val="continuous"/>').replace("</w:sectPr>", '<w:cols w:num="2" w:space="300"/></w:sectPr>'),
    styles=style("H", "<w:jc w:val='center'/>", "<w:b/><w:szCs w:val='40'/>") + style("T", kind="table"),
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    parts={"header1": p(field("PAGE") + r("หัวกระดาษ")),
           "footnotes1": f'<w:footnote w:id="2">{p("เชิงอรรถ")}</w:footnote>'},
)  # fmt: skip
JUNK = (
    "", "0", "-1", "1", "2", "7", "9", "-7", "99", "1e400", "nan", "-inf", "2147483648", "-99999999999999999999",
    "31680",
    "-31680", "1584pt", "0.0001", "50%", "กข", "true", "off", "\u0e51", "2cm", "pt", "auto", "page", "continuous",
    "both",
    "bottom", "right", "topAndBottom", "character", "exact", "atLeast", "restart", "pct", "dxa", "btLr", "decimal",
    "FFFFFF",
    "a" * 3000,
)  # fmt: skip
MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(["set", "set", "set", "set", "drop", "twice", "nest", "move", "bare", "text", "rename"]),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.sampled_from(JUNK),
    ),
    min_size=1,
    max_size=12,
)
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/header1.xml",
    "word/theme/theme1.xml",
)


def mutated(data: bytes, part: str, mutations: list[tuple[str, int, int, str]]) -> bytes:
    """A DOCX with one part changed."""
    source = zipfile.ZipFile(io.BytesIO(data))
    root = etree.fromstring(source.read(part))
    for kind, one, other, junk in mutations:
        elements = list(root.iter("*"))
        element, second = elements[one % len(elements)], elements[other % len(elements)]
        parent = element.getparent()
        if kind == "set" and element.attrib:
            keys = sorted(map(str, element.attrib))
            element.set(keys[other % len(keys)], junk)
        elif kind == "bare":
            element.attrib.clear()
        elif kind == "text":
            element.text = junk
        elif kind == "rename":
            element.tag = second.tag
        elif parent is None or element in second.iterancestors() or element is second:
            continue
        elif kind == "drop":
            parent.remove(element)
        elif kind == "twice" and len(elements) < 3000:
            parent.append(etree.fromstring(etree.tostring(element)))
        elif kind == "nest":
            inner = etree.fromstring(etree.tostring(element))
            element.append(inner)
        elif kind == "move":
            second.append(element)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, etree.tostring(root) if name == part else source.read(name))
    return held.getvalue()


@settings(CHECKED, max_examples=200)
@given(st.sampled_from([MEMO, RICH]), st.sampled_from(PARTS), MUTATIONS)
def test_junk_is_laid_out_or_refused(data: bytes, part: str, mutations: list[tuple[str, int, int, str]]) -> None:
    if part not in zipfile.ZipFile(io.BytesIO(data)).namelist():
        part = PARTS[0]
    try:
        sound(lay_out(mutated(data, part, mutations)))
    except PdfError as error:
        refused = error.worded("en")
        assert refused


@settings(CHECKED, max_examples=80)
@given(st.integers(0, len(RICH)), st.binary(max_size=8))
def test_damaged_files_are_laid_out_or_refused(at: int, junk: bytes) -> None:
    try:
        sound(lay_out(RICH[:at] + junk + RICH[at + len(junk) :]))
    except PdfError as error:
        refused = error.worded("th")
        assert refused


# ---------------------------------------------------------------- documents of any make

WORDS = st.text("กขคงจฉชญฎที่นํำุูเแโใไๆ็่้์ abcXYZ019๑๙.,()/-\u200b\u00a0\u00ad\U0001f600ÿ中", max_size=60)
LENGTHS = st.sampled_from((0, 1, 120, 240, 567, 720, 1440, 5000, 9000, 31680, -120, -567, -5000))
ALIGNMENTS = st.sampled_from(("left", "right", "center", "both", "distribute", "thaiDistribute"))
TAGS = st.lists(
    st.sampled_from(
        ("keepNext", "keepLines", "pageBreakBefore", "contextualSpacing", "bidi", 'widowControl w:val="0"')
    ),
    max_size=2,
)


@st.composite
def looks(draw: st.DrawFn) -> str:
    flags = "".join(f"<w:{name}/>" for name in draw(TAGS))
    tabs = "".join(
        f'<w:tab w:val="{draw(st.sampled_from(("left", "right", "center", "decimal", "bar", "clear")))}"'
        f' w:pos="{draw(LENGTHS)}" w:leader="dot"/>'
        for _ in range(draw(st.integers(0, 2)))
    )
    rule = draw(st.sampled_from(("auto", "exact", "atLeast")))
    return (
        f'{flags}<w:tabs>{tabs}</w:tabs><w:spacing w:before="{draw(LENGTHS)}" w:after="{draw(LENGTHS)}"'
        f' w:line="{draw(LENGTHS)}" w:lineRule="{rule}"/>'
        f'<w:ind w:left="{draw(LENGTHS)}" w:right="{draw(LENGTHS)}" w:firstLine="{draw(LENGTHS)}"/>'
        f'<w:jc w:val="{draw(ALIGNMENTS)}"/>'
    )


@st.composite
def runs(draw: st.DrawFn) -> tuple[str, str]:
    kind = draw(st.integers(0, 11))
    if kind == 0:
        return "<w:r><w:tab/></w:r>", ""
    if kind == 1:
        return f'<w:r><w:br w:type="{draw(st.sampled_from(("page", "column", "textWrapping")))}"/></w:r>', ""
    if kind == 2:
        wrap = draw(
            st.sampled_from(("Square wrapText='bothSides'", "TopAndBottom", "None", "Square wrapText='largest'"))
        )
        x = draw(st.sampled_from(("page", "margin", "column", "character"))) + ":" + str(draw(LENGTHS) / 20)
        y = draw(st.sampled_from(("page", "margin", "paragraph", "line"))) + ":" + str(draw(LENGTHS) / 20)
        return anchored(abs(draw(LENGTHS)) / 20, abs(draw(LENGTHS)) / 20, f"<wp:wrap{wrap}/>", x, y), ""
    if kind == 3:
        return inline_picture(abs(draw(LENGTHS)) / 20, abs(draw(LENGTHS)) / 20), ""
    if kind == 4:
        return field(draw(st.sampled_from(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF b", "TOC", "REF x")))), ""
    if kind == 5:
        return '<w:bookmarkStart w:id="1" w:name="b"/>', ""
    text = draw(WORDS)
    return r(
        text,
        draw(st.sampled_from(("", "<w:b/>", '<w:szCs w:val="80"/>', '<w:spacing w:val="-60"/>', "<w:smallCaps/>"))),
    ), text


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> tuple[str, str]:
    if depth < 2 and draw(st.integers(0, 5)) == 0:
        rows, text = "", ""
        for _ in range(draw(st.integers(1, 3))):
            cells = ""
            for _ in range(draw(st.integers(1, 3))):
                inner, more = draw(blocks(depth + 1))
                cells += f"<w:tc>{inner}{p()}</w:tc>"
                text += more
            more = draw(st.sampled_from(("", "<w:cantSplit/>", "<w:tblHeader/>", '<w:trHeight w:val="9000"/>')))
            rows += f"<w:tr><w:trPr>{more}</w:trPr>{cells}</w:tr>"
        return f"<w:tbl>{rows}</w:tbl>", text
    made = draw(st.lists(runs(), max_size=4))
    frame = f'<w:framePr w:w="{draw(LENGTHS)}" w:y="{draw(LENGTHS)}"/>' if draw(st.integers(0, 9)) == 0 else ""
    return p("".join(xml for xml, _ in made) or "<w:r/>", frame + draw(looks())), "".join(text for _, text in made)


@settings(CHECKED, max_examples=200)
@given(st.lists(blocks(), max_size=8), st.sampled_from(("", "<w:cols w:num='2'/>", "<w:vAlign w:val='bottom'/>")))
def test_whatever_is_written_is_on_a_page(made: list[tuple[str, str]], more: str) -> None:
    layout = sound(laid("".join(xml for xml, _ in made), end=section().replace("</w:sectPr>", f"{more}</w:sectPr>")))
    missing = characters([text for _, text in made]) - characters(texts(layout))
    assert not missing


# ---------------------------------------------------------------- documents that are too much

BREAK = "<w:r><w:br/></w:r>"
BORDERED = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="31"/><w:bottom w:val="single" w:sz="4" w:space="31"/></w:pBdr>'
)


def rows(inner: str, more: str = "") -> str:
    return f"<w:tbl><w:tr><w:trPr>{more}</w:trPr><w:tc>{inner}</w:tc></w:tr></w:tbl>{p()}"


@pytest.mark.parametrize(
    ("body", "most"),
    [
        (p("ก" * 30_000), 50),
        (p("A" * 30_000), 50),
        (p("ก" + " " * 100_000 + "ข"), 2),
        (p("ก" + "\u0e48" * 10_000), 2),
        (p("<w:r><w:tab/></w:r>" * 2_000), 20),
        (p(BREAK * 2_000), 130),
        (p('<w:r><w:br w:type="page"/></w:r>' * 500), 501),
        (p('<w:r><w:br w:type="column"/></w:r>' * 500), 501),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 1_000 + r("ก")), 1),
        (p('<w:bookmarkStart w:id="1" w:name="b"/>' * 5_000), 1),
        (p(r("ก ข " * 50, '<w:spacing w:val="-31680"/>'), '<w:jc w:val="thaiDistribute"/>') * 9, 9),
        (p(r("กขค", '<w:sz w:val="3276"/><w:szCs w:val="3276"/>')) * 5, 20),
        (p("ก", '<w:spacing w:line="31680" w:lineRule="exact" w:before="31680" w:after="31680"/>') * 20, 20),
        (p("กขค " * 50, '<w:ind w:left="31680" w:right="31680" w:firstLine="31680"/>') * 2, 40),
        (p("กขค " * 50, '<w:ind w:left="-31680" w:right="-31680" w:hanging="31680"/>') * 2, 2),
        (p("ก", BORDERED + "<w:keepNext/><w:keepLines/><w:pageBreakBefore/>") * 30, 30),
        (p(inline_picture(2000, 2000) + r("ก") + inline_picture(2000, 2000)) * 5, 20),
        (rows(p("ก") * 100), 8),
        (rows(p("ก") * 100, "<w:cantSplit/>"), 8),
        (rows(p("ก") * 100, "<w:tblHeader/>"), 8),
        (rows(p("ก") * 100, '<w:trHeight w:val="30000" w:hRule="exact"/>'), 8),
        (rows(p("ก", "<w:keepNext/>") * 100), 8),
        ("<w:tbl><w:tr>" + f"<w:tc>{p('ก')}</w:tc>" * 500 + f"</w:tr></w:tbl>{p()}", 40),
        ("".join(p("ก", section('<w:type w:val="continuous"/>')) for _ in range(200)), 20),
        ("".join(p("ก", section('<w:type w:val="oddPage"/>')) for _ in range(200)), 401),
        (p(anchored(40, 30) * 300 + r("ก ข " * 50)), 10),
        (p("ก", '<w:framePr w:w="9000" w:h="9000" w:hRule="exact"/>') * 5 + p("ข"), 5),
    ],
)  # fmt: skip
def test_too_much_of_one_thing_ends(body: str, most: int) -> None:
    sound(laid(body), most)


def test_a_row_kept_with_one_too_tall_for_its_page_ends() -> None:
    header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{p('หัว')}</w:tc></w:tr>"
    kept = f"<w:tr><w:tc>{p('ก', '<w:keepNext/>')}</w:tc></w:tr>"
    for tall in ('<w:spacing w:line="5000"/>', '<w:spacing w:line="9000" w:lineRule="exact"/>'):
        table = f"<w:tbl>{header}{kept}<w:tr><w:tc>{p('ข', tall)}</w:tc></w:tr></w:tbl>{p()}"
        layout = sound(laid(p() * 3 + table), 5)
        assert page_of(layout, "ข") > 0


def test_long_documents_have_all_their_text() -> None:
    layout = sound(laid("".join(p(f"ย่อหน้า {i}") for i in range(2_000))))
    assert page_of(layout, "ย่อหน้า 1999") == len(layout.pages) - 1 == 124
