"""Years, places and means."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.assessment.history import trend_of, yearly
from ita_docs.assessment.ranking import mean_of, ranks, ranks_within

from .offices import HISTORIES, REGION_11, numbered, rows

SCORES = st.dictionaries(st.integers(0, 30), st.none() | st.integers(0, 20).map(Decimal))


@pytest.mark.parametrize("name", rows(HISTORIES, 8))
def test_differences_of_nine_offices(name: str) -> None:
    *totals, printed = rows(HISTORIES, 8)[name]
    years = yearly(numbered(" ".join(totals), 2558))
    assert [item.year for item in years] == list(range(2558, 2565))
    assert f"{years[-1].difference:+}" == printed
    assert years[-1].trend == ("เพิ่มขึ้น" if printed.startswith("+") else "ลดลง")


def test_nine_years_of_one_office() -> None:
    years = yearly(numbered("79.31 89.12 82.85 75.84 76.29 77.79 88.15 98.44 97.71", 2558))
    assert years[0][1:] == (Decimal("79.31"), None, None)
    assert [f"{item.difference:+}" for item in years[1:]] == (
        ["+9.81", "-6.27", "-7.01", "+0.45", "+1.50", "+10.36", "+10.29", "-0.73"]
    )


def test_a_year_that_is_missing_is_not_jumped_over() -> None:
    years = yearly({2566: Decimal("97.7"), 2563: Decimal("80"), 2565: Decimal("97.70")})
    assert [(item.year, item.difference, item.trend) for item in years] == [
        (2563, None, None),
        (2565, None, None),
        (2566, Decimal(0), "คงที่"),
    ]
    assert [str(item.score) for item in years] == ["80.00", "97.70", "97.70"]
    assert trend_of(Decimal("-0.01")) == "ลดลง"


def test_places_and_mean_of_a_region() -> None:
    totals = {name: Decimal(row[3]) for name, row in rows(REGION_11, 5).items()}
    assert ranks(totals)["นครพนม"] == 8
    assert ranks(totals)["นครพนม 2"] == 1
    assert mean_of(totals.values()) == Decimal("90.87")


def test_equals_share_a_place() -> None:
    scores = {"ก": Decimal("90"), "ข": Decimal("95.0"), "ค": Decimal("95.00"), "ง": None, "จ": Decimal("80")}
    assert ranks(scores) == {"ข": 1, "ค": 1, "ก": 3, "จ": 4}
    assert ranks_within(scores, {"ก": 11, "จ": 11, "ข": 12, "ง": 12}) == {"ก": 1, "จ": 2, "ข": 1}
    assert mean_of(scores.values()) == Decimal("90.00")
    assert mean_of([None]) is None
    assert mean_of([Decimal("0.01"), Decimal("0.02")]) == Decimal("0.02")


@given(SCORES)
def test_a_place_is_one_more_than_those_ahead(scores: dict[int, Decimal | None]) -> None:
    known = {key: score for key, score in scores.items() if score is not None}
    assert ranks(scores) == {key: 1 + sum(other > score for other in known.values()) for key, score in known.items()}
    assert ranks_within(scores, dict.fromkeys(scores, "เดียว")) == ranks(scores)
