"""Scores of published reports, computed again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_docs.assessment.model import Contradiction, Given
from ita_docs.assessment.scoring import assess
from ita_docs.frameworks import load_framework

from .offices import (
    AREAS_2564,
    NAKHON_PHANOM,
    NAKHON_PHANOM_ITEMS,
    NARATHIWAT,
    NARATHIWAT_ITEMS,
    REGION_11,
    ROI_ET_ITEMS,
    numbered,
    rows,
)

OBEC_2564 = load_framework("obec-2564")
OBEC_2566 = load_framework("obec-2566")
MOE_2566 = load_framework("moe-2566")


def test_43_items_of_2564() -> None:
    result = assess(OBEC_2564, Given(NAKHON_PHANOM, NAKHON_PHANOM_ITEMS))
    subs = {item.sub.code: str(item.score) for item in result.subs}
    assert subs == dict(
        zip(
            ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"),
            ("66.67", "100.00", "71.43", "75.00", "80.00", "62.50", "0.00"),
            strict=True,
        )
    )
    assert [str(result.indicator(number).score) for number in (9, 10)] == ["78.62", "31.25"]
    assert [str(item.points) for item in result.instruments] == ["29.86", "29.93", "21.97"]
    assert [str(item.percent) for item in result.instruments] == ["99.52", "99.77", "54.93"]
    assert str(result.total) == "81.76"
    assert result.band is not None
    assert (result.band.level, result.passes, result.source) == ("B", False, "computed")
    nine = result.indicator(9)
    assert nine.band is not None
    assert (nine.band.level, nine.source, nine.passes) == ("B", "computed", False)
    assert not result.contradictions


def test_items_of_2566() -> None:
    result = assess(OBEC_2566, Given(NARATHIWAT, NARATHIWAT_ITEMS))
    assert (result.sub("9.5").score, result.sub("10.1").score) == (Decimal("75"), Decimal("87.5"))
    assert [str(result.indicator(number).score) for number in (9, 10)] == ["95.00", "93.75"]
    assert [str(item.points) for item in result.instruments] == ["30.00", "29.96", "37.75"]
    assert (str(result.total), result.band and result.band.english) == ("97.71", "Excellence")
    levels = [item.band and item.band.level for item in result.indicators]
    assert levels == ["AA"] * 9 + ["A"]


def test_the_ministry_s_round_of_2566() -> None:
    result = assess(MOE_2566, Given(items=ROI_ET_ITEMS))
    assert [str(item.score) for item in result.indicators] == ["56.67", "0.00"]
    assert (str(result.total), str(result.instrument("OIT").percent)) == ("39.53", "39.53")
    assert result.band is not None
    assert result.band.level == "F"


def test_the_same_items_under_the_other_method() -> None:
    result = assess(OBEC_2566, Given(items=ROI_ET_ITEMS))
    assert [str(result.indicator(number).score) for number in (9, 10)] == ["45.00", "0.00"]
    assert (str(result.instrument("OIT").points), str(result.instrument("OIT").percent)) == ("9.00", "22.50")
    assert (result.total, result.band, result.source, result.passes) == (None, None, None, None)


@pytest.mark.parametrize("name", rows(AREAS_2564, 11))
def test_totals_of_ten_indicators(name: str) -> None:
    *indicators, total = rows(AREAS_2564, 11)[name]
    result = assess(OBEC_2564, Given(numbered(" ".join(indicators)), total=Decimal(total)))
    assert str(result.total) == total
    assert not result.contradictions
    assert not result.unattainable


@pytest.mark.parametrize("name", rows(REGION_11, 5))
def test_totals_of_three_instruments(name: str) -> None:
    *points, total, level = rows(REGION_11, 5)[name]
    result = assess(OBEC_2564, Given(instruments=dict(zip(("IIT", "EIT", "OIT"), map(Decimal, points), strict=True))))
    assert str(result.total) == total
    assert result.band is not None
    assert (result.band.level, result.source) == (level, "computed")


def test_an_office_in_both_tables_agrees_with_itself() -> None:
    *indicators, total = rows(AREAS_2564, 11)["นครพนม"]
    *points, again, _ = rows(REGION_11, 5)["นครพนม"]
    instruments = dict(zip(("IIT", "EIT", "OIT"), map(Decimal, points), strict=True))
    given = Given(numbered(" ".join(indicators)), NAKHON_PHANOM_ITEMS, instruments, Decimal(total))
    assert again == total
    assert not assess(OBEC_2564, given).contradictions


def test_figures_pasted_from_elsewhere_are_caught() -> None:
    """What one report prints beside its true figures: last year's points, and another office's indicators."""
    points = {"IIT": Decimal("29.19"), "EIT": Decimal("28.98"), "OIT": Decimal("27.13")}
    given = Given(
        {**NAKHON_PHANOM, 9: Decimal("94.64"), 10: Decimal("50")}, NAKHON_PHANOM_ITEMS, points, Decimal("85.30")
    )
    result = assess(OBEC_2564, given)
    assert [(item.node, str(item.given), str(item.computed)) for item in result.contradictions] == [
        ("9", "94.64", "78.62"),
        ("10", "50", "31.25"),
        ("IIT", "29.19", "29.86"),
        ("EIT", "28.98", "29.93"),
        ("OIT", "27.13", "21.97"),
        ("total", "85.30", "81.76"),
    ]
    assert str(result.total) == "81.76"


def test_a_slip_of_the_pen_is_no_score_at_all() -> None:
    result = assess(OBEC_2564, Given({**NAKHON_PHANOM, 9: Decimal("76.62"), 10: Decimal("31.25")}))
    assert result.unattainable == (9,)
    assert result.indicator(9).source == "given"


def test_points_before_weighting_are_caught() -> None:
    """One report calls 100 the weighted points of the first instrument."""
    result = assess(OBEC_2566, Given(NARATHIWAT, NARATHIWAT_ITEMS, {"IIT": Decimal(100)}, Decimal("97.71")))
    assert result.contradictions == (Contradiction("IIT", Decimal(100), Decimal("30.00")),)
