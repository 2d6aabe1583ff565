"""คำสั่ง, an order (แบบที่ ๔), with the committees that it appoints."""

from __future__ import annotations

from .blocks import copies, either, issued, layout_row, lines, named, row_tag, signature, table, tag, text_block, title
from .paper import numbering, package
from .styles import COPIES, DATA_TABLE, INDENT, PAPER, SIGNATURE, TEXTS, TITLE, TableStyle, styles
from .wordml import Element, Style, paragraph

NUMBER_WIDTH = 595
"""1.05 cm: a member's number, up to ๑๐.๑๐, and the gap behind it."""
MEMBER_COLUMNS = (3100, 3320, 2651)
"""Name with its number, post, role in the committee: กรรมการและผู้ช่วยเลขานุการ fits its line, as most posts do."""
MEMBERS = TableStyle(id="MemberList", name="ตารางรายชื่อกรรมการ", side=57)
APPOINTED, MEMBER, ALONE = 1, 2, 3
"""The levels of the template's list: groups, their members, members without a numbered group."""


def _member(id: str, name: str, level: int) -> Style:
    """The name of a member, with its number."""
    tabs = (("left", NUMBER_WIDTH, None),)
    return Style(id=id, name=name, list=level, left=NUMBER_WIDTH, hanging=NUMBER_WIDTH, tabs=tabs)


STYLES = (
    *TITLE,
    "Secrecy",
    *TEXTS,
    Style(id="Group", name="ชื่อคณะกรรมการ", based_on="PartHeading"),
    Style(id="GroupNumbered", name="ชื่อคณะกรรมการ มีเลข", based_on="PartHeading", list=APPOINTED),
    _member("Member", "กรรมการ มีเลขคณะ", MEMBER),
    _member("MemberAlone", "กรรมการ", ALONE),
    Style(id="MemberText", name="ตำแหน่งและหน้าที่ของกรรมการ"),
    Style(id="Duties", name="มีหน้าที่", based_on="Body", keep_next=True),
    *("Closing", "Issued", *SIGNATURE, *COPIES, *PAPER, "CopyWord"),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    hanging = {"left": NUMBER_WIDTH, "hanging": NUMBER_WIDTH}
    return package(
        [*head(), *prose(), *committees(), *text_block("ending"), *effect(), *closing(), *copies()],
        styles(STYLES, (MEMBERS, DATA_TABLE)),
        title="{{ subject|join(' ') }}",
        creator="{{ agency }}",
        subject="คำสั่ง",
        numbering=numbering(
            ["%1.", "%1.%2", "%3."],
            {APPOINTED: {"firstLine": INDENT}, MEMBER: hanging, ALONE: hanging},
        ),
    )


def head() -> list[Element]:
    """The emblem, who orders, the number, the subject; then the groups are found."""
    dots = "." * 10
    year = "{{ number.year if number and number.year else date.year + 543 if date else dots }}"
    number = f"{{% if number and number.number %}}{{{{ number }}}}{{% else %}}{dots}/{year}{{% endif %}}"
    return [
        *title(
            named("คำสั่ง", "agency"),
            f'{{% set dots = "{dots}" %}}ที่ {number}',
            f"เรื่อง {lines('subject')}",
        ),
        tag('set members = committees|grouped("group", "duties", order="order")'),
        tag('set groups = members|unique(case_sensitive=true, attribute="group")|list'),
    ]


def prose() -> list[Element]:
    """Why, and by what power."""
    return text_block("body", last="not groups and not ending")


def committees() -> list[Element]:
    """Each group: its name, numbered where there are several, its members in a list, what it has to do."""
    members = 'members|selectattr("group", "equalto", group.group)'
    return [
        tag("for group in groups"),
        tag("if group.group and groups|length > 1"),
        paragraph("GroupNumbered", "{{ group.group }}"),
        tag("elif group.group"),
        paragraph("Group", "{{ group.group }}"),
        tag("else"),
        paragraph("TableGap"),
        tag("endif"),
        tag('set last = "" if ending or group.duties or not loop.last else "last"'),
        member_table(members),
        *duties(),
        tag("endfor"),
    ]


def member_table(members: str) -> Element:
    """The members of `group`: name and number, post, role; a name or post alone has the room of both.

    The last row stays with มีหน้าที่, or with the lines before the signature.
    """
    numbered = "group.group and groups|length > 1"
    kept = "loop.last and (group.duties or last)"
    choices = (
        (f"if {kept} and {numbered}", "Member", True),
        (f"elif {kept}", "MemberAlone", True),
        (f"elif {numbered}", "Member", False),
        ("else", "MemberAlone", False),
    )
    rows = [row_tag(f"for member in {members}", 3)]
    for condition, style, held in choices:
        rows += [row_tag(condition, 3), *_member_rows(style, held)]
    return table(MEMBERS, MEMBER_COLUMNS, [*rows, row_tag("endif", 3), row_tag("endfor", 3)], width=sum(MEMBER_COLUMNS))


def _member_rows(style: str, kept: bool) -> list[Element]:
    first, post, role = MEMBER_COLUMNS
    named, posted, serving = (
        (look, f"{{{{ {content} }}}}")
        for look, content in (
            (style, "member.name"),
            ("MemberText", "member.position"),
            ("MemberText", "member.role"),
        )
    )
    alone = (style, "{{ member.name or member.position }}")
    apart = [[paragraph(*cell, kept=kept)] for cell in (named, posted, serving)]
    together = [[paragraph(*cell, kept=kept)] for cell in (alone, serving)]
    return [
        row_tag("if member.name and member.position", 3),
        layout_row(MEMBER_COLUMNS, apart),
        row_tag("else", 3),
        layout_row((first + post, role), together, spans=(2, 1)),
        row_tag("endif", 3),
    ]


def duties() -> list[Element]:
    """มีหน้าที่ and what the group has to do: one duty on the same line, several in a list of their own."""
    words = '("มีหน้าที่", "ให้มีหน้าที่", "โดยมีหน้าที่", "หน้าที่", "โดยให้มีหน้าที่")'
    said = f"(group.duties|string).startswith({words})"
    last = "loop.last and not ending"
    alone = "group.duties|length == 1 and (group.duties|first).form is none and not (group.duties|first).heading"
    return [
        tag(f"if group.duties and not ({said}) and {alone}"),
        *either(last, "Closing", "Body", "มีหน้าที่{{ group.duties|string }}"),
        tag("elif group.duties"),
        tag(f"if not ({said})"),
        paragraph("Duties", "มีหน้าที่ ดังนี้"),
        tag("endif"),
        *text_block("group.duties.as_list", last=last),
        tag("endif"),
    ]


def effect() -> list[Element]:
    """What stays as it was ordered before, and from when on the order holds: from now, where no day is given.

    A text that ends with ทั้งนี้ has said so itself.
    """
    apart = '{{ "" if (amends|string).endswith("เดิม") else " " }}'
    amended = f"นอกนั้นให้เป็นไปตาม{named('คำสั่ง', 'amends')}{apart}ทุกประการ"
    day = "{% if effective %}วันที่ {{ effective|thai_date }}{% else %}บัดนี้{% endif %}"
    until = "{% if until %}ถึงวันที่ {{ until|thai_date }}{% else %}เป็นต้นไป{% endif %}"
    space = "{% if effective %} {% endif %}"
    said = '(ending or body)|map("string")|list|last|default("")'
    return [
        tag("if amends"),
        paragraph("Closing", amended),
        tag("endif"),
        tag(f'if effective or not ({said}).startswith("ทั้งนี้")'),
        paragraph("Closing", f"ทั้งนี้ ตั้งแต่{day}{space}{until}"),
        tag("endif"),
    ]


def closing() -> list[Element]:
    """สั่ง ณ วันที่, then the signature."""
    return [issued("สั่ง ณ วันที่", "date"), *signature()]
