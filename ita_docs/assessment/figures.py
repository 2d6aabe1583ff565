"""The figures of one office, as a workbook gives them: by year, each with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from ..frameworks.codes import item_number
from ..problems import CellRef, Problem, problem
from ..records.record import ChildRow, Record
from .model import Given

INDICATOR = re.compile(r"i(\d+)")
ITEM = re.compile(r"o(\d+)")
INSTRUMENTS = ("iit", "eit", "oit")
WITHOUT_YEAR = 0
"""The year of rows that name none, until it is known which one is assessed."""


class ItemNote(NamedTuple):
    """What a workbook says of an item beside its score: the assessor's remark, who is responsible, its state."""

    remark: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    state: str = ""


class Past(NamedTuple):
    """A year's published figures: the office's total and place, of how many offices, and the mean of all."""

    score: Decimal | None = None
    rank: int | None = None
    offices: int | None = None
    mean: Decimal | None = None
    cell: CellRef | None = None


@dataclass(slots=True)
class YearFigures:
    """One year's figures and their cells, by node: an indicator's number, an instrument's code, `O29`, `total`."""

    indicators: dict[int, Decimal] = field(default_factory=dict)
    items: dict[int, Decimal] = field(default_factory=dict)
    instruments: dict[str, Decimal] = field(default_factory=dict)
    total: Decimal | None = None
    level: str = ""
    notes: dict[int, ItemNote] = field(default_factory=dict)
    cells: dict[str, CellRef] = field(default_factory=dict)
    scored: bool = False
    """Whether it has a row of indicator scores."""

    @property
    def given(self) -> Given:
        """The figures alone."""
        return Given(self.indicators, self.items, self.instruments, self.total)


@dataclass(slots=True)
class Figures:
    """All figures of one office: of the years it was assessed in, and published ones of years before."""

    years: dict[int, YearFigures] = field(default_factory=dict)
    past: dict[int, Past] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def figures_of(record: Record, assessed: int) -> Figures:
    """The figures of an office's record; rows without a year are of the year `assessed`."""
    made = Figures()
    for row in _rows(record, "indicator_scores"):
        _indicator_row(made, row, row["year"] or assessed)
    for row in _rows(record, "item_scores"):
        _item_row(made, row, row["year"] or assessed)
    for row in _rows(record, "past_scores"):
        year = row["year"]
        if year in made.past:
            made.problems.append(problem("year-repeated", row.cell("year"), year=year))
        made.past[year] = Past(row["score"], row["rank"], row["offices"], row["mean"], row.cell("score"))
    return made


def _rows(record: Record, table: str) -> tuple[ChildRow, ...]:
    rows: tuple[ChildRow, ...] = record.values.get(table, ())
    return rows


def _indicator_row(made: Figures, row: ChildRow, year: int) -> None:
    figures = made.years.setdefault(year, YearFigures())
    if figures.scored:
        made.problems.append(problem("year-repeated", row.cell("year"), year=year))
    figures.scored = True
    for name, number in _numbered(row, INDICATOR):
        figures.indicators[number] = row[name]
        figures.cells[str(number)] = row.cell(name)
    for name in INSTRUMENTS:
        if row[name] is not None:
            figures.instruments[name.upper()] = row[name]
            figures.cells[name.upper()] = row.cell(name)
    if row["total"] is not None:
        figures.total = row["total"]
        figures.cells["total"] = row.cell("total")
    if row["level"]:
        figures.level = row["level"]
        figures.cells["level"] = row.cell("level")


def _item_row(made: Figures, row: ChildRow, year: int) -> None:
    figures = made.years.setdefault(year, YearFigures())
    for name, number in _numbered(row, ITEM):
        _item(made, figures, number, row[name], row.cell(name), year)
    if not row["item"]:
        return
    number_typed = item_number(row["item"])
    if number_typed is None:
        made.problems.append(problem("unknown-item", row.cell("item"), value=row["item"], framework=year))
        return
    if row["score"] is not None:
        _item(made, figures, number_typed, row["score"], row.cell("score"), year)
    figures.cells.setdefault(f"O{number_typed}", row.cell("item"))
    before = figures.notes.get(number_typed, ItemNote())
    note = ItemNote(row["remark"] or before.remark, row["unit"] or before.unit, row["state"] or before.state)
    figures.notes[number_typed] = note
    if row["remark"]:
        figures.cells[f"O{number_typed} remark"] = row.cell("remark")


def _item(made: Figures, figures: YearFigures, number: int, score: Decimal, cell: CellRef, year: int) -> None:
    before = figures.items.get(number)
    if before is not None and before != score:
        facts: dict[str, Any] = {"item": f"O{number}", "year": year, "first": f"{before:f}", "second": f"{score:f}"}
        made.problems.append(problem("item-repeated", cell, **facts))
    figures.items[number] = score
    figures.cells[f"O{number}"] = cell


def _numbered(row: Mapping[str, object], pattern: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The filled columns of a series, and their numbers."""
    for name, value in row.items():
        if value is not None and (found := pattern.fullmatch(name)):
            yield name, int(found[1])
