"""Tables of contents: every line names the page on which LibreOffice sets its heading, and LibreOffice makes the same
lines of the document when it is asked to update them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ita_docs
from ita_docs.thai.numerals import to_arabic
from tests.templates.reports import write_report

from .documents import for_libreoffice
from .office import Office
from .ooxml import faults
from .pages import layout_text, squeezed

PARTS = tuple(f"ส่วนที่ {number} ผลการประเมิน" for number in range(1, 17))
LINE = re.compile(r"(.*?)\.{3,}(\w+)")
LIBRARY = "http://openoffice.org/2000/library"
BASIC = {
    "script.xlc": f"""<library:libraries xmlns:library="{LIBRARY}" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"
 library:link="false"/></library:libraries>""",
    "Standard/script.xlb": f"""<library:library xmlns:library="{LIBRARY}" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>
</library:library>""",
    "Standard/Module1.xba": """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">Sub Update(given, made)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
opened = StarDesktop.loadComponentFromURL(ConvertToURL(given), "_blank", 0, hidden())
tables = opened.getDocumentIndexes()
For place = 0 To tables.getCount() - 1
tables.getByIndex(place).update()
Next place
Dim filter(0) As New com.sun.star.beans.PropertyValue
filter(0).Name = "FilterName"
filter(0).Value = "writer_pdf_Export"
opened.storeToURL(ConvertToURL(made), filter())
opened.close(True)
End Sub</script:module>""",
}
"""A macro that updates the tables of contents of a file before it makes its PDF."""


def updated(office: Office, docx: Path) -> Path:
    """The PDF of a document whose tables of contents LibreOffice has written anew."""
    for name, text in BASIC.items():
        file = office.folder / "profile" / "user" / "basic" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', encoding="utf-8")
    pdf = docx.with_suffix(".pdf")
    office.run([f'macro:///Standard.Module1.Update("{docx}","{pdf}")'])
    return pdf


def contents(pdf: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Text → page number of the lines of tables of contents, and of all other lines by the foot of their page."""
    listed: dict[str, str] = {}
    standing: dict[str, str] = {}
    for page in layout_text(pdf):
        label, *body = filter(None, (to_arabic(squeezed(line)) for line in reversed(page.splitlines())))
        for line in body:
            if found := LINE.fullmatch(line):
                listed[found[1]] = found[2]
            else:
                standing[line] = label
    return listed, standing


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_lines_name_the_pages_of_libreoffice(office: Office, tmp_path: Path, numerals: ita_docs.Numerals) -> None:
    import pandas as pd

    write_report(tmp_path / "report")
    kind = ita_docs.load_kind("report", [tmp_path])
    rows = pd.DataFrame([{"เลข": "1", "ส่วน": "\n".join(PARTS)}])
    (made,) = ita_docs.make(kind, rows, tmp_path / "made", numerals=numerals).made
    assert faults(tmp_path / "made" / made.docx) == []
    copy = for_libreoffice(tmp_path / "made" / made.docx, tmp_path / "copy")
    listed, standing = contents(office.convert([copy], "pdf", tmp_path / "pdf")[copy])
    assert len(listed) == 3 * len(PARTS)
    assert {text: standing[text] for text in listed} == listed
    assert standing["สารบัญ"] == "ก"
    assert contents(updated(office, copy))[0] == listed
