"""แบบติดตามการเปิดเผยข้อมูลสาธารณะ: every item with who is responsible and its state, and how many are complete."""

from __future__ import annotations

from .blocks import table, tag
from .complaint_statistics import signed
from .paper import Sheet, package, stories
from .report_measures import STATE
from .report_styles import SHADE, looks
from .report_tables import cell, columns, each, group_row, head, row, when
from .styles import DATA_TABLE, PAPER, SIGNATURE, styles
from .wordml import Element, paragraph

SHEET = Sheet(top=1134, bottom=1134)
LOOKS = (
    *("SheetTitle", "SheetOffice", "SheetYear", "Body", "Lead"),
    *("CellHead", "CellText", "CellCentre", "CellGroup", "CellSub", "CellSum"),
)


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        body(),
        styles(looks(*LOOKS, *SIGNATURE, *PAPER), (DATA_TABLE,)),
        title="แบบติดตามการเปิดเผยข้อมูลสาธารณะ {{ name }}",
        creator="{{ name }}",
        subject="แบบติดตามการเปิดเผยข้อมูลสาธารณะ",
        sheet=SHEET,
        stories=stories(secrecy=False, copies=False),
    )


def body() -> list[Element]:
    """Title, a table of all items, what is to be mended, and who signs."""
    return [
        paragraph("SheetTitle", "แบบติดตามการเปิดเผยข้อมูลสาธารณะ (OIT)"),
        paragraph("SheetOffice", "{{ name }}"),
        paragraph("SheetYear", "ปีงบประมาณ พ.ศ. {{ card.year }}"),
        checks(),
        *to_mend(),
        *signed(),
    ]


def to_mend() -> list[Element]:
    """The items whose data is to be mended, and how many nobody has looked at."""
    lacking = "not item.complete and (item.score is not none or item.state)"
    codes = f"{{% for item in card.items if {lacking} %}} {{{{ item.code }}}}{{% endfor %}}"
    return [
        tag("if card.counted > card.complete"),
        paragraph("Lead", f"ข้อมูลที่ต้องปรับปรุง {{{{ card.counted - card.complete }}}} ข้อ ได้แก่{codes}"),
        tag("endif"),
        tag("if card.counted < card.items|length"),
        paragraph("Lead", "ยังไม่ได้ตรวจ {{ card.items|length - card.counted }} ข้อ"),
        tag("endif"),
    ]


def checks() -> Element:
    """The items under their indicators and sub-indicators; after each indicator what of it is complete."""
    widths = columns(0.9, 7, 2.7, 2.8)
    items = [
        cell(widths[0], [paragraph("CellCentre", "{{ item.code }}")]),
        cell(widths[1], [paragraph("CellText", "{{ item.name }}")]),
        cell(widths[2], [paragraph("CellText", '{{ item.unit|join("\\n") or ("-" if card.counted) }}')]),
        cell(widths[3], [paragraph("CellText", STATE)]),
    ]
    sub = row([cell(sum(widths), [paragraph("CellSub", "{{ sub.code }} {{ sub.name }}")], span=4)])
    words = (
        "ตัวชี้วัดที่ {{ indicator.number }} ข้อมูลครบถ้วนสมบูรณ์ {{ indicator.complete }} ข้อ"
        " จาก {{ indicator.counted }} ข้อ คิดเป็นร้อยละ {{ indicator.complete_percent|number(2) }}"
    )
    total = row([cell(sum(widths), [paragraph("CellSum", words)], span=4)])
    in_all = (
        "รวมทุกตัวชี้วัด ข้อมูลครบถ้วนสมบูรณ์ {{ card.complete }} ข้อ จาก {{ card.counted }} ข้อ"
        " คิดเป็นร้อยละ {{ card.complete_percent|number(2) }}"
    )
    inner = each("sub in indicator.subs", 4, sub, *each("item in sub.items", 4, row(items)))
    title = group_row(widths, "ตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}")
    rows = [
        head(widths, ("ข้อ", "ข้อมูลที่เปิดเผย", "ผู้รับผิดชอบ", "สถานะ")),
        *each(
            "indicator in card.indicators",
            4,
            *when("indicator.subs", 4, title, *inner, *when("indicator.counted", 4, total)),
        ),
        *when("card.counted", 4, row([cell(sum(widths), [paragraph("CellSum", in_all)], shade=SHADE, span=4)])),
    ]
    return table(DATA_TABLE, widths, rows)
