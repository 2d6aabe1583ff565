"""Tables read with their styles: which condition holds for which cell, and what follows (ECMA-376 part 1, §17.4,
§17.7.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .cell_reading import MOST_COLUMNS, TableSaid, TableSetting, cell_said, width_of
from .drawn import Anchor
from .flow import Block, Cell, Row, Table
from .package import MC, W
from .properties import key_of, number, on, twips
from .stories import Story
from .table_conditions import band_sizes, conditions_of, conditions_used, heading_rows

if TYPE_CHECKING:
    from .reading import Reader

_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class TableReader:
    """Reads one table."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[object, ...], tuple[Cell, TableSaid | None]] = {}

    def read(self, element: Any, story: Story) -> Iterator[Block]:
        """The table of a `w:tbl`; nothing for one without cells."""
        properties = element.find(W + "tblPr")
        find = (lambda name: None) if properties is None else (lambda name: properties.find(W + name))
        named = find("tblStyle")
        style = self._reader.styles.style("" if named is None else named.get(W + "val") or "", "table")
        own = style.parts.get("", ())
        setting = TableSetting(margins={"left": 5.4, "right": 5.4, "top": 0.0, "bottom": 0.0})
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
            width=width_of(find("tblW")),
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
        self, row: Any, place: tuple[int, int], style: str, parts: Any, setting: TableSetting, look: dict[str, bool],
        bands: list[int], story: Story, above: set[int],
    ) -> Row:  # fmt: skip
        """A row; `above`: where the cells of the row above begin that may go on in this one, replaced by this one's."""
        properties = row.find(W + "trPr")
        find = (lambda name: None) if properties is None else (lambda name: properties.find(W + name))
        exceptions = row.find(W + "tblPrEx")
        if exceptions is not None:
            setting = TableSetting(dict(setting.borders), dict(setting.margins))
            setting.taken(exceptions)
            self._known.clear()
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
            where = (*place, column, len(groups))
            cell = self._cell(element, style, conditions, parts, setting, story, where, (bands, look), at in above)
            if (span := min(cell.span + wider, MOST_COLUMNS - at)) != cell.span:
                cell = cell._replace(span=span)
            cells.append(cell)
            if cell.merge:
                open_here.add(at)
            at += cell.span
        if exceptions is not None:
            self._known.clear()
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
        self, element: Any, style: str, conditions: tuple[str, ...], parts: Any, setting: TableSetting, story: Story,
        place: tuple[int, int, int, int], bands: tuple[list[int], dict[str, bool]], open_above: bool,
    ) -> Cell:  # fmt: skip
        properties = element.find(W + "tcPr")
        row, rows, column, columns = place
        height, _, headings = bands[0]
        band = (row - bands[1]["firstRow"] * headings) % height
        said = () if properties is None else key_of(properties)
        key = (said, conditions, row == 0, row == headings - 1, row == rows - 1, band, column, columns)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = cell_said(properties, style, conditions, parts, setting, place, bands)
        cell, text = known
        down = cell.merge
        if down != "restart" and down and not open_above:
            # what goes on from nothing begins here
            down = "restart"
        return cell._replace(merge=down, blocks=self._reader.blocks(element, story, text) if down != "continue" else ())


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
