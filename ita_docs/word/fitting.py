"""Room that a document gives up where its last lines would otherwise stand alone on a page.

The computer-typing annex lets the gap above the owner's unit shrink with the page (saraban-spec §2, §16 row 5): Word
cannot do that, a layout can say where it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .main_part import BODY
from .package import deflated, pack, unpack
from .style_names import styles_named

GIVES, ENDS = "Contact", ("CopyCertified", "CopyInitials")
"""The style above which there is room to give up, and those of what no longer belongs to it."""
NAMES: Mapping[str, str] = {
    GIVES: "ส่วนราชการเจ้าของเรื่อง",
    "CopyCertified": "สำเนาถูกต้อง",
    "CopyInitials": "ผู้ร่าง ผู้พิมพ์ ผู้ตรวจ",
}
"""Their names in Word, which may give styles other ids when it saves."""
GAPS = (723, 362, 120)
"""What is left of the room, in twips: two lines, one line, 6 pt."""
_PARAGRAPH = re.compile(r"<w:p[ >]")


class Yielding(NamedTuple):
    """The ids that a template gives to the styles above."""

    gives: str
    ends: tuple[str, ...]

    @classmethod
    def of(cls, styles: str, document: str) -> Yielding | None:
        """Those of a template, by its styles and its main part; None where no paragraph has room to give up."""
        there = styles_named(styles, NAMES)
        if GIVES not in there or f'<w:pStyle w:val="{there[GIVES].id}"/>' not in document:
            return None
        return cls(there[GIVES].id, tuple(there[end].id for end in ENDS if end in there))


def stands_alone(docx: bytes, yielding: Yielding, starts: Iterable[int]) -> bool:
    """Whether a page begins at the lines below the room, or among them.

    starts: the paragraphs, from 1, at which pages begin because the ones before were full.
    """
    text = unpack(docx)[BODY].text()
    place = _place(text, yielding.gives)
    if place is None:
        return False
    end = min((at for style in yielding.ends if (at := _place(text, style)) is not None), default=None)
    return any(start >= place and (end is None or start < end) for start in starts)


def with_gap(docx: bytes, yielding: Yielding, gap: int) -> bytes:
    """`docx` with so little room, in twips."""
    entries = unpack(docx)
    style = f'<w:pStyle w:val="{yielding.gives}"/>'
    text = entries[BODY].text().replace(style, f'{style}<w:spacing w:before="{gap}"/>', 1)
    return pack([deflated(BODY, text.encode()) if name == BODY else entry for name, entry in entries.items()])


def kept_together(docx: bytes, yielding: Yielding) -> bytes:
    """`docx` with the lines below the room on one page with the signature above it: what no less room can do."""
    entries = unpack(docx)
    text = entries[BODY].text()
    at = text.rfind("<w:p>", 0, text.find(f'<w:pStyle w:val="{yielding.gives}"/>'))
    end = text.find("/>", text.rfind("<w:pStyle ", 0, at)) + 2
    if at < 0 or end < 2:
        return docx
    text = f"{text[:end]}<w:keepNext/>{text[end:]}"
    return pack([deflated(BODY, text.encode()) if name == BODY else entry for name, entry in entries.items()])


def _place(text: str, style: str) -> int | None:
    """The place of the first paragraph of a style, from 1."""
    at = text.find(f'<w:pStyle w:val="{style}"/>')
    return None if at < 0 else len(_PARAGRAPH.findall(text, 0, at))
