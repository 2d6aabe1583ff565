"""Tables read with their styles: which condition holds for which cell, and what follows (ECMA-376 part 1, §17.4,
§17.7.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .drawn import Anchor
from .flow import Block, Cell, Edge, Row, Table
from .package import MC, W
from .properties import Said, edges, laid_over, number, on, shading, twips
from .stories import Story
from .styles import TablePart, dark
from .table_conditions import band_sizes, conditions_of, conditions_used, heading_rows, outer_edges, region_edges

if TYPE_CHECKING:
    from .reading import Reader

MOST_COLUMNS = 200
"""Word allows 63 columns; more than this are not read."""
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class TableSaid:
    """What a table style says of the text in one cell, and the dark ground of that. key: names it, for caches."""

    key: tuple[object, ...]
    paragraph: Said
    run: Said


@dataclass(slots=True)
class _Setting:
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


def _width(element: Any) -> tuple[str, float]:
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


class TableReader:
    """Reads the tables of one document."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def read(self, element: Any, story: Story) -> Iterator[Block]:
        """The table of a `w:tbl`; nothing for one without cells."""
        properties = element.find(W + "tblPr")
        find = (lambda name: None) if properties is None else (lambda name: properties.find(W + name))
        named = find("tblStyle")
        style = self._reader.styles.style("" if named is None else named.get(W + "val") or "", "table")
        own = style.parts.get("", ())
        setting = _Setting(margins={"left": 5.4, "right": 5.4, "top": 0.0, "bottom": 0.0})
        for part in own:
            setting.taken(part.table)
        setting.taken(properties)
        bands = [int(number(size.get(W + "val"), 1)) or 1 if size is not None else 1 for size in band_sizes(own)]
        look = conditions_used(find("tblLook"))
        rows = list(self._rows(element))
        bands.append(heading_rows(rows))
        made: list[Row] = []
        above: set[int] = set()
        for index, row in enumerate(rows):
            read = self._row(row, (index, len(rows)), style.id, style.parts, setting, look, bands, story, above)
            if read.cells:
                made.append(read)
        if not made:
            return
        grid = tuple(max(0.0, twips(item.get(W + "w"))) for item in element.iterfind(f"{W}tblGrid/{W}gridCol"))[
            :MOST_COLUMNS
        ]
        layout, align, indent = find("tblLayout"), find("jc"), find("tblInd")
        if align is None:
            said = [part.table.find(W + "jc") for part in own if part.table is not None]
            said.append(next((row.find(f"{W}trPr/{W}jc") for row in rows), None))
            align = next((item for item in reversed(said) if item is not None), None)
        if indent is None:
            said = [part.table.find(W + "tblInd") for part in own if part.table is not None]
            indent = next((item for item in reversed(said) if item is not None), None)
        spacing = find("tblCellSpacing")
        floating = find("tblpPr")
        aligned = "" if align is None else align.get(W + "val") or ""
        alignment = {"end": "right", "right": "right", "center": "center"}.get(aligned, "left")
        yield Table(
            rows=tuple(made),
            grid=grid,
            width=_width(find("tblW")),
            layout="fixed" if layout is not None and layout.get(W + "type") == "fixed" else "autofit",
            alignment=alignment,
            indent=0.0 if indent is None or indent.get(W + "type") == "pct" else twips(indent.get(W + "w")),
            saved=all(_by_word(row) for row in rows),
            cell_left=setting.margins["left"],
            cell_right=setting.margins["right"],
            spacing=0.0 if spacing is None else twips(spacing.get(W + "w")),
            floating=None if floating is None else floating_anchor(floating),
        )

    def _rows(self, element: Any) -> Iterator[Any]:
        for child in element:
            if child.tag == W + "tr":
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._rows(child)
            elif child.tag == MC + "AlternateContent" and (branch := self._reader.chosen(child)) is not None:
                yield from self._rows(branch)

    def _cells(self, row: Any) -> Iterator[Any]:
        for child in row:
            if child.tag == W + "tc":
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._cells(child)

    def _row(
        self, row: Any, place: tuple[int, int], style: str, parts: Any, setting: _Setting, look: dict[str, bool],
        bands: list[int], story: Story, above: set[int],
    ) -> Row:  # fmt: skip
        """A row; `above`: where the cells of the row above begin that may go on in this one, replaced by this one's."""
        properties = row.find(W + "trPr")
        find = (lambda name: None) if properties is None else (lambda name: properties.find(W + name))
        exceptions = row.find(W + "tblPrEx")
        if exceptions is not None:
            setting = _Setting(dict(setting.borders), dict(setting.margins))
            setting.taken(exceptions)
        if (hidden := find("hidden")) is not None and on(hidden):
            return Row(())
        before, after = (
            0 if (item := find(name)) is None else max(0, min(MOST_COLUMNS - 1, int(number(item.get(W + "val")))))
            for name in ("gridBefore", "gridAfter")
        )
        groups = _merged_across(list(self._cells(row))[:MOST_COLUMNS])
        at = before
        cells: list[Cell] = []
        open_here: set[int] = set()
        for column, (element, wider) in enumerate(groups):
            if at >= MOST_COLUMNS:
                break
            conditions = conditions_of(*place, column, len(groups), look, bands)
            said = [(name, part) for name in conditions for part in parts.get(name, ())]
            where = (*place, column, len(groups))
            cell = self._cell(element, style, conditions, said, setting, story, where, (bands, look), at in above)
            cell = cell._replace(span=min(cell.span + wider, MOST_COLUMNS - at))
            cells.append(cell)
            if cell.merge:
                open_here.add(at)
            at += cell.span
        above.clear()
        above |= open_here
        height, split, header = find("trHeight"), find("cantSplit"), find("tblHeader")
        # without a rule, Word takes the height as the least
        rule = "auto" if height is None else height.get(W + "hRule") or "atLeast"
        return Row(
            cells=tuple(cells),
            height=0.0 if height is None else max(0.0, twips(height.get(W + "val"))),
            rule=rule if rule in ("atLeast", "exact") else "auto",
            cant_split=split is not None and on(split),
            header=header is not None and on(header),
            before=before,
            after=max(0, min(after, MOST_COLUMNS - at)),
        )

    def _cell(
        self, element: Any, style: str, conditions: tuple[str, ...], said: list[tuple[str, TablePart]],
        setting: _Setting, story: Story, place: tuple[int, int, int, int], bands: tuple[list[int], dict[str, bool]],
        open_above: bool,
    ) -> Cell:  # fmt: skip
        properties = element.find(W + "tcPr")
        given = {} if properties is None else {child.tag: child for child in properties}

        def find(name: str) -> Any:
            return given.get(W + name)

        span = find("gridSpan")
        merge = find("vMerge")
        down = "" if merge is None else merge.get(W + "val") or "continue"
        if down != "restart" and down and not open_above:
            # what goes on from nothing begins here
            down = "restart"
        paragraph: Said = {}
        run: Said = {}
        own_edges: dict[str, Edge] = outer_edges(setting.borders, place)
        fill = None
        align = direction = None
        for name, part in said:
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
        text = TableSaid((style, *conditions), paragraph, run) if style else None
        if fill is not None and dark(fill):
            text = TableSaid((style, *conditions, fill), paragraph, {**run, "ground": fill})
        no_wrap = find("noWrap")
        return Cell(
            blocks=self._reader.blocks(element, story, text) if down != "continue" else (),
            width=_width(find("tcW")),
            span=1 if span is None else max(1, min(MOST_COLUMNS, int(number(span.get(W + "val"), 1)))),
            merge=down,
            edges=tuple(own_edges.items()),
            shading=fill,
            margins=(margins["left"], margins["top"], margins["right"], margins["bottom"]),
            align={"center": "center", "bottom": "bottom"}.get(
                "" if align is None else align.get(W + "val") or "", "top"
            ),
            direction={"btLr": "btLr", "tbRl": "tbRl", "tbRlV": "tbRl"}.get(turned, ""),
            no_wrap=no_wrap is not None and on(no_wrap),
        )


def _merged_across(elements: list[Any]) -> list[tuple[Any, int]]:
    """Cells with the columns that those merged into them from the right add (`w:hMerge`)."""
    found: list[tuple[Any, int]] = []
    for element in elements:
        merged = element.find(f"{W}tcPr/{W}hMerge")
        if found and merged is not None and (merged.get(W + "val") or "continue") == "continue":
            span = element.find(f"{W}tcPr/{W}gridSpan")
            wider = 1 if span is None else max(1, min(MOST_COLUMNS, int(number(span.get(W + "val"), 1))))
            found[-1] = (found[-1][0], found[-1][1] + wider)
        else:
            found.append((element, 0))
    return found


def _by_word(row: Any) -> bool:
    """Whether Word wrote a row: it leaves the numbers of its editing sessions there."""
    return row.get(W + "rsidR") is not None or row.get(W + "rsidTr") is not None


def floating_anchor(element: Any) -> Anchor | None:
    """The position of a floating table (`w:tblpPr`); None where Word leaves it in the text ([MS-OI29500] 2.1.162)."""
    get = element.get
    if not element.attrib:
        return None
    across, down = get(W + "horzAnchor") or "text", get(W + "vertAnchor") or "margin"
    left, right = twips(get(W + "leftFromText")), twips(get(W + "rightFromText"))
    top, bottom = twips(get(W + "topFromText")), twips(get(W + "bottomFromText"))
    x, y = twips(get(W + "tblpX")), twips(get(W + "tblpY"))
    aligned = get(W + "tblpXSpec") or get(W + "tblpYSpec")
    if not x and not y and across == "text" and down != "text" and not aligned:
        return None
    return Anchor(
        from_x={"text": "column"}.get(across, across),
        from_y={"text": "paragraph"}.get(down, down),
        align_x=get(W + "tblpXSpec") or "",
        align_y=get(W + "tblpYSpec") or "",
        x=x,
        y=y,
        wrap="square",
        distances=(left, top, right, bottom),
    )
