"""Word's automatic numbers, read from the package: the label of each paragraph (ECMA-376 part 1, §17.9).

Nothing of this comes from ita_docs: what its documents say is told by another reading of the standard.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
CONSONANTS = "".join(map(chr, (0x0E01, 0x0E02, 0x0E04, *range(0x0E07, 0x0E24), 0x0E25, *range(0x0E27, 0x0E2F))))
"""Those that `thaiLetters` counts by (§17.18.59)."""
PLACE = re.compile(r"%([1-9])")
LEVELS = 9
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
Parts = Mapping[str, Any]
"""The parts of a package as trees, by name."""


@dataclass(slots=True)
class Level:
    """A level of a list: where it begins, how its number is written, after which level (from 1) it begins again."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class List:
    """A `w:num`: the definition whose counts it shares, its levels, and those that it begins anew."""

    definition: str
    levels: dict[int, Level]
    begins: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counted on from paragraph to paragraph."""

    def __init__(self, parts: Parts) -> None:
        numbering, styles = parts.get(NUMBERING), parts.get(STYLES)
        self._definitions: dict[str, Any] = {}
        self._lists: dict[str, List] = {}
        self._styles: dict[str, Any] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if styles is not None:
            self._styles = {str(style.get(f"{W}styleId")): style for style in styles.iter(f"{W}style")}
        if numbering is not None:
            for definition in numbering.iter(f"{W}abstractNum"):
                self._definitions[str(definition.get(f"{W}abstractNumId"))] = definition
            for found in numbering.iter(f"{W}num"):
                self._lists[str(found.get(f"{W}numId"))] = self._list(found)

    def label(self, paragraph: Any) -> str:
        """The label of the next paragraph (a `w:p`), "" for one that is not numbered."""
        number, place = self._numbered(paragraph.find(f"{W}pPr"))
        if number is None or number == "0":
            return ""
        found = self._lists[number]
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        if place in found.begins and (number, place) not in self._begun:
            counts[place] = found.begins[place]
        else:
            last = counts[place]
            counts[place] = found.levels[place].start if last is None else last + 1
        self._begun.add((number, place))
        for upper in range(place):
            if counts[upper] is None:
                counts[upper] = found.begins.get(upper, found.levels[upper].start)
        for lower in range(place + 1, LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or place < restart:
                counts[lower] = None
        return _written(found.levels, place, counts)

    def _list(self, found: Any) -> List:
        definition = str(found.find(f"{W}abstractNumId").get(f"{W}val"))
        levels = {place: Level() for place in range(LEVELS)} | self._levels(self._definitions[definition])
        begins = {}
        for override in found.iter(f"{W}lvlOverride"):
            place = int(override.get(f"{W}ilvl"))
            levels |= _levels_of(override)
            start = override.find(f"{W}startOverride")
            if start is not None:
                begins[place] = int(start.get(f"{W}val"))
        return List(definition, levels, begins)

    def _levels(self, definition: Any) -> dict[int, Level]:
        linked = definition.find(f"{W}numStyleLink")
        if linked is None:
            return _levels_of(definition)
        style = self._styles[str(linked.get(f"{W}val"))]
        same = (one for one in self._definitions.values() if _value(one, "styleLink") == style.get(f"{W}styleId"))
        return _levels_of(next(same))

    def _numbered(self, properties: Any) -> tuple[str | None, int]:
        """The list and the level of a paragraph: its own, else its style's, else what that is based on."""
        number: str | None = None
        place: int | None = None
        style = None
        while properties is not None or style is not None:
            found = None if properties is None else properties.find(f"{W}numPr")
            if found is not None:
                number = _value(found, "numId") if number is None else number
                told = _value(found, "ilvl")
                place = int(told) if place is None and told is not None else place
            if style is None:
                name = "" if properties is None else _value(properties, "pStyle") or ""
            else:
                if found is not None and place is None and number is not None and number != "0":
                    place = self._level_of_style(number, str(style.get(f"{W}styleId")))
                name = _value(style, "basedOn") or ""
            style = self._styles.get(name)
            properties = None if style is None else style.find(f"{W}pPr")
        return number, place or 0

    def _level_of_style(self, number: str, style: str) -> int | None:
        definition = self._definitions[self._lists[number].definition]
        for level in definition.iter(f"{W}lvl"):
            if _value(level, "pStyle") == style:
                return int(level.get(f"{W}ilvl"))
        return None


def arabic(text: str) -> str:
    """`text` with Arabic digits: LibreOffice 7.4 writes `thaiNumbers` so."""
    return text.translate(ARABIC)


def _levels_of(parent: Any) -> dict[int, Level]:
    found = {}
    for level in parent.iter(f"{W}lvl"):
        restart = _value(level, "lvlRestart")
        found[int(level.get(f"{W}ilvl"))] = Level(
            int(_value(level, "start") or 0),
            _value(level, "numFmt") or "decimal",
            _value(level, "lvlText") or "",
            None if restart is None else int(restart),
            level.find(f"{W}isLgl") is not None,
        )
    return found


def _value(parent: Any, name: str) -> str | None:
    found = parent.find(f"{W}{name}")
    return None if found is None else str(found.get(f"{W}val"))


def _written(levels: Mapping[int, Level], place: int, counts: list[int | None]) -> str:
    own = levels[place]
    if own.format == "bullet":
        return own.text

    def number(found: re.Match[str]) -> str:
        upper = int(found[1]) - 1
        kind = levels[upper].format
        return formatted(counts[upper] or 0, "decimal" if own.legal and upper < place else kind)

    return PLACE.sub(number, own.text)


def formatted(number: int, kind: str) -> str:
    """A number as `w:numFmt` says (§17.18.59). Raises ValueError for a kind that no template of ours uses."""
    if kind == "decimal":
        return str(number)
    if kind == "thaiNumbers":
        return str(number).translate(THAI)
    if kind == "thaiLetters":
        times, letter = divmod(number - 1, len(CONSONANTS))
        return CONSONANTS[letter] * (times + 1)
    if kind in ("lowerLetter", "upperLetter"):
        times, letter = divmod(number - 1, 26)
        return chr(ord("a" if kind == "lowerLetter" else "A") + letter) * (times + 1)
    if kind == "none":
        return ""
    raise ValueError(f"numbers as {kind}")
