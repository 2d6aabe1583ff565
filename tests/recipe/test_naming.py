"""File names that every system takes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.recipe.naming import LONGEST, RESERVED, UNSAFE, Names, safe_name, wanted_name

NAMES = {
    "M-001": "M-001",
    "ศธ ๐๔๓๐๕/ว ๑๒๓": "ศธ ๐๔๓๐๕-ว ๑๒๓",
    "../../etc/passwd": "etc-passwd",
    "..\\..\\x": "x",
    "CON": "_CON",
    "con.txt": "_con.txt",
    "LPT1": "_LPT1",
    "a\nb": "a b",
    "a\x00b": "ab",
    'a<b>c:d|e?f*g"h': "a-b-c-d-e-f-g-h",
    "": "เอกสาร",
    "...": "เอกสาร",
    " . ": "เอกสาร",
    "~$M-001": "$M-001",
    ".hidden": "hidden",
    "ชื่อ. ": "ชื่อ",
    "นํ้า": "น้ำ",
    "/\xa00": "0",
}


@pytest.mark.parametrize("name", NAMES)
def test_unsafe_names_are_made_safe(name: str) -> None:
    assert safe_name(name) == NAMES[name]


def test_long_names_are_cut_at_a_grapheme_cluster() -> None:
    name = safe_name("กี้" * 200)
    assert len(name.encode()) <= LONGEST
    assert name == "กี้" * (LONGEST // len("กี้".encode()))


@given(st.text(max_size=400))
def test_any_name_is_safe(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not UNSAFE.search(safe)
    assert safe == safe.strip(" .")
    assert not safe.startswith((".", "-", "~"))
    assert len(safe.encode()) <= LONGEST
    assert safe.split(".")[0].upper() not in RESERVED
    assert safe_name(safe) == safe


@given(st.lists(st.sampled_from(["a", "A", "a/", "a (2)", "é", "e\u0301", "ก", "x" * 300, "x" * 301, "CON", "_CON"])))
def test_names_never_collide(wanted: list[str]) -> None:
    names = Names()
    given_names = [names.take(name) for name in wanted]
    folded = {unicodedata.normalize("NFKD", name.casefold()) for name in given_names}
    assert len(folded) == len(wanted)
    assert all(len(name.encode()) <= LONGEST + 8 for name in given_names)


def test_a_pattern_is_filled_with_values() -> None:
    assert wanted_name("{ref} {position}", {"ref": "M-1", "position": ("ครู", "ผอ.")}) == ("M-1 ครู ผอ.",)
    assert wanted_name("{a}/{b}-x", {"a": "ก/ข", "b": 2567}) == ("ก/ข", "2567-x")
