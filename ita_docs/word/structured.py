"""Structured text as WordprocessingML: paragraphs in the template's styles, real numbering, tables, pictures.

A style that the template does not have is left out; its paragraphs then look like the template's others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape
from itertools import pairwise

from ..structured.emphasis import Emphasized
from ..structured.outline import Clause, mark_written
from ..structured.text import PageBreak, StructuredText, TextPicture, TextTable
from ..thai.line_breaks import break_points
from ..thai.numerals import KEEP_CLOSE, KEEP_OPEN, to_thai
from .clauses import CLAUSE, MOST_LEVELS, Lists
from .style_names import Style, styles_named

BODY, HEADING, CAPTION, PICTURE = "Body", "PartHeading", "Caption", "Picture"
TABLE, TABLE_HEADING, TABLE_TEXT, TABLE_GAP = "DataTable", "TableHeading", "TableText", "TableGap"
NAMES: Mapping[str, str] = {
    BODY: "เนื้อความ",
    HEADING: "หัวข้อ",
    **{CLAUSE.format(depth): f"ข้อ ระดับ {to_thai(str(depth))}" for depth in range(1, MOST_LEVELS + 1)},
    PICTURE: "รูปภาพ",
    CAPTION: "คำบรรยายภาพ",
    TABLE: "ตารางข้อมูล",
    TABLE_HEADING: "หัวตาราง",
    TABLE_TEXT: "ข้อความในตาราง",
    TABLE_GAP: "ช่องว่างก่อนตาราง",
}
"""The styles of structured texts: their ids, and their names in Word, which may give them other ids when it saves."""
WANTED = (BODY, HEADING, *(CLAUSE.format(depth) for depth in (1, 2, 3)), TABLE, TABLE_HEADING, TABLE_TEXT)
"""Those that a template should have."""
KEPT = 86
"""How many characters at the end of a text stay with what follows: two lines of 16 pt."""
MOST_KEPT = 3
GRID = 9000
"""The width of a table's grid; the table itself is as wide as its place (ECMA-376 part 1, §17.18.87 `pct`)."""
WHOLE = 8
"""A table of no more rows stays on one page."""
NARROW, WIDE = 500, 40
"""The narrowest column, and from how many characters on a longer cell counts no more."""
LETTER, SIDES = 145, 260
"""The room of a bold letter of 16 pt, and of both sides of a cell, in parts of `GRID`: twips on a page of text."""
RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NUMERIC = re.compile(r"[0-9๐-๙.,+\-–/% ]*")
Draw = Callable[[TextPicture], str]
"""A picture's run."""


class Rendering:
    """Shows the texts of one document. styles: those that its template has; draw: what makes a picture's run."""

    def __init__(self, lists: Lists, styles: Mapping[str, Style], draw: Draw) -> None:
        self._lists, self._styles, self._draw = lists, styles, draw

    def xml(self, text: StructuredText, *, arabic: bool | None) -> str:
        """The paragraphs and tables of `text`. arabic: its numbers in Arabic digits; None for as they were typed."""
        clauses = text.clauses
        if arabic is None or text.keeps_digits:
            arabic = next((clause.arabic for clause in clauses if clause.form not in (None, "-")), text.keeps_digits)
        numbers = iter(self._lists.numbered(clauses, thai=not arabic))
        held = _held(text)
        made: list[str] = []
        breaks = False
        for place, block in enumerate(text.blocks):
            after = text.blocks[place + 1] if place + 1 < len(text.blocks) else None
            with_next = place in held or isinstance(after, (TextTable, TextPicture))
            if isinstance(block, PageBreak):
                breaks = True
                continue
            if breaks and not isinstance(block, Clause):
                made.append(self._break())
                breaks = False
            if isinstance(block, Clause):
                made.append(self._clause(block, next(numbers), with_next, breaks, text.keeps_digits))
            elif isinstance(block, TextTable):
                made.append(self._table(block, place in held, text.keeps_digits))
            else:
                made += self._picture(block, place in held)
            breaks = False
        if breaks:
            made.append(self._break())
        return "".join(made)

    def _clause(self, clause: Clause, number: str, with_next: bool, breaks: bool, keeps: bool) -> str:
        plain = HEADING if clause.heading and clause.form is None else BODY
        style = CLAUSE.format(clause.depth) if number else plain
        mark = f"{mark_written(clause)} " if clause.form is not None and not number else ""
        own = "<w:keepNext/>" if with_next or clause.heading else ""
        own += "<w:pageBreakBefore/>" if breaks else ""
        # text that keeps its digits is English: spread as Thai its letters would stand apart
        left = '<w:jc w:val="left"/>' if keeps else ""
        # the number is as bold as the paragraph's end
        bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if number and clause.heading else ""
        return self._paragraph(style, own + number + left + bold, _run(mark) + _runs(clause.text, keeps))

    def _paragraph(self, style: str, own: str, runs: str) -> str:
        there = self._styles.get(style)
        styled = "" if there is None else f'<w:pStyle w:val="{there.id}"/>'
        return f"<w:p><w:pPr>{styled}{own}</w:pPr>{runs}</w:p>"

    def _break(self) -> str:
        """A page break of its own, where no paragraph follows that could begin the page."""
        flat = '<w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        return f"<w:p><w:pPr>{flat}</w:pPr></w:p>"

    def _picture(self, picture: TextPicture, with_next: bool) -> Iterator[str]:
        own = "" if PICTURE in self._styles else '<w:jc w:val="center"/>'
        keep = "<w:keepNext/>"
        yield self._paragraph(PICTURE, (keep if with_next or picture.caption else "") + own, self._draw(picture))
        if picture.caption:
            own = "" if CAPTION in self._styles else '<w:jc w:val="center"/>'
            yield self._paragraph(CAPTION, (keep if with_next else "") + own, _run(picture.caption))

    def _table(self, table: TextTable, with_next: bool, keeps: bool) -> str:
        widths = _widths(table)
        centred = [
            all(NUMERIC.fullmatch(row[column]) for row in table.rows[1:]) for column in range(len(table.rows[0]))
        ]
        own = self._styles.get(TABLE)
        look = "" if own is None else f'<w:tblStyle w:val="{own.id}"/>'
        ruled = f"<w:tblBorders>{RULES}</w:tblBorders>" if own is None else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        whole = len(table.rows) <= WHOLE
        rows = []
        for number, row in enumerate(table.rows):
            last = number == len(table.rows) - 1
            cells = []
            for width, cell, middle in zip(widths, row, centred, strict=True):
                direct = "<w:keepNext/>" if number == 0 or (with_next if last else whole) else ""
                direct += '<w:jc w:val="center"/>' if middle and number else ""
                content = self._paragraph(TABLE_HEADING if number == 0 else TABLE_TEXT, direct, _runs(cell, keeps))
                share = round(width * 5000 / GRID)
                cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/></w:tcPr>{content}</w:tc>')
            head = "<w:tblHeader/>" if number == 0 else ""
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>")
        gap = self._paragraph(TABLE_GAP, "<w:keepNext/>", "") if TABLE_GAP in self._styles else ""
        return (
            f'{gap}<w:tbl><w:tblPr>{look}<w:tblW w:w="5000" w:type="pct"/>{ruled}<w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )


def _held(text: StructuredText) -> set[int]:
    """The places of the blocks at the end of a text that stay with what follows: as much as two lines of it."""
    held: set[int] = set()
    if text.keeps_next:
        size = 0
        for place in reversed(range(len(text.blocks))):
            block = text.blocks[place]
            if isinstance(block, PageBreak) or size >= KEPT or len(held) == MOST_KEPT:
                break
            held.add(place)
            size += len(str(block)) if isinstance(block, Clause) else KEPT
    return held


def _widths(table: TextTable) -> list[int]:
    """The widths of the columns, in parts of `GRID`: no word is torn, the rest goes by what is in them."""
    columns = list(zip(*table.rows, strict=True))
    least = [max(LETTER * max(map(_longest, cells)) + SIDES, NARROW) for cells in columns]
    if sum(least) > GRID:
        least = [NARROW] * len(columns)
    free = max(0, GRID - sum(least))
    full = [LETTER * min(WIDE, max(map(_seen, cells))) + SIDES for cells in columns]
    wants = [max(0, whole - narrow) for whole, narrow in zip(full, least, strict=True)]
    shares = wants if sum(wants) else [1] * len(columns)
    widths = [narrow + free * share // sum(shares) for narrow, share in zip(least, shares, strict=True)]
    return [*widths[:-1], GRID - sum(widths[:-1])]


def _seen(text: str) -> int:
    """How many characters of a text take room on its line."""
    return sum(unicodedata.category(character) != "Mn" for character in text)


def _longest(text: str) -> int:
    """The longest piece of a text that no line break divides."""
    cuts = [0, *break_points(text), len(text)]
    return max(_seen(text[start:end].strip()) for start, end in pairwise(cuts))


def _runs(text: Emphasized, keeps: bool) -> str:
    return "".join(_run(span.text, span.bold, span.underlined, keeps) for span in text.spans)


def _run(text: str, bold: bool = False, underlined: bool = False, keeps: bool = False) -> str:
    if not text:
        return ""
    look = ("<w:b/><w:bCs/>" if bold else "") + ('<w:u w:val="single"/>' if underlined else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    shown = f"{KEEP_OPEN}{text}{KEEP_CLOSE}" if keeps else text
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(shown, quote=False)}</w:t></w:r>'


@lru_cache(maxsize=16)
def styles_of(part: str) -> Mapping[str, Style]:
    """The styles that a styles part has for structured texts, by their ids in `NAMES`."""
    return styles_named(part, NAMES)
