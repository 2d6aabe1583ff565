"""A framework of one's own, in a TOML file: what loads, and everything that is refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_docs.frameworks import load_framework
from ita_docs.frameworks.rules import check_framework
from ita_docs.frameworks.schema import read_framework
from ita_docs.problems import FrameworkError
from ita_docs.strict_toml import Faults, Section

GOOD = """
name = "our-2570"
title = "กรอบทดลอง"
body = "หน่วยงานทดลอง"
body_words = ["หน่วยงานทดลอง"]
year = 2570
pass_mark = 85
verified = true

[[bands]]
level = "ผ่าน"
start = 85
each_start = 80

[[bands]]
level = "ผ่านแบบมีเงื่อนไข"
start = 85

[[bands]]
level = "ไม่ผ่าน"
start = 0

[[instruments]]
code = "IIT"
name = "แบบวัดภายใน"
weight = 62.5
indicators = [{ number = 1, name = "การปฏิบัติหน้าที่" }]

[[instruments]]
code = "OIT"
name = "แบบวัดการเปิดเผยข้อมูล"
weight = 37.5

[[instruments.indicators]]
number = 2
name = "การเปิดเผยข้อมูล"

[[instruments.indicators.subs]]
code = "2.1"
name = "ข้อมูลพื้นฐาน"
groups = [{ name = "ข้อมูล", items = ["O1 โครงสร้าง", "O๒ Q&A"] }, { items = ["O3 ข่าว"] }]
"""
REFUSED = {
    "a key misspelt": ("pass_mark = 85", "pass_marks = 85", "pass_marks is not a known key"),
    "a mark missing": ("pass_mark = 85", "", "pass_mark must be given"),
    "a text for a number": ("pass_mark = 85", 'pass_mark = "85"', "pass_mark must be a number"),
    "a score too fine": ("start = 85\neach", "start = 85.001\neach", "bands[1].start must be a number"),
    "a score that is none": ("start = 85\neach", "start = nan\neach", "bands[1].start must be a number"),
    "a truth for a number": ("year = 2570", "year = true", "year must be a number from 2500"),
    "a Christian year": ("year = 2570", "year = 2027", "year must be a number from 2500"),
    "a method": ("verified = true", 'method = "by_heart"\nverified = true', "must be one of by_sub_indicator"),
    "no doubts": ("verified = true", "", "doubts must say what is not sure"),
    "its own year": ("verified = true", "verified = true\nstands_for = [2570]", "stands_for must not have"),
    "a year that is a list": ("verified = true", "verified = true\nstands_for = [[]]", "stands_for must be a number"),
    "many scores": ("verified = true", f"verified = true\nitem_scores = {list(range(12))}", "can be 11 at most"),
    "a score twice": ("verified = true", "verified = true\nitem_scores = [0, 100, 0.0]", "item_scores has 0"),
    "weights": ("weight = 62.5", "weight = 60", "must sum to 100, not 97.5"),
    "no weight": ("weight = 62.5", "weight = 0", "instruments[1].weight must be above 0"),
    "bands that climb": ("start = 0", "start = 90", "bands[3].start must be lower"),
    "bands that are one": ("start = 85\neach_start = 80", "start = 85", "bands[2].start must be lower"),
    "bands above nothing": ("start = 0", "start = 10", "bands must end with a level from 0 on"),
    "no bands": ("[[bands]]", "[[bandz]]", "bandz is not a known key"),
    "a level twice": ('level = "ไม่ผ่าน"', 'level = "ผ่าน"', "bands level has ผ่าน twice"),
    "a mark between": ("pass_mark = 85", "pass_mark = 80", "pass_mark must be where a level starts"),
    "an indicator twice": ("number = 1", "number = 2", "indicators number has 2 twice"),
    "an instrument twice": ('code = "OIT"', 'code = "IIT"', "instruments code has IIT twice"),
    "no indicators": ('indicators = [{ number = 1, name = "การปฏิบัติหน้าที่" }]', "", "instruments[1].indicators must be"),
    "a code elsewhere": ('code = "2.1"', 'code = "9.1"', "instruments[2].indicators[1].subs[1].code “9.1” must be 2.1"),
    "an item twice": ("O3 ข่าว", "O1 ข่าว", "O1 stands where O3 should"),
    "an item missing": ("O3 ข่าว", "O4 ข่าว", "O4 stands where O3 should"),
    "an item without code": ("O3 ข่าว", "ข่าว", "groups[2].items “ข่าว” must begin with its code"),
    "items that are none": ('["O3 ข่าว"]', "3", "groups[2].items must be a list of texts"),
    "no items": (
        'groups = [{ name = "ข้อมูล", items = ["O1 โครงสร้าง", "O๒ Q&A"] }, { items = ["O3 ข่าว"] }]',
        "",
        "must have one item",
    ),
    "an item that is not there": ("verified = true", "verified = true\nmeasures_item = 9", "measures_item names O9"),
    "by item": ("verified = true", 'verified = true\nmethod = "by_item"', "method by_item needs one instrument"),
    "a name with spaces": ('"our-2570"', '"our 2570"', "name “our 2570” may only have"),
}


def write(folder: Path, text: str = GOOD) -> Path:
    file = folder / "ours.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_says_what_it_says(tmp_path: Path) -> None:
    framework = load_framework(write(tmp_path))
    assert (framework.name, framework.year, framework.method) == ("our-2570", 2570, "by_sub_indicator")
    assert [str(item.weight) for item in framework.instruments] == ["62.5", "37.5"]
    assert [(item.code, item.name, item.group) for item in framework.items] == [
        ("O1", "โครงสร้าง", "ข้อมูล"),
        ("O2", "Q&A", "ข้อมูล"),
        ("O3", "ข่าว", ""),
    ]
    assert [band.passes for band in framework.bands] == [True, True, False]
    assert load_framework(str(tmp_path / "ours.toml")) == framework


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(tmp_path: Path, name: str) -> None:
    old, new, said = REFUSED[name]
    assert old in GOOD
    with pytest.raises(FrameworkError) as caught:
        load_framework(write(tmp_path, GOOD.replace(old, new)))
    assert {item.code for item in caught.value.problems} == {"bad-framework"}
    assert any(said in item.worded("en").message for item in caught.value.problems)
    for item in caught.value.problems:
        assert "ours.toml" in item.message
        assert "–" not in item.message.replace("–100", "").replace("–2700", "")


@pytest.mark.parametrize("content", [b"name = ", b"\xff", b"a = " + b"[" * 9999, b"a = " + b"9" * 9999])
def test_a_file_that_is_not_toml(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "ours.toml"
    file.write_bytes(content)
    with pytest.raises(FrameworkError) as caught:
        load_framework(file)
    assert [item.code for item in caught.value.problems] == ["bad-framework"]


@pytest.mark.parametrize(("name", "code"), [("nowhere.toml", "file-not-found"), ("", "bad-framework")])
def test_a_file_that_is_not_there(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(FrameworkError) as caught:
        load_framework(tmp_path / name)
    assert caught.value.problems[0].code == code


SCRAPS = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2600) | st.floats() | st.sampled_from(["", "O1 ก", "2.1", "by_item"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "number", "items"]), inner),
    max_leaves=5,
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), SCRAPS)
def test_no_value_anywhere_breaks_the_reader(data: st.DataObject, scrap: object) -> None:
    """Any value in the place of any other: a framework, or an error that says why not."""
    content = tomllib.loads(GOOD)
    node: object = content
    while isinstance(node, (dict, list)) and node:
        key = data.draw(st.sampled_from(list(node) if isinstance(node, dict) else list(range(len(node)))))
        below = node[key]  # type: ignore[index]
        if not isinstance(below, (dict, list)) or data.draw(st.booleans()):
            node[key] = scrap  # type: ignore[index]
            break
        node = below
    faults = Faults(Path("ours.toml"), "bad-framework", FrameworkError)
    framework = read_framework(content, faults)
    check_framework(framework, faults)
    assert faults.problems or len(framework.items) == 3
    assert all(item.message and item.hint for item in faults.problems)


def test_every_fault_is_said_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("year = 2570", "").replace('level = "ไม่ผ่าน"', "level = 3").replace("O3 ข่าว", "O 3")
    with pytest.raises(FrameworkError) as caught:
        load_framework(write(tmp_path, text))
    assert [item.place and item.place["tag"] for item in caught.value.problems] == [
        "year",
        "bands[3].level",
        "instruments[2].indicators[1].subs[1].groups[2].items",
    ]


def test_numbers_are_taken_as_written() -> None:
    faults = Faults(Path("x.toml"), "bad-framework", FrameworkError)
    section = Section("", {"a": 94.99, "b": [1, 2.5], "c": 10**400}, "abc", faults)
    assert str(section.decimal("a", 0, 100, 2)) == "94.99"
    assert list(map(str, section.decimals("b", 0, 100, 1))) == ["1", "2.5"]
    assert not faults.problems
    section.decimal("c", 0, 100)
    with pytest.raises(FrameworkError):
        faults.settle()
