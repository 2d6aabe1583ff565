"""The filters of templates: the documented table is true, empty stays empty, wrong text is an error."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from jinja2 import Environment

from ita_docs.thai.filters import EXAMPLES, FILTERS
from ita_docs.thai.numerals import KEEP_CLOSE, KEEP_OPEN
from ita_docs.thai.phones import Phone

DAY = date(2024, 6, 26)


@pytest.mark.parametrize("name", FILTERS)
def test_the_example_is_true(name: str) -> None:
    environment = Environment()
    environment.filters.update(FILTERS)
    expression, printed = EXAMPLES[name]
    done = environment.from_string(f"{{{{ {expression} }}}}").render()
    assert done.replace(KEEP_OPEN, "").replace(KEEP_CLOSE, "") == printed


def test_every_filter_has_an_example() -> None:
    assert set(EXAMPLES) == set(FILTERS)


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"keep_digits", "arabic_digits", "thai_digits", "join_thai"}))
@pytest.mark.parametrize("value", [None, "", "  "])
def test_empty_prints_nothing(name: str, value: Any) -> None:
    assert FILTERS[name](value) == ""


@pytest.mark.parametrize(
    ("name", "arguments", "printed"),
    [
        ("thai_date", (DAY,), "26 มิถุนายน 2567"),
        ("thai_date", (datetime(2024, 6, 26, 8, 30), "weekday"), "วันพุธที่ 26 มิถุนายน 2567"),
        ("thai_date", (DAY, "short"), "26 มิ.ย. 67"),
        ("thai_date", (DAY, "month-year"), "มิถุนายน 2567"),
        ("english_date", (datetime(2024, 6, 1, 8, 30),), f"{KEEP_OPEN}1 June 2024 (B.E.\u00a02567){KEEP_CLOSE}"),
        ("grouped", ("", "g"), ""),
        ("date_range", (DAY,), "26 มิถุนายน 2567"),
        ("thai_time", (datetime(2024, 6, 26, 8, 5),), "08.05 น."),
        ("thai_time", (time(16, 30),), "16.30 น."),
        ("baht", (Decimal("1234.5"),), "1,234.50 บาท"),
        ("baht", ("๑,๒๓๔.๕ บาท",), "1,234.50 บาท"),
        ("phone", (Phone("0 4362 4093"),), "0 4362 4093"),
        ("phone", (43624093,), "0 4362 4093"),
        ("phone", ("ไม่มี",), "ไม่มี"),
        ("fiscal_year", ("30/9/2566",), 2566),
        ("quarter", (date(2024, 9, 30),), 4),
        ("join_thai", (["ก"],), "ก"),
        ("join_thai", ([],), ""),
        ("join_thai", ("ก ข",), "ก ข"),
    ],
)
def test_prints(name: str, arguments: tuple[Any, ...], printed: Any) -> None:
    assert FILTERS[name](*arguments) == printed


@pytest.mark.parametrize(
    "name", ["thai_date", "date_range", "thai_time", "baht", "baht_text", "percent", "signed", "number", "quarter"]
)
def test_text_that_means_nothing_is_an_error(name: str) -> None:
    with pytest.raises(ValueError, match="ไม่ใช่"):
        FILTERS[name]("ไม่ระบุ")
