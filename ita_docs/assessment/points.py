"""What is weak, in the forms that reports list it: by indicator, by sub-indicator, by the assessor's remark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .cards import ItemRow, ScoreCard
from .findings import Findings, Point
from .measures import URGENT


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An indicator with something to mend: what is urgent, what is to be developed, its score."""

    number: int
    name: str
    urgent: tuple[str, ...]
    develop: tuple[str, ...]
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class ZeroGroup:
    """The items of a sub-indicator that score nothing; `span` is all that it has, as in `O1 - O9`."""

    code: str
    name: str
    span: str
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """The items that have the same remark."""

    remark: tuple[str, ...]
    items: tuple[ItemRow, ...]
    count: int


def issues_of(card: ScoreCard, found: Findings, moved: Mapping[str, str]) -> tuple[IssueRow, ...]:
    """The indicators that have anything urgent or to be developed, in the framework's order.

    Of an indicator with items at 0 these are the issue; else the parts under the threshold are. moved: the indicators
    that the office itself calls urgent or not, by number.
    """
    made = []
    for row in card.indicators:
        urgent = [point for point in found.urgent if point.indicator == row.number]
        weak = [point for point in found.to_develop if point.indicator == row.number]
        items = [point for point in urgent if point.level == "item"]
        develop = [] if items else [point for point in weak if point not in urgent]
        if urgent or develop:
            said = moved.get(str(row.number))
            if said == URGENT:
                urgent, items, develop = urgent or weak, [], []
            elif said:
                urgent, items, develop = [], [], weak or urgent
            shown = (" ".join(point.node for point in items),) if items else _named(urgent)
            made.append(IssueRow(row.number, row.name, shown, _named(develop), row.score))
    return tuple(made)


def zero_groups_of(card: ScoreCard) -> tuple[ZeroGroup, ...]:
    """The items at 0 by sub-indicator."""
    made = []
    for sub in (sub for row in card.indicators for sub in row.subs):
        items = tuple(item for item in sub.items if item.score == 0)
        if items:
            first, last = sub.items[0].code, sub.items[-1].code
            made.append(ZeroGroup(sub.code, sub.name, first if first == last else f"{first} - {last}", items))
    return tuple(made)


def remark_groups_of(card: ScoreCard) -> tuple[RemarkGroup, ...]:
    """The items with a remark, those with the same one together, in the order of the first."""
    found: dict[tuple[str, ...], list[ItemRow]] = {}
    for item in card.items:
        if item.remark and item.score != 100:
            found.setdefault(tuple(" ".join(line.split()) for line in item.remark), []).append(item)
    return tuple(RemarkGroup(remark, tuple(items), len(items)) for remark, items in found.items())


def _named(points: Sequence[Point]) -> tuple[str, ...]:
    return tuple(point.name if point.level == "indicator" else f"{point.node} {point.name}" for point in points)
