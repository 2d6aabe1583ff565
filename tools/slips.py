"""The errors of the five seed reports, from tests/seeds/slips.toml: put into the sample, what is told of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import ita_docs
from tools.seeds import CODE, FOLDER, workbook

KIND = "measure_report"
FILE, PICTURES = "แฟ้ม", ("ตรา", "ภาพปก")
"""Headings of columns that name files: tables in memory have no folder to find them in."""


@dataclass(frozen=True, slots=True)
class Slip:
    """An error of a block: the codes that catch it, or why it cannot come about, or why data do not show it."""

    where: str
    said: str
    codes: tuple[str, ...]
    tried: Mapping[str, Any]
    designed: str
    unseen: str

    def __str__(self) -> str:
        return f"{self.where} {' '.join(self.codes)}"


def slip(entry: Mapping[str, Any]) -> Slip:
    """An entry of the file; what it leaves out is empty."""
    return Slip(
        entry["where"],
        entry["said"],
        tuple(entry.get("codes", ())),
        entry.get("try", {}),
        entry.get("designed", ""),
        entry.get("unseen", ""),
    )


SLIPS = tuple(map(slip, tomllib.loads((FOLDER / "slips.toml").read_text(encoding="utf-8"))["slip"]))


def told(one: Slip) -> set[str]:
    """The codes that the office's report has with the slip, and did not have without it."""
    office, sheet = one.tried["office"], one.tried["sheet"]
    return _codes(_with(rows(office), sheet, one.tried)) - _without(office)


@cache
def _without(office: str) -> set[str]:
    return _codes(rows(office))


@cache
def rows(office: str) -> dict[str, list[dict[str, Any]]]:
    """What the sample says of an office: sheet → rows by heading."""
    made = {}
    for sheet in workbook(KIND):
        heading, *found = sheet.iter_rows(values_only=True)
        if heading[0] == CODE:
            made[sheet.title] = [
                _without_pictures(dict(zip(heading, row, strict=True))) for row in found if row[0] == office
            ]
    return {title: found for title, found in made.items() if found and FILE not in found[0]}


def _without_pictures(row: dict[str, Any]) -> dict[str, Any]:
    return {heading: None if heading in PICTURES else value for heading, value in row.items()}


def _with(sheets: dict[str, list[dict[str, Any]]], sheet: str, tried: Mapping[str, Any]) -> Any:
    found = sheets[sheet]
    if "drop" in tried:
        changed = [row for row in found if not _has(row, tried["drop"])]
    elif "find" in tried:
        at = next(number for number, row in enumerate(found) if _has(row, tried["find"]))
        changed = [*found[:at], {**found[at], **tried["row"]}, *found[at + 1 :]]
    else:
        changed = [*found, {heading: tried["row"].get(heading) for heading in found[0]} | {CODE: tried["office"]}]
    return {**sheets, sheet: changed}


def _has(row: Mapping[str, Any], text: str) -> bool:
    return any(str(value or "").startswith(text) for value in list(row.values())[1:])


def _codes(sheets: Mapping[str, list[dict[str, Any]]]) -> set[str]:
    import pandas

    frames = {title: pandas.DataFrame(found, dtype=object) for title, found in sheets.items()}
    return {item.code for item in ita_docs.check(ita_docs.load_kind(KIND), frames).problems}
