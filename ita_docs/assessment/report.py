"""Everything that a report says of one office, for templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ..kinds.model import Derivation, Kind
from ..problems import Problem, problem
from ..records.record import ChildRow, Record
from ..thai.text import heading_key
from .appendices import Appendix, appendices_of
from .blocks import block_named
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
from .narrative import Narrative, narrative_of
from .offices import Cohort, Office
from .outline import Arranged, Part, arranged, asked_of, with_facts
from .points import IssueRow, RemarkGroup, ZeroGroup, issues_of, remark_groups_of, zero_groups_of
from .tables import Standing, YearRow, history_of, standing_of
from .warnings import contradictions

SCORES = ("indicator_scores", "item_scores", "past_scores")
"""The tables of scores, on which other offices' reports depend too."""
THRESHOLD = Decimal(85)
"""From which score on a point is strong, where an office sets none: the pass mark."""
PER_PAGE = 4
NEEDED: Mapping[str, tuple[str, ...]] = {
    "score_card": ("indicator_scores", "item_scores"),
    "items": ("item_scores",),
    "checklist": ("item_scores",),
    "measures": ("measures",),
    "results": ("results",),
    "complaints": ("complaints",),
}
"""What a kind may need: a block, and the tables that it stands on."""


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
    score = office.score
    year = office.assessed
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
    present = _present(added, values)
    made = _parts(record, asked, present, facts)
    added["parts"] = made.parts
    if not any(item.severity == "error" for item in problems):
        problems += _about_parts(made, record)
        shown = present | {part.kind for part in made.parts}
        problems += _lacking(record, asked, shown, year)
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
    """The indicators of the year assessed whose given score gave way to the one computed from their items."""
    found = office.score
    nodes = () if found is None else (item.node for item in found.contradictions)
    return tuple(node for node in nodes if node.isdigit())


def _present(added: Mapping[str, Any], values: Mapping[str, Any]) -> set[str]:
    """The blocks that have something generated to show."""
    card, standing, narrative = added["card"], added["standing"], added["narrative"]
    indicators = card is not None and any(row.score is not None for row in card.indicators)
    items = card is not None and any(item.score is not None for item in card.items)
    shown = {
        "frame": card is not None,
        "respondents": values["iit_respondents"] is not None or values["eit_respondents"] is not None,
        "overview": bool(narrative.overview),
        "score_card": indicators,
        "instruments": bool(narrative.instruments),
        "history": len(added["history"]) > 1,
        "ranking": bool(narrative.ranking),
        "region": standing.region_offices > 1,
        "offices": len(standing.scored_rows) > 1,
        "trends": len(standing.trend_rows) > 1,
        "indicators": indicators,
        "levels": card is not None,
        "items": items,
        "strengths": bool(narrative.by_instrument),
        "findings": bool(added["issues"]),
        "measures": bool(added["measure_groups"]),
        "plan": bool(added["measure_groups"]),
        "results": bool(added["result_groups"]),
        "checklist": card is not None and card.counted > 0,
        "complaints": bool(added["complaint_table"].rows),
        "editors": bool(added["editor_groups"]),
        "appendices": bool(added["bound_papers"]),
        "back_cover": bool(values["address"] or values["phone"] or values["website"]),
    }
    tables = ("history", "ranking", "region", "indicators", "items", "measures", "results", "complaints", "checklist")
    shown["tables"] = any(shown[name] for name in tables)
    shown["figures"] = indicators or shown["history"] or bool(values.get("photos"))
    always = {"cover", "title_page", "foreword", "contents"}
    return always | {name for name, there in shown.items() if there}


def _parts(record: Record, asked: Derivation, present: set[str], facts: Mapping[str, object]) -> Arranged:
    values = record.values
    rows = [row for row in values.get("outline", ()) if _is_for(row["document"], record.kind)]
    wanted = asked_of(rows, asked.outline, facts)
    per_page = int(values["photos_per_page"] or PER_PAGE)
    return arranged(wanted, present, values.get("texts", ()), values.get("photos", ()), per_page)


def _is_for(document: str, kind: Kind) -> bool:
    """Whether a row of the outline is for documents of a kind: it names the kind, or none, and then the main one."""
    if not document:
        return kind.derivation is not None and kind.derivation.main
    return heading_key(document) in map(heading_key, (kind.name, kind.title))


def _lacking(record: Record, asked: Derivation, shown: set[str], assessed: int) -> Iterator[Problem]:
    """What the kind needs and the office has nothing of, neither figures nor a text of its own."""
    for need in asked.needs:
        block = block_named(need)
        if block is not None and need not in shown:
            tables = NEEDED.get(need, ())
            sheets = " หรือ ".join(f"“{child.sheet}”" for child in record.kind.children if child.name in tables)
            year = assessed if set(tables) <= set(SCORES) else record.values["year"]
            yield problem("nothing-to-show", record.source, items=block.title, year=year, sheets=sheets)


def _about_parts(made: Arranged, record: Record) -> Iterator[Problem]:
    if made.empty:
        yield problem("part-left-out", record.source, items=", ".join(made.empty))
    if made.added:
        yield problem("part-added", record.source, items=", ".join(made.added))
