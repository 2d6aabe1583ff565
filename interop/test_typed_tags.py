"""Templates written in LibreOffice: tags typed by hand, torn into runs by formatting, language and bookmarks."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import ita_docs

from .documents import texts
from .office import Office

CONTEXT = {
    "subject": "ขออนุมัติ <R&D>",
    "เรื่อง": "ภาษาไทยในแท็ก",
    "น้ำ": "สระอำ",
    "items": ["หนึ่ง", "สอง"],
    "rows": [{"name": "ก", "count": 1}, {"name": "ข", "count": 2}],
    "yes": True,
}
SPLIT: list[tuple[str, list[str]]] = [
    # what is typed (markup of a flat ODT paragraph), and the paragraphs that come of it
    ("เรื่อง {{ sub<B>ject</B> }}", ["เรื่อง ขออนุมัติ <R&D>"]),
    ("<B>{</B>{ subject }<I>}</I>.", ["ขออนุมัติ <R&D>."]),
    ("{{ เรื่อง }}", ["ภาษาไทยในแท็ก"]),
    ("{{ เรื่<B>อง</B> }}", ["ภาษาไทยในแท็ก"]),
    ("{{ น้ำ }} และ {{ นํ้า }}", ["สระอำ และ สระอำ"]),
    ('{{ <text:bookmark-start text:name="m"/>subject<text:bookmark-end text:name="m"/> }}', ["ขออนุมัติ <R&D>"]),
    ("{%<I> if yes </I>%}ใช่{% else %}ไม่{% endif %}", ["ใช่"]),
    ('{{ subject|<E>replace</E>("<B>ขอ</B>", "") }}', ["อนุมัติ <R&D>"]),
    ("{{ subject|replace(“ขอ”, ‘’) }}", ["อนุมัติ <R&D>"]),
    ("{%p for item in items %}¶- {{ item }}¶{%p endfor %}", ["- หนึ่ง", "- สอง"]),
    ("{<B>%p</B> if yes %}¶ใช่¶{%<I>p</I> endif %}", ["ใช่"]),
]
"""`¶` begins a new paragraph; `<B>`, `<I>`, `<E>` a run that is bold, italic, in English.

Curly quotes are what autocorrection makes of straight ones."""

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"
 style:font-weight-complex="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"
 style:font-style-complex="italic"/></style:style>
<style:style style:name="E" style:family="text"><style:text-properties fo:language="en" fo:country="US"
 style:language-complex="th" style:country-complex="TH"/></style:style>
</office:automatic-styles><office:body><office:text>"""
FOOT = "</office:text></office:body></office:document>"
TABLE = """<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>"""
CELLS = [
    ["ชื่อ", "จำนวน"],
    ["{%<B>tr</B> for row in rows %}", ""],
    ["{{ row.<I>name</I> }}", "{{ row.count }}"],
    ["{%tr endfor %}", ""],
    ["รวม", "{{ rows|<B>length</B> }}"],
]


def paragraph(markup: str) -> str:
    for style in "BIE":
        markup = markup.replace(f"<{style}>", f'<text:span text:style-name="{style}">')
        markup = markup.replace(f"</{style}>", "</text:span>")
    return f"<text:p>{markup}</text:p>"


def row(cells: list[str]) -> str:
    inside = "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inside}</table:table-row>"


@pytest.fixture(scope="module")
def typed(office: Office, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A DOCX by LibreOffice for each entry of `SPLIT`, and one with a table."""
    folder = tmp_path_factory.mktemp("typed")
    bodies = ["".join(map(paragraph, markup.split("¶"))) for markup, _ in SPLIT]
    files = []
    for number, body in enumerate([*bodies, TABLE.format(rows="".join(map(row, CELLS)))]):
        files.append(folder / f"typed{number}.fodt")
        files[-1].write_text(HEAD + body + FOOT, encoding="utf-8")
    made = office.convert(files, "docx", folder / "docx")
    return [made[file] for file in files]


@pytest.mark.parametrize("number", range(len(SPLIT)), ids=[markup for markup, _ in SPLIT])
def test_split_tags(typed: list[Path], number: int) -> None:
    filled = ita_docs.Template(typed[number], undefined="error").fill(CONTEXT)
    assert [text for text in texts(filled) if text] == SPLIT[number][1]


def test_tags_in_a_table(typed: list[Path]) -> None:
    filled = ita_docs.Template(typed[-1], undefined="error").fill(CONTEXT)
    assert [text for text in texts(filled) if text] == ["ชื่อ", "จำนวน", "ก", "1", "ข", "2", "รวม", "2"]


def test_the_tags_are_torn(typed: list[Path]) -> None:
    """LibreOffice did put the halves of most tags into runs of their own."""
    torn = 0
    for docx in typed:
        with zipfile.ZipFile(docx) as package:
            xml = package.read("word/document.xml").decode()
        torn += any(("{{" in run) != ("}}" in run) for run in xml.split("</w:r>"))
    assert torn >= 5
