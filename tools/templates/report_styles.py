"""The looks of the annual reports, beside those that kinds share."""

from __future__ import annotations

from .styles import CLAUSES, CONTENTS, GAP, HEADINGS, PAPER, SIGNATURE, Style

CELL_SIZE = 14
SHADE = "E7EBF0"
"""The background of a table's headings."""
OWN_SHADE = "FFF2CC"
"""The background of an office's own row among others."""

REPORT_STYLES = (
    Style(id="CoverEmblem", name="ตราบนปก", align="center", after=2 * GAP),
    Style(id="CoverTitle", name="ชื่อรายงานบนปก", size=24, bold=True, align="center"),
    Style(id="CoverPicture", name="ภาพบนปก", align="center"),
    Style(id="CoverOffice", name="ชื่อหน่วยงานบนปก", size=22, bold=True, align="center"),
    Style(id="CoverParent", name="ต้นสังกัดบนปก", size=20, bold=True, align="center"),
    Style(id="Contact", name="ที่อยู่บนปกหลัง", size=18, align="center"),
    *HEADINGS,
    Style(
        id="FlatHeading", name="หัวข้อของเล่มที่ไม่แบ่งส่วน", based_on="Heading1", next="Body", size=16, align="left", outline=1
    ),
    Style(id="FrontHeading", name="หัวเรื่องหน้าเดียว", based_on="Heading1", next="Body"),
    *CLAUSES,
    Style(id="BodyLast", name="เนื้อความ ย่อหน้าสุดท้าย", based_on="Body", keep_next=True),
    Style(id="ListGroup", name="หัวรายการ", before=GAP, left=1701, hanging=284, keep_next=True),
    Style(id="ListItem", name="รายการย่อย", left=2268, hanging=284),
    Style(id="ListBelow", name="รายการย่อยถัดไป", left=2835, hanging=284),
    Style(id="Lead", name="เนื้อความก่อนตาราง", based_on="Body", keep_next=True),
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
    Style(id="CellKept", name="ข้อความในช่อง อยู่กับแถวถัดไป", based_on="CellText", keep_next=True),
    Style(id="CellItem", name="ข้อย่อยในช่อง", based_on="CellText", left=227, hanging=227),
    Style(id="CellCentre", name="ช่องกลาง", size=CELL_SIZE, align="center"),
    Style(id="CellStrong", name="ช่องกลาง ตัวหนา", based_on="CellCentre", bold=True),
    Style(id="CellGroup", name="ช่องหัวกลุ่ม", based_on="CellText", bold=True, keep_next=True),
    Style(id="CellSmall", name="ช่องเล็ก", size=12, align="center"),
    Style(id="ScoreTotal", name="คะแนนรวมในผัง", size=36, bold=True, align="center"),
    Style(id="TableNote", name="หมายเหตุใต้ตาราง", size=CELL_SIZE, before=GAP // 2),
    Style(id="PhotoTitle", name="ชื่อกิจกรรมของภาพ", bold=True, align="center", before=GAP, after=GAP, keep_next=True),
    Style(id="PhotoCell", name="ภาพในช่อง", align="center", keep_next=True),
    Style(id="PhotoCaption", name="คำบรรยายภาพในช่อง", size=CELL_SIZE, align="center", after=GAP),
    Style(id="EditorText", name="รายชื่อผู้จัดทำ"),
    Style(id="AppendixTitle", name="ชื่อภาคผนวก", based_on="Heading1", next="Body", size=28, before=4800),
    *CONTENTS,
    *SIGNATURE,
    *PAPER,
    Style(id="FootNumber", name="เลขหน้าท้ายกระดาษ", align="center"),
)
