"""The axis of a chart: round numbers that hold every figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.word.axes import nice_axis

FIGURES = st.decimals(-(10**9), 10**9, places=2)


def ticks(low: str, high: str, lowest: str | None = None, highest: str | None = None) -> list[str]:
    ends = [None if end is None else Decimal(end) for end in (lowest, highest)]
    axis = nice_axis(Decimal(low), Decimal(high), *ends)
    return [axis.text(tick) for tick in axis.ticks]


@pytest.mark.parametrize(
    ("given_", "numbers"),
    [
        (("0", "97.92"), "0 20 40 60 80 100"),
        (("0", "97.92", None, "100"), "0 20 40 60 80 100"),
        (("68.2", "93.05"), "60 70 80 90 100"),
        (("0", "1"), "0.0 0.2 0.4 0.6 0.8 1.0"),
        (("0", "1234567"), "0 250,000 500,000 750,000 1,000,000 1,250,000"),
        (("-30", "45"), "-40 -20 0 20 40 60"),
        (("85", "85"), "84.0 84.5 85.0 85.5 86.0"),
        (("0", "0"), "-1.0 -0.5 0.0 0.5 1.0"),
        (("88", "93", "85", "95"), "85.0 87.5 90.0 92.5 95.0"),
        (("80", "105", "85", "100"), "80 85 90 95 100 105"),
    ],
)
def test_round_numbers(given_: tuple[str, ...], numbers: str) -> None:
    assert ticks(*given_) == numbers.split()


@given(FIGURES, FIGURES)
def test_an_axis_holds_its_figures_between_round_ends(one: Decimal, other: Decimal) -> None:
    axis = nice_axis(one, other)
    assert axis.start <= min(one, other) <= max(one, other) <= axis.stop
    assert axis.ticks[0] == axis.start
    assert axis.ticks[-1] == axis.stop
    assert 3 <= len(axis.ticks) <= 6
    assert axis.step.normalize().as_tuple().digits in ((1,), (2,), (2, 5), (5,))
    assert [axis.share(axis.start), axis.share(axis.stop)] == [0.0, 1.0]


@given(FIGURES, FIGURES, FIGURES, FIGURES)
def test_ends_that_are_given_move_out_only(one: Decimal, other: Decimal, lowest: Decimal, highest: Decimal) -> None:
    axis = nice_axis(one, other, lowest, highest)
    assert axis.start == min(one, other, lowest)
    assert axis.stop == max(one, other, highest) or axis.stop - axis.start == 1
    assert all(axis.start <= tick <= axis.stop for tick in axis.ticks)
    assert len(axis.ticks) <= 6
