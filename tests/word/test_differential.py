"""`Template.fill` against docxtpl, construct by construct, part by part."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, R, RichText, RichTextParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.word.template import Template

from .docxtpl_oracle import assert_same_as_docxtpl, canonical, parts_of
from .templates import OTHER_PICTURE, PICTURE, paragraphs, raw_body, saved, table, with_footnotes

PEOPLE = [
    {"name": "สมชาย ใจดี", "post": "ครู", "scores": [1, 2.5, 3], "colour": "FF0000"},
    {"name": "R&D <b>", "post": "", "scores": [], "colour": "00FF00"},
    {"name": "ปู่ น้ำ ก๊วยเตี๋ยว", "post": "ผอ.", "scores": [10], "colour": "0000FF"},
]
CONTEXT = {"name": "ที่ปรึกษา & <คณะ> \"ก\" 'ข'", "n": 3, "people": PEOPLE, "yes": True, "no": False, "x": 2.5}
CONTEXT["none"] = None

PARAGRAPHS = {
    "plain": ["สวัสดี {{ name }} {{ n }} {{ x }} {{ none }}"],
    "missing is blank": ["a{{ missing }}b{{ missing2|default('ค') }}"],
    "thai names": ["{{ เรื่อง }}{{ จำนวน }} {{ people[0].name }}"],
    "split over runs": [["{", "{ na", "me }", "}"], ["{{", " n ", "}}"], ["{", "% if yes %", "}ใช่{", "% endif %}"]],
    "block paragraphs": ["{%p for p in people %}", "{{ p.name }} {{ loop.index }}/{{ loop.length }}", "{%p endfor %}"],
    "if else": ["{%p if no %}", "ไม่", "{%p elif yes %}", "ใช่", "{%p else %}", "อื่น", "{%p endif %}"],
    "inline if": ["ก{% if yes %}ข{% else %}ค{% endif %}ง"],
    "nested": ["{%p for p in people %}", "{{ p.name }}:{% for s in p.scores %}{{ s }},{% endfor %}", "{%p endfor %}"],
    "comments": ["ก{# ไม่พิมพ์ #}ข", "{#p ทั้งย่อหน้า #}", "ค"],
    "merge with neighbours": ["ก", "{%- if yes %}", "ข", "{% endif -%}", "ค"],
    "set and macro": ["{% set y = n * 2 %}{{ y }}{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(name) }}"],
    "filters": [
        "{{ name|upper }} {{ name|e }} {{ [1,2]|join('&') }} {{ 'x'|safe }} {{ '%05.1f'|format(x) }} {{ 'a' ~ n }}"
    ],
    "expressions": ["{{ 1 < 2 and n > 2 }} {{ people|length }} {{ people|map(attribute='post')|list }} {{ n // 2 }}"],
    "curly quotes": ["{{ people|map(attribute=“post”)|join(‘,’) }}"],
    "literal braces": ["{_{ ไม่ใช่แท็ก }_} {_% raw %_}"],
    "loop filters": ["{% for p in people if p.post %}{{ p.name }};{% else %}ว่าง{% endfor %}"],
    "recursive": ["{% for p in tree recursive %}{{ p.t }}{{ loop(p.c) }}{% endfor %}"],
    "loop variables": ["{% for p in people %}{{ loop.last }}{{ loop.revindex }}{{ loop.cycle('ก','ข') }}{% endfor %}"],
    "with": ["{% with a = n %}{{ a }}{% endwith %}{{ a }}"],
    "whitespace": ["  {{ name }}  ", " {% if yes %} ก {% endif %} "],
    "run tag": ["ก{{r rich }}ข", "{{r none_rich }}"],
    "run tag split": [["ก {", "{r ri", "ch }} ข"]],
    "rich paragraph": ["{{p rich_paragraph }}"],
    "listing": ["{{ listing }}", "{{ lines }}", "{{ page }}"],
    "escape filter on listing": ["{{ listing|e }}"],
    "static markup": ["ราคา R&D <b> {{ n }}"],
    "raw block": ["{% raw %}{{ ไม่แทน }}{% endraw %}{{ n }}"],
    "call": ["{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}{{ n }}{% endcall %}"],
    "namespace": ["{% set ns = namespace(t=0) %}{% for p in people %}{% set ns.t = ns.t + 1 %}{% endfor %}{{ ns.t }}"],
    "percent format": ["{{ '%.2f' % x }} {{ '{:,}'.format(1234567) }} {{ n|string|center(9) }}"],
}


def context() -> dict[str, object]:
    rich = RichText("หนา", bold=True, color="#FF0000", size=40, font="TH SarabunPSK")
    rich.add(" <เอียง> & ", italic=True, underline="dotted", strike=True, highlight="FFFF00")
    rich.add(R("ซ้อน", superscript=True))
    rich.add("\nบรรทัด\tแท็บ\aย่อหน้า")
    paragraph = RichTextParagraph()
    paragraph.add(RichText("ก & ข", bold=True), parastyle="Heading1")
    paragraph.add("ธรรมดา")
    return {
        **CONTEXT,
        "เรื่อง": "เรื่องไทย",
        "จำนวน": 12,
        "tree": [{"t": "ก", "c": [{"t": "ข", "c": []}, {"t": "ค & ง", "c": []}]}],
        "rich": rich,
        "none_rich": RichText(""),
        "rich_paragraph": paragraph,
        "listing": Listing("ก & ข\nค\tง\aจ\fฉ"),
        "lines": "บรรทัด ๑\nบรรทัด ๒\tแท็บ",
        "page": "หน้า ๑\fหน้า ๒\aย่อหน้า",
    }


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs(name: str) -> None:
    assert_same_as_docxtpl(paragraphs(*PARAGRAPHS[name]), context())


TABLES = {
    "rows": (2, [["{%tr for p in people %}"], ["{{ p.name }}", "{{ p.post }}"], ["{%tr endfor %}"]]),
    "rows with if": (2, [["{%tr if no %}"], ["ก", "ข"], ["{%tr endif %}"], ["ค", "ง"]]),
    "columns": (4, [["หัว", "{%tc for p in people %}", "{{ p.name }}", "{%tc endfor %}"]]),
    "dynamic columns and rows": (
        4,
        [
            ["ที่", "{%tc for p in people %}", "{{ p.name }}", "{%tc endfor %}"],
            ["{%tr for q in people %}"],
            ["{{ loop.index }}", "{%tc for p in people %}", "{{ p.post }}{{ q.post }}", "{%tc endfor %}"],
            ["{%tr endfor %}"],
        ],
    ),
    "fewer cells": (4, [["ก", "{%tc if no %}", "ข", "{%tc endif %}"], ["ค", "{%tc if no %}", "ง", "{%tc endif %}"]]),
    "colspan": (3, [["{% colspan n %}หัว", "{%tc if no %}", "{%tc endif %}"], ["ก", "ข", "ค"]]),
    "cellbg": (2, [["{%tr for p in people %}"], ["{% cellbg p.colour %}{{ p.name }}", "x"], ["{%tr endfor %}"]]),
    "vm": (2, [["{%tr for p in people %}"], ["{% vm %}รวม", "{{ p.name }}"], ["{%tr endfor %}"]]),
    "hm": (5, [["ก", "{%tc for p in people %}", "{% hm %}รวม {{ n }}", "{%tc endfor %}"]]),
    "comment row": (1, [["ก"], ["{#tr ไม่พิมพ์ #}"], ["ข"]]),
    "images and text": (2, [["{{ name }}", "{{ listing }}"]]),
    "static": (3, [["ก", "ข", "ค"]]),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    columns, rows = TABLES[name]
    assert_same_as_docxtpl(table(rows, columns), context())


def test_headers_footers_properties_and_footnotes() -> None:
    document = docx.Document(io.BytesIO(with_footnotes("เนื้อ {{ name }}", "เชิงอรรถ {{ name }} {{ listing }}")))
    section = document.sections[0]
    section.header.paragraphs[0].text = "หัว {{ name }} {% for p in people %}{{ p.name }}{% endfor %}"
    section.footer.paragraphs[0].text = "ท้าย {{ n }}"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "ไม่มีแท็ก\tแท็บ"
    properties = document.core_properties
    properties.title, properties.subject, properties.author = "เรื่อง {{ name }}", "{{ n }} & <x>", "ธรรมดา"
    properties.comments = "{% if yes %}ใช่{% endif %}"
    parts = assert_same_as_docxtpl(saved(document), context())
    assert "เชิงอรรถ".encode() in parts["word/footnotes.xml"]


def test_images_in_body_header_table_and_loop(tmp_path) -> None:
    photo = tmp_path / "ภาพ ๑.png"
    photo.write_bytes(PICTURE)
    document = docx.Document()
    document.add_picture(io.BytesIO(PICTURE))
    document.add_paragraph("{{ one }} {{ two }} {{ linked }}")
    document.add_paragraph("{% for i in images %}{{ i }}{% endfor %}")
    document.sections[0].header.paragraphs[0].text = "{{ one }}{{ other }}"

    def images(tpl):
        return {
            "one": InlineImage(tpl, io.BytesIO(PICTURE), width=Mm(20)),
            "two": InlineImage(tpl, str(photo), height=Mm(10)),
            "other": InlineImage(tpl, io.BytesIO(OTHER_PICTURE), width=Mm(5), height=Mm(7)),
            "linked": InlineImage(tpl, str(photo), anchor="https://example.go.th/?a=1&b=2"),
            "images": [InlineImage(tpl, io.BytesIO(OTHER_PICTURE)), InlineImage(tpl, str(photo))],
        }

    parts = assert_same_as_docxtpl(saved(document), images)
    assert any(name.startswith("word/media/") for name in parts)


def test_image_in_a_template_without_pictures_adds_its_content_type() -> None:
    assert_same_as_docxtpl(paragraphs("{{ i }}"), lambda tpl: {"i": InlineImage(tpl, io.BytesIO(PICTURE))})


def test_links_of_rich_text() -> None:
    def links(tpl):
        rich = RichText("ไปที่ ")
        rich.add("เว็บ", url_id=tpl.build_url_id("https://example.go.th/?a=1&b=2"))
        return {"rich": rich}

    assert_same_as_docxtpl(paragraphs("{{r rich }}"), links)


def test_sub_documents() -> None:
    def subs(tpl):
        inner = docx.Document()
        inner.add_heading("หัวข้อย่อย", 1)
        inner.add_paragraph("รายการ", style="List Number")
        inner.add_picture(io.BytesIO(PICTURE))
        stream = io.BytesIO(saved(inner))
        free = tpl.new_subdoc()
        free.add_paragraph("ย่อหน้า <&>")
        return {"file": tpl.new_subdoc(stream), "free": free, "i": InlineImage(tpl, io.BytesIO(OTHER_PICTURE))}

    assert_same_as_docxtpl(paragraphs("ก {{ i }}", "{{p file }}", "{{p free }}", "ข"), subs)


def test_sub_documents_of_a_template_that_docxtpl_has_rendered() -> None:
    inner = docx.Document()
    inner.add_paragraph("ในเอกสารย่อย", style="List Bullet")
    inner.add_picture(io.BytesIO(PICTURE))
    template = paragraphs("ก {{ i }}", "{{p file }}")
    theirs = DocxTemplate(io.BytesIO(template))
    theirs.init_docx()
    context = {
        "file": theirs.new_subdoc(io.BytesIO(saved(inner))),
        "i": InlineImage(theirs, io.BytesIO(OTHER_PICTURE)),
    }
    theirs.render(context, autoescape=True)
    stream = io.BytesIO()
    theirs.save(stream)
    expected, ours = parts_of(stream.getvalue()), parts_of(Template(template).fill(context))
    assert {name: canonical(name, data) for name, data in expected.items()} == {
        name: canonical(name, data) for name, data in ours.items()
    }


def test_pretty_printed_body() -> None:
    body = (
        '<w:p>\n  <w:r>\n    <w:t xml:space="preserve">ก {{ name }}\n ข</w:t>\n  </w:r>\n</w:p>\n'
        "<w:p/>\n<w:p><w:r><w:t/></w:r></w:p>"
    )
    assert_same_as_docxtpl(raw_body(body), context())


def test_text_boxes_and_nested_tables() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    inner = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='100'/></w:tblGrid><w:tr>"
        + cell.format("<w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p>") * 2
        + "</w:tr></w:tbl><w:p/>"
    )
    outer = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='500'/><w:gridCol w:w='500'/><w:gridCol w:w='500'/></w:tblGrid>"
        "<w:tr>" + cell.format(inner) + cell.format("<w:p/>") + "</w:tr></w:tbl>"
    )
    text = "<w:p><w:r><w:t>{{ name }}</w:t></w:r></w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{text}</w:txbxContent></w:pict></w:r></w:p>"
    assert_same_as_docxtpl(raw_body(outer + box), context())


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40))
def test_any_value(value: str) -> None:
    """Control characters, markup and template code in a value come out as docxtpl's recovering parser leaves them."""
    assert_same_as_docxtpl(SIMPLE, {"name": value, "people": [{"name": value}]})


SIMPLE = paragraphs("ก {{ name }} ข", "{%p for p in people %}", "{{ p.name }}", "{%p endfor %}")
