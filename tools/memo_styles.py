"""The styles of the memo template: every look on the page has a Thai name that an officer finds in Word's gallery.

Measures: the computer-typing annex of the correspondence regulation, in twips; 567 twips = 1 cm.
"""

from __future__ import annotations

from wordml import Element, Style, half_points, w

FONT = "TH SarabunPSK"
BODY_SIZE = 16
TEXT_WIDTH = 9071
"""A4 less 3 cm and 2 cm: 16 cm."""
INDENT = 1417
"""2.5 cm."""
GAP = 120
"""6 pt: one Enter with Before 6 pt, between the parts of a memo."""
SIGNING_GAP = 1085
"""Three lines of 16 pt in TH SarabunPSK (1.130 em): room for the signature."""
SIGNER_LEFT = 1928
"""The signature block starts 3.4 cm in: its axis lies 2.2 cm right of the paper's, and 12.5 cm of post fit a line."""
DATE_LABEL, DATE_VALUE = 4536, 5216
"""Where วันที่ and its value start."""
PAPER_CENTRED = -567
"""The left margin is 1 cm wider than the right: an indent of as much to the left centres a line on the paper."""
RED = "FF0000"
GREY = "7F7F7F"


def _head(id: str, name: str, text_at: int, *middle: tuple[str, int, str | None]) -> Style:
    tabs = (("left", text_at, None), *middle, ("right", TEXT_WIDTH, "dot"))
    return Style(
        id=id, name=name, based_on="HeadLine", align="thaiDistribute", left=text_at, hanging=text_at, tabs=tabs
    )


PARAGRAPH_STYLES = (
    Style(id="Normal", name="Normal", based_on=None),
    Style(id="EmblemLine", name="ตราครุฑ", keep_next=True),
    Style(id="MemoTitle", name="หัวกระดาษบันทึกข้อความ", size=29, bold=True, align="center", exact=700, keep_next=True),
    Style(id="Urgency", name="ชั้นความเร็ว", size=32, bold=True, color=RED, align="center", keep_next=True),
    Style(id="Secrecy", name="ชั้นความลับ", size=32, bold=True, color=RED, align="center", left=PAPER_CENTRED),
    Style(id="HeadLine", name="บรรทัดหัวบันทึก", keep_next=True),
    _head("AgencyLine", "บรรทัดส่วนราชการ", 1503),
    _head("NumberLine", "บรรทัดที่และวันที่", 340, ("left", DATE_LABEL, "dot"), ("left", DATE_VALUE, None)),
    _head("SubjectLine", "บรรทัดเรื่อง", 652),
    Style(id="Addressee", name="เรียน", before=GAP, left=652, hanging=652, tabs=(("left", 652, None),)),
    Style(id="Attachment", name="สิ่งที่ส่งมาด้วย", before=GAP, left=1361, hanging=1361, tabs=(("left", 1361, None),)),
    Style(
        id="AttachmentItem",
        name="สิ่งที่ส่งมาด้วย หลายรายการ",
        based_on="Attachment",
        left=1786,
        hanging=1786,
        contextual=True,
        tabs=(("left", 1361, None), ("left", 1786, None)),
    ),
    Style(id="Body", name="เนื้อความ", before=GAP, first_line=INDENT, align="thaiDistribute"),
    Style(id="BodyLast", name="เนื้อความ ย่อหน้าสุดท้าย", based_on="Body", keep_next=True),
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
    Style(id="Header", name="header", listed=False),
    Style(id="Footer", name="footer", listed=False),
    Style(id="PageNumber", name="เลขหน้า", align="center", left=PAPER_CENTRED, before=284, after=482),
    Style(id="TemplateTag", name="คำสั่งแม่แบบ (ไม่พิมพ์)", size=10, color=GREY),
)
CHARACTER_STYLES = (
    Style(id="Label", name="ป้ายกำกับ", kind="character", based_on="DefaultParagraphFont", size=20, bold=True),
)


def styles() -> Element:
    """`styles.xml`."""
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    size = half_points(BODY_SIZE)
    language = w("lang", val="th-TH", eastAsia="th-TH", bidi="th-TH")
    run = w("rPr", fonts, w("sz", val=size), w("szCs", val=size), language)
    base = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
    root = w("styles", w("docDefaults", w("rPrDefault", run), w("pPrDefault", base)))
    quiet = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    root.append(w("latentStyles", **quiet, count=376))
    root.extend(style.element(rank) for rank, style in enumerate(PARAGRAPH_STYLES))
    root.append(_hidden("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.extend(style.element(rank) for rank, style in enumerate(CHARACTER_STYLES, len(PARAGRAPH_STYLES)))
    root.append(_hidden("table", "TableNormal", "Normal Table", _table_properties(side=108)))
    root.append(_hidden("numbering", "NoList", "No List"))
    root.append(_table_style("HeadLayout", "ผังหัวบันทึก", _table_properties(side=0)))
    root.append(_table_style("DataTable", "ตารางข้อมูล", _table_properties(side=108, ruled=True)))
    return root


def _hidden(kind: str, id: str, name: str, *properties: Element) -> Element:
    head = (w("name", val=name), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", *head, *properties, type=kind, default=1, styleId=id)


def _table_style(id: str, name: str, properties: Element) -> Element:
    head = (w("name", val=name), w("basedOn", val="TableNormal"), w("uiPriority", val=99), w("qFormat"))
    return w("style", *head, properties, type="table", customStyle=1, styleId=id)


def _table_properties(*, side: int, ruled: bool = False) -> Element:
    properties = w("tblPr", w("tblInd", w=0, type="dxa"))
    if ruled:
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        properties.append(w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in edges)))
    widths = (("top", 0), ("left", side), ("bottom", 0), ("right", side))
    properties.append(w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in widths)))
    return properties
