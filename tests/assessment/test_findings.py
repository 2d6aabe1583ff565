"""Strong, to develop and urgent, as the published reports sort them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ita_docs.assessment.findings import Point, findings
from ita_docs.assessment.model import Given
from ita_docs.assessment.scoring import assess
from ita_docs.frameworks import load_framework

from .offices import NAKHON_PHANOM, NAKHON_PHANOM_ITEMS, NARATHIWAT, NARATHIWAT_ITEMS, ROI_ET_ITEMS, numbered

OBEC_2564 = load_framework("obec-2564")
OBEC_2566 = load_framework("obec-2566")


def nodes(points: tuple[Point, ...]) -> list[str]:
    return [point.node for point in points]


def test_an_office_that_aims_at_100() -> None:
    found = findings(assess(OBEC_2566, Given(NARATHIWAT, NARATHIWAT_ITEMS)), Decimal(100))
    assert nodes(found.strengths) == ["1", "2", "3", "4", "5", "6", "7", "9.1", "9.2", "9.3", "9.4", "10.2"]
    assert nodes(found.to_develop) == ["8", "9.5", "10.1"]
    assert nodes(found.urgent) == ["O29", "O36"]
    assert nodes(found.less_urgent) == ["8"]
    assert [item.indicator.number for item in found.best] == [1, 2, 3, 4, 5, 6, 7]
    assert [item.indicator.number for item in found.worst] == [10]
    assert found.urgent[0] == Point("O29", OBEC_2566.item(29).name, Decimal(0), "item", 9)


def test_an_office_with_many_items_at_0() -> None:
    found = findings(assess(OBEC_2564, Given(NAKHON_PHANOM, NAKHON_PHANOM_ITEMS)), Decimal(85))
    assert nodes(found.strengths) == ["1", "2", "3", "4", "5", "6", "7", "8", "9.2"]
    assert nodes(found.to_develop) == ["9.1", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert [(sub.code, [item.number for item in items]) for sub, items in found.zero_items] == [
        ("9.1", [1, 2, 6]),
        ("9.3", [20, 23]),
        ("9.4", [26]),
        ("9.5", [30]),
        ("10.1", [38, 40, 41]),
        ("10.2", [42, 43]),
    ]
    assert nodes(found.urgent)[:2] == ["9", "O1"]
    assert nodes(found.urgent)[8:] == ["10", "O38", "O40", "O41", "O42", "O43"]
    assert [item.indicator.number for item in found.best] == [1, 6]
    assert [item.indicator.number for item in found.worst] == [10]


def test_an_office_that_knows_no_items() -> None:
    scores = numbered("98 96 97 95 99 92.55 97 96 63.71 96")
    found = findings(assess(OBEC_2564, Given(scores)), Decimal(95))
    assert (nodes(found.to_develop), nodes(found.urgent), found.zero_items) == (["6", "9"], ["9"], ())


def test_the_zeros_of_the_ministry_s_round() -> None:
    found = findings(assess(load_framework("moe-2566"), Given(items=ROI_ET_ITEMS)), Decimal(85))
    assert sum(len(items) for sub, items in found.zero_items if sub.code.startswith("9")) == 13
    assert {item.number for _, items in found.zero_items for item in items} >= {15, 29}


def test_equal_scores_have_no_worst() -> None:
    found = findings(assess(OBEC_2564, Given(numbered("90 90 90"))), Decimal(85))
    assert (len(found.best), found.worst) == (3, ())
    nothing = findings(assess(OBEC_2564, Given()), Decimal(85))
    assert (nothing.best, nothing.worst, nothing.strengths, nothing.urgent) == ((), (), (), ())


@given(st.integers(0, 100), st.dictionaries(st.integers(1, 10), st.integers(0, 100).map(Decimal)))
def test_every_element_is_on_one_side(threshold: int, scores: dict[int, Decimal]) -> None:
    found = findings(assess(OBEC_2564, Given(scores)), Decimal(threshold))
    assert sorted(map(int, nodes(found.strengths) + nodes(found.to_develop))) == sorted(scores)
    assert all(point.score >= threshold for point in found.strengths)
    assert all(point.score < threshold for point in found.to_develop)
