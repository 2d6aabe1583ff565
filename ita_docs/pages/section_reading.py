"""What `w:sectPr` says: the page, its margins, headers and footers (ECMA-376 part 1, §17.6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .flow import Block, Section
from .numbering import Counter
from .package import R, W
from .page_borders import read_borders
from .properties import number, on, twips
from .stories import Story

if TYPE_CHECKING:
    from .reading import Reader

SMALLEST, LARGEST = 36.0, 3168.0
"""Of a page's sides, in points."""


def read_section(reader: Reader, element: Any, before: Section | None) -> Section:
    """The section of a `w:sectPr`; headers and footers that it lacks are those of the section before."""
    size, margins = element.find(W + "pgSz"), element.find(W + "pgMar")
    width = _side(None if size is None else size.get(W + "w"), 612.0)
    height = _side(None if size is None else size.get(W + "h"), 792.0)

    def margin(name: str, default: float) -> float:
        return default if margins is None else twips(margins.get(W + name), default)

    left, right, gutter = margin("left", 72.0), margin("right", 72.0), max(0.0, margin("gutter", 0.0))
    if width - left - right - gutter < 36.0:
        left, right, gutter = min(left, width / 4), min(right, width / 4), 0.0
    numbers, grid, kind = element.find(W + "pgNumType"), element.find(W + "docGrid"), element.find(W + "type")
    align, around, title = element.find(W + "vAlign"), element.find(W + "pgBorders"), element.find(W + "titlePg")
    columns = element.find(W + "cols")
    start = None if numbers is None else numbers.get(W + "start")
    snaps = grid is not None and grid.get(W + "type") in ("lines", "linesAndChars", "snapToChars")
    lines = element.find(W + "lnNumType")
    if lines is not None and number(lines.get(W + "countBy")) > 0:
        reader.unsupported("เลขบรรทัดที่ขอบกระดาษ", "line numbers in the margin")
    return Section(
        width=width,
        height=height,
        top=margin("top", 72.0),
        bottom=margin("bottom", 72.0),
        left=left,
        right=right,
        header=max(0.0, margin("header", 36.0)),
        footer=max(0.0, margin("footer", 36.0)),
        gutter=gutter,
        columns=_columns(columns, width - left - right - gutter),
        ruled=columns is not None and columns.get(W + "sep") in ("1", "true", "on"),
        start="nextPage" if kind is None else kind.get(W + "val") or "nextPage",
        headers=_stories(reader, element, "header", {} if before is None else before.headers),
        footers=_stories(reader, element, "footer", {} if before is None else before.footers),
        first_differs=title is not None and on(title),
        number_format=("decimal" if numbers is None else numbers.get(W + "fmt") or "decimal"),
        number_start=None if start is None else int(number(start)),
        grid=twips(grid.get(W + "linePitch")) if snaps and grid is not None else 0.0,
        align="top" if align is None else align.get(W + "val") or "top",
        borders=None if around is None else read_borders(reader, around),
    )


def _side(text: str | None, default: float) -> float:
    return max(SMALLEST, min(LARGEST, number(text, default * 20) / 20))


def _columns(element: Any, room: float) -> tuple[tuple[float, float], ...]:
    """(width, space after) of each text column; none for a single one."""
    if element is None:
        return ()
    count = min(45, int(number(element.get(W + "num"), 1)))
    given = [(twips(item.get(W + "w")), twips(item.get(W + "space"))) for item in element.iterchildren(W + "col")]
    if (element.get(W + "equalWidth") or "true") in ("0", "false", "off") and len(given) > 1:
        return tuple(given) if all(width > 5 for width, _ in given) else ()
    if count < 2:
        return ()
    space = max(0.0, twips(element.get(W + "space"), 36.0))
    width = (room - space * (count - 1)) / count
    return tuple((width, space) for _ in range(count)) if width > 10 else ()


def _stories(
    reader: Reader, element: Any, kind: str, inherited: Mapping[str, tuple[Block, ...]]
) -> dict[str, tuple[Block, ...]]:
    stories = dict(inherited)
    for reference in element.iterchildren(f"{W}{kind}Reference"):
        found = reader.package.relationships(reader.package.main).get(reference.get(R + "id") or "")
        root = None if found is None else reader.package.tree_or_none(found.target)
        if root is not None and found is not None:
            story = Story(found.target, Counter(reader.numbering), reader.today, framed=True)
            stories[reference.get(W + "type") or "default"] = reader.blocks(root, story)
    return stories
