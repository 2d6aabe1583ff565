"""The numeral policy over whole documents."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.thai.numerals import to_arabic
from ita_docs.word.template import Template

from .docxtpl_oracle import parts_of
from .templates import paragraphs, raw_body, saved


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_templates_own_text_values_headers_and_properties_are_dressed() -> None:
    document = docx.Document()
    document.add_paragraph("ปี 2567 ข้อ {{ n }}")
    document.sections[0].header.paragraphs[0].text = "หน้า 1 {{ n }}"
    document.core_properties.title = "รุ่น {{ n }}"
    data = Template(saved(document), numerals="thai").fill({"n": 25})
    filled = docx.Document(io.BytesIO(data))
    assert filled.paragraphs[0].text == "ปี ๒๕๖๗ ข้อ ๒๕"
    assert filled.sections[0].header.paragraphs[0].text == "หน้า ๑ ๒๕"
    assert filled.core_properties.title == "รุ่น ๒๕"
    assert texts(Template(saved(document), numerals="arabic").fill({"n": "๒๕"})) == ["ปี 2567 ข้อ 25"]
    assert texts(Template(saved(document)).fill({"n": "๒๕"})) == ["ปี 2567 ข้อ ๒๕"]


def test_a_token_spread_over_runs_and_tags_is_seen_whole() -> None:
    data = Template(
        paragraphs(["ตัวชี้วัด O", "{{ n }}", " ข้อ 4", "3"], ["ita", "2022", ".pracharath.ac.th ", "2567"]), numerals="thai"
    ).fill({"n": 43})
    assert texts(data) == ["ตัวชี้วัด O43 ข้อ ๔๓", "ita2022.pracharath.ac.th ๒๕๖๗"]


def test_a_paragraph_end_or_a_tab_ends_a_token() -> None:
    body = "<w:p><w:r><w:t>O</w:t></w:r><w:r><w:tab/><w:t>43</w:t></w:r></w:p><w:p><w:r><w:t>5</w:t></w:r></w:p>"
    assert texts(Template(raw_body(body), numerals="thai").fill({})) == ["O\t๔๓", "๕"]


def test_escaped_characters_are_text_not_digits() -> None:
    value = "ก & ข 'ค' \"ง\" <1> &#39; 2"
    data = Template(paragraphs("{{ v }}"), numerals="thai").fill({"v": value})
    assert texts(data) == ["ก & ข 'ค' \"ง\" <๑> &#๓๙; ๒"]


def test_field_instructions_stay_and_page_numbers_and_lists_follow() -> None:
    document = docx.Document()
    document.add_paragraph("ก", style="List Number")
    paragraph = document.add_paragraph()
    for kind, text in (("begin", None), (None, " PAGE \\* ARABIC 1 "), ("end", None)):
        run = paragraph.add_run()
        element = run._r.makeelement(qn("w:fldChar" if kind else "w:instrText"))
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text
        run._r.append(element)
    template = saved(document)
    thai = parts_of(Template(template, numerals="thai").fill({}))
    assert b" PAGE \\* ARABIC 1 " in thai["word/document.xml"]
    assert b'<w:pgNumType w:fmt="thaiNumbers"/>' in thai["word/document.xml"]
    assert b'w:numFmt w:val="decimal"' not in thai["word/numbering.xml"]
    assert b'w:numFmt w:val="thaiNumbers"' in thai["word/numbering.xml"]
    again = Template(Template(template, numerals="thai").fill({}), numerals="arabic").fill({})
    arabic = parts_of(again)
    assert b"thaiNumbers" not in arabic["word/document.xml"] + arabic["word/numbering.xml"]


def test_keep_digits_keeps_and_leaves_no_mark() -> None:
    template = paragraphs("{{ v | keep_digits }} {{ v }} {{ '๑๒' | arabic_digits }}")
    assert texts(Template(template, numerals="thai").fill({"v": "รุ่น 5"})) == ["รุ่น 5 รุ่น ๕ 12"]
    assert texts(Template(template).fill({"v": "รุ่น 5"})) == ["รุ่น 5 รุ่น 5 12"]


def test_phrases_of_the_settings() -> None:
    template = Template(paragraphs("{{ v }}"), numerals="thai", keep_digits=["หลักสูตร 2551"])
    assert texts(template.fill({"v": "หลักสูตร 2551 ปี 2567"})) == ["หลักสูตร 2551 ปี ๒๕๖๗"]


LEGAL = st.text(
    alphabet=st.one_of(
        st.sampled_from("กขี่้ำา๑๒๓๔ ABab0123456789<>&'\"{}%#_.-/:@"),
        st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn"]),
    ),
    max_size=60,
)
STRICT = Template(
    paragraphs("ก {{ v }} ข", ["{{ ", "v", " }}"]), undefined="error", numerals="thai", complex_script=True
)


@settings(max_examples=150)
@given(LEGAL)
def test_no_legal_text_is_ever_lost_or_changed_but_for_its_digits(value: str) -> None:
    data = STRICT.fill({"v": value})
    first, second = texts(data)
    assert to_arabic(first) == to_arabic(f"ก {value} ข").replace("\r", "\n")
    assert to_arabic(second) == to_arabic(value).replace("\r", "\n")
    assert STRICT.fill({"v": value}) == data
