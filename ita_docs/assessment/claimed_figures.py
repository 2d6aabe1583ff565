"""What an office's own figures are, and what a text says of them that they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ..frameworks import Framework
from .cards import ScoreCard
from .model import Assessment
from .offices import Cohort, Office
from .passages import Claim, lead
from .phrases import mark
from .shares import shares
from .tables import Standing, YearRow

NODE = (
    r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(?P<node>\d{1,2}(?:\.\d)?)(?![\d.]|\s*[-–,]\s*\d)"
    r"|(?<![A-Za-z])(?P<instrument>IIT|EIT|OIT)(?![A-Za-z])"
    r"|(?P<total>คะแนนรวม|คะแนนเฉลี่ยรวม|คะแนนรวมเฉลี่ย|ผลคะแนน ITA|คะแนน ITA|ภาพรวม)"
)
YEAR = r"(?P<year>(?<!\d)25\d\d(?!\d))"
PRINTED = (
    r"(?P<figure>(?<![\d.,:/+-])\d{1,3}\.\d\d(?![\d/:]|[.,]\d)"
    r"(?!\s*(?:น\.|นาฬิกา|บาท|คน|ล้าน|เมตร|ชั่วโมง|%?\s*ขึ้นไป)))"
)
DECIMALS = re.compile(r"\d\.\d\d")
VOID = re.compile(
    "เพิ่ม|ลดลง|กว่า|เป้าหมาย|เกณฑ์|ต่าง|ประเทศ|ระดับเขต|สพฐ|ค่าเฉลี่ย|ให้|ยกระดับ|พัฒนาเป็น|ตั้งแต่|ขึ้นไป|เวลา|แห่งอื่น|"
    r"หน่วยงานอื่น|\(\d{1,2}\)"
)
"""What stands between a node and a figure that is not its score."""
TOLD = re.compile("คะแนน|ร้อยละ|ได้|เท่ากับ|เฉลี่ย")
ELSEWHERE = re.compile("พึงพอใจ|ทดสอบ|แบบสอบถาม|หลักสูตร|เขตอื่น|สำนักงานอื่น|ประเทศ|ค่าเฉลี่ย|เขตตรวจ")
OUT_OF = re.compile(r"เต็ม\s*(?!100|30|40)\d")
"""What stands before a figure that is a score of something else."""
ABOUT = re.compile("ITA|คุณธรรม")
COMPLETE = re.compile("สมบูรณ์|พร้อม|ครบ")
NEAR, NEXT = 90, 30
"""So many characters after its node, or after another figure of it, a figure still belongs to it."""
HALF = Decimal("0.005")
WEIGHTED = re.compile(
    r"ตัวชี้วัดที่\s*(\d{1,2})\s*[-–]\s*(\d{1,2})(?!\d)[^\d\n]{0,60}?(\d{1,3}(?:\.\d{1,2})?)(?!\d)[^\d\n]{0,30}น้ำหนัก"
)


@dataclass(frozen=True, slots=True)
class Known:
    """An office's figures as texts may quote them.

    figures: all that could be printed of it. years: the scores of each year, by `9`, `9.5`, `IIT`, `total`.
    """

    office: Office
    framework: Framework
    card: ScoreCard | None
    history: tuple[YearRow, ...]
    figures: frozenset[Decimal]
    years: Mapping[int, Mapping[str, Decimal]]
    cohort: Cohort

    @property
    def percents(self) -> Mapping[str, Decimal]:
        """The scores of the instruments on 100 in the year assessed."""
        scores = () if self.office.score is None else self.office.score.instruments
        return {item.instrument.code: item.percent for item in scores if item.percent is not None}

    @property
    def nodes(self) -> Mapping[str, Decimal]:
        """The scores of the year assessed."""
        return self.years.get(self.office.assessed, {})


def known_of(
    office: Office, card: ScoreCard | None, history: tuple[YearRow, ...], standing: Standing, cohort: Cohort
) -> Known | None:
    """What is known of an office; None where its framework is not."""
    if office.framework is None:
        return None
    made: list[Decimal | None] = [*office.totals.values(), standing.region_mean, standing.mean]
    for row in history:
        made += [row.total, row.mean, None if row.difference is None else abs(row.difference)]
        made.append(None if row.mean is None else abs(row.total - row.mean))
    years = {year: {"total": total} for year, total in office.totals.items()}
    for year, assessment in sorted(office.assessments.items()):
        years.setdefault(year, {}).update(_nodes(assessment))
    for year, found in office.assessments.items():
        scores, earlier = years[year], years.get(year - 1, {})
        made += [*scores.values(), *(abs(scores[node] - earlier[node]) for node in scores.keys() & earlier.keys())]
        made += [item.percent for item in found.instruments]
        made += [100 - score for score in scores.values()]
        wrong, given = {item.node for item in found.contradictions}, found.given
        told = {**{str(number): score for number, score in given.indicators.items()}, **given.instruments}
        made += [score for node, score in told.items() if node not in wrong]
    figures = frozenset(score.quantize(Decimal("0.01")) for score in made if score is not None)
    return Known(office, office.framework, card, history, figures, years, cohort)


def _nodes(found: Assessment) -> dict[str, Decimal]:
    pairs: list[tuple[str, Decimal | None]] = [(str(item.indicator.number), item.score) for item in found.indicators]
    pairs += [(item.sub.code, item.score) for item in found.subs]
    pairs += [(item.instrument.code, item.points) for item in found.instruments]
    pairs.append(("total", found.total))
    return {code: score for code, score in pairs if score is not None}


def figure_claims(text: str, known: Known, in_passing: bool) -> Iterator[Claim]:
    """The figures of `text` that are said of an indicator, instrument or the total, and are none of the office's.

    in_passing: whether the text is about something else, like a training with scores of its own.
    """
    for line in text.splitlines():
        if DECIMALS.search(line):
            yield from _figures_of(line, known, in_passing)
        for found in WEIGHTED.finditer(line):
            instrument = _whose(known.framework, int(found[1]), int(found[2]))
            points = known.nodes.get(instrument)
            slack = HALF if "." in found[3] else HALF * 100
            if points is not None and abs(Decimal(found[3]) - points) > slack:
                facts = {"what": _what(instrument), "given": found[3], "computed": mark(points), "owner": ""}
                yield Claim("figure-claim", found[0], facts)


def _whose(framework: Framework, first: int, last: int) -> str:
    """The instrument that has just these indicators, or nothing."""
    for instrument in framework.instruments:
        numbers = [item.number for item in instrument.indicators]
        if (numbers[0], numbers[-1]) == (first, last):
            return instrument.code
    return ""


@cache
def _events(framework: Framework) -> re.Pattern[str]:
    """What finds nodes, years and figures in a line."""
    named = "|".join(re.escape(name) for name in sorted(_codes(framework), key=len, reverse=True))
    return re.compile(rf"{NODE}|{YEAR}|{PRINTED}|(?P<name>{named})")


def _codes(framework: Framework) -> dict[str, str]:
    """The indicators and sub-indicators by name."""
    made = {item.name: str(item.number) for item in framework.indicators}
    return made | {item.name: item.code for item in framework.subs if item.name not in made}


def _figures_of(line: str, known: Known, in_passing: bool) -> Iterator[Claim]:
    node, end, year, reach = "", 0, known.office.assessed, NEAR
    codes, about = _codes(known.framework), ABOUT.search(line) is not None
    for found in _events(known.framework).finditer(line):
        if found["year"]:
            year = int(found["year"])
        elif found["figure"] is None:
            node, end = found["node"] or found["instrument"] or codes.get(found["name"] or "", "total"), found.end()
            reach = NEAR
            if node == "total" and not about and (in_passing or found["total"] == "ภาพรวม"):
                node = ""
        elif node:
            right = known.years.get(year, {}).get(node)
            if right is None or found.start() - end > reach or not _told(line, end, found.start(), found.end()):
                node = ""
                continue
            percent = (
                known.percents.get(node)
                if "ร้อยละ" in line[end : found.start()] and year == known.office.assessed
                else None
            )
            end, reach = found.end(), NEXT
            if Decimal(found["figure"]) not in known.figures:
                facts = {"what": _what(node), "given": found["figure"], "computed": mark(percent or right)}
                whose = _owner(known, node, year, Decimal(found["figure"]))
                said = lead(line, found.start(), 50) + found[0]
                yield Claim("figure-claim", said, {**facts, "owner": _of_whom(whose)})


def _told(line: str, start: int, end: int, after: int) -> bool:
    """Whether the figure from `end` to `after` is said to be the score of the node that ends at `start`."""
    between = line[start:end]
    follows = line[after : after + 30]
    if VOID.search(between) or VOID.search(follows[:12]) or OUT_OF.search(follows):
        return False
    if ELSEWHERE.search(line[max(0, start - 60) : end]):
        return False
    return not between.strip(" :=(") or TOLD.search(line[max(0, start - 15) : end]) is not None


def _what(node: str) -> dict[str, str]:
    if node == "total":
        return {"th": "คะแนนรวม", "en": "The total"}
    if node[0].isdigit():
        return {"th": f"ตัวชี้วัดที่ {node}", "en": f"Indicator {node}"}
    return {"th": node, "en": node}


def _of_whom(name: str) -> dict[str, str] | str:
    return {"th": f" ซึ่งเป็นคะแนนของ {name}", "en": f", which is “{name}”'s"} if name else ""


def _owner(known: Known, node: str, year: int, score: Decimal) -> str:
    """The office of the workbook that has this figure in the same year, where just one has; else nothing."""
    found = [
        other.short
        for other in known.cohort.offices.values()
        if (its := other.assessments.get(year)) is not None and _nodes(its).get(node) == score
    ]
    return found[0] if len(found) == 1 else ""


def count_claims(text: str, known: Known) -> Iterator[Claim]:
    """Where a text counts other complete items than the workbook's states of all items give."""
    card = known.card
    if card is None or card.counted < len(card.items) or not any(item.state for item in card.items):
        return
    for share in shares(text):
        line = text[max(0, share.start - 60) : share.start].rpartition("\n")[2] + share.said
        if share.whole == str(card.counted) and share.part != str(card.complete) and COMPLETE.search(line):
            facts = {"given": share.part, "computed": card.complete, "whole": share.whole}
            yield Claim("count-claim", share.said, facts)
