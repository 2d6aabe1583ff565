"""Which parts an office's report has, and what is to be said of those that it has nothing for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from typing import Any

from ..kinds.model import Derivation, Kind
from ..problems import Problem, problem
from ..records.record import Record
from ..thai.text import heading_key
from .blocks import block_named
from .cards import ItemRow
from .outline import Arranged, Part, arranged, asked_of

SCORES = ("indicator_scores", "item_scores", "past_scores")
"""The tables of scores, on which other offices' reports depend too."""
NEEDED: Mapping[str, tuple[str, ...]] = {
    "score_card": ("indicator_scores", "item_scores"),
    "frame": ("indicator_scores", "item_scores"),
    "items": ("item_scores",),
    "checklist": ("item_scores",),
    "measures": ("measures",),
    "results": ("results",),
    "complaints": ("complaints",),
}
"""What a kind may need or expect: a block, and the tables that it stands on."""
PER_PAGE = 4
ALWAYS = frozenset(("cover", "title_page", "foreword", "contents"))
"""Blocks that every office has something for."""
AROUND = ALWAYS | {"tables", "figures", "part", "frame", "levels", "editors", "back_cover"}
"""Blocks that say nothing of an office's own."""


def present_in(added: Mapping[str, Any], values: Mapping[str, Any]) -> frozenset[str]:
    """The blocks that have something generated to show."""
    card, standing, narrative = added["card"], added["standing"], added["narrative"]
    indicators = card is not None and any(row.score is not None for row in card.indicators)
    items = card is not None and any(item.score is not None for item in card.items)
    shown = {
        "frame": card is not None,
        "respondents": values["iit_respondents"] is not None or values["eit_respondents"] is not None,
        "overview": bool(narrative.overview),
        "score_card": indicators,
        "instruments": bool(narrative.instruments),
        "history": len(added["history"]) > 1,
        "ranking": bool(narrative.ranking),
        "region": standing.region_offices > 1,
        "offices": len(standing.scored_rows) > 1,
        "trends": len(standing.trend_rows) > 1,
        "indicators": indicators,
        "levels": card is not None,
        "items": items,
        "strengths": bool(narrative.by_instrument),
        "findings": bool(added["issues"]),
        "measures": bool(added["measure_groups"]),
        "plan": bool(added["measure_groups"]),
        "results": bool(added["result_groups"]),
        "checklist": card is not None and any(_followed(item) for item in card.items),
        "complaints": bool(added["complaint_table"].rows),
        "editors": bool(added["editor_groups"]),
        "appendices": bool(added["bound_papers"]),
        "back_cover": bool(values["address"] or values["phone"] or values["website"]),
    }
    tables = ("history", "ranking", "region", "indicators", "items", "measures", "results", "complaints", "checklist")
    shown["tables"] = any(shown[name] for name in tables)
    shown["figures"] = indicators or shown["history"] or bool(values.get("photos"))
    return ALWAYS | {name for name, there in shown.items() if there}


def parts_of(record: Record, asked: Derivation, present: Set[str], facts: Mapping[str, object]) -> Arranged:
    values = record.values
    rows = [row for row in values.get("outline", ()) if _is_for(row["document"], record.kind)]
    wanted = asked_of(rows, asked.outline, facts)
    per_page = int(values["photos_per_page"] or PER_PAGE)
    return arranged(wanted, present, values.get("texts", ()), values.get("photos", ()), per_page)


def _is_for(document: str, kind: Kind) -> bool:
    """Whether a row of the outline is for documents of a kind: it names the kind, or none, and then the main one."""
    if not document:
        return kind.derivation is not None and kind.derivation.main
    return heading_key(document) in map(heading_key, (kind.name, kind.title))


def lacking(record: Record, asked: Derivation, made: Arranged, present: Set[str], assessed: int) -> Iterator[Problem]:
    """What is to be said of parts left out and added, and whether enough is left to make a document of."""
    shown = present | {part.kind for part in made.parts}
    missing = [need for need in asked.needs if need not in shown]
    for need in missing:
        yield _nothing("nothing-to-show", _title(need), NEEDED[need], record, assessed)
    if not missing and made.empty and not any(_tells(part) for part in made.parts):
        yield _nothing("nothing-to-show", record.kind.title, SCORES, record, assessed)
        return
    if made.empty:
        yield problem("part-left-out", record.source, items=", ".join(made.empty))
    if made.added:
        yield problem("part-added", record.source, items=", ".join(made.added))
    for name in asked.expects if not missing else ():
        if name not in shown:
            yield _nothing("subject-left-out", _title(name), NEEDED[name], record, assessed)


def _followed(item: ItemRow) -> bool:
    """Whether anything is known of an item: its score, its state, or who is responsible."""
    return item.score is not None or bool(item.state or item.unit)


def _tells(part: Part) -> bool:
    """Whether a part says anything of the office's own."""
    return part.kind not in AROUND or bool(part.texts or part.photos)


def _title(name: str) -> str:
    block = block_named(name)
    return name if block is None else block.title


def _nothing(code: str, items: str, tables: Collection[str], record: Record, assessed: int) -> Problem:
    """That there is nothing for `items`, which stand on those tables, and which sheets to fill in."""
    sheets = " หรือ ".join(f"“{child.sheet}”" for child in record.kind.children if child.name in tables)
    year = assessed if set(tables) <= set(SCORES) else record.values["year"]
    return problem(code, record.source, items=items, year=year, sheets=sheets)
