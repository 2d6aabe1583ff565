"""Every block of the seed reports stands in a report of the sample: the cells that feed it, the page that shows it.

A block that needs a kind still to come says so.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

import ita_docs
from tools import reproducing
from tools.seeds import (
    BLOCKS,
    CODE,
    PAPERS,
    REPORTS,
    Block,
    block,
    blocks,
    documents,
    pages_of,
    papers,
    ranges,
    workbook,
)

NUMBERED = {"000": 24, "001": 44, "002": 14, "003": 13, "004": 14}
"""The reports, and how many blocks each was taken apart into."""
BESIDES = ("001-13b",)
IDS = [*(f"{name}-{number:02}" for name, count in NUMBERED.items() for number in range(1, count + 1)), *BESIDES]
ALL = [one for path in REPORTS for one in blocks(path)]
KINDS = {kind.name for kind in ita_docs.list_kinds()}


def test_every_block_is_there_and_no_other() -> None:
    of_papers = chain.from_iterable(one.ids for path in PAPERS for one in papers(path))
    assert {*of_papers, *(one.id for one in ALL)} == set(IDS)
    assert [path.stem for path in REPORTS] == list(NUMBERED) == list(reproducing.OFFICES)
    assert all(one.id.startswith(path.stem) for path in REPORTS for one in blocks(path))


@pytest.mark.parametrize("one", ALL, ids=str)
def test_block_stands_in_the_report(one: Block) -> None:
    assert faults(one) == []


def faults(one: Block) -> list[str]:
    """What an entry lacks, or says that the sample does not show."""
    if not one.title:
        return ["no title"]
    if one.later:
        return [f"{one.later} is here: it can be made now"] if one.later in KINDS else []
    said = [f"no {name}" for name in ("kind", "ref", "cells", "phrases") if not getattr(one, name)]
    if one.kind and one.kind not in KINDS:
        return [*said, f"no kind {one.kind}: say later"]
    if said:
        return said
    if one.ref not in documents(one.kind):
        return [f"no document {one.ref}"]
    said += [f"{place}: empty, or not there" for place in one.cells if not ranges(one, place)]
    for phrase in one.phrases:
        found = pages_of(one, phrase)
        if len(found) != 1:
            said.append(f"“{phrase}” is on the pages {found}")
    return said


@pytest.mark.parametrize("one", ALL, ids=str)
def test_cells_are_those_of_the_office_and_not_empty(one: Block) -> None:
    for place in one.cells:
        for area in ranges(one, place):
            sheet, _, cells = area.rpartition("!")
            table = workbook(one.kind)[sheet]
            rows = [[cell.value for cell in row] for row in table[cells]]
            assert all(any(value is not None for value in row[1:]) for row in rows)
            if table["A1"].value == CODE and not place.endswith("*"):
                assert {row[0] for row in rows} == {one.ref}


def test_one_report_has_papers_of_other_kinds_files_and_pictures() -> None:
    table = workbook("measure_report")["ภาคผนวก"]
    heading, *rows = table.iter_rows(values_only=True)
    named = [dict(zip(heading, row, strict=True)) for row in rows]
    for office in ("NKIM", "NKP"):
        bound = [row for row in named if row[CODE] == office]
        assert any(row["แฟ้ม"] for row in bound)
        assert {"บันทึกข้อความ", "ประกาศ"} <= {row["ชนิด"] for row in bound}


# ---------------------------------------------------------------- that the tests above can fail

GOOD = {
    **{"id": "001-40", "title": "สถิติ", "kind": "measure_report", "ref": "NKP"},
    **{"cells": ["เรื่องร้องเรียน"], "phrases": ["รวม 20 4 24 7 17"]},
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"later": "newsletter"}, []),
        ({"title": ""}, ["no title"]),
        ({"kind": ""}, ["no kind"]),
        ({"cells": []}, ["no cells"]),
        ({"phrases": []}, ["no phrases"]),
        ({"kind": "newsletter"}, ["no kind newsletter: say later"]),
        ({"later": "memo"}, ["memo is here: it can be made now"]),
        ({"ref": "NOBODY"}, ["no document NOBODY"]),
        ({"cells": ["ไม่มี"]}, ["ไม่มี: empty, or not there"]),
        ({"cells": ["เรื่องร้องเรียน: ไม่มี"]}, ["เรื่องร้องเรียน: ไม่มี: empty, or not there"]),
        ({"phrases": ["ไม่มีข้อความนี้"]}, ["“ไม่มีข้อความนี้” is on the pages []"]),
    ],
)
def test_an_entry_that_is_wrong_is_told(change: dict[str, Any], said: list[str]) -> None:
    assert faults(block({**GOOD, **change})) == said


def test_a_phrase_of_several_pages_is_told_unless_it_says_which() -> None:
    common = block({**GOOD, "phrases": ["สถิติเรื่องร้องเรียน"]})
    first, *_ = found = pages_of(common, "สถิติเรื่องร้องเรียน")
    assert len(found) > 1
    assert faults(common) == [f"“สถิติเรื่องร้องเรียน” is on the pages {found}"]
    assert pages_of(replace(common, nth=1), "สถิติเรื่องร้องเรียน") == [first]
    assert faults(replace(common, nth=99)) == ["“สถิติเรื่องร้องเรียน” is on the pages []"]


def test_rows_that_follow_one_another_are_one_range() -> None:
    assert ranges(block(GOOD), "เรื่องร้องเรียน") == ["เรื่องร้องเรียน!A2:G14"]
    assert len(ranges(block(GOOD), "ภาพ: หัวใจต้านทุจริต")) == 1
    assert BLOCKS["wanted"]["001-26"] == block({"id": "001-26"}).title
