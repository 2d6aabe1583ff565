"""A table cell by its own properties, its table's, and those of the table's style (ECMA-376 part 1, §17.4.65)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .flow import Cell, Edge
from .package import W
from .properties import Said, edges, laid_over, number, on, shading, twips
from .styles import dark
from .table_conditions import outer_edges, region_edges

MOST_COLUMNS = 200
"""Word allows 63 columns; more than this are not read."""


class TableSaid(NamedTuple):
    """What a table style says of the text in one cell, and the dark ground of that. key: names it, for caches."""

    key: tuple[object, ...]
    paragraph: Said
    run: Said


@dataclass(slots=True)
class TableSetting:
    """What holds for a table, or a row of it with exceptions: borders, margins, shading, by the table's own element."""

    borders: dict[str, Edge] = field(default_factory=dict)
    margins: dict[str, float] = field(default_factory=dict)

    def taken(self, element: Any) -> None:
        """Lay what a `w:tblPr` or `w:tblPrEx` says over this."""
        if element is None:
            return
        if (found := element.find(W + "tblBorders")) is not None:
            self.borders = {**self.borders, **edges(found)}
        if (found := element.find(W + "tblCellMar")) is not None:
            self.margins = {**self.margins, **_margins(found)}


def _margins(element: Any) -> dict[str, float]:
    names = {"start": "left", "end": "right"}
    said: dict[str, float] = {}
    for item in element:
        tag = str(item.tag).rpartition("}")[2]
        if (item.get(W + "type") or "dxa") == "dxa":
            said[names.get(tag, tag)] = max(0.0, twips(item.get(W + "w")))
    return said


def width_of(element: Any) -> tuple[str, float]:
    """A `w:tblW` or `w:tcW`: (auto, 0), (dxa, points) or (pct, share)."""
    if element is None:
        return "auto", 0.0
    kind, text = element.get(W + "type") or "dxa", element.get(W + "w") or "0"
    if kind == "pct" or text.endswith("%"):
        share = number(text[:-1]) / 100 if text.endswith("%") else number(text) / 5000
        return ("pct", share) if 0 < share < 20 else ("auto", 0.0)
    if kind == "dxa" and (width := twips(text)) > 0:
        return "dxa", width
    return "auto", 0.0


def cell_said(
    properties: Any, style: str, conditions: tuple[str, ...], parts: Any, setting: TableSetting,
    place: tuple[int, int, int, int], bands: tuple[list[int], dict[str, bool]],
) -> tuple[Cell, TableSaid | None]:  # fmt: skip
    """A cell without its content, and what the table's style says of text in it."""
    given = {} if properties is None else {child.tag: child for child in properties}

    def find(name: str) -> Any:
        return given.get(W + name)

    span = find("gridSpan")
    merge = find("vMerge")
    paragraph: Said = {}
    run: Said = {}
    own_edges: dict[str, Edge] = outer_edges(setting.borders, place)
    fill = None
    align = direction = None
    for name, part in ((named, part) for named in conditions for part in parts.get(named, ())):
        if part.cell is not None and (around := part.cell.find(W + "tcBorders")) is not None:
            own_edges |= region_edges(edges(around), name, place, bands)
        paragraph, run = laid_over(paragraph, part.paragraph), {**run, **part.run}
        for cell in (part.table, part.cell):
            if cell is not None and (shade := cell.find(W + "shd")) is not None:
                fill = shading(shade)
        if part.cell is not None:
            align = part.cell.find(W + "vAlign") if part.cell.find(W + "vAlign") is not None else align
    if (around := find("tcBorders")) is not None:
        # Word takes a cell's own inside borders for nothing
        own_edges |= {side: edge for side, edge in edges(around).items() if not side.startswith("inside")}
    if (shade := find("shd")) is not None:
        fill = shading(shade)
    margins = dict(setting.margins)
    if (inner := find("tcMar")) is not None:
        margins |= _margins(inner)
    align = find("vAlign") if find("vAlign") is not None else align
    direction = find("textDirection")
    turned = "" if direction is None else direction.get(W + "val") or ""
    no_wrap = find("noWrap")
    cell = Cell(
        blocks=(),
        width=width_of(find("tcW")),
        span=1 if span is None else max(1, min(MOST_COLUMNS, int(number(span.get(W + "val"), 1)))),
        merge="" if merge is None else merge.get(W + "val") or "continue",
        edges=tuple(own_edges.items()),
        shading=fill,
        margins=(margins["left"], margins["top"], margins["right"], margins["bottom"]),
        align={"center": "center", "bottom": "bottom"}.get("" if align is None else align.get(W + "val") or "", "top"),
        direction={"btLr": "btLr", "tbRl": "tbRl", "tbRlV": "tbRl"}.get(turned, ""),
        no_wrap=no_wrap is not None and on(no_wrap),
    )
    if fill is not None and dark(fill):
        return cell, TableSaid((style, *conditions, fill), paragraph, {**run, "ground": fill})
    return cell, TableSaid((style, *conditions), paragraph, run) if style else None
