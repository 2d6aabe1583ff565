"""ผังคะแนน: an office's assessment on one page, in large figures that are clear in black and white too."""

from __future__ import annotations

from collections.abc import Sequence

from .blocks import table, tag
from .paper import Sheet, package
from .report_styles import SHADE, looks
from .report_tables import cell, columns, each, row
from .styles import DATA_TABLE, styles
from .wordml import Element, paragraph

SHEET = Sheet(top=850, right=1134, bottom=680, left=1134)
WIDTH = SHEET.text_width
LOOKS = (
    *("SheetTitle", "SheetOffice", "SheetYear", "TableGap", "TemplateTag", "CardChart", "CardNote"),
    *("CardLabel", "CardSmall", "CardTotal", "CardPoints", "CardCode", "CardScore"),
)
SHORT = 'replace("แบบวัดการรับรู้ของ", "")|replace("แบบวัด", "")'
"""An instrument's name without what they have in common."""
ZERO = "BFBFBF"
"""The background of an item at nothing."""
GRIDS = ((11, "card.items|length > 36"), (9, "card.items"))
"""Columns of the picture of all items, and for how many there are."""


def template() -> dict[str, bytes]:
    """Every part of the package by name."""
    return package(
        body(),
        styles(looks(*LOOKS), (DATA_TABLE,)),
        title="ผังคะแนน ITA {{ name }}",
        creator="{{ name }}",
        subject="ผังคะแนน ITA",
        sheet=SHEET,
        stories={},
    )


def body() -> list[Element]:
    """Title, total, instruments, indicators, items."""
    drawn = (
        '{% set bars = card.indicators|rejectattr("score", "none")|list %}'
        '{{ bars|bar_chart("label", "score", width=16.8, height=1.8 + 0.9 * [bars|length, 2]|max, highest=100,'
        ' line=limit, decimals=2, line_label="เกณฑ์ " ~ limit|number, size=14, colours=["A9BEDD", "1F3864", "8A3A10"],'
        ' description="แผนภูมิแท่งแสดงคะแนนรายตัวชี้วัดของ" ~ short_name) }}'
    )
    return [
        paragraph("SheetTitle", "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"),
        paragraph("SheetOffice", "{{ name }}"),
        paragraph("SheetYear", "ปีงบประมาณ พ.ศ. {{ card.year }}"),
        *total(),
        *instruments(),
        paragraph("CardChart", drawn),
        *items(),
    ]


def total() -> list[Element]:
    """The total, its level, whether it passes; nothing where there is no total."""
    shown = (
        ("คะแนนรวม", "{{ card.total|score }}"),
        ("ระดับ", "{{ card.level }}"),
        ("ผลการประเมิน", '{{ card.result or "-" }}'),
    )
    widths = columns(1, 1, 1, width=WIDTH)
    boxes = [
        cell(width, [paragraph("CardLabel", label), paragraph("CardTotal", figure)], shade=SHADE)
        for width, (label, figure) in zip(widths, shown, strict=True)
    ]
    return [
        tag("if card.total is not none"),
        table(DATA_TABLE, widths, [row(boxes)], width=WIDTH),
        paragraph("TableGap"),
        tag("endif"),
    ]


def instruments() -> list[Element]:
    """The points of the instruments beside each other; nothing where there is but one, whose points are the total."""
    widths = columns(1, 1, 1, width=WIDTH)
    boxes = []
    for at, width in enumerate(widths):
        one = f"card.instruments[{at}]"
        points = (
            f"{{% if {one}.points is not none %}}{{{{ {one}.points|number(2) }}}}"
            f" / {{{{ {one}.weight|number }}}}{{% else %}}-{{% endif %}}"
        )
        percent = f"{{% if {one}.percent is not none %}}ร้อยละ {{{{ {one}.percent|number(2) }}}}{{% endif %}}"
        content = (("CardLabel", f"{{{{ {one}.code }}}}"), ("CardSmall", f"{{{{ {one}.name|{SHORT} }}}}"))
        content += (("CardPoints", points), ("CardSmall", percent))
        boxes.append(cell(width, [paragraph(style, shown) for style, shown in content], centred=False))
    return [
        tag("if card.instruments|length == 3"),
        table(DATA_TABLE, widths, [row(boxes)], width=WIDTH),
        tag("endif"),
    ]


def items() -> list[Element]:
    """Every item with its score, those at nothing on grey; nothing where no item has a score."""
    made: list[Element] = [tag('if card.items|selectattr("score", "ne", none)|list')]
    word = "if"
    for count, condition in GRIDS:
        widths = columns(*[1] * count, width=WIDTH)
        lines = each(
            f'line in card.items|batch({count}, "")', count, row([_item(width, at) for at, width in enumerate(widths)])
        )
        made += [tag(f"{word} {condition}"), table(DATA_TABLE, widths, lines, width=WIDTH)]
        word = "elif"
    return [
        *made,
        tag("endif"),
        paragraph("CardNote", "คะแนน OIT รายข้อ ช่องพื้นเทาคือข้อที่ไม่ได้คะแนน"),
        tag("endif"),
    ]


def _item(width: int, at: int) -> Element:
    """A cell of the grid: the item's code over its score."""
    one = f"line[{at}]"
    back = f'{{% cellbg "{ZERO}" if {one} and {one}.score == 0 else "FFFFFF" %}}'
    content: Sequence[Element] = [
        paragraph("CardCode", f"{back}{{{{ {one}.code if {one} else '' }}}}"),
        paragraph("CardScore", f"{{% if {one} %}}{{{{ {one}.score|score or '-' }}}}{{% endif %}}"),
    ]
    return cell(width, content)
