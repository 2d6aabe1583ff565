"""Photos on pages: how many a page, in what grid, and how large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple


class Grid(NamedTuple):
    """Columns and rows of a page, and the room of one photo in centimetres, without its caption."""

    columns: int
    rows: int
    width: float
    height: float


GRIDS = {1: Grid(1, 1, 15.5, 19.0), 2: Grid(1, 2, 15.0, 9.6), 4: Grid(2, 2, 7.6, 8.6), 6: Grid(2, 3, 7.6, 5.4)}
"""By photos a page, on A4 upright with margins of 3, 2, 2.5 and 2 cm."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo and its caption's lines."""

    file: Path
    caption: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """A page of photos: the name of what they show, its rows, the room of one in centimetres; `first` of that name."""

    title: str
    rows: tuple[tuple[Photo, ...], ...]
    columns: int
    width: float
    height: float
    first: bool


def photo_pages(rows: Sequence[Mapping[str, Any]], per_page: int, titled: bool) -> tuple[PhotoPage, ...]:
    """The pages of the photos in `rows`, those of one activity together, in the order of their first.

    titled: whether each activity's name stands over its photos.
    """
    by_name: dict[str, list[Photo]] = {}
    for row in rows:
        by_name.setdefault(row["part"] if titled else "", []).append(Photo(row["file"], row["caption"]))
    made: list[PhotoPage] = []
    for name, photos in by_name.items():
        for start in range(0, len(photos), per_page):
            page = photos[start : start + per_page]
            grid = GRIDS[per_page]
            lines = tuple(tuple(page[at : at + grid.columns]) for at in range(0, len(page), grid.columns))
            made.append(PhotoPage(name, lines, grid.columns, grid.width, grid.height, start == 0))
    return tuple(made)
