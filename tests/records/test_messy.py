"""A clerk's workbook with everything wrong that the program must live with (tests/data/make_messy.py)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ita_docs
from tests.data import make_messy

CHECKED = ita_docs.check(ita_docs.load_kind("memo"), Path(make_messy.FILE))
FOUND = {(item.sheet, item.cell, item.code) for item in CHECKED.problems}


@pytest.mark.parametrize("expected", make_messy.EXPECTED)
def test_each_wrong_cell_is_named(expected: tuple[str, str | None, str]) -> None:
    assert expected in FOUND


def test_nothing_else_is_wrong() -> None:
    others = FOUND - set(make_messy.EXPECTED)
    assert {code for _, _, code in others} <= {"repaired-text"}


def test_the_right_memos_are_made_and_the_wrong_rows_refused() -> None:
    assert tuple(record.ref for record in CHECKED.records) == make_messy.MADE
    assert tuple(item.row for item in CHECKED.refused if item.sheet == make_messy.SHEET) == make_messy.REFUSED_ROWS
    assert {record.values["date"] for record in CHECKED.records} == {date(2024, 6, 26)}
