"""docxtpl as the oracle: the same template and data through both, every part compared."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from ita_docs.word.template import Template

Context = Mapping[str, Any] | Callable[[DocxTemplate], Mapping[str, Any]]

CELL = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tcPr"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(name: str, data: bytes) -> object:
    """A part in a form in which equal means equal to Word, which minds no order of a cell's properties."""
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        return sorted(sorted(child.attrib.items()) for child in etree.fromstring(data))
    if name.endswith(".xml"):
        tree = etree.fromstring(data)
        for cell in tree.iter(CELL):
            cell[:] = sorted(cell, key=lambda child: str(child.tag))
        return etree.tostring(tree, method="c14n")
    return data


def rendered_by_docxtpl(template: bytes, context: Context) -> dict[str, bytes]:
    theirs = DocxTemplate(io.BytesIO(template))
    theirs.render(context(theirs) if callable(context) else context, autoescape=True)
    saved = io.BytesIO()
    theirs.save(saved)
    return parts_of(saved.getvalue())


def filled_by_us(template: bytes, context: Context) -> dict[str, bytes]:
    ours = Template(template)
    if callable(context):
        opened = ours.docxtpl()
        return parts_of(ours.fill(context(opened), docxtpl=opened))
    return parts_of(ours.fill(context))


def assert_same_as_docxtpl(template: bytes, context: Context) -> dict[str, bytes]:
    """Compare every part but the time stamp of the core properties; return our parts."""
    theirs, ours = rendered_by_docxtpl(template, context), filled_by_us(template, context)
    assert sorted(theirs) == sorted(ours)
    for name, data in theirs.items():
        assert canonical(name, data) == canonical(name, ours[name]), name
    return ours
