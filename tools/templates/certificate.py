"""หนังสือรับรอง, the regulation's certificate (แบบที่ ๑๐)."""

from __future__ import annotations

from .blocks import copies, layout_row, signature, table, tag, text_block
from .letterhead import EMBLEM_LINE, LAYOUT, SENDER, letterhead
from .paper import package, stories
from .styles import (
    COPIES,
    DATA_TABLE,
    GAP,
    PAPER,
    PLAIN_TABLE,
    SIGNATURE,
    SIGNATURE_CELLS,
    SIGNER_LEFT,
    TEXT_WIDTH,
    TEXTS,
    styles,
)
from .wordml import Element, Style, paragraph

PHOTO_COLUMN = 3402
"""6 cm for the photograph, 4 cm wide, and the holder's signature under it."""

STYLES = (
    EMBLEM_LINE,
    SENDER,
    Style(id="NumberLine", name="เลขที่ของหนังสือรับรอง", keep_next=True),
    Style(id="Certified", name="ข้อความที่รับรอง", based_on="Body", before=2 * GAP, keep_next=True),
    *TEXTS,
    Style(
        id="GivenLine",
        name="ให้ไว้ ณ วันที่",
        align="center",
        left=SIGNER_LEFT,
        before=2 * GAP,
        keep_next=True,
        keep_lines=True,
    ),
    Style(id="GivenCell", name="ให้ไว้ ณ วันที่ ข้างรูปถ่าย", based_on="GivenLine", left=0),
    *(*SIGNATURE, *SIGNATURE_CELLS),
    Style(id="PhotoLine", name="รูปถ่ายผู้ได้รับการรับรอง", align="center", keep_next=True),
    *(*COPIES, *PAPER),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*text(), *signed(), *copies()],
        styles(STYLES, (LAYOUT, DATA_TABLE, PLAIN_TABLE)),
        title="หนังสือรับรอง {{ holder }}",
        creator="{{ agency }}",
        subject="หนังสือรับรอง",
        stories=stories(secrecy=False),
    )


def text() -> list[Element]:
    """Number, emblem and office; what is certified, in one sentence; what there is to say besides."""
    who = (
        "{{ holder }}{% if holder_position %} ตำแหน่ง{{ holder_position }}{% endif %}"
        "{% if affiliation %} สังกัด{{ affiliation }}{% endif %}"
    )
    return [
        letterhead(paragraph("NumberLine"), paragraph("NumberLine", "เลขที่ {{ number }}")),
        paragraph("Certified", f"หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า {who} {{{{ fact }}}}"),
        *text_block("body"),
    ]


def signed() -> list[Element]:
    """Date and signature; beside a photograph, with the holder's signature under it."""
    given = "ให้ไว้ ณ วันที่ {% if date %}{{ date|thai_date('official') }}{% else %}" + "." * 40 + "{% endif %}"
    photo = [
        paragraph("PhotoLine", "{{ photo|picture(width=4, height=6) }}"),
        paragraph("PhotoLine", "." * 36),
        paragraph("PositionCell", "({{ holder }})"),
    ]
    widths = (PHOTO_COLUMN, TEXT_WIDTH - PHOTO_COLUMN)
    beside = layout_row(widths, (photo, [paragraph("GivenCell", given), *signature(cell=True)]))
    return [
        tag("if photo"),
        table(PLAIN_TABLE, widths, [beside]),
        tag("else"),
        paragraph("GivenLine", given),
        *signature(),
        tag("endif"),
    ]
