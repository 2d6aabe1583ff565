"""What is given of an office's assessment, and what follows from it. Scores are on 100 with two decimals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from ..frameworks import Band, Framework, Indicator, Instrument, SubIndicator

Source = Literal["computed", "given"]
"""Whether a score follows from its parts, or is the figure that was given."""


@dataclass(frozen=True, slots=True)
class Given:
    """The figures of one office and year; what is not known is not there.

    `indicators` and `items` are scores on 100 by number, `instruments` weighted points by code (IIT 29.86 of 30).
    """

    indicators: Mapping[int, Decimal] = field(default_factory=dict)
    items: Mapping[int, Decimal] = field(default_factory=dict)
    instruments: Mapping[str, Decimal] = field(default_factory=dict)
    total: Decimal | None = None


@dataclass(frozen=True, slots=True)
class SubScore:
    """A sub-indicator's score; None where not all of its items are known."""

    sub: SubIndicator
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """An indicator's score and level, all None where nothing is known of it."""

    indicator: Indicator
    score: Decimal | None
    band: Band | None
    source: Source | None

    @property
    def passes(self) -> bool | None:
        """Whether it reaches the pass mark."""
        return None if self.band is None else self.band.passes


@dataclass(frozen=True, slots=True)
class InstrumentScore:
    """An instrument's weighted `points`, and `percent`, the same on 100, rounded from the exact value."""

    instrument: Instrument
    points: Decimal | None
    percent: Decimal | None
    band: Band | None
    source: Source | None

    @property
    def weight(self) -> Decimal:
        """The most points there are."""
        return self.instrument.weight


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A given figure that its parts contradict; `node` is an indicator's number, an instrument's code or `total`."""

    node: str
    given: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class Assessment:
    """All that follows from what is given; what needs a missing part is None.

    `band` is the level of the total, also None where it depends on instruments that are not known. `items` are the
    scores that were used. `unattainable` are indicators whose given score no scores of their items can give.
    `missing_items` have no score though others have; `impossible_items` have one that no item can have (they count as
    not known); `unknown_…` are not of the framework.
    """

    framework: Framework
    given: Given
    total: Decimal | None
    band: Band | None
    source: Source | None
    instruments: tuple[InstrumentScore, ...]
    indicators: tuple[IndicatorScore, ...]
    subs: tuple[SubScore, ...]
    items: Mapping[int, Decimal]
    contradictions: tuple[Contradiction, ...] = ()
    unattainable: tuple[int, ...] = ()
    missing_items: tuple[int, ...] = ()
    impossible_items: tuple[int, ...] = ()
    unknown_items: tuple[int, ...] = ()
    unknown_indicators: tuple[int, ...] = ()
    unknown_instruments: tuple[str, ...] = ()

    @property
    def passes(self) -> bool | None:
        """Whether the total passes; None where the total is not known."""
        return None if self.total is None else self.framework.passes(self.total)

    def indicator(self, number: int) -> IndicatorScore:
        """The score of that indicator. Raises: KeyError."""
        return {item.indicator.number: item for item in self.indicators}[number]

    def sub(self, code: str) -> SubScore:
        """The score of that sub-indicator. Raises: KeyError."""
        return {item.sub.code: item for item in self.subs}[code]

    def instrument(self, code: str) -> InstrumentScore:
        """The score of that instrument. Raises: KeyError."""
        return {item.instrument.code: item for item in self.instruments}[code]
