"""Templates from strangers: they cannot reach Python, change what they are given, or go on for ever."""

from __future__ import annotations

import time

import pytest

from ita_docs.problems import TemplateError
from ita_docs.word.budget import Limits
from ita_docs.word.template import Template

from .docxtpl_oracle import parts_of
from .templates import paragraphs

SMALL = Limits(seconds=2, megabytes=4, steps=200_000)


def text_of(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


UNSAFE = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ people.append(1) }}",
    "{{ d.update(a=1) }}",
    "{{ '{0.__class__}'.format(d) }}",
]


@pytest.mark.parametrize("tag", UNSAFE)
def test_unsafe_templates_fail_and_change_nothing(tag: str) -> None:
    people, d = [1], {"a": 0}
    with pytest.raises(TemplateError) as raised:
        Template(paragraphs(tag), undefined="error").fill({"people": people, "d": d})
    assert raised.value.problems[0].code in ("template-unsafe", "undefined-name", "template-failed")
    assert raised.value.problems[0].place["tag"] == tag
    assert people == [1]
    assert d == {"a": 0}


ENDLESS = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "printing loops": "{% for a in range(99999) %}{{ 'ก' * 1000 }}{% endfor %}",
    "repetition": "{{ 'ก' * 10 ** 9 }}",
    "list repetition": "{{ ([1] * 10 ** 9)|length }}",
    "power": "{{ 9 ** 99999999 }}",
    "doubling": "{% set ns = namespace(s='ก') %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
    "doubling by ~": "{% set ns = namespace(s='ก') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "doubling by capture": "{% set ns = namespace(s='กก') %}{% for i in range(60) %}"
    "{% set t %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = t %}{% endfor %}",
    "padding": "{{ 'ก'.center(10 ** 9) }}",
    "padding filter": "{{ 'ก'|center(10 ** 9) }}",
    "format": "{{ '%999999999d' % 1 }}",
    "format by argument": "{{ '%*d' % (10 ** 9, 1) }}",
    "str.format": "{{ '{:>999999999}'.format(1) }}",
    "str.format nested": "{{ '{:>{w}}'.format(1, w=10 ** 9) }}",
    "format filter": "{{ '%999999999d'|format(1) }}",
    "join": "{{ (['ก' * 1000000] * 10000)|join }}",
    "replace": "{% set s = 'ก' * 100000 %}{{ s|replace('ก', s) }}",
    "indent": "{{ 'ก'|indent(10 ** 9, true) }}",
    "recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_endless_templates_stop_at_a_limit(name: str) -> None:
    template = Template(paragraphs(ENDLESS[name]), limits=SMALL)
    started = time.monotonic()
    with pytest.raises(TemplateError) as raised:
        template.fill({})
    assert raised.value.problems[0].code == "template-limit"
    assert raised.value.problems[0].place["part"] == "word/document.xml"
    assert time.monotonic() - started < 4


def test_limits_leave_ordinary_templates_alone() -> None:
    template = Template(
        paragraphs(
            "{% for a in range(300) %}{{ '%5.2f' % a }}{{ 'x' * 20 }}{{ '{:,}'.format(a * 1000000) }}{% endfor %}"
        )
    )
    assert "299,000,000" in text_of(template.fill({}))


VALUES = ["{{ 7*7 }}", "{% for x in y %}", "{# c #}", "{_{ x }_}", "R&D <b>", "]]>", "<w:p/>", "&amp;", "{%p if a %}"]


@pytest.mark.parametrize("value", VALUES)
def test_values_never_become_markup_or_template_code(value: str) -> None:
    from lxml import etree

    data = Template(paragraphs("[{{ v }}]"), undefined="error").fill({"v": value})
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    assert f"[{value}]" in "".join(root.itertext())


def test_a_zip_bomb_is_refused() -> None:
    import io
    import zipfile

    stream = io.BytesIO(paragraphs("ก"))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/big.bin", b"\0" * (80 << 20))
    with pytest.raises(TemplateError) as raised:
        Template(stream.getvalue())
    assert raised.value.problems[0].code == "template-limit"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip", paragraphs("ก")[:900]])
def test_what_is_no_docx_is_refused(data: bytes) -> None:
    with pytest.raises(TemplateError) as raised:
        Template(data)
    assert raised.value.problems[0].code == "not-a-docx"
