"""Tables as Word writes them, in small, and how tests find them on the page."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.pages.flow import Table
from ita_docs.pages.model import CellBox, Group, Layout, TableBox
from ita_docs.pages.package import Package
from ita_docs.pages.reading import Reader

from .documents import docx, p

MODERN = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
LEGACY = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="14"/></w:compat>'
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
CENTRE = '<w:vAlign w:val="center"/>'
RESTART = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"
HEADER = "<w:tblHeader/>"
WHOLE = "<w:cantSplit/>"


def edge(side: str, size: int = 8, kind: str = "single", colour: str = "000000") -> str:
    """A border element; `size` in eighths of a point."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def borders(size: int = 8, sides: tuple[str, ...] = SIDES) -> str:
    """A w:tblBorders."""
    return f"<w:tblBorders>{''.join(edge(side, size) for side in sides)}</w:tblBorders>"


def around(*items: str) -> str:
    """A w:tcBorders."""
    return f"<w:tcBorders>{''.join(items)}</w:tcBorders>"


def margins(name: str, **sides: int) -> str:
    """A w:tblCellMar or w:tcMar, in twips."""
    inner = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
    return f"<w:{name}>{inner}</w:{name}>"


def tc(content: str = "", look: str = "", width: int | str | None = None) -> str:
    """A cell; `content` is text or blocks, `width` twips, or a share as `50%`."""
    kind, amount = ("pct", int(width[:-1]) * 50) if isinstance(width, str) else ("dxa", width)
    said = "" if width is None else f'<w:tcW w:w="{amount}" w:type="{kind}"/>'
    inner = content if content.startswith("<w:p>") or content.startswith("<w:tbl>") else p(content)
    return f"<w:tc><w:tcPr>{said}{look}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, look: str = "", said: str = "") -> str:
    """A row; `said` is its attributes."""
    return f"<w:tr {said}><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, look: str = "", grid: tuple[int, ...] | None = None) -> str:
    """A table; `grid`: the widths of w:tblGrid in twips, None to leave it out."""
    columns = "" if grid is None else "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    held = "" if grid is None else f"<w:tblGrid>{columns}</w:tblGrid>"
    return f"<w:tbl><w:tblPr>{look}</w:tblPr>{held}{''.join(rows)}</w:tbl>"


def floating(**said: str) -> str:
    """A w:tblpPr."""
    inner = " ".join(f'w:{name}="{value}"' for name, value in said.items())
    return f"<w:tblpPr {inner}/>"


def height(twips: int, rule: str = "") -> str:
    """A w:trHeight."""
    said = f' w:hRule="{rule}"' if rule else ""
    return f'<w:trHeight w:val="{twips}"{said}/>'


def read(xml: str, styles: str = "") -> Table:
    """The one table of a document, read."""
    flow = Reader(Package(docx(xml, styles=styles), "a.docx")).flow()
    (table,) = (block for block in flow.sections[0].blocks if isinstance(block, Table))
    return table


def tables(layout: Layout, page: int = 0) -> list[TableBox]:
    """The tables that stand in the text of a page."""
    return [box for box in layout.pages[page].boxes if isinstance(box, TableBox)]


def cells(layout: Layout, page: int = 0) -> Iterator[CellBox]:
    """The cells of the first table of a page."""
    yield from tables(layout, page)[0].cells


def across(box: TableBox) -> list[float]:
    """The y of a table's horizontal rules, on the page, the topmost first."""
    return sorted({round(box.y + rule.y1, 3) for rule in box.rules if rule.y1 == rule.y2})


def upright(box: TableBox) -> list[float]:
    """The x of a table's vertical rules, on the page, from left to right."""
    return sorted({round(box.x + rule.x1, 3) for rule in box.rules if rule.x1 == rule.x2})


def group(cell: CellBox) -> Group:
    """What stands in a cell whose text is turned."""
    (inner,) = cell.blocks
    assert isinstance(inner, Group)
    return inner
