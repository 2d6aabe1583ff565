"""ประกาศ, an announcement (แบบที่ ๗), with a schedule and a page in English where there are any."""

from __future__ import annotations

from collections.abc import Callable

from .blocks import copies, issued, lines, named, paragraphs_cell, row_tag, signature, table, tag, text_block, title
from .paper import Look, package, section_end, stories
from .styles import COPIES, DATA_TABLE, PAPER, SIGNATURE, TEXTS, TITLE, styles
from .wordml import Element, paragraph, w

WIDTHS = (2665, 2439, 2267, 1700)
"""The columns of a schedule where all are there: period, step, details, who is responsible."""
CELLS = (
    ("timed", "กรอบระยะเวลา", "period", 1),
    *(
        (f"{left} and {right}", "ขั้นตอน", "step", over + extra)
        for left, extra in (("timed", 0), ("not timed", 1))
        for right, over in (
            ("detailed", 1),
            ("not detailed and assigned", 2),
            ("not detailed and not assigned", 3),
        )
    ),
    ("detailed and assigned", "รายละเอียด", "details", 1),
    ("detailed and not assigned", "รายละเอียด", "details", 2),
    ("assigned", "ผู้รับผิดชอบ", "responsible", 1),
)
"""Where a cell is there, its heading, its field, and how many columns it has: the room of those that are left out goes
to the step, or to the details on their left.
"""
CLOSING, NO_CLOSING = "จึงประกาศให้ทราบโดยทั่วกัน", "ไม่พิมพ์"

STYLES = (
    *TITLE,
    *(*TEXTS, "TableTextLast", "Closing", "Issued", *SIGNATURE, *COPIES, *PAPER),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*head(), *text_block("body"), *schedule(), *closing(), *english(), *copies()],
        styles(STYLES, (DATA_TABLE,)),
        title="{{ subject|join(' ') }}",
        creator="{{ agency }}",
        subject="ประกาศ",
        stories=stories(secrecy=False, english="body_en"),
        start=1,
        others={"thai": Look(stories=stories(secrecy=False))},
    )


def head() -> list[Element]:
    """The emblem, whose announcement it is, its subject."""
    return title(named("ประกาศ", "agency"), f"เรื่อง {lines('subject')}")


def schedule() -> list[Element]:
    """The table of a schedule, without the columns that no row of it fills in; its heading row on every page."""
    found = (("timed", "period"), ("detailed", "details"), ("assigned", "responsible"))
    heading = _row(lambda heading, _: [paragraph("TableHeading", heading)], header=True)
    last, other = (
        _row(lambda _, name, style=style: paragraphs_cell(f"row.{name}", style))
        for style in ("TableTextLast", "TableText")
    )
    rows = (
        *(heading, row_tag("for row in schedule", 4), row_tag("if loop.last", 4), last),
        *(row_tag("else", 4), other, row_tag("endif", 4), row_tag("endfor", 4)),
    )
    return [
        tag("if schedule"),
        *(tag(f'set {name} = schedule|selectattr("{field}")|list') for name, field in found),
        paragraph("TableGap"),
        table(DATA_TABLE, WIDTHS, rows),
        tag("endif"),
    ]


def _row(content: Callable[[str, str], list[Element]], *, header: bool = False) -> Element:
    """A row of the schedule that no page divides; content: what stands in a cell, of its heading and field."""
    row = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if header else [])))
    starts = {"period": 0, "step": 1, "details": 2, "responsible": 3}
    for condition, word, name, columns in CELLS:
        start = 0 if condition.startswith("not timed") else starts[name]
        width = w("tcW", w=sum(WIDTHS[start : start + columns]), type="dxa")
        spanned = [w("gridSpan", val=columns)] if columns > 1 else []
        cells = (
            ([w("tcW", w=0, type="auto")], [paragraph("TemplateTag", f"{{%tc if {condition} %}}")]),
            ([width, *spanned], content(word, name)),
            ([w("tcW", w=0, type="auto")], [paragraph("TemplateTag", "{%tc endif %}")]),
        )
        row.extend(w("tc", w("tcPr", *properties), *inside) for properties, inside in cells)
    return row


def closing() -> list[Element]:
    """จึงประกาศ…, where the text has not said so itself; the date; the signature."""
    said = 'body|map("string")|list|last|default("")'
    name, post = signature()
    wanted = f'closing != "{NO_CLOSING}" and (closing or schedule or not ({said}).startswith("จึงประกาศ"))'
    return [
        tag(f"if {wanted}"),
        paragraph("Closing", f'{{{{ closing or "{CLOSING}" }}}}'),
        tag("endif"),
        issued("ประกาศ ณ วันที่", "date"),
        name,
        tag("if body_en"),
        section_end(post, "thai"),
        tag("else"),
        post,
        tag("endif"),
    ]


def english() -> list[Element]:
    """The same in English in a section of its own, whose digits stay Arabic; nothing where there is no English text."""
    return [
        tag("if body_en"),
        *title(
            lines("title_en", "keep_digits"),
            f"{{% if subject_en %}}{lines('subject_en', 'keep_digits')}{{% endif %}}",
        ),
        paragraph("TemplateTag", "{{p body_en.as_typed.with_next }}"),
        tag("if date"),
        paragraph("Issued", "Announced on {{ date|english_date }}"),
        tag("endif"),
        paragraph("Signer", "({{ signatory_en|keep_digits }})"),
        paragraph("Position", lines("position_en", "keep_digits")),
        tag("endif"),
    ]
