"""หนังสือภายนอก, the regulation's letter (แบบที่ ๑)."""

from __future__ import annotations

from collections.abc import Iterable

from ita_docs.word.fitting import GIVES, NAMES

from .blocks import copies, either, lines, listed, optional, signature, table, tag, text_block
from .paper import package
from .styles import (
    BODY_LINE,
    COPIES,
    DATA_TABLE,
    GAP,
    PAPER,
    SIGNATURE,
    SIGNING_GAP,
    TEXT_WIDTH,
    TEXTS,
    TableStyle,
    labelled,
    numbered,
    styles,
)
from .wordml import Element, Style, paragraph, w

CENTRE = 4252
"""The paper's centre line, under the emblem's tail: 7.5 cm from the left margin."""
EMBLEM = 1701
"""The emblem is 3 cm high."""
EMBLEM_COLUMN = 1440
HEAD_COLUMNS = (CENTRE - EMBLEM_COLUMN // 2, EMBLEM_COLUMN, TEXT_WIDTH - CENTRE - EMBLEM_COLUMN // 2)
"""The number, the emblem in the middle of the paper, the sender: its 7.2 cm hold an office's long name."""
HEAD_LAYOUT = TableStyle(id="LetterHead", name="ผังหัวหนังสือ")
CONTACT = (
    ("unit", ""),
    ("phone", "โทร. "),
    ("fax", "โทรสาร "),
    ("email", "ไปรษณีย์อิเล็กทรอนิกส์ "),
)
"""Whose matter it is, and how to reach them: a line each."""

STYLES = (
    Style(id="EmblemLine", name="ตราครุฑ", align="center", keep_next=True),
    Style(id="UrgencyLeft", name="ชั้นความเร็ว เหนือที่", based_on="Urgency", align="left"),
    *("Urgency", "Secrecy"),
    Style(id="NumberLine", name="ที่ของหนังสือ", keep_next=True),
    Style(id="Sender", name="ส่วนราชการเจ้าของหนังสือ", keep_next=True),
    Style(id="DateLine", name="วันที่ของหนังสือ", before=GAP, left=CENTRE, keep_next=True),
    labelled("Subject", "เรื่อง", 652),
    "Addressee",
    labelled("AddresseeLong", "เรียน คำขึ้นต้นยาว", 1077),
    labelled("Reference", "อ้างถึง", 765),
    numbered("Reference", "อ้างถึง หลายรายการ", 765),
    *("Attachment", "AttachmentItem", *TEXTS, "Closing"),
    Style(id="Farewell", name="คำลงท้าย", before=2 * GAP, left=CENTRE, keep_next=True),
    *SIGNATURE,
    Style(id=GIVES, name=NAMES[GIVES], before=SIGNING_GAP, keep_lines=True),
    labelled("CopyTo", "สำเนาส่ง", 907),
    numbered("CopyTo", "สำเนาส่ง หลายราย", 907),
    *(*COPIES, *PAPER, "CopyWord"),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*head(), *prose(), *contact(), *copies()],
        styles(STYLES, (HEAD_LAYOUT, DATA_TABLE)),
        title="{{ subject }}",
        creator="{{ agency }}",
        subject="หนังสือภายนอก",
    )


def head() -> list[Element]:
    """Number, emblem and sender; the date from the centre line; subject, addressee, references, enclosures."""
    return [
        head_table(),
        paragraph("DateLine", "{% if date %}{{ date|thai_date }}{% endif %}"),
        paragraph("Subject", "เรื่อง\t{{ subject }}"),
        *either(
            "(opening or to.opening)|length > 6", "AddresseeLong", "Addressee", "{{ opening or to.opening }}\t{{ to }}"
        ),
        *listed("อ้างถึง", "references", "Reference"),
        *listed("สิ่งที่ส่งมาด้วย", "enclosures", "Attachment"),
    ]


def head_table() -> Element:
    """The emblem over two rows; ที่ and the sender stand in the lower one, level with the emblem's feet."""
    above = (
        [paragraph("UrgencyLeft", "{{ urgency }}")],
        [paragraph("EmblemLine", "{{ emblem }}")],
        [paragraph("Sender")],
    )
    below = (
        [paragraph("NumberLine", "ที่ {{ number }}")],
        [paragraph("EmblemLine")],
        [paragraph("Sender", f"{{{{ agency }}}}{{% if address %}}\n{lines('address')}{{% endif %}}")],
    )
    rows = [head_row(above, EMBLEM - BODY_LINE, "restart"), head_row(below, None, None)]
    return table(HEAD_LAYOUT, HEAD_COLUMNS, rows)


def head_row(cells: Iterable[list[Element]], height: int | None, merge: str | None) -> Element:
    """A row of the head; `merge`: whether the emblem's cell begins here or goes on. height: exact, in twips."""
    properties = w("trPr", w("cantSplit"))
    if height is not None:
        properties.append(w("trHeight", val=height, hRule="exact"))
    row = w("tr", properties)
    for place, (width, content) in enumerate(zip(HEAD_COLUMNS, cells, strict=True)):
        own = [w("vMerge", val=merge)] if place == 1 else []
        own += [w("vAlign", val="bottom")] if place == 0 and height is not None else []
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *own), *content))
    return row


def prose() -> list[Element]:
    """The text, จึงเรียนมาเพื่อ…, the closing words from the centre line, and the signature."""
    return [
        *text_block("body"),
        *optional("conclusion", "Closing", "{{ conclusion }}"),
        paragraph("Farewell", "{{ closing or to.closing }}"),
        *signature(),
    ]


def contact() -> list[Element]:
    """Whose matter it is and how to reach them, three lines below the signature, in one piece; who gets a copy."""
    told = ", ".join(f'("{word}" ~ {name}) if {name} else ""' for name, word in CONTACT)
    return [
        tag(f"set told = [{told}]|select|list"),
        *optional("told", GIVES, lines("told")),
        *listed("สำเนาส่ง", "copies_to", "CopyTo"),
    ]
