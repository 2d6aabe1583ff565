"""The pages of documents made from a sample or from rows typed in a test, and where things stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import ita_docs
from ita_docs.pages.model import Page, PlacedLine
from ita_docs.records.record import Checked

from .test_every_kind import sample

CM = 72 / 2.54
MM = CM / 10
LEFT, CENTRE, RIGHT = 3 * CM, 10.5 * CM, 19 * CM


@cache
def pages(kind: str, ref: str) -> tuple[Page, ...]:
    """The pages of a record of a kind's sample."""
    [record] = [record for record in sample(kind).records if record.ref == ref]
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind(kind), record)).pages


def checked(kind: str, *sheets: Sequence[Mapping[str, Any]]) -> Checked:
    """What is read of the sheets of a kind, in the order of its tables, of rows by heading."""
    import pandas

    loaded = ita_docs.load_kind(kind)
    titles = [table.sheet for table in loaded.tables]
    return ita_docs.check(
        loaded, {title: pandas.DataFrame(list(rows)) for title, rows in zip(titles, sheets, strict=False)}
    )


def made(kind: str, *sheets: Sequence[Mapping[str, Any]]) -> tuple[Page, ...]:
    """The pages of the only record of such sheets."""
    [record] = checked(kind, *sheets).records
    return ita_docs.lay_out(ita_docs.fill(ita_docs.load_kind(kind), record)).pages


def texts(page: Page) -> list[str]:
    """The lines of a page that say something, from top to bottom and left to right."""
    placed = sorted(page.lines(), key=lambda line: (round(line.baseline), line.x))
    return [line.line.text.strip() for line in placed if line.line.text.strip()]


def line(page: Page, begins: str) -> PlacedLine:
    """The first line that begins so."""
    return next(one for one in page.lines() if one.line.text.strip().startswith(begins))


def ends(placed: PlacedLine) -> tuple[float, float]:
    """Where the first letter of a line begins and its last one ends, in points from the paper's left edge."""
    runs = placed.line.runs
    return placed.x + min(run.x for run in runs), placed.x + max(run.x + run.width for run in runs)


def middle(placed: PlacedLine) -> float:
    """The middle of a line, in points from the paper's left edge."""
    return sum(ends(placed)) / 2


def pictures(page: Page) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every picture in the lines of a page."""
    for at in page.lines():
        for picture in at.line.pictures:
            left, top = at.x + picture.x, at.y + picture.y
            yield left, top, left + picture.width, top + picture.height
