"""What SEQ fields show: the numbers of captions in the order of the document (ECMA-376 part 1, §17.16.5.56)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..thai.numerals import Policy
from .body_paragraphs import body_paragraphs
from .field_places import PlacedField, placed_fields
from .fields import number_format
from .number_formats import numbered
from .package import Package

_THAI_DIGIT = re.compile("[๐-๙]")
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")


def sequence_numbers(package: Package, numerals: Policy) -> dict[int, str]:
    r"""The result of each SEQ field of the main part, by its place among the fields.

    numerals: the digits in which numbers without a format of their own are written; with `as-typed` those that the
    stored result has. Fields that repeat the number at a bookmark, or are malformed, are left out.

    Raises: PdfError (`not-a-docx`).
    """
    fields = [item for item in placed_fields(package.tree(package.main)) if item.kind == "SEQ"]
    if not fields:
        return {}
    headings = list(_headings(package)) if any("s" in item.switches for item in fields) else []
    counts: dict[str, int] = {}
    met: dict[str, int] = {}
    found: dict[int, str] = {}
    for item in fields:
        if len(item.arguments) != 1:
            continue
        (series,) = map(str.lower, item.arguments)
        level = _whole(item.switches.get("s"))
        if level is not None:
            above = [at for at, depth in headings if depth <= level and at <= item.paragraph]
            if above and above[-1] != met.get(series):
                counts[series] = 0
                met[series] = above[-1]
        start = _whole(item.switches.get("r"))
        if start is not None:
            counts[series] = start
        elif "c" not in item.switches:
            counts[series] = counts.get(series, 0) + 1
        found[item.place] = _shown(item, counts.get(series, 0), numerals)
    return found


def _shown(item: PlacedField, value: int, numerals: Policy) -> str:
    format = number_format(item.switches)
    if "h" in item.switches and not item.switches.get("*"):
        return ""
    if numerals == "thai" and format in ("", "decimal"):
        format = "thaiNumbers"
    elif numerals == "arabic" and format == "thaiNumbers":
        format = "decimal"
    elif not format and _THAI_DIGIT.search(item.shown):
        format = "thaiNumbers"
    return numbered(value, format or "decimal")


def _headings(package: Package) -> Iterator[tuple[int, int]]:
    paragraphs = body_paragraphs(package)
    for number in sorted(paragraphs):
        found = re.fullmatch("heading ([1-9])", paragraphs[number].style)
        if found:
            yield number, int(found[1])


def _whole(text: str | None) -> int | None:
    return int(text) if text and _WHOLE.fullmatch(text) else None
