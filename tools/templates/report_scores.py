"""What annual reports show of scores: sentences, tables and charts."""

from __future__ import annotations

from .blocks import table, tag
from .report_styles import SHADE
from .report_tables import captioned, cell, chart, columns, each, figures, group_row, head, row, when
from .styles import DATA_TABLE, TEXT_WIDTH
from .wordml import Element, paragraph

WIDE_WIDTH = 14570
"""A4 on its side less 2 cm at both ends."""
SIGNED = '{{ row.difference|signed if row.difference is not none else "-" }}'


def told(name: str) -> list[Element]:
    """The generated paragraphs of a part."""
    return [tag(f"for line in narrative.{name}"), paragraph("Body", "{{ line }}"), tag("endfor")]


def frame() -> list[Element]:
    """The instruments with their indicators and sub-indicators."""
    return [
        paragraph("Body", "การประเมินใช้เครื่องมือ {{ card.instruments|length }} ชนิด ดังนี้"),
        tag("for instrument in card.instruments"),
        paragraph(
            "ListGroup",
            "{{ loop.index }}) {{ instrument.name }} ({{ instrument.code }})"
            " มีค่าน้ำหนักร้อยละ {{ instrument.weight|number }} ประกอบด้วย",
        ),
        tag("for row in instrument.indicators"),
        paragraph("ListItem", "- ตัวชี้วัดที่ {{ row.number }} {{ row.name }}"),
        tag("for sub in row.subs"),
        paragraph("ListBelow", "- ตัวชี้วัดย่อยที่ {{ sub.code }} {{ sub.name }} จำนวน {{ sub.items|length }} ข้อ"),
        *(tag("endfor") for _ in range(3)),
    ]


def respondents() -> list[Element]:
    """How many answered, and how many items were examined."""
    return [
        tag("if iit_respondents is not none"),
        paragraph("Body", "ผู้มีส่วนได้ส่วนเสียภายในตอบแบบวัด IIT จำนวน {{ iit_respondents|number }} คน"),
        tag("endif"),
        tag("if eit_respondents is not none"),
        paragraph("Body", "ผู้มีส่วนได้ส่วนเสียภายนอกตอบแบบวัด EIT จำนวน {{ eit_respondents|number }} คน"),
        tag("endif"),
        tag("if card and card.items"),
        paragraph("Body", "แบบวัด OIT ตรวจการเปิดเผยข้อมูลบนเว็บไซต์ของหน่วยงาน จำนวน {{ card.items|length }} ข้อ"),
        tag("endif"),
    ]


def instruments() -> list[Element]:
    """The three instruments: sentences and a table."""
    widths = columns(5, 1.6, 2, 2)
    titles = ("เครื่องมือ", "คะแนนเต็ม", "คะแนนที่ได้", "ร้อยละ")
    contents = (
        "{{ row.name }} ({{ row.code }})",
        "{{ row.weight|number }}",
        '{{ row.points|number(2) or "-" }}',
        '{{ row.percent|number(2) or "-" }}',
    )
    looks = ("CellText", "CellCentre", "CellCentre", "CellCentre")
    total = ("รวม", "100", "{{ card.total|score or '-' }}", "{{ card.total|score or '-' }}")
    rows = [
        head(widths, titles),
        *each("row in card.instruments", 4, figures(widths, contents, looks)),
        figures(widths, total, ("CellStrong",) * 4),
    ]
    return [*told("instruments"), *captioned("คะแนนจำแนกตามเครื่องมือ ปีงบประมาณ พ.ศ. {{ card.year }}", widths, rows)]


def history() -> list[Element]:
    """The years: sentences, a table with differences, a line."""
    widths = columns(2, 2, 2, 2)
    titles = ("ปีงบประมาณ พ.ศ.", "ผลคะแนน ITA", "พัฒนาการ", "ผลต่างของคะแนน ITA")
    contents = ("{{ row.year }}", "{{ row.total|score or '-' }}", '{{ row.trend or "-" }}', SIGNED)
    rows = [head(widths, titles), *each("row in history", 4, figures(widths, contents))]
    drawn = (
        '{{ history|line_chart("label", "total", width=15.5, height=7, decimals=2,'
        ' description="แผนภูมิเส้นแสดงผลคะแนน ITA ย้อนหลังของ" ~ short_name) }}'
    )
    return [
        *told("history"),
        *captioned("ผลคะแนน ITA ย้อนหลังของ{{ name }}", widths, rows),
        *chart(drawn, "ผลคะแนน ITA ย้อนหลัง ปีงบประมาณ พ.ศ. {{ history[0].year }} - {{ history[-1].year }}"),
    ]


def indicators() -> list[Element]:
    """The ten indicators: table and bars; a note where a given score gave way to its items'."""
    drawn = (
        '{{ card.scored|bar_chart("label", "score", width=15.5, highest=100, line=limit, decimals=2,'
        ' description="แผนภูมิแท่งแสดงคะแนนรายตัวชี้วัดของ" ~ short_name) }}'
    )
    words = "คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {{ card.year }}"
    return [
        tag("if card.compared"),
        *captioned(f"{words} เทียบกับปีก่อน", *_indicator_table(compared=True)),
        tag("else"),
        *captioned(words, *_indicator_table(compared=False)),
        tag("endif"),
        tag("if corrected"),
        paragraph("TableNote", "หมายเหตุ : คะแนนตัวชี้วัดที่ {{ corrected|join_thai }} คำนวณจากคะแนนรายข้อ"),
        tag("endif"),
        *chart(drawn, words),
    ]


def _indicator_table(*, compared: bool) -> tuple[list[int], list[Element]]:
    """Widths and rows of the table of indicators, with the year before or without."""
    before = "{{ previous.total|score if previous and previous.total is not none else '-' }}"
    change = "{{ (card.total - previous.total)|signed if previous and previous.total is not none else '-' }}"
    shown: list[tuple[str, float, str, str]] = [
        ("ตัวชี้วัดที่", 1.3, "{{ row.number }}", ""),
        ("ประเด็นตัวชี้วัด", 5.4, "{{ row.name }}", ""),
        *([("ปี {{ card.year - 1 }}", 1.5, "{{ row.before|score or '-' }}", before)] if compared else []),
        ("ปี {{ card.year }}" if compared else "คะแนน", 1.5, "{{ row.score|score }}", "{{ card.total|score }}"),
        *([("ผลต่าง", 1.5, SIGNED, change)] if compared else []),
        ("ระดับ", 1.2, '{{ row.level or "-" }}', '{{ card.level or "-" }}'),
        ("ผล", 1.6, '{{ row.result or "-" }}', '{{ card.result or "-" }}'),
    ]
    widths = columns(*(share for _, share, _, _ in shown))
    count = len(widths)
    looks = ("CellCentre", "CellText", *["CellCentre"] * (count - 2))
    sums = (
        cell(width, [paragraph("CellStrong", total)], shade=SHADE)
        for width, (*_, total) in zip(widths[2:], shown[2:], strict=True)
    )
    total = row([cell(sum(widths[:2]), [paragraph("CellStrong", "คะแนนรวม")], shade=SHADE, span=2), *sums])
    rows = [
        head(widths, [title for title, *_ in shown]),
        *each("row in card.scored", count, figures(widths, [text for _, _, text, _ in shown], looks)),
        *when("card.total is not none", count, total),
    ]
    return widths, rows


def levels() -> list[Element]:
    """The levels of the framework."""
    widths = columns(2, 3, 3, 2)
    titles = ("ระดับ", "ช่วงคะแนน", "ความหมาย", "ผล")
    contents = (
        "{{ row.level }}",
        "{{ row.start|number(2) }} - {{ row.end|number(2) }}",
        '{{ row.english or "-" }}',
        "{{ row.result }}",
    )
    rows = [head(widths, titles), *each("row in card.levels", 4, figures(widths, contents))]
    return captioned("เกณฑ์ระดับผลการประเมิน ({{ card.framework }})", widths, rows)


def items() -> list[Element]:
    """Every item with its score and the assessor's remark, where there are any, a table an indicator."""
    made: list[Element] = [tag("for indicator in card.indicators"), tag("if indicator.subs")]
    words = "คะแนนรายข้อของตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}"
    for condition, shares in (("if indicator.remarked", (1, 5, 1.2, 4)), ("else", (1, 8, 1.4))):
        widths = columns(*shares)
        titles = ("ข้อ", "รายการ", "คะแนน", "ข้อเสนอแนะจากคณะกรรมการ")[: len(shares)]
        contents = [
            ("CellCentre", "{{ item.code }}"),
            ("CellText", "{{ item.name }}"),
            ("CellCentre", "{{ item.score|score or '-' }}"),
        ]
        cells = [
            cell(width, [paragraph(style, content)]) for width, (style, content) in zip(widths, contents, strict=False)
        ]
        if len(shares) == 4:
            cells.append(cell(widths[3], [paragraph("CellText", "{{ item.remark|join(' ') }}")]))
        rows = [
            head(widths, titles),
            *each(
                "sub in indicator.subs",
                len(widths),
                group_row(widths, "{{ sub.code }} {{ sub.name }} ({{ sub.score|score or '-' }} คะแนน)"),
                *each(
                    "item in sub.items",
                    len(widths),
                    *when("item.first", len(widths), group_row(widths, "{{ item.group }}")),
                    row(cells),
                ),
            ),
        ]
        made += [tag(condition), *captioned(words, widths, rows)]
    return [*made, tag("endif"), tag("endif"), tag("endfor")]


def score_card() -> list[Element]:
    """The assessment at a glance: total and level, the instruments with their indicators, every item."""
    thirds = columns(1, 1, 1)
    title = row(
        [
            cell(
                TEXT_WIDTH,
                [
                    paragraph("CardHead", "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {{ card.year }} {{ short_name }}"),
                    paragraph("ScoreTotal", "{{ card.total|score or '-' }}"),
                    paragraph("CardHead", "{% if card.level %}ระดับ {{ card.level }}{% endif %}"),
                ],
                shade=SHADE,
                span=3,
            )
        ]
    )
    boxes = [
        [
            tag(f"if card.instruments|length > {at}"),
            tag(f"set instrument = card.instruments[{at}]"),
            paragraph(
                "CellStrong", "{{ instrument.code }} {{ instrument.points|number(2) }} / {{ instrument.weight|number }}"
            ),
            tag("for row in instrument.indicators"),
            paragraph("CardLine", "{{ row.number }}. {{ row.name }}\t{{ row.score|score or '-' }}"),
            tag("endfor"),
            tag("else"),
            paragraph("CardLine"),
            tag("endif"),
        ]
        for at in range(3)
    ]
    parts = row([cell(width, box, centred=False) for width, box in zip(thirds, boxes, strict=True)])
    grid = columns(*[1, 1] * 4)
    heads = row(
        [
            cell(width, [paragraph("CellSmall", word)], shade=SHADE)
            for width, word in zip(grid, ("ข้อ", "คะแนน") * 4, strict=True)
        ]
    )
    shown = [
        text
        for at in range(4)
        for text in (
            f"{{{{ line[{at}].code if line[{at}] else '' }}}}",
            f"{{{{ line[{at}].score|score if line[{at}] else '' }}}}",
        )
    ]
    lines = row([cell(width, [paragraph("CellSmall", text)]) for width, text in zip(grid, shown, strict=True)])
    return [
        paragraph("TableGap"),
        table(DATA_TABLE, thirds, [title, parts]),
        tag('if card.items|selectattr("score")|list or card.counted'),
        paragraph("TableGap"),
        table(DATA_TABLE, grid, [heads, *each("line in card.grid", 8, lines)]),
        tag("endif"),
        paragraph("TableGap"),
    ]
