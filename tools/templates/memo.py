"""บันทึกข้อความ, the regulation's memo (แบบที่ ๒)."""

from __future__ import annotations

from .blocks import copies, either, free_table, layout_row, listed, optional, signature, table, tag, text_block
from .paper import numbering, package
from .styles import COPIES, DATA_TABLE, GAP, INDENT, PAPER, SIGNATURE, TEXT_WIDTH, TEXTS, TableStyle, styles
from .wordml import Element, Style, paragraph, text

PARTS = (
    ("เรื่องเดิม", "background"),
    ("ข้อเท็จจริง", "facts"),
    ("ข้อกฎหมาย/ระเบียบ", "regulations"),
    ("ข้อพิจารณา", "considerations"),
    ("ข้อเสนอ", "proposal"),
)
HEAD_COLUMNS = (1040, 1860, 2704, 3467)
"""Emblem, urgency, title, rest: the title's column is centred on the paper, 7.5 cm from the left margin."""
HEAD_LAYOUT = TableStyle(id="HeadLayout", name="ผังหัวบันทึก")
DATE_LABEL, DATE_VALUE = 4536, 5216
"""Where วันที่ and its value start."""


def _head(id: str, name: str, text_at: int, *middle: tuple[str, int, str | None]) -> Style:
    tabs = (("left", text_at, None), *middle, ("right", TEXT_WIDTH, "dot"))
    return Style(
        id=id, name=name, based_on="HeadLine", align="thaiDistribute", left=text_at, hanging=text_at, tabs=tabs
    )


STYLES = (
    "EmblemLine",
    Style(id="MemoTitle", name="หัวกระดาษบันทึกข้อความ", size=29, bold=True, align="center", exact=700, keep_next=True),
    *("Urgency", "Secrecy"),
    Style(id="HeadLine", name="บรรทัดหัวบันทึก", keep_next=True),
    _head("AgencyLine", "บรรทัดส่วนราชการ", 1503),
    _head("NumberLine", "บรรทัดที่และวันที่", 340, ("left", DATE_LABEL, "dot"), ("left", DATE_VALUE, None)),
    _head("SubjectLine", "บรรทัดเรื่อง", 652),
    *("Addressee", "Attachment", "AttachmentItem", *TEXTS, "TableTextLast"),
    Style(id="PartNumbered", name="หัวข้อ มีเลข", based_on="PartHeading", list=1),
    *("Closing", *SIGNATURE, "PositionKept"),
    Style(
        id="Opinion",
        name="ความเห็น",
        before=2 * GAP,
        first_line=INDENT,
        align="thaiDistribute",
        contextual=True,
        keep_next=True,
        keep_lines=True,
    ),
    *(*COPIES, *PAPER, "Label", "CopyWord"),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*head(), *prose(), *free_table("table"), *closing(), *opinions(), *copies()],
        styles(STYLES, (HEAD_LAYOUT, DATA_TABLE)),
        title="{{ subject }}",
        creator="{{ agency }}",
        subject="บันทึกข้อความ",
        numbering=numbering(["%1."]),
    )


def head() -> list[Element]:
    """The emblem and the title; ส่วนราชการ, ที่ with วันที่, เรื่อง, each with dots to the margin; เรียน and the
    attachments.
    """
    # A telephone number must not be torn apart: 57 to 77 letters of office leave no room for it on their line.
    tight = "agency|length < 78 and (agency ~ phone)|length > 68"
    apart = f"{{% if {tight} %}}\t\n{{% else %}}  {{% endif %}}"
    agency = f"\t{{{{ agency }}}}{{% if phone %}}{apart}โทร. {{{{ phone }}}}{{% endif %}}\t"
    date = "\t{% if date %}{{ date|thai_date }}{% endif %}\t"
    return [
        head_table(),
        paragraph("AgencyLine", label("ส่วนราชการ"), agency),
        paragraph("NumberLine", label("ที่"), "\t{{ number }}\t ", label("วันที่"), date),
        paragraph("SubjectLine", label("เรื่อง"), "\t{{ subject }}\t"),
        paragraph("Addressee", "เรียน\t{{ to }}"),
        *listed("สิ่งที่ส่งมาด้วย", "attachments", "Attachment"),
    ]


def head_table() -> Element:
    """Emblem at the left margin, urgency beside it, the title in the middle of the paper."""
    cells = (
        ("EmblemLine", "{{ emblem }}"),
        ("Urgency", "{{ urgency }}"),
        ("MemoTitle", "บันทึกข้อความ"),
        ("EmblemLine", ""),
    )
    row = layout_row(HEAD_COLUMNS, ([paragraph(style, content)] for style, content in cells), valign="bottom")
    return table(HEAD_LAYOUT, HEAD_COLUMNS, [row])


def label(word: str) -> list[Element]:
    """A printed label of the head."""
    return text(word, "Label")


def prose() -> list[Element]:
    """The plain text, then the headed parts that are filled in, numbered by Word when there are several."""
    pairs = ", ".join(f'("{heading}", {name})' for heading, name in PARTS)
    return [
        *text_block("body"),
        tag(f"for heading, lines in [{pairs}] if lines"),
        *either("loop.length > 1", "PartNumbered", "PartHeading", "{{ heading }}"),
        *text_block("lines", last="loop.last"),
        tag("endfor"),
    ]


def closing() -> list[Element]:
    """จึงเรียนมาเพื่อ…, then the signature."""
    return [*optional("closing", "Closing", "{{ closing }}"), *signature(more="opinions and not opinions[0].opinion")]


def opinions() -> list[Element]:
    """The endorsement chain: what each officer says, then name, post, and the date where there is one.

    Who says nothing signs on the page of the signature above.
    """
    return [
        tag("for step in opinions"),
        tag("for line in step.opinion"),
        paragraph("Opinion", "{{ line }}"),
        tag("endfor"),
        *signature(
            "step.",
            blank=True,
            after="{% if step.date %}\n{{ step.date|thai_date }}{% endif %}",
            more="not loop.last and not loop.nextitem.opinion",
        ),
        tag("endfor"),
    ]
