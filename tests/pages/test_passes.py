"""Sections taken over from the pass before: the document is the same, and less is set."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from ita_docs.pages.blocks import Setter
from ita_docs.pages.laying import lay_out
from ita_docs.pages.passes import Sections
from ita_docs.painting.pdf import to_pdf

from .documents import anchored, docx, field, laid, p, r, section, texts

LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
HEADER = '<w:headerReference w:type="default" r:id="header1"/>'
STARTS = ("nextPage", "nextPage", "continuous", "oddPage", "evenPage")
BREAK = p('<w:r><w:br w:type="page"/></w:r>')


def bookmarked(name: str, text: str) -> str:
    return p(f'<w:bookmarkStart w:id="1" w:name="{name}"/>{r(text)}<w:bookmarkEnd w:id="1"/>')


def ended(more: str = "") -> str:
    """The paragraph that ends a section."""
    return f"<w:p><w:pPr>{section(more)}</w:pPr></w:p>"


def reads(place: str, shown: str = "0") -> str:
    return p(r("เรื่อง ") + field(f"PAGEREF {place}", shown))


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Sections of paragraphs, lists, floats and tables that name each other's pages."""
    count = draw(st.integers(2, 5))
    numbers = st.integers(0, count - 1)
    body = ""
    for index in range(count):
        body += bookmarked(f"b{index}", f"หมวด {index}")
        for kind in draw(st.lists(st.sampled_from("tlrhwfbn"), max_size=6)):
            body += {
                "t": lambda: p("ข้อความ " * draw(st.integers(1, 60))),
                "l": lambda: p("ข้อ", ITEM),
                "r": lambda: reads(f"b{draw(numbers)}", draw(st.sampled_from(("0", "ยาวมาก " * 150)))),
                "h": lambda: p("หัวข้อ", '<w:outlineLvl w:val="0"/>'),
                "w": lambda: f"<w:tbl><w:tr><w:tc>{p('ก')}</w:tc></w:tr></w:tbl>" + p(),
                "f": lambda: p(anchored(60, 40, y=draw(st.sampled_from(("paragraph:0", "margin:0")))) + r("ก " * 40)),
                "b": lambda: BREAK,
                "n": lambda: p(r("หน้า ") + field(draw(st.sampled_from(("PAGE", "NUMPAGES", "SECTIONPAGES"))))),
            }[kind]()
        start = f'<w:type w:val="{draw(st.sampled_from(STARTS))}"/>'
        body += ended(draw(st.sampled_from(("", HEADER))) + start)
    head = p(field(draw(st.sampled_from(("PAGE", "NUMPAGES", "PAGEREF b1")))))
    return docx(body, numbering=LIST, parts={"header1": head})


@given(documents())
def test_a_document_is_the_same_with_and_without_taking_over(data: bytes) -> None:
    with patch.object(Sections, "taken_over", lambda *_: False):
        whole, outline = to_pdf(data).data, lay_out(data).outline
    assert to_pdf(data).data == whole
    assert lay_out(data).outline == outline


def test_what_shows_no_new_numbers_is_not_set_again() -> None:
    rest = "".join(bookmarked(f"b{at}", f"เรื่อง {at}") + BREAK for at in range(3))
    contents = "".join(reads(f"b{at}") for at in range(3))
    with patch.object(Setter, "paragraph_strips", autospec=True, side_effect=Setter.paragraph_strips) as made:
        layout = laid(contents + ended() + rest + ended() + p("ท้าย"))
    assert texts(layout)[:3] == ["เรื่อง 2", "เรื่อง 3", "เรื่อง 4"]
    alone = [call.args[1] for call in made.call_args_list]
    texts_set = ["".join(getattr(item, "text", "") for item in paragraph.inlines) for paragraph in alone]
    assert texts_set.count("เรื่อง 1") == 1
    assert texts_set.count("ท้าย") == 1


def test_a_list_that_goes_on_into_the_next_section_is_one_list() -> None:
    layout = laid(reads("b") + p("หนึ่ง", ITEM) + ended() + p("สอง", ITEM) + bookmarked("b", "ท้าย"), numbering=LIST)
    assert [item.role for item in layout.root.children] == ["P", "L", "P"]
    assert len(layout.root.children[1].children) == 2
