"""The fields of a part as elements of its XML (ECMA-376 part 1, §17.16.18)."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Field(NamedTuple):
    """A field. place: among the part's `w:fldSimple` and the `w:fldChar` that begin a field, from 1.

    begin, separate, end: its `w:fldChar` elements, or its `w:fldSimple` and nothing. said: the elements that hold its
    instruction. results: the `w:t` of its result, without those of the fields in it.
    """

    place: int
    begin: Any
    separate: Any
    end: Any
    said: list[Any]
    results: list[Any]

    @property
    def instruction(self) -> str:
        """What it asks for."""
        if self.end is None:
            return self.begin.get(f"{W}instr") or ""
        return "".join(item.text or "" for item in self.said)

    def ask(self, instruction: str) -> None:
        """Let it ask for something else; its name is there, so that it has an instruction."""
        if self.end is None:
            self.begin.set(f"{W}instr", instruction)
            return
        self.said[0].text = instruction
        self.said[0].set(SPACE, "preserve")
        for item in self.said[1:]:
            item.text = ""


def fields(root: Any) -> Iterator[Field]:
    """The fields of a part that have an end, in the order in which they end."""
    stack: list[Field] = []
    place = 0
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType") if element.tag == f"{W}fldChar" else ""
        if element.tag == f"{W}fldSimple":
            place += 1
            yield Field(place, element, None, None, [], list(element.iter(f"{W}t")))
        elif kind == "begin":
            place += 1
            stack.append(Field(place, element, None, None, [], []))
        elif not stack:
            continue
        elif kind == "separate":
            stack[-1] = stack[-1]._replace(separate=element)
        elif kind == "end":
            yield stack.pop()._replace(end=element)
        elif element.tag == f"{W}instrText" and stack[-1].separate is None:
            stack[-1].said.append(element)
        elif element.tag == f"{W}t" and stack[-1].separate is not None:
            stack[-1].results.append(element)


def alone(mark: Any) -> Any:
    """The run of a `w:fldChar`, which then holds nothing else: what stood beside it has runs of its own."""
    run = mark.getparent()
    look = run.find(f"{W}rPr")
    before, after = list(mark.itersiblings(preceding=True))[::-1], list(mark.itersiblings())
    for items, put in ((before, run.addprevious), (after, run.addnext)):
        others = [item for item in items if item is not look]
        if others:
            put(run_of(*others, look=look))
    return run


def run_of(*content: Any, look: Any = None) -> Any:
    """A run with the look of a `w:rPr`."""
    run = etree.Element(f"{W}r")
    if look is not None:
        run.append(deepcopy(look))
    run.extend(content)
    return run


def text_of(text: str) -> Any:
    """A `w:t`."""
    element = etree.Element(f"{W}t", {SPACE: "preserve"})
    element.text = text
    return element


def mark_of(kind: str) -> Any:
    """A `w:fldChar`: begin, separate or end."""
    return etree.Element(f"{W}fldChar", {f"{W}fldCharType": kind})


def instruction_of(text: str) -> Any:
    """A `w:instrText`."""
    element = etree.Element(f"{W}instrText", {SPACE: "preserve"})
    element.text = f" {text} "
    return element


def show(field: Field, text: str) -> bool:
    """Let a field show `text`; whether that changes it."""
    if field.results:
        if "".join(item.text or "" for item in field.results) == text:
            return False
        field.results[0].text = text
        field.results[0].set(SPACE, "preserve")
        for item in field.results[1:]:
            item.text = ""
        return True
    if not text:
        return False
    if field.end is None:
        field.begin.append(run_of(text_of(text)))
        return True
    run = alone(field.end)
    look = run.find(f"{W}rPr")
    if field.separate is None:
        run.addprevious(run_of(mark_of("separate"), look=look))
    run.addprevious(run_of(text_of(text), look=look))
    return True
