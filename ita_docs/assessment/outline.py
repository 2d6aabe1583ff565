"""A report's parts in order: which there are, what they are called, their numbers, and the paper they stand on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from ..structured.text import StructuredText
from ..thai.numerals import to_arabic
from ..thai.text import heading_key
from .blocks import PART, TEXT, Block, block_named
from .photos import PhotoPage, photo_pages

NUMBERED = re.compile(rf"({'|'.join((PART.title, *PART.aliases))})\s*(\d*)\s*:?\s*(.*)", re.DOTALL)
NONE = frozenset("-–—")
"""What is typed for a heading that is not wanted."""


class Asked(NamedTuple):
    """A part as it is asked for: its name, and its heading, empty for the usual one."""

    name: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text of the office's own: its heading, empty for none, and the text."""

    heading: str
    text: StructuredText


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report.

    kind: the key of its block, `part` for a heading over blocks, `text` for an office's own. number: as printed, empty
    for none. level: of its heading, 1 or 2; 0 for none. paper: what it stands on. ends: what sort of section ends after
    it, empty where the next part stands on the same; a section that begins the numbering of pages says so with
    `_first`. own_page: whether it begins a page.
    """

    kind: str
    title: str = ""
    number: str = ""
    level: int = 0
    paper: str = "body"
    ends: str = ""
    own_page: bool = False
    texts: tuple[PlacedText, ...] = ()
    photos: tuple[PhotoPage, ...] = ()


class Arranged(NamedTuple):
    """The parts of a report; what was asked for and has nothing to show; texts for which no part was asked."""

    parts: tuple[Part, ...]
    empty: tuple[str, ...]
    added: tuple[str, ...]


def asked_of(rows: Sequence[Mapping[str, Any]], usual: Iterable[str], facts: Mapping[str, object]) -> list[Asked]:
    """What a workbook's outline asks for, else the kind's own, a part a line: `name`, or `name: heading`.

    facts: the values of the names in braces that headings may hold.
    """
    if rows:
        made = [Asked(row["part"], row["heading"]) for row in rows]
    else:
        made = [Asked(name.strip(), heading.strip()) for name, _, heading in (line.partition(":") for line in usual)]
    return [Asked(name, with_facts(heading, facts)) for name, heading in made]


def with_facts(text: str, facts: Mapping[str, object]) -> str:
    """`text` with the values of the names in braces; what is no such name stays."""
    return re.sub(r"\{(\w+)\}", lambda found: str(facts.get(found[1], found[0])), text)


def arranged(
    asked: Iterable[Asked],
    present: Collection[str],
    texts: Sequence[Mapping[str, Any]],
    photos: Sequence[Mapping[str, Any]],
    per_page: int,
) -> Arranged:
    """The parts that are asked for and have something to show: generated (`present` names those), a text, a picture.

    Texts and pictures of parts that nobody asked for come after the text; pictures among the photos.
    """
    wanted = list(asked)
    places = {_place(name) for name, _ in wanted}
    homeless = list(dict.fromkeys(row["part"] for row in texts if _place(row["part"]) not in places))
    back = next((at for at, (name, _) in enumerate(wanted) if _block(name).back), len(wanted))
    wanted[back:back] = [Asked(name) for name in homeless]
    places |= set(map(_place, homeless))
    made: list[Part] = []
    empty: list[str] = []
    for name, heading in wanted:
        place = _place(name)
        told = tuple(PlacedText(row["heading"], row["text"]) for row in texts if _place(row["part"]) == place)
        shown = [row for row in photos if _shown_in(row["part"], places) == place]
        part = Part(_block(name).key, texts=told, photos=photo_pages(shown, per_page, place == "photos"))
        if part.kind not in (*present, PART.key) and not (told or shown):
            empty.append(name)
            continue
        made.append(replace(part, title=_title(name, heading), paper=_block(name).paper))
    return Arranged(tuple(_sectioned(_numbered(list(_without_idle(made)), wanted))), tuple(empty), tuple(homeless))


def _block(name: str) -> Block:
    if NUMBERED.fullmatch(to_arabic(name.strip())) and not block_named(name):
        return PART
    return block_named(name) or TEXT


def _place(name: str) -> str:
    """What identifies a part: the key of its block, or its name."""
    block = _block(name)
    return heading_key(to_arabic(name)) if block in (PART, TEXT) else block.key


def _shown_in(name: str, places: Collection[str]) -> str:
    place = _place(name)
    return place if place in places else "photos"


def _title(name: str, heading: str) -> str:
    """The heading of a part, empty for none."""
    if heading.strip() in NONE:
        return ""
    block = _block(name)
    if block is not PART:
        return heading or block.title or name
    found = NUMBERED.fullmatch(name.strip())
    return heading or (found[3] if found else "")


def _without_idle(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts without those headings under which nothing stands."""
    for at, part in enumerate(parts):
        follows = parts[at + 1] if at + 1 < len(parts) else None
        idle = part.kind == PART.key and not (part.texts or part.photos)
        if not (idle and (follows is None or follows.kind == PART.key or _block(follows.kind).back)):
            yield part


def _numbered(parts: list[Part], wanted: Sequence[Asked]) -> Iterator[Part]:
    """The parts with numbers: `ส่วนที่ 1` over `1.1`, `1.2`; `1.` `2.` where there are no such headings."""
    label = next((found[1] for name, _ in wanted if (found := NUMBERED.match(name.strip()))), PART.title)
    divided = any(part.kind == PART.key for part in parts)
    above = below = 0
    for part in parts:
        block = _block(part.kind) if part.kind != TEXT.key else TEXT
        if part.kind == PART.key:
            above, below = above + 1, 0
            yield replace(part, number=f"{label} {above}", level=1, own_page=True)
        elif not part.title or block.paper == "cover":
            yield replace(part, title="" if block.paper == "cover" else part.title)
        elif not block.numbered:
            yield replace(part, level=1, own_page=True)
        elif divided and above:
            below += 1
            yield replace(part, number=f"{above}.{below}", level=2)
        else:
            below += 1
            yield replace(part, number=f"{below}.", level=1)


def _sectioned(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with the sections that end after them."""
    made = list(parts)
    begun: set[str] = set()
    first = ""
    for at, part in enumerate(made):
        before = made[at - 1].paper if at else ""
        if part.paper != before:
            matter = "front" if part.paper == "front" else "text"
            starts = part.paper != "cover" and matter not in begun
            begun.add(matter if starts else "")
            first = "_first" if starts else ""
        follows = made[at + 1].paper if at + 1 < len(made) else ""
        yield replace(part, ends=part.paper + first) if follows != part.paper else part
