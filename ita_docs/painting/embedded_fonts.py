"""Which families a document names, and whether a PDF made elsewhere holds them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ..pages.characters import Text
from ..pages.flow import Block, Flow, Paragraph, Table
from ..resources import family_key

_STYLE = re.compile(r"(?:[-,](?:Bold|Italic|Oblique|Regular|Roman|Light|Medium)+|(?:PS)?MT)+$", re.I)
"""What a PostScript name adds to its family's: `TimesNewRomanPS-BoldMT`, `THSarabunNew-BoldItalic`."""
_PICTURED = frozenset(["symbol", "wingdings", "wingdings2", "wingdings3", "webdings"])
"""Families of symbols, which every program draws with its own."""


def named_families(flow: Flow) -> Counter[str]:
    """The families that the text of a document names, each with its number of visible characters."""
    found: Counter[str] = Counter()
    for section in flow.sections:
        stories = [section.blocks, *section.headers.values(), *section.footers.values()]
        for text in _texts(block for story in stories for block in story):
            if text.look.hidden:
                continue
            for character in text.text:
                if not character.isspace():
                    found[_family(character, text)] += 1
    return found


def _texts(blocks: Iterable[Block]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (item for item in block.inlines if isinstance(item, Text))
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)


def _family(character: str, text: Text) -> str:
    """The family of one character, by its script (ECMA-376-1, 17.3.2.26)."""
    if text.look.complex or "\u0e00" <= character <= "\u0eff":
        return text.look.cs
    return text.look.ascii if character < "\u0080" else text.look.hansi


def missing_families(pdf: Any, named: Iterable[str]) -> tuple[set[str], set[str]]:
    """The named families that `pdf` (a pikepdf.Pdf) does not hold, and what it holds beside them.

    Families are compared as PostScript names spell them: without blanks and style.
    """
    held = {_plain(name): name for name in embedded(pdf)}
    wanted = [family for family in named if _plain(family) not in _PICTURED]
    absent = {family for family in wanted if _plain(family) not in held}
    known = {_plain(family) for family in named}
    return absent, {_STYLE.sub("", name) for plain, name in held.items() if plain not in known}


def embedded(pdf: Any) -> set[str]:
    """The names of the fonts of a PDF, without the prefix of a subset."""
    import pikepdf

    fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
    names = [str(item.get("/BaseFont", "")).lstrip("/") for item in fonts]
    return {re.sub(r"^[A-Z]{6}\+", "", name) for name in names if name}


def _plain(name: str) -> str:
    return family_key(_STYLE.sub("", name))
