"""Whom a letter is written to, and the words that open and close it; the table is `addressees.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .fault import Fault
from .people import Person, parse_person
from .text import normal_form

Sort = Literal["class", "unsure", "royal", "open", "office"]
END = r"(?=$|[\s()（）\[\],/“”\"'\-–])"
"""Where a post ends."""


class AddresseeClass(NamedTuple):
    """How one class of addressees is written to: opening word, pronoun, the writer's own pronouns, closing words."""

    name: str
    opening: str
    pronoun: str
    writer: tuple[str, ...]
    closing: str


class Addressee(str):
    """An addressee as printed after the opening word: `ผู้อำนวยการโรงเรียน…`.

    opening: คำขึ้นต้น, the typed one where one was typed. closing: คำลงท้าย that goes with it. pronoun: how the text calls
    the addressee. typed_opening: as typed, or nothing.
    """

    __slots__ = ("closing", "opening", "pronoun", "typed_opening")
    opening: str
    closing: str
    pronoun: str
    typed_opening: str

    def __new__(
        cls, text: str = "", opening: str = "", closing: str = "", pronoun: str = "", typed_opening: str = ""
    ) -> Addressee:
        made = super().__new__(cls, text)
        made.opening, made.closing, made.pronoun, made.typed_opening = opening, closing, pronoun, typed_opening
        return made

    def __getnewargs__(self) -> tuple[str, ...]:  # type: ignore[override]
        return (str(self), self.opening, self.closing, self.pronoun, self.typed_opening)


class AddresseeReading(NamedTuple):
    """An addressee as meant, and what is to be said of how it was typed."""

    value: Addressee
    faults: tuple[Fault, ...] = ()


class _Head(NamedTuple):
    """Words that an addressee may begin with, and what they tell."""

    text: str
    pattern: re.Pattern[str]
    sort: Sort
    of: AddresseeClass | None = None


class _Table(NamedTuple):
    """The table as it is looked up: its heads by their first letter, longest first."""

    classes: dict[str, AddresseeClass]
    heads: dict[str, list[_Head]]
    words: tuple[tuple[str, AddresseeClass], ...]
    monastic: tuple[str, ...]
    openings: re.Pattern[str]
    royal_openings: re.Pattern[str]
    honorific: re.Pattern[str]


def parse_addressee(text: str) -> AddresseeReading | Fault:
    """The addressee that a text names, or the fault `royal-addressee`.

    Told besides: `opening-mismatch` (the typed opening is not the table's), `addressee-honorific` (ท่านผู้อำนวยการ),
    `monk-rank-unsure` (the closing words depend on a rank that the text does not tell).
    """
    table = _table()
    rest = re.sub(r"[^\S\n]+", " ", normal_form(text)).strip()
    opening = ""
    if found := table.openings.match(rest):
        opening, rest = found[1], rest[found.end() :].strip()
    royal = table.royal_openings.match(rest)
    if royal:
        rest = rest[royal.end() :].strip()
    said: list[Fault] = []
    bare = rest
    if found := table.honorific.match(rest):
        bare = rest[found.end() :]
        said.append(Fault("addressee-honorific", {"typed": found[1], "meant": bare}))
    sort, of = _sort(table, bare, opening)
    # กราบทูล may also be meant for a patriarch, or be wrong for another monk; for anybody else it is royal
    clerical = of is not None and of.name not in ("ordinary", "deferential")
    if sort == "royal" or (royal and not (clerical and any(royal[1] == one.opening for one in table.classes.values()))):
        return Fault("royal-addressee")
    of = of or table.classes["ordinary"]
    typed = royal[1] if royal else opening
    if sort == "unsure":
        said.append(Fault("monk-rank-unsure", {"closing": of.closing}))
    chosen = of
    if typed and typed != of.opening:
        said.append(Fault("opening-mismatch", {"typed": typed, "opening": of.opening}))
        chosen = next((one for one in reversed(table.classes.values()) if one.opening == typed), of)
    return AddresseeReading(Addressee(rest, typed or of.opening, chosen.closing, chosen.pronoun, typed), tuple(said))


def _sort(table: _Table, text: str, opening: str) -> tuple[Sort, AddresseeClass | None]:
    """What kind of addressee a text without opening and honorific names."""
    head = _head(table, text)
    if head is None:
        return "class", _after_a_name(table, text)
    sort, of = head.sort, head.of
    if sort == "open":
        monk = opening.endswith("นมัสการ") or any(word in text for word in table.monastic)
        sort, of = ("class", table.classes["somdet"]) if monk else ("royal", None)
    if of is not None and of.opening == "นมัสการ":
        named = next((ranked for word, ranked in table.words if word in text), None)
        if named is not None:
            return "class", named
    return sort, of


def _head(table: _Table, text: str) -> _Head | None:
    return next((head for head in table.heads.get(text[:1], ()) if head.pattern.match(text)), None)


def _after_a_name(table: _Table, text: str) -> AddresseeClass | None:
    """The class of a post that stands behind a person's name: `นายสมชาย ใจดี นายกรัฐมนตรี`."""
    for found in re.finditer(" ", text[:100]):
        person = parse_person(text[: found.start()])
        if isinstance(person, Person) and person.title and person.last and " " not in person.last:
            head = _head(table, text[found.end() :])
            return head.of if head is not None and head.sort == "class" and head.of is not None else None
    return None


@lru_cache(maxsize=1)
def _table() -> _Table:
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name("addressees.toml").read_text(encoding="utf-8"))
    classes = {
        one["name"]: AddresseeClass(one["name"], one["opening"], one["pronoun"], tuple(one["writer"]), one["closing"])
        for one in data["classes"]
    }
    heads: dict[str, list[_Head]] = {}
    for head in sorted(_heads(data, classes), key=lambda head: -len(head.text)):
        heads.setdefault(head.text[0], []).append(head)
    words = [(word, classes[one["name"]]) for one in data["classes"] for word in one.get("words", ())]
    typed = data["typed"]
    return _Table(
        classes=classes,
        heads=heads,
        words=tuple(sorted(words, key=lambda pair: -len(pair[0]))),
        monastic=tuple(data["royal"]["monastic"]),
        openings=re.compile(rf"(?!{_any(typed['not_openings'])})({_any(typed['openings'])})[\s:]*"),
        royal_openings=re.compile(rf"({_any(data['royal']['openings'])})(?:[\s:]+|$|(?=ฝ่า|พระ|สมเด็จ|เจ้าฟ้า|หม่อมเจ้า))"),
        honorific=re.compile(rf"(?!{_any(typed['not_honorifics'])})({_any(typed['honorifics'])})\s*(?=\S)"),
    )


def _heads(data: dict[str, Any], classes: dict[str, AddresseeClass]) -> Iterator[_Head]:
    for one in data["classes"]:
        of = classes[one["name"]]
        unless = rf"(?!\s*(?:{_any(one['unless_before'])}))" if "unless_before" in one else ""
        for text in one.get("posts", ()):
            yield _Head(text, re.compile(_spaced(text) + END + unless), "class", of)
        for text in one.get("heads", ()):
            yield _Head(text, re.compile(_spaced(text)), "class", of)
        for text in one.get("unsure", ()):
            yield _Head(text, re.compile(_spaced(text)), "unsure", of)
    for text in data["royal"]["heads"]:
        yield _Head(text, re.compile(_spaced(text)), "royal")
    for text in data["royal"]["open_heads"]:
        yield _Head(text, re.compile(_spaced(text)), "open")
    for text in data["offices"]["heads"]:
        yield _Head(text, re.compile(_spaced(text)), "office")


def _any(texts: list[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))


def _spaced(text: str) -> str:
    """A pattern for `text` with or without the spaces that clerks put where they like."""
    return r"\s?".join(map(re.escape, text.split(" ")))
