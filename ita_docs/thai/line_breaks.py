"""Where a line of text may break, as Word breaks it: ICU's boundaries, less those inside compounds that Word keeps.

Measured against lines that Word printed: `docs/word-breaking.md` has the figures behind each rule.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from icu4py.breakers import CharacterBreaker, LineBreaker

# ICU refuses to break after a space when the next character closes or repeats; Word breaks after any space.
_AFTER_SPACE = re.compile(" (?=[^ \\w\t\n\r\ufffc])| (?=[\u0e46\u0e2f])")
_BRACKETS = "([{\u201c\u2018"
_OPENING = frozenset(_BRACKETS + "\"'")
# ICU breaks after these inside Latin text too; there only an address longer than a line has to.
_BOUND = frozenset("/?|")
_ADDRESS = re.compile("[!-~]{60,}")
_JOINT = re.compile("[/.\\-?&=_](?=[0-9A-Za-z%])")
# Where ICU's line breaks might cut a grapheme cluster: scripts with conjuncts and joiners, a mark with no Thai letter.
_UNUSUAL = re.compile("[^\t\n -\u02ff\u0e00-\u0e7f\u2000-\u200a\u2010-\u2027\u2030-\u205e\ufffc]")
_STRAY_MARK = re.compile("(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_PAIYANNOI = re.compile("ฯลฯ|ฯพณฯ|ฯ")
_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def _compounds() -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The compounds that are kept whole, and how long those are, longest first, that begin with each four letters."""
    words = Path(__file__).with_name("compounds.txt").read_text(encoding="utf-8").split()
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[:4], set()).add(len(word))
    return frozenset(words), {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def _characters(text: str, units: list[int]) -> list[int]:
    """ICU's offsets, which count UTF-16 units, as indices of `text`."""
    at, of_unit = 0, {}
    for index, character in enumerate(text):
        of_unit[at] = index
        at += 2 if character > "\uffff" else 1
    of_unit[at] = len(text)
    return [of_unit[unit] for unit in units if unit in of_unit]


def _ends(breaker: type[LineBreaker] | type[CharacterBreaker], text: str) -> list[int]:
    ends = [end for _, end in breaker(text, "th").segments()]
    return ends if ends[-1] == len(text) else _characters(text, ends)


def _joined(text: str, ends: list[int]) -> list[int]:
    """`ends` without those inside a compound, read from the left, the longest compound first."""
    words, lengths = _compounds()
    lengths_of, among = lengths.get, frozenset(ends)
    for sign in "\u0e33\u0e2f":  # in what is no word ICU breaks before ำ and ฯ too
        at = text.find(sign, 1)
        while at > 0:
            if at in among and "\u0e01" <= text[at - 1] <= "\u0e4e":
                ends.remove(at)
            at = text.find(sign, at + 1)
    kept: list[int] = []
    start = held = 0
    size = len(text)
    for end in ends:
        if start >= held:
            head = text[start : start + 4]
            found = lengths_of(head)
            if found is None and head[0] in _OPENING:
                start += 1
                found = lengths_of(text[start : start + 4])
            if found is not None:
                for length in found:
                    stop = start + length
                    # It ends where a word of ICU's does, or where the Thai does: what comes after is no letter.
                    if (
                        stop <= size
                        and text[start:stop] in words
                        and (stop in among or not "\u0e01" <= text[stop] <= "\u0e4e")
                    ):
                        held = stop
                        break
        if end >= held:
            kept.append(end)
        start = end
    return kept


def _before_brackets(text: str) -> list[int]:
    """Where a bracket opens right after a Thai word: Word breaks there (UAX #14 LB30 does not)."""
    found = []
    for bracket in _BRACKETS:
        at = text.find(bracket, 1)
        while at > 0:
            if "\u0e01" <= text[at - 1] <= "\u0e4e":
                found.append(at)
            at = text.find(bracket, at + 1)
    return found


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _starts_latin(text: str, at: int) -> bool:
    """Whether what stands before `at` is Latin text, or nothing that a slash there could belong to."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in _BOUND or _latin(text[at - 1])


def _with_joints(text: str, points: set[int]) -> None:
    """Before Latin text no break after a slash; in an address longer than a line, one after each of its joints."""
    points.difference_update(
        [
            p
            for p in points
            if p < len(text) and text[p - 1] in _BOUND and _latin(text[p]) and _starts_latin(text, p - 1)
        ]
    )
    for address in _ADDRESS.finditer(text):
        points.update(joint.end() for joint in _JOINT.finditer(text, address.start(), address.end()))


@lru_cache(maxsize=2048)
def break_points(text: str) -> tuple[int, ...]:
    """The indices before which a line of `text` may break, increasing, the last of them `len(text)`; none for no text.

    Never inside a grapheme cluster. A space belongs to the line before the break. Source: UAX #14 as ICU tailors it for
    Thai, and docs/word-breaking.md where Word differs.
    """
    if not text:
        return ()
    # ICU's dictionary goes astray in the words before a ๆ or ฯ; "!" has their place in a line and is no part of a word
    plain = text.replace("\u0e46", "!")
    if "\u0e2f" in plain:
        plain = _PAIYANNOI.sub(lambda found: "!" * len(found[0]), plain)
    try:
        ends = _ends(LineBreaker, plain)
    except UnicodeEncodeError:  # half of a surrogate pair
        plain = _SURROGATE.sub("\ufffd", plain)
        ends = _ends(LineBreaker, plain)
    kept = _joined(plain, ends)
    if plain is not text:
        size = len(text)
        kept = [p for p in kept if p == size or text[p - 1] not in "\u0e46\u0e2f" or "\u0e01" <= text[p] <= "\u0e45"]
    more = [match.end() for match in _AFTER_SPACE.finditer(text)]
    more += _before_brackets(text)
    joints = "/" in text or "?" in text or "_" in text or "|" in text
    unusual = _UNUSUAL.search(text) or _STRAY_MARK.search(text)
    if not (more or joints or unusual):
        return tuple(kept)
    points = {*kept, *more}
    if joints:
        _with_joints(text, points)
    if unusual:
        points.intersection_update(_ends(CharacterBreaker, plain))
    return tuple(sorted(points))
