"""A kind for tests, written by the blocks of our templates: tables of contents, then parts of several pages."""

from __future__ import annotations

from pathlib import Path

from tools.package import write_package
from tools.templates.blocks import tag
from tools.templates.contents import caption, captions, contents
from tools.templates.paper import Look, package, section_end
from tools.templates.styles import CONTENTS, HEADINGS, PAPER, styles
from tools.templates.wordml import Element, field, paragraph, w

KIND = """
name = "report"
title = "รายงาน"
template = "template.docx"
numerals = "thai"
file_name = "{ref}"

[table]
sheet = "รายงาน"
key = "ref"

[[table.fields]]
name = "ref"
title = "เลข"
type = "text"
constraints = { required = true, unique = true }

[[table.fields]]
name = "parts"
title = "ส่วน"
type = "paragraphs"
"""
WORDS = "การดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบของสำนักงาน "


def write_report(folder: Path) -> None:
    """Put the kind into `folder`."""
    folder.mkdir(parents=True)
    foot = {"default footer": w("ftr", paragraph("PageNumber", field("PAGE", "1")))}
    looks = styles([*PAPER, *CONTENTS, *HEADINGS, "Body", "Caption"])
    parts = package(
        body(),
        looks,
        title="รายงาน",
        creator="สำนักงาน",
        subject="รายงาน",
        stories=foot,
        start=1,
        others={"front": Look(stories=foot, numbers="thaiLetters")},
    )
    write_package(folder / "template.docx", parts)
    (folder / "kind.toml").write_text(KIND, encoding="utf-8")


def body() -> list[Element]:
    """Front matter numbered with letters, and a part of more than a page for each line of the field."""
    return [
        *contents("สารบัญ"),
        *contents("สารบัญตาราง", captions("ตารางที่")),
        section_end(paragraph("ContentsEnd"), "front"),
        tag("for part in parts"),
        paragraph("Heading1", "{{ part }}"),
        *(paragraph("Body", WORDS * 12) for _ in range(3)),
        caption("ตารางที่", "คะแนนของส่วนที่ {{ loop.index }}", above=True),
        *(paragraph("Body", WORDS * 12) for _ in range(3)),
        paragraph("Heading2", "สรุปส่วนที่ {{ loop.index }}"),
        tag("endfor"),
    ]
