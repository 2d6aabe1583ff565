"""Tables over several years or offices: an office's own history, and its place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .history import yearly
from .offices import Cohort, Office

AROUND = 6
"""How many offices a table of ranks shows above and below one's own."""
BESIDE = 9
"""How many offices a table of indicators shows on either side."""
UP, DOWN, SAME = "ดีขึ้น", "ลดลง", "คงที่"


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
    """An office in a table of several: `place` among all, `moved` where it went since the year before, in a word.

    points: of the instruments, in their order. scores: of the indicators. totals: of the years of `Standing.years`.
    """

    place: int | None
    before: int | None
    moved: str
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

    `place` of `offices`, `before` in the year before; the same within its region; `mean`, of the region and of all.
    `published`: whether the places among all are those that were published. `around`: the offices near it, by place;
    `region_rows`: those of its inspection region, `scored_rows`: those with scores of indicators, `trend_rows`: those
    with several years, in the sheet's order. `instruments`: the codes over `points`.
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
    mean: Decimal | None
    years: tuple[int, ...]
    instruments: tuple[str, ...]
    around: tuple[OfficeRow, ...]
    region_rows: tuple[OfficeRow, ...]
    scored_rows: tuple[OfficeRow, ...]
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
    """Where an office stands in the year assessed, and the tables that show it.

    Where its place was published, that is shown, among the offices whose place was published too.
    """
    year = office.assessed
    past = office.figures.past.get(year)
    published = office.ref in cohort.published(year)
    places = cohort.published(year) if published else cohort.places(year)
    before = cohort.published(year - 1) if published else cohort.places_before(year)
    everyone = list(cohort.offices.values())
    region = cohort.region(office.region, year)
    years = cohort.years(year)

    def rows(offices: Iterable[Office]) -> tuple[OfficeRow, ...]:
        return tuple(_row(other, office, places, before, years) for other in offices)

    ranked = sorted((cohort.offices[ref] for ref in places), key=lambda other: places[other.ref])
    scored = [other for other in everyone if _scored(other, year)]
    own_region = [other for other in scored if other.region == office.region]
    followed = [other for other in everyone if sum(past_year <= year for past_year in other.totals) > 1]
    return Standing(
        place=places.get(office.ref),
        before=before.get(office.ref),
        offices=(None if past is None else past.offices) if published else len(places),
        published=published,
        region=office.region,
        region_place=cohort.places_in_region(year).get(office.ref),
        region_before=cohort.place_in_region_before(office, year),
        region_offices=len(region),
        region_mean=cohort.mean(region, year),
        mean=None if published else cohort.mean(everyone, year),
        years=years,
        instruments=_codes(office),
        around=rows(_near(ranked, office, AROUND)),
        region_rows=rows(region),
        scored_rows=rows(own_region if len(own_region) == len(region) > 1 else _near(scored, office, BESIDE)),
        trend_rows=rows(_near(followed, office, AROUND)),
    )


def _near(offices: Sequence[Office], own: Office, most: int) -> Sequence[Office]:
    """The offices next to one's own, so many at either side; none where it is not among them."""
    at = next((n for n, other in enumerate(offices) if other.ref == own.ref), None)
    return () if at is None else offices[max(0, at - most) : at + most + 1]


def _scored(office: Office, year: int) -> bool:
    found = office.assessments.get(year)
    return found is not None and any(item.score is not None for item in found.indicators)


def _codes(office: Office) -> tuple[str, ...]:
    return () if office.framework is None else tuple(item.code for item in office.framework.instruments)


def _row(
    other: Office, own: Office, places: Mapping[str, int], earlier: Mapping[str, int], years: tuple[int, ...]
) -> OfficeRow:
    year = own.assessed
    found = other.assessments.get(year)
    place, before = places.get(other.ref), earlier.get(other.ref)
    total, last = other.totals.get(year), other.totals.get(year - 1)
    band = None if total is None or own.framework is None else own.framework.band_of(total)
    return OfficeRow(
        place=place,
        before=before,
        moved="" if place is None or before is None else SAME if place == before else UP if place < before else DOWN,
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
