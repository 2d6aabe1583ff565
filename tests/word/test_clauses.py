"""Clauses numbered by Word: whoever lays the document out finds the numbers that the outline has."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ita_docs.structured.clause_marks import written
from ita_docs.structured.outline import Clause, outline
from ita_docs.thai.numerals import to_arabic, to_thai
from ita_docs.word.clauses import EMPTY, Lists

from ..pages.documents import laid, lines
from ..structured.test_outline import REPORT

TEXT = f"{REPORT}๑) เริ่มใหม่\n๑) และอีกครั้ง\n๓. สรุป"


def shown(clauses: tuple[Clause, ...], *, thai: bool = True, before: str = "") -> list[str]:
    """What each paragraph of the laid-out document says, its number first."""
    made = Lists(f"<w:numbering>{before}</w:numbering>")
    numbers = made.numbered(clauses, thai=thai)
    body = "".join(
        f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{escape(clause.text)}</w:t></w:r></w:p>"
        for number, clause in zip(numbers, clauses, strict=True)
    )
    numbering = made.xml().removeprefix("<w:numbering>").removesuffix("</w:numbering>")
    layout = laid(body, numbering=numbering)
    return [placed.line.text for page in range(len(layout.pages)) for placed in lines(layout, page)]


def meant(clauses: tuple[Clause, ...], *, thai: bool = True) -> list[str]:
    dress = to_thai if thai else to_arabic
    return [f"{dress(written(one.form, one.numbers))} {one.text}" if one.form else one.text for one in clauses]


@pytest.mark.parametrize("thai", [True, False])
def test_numbers_are_those_of_the_outline(thai: bool) -> None:
    clauses = outline(TEXT.splitlines())
    assert shown(clauses, thai=thai) == meant(clauses, thai=thai)


@pytest.mark.parametrize(
    "typed",
    [
        ["๒.๓ ก", "๒.๔ ข", "๒.๔.๑ ค", "๒.๕ ง"],
        ["๔. ก", "๕. ข"],
        ["๑. ก", "๒. ข", "ใหม่", "๑. ค", "๑.๑ ง"],
        ["- ก", "๑) ข", "- ค"],
    ],
)
def test_lists_that_begin_elsewhere(typed: list[str]) -> None:
    clauses = outline(typed)
    assert shown(clauses) == typed == meant(clauses)


def test_a_template_keeps_its_lists() -> None:
    own = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
    )
    made = Lists(f"<w:numbering>{own}</w:numbering>")
    assert not made.grown
    made.numbered(outline(["๑. ก"]))
    made.numbered(outline(["๑. ข"]))
    assert made.grown
    xml = made.xml()
    assert [xml.count(f'<w:num w:numId="{number}"') for number in (3, 4, 5)] == [1, 1, 1]
    assert xml.rindex("<w:abstractNum ") < xml.index("<w:num ")
    assert shown(outline(["๑. ก", "๒. ข"]), before=own) == ["๑. ก", "๒. ข"]


@pytest.mark.parametrize(
    ("own", "after"),
    [
        ('<w:numbering xmlns:w="w"/>', "</w:numbering>"),
        ('<w:numbering xmlns:w="w" />', "</w:numbering>"),
        ('<w:numbering xmlns:w="w"><w:numIdMacAtCleanup w:val="1"/></w:numbering>', "<w:numIdMacAtCleanup"),
    ],
)
def test_lists_stand_where_the_schema_wants_them(own: str, after: str) -> None:
    made = Lists(own)
    made.numbered(outline(["๑. ก"]))
    etree.fromstring(made.xml())
    assert made.xml().index("<w:numbering") < made.xml().index("<w:abstractNum ") < made.xml().index("<w:num ")
    assert made.xml().index("<w:num ") < made.xml().index(after)


def test_a_level_has_the_indents_of_its_style() -> None:
    made = Lists(EMPTY, {1: '<w:ind w:firstLine="1417"/>', 2: ""})
    made.numbered(outline(["๑. ก", "๑.๑ ข"]))
    assert re.findall(r"<w:lvl .*?</w:lvl>", made.xml())[0].endswith(
        '<w:pPr><w:ind w:firstLine="1417"/></w:pPr></w:lvl>'
    )
    assert made.xml().count("<w:ind ") == 1


MARKED = st.builds(
    lambda form, numbers: f"{written(form, tuple(numbers))} ข้อ",
    st.sampled_from(("1.", "1)", "(1)", "ก.", "-")),
    st.lists(st.integers(1, 3), min_size=1, max_size=3),
)


@given(st.lists(st.one_of(MARKED, st.just("ข้อความ")), min_size=1, max_size=14))
def test_any_outline_is_numbered_as_it_says(typed: list[str]) -> None:
    clauses = outline(typed)
    assert shown(clauses) == meant(clauses)
