"""The numbers of captions written into a document, and what refers to them: the results of its SEQ and REF fields
(ECMA-376 part 1, §17.16.5.56, §17.16.5.51).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..thai.numerals import Policy
from .fields import Field, fields, show
from .main_part import MainPart

_ARABIC = re.compile(r"\\\*\s*arabic\b", re.IGNORECASE)
_THAI = re.compile(r"\\\*\s*thaiarabic\b", re.IGNORECASE)
_FORMATTED = re.compile(r"\\\*\s*(?!mergeformat|charformat)\w", re.IGNORECASE)


def show_results(part: MainPart, results: Mapping[int, str], numerals: Policy = "as-typed") -> None:
    """Write `results` (place among the fields → text) into the fields of a document.

    Those of captions ask for the digits of `numerals`, so that Word writes the same when it updates them.
    """
    for field in list(fields(part.root)) if results and part.root is not None else ():
        if field.place in results:
            part.changed |= _asked(field, numerals)
            part.changed |= show(field, results[field.place])


def _asked(field: Field, numerals: Policy) -> bool:
    """Let a field ask for the digits of a policy; whether that changes it."""
    before = field.instruction
    after = before
    if numerals == "thai":
        after = _ARABIC.sub(lambda _: r"\* THAIARABIC", before)
        if not _FORMATTED.search(before):
            after = f"{before.rstrip()} \\* THAIARABIC "
    elif numerals == "arabic":
        after = _THAI.sub(lambda _: r"\* ARABIC", before)
    if after == before:
        return False
    field.ask(after)
    return True
