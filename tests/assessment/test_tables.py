"""Tables over years and offices, and sentences whose figures are those of the tables."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_docs.assessment.cards import percent_of
from ita_docs.assessment.claimed_scores import level_claims
from ita_docs.assessment.shares import share_claims
from ita_docs.assessment.tables import DOWN, SAME, UP
from ita_docs.frameworks import load_framework

from .books import Rows, checked, indicators, items, office, record, scored
from .offices import NAKHON_PHANOM_ITEMS


def area(totals: dict[str, tuple[float | None, float | None]], **more: Any) -> dict[str, Any]:
    """What is added to each of the offices with these totals in 2563 and 2564, all of one region."""
    offices = [office(รหัส=ref, ชื่อหน่วยงาน=f"โรงเรียน{ref}", ชื่อย่อ="", เขตตรวจราชการ="เขตตรวจราชการที่ 11") for ref in totals]
    past: Rows = [
        {"รหัส": ref, "ปี": year, "คะแนน": score}
        for ref, scores in totals.items()
        for year, score in zip((2563, 2564), scores, strict=True)
        if score is not None
    ]
    return {item.ref: item.derived for item in checked(offices, ผลย้อนหลัง=past, **more).records}


def test_places_where_they_went_and_ties() -> None:
    added = area({"A": (80, 90), "B": (90, 90), "C": (70, 85), "D": (95, 80)})
    standing = added["C"]["standing"]
    rows = {row.name[-1]: (row.place, row.before, row.moved, row.own) for row in standing.around}
    assert rows == {
        "A": (1, 3, UP, False),
        "B": (1, 2, UP, False),
        "C": (3, 4, UP, True),
        "D": (4, 1, DOWN, False),
    }
    assert [row.moved for row in area({"A": (90, 90), "B": (80, 80)})["A"]["standing"].around] == [SAME, SAME]
    assert {row.moved for row in area({"A": (None, 90), "B": (80, 80)})["A"]["standing"].around} == {""}
    assert [row.moved for row in area({"A": (90, 80), "B": (80, 90)})["A"]["standing"].around] == [UP, DOWN]
    assert (standing.place, standing.offices, standing.published) == (3, 4, False)


def test_the_region_and_its_mean() -> None:
    standing = area({"A": (80, 90.005), "B": (90, 80)})["B"]["standing"]
    assert (standing.region_place, standing.region_before, standing.region_offices) == (2, 1, 2)
    assert standing.region_mean == Decimal("85.00")
    differences = {row.name[-1]: row.difference for row in standing.trend_rows}
    assert differences == {"A": Decimal("10.005"), "B": Decimal(-10)}


def test_a_published_place_comes_first() -> None:
    past: Rows = [
        {"ปี": 2564, "คะแนน": 81.76, "อันดับ": 216, "จำนวนหน่วยงาน": 225},
        {"ปี": 2563, "คะแนน": 85.2, "อันดับ": 110},
    ]
    standing = record(ผลย้อนหลัง=past).derived["standing"]
    assert (standing.place, standing.before, standing.offices, standing.published) == (216, 110, 225, True)


def test_the_history_counts_from_year_to_year() -> None:
    past: Rows = [
        {"ปี": year, "คะแนน": score} for year, score in ((2563, 85.20), (2560, 87.68), (2564, 81.76), (2566, 99))
    ]
    rows = record(ผลย้อนหลัง=past).derived["history"]
    assert [(row.year, row.difference, row.trend) for row in rows] == [
        (2560, None, ""),
        (2563, None, ""),
        (2564, Decimal("-3.44"), "ลดลง"),
    ]


PAST: Rows = [
    {"ปี": 2562, "คะแนน": 76.01},
    {"ปี": 2563, "คะแนน": 85.20, "อันดับ": 110},
    {"ปี": 2564, "คะแนน": 81.76, "อันดับ": 216, "จำนวนหน่วยงาน": 225, "คะแนนเฉลี่ย": 90.76},
]
FIGURE = re.compile(r"\d+\.\d\d?")


def said(value: Any) -> str:
    """Every sentence of a narrative."""
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, tuple):
        return "".join(map(said, value))
    fields = ("foreword", "overview", "instruments", "history", "ranking", "region", "by_instrument", "zero_items")
    more = ("checklist", "summary", "result", "strengths", "to_develop")
    return "".join(said(getattr(value, name)) for name in (*fields, *more) if hasattr(value, name))


def shown(added: Any) -> set[str]:
    """Every figure of the tables, with two decimals."""
    card, standing = added["card"], added["standing"]
    scores = [card.total, added["limit"], standing.region_mean, standing.mean, card.complete_percent]
    scores += [score for row in card.instruments for score in (row.points, row.percent, row.weight)]
    scores += [score for row in card.indicators for score in (row.score, *(sub.score for sub in row.subs))]
    for row in card.indicators:
        told = [item for sub in row.subs for item in sub.items if item.score is not None]
        scores.append(percent_of(sum(item.complete for item in told), len(told)))
    for row in added["history"]:
        scores += [row.total, row.mean, row.difference, None if row.mean is None else row.total - row.mean]
    return {f"{abs(score):.2f}" for score in scores if score is not None}


def of_the_tables(added: Any) -> bool:
    codes = {sub.code for row in added["card"].indicators for sub in row.subs}
    figures = set(FIGURE.findall(said(added["narrative"])))
    return {f"{Decimal(figure):.2f}" for figure in figures - codes} <= shown(added)


def test_the_sentences_of_a_known_office() -> None:
    added = scored(ผลย้อนหลัง=PAST).records[0].derived
    text = said(added["narrative"])
    assert of_the_tables(added)
    for figure in (
        "81.76",
        "31.25",
        "29.86",
        "99.52",
        "ลดลง 3.44",
        "90.76",
        "อันดับที่ 216",
        "225",
        "จำนวน 12 ข้อ จาก 43 ข้อ",
    ):
        assert figure in text, figure


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.integers(1, 10), st.decimals(0, 100, places=2), min_size=1),
    st.none() | st.sets(st.sampled_from(sorted(NAKHON_PHANOM_ITEMS))),
    st.lists(st.decimals(0, 100, places=2), max_size=3),
)
def test_every_figure_of_a_sentence_is_one_of_a_table(
    scores: dict[int, Decimal], zeros: set[int] | None, past: list[Decimal]
) -> None:
    sheets: dict[str, Rows] = {"คะแนนตัวชี้วัด": [indicators({n: float(score) for n, score in scores.items()})]}
    if zeros is not None:
        sheets["คะแนน_OIT"] = [items({n: 0 if n in zeros else 100 for n in NAKHON_PHANOM_ITEMS})]
    if past:
        sheets["ผลย้อนหลัง"] = [{"ปี": 2561 + n, "คะแนน": float(score)} for n, score in enumerate(past)]
    added = record(**sheets).derived
    assert of_the_tables(added)
    text = said(added["narrative"])
    assert not [*share_claims(text), *level_claims(text, load_framework("obec-2564"))]
