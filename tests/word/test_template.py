"""Template: immutable, safe in threads, reproducible."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ita_docs.problems import TemplateError
from ita_docs.word.template import Template

from .docxtpl_oracle import parts_of
from .templates import PICTURE, paragraphs


def test_a_path_bytes_and_a_file_are_the_same(tmp_path: Path) -> None:
    data = paragraphs("{{ n }}")
    path = tmp_path / "แม่แบบ.docx"
    path.write_bytes(data)
    made = {Template(source).fill({"n": 1}) for source in (data, path, str(path), io.BytesIO(data))}
    assert len(made) == 1
    assert Template(path).name == "แม่แบบ.docx"


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as raised:
        Template(tmp_path / "ไม่มี.docx")
    assert raised.value.problems[0].code == "file-not-found"


def test_filling_in_many_threads_mixes_nothing_up() -> None:
    from docxtpl import InlineImage

    template = Template(paragraphs("{%p for i in range(30) %}", "{{ n }}", "{%p endfor %}", "{{ image }}"))

    def fill(n: int) -> bytes:
        image = InlineImage(None, io.BytesIO(PICTURE), width=360000 + n)
        return template.fill({"n": f"ค่า{n}จบ", "image": image})

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(fill, range(40)))
    for n, data in enumerate(made):
        body = parts_of(data)["word/document.xml"].decode()
        assert body.count(f"ค่า{n}จบ") == 30
        assert f'cx="{360000 + n}"' in body
        assert data == fill(n)


def test_a_link_of_another_package_is_never_silently_wrong() -> None:
    from docxtpl import RichText

    rich = RichText("เว็บ", url_id="rId99")
    with pytest.warns(UserWarning, match="rId99"):
        data = Template(paragraphs("{{r x }}")).fill({"x": rich})
    assert b'Id="rId99"' in parts_of(data)["word/_rels/document.xml.rels"]
    with pytest.raises(TemplateError):
        Template(paragraphs("{{r x }}"), undefined="error").fill({"x": rich})


def test_filters_of_ones_own_and_of_the_house() -> None:
    template = Template(paragraphs('{{ "26/6/2567" | thai_date }} {{ 2 | twice }}'), filters={"twice": lambda n: 2 * n})
    assert "26 มิถุนายน 2567 4" in parts_of(template.fill({}))["word/document.xml"].decode()


def test_a_filter_that_cannot_read_its_value_says_where() -> None:
    with pytest.raises(TemplateError) as raised:
        Template(paragraphs("วันที่ {{ d | thai_date }}")).fill({"d": "เมื่อวาน"})
    (item,) = raised.value.problems
    assert item.code == "template-failed"
    assert "เมื่อวาน" in item.message
    assert item.place["tag"] == "{{ d | thai_date }}"
