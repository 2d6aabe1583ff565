"""Formulas that were saved without a result."""

from __future__ import annotations

from ..problems import CellRef, Problem, problem
from .model import Sheet


def never_calculated(sheet: Sheet, at: list[tuple[int, int]]) -> list[Problem]:
    """The warning that the formulas at these (row, column) of `sheet` have no value; none where there are none."""
    if not at:
        return []
    row, column = at[0]
    return [problem("formula-not-calculated", CellRef(sheet.book, sheet.name, row, column), count=len(at))]
