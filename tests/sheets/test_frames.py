"""DataFrames as workbooks."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ita_docs.sheets import read_workbook
from ita_docs.sheets.frames import value_of

from .books import rows


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (None, None),
        (float("nan"), None),
        (np.nan, None),
        (pd.NaT, None),
        (pd.NA, None),
        (np.datetime64("NaT"), None),
        (Decimal("NaN"), None),
        ("ก", "ก"),
        (np.str_("ก"), "ก"),
        (True, True),
        (np.bool_(False), False),
        (7, 7),
        (np.int64(7), 7),
        (np.uint8(7), 7),
        (7.0, 7),
        (2.675, Decimal("2.675")),
        (np.float64(0.1) + np.float64(0.2), Decimal("0.3")),
        (np.float32(85.3), Decimal("85.3")),
        (float("inf"), "inf"),
        (Decimal("1.50"), Decimal("1.50")),
        (pd.Timestamp("2024-06-26 08:30"), datetime(2024, 6, 26, 8, 30)),
        (pd.Timestamp("2024-06-26 08:30", tz="Asia/Bangkok"), datetime(2024, 6, 26, 8, 30)),
        (np.datetime64("2567-06-26"), date(2567, 6, 26)),
        (datetime(2567, 6, 26), datetime(2567, 6, 26)),
        (date(2024, 6, 26), date(2024, 6, 26)),
        (time(8, 30), time(8, 30)),
        (pd.Timedelta(hours=30), timedelta(hours=30)),
        (pd.Period("2024-06"), "2024-06"),
    ],
)
def test_values(given: Any, value: object) -> None:
    found = value_of(given)
    assert found == value
    assert type(found) is type(value)


def test_a_frame_alone() -> None:
    frame = pd.DataFrame(
        {
            "เลขอ้างอิง": ["M-001", None, "M-003"],
            "คะแนน": [97.71, np.nan, 80],
            "วันที่": [pd.Timestamp("2024-06-26"), pd.NaT, pd.NaT],
        },
        index=["x", "y", "z"],
    )
    book = read_workbook(frame)
    (sheet,) = book.sheets
    assert (book.name, book.single, sheet.frame) == (None, True, True)
    assert [(row.number, row.index, row.cells) for row in rows(book)] == [
        (1, None, {1: "เลขอ้างอิง", 2: "คะแนน", 3: "วันที่"}),
        (2, "x", {1: "M-001", 2: Decimal("97.71"), 3: datetime(2024, 6, 26)}),
        (4, "z", {1: "M-003", 2: 80}),
    ]
    ref = sheet.ref(rows(book)[1], 2, "คะแนน")
    assert ref.a1 is None
    assert ref.place == {"frame": sheet.name, "index": "x", "column": "คะแนน"}


def test_a_dict_of_frames_keeps_its_order() -> None:
    book = read_workbook({"ข": pd.DataFrame({"a": [1]}), "ก": pd.DataFrame()})
    assert [sheet.name for sheet in book.sheets] == ["ข", "ก"]
    assert not book.single
    assert [row.index for row in rows(book)] == [None, 0]
    assert type(rows(book)[1].index) is int


def test_headings_of_many_levels_and_none() -> None:
    columns = pd.MultiIndex.from_tuples([("ผู้ลงนาม", "ชื่อ"), ("ผู้ลงนาม", "ตำแหน่ง"), ("ที่", "Unnamed: 2_level_1")])
    assert rows(read_workbook(pd.DataFrame([[1, 2, 3]], columns=columns)))[0].cells == {
        1: "ผู้ลงนาม ชื่อ",
        2: "ผู้ลงนาม ตำแหน่ง",
        3: "ที่",
    }
    assert rows(read_workbook(pd.DataFrame([[1, 2, 3]], columns=["ก", "Unnamed: 1", 5])))[0].cells == {1: "ก", 3: "5"}
    assert rows(read_workbook(pd.DataFrame([[1, 2]], columns=["ก", "ก"])))[1].cells == {1: 1, 2: 2}


def test_something_else_is_a_type_error() -> None:
    for given in (5, {"ก": 5}, None, ["a.xlsx"]):
        with pytest.raises(TypeError):
            read_workbook(given)  # type: ignore[arg-type]


def test_importing_the_room_imports_no_heavy_package() -> None:
    code = (
        "import sys, ita_docs.sheets as s; s.read_workbook(b'a,b'); "
        "print([m for m in ('pandas', 'openpyxl', 'lxml', 'xlrd', 'numpy') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
