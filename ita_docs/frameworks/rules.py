"""What a framework must satisfy beyond its schema: weights, numbers and levels that agree with each other."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from ..strict_toml import Faults
from .model import Framework, Indicator

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
MOST_ITEMS = 100
"""Most items of an indicator."""
MOST_SCORES = 11
"""Most scores that an item can have: 0, 10, …, 100. More, and there is no telling which sums of them there are."""


def check_framework(framework: Framework, faults: Faults) -> None:
    """Add to `faults` everything about `framework` that no single key shows."""
    if not NAME.fullmatch(framework.name):
        thai, english = (
            f"“{framework.name}” ใช้ได้เฉพาะ a-z 0-9 _ -",
            f"“{framework.name}” may only have a-z, 0-9, _ and -",
        )
        faults.add("name", thai, english)
    if not framework.verified and not framework.doubts:
        faults.add(
            "doubts",
            "ต้องบอกสิ่งที่ยังไม่แน่ใจ เมื่อไม่ได้ระบุ verified = true",
            "must say what is not sure, unless verified = true",
        )
    if framework.year in framework.stands_for:
        faults.add(
            "stands_for",
            f"ไม่ต้องมีปี {framework.year} ของกรอบเอง",
            f"must not have the framework's own year {framework.year}",
        )
    _distinct("item_scores", framework.item_scores, faults)
    if len(framework.item_scores) > MOST_SCORES:
        faults.add("item_scores", f"มีได้ไม่เกิน {MOST_SCORES} ค่า", f"can be {MOST_SCORES} at most")
    _check_bands(framework, faults)
    _check_instruments(framework, faults)
    _check_items(framework, faults)


def _check_bands(framework: Framework, faults: Faults) -> None:
    bands = framework.bands
    _distinct("bands level", (band.level for band in bands), faults)
    for n, band in enumerate(bands[1:], 2):
        above = bands[n - 2]
        if band.start > above.start or (band.start == above.start and above.each_start is None):
            faults.add(f"bands[{n}].start", "ต้องต่ำกว่าระดับก่อนหน้า", "must be lower than the level before")
    if not bands or bands[-1].start or bands[-1].each_start is not None:
        faults.add("bands", "ต้องมีระดับสุดท้ายที่เริ่มจาก 0 โดยไม่มีเงื่อนไข", "must end with a level from 0 on, without condition")
    if framework.pass_mark not in {band.start for band in bands}:
        mark = framework.pass_mark
        faults.add("pass_mark", f"ไม่มีระดับใดเริ่มที่ {mark}", f"must be where a level starts: none does at {mark}")


def _check_instruments(framework: Framework, faults: Faults) -> None:
    instruments = framework.instruments
    _distinct("instruments code", (item.code for item in instruments), faults)
    if (weights := sum(item.weight for item in instruments)) != 100:
        faults.add("instruments weight", f"ต้องรวมได้ 100 แต่ได้ {weights}", f"must sum to 100, not {weights}")
    for n, instrument in enumerate(instruments, 1):
        if not instrument.weight:
            faults.add(f"instruments[{n}].weight", "ต้องมากกว่า 0", "must be above 0")
        if not instrument.indicators:
            faults.add(f"instruments[{n}].indicators", "ต้องมีอย่างน้อยหนึ่งตัวชี้วัด", "must be one indicator at least")
        for m, indicator in enumerate(instrument.indicators, 1):
            _check_subs(f"instruments[{n}].indicators[{m}]", indicator, faults)
    for n, instrument in enumerate(framework.unscored, 1):
        if not instrument.indicators:
            faults.add(f"unscored[{n}].indicators", "ต้องมีอย่างน้อยหนึ่งตัวชี้วัด", "must be one indicator at least")
    everything = (*framework.instruments, *framework.unscored)
    _distinct("indicators number", (one.number for item in everything for one in item.indicators), faults)
    if framework.method == "by_item" and (len(instruments) != 1 or not all(item.subs for item in framework.indicators)):
        thai = "by_item ใช้ได้เมื่อมีแบบวัดเดียวที่ทุกตัวชี้วัดมีข้อ O"
        faults.add("method", thai, "by_item needs one instrument, all of whose indicators have items")


def _check_subs(at: str, indicator: Indicator, faults: Faults) -> None:
    _distinct(f"{at}.subs code", (sub.code for sub in indicator.subs), faults)
    for n, sub in enumerate(indicator.subs, 1):
        if not re.fullmatch(rf"{indicator.number}\.[1-9][0-9]?", sub.code):
            thai = f"“{sub.code}” ต้องเป็น {indicator.number}.1, {indicator.number}.2 …"
            english = f"“{sub.code}” must be {indicator.number}.1, {indicator.number}.2 and so on"
            faults.add(f"{at}.subs[{n}].code", thai, english)
        if not sub.items:
            faults.add(f"{at}.subs[{n}].groups", "ต้องมีอย่างน้อยหนึ่งข้อ", "must have one item at least")
    if len(indicator.items) > MOST_ITEMS:
        faults.add(f"{at}.subs", f"มีข้อเกิน {MOST_ITEMS}", f"have more than {MOST_ITEMS} items")


def _check_items(framework: Framework, faults: Faults) -> None:
    numbers = [item.number for item in framework.items]
    for n, number in enumerate(numbers, 1):
        if number != n:
            thai, english = f"O{number} อยู่ตรงที่ควรเป็น O{n}", f"O{number} stands where O{n} should"
            faults.add("items", f"ต้องเรียง O1, O2 … ครบทุกข้อ: {thai}", f"must be O1, O2 and so on: {english}")
            break
    for key, wanted in (("measures_item", framework.measures_item), ("results_item", framework.results_item)):
        if wanted is not None and wanted not in numbers:
            faults.add(key, f"ไม่มีข้อ O{wanted}", f"names O{wanted}, which is no item")


def _distinct(at: str, values: Iterable[Hashable], faults: Faults) -> None:
    seen: set[Hashable] = set()
    for value in values:
        if value in seen:
            faults.add(at, f"ซ้ำ: {value}", f"has {value} twice")
        seen.add(value)
