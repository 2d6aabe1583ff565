"""What is meant by the number of an indicator, a sub-indicator or an item, however it is typed."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ..thai.numerals import to_arabic
from ..thai.text import heading_key, normal_form
from .model import Framework

ITEM = re.compile(r"(?:ข้อ(?:ที่|คำถาม(?:ที่)?)?\s*)?[OoОоΟο○◯0]*\s*-?\s*(\d{1,3})(?!\d|\.\d).*", re.DOTALL)
NODE = re.compile(r"(?:(?:ตัวชี้วัด(?:ย่อย)?|ประเด็น|ด้าน)(?:ที่)?)?\s*(\d{1,2}(?:\.\d{1,2})?)(?!\d).*", re.DOTALL)


class Node(NamedTuple):
    """A part of a framework: `9`, `9.5` or `O29`; the indicator that it belongs to; its name."""

    code: str
    level: Literal["indicator", "sub", "item"]
    indicator: int
    name: str


def item_number(text: str) -> int | None:
    """The number of an item as offices type it (`O29`, `029`, `○๒๙`, `ข้อ 29`), or None."""
    found = ITEM.fullmatch(_plain(text))
    return int(found[1]) if found and int(found[1]) else None


def node_of(framework: Framework, text: str) -> Node | None:
    """The indicator, sub-indicator or item that a cell names by its number or its whole name, or None."""
    plain = _plain(text)
    if (found := NODE.fullmatch(plain)) and not plain.startswith("0"):
        if "." in found[1] and (node := _sub(framework, found[1])):
            return node
        if node := _indicator(framework, found[1]):
            return node
    if number := item_number(plain):
        return _item(framework, number)
    return _named(framework, plain)


def _plain(text: str) -> str:
    return " ".join(to_arabic(normal_form(text)).split())


def _indicator(framework: Framework, number: str) -> Node | None:
    for item in framework.known_indicators:
        if str(item.number) == number:
            return Node(number, "indicator", item.number, item.name)
    return None


def _sub(framework: Framework, code: str) -> Node | None:
    for indicator in framework.known_indicators:
        for sub in indicator.subs:
            if sub.code == code:
                return Node(code, "sub", indicator.number, sub.name)
    return None


def _item(framework: Framework, number: int) -> Node | None:
    for indicator in framework.known_indicators:
        for item in indicator.items:
            if item.number == number:
                return Node(item.code, "item", indicator.number, item.name)
    return None


def _named(framework: Framework, name: str) -> Node | None:
    wanted = heading_key(name.removeprefix("ตัวชี้วัด").strip())
    for indicator in framework.known_indicators:
        if heading_key(indicator.name) == wanted:
            return Node(str(indicator.number), "indicator", indicator.number, indicator.name)
        for sub in indicator.subs:
            if heading_key(sub.name) == wanted:
                return Node(sub.code, "sub", indicator.number, sub.name)
        for item in indicator.items:
            if heading_key(item.name) == wanted:
                return Node(item.code, "item", indicator.number, item.name)
    return None
