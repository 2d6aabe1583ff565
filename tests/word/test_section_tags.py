"""A section that ends in the paragraph of a tag goes on where the tag stood: LibreOffice saves sections so."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_SECTION

from ita_docs.word.template import Template

from .templates import saved


def template() -> bytes:
    """Two parts; the section of the first ends in the tag that asks for it, torn as Word tears tags."""
    document = docx.Document()
    document.add_paragraph("ก")
    tag = document.add_paragraph("{")
    tag.add_run("%p if yes %}")
    document.add_section(WD_SECTION.NEW_PAGE)
    # python-docx ends a section in a paragraph of its own
    end = document.paragraphs[-1]
    tag._p.get_or_add_pPr().append(end._p.pPr.sectPr)
    end._p.getparent().remove(end._p)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("ข")
    return saved(document)


@pytest.mark.parametrize("yes", [True, False])
def test_the_section_is_there_where_the_tag_says_so(yes: bool) -> None:
    made = docx.Document(io.BytesIO(Template(template()).fill({"yes": yes})))
    assert len(made.sections) == 1 + yes
    assert [one.text for one in made.paragraphs if one.text] == ["ก", "ข"]
