"""Which scores an indicator made of items can have at all: where items are 0 or 100, most figures are impossible."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache

from ..frameworks import Framework, Method

MOST = 300_000
"""So many different sums lie closer together than printed scores do; no more are looked at."""


def attainable_scores(framework: Framework, number: int) -> frozenset[Decimal]:
    """The scores, rounded half-up to two decimals, that some scores of the items of that indicator give.

    Every score for an indicator without items, and where the combinations are too many to be looked at.

    Raises: KeyError.
    """
    sizes = sorted(len(sub.items) for sub in framework.indicator(number).subs)
    return _attainable(framework.method, tuple(sizes), framework.item_scores)


@cache
def _attainable(method: Method, sizes: tuple[int, ...], scores: tuple[Decimal, ...]) -> frozenset[Decimal]:
    """Sums of whole numbers: a score in hundredths, times `unit` over what it is divided by."""
    if not sizes:
        return _every()
    groups = (sum(sizes),) if method == "by_item" else sizes
    unit = math.lcm(*groups)
    choices = [int(score * 100) for score in scores]
    sums = {0}
    for size in groups:
        of_group = {0}
        for _ in range(size):
            of_group = {one + choice for one in of_group for choice in choices}
            if len(of_group) > MOST:
                return _every()
        if len(sums) * len(of_group) > 10 * MOST:
            return _every()
        sums = {one + other * (unit // size) for one in sums for other in of_group}
        if len(sums) > MOST:
            return _every()
    divisor = unit * len(groups)
    return frozenset(Decimal((2 * one + divisor) // (2 * divisor)).scaleb(-2) for one in sums)


@cache
def _every() -> frozenset[Decimal]:
    return frozenset(Decimal(hundredths).scaleb(-2) for hundredths in range(10_001))
