"""The template of a docxtpl user for the report of `offices.py`, by python-docx: as many headings, tables and photos as
ours shows, filled from the same sheets. What ours works out (sentences, differences, ranks) is typed text here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pdf_report import field, paper

LOOP = "{{%{0}for {1} %}}"
WIDTH, WIDE = 16.0, 24.7
"""Of the text on an upright page and on one that lies, in cm."""
SENTENCE = (
    "จากการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ปีงบประมาณ พ.ศ. {{ assessed }} {{ name }} "
    "มีคะแนนตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ {{ i[1] }} คะแนน ตัวชี้วัดที่ 2 การใช้งบประมาณ {{ i[2] }} คะแนน ตัวชี้วัดที่ 3 "
    "การใช้อำนาจ {{ i[3] }} คะแนน และตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ {{ i[4] }} คะแนน จากคะแนนเต็ม 100 คะแนน"
)
INDICATORS = (
    *("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต"),
    *("คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน"),
)
LEVELS = (
    "AA 95.00 - 100.00",
    "A 85.00 - 94.99",
    "B 75.00 - 84.99",
    "C 65.00 - 74.99",
    "D 55.00 - 64.99",
    "E 50.00 - 54.99",
    "F 0 - 49.99",
)
PARTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส",
        (
            *(
                ("ความเป็นมา", ""),
                ("ผู้ตอบแบบวัด", ""),
                ("ภาพรวมผลการประเมิน", ""),
                ("ผลการประเมินตามเครื่องมือ", "instruments"),
            ),
            *(("ผลการประเมินเปรียบเทียบย้อนหลัง", "history"), ("ผลการประเมินรายตัวชี้วัด", "indicators")),
            *(("เกณฑ์ระดับผลการประเมิน", "levels"), ("ผลการประเมินรายข้อ", "items"), ("จุดแข็งและจุดที่ต้องพัฒนา", "")),
            ("ประเด็นที่ต้องแก้ไขและพัฒนา", "findings"),
        ),
    ),
    ("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", (("มาตรการและแนวทางการพัฒนา", "measures"),)),
    ("ผลการดำเนินการตามมาตรการ", (("ผลการดำเนินการตามมาตรการ", "results"), ("สถิติเรื่องร้องเรียน", "complaints"))),
)


def template(path: Path, items: Sequence[tuple[str, str]]) -> None:
    """Write the template; `items`: the code and name of every item of the OIT, typed into its table."""
    from docx.enum.section import WD_ORIENT

    document = paper(("Normal", 16), ("Title", 24), ("Heading 1", 20), ("Heading 2", 18), ("Heading 3", 16))
    section = document.sections[0]
    field(section.footer.paragraphs[0], "PAGE", "1")
    _front(document)
    writer = _Tables(document, items)
    for number, (part, blocks) in enumerate(PARTS, 1):
        lies = number == 2
        if number > 1:
            section = document.add_section()
            wide, high = sorted((section.page_width, section.page_height), reverse=lies)
            section.page_width, section.page_height = wide, high
            section.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
        document.add_heading(f"ส่วนที่ {number}\n{part} ปีงบประมาณ พ.ศ. {{{{ assessed }}}}", 1)
        for at, (heading, block) in enumerate(blocks, 1):
            document.add_heading(f"{number}.{at} {heading}", 2)
            _prose(document, SENTENCE)
            _own_texts(document, heading)
            if block:
                writer.blocks[block]()
    document.add_page_break()
    _photos(document)
    document.add_heading("คณะผู้จัดทำ", 1)
    writer.table(("ชื่อ", "ตำแหน่ง", "บทบาท"), ("{{ r.person }}", "{{ r.position }}", "{{ r.role }}"), "r in editors")
    document.save(str(path))


def _front(document: Any) -> None:
    document.add_heading("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส", 0)
    for text in ("ประจำปีงบประมาณ พ.ศ. {{ year }}", "{{ name }}", "{{ parents }}"):
        document.add_paragraph(text)
    document.add_page_break()
    document.add_heading("คำนำ", 1)
    for _ in range(3):
        _prose(document, SENTENCE)
    for text in ("({{ director }})", "{{ position }}"):
        document.add_paragraph(text)
    document.add_page_break()


def _prose(document: Any, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(2.5)


def _own_texts(document: Any, part: str) -> None:
    document.add_paragraph(LOOP.format("p ", f'one in texts["{part}"]'))
    document.add_heading("{{ one.heading }}", 3)
    document.add_paragraph(LOOP.format("p ", "line in one.lines"))
    _prose(document, "{{ line }}")
    for _ in range(2):
        document.add_paragraph("{%p endfor %}")


def _photos(document: Any) -> None:
    """Four to a page under the name of what they show."""
    document.add_paragraph(LOOP.format("p ", "page in photo_pages"))
    document.add_heading("{{ page.title }}", 2)
    table = document.add_table(rows=0, cols=2)
    table.add_row().cells[0].text = LOOP.format("tr ", "r in page.rows")
    for at, cell in enumerate(table.add_row().cells):
        cell.text = f"{{{{ r[{at}].picture }}}}"
        cell.add_paragraph(f"{{{{ r[{at}].caption }}}}")
    table.add_row().cells[0].text = "{%tr endfor %}"
    document.add_page_break()
    document.add_paragraph("{%p endfor %}")


class _Tables:
    """The tables of the report; `blocks` writes each by its name."""

    def __init__(self, document: Any, items: Sequence[tuple[str, str]]) -> None:
        self._document = document
        self._items = items
        self.blocks: dict[str, Callable[[], None]] = {
            "instruments": lambda: self.fixed(
                [(name, "100", f"{{{{ {name.lower()} }}}}") for name in ("IIT", "EIT", "OIT")]
            ),
            "history": lambda: self.table(("ปี", "คะแนน"), ("{{ r.year }}", "{{ r.score }}"), "r in past"),
            "indicators": self._indicators,
            "levels": lambda: self.fixed([tuple(level.split(" ", 1)) for level in LEVELS]),
            "items": lambda: self.fixed([(code, name, f"{{{{ o.{code} }}}}") for code, name in self._items]),
            "findings": lambda: self.table(("ข้อ", "ประเด็น"), ("{{ r.indicator }}", "{{ r.issue }}"), "r in measures"),
            "measures": self._measures,
            "results": self._results,
            "complaints": self._complaints,
        }

    def table(self, titles: Sequence[str], cells: Sequence[str], loop: str, width: float = WIDTH) -> None:
        """A table that repeats a row."""
        self._grid([titles, [LOOP.format("tr ", loop)], cells, ["{%tr endfor %}"]], width)

    def fixed(self, rows: Sequence[Sequence[str]]) -> None:
        """A table whose rows are all typed."""
        self._grid(rows, WIDTH)

    def _grid(self, rows: Sequence[Sequence[str]], width: float) -> None:
        from docx.oxml import OxmlElement
        from docx.shared import Cm

        across = len(rows[0])
        table = self._document.add_table(rows=len(rows), cols=across, style="Table Grid")
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.width, cell.text = Cm(width / across), text
        self._document.add_paragraph()

    def _indicators(self) -> None:
        rows = [
            (str(at), name, f"{{{{ before[{at}] }}}}", f"{{{{ i[{at}] }}}}") for at, name in enumerate(INDICATORS, 1)
        ]
        self.fixed([("ตัวชี้วัดที่", "ประเด็นตัวชี้วัด", "ปีก่อน", "ปีนี้"), *rows])

    def _measures(self) -> None:
        titles = ("ตัวชี้วัด", "ประเด็นและมาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาและผู้รับผิดชอบ", "การกำกับติดตาม")
        cells = (
            "{{ r.indicator }}",
            "{{ r.issue }}\n{{ r.measure }}",
            "{{ r.steps }}",
            "{{ r.period }}\n{{ r.responsible }}",
        )
        self.table(titles, (*cells, "{{ r.monitoring }}"), "r in measures", WIDE)

    def _results(self) -> None:
        self._document.add_paragraph(LOOP.format("p ", "r in results"))
        self._document.add_paragraph("ผลการดำเนินการตามมาตรการ {{ r.indicator }}")
        there = "ผู้เข้าร่วม {{ r.participants }} คน จากเป้าหมาย {{ r.target }} คน"
        activity = f"{{{{ r.activity }}}}\nวันที่ {{{{ r.date }}}}\nณ {{{{ r.place }}}}\n{there}"
        self.fixed(
            [
                ("มาตรการหรือกิจกรรม", "สรุปผลการดำเนินการ", "ผลลัพธ์หรือความสำเร็จ"),
                (activity, "{{ r.summary }}", "{{ r.outcomes }}"),
            ]
        )
        self._document.add_paragraph("{%p endfor %}")

    def _complaints(self) -> None:
        names = ("task", "carried", "received", "finished")
        self.table(("ภารกิจ", "ยกมา", "รับใหม่", "เสร็จสิ้น"), [f"{{{{ r.{name} }}}}" for name in names], "r in complaints")
