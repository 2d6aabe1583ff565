"""The shipped frameworks: their cuts, names and levels, and which one an office's parents and year lead to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ita_docs.frameworks import framework_for, framework_names, load_framework
from ita_docs.problems import FrameworkError

NAMES = framework_names()
CUTS = {
    "obec-2564": {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2},
    "obec-2566": {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5},
    "moe-2566": {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5},
    "nacc-2566": {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5},
    "obec-2567": {"9.1": 6, "9.2": 7, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 2},
}
SCORES = {100: "AA", 95: "AA", 94.99: "A", 85: "A", 84.99: "B", 75: "B", 65: "C", 55: "D", 50: "E", 49.99: "F", 0: "F"}


def test_these_frameworks_are_shipped() -> None:
    assert set(NAMES) == set(CUTS)


@pytest.mark.parametrize("name", NAMES)
def test_items_are_cut_into_sub_indicators(name: str) -> None:
    framework = load_framework(name)
    assert {sub.code: len(sub.items) for sub in framework.subs} == CUTS[name]
    assert [item.number for item in framework.items] == list(range(1, sum(CUTS[name].values()) + 1))
    assert len({item.name for item in framework.items}) == len(framework.items)
    hash(framework)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "moe-2566"])
def test_ten_indicators_in_three_instruments(name: str) -> None:
    framework = load_framework(name)
    assert [(item.code, item.weight) for item in framework.instruments] == [("IIT", 30), ("EIT", 30), ("OIT", 40)]
    assert [item.number for item in framework.indicators] == list(range(1, 11))
    assert framework.indicator(4).name == "การใช้ทรัพย์สินของราชการ"
    assert [item.instrument for item in framework.indicators] == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2


def test_the_ministry_s_round_is_oit_alone() -> None:
    framework = load_framework("moe-2566")
    assert (framework.method, framework.instrument("OIT").weight) == ("by_item", 100)
    assert [item.number for item in framework.indicators] == [9, 10]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_sure_says_so(name: str) -> None:
    framework = load_framework(name)
    assert framework.verified == (name not in ("obec-2567", "nacc-2566"))
    assert bool(framework.doubts) != framework.verified
    assert framework.sources


@pytest.mark.parametrize("name", NAMES)
def test_the_items_of_measures_and_results_are_named_so(name: str) -> None:
    framework = load_framework(name)
    assert framework.measures_item is not None
    assert framework.results_item is not None
    assert framework.item(framework.measures_item).name == "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert framework.item(framework.results_item).name.endswith("คุณธรรมและความโปร่งใสภายในหน่วยงาน")
    assert framework.item(framework.results_item).code == ("O35" if name == "obec-2567" else "O43")


def test_names_differ_by_body_and_year() -> None:
    assert load_framework("obec-2564").item(20).name == "รายงานผลการใช้จ่ายงบประมาณประจำปี"
    assert load_framework("obec-2564").item(22).group == "การจัดซื้อจัดจ้างหรือการจัดหาพัสดุ"
    assert load_framework("obec-2566").item(1).name == "โครงสร้างหน่วยงาน"
    assert load_framework("moe-2566").item(3).name == "หน้าที่และอำนาจ"
    assert load_framework("moe-2566").sub("10.2").name == "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    assert load_framework("obec-2566").sub("10.2").name == "มาตรการภายในเพื่อป้องกันการทุจริต"


def test_where_an_item_is() -> None:
    framework = load_framework("obec-2566")
    assert (framework.sub_of(29).code, framework.indicator_of(29).number) == ("9.5", 9)
    assert (framework.sub_of(36).code, framework.indicator_of(36).number) == ("10.1", 10)
    assert load_framework("obec-2564").indicator_of(33).number == 9  # 000 cuts its items of 2566 so


def test_what_is_not_there_is_a_key_error() -> None:
    framework = load_framework("obec-2566")
    for lookup, key in (
        *((look, 99) for look in (framework.item, framework.indicator, framework.sub_of, framework.indicator_of)),
        *((look, "11.1") for look in (framework.sub, framework.instrument)),
    ):
        with pytest.raises(KeyError):
            lookup(key)  # type: ignore[arg-type]


@pytest.mark.parametrize(("score", "level"), SCORES.items())
def test_letters(score: float, level: str) -> None:
    band = load_framework("obec-2566").band_of(Decimal(str(score)))
    assert (band.level, band.passes) == (level, score >= 85)


def test_levels_compare_what_is_printed() -> None:
    framework = load_framework("obec-2566")
    assert framework.band_of(Decimal("94.995")).level == "AA"
    assert framework.band_of(Decimal("94.9949")).level == "A"
    assert framework.passes(Decimal("84.995"))
    assert not framework.passes(Decimal("84.994"))


@pytest.mark.parametrize(
    ("total", "parts", "level"),
    [
        ("95.81", ("99", "97", "92"), "ผ่านดี"),
        ("96", ("95", "95", "97.50"), "ผ่านดีเยี่ยม"),
        ("94.64", ("98", "84.99", "99"), "ผ่าน"),
        ("92.43", ("91", "85", "98"), "ผ่านดี"),
        ("84.99", ("100", "100", "62.48"), "ต้องปรับปรุง"),
        ("69.99", ("70", "70", "70"), "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_levels_in_words_ask_every_instrument(total: str, parts: tuple[str, ...], level: str) -> None:
    assert load_framework("nacc-2566").band_of(Decimal(total), map(Decimal, parts)).level == level


@pytest.mark.parametrize(
    ("parents", "year", "name", "exact"),
    [
        ("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน\nกระทรวงศึกษาธิการ", 2566, "obec-2566", True),
        ("สำนักงานคณะกรรมการ การศึกษาขั้นพื้นฐาน", 2564, "obec-2564", True),
        ("สังกัดสพฐ. ศธ.", 2565, "obec-2564", False),
        ("(สพฐ)", 2567, "obec-2567", True),
        ("สป.ศธ.", 2566, "moe-2566", True),
        ("สป. ศธ.", 2566, "moe-2566", True),
        ("สป.", 2566, "moe-2566", True),
        ("กระทรวงศึกษาธิการ\nสำนักงานปลัดกระทรวงศึกษาธิการ", 2566, "moe-2566", True),
        ("สพฐ.\nสป.", 2566, "obec-2566", True),
    ],
)
def test_a_body_and_a_year_lead_to_a_framework(parents: str, year: int, name: str, exact: bool) -> None:
    choice = framework_for(parents, year)
    assert choice is not None
    assert (choice.framework.name, choice.exact) == (name, exact)


@pytest.mark.parametrize(
    ("parents", "year"),
    [
        ("กระทรวงศึกษาธิการ", 2566),
        ("สป.สธ.", 2566),
        ("สป. มท.", 2566),
        ("สพป.ขอนแก่น เขต 1", 2566),
        ("สำนักงาน ป.ป.ช.", 2566),
        ("", 2566),
        ("สพฐ.", 2568),
        ("สป.ศธ.", 2565),
    ],
)
def test_no_framework_for_another_body_or_year(parents: str, year: int) -> None:
    assert framework_for(parents, year) is None


def test_only_the_frameworks_given_are_chosen_from() -> None:
    assert framework_for("สพฐ.", 2566, [load_framework("moe-2566")]) is None


def test_an_unknown_name_tells_the_nearest() -> None:
    with pytest.raises(FrameworkError) as caught:
        load_framework("obec2566")
    (item,) = caught.value.problems
    assert item.code == "unknown-framework"
    assert "“obec-2566”" in item.hint
    assert "moe-2566" in item.worded("en").hint
