"""What one row of the main sheet makes many of: of a letter to each of 62 addressees two are laid out, the ends."""

from __future__ import annotations

from functools import cache
from itertools import groupby

import ita_docs

from . import sample


@cache
def series(kind: str) -> dict[str, list[str]]:
    """The reference of each row of the main sheet → those of the documents that another sheet makes of it."""
    records = ita_docs.check(ita_docs.load_kind(kind), ita_docs.read_workbook(sample(kind))).records
    main = ita_docs.load_kind(kind).table.sheet
    made = [record.ref for record in records if record.sheet != main]
    return {ref: list(refs) for ref, refs in groupby(made, lambda ref: ref.rpartition("-")[0])}


@cache
def between(kind: str) -> frozenset[str]:
    """The references of the documents inside a series: they differ from its ends in what a row fills in."""
    return frozenset(ref for refs in series(kind).values() for ref in refs[1:-1])
