"""Which number formats show dates, times and durations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.sheets.number_formats import BUILT_IN, clock_of


@pytest.mark.parametrize(
    ("code", "clock"),
    [
        ("General", None),
        ("GENERAL", None),
        ("Standard", None),
        ("@", None),
        ("0.00", None),
        ("#,##0.00;[Red]-#,##0.00", None),
        ("0.00E+00", None),
        ('0" days"', None),
        ('#,##0 "บาท"', None),
        ("#,##0 บาท", None),
        ("0 คน", None),
        ("0 วัน", None),
        (r"#,##0\ \ด", None),
        ('"ymd"0', None),
        ("[Magenta]0", None),
        ("[>=100]0;0.0", None),
        ("[$-D000000]0", None),
        ("[$฿-41E]#,##0.00", None),
        (";;;", None),
        ("", None),
        ("d/m/yyyy", "date"),
        ("yyyy\\-mm\\-dd", "date"),
        ("mmmm", "date"),
        ("bbbb", "date"),
        ("d mmm bb", "date"),
        ("[$-th-TH,107041E]d mmmm yyyy;@", "date"),
        ("[$-107041E]d mmm yy;@", "date"),
        ("[$-D070000]dd/mm/yyyy", "date"),
        ("[$-F800]dddd, mmmm dd, yyyy", "date"),
        ("ว ดดดด ปปปป", "date"),
        ("ว/ด/ปป", "date"),
        ('"วันที่" d mmmm yyyy', "date"),
        ("_-d/m/yy_-", "date"),
        ('[=0]"";d/m/yyyy', "date"),
        ("d/m/yyyy h:mm", "moment"),
        ("h:mm AM/PM", "moment"),
        ("mm:ss.0", "moment"),
        ("hh:mm:ss.000", "moment"),
        ("ช:นน", "moment"),
        ("ว/ด/ปปปป ช:นน", "moment"),
        ("[h]:mm", "elapsed"),
        ("[HH]:MM:SS", "elapsed"),
        ("[mm]:ss", "elapsed"),
        ("[ช]:นน:ทท", "elapsed"),
        ("[Red][h]:mm", "elapsed"),
    ],
)
def test_codes(code: str, clock: str | None) -> None:
    assert clock_of(code) == clock


@pytest.mark.parametrize(
    ("number", "clock"),
    [
        (0, None), (1, None), (13, None), (14, "date"), (17, "date"), (18, "moment"), (22, "moment"), (23, None),
        (27, "date"), (36, "date"), (37, None), (44, None), (45, "moment"), (46, "elapsed"), (47, "moment"), (48, None),
        (50, "date"), (58, "date"), (59, None), (70, None), (71, "date"), (75, "moment"), (77, "moment"),
        (79, "elapsed"), (80, "moment"), (81, "date"), (82, None), (164, None),
    ],
)  # fmt: skip
def test_built_in_ids(number: int, clock: str | None) -> None:
    assert BUILT_IN.get(number) == clock


@given(st.text())
def test_no_code_crashes(code: str) -> None:
    assert clock_of(code) in (None, "date", "moment", "elapsed")
