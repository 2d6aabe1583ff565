"""Tables over several years or offices: an office's own history, and its place among the others."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .history import yearly
from .offices import Cohort, Office

AROUND = 6
"""How many offices a table of ranks shows above and below one's own."""
UP, DOWN, SAME = "↑", "↓", "–"


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year of an office: its total, the difference to the year before and its word, its published place.

    `offices` and `mean` are how many were assessed nationwide, and their mean. `label` is what charts call it.
    """

    year: int
    label: str
    total: Decimal
    level: str
    difference: Decimal | None
    trend: str
    rank: int | None
    offices: int | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office in a table of several: `place` among all, `arrow` where it went since the year before.

    points: of the instruments, in their order. scores: of the indicators. totals: of the years of `Standing.years`.
    """

    place: int | None
    before: int | None
    arrow: str
    name: str
    short: str
    region: str
    points: tuple[Decimal | None, ...]
    scores: tuple[Decimal | None, ...]
    total: Decimal | None
    level: str
    totals: tuple[Decimal | None, ...]
    difference: Decimal | None
    own: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """An office among the others of its workbook.

    `place` of `offices`, `before` in the year before; the same within its region. `published`: whether the places among
    all are those that were published. `around`: the offices near it, by place; `region_rows`: those of its inspection
    region in the sheet's order; `trend_rows`: those of them with several years. `instruments`: the codes over `points`.
    """

    place: int | None
    before: int | None
    offices: int | None
    published: bool
    region: str
    region_place: int | None
    region_before: int | None
    region_offices: int
    region_mean: Decimal | None
    years: tuple[int, ...]
    instruments: tuple[str, ...]
    around: tuple[OfficeRow, ...]
    region_rows: tuple[OfficeRow, ...]
    trend_rows: tuple[OfficeRow, ...]


def history_of(office: Office) -> tuple[YearRow, ...]:
    """The years of an office up to the one assessed, oldest first."""
    made = []
    for row in yearly({year: total for year, total in office.totals.items() if year <= office.assessed}):
        past = office.figures.past.get(row.year)
        band = None if office.framework is None else office.framework.band_of(row.score)
        made.append(
            YearRow(
                year=row.year,
                label=str(row.year),
                total=row.score,
                level="" if band is None or row.year not in office.assessments else band.level,
                difference=row.difference,
                trend=row.trend or "",
                rank=None if past is None else past.rank,
                offices=None if past is None else past.offices,
                mean=None if past is None else past.mean,
            )
        )
    return tuple(made)


def standing_of(office: Office, cohort: Cohort) -> Standing:
    """Where an office stands in the year assessed, and the tables that show it."""
    year = office.assessed
    past, earlier = office.figures.past.get(year), office.figures.past.get(year - 1)
    region = cohort.region(office.region, year)
    ranked = cohort.ranked(year)
    years = cohort.years(year)
    at = next((n for n, other in enumerate(ranked) if other.ref == office.ref), 0)
    around = ranked[max(0, at - AROUND) : at + AROUND + 1]
    trend_rows = (_row(other, office, cohort, years) for other in region or around)
    published = past is not None and past.rank is not None
    return Standing(
        place=past.rank if past is not None and past.rank is not None else cohort.places(year).get(office.ref),
        before=(None if earlier is None else earlier.rank) if published else cohort.places(year - 1).get(office.ref),
        offices=(None if past is None else past.offices) if published else len(ranked),
        published=published,
        region=office.region,
        region_place=cohort.places_in_region(year).get(office.ref),
        region_before=cohort.places_in_region(year - 1).get(office.ref),
        region_offices=len(region),
        region_mean=cohort.mean(region, year),
        years=years,
        instruments=_codes(office),
        around=tuple(_row(other, office, cohort, years) for other in around),
        region_rows=tuple(_row(other, office, cohort, years) for other in region),
        trend_rows=tuple(row for row in trend_rows if sum(total is not None for total in row.totals) > 1),
    )


def _codes(office: Office) -> tuple[str, ...]:
    return () if office.framework is None else tuple(item.code for item in office.framework.instruments)


def _row(other: Office, own: Office, cohort: Cohort, years: tuple[int, ...]) -> OfficeRow:
    year = own.assessed
    found = other.assessments.get(year)
    place, before = cohort.places(year).get(other.ref), cohort.places(year - 1).get(other.ref)
    total, last = other.totals.get(year), other.totals.get(year - 1)
    band = None if total is None or own.framework is None else own.framework.band_of(total)
    return OfficeRow(
        place=place,
        before=before,
        arrow="" if place is None or before is None else SAME if place == before else UP if place < before else DOWN,
        name=other.name,
        short=other.short,
        region=other.region,
        points=() if found is None else tuple(item.points for item in found.instruments),
        scores=() if found is None else tuple(item.score for item in found.indicators),
        total=total,
        level="" if band is None else band.level,
        totals=tuple(other.totals.get(one) for one in years),
        difference=None if total is None or last is None else total - last,
        own=other.ref == own.ref,
    )
