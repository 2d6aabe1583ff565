"""What the fields of one row demand of each other: values that must be there, times and numbers that must agree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple

from ..kinds.model import Field
from ..thai.date_forms import thai_date
from ..thai.dates import BUDDHIST
from ..thai.fault import Fault
from ..thai.times import thai_time
from ..thai.year_numbers import YearNumber


class Broken(NamedTuple):
    """What is to be said of a row, and the name of the field at whose cell."""

    name: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class RowRules:
    """The fields of a table that a row may have to fill in (`needed`), and those that look at others (`looking`).

    key: the name of the table's key. titles: how the fields are called in what is said.
    """

    key: str
    titles: Mapping[str, str]
    needed: tuple[Field, ...] = ()
    looking: tuple[Field, ...] = ()

    def broken(self, values: Mapping[str, Any], filled: Collection[str]) -> Iterator[Broken]:
        """What a row is to be told; `filled` names what it fills in, child tables with rows among them."""
        missing: set[str] = set()
        for item in self.needed:
            if item.name not in filled and item.name not in missing and _is_needed(item, self.key, filled):
                missing.add(item.name)
                yield Broken(item.name, Fault("missing-value", {"example": item.example or None}))
        for item in self.looking:
            if item.name in filled:
                yield from _around(item, self.titles, values, filled, missing)


def row_rules(items: Iterable[Field], key: str, titles: Mapping[str, str]) -> RowRules:
    """The rules of a row that has these fields."""
    items = tuple(items)
    return RowRules(
        *(key, titles),
        tuple(item for item in items if _is_needed(item, key, ())),
        tuple(item for item in items if looks_around(item)),
    )


def companions(item: Field) -> frozenset[str]:
    """The names of the fields and tables that decide whether a value of `item` is right, or must be there."""
    rules = item.constraints
    return frozenset((*rules.required_unless, *rules.requires, rules.after or "", rules.year_of or "")) - {""}


def _is_needed(item: Field, key: str, filled: Collection[str]) -> bool:
    rules = item.constraints
    if rules.required_unless:
        return not any(name in filled for name in rules.required_unless)
    return rules.required or item.name == key


def looks_around(item: Field) -> bool:
    """Whether `item`, filled in, demands anything of the other fields of its row."""
    rules = item.constraints
    return bool(rules.requires or rules.after or rules.year_of)


def _around(
    item: Field, titles: Mapping[str, str], values: Mapping[str, Any], filled: Collection[str], missing: set[str]
) -> Iterator[Broken]:
    """What `item`, filled in, demands of the other fields and does not get."""
    rules, value = item.constraints, values[item.name]
    for name in rules.requires:
        if name not in filled and name not in missing:
            missing.add(name)
            yield Broken(name, Fault("missing-companion", {"companion": titles[item.name]}))
    if rules.after is not None and (bound := _later(value, values[rules.after])) is not None:
        yield Broken(item.name, Fault("not-after", {"other": titles[rules.after], "bound": bound}))
    if rules.year_of is not None and isinstance(value, YearNumber) and value.year is not None:
        day = values[rules.year_of]
        if isinstance(day, date) and day.year + BUDDHIST != value.year:
            years = {"number_year": value.year, "date_year": day.year + BUDDHIST}
            yield Broken(item.name, Fault("number-year-mismatch", {"other": titles[rules.year_of], **years}))


def _later(value: Any, other: Any) -> str | None:
    """What `value` should be later than, as text, and is not; None where it is, or where one of the two is missing."""
    if isinstance(value, date) and isinstance(other, date):
        return None if value > other else thai_date(other)
    if isinstance(value, time) and isinstance(other, time):
        return None if value > other else thai_time(other)
    return None
