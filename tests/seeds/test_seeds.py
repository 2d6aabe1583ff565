"""Every letter, memo, announcement, order, minutes and declaration of the seed reports can be made from a sheet.

The seeds are five annual reports of real offices, taken apart in numbered blocks (000-18: block 18 of report 000). A
*paper* in `<kind>.toml` says which document of `samples/<kind>.xlsx` has the structure of which blocks, the cells that
feed it, and a phrase that our own layout prints on each of its pages. Sentences are ours, people are invented.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import range_boundaries

import ita_docs
from ita_docs.pages.model import Layout
from tools.seeds import (
    BLOCKS,
    FOLDER,
    PAPERS,
    TODAY,
    Paper,
    bundled_fonts,
    page_texts,
    paper,
    papers,
    spaceless,
    workbook,
)

SAMPLES = FOLDER.parents[1] / "samples"
WANTED = BLOCKS["wanted"]
ALL = [one for path in PAPERS for one in papers(path)]


@pytest.mark.parametrize("block", WANTED)
def test_block_has_a_paper(block: str) -> None:
    assert [one.ref for one in ALL if block in one.ids], f"{block} {WANTED[block]}: no paper in tests/seeds/*.toml"


@pytest.mark.parametrize("one", ALL, ids=str)
def test_paper_is_what_the_sample_prints(one: Paper) -> None:
    assert faults(one) == []
    with bundled_fonts():
        assert misprints(one, laid_out(one.kind, one.ref)) == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_file_holds_the_papers_of_its_kind(path: Path) -> None:
    assert path.stem in {kind.name for kind in ita_docs.list_kinds()}
    assert {one.kind for one in papers(path)} == {path.stem}


# ---------------------------------------------------------------- what can be wrong with a paper


def faults(one: Paper) -> list[str]:
    """What is wrong with an entry before anything is laid out. A range begins with the column of the reference; a
    document of a mail merge has its row's, and a number.
    """
    said = [f"{block}: not a block that is wanted" for block in one.ids if block not in WANTED]
    said += [f"no {name}" for name in ("ids", "kind", "ref", "cells", "pages") if not getattr(one, name)]
    if one.kind and one.ref:
        refs = {record.ref for record in checked(one.kind).records}
        if one.ref not in refs:
            return [*said, f"no document {one.ref} in samples/{one.kind}.xlsx"]
        said += [fault for place in one.cells for fault in cell_faults(one, place, refs - {one.ref})]
        keys = {row[0] for place in one.cells for row in rows_of(one.kind, place)}
        if one.cells and not any(one.ref == key or one.ref.startswith(f"{key}-") for key in keys):
            said.append(f"no range holds the row of {one.ref}")
    return said


def cell_faults(one: Paper, place: str, others: set[str]) -> list[str]:
    """What is wrong with a range: not there, empty, or rows of another document."""
    rows = rows_of(one.kind, place)
    if not any(value not in (None, "") for row in rows for value in row):
        return [f"{place}: empty, or not there"]
    return [f"{place}: a row of {row[0]}" for row in rows if row[0] in others]


def misprints(one: Paper, layout: Layout) -> list[str]:
    """What the pages do not show of what an entry says of them."""
    numbers, wanted = [number for number, _ in one.pages], list(range(1, len(layout.pages) + 1))
    said = [] if numbers == wanted else [f"pages {numbers} are named, the document has {wanted}"]
    texts = dict(enumerate(map(spaceless, page_texts(layout)), 1))
    for number, phrase in one.pages:
        if not phrase.strip() or spaceless(phrase) not in texts.get(number, ""):
            said.append(f"“{phrase}” is not on page {number}")
    return said


@cache
def checked(kind: str) -> ita_docs.Checked:
    """The sample of a kind, read and checked."""
    return ita_docs.check(ita_docs.load_kind(kind), ita_docs.read_workbook(SAMPLES / f"{kind}.xlsx"))


def rows_of(kind: str, place: str) -> list[tuple[Any, ...]]:
    """The values of a range as in `ความเห็น!A2:F3`, row by row; none where there is no such sheet."""
    sheet, _, area = place.rpartition("!")
    if sheet not in workbook(kind).sheetnames:
        return []
    left, top, right, bottom = range_boundaries(area)
    table = workbook(kind)[sheet]
    return list(table.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True))


@cache
def laid_out(kind: str, ref: str) -> Layout:
    """The document on its pages."""
    (record,) = [record for record in checked(kind).records if record.ref == ref]
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind(kind), record, today=TODAY))


# ---------------------------------------------------------------- that the tests above can fail

MEMO = "บันทึกข้อความ!A2:U2"
GOOD = {"id": "000-18", "kind": "memo", "ref": "M-001", "cells": [MEMO], "pages": [{"number": 1, "text": "บันทึกข้อความ"}]}


def test_an_entry_in_order_is_without_fault() -> None:
    one = paper("memo.toml", GOOD)
    assert faults(one) == []
    assert misprints(one, laid_out("memo", "M-001")) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "000-99"}, "000-99: not a block that is wanted"),
        ({"id": "000-21"}, "000-21: not a block that is wanted"),
        ({"ids": []}, "no ids"),
        ({"cells": []}, "no cells"),
        ({"pages": []}, "no pages"),
        ({"ref": "M-000"}, "no document M-000 in samples/memo.xlsx"),
        ({"cells": [MEMO, "ความเห็น!A500:F501"]}, "ความเห็น!A500:F501: empty, or not there"),
        ({"cells": [MEMO, "ไม่มี!A1:F1"]}, "ไม่มี!A1:F1: empty, or not there"),
        ({"cells": [MEMO, "บันทึกข้อความ!A3:U3"]}, "บันทึกข้อความ!A3:U3: a row of M-002"),
        ({"cells": ["บันทึกข้อความ!B2:U2"]}, "no range holds the row of M-001"),
    ],
)
def test_an_entry_that_is_wrong_is_told(change: dict[str, Any], said: str) -> None:
    assert faults(paper("memo.toml", {**GOOD, **change})) == [said]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([(1, "ไม่มีข้อความนี้")], "“ไม่มีข้อความนี้” is not on page 1"),
        ([(1, " ")], "“ ” is not on page 1"),
        ([(1, "บันทึกข้อความ"), (2, "บันทึกข้อความ")], "“บันทึกข้อความ” is not on page 2"),
        ([], "pages [] are named, the document has [1]"),
    ],
)
def test_pages_that_do_not_say_it_are_told(pages: list[tuple[int, str]], said: str) -> None:
    named = [{"number": number, "text": text} for number, text in pages]
    assert said in misprints(paper("memo.toml", {**GOOD, "pages": named}), laid_out("memo", "M-001"))
