"""The objects of a PDF file, read back by qpdf, and against those that reportlab writes of the same values."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import pdfdoc

from ita_docs.painting.objects import Array, Body, Dictionary, text

NAMES = st.text("ABCDEFGHIJabcdefghij0123456789", min_size=1, max_size=8)
NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-1000, 1000).map(lambda value: round(value, 4))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
VALUES: st.SearchStrategy[Any] = st.recursive(
    NUMBERS | NAMES.map(lambda name: "/" + name) | st.booleans() | TEXTS.map(lambda said: ("text", said)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
Value = Any


def ours(value: Value) -> Any:
    if isinstance(value, tuple):
        return text(value[1])
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return Array([ours(item) for item in value])
    if isinstance(value, dict):
        return Dictionary({key: ours(item) for key, item in value.items()})
    return value


def theirs(value: Value) -> Any:
    if isinstance(value, tuple):
        # reportlab's own strings are for one document's encryption; the form of the standard is plain
        return text(value[1]).decode("latin-1")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return pdfdoc.PDFArray([theirs(item) for item in value])
    if isinstance(value, dict):
        return pdfdoc.PDFDictionary({key: theirs(item) for key, item in value.items()})
    return value


def read(written: bytes) -> Any:
    return pikepdf.Object.parse(written)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_what_reportlab_writes_of_the_same_values(value: dict[str, Value]) -> None:
    document = pdfdoc.PDFDocument()
    other = pdfdoc.PDFDictionary({key: theirs(item) for key, item in value.items()}).format(document)
    assert read(Dictionary({key: ours(item) for key, item in value.items()}).written()) == read(other)


@given(TEXTS)
def test_a_text_reads_back(said: str) -> None:
    assert str(read(text(said))) == said


@pytest.mark.parametrize("said", ["(", ")", "\\", "a(b)c\\", "ก(ข", "line\nbreak", ""])
def test_texts_with_delimiters(said: str) -> None:
    assert str(read(text(said))) == said


@pytest.mark.parametrize("compress", [True, False])
def test_a_file_of_objects_opens_without_a_warning(compress: bool) -> None:
    body = Body((1, 7), compress)
    pages, info = body.reserve(), body.add({"Title": text("ทดสอบ")})
    content = body.stream({}, b"0 0 10 10 re f")
    box = Array([0, 0, 72.5, 72])
    page = {"Type": "/Page", "Parent": pages, "MediaBox": box, "Contents": content, "Resources": Dictionary({})}
    body.put(pages, {"Type": "/Pages", "Kids": Array([body.add(page)]), "Count": 1})
    root = body.add({"Type": "/Catalog", "Pages": pages})
    data = body.file(root, info)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo["/Title"]) == "ทดสอบ"
        assert opened.pages[0].Contents.read_bytes() == b"0 0 10 10 re f"
        assert [float(side) for side in opened.pages[0].MediaBox] == [0, 0, 72.5, 72]
    assert data == body.file(root, info)
