"""The tables of `batch` and `curve`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any

from batch import PAGES
from running import AGAIN

Rounds = dict[int, dict[str, Any]]
Labels = Mapping[str, Rounds]
PEER, OURS = "docxtpl + LibreOffice", "ita-docs"
AGAINST = {
    "batch-reports": (
        (f"{OURS}, 1", f"{PEER}, 1", "≥ 6"),
        (f"{OURS}, 2", f"{PEER}, 2", "≥ 6"),
        (f"{OURS}, 1", f"{PEER}, 1, photos as taken", ""),
        (f"{OURS}, 2", f"{OURS}, 1", "≥ 1.8"),
    ),
    "batch-awards": (
        (f"{OURS}, 1", f"{PEER}, 1", ""),
        (f"{OURS}, 2", f"{PEER}, 2", ""),
        (f"{OURS}, 2", f"{OURS}, 1", ""),
    ),
    "batch-memos": (
        (f"DOCX, 1{AGAIN}", "DOCX, 1", "≥ 4"),
        (f"DOCX, 2{AGAIN}", "DOCX, 2", "≥ 4"),
        (f"DOCX and PDF, 1{AGAIN}", "DOCX and PDF, 1", "≥ 20"),
        (f"DOCX and PDF, 2{AGAIN}", "DOCX and PDF, 2", "≥ 20"),
        ("DOCX, 1, of 1000", "DOCX, 1", "≤ 1.1: linear"),
    ),
}
"""What is faster, than what, and by how much it should be: by document."""
MOST_OF_WORKER = "a worker ≤ 300 MB"


def of_batch(found: Mapping[tuple[str, int], Labels]) -> Iterator[str]:
    """Every run by document, its pages and memory; then the ratios within rounds."""
    batch = {key: labels for key, labels in found.items() if key[0].startswith("batch-")}
    if not batch:
        return
    yield "| | N | run | documents | ms each | documents a second | pages | parent MB | largest worker MB | all MB |"
    yield "|---|--:|---|--:|--:|--:|---|--:|--:|--:|"
    for (section, size), labels in batch.items():
        for label, rounds in labels.items():
            first = next(iter(rounds.values()))
            ms = median(map(each, rounds.values()))
            memory = " | ".join(_memory(rounds, name) for name in ("parent_mb", "worker_mb", "all_mb"))
            cost = f"{first['documents']} | {short(ms)} | {short(1000 / ms)}"
            yield f"| {section} | {size} | {label} | {cost} | {_pages(rounds)} | {memory} |"
    yield ""
    yield f"Reports are meant to have {PAGES[0]} to {PAGES[1]} pages; target of memory: {MOST_OF_WORKER}."
    yield ""
    yield "| | N | faster | than | ratio by document | spread | target |"
    yield "|---|--:|---|---|--:|--:|---|"
    for (section, size), labels in batch.items():
        for fast, slow, target in AGAINST[section]:
            if fast in labels and slow in labels:
                one, other = labels[fast], labels[slow]
                ratios = sorted(each(other[at]) / each(one[at]) for at in one.keys() & other.keys())
                counts = [next(iter(rounds.values()))["documents"] for rounds in (one, other)]
                note = f" (of {counts[1]})" if counts[0] != counts[1] else ""
                told = f"{short(median(ratios))} × | {short(ratios[0])}–{short(ratios[-1])}"
                yield f"| {section} | {size} | {fast} | {slow}{note} | {told} | {target} |"


def of_curve(found: Mapping[tuple[str, int], Labels]) -> Iterator[str]:
    """Where the time of a run goes, by phase: milliseconds, and the largest share of each row in bold."""
    curve = {key: labels for key, labels in found.items() if key[0].startswith("curve-")}
    if not curve:
        return
    names = list(next(iter(next(iter(next(iter(curve.values())).values())).values()))["phases"])
    yield f"| | N | pages | whole ms | {' | '.join(names)} | peak MB |"
    yield "|---|--:|--:|--:|" + "--:|" * (len(names) + 1)
    for (section, size), labels in curve.items():
        for rounds in labels.values():
            items = list(rounds.values())
            phases = {name: 1000 * median(item["phases"][name] for item in items) for name in names}
            most = max(phases, key=phases.__getitem__)
            cells = [f"**{short(ms)}**" if name == most else short(ms) for name, ms in phases.items()]
            whole, memory = (median(item[key] for item in items) for key in ("wall_s", "rss_mb"))
            head = f"| {section} | {size} | {items[0]['pages']} | {short(1000 * whole)}"
            yield f"{head} | {' | '.join(cells)} | {memory:.0f} |"


def each(item: Mapping[str, Any]) -> float:
    """Milliseconds for a document."""
    return float(1000 * item["wall_s"] / item["documents"])


def short(number: float) -> str:
    """Three digits of a number."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def _pages(rounds: Rounds) -> str:
    least = min(item.get("fewest_pages", item.get("pages", 0)) for item in rounds.values())
    most = max(item.get("most_pages", item.get("pages", 0)) for item in rounds.values())
    return "" if most == 0 else str(least) if least == most else f"{least}–{most}"


def _memory(rounds: Rounds, name: str) -> str:
    told = [item[name] for item in rounds.values() if item.get(name) is not None]
    return f"{median(told):.0f}" if told else ""
