"""Automatic numbering (ECMA-376 part 1 §17.9): the levels of the lists, and the labels of paragraphs in their order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from .number_formats import CUSTOM, LARGEST, numbered
from .package import MC, W

LEVELS = 9
_SUFFIXES = ("tab", "space", "nothing")
_ALIGNMENTS = {"center": "center", "right": "right", "end": "right"}
_PLACEHOLDER = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """A level of a list (`w:lvl`, §17.9.6), with what its `w:num` overrides.

    start: its first number. format: of ST_NumberFormat (`custom:` and a pattern for a custom one). text: `%1.%2.`, or
    the bullet in the font of `rpr`. suffix: tab, space or nothing. alignment: left, center or right. restart: the
    one-based level after which, or after any above which, it begins again; 0 never, None after every level above.
    legal: all numbers in its text are decimal (`w:isLgl`). paragraph_style: the style that it belongs to, or "".
    ppr, rpr: its raw `w:pPr` and `w:rPr`. picture: the id of its picture bullet.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    alignment: str = "left"
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""
    ppr: etree._Element | None = None
    rpr: etree._Element | None = None
    picture: int | None = None


class _Instance(NamedTuple):
    """A `w:num`: the list that it counts in, its levels, and the numbers that it begins anew with, by level."""

    counted_in: str
    levels: tuple[Level | None, ...]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a document: `w:numbering`, None for a document without. Malformed parts count as not there.

    style_numbering: style id → (num_id, level) of the styles that name a list; a list that is only a link to a
    numbering style (`w:numStyleLink`) has that style's levels.
    """

    def __init__(self, root: etree._Element | None, style_numbering: Mapping[str, tuple[int, int]]) -> None:
        self._styles = style_numbering
        self._abstracts: dict[str, etree._Element] = {}
        self._nums: dict[int, etree._Element] = {}
        self._linked: dict[str, str] = {}
        self._pictures: dict[int, etree._Element] = {}
        self._instances: dict[int, _Instance | None] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                identity = element.get(f"{W}abstractNumId", "").strip()
                self._abstracts.setdefault(identity, element)
                if style := _said(element, "styleLink"):
                    self._linked.setdefault(style, identity)
            elif element.tag == f"{W}num":
                number = _whole(element.get(f"{W}numId"))
                if number is not None:
                    self._nums.setdefault(number, element)
            elif element.tag == f"{W}numPicBullet":
                number = _whole(element.get(f"{W}numPicBulletId"))
                if number is not None:
                    self._pictures.setdefault(number, element)

    def level(self, num_id: int, ilvl: int) -> Level | None:
        """Level `ilvl` (from 0) of a list; None where there is none, and for num_id 0, which means no numbering."""
        instance = self.instance(num_id)
        return instance.levels[ilvl] if instance is not None and 0 <= ilvl < LEVELS else None

    def level_of_style(self, num_id: int, style: str) -> int | None:
        """The level of a list that belongs to a paragraph style: where a style names the list, this is its level."""
        instance = self.instance(num_id)
        for ilvl, level in enumerate(instance.levels if instance is not None and style else ()):
            if level is not None and level.paragraph_style == style:
                return ilvl
        return None

    def picture(self, identity: int) -> etree._Element | None:
        """The raw `w:numPicBullet` of a level's `picture`."""
        return self._pictures.get(identity)

    def instance(self, num_id: int) -> _Instance | None:
        """A `w:num` with its levels, read when first asked for."""
        if num_id <= 0:
            return None
        if num_id not in self._instances:
            self._instances[num_id] = self._read(num_id)
        return self._instances[num_id]

    def _read(self, num_id: int) -> _Instance | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        own = _said(num, "abstractNumId").strip()
        abstract = self._resolved(own)
        if abstract is None:
            return None
        levels: list[Level | None] = [None] * LEVELS
        for element in abstract.iterchildren(f"{W}lvl"):
            if (ilvl := _level_number(element)) is not None:
                levels[ilvl] = _level(element)
        starts: dict[int, int] = {}
        for override in num.iterchildren(f"{W}lvlOverride"):
            ilvl = _level_number(override)
            if ilvl is None:
                continue
            given = override.find(f"{W}lvl")
            if given is not None:
                # [MS-OI29500] §2.1.282: Word ignores lvlRestart in an override.
                before = levels[ilvl]
                levels[ilvl] = _level(given)._replace(restart=before.restart if before is not None else None)
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[ilvl] = _start(start)
        return _Instance(own, tuple(levels), starts)

    def _resolved(self, identity: str) -> etree._Element | None:
        """The definition that has the levels of one: itself, or where its `w:numStyleLink` leads (§17.9.21)."""
        seen: set[str] = set()
        while identity not in seen:
            seen.add(identity)
            abstract = self._abstracts.get(identity)
            style = _said(abstract, "numStyleLink") if abstract is not None else ""
            if abstract is None or not style or abstract.find(f"{W}lvl") is not None:
                return abstract
            num = self._nums.get(self._styles.get(style, (0, 0))[0])
            linked = _said(num, "abstractNumId").strip() if num is not None else ""
            identity = linked if linked in self._abstracts else self._linked.get(style, "")
        return None


class Counter:
    """The numbers of a story's lists so far. Paragraphs are told to it in the order of the document.

    All `w:num` of one `w:abstractNum` count together ([MS-DOC] §2.4.6.4).
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def fork(self) -> Counter:
        """A counter of the same lists that has counted nothing."""
        return Counter(self._numbering)

    def label(self, num_id: int, ilvl: int) -> str:
        """The label of the next paragraph, at level `ilvl` (from 0) of a list; "" for a paragraph without one.

        A level above that has not occurred counts as if it had once, at its start. The number that a `w:num` begins
        anew with (`w:startOverride`) is taken when it first comes at that level.
        """
        instance = self._numbering.instance(num_id)
        level = self._numbering.level(num_id, ilvl)
        if instance is None or level is None:
            return ""
        counts = self._counts.setdefault(instance.counted_in, [None] * LEVELS)
        last = counts[ilvl]
        counts[ilvl] = level.start if last is None else last + 1
        if ilvl in instance.starts and (num_id, ilvl) not in self._begun:
            self._begun.add((num_id, ilvl))
            counts[ilvl] = instance.starts[ilvl]
        for above in range(ilvl):
            higher = instance.levels[above]
            if counts[above] is None and higher is not None:
                counts[above] = higher.start
        for below in range(ilvl + 1, LEVELS):
            deeper = instance.levels[below]
            limit = deeper.restart if deeper is not None else None
            if limit is None or limit > below or ilvl < limit:
                counts[below] = None
        return _text(instance.levels, level, ilvl, counts)


def _text(levels: tuple[Level | None, ...], level: Level, ilvl: int, counts: list[int | None]) -> str:
    if level.format == "bullet":
        return level.text
    text = ""
    for piece in _pieces(level.text):
        if isinstance(piece, str):
            text += piece
            continue
        if piece > ilvl:
            # [MS-OI29500] §2.1.283: a number of a deeper level makes Word ignore the whole text.
            return ""
        of, count = levels[piece], counts[piece]
        if of is None or count is None:
            continue
        # [MS-DOC] §2.9.150, fLegal: leading zeros stay; a level without numbers still has none.
        kept = not level.legal or of.format in ("decimalZero", "bullet", "none")
        text += numbered(count, of.format if kept else "decimal")
    return text


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[str | int, ...]:
    """A level's text in pieces: strings, and the levels (from 0) whose numbers stand between them."""
    cut = _PLACEHOLDER.split(text)
    return tuple(int(piece) - 1 if place % 2 else piece for place, piece in enumerate(cut) if piece)


def _level(element: etree._Element) -> Level:
    start = element.find(f"{W}start")
    restart = _whole(_said(element, "lvlRestart"))
    suffix = _said(element, "suff")
    legal = element.find(f"{W}isLgl")
    return Level(
        start=_start(start) if start is not None else 0,
        format=_format(element),
        text=_said(element, "lvlText"),
        suffix=suffix if suffix in _SUFFIXES else "tab",
        alignment=_ALIGNMENTS.get(_said(element, "lvlJc"), "left"),
        restart=restart if restart is None or restart >= 0 else None,
        legal=legal is not None and legal.get(f"{W}val", "true") not in ("0", "false", "off"),
        paragraph_style=_said(element, "pStyle"),
        ppr=element.find(f"{W}pPr"),
        rpr=element.find(f"{W}rPr"),
        picture=_whole(_said(element, "lvlPicBulletId")),
    )


def _format(element: etree._Element) -> str:
    """The level's format; a custom one stands in a choice, whose fallback is a plain one ([MS-DOCX] §2.4)."""
    found = element.find(f"{W}numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    value = found.get(f"{W}val", "decimal") if found is not None else "decimal"
    return CUSTOM + found.get(f"{W}format", "") if found is not None and value == "custom" else value


def _start(element: etree._Element) -> int:
    """A starting number, as Word bounds it ([MS-DOC] §2.9.150, iStartAt)."""
    return max(0, min(LARGEST, _whole(element.get(f"{W}val")) or 0))


def _level_number(element: etree._Element) -> int | None:
    number = _whole(element.get(f"{W}ilvl"))
    return number if number is not None and 0 <= number < LEVELS else None


def _said(element: etree._Element, name: str) -> str:
    """`w:val` of a child, "" without."""
    child = element.find(W + name)
    return child.get(f"{W}val", "") if child is not None else ""


def _whole(text: str | None) -> int | None:
    """A whole number of at most nine digits, None for anything else."""
    found = re.fullmatch(r"\s*([+-]?[0-9]{1,9})\s*", text or "")
    return int(found[1]) if found else None
