"""An assessment as documents show it: rows of instruments, indicators, sub-indicators and items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..frameworks import Item, SubIndicator
from .figures import ItemNote
from .history import trend_of
from .model import Assessment, IndicatorScore, InstrumentScore

GRID = 4
"""Columns of the picture of all items, filled downwards."""
COMPLETE = ("สมบูรณ์", "ครบถ้วน", "ครบ", "มีข้อมูล", "เรียบร้อย", "ผ่าน", "ใช่")
INCOMPLETE = ("ไม่", "ควร", "ยัง", "ขาด", "แก้ไข", "ปรับปรุง", "เพิ่ม", "รอ", "อยู่ระหว่าง", "ให้")


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item: its code (`O29`), score, and what the workbook says of it. `complete`: whether its data is, by its state
    or else by full marks.
    """

    number: int
    code: str
    name: str
    group: str
    score: Decimal | None
    remark: tuple[str, ...]
    unit: tuple[str, ...]
    state: str
    complete: bool
    first: bool
    """Whether it is the first of its group."""


@dataclass(frozen=True, slots=True)
class SubRow:
    """A sub-indicator and its items."""

    code: str
    name: str
    score: Decimal | None
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator: score, level, `result` (ผ่าน, ไม่ผ่าน or nothing); `label` as charts call it.

    `before` is the score of the year before, `difference` and `trend` how it went since. `counted` and `complete`: how
    many of its items have a score or a state, and how many of these are complete.
    """

    number: int
    name: str
    label: str
    instrument: str
    score: Decimal | None
    level: str
    result: str
    before: Decimal | None
    difference: Decimal | None
    trend: str
    computed: bool
    remarked: bool
    """Whether any of its items has a remark."""
    counted: int
    complete: int
    complete_percent: Decimal | None
    subs: tuple[SubRow, ...]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument: its weight, weighted points, the same on 100, its indicators."""

    code: str
    name: str
    english: str
    weight: Decimal
    points: Decimal | None
    percent: Decimal | None
    indicators: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level of the framework: from which score to which, both shown with two decimals, and what it means."""

    level: str
    english: str
    start: Decimal
    end: Decimal
    result: str


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """One office's assessment of one year.

    `grid`: the items as a picture of columns that are filled downwards; its cells are None where the last column is
    short. `counted` and `complete`: how many items have a score or a state, and how many of them are complete.
    """

    year: int
    framework: str
    total: Decimal | None
    level: str
    english: str
    result: str
    instruments: tuple[InstrumentRow, ...]
    indicators: tuple[IndicatorRow, ...]
    scored: tuple[IndicatorRow, ...]
    """The indicators that have a score."""
    items: tuple[ItemRow, ...]
    levels: tuple[LevelRow, ...]
    grid: tuple[tuple[ItemRow | None, ...], ...]
    counted: int
    complete: int
    complete_percent: Decimal | None
    compared: bool
    """Whether any indicator has a score of the year before."""


def card_of(year: int, found: Assessment, notes: Mapping[int, ItemNote], before: Assessment | None = None) -> ScoreCard:
    """The card of an assessment, with what the workbook says of its items, and beside that of the year before."""
    framework = found.framework
    earlier = {} if before is None else {item.indicator.number: item.score for item in before.indicators}
    indicators = {
        item.indicator.number: _indicator(found, item, notes, earlier.get(item.indicator.number))
        for item in found.indicators
    }
    items = tuple(item for row in indicators.values() for sub in row.subs for item in sub.items)
    counted, complete = _counted(items)
    return ScoreCard(
        year=year,
        framework=framework.title,
        total=found.total,
        level="" if found.band is None else found.band.level,
        english="" if found.band is None else found.band.english,
        result=_result(found.passes),
        instruments=tuple(_instrument(item, indicators) for item in found.instruments),
        indicators=tuple(indicators.values()),
        scored=tuple(row for row in indicators.values() if row.score is not None),
        items=items,
        levels=_levels(found),
        grid=_grid(items),
        counted=counted,
        complete=complete,
        complete_percent=percent_of(complete, counted),
        compared=any(row.difference is not None for row in indicators.values()),
    )


def _counted(items: Iterable[ItemRow]) -> tuple[int, int]:
    """How many items have a score or a state, and how many of them are complete."""
    told = [item for item in items if item.score is not None or item.state]
    return len(told), sum(item.complete for item in told)


def percent_of(part: int, whole: int) -> Decimal | None:
    """So much of a whole, on 100; None of nothing."""
    return Decimal(part) * 100 / whole if whole else None


def _result(passes: bool | None) -> str:
    return "" if passes is None else "ผ่าน" if passes else "ไม่ผ่าน"


def _instrument(found: InstrumentScore, rows: Mapping[int, IndicatorRow]) -> InstrumentRow:
    instrument = found.instrument
    own = tuple(rows[item.number] for item in instrument.indicators)
    return InstrumentRow(
        *(instrument.code, instrument.name, instrument.english, instrument.weight, found.points, found.percent, own)
    )


def _indicator(
    found: Assessment, score: IndicatorScore, notes: Mapping[int, ItemNote], before: Decimal | None
) -> IndicatorRow:
    indicator = score.indicator
    difference = None if score.score is None or before is None else score.score - before
    subs = tuple(_sub(found, sub, notes) for sub in indicator.subs)
    counted, complete = _counted(item for sub in subs for item in sub.items)
    return IndicatorRow(
        number=indicator.number,
        name=indicator.name,
        label=f"{indicator.number}. {indicator.name}",
        instrument=indicator.instrument,
        score=score.score,
        level="" if score.band is None else score.band.level,
        result=_result(score.passes),
        before=before,
        difference=difference,
        trend="" if difference is None else trend_of(difference),
        computed=score.source == "computed",
        remarked=any(notes[item.number].remark for item in indicator.items if item.number in notes),
        counted=counted,
        complete=complete,
        complete_percent=percent_of(complete, counted),
        subs=subs,
    )


def _sub(found: Assessment, sub: SubIndicator, notes: Mapping[int, ItemNote]) -> SubRow:
    made: list[ItemRow] = []
    before = ""
    for item in sub.items:
        made.append(_item(item, found.items.get(item.number), notes.get(item.number, ItemNote()), item.group != before))
        before = item.group
    return SubRow(sub.code, sub.name, found.sub(sub.code).score, tuple(made))


def _item(item: Item, score: Decimal | None, note: ItemNote, first: bool) -> ItemRow:
    complete = is_complete(note.state) if note.state else score == 100
    return ItemRow(
        *(item.number, item.code, item.name, item.group, score, note.remark, note.unit, note.state, complete),
        first and bool(item.group),
    )


def is_complete(state: str) -> bool:
    """Whether a state in words says that an item's data is complete."""
    plain = "".join(state.split())
    return not any(word in plain for word in INCOMPLETE) and any(word in plain for word in COMPLETE)


def _levels(found: Assessment) -> tuple[LevelRow, ...]:
    made: list[LevelRow] = []
    end = Decimal(100)
    for band in found.framework.bands:
        made.append(LevelRow(band.level, band.english, band.start, end, _result(band.passes)))
        if band.each_start is None:
            end = band.start - Decimal("0.01")
    return tuple(made)


def _grid(items: tuple[ItemRow, ...]) -> tuple[tuple[ItemRow | None, ...], ...]:
    rows = -(-len(items) // GRID)
    return tuple(
        tuple(items[row + column * rows] if row + column * rows < len(items) else None for column in range(GRID))
        for row in range(rows)
    )
