"""Which figure is used, what is missing, and arithmetic that holds for any scores."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.assessment.attainable import attainable_scores
from ita_docs.assessment.model import Given
from ita_docs.assessment.scoring import assess
from ita_docs.frameworks import Framework, framework_names, load_framework

from .offices import NAKHON_PHANOM, NAKHON_PHANOM_ITEMS, items, numbered

OBEC = load_framework("obec-2564")
NACC = load_framework("nacc-2566")
MOE = load_framework("moe-2566")
FRAMEWORKS = [load_framework(name) for name in framework_names()]
SCORES = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
ITEM = st.sampled_from([Decimal(0), Decimal(100)])


def marks(framework: Framework) -> st.SearchStrategy[dict[int, Decimal]]:
    return st.fixed_dictionaries({item.number: ITEM for item in framework.items})


def surveys(framework: Framework) -> st.SearchStrategy[dict[int, Decimal]]:
    return st.fixed_dictionaries({item.number: SCORES for item in framework.indicators if not item.subs})


def oracle(framework: Framework, indicators: dict[int, Decimal], scores: dict[int, Decimal]) -> Fraction:
    """The total by hand: written from the rules, without the code under test."""
    if framework.method == "by_item":
        return Fraction(sum(scores.values())) / len(scores)
    total = Fraction(0)
    for instrument in framework.instruments:
        parts = []
        for indicator in instrument.indicators:
            if indicator.subs:
                means = [Fraction(sum(scores[i.number] for i in sub.items)) / len(sub.items) for sub in indicator.subs]
                parts.append(sum(means) / len(means))
            else:
                parts.append(Fraction(indicators[indicator.number]))
        total += sum(parts) / len(parts) * Fraction(instrument.weight) / 100
    return total


@given(st.data(), st.sampled_from(FRAMEWORKS))
def test_totals_are_exact_until_they_are_rounded_once(data: st.DataObject, framework: Framework) -> None:
    indicators, scores = data.draw(surveys(framework)), data.draw(marks(framework))
    result = assess(framework, Given(indicators, scores))
    assert result.total is not None
    exact = oracle(framework, indicators, scores)
    hundredths = int(result.total * 100)
    assert hundredths == result.total * 100
    assert 2 * hundredths - 1 <= exact * 200 < 2 * hundredths + 1  # half-up: the lower end belongs to it
    assert 0 <= result.total <= 100
    assert result.source == "computed"


@given(st.data(), st.sampled_from(FRAMEWORKS))
def test_a_better_score_never_makes_the_total_worse(data: st.DataObject, framework: Framework) -> None:
    indicators, scores = data.draw(surveys(framework)), data.draw(marks(framework))
    number = data.draw(st.sampled_from(sorted(scores)))
    low, high = (assess(framework, Given(indicators, {**scores, number: Decimal(score)})) for score in (0, 100))
    assert low.total is not None
    assert high.total is not None
    assert low.total <= high.total
    order = [band.level for band in framework.bands]
    assert low.band is not None
    assert high.band is not None
    assert order.index(low.band.level) >= order.index(high.band.level)


@given(st.data(), st.sampled_from(FRAMEWORKS))
def test_what_items_give_is_attainable_and_contradicts_nothing(data: st.DataObject, framework: Framework) -> None:
    indicators, scores = data.draw(surveys(framework)), data.draw(marks(framework))
    first = assess(framework, Given(indicators, scores))
    for score in first.indicators:
        assert score.score in attainable_scores(framework, score.indicator.number)
    printed = {item.indicator.number: item.score for item in first.indicators if item.score is not None}
    points = {item.instrument.code: item.points for item in first.instruments if item.points is not None}
    again = assess(framework, Given(printed, scores, points, first.total))
    assert (again.contradictions, again.unattainable, again.total) == ((), (), first.total)
    alone = assess(framework, Given(printed, {}, points, first.total))  # computed from figures that were rounded
    assert alone.contradictions == ()


@given(st.data(), st.sampled_from(FRAMEWORKS))
def test_a_figure_that_is_off_is_caught(data: st.DataObject, framework: Framework) -> None:
    indicators, scores = data.draw(surveys(framework)), data.draw(marks(framework))
    first = assess(framework, Given(indicators, scores))
    score = data.draw(st.sampled_from([item for item in first.indicators if item.indicator.subs]))
    assert score.score is not None
    off = score.score + data.draw(st.sampled_from([Decimal("0.01"), Decimal("-0.01"), Decimal(3)]))
    number = score.indicator.number
    result = assess(framework, Given({**indicators, number: off}, scores))
    assert [(item.node, item.given, item.computed) for item in result.contradictions] == [
        (str(number), off, score.score)
    ]
    assert result.total == first.total


def test_items_come_before_a_given_indicator_and_it_before_nothing() -> None:
    given_nine = {9: Decimal("94.64")}
    assert assess(OBEC, Given(given_nine, NAKHON_PHANOM_ITEMS)).indicator(9).score == Decimal("78.62")
    partial = {number: score for number, score in NAKHON_PHANOM_ITEMS.items() if number != 33}
    result = assess(OBEC, Given(given_nine, partial))
    assert (result.indicator(9).score, result.indicator(9).source) == (Decimal("94.64"), "given")
    assert (result.indicator(10).score, result.indicator(10).source) == (Decimal("31.25"), "computed")
    assert (result.sub("9.4").score, result.sub("9.5").score) == (Decimal("75"), None)
    assert result.missing_items == (33,)
    without = assess(OBEC, Given({}, partial))
    assert (without.indicator(9).score, without.indicator(9).band, without.indicator(9).passes) == (None, None, None)
    assert without.instrument("OIT").points is None


def test_given_instruments_and_totals_stand_in_for_what_is_not_known() -> None:
    points = {"IIT": Decimal("29.86"), "EIT": Decimal("29.93")}
    mixed = assess(OBEC, Given({}, NAKHON_PHANOM_ITEMS, points))
    assert [item.source for item in mixed.instruments] == ["given", "given", "computed"]
    assert (mixed.total, mixed.source) == (Decimal("81.76"), "computed")
    alone = assess(OBEC, Given(instruments=points, total=Decimal("81.76")))
    assert (alone.total, alone.source, alone.band and alone.band.level) == (Decimal("81.76"), "given", "B")
    nothing = assess(OBEC, Given())
    assert (nothing.total, nothing.source, nothing.band, nothing.passes) == (None, None, None, None)
    assert nothing.missing_items == ()


def test_what_the_rounding_of_parts_explains_is_no_contradiction() -> None:
    """Three printed points sum to 81.77; the points they stand for, to anything from 81.755 to 81.785."""
    given = Given(instruments={"IIT": Decimal("27.26"), "EIT": Decimal("27.25"), "OIT": Decimal("27.26")})
    for total, caught in (("81.77", False), ("81.76", False), ("81.78", False), ("81.75", False), ("81.74", True)):
        result = assess(OBEC, Given(instruments=given.instruments, total=Decimal(total)))
        assert bool(result.contradictions) == caught, total


def test_figures_that_are_not_of_the_framework() -> None:
    given = Given({**NAKHON_PHANOM, 11: Decimal(5)}, {**items(43, {1}), 44: Decimal(100)}, {"EBIT": Decimal(3)})
    result = assess(OBEC, given)
    assert (result.unknown_indicators, result.unknown_items, result.unknown_instruments) == ((11,), (44,), ("EBIT",))
    assert 44 not in result.items


def test_a_score_that_no_item_can_have_counts_as_not_known() -> None:
    result = assess(OBEC, Given(items={**items(43, set()), 9: Decimal(50)}))
    assert (result.impossible_items, result.missing_items, result.indicator(9).score) == ((9,), (), None)
    assert result.indicator(10).score == 100


def test_indicators_of_a_round_by_items_count_by_their_items() -> None:
    result = assess(MOE, Given({9: Decimal("56.67"), 10: Decimal(0)}, total=Decimal("39.53")))
    assert (result.total, result.contradictions) == (Decimal("39.54"), ())


def test_a_level_in_words_needs_the_instruments() -> None:
    def level(**known: str) -> str | None:
        points = {code: Decimal(value) for code, value in known.items() if code != "total"}
        band = assess(NACC, Given(instruments=points, total=Decimal(known["total"]))).band
        return band and band.level

    assert level(total="96") is None
    assert level(total="84.99") == "ต้องปรับปรุง"
    assert level(total="92", IIT="24") == "ผ่าน"
    assert level(total="96", IIT="28.60", EIT="28.60", OIT="38.80") == "ผ่านดีเยี่ยม"
    assert level(total="94.64", IIT="29.64", EIT="25.40", OIT="39.60") == "ผ่าน"


@pytest.mark.parametrize(
    ("name", "number", "score", "there"),
    [
        ("obec-2564", 9, "78.62", True),
        ("obec-2564", 9, "76.62", False),
        ("obec-2564", 9, "94.64", True),
        ("obec-2564", 9, "63.71", True),
        ("obec-2566", 9, "63.71", False),
        ("obec-2566", 9, "56.67", False),
        ("moe-2566", 9, "56.67", True),
        ("obec-2566", 9, "90.00", True),
        ("obec-2566", 10, "87.50", True),
        ("obec-2566", 1, "99.63", True),
    ],
)
def test_scores_that_can_exist(name: str, number: int, score: str, there: bool) -> None:
    assert (Decimal(score) in attainable_scores(load_framework(name), number)) == there


def test_how_many_scores_can_exist() -> None:
    assert len(attainable_scores(OBEC, 9)) == 5469
    assert len(attainable_scores(MOE, 10)) == 14
    with pytest.raises(KeyError):
        attainable_scores(OBEC, 11)


def test_all_of_one_score() -> None:
    result = assess(OBEC, Given(numbered("100 " * 8), items(43, set())))
    assert (str(result.total), result.passes) == ("100.00", True)
