"""What stands around the text of an annual report: covers, foreword, contents, who made it."""

from __future__ import annotations

from .blocks import layout_row, lines, optional, row_tag, table, tag
from .contents import captions, contents
from .report_tables import FIGURE, TABLE, columns
from .styles import PLAIN_TABLE, TEXT_WIDTH
from .wordml import Element, paragraph, w

COVER_ROWS = (5200, 5000, 3000)
"""The heights of a cover's three parts, in twips: emblem and title, picture, office."""


def cover() -> list[Element]:
    """Emblem and title above, a picture in the middle, the office and its parents below."""
    emblem = "{% if mark %}{{ mark|picture(height=3) }}{% else %}{{ logo }}{% endif %}"
    parts = (
        ("top", [paragraph("CoverEmblem", emblem), paragraph("CoverTitle", lines("report_title"))]),
        ("center", [paragraph("CoverPicture", "{{ cover_picture|picture(width=14, height=8.5) }}")]),
        ("bottom", [paragraph("CoverOffice", "{{ name }}"), paragraph("CoverParent", lines("parents")), *own_lines()]),
    )
    rows = []
    for height, (valign, content) in zip(COVER_ROWS, parts, strict=True):
        cell = w("tc", w("tcPr", w("tcW", w=TEXT_WIDTH, type="dxa"), w("vAlign", val=valign)), *content)
        rows.append(w("tr", w("trPr", w("trHeight", val=height, hRule="atLeast")), cell))
    return [table(PLAIN_TABLE, [TEXT_WIDTH], rows)]


def own_lines() -> list[Element]:
    """The office's own words on a cover."""
    return [tag("for one in part.texts"), paragraph("BackContact", "{{ one.text|string }}"), tag("endfor")]


def foreword() -> list[Element]:
    """What the report is for, and who signs it: the director, else the office."""
    dated = "{% if date %}\n{{ date|thai_date }}{% endif %}"
    return [
        paragraph("FrontHeading", "{{ part.title }}"),
        tag("for line in foreword or narrative.foreword"),
        paragraph("BodyLast", "{{ line }}"),
        tag("endfor"),
        tag("if director"),
        paragraph("Signer", "({{ director }})"),
        paragraph("Position", f"{lines('position')}{dated}"),
        tag("else"),
        paragraph("Signer", f"{{{{ name }}}}{dated}"),
        tag("endif"),
    ]


def contents_of(kind: str) -> list[Element]:
    """The table of contents, which begins a page; that of tables, or of figures."""
    if kind == "contents":
        return contents("{{ part.title }}", heading="ContentsTitle")
    return contents("{{ part.title }}", captions(TABLE if kind == "tables" else FIGURE))


def editors() -> list[Element]:
    """Who made the report, group by group; without roles, without their column."""
    made: list[Element] = [
        tag("for group in editor_groups"),
        tag("if group.title"),
        paragraph("EditorGroup", "{{ group.title }}"),
        tag("endif"),
    ]
    for condition, names, shares in (
        ("if group.has_roles", ("person", "position", "role"), (0.8, 4.2, 5, 3.6)),
        ("else", ("person", "position"), (0.8, 4.6, 8.2)),
    ):
        widths = columns(*shares)
        texts = ("{{ loop.index }}.", *(f"{{{{ one.{name} }}}}" for name in names))
        people = layout_row(widths, [[paragraph("EditorText", text)] for text in texts])
        rows = [row_tag("for one in group.rows", len(widths)), people, row_tag("endfor", len(widths))]
        made += [tag(condition), table(PLAIN_TABLE, widths, rows)]
    return [*made, tag("endif"), paragraph("TableGap"), tag("endfor")]


def back_cover() -> list[Element]:
    """The office and how to reach it."""
    contact = [
        paragraph("CoverOffice", "{{ name }}"),
        paragraph("BackContact", lines("address")),
        *optional("phone", "BackContact", "โทรศัพท์ {{ phone|phone }}"),
        *optional("website", "BackContact", "{{ website }}"),
        *own_lines(),
    ]
    emblem = "{% if mark %}{{ mark|picture(height=3) }}{% else %}{{ logo }}{% endif %}"
    inside = [paragraph("CoverEmblem", emblem), *contact]
    cell = w("tc", w("tcPr", w("tcW", w=TEXT_WIDTH, type="dxa"), w("vAlign", val="center")), *inside)
    height = w("trPr", w("trHeight", val=sum(COVER_ROWS), hRule="atLeast"))
    return [table(PLAIN_TABLE, [TEXT_WIDTH], [w("tr", height, cell)])]
