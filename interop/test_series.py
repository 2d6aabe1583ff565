"""A document to each row of another sheet: all of them are made, though the other tests look at their ends only."""

from __future__ import annotations

import pytest

import ita_docs

from . import KINDS, sample
from .conftest import Run
from .documents import texts
from .numbering import arabic
from .pages import squeezed
from .series import between, series

EACH = [kind for kind in KINDS if any(table.each for table in ita_docs.load_kind(kind).tables)]


@pytest.mark.parametrize("kind", EACH)
def test_every_row_has_its_document(samples: dict[str, Run], kind: str) -> None:
    """As many as the other sheet has rows, numbered on, each with what the first column of its row says."""
    from openpyxl import load_workbook

    made = {
        str(item["ref"]): docx for item, docx in zip(samples[kind].report["made"], samples[kind].documents, strict=True)
    }
    book = load_workbook(sample(kind))
    for table in ita_docs.load_kind(kind).tables:
        if not table.each:
            continue
        rows = [row for row in book[table.sheet].iter_rows(values_only=True) if any(row)]
        heads = [str(cell) for cell in rows.pop(0)]
        key = heads.index(table.field(table.key).title)
        first = next(field for field in table.merged if field.name != table.order)
        own = heads.index(first.title)
        if table.order:
            order = heads.index(table.field(table.order).title)
            rows.sort(key=lambda row: (row[order] is None, row[order] or 0))
        for ref in {row[key] for row in rows}:
            here = [row for row in rows if row[key] == ref]
            documents = [docx for name, docx in made.items() if name.rpartition("-")[0] == ref]
            assert len(documents) == len(here), ref
            for row, docx in zip(here, documents, strict=True):
                said = squeezed(arabic("".join(texts(docx))))
                assert squeezed(arabic(str(row[own]))) in said, docx.name


def test_a_series_is_told_from_rows_of_the_main_sheet() -> None:
    """62 addressees of one letter: the first and the last are laid out, the sixty between them are not."""
    assert {ref: len(refs) for ref, refs in series("letter").items()} == {"L-005": 62}
    assert len(between("letter")) == 60
    assert not {"L-005-01", "L-005-62", "L-004", "L-006"} & between("letter")
    assert between("memo") == frozenset()
