"""What annual reports show of work: what is to be mended, measures, results, checks, complaints, photos."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from .blocks import row_tag, table, tag
from .report_scores import WIDE_WIDTH, told
from .report_styles import SHADE
from .report_tables import (
    captioned,
    cell,
    columns,
    each,
    figures,
    group_row,
    head,
    lines_of,
    more_lines,
    row,
    text_cell,
    when,
)
from .styles import PLAIN_TABLE
from .wordml import Element, paragraph

PLAN_TITLES = ("ประเด็น", "วิธีการนำผลการวิเคราะห์ไปสู่การปฏิบัติ", "ขั้นตอนการดำเนินงาน", "ระยะเวลา", "ผู้รับผิดชอบ")
STATE = (
    '{{ item.state or ("ข้อมูลสมบูรณ์" if item.complete else "ไม่ได้คะแนน" if item.score is not none'
    ' else "-" if card.counted) }}'
)
"""The state of an item in words, else what its score says."""


def strengths() -> list[Element]:
    """Instrument by instrument: the result, what is strong, what is to be developed."""
    made: list[Element] = [
        tag("for one in narrative.by_instrument"),
        paragraph("Heading3", "{{ one.name }} ({{ one.code }})"),
    ]
    for name in ("result", "strengths", "to_develop"):
        made += [tag(f"for line in one.{name}"), paragraph("Body", "{{ line }}"), tag("endfor")]
    return [*made, tag("endfor")]


def findings() -> list[Element]:
    """What is urgent and what is to be developed; items at nothing; remarks that items share."""
    widths = columns(3, 4, 3.4, 1.4)
    titles = ("ตัวชี้วัด", "ประเด็นที่ต้องแก้ไขโดยเร่งด่วน", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "คะแนน")
    issue = row(
        [
            text_cell(widths[0], [paragraph("CellText", "{{ row.number }} {{ row.name }}")]),
            text_cell(widths[1], lines_of("row.urgent")),
            text_cell(widths[2], lines_of("row.develop")),
            cell(widths[3], [paragraph("CellCentre", "{{ row.score|score or '-' }}")], centred=False),
        ],
        whole=False,
    )
    rows = [head(widths, titles), *each("row in issues", 4, issue)]
    return [
        *told("summary"),
        *captioned("ประเด็นที่ต้องแก้ไขโดยเร่งด่วนและประเด็นที่ต้องพัฒนา", widths, rows),
        tag("if zero_groups"),
        *told("zero_items"),
        tag("for group in zero_groups"),
        paragraph("ListGroup", "{{ group.code }} {{ group.name }} ({{ group.span }})"),
        tag("for item in group.items"),
        paragraph(
            "ListItem", "- {{ item.code }} {{ item.name }}{% if item.remark %} : {{ item.remark|join(' ') }}{% endif %}"
        ),
        tag("endfor"),
        tag("endfor"),
        tag("endif"),
        tag("if remark_groups|selectattr('count', 'gt', 1)|list"),
        paragraph("BodyLast", "ข้อเสนอแนะหรือสาเหตุที่ไม่ได้คะแนน จำแนกตามข้อที่มีอย่างเดียวกัน ดังนี้"),
        tag("for group in remark_groups"),
        paragraph(
            "ListGroup",
            '{{ loop.index }}) {{ group.remark|join(" ") }} จำนวน {{ group.count }} ข้อ ได้แก่'
            ' {{ group.items|map(attribute="code")|list|join_thai }}',
        ),
        tag("endfor"),
        tag("endif"),
    ]


def measures() -> list[Element]:
    """The measures, a table an instrument: its heading rows come again on every page. Columns that nobody has filled in
    are left out.
    """
    made: list[Element] = [tag("for instrument in measure_groups")]
    words = "มาตรการและแนวทางการพัฒนา{% if instrument.title %} {{ instrument.title }}{% endif %}"
    columns_asked = {
        "steps": "measure_columns.steps",
        "who": "(measure_columns.period or measure_columns.responsible)",
        "monitoring": "measure_columns.monitoring",
    }
    word = "if"
    for shown in product((True, False), repeat=len(columns_asked)):
        asked = [
            condition if there else f"not {condition}"
            for condition, there in zip(columns_asked.values(), shown, strict=True)
        ]
        made += [
            tag(f"{word} {' and '.join(asked)}"),
            *_measure_table(words, **dict(zip(columns_asked, shown, strict=True))),
        ]
        word = "elif"
    return [*made, tag("endif"), tag("endfor")]


def _measure_table(words: str, *, steps: bool, who: bool, monitoring: bool) -> list[Element]:
    """The table with the columns of steps, of period and responsible, and of monitoring, or without."""
    what = [
        tag("for line in row.issue"),
        paragraph("CellText", "{% if loop.first %}ประเด็น : {% endif %}{{ line }}"),
        tag("endfor"),
        *lines_of("row.measure"),
    ]
    when_and_who = [*labelled("ระยะเวลา", "row.period"), *labelled("ผู้รับผิดชอบ", "row.responsible")]
    shown: list[tuple[str, float, list[Element]]] = [
        ("ตัวชี้วัด", 2.2, [paragraph("CellText", "{% vm %}{{ group.title }}")]),
        ("ประเด็นและมาตรการ", 4, what),
        *([("ขั้นตอน/วิธีการปฏิบัติ", 4.0, lines_of("row.steps"))] if steps else []),
        *([("ระยะเวลาและผู้รับผิดชอบ", 2.8, [*when_and_who, paragraph("CellText")])] if who else []),
        *([("การกำกับติดตาม", 3.4, lines_of("row.monitoring"))] if monitoring else []),
    ]
    widths = columns(*(share for _, share, _ in shown), width=WIDE_WIDTH)
    cells = [text_cell(width, content) for width, (_, _, content) in zip(widths, shown, strict=True)]
    count = len(widths)
    rows = [
        head(widths, [title for title, _, _ in shown]),
        *when("instrument.title", count, group_row(widths, "{{ instrument.title }}", heading=True)),
        *each("group in instrument.groups", count, *each("row in group.rows", count, row(cells, whole=False))),
    ]
    return captioned(words, widths, rows)


def labelled(label: str, name: str) -> list[Element]:
    """The lines of a field, the first after a label; nothing where there are none."""
    shown = f"{{% if loop.first %}}{label} : {{% endif %}}{{{{ line }}}}"
    return [tag(f"for line in {name}"), paragraph("CellText", shown), tag("endfor")]


def plan() -> list[Element]:
    """The same measures as a plan: first what is urgent, then what is to be developed."""
    widths = columns(2.8, 4.2, 4.6, 2, 2.6, width=WIDE_WIDTH)
    made: list[Element] = []
    for groups, words in (
        ("urgent_groups", "แผนการดำเนินการในประเด็นที่ต้องแก้ไขโดยเร่งด่วน"),
        ("other_groups", "แผนการดำเนินการในประเด็นที่ต้องพัฒนาให้ดีขึ้น"),
    ):
        cells = [
            text_cell(widths[0], [paragraph("CellText", "{{ group.title }}")], more_lines("row.issue")),
            text_cell(widths[1], lines_of("row.measure")),
            text_cell(widths[2], lines_of("row.steps")),
            text_cell(widths[3], lines_of("row.period")),
            text_cell(widths[4], lines_of("row.responsible")),
        ]
        loops = ("instrument in " + groups, "group in instrument.groups", "row in group.rows")
        body: list[Element] = [row(cells, whole=False)]
        for loop in reversed(loops):
            body = each(loop, 5, *body)
        made += [tag(f"if {groups}"), *captioned(words, widths, [head(widths, PLAN_TITLES), *body]), tag("endif")]
    return made


def results() -> list[Element]:
    """What was done and what came of it, indicator by indicator."""
    widths = columns(4, 5, 4)
    titles = ("มาตรการหรือกิจกรรม", "สรุปผลการดำเนินงาน", "ผลลัพธ์หรือความสำเร็จ")
    people = (
        "{% if row.participants is not none %}ผู้เข้าร่วม {{ row.participants|number }} คน"
        "{% if row.target %} จากเป้าหมาย {{ row.target|number }} คน คิดเป็น{{ row.percent|percent }}{% endif %}{% endif %}"
    )
    activity = [
        *lines_of("row.activity"),
        *([tag("if row.date"), paragraph("CellText", "วันที่ {{ row.date|date_range }}"), tag("endif")]),
        *([tag("if row.place"), paragraph("CellText", "ณ {{ row.place }}"), tag("endif")]),
        *([tag("if row.participants is not none"), paragraph("CellText", people), tag("endif")]),
    ]
    cells = [
        text_cell(widths[0], activity),
        text_cell(widths[1], lines_of("row.summary")),
        text_cell(widths[2], lines_of("row.outcomes")),
    ]
    rows = [
        head(widths, titles),
        *each("row in group.rows", 3, row(cells, whole=False)),
    ]
    words = "ผลการดำเนินการตามมาตรการ {{ group.title }}"
    return [tag("for group in result_groups"), *captioned(words, widths, rows), tag("endfor")]


def checklist() -> list[Element]:
    """Every item: who is responsible, and its state."""
    widths = columns(1, 6.4, 2.7, 3.3)
    titles = ("ข้อ", "ตัวชี้วัดย่อย", "ผู้รับผิดชอบ", "ผลการกำกับ ติดตาม นิเทศ")
    cells = [
        cell(widths[0], [paragraph("CellCentre", "{{ item.code }}")]),
        cell(widths[1], [paragraph("CellText", "{{ item.name }}")]),
        cell(widths[2], [paragraph("CellText", '{{ item.unit|join("\\n") or "-" }}')]),
        cell(widths[3], [paragraph("CellText", STATE)]),
    ]
    inner = each("sub in indicator.subs", 4, *each("item in sub.items", 4, row(cells)))
    title = group_row(widths, "ตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}")
    rows = [
        head(widths, titles),
        *each("indicator in card.indicators", 4, *when("indicator.subs", 4, title), *inner),
    ]
    words = "ผลการกำกับ ติดตาม นิเทศ การเปิดเผยข้อมูลสาธารณะ (OIT)"
    return [*captioned(words, widths, rows), *told("checklist")]


def complaints() -> list[Element]:
    """The statistics with totals and balance; or that there was no complaint."""
    period = "{{ complaint_period or 'ปีงบประมาณ พ.ศ. ' ~ year }}"
    return [
        tag("if complaint_table.none"),
        paragraph("Body", f"{period} {{{{ name }}}} ไม่มีเรื่องร้องเรียน"),
        tag("endif"),
        tag("if complaint_table.rows"),
        *captioned(f"สถิติเรื่องร้องเรียน {period}", *complaint_rows()),
        tag("endif"),
    ]


def complaint_rows() -> tuple[list[int], list[Element]]:
    """The widths and rows of the statistics: tasks, and their sums."""
    widths = columns(4, 1.4, 1.4, 1.4, 1.6, 1.4)
    titles = ("ภารกิจ", "ยกมา", "รับใหม่", "รวม", "แล้วเสร็จ", "คงค้าง")
    names = ("carried", "received", "all", "finished", "pending")

    def numbers(owner: str) -> list[str]:
        return [f'{{{{ {owner}.{name}|number if {owner}.{name} else "-" }}}}' for name in names]

    looks = ("CellText", *["CellCentre"] * 5)
    rows = [
        head(widths, titles),
        *each("row in complaint_table.rows", 6, figures(widths, ("{{ row.task }}", *numbers("row")), looks)),
        row(
            [
                cell(width, [paragraph("CellStrong", content)], shade=SHADE)
                for width, content in zip(widths, ("รวม", *numbers("complaint_table.total")), strict=True)
            ]
        ),
    ]
    return widths, rows


def photos() -> list[Element]:
    """The photos of a part: pages of one, two, four or six; one that is left over stands in the middle."""
    single, pair = columns(1), columns(1, 1)
    alone = [row_tag("for line in page.rows", 1), row([photo(single, 0)]), row_tag("endfor", 1)]
    beside = [
        row_tag("for line in page.rows", 2),
        row_tag("if line|length == 1", 2),
        row([photo(pair, 0, span=2)]),
        row_tag("else", 2),
        row([photo(pair, 0), photo(pair, 1)]),
        row_tag("endif", 2),
        row_tag("endfor", 2),
    ]
    return [
        tag("for page in part.photos"),
        tag("if page.first and page.title"),
        paragraph("PhotoTitle", "{{ page.title }}"),
        tag("endif"),
        tag("if page.columns == 1"),
        table(PLAIN_TABLE, single, alone),
        tag("else"),
        table(PLAIN_TABLE, pair, beside),
        tag("endif"),
        paragraph("TableGap"),
        tag("endfor"),
    ]


def photo(widths: Sequence[int], at: int, span: int = 1) -> Element:
    """The cell of a photo and its caption, over so many columns."""
    shown = "{{ photo.file|picture(width=page.width, height=page.height, description=photo.caption|join(' ')) }}"
    content = [
        tag(f"set photo = line[{at}]"),
        paragraph("PhotoCell", shown),
        paragraph("PhotoCaption", '{{ photo.caption|join("\\n") }}'),
    ]
    return cell(sum(widths[at : at + span]), content, span=span, centred=False)
