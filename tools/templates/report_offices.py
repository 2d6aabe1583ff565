"""What annual reports show of several offices: ranks, regions, indicators and years side by side."""

from __future__ import annotations

from .blocks import row_tag, tag
from .report_scores import SIGNED, WIDE_WIDTH, told
from .report_styles import OWN_SHADE, SHADE
from .report_tables import captioned, cell, chart, columns, each, head, row
from .wordml import Element, paragraph


def _own_row(widths: list[int], contents: list[str], names: int) -> list[Element]:
    """Rows of offices; one's own is shaded, and in bold. names: how many columns from the left end with a name."""
    rows: list[Element] = []
    for condition, shade, centre, left in (
        ("if row.own", OWN_SHADE, "CellStrong", "CellGroup"),
        ("else", "", "CellCentre", "CellText"),
    ):
        cells = [
            cell(width, [paragraph(left if at == names else centre, content)], shade=shade)
            for at, (width, content) in enumerate(zip(widths, contents, strict=True))
        ]
        rows += [row_tag(condition, len(widths)), row(cells)]
    return [*rows, row_tag("endif", len(widths))]


def ranking() -> list[Element]:
    """The place among all, and the offices around it."""
    widths = columns(1.4, 1.6, 1.4, 5, 1.6, 1.1)
    titles = (
        *("อันดับ ปี {{ assessed_year }}", "เทียบปีก่อน", "อันดับ ปี {{ assessed_year - 1 }}"),
        *("หน่วยงาน", "คะแนน ITA", "ระดับ"),
    )
    contents = ['{{ row.place or "-" }}', "{{ row.moved }}", '{{ row.before or "-" }}', "{{ row.short }}"]
    contents += ["{{ row.total|score or '-' }}", "{{ row.level }}"]
    rows = [head(widths, titles), *each("row in standing.around", 6, *_own_row(widths, contents, 3))]
    return [
        *told("ranking"),
        tag("if standing.around|length > 1"),
        *captioned("อันดับผลการประเมิน ปีงบประมาณ พ.ศ. {{ assessed_year }}", widths, rows),
        tag("endif"),
    ]


def region() -> list[Element]:
    """The offices of the inspection region: a table with their mean, and bars."""
    widths = columns(0.9, 4.6, 1.4, 1.4, 1.4, 1.5, 1.1)
    titles = ("ที่", "หน่วยงาน", "IIT", "EIT", "OIT", "รวม", "ระดับ")
    points = [f'{{{{ row.points[{at}]|number(2) if row.points|length > {at} else "" }}}}' for at in range(3)]
    contents = ["{{ loop.index }}", "{{ row.short }}", *points, "{{ row.total|score or '-' }}", "{{ row.level }}"]
    mean = row(
        [
            cell(sum(widths[:5]), [paragraph("CellStrong", "ค่าเฉลี่ย")], shade=SHADE, span=5),
            cell(sum(widths[5:]), [paragraph("CellStrong", "{{ standing.region_mean|score }}")], shade=SHADE, span=2),
        ]
    )
    rows = [head(widths, titles), *each("row in standing.region_rows", 7, *_own_row(widths, contents, 1)), mean]
    drawn = (
        '{{ standing.region_rows|bar_chart("short", "total", width=15.5, highest=100, line=85,'
        ' highlight="own", decimals=2, description="แผนภูมิแท่งแสดงคะแนนของหน่วยงานในเขตตรวจราชการที่ " ~ standing.region) }}'
    )
    where = "หน่วยงานในเขตตรวจราชการที่ {{ standing.region }} ปีงบประมาณ พ.ศ. {{ assessed_year }}"
    return [
        *told("region"),
        *captioned(f"คะแนนจำแนกตามเครื่องมือของ{where}", widths, rows),
        *chart(drawn, f"คะแนนรวมของ{where}"),
    ]


def offices() -> list[Element]:
    """The ten indicators of several offices, on paper that lies on its side."""
    widths = columns(0.8, 1.1, 4, *[1.1] * 10, 1.3, width=WIDE_WIDTH)
    titles = ("ที่", "เขตตรวจ", "หน่วยงาน", *(f"{n})" for n in range(1, 11)), "รวม")
    scores = [f'{{{{ row.scores[{at}]|score if row.scores|length > {at} else "" }}}}' for at in range(10)]
    contents = [
        "{{ loop.index }}",
        '{{ row.region or "-" }}',
        "{{ row.short }}",
        *scores,
        "{{ row.total|score or '-' }}",
    ]
    rows = [head(widths, titles), *each("row in standing.scored_rows", 14, *_own_row(widths, contents, 2))]
    return captioned("คะแนนรายตัวชี้วัดของหน่วยงาน ปีงบประมาณ พ.ศ. {{ assessed_year }}", widths, rows)


def trends() -> list[Element]:
    """The years of the region's offices, the last nine."""
    shown = 9
    widths = columns(0.8, 4.2, *[1.25] * shown, 1.4, width=WIDE_WIDTH)
    years = f"standing.years[-{shown}:]"
    titles = ("ที่", "หน่วยงาน", *(f'{{{{ {years}[{at}] or "" }}}}' for at in range(shown)), "ผลต่าง")
    totals = [f"{{{{ row.totals[-{shown}:][{at}]|score if {years}|length > {at} else '' }}}}" for at in range(shown)]
    contents = ["{{ loop.index }}", "{{ row.short }}", *totals, SIGNED]
    titles = (
        *titles[:2],
        *(f'{{{{ {years}[{at}] if {years}|length > {at} else "" }}}}' for at in range(shown)),
        titles[-1],
    )
    rows = [head(widths, titles), *each("row in standing.trend_rows", len(widths), *_own_row(widths, contents, 1))]
    return captioned("ผลคะแนน ITA ย้อนหลังของหน่วยงาน", widths, rows)
