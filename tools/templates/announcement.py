"""ประกาศ, an announcement (แบบที่ ๗), with a schedule and a page in English where there are any."""

from __future__ import annotations

from .blocks import copies, issued, lines, named, paragraphs_cell, row_tag, signature, table, tag, text_block, title
from .paper import package, stories
from .styles import COPIES, DATA_TABLE, PAPER, SIGNATURE, TEXT_WIDTH, TEXTS, TITLE, styles
from .wordml import Element, paragraph, w

COLUMNS = (
    ("period", "กรอบระยะเวลา", 1900),
    ("step", "ขั้นตอน", 2600),
    ("details", "รายละเอียด", 2771),
    ("responsible", "ผู้รับผิดชอบ", 1800),
)
"""The columns of a schedule: field, heading, width in twips where all are there."""
CLOSING, NO_CLOSING = "จึงประกาศให้ทราบโดยทั่วกัน", "ไม่พิมพ์"

STYLES = (
    *TITLE,
    "EmblemNewPage",
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
        stories=stories(secrecy=False),
    )


def head() -> list[Element]:
    """The emblem, whose announcement it is, its subject."""
    return title(named("ประกาศ", "agency"), f"เรื่อง {lines('subject')}")


def schedule() -> list[Element]:
    """The table of a schedule, without the columns that no row of it fills in; its heading row on every page."""
    widths = [width for _, _, width in COLUMNS]
    heading = w("tr", w("trPr", w("cantSplit"), w("tblHeader")))
    for name, word, width in COLUMNS:
        _column(heading, name, width, [paragraph("TableHeading", word)])
    choice = []
    for condition, style in (("if loop.last", "TableTextLast"), ("else", "TableText")):
        row = w("tr", w("trPr", w("cantSplit")))
        for name, _, width in COLUMNS:
            _column(row, name, width, paragraphs_cell(f"row.{name}", style))
        choice += [row_tag(condition, len(COLUMNS)), row]
    rows = [
        heading,
        row_tag("for row in schedule", len(COLUMNS)),
        *choice,
        row_tag("endif", len(COLUMNS)),
        row_tag("endfor", len(COLUMNS)),
    ]
    return [tag("if schedule"), paragraph("TableGap"), table(DATA_TABLE, widths, rows, TEXT_WIDTH), tag("endif")]


def _column(row: Element, name: str, width: int, content: list[Element]) -> None:
    """A cell of a column that is there where a row fills it in."""
    for statement in (f'if schedule|selectattr("{name}")|list', None, "endif"):
        if statement is None:
            row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *content))
        else:
            empty = w("tcPr", w("tcW", w=0, type="auto"))
            row.append(w("tc", empty, paragraph("TemplateTag", f"{{%tc {statement} %}}")))


def closing() -> list[Element]:
    """จึงประกาศ…, where the text has not said so itself; the date; the signature."""
    said = 'body|map("string")|list|last|default("")'
    wanted = f'closing != "{NO_CLOSING}" and (closing or schedule or not ({said}).startswith("จึงประกาศ"))'
    return [
        tag(f"if {wanted}"),
        paragraph("Closing", f'{{{{ closing or "{CLOSING}" }}}}'),
        tag("endif"),
        issued("ประกาศ ณ วันที่", "date"),
        *signature(),
    ]


def english() -> list[Element]:
    """The same in English on a page of its own, whose digits stay Arabic; nothing where there is no English text."""
    return [
        tag("if body_en"),
        *title(
            lines("title_en", "keep_digits"),
            f"{{% if subject_en %}}{lines('subject_en', 'keep_digits')}{{% endif %}}",
            emblem="EmblemNewPage",
        ),
        paragraph("TemplateTag", "{{p body_en.as_typed.with_next }}"),
        tag("if date"),
        paragraph("Issued", "Announced on {{ date|english_date }}"),
        tag("endif"),
        paragraph("Signer", "({{ signatory_en|keep_digits }})"),
        paragraph("Position", lines("position_en", "keep_digits")),
        tag("endif"),
    ]
