"""results.jsonl as a table: medians, and ratios paired within each round.

table.py WORK     a later run of the same section, size and round replaces an earlier one.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

from batch_table import of_batch, of_curve, short

BASES = {
    "fill": "docxtpl-fill",
    "write": "docxtpl-write",
    "command": "docxtpl",
    "start": "python",
    "pdf-make": "ita-docs make",
    "pdf-jobs": "ita-docs pdf --jobs 1",
}
TARGETS = {
    ("fill", "docxtpl-fill"): "≥ 20",
    ("write", "docxtpl-write"): "≥ 12",
    ("command", "docxtpl"): "≥ 12 at N = 1000",
    ("command", "easy-template-x"): "≥ 2",
    ("start", "python"): "≤ 2.5",
    ("pdf-memo:1", "LibreOffice"): "≥ 6",
    ("pdf-memo:30", "LibreOffice"): "≥ 12",
    ("pdf-report:5", "LibreOffice"): "≥ 4",
}
FURTHER = "LibreOffice, each further file"
"""What LibreOffice needs for a file of a batch when its start is not counted."""
MOST_MEMORY = "≤ 80 MB, flat"
PACKAGES = ("ita-docs", "docxtpl", "python-docx", "lxml", "Jinja2", "openpyxl", "uharfbuzz", "icu4py", "rdocx", "typst")

Measured = dict[str, Any]
Rounds = dict[int, Measured]


def load(path: Path) -> dict[tuple[str, int], dict[str, Rounds]]:
    """(section, size) → label → round → what was measured."""
    found: dict[tuple[str, int], dict[str, Rounds]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        labels = found.setdefault((item["section"], item["size"]), {})
        labels.setdefault(item["label"], {})[item["round"]] = item
        if item["section"].startswith("pdf-"):
            item.setdefault("ms", 1000 * item["wall_s"] / max(1, item["size"]))
    for (section, size), labels in found.items():
        cold, batch = found.get((section, 1), {}).get("LibreOffice"), labels.get("LibreOffice")
        if cold and batch and size > 1:
            start = median(item["wall_s"] for item in cold.values())
            labels[FURTHER] = {
                at: {**item, "ms": 1000 * (item["wall_s"] - start) / (size - 1)} for at, item in batch.items()
            }
    return found


def ratio(one: Rounds, other: Rounds, value: Callable[[Measured], float]) -> float:
    """How many times `one` is `other`, the median over the rounds that both have."""
    return median(value(one[at]) / value(other[at]) for at in one.keys() & other.keys())


def lines(found: dict[tuple[str, int], dict[str, Rounds]]) -> list[str]:
    """The table, in Markdown."""
    rows = ["| what | N | median | against | ratio | spread | target |", "|---|--:|--:|---|--:|--:|---|"]
    for (section, size), labels in found.items():
        if section.startswith(("batch-", "curve-")):
            continue
        for label, rounds in labels.items():
            value = _value(section)
            unit = "ms each" if _is_each(section) else "MB" if section == "memory" else "s"
            head = f"| {label} | {size or ''} | {short(median(map(value, rounds.values())))} {unit}"
            if section == "memory":
                rows.append(f"{head} | | | | {MOST_MEMORY} |")
            if section == "memory" or label == BASES.get(section) or not label.startswith("ita-docs"):
                continue
            for other, base in labels.items():
                if other != label:
                    rows.append(f"{head} | {_against(section, size, other, base, rounds)} |")
    return rows


def _against(section: str, size: int, other: str, base: Rounds, rounds: Rounds) -> str:
    value = _value(section)
    pairs = (rounds, base) if section == "start" else (base, rounds)
    each = sorted(value(pairs[0][at]) / value(pairs[1][at]) for at in base.keys() & rounds.keys())
    target = TARGETS.get((section, other)) or TARGETS.get((f"{section}:{size}", other), "")
    spread = f"{short(each[0])}–{short(each[-1])}"
    median_of_base = short(median(map(value, base.values())))
    return f"{other} {median_of_base} | {short(ratio(*pairs, value))} × | {spread} | {target}"


def _value(section: str) -> Callable[[Measured], float]:
    key = "ms" if _is_each(section) else "rss_mb" if section == "memory" else "wall_s"
    return lambda measured: float(measured[key])


def _is_each(section: str) -> bool:
    return section in ("fill", "write") or section.startswith("pdf-")


def of_pdf(found: dict[tuple[str, int], dict[str, Rounds]]) -> list[str]:
    """Every program that makes PDFs in one table: time, pages and peak memory."""
    head = "| | files | program | ms each | pages of the first | peak MB of the largest process | of all |"
    rows = [head, "|---|--:|---|--:|--:|--:|--:|"]
    for (section, size), labels in found.items():
        for label, rounds in labels.items() if section.startswith("pdf-") else ():
            ms, memory = (median(item[key] for item in rounds.values()) for key in ("ms", "rss_mb"))
            pages = next(iter(rounds.values())).get("pages", "")
            together = [item["all_mb"] for item in rounds.values() if "all_mb" in item]
            whole = f"{median(together):.0f}" if together else ""
            rows.append(f"| {section} | {size} | {label} | {short(ms)} | {pages} | {memory:.0f} | {whole} |")
    return rows


def versions() -> str:
    """What was measured: the processor's cores, and the versions of this interpreter's packages."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    found = [f"{cores} cores", f"Python {platform.python_version()}"]
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} –")
    return ", ".join(found)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("\n" + versions() + "\n")
    measured = load(Path(sys.argv[1]) / "results.jsonl")
    for listed in (lines(measured), of_pdf(measured), list(of_batch(measured)), list(of_curve(measured))):
        if listed[2:]:
            print("\n".join(listed) + "\n")
