"""The scores of an office: each node computed from its parts where they are known, else as given.

by_sub_indicator: a sub-indicator is the mean of its items, an indicator of its sub-indicators; an instrument's points
are the mean of its indicators times its weight over 100, the total is their sum. by_item: an indicator is the mean of
its items, the total that of all items. Nothing is rounded before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from ..frameworks import Band, Framework, Indicator, Instrument, Item
from .attainable import attainable_scores
from .exact import Exact, as_printed, half_up, mean, weighted
from .model import Assessment, Contradiction, Given, IndicatorScore, InstrumentScore, Source, SubScore

TOTAL = "total"


class _Node(NamedTuple):
    """What is known of a node: its score in use and where that is from, what its parts give, and what was printed."""

    exact: Exact | None
    source: Source | None
    computed: Exact | None
    printed: Decimal | None


def assess(framework: Framework, given: Given) -> Assessment:
    """What follows from the figures of one office and year.

    An indicator whose items are all known is computed, else the given score is used; likewise an instrument from its
    indicators, and the total from the instruments. A given figure contradicts a computed one where they differ by more
    than 0.005, and by more than the rounding of printed parts explains.
    """
    items = {number: score for number, score in given.items.items() if score in framework.item_scores}
    subs = {sub.code: _of_items(sub.items, items) for sub in framework.subs}
    indicators = {
        indicator.number: _node(_of_subs(framework, indicator, subs, items), given.indicators.get(indicator.number))
        for indicator in framework.indicators
    }
    instruments = {
        instrument.code: _node(_points(framework, instrument, indicators), given.instruments.get(instrument.code))
        for instrument in framework.instruments
    }
    parts = _all_known(node.exact for node in instruments.values())
    total = _node(None if parts is None else weighted(parts, [1] * len(parts)), given.total)
    instrument_scores = tuple(
        _instrument_score(framework, item, instruments[item.code]) for item in framework.instruments
    )
    numbers = {item.number for item in framework.items}
    some = not numbers.isdisjoint(given.items)
    nodes = {**{str(number): node for number, node in indicators.items()}, **instruments, TOTAL: total}
    return Assessment(
        framework=framework,
        given=given,
        total=_rounded(total.exact),
        band=_total_band(framework, _rounded(total.exact), instrument_scores),
        source=total.source,
        instruments=instrument_scores,
        indicators=tuple(_indicator_score(framework, item, indicators[item.number]) for item in framework.indicators),
        subs=tuple(SubScore(sub, _rounded(subs[sub.code])) for sub in framework.subs),
        items={number: items[number] for number in sorted(numbers & items.keys())},
        contradictions=tuple(_contradictions(nodes)),
        unattainable=tuple(_unattainable(framework, given)),
        missing_items=tuple(sorted(numbers - given.items.keys())) if some else (),
        impossible_items=tuple(sorted(numbers & given.items.keys() - items.keys())),
        unknown_items=tuple(sorted(given.items.keys() - numbers)),
        unknown_indicators=tuple(sorted(given.indicators.keys() - indicators.keys())),
        unknown_instruments=tuple(sorted(given.instruments.keys() - instruments.keys())),
    )


def _of_items(items: Iterable[Item], scores: Mapping[int, Decimal]) -> Exact | None:
    known = [scores.get(item.number) for item in items]
    found = [Exact(Fraction(score)) for score in known if score is not None]
    return mean(found) if found and len(found) == len(known) else None


def _of_subs(
    framework: Framework, indicator: Indicator, subs: Mapping[str, Exact | None], items: Mapping[int, Decimal]
) -> Exact | None:
    """An indicator's score from the items below it."""
    if framework.method == "by_item":
        return _of_items(indicator.items, items)
    found = _all_known(subs[sub.code] for sub in indicator.subs)
    return mean(found) if found else None


def _points(framework: Framework, instrument: Instrument, nodes: Mapping[int, _Node]) -> Exact | None:
    """An instrument's weighted points from its indicators, which count by their items under by_item."""
    found = _all_known(nodes[indicator.number].exact for indicator in instrument.indicators)
    if not found:
        return None
    by_item = framework.method == "by_item"
    counts = [len(indicator.items) if by_item else 1 for indicator in instrument.indicators]
    share = Fraction(instrument.weight) / 100 / sum(counts)
    return weighted(found, [count * share for count in counts])


def _all_known(parts: Iterable[Exact | None]) -> list[Exact] | None:
    """The parts, or None where one is not known."""
    listed = list(parts)
    known = [part for part in listed if part is not None]
    return known if len(known) == len(listed) else None


def _node(computed: Exact | None, printed: Decimal | None) -> _Node:
    if computed is not None:
        return _Node(computed, "computed", computed, printed)
    if printed is not None:
        return _Node(as_printed(printed), "given", None, printed)
    return _Node(None, None, None, None)


def _rounded(exact: Exact | None) -> Decimal | None:
    return None if exact is None else exact.rounded


def _indicator_score(framework: Framework, indicator: Indicator, node: _Node) -> IndicatorScore:
    score = _rounded(node.exact)
    return IndicatorScore(indicator, score, None if score is None else framework.band_of(score), node.source)


def _instrument_score(framework: Framework, instrument: Instrument, node: _Node) -> InstrumentScore:
    if node.exact is None:
        return InstrumentScore(instrument, None, None, None, None)
    percent = half_up(node.exact.value * 100 / Fraction(instrument.weight))
    return InstrumentScore(instrument, node.exact.rounded, percent, framework.band_of(percent), node.source)


def _total_band(framework: Framework, total: Decimal | None, instruments: Iterable[InstrumentScore]) -> Band | None:
    """The level of the total: with instruments that are not known, only one that does not depend on them."""
    if total is None:
        return None
    percents = [item.percent for item in instruments]
    known = [percent for percent in percents if percent is not None]
    best, worst = framework.band_of(total, known), framework.band_of(total, [Decimal(0)])
    return best if len(known) == len(percents) or best == worst else None


def _contradictions(nodes: Mapping[str, _Node]) -> Iterable[Contradiction]:
    for name, node in nodes.items():
        if node.computed is not None and node.printed is not None and node.computed.contradicts(node.printed):
            yield Contradiction(name, node.printed, node.computed.rounded)


def _unattainable(framework: Framework, given: Given) -> Iterable[int]:
    for indicator in framework.indicators:
        printed = given.indicators.get(indicator.number)
        if printed is not None and half_up(Fraction(printed)) not in attainable_scores(framework, indicator.number):
            yield indicator.number
