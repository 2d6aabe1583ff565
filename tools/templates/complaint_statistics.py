"""สถิติเรื่องร้องเรียน: what came in, what is finished, what is not, on one page; or that there was nothing."""

from __future__ import annotations

from .blocks import BLANK, lines, table, tag
from .paper import Sheet, package
from .report_measures import complaint_rows
from .report_styles import looks
from .styles import DATA_TABLE, SIGNATURE, styles
from .wordml import Element, paragraph

SHEET = Sheet(top=1417)
LOOKS = (
    *("SheetTitle", "SheetOffice", "SheetYear", "Body", "Lead", "TableGap"),
    *("CellHead", "CellText", "CellCentre", "CellStrong", "TableNote"),
)
PERIOD = '{{ complaint_period or "วันที่ 1 ตุลาคม " ~ (year - 1) ~ " – 30 กันยายน " ~ year }}'


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        body(),
        styles(looks(*LOOKS, *SIGNATURE, "TemplateTag"), (DATA_TABLE,)),
        title="สถิติเรื่องร้องเรียน {{ name }}",
        creator="{{ name }}",
        subject="สถิติเรื่องร้องเรียน",
        sheet=SHEET,
        stories={},
    )


def body() -> list[Element]:
    """Title, what the figures say in a sentence, the figures, and who signs for them."""
    return [
        paragraph("SheetTitle", "สถิติเรื่องร้องเรียน ประจำปีงบประมาณ พ.ศ. {{ year }}"),
        paragraph("SheetOffice", "{{ name }}"),
        paragraph("SheetYear", f"ระหว่าง{PERIOD}"),
        tag("if complaint_table.none"),
        paragraph("Lead", f"ในช่วง{PERIOD} {{{{ name }}}} ไม่มีเรื่องร้องเรียน"),
        tag("else"),
        paragraph(
            "Lead",
            "{{ name }} มีเรื่องร้องเรียนทั้งหมด {{ complaint_table.total.all|number }} เรื่อง"
            " เป็นเรื่องยกมา {{ complaint_table.total.carried|number }} เรื่อง"
            " รับใหม่ {{ complaint_table.total.received|number }} เรื่อง"
            " ดำเนินการแล้วเสร็จ {{ complaint_table.total.finished|number }} เรื่อง"
            " และอยู่ระหว่างดำเนินการ {{ complaint_table.total.pending|number }} เรื่อง",
        ),
        tag("endif"),
        tag("if complaint_table.rows"),
        paragraph("TableGap"),
        table(DATA_TABLE, *complaint_rows()),
        paragraph("TableNote", "หน่วย : เรื่อง"),
        tag("endif"),
        *signed(),
    ]


def signed() -> list[Element]:
    """Who signs: the director, and when; dots for a name that is not there."""
    return [
        paragraph("Signer", f'({{{{ director or "{BLANK}" }}}})'),
        paragraph("Position", f"{lines('position')}{{% if date %}}\n{{{{ date|thai_date }}}}{{% endif %}}"),
    ]
