"""The Thai side of run properties, in templates and in docxtpl's RichText."""

from __future__ import annotations

import io

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docxtpl import RichText

from ita_docs.word.template import Template

from .templates import paragraphs, raw_body, saved


def runs_of(data: bytes) -> list:
    return [run for paragraph in docx.Document(io.BytesIO(data)).paragraphs for run in paragraph.runs]


def test_what_the_latin_side_says_the_thai_side_says_too() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("{{ ชื่อ }}")
    run.font.name, run.font.size, run.bold, run.italic = "TH SarabunPSK", Pt(16), True, True
    (filled,) = runs_of(Template(saved(document), complex_script=True).fill({"ชื่อ": "สมชาย"}))
    properties = filled._r.rPr
    assert filled.text == "สมชาย"
    assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "TH SarabunPSK"
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == "32"
    assert properties.find(qn("w:bCs")) is not None
    assert properties.find(qn("w:iCs")) is not None
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "th-TH"
    order = [child.tag.split("}")[1] for child in properties]
    assert order == ["rFonts", "b", "bCs", "i", "iCs", "sz", "szCs", "lang"]


def test_the_thai_side_of_the_template_stays() -> None:
    body = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial" w:cs="Angsana New"/><w:b/><w:bCs w:val="0"/><w:sz w:val="20"/>'
        '<w:szCs w:val="40"/><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr><w:t>{{ n }}</w:t></w:r></w:p>'
    )
    (filled,) = runs_of(Template(raw_body(body), complex_script=True).fill({"n": "ก"}))
    properties = filled._r.rPr
    assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "Angsana New"
    assert properties.find(qn("w:bCs")).get(qn("w:val")) == "0"
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == "40"
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "ar-SA"


def test_a_tag_that_word_split_at_the_script_boundary_keeps_its_thai_formatting() -> None:
    body = (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t>{{ </w:t></w:r>'
        '<w:r><w:rPr><w:rFonts w:ascii="Arial" w:cs="TH SarabunPSK"/><w:bCs/><w:szCs w:val="32"/><w:cs/></w:rPr>'
        "<w:t>ชื่อ</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:p>"
    )
    (filled,) = runs_of(Template(raw_body(body), complex_script=True).fill({"ชื่อ": "ก"}))
    properties = filled._r.rPr
    assert properties.find(qn("w:rFonts")).get(qn("w:cs")) == "TH SarabunPSK"
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == "32"
    assert properties.find(qn("w:bCs")) is not None


def test_styles_headers_and_document_defaults() -> None:
    document = docx.Document()
    document.add_paragraph("ก")
    style = document.styles.add_style("หัวข้อ", WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size = "TH SarabunPSK", Pt(20)
    run = document.sections[0].header.paragraphs[0].add_run("หัว {{ n }}")
    run.bold = True
    filled = docx.Document(io.BytesIO(Template(saved(document), complex_script=True).fill({"n": 1})))
    heading = filled.styles["หัวข้อ"].element.rPr
    assert heading.find(qn("w:szCs")).get(qn("w:val")) == "40"
    assert filled.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:bidi")) == "th-TH"
    assert filled.sections[0].header.paragraphs[0].runs[0]._r.rPr.find(qn("w:bCs")) is not None


def test_rich_text_gets_its_thai_side_in_schema_order() -> None:
    rich = RichText(
        "หนา", bold=True, italic=True, color="FF0000", size=32, underline=True, highlight="FFFF00", style="Strong"
    )
    filled = runs_of(Template(paragraphs("{{r x }}"), complex_script=True).fill({"x": rich}))
    (run,) = [run for run in filled if run.text == "หนา"]
    names = [child.tag.split("}")[1] for child in run._r.rPr]
    assert names == ["rStyle", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "shd", "lang"]


def test_without_the_option_nothing_changes() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("{{ n }}").bold = True
    (filled,) = runs_of(Template(saved(document)).fill({"n": 1}))
    assert filled._r.rPr.find(qn("w:bCs")) is None
