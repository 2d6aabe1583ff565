"""The styles that kinds share: every look on a page has a Thai name that an officer finds in Word's gallery.

Measures: the computer-typing annex of the correspondence regulation, in twips; 567 twips = 1 cm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .wordml import Element, Style, half_points, w

FONT = "TH SarabunPSK"
BODY_SIZE = 16
TEXT_WIDTH = 9071
"""A4 less 3 cm and 2 cm: 16 cm."""
INDENT = 1417
"""2.5 cm."""
CLAUSE_INDENTS = (1417, 1984, 2551, 2948, 3345, 3742, 4139, 4535, 4932)
"""Where the clauses of each depth begin: 2.5, 3.5, 4.5 cm, then 0.7 cm deeper each time; what follows begins at the
margin, so that the ninth still has 7.3 cm for its first line."""
GAP = 120
"""6 pt: one Enter with Before 6 pt, between the parts of a text."""
BODY_LINE = 362
"""A line of 16 pt in TH SarabunPSK (1.130 em)."""
SIGNING_GAP = 3 * BODY_LINE - 1
"""Three lines: room for the signature."""
SIGNER_LEFT = 1928
"""The signature block starts 3.4 cm in: its axis lies 2.2 cm right of the paper's, and 12.5 cm of post fit a line."""
PAPER_CENTRED = -567
"""The left margin is 1 cm wider than the right: an indent of as much to the left centres a line on the paper, as does
one of as much from the right, which keeps several lines within the margins."""
TITLE_RULE = 2551
"""4.5 cm: the rule under the heading of an order or announcement."""
RED = "FF0000"
GREY = "7F7F7F"
BLACK = "000000"
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"


def labelled(id: str, name: str, text_at: int) -> Style:
    """A label at the margin and its text at `text_at`, where what follows begins too."""
    return Style(id=id, name=name, before=GAP, left=text_at, hanging=text_at, tabs=(("left", text_at, None),))


def numbered(id: str, name: str, number_at: int) -> Style:
    """One of several items behind a label: its number at `number_at`, its text 0.75 cm further."""
    text_at = number_at + 425
    tabs = (("left", number_at, None), ("left", text_at, None))
    return Style(id=f"{id}Item", name=name, based_on=id, left=text_at, hanging=text_at, contextual=True, tabs=tabs)


_SHARED = (
    Style(id="Normal", name="Normal", based_on=None),
    Style(id="EmblemLine", name="ตราครุฑ", keep_next=True),
    Style(id="EmblemCentred", name="ตราครุฑ กลางหน้ากระดาษ", align="center", left=PAPER_CENTRED, keep_next=True),
    Style(
        id="DocumentTitle",
        name="ชื่อเอกสาร",
        bold=True,
        align="center",
        right=-PAPER_CENTRED,
        keep_next=True,
        keep_lines=True,
    ),
    Style(
        id="TitleRule",
        name="เส้นคั่นใต้ชื่อเอกสาร",
        exact=GAP,
        left=(TEXT_WIDTH + PAPER_CENTRED - TITLE_RULE) // 2,
        right=(TEXT_WIDTH - PAPER_CENTRED - TITLE_RULE) // 2,
        after=GAP,
        ruled=True,
        keep_next=True,
    ),
    Style(
        id="Issued",
        name="สั่ง/ประกาศ ณ วันที่",
        align="center",
        left=SIGNER_LEFT,
        before=2 * GAP,
        keep_next=True,
        keep_lines=True,
    ),
    Style(id="Urgency", name="ชั้นความเร็ว", size=32, bold=True, color=RED, align="center", keep_next=True),
    Style(id="Secrecy", name="ชั้นความลับ", size=32, bold=True, color=RED, align="center", left=PAPER_CENTRED),
    Style(id="CopyMark", name="คำว่าสำเนา", align="center", left=PAPER_CENTRED),
    labelled("Addressee", "เรียน", 652),
    labelled("Attachment", "สิ่งที่ส่งมาด้วย", 1361),
    numbered("Attachment", "สิ่งที่ส่งมาด้วย หลายรายการ", 1361),
    Style(id="Body", name="เนื้อความ", before=GAP, first_line=INDENT, align="thaiDistribute"),
    Style(id="BodyLast", name="เนื้อความ ย่อหน้าสุดท้าย", based_on="Body", keep_next=True),
    *(
        Style(id=f"Clause{depth}", name=f"ข้อ ระดับ {THAI_DIGITS[depth]}", based_on="Body", first_line=indent)
        for depth, indent in enumerate(CLAUSE_INDENTS, 1)
    ),
    Style(
        id="PartHeading",
        name="หัวข้อ",
        next="Body",
        bold=True,
        before=GAP,
        first_line=INDENT,
        keep_next=True,
        keep_lines=True,
    ),
    Style(
        id="Heading1",
        name="heading 1",
        next="Body",
        size=18,
        bold=True,
        align="center",
        after=GAP,
        keep_next=True,
        keep_lines=True,
        outline=1,
    ),
    Style(
        id="Heading2",
        name="heading 2",
        based_on="Heading1",
        next="Body",
        size=16,
        align="left",
        before=GAP,
        after=0,
        outline=2,
    ),
    Style(id="Heading3", name="heading 3", based_on="Heading2", next="Body", first_line=INDENT, outline=3),
    Style(
        id="TOCHeading",
        name="TOC Heading",
        next="TOC1",
        size=18,
        bold=True,
        align="center",
        before=GAP,
        after=GAP,
        keep_next=True,
        keep_lines=True,
    ),
    # no indent on the right: LibreOffice before 7.6 would not print page numbers that stand beyond it
    *(
        Style(
            id=f"TOC{level}",
            name=f"toc {level}",
            listed=False,
            left=start + hanging,
            hanging=hanging,
            tabs=(("right", TEXT_WIDTH, "dot"),),
        )
        for level, (start, hanging) in enumerate(((0, 284), (567, 284), (1134, 284)), 1)
    ),
    Style(
        id="TableofFigures",
        name="table of figures",
        listed=False,
        left=1247,
        hanging=1247,
        tabs=(("right", TEXT_WIDTH, "dot"),),
    ),
    Style(id="ContentsEnd", name="ท้ายสารบัญ", exact=GAP),
    Style(id="Picture", name="รูปภาพ", before=GAP, align="center"),
    Style(id="Caption", name="คำบรรยายภาพ", align="center"),
    Style(id="TableGap", name="ช่องว่างก่อนตาราง", exact=GAP, keep_next=True),
    Style(id="TableHeading", name="หัวตาราง", bold=True, align="center", keep_next=True),
    Style(id="TableText", name="ข้อความในตาราง"),
    Style(id="TableTextLast", name="ข้อความในตาราง แถวสุดท้าย", based_on="TableText", keep_next=True),
    Style(id="Closing", name="ลงท้าย", based_on="Body", keep_next=True, keep_lines=True),
    Style(
        id="Signer",
        name="ลายเซ็น ชื่อ",
        next="Position",
        align="center",
        left=SIGNER_LEFT,
        before=SIGNING_GAP,
        keep_next=True,
        keep_lines=True,
    ),
    Style(id="Position", name="ลายเซ็น ตำแหน่ง", align="center", left=SIGNER_LEFT, keep_lines=True),
    Style(id="PositionKept", name="ลายเซ็น ตำแหน่ง มีลายเซ็นต่อ", based_on="Position", keep_next=True),
    Style(id="SignerCell", name="ลายเซ็น ชื่อ ในตาราง", based_on="Signer", next="PositionCell", left=0),
    Style(id="PositionCell", name="ลายเซ็น ตำแหน่ง ในตาราง", based_on="Position", left=0),
    Style(
        id="CopyCertified",
        name="สำเนาถูกต้อง",
        next="Signer",
        align="center",
        left=SIGNER_LEFT,
        before=4 * GAP,
        keep_next=True,
        keep_lines=True,
    ),
    Style(
        id="CopyInitials",
        name="ผู้ร่าง ผู้พิมพ์ ผู้ตรวจ",
        left=5953,
        before=4 * GAP,
        exact=480,
        keep_lines=True,
        tabs=(("left", 8220, "dot"),),
    ),
    Style(id="Header", name="header", listed=False),
    Style(id="Footer", name="footer", listed=False),
    Style(id="PageNumber", name="เลขหน้า", align="center", left=PAPER_CENTRED, before=284, after=482),
    Style(id="TemplateTag", name="คำสั่งแม่แบบ (ไม่พิมพ์)", size=10, color=GREY),
    Style(id="Label", name="ป้ายกำกับ", kind="character", based_on="DefaultParagraphFont", size=20, bold=True),
    Style(
        id="CopyWord",
        name="คำว่าสำเนา ข้างชั้นความลับ",
        kind="character",
        based_on="DefaultParagraphFont",
        size=BODY_SIZE,
        color=BLACK,
    ),
)
SHARED = {style.id: style for style in _SHARED}
CLAUSES = ("Body", *(f"Clause{depth}" for depth in range(1, len(CLAUSE_INDENTS) + 1)))
TEXTS = (*CLAUSES, "PartHeading", "Picture", "Caption", "TableGap", "TableHeading", "TableText")
"""What a field of type `structured` is shown in, beside the table style `DATA_TABLE`."""
SIGNATURE = ("Signer", "Position")
SIGNATURE_CELLS = ("SignerCell", "PositionCell")
"""For signatures side by side, beside `SIGNATURE`."""
COPIES = ("CopyMark", "CopyCertified", "CopyInitials")
"""What `blocks.copies` needs beside `SIGNATURE`."""
HEADINGS = ("Heading1", "Heading2", "Heading3")
CONTENTS = ("TOCHeading", "TOC1", "TOC2", "TOC3", "TableofFigures", "ContentsEnd")
"""What `contents.contents` needs."""
TITLE = ("EmblemCentred", "DocumentTitle", "TitleRule")
"""What `blocks.title` needs."""
PAPER = ("Header", "Footer", "PageNumber", "TemplateTag")
"""What heads, feet and control tags need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """A table's look. side: room at both sides of a cell, left: from the margin, in twips; ruled: with lines around
    every cell.
    """

    id: str
    name: str
    side: int = 0
    left: int = 0
    ruled: bool = False


PLAIN_TABLE = TableStyle(id="PlainLayout", name="ผังไม่มีเส้น")
DATA_TABLE = TableStyle(id="DataTable", name="ตารางข้อมูล", side=108, ruled=True)


def styles(chosen: Iterable[str | Style], tables: Iterable[TableStyle] = ()) -> Element:
    """`styles.xml` of these styles, in the order of Word's gallery; a word is the id of a shared one."""
    found = [SHARED[item] if isinstance(item, str) else item for item in ("Normal", *chosen)]
    if len({style.id for style in found}) < len(found):
        raise ValueError(f"a style is chosen twice: {[style.id for style in found]}")
    paragraphs = [style for style in found if style.kind == "paragraph"]
    characters = [style for style in found if style.kind == "character"]
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    size = half_points(BODY_SIZE)
    language = w("lang", val="th-TH", eastAsia="th-TH", bidi="th-TH")
    run = w("rPr", fonts, w("sz", val=size), w("szCs", val=size), language)
    base = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    root = w("styles", w("docDefaults", w("rPrDefault", run), w("pPrDefault", base)))
    quiet = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    root.append(w("latentStyles", **quiet, count=376))
    root.extend(style.element(rank) for rank, style in enumerate(paragraphs))
    root.append(_hidden("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.extend(style.element(rank) for rank, style in enumerate(characters, len(paragraphs)))
    root.append(_hidden("table", "TableNormal", "Normal Table", _table_properties(side=108)))
    root.append(_hidden("numbering", "NoList", "No List"))
    root.extend(map(_table_style, tables))
    return root


def _hidden(kind: str, id: str, name: str, *properties: Element) -> Element:
    head = (w("name", val=name), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", *head, *properties, type=kind, default=1, styleId=id)


def _table_style(style: TableStyle) -> Element:
    head = (w("name", val=style.name), w("basedOn", val="TableNormal"), w("uiPriority", val=99), w("qFormat"))
    properties = _table_properties(side=style.side, left=style.left, ruled=style.ruled)
    return w("style", *head, properties, type="table", customStyle=1, styleId=style.id)


def _table_properties(*, side: int, left: int = 0, ruled: bool = False) -> Element:
    properties = w("tblPr", w("tblInd", w=left, type="dxa"))
    if ruled:
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        properties.append(w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in edges)))
    widths = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    properties.append(w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in widths)))
    return properties
