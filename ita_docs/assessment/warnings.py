"""What an office's figures say against each other, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from ..problems import CellRef, Problem, problem
from ..records.record import Record
from .figures import YearFigures
from .model import Assessment
from .offices import Office
from .phrases import mark

TOLERANCE = Decimal("0.005")


def contradictions(office: Office, record: Record) -> Iterator[Problem]:
    """Every contradiction in the figures of an office, year by year."""
    if office.figures.years and office.assessed not in office.figures.years:
        years = ", ".join(map(str, sorted(office.figures.years)))
        at = record.cell("assessed" if record.values["assessed"] else "year")
        yield problem("scores-of-other-years", at, year=office.assessed, years=years)
    for year, found in office.assessments.items():
        yield from _of_year(year, found, office.figures.years[year], record)
    for year, past in office.figures.past.items():
        known = office.assessments.get(year)
        computed = None if known is None else known.total
        if computed is not None and past.score is not None and abs(past.score - computed) > TOLERANCE:
            what = _said(f"คะแนนรวม ปี {year}", f"The total of {year}")
            yield problem("score-mismatch", past.cell, what=what, given=mark(past.score), computed=mark(computed))


def _of_year(year: int, found: Assessment, figures: YearFigures, record: Record) -> Iterator[Problem]:
    framework = found.framework
    scores = " หรือ ".join(f"{score:f}" for score in framework.item_scores)

    def at(node: str) -> CellRef:
        return figures.cells.get(node, record.source)

    facts: dict[str, Any]
    for item in found.contradictions:
        facts = {"what": _node(item.node, year), "given": mark(item.given), "computed": mark(item.computed)}
        yield problem("score-mismatch", at(item.node), **facts)
    for indicator in found.unattainable:
        facts = {"what": _node(str(indicator), year), "given": mark(figures.indicators[indicator]), "scores": scores}
        yield problem("unattainable-score", at(str(indicator)), **facts)
    for wrong in found.unknown_items:
        yield problem("unknown-item", at(f"O{wrong}"), value=f"O{wrong}", framework=framework.name)
    if unscored := (*map(str, found.unknown_indicators), *found.unknown_instruments):
        yield problem("unscored-node", at(unscored[0]), framework=framework.name, nodes=_nodes(unscored), year=year)
    for wrong in found.impossible_items:
        facts = {"item": f"O{wrong}", "value": f"{figures.items[wrong]:f}", "scores": scores}
        yield problem("impossible-item-score", at(f"O{wrong}"), **facts)
    if found.missing_items:
        items = ", ".join(f"O{item}" for item in found.missing_items)
        yield problem("items-missing", record.source, year=year, items=items)
    if figures.level and found.band is not None and _plain(figures.level) != _plain(found.band.level):
        facts = {"what": _node("total", year), "score": mark(found.total), "computed": found.band.level}
        yield problem("level-mismatch", at("level"), given=figures.level, **facts)
    for item_number, note in figures.notes.items():
        if note.remark and found.items.get(item_number) == 100:
            remark = " ".join(note.remark)
            cell = figures.cells.get(f"O{item_number} remark", at(f"O{item_number}"))
            yield problem("remark-on-full-score", cell, item=f"O{item_number}", value=remark)


def _node(node: str, year: int) -> dict[str, str]:
    if node == "total":
        return _said(f"คะแนนรวม ปี {year}", f"The total of {year}")
    if node.isdigit():
        return _said(f"คะแนนตัวชี้วัดที่ {node} ปี {year}", f"Indicator {node} of {year}")
    return _said(f"คะแนน {node} ปี {year}", f"{node} of {year}")


def _nodes(nodes: Sequence[str]) -> dict[str, str]:
    """Indicators and instruments as a list."""
    numbers = [node for node in nodes if node.isdigit()]
    codes = [node for node in nodes if not node.isdigit()]
    thai = [f"ตัวชี้วัดที่ {', '.join(numbers)}"] if numbers else []
    english = [f"indicator {', '.join(numbers)}"] if numbers else []
    return _said(", ".join((*thai, *codes)), ", ".join((*english, *codes)))


def _said(thai: str, english: str) -> dict[str, str]:
    return {"th": thai, "en": english}


def _plain(level: str) -> str:
    return "".join(level.split()).removeprefix("ระดับ").upper()
