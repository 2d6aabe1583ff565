"""Measures and results in the order of the framework, grouped by instrument and indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..frameworks import Framework
from ..frameworks.codes import Node, node_of
from ..problems import Problem, problem
from ..records.record import ChildRow
from ..thai.date_ranges import DateRange
from .cards import percent_of

OTHERS = "อื่น ๆ"
URGENT = "เร่งด่วน"
"""What an office calls a point that it moves among the urgent ones; any other word moves it away."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure: its issue, what is to be done, in which steps, when, by whom, and how it is followed up."""

    issue: tuple[str, ...]
    measure: tuple[str, ...]
    steps: tuple[str, ...]
    period: tuple[str, ...]
    responsible: tuple[str, ...]
    monitoring: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The measures of one indicator or item: `title` as printed; `urgency` as the office says, or empty."""

    node: str
    title: str
    rows: tuple[MeasureRow, ...]
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentMeasures:
    """The measures for the indicators of one instrument; `title` is empty where there is but one group of all."""

    code: str
    title: str
    groups: tuple[MeasureGroup, ...]


@dataclass(frozen=True, slots=True)
class ResultRow:
    """An activity and what came of it; `percent` of the target took part."""

    activity: tuple[str, ...]
    summary: tuple[str, ...]
    outcomes: tuple[str, ...]
    date: DateRange | None
    place: str
    participants: int | None
    target: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """The results for one indicator or item: `title` as printed."""

    node: str
    title: str
    rows: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureColumns:
    """Which columns of the measures anybody has filled in."""

    issue: bool
    steps: bool
    period: bool
    responsible: bool
    monitoring: bool


class _Sorter:
    """Puts rows under the indicators and items that they name, in the order of the framework."""

    def __init__(self, framework: Framework | None) -> None:
        self.framework = framework
        self.order: dict[str, tuple[int, int, int]] = {}
        if framework is not None:
            for at, indicator in enumerate(framework.known_indicators):
                self.order[str(indicator.number)] = (at, 0, 0)
                for below, sub in enumerate(indicator.subs, 1):
                    self.order[sub.code] = (at, below, 0)
                    self.order |= {item.code: (at, below, item.number) for item in sub.items}

    def node(self, text: str) -> Node | None:
        return None if self.framework is None else node_of(self.framework, text)

    def grouped(self, rows: Sequence[ChildRow]) -> list[tuple[Node | None, str, list[ChildRow]]]:
        """The rows of each node together; those of no node by what was typed, last."""
        found: dict[str, tuple[Node | None, str, list[ChildRow]]] = {}
        for row in rows:
            node = self.node(row["indicator"]) if row["indicator"] else None
            title = _title(node, row["indicator"])
            found.setdefault(node.code if node else title, (node, title, []))[2].append(row)
        last = (len(self.order), 0, 0)
        return sorted(found.values(), key=lambda group: self.order[group[0].code] if group[0] else last)

    def unknown(self, rows: Iterable[ChildRow]) -> list[Problem]:
        """A problem for each row that names what the framework does not have."""
        if self.framework is None:
            return []
        return [
            problem("unknown-indicator", row.cell("indicator"), value=row["indicator"], framework=self.framework.name)
            for row in rows
            if row["indicator"] and self.node(row["indicator"]) is None
        ]


def _title(node: Node | None, typed: str) -> str:
    if node is None:
        return typed or OTHERS
    word = {"indicator": "ตัวชี้วัดที่ ", "sub": "ตัวชี้วัดย่อยที่ ", "item": ""}[node.level]
    return f"{word}{node.code} {node.name}"


def measures_of(
    rows: Sequence[ChildRow], framework: Framework | None
) -> tuple[tuple[InstrumentMeasures, ...], list[Problem]]:
    """The measures by instrument and indicator, and the rows whose indicator is not known."""
    sorter = _Sorter(framework)
    instruments: dict[str, tuple[str, list[MeasureGroup]]] = {}
    for node, title, group in sorter.grouped(rows):
        code, name = _instrument(framework, node)
        urgency = next((row["urgency"] for row in group if row["urgency"]), "")
        made = MeasureGroup(node.code if node else "", title, tuple(map(_measure, group)), urgency)
        instruments.setdefault(code, (name, []))[1].append(made)
    found = tuple(InstrumentMeasures(code, name, tuple(groups)) for code, (name, groups) in instruments.items())
    return found, sorter.unknown(rows)


def results_of(rows: Sequence[ChildRow], framework: Framework | None) -> tuple[tuple[ResultGroup, ...], list[Problem]]:
    """The results by indicator, and what is wrong with the rows."""
    sorter = _Sorter(framework)
    problems = sorter.unknown(rows)
    for row in rows:
        part, whole = row["participants"], row["target"]
        if part is not None and whole is not None and part > whole:
            at = row.cell("participants")
            problems.append(problem("percentage-over", at, given=part, computed=whole))
    groups = (
        ResultGroup(node.code if node else "", title, tuple(map(_result, group)))
        for node, title, group in sorter.grouped(rows)
    )
    return tuple(groups), problems


def columns_of(rows: Sequence[ChildRow]) -> MeasureColumns:
    """The columns that any row fills in."""
    return MeasureColumns(
        *(any(row[name] for row in rows) for name in ("issue", "steps", "period", "responsible", "monitoring"))
    )


def _instrument(framework: Framework | None, node: Node | None) -> tuple[str, str]:
    if framework is None or node is None:
        return "", ""
    for instrument in framework.known_instruments:
        if any(indicator.number == node.indicator for indicator in instrument.indicators):
            return instrument.code, f"{instrument.name} ({instrument.code})"
    return "", ""


def _measure(row: ChildRow) -> MeasureRow:
    return MeasureRow(
        *(row["issue"], row["measure"], row["steps"], row["period"], row["responsible"], row["monitoring"])
    )


def _result(row: ChildRow) -> ResultRow:
    part, whole = row["participants"], row["target"]
    return ResultRow(
        *(row["activity"], row["summary"], row["outcomes"], row["date"], row["place"], part, whole),
        percent_of(part, whole) if part is not None and whole else None,
    )
