"""Everything that a report says of one office, for templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ..kinds.model import Derivation
from ..problems import Problem, problem
from ..records.record import ChildRow, Record
from .appendices import Appendix, appendices_of
from .cards import ScoreCard, card_of
from .claims import claims
from .complaints import Complaints, complaints_of
from .coverage import uncovered
from .figures import YearFigures
from .findings import Findings, findings
from .measures import (
    URGENT,
    InstrumentMeasures,
    MeasureColumns,
    ResultGroup,
    columns_of,
    measures_of,
    results_of,
)
from .model import Given
from .narrative import Narrative, narrative_of
from .offices import Cohort, Office
from .outline import Part, with_facts
from .parts import SCORES, lacking, parts_of, present_in
from .points import IssueRow, RemarkGroup, ZeroGroup, issues_of, remark_groups_of, zero_groups_of
from .scoring import TOTAL, assess
from .tables import Standing, YearRow, history_of, standing_of
from .warnings import contradictions

THRESHOLD = Decimal(85)
"""From which score on a point is strong, where an office sets none: the pass mark."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Who made the report: name, post, role in the committee."""

    person: Any
    position: str
    role: str


@dataclass(frozen=True, slots=True)
class EditorGroup:
    """A committee or group of those who made the report."""

    title: str
    rows: tuple[Editor, ...]
    has_roles: bool


ADDED: Mapping[str, Any] = {
    "assessed_year": int,
    "short_name": str,
    "report_title": tuple[str, ...],
    "limit": Decimal,
    "card": ScoreCard,
    "previous": ScoreCard,
    "history": tuple[YearRow, ...],
    "standing": Standing,
    "narrative": Narrative,
    "issues": tuple[IssueRow, ...],
    "zero_groups": tuple[ZeroGroup, ...],
    "remark_groups": tuple[RemarkGroup, ...],
    "measure_groups": tuple[InstrumentMeasures, ...],
    "measure_columns": MeasureColumns,
    "urgent_groups": tuple[InstrumentMeasures, ...],
    "other_groups": tuple[InstrumentMeasures, ...],
    "result_groups": tuple[ResultGroup, ...],
    "complaint_table": Complaints,
    "editor_groups": tuple[EditorGroup, ...],
    "bound_papers": tuple[Appendix, ...],
    "corrected": tuple[str, ...],
    "parts": tuple[Part, ...],
}
"""What is added to a record, by name, and of which type."""


@dataclass(slots=True)
class Told:
    """What is said once in a run: which frameworks were spoken of, what was found in texts that offices share."""

    frameworks: set[tuple[str, int]] = field(default_factory=set)
    claims: set[tuple[object, ...]] = field(default_factory=set)


def derived(record: Record, cohort: Cohort, told: Told) -> tuple[dict[str, Any], list[Problem]]:
    """What is added to an office's record, and what is to be said of its data."""
    values = record.values
    asked = record.kind.derivation or Derivation("")
    office = cohort.offices[record.ref]
    problems: list[Problem] = []
    if any(child.name in SCORES for child in record.kind.children):
        problems += [*_about_framework(office, record, told), *office.problems, *contradictions(office, record)]
    year = office.assessed
    score = office.score
    if score is None and office.framework is not None and "frame" in asked.needs:
        score = assess(office.framework, Given())  # a form to fill in
    limit = values["threshold"] if values["threshold"] is not None else THRESHOLD
    notes = office.figures.years.get(year, YearFigures()).notes
    before = office.assessments.get(year - 1)
    card = None if score is None else card_of(year, score, notes, before)
    found = None if score is None else findings(score, limit)
    history, standing = history_of(office), standing_of(office, cohort)
    measure_rows, result_rows = values.get("measures", ()), values.get("results", ())
    measures, said = measures_of(measure_rows, office.framework)
    problems += said
    results, said = results_of(result_rows, office.framework)
    problems += said
    complaints, said = complaints_of(values.get("complaints", ()))
    problems += said
    if [child.name for child in record.kind.children] == ["complaints"] and not complaints.rows:
        problems.append(problem("no-complaint-rows", record.source, office=values["name"]))
    if score is not None and found is not None:
        problems += uncovered(found, measures, results, record, score.framework, bool(measure_rows), bool(result_rows))
    problems += claims(record, office, cohort, card, history, standing, told.claims)
    facts: dict[str, object] = {"year": values["year"], "assessed": year, "name": values["name"]}
    moved = {group.node: group.urgency for one in measures for group in one.groups if group.urgency}
    urgent = _urgent_codes(found, measures)
    added: dict[str, Any] = {
        "assessed_year": year,
        "short_name": values["short"] or values["name"],
        "report_title": (asked.main and values["title"]) or tuple(with_facts(line, facts) for line in asked.title),
        "limit": limit,
        "card": card,
        "previous": None if before is None else card_of(year - 1, before, {}),
        "history": history,
        "standing": standing,
        "narrative": narrative_of(values["name"], values["year"], card, found, history, standing, limit),
        "issues": () if card is None or found is None else issues_of(card, found, moved),
        "zero_groups": () if card is None else zero_groups_of(card),
        "remark_groups": () if card is None else remark_groups_of(card),
        "measure_groups": measures,
        "measure_columns": columns_of(measure_rows),
        "urgent_groups": _only(measures, urgent, True),
        "other_groups": _only(measures, urgent, False),
        "result_groups": results,
        "complaint_table": complaints,
        "editor_groups": _editors(values.get("editors", ())),
        "bound_papers": appendices_of(values.get("appendices", ()), record.ref),
        "corrected": _corrected(office),
    }
    present = present_in(added, values)
    made = parts_of(record, asked, present, facts)
    added["parts"] = made.parts
    if not any(item.severity == "error" for item in problems):
        problems += lacking(record, asked, made, present, year)
    return added, problems


def _about_framework(office: Office, record: Record, told: Told) -> Iterator[Problem]:
    """What is to be said of an office's framework, once for all offices that share it."""
    framework, year = office.framework, office.assessed
    if framework is None or (framework.name, year) in told.frameworks:
        return
    told.frameworks.add((framework.name, year))
    at = record.cell("framework_name")
    if office.stands_in:
        yield problem("framework-stands-in", at, year=year, framework=framework.name)
    for doubt in framework.doubts:
        yield problem("framework-unverified", at, framework=framework.name, reason=doubt)


def _urgent_codes(found: Findings | None, measures: Sequence[InstrumentMeasures]) -> frozenset[str]:
    """The nodes of which anything is urgent, items and their indicators, unless a measure says otherwise of its own."""
    points = () if found is None else found.urgent
    urgent = {code for point in points for code in (point.node, str(point.indicator))}
    for group in (group for instrument in measures for group in instrument.groups):
        if group.urgency:
            urgent = urgent | {group.node} if group.urgency == URGENT else urgent - {group.node}
    return frozenset(urgent)


def _only(
    measures: Sequence[InstrumentMeasures], urgent: frozenset[str], wanted: bool
) -> tuple[InstrumentMeasures, ...]:
    """The measures that are for something urgent, or the others."""
    made = []
    for instrument in measures:
        pairs = ((group, group.node in urgent or group.node.split(".")[0] in urgent) for group in instrument.groups)
        groups = tuple(group for group, is_urgent in pairs if is_urgent is wanted)
        if groups:
            made.append(InstrumentMeasures(instrument.code, instrument.title, groups))
    return tuple(made)


def _editors(rows: Sequence[ChildRow]) -> tuple[EditorGroup, ...]:
    groups: dict[str, list[Editor]] = {}
    for row in rows:
        groups.setdefault(row["group"], []).append(Editor(row["person"], row["position"], row["role"]))
    return tuple(EditorGroup(title, tuple(people), any(one.role for one in people)) for title, people in groups.items())


def _corrected(office: Office) -> tuple[str, ...]:
    """What the document says of given scores of the year assessed that gave way to those computed from their parts."""
    found = office.score
    return tuple(_recomputed(item.node) for item in (() if found is None else found.contradictions))


def _recomputed(node: str) -> str:
    if node.isdigit():
        return f"คะแนนตัวชี้วัดที่ {node} คำนวณจากคะแนนรายข้อ"
    return f"{'คะแนนรวม' if node == TOTAL else f'คะแนน {node} '}คำนวณจากคะแนนรายตัวชี้วัด"
