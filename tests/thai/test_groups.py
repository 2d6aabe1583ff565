"""Rows by group: merged names, rows apart, numbers before names, what a whole group says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.structured.emphasis import emphasized
from ita_docs.structured.text import StructuredText, structured
from ita_docs.thai.groups import grouped
from ita_docs.thai.lists import unnumbered


def rows(*typed: tuple[Any, ...]) -> list[dict[str, Any]]:
    return [dict(zip(("group", "name", "duty", "order"), (*row, *[None] * 4), strict=False)) for row in typed]


def shown(found: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    return [(row["group"], row["name"]) for row in found]


def test_a_name_typed_once_is_of_the_rows_below_it() -> None:
    typed = rows(("ก", 1), (None, 2), ("ข", 3), ("", 4))
    assert shown(grouped(typed, "group")) == [("ก", 1), ("ก", 2), ("ข", 3), ("ข", 4)]


def test_rows_apart_come_together_in_order_of_first_appearance() -> None:
    typed = rows(("ข", 1), ("ก", 2), ("ข", 3), ("ก", 4))
    assert shown(grouped(typed, "group")) == [("ข", 1), ("ข", 3), ("ก", 2), ("ก", 4)]


def test_numbers_before_a_name_are_left_out() -> None:
    typed = rows(("1. ก", 1), ("ข", 2), ("๑) ก", 3))
    assert shown(grouped(typed, "group")) == [("ก", 1), ("ก", 3), ("ข", 2)]


def test_rows_before_any_name_have_none() -> None:
    assert shown(grouped(rows((None, 1), ("ก", 2)), "group")) == [("", 1), ("ก", 2)]


def test_what_a_group_says_is_said_once_and_nothing_is_lost() -> None:
    typed = rows(("ก", 1, "หนึ่ง"), ("ข", 2), ("ก", 3, "สอง"), ("ก", 4, "หนึ่ง"), ("ข", 5))
    assert [row["duty"] for row in grouped(typed, "group", "duty")] == ["หนึ่ง\nสอง"] * 3 + [None] * 2


def test_texts_of_a_group_are_one_text() -> None:
    one, two, none = (structured([emphasized(line) for line in lines]) for lines in (["1) ก", "2) ข"], ["3) ค"], []))
    typed = rows(("ก", 1, one), ("ก", 2, none), ("ก", 3, two), ("ก", 4, one), ("ข", 5, none))
    found = [row["duty"] for row in grouped(typed, "group", "duty")]
    assert [clause.numbers for clause in found[0].clauses] == [(1,), (2,), (3,)]
    assert found[4] == StructuredText()


def test_members_are_ordered_in_their_group_after_the_names_are_known() -> None:
    typed = rows(("ก", "b", "", 2), (None, "a", "", 1), ("ข", "d", "", 1), (None, "x"), (None, "c", "", 0))
    assert [row["name"] for row in grouped(typed, "group", order="order")] == ["a", "b", "c", "d", "x"]


def test_what_is_given_stays_as_it_was() -> None:
    typed = rows(("ก", 1, "หนึ่ง"), (None, 2))
    before = [dict(row) for row in typed]
    grouped(typed, "group", "duty")
    assert typed == before


@given(st.lists(st.tuples(st.sampled_from(["ก", "ข", "1. ก", "", None]), st.integers())))
def test_nobody_is_lost(typed: list[tuple[Any, ...]]) -> None:
    found = grouped(rows(*typed), "group", "duty")
    assert sorted(row["name"] for row in found) == sorted(name for _, name in typed)
    names = [row["group"] for row in found]
    assert len([name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]) == len(set(names))


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("1. นายก ข", "นายก ข"),
        ("๑)นายก ข", "นายก ข"),
        (" (12) นายก ข", "นายก ข"),
        ("1.1 นายก ข", "นายก ข"),
        ("๑๐. คณะกรรมการ", "คณะกรรมการ"),
        ("5 ส.", "5 ส."),
        ("3.5 ล้าน", "ล้าน"),
        ("3.5", "3.5"),
        ("1.", "1."),
        ("", ""),
    ],
)
def test_numbers_before_names(typed: str, name: str) -> None:
    assert unnumbered(typed) == name
