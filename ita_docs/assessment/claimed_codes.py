"""What a text says of the framework: the items of an indicator, the name of an item; and of years and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..frameworks import Framework
from ..thai.date_ranges import DateRange
from ..thai.near import nearest
from .passages import Claim, lead

LETTER = "[OoОоΟο○◯0]"
SPAN = re.compile(
    r"(?P<above>(?:และ|,|กับ|-|–)\s*)?(?P<word>ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?"
    r"(?<![\d.])(?P<node>\d{1,2}(?:\.\d)?)(?![\d.])(?P<between>[^\d\n]{0,60}?)(?:ข้อ\s*)?"
    rf"{LETTER}\s?(?P<first>\d{{1,2}})\s*(?:-|–|—|ถึง)\s*{LETTER}?\s?(?P<last>\d{{1,2}})(?!\d)"
)
"""`ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (O1-O33)`, `9.1 ข้อมูลพื้นฐาน (O1 - O9)`."""
RUN = re.compile(r"\d\s?(?:-|–|—|ถึง)")
SURVEYED = re.compile(
    r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])[^\d\n]{0,60}?ตัวชี้วัดที่\s*(\d{1,2})\s*[-–]\s*(\d{1,2})(?!\d)"
    r"(?![^\d\n]{0,30}?(?:IIT|EIT|OIT))"
)
ITEM = re.compile(rf"(?<![A-Za-z0-9.,]){LETTER}\s?(\d{{1,2}})(?!\d)[ .:)–-]*(?=[ก-๛A-Z])")
ALIKE = 0.75
"""From which likeness on a name is the same one in other words."""
THAI = re.compile("[ก-๛]")
YEAR = re.compile(r"(?<!\d)(25\d\d)(?!\d)")
EARLY = re.compile(r"(?:ตุลาคม|พฤศจิกายน|ธันวาคม|ต\.ค\.|พ\.ย\.|ธ\.ค\.)\s*(?:พ\.ศ\.\s*)?$")
"""The months of a fiscal year that are in the calendar year before it."""
LAW = re.compile("พ\\.ร\\.บ|พระราช|ระเบียบ|ประกาศ|คำสั่ง|กฎ|มติ|ยุทธศาสตร์|ฉบับ")


def range_claims(text: str, frames: Sequence[Framework]) -> Iterator[Claim]:
    """The runs of items of `text` that the indicator beside them has in none of the frameworks."""
    if not RUN.search(text):
        return
    for found in SPAN.finditer(text):
        node, first, last = found["node"], int(found["first"]), int(found["last"])
        alone = not found["above"] or text[max(0, found.start() - 2) : found.start()].endswith((")", ") "))
        if not alone or first >= last or not (found["word"] or "." in node):
            continue
        cuts = [cut for cut in (_cut(frame, node) for frame in frames) if cut is not None]
        inside = any(low <= first and last <= high for low, high in cuts)
        if not cuts or (first, last) in cuts or (inside and not found["between"].rstrip().endswith("(")):
            continue
        low, high = cuts[0]
        facts = {"node": node, "given": f"O{first}–O{last}", "computed": f"O{low}–O{high}"}
        yield Claim("range-claim", found[0], facts, unsure=inside)
    for found in SURVEYED.finditer(text):
        own = [item.number for item in frames[0].indicators if item.instrument == found[1]] if frames else []
        if own and not set(range(int(found[2]), int(found[3]) + 1)) & set(own):
            facts = {"node": found[1], "given": f"{found[2]}–{found[3]}", "computed": f"{own[0]}–{own[-1]}"}
            yield Claim("range-claim", found[0], facts)


def _cut(framework: Framework, node: str) -> tuple[int, int] | None:
    """The first and the last item of an indicator or sub-indicator."""
    items = next((sub.items for sub in framework.subs if sub.code == node), ())
    items = items or next((item.items for item in framework.indicators if str(item.number) == node), ())
    return (items[0].number, items[-1].number) if items else None


def name_claims(text: str, frames: Sequence[Framework]) -> Iterator[Claim]:
    """The items of `text` that bear the name of another item, where no other framework explains it."""
    longest = sorted({item.name for frame in frames for item in frame.items}, key=len, reverse=True)
    for found in ITEM.finditer(text):
        number = int(found[1])
        after = " ".join(text[found.end() : found.end() + 160].partition("\n")[0].split())
        name = next((name for name in longest if after.startswith(name)), None)
        if name is None or THAI.match(after[len(name) : len(name) + 1]):
            continue
        if not any(_explains(frame, number, name) for frame in frames):
            bearers = (item.code for frame in frames for item in frame.items if item.name == name)
            facts = {"item": f"O{number}", "computed": " / ".join(dict.fromkeys(bearers))}
            yield Claim("item-name-claim", found[0] + name, facts)


def _explains(frame: Framework, number: int, name: str) -> bool:
    """Whether the item of that number has that name in a framework, or one like it and no other item has it."""
    names = {item.number: item.name for item in frame.items}
    if name in names.values():
        return names.get(number) == name
    return number in names and nearest(name, [names[number]], ALIKE) is not None


def plan_years(text: str, year: int) -> Iterator[Claim]:
    """The years of a plan's periods that are not the fiscal year `year` nor the one after."""
    for found in YEAR.finditer(text):
        told = int(found[1])
        before = text[max(0, found.start() - 60) : found.start()].rpartition("\n")[2]
        if told == year - 1 and EARLY.search(before):
            continue
        if not year <= told <= year + 1 and not LAW.search(before) and "ผลการประเมิน" not in before:
            yield Claim("year-claim", lead(text, found.start(), 30) + found[0], {"given": str(told), "year": year})


def date_claims(day: DateRange | None, year: int) -> Iterator[Claim]:
    """A date that is not in the fiscal year `year`, which begins in October of the year before."""
    if day is None:
        return
    first, last = date(year - 544, 10, 1), date(year - 543, 9, 30)
    if day.end < first or day.start > last:
        yield Claim("year-claim", str(day), {"given": str(day), "year": year})
