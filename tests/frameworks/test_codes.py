"""Every part of a framework is found by whatever offices call it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.frameworks import framework_names, load_framework
from ita_docs.frameworks.codes import item_number, node_of
from ita_docs.thai.numerals import to_thai

FRAMEWORKS = {name: load_framework(name) for name in framework_names()}
CALLED = {
    "indicator": ("{}", "ตัวชี้วัด {}", "ตัวชี้วัดที่ {}", "ตัวชี้วัดที่{} ชื่อ"),
    "item": ("{}", "ข้อ {}", "ข้อที่ {}", "ข้อคำถามที่{}", "{} ชื่อ"),
}
CALLED["sub"] = (*CALLED["indicator"], "ตัวชี้วัดย่อยที่ {}", "ประเด็น {}")


def nodes(name: str) -> list[tuple[str, str, int, str]]:
    framework = FRAMEWORKS[name]
    made = [("indicator", str(one.number), one.number, one.name) for one in framework.indicators]
    for one in framework.indicators:
        made += [("sub", sub.code, one.number, sub.name) for sub in one.subs]
        made += [("item", item.code, one.number, item.name) for item in one.items]
    return made


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_node_is_found_by_its_code(name: str) -> None:
    for level, code, indicator, _ in nodes(name):
        for form in CALLED[level]:
            for typed in (form.format(code), to_thai(form.format(code)), form.format(code).replace("O", "○")):
                found = node_of(FRAMEWORKS[name], typed)
                assert found is not None, typed
                assert (found.level, found.code, found.indicator) == (level, code, indicator), typed


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_node_is_found_by_its_name(name: str) -> None:
    told = nodes(name)
    for level, code, _, title in told:
        found = node_of(FRAMEWORKS[name], f" {title} ")
        assert found is not None, title
        namesakes = {other for _, other, _, same in told if same == title}
        assert found.code in namesakes, (level, code, title)


@pytest.mark.parametrize("typed", ["", "ก", "99", "O99", "O0", "ข้อ", "9.9x.1", "0", "การ"])
def test_what_no_framework_has_is_not_found(typed: str) -> None:
    found = node_of(FRAMEWORKS["obec-2564"], typed)
    assert found is None


@given(st.text(alphabet="Oo○0๐๙9. -ขอ้ตัวชี้วัดที่ก", max_size=20))
def test_any_text_is_a_node_or_none(typed: str) -> None:
    found = node_of(FRAMEWORKS["obec-2564"], typed)
    assert found is None or found.code in {code for _, code, _, _ in nodes("obec-2564")}
    number = item_number(typed)
    assert number is None or number > 0
