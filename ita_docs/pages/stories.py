"""A part of a document as it is read, and the fields that are open in it (ECMA-376 part 1, §17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..thai.numerals import to_thai
from .characters import Field, Look, Text
from .fields import number_format, parse_field, shown_date
from .flow import Inline
from .form_fields import form_text
from .package import W

_LAID_OUT = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF")
"""Fields that the layout works out."""


@dataclass(slots=True)
class OpenField:
    """A field whose end has not been met: its instruction, and whether the result has begun.

    looks, shown: of its stored result, where the layout puts its own in that place. made: its result is worked out
    already. data: the `w:ffData` of a form field.
    """

    instruction: str = ""
    result: bool = False
    looks: list[Look] = field(default_factory=list)
    shown: str = ""
    made: bool = False
    data: Any = None
    parsed: tuple[str, tuple[str, ...], dict[str, str]] | None = None

    @property
    def laid_out(self) -> bool:
        """Whether the layout works out what it shows."""
        return self.parsed is not None and self.parsed[0] in _LAID_OUT

    def inline(self, look: Look, link: str | None) -> Field:
        """The field as the layout takes it."""
        kind, arguments, switches = self.parsed or ("", (), {})
        argument = arguments[0] if arguments else ""
        if kind == "PAGEREF" and "h" in switches:
            link = link or f"#{argument}"
        return Field(kind, look, self.shown, argument, number_format(switches), link)

    def worked_out(self, today: date | None, look: Look) -> Text | None:
        """The text of a form field or button, or of a DATE or TIME field where the date is given; None for others."""
        if self.parsed is None:
            return None
        kind, _, switches = self.parsed
        if (said := form_text(kind, self.instruction, self.data)) is not None:
            return Text(said, look)
        if kind not in ("DATE", "TIME") or "@" not in switches or today is None:
            return None
        text = shown_date(today, switches["@"], thai_calendar=False)
        return Text(to_thai(text) if number_format(switches) == "thaiNumbers" else text, look)


@dataclass(slots=True)
class Story:
    """A part that is being read (the body, a header, a text box) and the fields that are open in it.

    swallows: what is met now is an instruction, or a result that is worked out anew.
    """

    part: str
    today: date | None = None
    fields: list[OpenField] = field(default_factory=list)
    swallows: bool = False

    def within(self) -> Story:
        """The story of a text box that stands in this one."""
        return Story(self.part, self.today)

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
            if item.result and item.laid_out:
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
            self.open(OpenField(data=element.find(W + "ffData")))
        elif not self.fields:
            return None
        elif kind == "separate":
            item = self.fields[-1]
            item.result = True
            item.parsed = parse_field(item.instruction)
            if (made := item.worked_out(self.today, look)) is not None:
                item.made = True
            self._count()
            return None if any(outer.laid_out or not outer.result for outer in self.fields[:-1]) else made
        elif kind == "end":
            item = self.close()
            item.parsed = item.parsed or parse_field(item.instruction)
            if self.swallows:
                return None
            if item.laid_out:
                return item.inline(item.looks[0] if item.looks else look, link or self.link)
            if not item.result:
                return item.worked_out(self.today, look)
        return None
