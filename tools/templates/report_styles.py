"""The looks of the annual reports, beside those that kinds share."""

from __future__ import annotations

from dataclasses import replace

from .styles import CLAUSES, CONTENTS, GAP, SHARED, SIGNATURE, Style

CELL_SIZE = 14
SHADE = "E7EBF0"
"""The background of a table's headings."""
OWN_SHADE = "FFF2CC"
"""The background of an office's own row among others."""

SHEET_STYLES = (
    Style(id="SheetTitle", name="ชื่อเอกสารหน้าเดียว", size=18, bold=True, align="center", keep_next=True),
    Style(id="SheetOffice", name="ชื่อหน่วยงานใต้ชื่อเอกสาร", size=18, bold=True, align="center", keep_next=True),
    Style(id="SheetYear", name="ปีใต้ชื่อเอกสาร", bold=True, align="center", after=GAP, keep_next=True),
    Style(id="Lead", name="เนื้อความก่อนตาราง", based_on="Body", keep_next=True),
    Style(id="CellSub", name="ช่องหัวกลุ่มย่อย", based_on="CellText", bold=True, keep_next=True),
    Style(id="CellSum", name="ช่องสรุป", based_on="CellText", bold=True, align="right"),
    Style(id="CardLabel", name="ป้ายเหนือคะแนน", bold=True, align="center"),
    Style(id="CardSmall", name="คำอธิบายคะแนน", size=13, align="center"),
    Style(id="CardTotal", name="คะแนนตัวใหญ่", size=54, bold=True, align="center"),
    Style(id="CardPoints", name="คะแนนเครื่องมือ", size=28, bold=True, align="center"),
    Style(id="CardChart", name="แผนภูมิในผัง", align="center", before=GAP, after=GAP),
    Style(id="CardCode", name="เลขข้อในผัง", size=13, align="center"),
    Style(id="CardScore", name="คะแนนข้อในผัง", size=16, bold=True, align="center"),
    Style(id="CardNote", name="หมายเหตุในผัง", size=13, align="right", before=GAP // 2),
)
"""The looks of documents of one or two pages about an office's figures."""
REPORT_STYLES = (
    Style(id="CoverEmblem", name="ตราบนปก", align="center", after=2 * GAP),
    Style(id="CoverTitle", name="ชื่อรายงานบนปก", size=24, bold=True, align="center"),
    Style(id="CoverPicture", name="ภาพบนปก", align="center"),
    Style(id="CoverOffice", name="ชื่อหน่วยงานบนปก", size=22, bold=True, align="center"),
    Style(id="CoverParent", name="ต้นสังกัดบนปก", size=20, bold=True, align="center"),
    Style(id="BackContact", name="ที่อยู่บนปกหลัง", size=18, align="center"),
    replace(SHARED["Heading1"], page_break=True),
    replace(SHARED["Heading2"], page_break=False, before=2 * GAP),
    "Heading3",
    Style(
        id="FlatHeading",
        name="หัวข้อของเล่มที่ไม่แบ่งส่วน",
        based_on="Heading1",
        next="Body",
        size=16,
        align="left",
        before=2 * GAP,
        after=0,
        page_break=False,
        outline=1,
    ),
    Style(id="FrontHeading", name="หัวเรื่องหน้าเดียว", based_on="Heading1", next="Body"),
    *CLAUSES,
    Style(id="BodyLast", name="เนื้อความ ย่อหน้าสุดท้าย", based_on="Body", keep_next=True),
    Style(id="ListGroup", name="หัวรายการ", before=GAP, left=1701, hanging=284, keep_next=True),
    Style(id="ListItem", name="รายการย่อย", left=2268, hanging=284),
    Style(id="ListBelow", name="รายการย่อยถัดไป", left=2835, hanging=284),
    "PartHeading",
    "Picture",
    "Caption",
    Style(
        id="TableCaption",
        name="คำบรรยายตาราง",
        bold=True,
        before=GAP,
        after=GAP // 2,
        keep_next=True,
        keep_lines=True,
    ),
    Style(id="Figure", name="แผนภูมิ", before=GAP, align="center", keep_next=True),
    *("TableGap", "TableHeading", "TableText"),
    Style(id="CellHead", name="หัวช่องตาราง", size=CELL_SIZE, bold=True, align="center", keep_next=True),
    Style(id="CellText", name="ข้อความในช่อง", size=CELL_SIZE),
    Style(id="CellItem", name="ข้อย่อยในช่อง", based_on="CellText", left=227, hanging=227),
    Style(id="CellCentre", name="ช่องกลาง", size=CELL_SIZE, align="center"),
    Style(id="CellStrong", name="ช่องกลาง ตัวหนา", based_on="CellCentre", bold=True),
    Style(id="CellGroup", name="ช่องหัวกลุ่ม", based_on="CellText", bold=True, keep_next=True),
    Style(id="CellSmall", name="ช่องเล็ก", size=12, align="center", keep_next=True),
    Style(
        id="CardLine",
        name="บรรทัดคะแนนในผัง",
        size=12,
        keep_next=True,
        tabs=(("right", 2790, None),),
    ),
    Style(id="ScoreTotal", name="คะแนนรวมในผัง", size=36, bold=True, align="center", keep_next=True),
    Style(id="CardHead", name="หัวในผัง", size=CELL_SIZE, bold=True, align="center", keep_next=True),
    Style(id="TableNote", name="หมายเหตุใต้ตาราง", size=CELL_SIZE, before=GAP // 2),
    Style(id="PhotoTitle", name="ชื่อกิจกรรมของภาพ", bold=True, align="center", before=GAP, after=GAP, keep_next=True),
    Style(id="PhotoCell", name="ภาพในช่อง", align="center"),
    Style(id="PhotoCaption", name="คำบรรยายภาพในช่อง", size=CELL_SIZE, align="center", after=GAP),
    Style(id="EditorText", name="รายชื่อผู้จัดทำ", right=113),
    Style(id="EditorGroup", name="หัวรายชื่อผู้จัดทำ", bold=True, before=2 * GAP, keep_next=True),
    Style(
        id="AppendixTitle",
        name="ชื่อภาคผนวก",
        based_on="Heading1",
        next="Body",
        size=28,
        before=4800,
        page_break=True,
        outline=1,
    ),
    *CONTENTS,
    Style(id="ContentsTitle", name="หัวสารบัญ ขึ้นหน้าใหม่", based_on="TOCHeading", page_break=True),
    *SIGNATURE,
    "Footer",
    "TemplateTag",
    Style(id="FootNumber", name="เลขหน้าท้ายกระดาษ", align="center"),
)


def looks(*ids: str) -> list[Style | str]:
    """The looks of these names: the reports' own, else those that kinds share."""
    own = {style.id: style for style in (*SHEET_STYLES, *REPORT_STYLES) if isinstance(style, Style)}
    return [own.get(name, name) for name in ids]
