"""Fields of type image in templates: shown as large as asked, never stretched, never larger than a page."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from PIL import Image

from ita_docs import Template
from ita_docs.problems import TemplateError
from ita_docs.word.documents import shown

from .templates import paragraphs


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "รูป.png"
    Image.new("L", (300, 400)).save(path, dpi=(254, 254))
    return path


def sizes(text: str, photo: Path | None) -> list[tuple[float, float]]:
    made = Template(paragraphs(text), show=shown).fill({"photo": photo})
    document = docx.Document(io.BytesIO(made))
    assert [paragraph.text for paragraph in document.paragraphs] == ["ก ข"]
    return [(round(shape.width.cm, 2), round(shape.height.cm, 2)) for shape in document.inline_shapes]


@pytest.mark.parametrize(
    ("filter_", "size"),
    [
        ("", (3.0, 4.0)),
        ("|picture", (3.0, 4.0)),
        ("|picture(width=6)", (6.0, 8.0)),
        ("|picture(height=6)", (4.5, 6.0)),
        ("|picture(4, 4)", (3.0, 4.0)),
        ("|picture(width=90)", (16.0, 21.33)),
    ],
)
def test_as_large_as_asked(photo: Path, filter_: str, size: tuple[float, float]) -> None:
    assert sizes("ก {{ photo" + filter_ + " }}ข", photo) == [size]


def test_no_picture_is_nothing(photo: Path) -> None:
    assert sizes("ก {{ photo|picture(height=6) }}ข", None) == []


def test_a_template_names_no_file_of_its_own(photo: Path) -> None:
    with pytest.raises(TemplateError):
        Template(paragraphs('{{ "/etc/hostname"|picture }}')).fill({})
    plain = Template(paragraphs("{{ photo }}")).fill({"photo": photo})
    assert docx.Document(io.BytesIO(plain)).paragraphs[0].text == str(photo)
