"""What kinds are built with: sheets, heads and feet, clauses, tables, signatures, in templates made for the test."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

import ita_docs
from ita_docs.pages.model import Page
from ita_docs.structured.outline import outline
from ita_docs.structured.text import StructuredText
from tools.package import write_package
from tools.templates.blocks import layout_row, signature, table
from tools.templates.paper import LANDSCAPE, UPRIGHT, package, stories
from tools.templates.styles import (
    CLAUSE_INDENTS,
    CLAUSES,
    PAPER,
    PLAIN_TABLE,
    SIGNATURE,
    SIGNATURE_CELLS,
    Style,
    styles,
)
from tools.templates.wordml import Element, paragraph, w

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CM = 72 / 2.54


def written(folder: Path, body: Iterable[Element], chosen: Iterable[str | Style] = (), **options: Any) -> Path:
    path = folder / "template.docx"
    looks = styles([*PAPER, *chosen], [PLAIN_TABLE])
    write_package(path, package(body, looks, title="t", creator="c", subject="s", **options))
    return path


def pages(path: Path, **values: Any) -> tuple[Page, ...]:
    return ita_docs.lay_out(ita_docs.Template(path).fill(values)).pages


def test_a_sheet_on_its_side_without_heads(tmp_path: Path) -> None:
    path = written(tmp_path, [paragraph("Header", "ก")], sheet=LANDSCAPE, stories={})
    (page,) = pages(path)
    assert (round(page.width / CM, 1), round(page.height / CM, 1)) == (29.7, 21.0)
    (line,) = page.lines()
    assert (round(line.x / CM, 1), round(line.y / CM, 1)) == (2.0, 2.0)
    with ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "header" in name]
        assert etree.fromstring(archive.read("word/document.xml")).find(f".//{W}titlePg") is None
    assert (UPRIGHT.text_width, LANDSCAPE.text_width) == (9071, 14570)


def test_heads_without_marks(tmp_path: Path) -> None:
    path = written(tmp_path, [paragraph("Header", "ก")], stories=stories(secrecy=False, copies=False))
    assert ita_docs.Template(path).placeholders() == {}
    (page,) = pages(path)
    assert [line.line.text for line in page.lines() if line.line.text] == ["ก"]


def test_a_numbering_part_of_the_templates_own(tmp_path: Path) -> None:
    path = written(tmp_path, [paragraph("Header", "ก")], stories={}, numbering=w("numbering"))
    with ZipFile(path) as archive:
        assert b"/word/numbering.xml" in archive.read("[Content_Types].xml")
        assert b'Target="numbering.xml"' in archive.read("word/_rels/document.xml.rels")


def test_clauses_begin_where_their_depth_says_and_go_on_at_the_margin(tmp_path: Path) -> None:
    path = written(tmp_path, [paragraph("Body", "{{p text }}")], CLAUSES, stories={})
    long = "ความยาวของข้อนี้เกินหนึ่งบรรทัด " * 6
    marks = ("๑.", "๑.๑", "๑.๑.๑", "๑)", "(๑)", "ก.", "ก)", "(ก)", "-")
    text = StructuredText(outline(f"{mark} {long}" for mark in marks))
    lines = [line for page in pages(path, text=text) for line in page.lines()]
    margin = UPRIGHT.left / 20
    begun = {}
    for line in lines:
        mark = next((mark for mark in sorted(marks, key=len, reverse=True) if line.line.text.startswith(mark)), None)
        if mark is None:
            assert round(line.x, 1) == round(margin, 1)
        else:
            begun[mark] = round(line.x + line.line.runs[0].x - margin, 1)
    assert [begun[mark] for mark in marks] == [round(indent / 20, 1) for indent in CLAUSE_INDENTS]


def test_every_depth_leaves_room_and_is_deeper_than_the_one_above() -> None:
    steps = [deeper - indent for indent, deeper in pairwise(CLAUSE_INDENTS)]
    assert min(steps) >= 396
    assert UPRIGHT.text_width - CLAUSE_INDENTS[-1] >= 7 * 567


def test_signatures_side_by_side_under_their_own_names(tmp_path: Path) -> None:
    halves, looks = (4535, 4536), [*SIGNATURE, *SIGNATURE_CELLS]
    cells = [signature("recorder_", cell=True), signature("checker_", blank=True, cell=True)]
    path = written(tmp_path, [table(PLAIN_TABLE, halves, [layout_row(halves, cells)])], looks, stories={})
    wanted = {
        f"{prefix}_{name}" for prefix in ("recorder", "checker") for name in ("signatory", "acting", "acting_for")
    }
    used = ita_docs.Template(path).placeholders()
    assert wanted | {"recorder_position", "checker_position"} <= set(used)
    (page,) = pages(path, recorder_signatory="นายก ข", recorder_position=["ครู"], checker_position=[])
    said = [line.line.text.strip() for line in page.lines() if line.line.text.strip()]
    assert said == ["(นายก ข)", "ครู", f"({'.' * 50})"]


def test_no_style_is_chosen_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        styles(["Body", "Body"])
