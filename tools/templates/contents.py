"""Tables of contents and what they list: their fields, which are worked out when a document is made, and captions."""

from __future__ import annotations

from .wordml import Element, field, paragraph

HEADINGS = r'\o "1-3" \h \z \u'
"""The switches of a table of contents of headings."""
SHOWN = "(รายการและเลขหน้าใส่ให้เมื่อสร้างเอกสาร)"
"""What a template shows in the place of the lines."""


def captions(label: str) -> str:
    """The switches of a table of the captions that begin with `label`."""
    return rf'\h \z \c "{label}"'


def contents(title: str, switches: str = HEADINGS, heading: str = "TOCHeading") -> list[Element]:
    """A heading that is not listed itself, and under it the lines that a TOC field with `switches` asks for.

    heading: the style of the heading. The field ends in a low line of its own. That must not end a section: LibreOffice
    would lose the section's feet.
    """
    style = "TableofFigures" if r"\c" in switches else "TOC1"
    *begun, end = field(f"TOC {switches}", SHOWN)
    return [paragraph(heading, title), paragraph(style, begun), paragraph("ContentsEnd", [end])]


def caption(label: str, words: str, *, above: bool = False) -> Element:
    r"""`ตารางที่ ๑ …`: a label of one word, a number that goes on from caption to caption, and what it says.

    above: it stands over what it names, and stays with it.
    """
    return paragraph("Caption", f"{label} ", field(rf"SEQ {label} \* ARABIC", "1"), f" {words}", kept=above)
