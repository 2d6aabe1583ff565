"""The head of paper with the emblem in the middle: a number level with the emblem's feet, the sender beside it."""

from __future__ import annotations

from collections.abc import Iterable

from .blocks import lines, table
from .styles import BODY_LINE, TEXT_WIDTH, TableStyle
from .wordml import Element, Style, paragraph, w

CENTRE = 4252
"""The paper's centre line, under the emblem's tail: 7.5 cm from the left margin."""
EMBLEM = 1701
"""The emblem is 3 cm high."""
EMBLEM_COLUMN = 1440
COLUMNS = (CENTRE - EMBLEM_COLUMN // 2, EMBLEM_COLUMN, TEXT_WIDTH - CENTRE - EMBLEM_COLUMN // 2)
"""The number, the emblem in the middle of the paper, the sender: its 7.2 cm hold an office's long name."""
LAYOUT = TableStyle(id="LetterHead", name="ผังหัวหนังสือ")
EMBLEM_LINE = Style(id="EmblemLine", name="ตราครุฑ", align="center", keep_next=True)
SENDER = Style(id="Sender", name="ส่วนราชการเจ้าของหนังสือ", keep_next=True)


def letterhead(above: Element, number: Element) -> Element:
    """The emblem over two rows; `number` and the sender stand in the lower one, `above` at the left of the upper."""
    sender = f"{{{{ agency }}}}{{% if address %}}\n{lines('address')}{{% endif %}}"
    upper = ([above], [paragraph("EmblemLine", "{{ emblem }}")], [paragraph("Sender")])
    lower = ([number], [paragraph("EmblemLine")], [paragraph("Sender", sender)])
    return table(LAYOUT, COLUMNS, [_row(upper, EMBLEM - BODY_LINE, "restart"), _row(lower, None, None)])


def _row(cells: Iterable[list[Element]], height: int | None, merge: str | None) -> Element:
    """A row of the head; `merge`: whether the emblem's cell begins here or goes on. height: exact, in twips."""
    properties = w("trPr", w("cantSplit"))
    if height is not None:
        properties.append(w("trHeight", val=height, hRule="exact"))
    row = w("tr", properties)
    for place, (width, content) in enumerate(zip(COLUMNS, cells, strict=True)):
        own = [w("vMerge", val=merge)] if place == 1 else []
        own += [w("vAlign", val="bottom")] if place == 0 and height is not None else []
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *own), *content))
    return row
