"""หนังสือภายนอก, the regulation's letter (แบบที่ ๑)."""

from __future__ import annotations

from ita_docs.word.fitting import GIVES, NAMES

from .blocks import copies, either, lines, listed, optional, signature, tag, text_block
from .letterhead import CENTRE, EMBLEM_LINE, LAYOUT, SENDER, letterhead
from .paper import package
from .styles import (
    COPIES,
    DATA_TABLE,
    GAP,
    PAPER,
    SIGNATURE,
    SIGNING_GAP,
    TEXTS,
    labelled,
    numbered,
    styles,
)
from .wordml import Element, Style, paragraph

CONTACT = (
    ("unit", ""),
    ("phone", "โทร. "),
    ("fax", "โทรสาร "),
    ("email", "ไปรษณีย์อิเล็กทรอนิกส์ "),
)
"""Whose matter it is, and how to reach them: a line each."""

STYLES = (
    EMBLEM_LINE,
    Style(id="UrgencyLeft", name="ชั้นความเร็ว เหนือที่", based_on="Urgency", align="left"),
    *("Urgency", "Secrecy"),
    Style(id="NumberLine", name="ที่ของหนังสือ", keep_next=True),
    SENDER,
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
        styles(STYLES, (LAYOUT, DATA_TABLE)),
        title="{{ subject }}",
        creator="{{ agency }}",
        subject="หนังสือภายนอก",
    )


def head() -> list[Element]:
    """Number, emblem and sender; the date from the centre line; subject, addressee, references, enclosures."""
    return [
        letterhead(paragraph("UrgencyLeft", "{{ urgency }}"), paragraph("NumberLine", "ที่ {{ number }}")),
        paragraph("DateLine", "{% if date %}{{ date|thai_date }}{% endif %}"),
        paragraph("Subject", "เรื่อง\t{{ subject }}"),
        *either(
            "(opening or to.opening)|length > 6", "AddresseeLong", "Addressee", "{{ opening or to.opening }}\t{{ to }}"
        ),
        *listed("อ้างถึง", "references", "Reference"),
        *listed("สิ่งที่ส่งมาด้วย", "enclosures", "Attachment"),
    ]


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
