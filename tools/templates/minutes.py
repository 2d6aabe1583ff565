"""รายงานการประชุม, the regulation's report of a meeting (แบบที่ ๑๑)."""

from __future__ import annotations

from typing import Any

from .blocks import copies, either, layout_row, row_tag, signature, table, tag, text_block
from .paper import Sheet, numbering, package, stories
from .styles import COPIES, DATA_TABLE, GAP, INDENT, PAPER, PLAIN_TABLE, SIGNATURE, TEXTS, styles
from .wordml import Element, Style, paragraph, text

SHEET = Sheet(top=1417)
"""Paper without an emblem: 2.5 cm above the text."""
ABSENT, JOINING = "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม"
ATTENDANCE = (
    ("ผู้มาประชุม", f'rejectattr("status", "in", ["{ABSENT}", "{JOINING}"])'),
    (ABSENT, f'selectattr("status", "equalto", "{ABSENT}")'),
    (JOINING, f'selectattr("status", "equalto", "{JOINING}")'),
)
"""Heading of each list, and the filter for its people; who has no status came."""
COLUMNS = (567, 2722, 3628, 2154)
"""Number, name, post, part in the meeting."""
AGENDA = (
    "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
    "เรื่องรับรองรายงานการประชุม",
    "เรื่องที่เสนอให้ที่ประชุมทราบ",
    "เรื่องที่เสนอให้ที่ประชุมพิจารณา",
    "เรื่องอื่น ๆ",
)
"""What the items of an agenda are called where nobody says."""
RESOLUTION = "มติที่ประชุม"
RESOLUTION_TEXT = INDENT + 1304
"""Where a resolution starts, after its label."""

_KEPT: dict[str, Any] = {"keep_next": True, "keep_lines": True}
_HEAD: dict[str, Any] = {"align": "center", **_KEPT}
STYLES = (
    Style(id="MinutesTitle", name="ชื่อรายงานการประชุม", bold=True, **_HEAD),
    Style(id="MinutesHead", name="ครั้งที่ วันที่ สถานที่ประชุม", **_HEAD),
    Style(id="ListHeading", name="หัวรายชื่อ", bold=True, before=2 * GAP, keep_next=True),
    Style(id="ListNumber", name="เลขในรายชื่อ"),
    Style(id="ListText", name="ข้อความในรายชื่อ", right=57),
    Style(id="MeetingTime", name="เวลาเริ่มประชุม เวลาเลิกประชุม", before=2 * GAP, keep_next=True),
    Style(
        id="AgendaHeading",
        name="หัวระเบียบวาระ",
        next="Body",
        bold=True,
        before=2 * GAP,
        keep_next=True,
        keep_lines=True,
    ),
    Style(id="AgendaNumbered", name="หัวระเบียบวาระ มีเลข", based_on="AgendaHeading", next="Body", list=1, **_KEPT),
    Style(
        id="ItemNumbered",
        name="หัวเรื่องในวาระ มีเลข",
        based_on="PartHeading",
        next="Body",
        first_line=INDENT,
        list=2,
        **_KEPT,
    ),
    *TEXTS,
    Style(
        id="Resolution",
        name="มติที่ประชุม",
        before=GAP,
        left=RESOLUTION_TEXT,
        hanging=RESOLUTION_TEXT - INDENT,
        align="thaiDistribute",
        tabs=(("left", RESOLUTION_TEXT, None),),
    ),
    Style(id="ResolutionMore", name="มติที่ประชุม บรรทัดถัดไป", based_on="Resolution", before=0, hanging=0),
    Style(id="ResolutionLast", name="มติที่ประชุม เรื่องสุดท้าย", based_on="Resolution", keep_next=True),
    Style(id="ResolutionMoreLast", name="มติที่ประชุม บรรทัดสุดท้าย", based_on="ResolutionMore", keep_next=True),
    *SIGNATURE,
    "PositionKept",
    *(*COPIES, *PAPER),
    Style(id="ResolutionLabel", name="คำว่ามติที่ประชุม", kind="character", based_on="DefaultParagraphFont", bold=True),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*head(), *attendance(), *opening(), *agenda(), *closing(), *copies()],
        styles(STYLES, (PLAIN_TABLE, DATA_TABLE)),
        title="รายงานการประชุม {{ body|replace('\\n', ' ') }}",
        creator="{{ recorder_signatory|string }}",
        subject="รายงานการประชุม",
        sheet=SHEET,
        stories=stories(secrecy=False),
        numbering=numbering(["ระเบียบวาระที่ %1", "%1.%2"]),
    )


def without(word: str, name: str) -> str:
    """The value of `name`, from which a label that was typed before it is taken off."""
    return f'{{{{ {name}[{len(word)}:]|trim if {name}[:{len(word)}] == "{word}" else {name} }}}}'


def head() -> list[Element]:
    """What met, for the how manieth time, when and where."""
    return [
        paragraph("MinutesTitle", f"รายงานการประชุม{without('รายงานการประชุม', 'body')}"),
        tag("if number"),
        paragraph("MinutesTitle", "ครั้งที่ {{ number }}"),
        tag("endif"),
        paragraph("MinutesHead", "เมื่อวันที่ {{ date|thai_date }} เวลา {{ start|thai_time }}"),
        paragraph("MinutesHead", f"ณ {without('ณ ', 'place')}"),
    ]


def attendance() -> list[Element]:
    """Who came, who did not and why, who took part besides; each list with its heading where it has anybody."""
    made: list[Element] = []
    for heading, people in ATTENDANCE:
        made += [
            tag(f"set people = attendees|{people}|list"),
            tag("if people"),
            paragraph("ListHeading", heading),
            people_table(),
            tag("endif"),
        ]
    return made


def people_table() -> Element:
    """The people of a list under each other, numbered."""
    standing_in = without("แทน", "person.stands_in_for")
    part = "{{ person.role }}{% if person.reason %}{% if person.role %}\n{% endif %}{{ person.reason }}{% endif %}"
    post_held = (
        "{{ person.position }}{% if person.stands_in_for %}{% if person.position %}\n{% endif %}"
        f"แทน {standing_in}{{% endif %}}"
    )
    row = layout_row(
        COLUMNS,
        (
            [paragraph("ListNumber", "{{ loop.index }}.")],
            *([paragraph("ListText", content)] for content in ("{{ person.person }}", post_held, part)),
        ),
    )
    columns = len(COLUMNS)
    return table(PLAIN_TABLE, COLUMNS, [row_tag("for person in people", columns), row, row_tag("endfor", columns)])


def opening() -> list[Element]:
    """When it began, and what was said before the agenda; where there is no agenda that is the whole text."""
    return [paragraph("MeetingTime", "เริ่มประชุมเวลา {{ start|thai_time }}"), *text_block("opening", "not agenda")]


def agenda() -> list[Element]:
    """The matters of each item of the agenda, items in order of their number.

    Word counts the items as long as they are 1, 2, 3 …; from the first that is missing on they have the numbers typed.
    Matters are counted where an item has several.
    """
    named = f"({list(AGENDA)}[number - 1] if number <= {len(AGENDA)} else '')".replace("'", '"')
    return [
        tag('for number in agenda|map(attribute="number")|unique|sort'),
        tag('set matters = agenda|selectattr("number", "equalto", number)|list'),
        tag('set titled = matters|selectattr("title")|list'),
        tag(f"set title = titled[0].title if titled else {named}"),
        tag("set counted = loop.index == number"),
        tag("set last = loop.last"),
        tag('set several = matters|selectattr("item")|list|length > 1'),
        tag("set place = namespace(of=0)"),
        tag("if counted"),
        paragraph("AgendaNumbered", " {{ title }}"),
        tag("else"),
        paragraph("AgendaHeading", "ระเบียบวาระที่ {{ number }}  {{ title }}"),
        tag("endif"),
        tag("for matter in matters"),
        *matter(),
        tag("endfor"),
        tag("endfor"),
    ]


def matter() -> list[Element]:
    """A matter: its heading, what was said, what was resolved."""
    typed = "{% if several %}{{ number }}.{{ place.of }} {% endif %}{{ matter.item }}"
    return [
        tag("if matter.item"),
        tag("set place.of = place.of + 1"),
        tag("if several and counted"),
        paragraph("ItemNumbered", "{{ matter.item }}"),
        tag("else"),
        paragraph("PartHeading", typed),
        tag("endif"),
        tag("endif"),
        *text_block("matter.text", "matter.resolution or last and loop.last"),
        tag("set ends = last and loop.last"),
        tag("for line in matter.resolution"),
        tag("if loop.first and ends"),
        resolution("ResolutionLast"),
        tag("elif loop.first"),
        resolution("Resolution"),
        tag("else"),
        *either("ends", "ResolutionMoreLast", "ResolutionMore"),
        tag("endif"),
        tag("endfor"),
    ]


def resolution(style: str) -> Element:
    """The first line of a resolution, after its label."""
    return paragraph(style, text(RESOLUTION, "ResolutionLabel"), f"\t{without(RESOLUTION, 'line')}")


def closing() -> list[Element]:
    """When it ended; who took the minutes, and who checked them where there is such a one."""
    return [
        paragraph("MeetingTime", "เลิกประชุมเวลา {{ end|thai_time }}"),
        *signature("recorder_", after=capacity("recorder_", "ผู้จดรายงานการประชุม"), more="checker_signatory"),
        tag("if checker_signatory"),
        *signature("checker_", after=capacity("checker_", "ผู้ตรวจรายงานการประชุม")),
        tag("endif"),
    ]


def capacity(prefix: str, word: str) -> str:
    """What somebody signs as, under the post where there is one."""
    return f"{{% if {prefix}position or {prefix}acting %}}\n{{% endif %}}{word}"
