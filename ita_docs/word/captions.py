"""The numbers of captions written into a document, and what refers to them: the results of its SEQ and REF fields
(ECMA-376 part 1, §17.16.5.56, §17.16.5.51).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ..thai.numerals import Policy
from .fields import Field, fields, show
from .package import unpack
from .page_references import BODY, rewritten

_ARABIC = re.compile(r"\\\*\s*arabic\b", re.IGNORECASE)
_THAI = re.compile(r"\\\*\s*thaiarabic\b", re.IGNORECASE)
_FORMATTED = re.compile(r"\\\*\s*(?!mergeformat|charformat)\w", re.IGNORECASE)


def with_results(docx: bytes, results: Mapping[int, str], numerals: Policy = "as-typed") -> bytes:
    """`docx` with `results` (place among the fields → text) in its fields; the same bytes if none changes.

    Those of captions ask for the digits of `numerals`, so that Word writes the same when it updates them.
    """
    entries = unpack(docx)
    entry = entries.get(BODY)
    if entry is None or not results:
        return docx
    root = etree.fromstring(entry.text().encode())
    changed = False
    for field in list(fields(root)):
        if field.place in results:
            changed = _asked(field, numerals) or changed
            changed = show(field, results[field.place]) or changed
    return rewritten(entries, root) if changed else docx


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
