"""The memos and the report in typst's own markup, as someone would write them who has the data and no DOCX."""

from __future__ import annotations

import json
from typing import Any

from inputs import LABELS

FAMILY = "TH Sarabun New"
COLUMNS = ("ที่", "ตัวชี้วัด", "คะแนน", "หมายเหตุ")
ITEM_HEADINGS = ("ที่", "รายการ", "คะแนน", "หมายเหตุ")
PARAGRAPHS = 8
"""Of a chapter; the first half and the second have each a heading."""
HEAD = f"""#set page(paper: "a4", margin: (left: 3cm, right: 2cm, top: 2.5cm, bottom: 2cm), numbering: "1")
#set text(font: "{FAMILY}", size: 16pt, lang: "th")
#set par(justify: true, first-line-indent: (amount: 2.5cm, all: true))
"""


def _said(text: str) -> str:
    return "#" + json.dumps(text, ensure_ascii=False) + "\n\n"


def typst_memo(values: dict[str, Any]) -> str:
    """The memo of the other sections."""
    head = "".join(_said(f"{label} {values[name]}") for name, label in LABELS.items())
    text = "".join(_said(values[name]) for name in ("p1", "p2", "p3"))
    cells = [item[name] for item in values["items"] for name in ("no", "name", "score", "note")]
    table = ", ".join(json.dumps(text, ensure_ascii=False) for text in (*ITEM_HEADINGS, *cells))
    signed = _said(values["signer"]) + _said(values["position"])
    title = f'#set document(title: "{values["ref"]}")\n#image("picture.png", width: 1.5cm)\n= บันทึกข้อความ\n'
    return f"{HEAD}{title}{head}{text}#table(columns: 4, {table})\n{signed}"


def typst_prose(row: tuple[str, ...]) -> str:
    """The memo of a row of the workbook of the shipped kind."""
    ref, office, phone, file, day, subject, to, body, closing, name, post = row
    head = "".join(_said(text) for text in (f"ส่วนราชการ {office} โทร. {phone}", f"ที่ {file} วันที่ {day}", subject, to))
    text = "".join(map(_said, (*body.split("\n"), closing, f"({name})", post)))
    return f'{HEAD}#set document(title: "{ref}")\n#image("emblem.png", width: 1.5cm)\n{head}{text}'


def typst_report(chapters: list[dict[str, Any]]) -> str:
    """The report of these chapters."""
    parts = [HEAD, "#outline()\n#pagebreak()\n"]
    for chapter in chapters:
        parts.append(f"= {_said(chapter['title'])}")
        for place, text in enumerate(chapter["paragraphs"]):
            if place in (0, PARAGRAPHS // 2):
                parts.append(f"== {_said(chapter['parts'][bool(place)])}")
            parts.append(_said(text))
        parts += [f"+ {_said(text)}" for text in chapter["list"]]
        if chapter["picture"]:
            parts.append('#image("photo.jpg", width: 12cm)\n')
        if chapter["table"]:
            cells = ", ".join(json.dumps(text, ensure_ascii=False) for row in chapter["table"] for text in row)
            heads = ", ".join(json.dumps(text, ensure_ascii=False) for text in COLUMNS)
            parts.append(f"#table(columns: (1.5cm, 8cm, 2cm, 4.5cm), table.header({heads}), {cells})\n")
    return "".join(parts)
