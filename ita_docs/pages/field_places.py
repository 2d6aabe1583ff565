"""The fields of a part by their places in its XML (ECMA-376 part 1, §17.16.18)."""

from __future__ import annotations

from typing import Any, NamedTuple

from .fields import Switches, parse_field
from .package import MC, W


class PlacedField(NamedTuple):
    """A field that has an end. place: among the part's `w:fldSimple` and the `w:fldChar` that begin a field, from 1.

    shown: its stored result. paragraph: the place among the `w:p` of that in which it begins, from 1. last: of the last
    one that begins in it. nested: it stands in another one. boxed: it stands in a text box.
    """

    place: int
    kind: str
    arguments: tuple[str, ...]
    switches: Switches
    shown: str
    paragraph: int
    last: int
    nested: bool
    boxed: bool


class _Open:
    __slots__ = ("boxed", "instruction", "nested", "paragraph", "place", "result", "shown")

    def __init__(self, place: int, paragraph: int, nested: bool, boxed: bool) -> None:
        self.place, self.paragraph, self.nested, self.boxed = place, paragraph, nested, boxed
        self.instruction = self.shown = ""
        self.result = False

    def placed(self, last: int) -> PlacedField:
        parsed = parse_field(self.instruction)
        return PlacedField(self.place, *parsed, self.shown, self.paragraph, last, self.nested, self.boxed)


_READ = (W + "p", W + "fldSimple", W + "fldChar", W + "instrText", W + "t")
_NO_TEXT = (W + "del", W + "moveFrom", MC + "Fallback")


def placed_fields(root: Any) -> list[PlacedField]:
    """The fields of a part in the order in which they begin; those in deleted text or in a fallback are left out.

    root: the part, None for one that is damaged.
    """
    found: list[PlacedField] = []
    stack: list[_Open] = []
    place = paragraph = 0
    for element in () if root is None else root.iter(*_READ):
        tag = element.tag
        if tag == W + "p":
            paragraph += 1
        elif tag == W + "fldSimple":
            place += 1
            if _is_text(element):
                one = _Open(place, paragraph, bool(stack), _boxed(element))
                one.instruction = element.get(W + "instr") or ""
                one.shown = "".join(item.text or "" for item in element.iter(W + "t"))
                found.append(one.placed(paragraph))
        elif tag == W + "fldChar":
            kind = element.get(W + "fldCharType")
            if kind == "begin":
                place += 1
                stack.append(_Open(place, paragraph, bool(stack), _boxed(element)))
            elif kind == "separate" and stack:
                stack[-1].result = True
            elif kind == "end" and stack:
                closed = stack.pop()
                if _is_text(element):
                    found.append(closed.placed(paragraph))
        elif stack and tag == W + "instrText" and not stack[-1].result:
            stack[-1].instruction += element.text or ""
        elif tag == W + "t":
            for item in stack:
                item.shown += (element.text or "") if item.result else ""
    return sorted(found)


def _boxed(element: Any) -> bool:
    return next(element.iterancestors(W + "txbxContent"), None) is not None


def _is_text(element: Any) -> bool:
    return next(element.iterancestors(*_NO_TEXT), None) is None
