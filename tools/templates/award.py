"""เกียรติบัตร: one page on its side, with a border around it."""

from __future__ import annotations

from typing import Any

from .blocks import either, layout_row, lines, table, tag
from .paper import PageBorder, Sheet, package
from .styles import PLAIN_TABLE, styles
from .wordml import Element, Style, paragraph, w

SHEET = Sheet(
    width=16838,
    height=11906,
    top=850,
    right=1701,
    bottom=737,
    left=1701,
    border=PageBorder(line="double", size=18, space=24, color="B8860B"),
)
"""A4 on its side; within the border the text has 23.7 cm to stand in."""
NAVY = "1F3864"
HEAD_COLUMNS = (3718, 6000, 3718)
"""Nothing, the logo, the number."""
MIDDLE = 5150
"""The least height of the text, 9.1 cm: date and signatures stand where they do on any other, and have 6.6 cm."""
SIGNERS = {1: (13436,), 2: (6718, 6718), 3: (4478, 4480, 4478)}
LETTERS = {1: 85, 2: 42, 3: 28}
"""How many letters of a post a line has, by how many sign; vowel and tone marks count, so it has rather more."""
TEXT_LETTERS, PRIZE_LETTERS, OFFICE_LETTERS = 82, 58, 54
"""The same of lines across the page."""
MOST_LINES = 6
"""How many lines beside office, opening and name have room in the usual size; one less with the longest posts."""
MOST_POST_LINES = ((2, ""), (4, "Small"))
"""How many lines of posts have room in a size; more are in the smallest, `Tiny`."""
POST_SIZES = {"": 20, "Small": 16, "Tiny": 14}
LETTERS_SIZE = 26
"""The size, in points, in which a line just has `LETTERS`."""
NAME_SIZES = (("AwardName", 40), ("AwardName2", 50), ("AwardName3", 62))
"""The style of the name up to so many letters."""
LONGEST_NAME = "AwardName4"
"""Of a name that may take two lines."""
PREFIXES = ("", "second_", "third_")
"""What the fields of each who signs begin with."""


def _look(id: str, name: str, size: int, before: int | None = None, **more: Any) -> Style:
    return Style(id=id, name=name, size=size, before=before, align="center", **more)


STYLES = (
    "EmblemLine",
    Style(id="AwardLogo", name="ตราหน่วยงาน", align="center"),
    Style(id="AwardNumber", name="เลขที่เกียรติบัตร", align="right"),
    _look("AwardOffice", "หน่วยงานที่มอบ", 30, bold=True, color=NAVY),
    _look("AwardOfficeCompact", "หน่วยงานที่มอบ ย่อ", 22, bold=True, color=NAVY),
    _look("AwardOpening", "ข้อความนำ", 22, 60),
    _look("AwardOpeningCompact", "ข้อความนำ ย่อ", 16),
    _look("AwardName", "ชื่อผู้รับ", 40, bold=True, color=NAVY),
    _look("AwardName2", "ชื่อผู้รับ ยาว", 34, bold=True, color=NAVY),
    _look("AwardName3", "ชื่อผู้รับ ยาวมาก", 28, bold=True, color=NAVY),
    _look("AwardName4", "ชื่อผู้รับ สองบรรทัด", 25, bold=True, color=NAVY),
    _look("AwardOf", "สังกัดผู้รับ", 22),
    _look("AwardOfCompact", "สังกัดผู้รับ ย่อ", 16),
    _look("AwardPrize", "รางวัล", 26, 60, bold=True),
    _look("AwardPrizeCompact", "รางวัล ย่อ", 20, bold=True),
    _look("AwardText", "ข้อความเกียรติบัตร", 22, 60),
    _look("AwardTextCompact", "ข้อความเกียรติบัตร ย่อ", 16),
    _look("AwardDate", "วันที่ให้ไว้", 20, 100),
    _look("AwardSigner", "ผู้ลงนามเกียรติบัตร", 20, 1000),
    _look("AwardPost", "ตำแหน่งผู้ลงนามเกียรติบัตร", 20),
    _look("AwardSignerSmall", "ผู้ลงนามเกียรติบัตร เล็ก", 16, 720),
    _look("AwardPostSmall", "ตำแหน่งผู้ลงนามเกียรติบัตร เล็ก", 16),
    _look("AwardSignerTiny", "ผู้ลงนามเกียรติบัตร เล็กที่สุด", 14, 560),
    _look("AwardPostTiny", "ตำแหน่งผู้ลงนามเกียรติบัตร เล็กที่สุด", 14),
    Style(id="AwardEnd", name="ท้ายเกียรติบัตร", exact=20),
    "TemplateTag",
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        [*measured(), face(), *given(), *signers(), paragraph("AwardEnd")],
        styles(STYLES, (PLAIN_TABLE,)),
        title="เกียรติบัตร {{ recipient }}",
        creator="{{ agency }}",
        subject="เกียรติบัตร",
        sheet=SHEET,
        stories={},
    )


def measured() -> list[Element]:
    """`compact`: whether the text has more lines than have room in the usual size; `posts`: how many lines the longest
    post has.
    """
    most, (posts, _) = MOST_LINES, MOST_POST_LINES[-1]
    one, two, three = (LETTERS[count] for count in (1, 2, 3))
    beside = (
        f"agency|length // {OFFICE_LETTERS} + opening|length // {TEXT_LETTERS}",
        f"(1 if recipient|length > {NAME_SIZES[-1][1]} else 0)",
        f"2 * ({split('recipient')}|length - 1)",
        f"(award|length // {PRIZE_LETTERS} + 1 if award else 0)",
        f"(blessing|length // {TEXT_LETTERS} + 1 if blessing else 0)",
    )
    counted: list[Element] = []
    for field in ("affiliation", "text"):
        counted += [
            tag(f"for line in {split(field)} if line"),
            tag(f"set lines.said = lines.said + 1 + line|length // {TEXT_LETTERS}"),
            tag("endfor"),
        ]
    return [
        tag("set lines = namespace(said=0)"),
        *counted,
        tag(f"set letters = {three} if third_signatory else {two} if second_signatory else {one}"),
        tag(f"set posts = [{', '.join(map(lines_of_post, PREFIXES))}]|max"),
        tag(f"set compact = lines.said + {' + '.join(beside)} > ({most} if posts <= {posts} else {most - 1})"),
    ]


def split(field: str) -> str:
    """The lines of a text."""
    return f'({field}|string).split("\\n")'


def lines_of_post(prefix: str) -> str:
    """About how many lines a post takes, whom its holder acts for with it."""
    position, acting, owner = (f"{prefix}{name}" for name in ("position", "acting", "acting_for"))
    own = f"({position}|join|length + {acting}|length) // letters + {position}|length"
    return f"({own} + ({owner}|length // letters + 1 if {acting} else 0))"


def face() -> Element:
    """The logo with the number beside it; who gives, to whom, what for."""
    corner = "{% if number %}เลขที่ {{ number }}{% endif %}"
    marks = (("EmblemLine", ""), ("AwardLogo", "{{ logo }}"), ("AwardNumber", corner))
    opening = '{{ opening or "มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า" }}'
    told = [
        *sized("AwardOffice", "{{ agency }}"),
        *sized("AwardOpening", opening),
        *name(),
        *said("affiliation", "AwardOf"),
        *said("award", "AwardPrize"),
        *said("text", "AwardText"),
        *said("blessing", "AwardText"),
    ]
    columns = len(HEAD_COLUMNS)
    whole = w("tcPr", w("tcW", w=SHEET.text_width, type="dxa"), w("gridSpan", val=columns), w("vAlign", val="center"))
    height = w("trHeight", val=MIDDLE, hRule="atLeast")
    middle = w("tr", w("trPr", w("cantSplit"), height), w("tc", whole, *told))
    head = layout_row(HEAD_COLUMNS, ([paragraph(style, content)] for style, content in marks))
    return table(PLAIN_TABLE, HEAD_COLUMNS, [head, middle], SHEET.text_width)


def name() -> list[Element]:
    """The name, smaller the longer it is."""
    longest = f'{split("recipient")}|map("length")|max'
    made = [tag(f"if compact and {split('recipient')}|length > 1"), paragraph(LONGEST_NAME, "{{ recipient }}")]
    for style, most in NAME_SIZES:
        made += [tag(f"elif {longest} <= {most}"), paragraph(style, "{{ recipient }}")]
    return [*made, tag("else"), paragraph(LONGEST_NAME, "{{ recipient }}"), tag("endif")]


def given() -> list[Element]:
    """The day; without one the room that it would take."""
    day = '{% if date %}ให้ไว้ ณ วันที่ {{ date|thai_date("official") }}{% endif %}'
    return [paragraph("AwardDate", day)]


def said(field: str, style: str) -> list[Element]:
    """What `field` says, where it says something."""
    return [tag(f"if {field}"), *sized(style, f"{{{{ {field} }}}}"), tag("endif")]


def sized(style: str, content: str) -> list[Element]:
    """`content` in a style, or in the same made compact."""
    return either("compact", f"{style}Compact", style, content)


def signers() -> list[Element]:
    """One, two or three names and posts side by side."""
    made = []
    for count, condition in ((3, "if third_signatory"), (2, "elif second_signatory"), (1, "else")):
        cells = (signer(prefix) for prefix in PREFIXES[:count])
        widths = SIGNERS[count]
        made += [tag(condition), table(PLAIN_TABLE, widths, [layout_row(widths, cells)], sum(widths))]
    return [*made, tag("endif")]


def signer(prefix: str) -> list[Element]:
    """A name in brackets with room above it to sign, and the post under it, smaller the longer the posts are."""
    made = []
    for place, (most, size) in enumerate(MOST_POST_LINES):
        made += [tag(f"{'elif' if place else 'if'} posts <= {most}"), *signed(prefix, size)]
    return [*made, tag("else"), *signed(prefix, "Tiny"), tag("endif")]


def signed(prefix: str, size: str) -> list[Element]:
    """The same in one size."""
    name_of = f"({{{{ {prefix}signatory }}}})"
    return [paragraph(f"AwardSigner{size}", name_of), paragraph(f"AwardPost{size}", post_in(prefix, POST_SIZES[size]))]


def post_in(prefix: str, points: int) -> str:
    """The lines of a post, the acting word, and whom its holder acts for; the word never breaks."""
    position, acting, owner = (f"{prefix}{name}" for name in ("position", "acting", "acting_for"))
    letters = f"letters * {LETTERS_SIZE} // {points}"
    long = f"{position}|last|string|length + {acting}|length > {letters}"
    apart = f"{{% if {long} %}}\n{{% else %}} {{% endif %}}"
    word = f"{{% if {position} %}}{apart}{{% endif %}}{{{{ {acting} }}}}"
    return f"{lines(position)}{{% if {acting} %}}{word}\n{{{{ {owner} }}}}{{% endif %}}"
