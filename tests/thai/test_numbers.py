"""Numbers: exact from the text on, rounded half up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.thai.fault import Fault
from ita_docs.thai.numbers import exact, number, parse_number, percent, rounded, signed
from ita_docs.thai.numerals import to_thai

READ = {
    "0": "0",
    "5": "5",
    "1,250": "1250",
    "๑,๒๕๐": "1250",
    "1,250.50": "1250.50",
    " 12 ": "12",
    "-5": "-5",
    "−5": "-5",
    "- 5": "-5",
    "+5": "5",
    "(1,234)": "-1234",
    ".5": "0.5",
    "39.53%": "39.53",
    "ร้อยละ 39.53": "39.53",
    "007": "7",
    "1,234,567.891": "1234567.891",
}
REFUSED = [
    "",
    "-",
    "abc",
    "1 234",
    "1,23",
    "12,34,567",
    "1.2.3",
    "1e5",
    "5.",
    "NaN",
    "Infinity",
    "(-5)",
    "()",
    "5 บาท",
    "1/2",
    "½",
    "²",
    "9" * 41,
    "๕/๖",
]


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_read(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)
    assert parse_number(to_thai(text)) == Decimal(value)


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert parse_number(text) == Fault("not-a-number")


@pytest.mark.parametrize(
    ("value", "places", "result"),
    [
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (-2.675, 2, "-2.68"),
        (0.125, 2, "0.13"),
        (-0.001, 2, "0.00"),
        (10**40, 2, f"{10**40}.00"),
    ],
)
def test_rounded_half_up(value: float, places: int, result: str) -> None:
    assert str(rounded(value, places)) == result


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), True])
def test_what_is_not_a_finite_number_is_an_error(value: float) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        exact(value)


def test_numbers_of_numpy_are_numbers() -> None:
    import numpy as np

    assert exact(np.float64(2.675)) == Decimal("2.675")
    assert exact(np.int64(5)) == 5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (number(1234567), "1,234,567"),
        (number(1234.5), "1,234.5"),
        (number(1234567.891, 2), "1,234,567.89"),
        (number(0), "0"),
        (number(Decimal("-0.0")), "0"),
        (percent(39.525), "ร้อยละ 39.53"),
        (percent(39.525, form="sign"), "39.53%"),
        (percent(100, 0), "ร้อยละ 100"),
        (signed(9.805), "+9.81"),
        (signed(-3.44), "-3.44"),
        (signed(0), "0.00"),
        (signed(-0.001), "0.00"),
        (signed(1234.5, 1), "+1,234.5"),
    ],
)
def test_written(written: str, text: str) -> None:
    assert written == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=3))
def test_a_written_number_is_read_back(value: Decimal) -> None:
    assert parse_number(number(value)) == value
    assert parse_number(to_thai(number(value))) == value


@given(st.one_of(st.text(), st.text(st.sampled_from("0123๕,.-+() %"))))
def test_any_text_is_a_number_or_a_fault(text: str) -> None:
    assert isinstance(parse_number(text), (Decimal, Fault))


def test_a_long_text_is_refused_at_once() -> None:
    for evil in ("1", "1,", " ", "(", ",111"):
        assert parse_number("1" + evil * 500_000 + "x") == Fault("not-a-number")
