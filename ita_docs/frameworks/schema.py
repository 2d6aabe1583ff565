"""The keys of a framework's TOML file, and the framework read from them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, get_args

from ..strict_toml import Faults, Section
from .model import Band, Framework, Indicator, Instrument, Item, Method, SubIndicator

FRAMEWORK_KEYS = (
    *("name", "title", "body", "body_words", "year", "stands_for", "method", "pass_mark", "item_scores"),
    *("measures_item", "results_item", "verified", "doubts", "sources", "bands", "instruments", "unscored"),
)
BAND_KEYS = ("level", "start", "english", "each_start")
INSTRUMENT_KEYS = ("code", "name", "english", "weight", "indicators")
UNSCORED_KEYS = ("code", "name", "english", "indicators")
INDICATOR_KEYS = ("number", "name", "subs")
SUB_KEYS = ("code", "name", "groups")
GROUP_KEYS = ("name", "items")
METHODS: tuple[str, ...] = get_args(Method)
YEARS = (2500, 2700)
MOST = 999
"""Highest number of an indicator or an item."""
ITEM = re.compile(r"O([0-9๐-๙]{1,3})\s+(\S.*)")


def read_framework(content: dict[str, Any], faults: Faults) -> Framework:
    """The framework that a parsed file says; what is wrong with single keys goes to `faults`."""
    top = Section("", content, FRAMEWORK_KEYS, faults)
    method: Any = top.word("method", METHODS, "by_sub_indicator")
    pass_mark = top.decimal("pass_mark", 0, 100, 2)
    return Framework(
        name=top.text("name"),
        title=top.text("title"),
        body=top.text("body"),
        year=int(top.decimal("year", *YEARS)),
        method=method,
        pass_mark=pass_mark,
        bands=tuple(_band(item, pass_mark) for item in top.sections("bands", BAND_KEYS)),
        instruments=tuple(_instrument(item) for item in top.sections("instruments", INSTRUMENT_KEYS)),
        unscored=tuple(_instrument(item, scored=False) for item in top.sections("unscored", UNSCORED_KEYS)),
        item_scores=top.decimals("item_scores", 0, 100, 2) or (Decimal(0), Decimal(100)),
        body_words=top.texts("body_words"),
        stands_for=tuple(map(int, top.decimals("stands_for", *YEARS))),
        measures_item=_number_of_item(top, "measures_item"),
        results_item=_number_of_item(top, "results_item"),
        verified=top.flag("verified"),
        doubts=top.texts("doubts"),
        sources=top.texts("sources"),
    )


def _number_of_item(top: Section, key: str) -> int | None:
    return int(top.decimal(key, 1, MOST)) if top.has(key) else None


def _band(section: Section, pass_mark: Decimal) -> Band:
    start = section.decimal("start", 0, 100, 2)
    return Band(
        level=section.text("level"),
        start=start,
        passes=start >= pass_mark,
        english=section.text("english", ""),
        each_start=section.decimal("each_start", 0, 100, 2) if section.has("each_start") else None,
    )


def _instrument(section: Section, scored: bool = True) -> Instrument:
    code = section.text("code")
    return Instrument(
        code=code,
        name=section.text("name"),
        english=section.text("english", ""),
        weight=section.decimal("weight", 0, 100, 2) if scored else Decimal(0),
        indicators=tuple(_indicator(item, code) for item in section.sections("indicators", INDICATOR_KEYS)),
    )


def _indicator(section: Section, instrument: str) -> Indicator:
    return Indicator(
        number=int(section.decimal("number", 1, MOST)),
        name=section.text("name"),
        instrument=instrument,
        subs=tuple(_sub(item) for item in section.sections("subs", SUB_KEYS)),
    )


def _sub(section: Section) -> SubIndicator:
    groups = section.sections("groups", GROUP_KEYS)
    return SubIndicator(
        code=section.text("code"),
        name=section.text("name"),
        items=tuple(item for group in groups for item in _items(group)),
    )


def _items(group: Section) -> list[Item]:
    """The items of a group, each written `O29 name`."""
    name = group.text("name", "")
    found: list[Item] = []
    for text in group.texts("items"):
        if (match := ITEM.fullmatch(text)) is None:
            thai, english = f"“{text}” ต้องขึ้นต้นด้วยรหัสข้อ เช่น O29", f"“{text}” must begin with its code, like O29"
            group.faults.add(group.path("items"), thai, english)
        else:
            found.append(Item(int(match[1]), match[2], name))
    return found
