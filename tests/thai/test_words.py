"""Lists as sentences join them, and the nearest known word."""

from __future__ import annotations

import pytest

from ita_docs.thai.lists import join_thai
from ita_docs.thai.near import nearest


@pytest.mark.parametrize(
    ("items", "joined"),
    [([], ""), (["ก"], "ก"), (["ก", "ข"], "ก และ ข"), (["ก", "ข", "ค"], "ก ข และ ค"), ([1, 2], "1 และ 2")],
)
def test_join(items: list[object], joined: str) -> None:
    assert join_thai(items) == joined
    assert join_thai(iter(items)) == joined


@pytest.mark.parametrize(
    ("word", "near"),
    [("เรือง", "เรื่อง"), ("ผู้ลงนาม*", "ผู้ลงนาม"), ("ตำเเหน่ง", "ตำแหน่ง"), ("งบประมาณ", None), ("", None)],
)
def test_nearest(word: str, near: str | None) -> None:
    assert nearest(word, ["เรื่อง", "เรียน", "ผู้ลงนาม", "ตำแหน่ง"]) == near


def test_the_first_of_equals_is_nearest() -> None:
    assert nearest("abcx", ["abcd", "abce"]) == "abcd"
    assert nearest("abc", []) is None
