"""The offices of a workbook: each one's assessments through the years, and its places among the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ..frameworks import Framework, framework_for, framework_names, load_framework
from ..frameworks.loading import so_named
from ..problems import Problem, problem
from ..records.record import Record
from ..thai.near import nearest
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
    """The offices of a workbook that one body assesses, by reference, and their places in a year."""

    offices: dict[str, Office] = field(default_factory=dict)
    _places: dict[int, dict[str, int]] = field(default_factory=dict)
    _regional: dict[int, dict[str, int]] = field(default_factory=dict)
    _published: dict[int, dict[str, int]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def totals(self, year: int) -> dict[str, Decimal]:
        """The totals of all offices that have one in that year."""
        return {ref: office.totals[year] for ref, office in self.offices.items() if year in office.totals}

    def places(self, year: int) -> Mapping[str, int]:
        """Each office's place among all of the workbook in that year."""
        if year not in self._places:
            self._places[year] = ranks(self.totals(year))
        return self._places[year]

    def published(self, year: int) -> Mapping[str, int]:
        """The published places of that year, of the offices that have one."""
        if year not in self._published:
            past = ((ref, office.figures.past.get(year)) for ref, office in self.offices.items())
            self._published[year] = {ref: told.rank for ref, told in past if told is not None and told.rank is not None}
        return self._published[year]

    def places_before(self, year: int) -> Mapping[str, int]:
        """Each office's place in the year before; none where not the same offices have totals in both years."""
        same = self.totals(year).keys() <= self.totals(year - 1).keys()
        return self.places(year - 1) if same else {}

    def names(self) -> Mapping[str, str]:
        """The names of the offices, full and short, and the reference of each."""
        if not self._names:
            self._names = {name: ref for ref, office in self.offices.items() for name in (office.name, office.short)}
        return self._names

    def years(self, last: int) -> tuple[int, ...]:
        """The years up to `last` in which any office has a total."""
        return tuple(sorted({year for office in self.offices.values() for year in office.totals if year <= last}))

    def places_in_region(self, year: int) -> Mapping[str, int]:
        """Each office's place in its inspection region in that year."""
        if year not in self._regional:
            regions = {ref: office.region for ref, office in self.offices.items() if office.region}
            self._regional[year] = ranks_within(self.totals(year), regions)
        return self._regional[year]

    def place_in_region_before(self, office: Office, year: int) -> int | None:
        """An office's place in its region in the year before; None where not the same offices have totals then."""
        if any(year - 1 not in other.totals for other in self.region(office.region, year)):
            return None
        return self.places_in_region(year - 1).get(office.ref)

    def region(self, name: str, year: int) -> list[Office]:
        """The offices of an inspection region that have a total in that year, in the order of the sheet."""
        return [office for office in self.offices.values() if name and office.region == name and year in office.totals]

    def mean(self, offices: Iterable[Office], year: int) -> Decimal | None:
        """The mean of the totals of some offices."""
        return mean_of(office.totals.get(year) for office in offices)


def office_of(record: Record, own: Sequence[Framework] = ()) -> Office:
    """What the record of an office says of it; `own` are the frameworks that the user brings.

    Given totals of earlier years stand beside computed ones; where both are there the computed one is used.
    """
    values = record.values
    assessed = values["assessed"] or values["year"] - 1
    figures = figures_of(record, assessed)
    chosen, stands_in, problems = _framework(record, assessed, own)
    if not figures.years:
        problems = tuple(item for item in problems if not values["framework_name"])  # nothing is scored by it
    assessments: dict[int, Assessment] = {}
    totals = {year: past.score for year, past in figures.past.items() if past.score is not None}
    for year, told in sorted(figures.years.items()):
        known = chosen if year == assessed else _framework(record, year, own)[0]
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


def _framework(
    record: Record, year: int, own: Sequence[Framework]
) -> tuple[Framework | None, bool, tuple[Problem, ...]]:
    """The framework of a record's year, whether it is another year's, and why there is none."""
    values = record.values
    at, known = record.cell("framework_name"), ", ".join((*(item.name for item in own), *framework_names()))
    named: str = values["framework_name"]
    if named and year == (values["assessed"] or values["year"] - 1):
        if found := next((item for item in own if item.name == named), None):
            return found, False, ()
        if named in framework_names():
            return load_framework(named), False, ()
        near = nearest(named, framework_names())
        return None, False, (problem("unknown-framework", at, of=so_named(named), known=known, near=near),)
    if found := next((item for item in own if item.year == year), None):
        return found, False, ()
    choice = framework_for("\n".join(values["parents"]), year)
    if choice is None:
        whose = f"“{values['name']}”"
        of = {"th": f"ของ {whose} ปี {year}", "en": f" of {whose} in {year}"}
        return None, False, (problem("unknown-framework", at, of=of, known=known),)
    return choice.framework, not choice.exact, ()
