"""Styles of a template by their ids or, where Word gave them others when it saved, by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]*)"[^>]*>(.*?)</w:style>', re.DOTALL)
_NAME = re.compile('<w:name w:val="([^"]*)"')
_INDENT = re.compile("<w:ind [^>]*/>")


class Style(NamedTuple):
    """A style of a template: its id there, and its `w:ind`, "" without one."""

    id: str
    indent: str


def styles_named(part: str, names: Mapping[str, str]) -> dict[str, Style]:
    """The styles of a styles part that `names` (id → name) asks for, by the ids there; one of the id itself goes first.

    What is not there is left out.
    """
    ids = {name: id for id, name in names.items()}
    found: dict[str, Style] = {}
    for style in _STYLE.finditer(part):
        name = _NAME.search(style[2])
        id = style[1] if style[1] in names else ids.get(unescape(name[1]) if name else "")
        if id is not None and (id not in found or style[1] == id):
            indent = _INDENT.search(style[2])
            found[id] = Style(style[1], "" if indent is None else indent[0])
    return found
