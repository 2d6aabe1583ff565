"""Numbers made exact, and serial numbers made moments."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.sheets.serials import exact, iso_moment, moment, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("-5", -5),
        ("007", 7),
        ("1234567890123", 1234567890123),
        ("12345678901234567890", 12345678901234567890),
        ("3.0", 3),
        ("2.9999999999999996", 3),
        ("1E+20", 10**20),
        ("0.1", Decimal("0.1")),
        ("0.30000000000000004", Decimal("0.3")),
        ("1250.5", Decimal("1250.5")),
        ("1.005", Decimal("1.005")),
        ("1E-7", Decimal("1E-7")),
        ("-97.71", Decimal("-97.71")),
        ("1e400", "1e400"),
        ("9" * 5000, "9" * 5000),
        ("NaN", "NaN"),
        ("INF", "INF"),
        ("ห้า", "ห้า"),
    ],
)
def test_numbers(text: str, value: object) -> None:
    assert number(text) == value
    assert type(number(text)) is type(value)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_four_decimals_survive_the_float(value: Decimal) -> None:
    assert exact(float(value)) == value


@pytest.mark.parametrize(
    ("serial", "clock", "from_1904", "expected"),
    [
        (45469, "date", False, date(2024, 6, 26)),
        (45469, "moment", False, datetime(2024, 6, 26)),
        (45469.354166666664, "date", False, datetime(2024, 6, 26, 8, 30)),
        (44007, "date", True, date(2024, 6, 26)),
        (243795, "date", False, date(2567, 6, 26)),
        (1, "date", False, date(1900, 1, 1)),
        (59, "date", False, date(1900, 2, 28)),
        (60, "date", False, None),
        (60.5, "moment", False, None),
        (61, "date", False, date(1900, 3, 1)),
        (60, "date", True, date(1904, 3, 1)),
        (0, "date", False, time(0)),
        (0.3541666666666667, "moment", False, time(8, 30)),
        (0.99999, "moment", False, time(23, 59, 59, 136000)),
        (2958465, "date", False, date(9999, 12, 31)),
        (2958466, "date", False, None),
        (-1, "date", False, None),
        (1e300, "date", False, None),
        (1.25, "elapsed", False, timedelta(hours=30)),
        (0.5, "elapsed", False, timedelta(hours=12)),
        (-0.5, "elapsed", True, timedelta(hours=-12)),
    ],
)
def test_moments(serial: float, clock: str, from_1904: bool, expected: object) -> None:
    found = moment(serial, clock, from_1904)  # type: ignore[arg-type]
    assert found == expected
    assert type(found) is type(expected)


@given(st.dates(min_value=date(1900, 3, 1)))
def test_every_day_comes_back(day: date) -> None:
    assert moment((day - date(1899, 12, 30)).days, "date", False) == day


@given(
    st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2600, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    )
)
def test_every_second_comes_back(at: datetime) -> None:
    assert moment((at - datetime(1899, 12, 30)) / timedelta(days=1), "moment", False) == at


@given(st.floats(allow_nan=True), st.sampled_from(["date", "moment", "elapsed"]), st.booleans())
def test_no_serial_crashes(serial: float, clock: str, from_1904: bool) -> None:
    moment(serial, clock, from_1904)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-26", date(2024, 6, 26)),
        ("2024-06-26T00:00:00", datetime(2024, 6, 26)),
        ("2024-06-26T08:30:00.000Z", datetime(2024, 6, 26, 8, 30)),
        ("2024-06-26 08:30:00", datetime(2024, 6, 26, 8, 30)),
        ("08:30:00", time(8, 30)),
        ("2024", "2024"),
        ("29/02/2567", "29/02/2567"),
        ("-0001-01-01", "-0001-01-01"),
    ],
)
def test_iso(text: str, expected: object) -> None:
    assert iso_moment(text) == expected
    assert type(iso_moment(text)) is type(expected)
