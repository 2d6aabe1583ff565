"""What an office's own texts say that its data contradict, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..frameworks import Framework, framework_for
from ..messages import severity_of
from ..problems import CellRef, Problem, Severity, problem
from ..records.record import Record
from .cards import ScoreCard
from .claimed_codes import YEAR, date_claims, name_claims, plan_years, range_claims
from .claimed_figures import Known, count_claims, figure_claims, known_of
from .claimed_scores import level_claims, trend_claims
from .offices import Cohort, Office
from .other_offices import RANKING, other_offices
from .passages import Claim, Passage, passages
from .shares import share_claims
from .tables import Standing, YearRow
from .wording import wording_claims

PLANNED = ("period", "monitoring")
"""The columns of measures that say when."""
LONGEST = 120
"""So many characters of a text a problem quotes."""


def claims(
    record: Record,
    office: Office,
    cohort: Cohort,
    card: ScoreCard | None,
    history: tuple[YearRow, ...],
    standing: Standing,
    said: set[tuple[object, ...]],
) -> Iterator[Problem]:
    """The contradictions in the texts of a record; `said` is what was told before, of texts that offices share."""
    known = known_of(office, card, history, standing, cohort)
    frames = _frames(record, office)
    for passage in passages(record):
        for claim in _of(passage, record, office, cohort, known, frames):
            yield from _once(claim, passage.cell, said)
    for row in record.values.get("results", ()):
        for claim in date_claims(row["date"], record.values["year"]):
            yield from _once(claim, row.cell("date"), said)


def _once(claim: Claim, cell: CellRef, said: set[tuple[object, ...]]) -> Iterator[Problem]:
    """The problem of a claim, unless the same was said of the same cell."""
    quote = " ".join(claim.said.split())
    key = (cell.sheet, cell.row, cell.column, cell.frame, cell.index, cell.label, claim.code, quote)
    if key not in said:
        said.add(key)
        quote = quote if len(quote) <= LONGEST else "…" + quote[-LONGEST:]
        severity: Severity = "info" if claim.unsure else severity_of(claim.code)
        yield problem(claim.code, cell, value=quote, severity=severity, **claim.facts)


def _of(
    passage: Passage, record: Record, office: Office, cohort: Cohort, known: Known | None, frames: Sequence[Framework]
) -> Iterator[Claim]:
    """What is wrong with one text."""
    text = passage.text
    yield from wording_claims(text)
    yield from share_claims(text)
    if passage.block not in RANKING:
        yield from other_offices(text, office, cohort)
    if passage.field in PLANNED:
        yield from plan_years(text, record.values["year"])
    if known is None:
        return
    yield from level_claims(text, known.framework)
    yield from trend_claims(text, known)
    yield from figure_claims(text, known, passage.table in ("measures", "results"))
    yield from count_claims(text, known)
    for line in text.splitlines():
        told = [frame for frame in frames if str(frame.year) in line] if YEAR.search(line) else []
        yield from range_claims(line, told or frames)
    yield from name_claims(text, frames)


def _frames(record: Record, office: Office) -> list[Framework]:
    """The frameworks that the texts of a report may speak of: of the year assessed, of the report's own."""
    choice = framework_for("\n".join(record.values["parents"]), record.values["year"])
    found = [office.framework, None if choice is None else choice.framework]
    return list(dict.fromkeys(frame for frame in found if frame is not None))
