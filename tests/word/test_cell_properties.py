"""What docxtpl's tags say of cells stands in the schema's order."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from interop.ooxml import order_faults
from ita_docs.word.cell_properties import ordered_cells
from ita_docs.word.template import Template

from .docxtpl_oracle import parts_of, rendered_by_docxtpl
from .templates import saved

SHADED = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
COLOUR = '"BFBFBF" if 2 > 1 else "FFFFFF"'


def template(cell: str) -> bytes:
    """A table whose shaded cells are `cell`."""
    document = docx.Document()
    above, row, below = document.add_table(rows=3, cols=1).rows
    above.cells[0].text, below.cells[0].text = "{%tr for one in [1, 2] %}", "{%tr endfor %}"
    row.cells[0].text = cell
    row.cells[0]._tc.get_or_add_tcPr().append(parse_xml(SHADED))
    return saved(document)


@pytest.mark.parametrize("cell", [f"{{% cellbg {COLOUR} %}}ก", "{% colspan 1 %}ก", "{% vm %}ก"])
def test_the_cell_is_in_order(cell: str) -> None:
    given = template(cell)
    before, after = rendered_by_docxtpl(given, {}), parts_of(Template(given).fill({}))
    faults = [list(order_faults(etree.fromstring(parts["word/document.xml"]))) for parts in (before, after)]
    assert faults[0] != []
    assert faults[1] == []


def test_a_property_that_is_not_known_leaves_the_cell_as_it_is() -> None:
    strange = '<w:tcPr><w:shd w:fill="{{ x }}"/><w:own w:val="1"/><w:tcW w:w="1"/></w:tcPr>'
    assert ordered_cells(strange) == strange
    known = strange.replace('<w:own w:val="1"/>', "<w:tcMar><w:top/></w:tcMar>")
    assert (
        ordered_cells(known) == '<w:tcPr><w:tcW w:w="1"/><w:shd w:fill="{{ x }}"/><w:tcMar><w:top/></w:tcMar></w:tcPr>'
    )
