"""Strong points, points to develop and urgent ones, by the threshold that an office sets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..frameworks import Item, SubIndicator
from .model import Assessment, IndicatorScore

Level = Literal["indicator", "sub", "item"]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is strong or weak: `node` is `8`, `9.5` or `O29`, `indicator` the number it belongs to."""

    node: str
    name: str
    score: Decimal
    level: Level
    indicator: int


@dataclass(frozen=True, slots=True)
class Findings:
    """The points of an assessment, each in the framework's order.

    `strengths` reach the threshold and `to_develop` do not: an indicator, or its sub-indicators where all their items
    are known. `urgent` are the indicators below the pass mark and the items at 0; these stand beside `to_develop`.
    `best` and `worst` are the indicators of the highest and of the lowest score; none is worst where all are equal.
    """

    strengths: tuple[Point, ...]
    to_develop: tuple[Point, ...]
    urgent: tuple[Point, ...]
    best: tuple[IndicatorScore, ...]
    worst: tuple[IndicatorScore, ...]
    zero_items: tuple[tuple[SubIndicator, tuple[Item, ...]], ...]

    @property
    def less_urgent(self) -> tuple[Point, ...]:
        """Those to develop of whose indicator nothing is urgent."""
        urgent = {point.indicator for point in self.urgent}
        return tuple(point for point in self.to_develop if point.indicator not in urgent)


def findings(assessment: Assessment, threshold: Decimal) -> Findings:
    """What is strong and what is not: strong is a score of `threshold` or more."""
    elements = [point for score in assessment.indicators for point in _elements(assessment, score)]
    known = [item for item in assessment.indicators if item.score is not None]
    scores = [item.score for item in known if item.score is not None]
    best = tuple(item for item in known if item.score == max(scores))
    worst = tuple(item for item in known if item.score == min(scores))
    zeros = (
        (sub, tuple(i for i in sub.items if assessment.items.get(i.number) == 0)) for sub in assessment.framework.subs
    )
    return Findings(
        strengths=tuple(point for point in elements if point.score >= threshold),
        to_develop=tuple(point for point in elements if point.score < threshold),
        urgent=tuple(point for score in assessment.indicators for point in _urgent(assessment, score)),
        best=best,
        worst=() if worst == best else worst,
        zero_items=tuple((sub, items) for sub, items in zeros if items),
    )


def _elements(assessment: Assessment, score: IndicatorScore) -> list[Point]:
    """The indicator, or its sub-indicators where all are known."""
    number = score.indicator.number
    subs = [assessment.sub(sub.code) for sub in score.indicator.subs]
    points = [Point(s.sub.code, s.sub.name, s.score, "sub", number) for s in subs if s.score is not None]
    if points and len(points) == len(subs):
        return points
    return [] if score.score is None else [Point(str(number), score.indicator.name, score.score, "indicator", number)]


def _urgent(assessment: Assessment, score: IndicatorScore) -> list[Point]:
    number, points = score.indicator.number, []
    if score.score is not None and not assessment.framework.passes(score.score):
        points.append(Point(str(number), score.indicator.name, score.score, "indicator", number))
    for item in score.indicator.items:
        if assessment.items.get(item.number) == 0:
            points.append(Point(item.code, item.name, assessment.items[item.number], "item", number))
    return points
