"""A part of a document as it is read, and the fields that are open in it (ECMA-376 part 1, §17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..thai.numerals import to_arabic, to_thai
from .characters import Field, Look, Text
from .fields import number_format, parse_field, shown_date
from .flow import Inline
from .form_fields import form_text
from .numbering import Counter
from .package import W

_LAID_OUT = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
"""Fields that the layout works out."""
_YEAR = re.compile("[0-9]{4}")
_LATIN = re.compile("[A-Za-z]")
_THAI = re.compile("[\u0e01-\u0e4e]")
_PARTLY = frozenset("nrwtp")
"""Switches of STYLEREF that ask for its number, or its place, in place of its text."""


@dataclass(slots=True)
class OpenField:
    """A field whose end has not been met: its instruction, and whether the result has begun.

    framed: it stands in a header or footer. looks, shown: of its stored result, where the layout puts its own in that
    place. made: its result is worked out already. data: the `w:ffData` of a form field.
    """

    instruction: str = ""
    result: bool = False
    framed: bool = False
    looks: list[Look] = field(default_factory=list)
    shown: str = ""
    made: bool = False
    data: Any = None
    parsed: tuple[str, tuple[str, ...], dict[str, str]] | None = None

    @property
    def laid_out(self) -> bool:
        """Whether the layout works out what it shows."""
        if self.parsed is None:
            return False
        kind, _, switches = self.parsed
        return kind in _LAID_OUT or (self.framed and kind == "STYLEREF" and _PARTLY.isdisjoint(switches))

    def inline(self, look: Look, link: str | None) -> Field:
        """The field as the layout takes it."""
        kind, arguments, switches = self.parsed or ("", (), {})
        argument = arguments[0] if arguments else ""
        if kind == "PAGEREF" and "h" in switches:
            link = link or f"#{argument}"
        how = number_format(switches) if kind != "STYLEREF" else "last" if "l" in switches else ""
        return Field(kind, look, self.shown, argument, how, link)

    @property
    def form(self) -> str | None:
        """What a form field or button shows, None for other fields."""
        return None if self.parsed is None else form_text(self.parsed[0], self.instruction, self.data)

    @property
    def dates(self) -> bool:
        """Whether it shows the date by a picture."""
        return self.parsed is not None and self.parsed[0] in ("DATE", "TIME") and "@" in self.parsed[2]

    def dated(self, today: date, shown: str) -> str:
        """The text of a field that shows the date, in the language, calendar and digits of what it showed last."""
        from ..thai.dates import FIRST_BUDDHIST

        switches = self.parsed[2] if self.parsed is not None else {}
        year = _YEAR.search(to_arabic(shown))
        buddhist = year is not None and int(year[0]) >= FIRST_BUDDHIST
        thai = not _LATIN.search(shown) or _THAI.search(shown) is not None
        text = shown_date(today, switches["@"], thai_calendar=buddhist, thai_names=thai)
        wanted = number_format(switches) == "thaiNumbers" or shown != to_arabic(shown)
        return to_thai(text) if wanted else text


@dataclass(slots=True)
class Story:
    """A part that is being read (the body, a header, a text box) and the fields that are open in it.

    counter: of its lists, which it counts by itself; boxes: of the lists in its text boxes, which are counted together.
    framed: it is a header or footer. swallows: what is met now is an instruction, or a result that is worked out anew.
    """

    part: str
    counter: Counter
    today: date | None = None
    framed: bool = False
    boxes: Counter | None = None
    fields: list[OpenField] = field(default_factory=list)
    swallows: bool = False

    def within(self) -> Story:
        """The story of a text box that stands in this one."""
        if self.boxes is None:
            self.boxes = self.counter.fork()
        return Story(self.part, self.boxes, self.today, self.framed, self.boxes)

    def open(self, item: OpenField) -> None:
        """Begin a field."""
        self.fields.append(item)
        self._count()

    def close(self) -> OpenField:
        """End the innermost field."""
        item = self.fields.pop()
        self._count()
        return item

    def _count(self) -> None:
        self.swallows = any(not item.result or item.laid_out or item.made for item in self.fields)

    @property
    def link(self) -> str | None:
        """Where the HYPERLINK field that is open leads."""
        for item in reversed(self.fields):
            if item.parsed is not None and item.parsed[0] == "HYPERLINK":
                _, arguments, switches = item.parsed
                if anchor := switches.get("l"):
                    return f"#{anchor}"
                return arguments[0] if arguments else None
        return None

    def keep(self, text: str, look: Look) -> None:
        """Take stored text that is not shown: what it says and looks like serves the field that it stands for."""
        for item in self.fields:
            if item.result and (item.laid_out or item.made):
                item.shown += text
                item.looks.append(look)

    def instruct(self, text: str) -> None:
        """Take a part of an instruction."""
        if self.fields and not self.fields[-1].result:
            self.fields[-1].instruction += text

    def mark(self, element: Any, look: Look, link: str | None) -> Inline | None:
        """Take a `w:fldChar`; the inline that it completes."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.open(OpenField(framed=self.framed, data=element.find(W + "ffData")))
        elif not self.fields:
            return None
        elif kind == "separate":
            item = self.fields[-1]
            item.result = True
            item.parsed = parse_field(item.instruction)
            item.made = (item.dates and self.today is not None) or item.form is not None
            self._count()
        elif kind == "end":
            item = self.close()
            item.parsed = item.parsed or parse_field(item.instruction)
            if self.swallows:
                return None
            look = item.looks[0] if item.looks else look
            if item.laid_out:
                return item.inline(look, link or self.link)
            if (said := item.form) is not None:
                return Text(said, look, link or self.link)
            if item.made and self.today is not None:
                return Text(item.dated(self.today, item.shown), look, link or self.link)
        return None
