"""Errors of templates: all at once, each with its part, paragraph and tag."""

from __future__ import annotations

import docx
import pytest

from ita_docs.problems import TemplateError
from ita_docs.word.template import Template

from .templates import paragraphs, saved

SYNTAX = {
    "unclosed expression": (["ก {{ name", "ข"], [("template-syntax", "{{ name")]),
    "unclosed loop": (["{%p for p in people %}", "{{ p }}"], [("unclosed-tag", "{% for p in people %}")]),
    "unclosed inner": (
        ["{% for a in b %}{% if c %}x{% endfor %}"],
        [("unclosed-tag", "{% if c %}")],
    ),
    "end without start": (["ก {% endif %}"], [("template-syntax", "{% endif %}")]),
    "else outside": (["{% else %}"], [("template-syntax", "{% else %}")]),
    "unknown statement": (["{% fro x in y %}"], [("template-syntax", "{% fro x in y %}")]),
    "unknown filter": (["{{ x|thaidate }}"], [("template-syntax", "{{ x|thaidate }}")]),
    "several": (
        ["{{ 1 + }}", "ดี {{ ok }}", "{% if %}", "{{ a b }}"],
        [("template-syntax", "{{ 1 + }}"), ("template-syntax", "{% if %}"), ("template-syntax", "{{ a b }}"), "…"],
    ),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_every_syntax_error_is_found_at_its_tag(name: str) -> None:
    texts, expected = SYNTAX[name]
    with pytest.raises(TemplateError) as raised:
        Template(paragraphs(*texts))
    found = [(item.code, item.place["tag"]) for item in raised.value.problems]
    if expected[-1] == "…":
        assert found[: len(expected) - 1] == expected[:-1]
    else:
        assert found == expected
    assert all(item.place["part"] == "word/document.xml" and item.message for item in raised.value.problems)


def test_an_error_in_a_header_says_so() -> None:
    document = docx.Document()
    document.add_paragraph("ก {{ bad + }}")
    document.sections[0].header.paragraphs[0].text = "หัวกระดาษ {{ แย่ แย่ }}"
    with pytest.raises(TemplateError) as raised:
        Template(saved(document))
    assert [item.place["part"] for item in raised.value.problems] == ["word/document.xml", "word/header1.xml"]
    assert raised.value.problems[1].place["paragraph"] == "หัวกระดาษ {{ แย่ แย่ }}"


def test_a_missing_name_says_where_and_what_was_meant() -> None:
    template = Template(paragraphs("บรรทัดแรก", "เรียน {{ ผู้รับบ }} และ {{ n }}"), undefined="error")
    with pytest.raises(TemplateError) as raised:
        template.fill({"ผู้รับ": "ก", "n": 1})
    (item,) = raised.value.problems
    assert item.code == "undefined-name"
    assert item.place == {
        "file": "template.docx",
        "part": "word/document.xml",
        "paragraph": "เรียน {{ ผู้รับบ }} และ {{ n }}",
        "tag": "{{ ผู้รับบ }}",
    }
    assert "ผู้รับ”" in item.hint


def test_a_missing_key_of_a_row_suggests_the_rows_own_keys() -> None:
    template = Template(paragraphs("{%p for r in rows %}", "{{ r.nmae }}", "{%p endfor %}"), undefined="error")
    with pytest.raises(TemplateError) as raised:
        template.fill({"rows": [{"name": 1, "post": 2}]})
    assert "“name”" in raised.value.problems[0].hint
    assert raised.value.problems[0].place["tag"] == "{{ r.nmae }}"


def test_default_and_is_defined_still_work_when_missing_is_an_error() -> None:
    template = Template(paragraphs("{{ a|default('ไม่มี') }}{% if b is defined %}x{% endif %}"), undefined="error")
    template.fill({})


@pytest.mark.parametrize("tag", ["{{ 1 // 0 }}", "{{ n.x.y }}", "{{ n + 'a' }}", "{{ n() }}"])
def test_a_failing_expression_is_located(tag: str) -> None:
    with pytest.raises(TemplateError) as raised:
        Template(paragraphs("ก", f"ข {tag}")).fill({"n": 1})
    assert raised.value.problems[0].place["paragraph"] == f"ข {tag}"


def test_zero_width_characters_and_either_sara_am_in_a_tag() -> None:
    from .docxtpl_oracle import parts_of

    template = Template(
        paragraphs("{{ จ\u0e4d\u0e32นวน }} {{ จ\u0e33นวน }} {{ r.น\u0e4d\u0e49\u0e32 }} {{\u200b n\u200b }}")
    )
    data = template.fill({"จ\u0e33นวน": "ก", "r": {"น\u0e49\u0e33": "ข"}, "n": "ค"})
    assert "ก ก ข ค" in parts_of(data)["word/document.xml"].decode()


def test_placeholders_have_full_paths_and_places() -> None:
    document = docx.Document()
    document.add_paragraph("{{ เรื่อง }} {{ person.name|upper }} {% set y = person.post %}{{ y }} {{ rows[0].x }}")
    document.add_paragraph(
        "{% for r in rows if r.ok %}{{ loop.index }}{{ r.items[0] }}"
        "{% for c in r.cells %}{{ c.v }}{% endfor %}{% endfor %}"
    )
    document.add_paragraph("{{ a['งบ (บาท)'] }} {{ b ~ c }} {% macro m(z) %}{{ z.q }}{{ d }}{% endmacro %}{{ m(e) }}")
    document.sections[0].footer.paragraphs[0].text = "{{ เรื่อง }}"
    document.core_properties.title = "{{ f }}"
    found = Template(saved(document)).placeholders()
    assert set(found) == {
        "เรื่อง", "person.name", "person.post", "rows", "rows[].x", "rows[].ok", "rows[].items[]", "rows[].cells",
        "rows[].cells[].v", "a.งบ (บาท)", "b", "c", "d", "e", "f",
    }  # fmt: skip
    assert [place.part for place in found["เรื่อง"]] == ["word/document.xml", "word/footer1.xml"]
    assert found["rows[].cells[].v"][0].tag == "{{ c.v }}"
