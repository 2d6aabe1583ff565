"""A kind that is made in a moment, its workbook as CSV or as frames, and how runs of it are looked at."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pandas

import ita_docs
from ita_docs.recipe.manifest import Manifest

from ..word.templates import paragraphs

TOML = """
name = "slip"
title = "ใบ"
file_name = "{ref}"
emblem_cm = 1
[table]
sheet = "ใบ"
key = "ref"
[[table.fields]]
name = "ref"
title = "เลข"
constraints = { required = true, unique = true }
[[table.fields]]
name = "text"
title = "ข้อความที่ว่า"
constraints = { required = true }
[[table.fields]]
name = "place"
title = "ที่ตั้ง"
setting = "address"
[[table.fields]]
name = "photo"
title = "ภาพ"
type = "image"
[[children]]
name = "things"
sheet = "ของ"
key = "ref"
[[children.fields]]
name = "ref"
title = "เลข"
[[children.fields]]
name = "thing"
title = "สิ่งของ"
"""
TEXTS = ("{{ ref }} {{ emblem }} {{ text }} {{ place }}", "{{ photo|picture(2) }}")
THINGS = "{% for item in things %}{{ item.thing }} {% endfor %}"
HEADINGS = ("เลข", "ข้อความที่ว่า", "ภาพ")


def slip(folder: Path, *texts: str) -> ita_docs.Kind:
    """The kind, in a folder of its own; its template says `texts` besides."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kind.toml").write_text(TOML, encoding="utf-8")
    (folder / "template.docx").write_bytes(paragraphs(*TEXTS, THINGS, *texts))
    return ita_docs.load_kind(folder)


def rows(*refs: str, **texts: str) -> list[tuple[str, str]]:
    """A row for each reference, with its text, or one that says no more than the reference."""
    return [(ref, texts.get(ref, f"ข้อความของ {ref}")) for ref in refs]


def book(path: Path, table: list[Any]) -> Path:
    """A workbook of rows: reference, text and, where there is one, the name of a picture."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *table])
    return path


def frames(table: list[tuple[str, str]], *things: tuple[str, str]) -> dict[str, pandas.DataFrame]:
    """The same, with its child rows."""
    return {
        "ใบ": pandas.DataFrame(table, columns=HEADINGS[:2]),
        "ของ": pandas.DataFrame(things, columns=("เลข", "สิ่งของ")),
    }


def files(folder: Path) -> dict[str, bytes]:
    """The files that have a name of their own, but for the report, which says how long a run took."""
    named = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    found = [path for path in named if path.name != "report.xlsx"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def times(folder: Path) -> dict[str, int]:
    """When each was written."""
    return {name: (folder / name).stat().st_mtime_ns for name in files(folder)}


def remade(report: ita_docs.Report) -> list[str]:
    """The references of what was made now, not in an earlier run."""
    return [item.ref for item in report.made if not item.kept]


def codes(report: ita_docs.Report) -> list[str]:
    """What was said, in order."""
    return [item.code for item in report.problems]


def plain(report: ita_docs.Report) -> str:
    """The JSON of a report, without what was kept."""
    value = report.to_json()
    return json.dumps({**value, "made": [{**item, "kept": False} for item in value["made"]]})


def lines(folder: Path) -> list[dict[str, Any]]:
    """What the manifest of a folder says, line by line."""
    text = (folder / ".ita-docs.jsonl").read_text(encoding="utf-8")
    return [json.loads(line.partition(" ")[2]) for line in text.splitlines() if line]


def append(folder: Path, *said: object) -> None:
    """Lines that the manifest of a folder takes for its own."""
    with Manifest(folder) as manifest:
        for item in said:
            manifest._append(item)  # type: ignore[arg-type]
