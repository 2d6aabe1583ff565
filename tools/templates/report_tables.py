"""Tables of the annual reports: heading rows that repeat, cells of lines, figures and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .blocks import either, row_tag, table, tag
from .contents import caption
from .report_styles import SHADE
from .styles import DATA_TABLE, TEXT_WIDTH
from .wordml import Element, field, paragraph, w

TABLE, FIGURE = "ตารางที่", "ภาพที่"
"""The words that captions begin with."""
Cell = Sequence[Element]


def cell(width: int, content: Cell, *, shade: str = "", span: int = 1, rows: str = "", centred: bool = True) -> Element:
    """A cell. shade: its background. span: over so many columns. rows: `restart` or `continue` of a cell over rows."""
    inside = [w("tcW", w=width, type="dxa")]
    if span > 1:
        inside.append(w("gridSpan", val=span))
    if rows:
        inside.append(w("vMerge", val=rows))
    if shade:
        inside.append(w("shd", val="clear", color="auto", fill=shade))
    if centred:
        inside.append(w("vAlign", val="center"))
    return w("tc", w("tcPr", *inside), *content)


def row(cells: Iterable[Element], *, heading: bool = False, whole: bool = True) -> Element:
    """A row; whole: no page divides it."""
    properties = w("trPr", *([w("cantSplit")] if whole else []), *([w("tblHeader")] if heading else []))
    return w("tr", properties, *cells)


def head(widths: Sequence[int], titles: Sequence[str]) -> Element:
    """The heading row, which every page repeats."""
    cells = (
        cell(width, [paragraph("CellHead", title)], shade=SHADE) for width, title in zip(widths, titles, strict=True)
    )
    return row(cells, heading=True)


def group_row(widths: Sequence[int], content: str, *, heading: bool = False) -> Element:
    """A row of one cell over all columns, the name of what follows."""
    return row([cell(sum(widths), [paragraph("CellGroup", content)], shade=SHADE, span=len(widths))], heading=heading)


def figures(widths: Sequence[int], contents: Sequence[str], styles: Sequence[str] = ()) -> Element:
    """A row of short texts, centred where `styles` says nothing else."""
    looks = styles or ["CellCentre"] * len(widths)
    cells = (
        cell(width, [paragraph(style, content)]) for width, content, style in zip(widths, contents, looks, strict=True)
    )
    return row(cells)


def text_cell(width: int, *contents: Cell) -> Element:
    """A cell of running text, from its top."""
    return cell(width, [element for content in contents for element in content], centred=False)


def lines_of(name: str, none: str = "-") -> list[Element]:
    """The lines of a field: one as text, several as items; `none` where there is nothing."""
    return [
        tag(f"for line in {name}"),
        *either("loop.length > 1", "CellItem", "CellText"),
        tag("else"),
        paragraph("CellText", none),
        tag("endfor"),
    ]


def more_lines(name: str, label: str = "") -> list[Element]:
    """The lines of a field under others in a cell, nothing where there are none."""
    return [tag(f"for line in {name}"), paragraph("CellItem", f"{label}{{{{ line }}}}"), tag("endfor")]


def each(loop: str, columns: int, *rows: Element) -> list[Element]:
    """Rows repeated."""
    return [row_tag(f"for {loop}", columns), *rows, row_tag("endfor", columns)]


def when(condition: str, columns: int, *rows: Element) -> list[Element]:
    """Rows that are there only on a condition."""
    return [row_tag(f"if {condition}", columns), *rows, row_tag("endif", columns)]


def captioned(words: str, widths: Sequence[int], rows: Iterable[Element]) -> list[Element]:
    """A table under its numbered caption."""
    return [*table_caption(words), table(DATA_TABLE, widths, rows, width=sum(widths)), paragraph("TableGap")]


def table_caption(words: str) -> list[Element]:
    """The numbered caption over a table."""
    return [paragraph("TableCaption", f"{TABLE} ", field(r"SEQ ตารางที่ \* ARABIC", "1"), f" {words}")]


def chart(tag_: str, words: str) -> list[Element]:
    """A chart over its numbered caption."""
    return [paragraph("Figure", tag_), caption(FIGURE, words)]


def columns(*shares: float, width: int = TEXT_WIDTH) -> list[int]:
    """Widths in these shares of the text's width, in twips."""
    total = sum(shares)
    made = [round(width * share / total) for share in shares]
    made[-1] += width - sum(made)
    return made
