"""Places among offices, and means. A higher score is better; what has no score has no place."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from .exact import half_up

K = TypeVar("K", bound=Hashable)


def ranks(scores: Mapping[K, Decimal | None]) -> dict[K, int]:
    """The place of each, from 1; equals share a place, those places are left out after it (1224)."""
    known = {key: score for key, score in scores.items() if score is not None}
    places: dict[Decimal, int] = {}
    for place, score in enumerate(sorted(known.values(), reverse=True), 1):
        places.setdefault(score, place)
    return {key: places[score] for key, score in known.items()}


def ranks_within(scores: Mapping[K, Decimal | None], groups: Mapping[K, Hashable]) -> dict[K, int]:
    """The place of each among those of its group (its inspection region); those without a group are left out."""
    members: dict[Hashable, dict[K, Decimal | None]] = {}
    for key, score in scores.items():
        if key in groups:
            members.setdefault(groups[key], {})[key] = score
    return {key: place for group in members.values() for key, place in ranks(group).items()}


def mean_of(scores: Iterable[Decimal | None]) -> Decimal | None:
    """The plain mean of the scores there are, to two decimals, half-up; None where there is none."""
    known = [Fraction(score) for score in scores if score is not None]
    return half_up(sum(known, Fraction(0)) / len(known)) if known else None
