"""An .odt as text, read without LibreOffice."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
GROUP = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}g"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
NOTHING = {f"{TEXT}sequence-decls", f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation"}


def texts(odt: Path) -> list[str]:
    """The text of every paragraph of the body, then those of groups of shapes.

    Tabs, line breaks and runs of spaces are as they are shown.
    """
    with zipfile.ZipFile(odt) as package:
        body = etree.fromstring(package.read("content.xml")).find(f".//{OFFICE}text")
    assert body is not None
    drawn = [paragraph for group in body.iter(GROUP) for paragraph in group.iter(*PARAGRAPHS)]
    inside = set(drawn)
    return [_text(paragraph) for paragraph in body.iter(*PARAGRAPHS) if paragraph not in inside] + [
        _text(paragraph) for paragraph in drawn
    ]


def _text(element: Any) -> str:
    text = element.text or ""
    for child in element:
        if child.tag == f"{TEXT}tab":
            text += "\t"
        elif child.tag == f"{TEXT}line-break":
            text += "\n"
        elif child.tag == f"{TEXT}s":
            text += " " * int(child.get(f"{TEXT}c", 1))
        elif child.tag.startswith(TEXT) and child.tag not in NOTHING:
            text += _text(child)
        text += child.tail or ""
    return text
