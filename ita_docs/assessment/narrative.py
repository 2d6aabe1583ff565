"""The findings of an assessment in written Thai, a paragraph a text; every figure is that of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..thai.numbers import number
from .cards import InstrumentRow, ScoreCard
from .findings import Findings, Point
from .phrases import change, indicators, joined, mark
from .tables import Standing, YearRow

MOST_NAMED = 6
"""How many items a sentence names; of more it gives the codes."""
FULL_NAME = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"


@dataclass(frozen=True, slots=True)
class InstrumentNarrative:
    """What is said of one instrument: its result, what is strong, what is to be developed."""

    code: str
    name: str
    result: tuple[str, ...]
    strengths: tuple[str, ...]
    to_develop: tuple[str, ...]
    strong: tuple[Point, ...]
    weak: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Narrative:
    """Paragraphs by the part of the report that they stand in."""

    foreword: tuple[str, ...] = ()
    overview: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    ranking: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    by_instrument: tuple[InstrumentNarrative, ...] = ()
    zero_items: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()


def narrative_of(
    name: str,
    year: int,
    card: ScoreCard | None,
    found: Findings | None,
    years: Sequence[YearRow],
    standing: Standing,
    threshold: Decimal,
) -> Narrative:
    """Everything that can be said of an office's figures; what needs missing figures is left out."""
    history, ranking, region = _history(name, years), _ranking(name, standing), _region(name, standing)
    if card is None or found is None:
        return Narrative(foreword=_foreword(name, year, None, None), history=history, ranking=ranking, region=region)
    return Narrative(
        foreword=_foreword(name, year, card, found),
        overview=(*_overview(name, card, found), *_national(name, card, years)),
        instruments=_instruments(name, card),
        history=history,
        ranking=ranking,
        region=region,
        by_instrument=tuple(_instrument(row, found, threshold) for row in card.instruments if _known(row)),
        zero_items=_zero_items(card, found),
        checklist=_checklist(card),
        summary=_summary(found),
    )


def _foreword(name: str, year: int, card: ScoreCard | None, found: Findings | None) -> tuple[str, ...]:
    """Why there is a report, where an office has written no foreword of its own."""
    first = f"รายงานฉบับนี้จัดทำขึ้นเพื่อนำผล{FULL_NAME}"
    if card is not None:
        first += f" ปีงบประมาณ พ.ศ. {card.year} ของ{name}"
    first += f" มาวิเคราะห์ กำหนดมาตรการ และรายงานผลการดำเนินการตามมาตรการ ในปีงบประมาณ พ.ศ. {year}"
    said = [first]
    more = []
    if card is not None and card.total is not None:
        more.append(f"มีคะแนนรวม {mark(card.total)} คะแนน อยู่ในระดับ {card.level}")
    if found is not None and (weak := sorted({point.indicator for point in (*found.urgent, *found.to_develop)})):
        named = joined(f"ตัวชี้วัดที่ {number}" for number in weak)
        more.append(f"มีประเด็นที่ต้องแก้ไขและพัฒนา {len(weak)} ตัวชี้วัด ได้แก่ {named}")
    if more:
        said.append(f"ผลการประเมิน{' '.join(more)}")
    said.append(f"{name} หวังว่ารายงานฉบับนี้จะเป็นประโยชน์ต่อการยกระดับคุณธรรมและความโปร่งใสของหน่วยงานต่อไป")
    return tuple(said)


def _overview(name: str, card: ScoreCard, found: Findings) -> tuple[str, ...]:
    known = [row for row in card.indicators if row.score is not None]
    if not known:
        return ()
    said = f"จาก{FULL_NAME} ปีงบประมาณ พ.ศ. {card.year} {name}"
    if card.total is not None:
        said += f" มีคะแนนรวม {mark(card.total)} คะแนน จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ {card.level}"
        said += f" ({card.english})" if card.english else ""
        said += f" {card.result}เกณฑ์การประเมิน" if card.result else ""
    if len(known) > 1 and found.worst:
        best = [(item.indicator.number, item.indicator.name) for item in found.best]
        worst = [(item.indicator.number, item.indicator.name) for item in found.worst]
        high, low = found.best[0].score, found.worst[0].score
        said += f" ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {indicators(best)} ได้ {mark(high)} คะแนน"
        said += f" ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {indicators(worst)} ได้ {mark(low)} คะแนน"
    elif len(known) > 1:
        said += f" ทุกตัวชี้วัดได้ {mark(known[0].score)} คะแนน"
    return (said,)


def _national(name: str, card: ScoreCard, years: Sequence[YearRow]) -> tuple[str, ...]:
    row = next((row for row in years if row.year == card.year and row.mean is not None), None)
    if row is None or row.mean is None:
        return ()
    offices = f" จาก {row.offices} หน่วยงาน" if row.offices else ""
    said = f"คะแนนเฉลี่ยทั้งประเทศ{offices} เท่ากับ {mark(row.mean)} คะแนน"
    if row.total == row.mean:
        return (f"{said} {name} มีคะแนนรวมเท่ากับค่าเฉลี่ยทั้งประเทศ",)
    side = "สูงกว่า" if row.total > row.mean else "ต่ำกว่า"
    return (f"{said} {name} มีคะแนนรวม{side}ค่าเฉลี่ยทั้งประเทศ {number(abs(row.total - row.mean), 2)} คะแนน",)


def _known(row: InstrumentRow) -> bool:
    return any(indicator.score is not None for indicator in row.indicators)


def _instruments(name: str, card: ScoreCard) -> tuple[str, ...]:
    known = [row for row in card.instruments if row.points is not None and row.percent is not None]
    if len(known) < 2:
        return ()
    ordered = sorted(known, key=lambda row: -(row.percent or Decimal(0)))
    said = [
        f"แบบ {row.code} ได้ {number(row.points or 0, 2)} คะแนน จากคะแนนเต็ม {row.weight:f} คะแนน"
        f" คิดเป็นร้อยละ {number(row.percent or 0, 2)}"
        for row in ordered
    ]
    return (f"เมื่อเรียงตามร้อยละของคะแนนเต็ม {name} {said[0]} รองลงมา {joined(said[1:])}",)


def _history(name: str, years: Sequence[YearRow]) -> tuple[str, ...]:
    if len(years) < 2:
        return ()
    last, before = years[-1], years[-2]
    said = f"ปีงบประมาณ พ.ศ. {last.year} {name} มีคะแนนรวม {mark(last.total)} คะแนน"
    if last.difference is not None:
        said += f" {change(last.difference, last.trend)} จากปีงบประมาณ พ.ศ. {before.year}"
        said += f" ซึ่งมีคะแนนรวม {mark(before.total)} คะแนน"
    best = max(years, key=lambda row: (row.total, row.year))
    worst = min(years, key=lambda row: (row.total, -row.year))
    span = f"ในช่วงปีงบประมาณ พ.ศ. {years[0].year} ถึง {last.year}"
    if best.total == worst.total:
        return (said,)
    more = f"{span} คะแนนรวมสูงสุดในปี {best.year} ({mark(best.total)} คะแนน)"
    return (said, f"{more} และต่ำสุดในปี {worst.year} ({mark(worst.total)} คะแนน)")


def _ranking(name: str, standing: Standing) -> tuple[str, ...]:
    if standing.place is None or not (standing.published or (standing.offices or 0) > 1):
        return ()
    of = f" จาก {standing.offices} หน่วยงาน" if standing.offices else ""
    among = "" if standing.published else "ที่มีข้อมูล"
    said = f"{name} อยู่ในอันดับที่ {standing.place}{of}{among}{_before(standing.place, standing.before)}"
    return (said if standing.mean is None else f"{said} คะแนนเฉลี่ยของทุกหน่วยงานเท่ากับ {mark(standing.mean)} คะแนน",)


def _region(name: str, standing: Standing) -> tuple[str, ...]:
    if standing.region_place is None or standing.region_offices < 2 or standing.region_mean is None:
        return ()
    where = f"ในเขตตรวจราชการที่ {standing.region}"
    said = f"{where} {name} อยู่ในอันดับที่ {standing.region_place} จาก {standing.region_offices} หน่วยงานที่มีข้อมูล"
    said += _before(standing.region_place, standing.region_before)
    return (f"{said} คะแนนเฉลี่ยของเขตเท่ากับ {mark(standing.region_mean)} คะแนน",)


def _before(place: int, before: int | None) -> str:
    if before is None:
        return ""
    moved = "ดีขึ้นจาก" if place < before else "ลดลงจาก" if place > before else "คงที่จาก"
    return f" {moved}อันดับที่ {before} ในปีก่อน"


def _instrument(row: InstrumentRow, found: Findings, threshold: Decimal) -> InstrumentNarrative:
    own = {indicator.number for indicator in row.indicators}
    strong = tuple(point for point in found.strengths if point.indicator in own)
    weak = tuple(point for point in found.to_develop if point.indicator in own)
    result = f"{row.name} ({row.code}) ประกอบด้วย{_span(row)}"
    if row.points is not None:
        result += f" ได้คะแนนที่คูณน้ำหนักแล้ว {number(row.points, 2)} คะแนน จากคะแนนเต็ม {row.weight:f} คะแนน"
        result += f" คิดเป็นร้อยละ {number(row.percent or 0, 2)}"
    limit = mark(threshold)
    strong_rule = f"ได้คะแนนตั้งแต่ร้อยละ {limit} ขึ้นไป" if threshold < 100 else "ได้คะแนนร้อยละ 100"
    return InstrumentNarrative(
        code=row.code,
        name=row.name,
        result=(result,),
        strengths=(_points("จุดแข็ง", strong_rule, strong),),
        to_develop=(_points("จุดที่ต้องพัฒนา", f"ได้คะแนนต่ำกว่าร้อยละ {limit}", weak),),
        strong=strong,
        weak=weak,
    )


def _span(row: InstrumentRow) -> str:
    numbers = [indicator.number for indicator in row.indicators]
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"ตัวชี้วัดที่ {numbers[0]} - {numbers[-1]}"
    return f"ตัวชี้วัดที่ {joined(map(str, numbers))}"


def _points(word: str, rule: str, points: Sequence[Point]) -> str:
    if not points:
        return f"{word} ({rule}) ไม่มี"
    unit = "ตัวชี้วัดย่อย" if all(point.level == "sub" for point in points) else "ตัวชี้วัด"
    said = joined([f"{_word(point)} {point.node} {point.name} ({mark(point.score)} คะแนน)" for point in points])
    return f"{word} ({rule}) จำนวน {len(points)} {unit} ได้แก่ {said}"


def _word(point: Point) -> str:
    return "ตัวชี้วัดย่อยที่" if point.level == "sub" else "ตัวชี้วัดที่"


def _zero_items(card: ScoreCard, found: Findings) -> tuple[str, ...]:
    if not any(item.score is not None for item in card.items):
        return ()
    count = sum(len(items) for _, items in found.zero_items)
    if not count:
        return ("ทุกข้อที่มีคะแนนได้คะแนนเต็ม",) if all(item.score == 100 for item in card.items) else ()
    return (f"ข้อที่ไม่ได้คะแนน มีจำนวน {count} ข้อ จาก {len(card.items)} ข้อ ดังนี้",)


def _checklist(card: ScoreCard) -> tuple[str, ...]:
    if not card.counted or card.complete_percent is None:
        return ()
    said = [f"จากตาราง {_complete(card.complete, card.counted, card.complete_percent)}"]
    for row in card.indicators:
        if row.counted and row.complete_percent is not None and row.counted < card.counted:
            own = _complete(row.complete, row.counted, row.complete_percent)
            said.append(f"ตัวชี้วัดที่ {row.number} {row.name} {own}")
    return tuple(said)


def _complete(complete: int, counted: int, percent: Decimal) -> str:
    rest = f" และต้องปรับปรุง {counted - complete} ข้อ" if counted > complete else ""
    return f"ข้อมูลครบถ้วนสมบูรณ์ {complete} ข้อ จาก {counted} ข้อ คิดเป็นร้อยละ {number(percent, 2)}{rest}"


def _summary(found: Findings) -> tuple[str, ...]:
    urgent = [point for point in found.urgent if point.level == "indicator"]
    said = []
    if urgent:
        named = indicators([(point.node, point.name) for point in urgent])
        said.append(f"ประเด็นที่ต้องแก้ไขโดยเร่งด่วน คือ {named} ซึ่งได้คะแนนต่ำกว่าเกณฑ์ผ่าน")
    items = [point for point in found.urgent if point.level == "item"]
    if items:
        named = joined(f"{point.node} {point.name}" if len(items) <= MOST_NAMED else point.node for point in items)
        said.append(f"ข้อที่ไม่ได้คะแนนซึ่งต้องแก้ไข มีจำนวน {len(items)} ข้อ ได้แก่ {named}")
    if found.less_urgent:
        named = joined([f"{_word(point)} {point.node} {point.name}" for point in found.less_urgent])
        said.append(f"ประเด็นที่ต้องพัฒนาให้ดีขึ้น คือ {named}")
    return tuple(said)
