"""However long a text is, its signature never stands without it: name, post and two lines of text share a page."""

from __future__ import annotations

from typing import Any

import pandas
import pytest

import ita_docs
from ita_docs.painting.pdf import PdfOptions
from ita_docs.recipe.finishing import Finish, finish
from ita_docs.word.documents import Dress, Writer

NAME, POST = "นายทดสอบ ระบบดี", "ผู้อำนวยการสำนักงานทดสอบ"
KINDS = ("announcement", "certificate", "letter", "memo", "order")
LEAST = 2
"""Lines of text on the page of the signature; the words that close a text count."""
OURS = ("ย่อหน้าที่", "๑", "๒", "๓", "จึง", "ทั้งนี้", "หนังสือฉบับนี้")


def row(kind: ita_docs.Kind, body: str) -> dict[str, Any]:
    """What the kind requires, this text, and this signature."""
    values = {field.title: field.example for field in kind.table.fields if field.constraints.required}
    named = {field.name: field.title for field in kind.table.fields}
    for name, value in (("body", body), ("signatory", NAME), ("position", POST)):
        values[named[name]] = value
    if "to" in named:
        values[named["to"]] = "ผู้อำนวยการ"
    if "holder" in named:
        values[named["holder"]] = "นางสาวมะลิ ดี"
    return values


def pages(kind: ita_docs.Kind, body: str) -> list[list[str]]:
    """The lines of each page of the document as it is made."""
    [record] = ita_docs.check(kind, {kind.table.sheet: pandas.DataFrame([row(kind, body)])}).records
    writer = Writer(kind, Dress.of(kind, ita_docs.Settings()))
    data = writer.write(record)
    made = finish(data, "x.docx", Finish(False, False, False, PdfOptions(), writer.yielding)).kept or data
    return [[line.line.text.strip() for line in page.lines()] for page in ita_docs.lay_out(made).pages]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("form", ["{}", "๑) {}"])
def test_two_lines_of_text_stand_above_the_signature(name: str, form: str) -> None:
    kind = ita_docs.load_kind(name)
    counts = set()
    for length in range(8, 34):
        made = pages(kind, "\n".join(form.format(f"ย่อหน้าที่ {number}") for number in range(length)))
        [at] = [place for place, lines in enumerate(made) if f"({NAME})" in lines]
        assert POST in made[at], length
        above = made[at][: made[at].index(f"({NAME})")]
        assert sum(line.startswith(OURS) for line in above) >= LEAST, (length, above)
        counts.add(len(made))
    assert len(counts) > 1
