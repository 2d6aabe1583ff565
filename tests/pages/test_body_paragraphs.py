"""What is read of a document to list its headings: less than all of it, and enough."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.body_paragraphs import _Bones, body_paragraphs
from ita_docs.pages.contents import Contents, tables_of_contents
from ita_docs.pages.package import Package

from .documents import docx, field, p, r, style

LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
FIRST = '<w:tblStylePr w:type="firstRow"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:tblStylePr>'
STYLES = {
    "H1": style("H1", LISTED + '<w:outlineLvl w:val="0"/>').replace('name w:val="H1"', 'name w:val="heading 1"'),
    "Bare": style("Bare").replace('name w:val="Bare"', 'name w:val="heading 2"'),
    "Listed": style("Listed", LISTED),
    "Based": style("Based", more='<w:basedOn w:val="Listed"/>'),
    "Mine": style("Mine"),
    "Plain": style("Plain"),
    "Grid": style("Grid", kind="table"),
    "Levels": style("Levels", kind="table", more=FIRST),
}
DEFAULT = style("Body", LISTED).replace("<w:style ", '<w:style w:default="1" ')
LOOKS = (*("H1", "Bare", "Listed", "Based", "Mine", "Plain", ""), "direct", "level", "field")


def paragraph(look: str) -> str:
    text = f"ข้อความ {look}"
    if look == "field":
        return p(r("ตารางที่ ") + field("SEQ ตาราง", "1"))
    said = {"": "", "direct": LISTED, "level": '<w:outlineLvl w:val="2"/>'}
    return p(text, said.get(look, f'<w:pStyle w:val="{look}"/>'))


blocks = st.sampled_from(LOOKS).map(paragraph)
tables = st.tuples(st.sampled_from(("", "Grid", "Levels")), st.lists(blocks, min_size=1, max_size=3)).map(
    lambda said: (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{said[0]}"/><w:tblLook w:firstRow="1"/></w:tblPr>'
        + "".join(f"<w:tr><w:tc>{one}</w:tc></w:tr>" for one in said[1])
        + "</w:tbl>"
    )
)
FIELDS = (r'TOC \o "1-3"', r"TOC \o \u", r'TOC \t "Mine,1"', r'TOC \c "ตาราง"', "TOC")


def lines(data: bytes) -> dict[int, Contents]:
    return tables_of_contents(Package(data))


@given(st.sampled_from(FIELDS), st.lists(blocks | tables, max_size=6), st.booleans())
def test_tables_that_are_not_read_change_no_line(asked: str, body: list[str], default: bool) -> None:
    styles = "".join(STYLES.values()) + (DEFAULT if default else "")
    data = docx(p(field(asked)) + "".join(body) + paragraph("H1"), styles=styles, numbering=LISTS)
    with patch.object(_Bones, "_may_list", return_value=True):
        whole = lines(data)
    assert lines(data) == whole


def test_a_table_of_plain_text_is_not_read() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Plain')}</w:tc><w:tc>{paragraph('')}</w:tc></w:tr></w:tbl>"
    found = body_paragraphs(Package(docx(paragraph("H1") + table + paragraph("H1"), styles=STYLES["H1"])))
    assert sorted(found) == [1, 4]
