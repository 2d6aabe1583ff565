"""Workbooks of annual reports made in memory: rows as dictionaries of what differs from an ordinary office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

import ita_docs
from ita_docs.problems import Problem
from ita_docs.records import Checked, Record
from ita_docs.thai.text import normal_form

from .offices import NAKHON_PHANOM_ITEMS

KIND = ita_docs.load_kind("measure_report")
OBEC = "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"
OWN = {
    "รหัส": "A",
    "ชื่อหน่วยงาน": "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม",
    "ชื่อย่อ": "สพม.นครพนม",
    "ต้นสังกัด": OBEC,
    "ปีงบประมาณ": 2565,
}
SURVEYED = dict(zip(range(1, 9), (100, 99.76, 99.23, 98.80, 99.80, 100, 99.53, 99.78), strict=True))
"""The eight indicators of the surveys of an office whose items give 78.62 and 31.25, 81.76 in all."""

Rows = Sequence[Mapping[str, Any]]


def office(**more: Any) -> dict[str, Any]:
    return {**OWN, **more}


def indicators(scores: Mapping[int, float] = SURVEYED, **more: Any) -> dict[str, Any]:
    return {"รหัส": "A", "ปี": 2564, **{f"ตัวชี้วัด {n}": score for n, score in scores.items()}, **more}


def items(scores: Mapping[int, Any] = NAKHON_PHANOM_ITEMS, **more: Any) -> dict[str, Any]:
    return {"รหัส": "A", "ปี": 2564, **{f"O{n}": score for n, score in scores.items()}, **more}


def checked(offices: Rows = (OWN,), **sheets: Rows) -> Checked:
    """What becomes of a workbook; sheets by their Thai names, an underscore for a space."""
    told = {normal_form(name).replace("_", " "): rows for name, rows in sheets.items()}
    frames = {name: pd.DataFrame([{"รหัส": "A", **row} for row in rows]) for name, rows in told.items()}
    return ita_docs.check(KIND, {"หน่วยงาน": pd.DataFrame(offices), **frames})


def record(offices: Rows = (OWN,), **sheets: Rows) -> Record:
    return checked(offices, **sheets).records[0]


def scored(**sheets: Rows) -> Checked:
    """The same for the office whose figures are known."""
    return checked(คะแนนตัวชี้วัด=[indicators()], คะแนน_OIT=[items()], **sheets)


def places(problems: Sequence[Problem], *codes: str) -> list[tuple[str, str, str]]:
    """(code, sheet, column) of the problems, of some codes only where these are given."""
    return [
        (item.code, str(item.place["frame"]) if item.place else "", str(item.column))
        for item in problems
        if not codes or item.code in codes
    ]
