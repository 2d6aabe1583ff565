"""The blocks that an annual report can be built of: what each is called, and on what paper it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..thai.text import heading_key

Paper = Literal["cover", "front", "body", "wide"]
"""Without page numbers; front matter (ก ข ค); upright; on its side."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its key in templates, its usual heading, other names for it, its paper.

    numbered: whether its heading bears a number. back: whether it stands after all text.
    """

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    paper: Paper = "body"
    numbered: bool = True
    back: bool = False


BLOCKS = (
    Block("cover", "ปก", ("หน้าปก", "ปกหน้า"), "cover", False),
    Block("title_page", "ปกใน", ("หน้าชื่อเรื่อง",), "cover", False),
    Block("foreword", "คำนำ", (), "front", False),
    Block("contents", "สารบัญ", (), "front", False),
    Block("tables", "สารบัญตาราง", (), "front", False),
    Block("figures", "สารบัญภาพ", ("สารบัญแผนภูมิ",), "front", False),
    Block("background", "ความเป็นมา", ("บทนำ", "ความเป็นมาและความสำคัญ", "หลักการและเหตุผล")),
    Block("frame", "กรอบการประเมิน", ("เครื่องมือการประเมิน", "แนวทางการประเมิน")),
    Block("respondents", "ผู้ตอบแบบวัด", ("ผู้ตอบ", "กลุ่มตัวอย่าง", "ผู้ตอบแบบประเมิน")),
    Block("overview", "ภาพรวมผลการประเมิน", ("ภาพรวม", "ผลการประเมิน", "ผลการประเมินภาพรวม")),
    Block("score_card", "ผังคะแนน", ("ภาพคะแนน",)),
    Block("instruments", "ผลการประเมินจำแนกตามเครื่องมือ", ("เครื่องมือ", "ผลตามเครื่องมือ", "แหล่งข้อมูล")),
    Block("history", "ผลการประเมินเปรียบเทียบย้อนหลัง", ("ผลย้อนหลัง", "พัฒนาการ", "เปรียบเทียบย้อนหลัง")),
    Block("ranking", "อันดับผลการประเมิน", ("อันดับ", "ตารางอันดับ")),
    Block("region", "ผลการประเมินของหน่วยงานในเขตตรวจราชการ", ("เขตตรวจราชการ", "อันดับในเขต", "ภาค")),
    Block("offices", "ผลการประเมินรายตัวชี้วัดของหน่วยงานในเขตตรวจราชการ", ("หน่วยงานอื่น", "รายหน่วยงาน"), "wide"),
    Block("trends", "ผลการประเมินย้อนหลังของหน่วยงาน", ("ย้อนหลังรายหน่วยงาน", "พัฒนาการรายหน่วยงาน"), "wide"),
    Block("indicators", "ผลการประเมินรายตัวชี้วัด", ("รายตัวชี้วัด", "ตัวชี้วัด", "คะแนนตัวชี้วัด")),
    Block("levels", "เกณฑ์ระดับผลการประเมิน", ("ระดับ", "เกณฑ์ระดับ", "ระดับผลการประเมิน")),
    Block("items", "ผลการประเมินรายข้อ", ("รายข้อ", "คะแนน OIT", "คะแนนรายข้อ")),
    Block("strengths", "จุดแข็งและจุดที่ต้องพัฒนา", ("จุดแข็ง", "จุดอ่อน", "จุดที่ต้องพัฒนา", "อภิปรายผล")),
    Block("findings", "ประเด็นที่ต้องแก้ไขและพัฒนา", ("ประเด็น", "ข้อค้นพบ", "สรุปประเด็น")),
    Block("measures", "มาตรการและแนวทางการพัฒนา", ("มาตรการ", "แนวทาง", "แนวทางการพัฒนา"), "wide"),
    Block("plan", "แผนการดำเนินการ", ("แผน", "แผนดำเนินการ", "แผนปฏิบัติการ"), "wide"),
    Block("results", "ผลการดำเนินการตามมาตรการ", ("ผลการดำเนินงาน", "ผลการดำเนินการ", "ผลดำเนินการ")),
    Block("checklist", "ผลการกำกับติดตามการเปิดเผยข้อมูลสาธารณะ", ("รายการตรวจ", "แบบตรวจ", "แบบติดตาม OIT")),
    Block("complaints", "สถิติเรื่องร้องเรียน", ("เรื่องร้องเรียน",)),
    Block("photos", "ภาพกิจกรรม", ("ภาพ", "ภาพประกอบ", "ประมวลภาพ"), numbered=False, back=True),
    Block("editors", "คณะผู้จัดทำ", ("ผู้จัดทำ", "รายชื่อคณะผู้จัดทำ"), numbered=False, back=True),
    Block("appendices", "ภาคผนวก", (), numbered=False, back=True),
    Block("back_cover", "ปกหลัง", (), "cover", False, back=True),
)
TEXT = Block("text", "")
"""A block of the office's own: its texts and pictures under a heading of its own."""
PART = Block("part", "ส่วนที่", ("บทที่", "ตอนที่"))
"""The heading of a numbered part, over the blocks that follow."""
_NAMED = {heading_key(name): block for block in BLOCKS for name in (block.key, block.title, *block.aliases)}


def block_named(name: str) -> Block | None:
    """The block that goes by a name, however it is spaced; None where there is none."""
    return _NAMED.get(heading_key(name))
