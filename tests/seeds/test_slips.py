"""The errors of the seed reports: what is said to be caught is caught, when it is put into the sample."""

from __future__ import annotations

import pytest

from ita_docs.messages import CODES
from tools.slips import SLIPS, Slip, told

from .test_reports import IDS

CAUGHT = [one for one in SLIPS if one.codes]


@pytest.mark.parametrize("one", SLIPS, ids=str)
def test_a_slip_has_one_outcome(one: Slip) -> None:
    assert one.where in IDS
    assert one.said
    assert sum(map(bool, (one.codes, one.designed, one.unseen))) == 1
    assert bool(one.tried) == bool(one.codes)
    assert set(one.codes) <= set(CODES)


@pytest.mark.parametrize("one", CAUGHT, ids=str)
def test_a_slip_in_the_sample_is_told(one: Slip) -> None:
    assert set(one.codes) <= told(one)


def test_every_report_has_slips_that_are_caught() -> None:
    assert {one.where[:3] for one in CAUGHT} == {one.where[:3] for one in SLIPS} == {"000", "001", "002", "003", "004"}
