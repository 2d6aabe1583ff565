"""What a framework of the ITA is: instruments, indicators, sub-indicators and items of one body's fiscal year.

Scores are on 100. Everything here is data that a TOML file says; how scores follow from each other is `assessment`'s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Method = Literal["by_sub_indicator", "by_item"]
HALF = Decimal("0.005")
"""Half of the last of two decimals: what rounding half-up to two decimals can add."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the public disclosure: O29 is number 29; `group` is the heading it stands under, or empty."""

    number: int
    name: str
    group: str = ""

    @property
    def code(self) -> str:
        """As offices write it: `O29`."""
        return f"O{self.number}"


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A part of an indicator that is made of items: `code` is the indicator's number, a point and its own."""

    code: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the (usually ten) indicators; `instrument` is the code of its own. A survey's has no `subs`."""

    number: int
    name: str
    instrument: str
    subs: tuple[SubIndicator, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all its sub-indicators."""
        return tuple(item for sub in self.subs for item in sub.items)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One of the questionnaires (IIT, EIT, OIT): `weight` is what it counts for of 100."""

    code: str
    name: str
    english: str
    weight: Decimal
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A level: scores from `start` on have it; `english` is what it is called beside its letter, or empty.

    Where `each_start` is given, every instrument, on 100, must reach that as well.
    """

    level: str
    start: Decimal
    passes: bool
    english: str = ""
    each_start: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Framework:
    """How one body assesses in one fiscal year.

    `year` is a Buddhist year, `stands_for` other years that it is used for with a warning. `bands` go from the highest
    to the lowest, which starts at 0. `item_scores` are the scores an item can have. `measures_item` and `results_item`
    are the numbers of the items that ask for the measures and for what came of them. `doubts` are sentences, in Thai,
    to be told whenever it is used; where it is not `verified` there is at least one.
    `body_words` are the names by which a parent body is told. `unscored` are instruments that this round did not use
    and whose indicators measures may be for all the same; their weight is 0.
    """

    name: str
    title: str
    body: str
    year: int
    method: Method
    pass_mark: Decimal
    bands: tuple[Band, ...]
    instruments: tuple[Instrument, ...]
    unscored: tuple[Instrument, ...] = ()
    item_scores: tuple[Decimal, ...] = (Decimal(0), Decimal(100))
    body_words: tuple[str, ...] = ()
    stands_for: tuple[int, ...] = ()
    measures_item: int | None = None
    results_item: int | None = None
    verified: bool = False
    doubts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in the order of the instruments."""
        return tuple(indicator for instrument in self.instruments for indicator in instrument.indicators)

    @property
    def known_instruments(self) -> tuple[Instrument, ...]:
        """All instruments, also those that were not used, in the order of their indicators."""
        return tuple(sorted((*self.unscored, *self.instruments), key=lambda item: item.indicators[0].number))

    @property
    def known_indicators(self) -> tuple[Indicator, ...]:
        """All indicators, also those that were not scored, in their order."""
        return tuple(indicator for instrument in self.known_instruments for indicator in instrument.indicators)

    @property
    def subs(self) -> tuple[SubIndicator, ...]:
        """All sub-indicators."""
        return tuple(sub for indicator in self.indicators for sub in indicator.subs)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of their numbers."""
        return tuple(item for indicator in self.indicators for item in indicator.items)

    def instrument(self, code: str) -> Instrument:
        """The instrument of that code. Raises: KeyError."""
        return {item.code: item for item in self.instruments}[code]

    def indicator(self, number: int) -> Indicator:
        """The indicator of that number. Raises: KeyError."""
        return {item.number: item for item in self.indicators}[number]

    def sub(self, code: str) -> SubIndicator:
        """The sub-indicator of that code. Raises: KeyError."""
        return {sub.code: sub for sub in self.subs}[code]

    def item(self, number: int) -> Item:
        """The item of that number. Raises: KeyError."""
        return {item.number: item for item in self.items}[number]

    def sub_of(self, number: int) -> SubIndicator:
        """The sub-indicator that the item of that number is in. Raises: KeyError."""
        return {item.number: sub for sub in self.subs for item in sub.items}[number]

    def indicator_of(self, number: int) -> Indicator:
        """The indicator that the item of that number is in. Raises: KeyError."""
        return {item.number: indicator for indicator in self.indicators for item in indicator.items}[number]

    def band_of(self, score: Decimal, instruments: Iterable[Decimal] = ()) -> Band:
        """The level of a score on 100, which is compared as rounded half-up to two decimals.

        `instruments` are the scores of the instruments, each on 100, for levels that depend on them; without them only
        the score counts, as it does for an indicator.
        """
        parts = tuple(instruments)
        for band in self.bands:
            wanted = band.each_start
            if _reaches(score, band.start) and (wanted is None or all(_reaches(part, wanted) for part in parts)):
                return band
        return self.bands[-1]

    def passes(self, score: Decimal) -> bool:
        """Whether a score, rounded half-up to two decimals, reaches the pass mark."""
        return _reaches(score, self.pass_mark)


def _reaches(score: Decimal, mark: Decimal) -> bool:
    return score >= mark - HALF
