"""Every input of the benchmark, the same bytes of content on each machine.

inputs.py FOLDER writes templates/memo.docx (docxtpl's tags), templates/memo_braces.docx (the same layout in
easy-template-x's), memo_N.xlsx for each N of SIZES, and the kind `bench_memo` below kinds/.

The memo: python-docx's default package, a picture of 20 KB, six fields of which three are typed over several runs,
three paragraphs, a table that loops over ten rows, a signature.
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from make_kind import COLUMNS, ITEM_COLUMNS, make_kind

SIZES = (10, 100, 1000, 5000)
ITEMS = 10
PICTURE_BYTES = 20_000
LABELS = {"dept": "ส่วนราชการ", "ref": "ที่", "date": "วันที่", "subject": "เรื่อง", "to": "เรียน", "copies": "สำเนาเรียน"}
SPLIT = ("dept", "date", "to")
"""Fields whose tag stands in three runs, as a word processor leaves it after an edit."""
PHRASES = (
    "ขอแจ้งกำหนดการประชุมคณะทำงาน",
    "เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย",
    "จึงขอให้ทุกกลุ่มงานส่งข้อมูล",
    "ตามแบบที่ส่งมาพร้อมนี้",
    "ภายในวันศุกร์สัปดาห์หน้า",
    "ทั้งนี้ได้รับความเห็นชอบจากผู้บริหารแล้ว",
    "โปรดแจ้งผู้เกี่ยวข้องทราบ",
    "และถือปฏิบัติโดยเคร่งครัด",
)


def phrase(rng: random.Random, length: int) -> str:
    """Thai text of at most `length` characters, cut where a phrase ends if that is possible."""
    text = rng.choice(PHRASES)
    while len(longer := f"{text} {rng.choice(PHRASES)}") <= length:
        text = longer
    return text[:length]


def memo(number: int) -> dict[str, Any]:
    """The row of memo `number`, with its items; `copies` has what must come out escaped."""
    rng = random.Random(number)
    row = {name: phrase(rng, 150 if name.startswith("p") else 45) for name in COLUMNS}
    row |= {"ref": f"อว 0200/{number}", "date": "21 พฤศจิกายน 2569", "copies": f"R&D <{number}>"}
    items = [
        {"no": str(at), "name": phrase(rng, 38), "score": f"{rng.uniform(0, 100):.2f}", "note": phrase(rng, 14)}
        for at in range(1, ITEMS + 1)
    ]
    return {"doc": number, **row, "items": items}


def workbook(path: Path, count: int) -> None:
    """The workbook of memos 1 to `count`: sheets `memo` and `items`, joined on `doc`."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    memos, items = book.create_sheet("memo"), book.create_sheet("items")
    memos.append(["doc", *COLUMNS])
    items.append(["doc", *ITEM_COLUMNS])
    for row in map(memo, range(1, count + 1)):
        memos.append([row["doc"], *(row[name] for name in COLUMNS)])
        for item in row["items"]:
            items.append([row["doc"], *(item[name] for name in ITEM_COLUMNS)])
    book.save(path)


def picture() -> io.BytesIO:
    """A PNG that does not compress, of about `PICTURE_BYTES`."""
    from PIL import Image

    side = int(PICTURE_BYTES**0.5)
    noise = random.Random(0).randbytes(side * side)
    file = io.BytesIO()
    Image.frombytes("L", (side, side), noise).save(file, "PNG")
    file.seek(0)
    return file


def template(path: Path, opening: str, closing: str, loop: bool) -> None:
    """The layout with tags between `opening` and `closing`; `loop` repeats rows in docxtpl's way, else in braces."""
    from docx import Document
    from docx.shared import Cm

    document = Document()
    document.add_picture(picture(), width=Cm(1.5))
    document.add_paragraph("บันทึกข้อความ", style="Title")
    for name, label in LABELS.items():
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label} ").bold = True
        pieces = (opening, name, closing) if name in SPLIT else (opening + name + closing,)
        for piece in pieces:
            paragraph.add_run(piece)
    for name in ("p1", "p2", "p3"):
        document.add_paragraph(opening + name + closing).paragraph_format.first_line_indent = Cm(2.5)
    table = document.add_table(rows=1, cols=len(ITEM_COLUMNS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, ("ที่", "รายการ", "คะแนน", "หมายเหตุ"), strict=True):
        cell.text = heading
    for cells in _loop_rows(opening, closing, loop):
        for cell, text in zip(table.add_row().cells, cells, strict=False):
            cell.text = text
    for name in ("signer", "position"):
        document.add_paragraph(opening + name + closing)
    document.save(str(path))


def _loop_rows(opening: str, closing: str, loop: bool) -> Iterator[list[str]]:
    if loop:
        yield ["{%tr for item in items %}"]
        yield [f"{opening}item.{name}{closing}" for name in ITEM_COLUMNS]
        yield ["{%tr endfor %}"]
        return
    first, *middle, last = (opening + name + closing for name in ITEM_COLUMNS)
    yield ["{#items}" + first, *middle, last + "{/items}"]


def main(folder: Path) -> None:
    """Write whatever is not there yet."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    template(folder / "templates" / "memo.docx", "{{ ", " }}", loop=True)
    template(folder / "templates" / "memo_braces.docx", "{", "}", loop=False)
    make_kind(folder / "templates" / "memo.docx", folder / "kinds")
    for count in SIZES:
        if not (path := folder / f"memo_{count}.xlsx").exists():
            workbook(path, count)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
