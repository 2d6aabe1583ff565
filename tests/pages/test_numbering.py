"""Automatic numbering: labels in the order of the document, levels, and what is malformed.

LibreOffice 7.4 prints the same labels, but where a test names what Word is documented to do.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ita_docs.pages.numbering import Counter, Level, Numbering

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def lvl(ilvl: int, format: str = "decimal", text: str | None = None, start: int | None = 1, more: str = "") -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    shown = f"%{ilvl + 1}." if text is None else text
    return f'<w:lvl w:ilvl="{ilvl}">{begin}<w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'


OUTLINE = "".join(lvl(i, text="".join(f"%{k + 1}." for k in range(i + 1))) for i in range(9))


def abstract(identity: int, body: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{body}</w:abstractNum>'


def num(identity: int, of: int, body: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{body}</w:num>'


def begin(ilvl: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def numbering(*parts: str, styles: dict[str, tuple[int, int]] | None = None) -> Numbering:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    root = etree.fromstring(f'<w:numbering xmlns:w="{W}" xmlns:mc="{mc}">{"".join(parts)}</w:numbering>')
    return Numbering(root, styles or {})


def labels(lists: Numbering, *paragraphs: tuple[int, int]) -> list[str]:
    counter = Counter(lists)
    return [counter.label(*paragraph) for paragraph in paragraphs]


def one(body: str, *levels: int) -> list[str]:
    return labels(numbering(abstract(0, body), num(1, 0)), *((1, level) for level in levels))


def test_deeper_levels_begin_again_under_each_number() -> None:
    assert one(OUTLINE, 0, 1, 1, 2, 0, 1, 2, 2) == ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.", "2.1.1.", "2.1.2."]


def test_levels_that_have_not_occurred_count_once() -> None:
    assert one(OUTLINE, 2, 1, 0, 2, 2, 0) == ["1.1.1.", "1.2.", "2.", "2.1.1.", "2.1.2.", "3."]


def test_lists_of_one_definition_count_together() -> None:
    lists = numbering(abstract(0, OUTLINE), num(1, 0), num(2, 0), num(3, 0, begin(0, 1)))
    order = [(1, 0), (2, 0), (1, 0), (3, 0), (3, 0), (1, 0), (2, 0), (3, 0)]
    assert labels(lists, *order) == ["1.", "2.", "3.", "1.", "2.", "3.", "4.", "5."]


def test_lists_of_two_definitions_count_apart() -> None:
    lists = numbering(abstract(0, OUTLINE), abstract(1, OUTLINE), num(1, 0), num(2, 1))
    assert labels(lists, (1, 0), (2, 0), (1, 0), (2, 0)) == ["1.", "1.", "2.", "2."]


def test_all_levels_begin_anew_with_another_list() -> None:
    lists = numbering(abstract(0, OUTLINE), num(1, 0), num(2, 0, begin(0, 1) + begin(1, 1) + begin(2, 1)))
    order = [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (2, 1), (2, 2), (2, 0), (1, 0), (2, 1)]
    said = ["1.", "1.1.", "1.1.1.", "1.", "1.1.", "1.1.1.", "1.2.", "1.2.1.", "2.", "3.", "3.1."]
    assert labels(lists, *order) == said


def test_a_start_override_holds_once_and_at_its_level() -> None:
    lists = numbering(abstract(0, OUTLINE), num(1, 0), num(2, 0, begin(1, 5)), num(3, 0, begin(0, 4)))
    deep = labels(lists, (1, 0), (1, 1), (2, 1), (2, 1), (2, 0), (2, 1), (1, 0), (1, 1))
    assert deep == ["1.", "1.1.", "1.5.", "1.6.", "2.", "2.1.", "3.", "3.1."]
    assert labels(lists, (3, 1), (3, 1), (3, 0), (3, 1)) == ["1.1.", "1.2.", "4.", "4.1."]


def test_an_overriding_level_goes_on_counting() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperLetter", "%1)", 4)}</w:lvlOverride>'
    lists = numbering(abstract(0, OUTLINE), num(1, 0), num(2, 0, override))
    order = [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 1)]
    assert labels(lists, *order) == ["1.", "2.", "C)", "D)", "5.", "E.1."]


def test_a_level_that_never_begins_again() -> None:
    """ECMA-376 §17.9.10; LibreOffice restarts it."""
    never = lvl(2, "lowerRoman", "%3)", 1, '<w:lvlRestart w:val="0"/>')
    said = ["1.", "1.1", "i)", "ii)", "2.", "2.1", "iii)", "2.2", "iv)"]
    assert one(lvl(0) + lvl(1, text="%1.%2") + never, 0, 1, 2, 2, 0, 1, 2, 1, 2) == said


def test_a_level_that_begins_again_after_the_first_only() -> None:
    """ECMA-376 §17.9.10; LibreOffice restarts it after the second too."""
    first = lvl(2, "lowerRoman", "%3)", 1, '<w:lvlRestart w:val="1"/>')
    assert one(lvl(0) + lvl(1) + first, 0, 1, 2, 2, 1, 2, 0, 1, 2) == [
        "1.", "1.", "i)", "ii)", "2.", "iii)", "2.", "1.", "i)",
    ]  # fmt: skip


def test_a_restart_in_an_override_is_ignored() -> None:
    """[MS-OI29500] §2.1.282."""
    never = '<w:lvlRestart w:val="0"/>'
    override = f'<w:lvlOverride w:ilvl="1">{lvl(1, more=never)}'
    lists = numbering(abstract(0, OUTLINE), num(1, 0, override + "</w:lvlOverride>"))
    assert labels(lists, (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "1.", "2.", "1."]


def test_legal_numbers_are_decimal_but_keep_leading_zeros() -> None:
    """§17.9.4, [MS-DOC] §2.9.150; LibreOffice 7.4 ignores it."""
    body = (
        lvl(0, "upperRoman", "บทที่ %1")
        + lvl(1, "upperLetter", "%1.%2")
        + lvl(2, "lowerLetter", "%1.%2.%3", 1, "<w:isLgl/>")
        + lvl(3, "decimalZero", "%1-%3-%4", 1, "<w:isLgl/>")
        + lvl(4, "lowerLetter", "%5)", 1, '<w:isLgl w:val="0"/>')
    )
    said = ["บทที่ I", "I.A", "1.1.1", "บทที่ II", "II.A", "II.B", "2.2.1", "2-1-01", "a)"]
    assert one(body, 0, 1, 2, 0, 1, 1, 2, 3, 4) == said


def test_thai_numbers_letters_and_a_bullet() -> None:
    body = (
        lvl(0, "thaiNumbers") + lvl(1, "thaiNumbers", "%1.%2") + lvl(2, "thaiLetters", "(%3)") + lvl(3, "bullet", "-")
    )
    said = ["๑.", "๑.๑", "๑.๒", "(ก)", "(ข)", "(ค)", "(ง)", "-", "๒.", "๒.๑", "(ก)", "-"]
    assert one(body, 0, 1, 1, 2, 2, 2, 2, 3, 0, 1, 2, 3) == said


def test_a_level_without_start_begins_at_zero() -> None:
    """§17.9.25."""
    said = ["0.", "0.3", "0.4", "1.", "1.3"]
    assert one(lvl(0, start=None) + lvl(1, start=3, text="%1.%2"), 0, 1, 1, 0, 1) == said


def test_a_level_without_number_prints_its_text() -> None:
    said = ["หมายเหตุ", "1.", "2.", "หมายเหตุ", "1."]
    assert one(lvl(0, "none", "หมายเหตุ") + lvl(1, text="%1%2."), 0, 1, 1, 0, 1) == said


def test_a_text_that_asks_for_a_deeper_level_is_ignored() -> None:
    """[MS-OI29500] §2.1.283; LibreOffice prints the rest."""
    assert one(lvl(0) + lvl(1) + lvl(2, text="%4 %3"), 0, 1, 2) == ["1.", "1.", ""]


def test_percent_signs_that_are_no_placeholder_stay() -> None:
    assert one(lvl(0, text="100% %0 %1%"), 0) == ["100% %0 1%"]


def test_a_bullet_is_its_character() -> None:
    assert one(lvl(0, "bullet", "&#xF0B7;") + lvl(1, "bullet", "%1"), 0, 0, 1) == ["\uf0b7", "\uf0b7", "%1"]


@pytest.mark.parametrize(("num_id", "ilvl"), [(0, 0), (-1, 0), (7, 0), (1, 9), (1, -1), (1, 5)])
def test_paragraphs_without_numbering_have_no_label_and_count_nothing(num_id: int, ilvl: int) -> None:
    lists = numbering(abstract(0, lvl(0)), num(1, 0))
    assert lists.level(num_id, ilvl) is None
    assert labels(lists, (1, 0), (num_id, ilvl), (1, 0)) == ["1.", "", "2."]


def test_a_document_without_lists() -> None:
    assert labels(Numbering(None, {}), (1, 0)) == [""]


def test_a_fork_counts_on_its_own() -> None:
    counter = Counter(numbering(abstract(0, OUTLINE), num(1, 0)))
    assert counter.label(1, 0) == "1."
    assert [counter.fork().label(1, 0), counter.label(1, 0)] == ["1.", "2."]


def test_the_properties_of_a_level() -> None:
    level = numbering(
        abstract(
            0,
            '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="thaiNumbers"/><w:lvlRestart w:val="1"/>'
            '<w:pStyle w:val="Heading2"/><w:isLgl/><w:suff w:val="space"/><w:lvlText w:val="%1.%2"/>'
            '<w:lvlPicBulletId w:val="4"/><w:lvlJc w:val="end"/><w:pPr><w:ind w:left="720"/></w:pPr><w:rPr/></w:lvl>',
        ),
        num(1, 0),
    ).level(1, 1)
    assert level is not None
    assert (level.start, level.format, level.text, level.suffix) == (3, "thaiNumbers", "%1.%2", "space")
    assert (level.alignment, level.restart, level.legal, level.paragraph_style) == ("right", 1, True, "Heading2")
    assert level.picture == 4
    assert [element.tag for element in (level.ppr, level.rpr) if element is not None] == [f"{{{W}}}pPr", f"{{{W}}}rPr"]


def test_what_a_level_does_not_say() -> None:
    assert numbering(abstract(0, '<w:lvl w:ilvl="0"/>'), num(1, 0)).level(1, 0) == Level()


def test_the_level_of_a_paragraph_style() -> None:
    body = lvl(0, more='<w:pStyle w:val="One"/>') + lvl(1, more='<w:pStyle w:val="Two"/>')
    lists = numbering(abstract(0, body), num(1, 0))
    assert [lists.level_of_style(1, style) for style in ("One", "Two", "Three", "")] == [0, 1, None, None]
    assert lists.level_of_style(2, "One") is None


@pytest.mark.parametrize("styles", [{"Steps": (2, 0)}, {}])
def test_a_definition_that_links_to_a_numbering_style(styles: dict[str, tuple[int, int]]) -> None:
    lists = numbering(
        abstract(0, '<w:numStyleLink w:val="Steps"/>'),
        abstract(1, '<w:styleLink w:val="Steps"/>' + lvl(0, "upperRoman")),
        num(1, 0),
        num(2, 1),
        styles=styles,
    )
    assert labels(lists, (1, 0), (1, 0), (2, 0)) == ["I.", "II.", "I."]


def test_links_in_a_circle_lead_nowhere() -> None:
    lists = numbering(
        abstract(0, '<w:numStyleLink w:val="A"/>'), abstract(1, '<w:numStyleLink w:val="B"/>'), num(1, 0), num(2, 1),
        styles={"A": (2, 0), "B": (1, 0)},
    )  # fmt: skip
    assert lists.level(1, 0) is None


def test_a_custom_format_stands_in_a_choice() -> None:
    body = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert one(body, 0, 0) == ["007", "008"]


def test_a_picture_bullet() -> None:
    lists = numbering('<w:numPicBullet w:numPicBulletId="2"><w:drawing/></w:numPicBullet>')
    found = lists.picture(2)
    assert found is not None
    assert found[0].tag == f"{{{W}}}drawing"
    assert lists.picture(3) is None


@pytest.mark.parametrize("start", ["999999999999999", "-5", "x", "", "1.5"])
def test_a_start_that_is_no_number_is_zero(start: str) -> None:
    body = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:lvlText w:val="%1"/></w:lvl>'
    assert one(body, 0, 0) == ["0", "1"]


NAMES = ["abstractNum", "num", "lvl", "lvlOverride", "startOverride", "numStyleLink", "styleLink", "abstractNumId",
         "start", "numFmt", "lvlText", "lvlRestart", "isLgl", "suff", "lvlPicBulletId", "numPicBullet"]  # fmt: skip
VALUES = st.sampled_from(["0", "1", "2", "8", "9", "-1", "99999999999", "x", "%1.%2", "A", "thaiLetters", "bullet", ""])
ATTRIBUTES = st.dictionaries(
    st.sampled_from([f"{{{W}}}{name}" for name in ("val", "ilvl", "numId", "abstractNumId")]), VALUES, max_size=4
)
NODES = st.recursive(
    st.tuples(st.sampled_from(NAMES), ATTRIBUTES, st.just([])),
    lambda inner: st.tuples(st.sampled_from(NAMES), ATTRIBUTES, st.lists(inner, max_size=5)),
    max_leaves=25,
)


@given(st.lists(NODES, max_size=6), st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 9)), max_size=12))
def test_any_xml_is_read(nodes: list[tuple[str, dict[str, str], list]], paragraphs: list[tuple[int, int]]) -> None:
    def build(parent: etree._Element, node: tuple[str, dict[str, str], list]) -> None:
        element = etree.SubElement(parent, f"{{{W}}}{node[0]}", node[1])
        for child in node[2]:
            build(element, child)

    root = etree.Element(f"{{{W}}}numbering")
    root.append(etree.Comment("not an element"))
    for node in nodes:
        build(root, node)
    assert len(labels(Numbering(root, {"A": (1, 0), "0": (2, 1)}), *paragraphs)) == len(paragraphs)
