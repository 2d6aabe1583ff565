"""The offices of a workbook: each one's assessments through the years, and its places among the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ..frameworks import Framework, framework_for, framework_names, load_framework
from ..problems import FrameworkError, Problem, problem
from ..records.record import Record
from .figures import Figures, figures_of
from .model import Assessment
from .ranking import mean_of, ranks, ranks_within
from .scoring import assess


@dataclass(frozen=True, slots=True)
class Office:
    """An office: who it is, the year whose assessment is reported, what follows from its figures in each year.

    `totals` are of all years, computed or published. `framework` is that of the year assessed, None where it is not
    known; `stands_in` whether it is another year's.
    """

    ref: str
    name: str
    short: str
    region: str
    assessed: int
    framework: Framework | None
    stands_in: bool
    figures: Figures
    assessments: Mapping[int, Assessment]
    totals: Mapping[int, Decimal]
    problems: tuple[Problem, ...] = ()

    @property
    def score(self) -> Assessment | None:
        """Its assessment in the year reported."""
        return self.assessments.get(self.assessed)


@dataclass(slots=True)
class Cohort:
    """All offices of a workbook, by reference, and their places in a year."""

    offices: dict[str, Office] = field(default_factory=dict)
    _places: dict[int, dict[str, int]] = field(default_factory=dict)
    _regional: dict[int, dict[str, int]] = field(default_factory=dict)

    def totals(self, year: int) -> dict[str, Decimal]:
        """The totals of all offices that have one in that year."""
        return {ref: office.totals[year] for ref, office in self.offices.items() if year in office.totals}

    def places(self, year: int) -> Mapping[str, int]:
        """Each office's place among all in that year."""
        if year not in self._places:
            self._places[year] = ranks(self.totals(year))
        return self._places[year]

    def places_in_region(self, year: int) -> Mapping[str, int]:
        """Each office's place in its inspection region in that year."""
        if year not in self._regional:
            regions = {ref: office.region for ref, office in self.offices.items() if office.region}
            self._regional[year] = ranks_within(self.totals(year), regions)
        return self._regional[year]

    def region(self, name: str, year: int) -> list[Office]:
        """The offices of an inspection region that have a total in that year, in the order of the sheet."""
        return [office for office in self.offices.values() if name and office.region == name and year in office.totals]

    def mean(self, offices: Iterable[Office], year: int) -> Decimal | None:
        """The mean of the totals of some offices."""
        return mean_of(office.totals.get(year) for office in offices)


def office_of(record: Record, framework: Framework | None) -> Office:
    """What the record of an office says of it; `framework` is the one that the run uses for all, None for each its own.

    Given totals of earlier years stand beside computed ones; where both are there the computed one is used.
    """
    values = record.values
    assessed = values["assessed"] or values["year"] - 1
    figures = figures_of(record, assessed)
    chosen, stands_in, problems = _framework(record, assessed, framework)
    assessments: dict[int, Assessment] = {}
    totals = {year: past.score for year, past in figures.past.items() if past.score is not None}
    for year, told in sorted(figures.years.items()):
        known = chosen if year == assessed else _framework(record, year, None)[0]
        if known is None:
            if told.total is not None:
                totals[year] = told.total
            continue
        found = assessments[year] = assess(known, told.given)
        if found.total is not None:
            totals[year] = found.total
    return Office(
        ref=record.ref,
        name=values["name"],
        short=values["short"] or values["name"],
        region=_region(values["region"]),
        assessed=assessed,
        framework=chosen,
        stands_in=stands_in,
        figures=figures,
        assessments=assessments,
        totals=totals,
        problems=(*problems, *figures.problems),
    )


def _region(text: str) -> str:
    return text.removeprefix("เขตตรวจราชการ").removeprefix("ที่").strip()


def _framework(record: Record, year: int, given: Framework | None) -> tuple[Framework | None, bool, list[Problem]]:
    """The framework of a record's year, whether it is another year's, and what is to be said of it."""
    if given is not None:
        return given, False, []
    values = record.values
    named: str = values["framework_name"]
    if named and year == (values["assessed"] or values["year"] - 1):
        try:
            return load_framework(named), False, []
        except FrameworkError as error:
            known = ", ".join(framework_names())
            code = error.problems[0].code
            return None, False, [problem(code, record.cell("framework_name"), framework=named, known=known)]
    choice = framework_for("\n".join(values["parents"]), year)
    if choice is None:
        known = ", ".join(framework_names())
        at = record.cell("framework_name")
        return None, False, [problem("no-framework", at, office=values["name"], year=year, known=known)]
    return choice.framework, not choice.exact, []
